"""From YAML nodes to a rule's parts. Collects every problem of a file instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from factcheck.engine.calendar import DURATIONS
from factcheck.engine.grammar import ExpressionError, parse_expression, parse_template
from factcheck.engine.nodes import Node, Problem, Refused
from factcheck.engine.places import place_of
from factcheck.finding import SEVERITIES, VERDICTS
from factcheck.hints import Any
from factcheck.patterns import Lazy
from factcheck.rule import PLACES, Expression, Pattern, Reconcile, Rule, Template, Term, Unless

KEYS = (
    "id", "title", "severity", "verdict", "find", "where", "when", "require", "unless", "reconcile", "say",
    "suggest", "undecided", "explains", "parameters", "about", "source",
)  # fmt: skip
NEEDED = ("id", "title", "severity", "find", "say", "about", "source")
MOST_PROBLEMS = 200  # of a file: nobody reads more, and looking for the nearest right word takes its time
_ID = Lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_ROLE = Lazy(r"[a-z][a-z0-9_]*\Z")
_SHARE = Lazy(r"(\d{1,3}(?:\.\d{1,4})?)\s*(percent|%)?\Z")
_VARIABLE = Lazy(r"\$([a-z][a-z0-9_]*)(?:\s*([-+])\s*(\d+)(?:\s+(?!or\s)([a-z]+))?)?(\s+or\s+none)?\Z")


def nearest(word: str, among: Iterable[str]) -> str:
    """“Did you mean …?” for the nearest right word, or the choices when they are few."""
    from difflib import get_close_matches

    choices = list(among)
    close = get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    return f"expected one of: {', '.join(choices)}" if len(choices) <= 40 else ""


def share_of(tree: Expression) -> Fraction:
    """A number or a percentage as a part of one; 0 for anything else."""
    if tree[0] == "num":
        return Fraction(tree[1], tree[2])
    return Fraction(tree[1], tree[2] * 100) if tree[0] == "amount" and tree[3] == "percent" else Fraction(0)


def is_id(word: str) -> bool:
    """Small letters, digits and single hyphens."""
    return _ID.match(word) is not None


class RuleReader:
    """Reads one file of these ``lines``.

    ``problems`` fills up; ``places`` keeps where each expression stands, for the type check; ``explained`` the rules
    it takes the place of, with their places.
    """

    def __init__(self, file: str, pack: str, lines: Sequence[str] = ()) -> None:
        self.file, self.pack, self.lines = file, pack, lines
        self.problems: list[Problem] = []
        self.places: dict[int, Node] = {}
        self.term_places: dict[int, Node] = {}
        self.explained: list[tuple[str, Node]] = []
        self.thresholds: dict[str, Expression] = {}
        self.thresholds_used: set[str] = set()

    def problem(self, node: Node, message: str, hint: str = "", at: int = 0) -> None:
        line, column = place_of(node, at, self.lines)
        if len(self.problems) >= MOST_PROBLEMS:
            raise Refused("there are more mistakes than can be told; mend those above first", line, column)
        self.problems.append(Problem(self.file, line, column, message, hint))

    def rule(self, root: Node) -> Rule | None:
        entries = self._mapping(root, "a rule", KEYS)
        if entries is None:
            return None
        for key in NEEDED:
            if key not in entries:
                self.problem(root, f"“{key}” is missing", "every rule has " + ", ".join(NEEDED))
        rule_id = self._text(entries, "id")
        if rule_id and not _ID.match(rule_id):
            self.problem(entries["id"], f"“{rule_id}” is no id", "small letters, digits and single hyphens")
        severity = self._choice(entries, "severity", SEVERITIES, "note")
        verdict = self._choice(entries, "verdict", VERDICTS, "contradiction")
        undecided = self._choice(entries, "undecided", ("note", "silent"), "note")
        parameters = self._parameters(entries.get("parameters"))
        self.thresholds = dict(parameters)
        patterns = self._patterns(entries["find"]) if "find" in entries else ()
        self.explained = [
            (one.value.strip(), one) for one in self._items(entries.get("explains")) if one.is_text
        ]
        empty: Template = ()
        rule = Rule(
            id=rule_id,
            title=self._text(entries, "title"),
            pack=self.pack,
            severity=severity,
            verdict=verdict,
            patterns=patterns,
            where=self._where(entries.get("where")),
            when=self._expressions(entries.get("when")),
            require=self._expression(entries["require"]) if "require" in entries else None,
            unless=self._unless(entries.get("unless")),
            reconcile=self._reconcile(entries.get("reconcile")),
            say=self._template(entries["say"]) if "say" in entries else empty,
            suggest=self._template(entries["suggest"]) if "suggest" in entries else empty,
            undecided=undecided,
            explains=tuple(self._words(entries.get("explains"))),
            parameters=parameters,
            about=" ".join(self._text(entries, "about").split()),
            source=tuple(self._words(entries.get("source"))),
            file=self.file,
        )
        return rule

    def _mapping(self, node: Node, what: str, keys: Iterable[str]) -> dict[str, Node] | None:
        if not isinstance(node.value, dict):
            self.problem(node, f"{what} must be a mapping of keys and values")
            return None
        known = tuple(keys)
        found: dict[str, Node] = {}
        for name, (key, value) in node.value.items():
            if known and name not in known:
                self.problem(key, f"unknown key “{name}”", nearest(name, known))
            else:
                found[name] = value
        return found

    def _text(self, entries: dict[str, Node], key: str) -> str:
        node = entries.get(key)
        if node is None:
            return ""
        if not node.is_text or not node.value.strip():
            self.problem(node, f"“{key}” must be text")
            return ""
        return str(node.value).strip()

    def _choice(self, entries: dict[str, Node], key: str, choices: tuple[str, ...], default: str) -> str:
        if key not in entries:
            return default
        word = self._text(entries, key)
        if word and word not in choices:
            self.problem(entries[key], f"“{word}” is no {key}", nearest(word, choices))
        return word if word in choices else default

    def _items(self, node: Node | None) -> list[Node]:
        if node is None:
            return []
        return list(node.value) if isinstance(node.value, list) else [node]

    def _words(self, node: Node | None) -> list[str]:
        words = []
        for item in self._items(node):
            if item.is_text:
                words.append(item.value.strip())
            else:
                self.problem(item, "text was expected here")
        return words

    def _where(self, node: Node | None) -> tuple[str, ...]:
        for item in self._items(node):
            if item.is_text and item.value not in PLACES:
                self.problem(item, f"no place “{item.value}”", nearest(item.value, PLACES))
        return tuple(word for word in self._words(node) if word in PLACES)

    def _parsed(self, node: Node, parse: Callable[[str], Any]) -> Any:
        if not node.is_text:
            self.problem(node, "an expression was expected here, in quotes where it holds : or {")
            return ()
        try:
            tree = parse(node.value)
        except ExpressionError as error:
            hint = nearest(error.word, error.choices) if error.choices else ""
            if error.message.endswith("the expression ends") and not node.quoted:
                hint = "quotes around an expression keep its commas and colons"
            self.problem(node, error.message, hint, error.at)
            return ()
        self.places[id(tree)] = node
        return tree

    def _expression(self, node: Node) -> Expression:
        tree: Expression = self._parsed(node, parse_expression)
        return tree

    def _template(self, node: Node) -> Template:
        tree: Template = self._parsed(node, parse_template)
        return tree

    def _expressions(self, node: Node | None) -> tuple[Expression, ...]:
        return tuple(tree for item in self._items(node) if (tree := self._expression(item)))

    def _parameters(self, node: Node | None) -> tuple[tuple[str, Expression], ...]:
        entries = self._mapping(node, "parameters", ()) if node is not None else None
        return tuple((name, self._expression(value)) for name, value in (entries or {}).items())

    def _patterns(self, node: Node) -> tuple[Pattern, ...]:
        entries = self._mapping(node, "find", ())
        if entries is None:
            return ()
        if not 1 <= len(entries) <= 6:
            self.problem(node, "a rule finds one to six claims")
        patterns = []
        for name, value in entries.items():
            if not _ROLE.match(name):
                self.problem(
                    value, f"“{name}” is no name for a claim", "a small letter, then letters and digits"
                )
            patterns.append(self._pattern(name, value))
        return tuple(patterns)

    def _pattern(self, name: str, node: Node) -> Pattern:
        kind, by = "one", ""
        entries = self._mapping(node, "a claim to find", ())
        if entries is None:
            return Pattern(name, ())
        for group in ("each", "optional"):
            if group in entries:
                kind = group
                by = self._text(entries, "by")
                for key, value in entries.items():
                    if key not in (group, "by"):
                        self.problem(value, f"“{key}” does not go beside “{group}”")
                entries = self._mapping(entries[group], "a claim to find", ()) or {}
                break
        terms = tuple(self._term(aspect, value) for aspect, value in entries.items())
        pattern = Pattern(name, terms, kind, by)
        self.places[id(pattern)] = node
        return pattern

    def _term(self, aspect: str, node: Node) -> Term:
        term = self._term_of(aspect, node)
        self.term_places[id(term)] = node
        return term

    def _term_of(self, aspect: str, node: Node) -> Term:
        if isinstance(node.value, dict):
            return self._condition(aspect, node)
        if isinstance(node.value, list):
            return Term(aspect, "in", tuple(self._words(node)))
        word = str(node.value).strip()
        if word in ("any", "none"):
            return Term(aspect, word)
        if not word.startswith("$"):
            return Term(aspect, "in", (word,))
        match = _VARIABLE.match(word)
        if match is None:
            self.problem(
                node, f"cannot read “{word}”", "write $name, $name - 1 year, $name + 1 or $name or none"
            )
            return Term(aspect, "any")
        name, sign, count, unit, loose = match.groups()
        steps = int(count or 0) * (-1 if sign == "-" else 1)
        if unit is None:
            return Term(aspect, "var", (), name, 0, steps, bool(loose))
        months = DURATIONS.get(unit.rstrip("s"), 0)
        if months == 0:
            self.problem(
                node, f"no “{unit}” to shift by", nearest(unit, ("year", "half", "quarter", "month"))
            )
        return Term(aspect, "var", (), name, steps * months, 0, bool(loose))

    def _condition(self, aspect: str, node: Node) -> Term:
        """``{not: …}``, or ``{like: $who, at-least: 80 percent}``."""
        inner = self._mapping(node, "a condition", ("not", "like", "at-least")) or {}
        if "like" in inner:
            return self._like(aspect, node, inner)
        term = self._term_of(aspect, inner["not"]) if "not" in inner else Term(aspect, "any")
        flipped = {"in": "not-in", "var": "not-var"}.get(term.op)
        if flipped is None or "at-least" in inner:
            self.problem(node, "“not” takes words or a variable", "write {not: $name} or {not: [word, word]}")
            return term
        return Term(aspect, flipped, term.values, term.variable)

    def _like(self, aspect: str, node: Node, inner: dict[str, Node]) -> Term:
        """A name like another: how like must be said, or nobody knows what the rule finds."""
        example = "write {like: $who, at-least: 80 percent}"
        term = self._term_of(aspect, inner["like"])
        if term.op != "var" or term.months or term.number or set(inner) != {"like", "at-least"}:
            self.problem(node, "“like” takes a variable and “at-least”", example)
            return term
        share = self._share(inner["at-least"])
        if not Fraction(1, 2) <= share <= 1:
            self.problem(inner["at-least"], "a likeness lies between 50 and 100 percent", example)
            share = Fraction(1)
        word = str(inner["at-least"].value).strip()
        name = (word,) if word in self.thresholds else ()
        return Term(aspect, "like", (share.numerator, share.denominator, *name), term.variable)

    def _share(self, node: Node) -> Fraction:
        """A likeness as written, or the parameter of that name; 0 for what is neither."""
        word = str(node.value).strip() if node.is_text else ""
        tree = self.thresholds.get(word)
        if tree:
            self.thresholds_used.add(word)
            return share_of(tree)
        match = _SHARE.match(word)
        return Fraction(match.group(1)) / (100 if match.group(2) else 1) if match else Fraction(0)

    def _unless(self, node: Node | None) -> tuple[Unless, ...]:
        found = []
        for item in self._items(node):
            if item.is_text:
                found.append(Unless(when=self._expression(item)))
                continue
            entries = self._mapping(item, "unless", ()) or {}
            patterns = tuple(self._pattern(k, v) for k, v in entries.items() if k not in ("where", "when"))
            if not patterns:
                self.problem(item, "unless needs an expression or a claim to find")
            when = self._expression(entries["when"]) if "when" in entries else None
            found.append(Unless(patterns, self._where(entries.get("where")), when))
        return tuple(found)

    def _reconcile(self, node: Node | None) -> tuple[Reconcile, ...]:
        found = []
        for item in self._items(node):
            entries = self._mapping(item, "reconcile", ("when", "say", "severity", "verdict")) or {}
            if "when" not in entries or "say" not in entries:
                self.problem(item, "reconcile needs “when” and “say”")
                continue
            severity = self._choice(entries, "severity", SEVERITIES, "")
            verdict = self._choice(entries, "verdict", VERDICTS, "reconcilable")
            say = self._template(entries["say"])
            found.append(Reconcile(self._expression(entries["when"]), say, severity, verdict))
        return tuple(found)
