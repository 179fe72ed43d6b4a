"""Sound articles stay silent; change one figure, unit, scale, quarter, sign or weekday, and the change is found.

The articles, the sums behind them and the spots that carry a check are in tests/voices (voices.yaml).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.article import Article
from factcheck.finding import Finding, Report

VOICES = Path(__file__).parent.parent / "voices"
SHEET = yaml.safe_load((VOICES / "voices.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Change:
    """One changed spot of one article; ``beside`` are the sound articles checked with it."""

    path: Path
    beside: tuple[Path, ...]
    kind: str
    find: str
    to: str
    nth: int = 1
    touch: str = ""

    def __str__(self) -> str:
        return f"{self.path.name}: {self.find} → {self.to}"


def _changes() -> list[Change]:
    found = []
    for name, entry in SHEET["articles"].items():
        found += [Change(VOICES / name, (), **spot) for spot in entry["mutations"]]
    for entry in SHEET["pairs"].values():
        paths = [VOICES / "pairs" / name for name in entry["files"]]
        for spot in entry["mutations"]:
            changed = next(p for p in reversed(paths) if spot["find"] in p.read_text(encoding="utf-8"))
            found.append(Change(changed, tuple(p for p in paths if p != changed), **spot))
    return found


CHANGES = _changes()
ARTICLES = sorted(VOICES / name for name in SHEET["articles"])
PAIRS = [[VOICES / "pairs" / name for name in entry["files"]] for entry in SHEET["pairs"].values()]


def _loud(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity != "note"]


def _told(findings: list[Finding]) -> str:
    return "\n".join(f"{f.severity} {f.rule}: {f.message} {[e.quote for e in f.evidence]}" for f in findings)


def _changed(change: Change, pad: str = "") -> tuple[Article, int, int]:
    """The article with the change made (and ``pad`` as one more paragraph), and the changed words' place."""
    text = change.path.read_text(encoding="utf-8")
    at = -1
    for _ in range(change.nth):
        at = text.index(change.find, at + 1)
    changed = text[:at] + change.to + text[at + len(change.find) :] + pad
    start, end = at, at + len(change.to)
    if change.touch:
        start = changed.index(change.touch, at)
        end = start + len(change.touch)
    return factcheck.article(changed, path=str(change.path)), start, end


@cache
def _known(change_path: Path, beside: tuple[Path, ...]) -> frozenset[tuple[str, str]]:
    """What the engine says (notes) of the article before anything is changed."""
    report = factcheck.check([factcheck.read(change_path)], against=[factcheck.read(p) for p in beside])
    return frozenset((finding.rule, finding.message) for finding in report.findings)


def is_found(change: Change, pad: str = "") -> bool:
    """Whether a finding that was not there before touches the changed words."""
    article, start, end = _changed(change, pad)
    report = factcheck.check([article], against=[factcheck.read(path) for path in change.beside])
    return any(
        evidence.path == str(change.path) and evidence.start < end and start < evidence.end
        for finding in report.findings
        if (finding.rule, finding.message) not in _known(change.path, change.beside)
        for evidence in finding.evidence
    )


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_a_sound_article_is_silent(path: Path) -> None:
    loud = _loud(factcheck.check([factcheck.read(path)]))
    assert not loud, _told(loud)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].stem)
def test_two_sound_articles_on_one_event_are_silent(pair: list[Path]) -> None:
    loud = _loud(factcheck.check([factcheck.read(path) for path in pair]))
    assert not loud, _told(loud)


def test_all_sound_articles_together_are_silent() -> None:
    paths = [*ARTICLES, *(path for pair in PAIRS for path in pair)]
    loud = _loud(factcheck.check([factcheck.read(path) for path in paths]))
    assert not loud, _told(loud)


WANTED = frozenset((VOICES / "wanted.txt").read_text(encoding="utf-8").splitlines())


def test_every_change_is_found_but_those_that_are_wanted() -> None:
    """What is not found yet stands in wanted.txt, and must still be missed: what works now is taken off that list."""
    missed = {str(change) for change in CHANGES if not is_found(change)}
    assert missed == WANTED


@settings(max_examples=40, deadline=None)
@given(
    change=st.sampled_from(CHANGES), rest=st.sampled_from(["", "\n\nMore follows.\n", "\n\n© The paper.\n"])
)
def test_a_found_change_does_not_depend_on_the_rest_of_the_page(change: Change, rest: str) -> None:
    assert is_found(change) == is_found(change, rest)


def _holds(sum_: str) -> bool:
    """Whether one line of arithmetic is true at the precision it is written with."""
    kind, *words = sum_.split()
    numbers = [Fraction(word) for word in words if word != "="]
    *given_, stated = numbers
    digits = len(words[-1].partition(".")[2])
    if kind == "growth":
        true = (given_[1] / given_[0] - 1) * 100
    elif kind == "share":
        true = given_[0] / given_[1] * 100
    elif kind == "product":
        true = given_[0] * given_[1]
    else:
        true = sum(given_, Fraction(0))
    return abs(true - stated) <= Fraction(1, 2 * 10**digits)


LINES = [
    line for part in ("articles", "pairs") for e in SHEET[part].values() for line in e.get("arithmetic", ())
]


@pytest.mark.parametrize("line", LINES)
def test_the_sums_behind_the_sound_articles_are_true(line: str) -> None:
    assert _holds(line)


_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DATED = re.compile(rf"({'|'.join(_DAYS)}), ([A-Z][a-z]+) (\d{{1,2}})\b(?:, (\d{{4}}))?")


@pytest.mark.parametrize("path", [*ARTICLES, *(p for pair in PAIRS for p in pair)], ids=lambda p: p.name)
def test_the_weekdays_of_the_sound_articles_are_right(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    published: Any = factcheck.read(path).published
    assert published is not None
    for weekday, month, day, year in _DATED.findall(text):
        number = _MONTHS.index(month[:3].lower()) + 1
        said = date(int(year) if year else published.year, number, int(day))
        assert _DAYS[said.weekday()] == weekday, f"{weekday}, {month} {day} {year}"


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_every_spot_is_on_its_page(change: Change) -> None:
    article, start, end = _changed(change)
    assert article.text[start:end] == (change.touch or change.to)
