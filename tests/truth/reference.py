"""The rules of rules/reference: what the newsroom trusts against what an article says."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tests.rules.claim_builder import Builder
from tests.truth.made import FIGURES, METRICS, other, subject, truth, two

Draw = st.DrawFn
Made = tuple[list[Builder], bool]
TRUSTED = {"marks": frozenset(("reference",))}


def desk(
    told: tuple[str | None, dict[str, object]],
    fact: tuple[str | None, dict[str, object]],
    metric: str = "revenue",
) -> list[Builder]:
    draft, trusted = Builder("draft.md", date(2025, 9, 2)), Builder("trusted.md", date(2025, 9, 1))
    draft.say(told[0], metric, **told[1])
    trusted.say(fact[0], metric, **fact[1], **TRUSTED)
    return [draft, trusted]


@truth("reference-conflict")
def _(draw: Draw) -> Made:
    who, value, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    more = {"period": "2024", **who}
    said = other(draw, value) if broken else value
    return desk((f"${said}M", more), (f"${value}M", more), draw(st.sampled_from(METRICS))), broken


@truth("superseded")
def _(draw: Draw) -> Made:
    old, new = Builder("old.md", date(2025, 1, 1)), Builder("new.md", date(2025, 6, 1))
    told, broken = Builder("told.md"), draw(st.booleans())
    first, revised = draw(st.lists(FIGURES, min_size=2, max_size=2, unique=True))
    more = {"period": "2025", **subject(draw)}
    old.say(f"${first}M", **more, **TRUSTED)
    new.say(f"${revised}M", **more, **TRUSTED)
    told.say(f"${first if broken else revised}M", **more)
    return [old, new, told], broken


@truth("outcome")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    value, broken = draw(FIGURES), draw(st.booleans())
    more = {"period": "2025", **subject(draw)}
    a.say(f"${value}M", modality=draw(st.sampled_from(("forecast", "target", "planned"))), **more)
    b.say(f"${other(draw, value) if broken else value}M", **more)
    return [a, b], broken


@truth("reference-converted")
def _(draw: Draw) -> Made:
    euros, broken = draw(FIGURES), draw(st.booleans())
    dollars = round(euros * (1.5 if broken else 1.0824))
    return desk((f"${dollars}.0M", {"period": "2024"}), (f"€{euros}M", {"period": "2024"})), broken


@truth("reference-currency")
def _(draw: Draw) -> Made:
    euros, broken = draw(FIGURES), draw(st.booleans())
    dollars = euros if broken else round(euros * 1.0824)
    return desk((f"${dollars}.0M", {"period": "2024"}), (f"€{euros}M", {"period": "2024"})), broken


@truth("reference-date")
def _(draw: Draw) -> Made:
    year, said = draw(st.integers(2001, 2024)), draw(st.integers(2001, 2024))
    told = (None, {"measure": "date", "period": str(said)})
    return desk(told, (None, {"measure": "date", "period": f"{year}-03-28"}), "~opening"), year != said


@truth("reference-day")
def _(draw: Draw) -> Made:
    day, off = date(2025, 6, 10), draw(st.integers(-9, 9))
    rise = {"measure": "change", "direction": "up"}
    rate = f"{draw(FIGURES) / 10} %"
    told = date.fromordinal(day.toordinal() + off)
    return desk((rate, {**rise, "period": str(told)}), (rate, {**rise, "period": str(day)})), off != 0
