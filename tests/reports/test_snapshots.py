"""Every format against a page kept in tests/snapshots. To accept a change: FACTCHECK_SNAPSHOTS=write pytest …"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sample_report import FULL

import factcheck
from factcheck.reports import FORMATS
from factcheck.reports.markdown import no_link
from factcheck.reports.pages import render_pages

FOLDER = Path(__file__).resolve().parent.parent / "snapshots"
ENDINGS = {"markdown": "md", "json": "json", "text": "txt"}


def same(name: str, text: str) -> None:
    kept = FOLDER / name
    if os.environ.get("FACTCHECK_SNAPSHOTS") == "write":
        kept.write_text(text, encoding="utf-8", newline="\n")
    assert kept.read_bytes() == text.encode()


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_formats(format: str) -> None:
    same(f"report.{ENDINGS[format]}", factcheck.render(FULL, format))


def test_pages() -> None:
    for name, text in render_pages(FULL, no_link).items():
        same(f"page-{name}", text)
