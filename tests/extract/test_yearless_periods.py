"""Months, quarters and halves without a year: the tense says whether they have been or are to come."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.claim import Claim
from tests.extract.reading import labels

PUBLISHED = "2025-11-27"


def only_claim(text: str, published: str = PUBLISHED) -> Claim:
    from datetime import date

    article = factcheck.article(text, path="a.txt", published=date.fromisoformat(published))
    claims = [claim for claim in factcheck.extract(article) if claim.kind != "date"]
    assert len(claims) == 1, claims
    return claims[0]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The port of Hallen handled 41,200 containers in March.", "2025-03"),
        ("The port of Hallen will handle 41,200 containers in March.", "2026-03"),
        ("The port of Hallen handled 41,200 containers in December.", "2024-12"),
        ("The port of Hallen expects to handle 41,200 containers in December.", "2025-12"),
        ("Third-quarter revenue at Hallen Ports rose to $412 million.", "2025-Q3"),
        ("Fourth-quarter revenue at Hallen Ports rose to $412 million.", "2024-Q4"),
        ("Hallen Ports expects fourth-quarter revenue of $412 million.", "2025-Q4"),
        ("First-half revenue at Hallen Ports rose to $412 million.", "2025-H1"),
    ],
)
def test_the_tense_says_which_year(sentence: str, label: str) -> None:
    assert label in labels(only_claim(sentence))


def test_a_title_without_a_year_says_what_is_reported_on() -> None:
    text = "Hallen Ports third-quarter results\n\nRevenue rose to $412 million at Hallen Ports.\n"
    assert "2025-Q3" in labels(only_claim(text))


def test_a_stated_year_goes_before_the_tense() -> None:
    claim = only_claim("The port of Hallen handled 41,200 containers in December 2023.")
    assert labels(claim) == {"2023-12"}


def test_the_present_tense_leaves_both_years_open_to_nearness() -> None:
    claim = only_claim("The port of Hallen is handling 41,200 containers in December.")
    assert labels(claim) == {"2025-12"}
