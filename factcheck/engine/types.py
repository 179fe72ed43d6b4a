"""Types and dimensions of a rule, checked when it is loaded: no claim has to be read to know that $ + % is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.engine.amounts import family, is_pure
from factcheck.engine.aspects import ASPECTS, CLAIM, GROUP, PERIOD, PREFIXES, QUANTITY, TRUTH, aspect_of
from factcheck.engine.choices import DETAILS, SCOPES
from factcheck.engine.functions import FUNCTIONS
from factcheck.engine.grammar import FORMATS
from factcheck.engine.match import ARTICLE_FACTS, ATTRIBUTES
from factcheck.engine.read_rule import nearest
from factcheck.hints import Any
from factcheck.rule import Expression, Pattern, Rule, Template

# (type, dimension or "" when unknown)
Type = tuple[str, str]
Report = Callable[[str, str, int], None]
ANY: Type = ("any", "")


class Scope:
    """What names an expression may use: roles with their patterns, variables with their types, parameters."""

    def __init__(
        self, rule: Rule, metrics: Mapping[str, tuple[str, ...]], patterns: tuple[Pattern, ...] = ()
    ) -> None:
        self.metrics = metrics
        self.parameters_used: set[str] = set()
        self.patterns = {p.name: p for p in (*rule.patterns, *patterns)}
        self.parameters = {name for name, _ in rule.parameters}
        self.variables: dict[str, Type] = {}
        self.used: set[str] = set()
        for pattern in self.patterns.values():
            for term in pattern.terms:
                aspect = aspect_of(term.aspect)
                if term.variable and term.op == "var" and aspect is not None:
                    have = self.variables.get(term.variable, ANY)
                    kind = (aspect.type, self.dimension(pattern) if aspect.type == QUANTITY else "")
                    self.variables[term.variable] = kind if have == ANY or not have[1] else have

    def dimension(self, pattern: Pattern) -> str:
        """What a pattern's figure measures, as far as the pattern says: by dimension, measure or metric."""
        asked = {term.aspect: term for term in pattern.terms if term.op == "in"}
        if "dimension" in asked:
            return one_family(asked["dimension"].values)
        measures = asked["measure"].values if "measure" in asked else ()
        if measures == ("share",):
            return "percent"
        if "metric" in asked and measures == ("level",):
            known = [self.metrics.get(str(metric), ()) for metric in asked["metric"].values]
            families = {family for dimensions in known for family in dimensions}
            return families.pop() if all(known) and len(families) == 1 else ""
        return ""


def one_family(dimensions: tuple[Any, ...]) -> str:
    """The dimension that all of these are, or their family; "" for several."""
    if len(dimensions) == 1:
        return str(dimensions[0])
    families = {family(str(value)) for value in dimensions}
    return families.pop() if len(families) == 1 else ""


def type_of(node: Expression, scope: Scope, report: Report) -> Type:
    """The type of an expression; problems go to ``report(message, hint, at)``."""
    kind, at = node[0], node[-1]
    if kind == "num":
        return QUANTITY, "number"
    if kind == "amount":
        unit = node[3]
        if unit in ("percent", "point", "times"):
            return QUANTITY, {"percent": "percent", "point": "percentage point"}.get(unit, "number")
        return "duration", ""
    if kind == "text":
        return "text", ""
    if kind == "name":
        return _name(node[1], at, scope, report)
    if kind == "get":
        return _get(node, scope, report)
    if kind == "call":
        return _call(node, scope, report)
    if kind == "neg":
        return type_of(node[1], scope, report)
    if kind == "not":
        type_of(node[1], scope, report)
        return TRUTH, ""
    return _operation(node, scope, report)


def _name(word: str, at: int, scope: Scope, report: Report) -> Type:
    bare = word.removeprefix("$")
    if not word.startswith("$") and word in scope.patterns:
        return (GROUP if scope.patterns[word].kind == "each" else CLAIM), word
    if not word.startswith("$") and word in scope.parameters:
        scope.parameters_used.add(word)
        return ANY
    if bare in scope.variables:
        scope.used.add(bare)
        return scope.variables[bare]
    known = [*scope.patterns, *("$" + name for name in scope.variables), *scope.parameters]
    report(f"“{word}” is not bound by any claim", nearest(word, known), at)
    return ANY


def _get(node: Expression, scope: Scope, report: Report) -> Type:
    kind, dimension = type_of(node[1], scope, report)
    name, at = node[2], node[-1]
    if kind in (CLAIM, GROUP):
        if name in ARTICLE_FACTS:
            return ARTICLE_FACTS[name], ""
        if name in PREFIXES:
            return ("set" if name == "scope" else "details"), ""
        aspect = ASPECTS.get(name)
        if aspect is None:
            report(
                f"a claim has no aspect “{name}”", nearest(name, (*ASPECTS, *PREFIXES, *ARTICLE_FACTS)), at
            )
            return ANY
        inner = (aspect.type, scope.dimension(scope.patterns[dimension]) if aspect.type == QUANTITY else "")
        return inner if kind == CLAIM else ("list", inner[1])
    if kind in ("details", "set"):
        known = DETAILS if kind == "details" else SCOPES
        if name.replace("_", "-") not in known:
            what = "detail" if kind == "details" else "dimension of a scope"
            report(f"there is no {what} “{name}”", nearest(name, known), at)
        return (DETAILS[name][0], "number") if name in DETAILS and kind == "details" else ("text", "")
    if kind == "any":
        return ANY
    names = ATTRIBUTES.get(kind)
    if names is None or name not in names:
        report(f"a {kind} has no “{name}”", nearest(name, names) if names else "", at)
        return ANY
    if name in ("start", "end"):
        return "date", ""
    if name in ("low", "high", "year", "month", "day"):
        return QUANTITY, "number"
    return "text", ""


