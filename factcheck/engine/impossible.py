"""Rules that can never find anything, whatever is written: refused when they are loaded, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.engine.amounts import family
from factcheck.engine.choices import CHOICES, MEASURE_DIMENSIONS, PERIOD_KINDS
from factcheck.engine.conditions import conjuncts
from factcheck.engine.read_rule import nearest
from factcheck.hints import Any
from factcheck.rule import Expression, Pattern, Rule, Term

# (what is wrong, what would be right, the expression, term or pattern it stands in)
Reason = tuple[str, str, Any]
# Two claims that stand in one sentence stand in one paragraph, one section and one article.
_NESTED = ("sentence", "paragraph", "section", "article")
_ABSENT = None


def impossible(rule: Rule, metrics: Mapping[str, tuple[str, ...]]) -> Iterator[Reason]:
    """Everything that keeps a rule from ever finding a thing."""
    for pattern in (*rule.patterns, *(p for silence in rule.unless for p in silence.patterns)):
        yield from _figures(pattern, metrics)
    yield from _places(rule)
    known = _Known(rule.patterns)
    for condition in filter(None, rule.when):
        for part in conjuncts(condition):
            yield from _words(part, known, condition)
            if _certain(part, known) is False:
                yield "this can never be true, so the rule can never match", "", condition
    for tree in (rule.require and (rule.require,)) or ():
        yield from _words(tree, known, tree)
        if _certain(tree, known) is True:
            yield (
                "this is always true, so the rule can never find anything",
                "require what can be broken",
                tree,
            )
    for silence in rule.unless:
        if silence.when:
            inside = _Known((*rule.patterns, *silence.patterns))
            yield from _words(silence.when, inside, silence.when)
            if _certain(silence.when, inside) is True and not silence.patterns:
                yield "this is always true, so every finding is silenced", "", silence.when


def _figures(pattern: Pattern, metrics: Mapping[str, tuple[str, ...]]) -> Iterator[Reason]:
    """A metric, a measure and a dimension that no claim has together."""
    asked = {term.aspect: term for term in pattern.terms if term.op == "in"}
    dimension, measure, metric = (asked.get(name) for name in ("dimension", "measure", "metric"))
    if dimension is None:
        return
    families = {family(str(value)) for value in dimension.values}
    if measure is not None and all(value in MEASURE_DIMENSIONS for value in measure.values):
        possible = {name for value in measure.values for name in MEASURE_DIMENSIONS[value]}
        if not families & possible:
            what = " or ".join(map(str, measure.values))
            yield f"a {what} is never {_or(families)}", f"it is {_or(possible)}", dimension
    if measure is not None and measure.values == ("level",) and metric is not None and metrics:
        listed = [metrics.get(str(value)) for value in metric.values]
        possible = {name for dimensions in listed if dimensions for name in dimensions}
        if all(listed) and not families & possible and "number" not in possible:
            what = " or ".join(map(str, metric.values))
            yield f"{what} is never {_or(families)}", f"it is {_or(possible)}", dimension


def _or(words: Any) -> str:
    return " or ".join(sorted(map(str, words)))


def _places(rule: Rule) -> Iterator[Reason]:
    """Claims that must stand together and apart at once."""
    together = {place.removeprefix("same-") for place in rule.where if place.startswith("same-")}
    if "summary-and-body" in rule.where:
        together.add("article")
    apart = [place.removeprefix("other-") for place in rule.where if place.startswith("other-")]
    ones = [pattern for pattern in rule.patterns if pattern.kind == "one"]
    for aspect in ("article", "sentence"):
        names = {_variable(pattern, aspect) for pattern in ones}
        if len(ones) > 1 and len(names) == 1 and "" not in names:
            together.add(aspect)
    for place in apart:
        if len(rule.patterns) == 1:
            yield f"“other-{place}” needs two claims to find", "", rule.patterns[0]
        inner = _NESTED[: _NESTED.index(place) + 1]
        if not rule.patterns:
            return
        clash = next((one for one in inner if one in together), None)
        if clash is not None:
            yield (
                f"claims of one {clash} never stand in another {place}, so the rule can never match",
                f"leave out “other-{place}”, or what puts the claims into one {clash}",
                rule.patterns[-1],
            )


def _variable(pattern: Pattern, aspect: str) -> str:
    return next((t.variable for t in pattern.terms if t.aspect == aspect and t.op == "var"), "")


class _Known:
    """The words an aspect of a role, or a variable, can be: None for any."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._terms: dict[tuple[str, str], Term] = {}
        self._variables: dict[str, list[str]] = {}
        for pattern in patterns:
            for term in pattern.terms:
                self._terms[(pattern.name, term.aspect)] = term
                if term.op == "var":
                    self._variables.setdefault(term.variable, []).append(term.aspect)

    def of(self, node: Expression) -> frozenset[Any] | None:
        aspect = self.aspect(node)
        if aspect is None:
            return frozenset((node[1],)) if node[0] == "text" else None
        term = self._terms.get((node[1][1], aspect)) if node[0] == "get" and node[1][0] == "name" else None
        if term is not None and term.op == "in":
            return frozenset(term.values)
        if term is not None and term.op == "none":
            return frozenset((_ABSENT,))
        return None

    def aspect(self, node: Expression) -> str | None:
        """The aspect that an expression reads: ``a.measure``, ``$kind``."""
        if node[0] == "get" and node[1][0] == "name" and (node[1][1], node[2]) in self._terms:
            return str(node[2])
        if node[0] == "get" and node[1][0] == "name" and node[2] in CHOICES:
            return str(node[2])
        if node[0] == "name":
            aspects = self._variables.get(node[1].removeprefix("$"), [])
            return aspects[0] if aspects else None
        return None


