"""Labels without a year: "March", "the third quarter". The report says which is meant, the tense, or what is nearest."""

from __future__ import annotations

from factcheck.day import date
from factcheck.normalise.calendar_expression import PeriodExpression
from factcheck.normalise.calendar_fiscal import FiscalCalendar
from factcheck.normalise.calendar_relative import reporting_expression
from factcheck.normalise.calendar_stated import stated_readings
from factcheck.period import Period, Reading
from factcheck.records import dataclass, replace

Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known besides the words. ``ahead`` is the tense: False of what has happened, True of what is to come."""

    published: date | None = None
    calendar: FiscalCalendar | None = None
    reporting: Period | None = None
    ahead: bool | None = None


def year_of_report(expression: PeriodExpression, context: Context) -> Readings:
    """A label without a year takes the year of the period the article reports on, else the one its tense asks for."""
    known = reporting_expression(context.reporting)
    if known is None or known.year is None:
        return _year_of_tense(expression, context)
    fiscal = expression.fiscal if expression.fiscal is not None else known.fiscal
    if expression.kind == "year" and context.ahead and is_done(known):
        # "sees FY revenue of", with the results of a year that is over: the next
        return stated_readings(replace(expression, year=known.year + 1, fiscal=fiscal), context.calendar)
    if context.ahead and expression.kind == "quarter" and _is_over(expression, known):
        # "sees Q1 deliveries of", with the results of the fourth quarter
        return stated_readings(replace(expression, year=known.year + 1, fiscal=fiscal), context.calendar)
    labelled = replace(expression, year=known.year, span_year=known.span_year, fiscal=fiscal)
    found = stated_readings(labelled, context.calendar)
    if context.ahead is False and known.span_year is None and _not_begun(found, context.published):
        # "its 12 % growth in Q4", with the results of Q1: of the year before
        return stated_readings(replace(labelled, year=known.year - 1), context.calendar)
    return found


def is_done(reported: PeriodExpression | None) -> bool:
    """True where results are given of a year, or of its last quarter: what is to come then is of the next."""
    if reported is None or reported.year is None or reported.span_year is not None:
        return False
    return reported.kind == "year" or (reported.kind == "quarter" and reported.index == 4)


def _not_begun(readings: Readings, published: date | None) -> bool:
    dated = [reading.start for reading in readings if reading.start is not None]
    return published is not None and bool(dated) and all(start > published for start in dated)


def _is_over(expression: PeriodExpression, known: PeriodExpression) -> bool:
    """True for a quarter that lies before the one, or in the year, that results are given for."""
    if known.span_year is not None:
        return False
    if known.kind == "year":
        return True
    asked, told = _quarter(expression), _quarter(known)
    return known.kind == "quarter" and asked is not None and told is not None and asked < told


def _quarter(expression: PeriodExpression) -> int | None:
    """Which quarter of its year: the second for Q2, and for the June quarter."""
    if expression.index is None and expression.relation == "month" and expression.month is not None:
        return (expression.month + 2) // 3
    return expression.index


def _year_of_tense(expression: PeriodExpression, context: Context) -> Readings:
    """ "Second-quarter profit rose": the last one that has ended. "is expected in the fourth quarter": the next to end."""
    if context.published is None or context.ahead is None or (context.ahead and expression.kind == "year"):
        return ()  # "sees full-year profit of": of the year that runs or of the next
    chosen: dict[str, Reading] = {}
    years = range(context.published.year - 2, context.published.year + 3)
    for year in reversed(years) if not context.ahead else years:
        for reading in stated_readings(replace(expression, year=year), context.calendar):
            if reading.end is not None and (reading.end >= context.published) == context.ahead:
                chosen.setdefault(reading.how, replace(reading, how="anchored"))
    return tuple(chosen.values())


def _in_tense(near: list[tuple[int, Reading]], context: Context) -> Readings:
    """ "In March prices fell": the last March that has begun; "in March it will": the next that has not ended."""
    anchor = context.published
    if anchor is None or context.ahead is None:
        return ()
    dated = [(reading.start, reading.end, reading) for _, reading in near if reading.start and reading.end]
    if context.ahead:
        coming = [(end, reading) for _, end, reading in dated if end >= anchor]
        return (min(coming, key=lambda pair: pair[0])[1],) if coming else ()
    begun = [(start, reading) for start, _, reading in dated if start <= anchor]
    return (max(begun, key=lambda pair: pair[0])[1],) if begun else ()


def nearest(expression: PeriodExpression, context: Context) -> Readings:
    """Days, months and seasons without a year: the ones nearest to the publication date, else to the report."""
    anchor = context.published
    if anchor is None and context.reporting is not None:
        anchor = next((r.end for r in context.reporting.readings if r.end is not None), None)
    if anchor is None:
        return ()
    near: list[tuple[int, Reading]] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        for reading in stated_readings(replace(expression, year=year), context.calendar):
            if reading.start is None or reading.end is None:
                continue
            away = max((reading.start - anchor).days, (anchor - reading.end).days, 0)
            near.append((away, replace(reading, how="anchored")))
    if not near:
        return ()
    told = _in_tense(near, context) if expression.kind in ("month", "season") else ()
    if told:
        return told
    near.sort(key=lambda pair: pair[0])
    first = near[0]
    # halfway between two years both are as likely
    both = [r for away, r in near[1:2] if first[0] > 120 and away - first[0] < 90]
    return (first[1], *both)
