"""An article without the gaps in its words, for readers; and what they found, mapped back to the file.

"revenue of **$4.67** billion" and "port&#8217;s" have markup inside what is one expression on the page. Readers are
given the words as the page shows them; every Span in what they return is then moved to where it lies on disk.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import is_

from factcheck.article import Article, Cell, Section
from factcheck.hints import Any, TypeVar
from factcheck.mention import PeriodMention, QuantityMention
from factcheck.period import Period
from factcheck.quantity import Quantity
from factcheck.records import replace
from factcheck.span import Span

R = TypeVar("R")


class Offsets:
    """Where the characters of a compacted text lie in the full one, and back."""

    __slots__ = ("_ends", "_full", "_gaps", "_short", "_starts")

    def __init__(self, article: Article) -> None:
        self._gaps = article.gaps
        self._starts = {gap.end: gap.start for gap in article.gaps if gap.side < 0}
        self._ends = {gap.start: gap.end for gap in article.gaps if gap.side > 0}
        self._full = [gap.end for gap in article.gaps]  # where the text goes on in full …
        self._short: list[int] = []  # … and in short
        removed = 0
        for gap in article.gaps:
            self._short.append(gap.start - removed)
            removed += gap.end - gap.start

    def shorten(self, text: str) -> str:
        """The text without its gaps."""
        parts: list[str] = []
        at = 0
        for gap in self._gaps:
            parts.append(text[at : gap.start])
            at = gap.end
        return "".join((*parts, text[at:]))

    def short(self, offset: int) -> int:
        """The compacted offset of a full one; inside a gap, that of the gap."""
        before = bisect_right(self._gaps, offset, key=lambda gap: gap.start) - 1
        if before < 0:
            return offset
        return self._short[before] + max(0, offset - self._full[before])

    def short_span(self, span: Span) -> Span:
        return Span(self.short(span.start), self.short(span.end))

    def full_span(self, span: Span) -> Span:
        """The full span of a compacted one, with the whole of any character reference at its ends; itself if it is that."""
        start = self._full_offset(span.start)
        if span.end <= span.start:
            return Span(start, start)
        end = self._full_offset(span.end - 1) + 1
        start, end = self._starts.get(start, start), self._ends.get(end, end)
        return span if start == span.start and end == span.end else Span(start, end)

    def _full_offset(self, offset: int) -> int:
        before = bisect_right(self._short, offset) - 1
        return offset if before < 0 else self._full[before] + offset - self._short[before]


def compact(article: Article) -> tuple[Article, Offsets | None]:
    """The article as its readers should see it (its text is its prose), and the way back: None if nothing changed."""
    if not article.gaps:
        return article, None
    offsets = Offsets(article)
    prose = offsets.shorten(article.prose)
    sections = tuple(
        Section(section.kind, span, section.level)
        for section in article.sections
        if (span := offsets.short_span(section.span)).start < span.end
    )
    cells = tuple(
        Cell(offsets.short_span(cell.span), cell.row, cell.column, cell.headers, cell.caption)
        for cell in article.cells
    )
    published = offsets.short_span(article.published_span) if article.published_span else None
    short = replace(
        article,
        text=prose,
        prose=prose,
        sections=sections,
        cells=cells,
        published_span=published,
        gaps=(),
        _lines=[],
    )
    return short, offsets


def restore(found: R, offsets: Offsets | None) -> R:
    """``found`` (records, tuples, lists of them) with every Span where it lies in the full text."""
    return found if offsets is None else _restored(found, offsets)


def _restored(value: Any, offsets: Offsets) -> Any:
    """The value itself when nothing in it moved, so that what is shared stays shared and few records are made."""
    kind = type(value)
    if kind is Span:
        return offsets.full_span(value)
    if kind is tuple or kind is list:
        parts = [_restored(part, offsets) for part in value]
        if all(map(is_, parts, value)):
            return value
        return parts if kind is list else tuple(parts)
    names = _FIELDS.get(kind)
    if names is None:
        names = _FIELDS[kind] = _fields_of(kind)
    if not names:
        return value
    changed: dict[str, Any] = {}
    if kind is QuantityMention or kind is PeriodMention:  # they keep their span as two numbers
        span = offsets.full_span(value.span)
        if (span.start, span.end) != (value.start, value.end):
            changed.update(start=span.start, end=span.end)
    for name in names:
        part = getattr(value, name)
        if part.__class__ not in _PLAIN and (moved := _restored(part, offsets)) is not part:
            changed[name] = moved
    return replace(value, **changed) if changed else value


_PLAIN = frozenset([str, int, bool, type(None), float])
_FIELDS: dict[type, tuple[str, ...]] = {}  # what can hold spans: records, but not numbers and periods as such


def _fields_of(kind: type) -> tuple[str, ...]:
    if kind in (Period, Quantity) or not any("__dataclass_fields__" in vars(base) for base in kind.__mro__):
        return ()  # looked for by name: asking for them brings the library's dataclasses
    return tuple(kind.__match_args__)  # type: ignore[attr-defined]
