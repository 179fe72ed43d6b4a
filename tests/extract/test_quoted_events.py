"""Dates of things named in quotation marks."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.claims import extract_claims
from factcheck.sources import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under “3+5+N”, introduced in 2024, the centre was slimmed.", [("3+5+N", "2024")]),
        ("Norvane's “Blue Coast” plan was unveiled on 3 May 2022.", [("Blue Coast", "2022-05-03")]),
        (
            'The "Second Spring" programme, first announced in March 2019, ended.',
            [("Second Spring", "2019-03")],
        ),
        ("The “Open Quay” framework (launched in 2021) helped.", [("Open Quay", "2021")]),
        ("“We sold more,” said the mayor, who was introduced in 2024.", []),
        ("It sold “Blue Coast” in 2024.", []),
        ("“Blue Coast” grew. A fund was launched in 2021.", []),
        ("The plan was announced in 2021.", []),
    ],
)
def test_events(text: str, expected: list[tuple[str, str]]) -> None:
    article = read_text(f"# Norvane\n\n{text}\n", "draft.md", date(2025, 9, 2))
    found = [c for c in extract_claims(article) if c.measure == "date" and c.metric_words]
    assert [(c.metric_words, c.period.label) for c in found] == expected
    for claim in found:
        assert claim.metric == "~" + claim.metric_words.lower()
        assert claim.span.of(article.text) == claim.period.text
