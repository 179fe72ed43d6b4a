"""Two words that name one part of a company: "food and beverage sales", "the commercial & industrial group"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from tests.extract.reading import claims_of, scope, spoken


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("food and beverage sales rose 4 percent.", "food beverage"),
        ("food & beverage sales rose 4 percent.", "food beverage"),
        ("Oil & gas sales rose 4 percent.", "oil gas"),
        ("Our food and beverage sales rose 4 percent.", "food beverage"),
        ("commercial & industrial group sales rose 4 percent.", "commercial industrial"),
        ("In the Commercial & Industrial Group, sales rose 4 percent.", "commercial industrial"),
    ],
)
def test_both_words_name_the_part(text: str, segment: str) -> None:
    claim = spoken(f"\n\n{text}\n\n")["4 percent"]
    assert (claim.metric, scope(claim).get("segment")) == ("revenue", segment)


@pytest.mark.parametrize(
    "text",
    [
        "Marks & Spencer said food & clothing sales rose 4% in 2024.",
        "Food & drink sales at Marks & Spencer rose 4% in 2024.",
    ],
)
def test_a_name_with_the_sign_stays_a_name(text: str) -> None:
    claim = claims_of(text)["4%"]
    assert (claim.entity.name, claim.metric, claim.measure) == ("Marks & Spencer", "revenue", "change")


def test_two_measures_stay_two() -> None:
    claims = claims_of("Norvane said strong demand and higher sales lifted profit by 4 percent in 2024.")
    assert claims["4 percent"].metric == "net-income"


def test_research_and_development_has_its_sign_too() -> None:
    claims = claims_of("Norvane said research & development expense was $5 million in 2024.")
    assert claims["$5 million"].metric == "research-and-development"


WORDS = st.sampled_from(
    ["food", "5", "$3 million", "and", "&", "sales", "the", "group", "oil", ",", "2024", "rose", "Norvane"]
)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    article = factcheck.article(" ".join(words) + ".\n", path="a.md")
    for claim in factcheck.extract(article):
        assert 0 <= claim.span.start < claim.span.end <= len(article.text)
