"""Every form of the language, in a rule of its own over claims made for it: what it finds, and what it leaves."""

from __future__ import annotations

from dataclasses import replace as replaced
from datetime import date
from pathlib import Path

import pytest

from factcheck.article import Article, Section
from factcheck.engine import load_rules, run_rules
from factcheck.errors import ConfigurationError
from factcheck.finding import Finding
from factcheck.rule import RuleSet
from factcheck.span import Span
from tests.rules.claim_builder import Builder

HEAD = "id: my-rule\ntitle: T\nseverity: warning\nabout: Why.\nsource: [the desk]\n"


@pytest.fixture
def rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))

    def load(text: str) -> RuleSet:
        (tmp_path / "my-rule.yaml").write_text(HEAD + text, encoding="utf-8")
        return load_rules([tmp_path], demand_examples=False)

    return load


def run(rules: RuleSet, *builders: Builder, articles: dict[str, Article] | None = None) -> list[Finding]:
    claims = [claim for builder in builders for claim in builder.claims]
    return run_rules(rules, claims, articles or {b.path: b.article for b in builders})[0]


def two(**sides: dict[str, object]) -> list[Builder]:
    found = []
    for name, more in sides.items():
        builder = Builder(f"{name}.md")
        builder.say(str(more.pop("figure", "$5M")), **more)  # type: ignore[arg-type]
        found.append(builder)
    return found


NAMES = """\
find:
  a: {entity: $who, quantity: any}
  b: {entity: {like: $who, at-least: 80 percent}, quantity: any}
when: not same(a.entity, b.entity)
say: "{a.entity} and {b.entity}"
"""


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Halvorsen", "Halvorson", 1),  # one letter
        ("Harlow", "Harlowe", 1),  # at the end
        ("Meyer Werft", "Mayer Werft", 1),  # near the beginning
        ("Halvorsen", "Norvane", 0),
        ("Halvorsen", "Halvorsen", 0),  # the same entity
    ],
)
def test_names_join_by_likeness(rule, one: str, other: str, found: int) -> None:  # type: ignore[no-untyped-def]
    builders = two(a={"entity": one}, b={"entity": other})
    assert len(run(rule(NAMES), *builders)) == found
    assert len(run(rule(NAMES.replace("80 percent", "100%")), *builders)) == 0


def test_figures_join_by_agreement_after_conversion(rule) -> None:  # type: ignore[no-untyped-def]
    text = 'find:\n  a: {entity: $who, quantity: $x}\n  b: {entity: $who, quantity: $x}\nsay: "{a} {b}"\n'
    assert run(rule(text), *two(a={"figure": "$4.67bn"}, b={"figure": "$4,668M"}))
    assert not run(rule(text), *two(a={"figure": "$4.67bn"}, b={"figure": "$4.76bn"}))
    a, b = Builder("a.md"), Builder("b.md")
    a.say("10 x", length="mile")
    b.say("16 x", length="kilometre")
    assert run(rule(text), a, b)


def test_many_figures_of_one_thing_are_looked_up_and_not_compared_pair_by_pair(rule) -> None:  # type: ignore[no-untyped-def]
    text = 'find:\n  a: {entity: $who, quantity: $x}\n  b: {entity: $who, quantity: $x}\nwhere: other-article\nsay: "{a} {b}"\n'
    builders = []
    for number in range(40):
        builder = Builder(f"a{number:02}.md")
        builder.say(f"${1000 + 7 * (number // 2)}M")
        builders.append(builder)
    assert len({frozenset(e.path for e in f.evidence) for f in run(rule(text), *builders)}) == 20


PERIODS = """\
find:
  now: {entity: $who, period: $p, quantity: any}
  before: {entity: $who, period: $p - 1 year, quantity: any}
say: "{now} after {before} in {before.period}"
"""


def test_periods_join_by_reading_and_move(rule) -> None:  # type: ignore[no-untyped-def]
    assert run(rule(PERIODS), *two(a={"period": "2025-Q2"}, b={"period": "2024-Q2"}))
    assert not run(rule(PERIODS), *two(a={"period": "2025-Q2"}, b={"period": "2024-Q1"}))
    assert not run(rule(PERIODS), *two(a={"period": "2025-Q2"}, b={"period": "2025-Q2"}))
    # a fiscal reading of one is the calendar reading of the other
    assert run(rule(PERIODS), *two(a={"period": "2025-Q1*"}, b={"period": "2024-Q2"}))
    quarter = PERIODS.replace("1 year", "1 quarter")
    assert run(rule(quarter), *two(a={"period": "2025-Q1"}, b={"period": "2024-Q4"}))


