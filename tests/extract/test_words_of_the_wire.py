"""What measured phrases of wire bullets hold besides the measure: plans, ends of ranges, praise, names, asides."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import claims_of, labels, scope, spoken

TICKER = "HRBL Q3 2021 results"


def wire(text: str, title: str = TICKER) -> dict[str, factcheck.Claim]:
    return claims_of(text, title=title)


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("affirms guidance for 2021 full-year adjusted earnings per share to be in range of $4.10 to $4.30", "$4.10 to $4.30", "earnings-per-share"),
        ("issues fy 2022 net sales guidance range of 0% - 4% growth", "0% - 4%", "revenue"),
        ("sees q4 total revenue % change versus 2019 down 12% to 15%", "12% to 15%", "revenue"),
        ("qtrly catastrophe losses, net of reinsurance, $215 million versus loss of $340 million", "$215 million", "catastrophe-losses"),
        ("qtrly catastrophe losses, net of reinsurance, $215 million versus loss of $340 million", "$340 million", "catastrophe-losses"),
        ("qtrly underwriting income was $20 million compared to an underwriting loss of $43 million", "$43 million", "~underwriting"),
        ("q3 revenue $1.1 billion versus refinitiv ibes estimate of $1.2 billion", "$1.2 billion", "revenue"),
        ("sees 2022 capital plan of $1.3 billion", "$1.3 billion", "capital-expenditure"),
        ("qtrly unit case volume grew 8%", "8%", "volume"),
        ("qtrly net sales revenue per barrel increased 2.6%", "2.6%", "revenue"),
        ("lifts top line guidance and bottom end of its revenue forecast to $3.4 billion", "$3.4 billion", "revenue"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, figure: str, metric: str) -> None:
    assert wire(text)[figure].metric == metric


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


def test_the_ends_of_ranges_are_no_ends_of_years() -> None:
    found = wire(
        "raises bottom end of full year 2021 operating earnings guidance range to $3.40 - $3.55 per share"
    )
    assert "2021" in labels(found["$3.40 - $3.55 per share"])


def test_the_base_of_growth_has_its_own_year() -> None:
    found = spoken("This range represents adjusted earnings growth of 3% to 6% from a $4.16 base in 2020.")
    assert "2020" not in found["3% to 6%"].period.label
    assert found["$4.16"].prior
    assert found["$4.16"].period.label == "2020"


def test_a_number_in_a_name_stays_with_it() -> None:
    assert scope(spoken("Our covid-19 testing sales were $48 million.")["$48 million"]) == {
        "segment": "covid 19 testing"
    }


def test_a_name_that_ends_in_a_market_tells_of_none() -> None:
    found = wire("harbour lodges international q3 adjusted earnings per share $0.66")
    assert scope(found["$0.66"]) == {"accounting": "adjusted"}


def test_a_group_before_a_dash_is_no_part_of_itself() -> None:
    found = wire("harbour motor group - reported total revenue for third quarter of $2.4 billion, up 30%")
    assert scope(found["30%"]) == scope(found["$2.4 billion"]) == {}


def test_the_company_without_its_capitals() -> None:
    found = wire("nextera energy's earnings were $214 million", title="NEE Q3 2021 results")
    assert found["$214 million"].entity.id == "nextera-energy"


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


def test_an_ampersand_joins_the_ends_of_a_range() -> None:
    found = factcheck.quantities("anticipate earnings per share between $1.99 & $2.07")
    assert [(float(one.quantity.low), float(one.quantity.high)) for one in found] == [(1.99, 2.07)]


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


def test_a_company_whose_name_holds_a_verb() -> None:
    found = wire("harbour water works company q3 earnings per share $1.14")
    assert (found["$1.14"].metric, scope(found["$1.14"])) == ("earnings-per-share", {})
    assert scope(wire("compname posts q3 sales of $2.8 billion")["$2.8 billion"]) == {}


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("a decline of 9 -11% and 16-18%, respectively", ["9 -11%", "16-18%"]),
        ("fell by 9 -11 percent", ["9 -11 percent"]),
        ("moved 5 -3%", ["5", "-3%"]),
        ("a swing of 11 -9%", ["11", "-9%"]),
    ],
)
def test_a_blank_before_the_dash_of_a_range(text: str, surfaces: list[str]) -> None:
    assert [one.surface for one in factcheck.quantities(text)] == surfaces


def test_long_term_guidance_is_not_for_the_year() -> None:
    assert not spoken("Our long-term guidance is for revenue of $5 billion.")["$5 billion"].period.is_known
    assert spoken("We raise our revenue guidance to $5 billion.")["$5 billion"].period.is_known
