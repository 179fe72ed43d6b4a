"""How a rule is run: each pattern split into a filter, join keys and checks that follow once variables are bound."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from factcheck.claim import Claim
from factcheck.engine.aspects import Aspect, aspect_of, is_absent, literal_fits
from factcheck.engine.calendar import period_keys
from factcheck.engine.columns import Reader, Shared
from factcheck.hints import Any
from factcheck.outline import name_ends, name_text, subjects
from factcheck.period import Period
from factcheck.records import dataclass
from factcheck.rule import Pattern, Rule, Term

# Claims of these kinds are only found by a pattern that asks for them.
_HIDDEN_SECTION = "boilerplate"
_REFERENCE = "reference"

# (aspect, op, literals): in, not-in, any, none.
Test = tuple[str, str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Key:
    """One join variable of a pattern: ``read`` gives the claim's possible values of the variable, () for none.

    ``shared`` is the part of the claim that dear reading works on, so that it is done once for each such object.
    """

    variable: str
    aspect: str
    shape: tuple[Any, ...]
    read: Reader
    shared: Shared | None = None


@dataclass(frozen=True, slots=True)
class Like:
    """A name that must be like the one that ``role``'s claim has for its aspect ``other``."""

    aspect: str
    role: str
    other: str
    at_least: Fraction


@dataclass(frozen=True, slots=True)
class PatternPlan:
    """One pattern, ready to run: literal tests, join keys, the figure's variable, and the keys that must differ."""

    pattern: Pattern
    tests: tuple[Test, ...]
    keys: tuple[Key, ...]
    figure: str
    differs: tuple[Key, ...]
    likes: tuple[Like, ...]
    name: str
    variables: frozenset[str]


@lru_cache(maxsize=512)
def plan_rule(rule: Rule) -> list[PatternPlan]:
    """Plans for what a rule finds."""
    return plan_patterns(rule.patterns)


@lru_cache(maxsize=512)
def plan_silences(rule: Rule) -> list[list[PatternPlan]]:
    """Plans for each of its unless-clauses: few rules have a match for one to silence."""
    return [plan_patterns(clause.patterns, rule.patterns) for clause in rule.unless]


def plan_patterns(patterns: Sequence[Pattern], bound: Sequence[Pattern] = ()) -> list[PatternPlan]:
    """Plans for patterns that are joined with one another, and with those ``bound`` before."""
    givers: dict[str, tuple[str, str]] = {}
    sides: dict[str, str] = {}
    liked: set[str] = set()
    for pattern in (*bound, *patterns):
        for term in pattern.terms:
            if term.op == "var" and pattern.kind == "one":
                givers.setdefault(term.variable, (pattern.name, term.aspect))
            elif term.op == "like":
                liked.add(term.variable)
            if term.loose:
                sides.setdefault(term.variable, pattern.name)
    return [
        plan_pattern(pattern, {name: givers[name] for name in liked if name in givers}, sides)
        for pattern in patterns
    ]


def plan_pattern(
    pattern: Pattern,
    liked: Mapping[str, tuple[str, str]] | None = None,
    sides: Mapping[str, str] | None = None,
) -> PatternPlan:
    """One plan. ``liked``: variables that some pattern wants a like name for, with the role and aspect they are of.

    ``sides``: variables that claims need not state, with the first of the two patterns that ask for them.
    """
    likes: list[Like] = []
    named = liked or {}
    tests: set[Test] = set()
    keys: list[Key] = []
    figure = ""
    differs: list[Key] = []
    asked = {term.aspect: term for term in pattern.terms}
    for term in pattern.terms:
        aspect = aspect_of(term.aspect)
        assert aspect is not None  # refused at load
        if term.op == "like":
            role, other = named.get(term.variable, ("", ""))
            likes.append(Like(term.aspect, role, other, Fraction(*term.values[:2])))
            keys.append(_blocks(term.variable, term.aspect))
            tests.add((term.aspect, "any", ()))
        elif term.op == "not-var":
            differs.append(_key(term, aspect))
        elif term.op == "var" and aspect.type == "quantity":
            figure = term.variable
            tests.add((term.aspect, "any", ()))
        elif term.loose:
            keys.append(_loose(term, aspect, (sides or {}).get(term.variable) == pattern.name))
        elif term.op == "var":
            keys.append(_key(term, aspect))
            if named.get(term.variable) == (pattern.name, term.aspect):
                keys.append(_blocks(term.variable, term.aspect))
            if aspect.needed and aspect.type != "entity":
                tests.add((term.aspect, "any", ()))  # only a stated value binds
        else:
            tests.add((term.aspect, term.op, term.values))
    if not _names(asked.get("section"), _HIDDEN_SECTION):
        tests.add(("section", "not-in", (_HIDDEN_SECTION,)))
    if not _names(asked.get("marks"), _REFERENCE):
        tests.add(("marks", "not-in", (_REFERENCE,)))
    return PatternPlan(
        pattern,
        tuple(sorted(tests)),
        tuple(sorted(keys, key=lambda key: (key.aspect, key.variable))),
        figure,
        tuple(differs),
        tuple(likes),
        pattern.name,
        frozenset(key.variable for key in keys),
    )


