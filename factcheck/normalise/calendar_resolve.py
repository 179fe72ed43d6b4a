"""From what the words say to the days they can mean: dispatch over the kinds of expression."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.day import date, timedelta
from factcheck.normalise.calendar_days import day_of, named_day
from factcheck.normalise.calendar_expression import OPEN_KINDS, PARTS, PeriodExpression, label_of
from factcheck.normalise.calendar_relative import (
    anchored_readings,
    reporting_expression,
    same_readings,
    shifted_readings,
    to_date_reading,
    unit_around,
    whole_readings,
)
from factcheck.normalise.calendar_stated import ended_reading, nth_reading, stated_readings
from factcheck.normalise.calendar_yearless import Context, is_done, nearest, year_of_report
from factcheck.period import Reading
from factcheck.records import replace

_ONE = timedelta(days=1)
_PART_YEARS = ("quarter", "half", "nine-months", "year")


Readings = tuple[Reading, ...]


def readings_of(expression: PeriodExpression, context: Context) -> Readings:
    """Every reading of an expression in a context, as they come; none when it stays open."""
    try:
        found = _KINDS.get(expression.kind, _labelled)(expression, context)
    except (OverflowError, ValueError):  # days outside the years 1 to 9999
        return ()
    if expression.part == "close":
        found = tuple(_closed(reading) for reading in found)
    elif PARTS.get(expression.part or ""):
        found = tuple(_narrowed(reading, expression.part or "") for reading in found)
    return found


def _labelled(expression: PeriodExpression, context: Context) -> Readings:
    this_year = expression.relation == "this" and expression.kind == "year" and context.ahead
    if this_year and is_done(reporting_expression(context.reporting)):
        # "plans to buy back $2bn this year", told with the results of the last
        return year_of_report(replace(expression, relation=None, part="full"), context)
    if expression.relation in ("this", "last", "next", "offset", "nearest"):
        return anchored_readings(expression, context.published, context.reporting, context.calendar)
    if (
        expression.kind == "day"
        and expression.weekday is not None
        and not (expression.month or expression.name)
    ):
        return anchored_readings(expression, context.published, context.reporting, context.calendar)
    if expression.base is not None:
        return _within_base(expression, context)
    if expression.year is not None or expression.kind == "century":
        return stated_readings(expression, context.calendar)
    if expression.kind in _PART_YEARS:
        return year_of_report(expression, context)
    return nearest(expression, context)


def _within_base(expression: PeriodExpression, context: Context) -> Readings:
    """Q3 last year, June next year, Friday of this week: the base says which year (or week, or month)."""
    base = expression.base
    if base is None:
        return ()
    found: list[Reading] = []
    for reading in readings_of(base, context):
        inside: Readings
        if expression.weekday is not None or base.kind in ("month", "week"):
            nth = PeriodExpression(
                "nth",
                index=expression.day or 1,
                unit="day",
                weekday=expression.weekday if expression.day is None else None,
            )
            one = nth_reading(nth, reading)
            inside = (one,) if one is not None else ()
        else:
            year = _year_named(reading)
            if year is None:
                continue
            fiscal = True if expression.fiscal or reading.label.startswith("FY") else expression.fiscal
            stated = replace(expression, base=None, year=year, fiscal=fiscal)
            inside = stated_readings(stated, context.calendar)
        found.extend(one for one in inside if all(one.key != other.key for other in found))
    return tuple(found)


def _year_named(reading: Reading) -> int | None:
    digits = reading.label.removeprefix("FY")[:4]
    if digits.isascii() and digits.isdigit():
        return int(digits)
    return reading.start.year if reading.start is not None else None


def _range(expression: PeriodExpression, context: Context) -> Readings:
    if expression.base is None or expression.until is None:
        return ()
    starts, ends = readings_of(expression.base, context), readings_of(expression.until, context)
    found: list[Reading] = []
    for first in starts:
        same = [second for second in ends if second.how == first.how] or list(ends)
        if first.how == "anchored" and first.start is not None:
            later = [second for second in same if second.end is not None and second.end >= first.start]
            same = sorted(later, key=lambda second: second.end or date.max)[:1] or same[:1]
        for second in same:
            label = f"{first.label}/{second.label}"
            if first.start is None or second.end is None:
                if first.start is None and second.end is None:
                    found.append(Reading(None, None, first.how, label))
                continue
            start = first.start
            if start > second.end and expression.base.year is None:
                start = date(
                    start.year - 1, start.month, min(start.day, 28) if start.month == 2 else start.day
                )
            if start <= second.end:
                found.append(Reading(start, second.end, first.how, label))
    return tuple(found)


def _open(expression: PeriodExpression, context: Context) -> Readings:
    if expression.base is None:
        return ()
    found: list[Reading] = []
    part = PARTS.get(expression.base.part or "")
    for whole in readings_of(expression.base, context):
        reading = replace(whole, label=whole.label.removesuffix(f"-{part}")) if part else whole
        start, end = reading.start, reading.end
        if start is None and end is None:
            found.append(replace(reading, label=f"{expression.kind} {reading.label}"))
        elif expression.kind == "since" and start is not None:
            found.append(Reading(start, None, reading.how, reading.label))
        elif expression.kind == "after" and end is not None:
            found.append(Reading(end + _ONE, None, reading.how, reading.label))
        elif expression.kind == "before" and start is not None:
            found.append(Reading(None, start - _ONE, reading.how, reading.label))
        elif expression.kind in ("until", "by") and end is not None:
            found.append(Reading(None, end, reading.how, reading.label))
    return tuple(found)


def _ended(expression: PeriodExpression, context: Context) -> Readings:
    base = expression.base
    if base is None:
        return ()
    ends = readings_of(base, context)
    if base.is_yearless and base.kind in ("day", "month") and context.published is not None:
        ends = (
            nearest(base, context)[:1]
            if expression.relation == "ending" or context.ahead
            else _last_before(base, context.published)
        )
    found: list[Reading] = []
    for end in ends:
        found.extend(ended_reading(expression.count or 1, expression.unit or "month", end, context.calendar))
    return tuple(found)


def _last_before(base: PeriodExpression, published: date) -> Readings:
    """Results are for a period that has ended: the last 30 June before publication."""
    for year in (published.year, published.year - 1):
        found = stated_readings(replace(base, year=year), None)
        if found and found[0].end is not None and found[0].end <= published:
            return (replace(found[0], how="anchored"),)
    return ()


def _nth(expression: PeriodExpression, context: Context) -> Readings:
    if expression.base is None:
        return ()
    found = (nth_reading(expression, reading) for reading in readings_of(expression.base, context))
    return tuple(reading for reading in found if reading is not None)


def _shifted(expression: PeriodExpression, context: Context) -> Readings:
    base = readings_of(expression.base, context) if expression.base is not None else None
    return shifted_readings(expression, base, context.published, context.reporting)


def _same(expression: PeriodExpression, context: Context) -> Readings:
    year = expression.base.year if expression.base is not None else None
    return same_readings(expression, year, expression.count, context.reporting)


def _to_date(expression: PeriodExpression, context: Context) -> Readings:
    found = to_date_reading(expression, context.published, context.reporting)
    return (found,) if found is not None else ()


def _span(expression: PeriodExpression, context: Context) -> Readings:
    return anchored_readings(expression, context.published, context.reporting, context.calendar)


def _whole(expression: PeriodExpression, context: Context) -> Readings:
    return whole_readings(expression, context.reporting, context.calendar)


def _nothing(expression: PeriodExpression, context: Context) -> Readings:
    return ()


_KINDS: dict[str, Callable[[PeriodExpression, Context], Readings]] = {
    "range": _range,
    "ended": _ended,
    "nth": _nth,
    "shifted": _shifted,
    "same": _same,
    "to-date": _to_date,
    "span": _span,
    "whole": _whole,
    "duration": _nothing,
    **dict.fromkeys(OPEN_KINDS, _open),
}


def _narrowed(reading: Reading, part: str) -> Reading:
    """The first, middle or last third: "early 2025", "the end of March". Words as vague as this stay approximate."""
    if reading.start is None or reading.end is None:
        return replace(reading, label=f"{reading.label}-{PARTS[part]}")
    label = reading.label.removesuffix(f"-{PARTS[part]}")
    third = (reading.end - reading.start) / 3
    start, end = reading.start, reading.end
    if PARTS[part] == "START":
        end = start + third
    elif PARTS[part] == "END":
        start = end - third
    else:
        start, end = start + third, end - third
    return Reading(start, end, "approximate", f"{label}-{PARTS[part]}")


def _closed(reading: Reading) -> Reading:
    """The last day: "at the end of November"."""
    end = f"-{PARTS['close']}"
    label = reading.label.removesuffix(end) + end
    if reading.end is None:
        return replace(reading, label=label)
    return Reading(reading.end, reading.end, reading.how, label)


def is_impossible(expression: PeriodExpression) -> bool:
    """True for a date no calendar has (31 June 2025) or a label no year has (the Q5 of 2025)."""
    if expression.kind == "day" and expression.month is not None and expression.day is not None:
        year = expression.year if expression.year is not None else 2024
        return day_of(year, expression.month, expression.day) is None and expression.base is None
    if expression.kind == "day" and expression.name is not None and expression.year is not None:
        return named_day(expression.name, expression.year) is None
    if expression.kind in ("quarter", "half") and expression.index is not None:
        return expression.index > (4 if expression.kind == "quarter" else 2)
    base, until = expression.base, expression.until
    return (base is not None and is_impossible(base)) or (until is not None and is_impossible(until))


def label_in(expression: PeriodExpression, readings: Readings) -> str:
    """The label of the words; for relative words the label of what they mean, once that is known."""
    if readings and (expression.is_relative or expression.kind in ("whole", "ended", "nth", "shifted")):
        return readings[0].label
    if readings and expression.is_yearless and expression.kind in _PART_YEARS:
        return readings[0].label
    return label_of(expression)


__all__ = ["Context", "is_impossible", "label_in", "readings_of", "unit_around"]
