"""Words and signs that several countries use for their money: whose they are, and how the reader came to say so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.extract.quantities import read_quantities
from factcheck.extract.quantity_words import load_lexicon
from factcheck.mention import QuantityMention


def money(text: str) -> list[QuantityMention]:
    return [
        mention for mention in factcheck.quantities(text) if mention.quantity.dimension.startswith("money:")
    ]


@pytest.mark.parametrize(
    ("text", "unit", "mark"),
    [
        ("The brewery in Brno spent 2.4 billion crowns.", "Czech koruna", "currency-by-place"),
        ("The Danish brewer offered 310 crowns per share.", "Danish krone per share", "currency-by-place"),
        ("A prize of 40,000 pesos.", "peso", "ambiguous-currency"),
        ("The clinic in Manila charged 40,000 pesos.", "Philippine peso", "currency-by-place"),
        ("Rice costs 90 rupees.", "rupee", "ambiguous-currency"),
        ("Rice costs 90 rupees in Lahore.", "Pakistani rupee", "currency-by-place"),
        ("The fine is 500 dinars.", "dinar", "ambiguous-currency"),
        ("The museum in Bern paid 12 million francs.", "Swiss franc", "currency-by-place"),
        ("Cairo set aside 125 billion pounds for bread.", "Egyptian pound", "currency-by-place"),
        ("The levy is 20 kroner.", "krone", "ambiguous-currency"),
        ("They paid ¥400 in Osaka.", "Japanese yen", "currency-by-place"),
        ("They paid ¥400 in Shenzhen.", "Chinese yuan", "currency-by-place"),
        ("The bond raised ¥3 billion; the yuan fell.", "Chinese yuan", "currency-by-mention"),
        ("The grant is $5 million.", "US dollar", "ambiguous-currency"),
        ("Perth pays $5 million (US$3.2 million).", "Australian dollar", "currency-by-place"),
        ("Perth, Sydney and Brisbane share $5 million.", "Australian dollar", "currency-by-place"),
        ("Perth, Sydney and Brisbane sell it in New York for $5 million.", "US dollar", "ambiguous-currency"),
    ],
)  # fmt: skip
def test_the_text_says_whose_money_it_is(text: str, unit: str, mark: str) -> None:
    first = money(text)[0]
    assert first.unit == unit
    assert mark in first.marks


def test_what_the_money_was_called_before_counts_more_than_a_place() -> None:
    text = "It cost 30 million Mexican pesos, and the depot in Manila 5 million pesos more."
    assert [mention.unit for mention in money(text)] == ["Mexican peso", "Mexican peso"]


def test_a_hint_from_the_entity_comes_first() -> None:
    mention = read_quantities("Sales were 7 billion crowns.", currency_hint="SEK")[0]
    assert (mention.unit, set(mention.marks)) == ("Swedish krona", {"currency-by-entity"})


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He weighs 200 pounds.", "pound-mass"),
        ("They seized 40 pounds of heroin.", "pound-mass"),
        ("The cuts save 250 million pounds.", "pound sterling"),
        ("She was fined 200 pounds.", "pound sterling"),
        ("A $US300 fare and a $A90 tax.", "US dollar"),
    ],
)
def test_pounds_weigh_or_pay(text: str, unit: str) -> None:
    assert factcheck.quantities(text)[0].unit == unit


FAMILIES = sorted(set(load_lexicon().families) - {"buck", "bucks"})


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(FAMILIES), st.integers(2, 900), st.sampled_from(["", " million", " billion"]))
def test_money_in_words_is_never_a_count(word: str, number: int, scale: str) -> None:
    text = f"The town paid {number}{scale} {word} for it."
    (mention,) = factcheck.quantities(text)
    assert mention.quantity.dimension.startswith("money:")
    assert mention.kind == "amount"
