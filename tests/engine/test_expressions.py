"""The expression language: what it reads, what it refuses, and that it stays bounded whatever it is given."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.engine.amounts import Amount, Incomparable
from factcheck.engine.evaluate import compile_expression
from factcheck.engine.grammar import ExpressionError, parse_expression, parse_template
from factcheck.engine.match import Match
from factcheck.engine.say import fill
from factcheck.interval import Answer
from tests.rules.claim_builder import Builder


def value(text: str, **roles: Any) -> Any:
    return compile_expression(parse_expression(text))(Match(roles))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 / 4 - 1", Fraction(3, 2)),
        ("-2 + 5", 3),
        ("26 percent * 200", 52),
    ],
)
def test_arithmetic_is_exact(text: str, result: Fraction) -> None:
    amount = value(text)
    assert isinstance(amount, Amount) and amount.middle == result


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1 < 2 and 2 < 3", Answer.AGREE),
        ("1 < 2 and 3 < 2", Answer.CONFLICT),
        ("not 1 == 2 or 1 == 2", Answer.AGREE),
        ("2 >= 2", Answer.AGREE),
    ],
)
def test_conditions(text: str, answer: Answer) -> None:
    assert value(text) is answer


def test_rounded_figures_give_three_answers() -> None:
    b = Builder("a.md")
    fine, coarse, far = b.say("$4.67bn"), b.say("$4.7bn"), b.say("$300M")
    near = b.say("$320M")
    assert value("a.quantity == b.quantity", a=fine, b=coarse) is Answer.AGREE
    assert value("a.quantity == b.quantity", a=far, b=near) is Answer.UNDECIDED
    assert value("a.quantity == b.quantity", a=fine, b=far) is Answer.CONFLICT
    with pytest.raises(Incomparable):
        value("a.quantity == b.quantity", a=fine, b=b.say("26 %"))


@pytest.mark.parametrize(
    ("text", "at"),
    [("a.quantity ==", 13), ("1 < 2 < 3", 6), ("a..b", 2), ("sum(", 4), ("a b", 2), ("a; b", 1), ("(1", 2)],
)
def test_refusals_name_the_character(text: str, at: int) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse_expression(text)
    assert refused.value.at == at


@pytest.mark.parametrize("text", ["(" * 500, "not " * 500, "1+" * 900 + "1", "9" * 3000, "-" * 200 + "1"])
def test_what_would_explode_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse_expression(text)


@pytest.mark.parametrize("text", ["a.__class__", "a.entity.__init__", "a.span", "a.quantity.agrees", "a.how"])
def test_no_attribute_of_python_is_reachable(text: str) -> None:
    claim = Builder("a.md").say("$1.0bn")
    with suppress(Incomparable):
        assert value(text, a=claim) is None


@settings(max_examples=100)
@given(st.text(alphabet="ab.$()+-*/<>=!,'\"{}: 019andortof\n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_expression, parse_template):
        try:
            parse(text)
        except ExpressionError as error:
            assert 0 <= error.at <= len(text)


def test_templates_fill_their_holes() -> None:
    b = Builder("a.md")
    match = Match({"now": b.say("$452.2M"), "before": b.say("$441M")})
    template = parse_template("{before} to {now}: {now.quantity / before.quantity - 1:percent}; {now.period}")
    assert fill(template, match) == "$441M to $452.2M: 2.5 %; no time stated"
