"""Currencies that stand for their rate, movers of a list, and possessives that stand for what they have."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

import factcheck
from tests.extract.reading import claims_of

DAY = date(2026, 3, 4)


claims = partial(claims_of, published=DAY)


@pytest.mark.parametrize(
    ("text", "figure", "entity", "metric"),
    [
        ("The pound bought $1.27 on Tuesday, up 0.4% from late Monday.", "$1.27", "pound", "exchange-rate"),
        ("The pound bought $1.27 on Tuesday, up 0.4% from late Monday.", "0.4%", "pound", "exchange-rate"),
        ("Sterling was 0.4% firmer against the euro at 84.6 pence.", "0.4%", "sterling", "exchange-rate"),
        ("The dollar fetched 149.62 yen, down from 150.10.", "150.10", "dollar", "exchange-rate"),
        (
            "Among the losers, Quarrie Mines sank 6.1% and Tolland 2.4%, while Ebbets added 1%.",
            "2.4%",
            "Tolland",
            "share-price",
        ),
        (
            "Among the losers, Quarrie Mines sank 6.1% and Tolland 2.4%, while Ebbets added 1%.",
            "1%",
            "Ebbets",
            "share-price",
        ),
        (
            "Biggest fallers were Vantor, down 6.2%, and Solen Micro, which gave up 4.8% after Friday's rally.",
            "6.2%",
            "Vantor",
            "share-price",
        ),
        (
            "Biggest fallers were Vantor, down 6.2%, and Solen Micro, which gave up 4.8% after Friday's rally.",
            "4.8%",
            "Solen Micro",
            "share-price",
        ),
        ("Wind output rose 12% and solar's doubled to 48 terawatt-hours.", "doubled", "solar", "production"),
        (
            "Norvane's revenue grew 4% to $2 billion; Castell's was up 9% at $1.2 billion.",
            "9%",
            "Castell",
            "revenue",
        ),
    ],
)
def test_whose_and_what(text: str, figure: str, entity: str, metric: str) -> None:
    read = claims(text)[figure]
    assert (read.entity.name.lower(), read.metric) == (entity.lower(), metric)


def test_how_many_shares_an_index_is_of_is_no_figure_of_it() -> None:
    read = claims("The 30-share Sensex fell 0.4% to 81,200, and the 225-issue Nikkei rose 1.1%.")
    assert {figure: claim.metric for figure, claim in read.items()} == dict.fromkeys(
        ("0.4%", "81,200", "1.1%"), "index-level"
    )


def test_a_days_move_is_not_of_the_day_before() -> None:
    read = claims("Among the losers was Solen Micro, which gave up 4.8% after Friday's rally.")
    assert not read["4.8%"].period.is_known
    read = claims("The pound bought $1.27 on Tuesday, up 0.4% from late Monday.")
    assert read["0.4%"].period.label != "2026-03-02"


def test_rates_against_two_currencies_are_two_things() -> None:
    text = "The pound rose 0.3% on Wednesday to $1.2710 and fell 0.1% on Wednesday to 1.1940 euros."
    scopes = [dict(one.scope) for one in claims(text).values()]
    assert scopes == [{"against": "usd"}, {"against": "usd"}, {"against": "eur"}, {"against": "eur"}]


def test_one_rate_told_twice_is_held_to_itself() -> None:
    text = (
        "The pound rose 0.3% to $1.2710 on Wednesday.\n\n"
        "Against the greenback, sterling ended Wednesday at $1.3710.\n\n"
        "The euro fell 0.3% to $1.0850 on Wednesday.\n"
    )
    article = factcheck.article(text, path="news.txt", published=DAY)
    found = factcheck.check([article]).findings
    assert [finding.rule for finding in found] == ["value-conflict"]
