"""The arithmetic of a requirement with its numbers filled in: what a reader can check on a slip of paper."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claim import Claim
from factcheck.engine.amounts import Amount, Incomparable
from factcheck.engine.evaluate import compile_expression
from factcheck.engine.match import Match
from factcheck.engine.say import amount_words, value_words, words_for
from factcheck.rule import Expression

_SIGNS = {"*": "×", "/": "÷", "+": "+", "-": "−"}
_COMPARISONS = ("==", "<=", ">=", "<", ">")
# How far a result falls short of, or passes, what is stated: (up to this part of it, in words).
_SHORT = ((Fraction(1, 10), "less than a tenth of"), (Fraction(1, 4), "less than a quarter of"), (Fraction(1, 3), "less than a third of"), (Fraction(1, 2), "less than half of"))  # fmt: skip
_FAR = ((Fraction(10), "more than ten times"), (Fraction(2), "more than twice"))


def arithmetic(require: Expression, match: Match) -> str:
    """ "$5 billion + $714 million = $5.714 billion, less than a tenth of $60.4 billion."; "" without sums."""
    sides = _sides(require)
    if sides is None:
        return ""
    result_node, stated_node, sign = sides
    try:
        result, stated = (compile_expression(node)(match) for node in (result_node, stated_node))
        if not isinstance(result, Amount) or not isinstance(stated, Amount):
            return ""
        shown = _written(result_node, match)
        return f"{shown} = {_result(result, stated)}, {_verdict(sign, result, stated)}{_stated(stated_node, stated, match)}."
    except Incomparable:
        return ""


def _sides(require: Expression) -> tuple[Expression, Expression, str] | None:
    """(what is worked out, what is stated, how they must compare); None where nothing is worked out."""
    if require[0] != "op" or require[1] not in _COMPARISONS:
        return None
    left, right, sign = require[2], require[3], require[1]
    if left[0] == "call" and left[1] == "apart":  # apart(x, y) <= tolerance: x should be y
        left, right, sign = left[2][0], left[2][1], "=="
    left, right = _without_share(left), _without_share(right)
    if _calculates(right) and not _calculates(left):
        left, right, sign = right, left, {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}.get(sign, sign)
    return (left, right, sign) if _calculates(left) and not _calculates(right) else None


def _without_share(node: Expression) -> Expression:
    """``whole * enough``: the tolerance is the rule's business, the reader wants to see the whole."""
    if node[:2] == ("op", "*") and node[2][0] == "get" and node[3][0] == "name":
        whole: Expression = node[2]
        return whole
    return node


def _calculates(node: Expression) -> bool:
    if node[0] == "op":
        return node[1] in _SIGNS
    return node[0] == "call" and node[1] in ("sum", "compound")


def _written(node: Expression, match: Match, inner: bool = False) -> str:
    if node[0] == "op" and node[1] in _SIGNS:
        text = f"{_written(node[2], match, True)} {_SIGNS[node[1]]} {_written(node[3], match, True)}"
        return f"({text})" if inner else text
    if node[0] == "call" and node[1] == "sum":
        return " + ".join(words_for(value) for value in compile_expression(node[2][0])(match))
    if node[0] == "call" and node[1] == "compound":
        rate, years = (words_for(compile_expression(part)(match)) for part in node[2])
        return f"(1 + {rate}) to the power of {years}"
    return words_for(compile_expression(node)(match))


def _stated(node: Expression, amount: Amount, match: Match) -> str:
    """The figure as its article has it, with the sign that its words give it."""
    if node[0] == "call" and node[1] == "signed":
        claim = compile_expression(node[2][0])(match)
        if isinstance(claim, Claim):
            return ("down " if claim.direction == "down" else "") + words_for(claim)
    return amount_words(amount)


def _result(amount: Amount, stated: Amount) -> str:
    """The result, and between what it must lie where the rounding of the figures comes near to what is stated."""
    low, high, middle = amount.strict.low, amount.strict.high, amount.middle
    if low is None or high is None or middle is None:
        return amount_words(amount)
    unit, factor, places = amount.unit, 1, 3
    if amount.pure and stated.dimension in ("percent", "percentage point"):
        unit, factor, places = stated.dimension, 100, 1
    elif amount.dimension == "percent":
        unit, factor, places = "percent", 100, 1
    ends = [value_words(end * factor, unit, places) for end in (low, high)]
    best = value_words(middle * factor, unit, places)
    if low == high or ends[0] == ends[1] or not _near(low, high, stated.middle):
        return best
    return f"{best} ({ends[0]} to {ends[1]} as far as the figures are rounded)"


def _near(low: Fraction, high: Fraction, stated: Fraction | None) -> bool:
    """Whether what is stated lies within a few roundings of the result."""
    return stated is not None and min(abs(stated - low), abs(stated - high)) <= 4 * (high - low)


def _verdict(sign: str, result: Amount, stated: Amount) -> str:
    if sign == "==":
        return "not "
    value, whole = result.middle, stated.middle
    if value is None or whole is None or whole <= 0:
        return "against "
    if sign in (">=", ">"):
        return next((words for part, words in _SHORT if value < part * whole), "less than") + " "
    return next((words for part, words in _FAR if value > part * whole), "more than") + " "
