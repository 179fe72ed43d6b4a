"""Multiples and orders in words: doubled, fivefold, twice as many, triple-digit."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.counts import read_counted
from factcheck.extract.drafts import Draft
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import HYPHENS, MASKED, Tokens

_DIGITS = ("digit", "digits", "figure", "figures")
_PARTS = ("low", "mid", "high")
_TIMES = ("past", "last", "day")
_ZERO, _ONE = Fraction(0), Fraction(1)


def read_order(tokens: Tokens, at: int, lexicon: Lexicon) -> Draft | None:
    """ "triple-digit", "high-single-digit", "high single to low double digits": an order of magnitude, as a range."""
    low = tokens.low
    bounds = lexicon.orders.get(low[at])
    if bounds is None:
        return None
    digit = tokens.next_word(at + 1)
    named = low[digit] in _DIGITS
    leaves = low[at - 1] == "from" or low[at - 2] == "from"  # "from single digits to double digits"
    further = None if leaves else _further_order(tokens, digit + named, lexicon)
    if not named and further is None:
        return None
    if low[digit].startswith("figure") and low[at] in ("single", "two") and digit == at + 1:
        return None
    after = digit + 1
    if further is not None:
        bounds, after = (bounds[0], max(bounds[1], further[0])), further[1]
    first = _from_part(tokens, at)
    if low[first - 1] == "to" and first < at:  # "low to mid single digits"
        part = _from_part(tokens, first - 1)
        first = part if part < first - 1 else first
    unit = None
    if low[after] in ("percent", "percentage", "%") or (low[after] == "per" and low[after + 1] == "cent"):
        unit = "percent"
        if low[after] in ("percent", "%"):
            after += 1
    else:
        here = after
        for _ in range(5):
            if low[here] in lexicon.near["of_growth"]:
                unit = "percent"
                break
            if not low[here].isalpha() and low[here] not in HYPHENS:
                break
            here += 1
    low_end, high_end = Fraction(bounds[0]), Fraction(bounds[1])
    return Draft(
        first, after, low_end, high_end, _ZERO, _ZERO, "order", unit, "order",
        inherits=False, dimension="percent" if unit else "number",
    )  # fmt: skip


def _from_part(tokens: Tokens, at: int) -> int:
    """The "low", "mid" or "high" before the token, else the token itself; "mid-" and "mid- to" as well."""
    low = tokens.low
    back = at - 2 if low[at - 1] in HYPHENS else at - 1
    return back if low[back] in _PARTS else at


def _further_order(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """ "to low double digits": its upper bound and the token after it."""
    low = tokens.low
    if low[at] != "to":
        return None
    step = tokens.next_word(at + 2) if low[at + 1] in _PARTS else at + 1
    bounds, digit = lexicon.orders.get(low[step]), tokens.next_word(step + 1)
    return (bounds[1], digit + 1) if bounds is not None and low[digit] in _DIGITS else None


def read_single(tokens: Tokens, at: int, lexicon: Lexicon) -> Draft | None:
    """ "won by a single vote", "shrank to a single seat": one; "away from a single supplier" counts nothing."""
    low = tokens.low
    if low[at] != "single" or low[at - 1] != "a" or low[at - 2] not in lexicon.near["before_single"]:
        return None
    counted = read_counted(tokens, at + 1, lexicon, one=True)
    if (
        counted is None
        or counted[1] - counted[0] > 2
        or low[counted[1] - 1] in lexicon.near["kinds_of_single"]
    ):
        return None
    start, end, phrase = counted
    return Draft(at - 1, end, _ONE, _ONE, _ONE, _ONE, "count", phrase, noun=(start, end), inherits=False)


def read_twice(tokens: Tokens, at: int, lexicon: Lexicon) -> Draft | None:
    """ "was stabbed twice", "twice a week": how many times; "twice as many" is a multiple."""
    low = tokens.low
    value = {"twice": 2, "thrice": 3}.get(low[at])
    following = low[at + 1]
    if value is None or low[at - 1] in lexicon.near["before_idle_twice"]:
        return None
    if following in HYPHENS or tokens.words[at - 1] in HYPHENS:
        return None
    if following.isalpha() and following not in lexicon.near["after_twice"]:
        return None
    number = Fraction(value)
    return Draft(at, at + 1, number, number, _ONE, _ONE, "count", "time", inherits=False)


def read_multiple(tokens: Tokens, at: int, lexicon: Lexicon) -> Draft | None:
    """ "doubled", "halved", "tenfold", "twice as many", "double the number"."""
    low = tokens.low
    word = low[at]
    following = tokens.next_word(at + 1)
    if word in lexicon.weak_multiples:
        nearly = low[at - 1] in lexicon.near["before_multiple"]
        if low[following] == MASKED and _owns(tokens, following):
            pass
        elif low[following] not in lexicon.multiple_objects and not (nearly and word != "twice"):
            return None
        if word in ("twice", "thrice") and low[following] in ("in", "this") and not _owns(tokens, following):
            return None
        if word in ("twice", "thrice") and low[following] == "the" and low[following + 1] in _TIMES:
            return None
        if low[following] == "in" and word not in ("double", "triple", "quadruple", "halve"):
            return None
    elif low[following] in lexicon.multiple_breakers and low[following] != "as":
        return None
    if (
        tokens.words[at - 1] in HYPHENS
        and tokens.ends[at - 1] == tokens.starts[at]
        and low[at - 2] in ("re", "non")
    ):
        return None
    top, bottom, way = lexicon.multiples[word]
    value = Fraction(top, bottom)
    draft = Draft(at, at + 1, value, value, _ZERO, _ZERO, "multiple", "times", "multiple", inherits=False)
    if way:
        draft.cue = (way, at, at + 1)
    elif word in ("double", "triple", "quadruple", "treble") and low[at - 1] in (
        "to",
        "would",
        "will",
        "could",
    ):
        draft.cue = ("up", at, at + 1)
    elif word == "halve":
        draft.cue = ("down", at, at + 1)
    return draft


def _owns(tokens: Tokens, at: int) -> bool:
    """ "twice this year's level": a time that owns what is doubled."""
    return any(word in ("'", "’") for word in tokens.words[at + 1 : at + 4])
