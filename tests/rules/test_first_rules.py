"""The first rules on claims: what each must flag, and the look-alikes it must not."""

from __future__ import annotations

from tests.rules.claim_builder import Builder, findings, rules_of


def two(*sides: tuple[tuple[object, ...], dict[str, object]]) -> list[Builder]:
    builders = []
    for at, (args, more) in enumerate(sides):
        builder = Builder(f"{'ab'[at]}.md")
        builder.say(*args, **more)  # type: ignore[arg-type]
        builders.append(builder)
    return builders


def claim(*args: object, **more: object) -> tuple[tuple[object, ...], dict[str, object]]:
    return args, more


def test_period_label_reconciles_quarters_of_two_calendars() -> None:
    cloud = {"scope": {"segment": "cloud"}, "measure": "change", "direction": "up", "basis": "year-on-year"}
    found = findings(
        *two(claim("26 %", period="2025-Q1*", **cloud), claim("26 %", period="2025-Q2*", **cloud))
    )
    assert [(f.rule, f.severity, f.verdict) for f in found] == [("period-label", "error", "reconcilable")]
    assert "April–June 2025" in found[0].explanation


def test_period_label_hard_conflict_and_look_alikes() -> None:
    found = findings(
        *two(
            claim("$0.50", "earnings-per-share", period="2022-Q1"),
            claim("$0.50", "earnings-per-share", period="2022-Q2"),
        )
    )
    assert [(f.rule, f.verdict) for f in found] == [("period-label", "contradiction")]
    assert not findings(*two(claim("26 %", period="2025-Q1*"), claim("26 %", "ebita", period="2025-Q2*")))
    assert not findings(*two(claim("5 %", period="2025-Q1"), claim("5 %", period="2025-Q2")))


def test_period_label_is_silent_when_the_other_article_says_both() -> None:
    a, b = two(claim("$4.67bn", period="2025-Q2"), claim("$4.67bn", period="2025-Q3"))
    b.say("$4.67bn", period="2025-Q2")
    assert findings(a, b) == []


def test_value_conflict_and_rounding() -> None:
    found = findings(
        *two(
            claim("$1.10", "earnings-per-share", period="2021-Q3"),
            claim("$0.83", "earnings-per-share", period="2021-Q3"),
        )
    )
    assert [(f.rule, f.severity, f.verdict) for f in found] == [("value-conflict", "error", "contradiction")]
    assert [e.quote for e in found[0].evidence] == ["$1.10", "$0.83"]
    assert not findings(*two(claim("$4.67bn", period="2025-Q2"), claim("$4.7bn", period="2025-Q2")))
    forecast = claim("$5.1bn", period="2025-Q2", modality="forecast")
    assert rules_of(findings(*two(claim("$4.67bn", period="2025-Q2"), forecast))) == ["outcome"]
    assert not findings(
        *two(
            claim("33 %", measure="share", period="2025", scope={"place": "China"}),
            claim("4 %", measure="share", period="2025", scope={"place": "world"}),
        )
    )


def test_scale_slip_absorbs_the_value_conflict() -> None:
    found = findings(*two(claim("$452.2bn", period="2021-Q3"), claim("$452.2M", period="2021-Q3")))
    assert rules_of(found) == ["scale-slip"]


def test_direction() -> None:
    up = {"measure": "change", "basis": "year-on-year", "period": "2021-Q3"}
    found = findings(*two(claim("2.5 %", direction="down", **up), claim("2.5 %", direction="up", **up)))
    assert rules_of(found) == ["direction"]
    found = findings(*two(claim("2.5 %", direction="down", **up), claim("3.1 %", direction="up", **up)))
    assert rules_of(found) == ["direction-of-change"]


def test_streaks() -> None:
    ai = {"metric": "revenue", "measure": "streak", "direction": "up"}
    found = findings(
        *two(claim("6 quarter", period="2021-Q3", **ai), claim("8 quarter", period="2021-Q3", **ai))
    )
    assert [(f.rule, f.verdict) for f in found] == [("streak-start", "contradiction")]
    assert not findings(
        *two(claim("8 quarter", period="2025-Q2", **ai), claim("9 quarter", period="2025-Q3", **ai))
    )
    found = findings(*two(claim("8 quarter", period="2025-Q2", **ai), claim("9 quarter", **ai)))
    assert [(f.rule, f.severity, f.verdict) for f in found] == [("streak-start", "warning", "reconcilable")]
    assert "July–September 2025" in found[0].explanation


