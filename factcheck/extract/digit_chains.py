"""Digits that are parts of something written in signs: clock times, dates, codes, decades, list markers."""

from __future__ import annotations

from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import APOSTROPHES, HYPHENS, Tokens

_HIGHEST_SCORE = 450
_TIMES = frozenset(("am", "pm"))
CHAINING = _TIMES | APOSTROPHES | frozenset("-‐‑–/+.:)apos")
"""What stands behind the first number of a clock time, chain, decade or list marker; no other token does."""


def end_of_glued(tokens: Tokens, at: int) -> int:
    while (
        tokens.glued(at)
        and (tokens.words[at + 1].isalnum() or tokens.words[at + 1] in "-/.:_+")
        and tokens.words[at + 1]
    ):
        if not tokens.words[at + 1].isalnum() and not (
            tokens.glued(at + 1) and tokens.words[at + 2].isalnum()
        ):
            break
        at += 1
    return at + 1


def clock(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """6:24 pm · 18:24 · 21:51:04 · 6 a.m. · 6.24pm · 10 o'clock; ratios such as 3:1 go with them."""
    words, low = tokens.words, tokens.low
    after = at + 1
    while (
        words[after] == ":"
        and tokens.glued(after)
        and words[after + 1][:1].isdecimal()
        and tokens.glued(after - 1)
    ):
        after += 2
    word = low[after]
    if word in _TIMES and len(words[at]) <= 5 and len(words[at].partition(".")[2]) in (0, 2):
        return after + 1
    if word in ("a", "p") and words[after + 1] == "." and low[after + 2] == "m" and tokens.glued(after):
        return after + 3
    if word == "o" and words[after + 1] in APOSTROPHES and low[after + 2] == "clock":
        return after + 3
    if after > at + 1:
        return after
    return 0


def chain(tokens: Tokens, at: int) -> int:
    """Digits chained by dashes, slashes or dots: dates, telephone numbers, identifiers, 2025/26, 1+6+N."""
    words = tokens.words
    after = at + 1
    links = 0
    separators = set()
    while tokens.glued(after - 1) and words[after] in "-‐‑–/+." and words[after] and tokens.glued(after):
        following = words[after + 1]
        if not following.isalnum() or not (following[0].isdecimal() or words[after] == "+"):
            break
        separators.add(words[after])
        links += 1
        after += 2
    if (
        links == 2
        and words[at + 1] in "-‐‑"
        and words[at + 3] in "/⁄"
        and _eighths(words[at + 2], words[at + 4])
    ):
        return 0
    if links >= 2 and not (separators <= {"-", "–"} and _decimal_range(words, at)):
        return after
    if links == 1:
        first, second = words[at], words[at + 2]
        if separators == {"+"} or (separators == {"/"} and not _plausible_fraction(first, second)):
            return after
        if first.isdecimal() and second.isdecimal():
            if len(first) == 4 and len(second) == 2 and first[:2] in ("19", "20"):
                nearby = int(first[2:]) + 1
                if separators == {"/"} or int(second) in (nearby, nearby % 100):
                    return after
            if (
                len(first) == 4 == len(second)
                and first[:2] in ("18", "19", "20")
                and second[:2] in ("19", "20")
            ) and (separators == {"/"} or int(second) > int(first)):
                return after
            if len(first) == 3 and len(second) == 4 and separators == {"-"}:
                return after
            if separators <= {"-", "–"} and int(first) > int(second) and int(first) > _HIGHEST_SCORE:
                return after  # "a 767-300"
    if words[at].count(".") > 1:
        from factcheck.extract.numerals import parse_digits

        return 0 if parse_digits(words[at]) else after
    return 0


def _eighths(top: str, bottom: str) -> bool:
    """ "4-1/4", "2-3/8": a whole number and a part of it."""
    return bottom in ("2", "3", "4", "5", "8", "16", "32") and top.isdecimal() and 0 < int(top) < int(bottom)


def _plausible_fraction(top: str, bottom: str) -> bool:
    if not (top.isdecimal() and bottom.isdecimal()) or len(bottom) > 4:
        return False
    a, b = int(top), int(bottom)
    return 0 < a < b and (b <= 10 or a == 1 or b in (16, 32, 64, 100, 1000))


def _decimal_range(words: list[str], at: int) -> bool:
    return "." in words[at]


def decade(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """1990s, 1990's, the 20s; three 747s; the 2s/10s curve."""
    words = tokens.words
    if (
        tokens.glued(at)
        and words[at + 1] == "s"
        and words[at].isdecimal()
        and _of_several(tokens, at, lexicon)
    ):
        return end_of_glued(tokens, at)
    if tokens.glued(at) and words[at].isdecimal() and words[at][-1] == "0":
        if words[at + 1] == "s" and (len(words[at]) == 4 or _has_age_or_era(tokens, at, lexicon)):
            return at + 2
        if words[at + 1] in APOSTROPHES and tokens.low[at + 2] == "s" and len(words[at]) in (2, 4):
            return at + 3
    return 0


def _has_age_or_era(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "the 90s", "in her late 50s", "low-20s", but not "every 90s"."""
    before = tokens.low[at - 1]
    return before in lexicon.near["before_decade"] or before in HYPHENS or before in APOSTROPHES


def _of_several(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a whole number with an s behind it names things of that number, and is no time in seconds."""
    words, before = tokens.words, tokens.low[at - 1]
    if tokens.glued(at + 1) and (words[at + 2].isdecimal() or words[at + 2] == "/"):
        return True
    if (
        words[at - 1][:1].isupper()
        and not tokens.starts_line(at - 1)
        and words[at - 2] not in (".", ":", "!")
    ):
        return True
    return before.isdecimal() or before in lexicon.ones or before in lexicon.near["before_numbered"]


def marker(tokens: Tokens, at: int) -> int:
    """A list marker at the start of a line: "1. ", "2) "."""
    words = tokens.words
    if words[at + 1] in (".", ")") and len(words[at]) <= 2 and tokens.glued(at) and tokens.starts_line(at):
        return at + 2
    if words[at - 1] == "(" and words[at + 1] == ")" and len(words[at]) <= 2 and tokens.starts_line(at - 1):
        return at + 2
    return 0
