"""O'Leary, D'Angelo and L'Oréal are one word each, whichever apostrophe is written."""

from __future__ import annotations

import pytest

import factcheck


@pytest.mark.parametrize("name", ["O'Leary", "O’Leary", "D'Angelo", "L'Oréal"])
def test_one_name(name: str) -> None:
    text = f"Shares were quiet on Monday. {name}'s fees rose 4 % in 2024."
    claims = [claim for claim in factcheck.extract(factcheck.article(text, path="a.md")) if claim.quantity]
    assert [claim.entity.name for claim in claims] == [name]


def test_the_two_sides_of_a_vote_are_no_range_upside_down() -> None:
    text = "The result is expected to be in the region of 69.4 % to 30.6 %."
    claims = factcheck.extract(factcheck.article(text, path="a.md"))
    assert not any("range-inverted" in claim.marks for claim in claims)
