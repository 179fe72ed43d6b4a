"""Fiscal years: when a company's year ends, and the days of its quarters, halves and nine months.

A 52/53-week year ends on a named weekday, the last one of a month or the one nearest the month's end; its quarters
have 13 weeks unless the company says otherwise (12, 12, 12 and 16), and in a long year one of them has one more. Source: FASB ASC 205 practice as described in the 10-K notes
of retailers and chip makers; pandas' FY5253Quarter is the oracle of the tests.
"""

from __future__ import annotations

from factcheck.day import date, timedelta
from factcheck.months import days_in_month
from factcheck.records import dataclass, replace

RULES = ("last-day", "last-weekday", "nearest-weekday", "day")
NAMINGS = ("end", "start", "unknown")


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """When a fiscal year ends and what it is called.

    ``month`` (1-12) is the month the year nominally ends in. ``rule``: "last-day" of that month, "last-weekday"
    (the last ``weekday``, 0 Monday to 6 Sunday, of the month), "nearest-weekday" (the one nearest the month's last
    day, which can fall into the next month), "day" (``day`` of the month, as 5 April).
    ``naming``: a year is named by the calendar year it nominally ends in ("end"), starts in ("start"), or nobody
    told us ("unknown"). ``weeks`` are those of the quarters, of which ``long_quarter`` gets the 53rd. A company that moved its year end has the calendar it
    had ``before``, ``until`` the last day of its last year; the transition year between the two is shorter or longer.
    """

    month: int
    rule: str = "last-day"
    weekday: int | None = None
    naming: str = "unknown"
    day: int | None = None
    long_quarter: int = 4
    weeks: tuple[int, ...] = (13, 13, 13, 13)
    before: FiscalCalendar | None = None
    until: date | None = None

    @property
    def is_calendar_year(self) -> bool:
        return self.month == 12 and self.rule == "last-day"

    @property
    def words(self) -> str:
        """ "on the last Saturday of September", for people."""
        name = date(2000, self.month, 1).strftime("%B")
        weekday = date(2001, 1, 1 + self.weekday).strftime("%A") if self.weekday is not None else "day"
        return {
            "last-weekday": f"on the last {weekday} of {name}",
            "nearest-weekday": f"on the {weekday} nearest the end of {name}",
            "day": f"on {self.day} {name}",
        }.get(self.rule, f"on the last day of {name}")


def month_end(year: int, month: int) -> date:
    return date(year, month, days_in_month(year, month))


def add_months(day: date, months: int) -> date:
    """The same day of another month; the last day of a month stays the last, and 31 becomes what there is."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    last = days_in_month(year, month + 1)
    if day.day == days_in_month(day.year, day.month):
        return date(year, month + 1, last)
    return date(year, month + 1, min(day.day, last))


def year_end(calendar: FiscalCalendar, year: int) -> date:
    """The last day of the fiscal year that nominally ends in ``year``."""
    end = _ruled_end(calendar, year)
    if calendar.before is not None and calendar.until is not None and end <= calendar.until:
        return year_end(calendar.before, year)
    return end


def _ruled_end(calendar: FiscalCalendar, year: int) -> date:
    """The day on which the rule of today puts the end of a year, whatever was before."""
    last = month_end(year, calendar.month)
    if calendar.rule == "day" and calendar.day is not None:
        return date(year, calendar.month, min(calendar.day, last.day))
    if calendar.weekday is None or calendar.rule == "last-day":
        return last
    back = (last.weekday() - calendar.weekday) % 7
    if calendar.rule == "nearest-weekday" and back > 3:
        return last + timedelta(days=7 - back)
    return last - timedelta(days=back)


def end_year_named(calendar: FiscalCalendar, year: int, naming: str) -> int:
    """The calendar year in which the fiscal year called ``year`` nominally ends."""
    return year + 1 if naming == "start" and not _within_one_year(calendar) else year


def _within_one_year(calendar: FiscalCalendar) -> bool:
    return calendar.month == 12 and calendar.rule != "day"


def fiscal_year(calendar: FiscalCalendar, end_year: int) -> tuple[date, date]:
    """First and last day of the fiscal year that nominally ends in ``end_year``."""
    return year_end(calendar, end_year - 1) + timedelta(days=1), year_end(calendar, end_year)


def fiscal_quarter(calendar: FiscalCalendar, end_year: int, n: int) -> tuple[date, date]:
    """First and last day of quarter ``n`` (1-4) of the fiscal year that nominally ends in ``end_year``."""
    return fiscal_part(calendar, end_year, n, n)


def fiscal_half(calendar: FiscalCalendar, end_year: int, n: int) -> tuple[date, date]:
    """First and last day of half ``n`` (1 or 2)."""
    return fiscal_part(calendar, end_year, 2 * n - 1, 2 * n)


def fiscal_nine_months(calendar: FiscalCalendar, end_year: int) -> tuple[date, date]:
    """First and last day of the first three quarters."""
    return fiscal_part(calendar, end_year, 1, 3)


def fiscal_part(calendar: FiscalCalendar, end_year: int, first: int, last: int) -> tuple[date, date]:
    """The days from quarter ``first`` to quarter ``last``, both included.

    Quarters of a transition year are those that the newer rule gives.
    """
    if calendar.before is not None and calendar.until is not None:
        newer = _ruled_end(calendar, end_year) > calendar.until
        if not (first == 1 and last == 4 and newer):
            plain = replace(calendar, before=None, until=None) if newer else calendar.before
            return fiscal_part(plain, end_year, first, last)
    start, end = fiscal_year(calendar, end_year)
    if calendar.before is not None:
        return start, end
    if calendar.weekday is None or calendar.rule in ("last-day", "day"):
        before = year_end(calendar, end_year - 1)
        begin = before if first == 1 else add_months(before, 3 * (first - 1))
        return begin + timedelta(days=1), end if last == 4 else add_months(before, 3 * last)
    long = (end - start).days + 1 > 364

    def weeks(quarters: int) -> int:
        return sum(calendar.weeks[:quarters]) + (1 if long and quarters >= calendar.long_quarter else 0)

    return start + timedelta(weeks=weeks(first - 1)), start + timedelta(weeks=weeks(last)) - timedelta(days=1)


def quarter_of(calendar: FiscalCalendar, day: date) -> tuple[int, int]:
    """(calendar year the fiscal year nominally ends in, quarter 1-4) of the fiscal quarter that holds ``day``."""
    for end_year in (day.year - 1, day.year, day.year + 1, day.year + 2):
        start, end = fiscal_year(calendar, end_year)
        if start <= day <= end:
            for n in (1, 2, 3, 4):
                if day <= fiscal_quarter(calendar, end_year, n)[1]:
                    return end_year, n
    raise ValueError(f"no fiscal quarter holds {day}")