def _names(term: Term | None, word: str) -> bool:
    return term is not None and term.op == "in" and word in term.values


def value_of_aspect(name: str, claim: Claim) -> Any:
    """What a claim says for an aspect."""
    aspect = aspect_of(name)
    assert aspect is not None  # refused at load
    return aspect.read(claim)


def passes(test: Test, value: Any) -> bool:
    """Whether a value of the test's aspect passes it."""
    aspect, op, literals = test
    if op == "any":
        return not is_absent(value)
    if op == "none":
        return is_absent(value)
    return literal_fits(aspect, value, literals) is (op == "in")


def _key(term: Term, aspect: Aspect) -> Key:
    read, months = aspect.read, term.months
    shape = (term.aspect, months, term.number)
    if aspect.type == "period":

        def readings(claim: Claim) -> tuple[Any, ...]:
            period: Period = read(claim)
            return period_keys(period, months)

        return Key(term.variable, term.aspect, shape, readings, read)

    return Key(term.variable, term.aspect, shape, _identity(term, aspect))


def _loose(term: Term, aspect: Aspect, first: bool) -> Key:
    """The key of a variable that one claim or both may leave unsaid.

    Claims that state it share its values; a claim that does not shares a mark with the other side's that do, which
    those of its own side do not have, and another with those that do not, either.
    """
    strict = _key(term, aspect)
    ours, theirs = (("stated", term.aspect, side) for side in (first, not first))
    neither = ("unstated", term.aspect)

    def values(claim: Claim) -> tuple[Any, ...]:
        if is_absent(aspect.read(claim)):
            return neither, theirs
        return *strict.read(claim), ours

    return Key(term.variable, term.aspect, (*strict.shape, "loose", first), values, strict.shared)


def _blocks(variable: str, name: str) -> Key:
    """Like names are looked for among those that begin or end alike: a slip of the pen spoils one end only."""
    aspect = aspect_of(name)
    assert aspect is not None  # refused at load
    read = aspect.read

    def ends(claim: Claim) -> tuple[Any, ...]:
        return name_ends(name_text(read(claim)))

    return Key(variable + "~", name, (name, "like"), ends)


def _identity(term: Term, aspect: Aspect) -> Callable[[Claim], tuple[Any, ...]]:
    """The reader of an aspect that two claims share by being equal; apart for speed, it runs once a claim and rule."""
    read, number = aspect.read, term.number
    if aspect.type == "entity":
        return subjects
    if number:

        def counted(claim: Claim) -> tuple[Any, ...]:
            value = read(claim)
            return (value - number,) if isinstance(value, int) else ()

        return counted
    if aspect.needed:

        def stated(claim: Claim) -> tuple[Any, ...]:
            value = read(claim)
            return () if is_absent(value) else (value,)

        return stated
    return lambda claim: (read(claim),)


def order(plans: Sequence[PatternPlan], begin: Sequence[int], sizes: Sequence[int]) -> list[PatternPlan]:
    """The other patterns after ``begin``: always one that shares a variable if any does, the rarest of them first."""
    chosen = [plans[at] for at in begin]
    bound = {name for plan in chosen for name in (*plan.variables, plan.figure)}
    rest = [at for at in range(len(plans)) if at not in begin]
    while rest:
        best = min(rest, key=lambda at: (-_shared(plans[at], bound), sizes[at], at))
        chosen.append(plans[best])
        bound |= plans[best].variables | {plans[best].figure}
        rest.remove(best)
    return chosen


def _shared(plan: PatternPlan, bound: set[str]) -> int:
    return len(plan.variables & bound) + (1 if plan.figure and plan.figure in bound else 0)
