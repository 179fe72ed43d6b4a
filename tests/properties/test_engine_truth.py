"""Every rule against claims whose truth is known: what is broken is found, what is sound stays silent.

No extraction is involved: recall must be 1 and false alarms 0. ``tests/truth`` builds the cases, a strategy a rule.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck.engine import load_rules
from factcheck.finding import Finding
from tests.rules.claim_builder import Builder, findings
from tests.truth import arithmetic, events, names, periods, reference, sports, values
from tests.truth.made import FIGURES, TRUTHS

__all__ = ["arithmetic", "events", "names", "periods", "reference", "sports", "values"]
RULES = load_rules()
EXAMPLES = int(os.environ.get("FACTCHECK_EXAMPLES", "25"))  # a rule; raise it to measure


def test_every_rule_has_a_strategy() -> None:
    assert sorted(TRUTHS) == sorted(RULES.ids)


@pytest.mark.parametrize("rule", sorted(TRUTHS))
def test_a_rule_finds_what_is_broken_and_nothing_else(rule: str) -> None:
    @st.composite
    def cases(draw: st.DrawFn) -> tuple[list[Builder], bool]:
        return TRUTHS[rule](draw)

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases())
    def holds(case: tuple[list[Builder], bool]) -> None:
        builders, broken = case
        found = findings(*builders, only=rule)
        assert bool(found) is broken, (broken, found)
        assert all("unstated" not in one.message for one in found), found
        assert told(found) == told(findings(*reversed(builders), only=rule))

    holds()


@pytest.mark.parametrize("rule", sorted(TRUTHS))
def test_all_rules_together_tell_it_and_are_silent_about_what_is_sound(rule: str) -> None:
    """With every rule at work the case is told by its rule or by one that explains it."""
    speakers = {rule} | {one.id for one in RULES if rule in one.explains}

    @st.composite
    def cases(draw: st.DrawFn) -> tuple[list[Builder], bool]:
        return TRUTHS[rule](draw)

    @settings(max_examples=max(10, EXAMPLES // 3), deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases())
    def holds(case: tuple[list[Builder], bool]) -> None:
        builders, broken = case
        found = findings(*builders)
        if broken:
            assert any(one.rule in speakers or "Also: " in one.explanation for one in found), found
        else:
            assert [one for one in found if one.severity == "error" and one.rule == rule] == []

    holds()


def told(found: list[Finding]) -> list[tuple[str, str, str, str]]:
    return sorted((f.rule, f.severity, f.verdict, f.fingerprint) for f in found)


@settings(max_examples=60, deadline=None)
@given(FIGURES, FIGURES, st.integers(2001, 2025))
def test_a_mended_figure_ends_the_finding(one: int, second: int, year: int) -> None:
    assume(one != second)
    a, b, c = Builder("a.md"), Builder("b.md"), Builder("c.md")
    for builder, figure in ((a, one), (b, second), (c, one)):
        builder.say(f"${figure}M", period=str(year))
    assert len(findings(a, b)) == 1
    assert findings(a, c) == []
