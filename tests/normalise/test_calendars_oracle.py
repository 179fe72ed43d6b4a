"""Fiscal calendars against pandas, over 60 years, every year end and both namings. pandas is needed for this only."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.normalise.calendars import (
    FiscalCalendar,
    PeriodExpression,
    fiscal_half,
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
        for n in (1, 2):
            first, last = expected[2 * n - 2], expected[2 * n - 1]
            assert fiscal_half(calendar, end_year, n) == (first.start_time.date(), last.end_time.date())


WEEKS = [
    FiscalCalendar(9, "last-weekday", 5, long_quarter=1),  # last Saturday of September
    FiscalCalendar(1, "last-weekday", 6),  # last Sunday of January
    FiscalCalendar(1, "nearest-weekday", 5),  # the Saturday nearest 31 January
    FiscalCalendar(8, "nearest-weekday", 6),
    FiscalCalendar(12, "nearest-weekday", 5),
    FiscalCalendar(5, "last-weekday", 4, long_quarter=3),
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


def test_a_31_january_year_end() -> None:
    calendar = FiscalCalendar(1, naming="end")
    assert fiscal_year(calendar, 2026) == (date(2025, 2, 1), date(2026, 1, 31))
