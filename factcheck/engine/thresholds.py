"""Parameters of rules set anew by a newsroom's configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.engine.grammar import ExpressionError, parse_expression
from factcheck.engine.read_rule import nearest, share_of
from factcheck.errors import ConfigurationError
from factcheck.records import replace
from factcheck.rule import Expression, Pattern, Rule, Term

Parameters = Mapping[str, Mapping[str, str]]


def with_parameters(rules: Sequence[Rule], values: Parameters) -> list[Rule]:
    """The rules, with the values that ``values`` gives by rule and parameter. Raises ConfigurationError with all problems."""
    known = {rule.id: rule for rule in rules}
    problems = [
        f"no rule “{name}” to set parameters of; {nearest(name, known)}"
        for name in values
        if name not in known
    ]
    changed: dict[str, Rule] = {}
    for name, given in values.items():
        if name in known:
            found = dict(_read(known[name], given, problems))
            changed[name] = _set(known[name], found)
    if problems:
        raise ConfigurationError("\n".join(problem.rstrip("; ") for problem in problems))
    return [changed.get(rule.id, rule) for rule in rules]


def _read(rule: Rule, given: Mapping[str, str], problems: list[str]) -> Iterator[tuple[str, Expression]]:
    """What can be read; what cannot is told: a name that is none, a word that is no number, another kind of figure."""
    own = dict(rule.parameters)
    likes = {term.values[2] for term in _terms(rule) if term.op == "like" and len(term.values) > 2}
    for name, word in given.items():
        if name not in own:
            problems.append(f"{rule.id} has no parameter “{name}”; {nearest(name, own) or 'it has none'}")
            continue
        try:
            tree = parse_expression(word)
        except ExpressionError as error:
            problems.append(f"{rule.id}.{name}: {error.message}")
            continue
        if _kind(tree) != _kind(own[name]):
            problems.append(f"{rule.id}.{name}: “{word}” is not of the kind of {_example(own[name])}")
        elif name in likes and not 0.5 <= share_of(tree) <= 1:
            problems.append(f"{rule.id}.{name}: a likeness lies between 50 and 100 percent")
        else:
            yield name, tree


def _kind(tree: Expression) -> tuple[str, str]:
    return tree[0], tree[3] if tree[0] == "amount" else ""


def _example(tree: Expression) -> str:
    from factcheck.engine.explain import shown

    return shown(tree)


def _terms(rule: Rule) -> Iterator[Term]:
    for pattern in (*rule.patterns, *(p for silence in rule.unless for p in silence.patterns)):
        yield from pattern.terms


def _set(rule: Rule, values: Mapping[str, Expression]) -> Rule:
    def pattern(one: Pattern) -> Pattern:
        return replace(one, terms=tuple(map(term, one.terms)))

    def term(one: Term) -> Term:
        tree = values.get(one.values[2]) if one.op == "like" and len(one.values) > 2 else None
        if tree is None:
            return one
        share = share_of(tree)
        return replace(one, values=(share.numerator, share.denominator, one.values[2]))

    return replace(
        rule,
        patterns=tuple(map(pattern, rule.patterns)),
        unless=tuple(replace(one, patterns=tuple(map(pattern, one.patterns))) for one in rule.unless),
        parameters=tuple((name, values.get(name, tree)) for name, tree in rule.parameters),
    )