def _call(node: Expression, scope: Scope, report: Report) -> Type:
    name, arguments, at = node[1], node[2], node[-1]
    types = [type_of(argument, scope, report) for argument in arguments]
    function = FUNCTIONS.get(name)
    if function is None:
        report(f"there is no function “{name}”", nearest(name, FUNCTIONS), at)
        return ANY
    takes = list(function.takes)
    if takes and takes[-1].endswith("*"):
        takes[-1] = takes[-1][:-1]
        takes += [takes[-1]] * (len(types) - len(takes))
    if takes and takes[-1].endswith("?"):
        takes[-1:] = [takes[-1][:-1]] * (len(types) - len(takes) + 1 > 0)
    if len(takes) != len(types):
        report(f"{name} takes {len(takes)} value(s), not {len(types)}", f"{name}: {function.meaning}", at)
    for want, (have, _), argument in zip(takes, types, arguments, strict=False):
        if want not in ("any", have) and have != "any" and not _passes(want, have):
            report(f"{name} wants a {want} here, not a {have}", f"{name}: {function.meaning}", argument[-1])
    if function.gives == "first":
        return (QUANTITY, types[0][1]) if types else ANY
    if function.gives == "second":
        return types[1] if len(types) > 1 else ANY
    if function.gives == "item":
        return QUANTITY, types[0][1] if types else ""
    if function.gives == "number":
        return QUANTITY, "number"
    return function.gives, ""


def _passes(want: str, have: str) -> bool:
    return (want == QUANTITY and have in ("number", "list")) or (want == "list" and have == GROUP)


def _operation(node: Expression, scope: Scope, report: Report) -> Type:
    sign, left, right, at = node[1], node[2], node[3], node[-1]
    a, b = type_of(left, scope, report), type_of(right, scope, report)
    if sign in ("and", "or"):
        for (kind, _), side in ((a, left), (b, right)):
            if kind not in (TRUTH, "reading", "any"):
                report(f"“{sign}” joins conditions; this is a {kind}", "compare it with something", side[-1])
        return TRUTH, ""
    arithmetic = sign in ("+", "-", "*", "/")
    if "any" in (a[0], b[0]):
        return ANY if arithmetic else (TRUTH, "")
    if a[0] == PERIOD and b[0] == "duration" and sign in ("+", "-"):
        return PERIOD, ""
    if a[0] == QUANTITY and b[0] == QUANTITY:
        if sign in ("*", "/"):
            return QUANTITY, _product(sign, a[1], b[1])
        if not addable(a[1], b[1]):
            verb = "compared with" if not arithmetic else "added to" if sign == "+" else "taken from"
            report(f"{a[1]} cannot be {verb} {b[1]}", "state the same dimension in both claims", at)
        if not arithmetic:
            return TRUTH, ""
        return QUANTITY, b[1] if a[1] == "number" else a[1]
    if arithmetic:
        report(f"cannot calculate {a[0]} {sign} {b[0]}", "only figures, and a period with a duration", at)
        return ANY
    ordered = sign not in ("==", "!=")
    if a[0] != b[0] or (ordered and a[0] != "date"):
        report(f"a {a[0]} cannot be compared with a {b[0]} by {sign}", "", at)
    return TRUTH, ""


def addable(a: str, b: str) -> bool:
    """Whether two dimensions may be added or compared, as far as is known when the rule is loaded."""
    if not a or not b or a == b:
        return True
    if is_pure(a) and is_pure(b):
        return True
    return family(a) == family(b) and (":" not in a or ":" not in b)


def _product(sign: str, a: str, b: str) -> str:
    if a and is_pure(a) and sign == "*":
        return "number" if b and is_pure(b) else b
    if b and is_pure(b):
        return "number" if a and is_pure(a) else a
    if sign == "/" and a and a == b:
        return "number"
    return ""


def check_template(template: Template, scope: Scope, report: Report) -> None:
    for piece in template:
        if isinstance(piece, tuple):
            kind, _ = type_of(piece[0], scope, report)
            takes = FORMATS.get(piece[1], ((), ""))[0]
            if takes and kind not in (*takes, "any"):
                report(
                    f"“{piece[1]}” shows a {' or a '.join(takes[:2])}, not a {kind}",
                    nearest(kind, [name for name, (types, _) in FORMATS.items() if kind in types]),
                    piece[0][-1],
                )
