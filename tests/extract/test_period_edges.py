"""Days that end a time, times after next and before last, and stretches that no calendar bounds."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.periods import read_periods
from factcheck.mention import PeriodMention

PUBLISHED = date(2025, 10, 6)  # a Monday


def only(text: str) -> PeriodMention:
    (found,) = read_periods(text, PUBLISHED)
    return found


def days(text: str) -> tuple[date | None, date | None]:
    (reading,) = only(text).period.readings
    return reading.start, reading.end


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Stocks stood at 4 tonnes at the end of August 2025.", date(2025, 8, 31)),
        ("Stocks stood at 4 tonnes at end-August 2025.", date(2025, 8, 31)),
        ("The fleet had 40 ships at the end of 2024.", date(2024, 12, 31)),
        ("The fleet had 40 ships at year-end 2024.", date(2024, 12, 31)),
        ("Debt was 4 million at the end of last year.", date(2024, 12, 31)),
        ("Debt was 4 million at the close of August 2025.", date(2025, 8, 31)),
    ],
)
def test_the_end_of_a_time_is_its_last_day(text: str, day: date) -> None:
    assert days(text) == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "Stocks ran low in late August 2025.",
        "Stocks ran low towards the end of August 2025.",
        "Stocks ran low near the end of August 2025.",
    ],
)
def test_late_in_a_time_is_no_day(text: str) -> None:
    start, end = days(text)
    assert start is not None
    assert end == date(2025, 8, 31)
    assert start < end


def test_past_the_end_opens_what_follows() -> None:
    mention = only("The deal runs past the end of March 2026.")
    assert mention.surface == "past the end of March 2026"
    assert days("The deal runs past the end of March 2026.") == (date(2026, 4, 1), None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The road opens the week after next.", "2025-W43"),
        ("The road opens the month after next.", "2025-12"),
        ("It made 3 million the year before last.", "2023"),
    ],
)
def test_times_after_next_and_before_last(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Rents rose over the past few months.", "past few months"),
        ("Rents rose in the last couple of years.", "last couple of years"),
        ("Rents will rise over the next several weeks.", "next several weeks"),
        ("Rents rose in recent weeks.", "recent weeks"),
        ("The next day it rained.", "next day"),
    ],
)
def test_a_stretch_without_bounds_is_a_time_that_stays_open(text: str, surface: str) -> None:
    mention = only(text)
    assert (mention.surface, mention.period.readings) == (surface, ())


@pytest.mark.parametrize(
    "text",
    [
        "A recent visit.",
        "Free next-day delivery.",
        "Same or next day delivery.",
        "The last few left.",
        "Recent halves were dull.",
    ],
)
def test_few_and_recent_alone_are_no_time(text: str) -> None:
    assert read_periods(text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose in quarter two.", ["XXXX-Q2"]),
        ("Sales rose in quarter two 2020.", ["2020-Q2"]),
        ("Sales rose in quarter 3 of 2024.", ["2024-Q3"]),
        ("Half a quarter one day.", []),
    ],
)
def test_quarters_numbered_as_managers_speak(text: str, values: list[str]) -> None:
    assert [mention.value for mention in read_periods(text)] == values


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        (
            "It boomed in the second half of the 2010s.",
            "second half of the 2010s",
            "2015-01-01",
            "2019-12-31",
        ),
        ("It slept in the first half of the 1990s.", "first half of the 1990s", "1990-01-01", "1994-12-31"),
        ("The fiscal year ended June 30.", "fiscal year ended June 30", "2024-07-01", "2025-06-30"),
        (
            "Sales for the quarter ending Dec. 31 will rise.",
            "quarter ending Dec. 31",
            "2025-10-01",
            "2025-12-31",
        ),
        ("Sales for the quarter ended Dec. 31 rose.", "quarter ended Dec. 31", "2024-10-01", "2024-12-31"),
        ("It stays shut until at least 2030.", "until at least 2030", "None", "2030-12-31"),
        ("It sold out in the run-up to Christmas.", "Christmas", "2025-12-25", "2025-12-25"),
        ("It must close before the end of the decade.", "before the end of the decade", "None", "2029-12-30"),
    ],
)
def test_ends_and_halves(text: str, surface: str, first: str, last: str) -> None:
    assert only(text).surface == surface
    start, end = days(text)
    assert (str(start), str(end)) == (first, last)


def test_what_is_in_line_with_recent_years_is_compared_with_them() -> None:
    assert only("The fund lent 3 million, in line with recent years.").role == "compared"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ferry sank the day before yesterday.", date(2025, 10, 4), date(2025, 10, 4)),
        ("The court sits again the day after tomorrow.", date(2025, 10, 8), date(2025, 10, 8)),
        ("A year and a half ago the rink was shut.", date(2024, 4, 1), date(2024, 4, 30)),
        ("The April-to-June period was the driest.", date(2025, 4, 1), date(2025, 6, 30)),
    ],
)
def test_times_of_several_words(text: str, first: date, last: date) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("The bay has warmed by 0.2 degrees a decade since 1990.", ["since 1990"]),
        ("It has been a decade since 2015.", ["a decade since 2015"]),
        ("It opened in 2019 and shut the following year.", ["2019", "following year"]),
        ("They rested in the weeks following day one.", []),
        ("The bridge fell last May 31.", ["last May 31"]),
        ("The bridge fell last May.", ["last May"]),
    ],
)
def test_a_time_is_told_from_a_rate_and_from_a_story(text: str, surfaces: list[str]) -> None:
    assert [mention.surface for mention in read_periods(text, PUBLISHED)] == surfaces
