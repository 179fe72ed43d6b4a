"""``factcheck.check`` from Python: what may be compared with what, in whatever order it is given."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import factcheck

TWELVE = factcheck.article("Traffic grew 12%.", path="a.txt")
FOURTEEN = factcheck.article("Traffic grew 14%.", path="b.txt")
OTHER = factcheck.article("Traffic grew 15%.", path="c.txt")


@pytest.fixture(autouse=True)
def use_toys(toys: Any) -> None:
    """All tests here run over the toy reader and rule."""


def test_an_article_against_itself_finds_nothing() -> None:
    report = factcheck.check([TWELVE, TWELVE], against=[TWELVE])
    assert (len(report.articles), report.findings) == (1, ())


def test_articles_of_one_path_are_told_apart() -> None:
    report = factcheck.check([TWELVE, replace(FOURTEEN, path="a.txt")])
    assert [one.path for one in report.articles] == ["a.txt", "a.txt#2"]
    assert [evidence.quote for evidence in report.findings[0].evidence] == ["12%", "14%"]


@pytest.mark.parametrize("order", list(permutations([TWELVE, FOURTEEN, OTHER])))
def test_order_changes_nothing(order: tuple[factcheck.Article, ...]) -> None:
    assert factcheck.check(order) == factcheck.check([TWELVE, FOURTEEN, OTHER])


def test_context_is_counted_apart() -> None:
    report = factcheck.check([FOURTEEN], against=[TWELVE, OTHER])
    assert [(one.path, one.context, one.figures, one.compared) for one in report.articles] == [
        ("b.txt", False, 2, 1),
        ("a.txt", True, 2, 1),
        ("c.txt", True, 2, 0),
    ]


def test_quotations_are_slices_of_the_text() -> None:
    for evidence in factcheck.check([TWELVE, FOURTEEN]).findings[0].evidence:
        article = {"a.txt": TWELVE, "b.txt": FOURTEEN}[evidence.path]
        assert article.text[evidence.start : evidence.end] == evidence.quote


def test_a_generator_will_do() -> None:
    assert len(factcheck.check(one for one in (TWELVE, FOURTEEN)).findings) == 1


def test_a_fault_in_one_article_does_not_cost_the_others(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck import pipeline

    (desk / "good.md").write_text("# A\n\nSales rose 4%.\n", encoding="utf-8")
    (desk / "bad.md").write_text("# B\n\nSales rose 5%.\n", encoding="utf-8")
    extracted = pipeline._extracted

    def trips(article, layers):  # type: ignore[no-untyped-def]
        if "bad" in article.path:
            raise RuntimeError("tripped")
        return extracted(article, layers)

    monkeypatch.setattr(pipeline, "_extracted", trips)
    found, errors = pipeline.read_files([desk / "good.md", desk / "bad.md"])
    assert [Path(one.article.path).name for one in found] == ["good.md"]
    assert [(Path(error.path).name, "RuntimeError: tripped" in error.message) for error in errors] == [
        ("bad.md", True)
    ]
