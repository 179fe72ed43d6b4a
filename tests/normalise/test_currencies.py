"""Dated conversion with the ECB's reference rates."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ConfigurationError
from factcheck.interval import Answer, Interval
from factcheck.normalise.currencies import Conversion, NoRate, Rates, compare

RATES = Rates()
DAYS = st.dates(date(2006, 1, 2), date(2026, 6, 30))
CODES = st.sampled_from(["EUR", "USD", "CNY", "GBP", "JPY", "CHF", "AUD"])


def stated(text: str, unit: int = 1) -> Interval:
    places = len(text.partition(".")[2])
    return Interval.around(Fraction(text) * unit, Fraction(unit, 2 * 10**places))


@pytest.mark.parametrize(
    ("yuan", "dollars", "on", "answer"),
    [
        (stated("33398"), stated("4.67", 1000), date(2025, 6, 30), Answer.AGREE),
        (stated("33398"), stated("4662"), date(2025, 6, 30), Answer.AGREE),
        (stated("200"), stated("28.3"), date(2020, 4, 20), Answer.AGREE),
        (stated("247.65"), stated("53"), date(2025, 8, 29), Answer.CONFLICT),
    ],
)
def test_pairs_from_the_news(yuan: Interval, dollars: Interval, on: date, answer: Answer) -> None:
    found = RATES.conversions(yuan, "CNY", "USD", periods=[(on - timedelta(days=90), on)], published=on)
    got, used = compare(dollars, found)
    assert got is answer
    assert used is not None and "ECB" in used.note


def test_a_weekend_uses_the_rate_before() -> None:
    sunday = RATES.convert(100, "CNY", "USD", date(2025, 6, 29))
    assert isinstance(sunday, Conversion)
    assert (sunday.day, sunday.how) == (date(2025, 6, 27), "last rate before")


@pytest.mark.parametrize(
    ("base", "on", "said"),
    [
        ("TWD", date(2025, 6, 30), "no reference rate for TWD"),
        ("CNY", date(2003, 6, 30), "from 1 April 2005"),
        ("CNY", date(2090, 1, 1), "not for 1 January 2090"),
        ("HRK", date(2024, 1, 2), "30 December 2022"),
    ],
)
def test_no_rate_says_why(base: str, on: date, said: str) -> None:
    found = RATES.convert(1, base, "USD", on)
    assert isinstance(found, NoRate) and not found
    assert said in found.reason
    assert said in RATES.why_not(base, "USD", on)
    assert RATES.conversions(1, base, "USD", published=on) == ()
    assert compare(Interval.point(1), ()) == (Answer.UNDECIDED, None)


@settings(max_examples=60, deadline=None)
@given(DAYS, CODES, CODES, st.integers(1, 10**9))
def test_round_trip_is_exact(on: date, base: str, to: str, amount: int) -> None:
    there = RATES.convert(amount, base, to, on)
    assert isinstance(there, Conversion)
    back = RATES.convert(there.result, to, base, on)
    assert isinstance(back, Conversion)
    assert back.result == Interval.point(amount)


@settings(max_examples=60, deadline=None)
@given(DAYS, CODES, CODES, CODES)
def test_triangles_close(on: date, a: str, b: str, c: str) -> None:
    def rate(x: str, y: str) -> Fraction:
        found = RATES.rate(x, y, on)
        assert not isinstance(found, NoRate)
        return found[0]

    assert rate(a, b) * rate(b, c) == rate(a, c)


def test_an_average_lies_between_the_days(tmp_path: Path) -> None:
    file = tmp_path / "rates.csv"
    file.write_text(
        "Date,USD,CNY,\n2025-01-06,1.0,8.0,\n2025-01-03,1.2,N/A,\n2025-01-02,1.0,7.0,\n", encoding="utf-8"
    )
    rates = Rates(file)
    assert rates.average("USD", "CNY", date(2025, 1, 2), date(2025, 1, 6)) == Fraction(15, 2)
    assert rates.average("EUR", "USD", date(2025, 1, 2), date(2025, 1, 6)) == Fraction(16, 15)
    assert rates.bounds("CNY") == (date(2025, 1, 2), date(2025, 1, 6))
    assert isinstance(rates.average("USD", "GBP", date(2025, 1, 2), date(2025, 1, 6)), NoRate)


def test_a_lapsed_quotation_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "rates.csv"
    file.write_text("Date,USD\n2025-03-03,1.1\n2025-01-02,1.0\n", encoding="utf-8")
    assert isinstance(Rates(file).convert(1, "EUR", "USD", date(2025, 2, 10)), NoRate)


@pytest.mark.parametrize("text", ["", "Day,USD\n", "Date,USD\n2025-13-01,1\n", "Date,USD\n2025-01-01,abc\n"])
def test_a_file_that_is_not_the_ecbs_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "rates.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError):
        Rates(file).bounds("USD")


def test_nothing_loads_before_it_is_asked_for() -> None:
    code = "import sys, factcheck.normalise.currencies; sys.exit(any(m in sys.modules for m in ('zipfile', 'currency_converter')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
