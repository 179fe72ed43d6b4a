"""Figures said of two at once are claims about each."""

from __future__ import annotations

from datetime import date

import pytest

import factcheck


def told(text: str) -> list[tuple[str, str, str]]:
    article = factcheck.article(f"# A note\n\n{text}\n", path="a.md", published=date(2025, 3, 4))
    claims = [claim for claim in factcheck.extract(article) if claim.quantity is not None]
    return [(claim.span.of(article.text), claim.entity.name, claim.metric) for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Sales at both Acme and Borel rose 12% in 2024.",
        "Both Acme and Borel reported a 12% rise in sales in 2024.",
        "In 2024 Acme and Borel each grew sales by 12%.",
    ],
)
def test_two_claims_of_one_figure(text: str) -> None:
    assert sorted(told(text)) == [("12%", "Acme", "revenue"), ("12%", "Borel", "revenue")]


def test_both_alone_means_the_two_named_before() -> None:
    found = told("Acme's vans and Borel's ships sold well, lifting both to sales of $5 million in 2024.")
    assert sorted(name for _, name, _ in found) == ["Acme", "Borel"]


def test_what_is_said_of_one_stays_with_it() -> None:
    found = told("Both Acme and Borel raised prices by 3% in 2024, and Borel's profit rose 4%.")
    assert [name for figure, name, _ in found if figure == "4%"] == ["Borel"]


def test_a_share_of_both_is_one_of_the_two_together() -> None:
    found = told("Acme and Borel are allies, and it positions both for an 85% share of the market by 2027.")
    assert [(figure, name) for figure, name, _ in found] == [("85%", "Acme and Borel")]


def test_a_figure_said_of_both_is_held_against_the_second_too() -> None:
    one = factcheck.article(
        "# Shops\n\nIn 2024 sales at both Acme and Borel rose 12.4%.\n",
        path="one.md",
        published=date(2025, 3, 4),
    )
    two = factcheck.article(
        "# Borel\n\nBorel's sales rose 14.2% in 2024.\n", path="two.md", published=date(2025, 3, 4)
    )
    found = factcheck.check([one], against=[two]).findings
    assert any("14.2%" in finding.message and "12.4%" in finding.message for finding in found)
