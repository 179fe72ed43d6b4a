"""Times said twice: words counted from the dateline, and the date beside them."""

from __future__ import annotations

import pytest

import factcheck


def twice(text: str, published: str = "2025-12-22") -> list[str]:
    article = factcheck.article(text, published=published)
    return [c.span.of(article.text) for c in factcheck.extract(article) if "dated-twice" in c.marks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales rose 26% last month, in October, the guild said.", ["last month, in October"]),
        ("The plant opened this Monday (December 15).", ["this Monday (December 15"]),
        ("Founded in 1999, 26 years ago, the firm employs 300 people.", ["1999, 26 years ago"]),
        ("PORT SABLE — The ferry sank yesterday, December 21, off Tarn.", ["yesterday, December 21"]),
        ("Sales rose last year, in 2024 they had fallen.", []),  # nothing closes the date
        ("Sales rose last year and in 2024.", []),
        ("Turnover rose in the last three years, from 2021 to 2023.", []),
        ("The vote takes place on Tuesday, December 23.", []),  # a weekday beside its date is another matter
    ],
)
def test_times_said_twice(text: str, found: list[str]) -> None:
    assert twice(text) == found


def test_without_a_dateline_words_mean_no_day() -> None:
    article = factcheck.article("Sales rose 26% last month, in October, the guild said.")
    assert not [c for c in factcheck.extract(article) if "dated-twice" in c.marks]


def test_an_undated_article_is_shown_by_its_first_words() -> None:
    text = "Sales rose 26% to $5 million from $4 million, said the guild that counts them all and knows the trade."
    article = factcheck.article(text)
    (undated,) = [c for c in factcheck.extract(article) if "undated" in c.marks]
    assert undated.span.of(text) == "Sales rose 26% to $5 million from $4"
    assert undated.sentence.of(text) == text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "a.md",
            "---\ntitle: What the guild counts\n---\nSales rose **26**% to $5 million from $4 million.\n",
        ),
        ("a.md", "# What the guild counts\n\nSales rose **26**% to $5 million from $4 million.\n"),
        (
            "a.html",
            "<html><head><title>What the guild counts</title></head><body><article><h2>More &amp; more</h2>"
            "<p>Sales rose <b>26</b>% to $5&nbsp;million from $4&nbsp;million, said the guild.</p></article></body></html>",
        ),
    ],
)
def test_an_undated_article_is_shown_by_its_title_wherever_that_stands(path: str, text: str) -> None:
    article = factcheck.article(text, path=path)
    (undated,) = [c for c in factcheck.extract(article) if "undated" in c.marks]
    assert undated.span.of(text) == "What the guild counts"
    assert undated.section == "title"
