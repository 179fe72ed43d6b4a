"""Numerals as written: digits with any grouping, fractions, words; their value, and how precise the writing is."""

from __future__ import annotations

from functools import lru_cache

from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import MINUS, Tokens

_LONGEST = 40  # digits; longer runs are identifiers or junk
_BLANKS = frozenset(" \u00a0\u2009\u202f")


class Numeral:
    """Tokens ``first`` up to ``after``; value ``num/den``; last written digit ``step/den``, last non-zero ``coarse/den``.

    ``form``: digits, words, fraction (in words or signs), mixed. ``ordinary``: a plain whole number without commas.
    """

    __slots__ = ("after", "coarse", "den", "first", "form", "num", "ordinary", "step")

    def __init__(
        self,
        first: int,
        after: int,
        num: int,
        den: int = 1,
        step: int = 1,
        coarse: int = 1,
        form: str = "digits",
        ordinary: bool = False,
    ) -> None:
        self.first = first
        self.after = after
        self.num = num
        self.den = den
        self.step = step
        self.coarse = coarse
        self.form = form
        self.ordinary = ordinary

    @property
    def whole(self) -> bool:
        return self.den == 1


@lru_cache(maxsize=4096)
def parse_digits(word: str, decimal_comma: bool = False) -> tuple[int, int, int] | None:
    """(numerator, denominator, coarse step) of one token of digits, dots and commas; None if it is no number.

    1,234,567 · 12,34,567 (Indian) · 1.234.567,8 (European) · 3.50 · 3,5. Not: 10.15.7, 22.12.2025, 5,10,15.
    """
    if len(word) > _LONGEST:
        return None
    dot, comma = word.rfind("."), word.rfind(",")
    whole, part = word, ""
    if dot >= 0 and comma >= 0:
        at = max(dot, comma)
        whole, part = word[:at], word[at + 1 :]
        if not _grouped(whole, "," if dot > comma else "."):
            return None
    elif comma >= 0:
        if decimal_comma and word.count(",") == 1:
            whole, part = word[:comma], word[comma + 1 :]
        elif not _grouped(word, ","):
            if word.count(",") > 1 or len(word) - comma > 3:
                return None
            whole, part = word[:comma], word[comma + 1 :]
    elif dot >= 0:
        if word.count(".") > 1 or (decimal_comma and _grouped(word, ".")):
            if not _grouped(word, "."):
                return None
        else:
            whole, part = word[:dot], word[dot + 1 :]
    digits = whole.replace(",", "").replace(".", "") + part
    number = int(digits)
    coarse = 1
    if number:
        while number // coarse % 10 == 0:
            coarse *= 10
    return number, 10 ** len(part), coarse


def _grouped(word: str, sign: str) -> bool:
    """Groups of three, or Indian groups: two, two, …, three."""
    first, *groups = word.split(sign)
    if not groups:
        return True
    if not 1 <= len(first) <= 3 or len(groups[-1]) != 3 or first[0] == "0":
        return False
    inner = {len(group) for group in groups[:-1]}
    return inner <= {3} or (inner == {2} and len(first) <= 2)


def read_digits(tokens: Tokens, at: int, lexicon: Lexicon, decimal_comma: bool = False) -> Numeral | None:
    """The numeral of digits at token ``at``, with space grouping, vulgar and mixed fractions, and powers of ten."""
    words, starts, ends, low = tokens.words, tokens.starts, tokens.ends, tokens.low
    word = words[at]
    after = at + 1
    ordinary = word.isdecimal()
    if ordinary and len(word) <= 3 and word[0] != "0":
        while len(words[after]) >= 3 and words[after][:3].isdecimal() and _one_blank(tokens, after - 1):
            if len(words[after]) > 3 and words[after][3] != ".":
                break
            word += words[after]
            after += 1
            if "." in words[after - 1]:
                break
        if after > at + 1 and (
            (words[after][:1].isdecimal() and starts[after] - ends[after - 1] <= 1)
            or (words[after] == "s" and tokens.glued(after - 1))  # "12 737s"
            or _goes_on_as_name(tokens, after)
        ):
            word, after = words[at], at + 1
    parsed = parse_digits(word, decimal_comma)
    if parsed is None:
        return None
    num, den, coarse = parsed
    numeral = Numeral(at, after, num, den, 1, coarse, "digits", ordinary and after == at + 1)
    if words[at - 1] == "." and ends[at - 1] == starts[at] and ends[at - 2] != starts[at - 1] and ordinary:
        return Numeral(at - 1, after, num, 10 ** len(word), 1, coarse)
    if after == at + 1 and low[after] in lexicon.vulgar and starts[after] - ends[at] <= 1:
        top, bottom = lexicon.vulgar[low[after]]
        return Numeral(at, after + 1, num * bottom + top, bottom, 1, 1, "mixed")
    if words[after].isalpha() and low[after] not in ("e", "x"):
        return numeral  # a word ends the number
    if ordinary:
        return _fraction(tokens, numeral) or _power(tokens, numeral)
    return _part_of_cent(tokens, numeral) or _power(tokens, numeral)


