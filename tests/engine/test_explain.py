"""A rule in prose: what it prints is the rule, word for word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.engine import load_rules
from factcheck.engine.explain import explanation, shown
from factcheck.engine.grammar import parse_expression
from factcheck.engine.impossible import bare
from factcheck.rule import Expression, Rule

RULES = load_rules()


def expressions(rule: Rule) -> Iterator[Expression]:
    yield from rule.when
    yield from (silence.when for silence in rule.unless if silence.when is not None)
    yield from (remedy.when for remedy in rule.reconcile)
    yield from (piece[0] for piece in (*rule.say, *rule.suggest) if not isinstance(piece, str))
    if rule.require is not None:
        yield rule.require


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_every_expression_reads_back_as_itself(rule: Rule) -> None:
    for tree in expressions(rule):
        assert bare(parse_expression(shown(tree))) == bare(tree)


@pytest.mark.parametrize(
    "text",
    [
        "a - (b - c)",
        "a / (b * c)",
        "(a + b) * c",
        "not (a and b) or c",
        "-(a + b)",
        "(a or b) and not c == d",
    ],
)
def test_brackets_are_kept_where_they_mean_something(text: str) -> None:
    tree = parse_expression(text)
    assert bare(parse_expression(shown(tree))) == bare(tree)


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_every_rule_is_explained_with_purpose_source_examples_and_switch(rule: Rule) -> None:
    page = explanation(rule, RULES)
    assert rule.about in page and all(source in page for source in rule.source)
    assert "## flagged" in page and "## not flagged" in page and f'{rule.id} = "off"' in page
    assert all(f"`{pattern.name}`" in page for pattern in rule.patterns)
