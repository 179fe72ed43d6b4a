"""An article as it lies on disk, with its sections and what is known of its origin."""

from __future__ import annotations

from factcheck.day import date
from factcheck.hints import Any
from factcheck.records import dataclass, field
from factcheck.span import LineMap, Span

SECTIONS = ("title", "summary", "heading", "body", "table", "quotation", "caption", "boilerplate")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the article of one kind (one of SECTIONS). ``level`` is a heading's depth, 0 otherwise."""

    kind: str
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its span in the text, its headers (row and column, outermost first) and the table's caption."""

    span: Span
    row: int
    column: int
    headers: tuple[str, ...] = ()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Blanked characters that take no room on the page: inline markup, a glued ticker, the rest of ``&nbsp;``.

    ``side``: -1 if they belong to the character after them, 1 to the one before, 0 to neither.
    """

    start: int
    end: int
    side: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One article. All offsets are character offsets into ``text``, which is the file as it lies on disk, decoded.

    ``prose`` has exactly the same length as ``text``, with everything that is not prose (markup, tags, navigation,
    front matter, glued tickers) replaced by spaces: readers read ``prose`` and quote ``text``.
    ``sections`` are sorted and do not overlap; blanks may lie between them.
    ``published_span`` is where the publication date was read, if it was in the text.
    ``gaps``, sorted and apart, are the blanks of ``prose`` that part no words ("**26** %", "port&#8217;s");
    ``factcheck.sources.compaction`` takes them out for a reader and maps what it found back.
    ``origin`` says how a source was obtained ("official statistics, retrieved 2025-08-21, https://…"), for provenance.
    ``sheet_claims`` are the claims of a claims sheet, which is read rather than extracted (normalised ``Claim``s).
    ``remember`` and ``remembered`` keep what was read out of an article as long as somebody holds the article.
    """

    path: str
    text: str
    prose: str
    sections: tuple[Section, ...]
    title: str | None = None
    published: date | None = None
    published_span: Span | None = None
    author: str | None = None
    source: str | None = None
    language: str = "en"
    cells: tuple[Cell, ...] = ()
    sheet_claims: tuple[object, ...] | None = None
    gaps: tuple[Gap, ...] = ()
    origin: str | None = None
    _lines: list[LineMap] = field(default_factory=list, repr=False, compare=False, hash=False)
    _read: list[Any] = field(default_factory=list, repr=False, compare=False, hash=False)

    def position(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a character offset."""
        if not self._lines:
            self._lines.append(LineMap(self.text))
        return self._lines[0].position(offset)

    def remember(self, read: Any) -> None:
        self._read.append(read)

    def remembered(self) -> tuple[Any, ...]:
        return tuple(self._read)

    def shown(self, span: Span) -> str:
        """The characters of a span as the page shows them, without markup inside; the text itself without gaps."""
        inside = [gap for gap in self.gaps if gap.start < span.end and span.start < gap.end]
        if not inside:
            return span.of(self.text)
        parts, at = [], span.start
        for gap in inside:
            parts.append(self.prose[at : max(at, gap.start)])
            at = max(at, gap.end)
        return "".join((*parts, self.prose[at : span.end]))

    def section_at(self, offset: int) -> Section | None:
        for section in self.sections:
            if section.span.start <= offset < section.span.end:
                return section
        return None
