"""How a rule is run: each pattern split into a filter, join keys and checks that follow once variables are bound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.claim import Claim, Entity
from factcheck.engine.aspects import Aspect, aspect_of, is_absent, literal_fits
from factcheck.engine.calendar import shift_key
from factcheck.period import Period
from factcheck.rule import Pattern, Term

# Claims of these kinds are only found by a pattern that asks for them.
_HIDDEN_SECTION = "boilerplate"
_REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Key:
    """One join variable of a pattern: ``read`` gives the claim's possible values of the variable, () for none."""

    variable: str
    aspect: str
    shape: tuple[Any, ...]
    read: Callable[[Claim], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class PatternPlan:
    """One pattern, ready to run. ``fits`` tests literals; ``signature`` names the filter, for sharing indexes."""

    pattern: Pattern
    signature: tuple[Any, ...]
    measures: tuple[str, ...]
    fits: Callable[[Claim], bool]
    keys: tuple[Key, ...]
    figure: str
    differs: tuple[Term, ...]

    @property
    def name(self) -> str:
        return self.pattern.name

    @property
    def variables(self) -> frozenset[str]:
        return frozenset(key.variable for key in self.keys)


def plan_pattern(pattern: Pattern) -> PatternPlan:
    tests: list[Callable[[Claim], bool]] = []
    keys: list[Key] = []
    figure = ""
    measures: tuple[str, ...] = ()
    differs: list[Term] = []
    asked = {term.aspect: term for term in pattern.terms}
    for term in pattern.terms:
        aspect = aspect_of(term.aspect)
        assert aspect is not None  # refused at load
        if term.op == "var":
            if aspect.type == "quantity":
                figure = term.variable
                tests.append(_present(aspect))
            else:
                keys.append(_key(term, aspect))
        elif term.op == "not-var":
            differs.append(term)
        elif term.aspect == "measure" and term.op == "in":
            measures = term.values
        else:
            tests.append(_test(term, aspect))
    if not _names(asked.get("section"), _HIDDEN_SECTION):
        tests.append(lambda claim: claim.section != _HIDDEN_SECTION)
    if not _names(asked.get("marks"), _REFERENCE):
        tests.append(lambda claim: _REFERENCE not in claim.marks)
    signature = tuple(
        sorted((t.aspect, t.op, t.values) for t in pattern.terms if t.op not in ("var", "not-var"))
    ) + (("figure", bool(figure)),)
    checks = tuple(tests)
    return PatternPlan(
        pattern,
        signature,
        measures,
        lambda claim: all(check(claim) for check in checks),
        tuple(sorted(keys, key=lambda key: (key.variable, key.aspect))),
        figure,
        tuple(differs),
    )


def _names(term: Term | None, word: str) -> bool:
    return term is not None and term.op == "in" and word in term.values


def _present(aspect: Aspect) -> Callable[[Claim], bool]:
    read = aspect.read
    return lambda claim: not is_absent(read(claim))


def _test(term: Term, aspect: Aspect) -> Callable[[Claim], bool]:
    read, values, name = aspect.read, term.values, term.aspect
    if term.op == "any":
        return _present(aspect)
    if term.op == "none":
        return lambda claim: is_absent(read(claim))
    if term.op == "not-in":
        return lambda claim: not literal_fits(name, read(claim), values)
    return lambda claim: literal_fits(name, read(claim), values)


def _key(term: Term, aspect: Aspect) -> Key:
    read, months, number = aspect.read, term.months, term.number
    shape = (term.aspect, months, number)
    if aspect.type == "period":

        def readings(claim: Claim) -> tuple[Any, ...]:
            period: Period = read(claim)
            return tuple(dict.fromkeys(shift_key(reading.key, -months) for reading in period.readings))

        return Key(term.variable, term.aspect, shape, readings)

    needed = aspect.needed

    def identity(claim: Claim) -> tuple[Any, ...]:
        value = read(claim)
        if isinstance(value, Entity):
            value = value.id
        if needed and is_absent(value):
            return ()
        if number:
            return (value - number,) if isinstance(value, int) else ()
        return (value,)

    return Key(term.variable, term.aspect, shape, identity)


def order(plans: Sequence[PatternPlan], first: int, sizes: Sequence[int]) -> list[PatternPlan]:
    """The other patterns after ``first``: always one that shares a variable if any does, the rarest of them first."""
    chosen = [plans[first]]
    bound = set(plans[first].variables) | {plans[first].figure}
    rest = [at for at in range(len(plans)) if at != first]
    while rest:
        best = min(rest, key=lambda at: (-_shared(plans[at], bound), sizes[at], at))
        chosen.append(plans[best])
        bound |= plans[best].variables | {plans[best].figure}
        rest.remove(best)
    return chosen


def _shared(plan: PatternPlan, bound: set[str]) -> int:
    return len(plan.variables & bound) + (1 if plan.figure and plan.figure in bound else 0)
