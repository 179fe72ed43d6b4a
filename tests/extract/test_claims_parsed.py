"""Words that could be two things, where the words around them tell: verbs after all, asides that end, names that go on."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.extract.reading import claims_of

DAY = date(2026, 11, 12)


claims = partial(claims_of, published=DAY)


@pytest.mark.parametrize(
    ("text", "figure", "entity", "metric"),
    [
        (
            "The petition, signed by 212,000 people in its first week, needs 500,000 names by Christmas.",
            "500,000 names",
            "petition",
            "~name",
        ),
        ("This takes the total dividend to 5.77 pence.", "5.77 pence", "the article", "annual-dividend"),
        ("Brent rose 2.3% closing at $78.50 a barrel.", "2.3%", "Brent", "~price"),
        (
            "A separate quake of magnitude 6.6 hit a remote part of the region.",
            "6.6",
            "separate quake",
            "magnitude",
        ),
        ("The Nasdaq Composite Index fell 2.4% to 13,533.", "2.4%", "Nasdaq Composite", "index-level"),
        ("Fares dropped, which helped drive traffic growth of 9%.", "9%", "the article", "~traffic"),
        ("Heat pumps made up 28% of heating sales.", "28%", "Heat pumps", "revenue"),
        ("Sales rose 9% in spite of a 3% decline at home.", "3%", "the article", "revenue"),
        ("It posted a 15%-plus margin performance.", "15%", "the article", "margin"),
        ("Her goal put Denmark 3-1 up before 18,200 fans in Aarhus.", "3-1", "Denmark", "~score"),
        (
            "Milton rallied to draw 2-2, substitute Kofi Adjei heading in the equaliser.",
            "2-2",
            "Milton",
            "~score",
        ),
    ],
)
def test_whose_and_what(text: str, figure: str, entity: str, metric: str) -> None:
    read = claims(text)[figure]
    assert (read.entity.name, read.metric) == (entity, metric)


def test_those_of_another_place_are_the_same_companys() -> None:
    text = "Tolland said orders in China were down by 25%; those in India had doubled to $310 million."
    read = claims(text)["$310 million"]
    assert (read.entity.name, dict(read.scope)) == ("Tolland", {"place": "india"})


def test_what_is_so_now_is_no_forecast() -> None:
    read = claims("The minimum wage, now $13.20 an hour, will go up to $14 in January.")["$13.20 an hour"]
    assert (read.metric, read.modality, read.period.is_known) == ("minimum-wage", "reported", False)
