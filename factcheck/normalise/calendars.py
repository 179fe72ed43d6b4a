"""Calendars: what a time expression can mean, for a known or unknown fiscal year, and how periods compare.

``resolve`` is the one door from :class:`PeriodExpression` to :class:`factcheck.period.Period`.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.day import date
from factcheck.normalise.calendar_compare import (
    contains,
    ends_after,
    ends_before,
    overlaps,
    shift,
    streak_start,
)
from factcheck.normalise.calendar_expression import PeriodExpression, label_of, read_label
from factcheck.normalise.calendar_fiscal import (
    FiscalCalendar,
    fiscal_half,
    fiscal_nine_months,
    fiscal_quarter,
    fiscal_year,
    quarter_of,
    year_end,
)
from factcheck.normalise.calendar_resolve import Context, is_impossible, label_in, readings_of
from factcheck.period import Period, Reading

__all__ = [
    "FiscalCalendar",
    "PeriodExpression",
    "contains",
    "ends_after",
    "ends_before",
    "fiscal_half",
    "fiscal_nine_months",
    "fiscal_quarter",
    "fiscal_year",
    "is_impossible",
    "label_of",
    "overlaps",
    "period_of_label",
    "quarter_of",
    "read_label",
    "resolve",
    "shift",
    "streak_start",
    "year_end",
]

_OPEN = {
    "since": "since",
    "after": "since",
    "until": "until",
    "before": "until",
    "by": "by",
    "to-date": "since",
}
_ENDED = {
    ("month", 3): "quarter",
    ("quarter", 1): "quarter",
    ("month", 6): "half",
    ("half", 1): "half",
    ("month", 9): "nine-months",
    ("month", 12): "year",
    ("year", 1): "year",
    ("month", 1): "month",
    ("week", 1): "week",
}


def resolve(
    expression: PeriodExpression,
    *,
    published: date | None = None,
    calendar: FiscalCalendar | None = None,
    reporting: Period | None = None,
    ahead: bool | None = None,
    text: str = "",
) -> Period:
    """The period an expression can mean, as the set of its readings.

    ``published`` resolves relative words; ``calendar`` makes fiscal readings concrete (without it they are symbolic:
    no days, only a label); ``reporting`` is the period the article reports on, from which a bare "third quarter"
    takes its year, "the quarter" everything, and "a year earlier" its starting point; ``ahead`` is the tense, by which
    "March" is the one that has been (False) or the one to come (True).
    """
    if calendar is None and reporting is None and ahead is None:
        return Period(text, *_plainly(expression, published))
    return Period(text, *_resolved(expression, Context(published, calendar, reporting, ahead)))


def _resolved(expression: PeriodExpression, context: Context) -> tuple[str, str, tuple[Reading, ...], bool]:
    """The label, kind and readings of the period, and whether it is still open."""
    found = readings_of(expression, context)
    readings = _unique(found)
    return (
        label_in(expression, found),
        _kind(expression, context.reporting),
        readings,
        not readings and expression.is_relative and context.published is None,
    )


@lru_cache(maxsize=4096)
def _plainly(
    expression: PeriodExpression, published: date | None
) -> tuple[str, str, tuple[Reading, ...], bool]:
    """The same where nothing but the words and the day of publication count: an archive has few such, many times."""
    return _resolved(expression, Context(published, None, None, None))


def _unique(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Without doubles, earliest first, symbolic ones last."""
    seen: dict[object, Reading] = {}
    for reading in found:
        seen.setdefault(reading.key, reading)
    return tuple(sorted(seen.values(), key=_order))


def _order(reading: Reading) -> tuple[bool, date, date, str]:
    symbolic = reading.start is None and reading.end is None
    return symbolic, reading.start or date.min, reading.end or date.max, reading.label


def _kind(expression: PeriodExpression, reporting: Period | None) -> str:
    kind = expression.kind
    if kind in _OPEN:
        return _OPEN[kind]
    if kind == "ended":
        return _ENDED.get((expression.unit or "", expression.count or 1), "range")
    if kind == "year" and (expression.fiscal or expression.span_year is not None):
        return "fiscal-year"
    if kind in ("span", "weekend"):
        return "range"
    if kind == "nth":
        return "day" if expression.weekday is not None else _nth_kind(expression)
    if kind in ("same", "whole", "shifted"):
        if expression.base is not None and kind == "shifted":
            return "day"
        if kind == "whole" and expression.count is not None:
            return _ENDED.get((expression.unit or "", expression.count), "range")
        by_report = reporting is not None and expression.unit not in ("day", "week", "month")
        if reporting is not None and by_report and (kind != "whole" or expression.unit != "year"):
            return reporting.kind
        unit = expression.unit or "relative"
        return unit if unit in ("day", "week", "month", "quarter", "half", "year") else "relative"
    return kind


def _nth_kind(expression: PeriodExpression) -> str:
    count, unit = expression.count or 1, expression.unit or "day"
    if count == 1 and unit in ("day", "week", "month", "quarter", "half", "year"):
        return unit
    return _ENDED.get((unit, count), "range")


def period_of_label(label: str, calendar: FiscalCalendar | None = None, text: str = "") -> Period | None:
    """The period a label stands for (2025-Q2, FY2026-Q1, 2025-08-24, 2021/2023), as a claims sheet writes it."""
    expression = read_label(label)
    return resolve(expression, calendar=calendar, text=text or label) if expression is not None else None
