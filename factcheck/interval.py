"""Exact intervals. Ends are rationals or infinite (None), each open or closed.

Arithmetic follows the usual interval rules; with rational ends nothing is ever rounded, so results need no
outward rounding. Source: XBRL Calculations 1.1 (2023-02-22) for comparing stated with computed intervals.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from factcheck.records import dataclass

Number = Fraction | int


class Answer(Enum):
    """What a comparison says. Never a bool: two rounded figures can be undecided."""

    AGREE = "agree"
    UNDECIDED = "undecided"
    CONFLICT = "conflict"

    @classmethod
    def of(cls, holds: bool) -> Answer:
        """What is known for certain: AGREE where it holds."""
        return cls.AGREE if holds else cls.CONFLICT


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between ``low`` and ``high``. ``None`` is infinity. Open ends are excluded."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Number) -> Interval:
        exact = Fraction(value)
        return cls(exact, exact)

    @classmethod
    def around(cls, value: Number, radius: Number) -> Interval:
        return cls(Fraction(value) - radius, Fraction(value) + radius)

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def width(self) -> Fraction | None:
        """High minus low; None when unbounded."""
        return None if self.low is None or self.high is None else self.high - self.low

    def holds(self, value: Number) -> bool:
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or not (value > self.high or (self.high_open and value == self.high))

    def meet(self, other: Interval) -> Interval:
        """What both hold; may be empty."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, lowest=True)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, lowest=False)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        return not self.meet(other).is_empty

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_open = _wider(self.low, self.low_open, other.low, other.low_open, lowest=True)
        high, high_open = _wider(self.high, self.high_open, other.high, other.high_open, lowest=False)
        return Interval(low, high, low_open, high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self == ZERO or other == ZERO:
            return ZERO
        corners = [
            _times(a, b)
            for a in ((self.low, self.low_open, -1), (self.high, self.high_open, 1))
            for b in ((other.low, other.low_open, -1), (other.high, other.high_open, 1))
        ]
        low, low_open = min(corners, key=lambda c: (c[0], c[1]))
        high, high_open = max(corners, key=lambda c: (c[0], not c[1]))
        return Interval(_finite(low), _finite(high), low_open, high_open)

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient; everything when the divisor holds or touches zero."""
        if other.low is not None and other.low > 0:
            return self * Interval(_inverse(other.high), 1 / other.low, other.high_open, other.low_open)
        if other.high is not None and other.high < 0:
            return -(self / -other)
        return EVERYTHING

    def scale(self, factor: Number) -> Interval:
        return self * Interval.point(factor)


def _inverse(value: Fraction | None) -> Fraction:
    return Fraction(0) if value is None else 1 / value


_End = tuple[Fraction | None, bool, int]


def _times(a: _End, b: _End) -> tuple[Fraction | float, bool]:
    """One corner of a product; infinity as a float, and zero times infinity as zero."""
    (x, x_open, x_sign), (y, y_open, y_sign) = a, b
    if x == 0 or y == 0:
        zero_open = (x == 0 and x_open) or (y == 0 and y_open)
        return Fraction(0), zero_open
    if x is not None and y is not None:
        return x * y, x_open or y_open
    left = x_sign if x is None else (1 if x > 0 else -1)
    right = y_sign if y is None else (1 if y > 0 else -1)
    return float("inf") * left * right, False


def _finite(value: Fraction | float) -> Fraction | None:
    return value if isinstance(value, Fraction) else None


def _tighter(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, *, lowest: bool
) -> tuple[Fraction | None, bool]:
    if a is None:
        return b, b_open
    if b is None:
        return a, a_open
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a > b) is lowest else (b, b_open)


def _wider(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, *, lowest: bool
) -> tuple[Fraction | None, bool]:
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_open and b_open
    return (a, a_open) if (a < b) is lowest else (b, b_open)


ZERO = Interval.point(0)
EVERYTHING = Interval(None, None)
