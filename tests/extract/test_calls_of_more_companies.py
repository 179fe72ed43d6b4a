"""What calls of a third set of companies showed. Sentences of our own."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import labels, scope, spoken

YEAR_END = "Harbour Line Q4 2023 earnings call"


@pytest.mark.parametrize(
    ("text", "figure", "metric", "measure"),
    [
        ("All of this led to adjusted EBITDA increasing 76% to $413 million.", "$413 million", "ebitda", "level"),
        ("Versus Q3 2022, net sales were down 10.5%.", "10.5%", "revenue", "change"),
        ("We expect free cash flow, including payments for merger costs, to be in the range of $16 to $17 billion.", "$16 to $17 billion", "free-cash-flow", "level"),
        ("The segment was strong with revenue growth of 7% to $202.9 million.", "$202.9 million", "revenue", "level"),
        ("We had $28 million of cash from operating activities, or 6.5% of net sales, which is down from $37 million.", "$37 million", "operating-cash-flow", "level"),
        ("We expect capex to fall between $500 to $700 million.", "$500 to $700 million", "capital-expenditure", "level"),
        ("Capital spending increased 5% or $131 million to $2.9 billion.", "$131 million", "capital-expenditure", "change"),
        ("Capital spending increased 5% or $131 million to $2.9 billion.", "$2.9 billion", "capital-expenditure", "level"),
        ("Strong wells drove production of 508 Bcfe.", "508 Bcfe", "production", "level"),
        ("Our production averaged 669 Mboe per day.", "669 Mboe per day", "production", "level"),
        ("We still forecast an income tax rate of 24%.", "24%", "tax-rate", "ratio"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, figure: str, metric: str, measure: str) -> None:
    claim = spoken(text)[figure]
    assert (claim.metric, claim.measure) == (metric, measure)


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("Revenue was $5 million compared with $4 million last year.", "$4 million", "2022-Q4"),
        ("We ended 2023 with $3.6 billion in cash.", "$3.6 billion", "2023-Q4"),
        ("Cash was $3.6 billion at the end of the fourth quarter.", "$3.6 billion", "2023-Q4"),
        ("Debt was $4.9 billion, down from $5.7 billion at the end of 2022.", "$5.7 billion", "2022-END"),
        ("Looking to the rest of 2024, during the second quarter, we expect revenue of $5 million.", "$5 million", "2024-Q2"),
    ],
)  # fmt: skip
def test_times_in_the_results_of_a_year(text: str, figure: str, label: str) -> None:
    assert label in labels(spoken(text, YEAR_END)[figure])


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        (
            "We see revenue of $2 billion, and earnings per share from continuing operations of $1.80.",
            "$2 billion",
            {},
        ),
        ("Earnings from continuing operations were $2 billion.", "$2 billion", {"operations": "continuing"}),
        ("Non-gap net income was $93 million.", "$93 million", {"accounting": "adjusted"}),
        ("Our team delivered revenue of $93 million.", "$93 million", {}),
        ("Our indicated annual dividend is $3.48 per share.", "$3.48 per share", {}),
    ],
)
def test_what_belongs_to_a_measure(text: str, figure: str, expected: dict[str, str]) -> None:
    assert scope(spoken(text)[figure]) == expected


def test_initials_name_the_company_of_a_ticker() -> None:
    article = factcheck.article(
        "# MTB Q4 2023 results\n\nWe thank you. We are glad. M&T's net income was $93 million. We grew. m&t bank q4 net income $93 million.\n",
        path="call.md",
    )
    claims = [claim for claim in factcheck.extract(article) if claim.quantity is not None]
    assert [(claim.entity.id, scope(claim)) for claim in claims] == [("~mtb", {}), ("~mtb", {})]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Our ratio was estimated at 11.7% at the end of the quarter.", "reported"),
        ("Our tax rate for 2024 is estimated to be 30%.", "forecast"),
        ("Analysts estimated revenue of $5 million.", "forecast"),
    ],
)
def test_estimates_of_what_is_over(text: str, modality: str) -> None:
    assert [claim.modality for claim in spoken(text).values()] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "raises fy 2023 adjusted ebitda outlook to $946 million to $752 million.",
        "raises fy 2023 adjusted ebitda target to $946 million to $752 million.",
        "sees fy 2023 adjusted ebitda of $946 million to $752 million.",
    ],
)
def test_a_range_that_guidance_is_raised_to_may_be_upside_down(text: str) -> None:
    article = factcheck.article(f"# NRV Q3 2023 results\n\n{text}\n", path="call.md")
    claims = [claim for claim in factcheck.extract(article) if claim.quantity is not None]
    assert [claim.span.of(article.text) for claim in claims] == ["$946 million to $752 million"]
    assert "range-inverted" in claims[0].marks


def test_a_class_of_shares_is_no_measure() -> None:
    claim = spoken("We repurchased $6.5 billion of our class A common stock.")["$6.5 billion"]
    assert claim.metric == "share-buyback"


def test_a_previous_target_is_of_the_same_measure() -> None:
    text = "We raised our annual sales target to $6.8 to $7 billion, which is up from our previous target of $6.7 to $6.9 billion."
    claim = spoken(text)["$6.7 to $6.9 billion"]
    assert (claim.metric, claim.prior) == ("revenue", True)


def test_a_long_name_does_not_rename_a_ticker() -> None:
    call = factcheck.article(
        "# REX Q4 2023 earnings call\n\nWelcome to REX American Resources. We thank you. We are glad. REX American Resources grew. Our revenue was $5 million.\n",
        path="call.md",
    )
    claims = [claim for claim in factcheck.extract(call) if claim.quantity is not None]
    assert [claim.entity.id for claim in claims] == ["~rex"]


@pytest.mark.parametrize(
    ("text", "figure", "metric", "measure"),
    [
        ("Net income increased 13% to $10.3 million, or $0.75 per share.", "$0.75 per share", "earnings-per-share", "level"),
        ("Net income increased $10.3 million, or $0.75 per share.", "$0.75 per share", "earnings-per-share", "change"),
        ("G&A expenses are expected to be $3.7 million per quarter.", "$3.7 million per quarter", "general-and-administrative", "level"),
    ],
)  # fmt: skip
def test_a_figure_told_in_another_way(text: str, figure: str, metric: str, measure: str) -> None:
    claim = spoken(text)[figure]
    assert (claim.metric, claim.measure) == (metric, measure)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Now turning to the full year 2023, we reported sales of $60 million.", "2023"),
        (
            "Paint sales fell to $60 million, due in part to a large sale in the fourth quarter of 2022.",
            "2023-Q4",
        ),
    ],
)
def test_openings_and_reasons(text: str, label: str) -> None:
    assert label in labels(spoken(text, YEAR_END)["$60 million"])


def test_two_bases_in_a_row_hold_both() -> None:
    claim = spoken("We earned $0.40 per share on a GAAP basis from continuing operations.")["$0.40 per share"]
    assert scope(claim) == {"accounting": "gaap", "operations": "continuing"}


def test_percent_of_revenue_behind_a_sum_is_the_sums() -> None:
    claim = spoken("\n\nq3 operating profit $1.25 billion, 36.8 percent of revenue.\n\n")["36.8 percent"]
    assert (claim.metric, claim.measure, scope(claim)) == ("operating-income", "share", {"of": "revenue"})


def test_the_basis_that_a_clause_opens_with_stays() -> None:
    text = "Revenue grew by 2%, and excluding one-time items, loss per share from continuing operations was $0.59."
    assert scope(spoken(text)["$0.59"]) == {"accounting": "adjusted", "operations": "continuing"}
