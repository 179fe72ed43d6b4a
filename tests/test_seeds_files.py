"""The seed articles and their claims sheets: they read cleanly, and say what seeds/SOURCES says they say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck.article import Article
from factcheck.sources import read_path, walk_paths

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ARTICLES = {
    "alibaba-ai-native-plan.html": None,
    "alibaba-chip-rally.txt": None,
    "alibaba-cloud-surge.md": date(2025, 9, 2),
    "alibaba-hardware-push.txt": date(2025, 12, 22),
    "alibaba-lenovo-cars-and-servers.md": date(2025, 8, 24),
}


def sheet_of(name: str) -> Article:
    return read_path(SEEDS / (name.rpartition(".")[0] + ".claims.yaml"))


def prose_of(article: Article, *kinds: str) -> str:
    return " ".join(
        " ".join(section.span.of(article.prose).split())
        for section in article.sections
        if section.kind in kinds
    )


def test_five_articles_and_five_sheets() -> None:
    files, errors = walk_paths([SEEDS])
    assert not errors
    names = {file.name for file in files if file.parent == SEEDS}
    assert names == set(ARTICLES)  # in a folder a sheet beside its article is left out
    assert all(sheet_of(name).sheet_claims for name in ARTICLES)


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_reads_cleanly(name: str) -> None:
    article = read_path(SEEDS / name)
    assert article.published == ARTICLES[name]
    assert len(article.prose) == len(article.text)
    assert len([section for section in article.sections if section.kind == "body"]) >= 4
    for dirt in (
        "inbox",
        "Speaker",
        "parameter",
        "Comments",
        "December 22",
        "Dec.07",
        "--",
        "<",
        "50% off",
        "Sign in",
    ):
        assert dirt not in article.prose


@pytest.mark.parametrize("name", ARTICLES)
def test_the_sheet_states_what_the_article_says(name: str) -> None:
    article, sheet = read_path(SEEDS / name), sheet_of(name)
    assert sheet.published == article.published
    assert sheet.sheet_claims
    if sheet.title and article.title:
        assert sheet.title == article.title
    parts = {"body": prose_of(article, "body"), "summary": prose_of(article, "summary")}
    for claim in sheet.sheet_claims:
        assert claim.quote, claim
        assert claim.quote in parts[claim.section], claim
        assert claim.value_span.of(sheet.text) == (claim.value or claim.period)
        assert claim.span.contains(claim.value_span)


def values(name: str, metric: str) -> set[tuple[str | None, str | None]]:
    return {
        (claim.value, claim.period) for claim in sheet_of(name).sheet_claims or () if claim.metric == metric
    }


def test_the_contradictions_are_kept() -> None:
    assert ("26%", "Q1 2025") in values("alibaba-chip-rally.txt", "cloud revenue")
    assert ("26%", "Q2 2025") in values("alibaba-ai-native-plan.html", "cloud revenue")
    assert ("26%", "Q2 2025") in values("alibaba-cloud-surge.md", "cloud revenue")
    streak = "AI-related product revenue"
    assert ("eighth consecutive quarter", "Q2 2025") in values("alibaba-cloud-surge.md", streak)
    assert ("nine consecutive quarters", None) in values("alibaba-hardware-push.txt", streak)
    cars = "alibaba-lenovo-cars-and-servers.md"
    assert ("85%", "by 2027") in values(cars, "market share")
    assert ("85%", "by 2027") in values(cars, "share of new PC sales")
    assert all(claim.base is None for claim in sheet_of(cars).sheet_claims or () if claim.value == "11x")
    purposes = {
        dict(claim.scope)["purpose"]
        for name in ARTICLES
        for claim in sheet_of(name).sheet_claims or ()
        if claim.metric == "capital expenditure"
    }
    assert len(purposes) >= 4


FACTS = sorted((SEEDS / "reference").glob("*.yaml"))
WRONG = [
    ("reference-currency", "$200 billion"),
    ("reference-date", "2024"),
    ("reference-day", "19%"),
]


@pytest.mark.parametrize("as_sheets", [False, True], ids=["articles", "sheets"])
def test_what_the_trusted_facts_contradict_is_found_and_nothing_else(as_sheets: bool) -> None:
    drafts = [sheet_of(name) if as_sheets else read_path(SEEDS / name) for name in ARTICLES]
    report = factcheck.check(drafts, trusted=[read_path(file) for file in FACTS])
    found = {
        (finding.rule, finding.evidence[0].quote)
        for finding in report.findings
        if finding.rule.startswith(("reference", "superseded", "outcome"))
    }
    assert sorted(found) == WRONG
    for finding in report.findings:
        if finding.rule.startswith("reference"):
            assert any("retrieved 2026-11-26" in source for source in finding.sources)
