"""The terminal report: lines that editors and grep understand, and that article text cannot forge."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from sample_report import FULL, finding, report

import factcheck

TEXT = factcheck.render(FULL, "text")


def test_a_finding_opens_like_a_compiler_message() -> None:
    first = TEXT.splitlines()[0]
    assert re.fullmatch(r"june\.md:1:37: error: .+ \[period-label\]", first)


def test_both_passages_follow() -> None:
    lines = TEXT.splitlines()
    assert lines[1].startswith("    june.md:1:37: “") and lines[3].startswith("    december.md:1:39: “")


def test_the_last_line_counts() -> None:
    last = TEXT.splitlines()[-1]
    assert last == (
        "2 articles checked against 1: 1 error, 1 note; 1 problem with inputs. "
        "9 figures seen, 8 claims read, 2 could be compared."
    )


@given(st.text())
def test_article_text_cannot_forge_lines_or_terminal_codes(text: str) -> None:
    one = finding()
    forged = replace(one, message=text, evidence=(replace(one.evidence[0], sentence=text, quote=text),))
    written = factcheck.render(report(forged), "text")
    plain = factcheck.render(report(replace(forged, message="x", evidence=(one.evidence[0],))), "text")
    assert written.count("\n") == plain.count("\n")
    assert all(char.isprintable() or char == "\n" for char in written)
