"""Commands run in this process over a toy reader and a toy rule, so that these tests are about the commands alone."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from sample_report import claim, percent

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.finding import Evidence, Finding
from factcheck.span import Span


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def toy_claims(article: Article, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """Every whole percentage is a claim about its line."""
    found = []
    for number, match in enumerate(re.finditer(r"(\d+)%", article.text)):
        start = article.text.rfind("\n", 0, match.start()) + 1
        end = article.text.find("\n", match.end())
        line = Span(start, len(article.text) if end < 0 else end)
        one = claim(article.path, match[0], match[0], quantity=percent(match[1]), trace=())
        found.append(_moved(one, Span(*match.span()), line, number))
    return found


def _moved(one: Claim, span: Span, sentence: Span, number: int) -> Claim:
    from dataclasses import replace

    return replace(one, span=span, sentence=sentence, number=number)


class ToyRules:
    ids = ("toy",)


def toy_run(
    rules: Any, claims: Any, articles: Any, checked: Any = None, stats: Any = None, desk: Any = None
) -> Any:
    """All percentages of a run must be equal; the severity is the first word of the first article."""
    texts = articles
    if stats is not None:
        stats["toy"] = {"candidates": len(claims), "time": 0.0012}
    odd = [one for one in claims if one.quantity.low != claims[0].quantity.low]
    pairs = [(claims[0], one) for one in odd if checked is None or {claims[0].path, one.path} & set(checked)]
    severity = getattr(rules, "severity", "error")
    findings = []
    for pair in pairs:
        evidence = []
        for role, one in zip("ab", pair, strict=True):
            article = texts[one.path]
            line, column = article.position(one.span.start)
            quote, sentence = one.span.of(article.text), one.sentence.of(article.text)
            evidence.append(Evidence(one.path, *_ends(one.span), line, column, quote, sentence, role, one))
        findings.append(
            Finding("toy", "Toy", severity, "contradiction", "differ", "", "", "f00d", tuple(evidence))
        )
    return findings, {one.key for pair in pairs for one in pair}


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> type[ToyRules]:
    extraction = ModuleType("factcheck.extract.claims")
    extraction.extract_claims = toy_claims  # type: ignore[attr-defined]
    extraction.read_claims = lambda article, layers=(): (  # type: ignore[attr-defined]
        toy_claims(article),
        len(toy_claims(article)) + 1,
    )
    engine = ModuleType("factcheck.engine")
    engine.load_rules = lambda *args, **kwargs: ToyRules()  # type: ignore[attr-defined]
    engine.run_rules = toy_run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "factcheck.extract.claims", extraction)
    monkeypatch.setitem(sys.modules, "factcheck.engine", engine)
    monkeypatch.setattr("factcheck.kept.find_kept", lambda layers: None)  # the real reader must not find toys
    from factcheck import pipeline

    pipeline._remembered.cache_clear()
    monkeypatch.setattr(ToyRules, "severity", "error", raising=False)
    return ToyRules


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(desk: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line, for real."""
    from factcheck.__main__ import main

    def run_command(*argv: str) -> Ran:
        try:
            code = main(argv)
        except SystemExit as left:  # argparse
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run_command


@pytest.fixture
def run(toys: type[ToyRules], command: Run) -> Run:
    """Runs a command line over the toys."""
    return command
