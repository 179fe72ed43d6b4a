"""What companies say of their own business in calls: regions, bases, sums beside percentages, orders of magnitude. Sentences of our own."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import claims_of, labels, scope, spoken


def test_earnings_behind_an_aside_rise_themselves() -> None:
    text = "Diluted earnings per share, excluding losses on sales as well as losses on debt retirement, increase 48% to $3.14."
    found = spoken(text)
    assert found["48%"].metric == found["$3.14"].metric == "earnings-per-share"
    assert found["48%"].direction == "up"


def test_growth_that_a_result_stands_for_is_its_own() -> None:
    text = "We report adjusted earnings per share of $1.38, representing currency-neutral growth of 7.5%."
    growth = spoken(text)["7.5%"]
    assert growth.metric == "earnings-per-share"
    assert scope(growth) == {"accounting": "constant-currency"}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("We produced a very strong 87.9% combined ratio for the third quarter.", "87.9%"),
        ("We generated excellent operating margins of 20.5% in the third quarter.", "20.5%"),
        ("The lower-than-anticipated tax rate of 18.1% helped us.", "18.1%"),
        ("Our run-rate adjusted EBITDA was $164 million.", "$164 million"),
        ("The resulting EBITDA of $41 million pleased us.", "$41 million"),
        ("Inventory at cost increased 32% to $74 million.", "32%"),
    ],
)
def test_what_names_no_part(text: str, figure: str) -> None:
    assert "segment" not in scope(spoken(text)[figure])


def test_the_base_of_growth_has_its_own_year() -> None:
    found = spoken("This range represents adjusted earnings growth of 3% to 6% from a $4.16 base in 2020.")
    assert "2020" not in found["3% to 6%"].period.label
    assert found["$4.16"].prior
    assert found["$4.16"].period.label == "2020"


@pytest.mark.parametrize(
    ("text", "surface", "low", "high"),
    [
        ("sales grew high single digits to low double digits", "high single digits to low double digits", 1, 100),
        ("high-single digit to low-double digit growth", "high-single digit to low-double digit", 1, 100),
        ("sales to grow in the high single to low double digits", "high single to low double digits", 1, 100),
        ("sales grew low to mid single digits", "low to mid single digits", 1, 10),
        ("mid- to high-single-digit growth", "mid- to high-single-digit", 1, 10),
        ("rose from single digits to double digits", "double digits", 10, 100),
    ],
)  # fmt: skip
def test_orders_from_one_to_another(text: str, surface: str, low: int, high: int) -> None:
    found = {one.surface: one.quantity for one in factcheck.quantities(text)}
    assert surface in found
    assert low <= found[surface].low < found[surface].high <= high


@pytest.mark.parametrize(
    ("text", "plain", "other", "basis"),
    [
        ("Revenue grew 5% at constant currency and 3% on a reported basis.", "3%", "5%", "constant-currency"),
        ("Revenue grew 5% at constant currency and 3% as reported.", "3%", "5%", "constant-currency"),
        ("On a reported basis, revenue grew 3%, and on a constant currency basis 5%.", "3%", "5%", "constant-currency"),
        ("Earnings were $5 million on an adjusted basis and $3 million on a reported basis.", "$3 million", "$5 million", "adjusted"),
    ],
)  # fmt: skip
def test_as_reported_ends_another_basis(text: str, plain: str, other: str, basis: str) -> None:
    found = spoken(text)
    assert "accounting" not in scope(found[plain])
    assert scope(found[other])["accounting"] == basis


@pytest.mark.parametrize(
    ("text", "figure", "metric", "place"),
    [
        ("North America delivered 10% net sales growth in the quarter.", "10%", "revenue", "north-america"),
        ("Europe grew 9% and China grew 20%.", "20%", "revenue", "china"),
        ("Germany saw orders of $5 million.", "$5 million", "orders", "germany"),
        ("North America was up 8%.", "8%", "", "north-america"),
    ],
)
def test_a_region_in_a_companys_own_words_is_the_company_there(
    text: str, figure: str, metric: str, place: str
) -> None:
    claim = spoken(text)[figure]
    assert claim.metric == metric
    assert claim.entity.id != place
    assert scope(claim) == {"place": place}


def test_a_country_in_the_news_grows_by_its_output() -> None:
    claim = claims_of("China grew 5.2% in 2024.")["5.2%"]
    assert (claim.entity.id, claim.metric) == ("china", "gdp")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Operating income was $30.1 million compared with $27.9 million last year, a $2.2 million or 8% improvement.", "$2.2 million"),
        ("Sales were $231.7 million, $5.1 million or 2.3% higher than last year's sales of $226.6 million.", "$5.1 million"),
    ],
)  # fmt: skip
def test_a_sum_beside_its_percentage_moved_as_well(text: str, figure: str) -> None:
    assert spoken(text)[figure].measure == "change"


def test_the_second_of_two_bases_is_one_with_its_own_time() -> None:
    text = (
        "Our earnings per share was $0.85 or $0.09 higher than last year's third quarter reported earnings per share of"
        " $0.76 and adjusted earnings per share of $0.80 in the prior-year third quarter."
    )
    found = spoken(text)
    assert [found[figure].prior for figure in ("$0.85", "$0.76", "$0.80")] == [False, True, True]
    assert labels(found["$0.85"]) != labels(found["$0.80"])


def test_long_term_guidance_is_not_for_the_year() -> None:
    assert not spoken("Our long-term guidance is for revenue of $5 billion.")["$5 billion"].period.is_known
    assert spoken("We raise our revenue guidance to $5 billion.")["$5 billion"].period.is_known


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Net income was $2 million and revenue was $5 million, or 3% higher than last year.", "$5 million"),
        ("Revenue was $5 million and earnings were $4 million or 3% higher than last year.", "$4 million"),
    ],
)
def test_a_sum_that_is_where_it_stands_did_not_move(text: str, figure: str) -> None:
    assert spoken(text)[figure].measure == "level"
