"""A quantity: a value or range as written, its unit, and the interval its writing allows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factcheck.interval import Answer, Interval


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
        return self.low != self.high

    @property
    def value(self) -> Fraction | tuple[Fraction, Fraction]:
        return (self.low, self.high) if self.is_range else self.low

    def agrees(self, other: Quantity) -> Answer:
        """Compare two quantities of one dimension *and unit* (convert first).

        Equal written precision and no hedge: the numbers must be equal (SEC EFM 6.5.12). Else the strict
        intervals must meet; if only the loose ones do, the answer is undecided.
        """
        plain = not (self.hedged or other.hedged or self.is_range or other.is_range)
        bounded = self.strict.is_bounded and other.strict.is_bounded
        if plain and bounded and self.step == other.step > 0:
            if self.low == other.low:
                return Answer.AGREE
            rounded = self.strict != self.loose or other.strict != other.loose
            return Answer.UNDECIDED if rounded and self.loose.meets(other.loose) else Answer.CONFLICT
        if self.strict.meets(other.strict):
            return Answer.AGREE
        return Answer.UNDECIDED if self.loose.meets(other.loose) else Answer.CONFLICT
