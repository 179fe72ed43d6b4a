"""A part of a whole in words: "one in five", "9 out of 10", "three homes in four"."""

from __future__ import annotations

from factcheck.extract.number_words import read_cardinal
from factcheck.extract.numerals import Numeral
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import Tokens


def read_odds(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "one in five", "9 out of 10", "one-in-five": a part of a whole, as a fraction."""
    low, at = tokens.low, tokens.next_word(numeral.after)
    if not numeral.whole or numeral.num < 1:
        return None
    certain = over = named = False
    if low[at + 1] == "in" and _is_shared(low[at], lexicon):
        named = numeral.num == 1 or (numeral.form == "words" and low[at + 2] in lexicon.ones)
        at += named  # "one farm in eight", "three homes in four"
    if low[at] == "in":
        at += 1
    elif low[at] == "over" and numeral.ordinary | (numeral.num == 1):
        over = certain = True
        at += 1
    elif low[at + 1] == "of" and low[at] == "out":
        certain = True
        at += 2
    elif low[at] == "of" and low[at + 1] == "every":
        at += 1
    else:
        return None
    at = tokens.next_word(at)
    if low[at] == "every":
        at += 1
        certain = True
    word = low[at].replace(",", "")
    if word.isdecimal() and len(word) < 8:
        bottom, after = int(word), at + 1
        if low[after] in ("million", "billion", "thousand"):
            bottom, after = bottom * lexicon.scales[low[after]], after + 1
    elif low[at] in lexicon.ones or low[at] in lexicon.tens or low[at] in lexicon.scales or low[at] == "a":
        if low[at] == "a" and low[at + 1] not in lexicon.scales:
            return None
        whole = read_cardinal(tokens, at + (low[at] == "a"), lexicon)
        bottom, after = whole.num, whole.after
    else:
        return None
    if over:
        # "one over twenty" is a fraction only where the sentence ends with it: "one over 20 years" is not.
        ends = not low[after].isalpha() and low[after] not in ("%", "$", "-")
        return (
            Numeral(numeral.first, after, numeral.num, bottom, 1, 1, "ratio") if ends and bottom > 1 else None
        )
    if not numeral.num <= bottom or bottom < 2 or low[after] in ("%", "percent", "per"):
        return None
    following = low[tokens.next_word(after)]
    if named and following.isalpha() and following not in lexicon.near["after_part_of_all"]:
        return None  # "one goal in six games"
    if not certain:
        if following in lexicon.period_nouns or following.rstrip("s") in lexicon.period_nouns:
            return None
        if not (
            (numeral.num == 1 and bottom < 1900)
            or (bottom in (3, 4, 5, 10, 100, 1000) and numeral.num < bottom)
        ):
            return None
    return Numeral(numeral.first, after, numeral.num, bottom, 1, 1, "ratio")


def _is_shared(word: str, lexicon: Lexicon) -> bool:
    """Whether so many of a noun "in four" are a share of all: homes are, goals are not."""
    return word.isalpha() and word not in lexicon.near["no_shares"] and word not in lexicon.noun_stops
