"""Fiscal calendars against pandas, over 60 years, every year end and both namings. pandas is needed for this only."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.normalise.calendars import (
    FiscalCalendar,
    PeriodExpression,
    fiscal_half,
    fiscal_nine_months,
    fiscal_quarter,
    fiscal_year,
    resolve,
)

pandas = pytest.importorskip("pandas")
offsets = pytest.importorskip("pandas.tseries.offsets")

YEARS = range(1990, 2051)
NAMES = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("naming", ["end", "start"])
def test_quarters_and_halves_of_every_month_end(month: int, naming: str) -> None:
    calendar = FiscalCalendar(month, naming=naming)
    for named in YEARS:
        # pandas names a fiscal year by the calendar year it ends in
        end_year = named + 1 if naming == "start" and month != 12 else named
        expected = [pandas.Period(f"{end_year}Q{n}", freq=f"Q-{NAMES[month - 1]}") for n in (1, 2, 3, 4)]
        for n, period in enumerate(expected, 1):
            found = resolve(PeriodExpression("quarter", named, fiscal=True, index=n), calendar=calendar)
            assert [(r.start, r.end) for r in found.readings] == [
                (period.start_time.date(), period.end_time.date())
            ]
        spans = {
            ("half", 1): (0, 1),
            ("half", 2): (2, 3),
            ("nine-months", None): (0, 2),
            ("year", None): (0, 3),
        }
        for (kind, index), (first, last) in spans.items():
            found = resolve(PeriodExpression(kind, named, fiscal=True, index=index), calendar=calendar)
            days = expected[first].start_time.date(), expected[last].end_time.date()
            assert [(r.start, r.end) for r in found.readings] == [days]


@pytest.mark.parametrize("month", range(1, 13))
def test_without_a_word_for_fiscal_the_calendar_and_both_namings_stay_open(month: int) -> None:
    calendar = FiscalCalendar(month, naming="unknown")
    for named in YEARS:
        expected = {
            (period.start_time.date(), period.end_time.date())
            for year in (named, named + (month != 12))
            for period in [pandas.Period(f"{year}Q2", freq=f"Q-{NAMES[month - 1]}")]
        }
        plain = pandas.Period(f"{named}Q2", freq="Q-DEC")
        expected.add((plain.start_time.date(), plain.end_time.date()))
        found = resolve(PeriodExpression("quarter", named, index=2), calendar=calendar)
        assert {(r.start, r.end) for r in found.readings} == expected


WEEKS = [
    FiscalCalendar(9, "last-weekday", 5, long_quarter=1),  # last Saturday of September
    FiscalCalendar(1, "last-weekday", 6),  # last Sunday of January
    FiscalCalendar(1, "nearest-weekday", 5),  # the Saturday nearest 31 January
    FiscalCalendar(8, "nearest-weekday", 6),
    FiscalCalendar(12, "nearest-weekday", 5),
    FiscalCalendar(5, "last-weekday", 4, long_quarter=3),
    FiscalCalendar(1, "nearest-weekday", 6),  # the Sunday nearest 31 January
    FiscalCalendar(1, "nearest-weekday", 4),  # the Friday nearest 31 January
    FiscalCalendar(12, "last-weekday", 5),
]


@pytest.mark.parametrize("calendar", WEEKS, ids=lambda c: f"{c.rule}-{c.weekday}-{c.month}")
def test_years_and_quarters_of_52_and_53_weeks(calendar: FiscalCalendar) -> None:
    kind = "last" if calendar.rule == "last-weekday" else "nearest"
    settings = {"weekday": calendar.weekday, "startingMonth": calendar.month, "variation": kind}
    years = offsets.FY5253(**settings)
    quarters = offsets.FY5253Quarter(qtr_with_extra_week=calendar.long_quarter, **settings)
    for end_year in YEARS:
        start, end = fiscal_year(calendar, end_year)
        assert years.is_on_offset(pandas.Timestamp(end))
        assert years.rollback(pandas.Timestamp(end) - pandas.Timedelta(days=1)).date() < start
        assert (end - start).days + 1 in (364, 371)
        at = pandas.Timestamp(start) - pandas.Timedelta(days=1)
        for n in (1, 2, 3, 4):
            at = at + quarters
            assert fiscal_quarter(calendar, end_year, n)[1] == at.date()
            if n in (2, 4):
                assert fiscal_half(calendar, end_year, n // 2)[1] == at.date()
            if n == 3:
                assert fiscal_nine_months(calendar, end_year) == (start, at.date())


def test_a_31_january_year_end() -> None:
    calendar = FiscalCalendar(1, naming="end")
    assert fiscal_year(calendar, 2026) == (date(2025, 2, 1), date(2026, 1, 31))
