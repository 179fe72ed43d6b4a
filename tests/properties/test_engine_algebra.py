"""Laws of the engine: order changes nothing, an article agrees with itself, wider hedges never make a conflict."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck.claim import Claim
from factcheck.engine import index, load_rules, run_rules
from factcheck.finding import Finding
from factcheck.interval import Interval
from factcheck.rule import RuleSet
from tests.rules.claim_builder import Builder, findings, shipped
from tests.truth import arithmetic, names, periods, reference, values
from tests.truth.made import TRUTHS

__all__ = ["arithmetic", "names", "periods", "reference", "values"]
SLOW = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))

NAMES = ("Harlow", "Norvane", "Castell")
METRICS = (("revenue", "$", "bn"), ("net-income", "$", "M"), ("employees", "", " staff"))
PERIODS = ("2023", "2024", "2025", "2025-Q1*", "2025-Q2*", "2025-Q3")


@st.composite
def newsrooms(draw: st.DrawFn) -> list[Builder]:
    """Two to four articles with a few claims each about few things, so that much of it meets."""
    builders = []
    for at in range(draw(st.integers(2, 4))):
        builder = Builder(f"article-{at}.md")
        for _ in range(draw(st.integers(1, 6))):
            metric, sign, tail = draw(st.sampled_from(METRICS))
            value = draw(st.sampled_from(("4.67", "4.76", "4.7", "5.20", "812", "452")))
            builder.say(
                f"{sign}{value}{tail}",
                metric,
                entity=draw(st.sampled_from(NAMES)),
                period=draw(st.sampled_from(PERIODS)),
                modality=draw(st.sampled_from(("reported", "reported", "forecast"))),
                prior=draw(st.sampled_from((False, False, True))),
            )
        builders.append(builder)
    return builders


def told(found: list[Finding]) -> list[tuple[str, str, str, str]]:
    return [(f.rule, f.severity, f.verdict, f.fingerprint) for f in found]


@settings(max_examples=60, deadline=None)
@given(newsrooms(), st.randoms(use_true_random=False))
def test_order_of_files_claims_and_rules_changes_nothing(room: list[Builder], dice: random.Random) -> None:
    rules = load_rules()
    claims = [claim for builder in room for claim in builder.claims]
    articles = {builder.path: builder.article for builder in room}
    expected = run_rules(rules, claims, articles)
    mixed, turned, names = list(claims), list(rules), list(articles)
    for pile in (mixed, turned, names):
        dice.shuffle(pile)  # type: ignore[arg-type]
    assert run_rules(RuleSet(tuple(turned)), mixed, {name: articles[name] for name in names}) == expected


@settings(max_examples=60, deadline=None)
@given(newsrooms())
def test_an_unrelated_article_adds_nothing(room: list[Builder]) -> None:
    other = Builder("zz-other.md")
    other.say("812 goals", "~goal", entity="Tarn Rovers", period="2024", measure="count")
    assert told(findings(*room)) == told(findings(*room, other))


@settings(max_examples=60, deadline=None)
@given(newsrooms())
def test_with_checked_articles_the_findings_are_those_that_touch_them(room: list[Builder]) -> None:
    """The same passages of the checked article, whether the others are context or checked as well."""
    path = room[0].path

    def touched(found: list[Finding]) -> set[tuple[str, int]]:
        return {(f.rule, e.start) for f in found for e in f.evidence if e.path == path}

    some = findings(*room, checked=frozenset((path,)))
    assert all(any(e.path == path for e in f.evidence) for f in some)
    assert touched(some) == touched(findings(*room))


@settings(max_examples=60, deadline=None)
@given(newsrooms())
def test_a_copy_of_an_article_agrees_with_it(room: list[Builder]) -> None:
    sole = Builder("one.md")
    seen: set[tuple[str, str]] = set()
    for claim in room[0].claims:
        if (claim.entity.id, claim.metric) not in seen and not claim.prior:
            seen.add((claim.entity.id, claim.metric))
            sole.claims.append(claim)
    one = [replace(c, path="one.md", number=n) for n, c in enumerate(sole.claims)]
    two = [replace(c, path="two.md", number=n) for n, c in enumerate(sole.claims)]
    article = room[0].article
    assert run_rules(load_rules(), one + two, {"one.md": article, "two.md": article})[0] == []


@settings(max_examples=100, deadline=None)
@given(st.integers(100, 999), st.integers(100, 999), st.integers(1, 400))
def test_a_wider_hedge_never_makes_a_conflict(first: int, second: int, width: int) -> None:
    def loud(widened: bool) -> bool:
        a, b = Builder("a.md"), Builder("b.md")
        a.say(f"${first}M", period="2025")
        b.say(f"${second}M", period="2025")
        if widened:
            a.claims[0] = _hedged(a.claims[0], width)
        return any(f.rule == "value-conflict" and f.severity != "note" for f in findings(a, b))

    assert loud(False) or not loud(True)


def _hedged(claim: Claim, width: int) -> Claim:
    assert claim.quantity is not None
    wide = Interval.around(claim.quantity.low, width * Fraction(10**6))
    q = claim.quantity
    return replace(claim, quantity=replace(q, strict=wide, loose=wide.hull(q.loose), hedged=True))


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Builder], bool]:
    """A case of any rule, with its truth."""
    rule = draw(st.sampled_from(sorted(TRUTHS)))
    return (rule, *TRUTHS[rule](draw))


@SLOW
@given(cases(), st.randoms(use_true_random=False))
def test_order_changes_nothing_in_a_case_of_any_rule(
    case: tuple[str, list[Builder], bool], dice: random.Random
) -> None:
    _, room, _ = case
    claims = [claim for builder in room for claim in builder.claims]
    articles = {builder.path: builder.article for builder in room}
    expected = run_rules(shipped(), claims, articles)
    mixed, turned = list(claims), list(shipped())
    dice.shuffle(mixed)
    dice.shuffle(turned)
    assert run_rules(RuleSet(tuple(turned)), mixed, articles) == expected


@SLOW
@given(cases())
def test_an_unrelated_article_adds_nothing_to_a_case_of_any_rule(
    case: tuple[str, list[Builder], bool],
) -> None:
    _, room, _ = case
    stranger = Builder("zz-other.md", room[0].published)
    stranger.say("812 goals", "~goal", entity="Tarn Rovers", period="2024", measure="count")
    assert told(findings(*room)) == told(findings(*room, stranger))


@SLOW
@given(cases())
def test_an_article_against_itself_yields_none(case: tuple[str, list[Builder], bool]) -> None:
    """What is sound in one article stays sound beside its copy."""
    rule, room, broken = case
    assume(not broken and len(room) == 1)
    twin = Builder("twin.md", room[0].published)
    twin.pieces = room[0].pieces
    twin.claims = [replace(claim, path="twin.md") for claim in room[0].claims]
    assert findings(room[0], twin, only=rule) == []


# Rules that join figures by agreement find more when a figure agrees with more: the others must not.
AGREEING = {
    rule.id
    for rule in shipped()
    if any(
        sum(term.variable == name and term.op == "var" for p in rule.patterns for term in p.terms) > 1
        for name in {
            t.variable for p in rule.patterns for t in p.terms if t.aspect == "quantity" and t.variable
        }
    )
}


@SLOW
@given(cases(), st.integers(0, 9), st.integers(1, 30))
def test_a_wider_hedge_never_makes_a_conflict_of_any_rule(
    case: tuple[str, list[Builder], bool], which: int, percent: int
) -> None:
    rule, room, _ = case
    assume(rule not in AGREEING)
    figures = [(b, n) for b in room for n, claim in enumerate(b.claims) if claim.quantity is not None]
    assume(figures)
    before = len(findings(*room, only=rule))
    builder, number = figures[which % len(figures)]
    claim = builder.claims[number]
    assert claim.quantity is not None
    q = claim.quantity
    wide = q.strict.hull(Interval.around(q.low, abs(q.low) * percent / 100))
    builder.claims[number] = replace(
        claim, quantity=replace(q, strict=wide, loose=wide.hull(q.loose), hedged=True)
    )
    loud = [one for one in findings(*room, only=rule) if one.severity != "note" or before]
    assert before or not loud


@settings(max_examples=60, deadline=None)
@given(newsrooms(), st.integers(0, 3))
def test_claims_are_picked_or_indexed_whichever_is_cheaper_with_one_result(
    room: list[Builder], at: int
) -> None:
    rules = load_rules()
    claims = [claim for builder in room for claim in builder.claims]
    articles = {builder.path: builder.article for builder in room}
    checked = frozenset([room[at % len(room)].path])
    results = []
    for cost in (0, 10**9):  # always indexed, always picked
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(index, "PICKED", cost)
            results.append(run_rules(rules, claims, articles, checked))
    assert results[0] == results[1]
