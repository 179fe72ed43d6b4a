"""A long history of trusted figures must not meet a draft by chance."""

from __future__ import annotations

from datetime import date

from tests.rules.claim_builder import Builder, findings

TRUSTED = frozenset(("reference",))


def test_figures_of_other_quarters_contradict_nothing() -> None:
    facts = Builder("facts.md")
    for year in range(2010, 2025):
        for quarter in (1, 2, 3, 4):
            facts.say(
                f"${2 + (year - 2010) * 3 + quarter / 10:.2f}bn", period=f"{year}-Q{quarter}", marks=TRUSTED
            )
            facts.say(
                f"€{4 + (year - 2010) * 7 + quarter / 10:.2f}bn", period=f"{year}-Q{quarter}", marks=TRUSTED
            )
    draft = Builder("draft.md", date(2025, 8, 1))
    draft.say("$32.1bn", period="2025-Q2")
    draft.say("€53.2bn", period="2025-Q2")
    assert [
        f for f in findings(draft, facts, checked=frozenset(("draft.md",))) if f.rule.startswith("reference")
    ] == []
