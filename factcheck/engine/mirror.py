"""Whether a rule says the same with its two claims exchanged: then each pair is looked at once, not twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.hints import Any
from factcheck.rule import Expression, Pattern, Rule, Term

# Functions and signs whose two sides may change places.
_EVEN = frozenset(
    [
        *(
            "same",
            "clashes",
            "within",
            "can_meet",
            "other_calendar",
            "same_label",
            "alike",
            "overlap",
            "meet",
            "transposed",
        ),
        *(
            "scale_apart",
            "same_digits",
            "apart",
            "limits_differ",
            "one_end",
            "similar",
            "same_streak",
            "same_amount",
        ),
        *("convertible", "same_difference", "days_between", "==", "!="),
    ]
)
_CHAINS = ("and", "or", "+", "*")


def is_symmetric(rule: Rule) -> bool:
    """True when two single claims are asked the same, and every condition is the same after exchanging them."""
    if len(rule.patterns) != 2 or any(pattern.kind != "one" for pattern in rule.patterns):
        return False
    one, other = rule.patterns
    swap = _renaming(one, other)
    if swap is None:
        return False
    return _all(rule, {name: name for name in swap}) == _all(rule, swap)


def _renaming(one: Pattern, other: Pattern) -> dict[str, str] | None:
    """Which names to exchange so that the patterns change places; None if they ask for different things."""
    swap = {one.name: other.name, other.name: one.name}
    theirs = {term.aspect: term for term in other.terms}
    if set(theirs) != {term.aspect for term in one.terms}:
        return None
    for term in one.terms:
        twin = theirs[term.aspect]
        if _shape(term) != _shape(twin):
            return None
        if term.variable:
            mine, yours = "$" + term.variable, "$" + twin.variable
            if swap.setdefault(mine, yours) != yours or swap.setdefault(yours, mine) != mine:
                return None
    return swap


def _shape(term: Term) -> tuple[Any, ...]:
    return term.op, term.values, bool(term.variable), term.months, term.number, term.loose


def _all(rule: Rule, swap: Mapping[str, str]) -> tuple[Any, ...]:
    """All that is asked of a match, in a form that does not depend on order; names exchanged."""
    silences = frozenset(
        (
            frozenset(
                (pattern.kind, pattern.by, frozenset(_term(term, swap) for term in pattern.terms))
                for pattern in silence.patterns
            ),
            silence.where,
            _form(silence.when, swap),
        )
        for silence in rule.unless
    )
    return (
        frozenset(_form(tree, swap) for tree in rule.when),
        _form(rule.require, swap),
        silences,
        tuple(_form(remedy.when, swap) for remedy in rule.reconcile),
    )


def _term(term: Term, swap: Mapping[str, str]) -> tuple[Any, ...]:
    name = "$" + term.variable if term.variable else ""
    return (term.aspect, *_shape(term), swap.get(name, name))


def _form(node: Expression | None, swap: Mapping[str, str]) -> Any:
    """An expression without its offsets, its even operations with their sides in a fixed order."""
    if node is None or not node:
        return None
    kind = node[0]
    if kind == "name":
        word = node[1]
        return kind, swap.get(word) or swap.get("$" + word) or word
    if kind == "op":
        if node[1] in _CHAINS:
            return kind, node[1], tuple(sorted((_form(one, swap) for one in _chain(node, node[1])), key=repr))
        sides = [_form(node[2], swap), _form(node[3], swap)]
        return kind, node[1], tuple(sorted(sides, key=repr) if node[1] in _EVEN else sides)
    if kind == "call" and node[1] == "abs" and node[2][0][:2] == ("op", "-"):  # a distance has no direction
        sides = [_form(side, swap) for side in node[2][0][2:4]]
        return kind, "distance", tuple(sorted(sides, key=repr))
    if kind == "call":
        sides = [_form(argument, swap) for argument in node[2]]
        return kind, node[1], tuple(sorted(sides, key=repr) if node[1] in _EVEN else sides)
    if kind in ("get", "not", "neg"):
        return kind, _form(node[1], swap), node[2] if kind == "get" else None
    return node[:-1]


def _chain(node: Expression, sign: str) -> Iterator[Expression]:
    """The operands of “a and b and c”, however they are nested."""
    if node[0] == "op" and node[1] == sign:
        yield from _chain(node[2], sign)
        yield from _chain(node[3], sign)
    else:
        yield node
