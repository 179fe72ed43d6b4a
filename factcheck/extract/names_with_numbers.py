"""Numbers that are no quantities: names, versions, identifiers, clock times, dates, years, list markers, addresses."""

from __future__ import annotations

from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import DASHES, HYPHENS, MASKED, Tokens, match_phrase

_HIGHEST_SCORE = 450
_TIMES = frozenset(("am", "pm"))
_CLOCKS = frozenset(("am", "pm", "a", "p", "o"))
_QUOTES = frozenset("'’‘")
_AFTER_SHORT_YEAR = ("s", "-", ",", ".", ";", ":", ")", "?")


def known_name(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """The token after a whole name or idiom that starts at, or just before, ``at`` ("9/11", "Formula One"); else 0."""
    for back in (0, 1, 2):
        for rest, _ in lexicon.names.get(tokens.low[at - back], ()):
            after = _match_name(tokens, at - back + 1, rest)
            if after > at:
                return after
    return 0


def _match_name(tokens: Tokens, at: int, rest: tuple[str, ...]) -> int:
    return match_phrase(tokens, at, rest)


def hard_name(tokens: Tokens, at: int, lexicon: Lexicon, prefixed: bool) -> int:
    """The token after a run of digits that cannot be a quantity whatever follows, or 0."""
    words, low, starts, ends = tokens.words, tokens.low, tokens.starts, tokens.ends
    if words[at][0] == "0" and words[at].isdecimal() and len(words[at]) > 1:
        point = words[at - 1] == "." and ends[at - 1] == starts[at] and ends[at - 2] != starts[at - 1]
        return 0 if point and at else _zero_led(tokens, at)
    before = words[at - 1]
    glued_before = ends[at - 1] == starts[at]
    if prefixed:
        return 0
    if glued_before and before:
        if before[-1].isalnum() or before in "_#@&=\\":
            return _end_of_glued(tokens, at)
        if before in HYPHENS | {"−"} and ends[at - 2] == starts[at - 1]:
            joined = low[at - 2]
            if (
                joined.isalpha()
                and joined != "magnitude"
                and not _prefix_word(tokens, at)
                and not hits_of(tokens, at - 1)
            ):
                return _end_of_glued(tokens, at)
        if before == "." and ends[at - 2] == starts[at - 1] and words[at - 2][-1:].isalnum():
            return 0 if low[at - 2] == "no" else _end_of_glued(tokens, at)
        if before == "/" and ends[at - 2] == starts[at - 1] and words[at - 2].isalpha():
            return _end_of_glued(tokens, at)
        if (
            before in _QUOTES
            and len(words[at]) == 2
            and words[at].isdecimal()
            and ends[at - 2] != starts[at - 1]
        ) and (not tokens.glued(at) or low[at + 1] in _AFTER_SHORT_YEAR):
            return at + 1
    if before == "[" and words[at + 1] == "]":
        return at + 2
    if before == "(" and words[at + 1] == ")" and _is_clause(tokens, at - 2, lexicon):
        return at + 2
    named = low[at - 1] in lexicon.before and low[at - 1] not in lexicon.cautious
    if named and tokens.next_word(at + 1) > at + 1 and words[at + 2].isdecimal():
        return at + 3  # "Boeing 737-800"
    following = words[at + 1]
    if (
        following.isalpha()
        and not tokens.glued(at)
        and low[at + 1] not in _CLOCKS
        and words[at].count(".") < 2
    ):
        return 0  # a word of its own follows: no clock, chain, decade or marker
    return _clock(tokens, at, lexicon) or _chain(tokens, at) or _decade(tokens, at) or _marker(tokens, at)


def _is_clause(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """What stands before the bracket of "section 6B (4)" or "Article 12(3)"."""
    word = tokens.words[at]
    if not (word.isdecimal() or (len(word) == 1 and word.isalpha())):
        return False
    return tokens.low[at - 1] in lexicon.before or tokens.low[at - 2] in lexicon.before


def hits_of(tokens: Tokens, at: int) -> bool:
    """True at the second hyphen of "9-for-14": how many of how many shots went in."""
    words = tokens.words
    parts = words[at - 3], words[at + 1]
    return (
        words[at] in HYPHENS
        and tokens.low[at - 1] == "for"
        and words[at - 2] in HYPHENS
        and all(part.isdecimal() and len(part) < 3 for part in parts)
        and tokens.ends[at] - tokens.starts[at - 2] == 5
    )


def _zero_led(tokens: Tokens, at: int) -> int:
    """A number with a zero in front, and the groups of digits after it: a telephone number or a code."""
    at += 1
    while tokens.words[at].isdecimal() and tokens.starts[at] - tokens.ends[at - 1] <= 1:
        at += 1
    return at


def _prefix_word(tokens: Tokens, at: int) -> bool:
    """ "sub-5%", "near-20%": a hyphenated word may precede a number that has a unit."""
    return tokens.words[at + 1] == "%" or tokens.low[at + 1] in ("percent", "per", "pc")


def _end_of_glued(tokens: Tokens, at: int) -> int:
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


def _clock(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
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
    if word == "o" and words[after + 1] in _QUOTES and low[after + 2] == "clock":
        return after + 3
    if after > at + 1:
        return after
    return 0


def _chain(tokens: Tokens, at: int) -> int:
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


def _decade(tokens: Tokens, at: int) -> int:
    """1990s, 1990's, the 20s."""
    words = tokens.words
    if tokens.glued(at) and words[at].isdecimal() and words[at][-1] == "0":
        if words[at + 1] == "s":
            return at + 2
        if words[at + 1] in _QUOTES and tokens.low[at + 2] == "s" and len(words[at]) in (2, 4):
            return at + 3
    return 0


def _marker(tokens: Tokens, at: int) -> int:
    """A list marker at the start of a line: "1. ", "2) "."""
    words = tokens.words
    if words[at + 1] in (".", ")") and len(words[at]) <= 2 and tokens.glued(at) and tokens.starts_line(at):
        return at + 2
    if words[at - 1] == "(" and words[at + 1] == ")" and len(words[at]) <= 2 and tokens.starts_line(at - 1):
        return at + 2
    return 0


def soft_name(tokens: Tokens, at: int, after: int, lexicon: Lexicon, counted: bool) -> bool:
    """True when a bare number (no unit, scale or currency) is part of a name, a year or a date.

    ``counted``: a counted noun follows, which speaks for a quantity.
    """
    words, low = tokens.words, tokens.low
    before, previous = words[at - 1], low[at - 1]
    plain = words[at].isdecimal()
    if before == "." and low[at - 2] in ("no", "nos", "vol", "fig", "pp", "p", "art", "sec", "ch"):
        before, previous = words[at - 2], low[at - 2]
    if plain and after == at + 1:
        if _is_year(tokens, at, lexicon, counted) or _is_day(tokens, at, lexicon):
            return True
        if _address(tokens, at, lexicon):
            return True
        following = words[after]
        if (
            previous == "the"
            and not counted
            and len(following) > 1
            and following.isupper()
            and following.isalpha()
        ):
            return True
    if tokens.starts_line(at) and at:
        return False
    if previous in lexicon.version_words:
        return True
    if (
        previous == "of"
        and words[at - 2].isdecimal()
        and low[at - 3] in lexicon.before
        and words[at - 3][:1].isupper()
    ):
        return True
    joined = words[at - 2] in HYPHENS and tokens.ends[at - 2] == tokens.starts[at - 1]
    if joined and previous in lexicon.cautious:
        return False  # "a second-round 67"
    if previous in lexicon.before and (plain or previous not in lexicon.cautious):
        if previous not in lexicon.cautious:
            return True
        if (before[0].isupper() and not counted) or (not counted and previous not in ("under", "plus")):
            return True
    if before[:1].isupper() and before.isalpha() and plain and not counted and len(words[at]) <= 5:
        if previous.endswith("ing") and (tokens.starts_line(at - 1) or words[at - 2] in '.!?:“"'):
            return False  # "Chasing 288, they …": a capital that only opens the sentence
        return (
            previous not in lexicon.not_names and previous not in lexicon.months and not _verblike(previous)
        )
    return previous == "\0" and low[at + 1] == "\0"


def _verblike(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4


def _is_year(tokens: Tokens, at: int, lexicon: Lexicon, counted: bool) -> bool:
    word = tokens.words[at]
    if len(word) != 4 or not word.isdecimal() or not "1000" <= word <= "2199":
        return False
    previous = tokens.low[at - 1]
    modern = "1800" <= word <= "2100"
    if counted and "1950" <= word <= "2050":
        return not (previous in lexicon.near["before_counts"] or previous.endswith("ed"))
    if tokens.words[at + 1] in _QUOTES and tokens.low[at + 2] == "s":
        return modern
    if (
        previous in lexicon.year_words
        or previous == MASKED
        or (previous in DASHES and tokens.ends[at - 1] == tokens.starts[at])
    ):
        return modern or previous in ("in", "since", "circa", "by")
    return modern and not counted


def _is_day(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """24 August, August 24, Aug. 24."""
    word, low = tokens.words[at], tokens.low
    if len(word) > 2 or not 0 < int(word) < 32:
        return False
    previous = low[at - 2] if low[at - 1] == "." else low[at - 1]
    if previous in lexicon.months and tokens.words[at - (2 if low[at - 1] == "." else 1)][:1].isupper():
        return True
    following = at + 2 if low[at + 1] == "of" else at + 1
    return (
        low[following] in lexicon.months and tokens.words[following][:1].isupper() and low[following] != "may"
    ) or (tokens.words[following] == "May" and not low[following + 1].isalpha())


def _address(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    words = tokens.words
    for ahead in range(at + 1, at + 5):
        if not words[ahead][:1].isupper() or tokens.new_line_after(ahead - 1):
            return False
        if ahead > at + 1 and tokens.low[ahead] in lexicon.street_words:
            return True
    return False
