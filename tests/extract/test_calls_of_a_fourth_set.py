"""What calls of a fourth set of companies showed: bases, guidance, times that are compared. Sentences of our own."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import claims_of, labels, scope, spoken

QUARTER = "Harbour Line Q3 2023 earnings call"
RESULTS = "Harbour Line Q3 2023 results"


@pytest.mark.parametrize(
    ("text", "figure", "metric", "expected"),
    [
        ("We had a strong quarter with earnings per share as adjusted of $0.61, up $0.12.", "$0.61", "earnings-per-share", {"accounting": "adjusted"}),
        ("Net income as adjusted rose 31%.", "31%", "net-income", {"accounting": "adjusted"}),
        ("Revenue as adjusted for currency rose 3%.", "3%", "revenue", {}),
        ("Adjusted funds from operations (AFFO) per share increased 8% to $0.91.", "8%", "affo-per-share", {}),
        ("Stockholders' equity was $9.1 billion, or $38.20 per share.", "$38.20 per share", "book-value-per-share", {}),
        ("Guidance for 2024 earnings per share available for common stock is $3.40 to $3.60.", "$3.40 to $3.60", "earnings-per-share", {}),
        ("We recorded $0.72 in fully diluted GAAP earnings per share.", "$0.72", "earnings-per-share", {"accounting": "gaap"}),
        ("Cat losses were $41 million pretax versus $13 million.", "$41 million", "catastrophe-losses", {"tax": "pre-tax"}),
        ("Net of these adjusting items, earnings per share were $5.31.", "$5.31", "earnings-per-share", {"accounting": "adjusted"}),
        ("We earned $251 million, excluding the special items, net income was $262 million.", "$262 million", "net-income", {"accounting": "adjusted"}),
        ("We earned $251 million, excluding the special items, net income was $262 million.", "$251 million", "net-income", {}),
        ("Our Europe segment generated EBITDA of $79 million.", "$79 million", "ebitda", {"place": "europe"}),
        ("Sales using our app grew 8%.", "8%", "revenue", {"segment": "app"}),
        ("We announced our plan to enter into a $150 million accelerated share repurchase agreement.", "$150 million", "share-buyback", {}),
        ("I would add that total reported revenue was up 13%.", "13%", "revenue", {}),
        ("The capital ratio under the standardized approach of 13.4% fell.", "13.4%", "capital-ratio", {}),
    ],
)  # fmt: skip
def test_what_is_measured_and_on_which_basis(
    text: str, figure: str, metric: str, expected: dict[str, str]
) -> None:
    claim = spoken(text)[figure]
    assert claim.metric == metric
    assert scope(claim) == expected


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("We expect adjusted earnings per share, excluding restructuring and any change in the fair value of stakes to be in the range of $0.92 to $0.97.", "$0.92 to $0.97", "earnings-per-share"),
        ("We are raising our earnings per share to be in the range of $2.11 to $2.15.", "$2.11 to $2.15", "earnings-per-share"),
        ("We see room to save and accordingly, raised our 2024 guidance to $3.80 to $4 per share.", "$3.80 to $4 per share", "earnings-per-share"),
        ("We keep our sales guidance to be 2% to 3%.", "2% to 3%", "revenue"),
    ],
)  # fmt: skip
def test_what_is_guided(text: str, figure: str, metric: str) -> None:
    claim = spoken(text)[figure]
    assert (claim.metric, claim.modality) == (metric, "forecast")


@pytest.mark.parametrize(
    ("text", "figure", "way"),
    [
        ("Revenue growth was 5%.", "5%", "up"),
        ("We expect revenue growth to be between 15% and 17%.", "15% and 17%", "up"),
        ("The decline in sales was 4%.", "4%", "down"),
        ("Revenue growth slowed to 3%.", "3%", "up"),
        ("Organic growth was -2%.", "-2%", "down"),
        ("Revenue growth was hit by 2%.", "2%", None),
    ],
)
def test_a_noun_of_growth_says_the_direction(text: str, figure: str, way: str | None) -> None:
    assert spoken(text)[figure].direction == way


@pytest.mark.parametrize(
    ("text", "figure", "label", "prior"),
    [
        ("For the corresponding period in 2022, sales were $130 million and earnings were $1.05 per share.", "$1.05 per share", "2022-Q3", True),
        ("A year earlier sales were $130 million, and they are $150 million now.", "$130 million", "2022-Q3", True),
        ("A year earlier sales were $130 million, and they are $150 million now.", "$150 million", "2023-Q3", False),
        ("qtrly sales were up 29% to $135 million in 2023, compared to $105 million in 2022.", "$135 million", "2023-Q3", False),
        ("qtrly sales were up 29% to $135 million in 2023, compared to $105 million in 2022.", "$105 million", "2022-Q3", True),
        ("Given the health of our outlook, we announced a dividend of $0.27 per share.", "$0.27 per share", "2023-Q3", False),
    ],
)  # fmt: skip
def test_what_is_compared_and_when_it_was(text: str, figure: str, label: str, prior: bool) -> None:
    claim = spoken(text, QUARTER)[figure]
    assert label in labels(claim)
    assert claim.prior is prior


def test_what_led_to_guidance_does_not_date_it() -> None:
    text = "Based on our performance in the first nine months, we now expect earnings per share of $9.08 to $9.15."
    assert not spoken(text, QUARTER)["$9.08 to $9.15"].period.is_known


def test_the_quarter_that_ends_in_a_month() -> None:
    claim = spoken("For the second quarter that ends in December 2023, we expect sales of $185 million.")
    days = claim["$185 million"].period.readings[0]
    assert (str(days.start), str(days.end)) == ("2023-10-01", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "figure", "basis"),
    [
        ("Revenue was up 13% in Q3 and 12% year-to-date.", "13%", "year-on-year"),
        ("Revenue was up 13% in Q3 and 12% year-to-date.", "12%", "year-to-date"),
        ("Sales of $1.9 billion were up 20% over 2022.", "20%", "year-on-year"),
        ("Sales of $1.9 billion were up 20% over 2019.", "20%", None),
    ],
)
def test_against_what_a_change_is_told(text: str, figure: str, basis: str | None) -> None:
    assert spoken(text, QUARTER)[figure].basis == basis


@pytest.mark.parametrize(
    "text",
    [
        "harbour line inc - qtrly revenue $8.32 billion, up 5%.",
        "harbour line inc - qtrly revenue of $8.32 billion, up 5%.",
        "Harbour Line Inc - Q3 revenue $8.32 billion, up 5%.",
        "Harbour Line: Q3 revenue $8.32 billion, up 5%.",
    ],
)
def test_a_label_before_a_dash_is_no_measure(text: str) -> None:
    assert {claim.metric for claim in spoken(text, RESULTS).values()} == {"revenue"}


def test_a_company_in_small_letters_is_no_part_of_itself() -> None:
    claims = spoken("american tool corp q3 net sales were $141 million.", "ATC Q3 2023 results")
    assert scope(claims["$141 million"]) == {}


def test_a_name_with_a_slash() -> None:
    claims = factcheck.extract(
        factcheck.article("Cole/Farrow earned $113 million in 2020. The EUR/USD rate rose 2%.", path="a.md")
    )
    assert next(claim.entity.name for claim in claims) == "Cole/Farrow"


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("Sales were $657 million, which is 30% higher than the first nine months of 2022.", "$657 million", "2023-9M"),
        ("Sales rose 5% to $5 million from $4.8 million in the first nine months of 2022.", "$5 million", "2023-9M"),
        ("2023 went well, with us earning $0.33 per share compared to $0.28 per share in the third quarter of 2022.", "$0.33 per share", "2023-Q3"),
        ("In 2023 revenue was $5 million compared to $4 million in 2022.", "$5 million", "2023"),
        ("Full-year 2023 revenue was $5 million, compared to $1 million in the third quarter of 2022.", "$5 million", "2023"),
    ],
)  # fmt: skip
def test_a_figure_is_of_a_time_as_long_as_that_of_its_base(text: str, figure: str, label: str) -> None:
    assert label in labels(spoken(text, QUARTER)[figure])


@pytest.mark.parametrize(
    ("text", "figure", "metric", "prior"),
    [
        ("A year earlier sales were $130 million and net income was $9 million.", "$9 million", "net-income", True),
        ("A year ago unemployment was 5.2% and inflation was 8%.", "8%", "inflation", True),
        ("A year ago inflation was 9%, and the government targeted 5%.", "5%", "", False),
        ("From a year earlier, exports rose 3% and imports fell 2%.", "2%", "imports", False),
        ("From a year earlier, exports rose 3% and imports fell 2%.", "3%", "exports", False),
        ("The prior-year period included a gain and net income fell to $12 million.", "$12 million", "net-income", False),
        ("In its forecast, the board put inflation at 1.1%.", "1.1%", "inflation", False),
        ("Inflation hitting families rose to 5%.", "5%", "inflation", False),
        ("EPS was $1.20 adjusted compared with $1.10 reported.", "$1.20", "earnings-per-share", False),
        ("Net income available to common shareholders was $30 million.", "$30 million", "net-income", False),
    ],
)  # fmt: skip
def test_what_a_second_look_found(text: str, figure: str, metric: str, prior: bool) -> None:
    claim = claims_of(text)[figure]
    assert (claim.metric, claim.prior) == (metric, prior)
    assert "segment" not in scope(claim)


def test_months_of_one_rate_share_their_basis() -> None:
    claims = claims_of("Exports rose 3% in May and 4% in June year-on-year.")
    assert [claim.basis for claim in claims.values()] == ["year-on-year", "year-on-year"]


def test_a_sum_of_another_year_stays_there() -> None:
    claims = spoken("In the quarter we bought back $5 million of shares and $30 million in 2022.", QUARTER)
    assert "2022" in labels(claims["$30 million"])


@pytest.mark.parametrize(
    "opening", ["In its annual outlook", "As part of our 2024 guidance", "By some estimates"]
)
def test_what_an_opening_foresees(opening: str) -> None:
    assert claims_of(f"{opening}, the board put inflation at 1.1%.")["1.1%"].modality == "forecast"