def test_scope_mismatch_is_a_note() -> None:
    share = {"metric": "market-share", "measure": "share"}
    found = findings(
        *two(
            claim("33 %", scope={"market": "cloud services"}, **share),
            claim("33 %", scope={"market": "AI infrastructure"}, **share),
        )
    )
    assert [(f.rule, f.severity) for f in found] == [("scope-mismatch", "note")]


def test_subject_mismatch_in_the_summary() -> None:
    a = Builder("a.md")
    a.say("85 %", "market-share", measure="share", section="summary", entity="Acme", period="2027")
    a.say("85 %", "~pc sales", measure="share", entity="Market", period="2027")
    assert rules_of(findings(a)) == ["subject-mismatch"]
    a.say("85 %", "market-share", measure="share", entity="Acme", period="2027")
    assert findings(a) == []


def test_growth_within_a_sentence() -> None:
    for rate, wrong in (("2.5 %", False), ("5.0 %", True)):
        a = Builder("a.md")
        frame = {"details": {"frame": 3}}
        a.say("$452.2M", period="2021-Q3", **frame)
        a.say("$441M", period="2020-Q3", prior=True, with_last=True, **frame)
        a.say(
            rate,
            measure="change",
            direction="up",
            period="2021-Q3",
            basis="year-on-year",
            with_last=True,
            **frame,
        )
        found = findings(a)
        assert rules_of(found) == (["growth-arithmetic"] if wrong else [])
        if wrong:
            assert found[0].suggestion.startswith("2.5")


def test_growth_across_articles() -> None:
    def case(rate: str) -> list[str]:
        a, b, c = Builder("a.md"), Builder("b.md"), Builder("c.md")
        a.say("$4.00bn", period="2024")
        b.say("$5.00bn", period="2025")
        c.say(rate, measure="change", direction="up", basis="year-on-year", period="2025")
        return rules_of(findings(a, b, c))

    assert case("25 %") == []
    assert case("35 %") == ["growth-between-years"]


def test_shares() -> None:
    a = Builder("a.md")
    for name, share in (("One", "45 %"), ("Two", "38 %"), ("Three", "29 %")):
        a.say(share, "market-share", measure="share", entity=name, period="2025")
    assert rules_of(findings(a)) == ["shares-exceed-whole"]
    b = Builder("b.md")
    for name, share in (("One", "45 %"), ("Two", "38 %"), ("Three", "17 %")):
        b.say(share, "market-share", measure="share", entity=name, period="2025")
    assert findings(b) == []


def test_weekdays_lists_multiples_and_totals() -> None:
    a = Builder("a.md")
    a.say(None, "date", measure="date", period="2025-08-24", details={"weekday": 6})
    assert findings(a) == []
    a.say(None, "date", measure="date", period="2025-08-25", details={"weekday": 1})
    assert [(f.rule, f.severity, f.suggestion) for f in findings(a)] == [
        ("weekday-of-date", "error", "Monday")
    ]
    b = Builder("b.md")
    b.say("3", "~pillar", measure="list", details={"items": 2})
    b.say("2", "~pillar", measure="list", details={"items": 2})
    assert rules_of(findings(b)) == ["count-of-list"]
    c = Builder("c.md")
    c.say("11x", "~inference", measure="ratio", kind="multiple")
    assert [(f.rule, f.severity) for f in findings(c)] == [("missing-base", "note")]
    d = Builder("d.md")
    d.say("$60.4bn", "cash", details={"total": 7})
    d.say("$5bn", "~sale", details={"part": 7}, entity="Other")
    d.say("$714M", "~stake", details={"part": 7})
    assert rules_of(findings(d)) == ["sum-falls-short"]


def test_per_share() -> None:
    found = findings(
        *two(
            claim("$3.79M", "net-income", period="2021-Q2"),
            claim("$3.79", "earnings-per-share", period="2021-Q2"),
        )
    )
    assert rules_of(found) == ["per-share"]


def test_an_article_against_itself_is_silent_and_order_changes_nothing() -> None:
    a, b = two(claim("$1.10", "eps", period="2021-Q3"), claim("$0.83", "eps", period="2021-Q3"))
    one, other = findings(a, b), findings(b, a)
    assert [f.fingerprint for f in one] == [f.fingerprint for f in other]
    assert findings(a, a) == []
