"""Names as people read them: with the capitals and hyphens of their article, owners in the genitive, shares as shares."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Claim, Entity
from factcheck.naming import metric_name, place_name, plural, possessive, scope_name, spelled, thing, told
from tests.rules.claim_builder import Builder


@pytest.mark.parametrize(
    ("words", "text", "shown"),
    [
        ("ai pc", "Sales of AI PC models rose.", "AI PC"),
        ("ai related product", "growth in AI-related product revenue", "AI-related product"),
        ("ebita", "EBITA rose 26 %.", "EBITA"),
        ("revenue", "Revenue rose 26 %.", "revenue"),  # only the sentence begins so
        ("cloud", "Harlow Cloud grew.", "cloud"),  # a word out of a name
        ("infrastructure solutions group", "the Infrastructure Solutions Group grew", "Infrastructure Solutions Group"),
        ("freight revenue", "Harbour Line Carries More Freight Revenue Than Before", "freight revenue"),  # a headline
        ("gdp growth", "Growth in GDP was slow.", "GDP growth"),  # word by word where the phrase is not there
        ("iphone", "An iPhone costs more.", "iPhone"),
        ("harbour", "nothing of the kind", "harbour"),
    ],
)  # fmt: skip
def test_capitals_come_from_the_text(words: str, text: str, shown: str) -> None:
    assert spelled(words, text) == shown


def test_the_ending_of_the_last_word() -> None:
    assert spelled("cloud service", "China's cloud services", to_word_end=True) == "cloud services"
    assert spelled("ai related product", "revenue of AI-related products", True) == "AI-related products"


@given(st.text(alphabet="abAB -ß.İ", max_size=12), st.text(alphabet="abAB -.ßİ\n", max_size=60))
def test_spelling_changes_nothing_but_capitals_and_hyphens(words: str, text: str) -> None:
    def plain(one: str) -> str:
        return one.lower().replace("-", " ").replace("\n", " ")

    assert plain(spelled(words, text)) == plain(words) or " " in words or plain(words) in plain(text)


@pytest.mark.parametrize(
    ("name", "owner"), [("Alibaba", "Alibaba's"), ("Barclays", "Barclays'"), ("O’Hare", "O’Hare’s")]
)
def test_owners(name: str, owner: str) -> None:
    assert possessive(name) == owner


@pytest.mark.parametrize(
    ("noun", "many"), [("arrest", "arrests"), ("city", "cities"), ("box", "boxes"), ("person", "people"), ("aircraft", "aircraft")]
)  # fmt: skip
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("place", "name"), [("china", "China"), ("united-states", "United States"), ("global", "the world"), ("isle-of-man", "Isle of Man")]
)  # fmt: skip
def test_places(place: str, name: str) -> None:
    assert place_name(place, "") == name


def said(text: str | None, metric: str = "revenue", **more: object) -> Claim:
    return Builder("a.md").say(text, metric, **more)


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        (said("$5M", scope={"segment": "cloud", "place": "china"}), "Acme's cloud revenue in China"),
        (said("$5M", scope={"accounting": "adjusted"}), "Acme's adjusted revenue"),
        (
            said("33 %", "market-share", measure="share", scope={"segment": "cloud"}),
            "Acme's cloud market share",
        ),
        (said("33 %", measure="share"), "Acme's share of revenue"),
        (said("2", measure="rank"), "Acme's rank by revenue"),
        (said("2", "~bank", measure="rank"), "Acme's rank as bank"),
        (said("370 arrests", "~arrest", measure="count"), "Acme's number of arrests"),
        (said("$5M", "~cloud pledge", scope={"segment": "cloud"}), "Acme's cloud pledge"),  # not twice
        (said("$5M", scope={"per": "year"}), "Acme's revenue per year"),
    ],
)
def test_what_is_measured(claim: Claim, name: str) -> None:
    assert thing(claim) == name


def test_the_writers_own_words_for_a_measure() -> None:
    claim = replace(said("85 %", measure="share", scope={"segment": "ferry"}), metric_words="new Ferry sales")
    assert thing(claim, "of new ferry sales", owned=False) == "share of ferry revenue"
    assert thing(claim, "of new ferry sales", owned=False, own_words=True) == "share of new ferry sales"


@pytest.mark.parametrize(
    ("claim", "figure", "words"),
    [
        (said("26 %", measure="change", direction="up"), "26 %", "the rise of 26 % in Acme's revenue"),
        (said("3 %", measure="change", direction="down"), "-3 %", "the fall of 3 % in Acme's revenue"),
        (said("3 %", measure="change"), "3 %", "the change of 3 % in Acme's revenue"),
        (said("$5M", scope={"place": "china"}), "$5M", "Acme's revenue of $5M in China"),
        (said("370 arrests", "~arrest", measure="count"), "370 arrests", "Acme's 370 arrests"),
    ],
)
def test_a_claim_with_its_figure(claim: Claim, figure: str, words: str) -> None:
    assert told(claim, figure) == words


def test_an_article_without_a_subject_owns_nothing() -> None:
    claim = replace(said("370 arrests", "~arrest", measure="count"), entity=Entity("article:a.md", "a.md"))
    assert thing(claim) == "number of arrests"
    assert told(claim, "370 arrests") == "370 arrests"


def test_scopes_and_metrics_in_words() -> None:
    claim = said(
        "33 %", "market-share", measure="share", scope={"segment": "ai infrastructure", "place": "china"}
    )
    assert scope_name(claim, "China's AI infrastructure market") == "AI infrastructure in China"
    assert metric_name(said("1 %", "gdp")) == "GDP"
    assert metric_name(said("$1", "earnings-per-share")) == "earnings per share"
