"""The day and the hour on the line below a headline, without a blank line between."""

from __future__ import annotations

import pytest

import factcheck


@pytest.mark.parametrize(
    "line",
    [
        "April 30, 2014 / 11:12 AM / 3 years ago",
        "30 April 2014, 11:12",
        "Wed, 30 April 2014 11:12 GMT",
        "2014-04-30 11:12",
    ],
)
def test_it_dates_the_article(line: str) -> None:
    text = f"Castell reports rise in operating profit\n{line}\n\nCastell Foods said profit rose 4 %.\n"
    article = factcheck.article(text, path="a.txt")
    assert str(article.published) == "2014-04-30"
    assert article.title == "Castell reports rise in operating profit"


def test_a_wrapped_title_keeps_its_date() -> None:
    text = "The council will meet to settle its budget for the year on\nApril 30, 2014 whatever the weather may be then\n"
    assert factcheck.article(text, path="a.txt").published is None
