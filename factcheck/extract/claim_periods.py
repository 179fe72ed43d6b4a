"""The readings of a claim's period, given what is known of its entity's year and of the article."""

from __future__ import annotations

from factcheck.claim import Claim, Trace
from factcheck.day import date
from factcheck.mention import PeriodMention, QuantityMention
from factcheck.normalise.calendars import FiscalCalendar, PeriodExpression, resolve, shift
from factcheck.normalise.metrics import Metrics
from factcheck.period import UNKNOWN, Period
from factcheck.records import replace

DATED_KINDS = ("quarter", "half", "nine-months", "year", "fiscal-year", "fiscal-quarter", "range")
_PARTS = ("quarter", "fiscal-quarter", "half", "nine-months")
_OVER_TIME = ("flow", None)  # what a year has four times as much of; None for measures nobody listed
_FARTHEST_BASE = 5  # years
_QUARTERS_BESIDE = 2  # a year holds some four quarters
_QUARTERS_AROUND = 8  # that results tell of
_RESULT_KINDS = frozenset(("quarter", "fiscal-quarter", "half", "nine-months"))
_STALE = 300
_SEASON = 130  # days within which companies tell of a quarter


def before_that(chosen: PeriodMention, around: Period) -> bool:
    """ "64,200 in June from 63,300 the previous month": the month before that, whenever it is told."""
    day = chosen.expression
    relative = isinstance(day, PeriodExpression) and day.kind == "month" and day.relation == "last"
    nearer = chosen.surface.lower().startswith(("previous", "prior", "preceding"))
    return relative and nearer and around.kind == "month"


def spans_years(period: Period) -> bool:
    """ "grew 12 % between 2010 and 2020": on its beginning, not on the year before."""
    one = period.readings[0] if period.readings else None
    if period.kind != "range" or one is None or one.start is None or one.end is None:
        return False
    return one.end.year - one.start.year > 1


def resolve_period(
    mention: PeriodMention,
    published: date | None,
    calendar: FiscalCalendar | None,
    reporting: Period | None,
    ahead: bool | None = None,
) -> Period:
    """The readings of a mention, given what is known of the entity's year, of the period the article reports on, and
    of the tense: ``ahead`` where the figure is foreseen, False where it is reported, None where neither is known."""
    if mention.expression is None:
        return mention.period
    known = reporting if reporting is not None and reporting.is_known else None
    return resolve(
        mention.expression,  # type: ignore[arg-type]
        published=published,
        calendar=calendar,
        reporting=known,
        ahead=ahead,
        text=mention.surface,
    )


def deadline_passed(expression: object) -> object:
    """ "By Sunday evening the fire had grown": the Sunday that has been, where a deadline's would be to come."""
    if not isinstance(expression, PeriodExpression) or expression.kind not in ("by", "until"):
        return expression
    base = expression.base
    if base is None or base.weekday is None or base.relation != "next":
        return expression
    return replace(expression, base=replace(base, relation=None))


def as_reported(period: Period, published: date | None) -> Period:
    """A result is of a time that was over: "Q1 2018" in an article of 1 February 2018 is a fiscal quarter.

    Of a label without a year the readings that ended longest ago go, too, where another is of the season just past.
    """
    if published is None or period.kind not in _RESULT_KINDS or not period.readings:
        return period
    if len(period.readings) == 1:
        return _by_either_name(period, published)
    kept = [reading for reading in period.readings if reading.end is None or reading.end <= published]
    late = [
        one for one in kept if one.how == "anchored" and one.end and (published - one.end).days <= _SEASON
    ]
    if late and all(one.how == "anchored" for one in kept):
        kept = late
    if not any(reading.end is not None for reading in kept):
        return period
    label = period.label if kept[0] is period.readings[0] else kept[0].label or period.label
    return replace(period, readings=tuple(kept), label=label)


def _by_either_name(period: Period, published: date) -> Period:
    """ "The first quarter of fiscal 2020", told in August 2020: some name a year by its start, whatever its owner does."""
    end = period.readings[0].end
    if not period.readings[0].how.startswith("fiscal") or end is None or (published - end).days < _STALE:
        return period
    later = shift(period, years=1).readings[:1]
    if not later or later[0].end is None or not 0 <= (published - later[0].end).days <= _SEASON:
        return period
    return replace(period, readings=(replace(later[0], how="fiscal, named by start year"),))


