"""docs/periods.md says what the reader does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.extract.periods import read_periods

PAGE = (Path(__file__).parents[2] / "docs" / "periods.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    part = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("row", rows("Read"), ids=lambda row: row[0])
def test_what_is_read(row: list[str]) -> None:
    found = read_periods(row[0], date(2025, 10, 6))
    assert [(mention.value, mention.period.kind) for mention in found] == [(row[1], row[2])]


@pytest.mark.parametrize("row", rows("Not read as a period"), ids=lambda row: row[0])
def test_what_is_not(row: list[str]) -> None:
    assert read_periods(row[0], date(2025, 10, 6)) == []
