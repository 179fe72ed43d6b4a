"""Page → Article: which block is title, summary, heading, body or boilerplate, and when it was published."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.article import Article, Gap, Section
from factcheck.hints import TYPE_CHECKING
from factcheck.sources.boilerplate import Boilerplate, find_boilerplate, load_boilerplate, plain_form
from factcheck.sources.glued_stops import STOP, find_glued_stops
from factcheck.sources.pages import Block, Page, apart, paint
from factcheck.sources.paragraphs import TAIL, runs_on
from factcheck.sources.published import Publication, read_author, read_byline, read_date_line, read_dateline
from factcheck.sources.tickers import find_glued_tickers
from factcheck.span import Span

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = {"quote": "quotation", "table": "table", "caption": "caption", "heading": "heading"}
_TITLE_WORDS = 30
_HEADING_WORDS = 14
_PROSE_WORDS = 25
_SENTENCE_WORDS = 10
_LINE = 50  # characters: what follows a heading is longer


class _Head:
    """What the head of the page gave while its blocks were walked."""

    __slots__ = ("author", "published")

    def __init__(self) -> None:
        self.published: Publication | None = None
        self.author: str | None = None


def finish_page(page: Page, path: str, layers: tuple[Path, ...] = ()) -> Article:
    """The article of a page: boilerplate and glued tickers blanked, sections told apart, title and date found.

    ``layers`` are a newsroom's folders of vocabulary: they may name the furniture of its own pages.
    """
    known = load_boilerplate(layers)
    tickers = find_glued_tickers(page.prose)
    stops = [(at, at + 1, STOP) for at in find_glued_stops(page.prose)]
    prose = paint(page.prose, [*((start, end, None) for start, end in tickers), *stops])
    blocks = [block for block in _joined(page.blocks, prose) if prose[block.start : block.end].strip()]
    words = [" ".join(prose[block.start : block.end].split()) for block in blocks]
    flags = find_boilerplate(blocks, [" ".join(page.prose[b.start : b.end].split()) for b in blocks], known)
    head = _Head()
    _read_head(prose, blocks, words, flags, known, head)
    kinds = _kinds(blocks, words, flags, known)
    sections: list[Section] = []
    for block, text, kind in zip(blocks, words, kinds, strict=True):
        start = block.start
        if kind == "body" and text[:1].isupper():
            dateline = read_dateline(prose[start : block.end], start)
            if dateline is not None:
                length, dated = dateline
                sections.append(Section("boilerplate", Span(start, start + length)))
                start += length
                head.published = head.published or dated
        if start < block.end:
            sections.append(
                Section(kind, Span(start, block.end), block.level if kind in ("title", "heading") else 0)
            )
    hidden = [(s.span.start, s.span.end, None) for s in sections if s.kind == "boilerplate"]
    meta, dated = page.meta, head.published
    gaps = apart([*page.gaps, *(Gap(*span) for span in tickers)]) if tickers else page.gaps
    title = meta.title or next((_shown(prose, s.span, gaps) for s in sections if s.kind == "title"), None)
    return Article(
        path=path,
        text=page.text,
        prose=paint(prose, hidden),
        sections=tuple(sections),
        title=title,
        published=meta.published or (dated.day if dated else None),
        published_span=meta.published_span if meta.published else (dated.span if dated else None),
        author=meta.author or head.author,
        source=meta.source,
        language=meta.language or "en",
        cells=page.cells,
        gaps=gaps,
    )


def _shown(prose: str, span: Span, gaps: Sequence[Gap]) -> str:
    """The words of a span, without what takes no room on the page: "up **12**%" reads "up 12%"."""
    parts, at = [], span.start
    for gap in gaps:
        if span.start <= gap.start < span.end:
            parts.append(prose[at : gap.start])
            at = gap.end
    return " ".join("".join((*parts, prose[at : span.end])).split())


def _joined(blocks: Sequence[Block], prose: str) -> list[Block]:
    """Blocks with the two halves of a sentence made one where a stripped link tore it apart."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind == block.kind == "paragraph"
            and not (before.sure or block.sure)
            and runs_on(
                prose[max(before.start, before.end - TAIL) : before.end],
                prose[block.start : block.end].lstrip(),
            )
        ):
            joined[-1] = Block("paragraph", before.start, block.end)
        else:
            joined.append(block)
    return joined


