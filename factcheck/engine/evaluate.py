"""Expressions made runnable: a tree becomes nested closures over a match. Nothing of Python is reachable by name."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claim import Claim, Entity
from factcheck.day import date
from factcheck.engine.amounts import (
    Amount,
    Incomparable,
    amount_of,
    both,
    combine,
    compare,
    either,
    number,
    opposite,
)
from factcheck.engine.aspects import aspect_of
from factcheck.engine.calendar import DURATIONS
from factcheck.engine.functions import FUNCTIONS
from factcheck.engine.match import ARTICLE_FACTS, ATTRIBUTES, Match, Run, value_of
from factcheck.engine.names import Names
from factcheck.engine.words import same
from factcheck.hints import Any
from factcheck.interval import Answer
from factcheck.period import Period, Reading
from factcheck.quantity import Quantity
from factcheck.rule import Expression, Rule


def compile_expression(node: Expression, names: Names | None = None) -> Run:
    """A closure that gives the node's value for a match. Raises Incomparable at run time, never anything else.

    With ``names``, what the rule's variables and parameters stand for is settled now instead of at every match.
    """
    kind = node[0]
    if kind == "num":
        constant = number(Fraction(node[1], node[2]))
        return lambda match: constant
    if kind == "amount":
        return _amount(Fraction(node[1], node[2]), node[3])
    if kind == "text":
        return lambda match: node[1]
    if kind == "name":
        return _name(node[1]) if names is None else names.run(node[1])
    if kind == "get" and names is not None and (direct := names.aspect(node)) is not None:
        return direct
    if kind == "get":
        return _get(compile_expression(node[1], names), node[2])
    if kind == "call":
        return _call(node[1], [compile_expression(argument, names) for argument in node[2]])
    if kind == "neg":
        inner = compile_expression(node[1], names)
        return lambda match: combine("-", number(0), inner(match))
    if kind == "not":
        inner = compile_expression(node[1], names)
        return lambda match: opposite(truth(inner(match)))
    return _operation(node[1], compile_expression(node[2], names), compile_expression(node[3], names))


def _amount(value: Fraction, unit: str) -> Run:
    if unit in DURATIONS:
        months = int(value * DURATIONS[unit])
        return lambda match: months
    constant: Any = number(value)
    if unit == "percent":
        constant = number(value / 100, "percent")
    elif unit == "point":
        constant = number(value / 100, "percentage point")
    return lambda match: constant


def _name(word: str) -> Run:
    bare = word.removeprefix("$")

    def look(match: Match) -> Any:
        if not word.startswith("$"):
            if word in match.roles:
                return match.roles[word]
            if word in match.parameters:
                return match.parameters[word]
        if bare in match.variables:
            return value_of(match.variables[bare])
        raise Incomparable(word)

    return look


def _get(inner: Run, name: str) -> Run:
    aspect = aspect_of(name)

    def get(match: Match) -> Any:
        return attribute(inner(match), match)

    def attribute(value: Any, match: Match) -> Any:
        if isinstance(value, list):
            return [attribute(item, match) for item in value]
        if isinstance(value, Claim):
            if name in ARTICLE_FACTS:
                article = match.article(value.path)
                return None if article is None else getattr(article, name)
            if aspect is not None:
                return value_of(aspect.read(value)) if name != "quantity" else amount_of(value.quantity)
            if name == "details":
                return ("details", value)
            raise Incomparable(name)
        if isinstance(value, tuple) and len(value) == 2 and value[0] == "details":
            return value_of(dict(value[1].details).get(name))
        if isinstance(value, tuple):
            return dict(value).get(name)
        if isinstance(value, Period):
            return _period(value, name)
        if isinstance(value, Reading):
            return getattr(value, name) if name in ATTRIBUTES["reading"] else None
        if isinstance(value, Entity):
            return _entity(value, name)
        if isinstance(value, date):
            return number({"year": value.year, "month": value.month, "day": value.day}[name])
        if isinstance(value, Amount) and value.quantity is not None:
            return _figure(value.quantity, name)
        raise Incomparable(name)

    return get


def _entity(entity: Entity, name: str) -> Any:
    """``whole``: whom somebody belongs to who is only described: "the company's managers" → the company."""
    if name == "whole":
        return entity.id if "#@" in entity.id else entity.id.partition("#")[0]
    return {"id": entity.id, "name": entity.name, "words": entity.words or entity.name}.get(name)


def _period(period: Period, name: str) -> Any:
    if name in ("text", "label", "kind"):
        return {"text": period.text, "label": period.label, "kind": period.kind}[name]
    if len(period.keys()) != 1:
        raise Incomparable("several readings")
    return getattr(period.readings[0], name, None)


def _figure(quantity: Quantity, name: str) -> Any:
    if name in ("low", "high"):
        return number(quantity.low if name == "low" else quantity.high)
    return {"text": quantity.text, "unit": quantity.unit, "dimension": quantity.dimension}.get(name)


def _call(name: str, arguments: list[Run]) -> Run:
    function = FUNCTIONS[name]
    if name == "known":  # asking whether something is there is never an error
        return lambda match: function.run(_or_none(arguments[0], match))

    nothing_will_do = name in ("same", "one_of", "has")

    def run(match: Match) -> Any:
        values = [argument(match) for argument in arguments]
        if not nothing_will_do:
            for value in values:
                if value is None:
                    raise Incomparable(name)
        try:
            return function.run(match, *values) if function.asks_match else function.run(*values)
        except (AttributeError, TypeError, ValueError, OverflowError, KeyError, AssertionError) as error:
            raise Incomparable(name) from error

    return run


def _or_none(argument: Run, match: Match) -> Any:
    try:
        return argument(match)
    except Incomparable:
        return None


def truth(value: Any) -> Answer:
    if isinstance(value, Answer):
        return value
    return Answer.CONFLICT if value is None else Answer.AGREE


def _operation(sign: str, left: Run, right: Run) -> Run:
    if sign == "and":

        def conjunction(match: Match) -> Answer:
            first = truth(left(match))
            return first if first is Answer.CONFLICT else both(first, truth(right(match)))

        return conjunction
    if sign == "or":

        def alternative(match: Match) -> Answer:
            first = truth(left(match))
            return first if first is Answer.AGREE else either(first, truth(right(match)))

        return alternative
    if sign in ("+", "-", "*", "/"):
        return lambda match: _arithmetic(sign, left(match), right(match))
    return lambda match: _comparison(sign, left(match), right(match))


def _arithmetic(sign: str, a: Any, b: Any) -> Any:
    if isinstance(a, Amount) and isinstance(b, Amount):
        return combine(sign, a, b)
    if isinstance(a, Period) and isinstance(b, int) and sign in "+-":
        from factcheck.engine.calendar import shift_period

        return shift_period(a, b if sign == "+" else -b)
    raise Incomparable(sign)


def _comparison(sign: str, a: Any, b: Any) -> Answer:
    if isinstance(a, Amount) and isinstance(b, Amount):
        return compare(sign, a, b)
    if isinstance(a, Period) and isinstance(b, Period) and sign in ("==", "!="):
        answer = Answer.of(bool(a.meet(b)))
        return answer if sign == "==" else opposite(answer)
    if isinstance(a, date) and isinstance(b, date) and sign in ("<", "<=", ">", ">="):
        holds = {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[sign]
        return Answer.of(holds)
    if sign in ("==", "!="):
        answer = same(a, b)
        return answer if sign == "==" else opposite(answer)
    raise Incomparable(sign)


def parameters_of(rule: Rule) -> dict[str, Any]:
    """The values of a rule's parameters."""
    nothing = Match({})
    return {name: compile_expression(tree)(nothing) for name, tree in rule.parameters}
