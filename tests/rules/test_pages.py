"""Every rule's page is true: what must be flagged is, what must not is not, and what is wanted still fails."""

from __future__ import annotations

import pytest

from factcheck.engine import load_rules
from factcheck.engine.examples import run_examples
from factcheck.pipeline import check_texts

RULES = load_rules()


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_a_rule_does_what_its_page_says(rule) -> None:  # type: ignore[no-untyped-def]
    def check(articles):  # type: ignore[no-untyped-def]
        return check_texts(articles, RULES).findings

    failed = [(o.title, o.problems) for o in run_examples(rule, check, least=3) if not o.passed]
    assert failed == []
