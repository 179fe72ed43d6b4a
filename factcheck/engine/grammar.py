"""The expression language: a tokeniser and a Pratt parser that make bounded tuple trees. No Python is reachable.

Nodes: ("num", numerator, denominator, at) ("amount", numerator, denominator, unit, at) ("text", words, at)
("name", word, at) ("get", node, attribute, at) ("call", function, (nodes…), at) ("not"|"neg", node, at)
("op", sign, left, right, at). ``at`` is the 0-based character in the expression.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.engine.calendar import DURATIONS
from factcheck.patterns import Lazy
from factcheck.rule import Expression, Template

LONGEST = 2000
DEEPEST = 30
MOST_NODES = 300
MOST_DOTS = 4

UNITS = ("percent", "point", "points", "times", *DURATIONS, *(word + "s" for word in DURATIONS))
# How a hole of a message shows its value: format → (the types it takes, what it shows).
FORMATS: dict[str, tuple[tuple[str, ...], str]] = {
    "name": (("claim", "group"), "what is measured: Harbour Line's freight revenue in France"),
    "told": (("claim", "group"), "the figure with its direction: up 26%"),
    "whole": (("claim", "group"), "both: the rise of 26% in Harbour Line's freight revenue"),
    "scope": (("claim", "group"), "the scope alone: cloud services in China"),
    "what": (
        ("claim", "group"),
        "what is measured, and of whom where the sentence itself names a known owner",
    ),
    "phrase": (("claim", "group"), "the figure with the word that goes on from it: 11x faster"),
    "own": (("entity", "text"), "the owner of something: Harbour Line's"),
    "in": (("period",), "a time with its preposition: in Q2 2025, on May 4"),
    "date": (("date", "reading", "period"), "June 30, 2025"),
    "weekday": (("date",), "Monday"),
    "percent": (("quantity", "number", "list"), "a ratio as a percentage: 52.7 %"),
    "change": (("quantity", "number"), "a ratio less one, as up 52.7 % or down 3 %"),
    "points": (("quantity", "number"), "a difference of percentages: 0.6 points"),
    "ratio": (("quantity", "number"), "2.5 times"),
    "money": (("quantity", "number", "list"), "a computed sum with its currency"),
    "number": (("quantity", "number", "list"), "without the unit"),
    "sum": (("group", "list"), "$5 billion + $714 million"),
    "quoted": ((), "in quotation marks, each of several"),
    "words": ((), "the figure as it was written"),
}

_TOKEN = Lazy(
    r"(?P<space>[ \t\r\n]+)|(?P<num>\d+(?:\.\d+)?)|(?P<name>\$?[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<text>'[^'\n]*'|\"[^\"\n]*\")|(?P<op>==|!=|<=|>=|[-+*/<>().,])"
)
POWER = {
    "or": 1,
    "and": 2,
    "==": 4,
    "!=": 4,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
}


class ExpressionError(Exception):
    """What is wrong with an expression, and at which character; ``word`` is the wrong one of the ``choices``."""

    def __init__(self, message: str, at: int, word: str = "", choices: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message, self.at, self.word, self.choices = message, at, word, choices


Tok = tuple[str, str, int]


def _tokens(text: str) -> list[Tok]:
    if len(text) > LONGEST:
        raise ExpressionError(f"an expression may have {LONGEST} characters, this has {len(text)}", 0)
    found: list[Tok] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ExpressionError(f"cannot read {text[at]!r} in an expression", at)
        kind = match.lastgroup or ""
        if kind != "space":
            found.append((kind, match.group(), at))
        at = match.end()
    found.append(("end", "", len(text)))
    return found


class _Parser:
    __slots__ = ("at", "depth", "nodes", "tokens")

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = self.depth = self.nodes = 0

    def peek(self) -> Tok:
        return self.tokens[self.at]

    def take(self) -> Tok:
        token = self.tokens[self.at]
        if token[0] != "end":
            self.at += 1
        return token

    def expect(self, sign: str) -> None:
        kind, word, at = self.take()
        if word != sign or kind == "text":
            raise ExpressionError(f"expected “{sign}” here{_seen(word)}", at)

    def grown(self, node: Expression) -> Expression:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise ExpressionError("the expression has too many parts", node[-1])
        return node

    def expression(self, floor: int = 0) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionError("the expression is nested too deeply", self.peek()[2])
        left = self.prefix()
        while True:
            kind, word, at = self.peek()
            power = POWER.get(word, 0) if kind in ("op", "name") else 0
            if power <= floor:
                break
            self.take()
            right = self.expression(power)
            if power == 4 and left[0] == "op" and POWER[left[1]] == 4:
                raise ExpressionError("comparisons do not chain; join them with “and”", at)
            left = self.grown(("op", word, left, right, at))
        self.depth -= 1
        return left

    def prefix(self) -> Expression:
        kind, word, at = self.peek()
        if kind == "name" and word == "not":
            self.take()
            return self.grown(("not", self.expression(3), at))
        if word == "-" and kind == "op":
            self.take()
            return self.grown(("neg", self.expression(6), at))
        node = self.atom()
        dots = 0
        while self.peek()[1] == "." and self.peek()[0] == "op":
            dots += 1
            if dots > MOST_DOTS:
                raise ExpressionError("too many dots", self.peek()[2])
            self.take()
            kind, word, where = self.take()
            if kind != "name" or word.startswith("$"):
                raise ExpressionError(f"expected an aspect after the dot{_seen(word)}", where)
            node = self.grown(("get", node, word, where))
        return node

    def atom(self) -> Expression:
        kind, word, at = self.take()
        if kind == "num":
            return self.number(word, at)
        if kind == "text":
            return self.grown(("text", word[1:-1], at))
        if kind == "name" and word not in POWER:
            if self.peek()[1] == "(" and self.peek()[0] == "op":
                return self.call(word, at)
            return self.grown(("name", word, at))
        if word == "(" and kind == "op":
            node = self.expression()
            self.expect(")")
            return node
        raise ExpressionError(f"expected a value here{_seen(word)}", at)

    def number(self, word: str, at: int) -> Expression:
        value = Fraction(word)
        kind, unit, _ = self.peek()
        if kind == "name" and unit in UNITS:
            self.take()
            return self.grown(("amount", value.numerator, value.denominator, unit.rstrip("s"), at))
        return self.grown(("num", value.numerator, value.denominator, at))

    def call(self, word: str, at: int) -> Expression:
        self.expect("(")
        arguments: list[Expression] = []
        if self.peek()[1] != ")":
            arguments.append(self.expression())
            while self.peek()[1] == ",":
                self.take()
                arguments.append(self.expression())
        self.expect(")")
        return self.grown(("call", word, tuple(arguments), at))


def _seen(word: str) -> str:
    return f", not “{word}”" if word else ", but the expression ends"


def parse_expression(text: str) -> Expression:
    """The tree of an expression. Raises ExpressionError with the character where reading failed."""
    parser = _Parser(text)
    tree = parser.expression()
    _, word, at = parser.peek()
    if word:
        raise ExpressionError(f"did not expect “{word}” here", at)
    return tree


def parse_template(text: str) -> Template:
    """The pieces of a message: text, and ``{expression}`` or ``{expression:format}`` as (tree, format) pairs."""
    pieces: list[object] = []
    at = 0
    while at < len(text):
        start = text.find("{", at)
        stray = text.find("}", at, start if start >= 0 else len(text))
        if stray >= 0:
            raise ExpressionError("a “}” without its “{”", stray)
        if start < 0:
            pieces.append(text[at:])
            break
        if start > at:
            pieces.append(text[at:start])
        end = text.find("}", start)
        if end < 0:
            raise ExpressionError("a “{” without its “}”", start)
        inside, _, form = text[start + 1 : end].partition(":")
        form = form.strip()
        if form and form not in FORMATS:
            raise ExpressionError(f"no format “{form}”", text.index(":", start) + 1, form, tuple(FORMATS))
        try:
            tree = parse_expression(inside)
        except ExpressionError as error:
            raise ExpressionError(error.message, start + 1 + error.at) from None
        pieces.append((_moved(tree, start + 1), form))
        at = end + 1
    return tuple(pieces)


def _moved(tree: Expression, by: int) -> Expression:
    """The same tree with its offsets counted from the start of the template."""
    moved = [
        _moved(part, by)
        if isinstance(part, tuple) and part and isinstance(part[0], str)
        else tuple(_moved(item, by) for item in part)
        if isinstance(part, tuple)
        else part
        for part in tree
    ]
    moved[-1] = tree[-1] + by
    return tuple(moved)
