"""Long and hostile input: linear time, no crash, spans that quote the text."""

from __future__ import annotations

import pytest

from factcheck.extract.period_page import Page
from factcheck.extract.period_words import period_words
from factcheck.extract.periods import _atom, read_periods, times_of
from factcheck.extract.tokens import Tokens
from tests.extract.labelled import FILES, read_sentences
from tests.extract.quantity_sentences import ALL
from tests.extract.quantity_sentences_news import NEWS
from tests.linear import assert_linear

HOSTILE = [
    "1",
    "-",
    "2021-",
    "May to ",
    "first week of ",
    "last quarter of ",
    "quarter ended ",
    "early ",
    "two years before ",
    "the same quarter ",
    "Monday, ",
    "(",
    "\n",
    "12/",
    "since by until ",
    "’",
    "İ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length_only(piece: str) -> None:
    assert_linear(read_periods, lambda size: piece * size, 1000)


def test_a_text_without_signs_of_time_holds_none() -> None:
    """The reader tells such texts at a glance; read word by word they must give nothing, too."""
    skipped = 0
    for sentence in our_sentences():
        tokens = Tokens(sentence)
        if not read_periods(sentence):
            assert times_of(Page(tokens, period_words(), _atom)) == [], sentence
            skipped += 1
    assert skipped > 300


def our_sentences() -> list[str]:
    labelled = [one[1] for name in FILES for one in read_sentences(name)]
    return [*labelled, *(text for text, _ in ALL), *(text for text, _ in NEWS)]


def test_a_megabyte_without_a_space() -> None:
    assert read_periods("x" * 1_000_000 + " in 2025")[0].value == "2025"
    assert read_periods("9" * 1_000_000) == []


def test_letters_that_grow_when_lowered_keep_offsets() -> None:
    text = "İİİ sold in Q2 2025"
    found = read_periods(text)[0]
    assert text[found.start : found.end] == "Q2 2025"
