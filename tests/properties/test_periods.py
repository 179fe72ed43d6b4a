"""Known times written in many forms read back as themselves, whatever stands around them."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.period_words import period_words
from factcheck.extract.periods import read_periods
from factcheck.normalise.calendars import FiscalCalendar, period_of_label, shift, streak_start

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
YEARS = st.integers(1950, 2060)
QUARTERS = st.integers(1, 4)
ORDINALS = ("first", "second", "third", "fourth")


def forms_of_day(day: date) -> list[str]:
    name = MONTHS[day.month - 1]
    return [
        day.isoformat(),
        f"{name} {day.day}, {day.year}",
        f"{name[:3]} {day.day}, {day.year}" if name != "May" else f"May {day.day}, {day.year}",
        f"{day.day} {name} {day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day:%A}, {name} {day.day}, {day.year}",
        f"{day.day}-{name[:3]}-{day.year}",
    ]


@settings(max_examples=80)
@given(DAYS, st.integers(0, 6))
def test_days(day: date, form: int) -> None:
    found = read_periods(f"The vote was held on {forms_of_day(day)[form]} in the hall.")
    assert [mention.value for mention in found] == [day.isoformat()]
    assert found[0].period.readings[0].start == day


@settings(max_examples=80)
@given(YEARS, QUARTERS, st.integers(0, 5))
def test_quarters(year: int, n: int, form: int) -> None:
    word = ORDINALS[n - 1]
    forms = [f"Q{n} {year}", f"{word} quarter of {year}", f"{year} {word} quarter", f"{word}-quarter {year}"]
    forms += [f"{n}Q {year}", f"the {word} quarter, {year},"]
    found = read_periods(f"In {forms[form]} sales grew by a tenth.")
    assert [mention.value for mention in found] == [f"{year}-Q{n}"]


@settings(max_examples=80)
@given(YEARS, st.integers(1, 30))
def test_ranges_of_years(year: int, length: int) -> None:
    for text in (
        f"from {year} to {year + length}",
        f"between {year} and {year + length}",
        f"{year}–{year + length}",
    ):
        assert [mention.value for mention in read_periods(f"Rents doubled {text}.")] == [
            f"{year}/{year + length}"
        ]


@settings(max_examples=80)
@given(DAYS, st.sampled_from(["", "Profit fell. ", "€5 more, ", "“", "by then, the mayor said, ", "ÄÖ\n\n"]))
def test_what_stands_around_does_not_change_a_value(day: date, around: str) -> None:
    text = f"{around}On {MONTHS[day.month - 1]} {day.day}, {day.year}, it rained.{around}"
    found = read_periods(text)
    assert [mention.value for mention in found] == [day.isoformat()]
    assert text[found[0].start : found[0].end] == found[0].surface


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(sorted(period_words().meaning)) | st.text(max_size=6), max_size=12),
    st.booleans(),
)
def test_any_words_give_ordered_spans_that_quote_the_text(words: list[str], title: bool) -> None:
    text = " ".join(words)
    text = text.title() if title else text
    end = 0
    for mention in read_periods(text, date(2025, 1, 1)):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        end = mention.end


@settings(max_examples=100)
@given(
    YEARS,
    QUARTERS,
    st.integers(-12, 12),
    st.sampled_from([None, FiscalCalendar(3), FiscalCalendar(9, "last-weekday", 5)]),
)
def test_shifting_back_and_forth_is_nothing(
    year: int, n: int, quarters: int, calendar: FiscalCalendar | None
) -> None:
    period = period_of_label(f"{year}-Q{n}", calendar)
    assert period is not None
    moved = shift(period, quarters=quarters)
    assert shift(moved, quarters=-quarters).label == period.label
    if calendar is None or calendar.weekday is None:
        assert shift(moved, quarters=-quarters).keys() == period.keys()


@settings(max_examples=60)
@given(YEARS, QUARTERS, st.integers(1, 20))
def test_streaks_that_go_on_start_at_the_same_quarter(year: int, n: int, count: int) -> None:
    period = period_of_label(f"{year}-Q{n}")
    assert period is not None
    assert streak_start(count + 1, shift(period, quarters=1), "quarter") == streak_start(
        count, period, "quarter"
    )
