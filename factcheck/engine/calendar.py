"""Period arithmetic on readings: the same quarter a year before, and what two periods can both mean."""

from __future__ import annotations

from factcheck.day import date
from factcheck.hints import Any
from factcheck.months import days_in_month
from factcheck.patterns import Lazy
from factcheck.period import Period, Reading, join_keys

# Months in a unit of time, as rules write it.
DURATIONS = {"year": 12, "quarter": 3, "month": 1, "half": 6, "week": 0, "day": 0}
_YEAR = Lazy(r"\d{4}")
_QUARTER = Lazy(r"(\d{4})-Q([1-4])")


def shift_day(day: date, months: int) -> date:
    """``day`` moved by whole months; the last day of a month stays a last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return day
    length = days_in_month(year, month + 1)
    last = days_in_month(day.year, day.month)
    return date(year, month + 1, length if day.day == last and last > 27 else min(day.day, length))


def shift_key(key: Any, months: int) -> Any:
    """A reading's key moved by months: its days, or the year (and quarter) of its label."""
    if months == 0:
        return key
    if isinstance(key, tuple):
        return tuple(None if day is None else shift_day(day, months) for day in key)
    return shift_label(key, months)


def shift_label(label: str, months: int) -> str:
    if months % 12 == 0:
        return _YEAR.sub(lambda m: f"{int(m.group()) + months // 12:04d}", label, count=1)
    quarter = _QUARTER.search(label)
    if quarter and months % 3 == 0:
        at = int(quarter.group(1)) * 4 + int(quarter.group(2)) - 1 + months // 3
        return label[: quarter.start()] + f"{at // 4:04d}-Q{at % 4 + 1}" + label[quarter.end() :]
    return f"{label}{months:+d}"


def period_keys(period: Period, months: int = 0) -> tuple[Any, ...]:
    """By what two periods are found to be the same, moved back."""
    keys = join_keys(period)
    return keys if months == 0 else tuple(dict.fromkeys(shift_key(key, -months) for key in keys))


def shift_period(period: Period, months: int) -> Period:
    readings = tuple(
        Reading(
            None if r.start is None else shift_day(r.start, months),
            None if r.end is None else shift_day(r.end, months),
            r.how,
            shift_label(r.label, months),
        )
        for r in period.readings
    )
    return Period(
        f"{period.text} {months:+d} months",
        shift_label(period.label, months),
        period.kind,
        readings,
        period.open_anchor,
    )


def months_apart(a: Reading, b: Reading) -> int | None:
    """Whole months from the end of one reading to the end of the other; None for open ones."""
    if a.end is None or b.end is None:
        return None
    return (b.end.year - a.end.year) * 12 + b.end.month - a.end.month


def overlap(a: Period, b: Period) -> bool:
    """True when some reading of one shares a day with some reading of the other."""
    for one in a.readings:
        for other in b.readings:
            if one.key == other.key:
                return True
            early, late = one.start or date.min, one.end or date.max
            if early <= (other.end or date.max) and (other.start or date.min) <= late:
                if one.start is None and one.end is None:
                    continue
                if other.start is None and other.end is None:
                    continue
                return True
    return False
