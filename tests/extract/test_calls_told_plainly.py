"""What speakers of earnings calls say of parts, guidance and their own company, each in a sentence or two of our own."""

from __future__ import annotations

import pytest

from tests.extract.reading import labels, scope, spoken


@pytest.mark.parametrize(
    ("text", "figure", "segment"),
    [
        ("Our combined home care and personal wash revenue rose 20%.", "20%", "home care personal wash"),
        (
            "The Rail Services and Signals segment posted revenue of $77 million.",
            "$77 million",
            "rail service signal",
        ),
        ("Turning to the Ferries segment; our third quarter sales were up 39%.", "39%", None),
        ("Turning to the Ferries segment; third quarter sales were up 39%.", "39%", "ferry"),
        ("Additionally, each reporting segment grew, contributing to our 4% growth in revenue.", "4%", None),
        (
            "For revenue, the expected range is $49 million to $50 million.",
            "$49 million to $50 million",
            None,
        ),
    ],
)
def test_of_which_part(text: str, figure: str, segment: str | None) -> None:
    assert scope(spoken(text)[figure]).get("segment") == segment


@pytest.mark.parametrize(
    ("text", "figure", "metric", "modality"),
    [
        ("We are increasing our full year net earnings range to $87 million to $95 million on the back of the upside.", "$87 million to $95 million", "net-income", "forecast"),
        ("For ferry shipments, the expected ranges are decreasing to 49 million tons to 50 million tons.", "49 million tons to 50 million tons", "shipments", "forecast"),
        ("From a revenue standpoint, $5.3 billion to $5.5 billion.", "$5.3 billion to $5.5 billion", "revenue", "forecast"),
        ("We expect the following: revenue of $52 billion, comparable sales growth of 10.5%.", "10.5%", "same-store-sales", "forecast"),
        ("We are pleased to provide our 2024 guidance. Comparable sales growth of 3%.", "3%", "same-store-sales", "forecast"),
        ("I'd like to point out that revenue rose 4%.", "4%", "revenue", "reported"),
        ("We expect revenue growth to be between 7% and 10% inclusive of the two we bought.", "7% and 10%", "revenue", "forecast"),
        ("We expect our earnings per share, excluding restructuring charges, deal costs and changes in value, to be in the range of $0.90 to $0.98.", "$0.90 to $0.98", "earnings-per-share", "forecast"),
        ("NAREIT FFO was $1.72 per share. For the fourth quarter, we gave guidance of $1.68 to $1.70 per share.", "$1.68 to $1.70 per share", "ffo-per-share", "forecast"),
        ("We closed five mergers, representing $16 million of revenue.", "$16 million", "~revenue", "reported"),
        ("Administrative expenses as a percentage of sales came in at 12%.", "12%", "general-and-administrative", "reported"),
        ("In the quarter, we recorded a pre-tax gain of $275 million.", "$275 million", "booked-gain", "reported"),
        ("Turning to RevPAR, the third quarter was 2.9% higher.", "2.9%", "revpar", "reported"),
        ("Operating margins expanded an exceptional 190 basis points to 24.7%.", "24.7%", "operating-margin", "reported"),
        ("Net earnings growth of 22%, adjusted EBITDAC growth of 13%.", "13%", "ebitdac", "reported"),
        ("Profit at our projects increased by 23%.", "23%", "net-income", "reported"),
    ],
)  # fmt: skip
def test_what_is_told_and_how(text: str, figure: str, metric: str, modality: str) -> None:
    claim = spoken(text)[figure]
    assert (claim.metric, claim.modality) == (metric, modality)


def test_a_share_of_sales_is_a_share() -> None:
    claim = spoken("Advertising as a percentage of sales rose to 9%.")["9%"]
    assert (claim.metric, claim.measure, scope(claim)) == ("~advertising", "share", {"of": "revenue"})


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("We are increasing our full year earnings range to $87 million on the back of the third quarter upside.", "$87 million", "2023"),
        ("Our year-to-date adjusted earnings per share were $2.01.", "$2.01", "2023-TD"),
        ("The slides cover our year-to-date performance and show the 5% growth and our earnings per share which were $2.01.", "$2.01", "2023-TD"),
        ("Our termination income totaled $6.1 million.", "$6.1 million", "2023-Q3"),
        ("We expect this issue will carry into 2025. We expect revenue of $45 million.", "$45 million", ""),
        ("Now moving to the items for the fourth quarter. We expect revenue of $45 million.", "$45 million", "2023-Q4"),
        ("We expect sales to be down 2%, which is on top of our 12.6% growth in the fourth quarter of last year.", "2%", ""),
    ],
)  # fmt: skip
def test_for_which_time(text: str, figure: str, period: str) -> None:
    assert {label.removeprefix("FY") for label in labels(spoken(text)[figure])} == (
        {period} if period else set()
    )


def test_a_name_whose_officers_speak_is_the_company_itself() -> None:
    text = "With me is Dana Holt, Hull's President and CEO. Hull's research spending was $32 million."
    claim = spoken(text, "HBL Q3 2023 earnings call")["$32 million"]
    assert (claim.entity.id, scope(claim)) == ("~hbl", {})


def test_a_ticker_of_another_market_is_nobody_known() -> None:
    assert (
        spoken("Our corporate costs were $200 million.", "ADM Q1 2021 earnings call")[
            "$200 million"
        ].entity.id
        == "~adm"
    )
