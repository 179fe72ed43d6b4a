"""Rules that cannot find anything are left out, and leaving them out changes no finding."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.engine import load_rules
from factcheck.engine.chances import Present

TEXT = "Harbour Line's freight revenue rose 26% to €4.3 billion in 2024, from €4.1 billion a year earlier."


def able(*texts: str) -> set[str]:
    articles = [
        factcheck.article(text, path=f"{n}.md", published="2025-03-01") for n, text in enumerate(texts)
    ]
    present = Present([claim for one in articles for claim in factcheck.extract(one)])
    return {rule.id for rule in load_rules() if present.can_match(rule)}


def test_one_article_of_plain_figures_meets_few_rules() -> None:
    one = able(TEXT)
    assert "growth-arithmetic" in one
    assert not one & {
        "quote-drift",
        "rank",
        "weekday-of-date",
        "reference-conflict",
        "period-label",
        "unit-pair",
    }
    assert "period-label" in able(TEXT, TEXT)


def test_what_is_left_out_would_have_found_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (
        TEXT,
        "On Tuesday, March 3, 2025, Harbour Line's freight revenue of 2024 was put at €4.6 billion.",
    )
    articles = [
        factcheck.article(text, path=f"{n}.md", published="2025-03-05") for n, text in enumerate(texts)
    ]
    report = factcheck.check(articles)
    monkeypatch.setattr(Present, "can_match", lambda self, rule: True)
    assert factcheck.check(articles) == report and report.findings