def basis_between(base: Period, period: Period) -> str | None:
    """On what a change stands whose base is named: "up 4 % from Q1" in the results of Q2."""
    if not base.is_known:
        return None
    base = same_part_of_year(period, base) or base  # a first quarter "up 20 % over 2020"
    if shift(base, years=1).meet(period):
        return "year-on-year"
    if base.kind == "month":
        return "month-on-month" if shift(base, months=1).meet(period) else None
    after_it = base.kind == "quarter" and shift(base, quarters=1).meet(period)
    return "quarter-on-quarter" if after_it else None


def year_ahead(reporting: Period, calendar: FiscalCalendar | None) -> Period:
    """The year that results of a quarter look ahead to: its own, and the next behind the last quarter."""
    if not reporting.is_known:
        return UNKNOWN
    whole = PeriodExpression("year", part="full")
    return resolve(whole, calendar=calendar, reporting=reporting, ahead=True, text="guidance")


def with_fiscal_year(
    period: Period, mention: PeriodMention, published: date | None, calendar: FiscalCalendar | None
) -> Period:
    """A bare year beside a company's result may be its fiscal year: the readings of both."""
    expression = mention.expression
    if period.kind != "year" or not isinstance(expression, PeriodExpression) or expression.kind != "year":
        return period
    if expression.fiscal is not None or expression.year is None:
        return period
    fiscal = resolve(
        replace(expression, fiscal=True), published=published, calendar=calendar, text=mention.surface
    )
    known = period.keys()
    more = tuple(reading for reading in fiscal.readings if reading.key not in known)
    return replace(period, readings=(*period.readings, *more))


def trace_of(mention: PeriodMention, how: str, note: str = "") -> Trace:
    return Trace("period", how, mention.span, note)


def unknown() -> tuple[Period, Trace]:
    return UNKNOWN, Trace("period", "default", None, "no period is stated")


_YEAR_BEFORE = frozenset(("last year", "the prior year", "prior year", "the previous year", "previous year"))


def same_part_of_year(around: Period, year: Period) -> Period | None:
    """The same quarter of an earlier year: "$42 million in Q3 compared to $36 million last year"."""
    if around.kind not in _PARTS or year.kind not in ("year", "fiscal-year"):
        return None
    if year.text.lower() in _YEAR_BEFORE and not any(one.start for one in around.readings):
        return shift(around, years=-1)  # a fiscal quarter, of which no dates are known
    for back in range(1, _FARTHEST_BASE + 1):
        before = shift(around, years=-back)
        if any(
            whole.start and whole.end and part.start and whole.start <= part.start <= whole.end
            for whole in year.readings
            for part in before.readings
        ):
            return before
    return None


def alike_in_size(base: QuantityMention | None, new: Claim | None, metrics: Metrics) -> bool:
    """A quarter of one year is compared with a quarter, not with a year of four."""
    if base is None or new is None or new.quantity is None or metrics.kind(new.metric) not in _OVER_TIME:
        return False
    if not base.dimension.startswith("money"):
        return base.dimension == "percent" and new.measure == "change"
    one, other = abs(base.quantity.low), abs(new.quantity.low)
    return max(one, other) < _QUARTERS_BESIDE * min(one, other)


def taken_over(base: Claim, aspect: str) -> Trace:
    """The trace of an aspect that a figure shares with the one it continues."""
    step = next((trace for trace in base.trace if trace.aspect == aspect), None)
    how = step.how if step is not None else "inherited"
    return Trace(aspect, how, step.span if step is not None else None, "as the figure before")


def of_stock(mention: PeriodMention) -> PeriodMention:
    """When a stock held: "at the end of the third quarter" and "in the third quarter" are one moment."""
    asked = mention.expression
    closing = isinstance(asked, PeriodExpression) and asked.part == "close" and asked.kind in _PARTS
    return replace(mention, expression=replace(asked, part=None)) if closing else mention  # type: ignore[type-var]


def as_reported_level(period: Period, reporting: Period, stock: bool) -> Period:
    """When a stock held, or a rate, in results: at the end of a quarter, by whatever name."""
    period = _at_quarter_end(period, reporting)
    return _at_year_end(period, reporting) if stock else period


