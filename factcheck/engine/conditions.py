"""A rule's conditions, those on one claim alone first: they are asked once a claim, not once a match."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from factcheck.claim import Claim
from factcheck.engine.amounts import Incomparable
from factcheck.engine.evaluate import compile_expression, truth
from factcheck.engine.match import Match, Run
from factcheck.engine.names import Names
from factcheck.hints import Any
from factcheck.interval import Answer
from factcheck.rule import Expression, Rule


class Conditions:
    """What must hold of a match before anything is required of it."""

    def __init__(
        self, rule: Rule, names: Names, claims: list[Claim], match: Callable[[dict[str, Any]], Match]
    ) -> None:
        self._claims, self._match, self._names = claims, match, names
        single = {pattern.name for pattern in rule.patterns if pattern.kind == "one"}
        self._alone: dict[str, list[Run]] = {}
        self._pending: list[Expression] = []  # those on several claims, compiled once a match has come so far
        self._known: dict[str, dict[int, bool]] = {}
        for condition in rule.when:
            for part in conjuncts(condition):
                roles = set(roles_of(part, names))
                if len(roles) == 1 and roles <= single:
                    self._alone.setdefault(roles.pop(), []).append(compile_expression(part, names))
                else:
                    self._pending.append(part)
        self._known = {role: {} for role in self._alone}

    @cached_property
    def _together(self) -> list[Run]:
        return [compile_expression(part, self._names) for part in self._pending]

    def alone(self, rows: Mapping[str, int]) -> bool:
        """Whether each claim fulfils the conditions that speak of it alone."""
        for role, known in self._known.items():
            row = rows[role]
            holds = known.get(row)
            if holds is None:
                match = self._match({role: self._claims[row]})
                holds = known[row] = all(holds_for(run, match) for run in self._alone[role])
            if not holds:
                return False
        return True

    def together(self, match: Match) -> bool:
        """Whether the conditions hold that speak of several claims."""
        return all(holds_for(run, match) for run in self._together)


def conjuncts(node: Expression) -> Iterator[Expression]:
    """The conditions that “and” joins, one by one."""
    if node[0] == "op" and node[1] == "and":
        yield from conjuncts(node[2])
        yield from conjuncts(node[3])
    else:
        yield node


def roles_of(node: Expression, names: Names) -> Iterator[str]:
    """The roles whose claims an expression reads, through variables as well."""
    if node[0] == "name":
        word = node[1]
        bare = word.removeprefix("$")
        if bare == word and word in names.roles:
            yield word
        elif bare in names.variables and not (bare == word and word in names.parameters):
            yield names.variables[bare][0][0]
        return
    for part in node:
        if isinstance(part, tuple) and part and isinstance(part[0], str):
            yield from roles_of(part, names)
        elif isinstance(part, tuple):
            for inner in part:
                if isinstance(inner, tuple):
                    yield from roles_of(inner, names)


def holds_for(condition: Run, match: Match) -> bool:
    """Whether a condition holds for certain; what cannot be told does not."""
    try:
        return truth(condition(match)) is Answer.AGREE
    except Incomparable:
        return False
