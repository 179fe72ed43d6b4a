"""Somebody grew, and nothing says in what: a company by its revenue, a country by its output, others by no measure."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.claim import Claim
from tests.extract.reading import claims_of


def held(claim: Claim) -> tuple[str, str, str]:
    """Whose growth it is, which part of whom, and in what."""
    return claim.entity.name, dict(claim.scope).get("segment", ""), claim.metric


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("AWS grew 18% in the second quarter of 2025.", "18%", ("Amazon", "aws", "revenue")),
        ("Analysts praised AWS growth of 18% in the quarter.", "18%", ("Amazon", "aws", "revenue")),
        ("Amazon posted growth of 17.5% in AWS.", "17.5%", ("Amazon", "aws", "revenue")),
        ("Growth at Microsoft Azure picked up to 39% from 33%.", "39%", ("Microsoft", "azure", "revenue")),
        ("Growth at Microsoft Azure picked up to 39% from 33%.", "33%", ("Microsoft", "azure", "revenue")),
        ("AWS growth was 17.5%, against 39% for Azure.", "39%", ("Microsoft", "azure", "revenue")),
        ("Shares of Amazon rose 3% on Friday after AWS growth of 18%.", "18%", ("Amazon", "aws", "revenue")),
        ("Shares of Amazon rose 3% on Friday after AWS growth of 18%.", "3%", ("Amazon", "", "share-price")),
        ("Tesco's freight business grew 26% to $4.7 billion.", "26%", ("Tesco", "freight", "revenue")),
        (
            "Tesco's freight business grew 26% to $4.7 billion.",
            "$4.7 billion",
            ("Tesco", "freight", "revenue"),
        ),
        ("China grew 5.3% in the second quarter of 2025.", "5.3%", ("China", "", "gdp")),
        ("Germany's growth slowed to 0.2%.", "0.2%", ("Germany", "", "gdp")),
    ],
)
def test_what_a_company_or_a_country_grows_by(text: str, figure: str, told: tuple[str, str, str]) -> None:
    claim = claims_of(text)[figure]
    assert held(claim) == told and claim.measure == ("level" if figure[0] == "$" else "change")


def test_a_rival_s_growth_behind_a_measured_subject_is_not_of_what_the_subject_measures() -> None:
    text = "Ebbets Cloud's orders climbed 31% in the spring. This pace rivals Amazon, despite the latter's 17.5% growth in AWS."
    assert held(claims_of(text)["17.5%"]) == ("Amazon", "aws", "revenue")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Amazon rose 3% on Friday.", "3%"),
        ("The Tolland choir grew 12% over the winter.", "12%"),
        ("Tesco's freight business is worth $47 billion.", "$47 billion"),
    ],
)
def test_what_does_not_grow_or_is_no_business_gets_no_revenue(text: str, figure: str) -> None:
    assert claims_of(text)[figure].metric != "revenue"


def test_a_conflict_over_a_measure_that_nothing_names_is_no_error() -> None:
    articles = [
        factcheck.article(f"# Azure\n\n{text}\n", path=f"{at}.md", published=f"2025-08-{29 + at}")
        for at, text in enumerate(
            (
                "Azure grew 39% in the quarter ended June 30, 2025.",
                "Azure revenue rose 34% in the quarter ended June 30, 2025.",
            )
        )
    ]
    (finding,) = factcheck.check(articles).findings
    assert (finding.rule, finding.severity) == ("value-conflict", "warning")
    assert finding.reasons == ("the metric is assumed, not stated",)


@pytest.mark.parametrize(
    ("text", "figure", "part"),
    [
        ("Grocery volume fell 3% and sales rose 5%.", "5%", "grocery"),
        ("Grocery sales fell 3%, while operating profit rose 5%.", "5%", "grocery"),
        ("Cloud revenue rose 26% and net income fell 5%.", "5%", ""),
        ("Cloud revenue rose 26% and total revenue rose 5%.", "5%", ""),
        ("Cloud profit rose 26%, but overall operating profit fell 5%.", "5%", ""),
        ("Cloud revenue rose 26%. Sales rose 5%.", "5%", ""),
    ],
)
def test_what_is_joined_to_the_measure_of_a_part_goes_on_with_it(text: str, figure: str, part: str) -> None:
    assert dict(claims_of(text)[figure].scope).get("segment", "") == part


def test_a_sentence_that_foresees_something_of_a_quarter_dates_the_guidance_behind_it() -> None:
    text = (
        "We expect Tolland's sales to grow in the first quarter.\n\n"
        "We expect sales to be in the range of $3.5 billion to $3.7 billion.\n"
    )
    claim = claims_of(text, "Tolland Q4 2021 earnings call")["$3.5 billion to $3.7 billion"]
    assert claim.period.label == "2022-Q1"
