"""A score holds a nought, and nothing is a multiple of that."""

from __future__ import annotations

import factcheck


def test_scores_with_a_nought_do_not_end_a_check() -> None:
    text = "The Reds won both (2-0, 2-0) against the Blues.\n\nThe Blues lost both (0-2, 0-2) and had 2-0 and 0-2.\n"
    report = factcheck.check([factcheck.article(text, path="a.md", published="2026-03-02")])
    assert report.findings == ()
