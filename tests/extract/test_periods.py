"""Every written shape of a time, with the value it must have, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.periods import read_periods
from factcheck.mention import PeriodMention

PUBLISHED = date(2025, 10, 6)  # a Monday


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [mention.value for mention in read_periods(text, published)]


def only(text: str, published: date | None = PUBLISHED) -> PeriodMention:
    found = read_periods(text, published)
    assert len(found) == 1, [mention.surface for mention in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge reopened on Aug 24, 2025.",
        "The bridge reopened on 24 August 2025.",
        "The bridge reopened on 24th of August, 2025.",
        "The bridge reopened on August the 24th, 2025.",
        "24.08.2025 - 21:51:04 | Local news",
        "Filed 2025-08-24 by the clerk.",
        "Filed 2025/08/24 by the clerk.",
        "Filed 8/24/2025 by the clerk.",
        "Filed 24/08/2025 by the clerk.",
        "Filed 24-Aug-2025 by the clerk.",
        "Aug.24 2025",
        "Sunday, Aug 24, 2025 6:24 pm ET2min read",
        "Updated 2025-08-24T18:24:00Z",
        "On August 24, 2025, 1,204 homes were without power.",
        "On 24\xa0August\xa02025 the council met.",
    ],
)
def test_one_day_in_many_shapes(text: str) -> None:
    assert only(text).value == "2025-08-24"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Q2 2025 revenue", "2025-Q2"),
        ("Q2'25 revenue", "2025-Q2"),
        ("Q2 ’25 revenue", "2025-Q2"),
        ("2Q25 revenue", "2025-Q2"),
        ("2Q2025 revenue", "2025-Q2"),
        ("revenue in the second quarter of 2025", "2025-Q2"),
        ("second-quarter 2025 revenue", "2025-Q2"),
        ("the 2025 second quarter", "2025-Q2"),
        ("2025's second quarter", "2025-Q2"),
        ("Q2 FY2026", "FY2026-Q2"),
        ("Q2 FY26 bookings", "FY2026-Q2"),
        ("fiscal Q2 2026", "FY2026-Q2"),
        ("fiscal second-quarter 2026", "FY2026-Q2"),
        ("fiscal 2026 second quarter", "FY2026-Q2"),
        ("second quarter of fiscal 2026", "FY2026-Q2"),
        ("second fiscal quarter of 2026", "FY2026-Q2"),
        ("Q2 2025/26", "FY2025/26-Q2"),
        ("H1 2025", "2025-H1"),
        ("1H25", "2025-H1"),
        ("the first half of 2025", "2025-H1"),
        ("the first six months of 2025", "2025-H1"),
        ("9M 2025", "2025-9M"),
        ("the first nine months of 2025", "2025-9M"),
        ("FY25", "FY2025"),
        ("FY2025/26", "FY2025/26"),
        ("fiscal '25", "FY2025"),
        ("fiscal year 2025", "FY2025"),
        ("the 2025/26 fiscal year", "FY2025/26"),
        ("full-year 2025 guidance", "2025"),
        ("full year 2025", "2025"),
        ("in August 2025", "2025-08"),
        ("Aug. 2025", "2025-08"),
        ("in 2025", "2025"),
        ("the 1990s", "1990/2000"),
        ("the 21st century", "20XX"),
        ("summer 2025", "2025-SU"),
        ("the spring of 2025", "2025-SP"),
        ("between 2021 and 2023", "2021/2023"),
        ("2021-2023", "2021/2023"),
        ("2021–23", "2021/2023"),
        ("from 2021 to 2023", "2021/2023"),
        ("Jan 5-8, 2025", "2025-01-05/2025-01-08"),
        ("5 to 8 January 2025", "2025-01-05/2025-01-08"),
        ("from May to October 2025", "2025-05/2025-10"),
        ("Nov-Feb 2025", "2024-11/2025-02"),
        ("Q1 to Q3 2025", "2025-Q1/2025-Q3"),
        ("the quarter ended June 30, 2025", "2025-04-01/2025-06-30"),
        ("the three months to June 2025", "2025-04-01/2025-06-30"),
        ("the year ended 31 March 2025", "2024-04-01/2025-03-31"),
        ("the third quarter ended Sept. 30, 2025", "2025-07-01/2025-09-30"),
        ("the second week of 2025", "2025-W02"),
        ("Black Friday 2024", "2024-11-29"),
        ("Easter 2018", "2018-04-01"),
        ("a three-year plan", "P3Y"),
        ("for two weeks", "P2W"),
        ("over the next three years", "P3Y"),
        ("by 2027", "2027"),
        ("since 2019", "2019"),
        ("until March 2026", "2026-03"),
        ("yesterday", "2025-10-05"),
        ("two weeks ago", "2025-W39"),
        ("this Friday", "2025-10-10"),
        ("last month", "2025-09"),
        ("next year", "2026"),
        ("last quarter", "2025-Q3"),
        ("the third quarter last year", "2024-Q3"),
        ("last year's third quarter", "2024-Q3"),
        ("June last year", "2024-06"),
        ("year to date", "2025-TD"),
        ("early 2025", "2025-START"),
    ],
)
def test_normal_forms(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The plant built 2025 units and sold 1,500 of them for $2,025 each.",
        "A quarter of voters stayed at home, and three quarters of those were under 30.",
        "She may march on regardless, and the clerk may appeal.",
        "The ship carries 2010 people and 1990 tonnes of grain.",
        "Turn to page 2015, then call room 2020.",
        "The five-year-old was found by a 70-year-old neighbour.",
        "He is 30 years old and was fined a year's pay.",
        "Qwen3, H100, H20, MI300X, A320 and Q-tips",
        "The H1N1 strain and the Audi Q3",
        "Revenue rose 26% quarter-on-quarter and 12% year over year.",
        "Call 1-800-555-2015 or visit 192.168.20.24.",
        "The Boeing 2707 never flew; the Peugeot 2008 did drive.",
        "It is the first of its kind, and second to none.",
        "May said the plan would fail, and August Wilson wrote the play.",
        "He lives at 2020 Oak Street.",
        "Each pays 25 cents a day, per quarter or not.",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert read_periods(text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Sales rose 5% from a year earlier.", "a year earlier"),
        ("Profit of $3m versus Q2 2024", "Q2 2024"),
        ("up 4% compared with the same quarter last year", "same quarter last year"),
        ("growth of 3% over the prior year", "prior year"),
        ("a loss of $0.10 in the year-ago quarter", "year-ago quarter"),
        ("against $4m in the prior-year period", "prior-year period"),
        ("higher than in the third quarter of 2020", "third quarter of 2020"),
        ("it rose from $441 million (a year earlier)", "a year earlier"),
    ],
)
def test_bases_of_comparisons(text: str, surface: str) -> None:
    found = only(text)
    assert (found.surface, found.role) == (surface, "compared")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("by 2027", "by"),
        ("since the start of the year", "since"),
        ("a three-year contract", "duration"),
        ("in Q2 2025", "at"),
        ("data from 2019", "at"),
        ("Monday, Oct 6, 2025", "weekday-date"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert only(text).role == role


def test_a_stated_weekday_stays_even_if_it_is_wrong() -> None:
    right, wrong = only("Sunday, Aug 24, 2025"), only("Monday, Aug 24, 2025")
    assert (right.weekday, wrong.weekday) == (6, 0)
    assert right.value == wrong.value == "2025-08-24"


@pytest.mark.parametrize(
    "text", ["June 31, 2025", "30 February 2024", "Feb. 29, 2023", "in Q5 2025", "31.04.2025"]
)
def test_impossible_times_are_marked(text: str) -> None:
    found = only(text)
    assert "impossible-date" in found.marks
    assert found.readings == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the third quarter", "XXXX-Q3"),
        ("Q3 sales", "XXXX-Q3"),
        ("the first half", "XXXX-H1"),
        ("our full year guidance", "XXXX"),
        ("for the fiscal fourth quarter", "FYXXXX-Q4"),
    ],
)
def test_labels_without_a_year_stay_open(text: str, label: str) -> None:
    found = only(text)
    assert found.value == label
    assert found.marks == {"yearless"}
    assert found.readings == ()


def test_relative_words_without_a_date_keep_an_open_anchor() -> None:
    found = only("last month", published=None)
    assert found.period.open_anchor and found.readings == () and "relative" in found.marks
    assert not only("last month").period.open_anchor


def test_lists_share_their_year() -> None:
    assert values("July and August 2025") == ["2025-07", "2025-08"]
    assert values("the first and second quarters of 2025") == ["2025-Q1", "2025-Q2"]
    assert values("Q1, Q2 2025") == ["2025-Q1", "2025-Q2"]


def test_days_whose_order_is_open_have_both_readings() -> None:
    assert {reading.label for reading in only("5/6/2025").period.readings} == {"2025-05-06", "2025-06-05"}
    assert len(only("05.06.2025").period.readings) == 1


def test_days_without_a_year_are_those_nearest_to_publication() -> None:
    found = only("on November 27", date(2025, 12, 22))
    assert found.value == "XXXX-11-27"
    assert [reading.start for reading in found.period.readings] == [date(2025, 11, 27)]
    assert only("on January 3", date(2025, 12, 22)).period.readings[0].start == date(2026, 1, 3)


def test_the_clock_after_a_date_belongs_to_it() -> None:
    assert only("Sunday, Aug 24, 2025 6:24 pm ET2min read").surface == "Sunday, Aug 24, 2025 6:24 pm ET"


def test_curly_quotes_dashes_and_no_break_spaces() -> None:
    assert values("last year’s third quarter") == ["2024-Q3"]
    assert values("Q2\xa02025") == ["2025-Q2"]
    assert values("August 2025—its largest") == ["2025-08"]
