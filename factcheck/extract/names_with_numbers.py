"""Numbers that are no quantities: names, versions, identifiers, clock times, dates, years, list markers, addresses."""

from __future__ import annotations

from factcheck.extract.digit_chains import CHAINING, chain, clock, decade, end_of_glued, marker
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import APOSTROPHES, DASHES, HYPHENS, MASKED, Tokens, match_phrase

_AFTER_SHORT_YEAR = ("s", "-", ",", ".", ";", ":", ")", "?")


def known_name(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """The token after a whole name or idiom that starts at, or just before, ``at`` ("9/11", "Formula One"); else 0."""
    low, names = tokens.low, lexicon.names
    for first in (at, at - 1, at - 2):
        if low[first] in names:
            for rest, _ in names[low[first]]:
                if not rest or low[first + 1] == rest[0] or low[first + 1] in HYPHENS:
                    after = match_phrase(tokens, first + 1, rest)
                    if after > at:
                        return after
    return 0


def hard_name(tokens: Tokens, at: int, lexicon: Lexicon, prefixed: bool) -> int:
    """The token after a run of digits that cannot be a quantity whatever follows, or 0."""
    words, low, starts, ends = tokens.words, tokens.low, tokens.starts, tokens.ends
    if words[at][0] == "0" and words[at].isdecimal() and len(words[at]) > 1:
        point = words[at - 1] == "." and ends[at - 1] == starts[at] and ends[at - 2] != starts[at - 1]
        return 0 if point and at else clock(tokens, at, lexicon) or _zero_led(tokens, at)
    before = words[at - 1]
    glued_before = ends[at - 1] == starts[at]
    if prefixed:
        return 0
    if glued_before and before:
        if before[-1].isalnum() or before in "_#@&=\\":
            return end_of_glued(tokens, at)
        if before in HYPHENS | {"−"} and ends[at - 2] == starts[at - 1]:
            joined = low[at - 2]
            if (
                joined.isalpha()
                and joined != "magnitude"
                and not _prefix_word(tokens, at)
                and not hits_of(tokens, at - 1)
            ):
                return end_of_glued(tokens, at)
        if before == "." and ends[at - 2] == starts[at - 1] and words[at - 2][-1:].isalnum():
            return 0 if low[at - 2] == "no" else end_of_glued(tokens, at)
        if before == "/" and ends[at - 2] == starts[at - 1] and words[at - 2].isalpha():
            return end_of_glued(tokens, at)
        if (
            before in APOSTROPHES
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
    if low[at + 1] not in CHAINING and words[at].count(".") < 2:
        return 0
    return (
        clock(tokens, at, lexicon) or chain(tokens, at) or decade(tokens, at, lexicon) or marker(tokens, at)
    )


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
    if previous in lexicon.near["decimal_names"] and not plain and not counted:
        return True  # "under section 175.10"
    if previous in lexicon.before and (plain or previous not in lexicon.cautious):
        if previous not in lexicon.cautious:
            return True
        if (before[0].isupper() and not counted) or (not counted and previous not in ("under", "plus")):
            return True
        inside = not tokens.starts_line(at - 1) and words[at - 2] not in '.!?:“"'
        if before[0].isupper() and before.isalpha() and inside and len(words[at]) == 1:
            return True  # "sold 200 of its Model 3 cars", "in Phase 3 trials"
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
    if tokens.words[at + 1] in APOSTROPHES and tokens.low[at + 2] == "s":
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
