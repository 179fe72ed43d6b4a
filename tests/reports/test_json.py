"""JSON: the agreed shape, exact numbers, nothing lost."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sample_report import FULL

import factcheck
from factcheck.reports.json import exact, plain

OUT: dict[str, Any] = json.loads(factcheck.render(FULL, "json"), parse_float=lambda text: 1 / 0)


def test_the_shape_that_scripts_rely_on() -> None:
    assert OUT["version"] == 1
    assert {"path", "title", "published", "figures", "claims", "compared"} <= set(OUT["articles"][0])
    keys = {"rule", "severity", "verdict", "message", "explanation", "suggestion", "fingerprint", "evidence"}
    assert keys <= set(OUT["findings"][0])
    assert {"path", "start", "end", "line", "column", "quote", "claim"} <= set(
        OUT["findings"][0]["evidence"][0]
    )
    assert {"path", "message"} <= set(OUT["errors"][0])


def test_the_claim_is_whole() -> None:
    claim = OUT["findings"][0]["evidence"][0]["claim"]
    assert claim["entity"]["id"] == "harbour-line"
    assert claim["quantity"]["low"] == 26
    assert claim["quantity"]["strict"] == {
        "low": "25.5",
        "high": "26.5",
        "low_open": False,
        "high_open": False,
    }
    assert [one["start"] for one in claim["period"]["readings"]] == ["2025-01-01", "2025-04-01"]
    assert claim["scope"] == {"segment": "freight"}
    assert claim["trace"][0] == {"aspect": "entity", "how": "stated", "start": 0, "end": 12, "note": ""}


@given(st.fractions())
def test_numbers_are_exact(number: Fraction) -> None:
    written = exact(number)
    assert Fraction(written) == number
    assert isinstance(written, int) == (number.denominator == 1)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_what_a_decimal_can_say_is_a_decimal(number: object) -> None:
    written = exact(Fraction(number))  # type: ignore[arg-type]
    assert "/" not in str(written)


def test_details_of_any_kind_become_plain() -> None:
    value = plain({"b": (Fraction(1, 3), {"x"}), "a": None})
    assert json.loads(json.dumps(value)) == {"b": ["1/3", ["x"]], "a": None}
