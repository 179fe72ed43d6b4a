"""``factcheck claims``: the same claims in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

TEXT = "Harbour news\n\n=SUM(A1) ferry traffic grew 12% “in May”.\n\nFreight fell 3%.\n"


@pytest.fixture(autouse=True)
def drop(desk: Path) -> None:
    Path("a.md").write_text(TEXT, encoding="utf-8")


def test_text_shows_where_and_what(run: Any) -> None:
    code, out, err = run("claims", "a.md")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].startswith("a.md:3:29: “12%” Harbour Line · freight revenue")
    assert out.splitlines()[-1] == "a.md: 3 figures seen, 2 claims read."


def test_explain_shows_claims_under_their_sentences(run: Any) -> None:
    lines = run("claims", "a.md", "--explain").out.splitlines()
    assert "line 5, body: Freight fell 3%." in lines
    assert any(line.split() == ["entity", "Harbour", "Line"] for line in lines)


def test_json_and_jsonl_hold_the_same_claims(run: Any) -> None:
    whole = json.loads(run("claims", "a.md", "--format", "json").out)
    rows = [json.loads(line) for line in run("claims", "a.md", "--format", "jsonl").out.splitlines()]
    assert whole["articles"][0]["claims"] == rows
    assert (
        [TEXT[row["start"] : row["end"]] for row in rows] == ["12%", "3%"] == [row["quote"] for row in rows]
    )


def test_csv_opens_in_a_spreadsheet_without_running(run: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(run("claims", "a.md", "--format", "csv").out)))
    assert [row["low"] for row in rows] == ["12", "3"]
    assert rows[0]["sentence"] == "'=SUM(A1) ferry traffic grew 12% “in May”."


def test_an_unreadable_file_ends_with_3(run: Any) -> None:
    Path("bad.md").write_bytes(b"\x00\x00")
    code, out, err = run("claims", "a.md", "bad.md", "--format", "csv")
    assert code == 3 and "bad.md" in err and out.count("\n") == 3


def test_explain_is_text_only(run: Any) -> None:
    assert run("claims", "a.md", "--explain", "--format", "csv").code == 2
