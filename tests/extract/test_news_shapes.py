"""Shapes of published news that were misread: each in a sentence of our own."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims_of


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("Castell reported a 10% rise in full year profit after tax to €1.45 billion.", "10%", "net-income"),
        (
            "Shares of footwear company Castell (NASDAQ: CSTL) rose as much as 12.3% on Friday.",
            "12.3%",
            "share-price",
        ),
        ("Automotive revenue saw a slight increase of 3% compared to the previous quarter.", "3%", "revenue"),
        ("The cost to rebuild Osterby was estimated at $5.5 billion.", "$5.5 billion", "~cost"),
    ],
)
def test_what_is_measured(text: str, figure: str, metric: str) -> None:
    assert claims_of(text)[figure].metric == metric


@pytest.mark.parametrize("by", ["compared to", "compared with", "versus", "over", "from", "than"])
@pytest.mark.parametrize("before", ["the previous", "the prior", "the preceding", "last"])
def test_against_what_a_change_is_told(by: str, before: str) -> None:
    text = f"In the second quarter of 2025 revenue of Castell Foods was 3% higher {by} {before} quarter."
    assert claims_of(text)["3%"].basis == "quarter-on-quarter"


def test_the_year_inside_what_rose_dates_the_rise() -> None:
    found = claims_of("In May Castell reported a 10% rise in 2024 profit to €1.45 billion.")
    assert found["10%"].period.label == "2024"
