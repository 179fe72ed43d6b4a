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


def test_the_ends_of_ranges_are_no_ends_of_years() -> None:
    found = wire(
        "raises bottom end of full year 2021 operating earnings guidance range to $3.40 - $3.55 per share"
    )
    assert "2021" in labels(found["$3.40 - $3.55 per share"])


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


def test_an_ampersand_joins_the_ends_of_a_range() -> None:
    found = factcheck.quantities("anticipate earnings per share between $1.99 & $2.07")
    assert [(float(one.quantity.low), float(one.quantity.high)) for one in found] == [(1.99, 2.07)]


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
