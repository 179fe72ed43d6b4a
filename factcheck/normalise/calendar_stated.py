"""Readings of labels whose year is known: quarters, halves, years, months, days, ranges of them."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.day import date, timedelta
from factcheck.normalise.calendar_days import (
    Days,
    day_of,
    month_days,
    named_day,
    nth_weekday,
    part_of_year,
    season_days,
    week_around,
    week_days,
)
from factcheck.normalise.calendar_expression import PeriodExpression, label_of
from factcheck.normalise.calendar_fiscal import (
    FiscalCalendar,
    add_months,
    end_year_named,
    fiscal_part,
    quarter_of,
)
from factcheck.period import Reading
from factcheck.records import replace

NAMED = {"end": "fiscal, named by end year", "start": "fiscal, named by start year"}
_QUARTERS: dict[str, Callable[[int], tuple[int, int]]] = {
    "quarter": lambda n: (n, n),
    "half": lambda n: (2 * n - 1, 2 * n),
    "nine-months": lambda n: (1, 3),
    "year": lambda n: (1, 4),
}


def stated_readings(expression: PeriodExpression, calendar: FiscalCalendar | None) -> tuple[Reading, ...]:
    """All readings of an expression whose year is stated; empty when it names no possible time."""
    kind = expression.kind
    if kind in _QUARTERS:
        return _part_readings(expression, calendar)
    days = _days(expression)
    if days is None:
        return ()
    how = "approximate" if kind == "season" else "stated"
    label = label_of(expression)
    found = [Reading(*days, how, label)]
    if expression.day_first and expression.month and expression.day and expression.year is not None:
        other = day_of(expression.year, expression.day, expression.month)
        if other is not None and other != days[0]:
            found[0] = replace(found[0], how="month first")
            found.append(Reading(other, other, "day first", other.isoformat()))
    return tuple(found)


def _days(expression: PeriodExpression) -> Days | None:
    year, kind = expression.year, expression.kind
    if kind == "century" and expression.index:
        return date(100 * (expression.index - 1) + 1, 1, 1), date(100 * expression.index, 12, 31)
    if year is None:
        return None
    if kind == "day":
        if expression.name is not None:
            day = named_day(expression.name, year)
        else:
            day = day_of(year, expression.month or 0, expression.day or 0)
        return (day, day) if day is not None else None
    if kind == "month" and expression.month and 1 <= expression.month <= 12 and year:
        return month_days(year, expression.month)
    if kind == "season" and expression.index:
        return season_days(year, expression.index)
    if kind == "decade":
        return date(year, 1, 1), date(year + 9, 12, 31)
    if kind == "week" and expression.index is not None:
        return week_days(year, expression.index)
    return None


def _part_readings(expression: PeriodExpression, calendar: FiscalCalendar | None) -> tuple[Reading, ...]:
    year, index = expression.year, expression.index or 1
    if year is None or not 1 <= year <= 9998:
        return ()
    if expression.name == "school":
        return (Reading(None, None, "school", label_of(expression)),)
    if expression.kind in ("quarter", "half") and not 1 <= index <= (
        4 if expression.kind == "quarter" else 2
    ):
        return ()
    if expression.relation == "month":
        return _month_named(expression, calendar)
    first, last = _QUARTERS[expression.kind](index)
    found: list[Reading] = []
    label = label_of(expression)
    span = expression.span_year is not None
    if not expression.fiscal and not span:
        how = "stated" if expression.fiscal is False or _plain_year(expression) else "calendar"
        days = part_of_year(year, 3 * first - 2, 3 * (last - first + 1))
        found.append(Reading(*days, how, label))
        if how == "stated":
            return tuple(found)
    if calendar is None:
        found.append(Reading(None, None, "fiscal", _symbol(expression)))
        return tuple(found)
    fiscal = replace(expression, fiscal=True)
    for naming in _namings(expression, calendar):
        end_year = expression.span_year if span else end_year_named(calendar, year, naming)
        days = fiscal_part(calendar, end_year or year, first, last)
        if not any(reading.key == days for reading in found):
            how = "stated" if span else NAMED[naming]
            found.append(Reading(*days, how, label_of(fiscal)))
    return tuple(found)


def _plain_year(expression: PeriodExpression) -> bool:
    """ "in 2025" is a calendar year; "full-year 2025" may be the company's."""
    return expression.kind == "year" and expression.fiscal is None and expression.part != "full"


def _namings(expression: PeriodExpression, calendar: FiscalCalendar) -> tuple[str, ...]:
    if expression.span_year is not None:
        return ("end",)
    if expression.fiscal and calendar.naming in NAMED:
        return (calendar.naming,)
    return ("end", "start")


def _symbol(expression: PeriodExpression) -> str:
    """The fiscal label to compare by when nobody told us the year end; spans are named by their end year."""
    year = expression.span_year if expression.span_year is not None else expression.year
    return label_of(replace(expression, fiscal=True, span_year=None, year=year))


