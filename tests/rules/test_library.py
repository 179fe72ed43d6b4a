"""Every further rule on claims: one case it must flag and look-alikes it must not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from factcheck.engine import load_rules
from tests.rules.claim_builder import Builder, findings, rules_of

Case = Callable[[bool], list[Builder]]
CASES: dict[str, Case] = {}


def case(rule: str) -> Callable[[Case], Case]:
    """A function that builds claims which break the rule (True) or only look like it (False)."""

    def register(build: Case) -> Case:
        CASES[rule] = build
        return build

    return register


def pair(
    first: tuple[object, ...], one: dict[str, object], other: tuple[object, ...], two: dict[str, object]
) -> list[Builder]:
    a, b = Builder("a.md"), Builder("b.md")
    a.say(*first, **one)  # type: ignore[arg-type]
    b.say(*other, **two)  # type: ignore[arg-type]
    return [a, b]


@case("impossible-date")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("31", "date", measure="date", marks=frozenset(("impossible-date",) if wrong else ()))
    return [a]


@case("undated")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("31", "date", measure="date", marks=frozenset(("undated",) if wrong else ()))
    return [a]


@case("period-not-over")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md", date(2025, 9, 1) if wrong else date(2025, 11, 1))
    a.say("26 %", measure="change", direction="up", period="2025-Q3")
    return [a]


@case("tense-of-date")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md", date(2026, 3, 1))
    a.say("$4.67bn", period="2024" if wrong else "2027", modality="planned")
    return [a]


@case("digits-transposed")
def _(wrong: bool) -> list[Builder]:
    said = "$4.76bn" if wrong else "$4.67bn"
    return pair(("$4.67bn",), {"period": "2025-Q3"}, (said,), {"period": "2025-Q3"})


@case("points-or-percent")
def _(wrong: bool) -> list[Builder]:
    more = {"measure": "change", "direction": "up", "period": "2025-Q3"}
    return pair(("2.5 %", "market-share"), more, ("2.5 pp" if wrong else "2.5 %", "market-share"), more)


@case("range-inverted")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("$5M", marks=frozenset(("range-inverted",) if wrong else ()))
    return [a]


@case("rank")
def _(wrong: bool) -> list[Builder]:
    more = {"measure": "rank", "scope": {"market": "cloud"}}
    return pair(("1",), more, ("2" if wrong else "1",), more)


@case("rank-holder")
def _(wrong: bool) -> list[Builder]:
    more = {"measure": "rank", "scope": {"market": "cloud"}, "period": "2025"}
    return pair(("1",), more, ("1" if wrong else "2",), {**more, "entity": "Bolt"})


@case("summary-against-body")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("$5.1bn", section="summary", period="2025-Q3")
    a.say("$4.7bn" if wrong else "$5.12bn", period="2025-Q3")
    return [a]


@case("headline-against-body")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("$5.1bn", section="title")
    a.say("$4.7bn" if wrong else "$5.12bn", period="2025-Q3")
    return [a]


@case("modality")
def _(wrong: bool) -> list[Builder]:
    pieces = pair(
        ("$53bn", "investment"),
        {"period": "2025"},
        ("$53bn", "investment"),
        {"period": "2025", "modality": "planned" if wrong else "reported"},
    )
    for piece in pieces:
        piece.published = date(2025, 9, 1)
    return pieces


@case("stake")
def _(wrong: bool) -> list[Builder]:
    return pair(
        ("$300M", "stake"),
        {"details": {"deal": "bought"}},
        ("$300M", "stake"),
        {"details": {"deal": "sold" if wrong else "bought"}},
    )


@case("year-ago-value")
def _(wrong: bool) -> list[Builder]:
    a, b = pair(
        ("$1.10", "eps"), {"period": "2021-Q3"}, ("$0.83" if wrong else "$1.10", "eps"), {"period": "2021-Q3"}
    )
    b.say("$1.10", "eps", period="2020-Q3", prior=True)
    return [a, b]


@case("change-beside-level")
def _(wrong: bool) -> list[Builder]:
    a, b = Builder("a.md"), Builder("b.md")
    for builder, rate in ((a, "13 %"), (b, "18 %" if wrong else "13 %")):
        builder.say("$937M", period="2021-Q1", details={"frame": 1})
        builder.say(
            rate,
            measure="change",
            direction="up",
            basis="year-on-year",
            period="2021-Q1",
            with_last=True,
            details={"frame": 1},
        )
    return [a, b]


@case("change-in-points")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    frame = {"details": {"frame": 1}, "metric": "margin"}
    a.say("7.3 %", measure="ratio", **frame)
    a.say("7.9 %", measure="ratio", prior=True, with_last=True, **frame)
    a.say("0.9 pp" if wrong else "0.6 pp", measure="change", direction="down", with_last=True, **frame)
    return [a]


@case("share-of-total")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("58 %", "~budget", measure="share", details={"of": 1})
    a.say("$200M", "~budget", with_last=True, details={"whole": 1})
    a.say("$161M" if wrong else "$116M", "~schools", with_last=True, details={"part": 1})
    return [a]


@case("parts-exceed-whole")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("$5.0bn", period="2025")
    a.say("$3.1bn", period="2025", scope={"segment": "cloud"})
    a.say("$2.9bn" if wrong else "$1.4bn", period="2025", scope={"segment": "retail"})
    return [a]


@case("sum-of-parts")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("12 jobs", "~job", measure="count", details={"sum": 1})
    a.say("7 jobs", "~job", measure="count", details={"addend": 1}, entity="North")
    a.say("6 jobs" if wrong else "5 jobs", "~job", measure="count", details={"addend": 1}, entity="South")
    return [a]


@case("multiple")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    frame = {"details": {"frame": 1}, "metric": "~visitor"}
    a.say("600 visitors", measure="count", **frame)
    a.say("200 visitors", measure="count", prior=True, with_last=True, **frame)
    a.say("5x" if wrong else "3x", measure="ratio", kind="multiple", direction="up", with_last=True, **frame)
    return [a]


@case("compound-growth")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    frame = {"details": {"frame": 1}, "metric": "~market"}
    a.say("$121.0M", period="2025", **frame)
    a.say("$100.0M", period="2023", prior=True, with_last=True, **frame)
    a.say(
        "20 %" if wrong else "10 %",
        measure="change",
        basis="per-year",
        direction="up",
        with_last=True,
        **frame,
    )
    return [a]


@case("rate-times-time")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("$30M", "investment", details={"rate-total": 1})
    a.say("$15M" if wrong else "$10M", "investment", with_last=True, details={"rate-yearly": 1})
    a.say("3 year", "investment", measure="duration", with_last=True, details={"rate-time": 1})
    return [a]


@case("per-unit")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("$2.00", "earnings-per-share", period="2025")
    a.say("50M shares", "shares-outstanding", measure="count", period="2025")
    a.say("$300M" if wrong else "$98M", "net-income", period="2025")
    return [a]


@case("price-times-number")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("412 tickets", "~ticket", measure="count", details={"price-number": 1})
    a.say("$25.50", "~price", with_last=True, details={"price-each": 1})
    a.say("$13,106.00" if wrong else "$10,506.00", "~sum", with_last=True, details={"price-total": 1})
    return [a]


@case("slices-exceed-whole")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    for share in ("47 %", "64 %" if wrong else "44 %", "9 %"):
        a.say(share, "~answer", measure="share", with_last=bool(a.claims), details={"slice": 1})
    return [a]


@case("average-of-list")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    for bid in ("$41M", "$52M", "$63M"):
        a.say(bid, "~bid", with_last=bool(a.claims), details={"average-item": 1})
    a.say("$61M" if wrong else "$52M", "~bid", with_last=True, details={"average-of": 1})
    return [a]


@case("average")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("$612", "~fine", details={"average-total": 1})
    a.say("12 drivers", "~driver", measure="count", with_last=True, details={"average-number": 1})
    a.say("$61" if wrong else "$51", "~fine", with_last=True, details={"average-mean": 1})
    return [a]


@case("grim")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("33 %" if wrong else "35 %", "~patient", measure="share", details={"sample": 1})
    a.say("20 patients", "~patient", measure="count", with_last=True, details={"sample-size": 1})
    return [a]


def quoted(speaker: str, words: str) -> dict[str, object]:
    return {"measure": "quotation", "attribution": speaker, "details": {"words": words}}


@case("quote-drift")
def _(wrong: bool) -> list[Builder]:
    other = "We will never close the old harbour" if wrong else "We will not close the old harbour"
    return pair(
        (None, "quotation"),
        quoted("Mara Lind", "We will not close the old harbour"),
        (None, "quotation"),
        quoted("Mara Lind", other),
    )


@case("quote-mouth")
def _(wrong: bool) -> list[Builder]:
    other = "Jo Falk" if wrong else "Mara Lind"
    return pair(
        (None, "quotation"),
        quoted("Mara Lind", "It will not close"),
        (None, "quotation"),
        quoted(other, "It will not close"),
    )


@case("name-spelling")
def _(wrong: bool) -> list[Builder]:
    return pair(
        ("41,250",),
        {"entity": "Halvorsen", "period": "2025", "measure": "count"},
        ("41,250",),
        {"entity": "Halvorson" if wrong else "Hansson", "period": "2025", "measure": "count"},
    )


@case("role")
def _(wrong: bool) -> list[Builder]:
    def held(role: str) -> dict[str, object]:
        return {"entity": "Mara Lind", "details": {"role": role, "organisation": "Norvane"}}

    return pair(
        (None, "~role"),
        held("chief executive"),
        (None, "~role"),
        held("chairman" if wrong else "chief executive"),
    )


@case("age")
def _(wrong: bool) -> list[Builder]:
    more = {"entity": "Mara Lind", "measure": "duration"}
    said = "61 year of age" if wrong else "55 year of age"
    pieces = pair(("54 year of age", "~age"), more, (said, "~age"), more)
    for piece in pieces:
        piece.published = date(2025, 9, 1)
    return pieces


@case("unit-pair")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("10 mile", "~distance", details={"pair": 1, "place": "first"}, length="mile")
    a.say(
        "20 kilometre" if wrong else "16 kilometre",
        "~distance",
        details={"pair": 1, "place": "second"},
        with_last=True,
        length="kilometre",
    )
    return [a]


@case("duration")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md")
    a.say("5 year" if wrong else "3 year", "~plan", measure="duration", years=(2021, 2023))
    return [a]


@case("reference-conflict")
def _(wrong: bool) -> list[Builder]:
    known = {"marks": frozenset(("reference",)), "period": "2025"}
    return pair(("$5.0bn",), known, ("$5.4bn" if wrong else "$5.0bn",), {"period": "2025"})


@case("currency-pair")
def _(wrong: bool) -> list[Builder]:
    a = Builder("a.md", date(2025, 2, 3))
    a.say("€10.0bn", period="2024", details={"pair": 1, "place": "first"})
    a.say(
        "$19.0bn" if wrong else "$10.8bn",
        period="2024",
        details={"pair": 1, "place": "second"},
        with_last=True,
    )
    return [a]


@case("no-rate")
def _(wrong: bool) -> list[Builder]:
    year = 1997 if wrong else 2024
    a = Builder("a.md", date(year + 1, 2, 3))
    a.say("€10.0bn", period=str(year), details={"pair": 1, "place": "first"})
    a.say("$19.0bn", period=str(year), details={"pair": 1, "place": "second"}, with_last=True)
    return [a]


@case("currency-slip")
def _(wrong: bool) -> list[Builder]:
    return pair(("$4.67bn",), {"period": "2024"}, ("$33.6bn" if wrong else "$36.6bn",), {"period": "2024"})


@case("superseded")
def _(wrong: bool) -> list[Builder]:
    known = {"marks": frozenset(("reference",)), "period": "2025"}
    old, new, told = (
        Builder("old.md", date(2025, 1, 1)),
        Builder("new.md", date(2025, 6, 1)),
        Builder("told.md"),
    )
    old.say("$5.0bn", **known)
    new.say("$5.2bn", **known)
    told.say("$5.0bn" if wrong else "$5.2bn", period="2025")
    return [old, new, told]


def against_fact(
    told: tuple[str, dict[str, object]], fact: tuple[str | None, dict[str, object]]
) -> list[Builder]:
    """A draft and what the newsroom trusts."""
    draft, trusted = Builder("draft.md", date(2025, 9, 2)), Builder("trusted.md")
    draft.say(told[0], **told[1])  # type: ignore[arg-type]
    trusted.say(fact[0], marks=frozenset(("reference",)), **fact[1])  # type: ignore[arg-type]
    return [draft, trusted]


@case("reference-converted")
def _(wrong: bool) -> list[Builder]:
    return against_fact(
        ("$12.4bn" if wrong else "$10.8bn", {"period": "2024"}), ("€10.0bn", {"period": "2024"})
    )


@case("reference-currency")
def _(wrong: bool) -> list[Builder]:
    told = ("$212bn" if wrong else "$240bn", {"period": "2021"})
    return against_fact(told, ("€212bn", {"period": "2020-04-20"}))


@case("reference-date")
def _(wrong: bool) -> list[Builder]:
    told = {"measure": "date", "period": "2024" if wrong else "2023"}
    draft, trusted = Builder("draft.md"), Builder("trusted.md")
    draft.say(None, "~opening", **told)
    trusted.say(None, "~opening", measure="date", period="2023-03-28", marks=frozenset(("reference",)))
    return [draft, trusted]


@case("reference-day")
def _(wrong: bool) -> list[Builder]:
    rise = {"measure": "change", "direction": "up"}
    told = ("19 %", {**rise, "period": "2025-08-29" if wrong else "2025-09-01"})
    return against_fact(told, ("18.5 %", {**rise, "period": "2025-09-01"}))


@case("outcome")
def _(wrong: bool) -> list[Builder]:
    return pair(
        ("$5.0bn",),
        {"period": "2025", "modality": "forecast"},
        ("$5.4bn" if wrong else "$5.0bn",),
        {"period": "2025"},
    )


@pytest.mark.parametrize("rule", sorted(CASES))
def test_a_rule_flags_its_case_and_not_the_look_alike(rule: str) -> None:
    found = findings(*CASES[rule](True), only=rule)
    assert rules_of(found) == [rule], rule
    assert all("unstated" not in finding.message for finding in found), found[0].message
    assert findings(*CASES[rule](False), only=rule) == []


@pytest.mark.parametrize("rule", sorted(CASES))
def test_sides_and_files_may_change_places(rule: str) -> None:
    builders = CASES[rule](True)
    one, other = findings(*builders, only=rule), findings(*reversed(builders), only=rule)
    assert one == other and len({finding.fingerprint for finding in one}) == len(one)


def test_what_a_rule_is_about_is_not_told_as_something_an_article_said() -> None:
    opened = [rule.id for rule in load_rules() if rule.about.lstrip().startswith(('"', "'", "“"))]
    assert opened == []
