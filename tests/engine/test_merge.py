"""From conflicts to findings: one story told once, the most specific explanation kept, the weight of it graded."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from factcheck.claim import Trace
from factcheck.engine.absorb import twins_joined, unexplained
from factcheck.engine.conflict import Conflict
from factcheck.finding import Finding
from tests.rules.claim_builder import Builder, findings, rules_of, shipped


def articles(**figures: str) -> list[Builder]:
    found = []
    for name, text in figures.items():
        builder = Builder(f"{name}.md")
        builder.say(text, period="2025")
        found.append(builder)
    return found


def paths(finding: Finding) -> list[str]:
    return [evidence.path for evidence in finding.evidence]


def test_three_values_are_one_story() -> None:
    (found,) = findings(*articles(a="$4.6bn", b="$5.2bn", c="$5.9bn"))
    assert set(paths(found)) == {"a.md", "b.md", "c.md"}
    assert found.message.endswith("$4.6bn here, $5.2bn there.")
    assert found.explanation.count("Also: ") == 2


def test_two_things_are_two_stories() -> None:
    a, b = articles(a="$4.6bn", b="$5.2bn")
    a.say("41 staff", "employees", period="2025", measure="count")
    b.say("57 staff", "employees", period="2025", measure="count")
    assert len(findings(a, b)) == 2


def test_one_figure_in_three_scopes_is_one_story() -> None:
    builders = []
    for name, scope in (("a", {"segment": "cloud"}), ("b", {"segment": "ai"}), ("c", {"segment": "chips"})):
        builder = Builder(f"{name}.md")
        builder.say("33.5 %", "market-share", measure="share", scope=scope)
        builders.append(builder)
    (found,) = findings(*builders, only="scope-mismatch")
    assert sorted(paths(found)) == ["a.md", "b.md", "c.md"]


def test_evidence_is_bounded_and_the_told_pair_is_always_shown() -> None:
    (found,) = findings(*articles(**{f"n{n:02}": f"${1 + n}.1bn" for n in range(30)}), only="value-conflict")
    assert len(found.evidence) <= 18 and "more such pairs" in found.explanation


def test_the_most_specific_explanation_absorbs_the_plain_one() -> None:
    assert rules_of(findings(*articles(a="$4.67bn", b="$4.67M"))) == ["scale-slip"]
    assert rules_of(findings(*articles(a="$4.67bn", b="$4.76bn"))) == ["digits-transposed"]
    both = findings(*articles(a="$4.67bn", b="$4.76bn", c="$5.95bn"))  # a slip, and a third value
    assert rules_of(both) == ["digits-transposed", "value-conflict"]


def test_rules_that_meet_on_the_same_passages_are_one_finding() -> None:
    a = Builder("a.md")
    a.say("26.5 %", measure="change", direction="up", section="title", period="2025")
    a.say("26.5 %", measure="change", direction="down", period="2025")
    found = findings(a)
    assert len({frozenset((e.path, e.start) for e in one.evidence) for one in found}) == len(found)


def test_one_unit_of_the_last_digit_weighs_less() -> None:
    (near,) = findings(*articles(a="$4.67bn", b="$4.68bn"))
    (far,) = findings(*articles(a="$4.67bn", b="$4.95bn"))
    assert (near.severity, far.severity) == ("warning", "error")
    assert near.reasons == ("the figures differ by one unit of their last digit",)
    (percent,) = findings(*articles(a="26 %", b="27 %"))
    assert percent.severity == "error"  # a unit is a lot of it


def test_what_changes_the_story_comes_first() -> None:
    plain, turned = articles(a="$4.67bn", b="$4.95bn"), []
    for name, direction in (("y", "up"), ("z", "down")):
        builder = Builder(f"{name}.md")
        builder.say("26 %", "ebita", measure="change", direction=direction, period="2025")
        turned.append(builder)
    assert [found.rule for found in findings(*plain, *turned)] == ["direction", "value-conflict"]


def test_what_is_relied_on_is_told_and_lowers() -> None:
    def graded(**how: str) -> Finding:
        a, b = articles(a="$4.67bn", b="$5.95bn")
        trace = tuple(Trace(aspect, how.get(aspect, "stated")) for aspect in ("entity", "metric", "period"))
        a.claims[0] = replace(a.claims[0], trace=trace)
        (found,) = findings(a, b)
        return found

    assert graded().severity == "error"
    inherited = graded(period="inherited")
    assert (inherited.severity, inherited.reasons) == (
        "warning",
        ("the period is taken from elsewhere in the article",),
    )
    assert graded(period="default").severity == "warning"
    assert graded(period="default", metric="default").severity == "note"


def test_here_is_the_checked_article() -> None:
    a, b = articles(a="$4.6bn", b="$5.2bn")
    (found,) = findings(a, b, checked=frozenset(("b.md",)))
    assert found.message.endswith("$5.2bn here, $4.6bn there.") and paths(found)[0] == "b.md"


def test_what_takes_the_place_of_a_grave_conflict_weighs_as_much() -> None:
    """A note that explains an error is an error, also through a chain of explanations, and in whatever order."""
    a, b = articles(a="$4.6bn", b="$5.2bn")
    claims = (("a", a.claims[0]), ("b", b.claims[0]))
    rules = {rule.id: rule for rule in shipped()}
    chain = {"value-conflict": (), "modality": ("value-conflict",), "age": ("modality",)}
    for order in permutations(zip(chain, ("error", "note", "note"), strict=True)):
        conflicts = [
            Conflict(
                replace(rules[name], explains=chain[name]), severity, "suspect", name, "", "", (name,), claims
            )
            for name, severity in order
        ]
        (left,) = unexplained(conflicts)
        assert (left.rule.id, left.severity, left.reasons) == ("age", "error", ("value-conflict",))


def test_a_note_never_takes_the_place_of_an_error_on_the_same_passages() -> None:
    a, b = articles(a="$4.6bn", b="$5.2bn")
    (grave,) = findings(a, b)
    note = replace(grave, rule="outcome", severity="note", verdict="suspect", message="A forecast.")
    rules = {rule.id: rule for rule in shipped()}
    told = [(rules["outcome"], note), (rules[grave.rule], grave)]
    for found in (told, told[::-1]):
        (left,) = twins_joined(found)
        assert (left.rule, left.severity) == (grave.rule, "error") and "A forecast." in left.explanation
