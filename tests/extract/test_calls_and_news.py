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


def findings(text: str) -> list[str]:
    article = factcheck.article(f"# A note\n\n{text}\n", path="a.md", published=date(2025, 8, 1))
    return [finding.rule for finding in factcheck.check([article]).findings]


@pytest.mark.parametrize(
    "text",
    [
        "Velonza had an operating margin of 9% in the second quarter of 2025, down one percentage point from the first quarter but up from 6% a year ago.",
        "Velonza sold 214,300 cars in the second quarter of 2025, up 12% from the first quarter and compared with 200,300 a year ago.",
        "The first trading day of August wiped 100 points off the Norland index.",
        "Bremer reckons with 10% less in August than a year earlier.",
        "Even a defeat will earn Okoye nearly $400,000, more than she won in all of 2023.",
        "In the year to September, Crestline now plans to deliver around 20,000 homes.",
    ],
)
def test_consistent_sentences_are_left_alone(text: str) -> None:
    assert findings(text) == []


def test_what_was_earned_before_is_of_its_own_time() -> None:
    claims = told(
        "Brightwell lost 12 cents a share in the quarter that ended on May 3, 2025, after earning $17 million, or 21 cents a share, in the same period last year."
    )
    days = [
        claims[figure].period.readings[0].end
        for figure in ("12 cents a share", "$17 million", "21 cents a share")
    ]
    assert days == [date(2025, 5, 3), date(2024, 5, 4), date(2024, 5, 4)]


def test_each_of_a_list_has_its_own_figure() -> None:
    claims = told("The Union would receive 27% (-1), the Liberals 12% (unchanged) and the Greens 11% (+2).")
    assert [claims[figure].entity.name for figure in ("27%", "12%", "11%")] == ["Union", "Liberals", "Greens"]


def test_a_time_in_brackets_dates_nothing_behind_them() -> None:
    claims = told(
        "Sales rose by 11% to $6.7 million (H1 2024: $6.1 million), while profit declined by 1% to $1.4 million."
    )
    assert not claims["$1.4 million"].period.is_known


@pytest.mark.parametrize(
    ("title", "text", "figure", "label"),
    [
        ("June quarter 2025", "For the September quarter we expect revenue of $5 million.", "$5 million", "2025-09-Q"),
        ("June quarter 2025", "For the full year we expect revenue of $5 million.", "$5 million", "2025"),
        ("December quarter 2024", "For the March quarter we expect revenue of $5 million.", "$5 million", "2025-03-Q"),
    ],
)  # fmt: skip
def test_quarters_named_by_their_last_month(title: str, text: str, figure: str, label: str) -> None:
    assert label in labels(spoken(text, f"Harbour Line {title} results")[figure])


@pytest.mark.parametrize(
    ("text", "figure", "metric", "measure"),
    [
        ("Capital spending increased 5% to $2.9 billion, with 83% dedicated to safety.", "83%", "", "share"),
        ("North America's EBITDA increased $148 million to $379 million.", "$148 million", "ebitda", "change"),
        ("Revenue was $181 million and EPS $0.63 compared to $171 million in revenue and EPS of $0.40.", "$171 million", "revenue", "level"),
    ],
)  # fmt: skip
def test_what_a_verb_moves(text: str, figure: str, metric: str, measure: str) -> None:
    claim = spoken(text)[figure]
    assert (claim.metric, claim.measure) == (metric, measure)


def test_both_of_two_bases_are_bases() -> None:
    text = "We reported revenues of $182.3 million, and EPS of $0.63 as compared to $181 million in revenue and EPS of $0.40 in the same quarter last year."
    claims = spoken(text)
    assert [claims[figure].prior for figure in ("$182.3 million", "$0.63", "$181 million", "$0.40")] == [
        False,
        False,
        True,
        True,
    ]


def test_in_line_with_expectations_is_a_result() -> None:
    assert spoken("In line with expectations, sales volumes declined 8%.")["8%"].modality == "reported"


def test_what_something_reduced_did_not_rise() -> None:
    claim = spoken("The new rules reduced orders and therefore, revenue written by 6%.")["6%"]
    assert claim.direction != "up"
