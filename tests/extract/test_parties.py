"""Of whom and of which part a figure is where a phrase behind it, or a bracket, says so; and where only another acts."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from factcheck.claim import Claim
from tests.extract import reading

claims_of = partial(reading.claims_of, published=date(2025, 10, 3), title="Orvik results")


def scope(claim: Claim, dimension: str) -> str | None:
    return dict(claim.scope).get(dimension)


@pytest.mark.parametrize(
    ("sentence", "figure", "segment"),
    [
        ("Revenue rose 2 % in the professional division.", "2 %", "professional"),
        ("Revenue fell 4 % to $3 billion in the markets unit.", "4 %", "market"),
        ("Revenue fell 4 % in the retail arm and 6 % in the freight arm.", "6 %", "freight"),
        ("In the largest division, organic revenue rose 1 %.", "1 %", "largest"),
    ],
)
def test_the_part_named_beside_a_figure(sentence: str, figure: str, segment: str) -> None:
    found = claims_of("Orvik Group reported on Friday.\n\n" + sentence)
    assert scope(found[figure], "segment") == segment


def test_a_group_of_people_that_opens_the_sentence() -> None:
    found = claims_of(
        "For guards and cleaning staff, average hourly pay rose by 11 cents to $23.59.", title="Pay rises"
    )
    assert scope(found["$23.59"], "segment") == "guard cleaning staff"


def test_figures_behind_which_their_holders_stand() -> None:
    found = claims_of(
        "Demand grew 16 % to 234,100 units at Hadley Motors, 11 % to 193,100 units at Pelby and 12 % at Quorn.",
        title="Car demand grows",
    )
    assert [claim.entity.name for claim in found.values()] == [
        "Hadley Motors",
        "Hadley Motors",
        "Pelby",
        "Pelby",
        "Quorn",
    ]


def test_a_rise_and_what_it_led_to_in_brackets_are_two_figures_of_the_name_before() -> None:
    found = claims_of(
        "All gained, with rises at Pelby (+15 % to 226,600 units) and Quorn (+9 % to 142,700).", title="Cars"
    )
    assert [(figure, found[figure].entity.name) for figure in found] == [
        ("+15 %", "Pelby"),
        ("226,600 units", "Pelby"),
        ("+9 %", "Quorn"),
        ("142,700", "Quorn"),
    ]


def test_where_others_act_the_topic_is_in_doubt() -> None:
    text = "Northern growers lifted revenue 9 % to 125,200 kroner.\n\nRevenue rose 14 %."
    found = claims_of(text)
    assert [found[figure].entity.ambiguous for figure in ("9 %", "14 %")] == [True, False]


@pytest.mark.parametrize(
    "sentence",
    [
        "Adjusted for special items, earnings were 52 cents per share.",
        "Stripping out one-off items, earnings were 52 cents per share.",
        "Orvik made earnings of 52 cents per share (non-GAAP).",
    ],
)
def test_adjusted_by_a_phrase_of_its_own(sentence: str) -> None:
    assert scope(claims_of(sentence)["52 cents per share"], "accounting") == "adjusted"


def test_a_second_base_of_one_comparison() -> None:
    found = claims_of(
        "Orvik posted revenue of $88 billion and net income of $20 billion, or $3.89 per share, compared to revenue of "
        "$78 billion and net income of $18 billion, or $3.36 per share, in the year-ago quarter."
    )
    assert [figure for figure, claim in found.items() if claim.prior] == [
        "$78 billion",
        "$18 billion",
        "$3.36 per share",
    ]


def test_a_capital_before_a_small_number_makes_a_name() -> None:
    found = claims_of("Orvik sold 63,359 of its Model 3 vans and is in Phase 3 trials with 200 patients.")
    assert list(found) == ["63,359 of its Model 3 vans", "200 patients"]


def test_a_country_that_opens_a_title_is_no_ticker() -> None:
    found = claims_of("Deliveries rose 6 % to 66,000 cars.", title="U.S. car sales surge")
    assert found["6 %"].entity.id != "~u.s"


def test_a_rise_is_no_range_with_what_it_led_to() -> None:
    found = claims_of("Pelby (+15% to 226,600 units) led.", title="Cars")
    assert [claim.quantity.unit for claim in found.values() if claim.quantity] == ["percent", "unit"]
