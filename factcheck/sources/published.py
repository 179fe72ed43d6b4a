"""When an article was published, and by whom, as its own head says: dateline, byline, "Published 3 March 2026"."""

from __future__ import annotations

import re

from factcheck.day import date
from factcheck.day_names import WEEKDAYS
from factcheck.patterns import Lazy
from factcheck.records import dataclass
from factcheck.sources.dates import Dated, read_date, read_dates
from factcheck.span import Span

# A label may be glued to the word before it: "Staff WritersUpdated 9 Sept", "14:05 BSTPublished 8 Sept".
_LABEL = Lazy(
    r"(?:\b|(?<=[a-z])(?-i:(?=[A-Z]))|(?<=[A-Z])(?-i:(?=[A-Z][a-z])))(?:first published|published|posted|publication date|issued|released|date)\b",
    re.IGNORECASE,
)
_UPDATED = Lazy(
    r"(?:\b|(?<=[a-z])(?-i:(?=[A-Z]))|(?<=[A-Z])(?-i:(?=[A-Z][a-z])))(?:updated|modified|edited|last changed)\b",
    re.IGNORECASE,
)
# What may stand around the date in a dateline or byline.
_AROUND = frozenset(
    [
        "first",
        "published",
        "posted",
        "publication",
        "date",
        "issued",
        "released",
        "last",
        "updated",
        "modified",
        "on",
        "at",
        "by",
        "in",
        "and",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        *WEEKDAYS,
        "am",
        "pm",
        "a.m",
        "p.m",
        "t",
        "z",
        "noon",
        "midnight",
        "gmt",
        "utc",
        "bst",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "cet",
        "cest",
        "ist",
        "jst",
        "hkt",
        "aest",
        "et",
        "pt",
        "uhr",
        "hr",
        "hrs",
        "h",
        "o'clock",
        "min",
        "mins",
        "minute",
        "minutes",
        "read",
        "local",
        "time",
    ]
)
_WORD = Lazy(r"[^\W\d_][\w.'’]{0,40}")
# LONDON, March 3 (Newswire) — ; SAN JOSE, Calif., July 30, 2026 /Wire/ --
_DATELINE = Lazy(
    r"[A-Z][A-Z.'’ -]{2,40}(?:[,/][ ]{0,2}[A-Z][\w.' ]{1,30}){0,2}"
    r"(?:,?[ ]{1,2}(?:[A-Z][a-z]{2,8}\.?[ ]{1,2}\d{1,2}(?:,?[ ]{1,2}\d{4})?|\d{1,2}[ ]{1,2}[A-Z][a-z]{2,8}\.?(?:[ ]{1,2}\d{4})?))?"
    r"[ ]{0,2}(?:\([A-Z][^():\n]{1,40}\)|/[^/\n]{2,40}/)?[ ]{0,2}(?:--|[–—]|- )[ ]{0,2}"
)
# Westbrook, 12 February 2026 - ; Berlin, March 3, 2026 (Newswire) –: a full date, since any sentence may hold a dash
_TOWN_DATELINE = Lazy(
    r"[A-Z][\w.'’]{1,20}(?:[ -][A-Z][\w.'’]{1,20}){0,3},[ ]{1,2}(?:[A-Z][a-z]{2,8}\.?[ ]{1,2}\d{1,2},?"
    r"|\d{1,2}[ ]{1,2}[A-Z][a-z]{2,8}\.?,?)[ ]{1,2}\d{4}[ ]{0,2}(?:\([A-Z][^():\n]{1,40}\)|/[^/\n]{2,40}/)?"
    r"[ ]{0,2}(?:--|[–—]|- )[ ]{0,2}"
)
_NAME = Lazy(r"[A-Z][\w.'’-]{0,30}(?:[ ](?:[a-z]{1,4}[ ])?[A-Z][\w.'’-]{0,30}){0,4}")


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication date with its place in the text; ``labelled`` when words such as "published" stand by it."""

    day: date
    span: Span
    labelled: bool
    updated: bool


def read_date_line(line: str, at: int) -> Publication | None:
    """The publication date of a line that is a dateline or byline and nothing else. ``at`` is the line's offset."""
    if len(line) > 300:
        return None
    dated = sorted(read_dates(line), key=lambda found: found.start)
    if not dated:
        return None
    rest = line
    for found in dated:
        rest = rest[: found.start] + " " * (found.end - found.start) + rest[found.end :]
    label = _LABEL.search(rest)
    left = [match[0] for match in _WORD.finditer(rest) if match[0].lower().rstrip(".") not in _AROUND]
    if left and rest.rstrip().endswith(".") and label is None:
        return None
    if len(left) > (8 if label or rest.lstrip().lower().startswith("by ") else 5):
        return None
    chosen, updated = _choose(rest, dated)
    return Publication(chosen.day, Span(at + chosen.start, at + chosen.end), label is not None, updated)


def opens_with_date(line: str) -> bool:
    """True for "April 30, 2014 / 11:12 AM / 3 years ago": a full date first, and then hardly anything but the hour."""
    if len(line) > 80 or not any(sign.isdigit() for sign in line):
        return False
    dated = min(read_dates(line), key=lambda found: found.start, default=None)
    if dated is None:
        return False
    before, after = (
        [word[0] for word in _WORD.finditer(part)] for part in (line[: dated.start], line[dated.end :])
    )
    return all(word.lower().rstrip(".") in _AROUND for word in before) and len(after) <= 4


def _choose(rest: str, dated: list[Dated]) -> tuple[Dated, bool]:
    """The first date that is not an update's; failing that the first."""
    for found in dated:
        before = rest[: found.start]
        updates = [match.start() for match in _UPDATED.finditer(before)]
        labels = [match.start() for match in _LABEL.finditer(before)]
        if not updates or (labels and labels[-1] > updates[-1]):
            return found, False
    return dated[0], True


def read_dateline(words: str, at: int) -> tuple[int, Publication | None] | None:
    """The length of a wire dateline at the head of a paragraph, with its date if it has a year; None without one."""
    head = words[:160]
    if not any(dash in head for dash in ("--", "–", "—", "- ")):
        return None
    match = _DATELINE.match(head) or _TOWN_DATELINE.match(head)
    if match is None or not any(mark in match[0] for mark in "(/0123456789"):
        return None
    first = words[match.end() : match.end() + 1]
    if not (first.isupper() or first.isdigit() or first in "\"“‘'"):
        return None  # a dash within a sentence
    for found in read_dates(match[0]):
        span = Span(at + found.start, at + found.end)
        return match.end(), Publication(found.day, span, False, False)
    return match.end(), None


def read_author(words: str) -> str | None:
    """The author's name within a line that dates the article: "Posted on 3 March 2026 by Ann Example"."""
    at = words.find(" by ")
    match = _NAME.match(words, at + 4) if at != -1 else None
    return match[0].rstrip(".") if match and read_date(match[0]) is None else None


def read_byline(words: str, openings: tuple[str, ...]) -> str | None:
    """The author's name in a line such as "By Ann Example, Business Editor"."""
    lower = words.lower()
    for opening in openings:
        if lower.startswith(opening):
            rest = words[len(opening) :]
            if opening == "by" and not rest.startswith((" ", ":")):
                continue
            match = _NAME.match(rest.lstrip(" :-"))
            if match and len(words) <= 120:
                return match[0].rstrip(".")
    return None
