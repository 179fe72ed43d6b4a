"""Reading quantities out of news sentences: value, unit and direction, and nothing that is not one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.extract.quantities import read_quantities
from tests.extract.quantity_sentences import ALL, Expected
from tests.extract.quantity_sentences_news import NEWS


def exact(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(Fraction(str(part)) for part in value)
    return Fraction(str(value))


@pytest.mark.parametrize("entry", ALL + NEWS, ids=[text[:40] for text, _ in ALL + NEWS])
def test_reads_every_quantity_and_no_other(entry: Expected) -> None:
    text, expected = entry
    mentions = [m for m in read_quantities(text) if m.kind not in ("ordinal", "rank")]
    found = [(m.value, m.unit, m.change) for m in mentions]
    assert found == [(exact(value), unit, change) for value, unit, change in expected]


@pytest.mark.parametrize("text", ["It was kilo 5 and mega 7.", "deca 3, hecto 2, giga 9"])
def test_names_of_unit_prefixes_are_no_money(text: str) -> None:
    assert all(not one.quantity.dimension.startswith("money:") for one in read_quantities(text)[-1:])
