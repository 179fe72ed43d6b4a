"""A time in parts, written with letters: 17h 20m, 3h42m, 1h30, 28m 12.4s."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.drafts import Draft
from factcheck.extract.numerals import parse_digits
from factcheck.extract.tokens import Tokens

_SECONDS = {
    "h": 3600, "hr": 3600, "hrs": 3600, "m": 60, "mn": 60, "min": 60, "mins": 60, "s": 1, "sec": 1, "secs": 1,
}  # fmt: skip
TIME_LETTERS = frozenset(_SECONDS)
_UNITS = {3600: "hour", 60: "minute", 1: "second"}


def read_time_parts(tokens: Tokens, at: int) -> Draft | None:
    """The duration that starts with the number at ``at``, in its smallest part; None unless two parts follow each other."""
    words = tokens.words
    total, size, parts, after, last = Fraction(0), 0, 0, at, 0
    while parts < 3 and words[after][:1].isdecimal():
        number = parse_digits(words[after])
        own = _SECONDS.get(words[after + 1], 0) if tokens.glued(after) else 0
        if not own and parts and _minutes_alone(tokens, after, last):
            own, width = 60, 1
        else:
            width = 2
        if (
            number is None
            or not own
            or (last and (own >= last or own * 60 < last or number[0] >= 60 * number[1]))
        ):
            break
        total = total * Fraction(last or own, own) + Fraction(number[0], number[1])
        size, step = own, Fraction(1, number[1])
        parts, last, after = parts + 1, own, after + width
        if tokens.starts[after] - tokens.ends[after - 1] > 1 or tokens.new_line_after(after - 1):
            break
    if parts < 2 or (tokens.ends[after - 1] == tokens.starts[after] and words[after].isalnum()):
        return None
    return Draft(at, after, total, total, step, step, "duration", _UNITS[size], inherits=False)


def _minutes_alone(tokens: Tokens, at: int, last: int) -> bool:
    """The 30 of "1h30"."""
    word = tokens.words[at]
    glued = tokens.ends[at - 1] == tokens.starts[at]
    return (
        last == 3600
        and glued
        and word.isdecimal()
        and len(word) == 2
        and not (tokens.glued(at) and tokens.words[at + 1].isalnum())
    )
