"""Rules as plain data for the compiled cache, and back."""

from __future__ import annotations

from factcheck.hints import Any
from factcheck.rule import Pattern, Reconcile, Rule, Term, Unless

VERSION = "12"


def pack_rule(rule: Rule) -> tuple[Any, ...]:
    return (
        *(rule.id, rule.title, rule.pack, rule.severity, rule.verdict),
        _pack_patterns(rule.patterns),
        *(rule.where, rule.when, rule.require),
        tuple((_pack_patterns(u.patterns), u.where, u.when) for u in rule.unless),
        tuple((r.when, r.say, r.severity, r.verdict) for r in rule.reconcile),
        *(rule.say, rule.suggest, rule.undecided, rule.explains, rule.parameters),
        *(rule.about, rule.source, rule.file, rule.symmetric),
    )


def unpack_rules(packed: list[tuple[Any, ...]]) -> tuple[Rule, ...]:
    """All rules. They ask for much the same, which is one object in what ``compiled`` keeps, so it is made once."""
    terms: dict[int, Term] = {}
    return tuple([_unpack_rule(data, terms) for data in packed])


def _unpack_rule(data: tuple[Any, ...], terms: dict[int, Term]) -> Rule:
    parts = list(data)
    parts[5] = _unpack_patterns(parts[5], terms)
    parts[9] = tuple([Unless(_unpack_patterns(p, terms), where, when) for p, where, when in parts[9]])
    parts[10] = tuple([Reconcile(*item) for item in parts[10]])
    return Rule(*parts)


def _pack_patterns(patterns: tuple[Pattern, ...]) -> tuple[Any, ...]:
    return tuple(
        (
            p.name,
            tuple((t.aspect, t.op, t.values, t.variable, t.months, t.number, t.loose) for t in p.terms),
            p.kind,
            p.by,
        )
        for p in patterns
    )


def _unpack_patterns(data: tuple[Any, ...], terms: dict[int, Term]) -> tuple[Pattern, ...]:
    found = []
    for name, asked, kind, by in data:
        for one in asked:
            if id(one) not in terms:  # it lives as long as the packed rules do
                terms[id(one)] = Term(*one)
        found.append(Pattern(name, tuple([terms[id(one)] for one in asked]), kind, by))
    return tuple(found)
