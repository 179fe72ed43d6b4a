"""The report under reports/ is what ``make check`` writes from seeds/ today."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli.inputs import read_inputs
from factcheck.cli.trusted import read_trusted
from factcheck.config import find_settings
from factcheck.pipeline import check_read, choose_rules
from factcheck.reports.pages import pages_for

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.skipif(
    not (ROOT / "reports/index.md").is_file(), reason="no sample has been generated yet: make check"
)
def test_the_committed_report_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    settings = find_settings(ROOT)
    inputs = read_inputs(["seeds"], settings)
    facts, errors = read_trusted(settings.trusted(), settings.vocabulary, inputs.checked)
    report = check_read(inputs.checked, facts, choose_rules(settings), errors=inputs.errors + errors)
    pages = pages_for(report, Path("reports"))
    kept = {file.name: file.read_text(encoding="utf-8") for file in Path("reports").glob("*.md")}
    assert kept == pages
