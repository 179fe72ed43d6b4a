"""Shapes of published news that were misread: each in a sentence of our own."""

from __future__ import annotations

import pytest

import factcheck
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


def test_a_bound_is_told_by_past_and_not_by_went_up_to() -> None:
    found = claims_of("Revenue of Castell Foods climbed well past $90 million. Its price went up to $15.")
    strict = {figure: found[figure].quantity.strict for figure in ("$90 million", "$15")}  # type: ignore[union-attr]
    assert strict["$90 million"].high is None and strict["$15"].low == strict["$15"].high - 1


def test_three_places_are_not_the_first_of_them() -> None:
    claim = claims_of("Revenue of Castell Foods was $7 million in Germany, France and Italy in 2024.")[
        "$7 million"
    ]
    assert dict(claim.scope)["place"] == "germany, france and italy"


def test_how_far_back_a_record_goes_is_told_in_its_words() -> None:
    text = (
        "# Wheat\n\nThe jump was the biggest rise in ten years. It was one of the biggest rises since 1985. It was not the "
        "biggest rise since 1990. It was the biggest rise since 1995.\n"
    )
    found = factcheck.check([factcheck.article(text, path="a.md", published="2025-08-01")]).findings
    assert [one.message for one in found] == [
        "“biggest rise in ten years” on August 1, 2025, and “biggest rise since 1995”: that is 30 years, not 10."
    ]
