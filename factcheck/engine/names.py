"""The names in a rule's expressions, settled once a rule instead of at every match."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from factcheck.claim import Claim
from factcheck.engine.amounts import Amount, Incomparable, amount_of
from factcheck.engine.aspects import ASPECTS, QUANTITY, aspect_of, is_absent
from factcheck.engine.match import ARTICLE_FACTS, Match, Run, value_of
from factcheck.hints import Any
from factcheck.quantity import Quantity
from factcheck.rule import Expression, Pattern, Rule


class Names:
    """What the names in a rule's expressions stand for: claims, their aspects, parameters.

    ``amounts`` keeps the claims' figures as amounts, by the identity of the quantity, for all rules of a run.
    """

    def __init__(self, rule: Rule, parameters: Mapping[str, Any], amounts: dict[int, Amount]) -> None:
        self.parameters, self.amounts = parameters, amounts
        self.single = {pattern.name for pattern in rule.patterns if pattern.kind == "one"}
        self.roles = {pattern.name for pattern in rule.patterns}
        self.roles.update(pattern.name for silence in rule.unless for pattern in silence.patterns)
        self.variables = variable_readers(rule.patterns)

    def aspect(self, node: Expression) -> Run | None:
        """A short way for the commonest expression of all, an aspect of a claim: ``a.period``."""
        inner, name = node[1], node[2]
        if inner[0] != "name" or inner[1] not in self.single or name in ARTICLE_FACTS:
            return None
        role, aspect = inner[1], ASPECTS.get(name)
        if aspect is None:
            return None
        read = aspect.read
        if aspect.type == QUANTITY:
            return lambda match: self.amount(match.roles[role].quantity)
        return lambda match: read(match.roles[role])

    def amount(self, quantity: Quantity | None) -> Amount:
        """A claim's figure as an amount, worked out once."""
        found = self.amounts.get(id(quantity))
        if found is None:
            found = self.amounts[id(quantity)] = amount_of(quantity)
        return found

    def run(self, word: str) -> Run:
        bare = word.removeprefix("$")
        if bare == word and word in self.roles:
            return lambda match: match.roles[word]
        if bare == word and word in self.parameters:
            value = self.parameters[word]
            return lambda match: value
        readers = self.variables.get(bare, [])
        if len(readers) == 1 or (readers and not readers[0][2]):
            role, read, _ = readers[0]
            return lambda match: value_of(read(match.roles[role]))
        return lambda match: _first(readers, match, word)

    def of(self, roles: Mapping[str, Any]) -> dict[str, Any]:
        """Every variable's value for a match, as the first claim that states it unmoved says it."""
        said: dict[str, Any] = {}
        for name, readers in self.variables.items():
            values = _values(readers, roles)
            if values:
                said[name] = next((value for value in values if not is_absent(value)), values[0])
        return said


# (role, how its claim says the variable, whether the role may be missing, a group, or silent about it)
Reader = tuple[str, Callable[[Claim], Any], bool]


def _first(readers: list[Reader], match: Match, word: str) -> Any:
    values = _values(readers, match.roles)
    if not values:
        raise Incomparable(word)
    return value_of(next((value for value in values if not is_absent(value)), values[0]))


def _values(readers: list[Reader], roles: Mapping[str, Any]) -> list[Any]:
    """What the claims that are there say for a variable, those that state it unmoved first."""
    found = []
    for role, read, _ in readers:
        value = roles.get(role)
        claim = value[0] if isinstance(value, list) and value else value
        if isinstance(claim, Claim):
            found.append(read(claim))
    return found


def variable_readers(patterns: Iterable[Pattern]) -> dict[str, list[Reader]]:
    """Where each variable's value is read: claims that state it unmoved first."""
    found: dict[str, list[Reader]] = {}
    listed = list(patterns)
    for moved in (False, True):
        for pattern in listed:
            for term in pattern.terms:
                if term.op == "var" and bool(term.months or term.number) is moved:
                    aspect = aspect_of(term.aspect)
                    assert aspect is not None  # refused at load
                    loose = pattern.kind != "one" or term.loose
                    found.setdefault(term.variable, []).append((pattern.name, aspect.read, loose))
    return found
