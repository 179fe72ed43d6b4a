"""Lists whose verb is said once, asides between a subject and its verb, openings, and what stands beside a figure."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.extract.reading import claims_of

DAY = date(2026, 10, 20)


claims = partial(claims_of, published=DAY)


@pytest.mark.parametrize(
    ("text", "figure", "entity", "metric"),
    [
        (
            "Wind turbines met 41% of demand, gas plants 28% and solar panels 9%, the operator said.",
            "28%",
            "gas plants",
            "~demand",
        ),
        (
            "The boiler will cost $6.5 million, of which the county is paying $2 million and the state half a million.",
            "$2 million",
            "county",
            "~payment",
        ),
        (
            "The boiler will cost $6.5 million, of which the county is paying $2 million and the state half a million.",
            "half a million",
            "state",
            "~payment",
        ),
        (
            "Marlow scored 44 points, Jelani Brook added five of his 25 in overtime.",
            "five",
            "Jelani Brook",
            "~point",
        ),
        (
            "Exports fell 4%, and wages, up 0.2% on the month, averaged $33.82 an hour.",
            "$33.82 an hour",
            "the article",
            "wages",
        ),
        (
            "Milk output fell 2.4% last year as a tenth of dairy farms gave up.",
            "2.4%",
            "the article",
            "production",
        ),
        (
            "Approvals for house purchase climbed to 70,800 in September.",
            "70,800",
            "Approvals",
            "~approval",
        ),
        ("Growers hope for yields averaging 48 bushels an acre.", "48 bushels an acre", "yields", "~yield"),
        ("A magnitude 6.4 quake struck on Tuesday.", "6.4", "magnitude 6.4 quake", "magnitude"),
        ("The planet is about three times the size of Earth.", "three times", "planet", "~size"),
        (
            "The dig uncovered 14 skeletons, the oldest of them some 6,200 years old.",
            "6,200 years old",
            "oldest",
            "~age",
        ),
        ("Priced from $1,299, the laptop weighs 1.1 kilos.", "$1,299", "laptop", ""),
        (
            "It has raised €80 million in a round that values Kettle at €1.1 billion.",
            "€1.1 billion",
            "Kettle",
            "valuation",
        ),
        ("The district runs two more schools than it did then.", "two more schools", "district", "~school"),
        ("Just 31% of pupils passed, against 58% across the county.", "58%", "county", "~pupil"),
        ("Sales fell 21%, worse than the 15% drop analysts had feared.", "15%", "the article", "revenue"),
        (
            "It will pay some 100,000 current and former cashiers.",
            "100,000",
            "the article",
            "~former cashier",
        ),
    ],
)
def test_whose_and_what(text: str, figure: str, entity: str, metric: str) -> None:
    read = claims(text)[figure]
    assert (read.entity.name, read.metric) == (entity, metric)


def test_each_place_has_its_price() -> None:
    read = claims("Prices dipped in Scotland, to £198,000, and in Wales, to £174,000.")
    assert [one.entity.name for one in read.values()] == ["Scotland", "Wales"]


def test_a_place_that_opens_the_sentence_holds_for_both_verbs() -> None:
    read = claims("In the capital, the party took nine districts and lost the mayoralty by 812 votes.")
    assert dict(read["812 votes"].scope) == {"segment": "capital"}


def test_who_somebody_is_has_no_place() -> None:
    read = claims("Police in Hallstad held a 70-year-old man and two of his children.")
    assert not read["70-year-old"].scope


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("The landscape, estimated at $3 million, went for $10 million on Wednesday.", "$3 million", ""),
        (
            "The landscape, estimated at $3 million, went for $10 million on Wednesday.",
            "$10 million",
            "2026-10-14",
        ),
        ("Rain came. By Sunday evening the fire had grown to 54,000 acres.", "54,000 acres", "2026-10-18"),
        ("August's gain was revised to 149,000.", "149,000", "XXXX-08"),
        ("The average home sells for £284,600, up £3,900 on the start of the year.", "£3,900", ""),
    ],
)
def test_when_it_holds(text: str, figure: str, label: str) -> None:
    assert claims(text)[figure].period.label == label


def test_more_than_expected_says_nothing_of_what_follows() -> None:
    read = claims(
        "Employers added 64,000 jobs, more than the 50,000 expected, but the jobless rate edged up to 4.6%."
    )
    assert (read["4.6%"].metric, read["4.6%"].modality) == ("unemployment-rate", "reported")
