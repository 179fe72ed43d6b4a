"""The arithmetic of a requirement with its numbers filled in, for the explanation of a finding."""

from __future__ import annotations

from factcheck.engine.amounts import Amount, Incomparable
from factcheck.engine.evaluate import compile_expression
from factcheck.engine.match import Match
from factcheck.engine.say import amount_words, value_words, words_for
from factcheck.rule import Expression

_SIGNS = {"*": "×", "/": "÷", "+": "+", "-": "−"}


def arithmetic(require: Expression, match: Match) -> str:
    """ "$441 million × (1 + 5 %) is $462.8 million to $463.3 million, against $452.2 million."; "" without sums."""
    if require[0] != "op" or require[1] not in ("==", "<=", ">=", "<", ">"):
        return ""
    left, right = require[2], require[3]
    if not (_calculates(left) or _calculates(right)):
        return ""
    if _calculates(left) and not _calculates(right):
        left, right = right, left
    try:
        stated = compile_expression(left)(match)
        result = compile_expression(right)(match)
        shown = _written(right, match)
    except Incomparable:
        return ""
    if not isinstance(stated, Amount) or not isinstance(result, Amount):
        return ""
    try:
        percent = stated.dimension == "percent" and result.pure
        return f"{shown} is {_range(result, percent)}, against {amount_words(stated)}."
    except Incomparable:
        return ""


def _calculates(node: Expression) -> bool:
    return (node[0] == "op" and node[1] in _SIGNS) or (
        node[0] == "call" and node[1] in ("sum", "abs", "years")
    )


def _written(node: Expression, match: Match, inner: bool = False) -> str:
    if node[0] == "op" and node[1] in _SIGNS:
        text = f"{_written(node[2], match, True)} {_SIGNS[node[1]]} {_written(node[3], match, True)}"
        return f"({text})" if inner else text
    if node[0] == "call" and node[1] == "sum":
        values = compile_expression(node[2][0])(match)
        return " + ".join(words_for(value) for value in values)
    return words_for(compile_expression(node)(match))


def _range(amount: Amount, percent: bool = False) -> str:
    """Where the result must lie, as narrow as the written figures allow."""
    low, high = amount.strict.low, amount.strict.high
    if low is None or high is None:
        return amount_words(amount)
    percent = percent or amount.dimension == "percent"
    factor = 100 if percent else 1
    unit = "percent" if percent else None if amount.pure else amount.unit
    ends = [value_words(end * factor, unit) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
