"""Periods are sets of readings: a label such as "Q1 2025" can mean several spans of days."""

from __future__ import annotations

from factcheck.day import date
from factcheck.patterns import Lazy
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a period label: the days from ``start`` to ``end``, both included.

    ``how`` says on which understanding: "stated" (the words allow no other), "calendar", "fiscal, named by end
    year", "fiscal, named by start year", "fiscal" (a year end nobody told us: start and end are None and only
    ``label`` can be compared), "anchored" (relative to the publication date), …
    An open side (since 2019; by 2027) has None for that day.
    ``label`` is a TIMEX-like normal form: 2025-Q2, 2025-08-24, 2025-08, 2025, 2025-H1, FY2026-Q1, 2021/2023, P3Y.
    """

    start: date | None
    end: date | None
    how: str
    label: str

    @property
    def key(self) -> tuple[date | None, date | None] | str:
        """What two readings must share to be the same period: the days, or failing them the label."""
        return self.label if self.start is None and self.end is None else (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Period:
    """The time a claim speaks of, as the set of its readings (sorted by days; empty when unknown).

    ``text`` are the words; ``label`` the normal form of the words themselves (2025-Q1, XXXX-11-27 without a year).
    ``kind``: day, week, month, quarter, half, nine-months, year, fiscal-year, season, decade, century, range,
    since, until, by, instant, duration, relative, unknown.
    ``open_anchor`` is true when the words are relative and no publication date resolves them.
    """

    text: str
    label: str
    kind: str
    readings: tuple[Reading, ...]
    open_anchor: bool = False

    @property
    def is_known(self) -> bool:
        return bool(self.readings)

    def keys(self) -> frozenset[object]:
        return frozenset(reading.key for reading in self.readings)

    def meet(self, other: Period) -> tuple[Reading, ...]:
        """The readings both can have, as this period words them."""
        shared = other.keys()
        return tuple(reading for reading in self.readings if reading.key in shared)

    def same_label(self, other: Period) -> bool:
        """True when both are the same label of known days, or have exactly the same readings.

        "since 2019", "by 2019" and "in 2019" are three things; "last quarter" in two articles may be two.
        """
        if not (self.readings and other.readings) or self.openness != other.openness:
            return False
        return self.keys() == other.keys() or (self.label == other.label and bool(self.meet(other)))

    @property
    def openness(self) -> str:
        """The open side of a period: since, until, by, or "" for a closed one."""
        return self.kind if self.kind in ("since", "until", "by") else ""


_PLAIN = Lazy(r"(?:FY)?(\d{4}(?:-[QH]\d)?)\Z")


def plain_label(label: str) -> str:
    """What a year's or quarter's label shares by any calendar: FY2025-Q1 and 2025-Q1 are both "2025-Q1"."""
    match = _PLAIN.match(label)
    return match.group(1) if match else ""


def join_keys(period: Period) -> tuple[object, ...]:
    """By what two periods are found to be the same: their readings, and the label they are worded by."""
    keys: dict[object, None] = dict.fromkeys([reading.key for reading in period.readings])
    plain = plain_label(period.label) if keys else ""
    if plain:
        keys["=" + plain] = None
    return tuple(keys)


UNKNOWN = Period("", "", "unknown", ())
