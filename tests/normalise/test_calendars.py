"""What time expressions can mean: reading sets, fiscal years, the period reported on, shifts and comparisons."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.periods import read_periods
from factcheck.normalise.calendars import (
    FiscalCalendar,
    PeriodExpression,
    contains,
    ends_after,
    ends_before,
    fiscal_half,
    fiscal_nine_months,
    fiscal_quarter,
    fiscal_year,
    overlaps,
    period_of_label,
    read_label,
    resolve,
    shift,
    streak_start,
)
from factcheck.period import Period

MARCH, DECEMBER = FiscalCalendar(3), FiscalCalendar(12)
LAST_SATURDAY = FiscalCalendar(9, "last-weekday", 5, "end", long_quarter=1)
PUBLISHED = date(2021, 11, 4)


def read(text: str, calendar: FiscalCalendar | None = None, reporting: Period | None = None) -> Period:
    expression = read_periods(text)[0].expression
    assert isinstance(expression, PeriodExpression)
    return resolve(expression, calendar=calendar, reporting=reporting, text=text)


def days(period: Period) -> list[tuple[str, str]]:
    return [(f"{r.start:%Y-%m}", f"{r.end:%Y-%m}") for r in period.readings if r.start and r.end]


def test_a_label_without_a_known_year_end_has_a_calendar_and_a_symbolic_reading() -> None:
    period = read("Q3 2021")
    assert [(r.how, r.label) for r in period.readings] == [("calendar", "2021-Q3"), ("fiscal", "FY2021-Q3")]
    assert [r.label for r in read("fiscal 2022 third quarter").readings] == ["FY2022-Q3"]


def test_a_march_year_end_gives_three_readings() -> None:
    period = read("Q1 2025", MARCH)
    assert [(r.how, r.start, r.end) for r in period.readings] == [
        ("fiscal, named by end year", date(2024, 4, 1), date(2024, 6, 30)),
        ("calendar", date(2025, 1, 1), date(2025, 3, 31)),
        ("fiscal, named by start year", date(2025, 4, 1), date(2025, 6, 30)),
    ]
    assert days(read("Q2 2025", MARCH)) == [
        ("2024-07", "2024-09"),
        ("2025-04", "2025-06"),
        ("2025-07", "2025-09"),
    ]


def test_a_december_year_end_gives_one() -> None:
    assert days(read("Q1 2025", DECEMBER)) == [("2025-01", "2025-03")]


def test_labels_that_can_be_one_quarter_meet_and_others_do_not() -> None:
    first, second = read("Q1 2025", MARCH), read("Q2 2025", MARCH)
    assert [(r.start, r.end) for r in first.meet(second)] == [(date(2025, 4, 1), date(2025, 6, 30))]
    assert not first.meet(read("Q3 2025", MARCH))
    assert read("Q2 2025").meet(read("the quarter ended June 30, 2025"))


def test_a_span_of_years_is_unambiguous() -> None:
    assert days(read("Q1 2025/26", MARCH)) == [("2025-04", "2025-06")]
    assert read("Q1 2025/26").meet(read("Q1 FY2026"))


def test_naming_settles_stated_fiscal_years() -> None:
    by_end, by_start = FiscalCalendar(1, naming="end"), FiscalCalendar(1, naming="start")
    assert days(read("fiscal 2025", by_end)) == [("2024-02", "2025-01")]
    assert days(read("fiscal 2025", by_start)) == [("2025-02", "2026-01")]
    assert len(days(read("fiscal 2025", MARCH))) == 2


@pytest.mark.parametrize(
    ("text", "label", "first_days"),
    [
        ("the third quarter", "2021-Q3", ("2021-07", "2021-09")),
        ("Q2", "2021-Q2", ("2021-04", "2021-06")),
        ("the quarter", "2021-Q3", ("2021-07", "2021-09")),
        ("full year", "2021", ("2021-01", "2021-12")),
        ("a year earlier", "2020-Q3", ("2020-07", "2020-09")),
        ("the prior year quarter", "2020-Q3", ("2020-07", "2020-09")),
        ("the same quarter in 2019", "2019-Q3", ("2019-07", "2019-09")),
        ("the same period last year", "2020-Q3", ("2020-07", "2020-09")),
        ("last quarter", "2021-Q2", ("2021-04", "2021-06")),
        ("last year's third quarter", "2020-Q3", ("2020-07", "2020-09")),
        ("this year", "2021", ("2021-01", "2021-12")),
        ("last year", "2020", ("2020-01", "2020-12")),
        ("the first nine months", "2021-9M", ("2021-01", "2021-09")),
    ],
)
def test_the_period_reported_on_completes_labels(text: str, label: str, first_days: tuple[str, str]) -> None:
    period = read(text, reporting=read("Q3 2021"))
    assert period.label == label
    assert days(period)[0] == first_days


def test_a_fiscal_report_makes_its_labels_fiscal() -> None:
    report = read("Q3 fiscal 2022")
    assert read("the second quarter", reporting=report).label == "FY2022-Q2"
    assert read("a year earlier", reporting=report).label == "FY2021-Q3"


def test_the_june_quarter_and_a_52_week_quarter() -> None:
    assert days(read("the June quarter of 2025")) == [("2025-04", "2025-06")]
    ended = read("the quarter ended June 28, 2025", LAST_SATURDAY)
    assert (ended.readings[0].start, ended.readings[0].end) == (date(2025, 3, 30), date(2025, 6, 28))
    assert ended.meet(read("the June quarter of 2025", LAST_SATURDAY))
    assert ended.meet(read("fiscal Q3 2025", LAST_SATURDAY))


@pytest.mark.parametrize(
    ("calendar", "year", "quarters"),
    [
        # Published quarter ends of three kinds of year: last Saturday of September (long first quarter),
        # last Sunday of January, 31 January.
        (LAST_SATURDAY, 2023, ["2022-12-31", "2023-04-01", "2023-07-01", "2023-09-30"]),
        (LAST_SATURDAY, 2024, ["2023-12-30", "2024-03-30", "2024-06-29", "2024-09-28"]),
        (
            FiscalCalendar(1, "last-weekday", 6, "end"),
            2025,
            ["2024-04-28", "2024-07-28", "2024-10-27", "2025-01-26"],
        ),
        (FiscalCalendar(1, naming="end"), 2025, ["2024-04-30", "2024-07-31", "2024-10-31", "2025-01-31"]),
    ],
)
def test_known_quarter_ends(calendar: FiscalCalendar, year: int, quarters: list[str]) -> None:
    assert [fiscal_quarter(calendar, year, n)[1].isoformat() for n in (1, 2, 3, 4)] == quarters


def test_halves_and_nine_months_are_made_of_quarters() -> None:
    for calendar in (MARCH, LAST_SATURDAY, FiscalCalendar(4, "day", day=5)):
        assert fiscal_half(calendar, 2024, 1)[0] == fiscal_year(calendar, 2024)[0]
        assert fiscal_half(calendar, 2024, 2)[1] == fiscal_year(calendar, 2024)[1]
        assert fiscal_nine_months(calendar, 2024)[1] == fiscal_quarter(calendar, 2024, 3)[1]


def test_shift_keeps_whole_months_whole_and_weeks_weeks() -> None:
    february = period_of_label("2024-02")
    assert february is not None
    assert shift(february, years=1).readings[0].end == date(2025, 2, 28)
    assert shift(shift(february, years=1), years=-1).readings[0].end == date(2024, 2, 29)
    half = read("the six months ended 30 June 2025")
    assert shift(half, months=-6).label == "2024-07-01/2024-12-31"
    assert shift(read("Q1 FY2025/26"), quarters=-1).label == "FY2024/25-Q4"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("between January and March 2025", "2024-01/2024-03"),
        ("from 2021 to 2023", "2020/2022"),
    ],
)
def test_shift_moves_ranges_and_their_labels(words: str, label: str) -> None:
    moved = shift(read_periods(words, PUBLISHED)[0].period, years=-1)
    assert {reading.label for reading in moved.readings} == {label}


def test_streaks_start_n_minus_one_quarters_before() -> None:
    eighth, ninth = period_of_label("2025-Q2"), period_of_label("2025-Q3")
    assert eighth is not None and ninth is not None
    assert streak_start(8, eighth, "quarter").label == streak_start(9, ninth, "quarter").label == "2023-Q3"
    assert streak_start(3, read("August 2025"), "month").label == "2025-06"
    with pytest.raises(ValueError, match="cannot be counted"):
        streak_start(2, eighth, "fortnight")


def test_comparisons() -> None:
    year, quarter = read("in 2025"), read("Q2 2025", DECEMBER)
    assert contains(year, quarter) and not contains(quarter, year)
    assert overlaps(year, read("since 2019")) and not overlaps(year, read("until 2024"))
    assert ends_before(quarter, date(2025, 7, 1)) and not ends_before(quarter, date(2025, 6, 30))
    assert ends_after(quarter, date(2025, 5, 1)) and not ends_after(read("Q2 2025"), date(2025, 5, 1))


def test_year_to_date_is_since_the_start_of_the_year() -> None:
    to_date, since = (
        read_periods(t, PUBLISHED)[0].period for t in ("year to date", "since the start of the year")
    )
    assert to_date.same_label(since)


@pytest.mark.parametrize("label", ["2025", "2025-08", "2025-Q2", "2025-08-24", "2021/2023", "2025-01/2025-03", "FY2024/FY2026", "FY2025/26-Q1", "FY2026", "2025-9M", "2016-SU", "2025-W07"])  # fmt: skip
def test_labels_read_back(label: str) -> None:
    period = period_of_label(label)
    assert period is not None and period.label == label


@pytest.mark.parametrize("label", ["", "soon", "2025-", "2025-Q9", "20XX-Q1", "FY"])
def test_other_words_are_no_labels(label: str) -> None:
    assert read_label(label) is None