def test_a_group_is_summed_and_counted(rule) -> None:  # type: ignore[no-untyped-def]
    text = """\
find:
  whole: {entity: $who, metric: revenue, measure: level, scope: none, article: $here, quantity: any}
  parts: {each: {entity: $who, metric: revenue, measure: level, scope.segment: any, article: $here, quantity: any}, by: scope.segment}
when: count(parts) >= 2
require: sum(parts.quantity) == whole.quantity
say: "{parts} make {sum(parts.quantity)}, not {whole}"
"""
    a = Builder("a.md")
    a.say("$9M")
    a.say("$4M", scope={"segment": "cloud"})
    assert not run(rule(text), a)  # one part is no sum
    a.say("$3M", scope={"segment": "retail"})
    a.say("$3M", scope={"segment": "retail"})  # said twice, counted once
    (found,) = run(rule(text), a)
    assert found.message == "$4M and $3M make $7 million, not $9M"


def test_an_optional_claim_and_a_claim_that_must_not_be_there(rule) -> None:  # type: ignore[no-untyped-def]
    optional = """\
find:
  a: {entity: $who, metric: revenue, quantity: any}
  more: {optional: {entity: $who, metric: net-income, quantity: any}}
require: known(more)
say: "{who} tells revenue of {a} and no profit"
"""
    a = Builder("a.md")
    a.say("$9M")
    assert [f.message for f in run(rule(optional), a)] == ["Acme tells revenue of $9M and no profit"]
    a.say("$1M", "net-income")
    assert not run(rule(optional), a)
    negated = """\
find:
  a: {entity: $who, metric: revenue, article: $here, quantity: any}
unless:
  - profit: {entity: $who, metric: net-income, article: $here, quantity: any}
    when: profit.quantity < a.quantity
say: "{a}"
"""
    assert not run(rule(negated), a)
    b = Builder("b.md")
    b.say("$9M")
    b.say("$11M", "net-income")
    assert run(rule(negated), b)


def spread() -> tuple[Builder, dict[str, Article]]:
    """Three claims: two of one sentence, one in another section and paragraph."""
    a = Builder("a.md", date(2025, 9, 1))
    a.say("$5M")
    a.say("$6M", with_last=True)
    a.say("$7M", section="summary")
    text = a.article.text
    at = text.index("revenue $7M")
    sections = (Section("body", Span(0, at)), Section("summary", Span(at, len(text))))
    article = replaced(a.article, sections=sections, title="Acme’s good year", source="Coast Wire")
    return a, {"a.md": article}


@pytest.mark.parametrize(
    ("where", "pairs"),
    [
        ("same-article", {("$5M", "$6M"), ("$5M", "$7M"), ("$6M", "$7M")}),
        ("same-sentence", {("$5M", "$6M")}),
        ("other-sentence", {("$5M", "$7M"), ("$6M", "$7M")}),
        ("same-section", {("$5M", "$6M")}),
        ("other-section", {("$5M", "$7M"), ("$6M", "$7M")}),
        ("other-article", set()),
        ("summary-and-body", {("$5M", "$7M"), ("$6M", "$7M")}),
        ("[same-article, other-paragraph]", {("$5M", "$6M"), ("$5M", "$7M"), ("$6M", "$7M")}),
    ],
)
def test_places(rule, where: str, pairs: set[tuple[str, str]]) -> None:  # type: ignore[no-untyped-def]
    text = f'find:\n  a: {{entity: $who, quantity: any}}\n  b: {{entity: $who, quantity: any}}\nwhere: {where}\nsay: "{{a}} {{b}}"\n'
    a, articles = spread()
    found = run(rule(text), a, articles=articles)
    said = {tuple(sorted(finding.message.split())) for finding in found}
    evidence = {
        tuple(sorted((one.quote, other.quote)))
        for finding in found
        for one in finding.evidence
        for other in finding.evidence
        if one.start < other.start
    }
    assert said <= pairs <= evidence | said


def test_facts_of_the_article(rule) -> None:  # type: ignore[no-untyped-def]
    text = """\
find:
  a: {section: summary, quantity: any}
require: mentions(a.title, "profit")
say: "“{a.title}” ({a.source}, {a.published}) has no word of profit"
"""
    a, articles = spread()
    (found,) = run(rule(text), a, articles=articles)
    assert found.message == "“Acme’s good year” (Coast Wire, September 1, 2025) has no word of profit"


def test_reference_facts_are_found_only_when_asked_for(rule) -> None:  # type: ignore[no-untyped-def]
    plain = 'find:\n  a: {entity: $who, quantity: any}\n  b: {entity: $who, quantity: any}\nsay: "{a} {b}"\n'
    builders = two(a={"marks": frozenset(("reference",))}, b={})
    assert not run(rule(plain), *builders)
    asked = plain.replace("a: {entity", "a: {marks: reference, entity")
    assert run(rule(asked), *builders)


def test_another_value_than_the_variables_whichever_claim_is_found_first(rule) -> None:  # type: ignore[no-untyped-def]
    text = """\
find:
  a: {entity: $who, metric: revenue, scope: $s, quantity: any}
  b: {entity: $who, metric: revenue, scope: {not: $s}, section: summary, quantity: any}
say: "{a} {b}"
"""
    scope = {"scope": {"place": "China"}}
    assert not run(rule(text), *two(a=dict(scope), b={"section": "summary", **scope}))
    assert run(rule(text), *two(a=dict(scope), b={"section": "summary"}))


