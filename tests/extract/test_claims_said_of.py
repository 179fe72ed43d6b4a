"""Of whom and of what a figure is said: two objects, what is foretold, openings, what is left of a whole, places."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

import factcheck
from tests.extract.reading import claims_of

DAY = date(2026, 11, 12)


claims = partial(claims_of, published=DAY)


@pytest.mark.parametrize(
    ("text", "figure", "entity", "metric"),
    [
        ("The poll gives the governor an approval rating of 44%.", "44%", "governor", "approval-rating"),
        (
            "Sales climbed 3.1% at the stores, while sister chain Waterby saw only 0.3% growth.",
            "0.3%",
            "Waterby",
            "revenue",
        ),
        (
            "The governor said inflation, now 7%, would peak slightly above 10%.",
            "10%",
            "the article",
            "inflation",
        ),
        (
            "It was part of a cycle that has pushed up borrowing costs by 650 basis points.",
            "650 basis points",
            "the article",
            "~borrowing cost",
        ),
        ("They are now five points clear of the drop.", "five points", "the article", "~point"),
        ("Pavlova has now dropped only nine games.", "nine games", "Pavlova", "~game"),
        (
            "Fined £1,200 and banned for 18 months, Corr told the court he was sorry.",
            "£1,200",
            "Corr",
            "fine",
        ),
        ("Half of the $3 million award was for distress.", "Half", "the article", "~award"),
        (
            "Rents have halved, and the owner, Gresham Land, owes lenders $1.9 billion.",
            "$1.9 billion",
            "Gresham Land",
            "debt",
        ),
        ("The clinic in Selby gives 140 jabs a week.", "140 jabs a week", "clinic", "~jab"),
        (
            "The mine produced 4,000 tonnes at a cash cost of $1.10 a pound.",
            "$1.10 a pound",
            "the article",
            "~cash cost",
        ),
    ],
)
def test_whose_and_what(text: str, figure: str, entity: str, metric: str) -> None:
    read = claims(text)[figure]
    assert (read.entity.name, read.metric) == (entity, metric)


def test_among_whom() -> None:
    assert dict(claims("Among women she leads by 12 points.")["12 points"].scope) == {"group": "woman"}
    assert not claims("Among gainers, Halden rose 4%.")["4%"].scope


def test_an_estimate_for_two_years_has_two_bases() -> None:
    read = claims(
        "The bank raised its inflation estimate for this year to 7.8% from 6.4%, and for 2027 to 3% from 2.5%."
    )
    assert [one.period.label for one in read.values()][::2] == ["2026", "2027"]
    assert read["6.4%"].period.label != "2027"


def test_the_place_of_a_court_is_not_the_place_of_a_fine() -> None:
    read = claims("Fined £1,200 in March, Corr told magistrates in Selby he was sorry.")
    assert not read["£1,200"].scope


def test_a_town_is_no_person_because_a_mayor_follows() -> None:
    read = claims("Winds tore the roofs off 60 houses in Elmar, and the mayor put the damage at €9 million.")
    assert read["60 houses"].entity.name == "Elmar"


def test_a_megawatt_hour_is_one_unit() -> None:
    (read,) = factcheck.quantities("Gas cost 28.40 euros a megawatt-hour.")
    assert read.unit == "euro per megawatt hour"
