"""The first and last day of stated times: months, ISO weeks, seasons, decades, named days."""

from __future__ import annotations

from factcheck.day import date, timedelta
from factcheck.months import days_in_month
from factcheck.normalise.calendar_fiscal import add_months, month_end

Days = tuple[date, date]

_SEASON_STARTS = {1: 3, 2: 6, 3: 9, 4: 12}

# Named days: fixed (month, day), or the nth weekday of a month (month, weekday, nth; -1 last), plus days after that.
FIXED_DAYS = {
    "new-year": (1, 1),
    "new-year-eve": (12, 31),
    "christmas": (12, 25),
    "christmas-eve": (12, 24),
    "boxing-day": (12, 26),
    "valentine": (2, 14),
    "saint-patrick": (3, 17),
    "earth-day": (4, 22),
    "may-day": (5, 1),
    "juneteenth": (6, 19),
    "independence": (7, 4),
    "halloween": (10, 31),
    "veterans": (11, 11),
}
MOVING_DAYS = {
    "martin-luther-king": (1, 0, 3, 0),
    "presidents": (2, 0, 3, 0),
    "memorial": (5, 0, -1, 0),
    "labor": (9, 0, 1, 0),
    "columbus": (10, 0, 2, 0),
    "thanksgiving": (11, 3, 4, 0),
    "black-friday": (11, 3, 4, 1),
    "cyber-monday": (11, 3, 4, 4),
    "mothers-day": (5, 6, 2, 0),
    "fathers-day": (6, 6, 3, 0),
}
EASTER_DAYS = {"easter": 0, "good-friday": -2, "easter-monday": 1, "ash-wednesday": -46, "pentecost": 49}


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None if the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= days_in_month(year, month)):
        return None
    return date(year, month, day)


def month_days(year: int, month: int) -> Days:
    return date(year, month, 1), month_end(year, month)


def part_of_year(year: int, first_month: int, months: int) -> Days:
    """``months`` whole months from ``first_month`` of ``year``."""
    start = date(year, first_month, 1)
    return start, add_months(start, months) - timedelta(days=1)


def week_days(year: int, week: int) -> Days | None:
    """Monday to Sunday of an ISO week; -1 is the year's last week."""
    if week == -1:
        week = date(year, 12, 28).isocalendar()[1]
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def week_around(day: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def season_days(year: int, season: int) -> Days:
    """Meteorological seasons of the north; the winter of a year begins in its December."""
    return part_of_year(year, _SEASON_STARTS[season], 3)


def easter(year: int) -> date:
    """Western Easter Sunday. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letters of the source
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(start: date, end: date, weekday: int, nth: int) -> date | None:
    """The nth given weekday of a stretch of days; -1 is the last one."""
    if nth < 0:
        day = end - timedelta(days=(end.weekday() - weekday) % 7)
        return day if day >= start else None
    day = start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (nth - 1))
    return day if day <= end else None


def named_day(name: str, year: int) -> date | None:
    if name in FIXED_DAYS:
        return date(year, *FIXED_DAYS[name])
    if name in EASTER_DAYS:
        return easter(year) + timedelta(days=EASTER_DAYS[name])
    if name in MOVING_DAYS:
        month, weekday, nth, after = MOVING_DAYS[name]
        day = nth_weekday(*month_days(year, month), weekday, nth)
        return day + timedelta(days=after) if day is not None else None
    return None