LOOSE = """\
find:
  a: {entity: $who, period: $when or none, basis: $basis or none, quantity: any}
  b: {entity: $who, period: $when or none, basis: $basis or none, quantity: any}
where: other-article
say: "{a} {b} {when:in}"
"""
SAYS = [
    {"period": "2025"},
    {"period": "2024"},
    {},
    {"period": "2025", "basis": "year-on-year"},
    {"basis": "quarter-on-quarter"},
]


@pytest.mark.parametrize("one", range(len(SAYS)))
@pytest.mark.parametrize("other", range(len(SAYS)))
@pytest.mark.parametrize("checked", [None, frozenset(("a.md",)), frozenset(("b.md",))])
def test_what_one_claim_may_leave_unsaid(rule, one: int, other: int, checked: frozenset[str] | None) -> None:  # type: ignore[no-untyped-def]
    a, b = SAYS[one], SAYS[other]
    fits = all(a[name] == b[name] for name in a.keys() & b.keys())
    builders = two(a=dict(a), b={**b, "figure": "$6M"})
    claims = [claim for builder in builders for claim in builder.claims]
    found = run_rules(rule(LOOSE), claims, {one.path: one.article for one in builders}, checked)[0]
    assert len(found) == fits
    if fits and (a.get("period") or b.get("period")):
        assert found[0].message.endswith(f"in {a.get('period') or b.get('period')}")


@pytest.mark.parametrize(
    "find",
    [
        "  a: {entity: $w, period: $p or none}\n  b: {entity: $w, period: $p}",
        "  a: {entity: $w, period: $p or none}\n  b: {entity: $w, period: $p or none}\n  c: {entity: $w, period: $p or none}",
        "  a: {entity: $w, quantity: $p or none}\n  b: {entity: $w, quantity: $p or none}",
        "  a: {entity: $w, period: $p or none}\n  b: {each: {entity: $w, period: $p or none}}",
    ],
)
def test_unsaid_between_other_than_two_claims_is_refused(rule, find: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ConfigurationError, match=r"my-rule\.yaml"):
        rule(f"find:\n{find}\nsay: x\n")


WEEK = """\
find:
  a: {digits: $digits, article: $here, quantity: any}
  b: {digits: $digits, article: $there, quantity: any}
where: [other-article, same-week]
unless:
  - also: {article: $there, quantity: any}
    when: not same(also.digits, b.digits)
  - also: {article: $here, quantity: any}
    when: not same(also.digits, a.digits)
say: "{a} {b}"
"""


@pytest.mark.parametrize(
    ("days", "dated", "found"), [(0, True, 1), (6, True, 1), (-6, True, 1), (30, True, 0), (0, False, 0)]
)
@pytest.mark.parametrize("checked", [None, frozenset(("a.md",))])
def test_articles_of_one_week(
    rule, days: int, dated: bool, found: int, checked: frozenset[str] | None
) -> None:  # type: ignore[no-untyped-def]
    a = Builder("a.md", date(2025, 9, 10))
    b = Builder("b.md", date.fromordinal(date(2025, 9, 10).toordinal() + days) if dated else None)
    a.say("$4.67bn", entity="Acme")
    b.say("$467M", entity="Bolt")
    claims = [*a.claims, *b.claims]
    listed = run_rules(rule(WEEK), claims, {"a.md": a.article, "b.md": b.article}, checked)[0]
    assert len(listed) == found


STORY = """\
find:
  a: {measure: $kind, article: $here, quantity: any}
  b: {measure: $kind, article: $there, quantity: any}
where: [other-article, same-story]
unless:
  - a.published > b.published
  - known(a.entity) and not known(b.entity)
  - none: {article: $here, measure: rank}
  - none: {article: $there, measure: rank}
say: "{a} {b}"
"""


@pytest.mark.parametrize(
    ("one", "other", "story"),
    [
        ("held in Castamar by Lindqvist of Dunmere", "in Castamar, and Lindqvist told Dunmere", True),
        ("held in Castamar by Lindqvist of Dunmere", "held in Norland by Halvorsen of Ellerby", False),
        ("in the year 2024 and in 2025 and 2026", "in the year 2024 and in 2025 and 2026", False),  # years are shared by all
        ("on the first Monday of March in January", "on the first Monday of March in January", False),
    ],
)  # fmt: skip
def test_one_story_is_told_by_its_names_and_figures(rule, one: str, other: str, story: bool) -> None:  # type: ignore[no-untyped-def]
    a, b = Builder("a.md"), Builder("b.md")
    a.say("$5M", words=one)
    b.say("$6M", words=other)
    assert bool(run(rule(STORY), a, b)) is story
