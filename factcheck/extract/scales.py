"""One side of a figure: currency, numeral, scale and unit, as they stand beside each other."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.measures import m_is_million, read_unit
from factcheck.extract.money import MoneyReader
from factcheck.extract.numerals import Numeral
from factcheck.extract.quantity_words import SCALE_LETTERS, Lexicon
from factcheck.extract.tokens import MINUS, Tokens
from factcheck.precision import exact

_DEGREES = frozenset(("degree", "degree Celsius", "degree Fahrenheit"))


_BRACKETS = {"(": ")", "[": "]"}


class Side:
    """Tokens ``first`` to ``after``; the numeral times ``scale``, negative if ``sign`` is -1, in ``unit``."""

    __slots__ = ("after", "first", "kind", "marks", "numeral", "plus", "scale", "sign", "unit")

    def __init__(
        self,
        first: int,
        after: int,
        numeral: Numeral,
        scale: int = 1,
        sign: int = 1,
        unit: str | None = None,
        kind: str = "number",
        marks: set[str] | None = None,
        plus: bool = False,
    ) -> None:
        self.first = first
        self.after = after
        self.numeral = numeral
        self.scale = scale
        self.sign = sign
        self.unit = unit
        self.kind = kind
        self.marks: set[str] = marks if marks is not None else set()
        self.plus = plus

    def value(self, scale: int) -> Fraction:
        numeral = self.numeral
        return exact(self.sign * numeral.num * scale, numeral.den)

    @property
    def bare(self) -> bool:
        return self.unit is None and self.scale == 1


def read_side(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, money: MoneyReader, hinted: bool) -> Side:
    """The side around a numeral; ``hinted`` when the figure is known to be money by its other side."""
    side = Side(numeral.first, numeral.after, numeral)
    currency = (
        money.before(numeral.first) if tokens.words[numeral.first - 1] in lexicon.prefix_signs else None
    )
    if currency:
        side.first, code, mark, side.sign = currency
        side.unit, side.kind = lexicon.codes[code], "amount"
        side.scale *= lexicon.prefix_scales.get(tokens.words[currency[0]], 1)
        if mark:
            side.marks.add(mark)
    _read_sign(tokens, side)
    if numeral.form not in ("fraction", "ratio"):
        _read_scale(tokens, side, lexicon, currency is not None or hinted)
    if currency is None:
        _read_suffix(tokens, side, lexicon, money)
        if side.unit in _DEGREES and _is_below_zero(tokens, side, lexicon):
            side.first, side.sign = side.first - 1, -1
    elif _is_accounting(tokens, side, lexicon):
        side.sign = -1
    elif tokens.low[side.after] in ("dollars", "euros", "pounds", "usd", "us", "aud", "cad", "hkd"):
        after = money.after(side.after)
        if after:
            side.after = after[0]
            if tokens.words[after[0] - 1].isupper():
                side.unit, side.marks = after[1], set()
    return side


def _is_below_zero(tokens: Tokens, side: Side, lexicon: Lexicon) -> bool:
    """ "fell to - 20 degrees": a minus with a blank behind it; between words it is a dash."""
    at = side.first - 1
    return tokens.words[at] in MINUS and at > 0 and tokens.low[at - 1] in lexicon.near["before_cold"]


def _is_accounting(tokens: Tokens, side: Side, lexicon: Lexicon) -> bool:
    """ "$(0.12)", "the result was ($4.1m)": brackets that stand for a minus; those of a conversion do not."""
    if tokens.words[side.after] != ")":
        return False
    if tokens.words[side.numeral.first - 1] == "(":
        side.after += 1
        return True
    return (
        tokens.words[side.first - 1] == "(" and tokens.low[side.first - 2] in lexicon.near["before_negative"]
    )


def _read_sign(tokens: Tokens, side: Side) -> None:
    at = side.first - 1
    word = tokens.words[at]
    if at < 0 or tokens.ends[at] != tokens.starts[side.first]:
        if word.lower() in ("minus", "negative") and at >= 0 and tokens.low[at - 1] != "or":
            side.first, side.sign = at, -1
        return
    free = tokens.ends[at - 1] != tokens.starts[at] or tokens.words[at - 1] in "([“\"'/<>=≤≥~"
    if not free:
        return
    if (word in MINUS and word != "–") or (
        word == "–" and tokens.starts[at] > 0 and tokens.words[at - 1] in "("
    ):
        side.first, side.sign = at, -1
    elif word == "+":
        side.first, side.plus = at, True


def _read_scale(tokens: Tokens, side: Side, lexicon: Lexicon, money: bool) -> None:
    words, low = tokens.words, tokens.low
    digits = side.numeral.form in ("digits", "mixed")
    for _ in range(2):
        at = tokens.next_word(side.after)
        word, small = words[at], low[at]
        if small not in lexicon.scale_signs and word not in lexicon.scale_signs:
            return
        glued = tokens.ends[side.after - 1] == tokens.starts[at]
        scale = lexicon.scales.get(small)
        if scale is None and side.scale > 1 and small == "and":
            _read_remainder(tokens, side, lexicon)
            return
        if scale and (digits or side.scale > 1) and (word == small or word.istitle() or word.isupper()):
            if small in ("dozen", "hundreds", "dozens") and side.scale > 1:
                return
            side.scale *= scale
            side.after = at + 1
            continue
        if not digits or (side.scale > 1 and side.after == at):
            return
        scale = lexicon.short_scales.get(word)
        if tokens.glued(at) and words[at + 1].isalnum():
            return
        if scale and (glued or word not in lexicon.glued_scales or (money and len(word) > 1)):
            side.scale *= scale
            side.after = at + 1
            continue
        scale = lexicon.money_scales.get(word)
        if scale:
            short = glued or len(word) > 1 or word == "m"
            if (money and short) or (word == "m" and glued and m_is_million(tokens, at, lexicon)):
                side.scale *= scale
                side.after = at + 1
                continue
        return


def _read_remainder(tokens: Tokens, side: Side, lexicon: Lexicon) -> None:
    """ "3 million and a half", "3 hundred and 21": what a spoken number leaves over."""
    words, low, at = tokens.words, tokens.low, side.after
    numeral = side.numeral
    if not numeral.whole or numeral.form != "digits":
        return
    if low[at + 1] in ("a", "one") and low[at + 2] in ("half", "quarter") and low[at + 3] != "of":
        bottom = 2 if low[at + 2] == "half" else 4
        side.numeral = Numeral(numeral.first, at + 3, numeral.num * bottom + 1, bottom, 1, 1, "digits")
        side.after = at + 3
        return
    word = words[at + 1]
    small = word.isdecimal() and len(word) < 4 and side.scale in (100, 1000) and int(word) < side.scale
    if small and low[at + 2] not in lexicon.scales:
        side.numeral = Numeral(numeral.first, at + 2, numeral.num * side.scale + int(word))
        side.scale, side.after = 1, at + 2


def _read_suffix(tokens: Tokens, side: Side, lexicon: Lexicon, money: MoneyReader) -> None:
    low, at = tokens.low, side.after
    if tokens.new_line_after(at - 1):
        return
    if low[at] == "of" and low[at + 1] == "a" and side.numeral.form in ("fraction", "words", "mixed"):
        at += 2
    elif low[at] in ("a", "an") and side.numeral.form == "fraction":
        at += 1
    look = tokens.next_word(at)
    word = low[look]
    if word == "as" and side.numeral.form == "fraction" and low[look + 1] in ("much", "many", "big", "large"):
        side.unit, side.kind = "times", "multiple"
        return
    if word in _BRACKETS:
        _read_bracketed(tokens, side, look, lexicon)
        return
    if word not in lexicon.suffix_signs and tokens.words[look] not in lexicon.suffix_signs:
        return
    if word in ("x", "×") and tokens.ends[at - 1] == tokens.starts[look]:
        if not (tokens.glued(look) and tokens.words[look + 1].isalnum()):
            side.after, side.unit, side.kind = look + 1, "times", "multiple"
        return
    if word == "fold":
        side.after, side.unit, side.kind = look + 1, "times", "multiple"
        return
    if word == "percentage" and tokens.low[look + 1] == "point" and side.numeral.form == "fraction":
        look, word = look + 1, "point"
    told = look > at or at > side.after or low[side.numeral.first] == "a"  # not "two thirds point to"
    if word == "point" and told and side.numeral.form == "fraction":
        side.after, side.unit, side.kind = look + 1, "percentage point", "points"
        return
    if word in ("times", "time"):
        _read_times(tokens, side, look, lexicon)
        return
    if word in ("pounds", "pound") and weighs(tokens, look, lexicon, money):
        side.after, side.unit, side.kind = look + 1, "pound-mass", "amount"
        return
    found = money.after(at)
    if found:
        side.after, side.unit, _, mark = found
        side.kind = "amount"
        if mark:
            side.marks.add(mark)
        if side.scale == 1 and tokens.low[side.after] in ("million", "billion", "trillion"):
            side.scale = lexicon.scales[tokens.low[side.after]]
            side.after += 1
        return
    word = tokens.words[look]
    if len(word) == 4 and word[0] in SCALE_LETTERS and word[1:] in lexicon.codes:
        side.scale *= SCALE_LETTERS[word[0]]
        side.after, side.unit, side.kind = look + 1, lexicon.codes[word[1:]], "amount"
        return
    measured = read_unit(tokens, at + (word in lexicon.near["before_unit"]), lexicon)
    if measured:
        side.after, side.unit = measured
        if (
            tokens.words[side.after] in MINUS
            and tokens.words[side.after + 1] == "1"
            and _is_inverse(tokens, side)
        ):
            side.after, side.unit, side.kind = side.after + 2, f"per {side.unit}", "ratio"
            return
        side.kind = lexicon.unit_kinds.get(side.unit, "amount")


def _read_bracketed(tokens: Tokens, side: Side, at: int, lexicon: Lexicon) -> None:
    """ "20 (kg)": nothing but a unit in the brackets behind the number."""
    measured = read_unit(tokens, at + 1, lexicon) if tokens.starts[at] - tokens.ends[at - 1] == 1 else None
    if measured and tokens.words[measured[0]] == _BRACKETS[tokens.words[at]]:
        side.after, side.unit = measured[0] + 1, measured[1]
        side.kind = lexicon.unit_kinds.get(side.unit, "amount")


def _is_inverse(tokens: Tokens, side: Side) -> bool:
    """ "4e14 s−1": the unit glued to an exponent of minus one."""
    at = side.after
    return (
        tokens.glued(at - 1)
        and tokens.glued(at)
        and not (tokens.glued(at + 1) and tokens.words[at + 2].isalnum())
    )


def weighs(tokens: Tokens, at: int, lexicon: Lexicon, money: MoneyReader) -> bool:
    """Whether "pounds" at token ``at`` are a weight: "weighs 180 pounds", "40 pounds of flour"."""
    low = tokens.low
    if tokens.words[at - 1] in MINUS and low[at] == "pound":  # "a 245-pound tackle", "a five-pound note"
        return not money.writes_sterling and low[at + 1] not in lexicon.near["paid_in_pounds"]
    if tokens.words[at + 1] == "(" and low[at + 3] in ("kg", "kgs", "kilograms", "kilos", "tonnes", "t", "g"):
        return True  # "64,000 pounds (29,000 kg)"
    if low[at + 1] in ("per", "lighter", "heavier", "overweight") or low[at - 1] in (
        "million",
        "billion",
        "trillion",
    ):
        return low[at + 1] in ("lighter", "heavier", "overweight")
    if money.writes_sterling:
        return False
    if low[at + 1] == "of" and low[at + 2] in lexicon.near["kinds_of_money"]:
        return False
    if low[at + 1] == "of":
        return True
    for here in range(at - 1, max(-1, at - 12), -1):
        if low[here] in (".", ";"):
            break
        if low[here] in lexicon.near["of_weight"]:
            return True
    return bool(lexicon.near["of_weight"].intersection(low[at + 1 : at + 6]))


def _read_times(tokens: Tokens, side: Side, at: int, lexicon: Lexicon) -> None:
    low = tokens.low
    following, before = low[at + 1], low[side.first - 2]
    side.unit = "time"
    side.after = at + 1
    side.kind = "count"
    if low[at] == "times" and (
        following in ("as", "the", "its", "their", "his", "her", "that", "what")
        or following in lexicon.comparatives
        or (following.endswith("er") and low[at + 2] == "than")
        or (low[side.first - 1] == "by" and before in lexicon.moving_words)
        or (low[side.first - 1] == "of" and before in lexicon.near["of_multiple"])
        or following in lexicon.near["of_valuation"]
        or (not side.numeral.whole and following not in ("a", "an", "per", "each", "every"))
    ):
        side.unit, side.kind = "times", "multiple"
