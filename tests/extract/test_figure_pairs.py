"""Figures written in two units, told by the words between them alone."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.claims import extract_claims
from factcheck.sources import read_text


def pairs(text: str) -> list[tuple[str, ...]]:
    """The figures of each pair, the first one first."""
    article = read_text(text + "\n", "draft.txt", date(2025, 8, 30))
    found: dict[object, list[str]] = {}
    for claim in extract_claims(article):
        details = dict(claim.details)
        if "pair" in details:
            place = "" if details["place"] == "first" else "="
            found.setdefault(details["pair"], []).append(place + claim.span.of(article.text))
    return [tuple(one) for one in found.values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue was RMB33,398 million ($4.67 billion) in the quarter.", [("RMB33,398 million", "=$4.67 billion")]),
        ("Revenue was 33.4 billion yuan (about US$4.7 billion).", [("33.4 billion yuan", "=US$4.7 billion")]),
        ("The bid of £1.2bn, or roughly €1.4bn, was refused.", [("£1.2bn", "=€1.4bn")]),
        ("The ticket costs €500 / $580.", [("€500", "=$580")]),
        ("It cost £3 million (€3.5 million, $4 million) in all.", [("£3 million", "=€3.5 million", "=$4 million")]),
        ("The reef lies 10 miles (16 km) off the coast.", [("10 miles", "=16 km")]),
        ("The grant was £2m ($2.7m at the time), the council said.", [("£2m", "=$2.7m")]),
        # other figures in brackets, and other sums beside one another
        ("Profit was £1.2 billion (€1.9 billion in 2021).", []),
        ("The bid rose to £5 billion (from €4 billion).", []),
        ("Sales were £5 billion (costs: €4 billion).", []),
        ("It owes £5 million and €4 million.", []),
        ("It sold bonds of €5 million, $4 million and £3 million.", []),
        ("Revenue was €5 million (up 12%).", []),
        ("It paid $5 million ($4 million in cash).", []),
        ("The path is 12 km long (the other one 5 miles).", []),
    ],
)  # fmt: skip
def test_pairs(text: str, expected: list[tuple[str, ...]]) -> None:
    assert pairs(text) == expected
