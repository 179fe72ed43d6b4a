"""Functions over words, scopes and presence."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claim import Entity
from factcheck.day_names import WEEKDAYS
from factcheck.engine.amounts import Amount, Incomparable, number
from factcheck.engine.aspects import is_absent
from factcheck.hints import Any
from factcheck.interval import Answer

_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip


def whole(value: Any) -> int:
    """A whole number out of an amount or a detail; raises Incomparable for anything else."""
    if isinstance(value, Amount):
        middle = value.middle
        if middle is not None and middle.denominator == 1:
            return int(middle)
        raise Incomparable("not a whole number")
    if isinstance(value, int):
        return value
    raise Incomparable("not a whole number")


def weekday_name(value: Any) -> str:
    return WEEKDAYS[whole(value) % 7].capitalize()


def ordinal(value: Any) -> str:
    at = whole(value)
    if 0 <= at < len(_ORDINALS):
        return _ORDINALS[at]
    tail = "th" if 10 <= at % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(at % 10, "th")
    return f"{at}{tail}"


def _plain(value: Any) -> Any:
    return value.id if isinstance(value, Entity) else value


def known(value: Any) -> Answer:
    if isinstance(value, list):
        return Answer.of(bool(value))
    return Answer.of(not is_absent(value))


def same(a: Any, b: Any) -> Answer:
    return Answer.of(_plain(a) == _plain(b))


def one_of(value: Any, *words: str) -> Answer:
    return Answer.of(_plain(value) in words)


def has(value: Any, word: str) -> Answer:
    if isinstance(value, tuple):
        return Answer.of(word in dict(value))
    return Answer.of(value is not None and word in value)


# Bases on which a figure is never the plain one: who states none of them does not mean one.
_OTHER_BASES = frozenset(["organic", "constant-currency", "comparable", "pro-forma", "cash"])


def clashes(a: Any, b: Any) -> Answer:
    """One dimension, two values: China and the world. Missing on one side is no clash, but for growth on another basis."""
    if not isinstance(a, tuple) or not isinstance(b, tuple):
        raise Incomparable("no scope")
    one, other = dict(a), dict(b)
    if one.get("accounting") != other.get("accounting"):
        stated = {one.get("accounting"), other.get("accounting")}
        if stated & _OTHER_BASES:
            return Answer.AGREE  # "up 9.4 %" beside "up 12.1 % in constant currency"
    return Answer.of(any(other.get(key, value) != value for key, value in one.items()))


def within(a: Any, b: Any) -> Answer:
    if not isinstance(a, tuple) or not isinstance(b, tuple):
        raise Incomparable("no scope")
    return Answer.of(set(a) <= set(b) or set(b) <= set(a))


def similar(a: Any, b: Any) -> Amount:
    """Likeness from 0 to 1 of the first 2,000 characters, capitals apart."""
    return number(likeness(str(_plain(a)), str(_plain(b))))


def likeness(a: str, b: str) -> Fraction:
    """Twice the letters that both have in one order, over all letters: 1 for the same, 0 for nothing shared.

    The longest common subsequence by bits, a row an addition (Hyyrö 2004): quick on any text, and exact.
    """
    one, other = a.casefold()[:2000], b.casefold()[:2000]
    if one == other:
        return Fraction(1)
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    full = (1 << len(one)) - 1
    left = full
    for letter in other:
        shared = left & places.get(letter, 0)
        left = ((left + shared) | (left - shared)) & full
    common = len(one) - left.bit_count()
    return Fraction(2 * common, len(one) + len(other))


def mentions(text: Any, words: Any) -> Answer:
    """Whether the words stand in the text, whole and one after the other, capitals and signs apart."""
    one, other = (f" {' '.join(_letters(str(_plain(value))).split())} " for value in (text, words))
    return Answer.of(bool(other.strip()) and other in one)


def _letters(text: str) -> str:
    return "".join(char if char.isalnum() else " " for char in text.casefold()[:20_000])
