"""Moving and comparing periods: the same quarter a year before, which ends first, which lies inside which."""

from __future__ import annotations

from factcheck.day import date, timedelta
from factcheck.normalise.calendar_expression import PARTS, PeriodExpression, label_of, read_label
from factcheck.normalise.calendar_fiscal import add_months, month_end
from factcheck.period import Period, Reading
from factcheck.records import replace

_ONE = timedelta(days=1)


def shift(period: Period, years: int = 0, quarters: int = 0, months: int = 0) -> Period:
    """The same kind of period so much later (earlier when negative): all readings, and the label.

    Whole months stay whole months; periods on weekday boundaries (52/53-week years) move by weeks.
    """
    moved = 12 * years + 3 * quarters + months
    if not moved:
        return period
    readings = tuple(shift_reading(reading, moved) for reading in period.readings)
    stated = next((n for n, r in enumerate(period.readings) if r.label == period.label), None)
    label = readings[stated].label if stated is not None else shift_label(period.label, moved)
    if label == period.label and readings:
        label = readings[0].label
    return replace(period, label=label, readings=readings)


def shift_reading(reading: Reading, months: int) -> Reading:
    """One reading moved by ``months``."""
    moved = _shift_days(reading, months)
    if reading.start is not None and reading.label == f"{reading.start}/{reading.end}":
        return replace(moved, label=f"{moved.start}/{moved.end}")
    return moved


def _shift_days(reading: Reading, months: int) -> Reading:
    label = shift_label(reading.label, months)
    start, end = reading.start, reading.end
    if (
        start is not None
        and end is not None
        and start != end
        and not _is_aligned(start, end)
        and months % 3 == 0
        and (end - start).days > 80
    ):
        step = timedelta(weeks=52 * months // 12)
        return Reading(start + step, end + step, reading.how, label)
    return Reading(
        add_months_from_start(start, months) if start is not None else None,
        _move_end(start, end, months) if end is not None else None,
        reading.how,
        label,
    )


def add_months_from_start(day: date, months: int) -> date:
    """Like :func:`add_months`, but a first day never becomes anything else."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def _move_end(start: date | None, end: date, months: int) -> date:
    if start == end:
        return add_months_from_start(end, months)
    return add_months(end, months)


def _is_aligned(start: date, end: date) -> bool:
    """True when ``end`` is the day before a whole number of months after ``start``."""
    after = end + _ONE
    return start.day == after.day


def shift_label(label: str, months: int) -> str:
    """A label moved by ``months``; the label itself where that cannot be said in a label."""
    whole, _, part = label.rpartition("-")
    if part in PARTS.values() or part == "TD":
        return f"{shift_label(whole, months)}-{part}"  # 2025-06-END
    found = read_label(label)
    if found is None:
        return label
    moved = _shift_expression(found, months)
    return label_of(moved) if moved is not None else label


def _shift_expression(expression: PeriodExpression, months: int) -> PeriodExpression | None:
    if expression.kind == "range":
        if expression.base is None or expression.until is None:
            return None
        first, second = (
            _shift_expression(expression.base, months),
            _shift_expression(expression.until, months),
        )
        return replace(expression, base=first, until=second) if first and second else None
    length, index = _MONTHS_LONG.get(expression.kind, 12), expression.index
    if months % length and expression.kind not in ("month", "day"):
        return None
    if expression.kind == "month" or expression.kind == "day":
        if expression.year is None or expression.month is None:
            return None
        year, month = divmod(expression.year * 12 + expression.month - 1 + months, 12)
        day = expression.day
        if day is not None:
            day = min(day, month_end(year, month + 1).day)
        return replace(expression, year=year, month=month + 1, day=day)
    if expression.year is None:
        return None
    if expression.kind in ("quarter", "half") and index is not None:
        per_year = 12 // length
        years, slot = divmod(index - 1 + months // length, per_year)
        return _later_year(replace(expression, index=slot + 1), years)
    return _later_year(expression, months // 12) if months % 12 == 0 else None


_MONTHS_LONG = {"quarter": 3, "half": 6}


def _later_year(expression: PeriodExpression, years: int) -> PeriodExpression:
    span = expression.span_year + years if expression.span_year is not None else None
    year = expression.year + years if expression.year is not None else None
    return replace(expression, year=year, span_year=span)


def streak_start(count: int, period: Period, unit: str) -> Period:
    """Where a streak begins that is ``count`` ``unit``s long at ``period``: the period n−1 units before."""
    back = -(count - 1)
    if unit == "quarter":
        return shift(period, quarters=back)
    if unit == "year":
        return shift(period, years=back)
    if unit == "half":
        return shift(period, months=6 * back)
    if unit == "month":
        return shift(period, months=back)
    if unit in ("week", "day"):
        step = timedelta(days=back * (7 if unit == "week" else 1))
        moved = tuple(
            Reading(
                reading.start + step if reading.start else None,
                reading.end + step if reading.end else None,
                reading.how,
                _day_label(reading, step),
            )
            for reading in period.readings
        )
        return replace(period, label=moved[0].label if moved else period.label, readings=moved)
    raise ValueError(f"a streak cannot be counted in {unit!r}; use day, week, month, quarter, half or year")


def _day_label(reading: Reading, step: timedelta) -> str:
    if reading.start is None:
        return reading.label
    start = reading.start + step
    if reading.end == reading.start:
        return start.isoformat()
    year, week, _ = start.isocalendar()
    return f"{year}-W{week:02d}"


def overlaps(a: Period, b: Period) -> bool:
    """True when some reading of one shares a day with some reading of the other, or their labels are equal."""
    return any(_meet(x, y) for x in a.readings for y in b.readings)


def _meet(x: Reading, y: Reading) -> bool:
    if isinstance(x.key, str) or isinstance(y.key, str):
        return x.key == y.key
    low = max(day for day in (x.start, y.start, date.min) if day is not None)
    high = min(day for day in (x.end, y.end, date.max) if day is not None)
    return low <= high


def contains(a: Period, b: Period) -> bool:
    """True when some reading of ``b`` lies wholly inside some reading of ``a`` (an open side holds everything)."""
    return any(_holds(x, y) for x in a.readings for y in b.readings)


def _holds(x: Reading, y: Reading) -> bool:
    if isinstance(x.key, str) or isinstance(y.key, str):
        return x.key == y.key
    early = x.start is None or (y.start is not None and x.start <= y.start)
    return early and (x.end is None or (y.end is not None and y.end <= x.end))


def ends_before(period: Period, day: date) -> bool:
    """True when every reading with a known last day ends before ``day``, and there is one."""
    ends = [reading.end for reading in period.readings if reading.end is not None]
    return bool(ends) and all(end < day for end in ends)


def ends_after(period: Period, day: date) -> bool:
    """True when on every reading the period ends after ``day``; false while one reading is not known in days."""
    return bool(period.readings) and all(r.end is not None and r.end > day for r in period.readings)
