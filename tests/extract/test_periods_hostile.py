"""Long and hostile input: linear time, no crash, spans that quote the text."""

from __future__ import annotations

import pytest

from factcheck.extract.periods import read_periods
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


def test_a_megabyte_without_a_space() -> None:
    assert read_periods("x" * 1_000_000 + " in 2025")[0].value == "2025"
    assert read_periods("9" * 1_000_000) == []


def test_letters_that_grow_when_lowered_keep_offsets() -> None:
    text = "İİİ sold in Q2 2025"
    found = read_periods(text)[0]
    assert text[found.start : found.end] == "Q2 2025"