def _part_of_cent(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """``5.63-1/2`` in the price of grain: five dollars, 63 cents and a half."""
    words, at = tokens.words, numeral.after
    if numeral.den != 100 or tokens.next_word(at) == at or words[at + 2] != "/":
        return None
    bottom = _slash(tokens, at + 1)
    if bottom not in (2, 4, 8) or not words[at + 1].isdecimal() or not 0 < int(words[at + 1]) < bottom:
        return None
    return Numeral(numeral.first, at + 4, numeral.num * bottom + int(words[at + 1]), 100 * bottom)


def _goes_on_as_name(tokens: Tokens, at: int) -> bool:
    """ "10 787-9s": a hyphen and one or two digits behind three are no thousands."""
    follows = tokens.words[at + 1]
    return (
        tokens.next_word(at) > at
        and follows.isdecimal()
        and len(follows) < 3
        and tokens.starts[at + 2] - tokens.ends[at + 1] == 0
    )


def _one_blank(tokens: Tokens, at: int) -> bool:
    start = tokens.ends[at]
    return tokens.starts[at + 1] == start + 1 and tokens.text[start] in _BLANKS


def _fraction(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """``2/3`` alone, or ``2 1/2`` and ``2-1/2``."""
    words, at = tokens.words, numeral.after
    bottom = _slash(tokens, numeral.first)
    if bottom and (numeral.num < bottom <= 10 or numeral.num == 1 or bottom in (16, 32, 64, 100, 1000)):
        return Numeral(numeral.first, at + 2, numeral.num, bottom, 1, 1, "fraction")
    if tokens.next_word(at) != at:
        at += 1
    if words[at].isdecimal() and len(words[at]) < 3 and tokens.starts[at] - tokens.ends[at - 1] <= 1:
        bottom = _slash(tokens, at)
        if bottom in (2, 3, 4, 5, 8, 16, 32) and int(words[at]) < bottom:
            top = numeral.num * bottom + int(words[at])
            return Numeral(numeral.first, at + 3, top, bottom, 1, 1, "mixed")
    return None


def _slash(tokens: Tokens, at: int) -> int:
    """The denominator if a slash and a number follow token ``at``, else 0; blanks around the slash may be one wide."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if words[at + 1] not in ("/", "⁄") or not words[at + 2].isdecimal() or len(words[at + 2]) > 4:
        return 0
    before, behind = starts[at + 1] - ends[at], starts[at + 2] - ends[at + 1]
    if before != behind or before > 1 or words[at + 3] in ("/", "⁄"):
        return 0
    return int(words[at + 2])


def _power(tokens: Tokens, numeral: Numeral) -> Numeral:
    """``4e14``, ``1.5 × 10^6``, ``2.48×10−5``, ``10^5``."""
    words, low, at = tokens.words, tokens.low, numeral.after
    exponent = 0
    after = at
    if low[at] == "e" and tokens.ends[at - 1] == tokens.starts[at] and tokens.glued(at):
        exponent, after = _signed(tokens, at + 1)
    elif low[at] == "^" and tokens.ends[at - 1] == tokens.starts[at] and numeral.num:
        exponent, after = _signed(tokens, at + 1)
        if after == at + 1 or not -64 <= exponent <= 64 or numeral.num > 10**6:
            return numeral
        top, bottom = numeral.num ** abs(exponent), numeral.den ** abs(exponent)
        if exponent < 0:
            top, bottom = bottom, top
        return Numeral(numeral.first, after, top, bottom)
    elif low[at] in ("×", "x", "*") and words[at + 1] == "2" and words[at + 2] == "^":
        exponent, after = _signed(tokens, at + 3)
        if after == at + 3 or not 0 <= exponent <= 64:
            return numeral
        return Numeral(numeral.first, after, numeral.num * 2**exponent, numeral.den)
    elif low[at] in ("×", "x", "*") and words[at + 1] == "10":
        mark = at + 2
        if words[mark] == "^" or words[mark] in MINUS:
            exponent, after = _signed(tokens, mark + (words[mark] == "^"))
    if after == at or not -30 <= exponent <= 30:
        return numeral
    up, down = 10 ** max(exponent, 0), 10 ** max(-exponent, 0)
    return Numeral(
        numeral.first, after, numeral.num * up, numeral.den * down, numeral.step * up, numeral.coarse * up
    )


def _signed(tokens: Tokens, at: int) -> tuple[int, int]:
    sign = 1
    if tokens.words[at] in MINUS or tokens.words[at] == "+":
        sign = -1 if tokens.words[at] in MINUS else 1
        at += 1
    word = tokens.words[at]
    if word.isdecimal() and len(word) <= 2 and tokens.ends[at - 1] == tokens.starts[at]:
        return sign * int(word), at + 1
    return 0, at
