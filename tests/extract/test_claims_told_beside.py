"""What stands beside a result: forecasts it beat, bases it is ahead of, parts it belongs to, those it is no part of."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.extract import reading
from tests.extract.reading import labels, scope

claims_of = partial(reading.claims_of, published=date(2018, 7, 26), title="Lunex Q2 2018 results")


def test_how_far_a_forecast_was_missed_is_no_result() -> None:
    text = "Lunex earned $1.74 per share, beating estimates by 2 cents. Revenue came to $13.03 billion, missing by $322 million."
    found = claims_of(text)
    assert [found[figure].metric for figure in ("2 cents", "$322 million")] == ["", ""]
    assert found["$13.03 billion"].metric == "revenue"


def test_an_analysts_forecast_is_of_the_company() -> None:
    text = (
        "Lunex's second-quarter revenue was $13.23 billion, lower than analysts' forecast for $13.33 billion."
    )
    claim = claims_of(text)["$13.33 billion"]
    assert (claim.entity.name, claim.modality, claim.prior) == ("Lunex", "forecast", True)


def test_well_ahead_of_a_base() -> None:
    text = "Revenue of Lunex was $26 billion. That is well ahead of the revenues of $7.19 billion from the same period a year ago."
    claim = claims_of(text)["$7.19 billion"]
    assert claim.prior
    assert "2017-Q2" in labels(claim)


def test_last_years_revenue_beside_last_years_profit() -> None:
    text = "Last year same quarter, Lunex had posted profits of $1.32 a share, on revenue of $9.32 billion."
    assert "2017-Q2" in labels(claims_of(text)["$9.32 billion"])


def test_the_base_that_a_change_names() -> None:
    found = claims_of(
        "Lunex has 2.23 million subscribers, up 1.7 % from Q1, and sales rose 4 % from Q2 2017."
    )
    assert [found[figure].basis for figure in ("1.7 %", "4 %")] == ["quarter-on-quarter", "year-on-year"]


def test_the_worlds_biggest_maker_is_the_company() -> None:
    claim = claims_of("The world's biggest chip maker reported earnings of $1.74 per share.")[
        "$1.74 per share"
    ]
    assert claim.entity.name == "Lunex"


def test_a_segment_that_reports() -> None:
    text = (
        "The gaming segment reported revenue of $2.6 billion. Achievements in the data storage segment include "
        "revenue of $22.6 billion."
    )
    found = claims_of(text)
    assert scope(found["$2.6 billion"]) == {"segment": "gaming"}
    assert scope(found["$22.6 billion"]) == {"segment": "data storage"}


def test_the_time_in_the_subject() -> None:
    claim = claims_of("Lunex made 440,808 cars in Q1 2017. Its Q4 2017 numbers were 494,989 cars made.")[
        "494,989 cars"
    ]
    assert "2017-Q4" in labels(claim)


def test_a_dividend_after_a_split() -> None:
    text = "Lunex raised its dividend by 150 %, from $0.04 to $0.10 per share, equivalent to $0.01 per share post-split."
    found = claims_of(text)
    assert [scope(found[figure]) for figure in ("$0.10 per share", "$0.01 per share")] == [
        {},
        {"split": "post-split"},
    ]


@pytest.mark.parametrize("adjective", ["staggering", "mind-blowing", "jaw-dropping", "hefty"])
def test_how_a_rise_is_praised_is_no_measure(adjective: str) -> None:
    text = f"Lunex posted revenue of $22.6 billion, up 23 % from the previous quarter and a {adjective} 427 % year-over-year increase."
    claim = claims_of(text)["427 %"]
    assert (claim.metric, claim.direction) == ("revenue", "up")


@pytest.mark.parametrize("height", ["above", "past", "below", "beyond"])
def test_where_a_level_went(height: str) -> None:
    claim = claims_of(f"The toll went on and rose {height} 80 on Sunday.", title="Storm leaves ruin")["80"]
    assert (claim.measure, claim.direction) == ("count", None)


def test_the_past_days_are_no_bound() -> None:
    claim = claims_of("Sales of Lunex rose 5 % in the past 80 days.")["5 %"]
    assert claim.quantity is not None
    assert claim.quantity.change == "up"


@pytest.mark.parametrize(("published", "part"), [(date(2018, 7, 26), None), (date(2023, 7, 26), "facebook")])
def test_a_name_that_became_a_parts(published: date, part: str | None) -> None:
    claim = claims_of(
        "Facebook's revenue was $13.23 billion.", published=published, title="Quarterly results"
    )["$13.23 billion"]
    assert (claim.entity.id, scope(claim).get("segment")) == ("meta", part)


def test_one_toll_in_any_words() -> None:
    text = "The death toll rose to 83. The storm caused 85 storm-related deaths. There were 86 deaths among 400 people, and three children died."
    found = claims_of(text, title="Storm leaves ruin")
    units = [
        one.dimension
        for figure in ("83", "85 storm-related deaths", "86 deaths")
        if (one := found[figure].quantity)
    ]
    assert units == ["count:deaths"] * 3
    children = found["three children"].quantity
    assert children is not None
    assert children.dimension == "count:child"


def test_a_storm_is_nobody() -> None:
    text = "The death toll from Hurricane Ondo rose to 83. Ondo cut power to 2 million homes. The toll may reach 90."
    assert claims_of(text, title="Hurricane Ondo death toll rises")["83"].entity.name == "Hurricane Ondo"


def test_another_company_in_its_own_paragraphs() -> None:
    text = (
        "Castell said revenue came in at $16.1 billion.\n\nMicrosoft hit a record high, as its shares closed above $80.\n\n"
        "It shrugged off weak sales to post revenue of $24.5 billion.\n\nNet income went up 16 % to $7.7 billion."
    )
    found = claims_of(
        text, published=date(2017, 10, 27), title="Castell lifts full-year outlook as revenue rises 2 %"
    )
    entities = {figure: (one.entity.name, one.entity.ambiguous) for figure, one in found.items()}
    assert entities["$16.1 billion"] == ("Castell", False)
    assert entities["$24.5 billion"] == ("Microsoft", True)
    assert entities["$7.7 billion"] == ("Castell", True)


def test_the_year_of_an_outlook_is_not_the_one_reported() -> None:
    text = "Castell said revenue rose 2 % in the third quarter."
    claim = claims_of(
        text, published=date(2017, 10, 27), title="Castell lifts full-year outlook as revenue rises 2 %"
    )["2 %"]
    assert labels(claim) == {"2017-Q3"}


def test_twice_a_base() -> None:
    text = (
        "Net income was $1.44 billion, more than double the $564 million that Lunex reported a year earlier."
    )
    assert claims_of(text)["$564 million"].prior


def test_estimates_that_a_result_trails_are_for_its_time() -> None:
    text = "Lunex earned $0.37 a share in its second quarter. Sales rose to $18.5 billion, trailing estimates of $18.8 billion."
    claim = claims_of(text)["$18.8 billion"]
    assert (claim.modality, "2018-Q2" in labels(claim)) == ("forecast", True)


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("The storm killed 12 people.", "deaths"),
        ("Yesterday 12 people died.", "deaths"),
        ("The blast left 12 people dead.", "deaths"),
        ("So far 12 people are dead.", "deaths"),
        ("The police say 12 people were injured.", "injuries"),
        ("The mill employs 12 people.", "headcount"),
        ("The ferry carried 12 people.", "~people"),
    ],
)
def test_what_a_verb_says_of_people(sentence: str, metric: str) -> None:
    assert claims_of(sentence, title="News from the coast")["12 people"].metric == metric


def test_a_quake_of_a_magnitude() -> None:
    text = "A strong earthquake of magnitude 7.9 struck the coast on Monday."
    assert claims_of(text, title="News from the coast")["7.9"].metric == "magnitude"


def test_a_service_named_with_a_plus() -> None:
    claim = claims_of("Disney+ added 12 million subscribers in the quarter.", title="Streaming")[
        "12 million subscribers"
    ]
    assert (claim.entity.id, scope(claim)) == ("disney", {"segment": "disney+"})


def test_many_of_a_kind_are_no_name() -> None:
    text = "The number of women candidates was 1,123. The number of women MPs is now 220."
    assert claims_of(text, title="After the vote")["220"].metric == "~woman mps"


def test_a_segment_by_its_name() -> None:
    text = "A source of growth was the Data Storage segment. Fuelled by demand, this segment made $22.6 billion in revenue."
    claim = claims_of(text, title="Nvidia Q2 2018 results")["$22.6 billion"]
    assert (claim.entity.id, scope(claim), claim.entity.ambiguous) == (
        "nvidia",
        {"segment": "data storage"},
        True,
    )


@pytest.mark.parametrize("words", ["the U.S.", "the US", "the United States"])
def test_one_country_in_any_spelling(words: str) -> None:
    text = f"In {words}, customers spent more per visit, but that did not make up for a 7 % decline in transactions."
    found = claims_of(text, title="Coffee sales")["7 %"]
    assert found.entity.id.endswith("united-states") or scope(found) == {"place": "united-states"}


def test_a_decrease_that_an_increase_offsets() -> None:
    text = "Sales fell by 4 %, driven by a 6 % decrease in transactions partially offset by a 2 % increase in average ticket."
    found = claims_of(text)
    assert [found[figure].direction for figure in ("6 %", "2 %")] == ["down", "up"]
