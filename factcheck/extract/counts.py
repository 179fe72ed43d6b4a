"""Counted things: the noun phrase after a number, and its singular."""

from __future__ import annotations

from functools import lru_cache

from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import HYPHENS, MASKED, Tokens

Counted = tuple[int, int, str]  # first token, token after, singular phrase
_LONGEST = 7


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """A noun form that can be counted: ends in s, or is an irregular plural."""
    low = word.lower()
    if low in lexicon.plural_forms:
        return True
    if low[-1:] != "s":
        return low.endswith(_IRREGULAR) and len(low) > 5 and low not in lexicon.not_plural
    if len(word) < 3 or word[-1] == "S" or low in lexicon.not_plural:
        return False
    return word[:-1].isupper() or not low.endswith(("ss", "us", "is", "ous")) or low.endswith("menus")


_IRREGULAR = ("men", "women", "children", "people", "feet")
_PEOPLES = ("ans", "crats", "ists", "is", "ders")
_SUFFIXES = (
    ("wives", "wife"), ("knives", "knife"), ("lives", "life"), ("women", "woman"), ("men", "man"),
    ("children", "child"), ("people", "person"), ("feet", "foot"), ("shelves", "shelf"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def _regular(word: str) -> str:
    for ending, one in _SUFFIXES:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)] + one
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def singular(word: str, lexicon: Lexicon) -> str:
    """The singular of one noun form: "job cuts" is passed word by word."""
    known: str | None = lexicon.plural_forms.get(word.lower())
    if known is not None:
        return known
    return _regular(word) if is_plural(word, lexicon) else word


def whole_word(tokens: Tokens, at: int) -> int:
    """The last token of the word that starts at ``at``: "open-source", "MI300X", "CO2" are one."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    while at + 1 < tokens.count and ends[at] == starts[at + 1]:
        following = words[at + 1]
        if following.isalnum():
            at += 1
        elif following in HYPHENS and ends[at + 1] == starts[at + 2] and words[at + 2].isalnum():
            at += 2
        else:
            break
    return at


def read_counted(tokens: Tokens, at: int, lexicon: Lexicon, one: bool = False) -> Counted | None:
    """The counted noun phrase at token ``at``, or None. ``one``: a singular noun will do.

    The head is the first plural that is not itself a modifier ("sales jobs"); adjectives and nouns before it are kept.
    """
    words, low, stops = tokens.words, tokens.low, lexicon.noun_stops
    first = _opening(tokens, at, lexicon)
    parts: list[str] = []
    here = first
    end = first
    for _ in range(_LONGEST):
        word = low[here]
        opens = words[here][:1].isalpha() or (parts and not one and _designates(tokens, here))
        if not opens or word == MASKED or (here > at and tokens.new_line_after(here - 1)):
            break
        if word in lexicon.number_words:
            break
        last = whole_word(tokens, here)
        if last == here and word in stops and not _belongs(tokens, here, lexicon):
            break
        if last == here and word in ("s", "t") and words[here - 1] in "'’":
            break
        text = tokens.text[tokens.starts[here] : tokens.ends[last]]
        head = words[last]
        if _owns(tokens, last):
            parts = []
            break
        if head == "s" and words[last - 1][-1:].isdecimal() and last > here:
            return first, last + 1, " ".join([*parts, text[:-1]])  # "40 F-35s"
        if is_plural(head, lexicon) and not (
            (low[last] in lexicon.plural_modifiers and _goes_on(tokens, last, lexicon))
            or (head[0].isupper() and _names_a_kind(tokens, last, bool(parts), lexicon))
        ):
            parts.append(text[: len(text) - len(head)] + singular(head, lexicon))
            return first, last + 1, " ".join(parts)
        if low[last] in lexicon.near["counted_of"] and low[last + 1] == "of" and not one:
            parts.append(text)
            return first, last + 1, " ".join(parts)
        parts.append(text)
        end = last + 1
        here = last + 1
    if one and parts:
        return _single(tokens, first, end, parts, lexicon)
    return None


def _designates(tokens: Tokens, at: int) -> bool:
    """ "100 Boeing 737 Max jets", "31 Leopard 2A6 tanks": a number that belongs to the name before it."""
    word, name = tokens.words[at], tokens.words[at - 1]
    return word[:1].isdecimal() and name[:1].isupper() and name.isalpha() and not tokens.glued(at - 1)


def _opening(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """The first token of the noun phrase itself: "other", "more" and superlatives go."""
    low = tokens.low
    first = at
    while low[first] in lexicon.noun_openers and first < at + 3 and not tokens.new_line_after(first):
        if tokens.words[first + 1] in HYPHENS and tokens.glued(first):
            break
        first += 1
    if low[first] in lexicon.superlatives and low[first] not in ("top", "leading", "ranked"):
        first += 2 if low[first] in ("most", "least") else 1
    return first


def _belongs(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "21 injured people", "1,000 US Marines", "two West Bank towns": a word that ends a phrase elsewhere."""
    word = tokens.words[at]
    if word == "US" or (word[0].isupper() and tokens.low[at] in lexicon.near["directions"]):
        return True
    following = tokens.words[at + 1]
    return (
        tokens.low[at] in lexicon.near["describing"]
        and following[:1].islower()
        and tokens.low[at + 1] not in lexicon.noun_stops
        and is_plural(following, lexicon)
        and not tokens.new_line_after(at)
    )


