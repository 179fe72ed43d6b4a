"""What calls of companies that nothing had been mended for showed: sums, shares, names and rates. Sentences of our own."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import spoken


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        (
            "Operating earnings were $374 million, or 93 cents per share.",
            "93 cents per share",
            "operating-earnings-per-share",
        ),
        ("And EPS, it was $4.70, a nice gain from last year's $4.51.", "$4.70", "earnings-per-share"),
        ("And EPS, it was $4.70, a nice gain from last year's $4.51.", "$4.51", "earnings-per-share"),
        ("On a reported basis, we had a loss of $0.31 a share.", "$0.31 a share", "loss-per-share"),
        ("We repurchased $142 million of shares in the quarter.", "$142 million", "share-buyback"),
        ("We plan to invest $350 million in real estate this year.", "$350 million", "investment"),
        ("Quarter-end backlog 12,089 homes valued at $7.7 billion.", "12,089 homes", "backlog"),
        (
            "The increase in our expense ratio by 20 basis points to 28.5% was due to storms.",
            "28.5%",
            "expense-ratio",
        ),
        (
            "The increase in our expense ratio by 20 basis points to 28.5% was due to storms.",
            "20 basis points",
            "expense-ratio",
        ),
        ("Paint sales showed a 9% decline consistent with last quarter.", "9%", "revenue"),
        (
            "Revenue was $176 million, with quarterly net income of $126 million also down 9%.",
            "9%",
            "net-income",
        ),
        (
            "Net income attributable to stockholders of $827 million compares to the $407 million of last year.",
            "$827 million",
            "net-income",
        ),
        (
            "We generated $1.3 billion of net income attributable to Charter shareholders.",
            "$1.3 billion",
            "net-income",
        ),
        ("Trailing 12-month free cash flow was $296 million.", "$296 million", "free-cash-flow"),
        ("All in, EBITDA at our cable segment grew 23% to reach $748 million.", "$748 million", "ebitda"),
        (
            "It should generate over $2 billion in full-year revenue for the first time.",
            "$2 billion",
            "revenue",
        ),
        (
            "Capex was about $11.5 billion, down from our prior view of about $12 million.",
            "$12 million",
            "capital-expenditure",
        ),
        ("We bought back $200 million of shares.", "$200 million", "share-buyback"),
        ("Net charge-offs $2.1 billion, or 15 basis points annualized.", "$2.1 billion", "charge-offs"),
    ],
)
def test_what_is_measured(text: str, figure: str, metric: str) -> None:
    claim = spoken(text)[figure]
    assert claim.metric == metric
    assert dict(claim.scope).get("segment") in (None, "cable", "paint")  # no part of "stockholders", "shares"


def test_up_before_a_figure_moves_that_figure() -> None:
    found = spoken("Total revenues of $1.14 billion up 24% versus the same period last year.")
    assert (found["$1.14 billion"].measure, found["24%"].measure) == ("level", "change")


def test_revenue_per_day_is_no_revenue() -> None:
    claim = spoken("We saw July revenue per day up 4%.")["4%"]
    assert (claim.metric, dict(claim.scope)["per"]) == ("revenue", "day")


def test_millions_without_a_sign_are_of_the_article_s_one_currency() -> None:
    found = spoken(
        "Revenue was $1.4 billion. Operating income of 176.4 million was a record. Unit sales of 5.4 million helped."
    )
    assert [found[figure].quantity.dimension for figure in ("176.4 million", "5.4 million")] == [
        "money:USD",
        "count:units-sold",
    ]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("ticker", "page", "scopes"),
    [
        (
            "HRBR",
            "harbour q3 earnings per share $1.30. cargo q3 sales $5 million.",
            {"$1.30": {}, "$5 million": {"segment": "cargo"}},
        ),
        (
            "CAT",
            "commercial transportation q3 sales $5 million.",
            {"$5 million": {"segment": "commercial transportation"}},
        ),
        ("ON", "online q3 sales $5 million.", {"$5 million": {"segment": "online"}}),
    ],
)
def test_the_letters_of_a_ticker_name_its_company(
    ticker: str, page: str, scopes: dict[str, dict[str, str]]
) -> None:
    article = factcheck.article(f"# {ticker} Q3 2023 results\n\n{page}\n", path="d.md")
    found = {c.quantity.text: dict(c.scope) for c in factcheck.extract(article) if c.quantity is not None}
    assert found == scopes


@pytest.mark.parametrize(("one", "other"), [("₹30 crore", "₹32 crore"), ("$3,000 million", "$3,400 million")])
def test_round_numbers_without_a_point_may_be_rounded(one: str, other: str) -> None:
    articles = [
        factcheck.article(f"# Castell Tools Q3 2025 {what}\n\nRevenue was {figure}.\n", path=f"{what}.md")
        for what, figure in (("results", one), ("call", other))
    ]
    assert "value-conflict" not in [finding.rule for finding in factcheck.check(articles).findings]


def test_a_figure_with_a_point_was_not_rounded_to_a_round_one() -> None:
    articles = [
        factcheck.article(
            f"# Castell Tools Q3 2025 {what}\n\nAdjusted earnings per share were {figure} in the third quarter.\n",
            path=f"{what}.md",
        )
        for what, figure in (("results", "$1.00"), ("call", "$0.79"))
    ]
    (finding,) = [one for one in factcheck.check(articles).findings if one.rule != "undated"]
    assert finding.rule == "value-conflict"


def test_the_results_of_one_quarter_are_compared_by_fiscal_and_plain_label() -> None:
    articles = [
        factcheck.article(f"# Castell Tools Q4 2020 {what}\n\n{text}\n", path=f"{what}.md")
        for what, text in (
            ("results", "Q4 adjusted earnings per share $0.31."),
            (
                "call",
                "We reported $0.35 in adjusted earnings per share in the fourth quarter of fiscal 2020.",
            ),
        )
    ]
    assert "value-conflict" in [one.rule for one in factcheck.check(articles).findings]


@pytest.mark.parametrize(("told", "conflicts"), [("$0.38", True), ("$0.34", False)])
def test_cents_per_share_are_held_against_dollars(told: str, conflicts: bool) -> None:
    articles = [
        factcheck.article(f"# DLX Q4 2020 {what}\n\n{text}\n", path=f"{what}.md")
        for what, text in (
            ("results", f"q4 earnings per share {told}."),
            ("earnings call", "We reported net income of $252 million, or 34 cents per share."),
        )
    ]
    assert ("value-conflict" in [one.rule for one in factcheck.check(articles).findings]) is conflicts


def test_what_a_dividend_comes_to_in_a_year_does_not_date_it() -> None:
    text = "We announced a $0.21 per share dividend for the third quarter, which annualizes to $0.84 per share for the year."
    claim = spoken(text)["$0.21 per share"]
    assert "2023-Q3" in {reading.label for reading in claim.period.readings}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We expect earnings of $2.99 per share to $3.06 per share.", ["$2.99 per share to $3.06 per share"]),
        (
            "We expect earnings between $2.99 per share and $3.06 per share.",
            ["$2.99 per share and $3.06 per share"],
        ),
        (
            "We raised our dividend by $0.10 per share to $0.60 per share.",
            ["$0.10 per share", "$0.60 per share"],
        ),
        ("Shares fell from $2.99 per share to $2.06 per share.", ["$2.99 per share", "$2.06 per share"]),
    ],
)
def test_a_range_may_say_per_share_twice(text: str, figures: list[str]) -> None:
    assert list(spoken(text)) == figures
