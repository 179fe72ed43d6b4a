"""What a format reader hands on: the blocks of a page and its prose, before they become an article."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.article import Cell, Gap
from factcheck.day import date
from factcheck.patterns import Lazy
from factcheck.records import dataclass
from factcheck.span import Span

# Characters an edit of prose turns into a blank. Line ends stay, so that paragraphs stay apart.
_INK = Lazy(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of a page as its format shows it: paragraph, item, heading, quote, table, caption, summary, boilerplate.

    ``start`` and ``end`` are offsets into the text; ``level`` is a heading's depth. ``sure`` is false when the
    kind is only the format's default, so that the words may still say otherwise (a short line can be a heading).
    """

    kind: str
    start: int
    end: int
    level: int = 0
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page says about itself outside its prose: front matter or HTML metadata.

    ``title_span`` is where front matter states the title: it is a headline that readers see, so it is prose.
    """

    title: str | None = None
    published: date | None = None
    published_span: Span | None = None
    author: str | None = None
    source: str | None = None
    language: str | None = None
    title_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: ``prose`` is as long as ``text``; ``blocks`` are sorted and do not overlap."""

    text: str
    prose: str
    blocks: tuple[Block, ...]
    cells: tuple[Cell, ...] = ()
    meta: Meta = Meta()
    gaps: tuple[Gap, ...] = ()


def gap_of(edit: tuple[int, int, str | None]) -> Gap:
    """The gap that an inline edit leaves: all of it, or what fills up the character that stands for a reference."""
    start, end, new = edit
    if new is None:
        return Gap(start, end)
    ink = new.strip(" \u00a0")
    if ink and not new.startswith(ink):
        return Gap(start, end - len(ink), -1)
    return Gap(start + max(1, len(ink)), end, 1)


def apart(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Gaps sorted, empty ones left out, overlapping ones made one."""
    kept: list[Gap] = []
    for gap in sorted(gaps, key=lambda gap: (gap.start, -gap.end)):
        if gap.start >= gap.end:
            continue
        if kept and gap.start < kept[-1].end:
            if gap.end > kept[-1].end:
                kept[-1] = Gap(kept[-1].start, gap.end)
        else:
            kept.append(gap)
    return tuple(kept)


def blanked(text: str) -> str:
    """Blanks of the same length; line ends stay."""
    return _INK.sub(" ", text) if "\n" in text or "\r" in text else " " * len(text)


def paint(text: str, edits: Iterable[tuple[int, int, str | None]]) -> str:
    """``text`` with each (start, end, new) replaced by ``new`` of the same length, or by blanks if it is None.

    Where edits overlap, the one that starts first wins, the longer one of two that start together.
    """
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start < at:
            if end <= at:
                continue
            start, new = at, None
        parts.append(text[at:start])
        parts.append(blanked(text[start:end]) if new is None else new)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def reveal(text: str, pieces: Iterable[tuple[int, int]], edits: Iterable[tuple[int, int, str | None]]) -> str:
    """Only the sorted ``pieces`` of ``text``, with ``edits`` made; everything else blank."""
    hidden: list[tuple[int, int, str | None]] = list(edits)
    at = 0
    for start, end in pieces:
        if start > at:
            hidden.append((at, start, None))
        at = max(at, end)
    if at < len(text):
        hidden.append((at, len(text), None))
    return paint(text, hidden)
