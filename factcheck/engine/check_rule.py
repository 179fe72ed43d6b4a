"""Everything that can be wrong with one rule before an article is read."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engine.aspects import ASPECTS, PREFIXES, aspect_of
from factcheck.engine.choices import CHOICES, DETAILS, SCOPES
from factcheck.engine.impossible import impossible
from factcheck.engine.nodes import Node
from factcheck.engine.read_rule import RuleReader, nearest
from factcheck.engine.types import Report, Scope, check_template, type_of
from factcheck.rule import Expression, Pattern, Rule, Term

Metrics = Mapping[str, tuple[str, ...]]


def check_rule(rule: Rule, reader: RuleReader, metrics: Metrics, root: Node) -> None:
    """Add every problem of ``rule`` to the reader's list.

    ``metrics``: the dimensions each metric of the vocabulary can have; empty when no vocabulary is there.
    """
    scope = Scope(rule, metrics)
    for pattern in rule.patterns:
        _pattern(pattern, reader, metrics, scope)
    negated = [Scope(rule, metrics, silence.patterns) for silence in rule.unless]
    for silence in rule.unless:
        for pattern in silence.patterns:
            _pattern(pattern, reader, metrics, scope)

    def check(tree: Expression, names: Scope) -> None:
        if tree:
            type_of(tree, names, _reporter(reader, tree))

    for condition in rule.when:
        check(condition, scope)
    if rule.require is not None:
        check(rule.require, scope)
    for silence, names in zip(rule.unless, negated, strict=True):
        if silence.when is not None:
            check(silence.when, names)
    for remedy in rule.reconcile:
        check(remedy.when, scope)
        check_template(remedy.say, scope, _reporter(reader, remedy.say))
    check_template(rule.say, scope, _reporter(reader, rule.say))
    check_template(rule.suggest, scope, _reporter(reader, rule.suggest))
    if not rule.source:
        reader.problem(root, "“source” must name where the practice or the arithmetic comes from")
    _variables(rule, reader, scope, negated)
    _joined(rule, reader)
    roles = {pattern.name for names in (scope, *negated) for pattern in names.patterns.values()}
    for name, tree in rule.parameters:
        if name in roles:
            reader.problem(
                reader.places.get(id(tree), root),
                f"“{name}” is the name of a claim in this rule and cannot be that of a parameter",
                "give one of them another name",
            )
        used = scope.parameters_used.union(reader.thresholds_used, *(n.parameters_used for n in negated))
        if name not in used:
            reader.problem(
                reader.places.get(id(tree), root),
                f"the parameter “{name}” is never used",
                "use it, or leave it out",
            )
    for message, hint, place in impossible(rule, metrics):
        node = reader.places.get(id(place)) or reader.term_places.get(id(place), root)
        reader.problem(node, message, hint)


def _reporter(reader: RuleReader, tree: Expression) -> Report:
    node = reader.places.get(id(tree))

    def report(message: str, hint: str, at: int) -> None:
        if node is not None:
            reader.problem(node, message, hint, at)

    return report


def _pattern(pattern: Pattern, reader: RuleReader, metrics: Metrics, scope: Scope) -> None:
    place = reader.places.get(id(pattern))
    if not pattern.terms and place is not None:
        reader.problem(place, f"“{pattern.name}” asks for nothing, so it would fit every claim")
    if pattern.by and aspect_of(pattern.by) is None and place is not None:
        reader.problem(place, f"no aspect “{pattern.by}” to group by", nearest(pattern.by, ASPECTS))
    for term in pattern.terms:
        _term(term, reader.term_places[id(term)], reader, metrics, scope)


def _term(term: Term, node: Node, reader: RuleReader, metrics: Metrics, scope: Scope) -> None:
    aspect = aspect_of(term.aspect)
    if aspect is None:
        reader.problem(node, f"a claim has no aspect “{term.aspect}”", nearest_aspect(term.aspect))
        return
    if term.months and aspect.type != "period":
        reader.problem(node, f"only a period moves by months, and {term.aspect} is a {aspect.type}")
    if term.number and aspect.type not in ("text", "quantity"):
        reader.problem(node, f"a {aspect.type} cannot be counted up")
    if term.op in ("in", "not-in"):
        choices = CHOICES.get(term.aspect)
        if term.aspect == "metric" and metrics:
            choices = tuple(sorted(metrics))
        for value in term.values:
            if choices and value not in choices and not str(value).startswith("~"):
                hint = nearest(str(value), choices)
                reader.problem(_item(node, value), f"“{value}” is no {term.aspect}", hint)
        if not term.values:
            reader.problem(node, "an empty list never matches")
    if term.op == "like":
        _like(term, node, reader, scope)
    if term.variable and term.op == "var":
        have = scope.variables.get(term.variable)
        if have is not None and have[0] != aspect.type:
            reader.problem(node, f"${term.variable} is a {have[0]} elsewhere and cannot be a {aspect.type}")


def _loose_pair(rule: Rule, reader: RuleReader, name: str, terms: list[Term]) -> None:
    """“$name or none” holds between two claims: each says it so, or there is nothing to be equal to."""
    if not terms:
        return
    claims = [pattern for pattern in rule.patterns if pattern.kind == "one"]
    found = [
        term for pattern in claims for term in pattern.terms if term.op == "var" and term.variable == name
    ]
    if len(found) != 2 or not all(term.loose for term in found) or len(terms) != 2:
        message = f"“${name} or none” stands in exactly two of the claims to find"
        reader.problem(
            reader.term_places[id(terms[0])], message, "write it so in both, or leave “or none” out"
        )
    elif any(term.aspect == "quantity" for term in found):
        reader.problem(
            reader.term_places[id(terms[0])], "a figure is looked up by its value and must be stated"
        )


def _item(node: Node, value: object) -> Node:
    """The word of a list, or of ``{not: […]}``, that is meant."""
    while isinstance(node.value, dict) and "not" in node.value:
        node = node.value["not"][1]
    if isinstance(node.value, list):
        return next((one for one in node.value if one.is_text and one.value.strip() == value), node)
    return node


def _joined(rule: Rule, reader: RuleReader) -> None:
    """Claims that share nothing would be held against one another each with each: that is no comparison, and never ends."""
    if any(place.startswith("same-") or place == "summary-and-body" for place in rule.where):
        return
    bound: set[str] = set()
    left = list(rule.patterns)
    while left:
        near = [one for one in left if not bound or bound & _shared_by(one)]
        if not near:
            place = reader.places.get(id(left[0]))
            if place is not None:
                message = (
                    f"“{left[0].name}” shares no variable with the claims before it, so any claim would do"
                )
                reader.problem(
                    place, message, "let both say one, as in entity: $who, or say where: same-article"
                )
            return
        first = near[0]
        bound |= _shared_by(first) or {""}
        left.remove(first)


def _shared_by(pattern: Pattern) -> set[str]:
    return {term.variable for term in pattern.terms if term.op in ("var", "like")}


def _like(term: Term, node: Node, reader: RuleReader, scope: Scope) -> None:
    """Names are compared with names, and found through what else the two claims share."""
    aspect = aspect_of(term.aspect)
    have = scope.variables.get(term.variable)
    if aspect is not None and aspect.type not in ("entity", "text"):
        reader.problem(node, f"a {aspect.type} is not like another", "“like” compares names and words")
    elif have is not None and have[0] not in ("entity", "text"):
        reader.problem(node, f"${term.variable} is a {have[0]}, and names are like names")


def nearest_aspect(name: str) -> str:
    """The nearest aspect, detail or dimension of a scope to a name that is none."""
    prefix, _, rest = name.partition(".")
    if rest and prefix in PREFIXES:
        known = DETAILS if prefix == "details" else SCOPES
        close = nearest(rest, known)
        return close.replace("“", f"“{prefix}.") if close.startswith("did") else close
    return nearest(name, (*ASPECTS, *(f"{prefix}." for prefix in PREFIXES)))


def _variables(rule: Rule, reader: RuleReader, scope: Scope, negated: list[Scope]) -> None:
    """A variable must be bound where it is used, and used where it is bound: once is a slip of the pen."""
    uses: dict[str, list[Term]] = {}
    groups = {p.name for p in rule.patterns if p.kind == "each"}
    in_group: set[str] = set()
    for pattern in (*rule.patterns, *(p for silence in rule.unless for p in silence.patterns)):
        for term in pattern.terms:
            if term.variable:
                uses.setdefault(term.variable, []).append(term)
                if pattern.name in groups:
                    in_group.add(term.variable)
    for name, terms in sorted(uses.items()):
        _loose_pair(rule, reader, name, [term for term in terms if term.loose])
    mentioned = scope.used | {name for names in negated for name in names.used}
    for name, terms in sorted(uses.items()):
        if all(term.op in ("not-var", "like") for term in terms):
            reader.problem(
                reader.term_places[id(terms[0])], f"${name} is never bound", "bind it in another claim"
            )
        elif len(terms) == 1 and name not in mentioned and name not in in_group:
            node = reader.term_places[id(terms[0])]
            reader.problem(node, f"${name} is used only once", "leave the aspect out, or write “any”")