def _month_named(expression: PeriodExpression, calendar: FiscalCalendar | None) -> tuple[Reading, ...]:
    """The June quarter of 2025: the three months to its end, and the fiscal quarter that ends about then."""
    year, month = expression.year or 1, expression.month or 1
    months = {"quarter": 3, "half": 6}.get(expression.kind, 12)
    end = month_days(year, month)[1]
    start = add_months(end, -months) + timedelta(days=1)
    found = [Reading(start, end, "stated", label_of(expression))]
    if calendar is not None and calendar.weekday is not None and months == 3:
        end_year, n = quarter_of(calendar, end - timedelta(days=20))
        days = fiscal_part(calendar, end_year, n, n)
        if days != (start, end) and abs((days[1] - end).days) <= 10:
            found.append(Reading(*days, "fiscal", label_of(expression)))
    return tuple(found)


def ended_reading(
    count: int, unit: str, last: Reading, calendar: FiscalCalendar | None
) -> tuple[Reading, ...]:
    """The ``count`` units that end with ``last``: the quarter ended June 30, the 12 weeks to 5 July."""
    end = last.end
    if end is None:
        return ()
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(unit, 0) * count
    if not months:
        start = end - timedelta(days=count * {"week": 7, "day": 1}.get(unit, 1) - 1)
    elif (end + timedelta(days=1)).day == 1 or (calendar is None and _odd_end(end, months)):
        start = add_months(end, -months) + timedelta(days=1)
    else:
        start = _weeks_start(end, months, calendar)
    return (Reading(start, end, last.how, f"{start.isoformat()}/{end.isoformat()}"),)


def _odd_end(end: date, months: int) -> bool:
    """True for an end that is no week-based quarter end: neither near a month's end nor a whole quarter's length."""
    return months % 3 != 0 or 8 < end.day < 22


def _weeks_start(end: date, months: int, calendar: FiscalCalendar | None) -> date:
    """Quarters of 13 weeks, unless the company's calendar has one that ends this very day."""
    if calendar is not None:
        end_year, n = quarter_of(calendar, end)
        quarters = months // 3
        if fiscal_part(calendar, end_year, n, n)[1] == end:
            if quarters <= n:
                return fiscal_part(calendar, end_year, n - quarters + 1, n)[0]
            if n == 4 and quarters == 4:
                return fiscal_part(calendar, end_year, 1, 4)[0]
    return end - timedelta(weeks=13 * months // 3) + timedelta(days=1)


def nth_reading(expression: PeriodExpression, base: Reading) -> Reading | None:
    """The nth day, week, month or weekday of a known stretch; ``count`` of them together; -1 from its end."""
    if base.start is None or base.end is None:
        return None
    index, count, unit = expression.index or 1, expression.count or 1, expression.unit
    if expression.weekday is not None:
        day = nth_weekday(base.start, base.end, expression.weekday, index)
        return Reading(day, day, base.how, day.isoformat()) if day is not None else None
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(unit or "")
    if months:
        size = months * count
        if index < 0:
            start = add_months(base.end, -size) + timedelta(days=1)
            end = base.end
        else:
            begin = base.start - timedelta(days=1)
            start = add_months(begin, size * (index - 1)) + timedelta(days=1)
            end = add_months(begin, size * index)
        label = year_month_label(start, end)
        return Reading(start, end, base.how, label) if end <= base.end else None
    if unit == "week":
        return _nth_week(index, count, base)
    if unit == "day":
        first = base.end - timedelta(days=count - 1) if index < 0 else base.start + timedelta(days=index - 1)
        last = first + timedelta(days=count - 1)
        label = first.isoformat() if count == 1 else f"{first.isoformat()}/{last.isoformat()}"
        return Reading(first, last, base.how, label)
    return None


def _nth_week(index: int, count: int, base: Reading) -> Reading | None:
    if base.start is None or base.end is None:
        return None
    # the first week of a year or month is the one with its first Thursday, as ISO weeks count
    if index > 0:
        monday, _ = week_around(base.start)
        if base.start.weekday() > 3:
            monday += timedelta(days=7)
        monday += timedelta(days=7 * (index - 1))
    else:
        monday, _ = week_around(base.end)
        if base.end.weekday() < 3:
            monday -= timedelta(days=7)
        monday -= timedelta(days=7 * (count - 1))
    end = monday + timedelta(days=7 * count - 1)
    year, week, _day = monday.isocalendar()
    if count > 1:
        return Reading(monday, end, base.how, f"{monday.isoformat()}/{end.isoformat()}")
    nth = index if index > 0 else (base.end.day + 6) // 7
    label = f"{year}-W{week:02d}" if base.end.month != base.start.month else f"{base.label}-W{nth:02d}"
    return Reading(monday, end, base.how, label)


def year_month_label(start: date, end: date) -> str:
    """2025-03 for one month, 2025-Q1, 2025-H1, 2025-9M and 2025 where whole, else both ends."""
    whole = start.day == 1 and (end + timedelta(days=1)).day == 1
    if not whole:
        return f"{start.isoformat()}/{end.isoformat()}"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 1:
        return f"{start.year:04d}-{start.month:02d}"
    if months == 3 and start.month % 3 == 1:
        return f"{start.year:04d}-Q{end.month // 3}"
    if months == 6 and start.month in (1, 7):
        return f"{start.year:04d}-H{1 if start.month == 1 else 2}"
    if months == 9 and start.month == 1:
        return f"{start.year:04d}-9M"
    if months == 12 and start.month == 1:
        return f"{start.year:04d}"
    return f"{start.year:04d}-{start.month:02d}/{end.year:04d}-{end.month:02d}"
