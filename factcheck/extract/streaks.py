"""Ordinals, and what they make with other words: streaks ("eighth consecutive quarter") and ranks ("second-largest")."""

from __future__ import annotations

from factcheck.extract.counts import read_counted, singular
from factcheck.extract.numerals import Numeral
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import Tokens, match_phrase

_SUFFIXES = {"st": "1", "nd": "2", "rd": "3", "th": ""}


class Placed:
    """A streak, rank or ordinal: tokens, value, kind and unit; ``noun`` are the tokens of the noun phrase."""

    __slots__ = ("after", "first", "kind", "noun", "unit", "value")

    def __init__(
        self,
        first: int,
        after: int,
        value: int,
        kind: str,
        unit: str | None = None,
        noun: tuple[int, int] | None = None,
    ) -> None:
        self.first = first
        self.after = after
        self.value = value
        self.kind = kind
        self.unit = unit
        self.noun = noun


def read_ordinal(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """(first token, token after, value) of "third", "21st", "twenty-fifth" at ``at``."""
    low, words = tokens.low, tokens.words
    word = low[at]
    if word[:1].isdecimal():
        if low[at + 1] not in _SUFFIXES or not tokens.glued(at):
            return None
        digits = word.replace(",", "")
        if len(word) >= 10 or not digits.isdecimal():
            return None
        if low[at + 1] == "st" and (digits[-1] != "1" or digits[-2:] == "11"):
            return None  # "11st 10lb": a weight
        return at, at + 2, int(digits)
    if word in lexicon.tens:
        second = tokens.next_word(at + 1)
        value = lexicon.ordinals.get(low[second], 0)
        if 0 < value < 10 and tokens.starts[second] - tokens.ends[second - 1] <= 1:
            return at, second + 1, lexicon.tens[word] + value
        return None
    value = lexicon.ordinals.get(word, 0)
    return (at, at + 1, value) if value and words[at] else None


def read_compound_ordinal(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """(first token, token after, value) of "one hundred twenty-fifth", "two hundredth" that starts with ``numeral``."""
    if numeral.form != "words" or not numeral.whole:
        return None
    look = tokens.next_word(numeral.after)
    ordinal = lexicon.ordinals.get(tokens.low[look], 0)
    if not ordinal or tokens.starts[look] - tokens.ends[numeral.after - 1] > 1:
        return None
    if (ordinal < 10 and numeral.num % 10 == 0) or (ordinal < 100 and numeral.num % 100 == 0):
        return numeral.first, look + 1, numeral.num + ordinal
    return (numeral.first, look + 1, numeral.num * ordinal) if ordinal >= 100 else None


def read_placed(tokens: Tokens, first: int, after: int, value: int, lexicon: Lexicon) -> Placed | None:
    """What the ordinal at tokens ``first`` to ``after`` counts; None where it only names a time or place."""
    low = tokens.low
    at = tokens.next_word(after)
    if _only_orders(tokens, first, after, lexicon):
        return None
    if low[at] in lexicon.streak_words and low[at] != "running":
        return read_streak(tokens, first, at + 1, value, lexicon)
    top = at + 1 if low[at] in ("-", "most", "least") else at
    if low[at] in lexicon.superlatives or (low[top] in lexicon.superlatives):
        end = (top if low[top] in lexicon.superlatives else at) + 1
        if value == 1 and at == after:
            return None
        if low[at] in ("most", "least") and low[at + 1].isalpha() and low[at + 1] not in lexicon.noun_stops:
            end = at + 2
        noun = read_counted(tokens, end, lexicon, one=True)
        return Placed(first, end, value, "rank", None, noun[:2] if noun else None)
    if at == after:
        end = at + 1 + (low[at + 1] not in lexicon.streak_tails and low[at + 1].isalpha())
        for rest, _ in lexicon.streak_tails.get(low[end], ()):
            if low[at].isalpha() and match_phrase(tokens, end + 1, rest) > 0:
                counted = " ".join((*low[at : end - 1], singular(low[end - 1], lexicon)))
                return Placed(first, end, value, "streak", counted, (at, end))
    before = low[first - 1]
    if (
        low[first] == "first"
        and before not in lexicon.rank_before
        and not _placed_first(tokens, first, lexicon)
    ):
        return None
    if before in lexicon.rank_before or (before in ("in", "into", "to") and low[after] == "place"):
        return Placed(first, after, value, "rank")
    if low[at] in lexicon.period_nouns or low[at].rstrip("s") in lexicon.period_nouns or low[after] == "of":
        return None
    if low[first] in lexicon.fractions and before == "a" and low[after] != "time":
        return Placed(first, after, value, "ordinal")
    return Placed(first, after, value, "ordinal")


def _placed_first(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "the first airlift", "Oslo's first tram", "First Test": not the adverb of "must first be ratified"."""
    before = tokens.low[at - 1]
    if before in lexicon.near["determiners"] or before in lexicon.near["before_first"]:
        return True
    if before == "s" or tokens.words[at - 1] in ("'", "’"):
        return True
    return tokens.words[at][0].isupper() and tokens.words[at + 1][:1].isupper()


def _only_orders(tokens: Tokens, first: int, after: int, lexicon: Lexicon) -> bool:
    """ "First, ..." opens an argument; "the first three quarters" and "third and fourth quarters" are times."""
    low = tokens.low
    before, following = low[first - 1], low[after]
    if following == "," and (before in ("and", "but", ".", ";", "", ":", "•") or tokens.starts_line(first)):
        return True
    if following == "one" and tokens.low[after + 1] not in lexicon.scales:
        return False
    if following in lexicon.ones or following[:1].isdecimal() or following == "few":
        return True
    if following in ("and", "or", "to", "through", ",") and low[after + 1] in lexicon.ordinals:
        return low[after + 2].rstrip("s") in lexicon.period_nouns or low[after + 1] == "foremost"
    return False


def read_streak(tokens: Tokens, first: int, at: int, value: int, lexicon: Lexicon) -> Placed | None:
    """ "consecutive" and the like have been read; the noun phrase at ``at`` is what runs on."""
    low = tokens.low
    if low[at] in lexicon.period_nouns or low[at].rstrip("s") in lexicon.period_nouns:
        word = low[at]
        unit = "century" if word == "centuries" else word if word in lexicon.period_nouns else word[:-1]
        following = tokens.words[at + 1]
        if not (following in "-‐‑" and following and tokens.glued(at)):
            return Placed(first, at + 1, value, "streak", unit, (at, at + 1))
    counted = read_counted(tokens, at, lexicon, one=True)
    if counted is None:
        return Placed(first, at, value, "streak")
    start, end, phrase = counted
    return Placed(first, end, value, "streak", phrase, (start, end))


def read_numbered_rank(tokens: Tokens, at: int) -> int:
    """The first token of "No. 2", "number 2" or "#2" before the plain number at ``at``, or -1."""
    words, low = tokens.words, tokens.low
    if not words[at].isdecimal() or len(words[at]) > 3:
        return -1
    if low[at - 1] == "." and low[at - 2] == "no" and words[at - 2][:1] == "N":
        return at - 2
    if words[at - 1] in ("No", "Nº", "№") or (words[at - 1] == "#" and tokens.glued(at - 1)):
        return at - 1
    return -1