def _words(node: Expression, known: _Known, place: Expression) -> Iterator[Reason]:
    """Words that an aspect never says, in one_of and same: a slip of the pen that would only make the rule silent."""
    for call in _calls(node):
        if call[1] not in ("one_of", "same"):
            continue
        first, *rest = call[2]
        choices = (
            PERIOD_KINDS
            if first[0] == "get" and first[2] == "kind"
            else CHOICES.get(known.aspect(first) or "")
        )
        for word in rest:
            if choices and word[0] == "text" and word[1] not in choices:
                yield f"“{word[1]}” is no word for this", nearest(word[1], choices), place


def _calls(node: Expression) -> Iterator[Expression]:
    if node[0] == "call":
        yield node
    for part in node:
        if isinstance(part, tuple) and part and isinstance(part[0], str):
            yield from _calls(part)
        elif isinstance(part, tuple):
            for inner in part:
                if isinstance(inner, tuple) and inner and isinstance(inner[0], str):
                    yield from _calls(inner)


def _certain(node: Expression, known: _Known) -> bool | None:
    """True or False for what holds always or never; None for what depends on the claims."""
    kind = node[0]
    if kind == "not":
        inner = _certain(node[1], known)
        return None if inner is None else not inner
    if kind == "op" and node[1] in ("and", "or"):
        sides = (_certain(node[2], known), _certain(node[3], known))
        decisive = bool(node[1] == "or")
        if decisive in sides:
            return decisive
        return None if None in sides else not decisive
    if kind == "op" and node[1] in ("==", "<=", ">=", "!=", "<", ">"):
        if bare(node[2]) == bare(node[3]):
            return str(node[1]) in ("==", "<=", ">=")
        return _constant(node)
    if kind == "call":
        return _certain_call(node, known)
    return None


def _certain_call(node: Expression, known: _Known) -> bool | None:
    name, arguments = node[1], node[2]
    if name == "known":
        words = known.of(arguments[0])
        return False if words == frozenset((_ABSENT,)) else None
    if name not in ("same", "one_of") or len(arguments) < 2:
        return None
    if name == "same" and bare(arguments[0]) == bare(arguments[1]):
        return True
    first = known.of(arguments[0])
    others = [known.of(argument) for argument in arguments[1:]]
    if first is None or any(words is None for words in others):
        return None
    possible = frozenset().union(*(words for words in others if words is not None))
    if not first & possible:
        return False
    return True if name == "one_of" and first <= possible else None


def _constant(node: Expression) -> bool | None:
    """A comparison of numbers alone, worked out."""
    if any(side[0] not in ("num", "amount") for side in (node[2], node[3])):
        return None
    from factcheck.engine.amounts import Incomparable
    from factcheck.engine.evaluate import compile_expression
    from factcheck.engine.match import Match
    from factcheck.interval import Answer

    try:
        return compile_expression(node)(Match({})) is Answer.AGREE
    except Incomparable:
        return False


def bare(node: Expression) -> Any:
    """An expression without the places of its parts."""
    inner = node[:-1] if node and isinstance(node[0], str) else node
    return tuple(bare(part) if isinstance(part, tuple) else part for part in inner)