def _at_year_end(period: Period, reporting: Period) -> Period:
    """ "ended 2024 with $3.6 billion in cash", in the results of its last quarter: the quarter's end is the year's."""
    if period.kind not in ("year", "fiscal-year") or reporting.kind not in _PARTS:
        return period
    years = {label.removesuffix("-END") for label in (period.label, *(one.label for one in period.readings))}
    closes = any(
        one.label.removesuffix("-Q4") in years for one in reporting.readings if one.label.endswith("-Q4")
    )
    return reporting if closes else period


def _at_quarter_end(period: Period, reporting: Period) -> Period:
    """ "A book value of $9.91 at December 31, 2020", in results of any quarter: the end of one, as they tell it."""
    if period.kind != "day" or reporting.kind != "quarter":
        return period
    days = {one.end for one in period.readings}
    for back in range(-_QUARTERS_AROUND, _QUARTERS_AROUND + 1):
        quarter = shift(reporting, quarters=back)
        if any(one.end in days for one in quarter.readings if one.end):
            return replace(quarter, text=period.text)
    return period


def ends_alike(period: Period, reporting: Period) -> bool:
    """The six or nine months that end with the quarter reported on: no outlook, and nothing it is compared with."""
    ends = {one.end for one in reporting.readings if one.end is not None}
    return any(one.end in ends for one in period.readings)


def is_past(mention: PeriodMention, published: date | None) -> bool:
    """ "Between 2021 and 2023 it missed its target": no outlook of an article of 2025."""
    ends = [reading.end for reading in mention.period.readings]
    return published is not None and bool(ends) and all(end is not None and end < published for end in ends)


def told_earlier(mention: PeriodMention, calendar: FiscalCalendar | None, reporting: Period) -> bool:
    """ "We raised our guidance last quarter", in the results of this one: nothing that is looked ahead to."""
    asked = mention.expression
    if not isinstance(asked, PeriodExpression) or asked.relation != "last" or not reporting.is_known:
        return False
    done = max((one.end for one in reporting.readings if one.end is not None), default=None)
    period = resolve_period(mention, None, calendar, reporting, False)
    ends = [reading.end for reading in period.readings if reading.end is not None]
    return done is not None and bool(ends) and all(end < done for end in ends)


def has_run(mention: PeriodMention, reporting: Period) -> bool:
    """ "Based on our first nine months, we expect earnings of": what led to it, in the results of the third quarter."""
    if mention.period.kind not in ("nine-months", "half") or not reporting.is_known:
        return False
    ran = resolve_period(mention, None, None, reporting).readings
    over = [one.end for one in reporting.readings if one.end is not None]
    return bool(over) and any(one.end is not None and one.end <= max(over) for one in ran)


def is_day_of_telling(chosen: PeriodMention, published: date | None) -> bool:
    """ "Today we reported revenue of $5 million", "approved a dividend on Monday": results are of the quarter."""
    day = chosen.expression
    if not isinstance(day, PeriodExpression) or day.kind != "day":
        return False
    weekday = day.weekday is not None and day.day is None and published is None
    return weekday or (day.relation == "offset" and day.count == 0)


def like_its_base(base: PeriodMention, chosen: PeriodMention | None, reporting: Period) -> Period | None:
    """ "Sales of $657 million, 30 % more than in the first half of 2020": of a half, too, in the results of a second quarter.

    None where the time of the figure says more than that, or where the base is of no such time.
    """
    longer = base.period.kind in ("half", "nine-months")
    within = base.period.kind == "quarter" and chosen is not None and chosen.period.kind == "year"
    if reporting.kind != "quarter" or not (within or (longer and chosen is None)):
        return None
    period = shift(resolve_period(base, None, None, reporting), years=1)
    ends = {one.end for one in reporting.readings if one.end is not None}
    return period if any(one.end in ends for one in period.readings) else None


def is_to_come(period: Period, published: date | None, reporting: Period) -> bool:
    """True for a time that begins only after publication; without a date, for a year after the one reported on."""
    over = published or max((one.end for one in reporting.readings if one.end), default=None)
    starts = [reading.start for reading in period.readings if reading.start is not None]
    if over is None or not starts or period.kind in ("day", "since", "by", "until"):
        return False
    if published is None and period.kind not in ("year", "fiscal-year"):
        return False  # "q2 earnings" in the results of q1 may be a slip
    return all(start > over for start in starts)
