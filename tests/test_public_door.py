"""The public door: what is public, what it costs, and what it promises about inputs."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck.records import replace

PROMISED = [
    "article",
    "read",
    "extract",
    "check",
    "render",
    "quantities",
    "periods",
    "Article",
    "Claim",
    "Report",
    "Finding",
]


def test_everything_promised_is_there() -> None:
    assert set(PROMISED) <= set(factcheck.__all__)
    assert all(getattr(factcheck, name) is not None for name in factcheck.__all__)
    assert dir(factcheck) == sorted(factcheck.__all__)


def test_nothing_else_is_public() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'pipelines'"):
        factcheck.pipelines  # noqa: B018


def test_modules_of_the_same_name_do_not_hide_the_functions() -> None:
    import factcheck.article
    import factcheck.extract
    from factcheck.article import Article

    assert callable(factcheck.article) and callable(factcheck.extract)
    assert factcheck.Article is Article


def test_importing_costs_nothing() -> None:
    code = "import sys, factcheck; print(sorted(m for m in sys.modules if m.startswith('factcheck')))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "['factcheck', 'factcheck.hints', 'factcheck.version']"


def test_an_article_from_text() -> None:
    article = factcheck.article("Sales rose.\r\n“Really.”\n", path="x.txt", published="2025-08-24")
    assert (article.text, article.path, article.published) == (
        "Sales rose.\r\n“Really.”\n",
        "x.txt",
        date(2025, 8, 24),
    )
    with pytest.raises(ValueError, match="Invalid isoformat"):
        factcheck.article("x", published="yesterday")


def test_reading_a_missing_file_is_an_error_to_catch() -> None:
    with pytest.raises(factcheck.UnreadableInput) as caught:
        factcheck.read("nowhere/at/all.md")
    assert caught.value.errors[0].path == "nowhere/at/all.md"


def test_check_says_what_it_takes() -> None:
    with pytest.raises(factcheck.ConfigurationError, match="takes articles, not str"):
        factcheck.check(["draft.md"])  # type: ignore[list-item]


def test_unknown_formats_are_named() -> None:
    with pytest.raises(factcheck.ConfigurationError, match="use one of json, markdown, text"):
        factcheck.render(factcheck.Report((), ()), "pdf")


def test_an_article_is_read_once_however_many_drafts_it_is_held_against(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from factcheck import pipeline

    read: list[str] = []

    def counted(article: factcheck.Article, layers: tuple[Path, ...]) -> object:
        read.append(article.path)
        return extracted(article, layers)

    extracted = pipeline._extracted
    monkeypatch.setattr(pipeline, "_extracted", counted)
    monkeypatch.setattr(pipeline, "_remembered", counted)
    archive = [factcheck.article(f"Acme lost {n} jobs in May 2025.", f"{n}.md") for n in range(60)]
    for n in range(3):
        factcheck.check([factcheck.article(f"Acme lost {n} jobs in May 2025.", "draft.md")], archive)
    assert read.count("draft.md") == 3
    assert len(read) == 63
    moved = replace(archive[0], path="moved.md")
    assert [claim.path for claim in factcheck.extract(moved)] == ["moved.md"]
