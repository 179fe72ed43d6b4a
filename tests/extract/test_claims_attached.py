"""Figures in the sentences of news: forms that open them, asides, whose-clauses, gaps, and words that point back."""

from __future__ import annotations

from datetime import date

import pytest

import factcheck
from factcheck.claim import Claim
from tests.extract.reading import claims_of


def claim(text: str, figure: str) -> Claim:
    return claims_of(text, published=date(2026, 3, 18))[figure]


@pytest.mark.parametrize(
    ("text", "figure", "entity", "metric"),
    [
        (
            "Signed from Braga for €22 million, striker Ivo Sant has scored 17 goals.",
            "€22 million",
            "Ivo Sant",
            "",
        ),
        (
            "Led by Deion Marsh's 31 points, the visitors shot 52 percent.",
            "31 points",
            "Deion Marsh",
            "~point",
        ),
        (
            "Down as much as 3.4% in early trade, Calloway shares pared losses.",
            "3.4%",
            "Calloway",
            "share-price",
        ),
        ("Weighing 3.2 kilograms, the skull was found in a cave.", "3.2 kilograms", "skull", "~weight"),
        (
            "Found guilty of fraud, banker Giles Arkwright faces 14 years in prison.",
            "14 years",
            "Giles Arkwright",
            "~prison",
        ),
        (
            "The Pilots, whose payroll is the highest, have won nine of their 26 games.",
            "26 games",
            "Pilots",
            "~game",
        ),
        (
            "Growth slowed at Quillan Stores, whose shares have lost 20 % of their value.",
            "20 %",
            "Quillan Stores",
            "share-price",
        ),
        ("Analysts see sales rising 4 % at Quillan Stores.", "4 %", "Quillan Stores", "revenue"),
        (
            "Analysts expect Nimble, the maker of drones, to report revenue of $58m.",
            "$58m",
            "Nimble",
            "revenue",
        ),
        (
            "Pennick Marine, the shipbuilder, said on Thursday its order book had swollen to $14.2 billion.",
            "$14.2 billion",
            "Pennick Marine",
            "backlog",
        ),
        (
            "Judge Hanna Weir sentenced Osman to 11 years and ordered him to repay $2.7 million.",
            "$2.7 million",
            "Osman",
            "",
        ),
        (
            "Marlin Rail, hit by a strike, earned 212 million euros.",
            "212 million euros",
            "Marlin Rail",
            "net-income",
        ),
    ],
)
def test_whose_it_is(text: str, figure: str, entity: str, metric: str) -> None:
    read = claim(text, figure)
    assert (read.entity.name, read.metric) == (entity, metric)


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("Exports, worth €41.7 billion in January, were lower.", "€41.7 billion", "exports"),
        (
            "At 1,480 millimetres, last year's rainfall was above the average.",
            "1,480 millimetres",
            "rainfall",
        ),
        ("Murders dropped to 118 last year; robberies, though, climbed 7 %.", "7 %", "robberies"),
        (
            "Gross margin fell to 38.1% from 40.6%, and the operating margin to 9.2%.",
            "9.2%",
            "operating-margin",
        ),
        ("Deaths fell to 569,000 in 2023. Children accounted for 76 % of them.", "76 %", "deaths"),
        ("The library, which cost $18.5 million, opened in May.", "$18.5 million", "~cost"),
        ("The survey has a margin of error of 2.2 points.", "2.2 points", "margin-of-error"),
        ("The chip packs 92 billion transistors, 40% more than its predecessor.", "40%", "transistors"),
    ],
)
def test_what_it_measures(text: str, figure: str, metric: str) -> None:
    assert claim(text, figure).metric == metric


@pytest.mark.parametrize(
    ("text", "figure", "days"),
    [
        ("Police arrested 23 people at the weekend.", "23 people", (date(2026, 3, 14), date(2026, 3, 15))),
        (
            "She took 51.6% of the vote in Sunday's run-off.",
            "51.6%",
            (date(2026, 3, 15), date(2026, 3, 15)),
        ),
        (
            "The economy will grow 1.8 % this year and 2.1 % next, the fund predicts.",
            "2.1 %",
            (date(2027, 1, 1), date(2027, 12, 31)),
        ),
    ],
)
def test_when_it_holds(text: str, figure: str, days: tuple[date, date]) -> None:
    readings = claim(text, figure).period.readings
    assert days in [(one.start, one.end) for one in readings]


def test_a_time_compared_with_dates_nothing() -> None:
    """The October of "twice as many as in October" is not when there were so many."""
    read = claim(
        "The chatbot now has 90 million weekly users, twice as many as in October.", "90 million weekly users"
    )
    assert not read.period.is_known


def test_the_place_that_makes_up_a_part() -> None:
    text = "Sales worldwide came to $4bn, Calder Toys said, with North America contributing $1.6bn of that."
    whole, part = claim(text, "$4bn"), claim(text, "$1.6bn")
    assert (whole.entity.name, part.entity.name) == ("Calder Toys", "Calder Toys")
    assert (dict(whole.scope)["place"], dict(part.scope)["place"]) == ("global", "north-america")


def test_what_is_left_out_stays_with_the_figure() -> None:
    read = claim("Excluding fuel, sales at Dorran Stores rose 3.1 %.", "3.1 %")
    assert dict(read.scope) == {"without": "fuel"}


def test_an_upside_down_range_shares_its_scale() -> None:
    article = factcheck.article("The county faces a shortfall of $14.0 - $11.2 billion.\n", path="news.txt")
    values = {int(one.quantity.high) for one in factcheck.extract(article) if one.quantity}
    assert max(values) == 14_000_000_000 and min(values) >= 11_200_000_000


def test_who_foresaw_a_figure_is_not_what_it_counts() -> None:
    read = claim("Sales rose 4 % to $5m, above the $4.8m analysts had expected.", "$4.8m")
    assert read.metric == "revenue"
    assert claim("That was short of the 190,000 economists had forecast.", "190,000").metric == ""