def _names_a_kind(tokens: Tokens, at: int, inside: bool, lexicon: Lexicon) -> bool:
    """ "eight Windows devices", "two United States jets": a name in s that only modifies; "three Democrats" are people."""
    if tokens.low[at].endswith(_PEOPLES):
        return False
    far = 2 if inside and tokens.words[at - 1][:1].isupper() else 1
    for here in range(at + 1, at + 1 + far):
        word = tokens.words[here]
        if (
            not word.isalpha()
            or not word.islower()
            or word in lexicon.noun_stops
            or tokens.new_line_after(here - 1)
        ):
            return False
        if is_plural(word, lexicon):
            return word.rstrip("s") not in lexicon.period_nouns
    return False


def _goes_on(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """True when a plural noun follows within two words, so that the word at ``at`` only modifies it."""
    for here in (at + 1, at + 2):
        word = tokens.low[here]
        if not word.isalpha() or word in lexicon.noun_stops or tokens.new_line_after(here - 1):
            return False
        if is_plural(tokens.words[here], lexicon):
            return True
    return False


def _owns(tokens: Tokens, at: int) -> bool:
    """True before a possessive 's: the noun owns what follows and is not what was counted."""
    return tokens.words[at + 1] in ("'", "’") and tokens.glued(at) and tokens.low[at + 2] == "s"


def _single(tokens: Tokens, first: int, end: int, parts: list[str], lexicon: Lexicon) -> Counted | None:
    """A singular noun phrase after "one": at most three words, and no verb form at its end."""
    for place, part in enumerate(parts):
        if part.endswith(("ed", "ly")) and part.lower() not in lexicon.participles and part.isalpha():
            noun = parts[:place]
            if not 0 < place < 3 or not all(word.isalpha() and word.islower() for word in noun):
                return None
            if noun[-1].endswith(("ed", "ly")):
                return None
            return first, first + place, " ".join(noun)  # "one inmate locked up"
    return (first, end, " ".join(parts)) if len(parts) < 4 else None


def behind_compound(tokens: Tokens, at: int, lexicon: Lexicon) -> Counted | None:
    """What is counted in "six 40-metre turbines", "20 two-bedroom homes": behind the compound at token ``at``."""
    words, low = tokens.words, tokens.low
    if not (words[at][:1].isdecimal() or low[at] in lexicon.number_words):
        return None
    here, joined = at + 1, 0
    while words[here] in HYPHENS and tokens.glued(here) and tokens.ends[here - 1] == tokens.starts[here]:
        joined += words[here + 1].isalpha()
        here += 2
    return read_counted(tokens, here, lexicon) if joined and not tokens.new_line_after(here - 1) else None


def read_joined(tokens: Tokens, at: int, lexicon: Lexicon) -> Counted | None:
    """The noun glued by a hyphen: "32-billion-parameter", "two-vehicle"; None for "one-way" and the like."""
    if not (tokens.words[at] in HYPHENS and tokens.ends[at - 1] == tokens.starts[at] and tokens.glued(at)):
        return None
    word = tokens.low[at + 1]
    if not word.isalpha() or word in lexicon.hyphen_idioms or word in lexicon.noun_stops or len(word) < 3:
        return None
    return at + 1, at + 2, singular(tokens.words[at + 1], lexicon)