def _read_head(
    prose: str,
    blocks: Sequence[Block],
    words: Sequence[str],
    flags: list[bool],
    known: Boilerplate,
    head: _Head,
) -> None:
    """Date and author lines before the first real paragraph; anywhere else a date must say it is one."""
    in_head = True
    sentences = 0
    late: Publication | None = None
    for index, (block, text) in enumerate(zip(blocks, words, strict=True)):
        if block.kind == "paragraph" and not flags[index]:
            count = text.count(" ") + 1
            sentences += count >= _SENTENCE_WORDS and text[-1:] in '.!?"”'
            in_head = (
                in_head and count < _PROSE_WORDS and sentences < 2
            )  # one may be a standfirst over the byline
        if len(text) > 200 or block.kind not in ("paragraph", "boilerplate", "heading"):
            continue
        found = read_date_line(prose[block.start : block.end], block.start)
        if found is not None and (in_head or found.labelled) and not (flags[index] and not _may_date(text)):
            flags[index] = True
            if found.updated or not in_head:
                late = late or found
            else:
                head.published = head.published or found
            if in_head:
                head.author = head.author or read_author(text)
        if in_head and head.author is None and text.count(" ") <= 12 and block.kind != "heading":
            head.author = read_byline(text, known.bylines)
            if head.author is not None:
                flags[index] = True
    head.published = head.published or late


def _may_date(text: str) -> bool:
    """Boilerplate lines that nevertheless carry the date: bylines with a reading time, labelled dates."""
    lower = text.lower()
    return "read" in lower or "publish" in lower or "posted" in lower or "by" in lower


def _kinds(
    blocks: Sequence[Block], words: Sequence[str], flags: Sequence[bool], known: Boilerplate
) -> list[str]:
    """The section kind of each block."""
    kinds: list[str] = []
    first_prose = _first_prose(blocks, words, flags)
    explicit = any(block.kind == "heading" and block.level == 1 for block in blocks)
    titled = False
    in_summary = False
    for index, (block, text, flag) in enumerate(zip(blocks, words, flags, strict=True)):
        form = plain_form(text) if len(text) < 60 else ""
        if flag:
            kinds.append("boilerplate")
            in_summary = in_summary or "summary" in form
            continue
        kind = _KINDS.get(block.kind, "body")
        if block.kind == "summary" and (index < first_prose or first_prose == -1):
            kinds.append("summary")
            continue
        if (
            kind == "body"
            and block.kind == "paragraph"
            and not block.sure
            and _is_headline(text, index, blocks, words, flags)
        ):
            kind = "heading"
        if kind == "heading":
            in_summary = form in known.summaries
            if not titled and not in_summary and _may_title(block, text, index, first_prose, explicit):
                titled, kind = True, "title"
        elif kind == "body":
            if form in known.summaries:
                kind, in_summary = "heading", True
            elif (block.kind == "item" and (in_summary or index < first_prose)) or (
                in_summary and index <= first_prose and kinds[-1:] == ["heading"] and index + 1 < len(blocks)
            ):
                kind = "summary"
            else:
                in_summary = False
        kinds.append(kind)
    _prefer_full_title(blocks, words, kinds)
    return kinds


def _first_prose(blocks: Sequence[Block], words: Sequence[str], flags: Sequence[bool]) -> int:
    """Index of the first paragraph that is prose; a page of bullets alone has no summary."""
    for index, (block, text) in enumerate(zip(blocks, words, strict=True)):
        if (
            block.kind == "paragraph"
            and not flags[index]
            and text.count(" ") + 1 >= 15
            and text[-1:] in '.!?"”’'
        ):
            return index
    return -1


def _is_headline(
    text: str, index: int, blocks: Sequence[Block], words: Sequence[str], flags: Sequence[bool]
) -> bool:
    """A short line without a full stop, over a paragraph of its own; the first may stand over a byline or a list."""
    count = text.count(" ") + 1
    limit = _TITLE_WORDS if index < 3 else _HEADING_WORDS
    if (
        count > limit
        or text[-1:] in ".!,;:…-–—"
        or not (text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"“‘'")
    ):
        return False
    if text[-1:] in '"”' and text[:1] in '"“':
        return False
    after = index + 1
    if not index and after < len(blocks) and (flags[after] or blocks[after].kind == "item"):
        return True
    if text.isupper() and after < len(blocks) and not flags[after]:
        return True
    following = [
        words[after]
        for after in range(index + 1, min(index + 12, len(words)))
        if blocks[after].kind != "quote"
    ]
    return any(len(after) > max(_LINE, len(text)) for after in following)


def _may_title(block: Block, text: str, index: int, first_prose: int, explicit: bool) -> bool:
    if block.level == 1:
        return True
    if explicit or (text.endswith("?") and index > 0 and text.count(" ") < 5):
        return False
    return index < first_prose or first_prose == -1


def _prefer_full_title(blocks: Sequence[Block], words: Sequence[str], kinds: list[str]) -> None:
    """A kicker of two or three words over the full headline is not the title."""
    for index, kind in enumerate(kinds[:-1]):
        if kind != "title":
            continue
        if (
            kinds[index + 1] == "heading"
            and blocks[index].level == blocks[index + 1].level
            and words[index].count(" ") < 3
            and words[index + 1].count(" ") > words[index].count(" ") + 1
        ):
            kinds[index], kinds[index + 1] = "heading", "title"
        return
