"""Numbers, days and periods in words: exact, and the shortest that is exact."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_report import money, percent, quarter

from factcheck.naming import counted_unit
from factcheck.period import UNKNOWN
from factcheck.reports.wording import (
    exact_text,
    grouped,
    period_text,
    quantity_text,
    scaled,
    span_text,
)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=5))
def test_decimals_come_back(number: Decimal) -> None:
    assert Fraction(exact_text(Fraction(number))) == Fraction(number)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("83600000000", "83.6 billion"),
        ("1234567", "1.234567 million"),
        ("128.4", "128.4"),
        ("-5", "−5"),
        ("50000", "50,000"),
    ],
)
def test_scales(number: str, text: str) -> None:
    assert scaled(Fraction(number)) == text


@given(st.integers(-(10**14), 10**14))
def test_scaled_is_exact(number: int) -> None:
    words = scaled(Fraction(number)).replace("−", "-").replace(",", "").split()
    factor = {"million": 10**6, "billion": 10**9, "trillion": 10**12}[words[1]] if len(words) == 2 else 1
    assert Fraction(words[0]) * factor == number


def test_fractions_stay_fractions() -> None:
    assert grouped(Fraction(1, 3)) == "1/3"


@pytest.mark.parametrize(
    ("unit", "many"),
    [
        ("year", "years"),
        ("kilometre per hour", "kilometres per hour"),
        ("year of age", "years of age"),
        ("degree Celsius", "degrees Celsius"),
        ("open-source model", "open-source models"),
        ("city", "cities"),
        ("day", "days"),
        ("times", "times"),
        ("person", "people"),
        ("job loss", "job losses"),
    ],
)
def test_units_behind_numbers(unit: str, many: str) -> None:
    assert counted_unit(unit, Fraction(3)) == many
    assert counted_unit(unit, Fraction(1)) == unit


def test_quantities() -> None:
    assert quantity_text(percent("26")) == "26 %"
    assert quantity_text(money("4670000000")) == "$4.67 billion"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2025, 4, 1), date(2025, 6, 30), "April–June 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 4, 1), date(2025, 3, 31), "April 2024 – March 2025"),
        (date(2025, 8, 24), date(2025, 8, 24), "August 24, 2025"),
        (date(2025, 8, 24), None, "from August 24, 2025"),
        (None, date(2027, 12, 31), "until December 31, 2027"),
        (date(2025, 8, 24), date(2025, 9, 2), "August 24, 2025 – September 2, 2025"),
    ],
)
def test_spans(start: date | None, end: date | None, text: str) -> None:
    assert span_text(start, end) == text


@given(st.dates(), st.integers(0, 800))
def test_different_spans_read_differently(start: date, days: int) -> None:
    if start > date(9990, 1, 1):
        return
    end = start + timedelta(days)
    assert span_text(start, end) != span_text(start, end + timedelta(1))


def test_a_period_shows_all_its_readings() -> None:
    q1 = quarter(
        "Q1 2025",
        (date(2025, 1, 1), date(2025, 3, 31), "calendar"),
        (date(2025, 4, 1), date(2025, 6, 30), "fiscal"),
    )
    assert period_text(q1) == "“Q1 2025”: January–March 2025 (calendar) or April–June 2025 (fiscal)"
    assert period_text(UNKNOWN) == "not stated"
