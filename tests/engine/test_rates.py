"""Rates in rules: they come in with the match, are named in the finding, and are never guessed."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck.article import Article
from factcheck.errors import ConfigurationError
from factcheck.normalise.currencies import Rates

RATES = "Date,USD,CNY,\n2031-03-31,1.0,8.0,\n2031-01-02,1.0,4.0,\n"
DRAFT = "Norvane's revenue was 800 million yuan ($130 million) in the quarter ended March 31, 2031."


def draft(text: str = DRAFT, day: date = date(2031, 4, 1)) -> Article:
    return factcheck.article(text, "draft.txt", day)


def test_a_newer_file_is_used_and_named(tmp_path: Path) -> None:
    file = tmp_path / "eurofxref-hist.csv"
    file.write_text(RATES, encoding="utf-8")
    (finding,) = factcheck.check([draft()], rates=file).findings
    assert finding.rule == "currency-pair"
    assert finding.sources == (
        "1 CNY = 0.1875 USD on average, 1 January 2031 to 31 March 2031 (ECB euro foreign exchange reference rates)",
    )
    assert finding.sources[0] in factcheck.render(factcheck.check([draft()], rates=file), "text")


def test_without_a_rate_nothing_is_guessed() -> None:
    (finding,) = factcheck.check([draft()]).findings
    assert (finding.rule, str(finding.severity)) == ("no-rate", "note")
    assert "2031" in finding.message, "the shipped file does not reach it"


def test_a_file_that_is_not_the_ecbs_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "rates.csv"
    file.write_text("Day;Dollar\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="rates"):
        factcheck.check([draft()], rates=file)


def test_the_command_line_takes_a_file(tmp_path: Path) -> None:
    (tmp_path / "rates.csv").write_text(RATES, encoding="utf-8")
    (tmp_path / "draft.md").write_text(f"---\ndate: 2031-04-01\n---\n\n{DRAFT}\n", encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "draft.md"]
    silent = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert silent.returncode == 0 and "[no-rate]" in silent.stdout
    loud = subprocess.run([*command, "--rates", "rates.csv"], cwd=tmp_path, capture_output=True, text=True, check=False)  # fmt: skip
    assert "source: 1 CNY = 0.1875 USD" in loud.stdout


def test_no_rates_are_read_for_an_article_in_one_currency(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Rates, "_load", lambda self: pytest.fail("the rates were read"))
    text = "Norvane earned $5 million ($6 million in 2023) in 2024. Calder Bank earned $5 million in 2024."
    factcheck.check([factcheck.article(text)])
