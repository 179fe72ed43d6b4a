"""What holds in a company's own words and not in the news: readings that were once too bold. Sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

import factcheck
from factcheck.claim import Claim
from tests.extract.reading import labels, scope, spoken


def told(text: str) -> dict[str, Claim]:
    article = factcheck.article(f"# A note\n\n{text}\n", path="a.md", published=date(2025, 8, 1))
    return {claim.span.of(article.text): claim for claim in factcheck.extract(article) if claim.quantity}


@pytest.mark.parametrize(
    ("text", "figure", "name", "metric"),
    [
        ("Harbour Line blamed inflation, which rose 4% in June.", "4%", "inflation", "inflation"),
        ("Harbour Line reported revenue, which rose 4% in 2024.", "4%", "Harbour Line", "revenue"),
        ("IBM SALES WERE $14.5 BILLION IN 2023.", "$14.5 BILLION", "IBM", "revenue"),
        ("Food & drink sales rose 4% at Castell in 2024.", "4%", "Castell", "revenue"),
        ("Harbour Line's output rose 8%. It reiterated its previous forecast of 5% growth for 2025.", "5%", "Harbour Line", "production"),
    ],
)  # fmt: skip
def test_whose_and_what(text: str, figure: str, name: str, metric: str) -> None:
    claim = told(text)[figure]
    assert (claim.entity.name, claim.metric, claim.prior) == (name, metric, False)


@pytest.mark.parametrize(
    "text",
    [
        "Acme and Borel both rose, with Corven's sales up 12% in 2024.",
        "Acme and Borel both said combined sales rose 12% in 2024.",
        "Sales at both Acme and Borel rose 12% and 9% respectively.",
    ],
)
def test_both_gives_no_figure_of_another_to_two(text: str) -> None:
    article = factcheck.article(f"# A note\n\n{text}\n", path="a.md", published=date(2025, 8, 1))
    figures = [claim.span for claim in factcheck.extract(article) if claim.quantity is not None]
    assert len(figures) == len(set(figures))


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("The 2023 half marathon drew 4,000 runners.", "4,000 runners", "2023"),
        ("The 2022 period drama drew 4 million viewers.", "4 million viewers", "2022"),
    ],
)
def test_a_year_before_a_name(text: str, figure: str, label: str) -> None:
    assert told(text)[figure].period.label == label


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Revenue was $42 million compared with $36 million in all of last year.", "$36 million"),
        ("Castell's margin was 4% in Q3 compared with 3% last year.", "3%"),
    ],
)
def test_a_whole_year_stays_one(text: str, figure: str) -> None:
    assert "2022" in labels(spoken(text)[figure])


def test_currencies_and_units_in_capitals() -> None:
    claims = told("SALES WERE C$40 MILLION AND EUR 41 MILLION; THE PLANT MADE 400 MW.")
    units = [claim.quantity.unit for claim in claims.values() if claim.quantity is not None]
    assert units == ["Canadian dollar", "euro", "megawatt"]


def test_the_coachs_team_is_not_the_coach() -> None:
    assert told("The coach said his team won 14 games.")["14 games"].entity.name == "his team"


def test_a_cost_between_two_clauses_moves_for_itself() -> None:
    claim = told("Prices supported by demand rose 4% in June.")["4%"]
    assert (claim.entity.name, scope(claim)) == ("Prices", {})
