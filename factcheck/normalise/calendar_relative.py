"""Times that hang on another: on the publication date, or on the period the article reports on."""

from __future__ import annotations

from factcheck.day import date, timedelta
from factcheck.normalise.calendar_compare import add_months_from_start, shift_reading
from factcheck.normalise.calendar_days import month_days, part_of_year, season_days, week_around
from factcheck.normalise.calendar_expression import PeriodExpression, duration_label, label_of, read_label
from factcheck.normalise.calendar_fiscal import FiscalCalendar, add_months
from factcheck.normalise.calendar_stated import stated_readings, year_month_label
from factcheck.period import Period, Reading
from factcheck.records import replace

_ONE = timedelta(days=1)
_STEPS = {"this": 0, "last": -1, "next": 1}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SEASON_TURNS = 7  # July: what a report calls this season then is the new one
_REPORTABLE = ("quarter", "half", "year", "nine-months", "period")

Readings = tuple[Reading, ...]


def reporting_expression(reporting: Period | None) -> PeriodExpression | None:
    """The label of the period reported on, taken apart; by its last day where the label says too little."""
    if reporting is None:
        return None
    found = read_label(reporting.label)
    if (
        found is not None
        and found.year is not None
        and found.kind in ("quarter", "half", "nine-months", "year")
    ):
        return found
    for reading in reporting.readings:
        found = read_label(reading.label)
        if found is not None and found.year is not None and found.kind != "range":
            return found
        if reading.end is not None and reporting.kind == "quarter":
            return PeriodExpression("quarter", reading.end.year, index=(reading.end.month + 2) // 3)
        if reading.end is not None:
            return PeriodExpression("year", reading.end.year)
    return None


def unit_around(day: date, unit: str) -> Reading | None:
    """The calendar unit that holds a day, with its label."""
    if unit == "day":
        return Reading(day, day, "anchored", day.isoformat())
    if unit in ("week", "weekend"):
        monday, sunday = week_around(day)
        year, week, _ = day.isocalendar()
        if unit == "weekend":
            return Reading(monday + timedelta(days=5), sunday, "anchored", f"{year}-W{week:02d}-WE")
        return Reading(monday, sunday, "anchored", f"{year}-W{week:02d}")
    if unit == "month":
        return _labelled(*month_days(day.year, day.month))
    if unit == "quarter":
        return _labelled(*part_of_year(day.year, 3 * ((day.month - 1) // 3) + 1, 3))
    if unit == "half":
        return _labelled(*part_of_year(day.year, 1 if day.month < 7 else 7, 6))
    if unit == "year":
        return _labelled(*part_of_year(day.year, 1, 12))
    if unit == "decade":
        year = day.year // 10 * 10
        return Reading(date(year, 1, 1), date(year + 9, 12, 31), "anchored", f"{year}/{year + 10}")
    if unit == "century":
        century = (day.year - 1) // 100
        days = date(100 * century + 1, 1, 1), date(100 * century + 100, 12, 31)
        return Reading(*days, "anchored", f"{century:02d}XX")
    return None


def _labelled(start: date, end: date) -> Reading:
    return Reading(start, end, "anchored", year_month_label(start, end))


def _moved(day: date, count: int, unit: str) -> date:
    if unit in _MONTHS:
        return add_months_from_start(day, count * _MONTHS[unit])
    return day + timedelta(days=count * (7 if unit in ("week", "weekend") else 1))


def anchored_readings(
    expression: PeriodExpression,
    published: date | None,
    reporting: Period | None,
    calendar: FiscalCalendar | None,
) -> Readings:
    """this, last and next unit; the last n units; yesterday; a bare weekday."""
    relation = expression.relation or ""
    if relation == "offset" and published is not None:
        day = published + timedelta(days=expression.count or 0)
        return (Reading(day, day, "anchored", day.isoformat()),)
    if expression.kind == "span":
        return _span(expression, published)
    if expression.kind == "day" and expression.weekday is not None:
        return _weekday(expression, published)
    step = _STEPS.get(relation, 0) * (expression.count or 1)
    if expression.kind == "season" and expression.index is None:
        return _of_sport(step, published) if published is not None else ()
    if relation == "nearest" and published is not None and published.weekday() < 5:
        step = -1  # "at the weekend" in an article of a Monday
    found: list[Reading] = []
    if expression.kind in _REPORTABLE and reporting is not None and reporting.is_known:
        found.extend(_by_report(expression, step, reporting, calendar))
        if expression.kind != "year":
            return tuple(found)
    if published is not None:
        one = _by_date(expression, step, published)
        if one is not None and all(one.key != other.key for other in found):
            found.append(one)
    return tuple(found)


def _by_report(
    expression: PeriodExpression, step: int, reporting: Period, calendar: FiscalCalendar | None
) -> Readings:
    """Last quarter is the one before the quarter reported on; last year the year before its year."""
    if expression.kind == "year":
        known = reporting_expression(reporting)
        if known is None or known.year is None:
            return ()
        span = known.span_year + step if known.span_year is not None else None
        part = "full" if known.kind != "month" else None
        year = PeriodExpression("year", known.year + step, span, known.fiscal, part=part)
        return stated_readings(year, calendar)
    months = {"quarter": 3, "half": 6}.get(expression.kind)
    if months is None or reporting.kind != expression.kind:
        return ()
    return tuple(shift_reading(reading, months * step) for reading in reporting.readings)


def _of_sport(step: int, published: date) -> Readings:
    """ "Last season": when a season begins the sport decides, so that only its label can be compared.

    What is counted "this season" grows from week to week: it is of the season up to the day of publication.
    """
    year = published.year + step - (published.month < _SEASON_TURNS)
    season = PeriodExpression("year", year, year + 1)
    if step:
        return tuple(replace(reading, how="anchored") for reading in stated_readings(season, None))
    return (Reading(None, None, "anchored", f"{label_of(season)}-{published.isoformat()}"),)


def _by_date(expression: PeriodExpression, step: int, published: date) -> Reading | None:
    if expression.kind == "month" and expression.month is not None:
        return _named(expression, published, lambda year: _labelled(*month_days(year, expression.month or 1)))
    if expression.kind == "season":
        index = expression.index or 1
        label = ("SP", "SU", "FA", "WI")[index - 1]
        return _named(
            expression,
            published,
            lambda year: Reading(*season_days(year, index), "anchored", f"{year}-{label}"),
        )
    around = unit_around(published, expression.kind)
    if around is None or around.start is None or step == 0:
        return around
    return unit_around(_moved(around.start, step, expression.kind), expression.kind)


def _named(expression: PeriodExpression, published: date, make: object) -> Reading | None:
    """Last June, next spring: the one that ended before, or begins after, the publication date."""
    candidates = [make(year) for year in range(published.year - 2, published.year + 3)]  # type: ignore[operator]
    if expression.relation == "last":
        past = [one for one in candidates if one.end < published]
        return past[-1] if past else None
    if expression.relation == "next":
        later = [one for one in candidates if one.start > published]
        return later[0] if later else None
    return next((one for one in candidates if one.start.year == published.year), None)


def _weekday(expression: PeriodExpression, published: date | None) -> Readings:
    """A weekday alone in news is the last one up to the day of publication; next looks ahead."""
    if published is None or expression.weekday is None:
        return ()
    back = (published.weekday() - expression.weekday) % 7
    if expression.relation == "next":
        day = published + timedelta(days=7 - back)
    elif expression.relation == "this":
        monday, _ = week_around(published)
        day = monday + timedelta(days=expression.weekday)
    elif expression.relation == "last":
        day = published - timedelta(days=back or 7)
    else:
        day = published - timedelta(days=back)
    return (Reading(day, day, "anchored", day.isoformat()),)


def _span(expression: PeriodExpression, published: date | None) -> Readings:
    if published is None or expression.count is None:
        return ()
    unit, label = expression.unit or "day", duration_label(expression.count, expression.unit)
    if expression.relation == "next":
        return (Reading(published, _moved(published, expression.count, unit), "anchored", label),)
    return (Reading(_moved(published, -expression.count, unit), published, "anchored", label),)


def to_date_reading(
    expression: PeriodExpression, published: date | None, reporting: Period | None
) -> Reading | None:
    """Year to date: from the first day of the year, open towards today."""
    anchor = published
    if anchor is None and reporting is not None:
        anchor = next((r.end for r in reporting.readings if r.end is not None), None)
    if anchor is None:
        return None
    around = unit_around(anchor, expression.unit or "year")
    return Reading(around.start, None, "anchored", f"{around.label}-TD") if around is not None else None


def shifted_readings(
    expression: PeriodExpression, base: Readings | None, published: date | None, reporting: Period | None
) -> Readings:
    """A year earlier, two weeks ago, three months after May 13, in two years."""
    unit, relation = expression.unit or "day", expression.relation or ""
    count = expression.count or 1
    sign = -1 if relation in ("ago", "earlier", "before") else 1
    if base is not None:
        return tuple(_from_base(reading, sign * count, unit, relation) for reading in base if reading.start)
    comparing = unit in ("year", "quarter", "half") and relation in ("earlier", "ago", "later")
    if comparing and reporting is not None and reporting.is_known:
        return tuple(shift_reading(one, sign * count * _MONTHS[unit]) for one in reporting.readings)
    if published is None or relation in ("earlier", "later"):
        return ()
    around = unit_around(_moved(published, sign * count, unit), "day" if unit == "weekend" else unit)
    return (around,) if around is not None else ()


def _from_base(reading: Reading, count: int, unit: str, relation: str) -> Reading:
    start = reading.start if reading.start is not None else date.min
    whole = reading.end is not None and reading.end != start
    if whole and unit == "year" and (reading.end - start).days > 300:  # type: ignore[operator]
        return shift_reading(reading, 12 * count)
    day = _moved(start, count, unit)
    return Reading(day, day, reading.how, day.isoformat())


def same_readings(
    expression: PeriodExpression, year: int | None, back: int | None, reporting: Period | None
) -> Readings:
    """The same quarter in 2024 or last year: the period reported on, moved to that year."""
    if reporting is None or not reporting.is_known:
        return ()
    if expression.unit not in ("period", "time", "stretch") and expression.unit != reporting.kind.replace(
        "fiscal-", ""
    ):
        return ()
    if year is None:
        return tuple(shift_reading(one, 12 * (back or 0)) for one in reporting.readings)
    known = reporting_expression(reporting)
    if known is None or known.year is None:
        return ()
    return tuple(shift_reading(one, 12 * (year - known.year)) for one in reporting.readings)


# kind and number of what is reported on, how many months are told of: what those are
_RUNS: dict[tuple[str, int | None, int | None], str] = {
    ("quarter", 2, 6): "half",
    ("half", 1, 6): "half",
    ("quarter", 3, 9): "nine-months",
    ("nine-months", None, 9): "nine-months",
}
_FIRST = {"half": 1, "nine-months": None}


def whole_readings(
    expression: PeriodExpression, reporting: Period | None, calendar: FiscalCalendar | None
) -> Readings:
    """The quarter, the period: the one reported on. The year: its year. "The nine months": those that end with it."""
    if reporting is None or not reporting.is_known:
        return ()
    kind = reporting.kind.removeprefix("fiscal-")
    if expression.unit in ("period", kind):
        return reporting.readings
    known = reporting_expression(reporting)
    if known is None:
        return ()
    if expression.count == 3 and kind == "quarter":
        return reporting.readings
    if expression.unit == "year" or (expression.count == 12 and known.index == 4):
        return stated_readings(
            replace(known, kind="year", index=None, month=None, day=None, part="full"), calendar
        )
    run = _RUNS.get((kind, known.index, expression.count)) if expression.unit == "month" else None
    return stated_readings(replace(known, kind=run, index=_FIRST[run], month=None), calendar) if run else ()


__all__ = ["add_months", "anchored_readings", "reporting_expression", "shifted_readings"]
