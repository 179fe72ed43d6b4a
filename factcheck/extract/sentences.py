"""Sentences: where one ends is decided by punctuation, blank lines and list markers, never by guessing words.

A single line break inside a paragraph is a space (hard-wrapped copy, stripped links), unless the line before it is
complete. A blank line, a bullet, a heading and a section's edge always end a sentence.
"""

from __future__ import annotations

import re

from factcheck.article import Article, Section
from factcheck.patterns import Lazy
from factcheck.records import dataclass
from factcheck.span import Span

# A stop, closing quotes or brackets, white space, then something that can open a sentence.
_STOP = Lazy(r"[.!?…]+[\"'”’)\]]*(?=\s|[A-Z][a-z])|;(?=[a-z0-9])")  # the last: see sources.glued_stops
_LINE = Lazy(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_BULLET = Lazy(r"\s*(?:[-*•–—▪◦·]|\d{1,2}[.)]|[a-z]\))\s+\S")
_OPENING = Lazy(r"[\s\"'“‘(\[]*([A-Z0-9$£€¥]|[a-z][A-Z]|[-•*–—]\s)")

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "st",
        "jr",
        "sr",
        "inc",
        "ltd",
        "co",
        "corp",
        "plc",
        "vs",
        "no",
        "nos",
        "vol",
        "fig",
        "approx",
        "est",
        "dept",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "a.m",
        "p.m",
        "i.e",
        "e.g",
        "bros",
        "rev",
        "hon",
        "messrs",
        "cf",
        "ca",
        "pp",
        "ed",
        "eds",
        "op",
    ]
)
# An abbreviation that may well end a sentence; it does when a capital that is not a name part follows.
_MAY_END = frozenset(
    ["inc", "ltd", "co", "corp", "plc", "u.s", "u.k", "u.n", "e.u", "a.m", "p.m", "jr", "sr"]
)
_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "for",
        "as",
        "by",
        "with",
        "from",
        "to",
        "of",
        "our",
        "i",
        "you",
        "meanwhile",
        "however",
        "after",
        "before",
        "while",
        "when",
        "if",
        "although",
        "since",
        "there",
        "here",
    ]
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span, the kind of section it stands in, its paragraph's number, and the heading above it."""

    span: Span
    section: str
    paragraph: int
    heading: Span | None = None
    listed: bool = False
    number: int = 0


def read_sentences(article: Article) -> list[Sentence]:
    """All sentences outside boilerplate, in order."""
    found: list[Sentence] = []
    heading: Span | None = None
    paragraph = 0
    for section in _joined(article):
        if section.kind == "heading":
            heading = section.span
        for block, listed in _blocks(article.prose, section):
            paragraph += 1
            above = None if section.kind in ("heading", "title") else heading
            for span in _split(article.prose, block):
                found.append(Sentence(span, section.kind, paragraph, above, listed, len(found)))
    return found


def _joined(article: Article) -> list[Section]:
    """Sections outside boilerplate; a paragraph that a stripped link or a hard wrap broke in two is one again."""
    joined: list[Section] = []
    for section in article.sections:
        if section.kind == "boilerplate":
            continue
        last = joined[-1] if joined else None
        if last is not None and last.kind == section.kind and last.kind in ("body", "summary", "quotation"):
            gap = article.text[last.span.end : section.span.start]
            head, tail = section.span.of(article.prose).lstrip(), last.span.of(article.prose).rstrip()
            broken = head[:1].islower() or head[:1] in (",", ";", ")")
            if broken and tail[-1:] not in (".", "!", "?", ":") and not gap.strip() and gap.count("\n") <= 3:
                joined[-1] = Section(last.kind, Span(last.span.start, section.span.end), last.level)
                continue
        joined.append(section)
    return joined


def _blocks(prose: str, section: Section) -> list[tuple[Span, bool]]:
    """Paragraphs and list items of a section, with whether each is a list item."""
    blocks: list[tuple[Span, bool]] = []
    start: int | None = None
    listed = False
    at = section.span.start
    end = section.span.end
    while at < end:
        match = _LINE.match(prose, at, end)
        assert match is not None
        stop = match.end() if match.end() > at else end
        line = prose[at:stop]
        blank = not line.strip() and not _goes_on(prose, stop, end)
        bullet = _BULLET.match(line) is not None
        if start is not None and (blank or bullet or _complete(prose, start, at)):
            blocks.append((Span(start, at), listed))
            start = None
        if not blank and start is None:
            start, listed = at, bullet
        at = stop
    if start is not None:
        blocks.append((Span(start, end), listed))
    return blocks


def _goes_on(prose: str, at: int, end: int) -> bool:
    """True where the text behind a blank line starts in the middle of a sentence."""
    head = prose[at : min(end, at + 40)].lstrip()
    return head[:1] in (",", ";", ")") or (head[:1].islower() and not head[:2].endswith((")", ".")))


def _complete(prose: str, start: int, at: int) -> bool:
    tail = prose[max(start, at - 12) : at].rstrip()
    return tail.rstrip("\"'”’)]")[-1:] in (".", "!", "?", ":", ";")


def _split(prose: str, block: Span) -> list[Span]:
    spans: list[Span] = []
    start = block.start
    for match in _STOP.finditer(prose, block.start, block.end):
        if _ends_sentence(prose, start, match.start(), match.end(), block.end):
            _add(spans, prose, start, match.end())
            start = match.end()
    _add(spans, prose, start, block.end)
    return spans


def _ends_sentence(prose: str, start: int, stop: int, after: int, end: int) -> bool:
    if prose[stop] == ";":
        return True
    opening = _OPENING.match(prose, after, min(end, after + 60))
    if not prose[after:end].strip():
        return True
    if opening is None:
        return False
    if prose[stop] != ".":
        return True
    word = _word_before(prose, start, stop)
    glued = prose[after : after + 1].isalpha()
    if glued and (len(word) == 1 or "." in word or (not word and prose[stop - 1 : stop].isspace())):
        return False  # U.S.A, J.P.Morgan, " .NET": a capital glued to the stop of an initial
    lower = word.lower()
    initials = (len(word) < 2 or "." in word) and all(
        len(part) == 1 and part.isalpha() and part.isupper() for part in word.split(".") if part
    )
    if lower not in _ABBREVIATIONS and not (word and initials):
        return True
    following = re.match(r"[\s\"'“‘(]*([A-Za-z]+)", prose[after : after + 40])
    return bool(
        (lower in _MAY_END or (len(word) > 1 and initials))
        and following
        and following[1].lower() in _STARTERS
    )


def _word_before(prose: str, start: int, stop: int) -> str:
    at = stop
    while at > start and (prose[at - 1].isalnum() or (prose[at - 1] == "." and at > start + 1)):
        at -= 1
    return prose[at:stop]


def _add(spans: list[Span], prose: str, start: int, end: int) -> None:
    while start < end and prose[start].isspace():
        start += 1
    while end > start and prose[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
