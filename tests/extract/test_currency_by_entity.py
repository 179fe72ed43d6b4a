"""A bare "¥" or "$" is that of the company it is said of, as the registry has it; without a company it stays in doubt."""

from __future__ import annotations

import pytest

import factcheck

SHEET = "factcheck: claims\nsource: {{name: X}}\nclaims:\n  - {{entity: {0}, metric: revenue, value: ¥247.7 billion}}\n"


@pytest.mark.parametrize(
    ("text", "dimension", "in_doubt"),
    [
        ("Alibaba's revenue rose to ¥247.7 billion.", "money:CNY", False),
        ("Toyota's revenue rose to ¥12.3 trillion.", "money:JPY", False),
        ("Norvane's revenue rose to ¥12.3 trillion.", "money:JPY", True),
        ("Norvane, of Shanghai in China, made revenue of ¥12.3 billion.", "money:CNY", False),
        ("Wesfarmers' revenue rose to $44.2 billion.", "money:USD", True),
        ("Microsoft's revenue rose to $44.2 billion.", "money:USD", False),
    ],
)
def test_the_currency_of_a_company(text: str, dimension: str, in_doubt: bool) -> None:
    (claim,) = factcheck.extract(factcheck.article(text))
    assert claim.quantity is not None and claim.quantity.dimension == dimension
    assert ("ambiguous-currency" in claim.marks) is in_doubt


@pytest.mark.parametrize(("company", "dimension"), [("Alibaba", "money:CNY"), ("Toyota", "money:JPY")])
def test_a_sheet_means_the_same(company: str, dimension: str) -> None:
    (claim,) = factcheck.extract(factcheck.article(SHEET.format(company), path="s.yaml"))
    assert claim.quantity is not None and claim.quantity.dimension == dimension
    assert "ambiguous-currency" not in claim.marks
