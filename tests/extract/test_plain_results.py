"""The plainest sentences of results: each figure keeps what its own verb, subject, time and place say. Sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.reading import labels, scope, spoken


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Net income was $154 million on sales of $625 million.", {"$154 million": "net-income", "$625 million": "revenue"}),
        ("EBITDA rose 5% to $154 million on revenue of $625 million.", {"5%": "ebitda", "$154 million": "ebitda", "$625 million": "revenue"}),
        ("The company earned $154 million on sales of $625 million.", {"$154 million": "net-income", "$625 million": "revenue"}),
        ("The company earned $154 million on higher revenue.", {"$154 million": "net-income"}),
        ("It spent $150 million on capital expenditures.", {"$150 million": "capital-expenditure"}),
        ("Revenue and net income were $55 million and $4 million.", {"$55 million": "revenue", "$4 million": "net-income"}),
        ("Our revenue and EBITDA rose to $55 million and $4 million.", {"$55 million": "revenue", "$4 million": "ebitda"}),
        ("Our debt to total market capitalization was 21.3%.", {"21.3%": "debt-to-capital"}),
        ("The CET1 ratio was 11.2% and the Tier 1 capital ratio was 12.5%.", {"11.2%": "cet1-ratio", "12.5%": "tier-1-ratio"}),
        ("Q3 average lithium prices up 6 percent.", {"6 percent": "~average lithium price"}),
        ("These improvements helped drive up our revenue growth rate to 1.4%.", {"1.4%": "revenue"}),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, metrics: dict[str, str]) -> None:
    claims = spoken(text)
    assert {figure: claims[figure].metric for figure in metrics} == metrics


def test_what_is_earned_on_sales_has_no_purpose() -> None:
    assert scope(spoken("The company earned $154 million on higher revenue.")["$154 million"]) == {}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Revenue rose 2% on strong demand in Brazil.", "2%"),
        ("International sales fell 2% to $32 million due to lower activity in Mexico.", "$32 million"),
        (
            "International sales were $32 million, a decrease of 2% due to lower activity in Mexico.",
            "$32 million",
        ),
        ("Sales fell 2% as demand in Brazil weakened.", "2%"),
    ],
)
def test_a_reason_has_a_place_of_its_own(text: str, figure: str) -> None:
    assert "place" not in scope(spoken(text)[figure])


def test_a_place_that_money_goes_to_is_one() -> None:
    assert scope(spoken("It spent $4 million on roads in Brazil.")["$4 million"])["place"] == "brazil"


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Our Drilling and Evaluation division had revenue of $31 million.", "drilling evaluation"),
        ("Q3 completion and production revenue was $31 million.", "completion production"),
        ("Q3 protection plans revenue $31 million, up 23.1 percent.", "protection plan"),
        ("Shipbuilding revenue was $31 million.", "shipbuilding"),
    ],
)
def test_whose_part(text: str, segment: str) -> None:
    claim = spoken(text)["$31 million"]
    assert (claim.metric, scope(claim)["segment"], claim.modality) == ("revenue", segment, "reported")


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("We finished the year with 9.8 million tons of ammonia production.", "9.8 million tons", "2024"),
        ("Sales were $55 million, $2 million above our guidance in late January.", "$55 million", "2024-Q4"),
        ("Sales were $55 million, compared to fourth quarter 2023 of $51 million.", "$51 million", "2023-Q4"),
        ("EBITDA was $23 million with a margin of 7.6%, compared to $7 million, or 2.2%, for the fourth quarter of 2023.", "$7 million", "2023-Q4"),
        ("EBITDA was $23 million with a margin of 7.6%, compared to $7 million, or 2.2%, for the fourth quarter of 2023.", "2.2%", "2023-Q4"),
    ],
)  # fmt: skip
def test_when(text: str, figure: str, label: str) -> None:
    assert label in labels(spoken(text, "Q4 2024 earnings call")[figure])


def test_a_base_behind_its_time_is_a_base() -> None:
    claims = spoken(
        "Sales were $55 million, compared to fourth quarter 2023 of $51 million.", "Q4 2024 earnings call"
    )
    assert [claims[figure].prior for figure in ("$55 million", "$51 million")] == [False, True]


@pytest.mark.parametrize(
    ("text", "figure", "modality"),
    [
        ("We are confident that we can achieve operating margins of 30% in 2026.", "30%", "forecast"),
        ("The plant could achieve operating margins of 30% in 2026.", "30%", "hypothetical"),
        (
            "On the left you can see that earned premiums increased 11.6% in the fourth quarter.",
            "11.6%",
            "reported",
        ),
        ("FFO was on the high end of our guidance range at $1.77 per share.", "$1.77 per share", "reported"),
        ("Our effective tax rate for 2025 was 24.4%.", "24.4%", "reported"),
        ("Our effective tax rate for 2025 is set at 24.4%.", "24.4%", "forecast"),
    ],
)
def test_how_it_is_meant(text: str, figure: str, modality: str) -> None:
    assert spoken(text, "Q4 2024 earnings call")[figure].modality == modality


def test_the_way_of_a_base_is_its_own() -> None:
    claims = spoken("Our sales rose 3% in July, lower than the 6.1% growth seen in June.")
    assert [claims[figure].direction for figure in ("3%", "6.1%")] == ["up", "up"]


def test_year_to_date_is_said_of_the_figure_beside_it() -> None:
    claims = spoken("Same-store NOI growth reached 8.7% for the quarter and stands at 8.9% year-to-date.")
    assert [claims[figure].basis for figure in ("8.7%", "8.9%")] == ["year-on-year", "year-to-date"]


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("The company posted a loss of $131 million.", "$131 million", "net-loss"),
        ("The company posted a $131 million loss.", "$131 million", "net-loss"),
        ("Its loss widened to $131 million from $120 million.", "$120 million", "net-loss"),
        (
            "The company swung to a loss of $131 million from a profit of $3 million.",
            "$3 million",
            "net-income",
        ),
        ("The fire caused a loss of $131 million.", "$131 million", "~loss"),
        ("The company booked a loss of $131 million on the sale of its ships.", "$131 million", "~loss"),
        ("The company posted a loss of $4.01.", "$4.01", "~loss"),
    ],
)
def test_a_loss_of_somebody_is_its_result(text: str, figure: str, metric: str) -> None:
    assert spoken(text)[figure].metric == metric


@pytest.mark.parametrize(
    "text",
    [
        "Net income rose to $60 million, compared with a loss of $131 million a year earlier.",
        "Net income rose to $60 million compared to a $131 million loss in the prior year quarter.",
    ],
)
def test_a_loss_is_no_income_that_fell(text: str) -> None:
    claim = spoken(text)["$131 million"]
    assert (claim.metric, claim.prior) == ("net-loss", True)


def test_a_line_of_business_is_a_part() -> None:
    text = (
        "Homeowners insurance generated a profit of $249 million, despite $12 million of catastrophe losses."
    )
    assert scope(spoken(text)["$12 million"]) == {"segment": "homeowner insurance"}


def test_what_moved_is_of_the_results_it_is_told_with() -> None:
    assert "2023-Q3" in labels(spoken("Overall policies in force fell 1.5%.")["1.5%"])


@pytest.mark.parametrize(
    ("text", "figure", "metric", "measure"),
    [
        ("Q3 digital sales 35.4 percent of sales.", "35.4 percent", "revenue", "share"),
        ("Gross margin 45 percent of sales.", "45 percent", "gross-margin", "ratio"),
        (
            "We closed on $125 million of senior unsecured notes.",
            "$125 million",
            "~senior unsecured note",
            "level",
        ),
    ],
)
def test_lines_without_a_verb(text: str, figure: str, metric: str, measure: str) -> None:
    claim = spoken(text)[figure]
    assert (claim.metric, claim.measure) == (metric, measure)
