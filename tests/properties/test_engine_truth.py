"""Rules against claims whose truth is known: what is broken is found, what is sound stays silent."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.rules.claim_builder import Builder, findings

YEARS = st.integers(2015, 2025)
FIGURES = st.integers(101, 998).filter(lambda n: n % 10 != 0)


@settings(max_examples=80, deadline=None)
@given(FIGURES, FIGURES, YEARS)
def test_two_values_for_one_thing(one: int, other: int, year: int) -> None:
    a, b = Builder("a.md"), Builder("b.md")
    a.say(f"${one}M", period=str(year))
    b.say(f"${other}M", period=str(year))
    found = [f.rule for f in findings(a, b)]
    assert bool({"value-conflict", "digits-transposed", "currency-slip"} & set(found)) is (one != other)


@settings(max_examples=80, deadline=None)
@given(FIGURES, st.integers(1, 3), st.booleans(), YEARS)
def test_scale(digits: int, power: int, slip: bool, year: int) -> None:
    units = ("k", "M", "bn", "tn")
    a, b = Builder("a.md"), Builder("b.md")
    a.say(f"${digits}{units[0]}", period=str(year))
    b.say(f"${digits}{units[power if slip else 0]}", period=str(year))
    assert [f.rule for f in findings(a, b)] == (["scale-slip"] if slip else [])


@settings(max_examples=80, deadline=None)
@given(st.integers(2, 20), st.integers(0, 12), st.integers(-3, 3))
def test_streaks_conflict_only_if_their_starts_differ(count: int, later: int, wrong: int) -> None:
    def label(quarters: int) -> str:
        return f"{2020 + quarters // 4}-Q{quarters % 4 + 1}"

    assume(count + later + wrong >= 1)
    more = {"measure": "streak", "direction": "up"}
    a, b = Builder("a.md"), Builder("b.md")
    a.say(f"{count} quarter", period=label(8), **more)
    b.say(f"{count + later + wrong} quarter", period=label(8 + later), **more)
    assert [f.rule for f in findings(a, b)] == (["streak-start"] if wrong else [])


@settings(max_examples=80, deadline=None)
@given(st.integers(1000, 9000), st.integers(-400, 900), st.integers(0, 60))
def test_growth_follows_from_its_levels(before: int, permille: int, off: int) -> None:
    assume(before % 10 and permille % 10 and abs(permille) > 50)
    now = round(before * (1000 + permille) / 1000)
    stated = permille + off
    assume(now % 10 and (stated > 0 if permille > 0 else stated < 0))
    a = Builder("a.md")
    frame = {"details": {"frame": 0}}
    a.say(f"${now}M", period="2025", **frame)
    a.say(f"${before}M", period="2024", prior=True, with_last=True, **frame)
    direction = "up" if stated > 0 else "down"
    rate = f"{abs(stated) / 10:.1f} %"
    a.say(
        rate,
        measure="change",
        direction=direction,
        period="2025",
        basis="year-on-year",
        with_last=True,
        **frame,
    )
    found = {f.rule for f in findings(a)}
    if off == 0:
        assert found == set()
    elif off >= 10:  # a point or more apart, beyond what rounding to a million and a tenth can do
        assert "growth-arithmetic" in found


@settings(max_examples=80, deadline=None)
@given(st.dates(), st.integers(0, 6))
def test_weekdays(day: object, stated: int) -> None:
    a = Builder("a.md")
    a.say(None, "date", measure="date", period=str(day), details={"weekday": stated})
    right = day.weekday()  # type: ignore[attr-defined]
    assert [f.rule for f in findings(a)] == ([] if stated == right else ["weekday-of-date"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(2, 60), min_size=2, max_size=6))
def test_shares_of_one_whole(shares: list[int]) -> None:
    a = Builder("a.md")
    for at, share in enumerate(shares):
        a.say(f"{share}.0 %", "market-share", measure="share", entity=f"Firm {at}", period="2025")
    found = [f.rule for f in findings(a) if f.rule == "shares-exceed-whole"]
    assert found == (["shares-exceed-whole"] if sum(shares) > 100 else [])


@settings(max_examples=60, deadline=None)
@given(
    FIGURES,
    st.sampled_from(["2025-Q1", "2025-Q2", "2024-Q4"]),
    st.sampled_from(["2025-Q1", "2025-Q2", "2024-Q4"]),
)
def test_one_figure_under_two_labels(figure: int, first: str, second: str) -> None:
    a, b = Builder("a.md"), Builder("b.md")
    a.say(f"${figure}M", period=first)
    b.say(f"${figure}M", period=second)
    assert [f.rule for f in findings(a, b)] == ([] if first == second else ["period-label"])


@settings(max_examples=60, deadline=None)
@given(FIGURES, FIGURES, YEARS)
def test_a_mended_figure_ends_the_finding(one: int, other: int, year: int) -> None:
    assume(one != other)
    a, b, c = Builder("a.md"), Builder("b.md"), Builder("c.md")
    for builder, figure in ((a, one), (b, other), (c, one)):
        builder.say(f"${figure}M", period=str(year))
    assert len(findings(a, b)) == 1
    assert findings(a, c) == []
