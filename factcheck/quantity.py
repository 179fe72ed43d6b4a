"""A quantity: a value or range as written, its unit, and the interval its writing allows."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.interval import Answer, Interval
from factcheck.records import dataclass

_APART = Fraction(1, 8)
_POINT = re.compile(r"\.\d")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit, as precise as it was written. Source: docs, "Quantities are intervals".

    ``low`` and ``high`` are the value as written (equal unless a range), in ``unit``.
    ``unit`` is a canonical singular name ("percent", "US dollar", "tonne", "developer"); None for a bare number.
    ``dimension`` says what may be compared: "money:USD", "percent", "percentage point", "multiple", "length",
    "count:developer", "number", … Quantities of different dimensions never compare.
    ``step`` is one unit of the last written digit, in ``unit``; 0 for an exact value.
    ``strict`` and ``loose`` are the intervals the writing allows, hedges included, in ``unit``.
    ``change`` is one of = ~ > < up down; ``hedged`` is true where a word such as "about" loosens the value.
    """

    low: Fraction
    high: Fraction
    unit: str | None
    dimension: str
    step: Fraction
    strict: Interval
    loose: Interval
    change: str = "="
    hedged: bool = False
    text: str = ""

    @property
    def is_range(self) -> bool:
        return self.low is not self.high and self.low != self.high

    @property
    def value(self) -> Fraction | tuple[Fraction, Fraction]:
        return (self.low, self.high) if self.is_range else self.low

    @property
    def has_point(self) -> bool:
        """True where it is written down to a place behind a decimal point: $1.00, 3.0 crore, not 3,000 million."""
        return self.step < 1 or _POINT.search(self.text) is not None

    def agrees(self, other: Quantity) -> Answer:
        """Compare two quantities of one dimension *and unit* (convert first).

        Equal written precision and no hedge: the numbers must be equal (SEC EFM 6.5.12). Else the strict
        intervals must meet; if only the loose ones do, the answer is undecided. "About" reaches over an eighth at
        most: beyond it only roundings meet.
        """
        if self.is_range and other.is_range:
            return self._range_agrees(other)
        plain = not (self.hedged or other.hedged or self.is_range or other.is_range)
        bounded = self.strict.is_bounded and other.strict.is_bounded
        if plain and bounded and self.step == other.step > 0:
            if self.low == other.low:
                return Answer.AGREE
            rounded = self.strict != self.loose or other.strict != other.loose
            rounded = rounded and not (
                self.has_point and other.has_point
            )  # "$1.00" was not rounded to a dollar
            return Answer.UNDECIDED if rounded and self.loose.meets(other.loose) else Answer.CONFLICT
        if (self._is_about or other._is_about) and self._wide_apart(other):
            return Answer.CONFLICT
        if self.strict.meets(other.strict):
            return Answer.AGREE
        return Answer.UNDECIDED if self.loose.meets(other.loose) else Answer.CONFLICT

    @property
    def _is_about(self) -> bool:
        """True for a hedge to both sides: not "up to $250 million"."""
        return self.hedged and not self._is_bound

    @property
    def _is_bound(self) -> bool:
        """True for "up to", "less than", "more than": what reaches as far as it likes to one side; "nearly" does not."""
        low, high = self.strict.low, self.strict.high
        return low is None or high is None or (low == 0 != self.low)

    def _wide_apart(self, other: Quantity) -> bool:
        """True for "about $1.1 billion" and "$1.4 billion": no rounding of either, and over an eighth between them."""
        if (
            self.is_range
            or other.is_range
            or self._is_bound
            or other._is_bound
            or not (self.step and other.step)
        ):
            return False
        apart = abs(self.low - other.low)
        return 2 * apart > self._rounding + other._rounding and apart > _APART * max(
            abs(self.low), abs(other.low)
        )

    @property
    def _rounding(self) -> Fraction:
        """One unit of the last digit that tells: 100 for "about 1,200", but 0.1 for "about $3.0 million"."""
        return self.step if self.has_point else max(self.step, last_place(self.low))

    def tells(self, other: Quantity) -> bool:
        """True when both say one figure. "More than $300 million" agrees with $1.6 billion, but does not tell it."""
        if self.agrees(other) is not Answer.AGREE:
            return False
        if self.strict.is_bounded and other.strict.is_bounded:
            return True
        return same_rounded(self.low, other.low) and same_rounded(self.high, other.high)

    def _range_agrees(self, other: Quantity) -> Answer:
        """Two ranges agree if both ends do, each as rounded as it is written; overlapping ones are undecided."""
        if same_rounded(self.low, other.low) and same_rounded(self.high, other.high):
            return Answer.AGREE
        return Answer.UNDECIDED if self.strict.meets(other.strict) else Answer.CONFLICT


def same_rounded(a: Fraction, b: Fraction) -> bool:
    """True if one number, rounded to the significant digits of the other, can be the other: 1.5 and 1.51."""
    if a == b:
        return True
    coarse, fine = sorted((a, b), key=lambda n: len(significant(n)))
    half = last_place(coarse) / 2
    return len(significant(coarse)) < len(significant(fine)) and abs(coarse - fine) <= half


def significant(value: Fraction) -> str:
    """The significant digits of a decimal number, without zeros at its ends."""
    numerator, denominator = abs(value.numerator), value.denominator
    places = 0
    while denominator != 1 and places < 30:
        places += 1
        scaled = abs(value) * 10**places
        numerator, denominator = scaled.numerator, scaled.denominator
    return str(numerator).strip("0") or "0"


def last_place(value: Fraction) -> Fraction:
    """One unit of the last non-zero digit: 0.1 for 1.5, 10 for 4,670."""
    if value == 0:
        return Fraction(0)
    unit = Fraction(1)
    while (value / unit).denominator != 1:
        unit /= 10
        if unit < Fraction(1, 10**30):
            return Fraction(0)
    while (value / (unit * 10)).denominator == 1:
        unit *= 10
    return unit
