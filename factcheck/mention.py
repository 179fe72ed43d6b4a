"""Mentions: what was read in the text, before anyone asked what it is about."""

from __future__ import annotations

from fractions import Fraction

from factcheck.interval import Interval
from factcheck.period import Period
from factcheck.precision import Written
from factcheck.quantity import Quantity
from factcheck.records import dataclass
from factcheck.span import Span


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity as read. ``start`` and ``end`` cover the numeral with its unit, without hedges.

    ``kind``: amount (money or physical), count, number, percent, points, ratio, fraction, multiple (x, -fold,
    doubled), streak (nth straight quarter: value n, unit "quarter"), rank (second-largest: value 2), ordinal,
    duration, age, score, odds, order (triple-digit), …
    ``hedge`` is the span of the hedge words, ``cue`` that of the words that say up or down; None if there are none.
    ``noun`` is the span of the counted noun phrase ("job cuts") or of the ranked or streaked noun phrase.
    ``marks`` are remarks such as "ambiguous-currency" or "from-table".
    ``headers`` are the row and column headers of a table cell.
    """

    start: int
    end: int
    surface: str
    kind: str
    written: Written
    hedge: Span | None = None
    cue: Span | None = None
    noun: Span | None = None
    marks: frozenset[str] = frozenset()
    headers: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def quantity(self) -> Quantity:
        """The number with the bounds that its writing allows."""
        return self.written.quantity

    @property
    def dimension(self) -> str:
        """What the unit measures: "money:USD", "percent", "count:job cut", …; without weighing the bounds."""
        return self.written.dimension

    @property
    def value(self) -> Fraction | tuple[Fraction, Fraction]:
        """The exact number, or a (low, high) pair for a range as written; a score is always a pair, a draw too."""
        low, high = self.written.low, self.written.high
        return low if low == high and self.kind != "score" else (low, high)

    @property
    def unit(self) -> str | None:
        return self.written.unit

    @property
    def change(self) -> str:
        """One of = ~ > < up down."""
        return self.written.change

    @property
    def strict(self) -> Interval:
        return self.quantity.strict

    @property
    def loose(self) -> Interval:
        return self.quantity.loose


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A date, quarter, range, deadline, relative expression or duration as read, with all its readings.

    ``expression`` is the parsed form, from which readings for a known fiscal calendar are made (see
    ``factcheck.normalise.calendars``); ``period`` holds the readings without such knowledge.
    ``role``: "at" (in Q2), "compared" (from a year earlier, versus Q2 2024: the base of a comparison),
    "since", "by" (deadline), "duration" (for three years), "weekday-date" when a weekday is stated with a date.
    ``weekday`` is 0 (Monday) to 6 when the text states one beside a date; it may be wrong on purpose.
    """

    start: int
    end: int
    surface: str
    period: Period
    role: str = "at"
    expression: object = None
    weekday: int | None = None
    marks: frozenset[str] = frozenset()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def readings(self) -> tuple[object, ...]:
        return self.period.readings

    @property
    def value(self) -> str:
        """The TIMEX-like normal form: 2025-Q2, 2025-08-24, 2021/2023, XXXX-11-27, …"""
        return self.period.label
