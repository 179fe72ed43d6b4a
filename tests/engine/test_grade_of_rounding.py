"""What a copy desk forgives: digits left out instead of rounded."""

from __future__ import annotations

import pytest

import factcheck


def severities(one: str, other: str) -> list[str]:
    texts = [f"Castell Foods had revenue of {figure} in 2024." for figure in (one, other)]
    report = factcheck.check([factcheck.article(text, path=f"{at}.md") for at, text in enumerate(texts)])
    return [found.severity for found in report.findings if found.rule == "value-conflict"]


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("$1.15 billion", "$1.156 billion", "note"),
        ("$1.15 billion", "$1.163 billion", "error"),
        ("$1.15 billion", "$1.143 billion", "error"),
    ],
)
def test_a_figure_cut_off_is_a_note(one: str, other: str, severity: str) -> None:
    assert severities(one, other) == severities(other, one) == [severity]
