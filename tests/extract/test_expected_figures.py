"""What somebody foresaw beside what came, and other plain sentences of business news. Sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims_of, scope


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("Adjusted earnings were $1.24 a share, beating the $1.18 analysts expected.", "$1.18", "earnings-per-share"),
        ("Harbour Line earned $1.24 a share, above the $1.18 analysts had expected.", "$1.18", "earnings-per-share"),
        ("Sales rose to $44.6 billion, beating the $40.1 billion analysts expected.", "$40.1 billion", "revenue"),
        ("Employers added 73,000 jobs, far fewer than the 110,000 economists had expected.", "110,000", "~job"),
    ],
)  # fmt: skip
def test_what_was_expected(text: str, figure: str, metric: str) -> None:
    claim = claims_of(text)[figure]
    assert (claim.metric, claim.modality) == (metric, "forecast")


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Line earned $1.24 a share, above the $1.18 analysts had expected.",
        "Harbour Line earned $1.24 a share, beating the figure analysts had expected.",
    ],
)
def test_what_came_was_not_foreseen(text: str) -> None:
    claim = claims_of(text)["$1.24 a share"]
    assert (claim.entity.name, claim.metric, claim.modality) == (
        "Harbour Line",
        "earnings-per-share",
        "reported",
    )


def test_a_few_analysts_are_counted() -> None:
    assert claims_of("The 12 analysts expected sales of $5 million.")["12 analysts"].metric == "~analyst"


@pytest.mark.parametrize(
    ("text", "figure", "metric", "measure"),
    [
        (
            "Harbour Line agreed to buy Castell for $1.2 billion in cash.",
            "$1.2 billion",
            "deal-value",
            "level",
        ),
        (
            "Harbour Line agreed to buy Castell for $1.2 billion in stock.",
            "$1.2 billion",
            "deal-value",
            "level",
        ),
        ("Harbour Line has $1.2 billion in cash.", "$1.2 billion", "cash", "level"),
        ("Advertising revenue rose to $71 billion, or 77% of the total.", "77%", "revenue", "share"),
        (
            "Harbour Line cut its full-year profit forecast to £40 million.",
            "£40 million",
            "net-income",
            "level",
        ),
    ],
)
def test_plain_business(text: str, figure: str, metric: str, measure: str) -> None:
    claim = claims_of(text)[figure]
    assert (claim.metric, claim.measure) == (metric, measure)


def test_a_share_of_revenue_behind_what_was_spent() -> None:
    claim = claims_of("Harbour Line spent $2.3 billion on research and development, 14% of revenue.")["14%"]
    assert (claim.metric, claim.measure, scope(claim)) == (
        "research-and-development",
        "share",
        {"of": "revenue"},
    )


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("The strike cost Harbour Line £30 million in lost revenue.", "£30 million", "~lost revenue"),
        ("The group sees operating profit at the top end of its £200 million to £220 million range.", "£200 million to £220 million", "operating-income"),
        ("Advertising accounted for 98% of its $47.5 billion in revenue.", "$47.5 billion", "revenue"),
        ("Housing starts rose 4.6% to a seasonally adjusted annual rate of 1.32 million units.", "1.32 million units", "housing-starts"),
        ("The central bank raised its key rate by a quarter point to 4.5%.", "a quarter point", "policy-rate"),
    ],
)  # fmt: skip
def test_more_plain_business(text: str, figure: str, metric: str) -> None:
    assert claims_of(text)[figure].metric == metric


def test_the_end_of_a_month_a_year_before() -> None:
    claims = claims_of("Debt was €12.4 billion at the end of June, against €11.1 billion a year earlier.")
    assert claims["€11.1 billion"].period.label == "2024-06-END"


@pytest.mark.parametrize(
    ("text", "figure", "metric", "prior"),
    [
        ("It posted revenue of £47.2m (2024: £39.8m).", "£39.8m", "revenue", True),
        ("Revenue: £412m, up 4% (H1 2024: £396m).", "£396m", "revenue", True),
        ("Harbour Line lost $12 million, compared with a loss of $31 million a year earlier.", "$12 million", "net-loss", False),
        ("Harbour Line lost $12 million, compared with a loss of $31 million a year earlier.", "$31 million", "net-loss", True),
        ("Harbour Line lost $12 million to fraud.", "$12 million", "~loss", False),
        ("Harbour Line's profit was 34 cents a share, below estimates of 66 cents.", "66 cents", "earnings-per-share", False),
        ("Earnings of $1.02 a share topped the average analyst estimate of 98 cents.", "98 cents", "earnings-per-share", False),
        ("Farrow's said its loss narrowed to $14 million from $22 million.", "$14 million", "net-loss", False),
        ("The S&P 500 lost 42 points, or 0.7%, to close at 6,297.", "6,297", "index-level", False),
    ],
)  # fmt: skip
def test_bases_and_losses(text: str, figure: str, metric: str, prior: bool) -> None:
    claim = claims_of(text)[figure]
    assert (claim.metric, claim.prior, claim.measure) == (metric, prior, "level")


def test_what_missed_expectations_came() -> None:
    claim = claims_of("Revenue missed expectations at $734 million.")["$734 million"]
    assert (claim.metric, claim.modality) == ("revenue", "reported")


def test_three_months_before_are_a_quarter() -> None:
    assert claims_of("Sales were up 5% on the previous three months.")["5%"].basis == "quarter-on-quarter"


def test_earnings_adjusted_for_something_are_adjusted() -> None:
    claim = claims_of("Earnings, adjusted for one-time gains and costs, came to $3.52 per share.")[
        "$3.52 per share"
    ]
    assert (claim.metric, scope(claim)) == ("earnings-per-share", {"accounting": "adjusted"})


def test_a_base_is_adjusted_as_what_is_compared_with_it() -> None:
    text = "Adjusted earnings were $1.93 a share, up from a loss per share of $3.04 a year earlier."
    assert scope(claims_of(text)["$3.04"]) == {"accounting": "adjusted"}


def test_a_small_loss_as_a_base_is_of_a_share() -> None:
    text = "Profit was $139 million, or $0.78 a share. This is up from a loss of $4.01 a year earlier."
    claim = claims_of(text)["$4.01"]
    assert (claim.metric, claim.prior) == ("loss-per-share", True)
