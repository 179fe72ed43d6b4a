"""Full calendar dates as they stand in datelines, bylines and metadata. A date without a year is not one."""

from __future__ import annotations

import re

from factcheck.day import date
from factcheck.patterns import Lazy
from factcheck.records import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = Lazy(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NUMERIC = Lazy(r"(?<![\d.])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)")
_COMPACT = Lazy(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?=T\d|$)")
_MONTH_FIRST = Lazy(r"\b([A-Za-z]{3,9})\.?\s{0,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)")
_DAY_FIRST = Lazy(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]{1,3}(?:of\s)?([A-Za-z]{3,9})\.?,?[\s-]{1,3}(\d{4})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands in the string it was read from."""

    day: date
    start: int
    end: int


def read_date(text: str) -> Dated | None:
    """The first full date in ``text``, or None. 03/04/2026 is no date here: it has two readings."""
    return min(read_dates(text), key=lambda dated: dated.start, default=None)


def read_dates(text: str) -> list[Dated]:
    """Every full date in ``text``, in no particular order. Written for short strings: a line, a metadata value."""
    found: list[Dated] = []
    if not any(char.isdigit() for char in text):
        return found
    for match in _ISO.finditer(text):
        _add(found, match, match[1], match[2], match[3])
    for match in _COMPACT.finditer(text):
        _add(found, match, match[1], match[2], match[3])
    for match in _NUMERIC.finditer(text):
        first, mark, second, year = match.groups()
        if mark == "." or first == second or int(first) > 12:
            _add(found, match, year, second, first)
        elif int(second) > 12:
            _add(found, match, year, first, second)
    for match in _MONTH_FIRST.finditer(text):
        _add(found, match, match[3], _MONTHS.get(match[1].lower(), 0), match[2])
    for match in _DAY_FIRST.finditer(text):
        _add(found, match, match[3], _MONTHS.get(match[2].lower(), 0), match[1])
    return found


def _add(found: list[Dated], match: re.Match[str], year: str, month: str | int, day: str) -> None:
    try:
        found.append(Dated(date(int(year), int(month), int(day)), match.start(), match.end()))
    except ValueError:
        return
