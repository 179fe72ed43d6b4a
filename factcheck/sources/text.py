"""Plain text → blocks: paragraphs, bullets, numbered lists, quoted lines."""

from __future__ import annotations

from factcheck.article import Cell
from factcheck.patterns import Lazy
from factcheck.sources.addresses import find_addresses
from factcheck.sources.front_matter import read_front_matter, read_header_lines
from factcheck.sources.lines import text_lines
from factcheck.sources.pages import Block, Page, paint
from factcheck.sources.paragraphs import split_lines
from factcheck.sources.tables import take_caption
from factcheck.sources.text_tables import read_text_table

_BULLETS = "-*•‣◦▪●–—·"
_BULLET = Lazy(r"[-*•‣◦▪●–—·][ \t\u00a0]{1,9}(?=\S)")
_NUMBERED = Lazy(r"(\d{1,2})[.)][ \t\u00a0]{1,9}(?=\S)")


def read_plain_text(text: str) -> Page:
    """The page of a plain-text drop. List markers, quote marks, addresses and front matter are blank in prose."""
    meta, at = read_front_matter(text)
    if not at:
        meta, at = read_header_lines(text)
    edits: list[tuple[int, int, str | None]] = [(0, at, None)] if at else []
    title = meta.title_span
    if title is not None:
        edits = [(0, title.start, None), (title.end, at, None)]
    if text.startswith("\ufeff"):
        edits.append((0, 1, None))
        at = max(at, 1)
    blocks = [Block("heading", title.start, title.end, level=1, sure=True)] if title else []
    cells: list[Cell] = []
    run: list[tuple[int, int]] = []
    quoted: list[tuple[int, int]] = []
    number = 0

    def close() -> None:
        if len(run) > 1 and read_text_table(text, run) is not None:
            cells.extend(read_text_table(text, run, take_caption(text, blocks)) or ())
            blocks.append(Block("table", run[0][0], run[-1][1], sure=True))
        else:
            blocks.extend(Block("paragraph", start, end) for start, end in split_lines(text, run))
        run.clear()
        if quoted:
            blocks.append(Block("quote", quoted[0][0], quoted[-1][1], sure=True))
            quoted.clear()

    for start, end in text_lines(text, at):
        line = text[start:end]
        lead = start + len(line) - len(line.lstrip())
        body = line.strip()
        if not body:
            close()
            continue
        if body[0] == ">" and lead - start < 4:
            if not quoted:
                close()
            edits.append((lead, lead + 1, None))
            if body.strip("> "):
                quoted.append((lead, lead + len(body)))
            continue
        bullet = _BULLET.match(body) if body[0] in _BULLETS else None
        counted = _NUMBERED.match(body) if bullet is None else None
        if counted is not None and int(counted[1]) not in (1, number + 1):
            counted = None
        marker = bullet or counted
        if marker is not None:
            close()
            number = int(counted[1]) if counted else number
            edits.append((lead, lead + marker.end(), None))
            blocks.append(Block("item", lead + marker.end(), lead + len(body), sure=True))
            continue
        if quoted:
            close()
        if (
            blocks
            and not run
            and blocks[-1].kind == "item"
            and lead > start
            and _touches(text, blocks[-1].end, start)
        ):
            blocks[-1] = Block("item", blocks[-1].start, lead + len(body), sure=True)
            continue
        if run and _indents(text, run[-1], lead - start):
            close()
        run.append((start, end))
    close()
    edits.extend((start, end, None) for start, end in find_addresses(text))
    return Page(text, paint(text, edits), tuple(blocks), tuple(cells), meta)


def _indents(text: str, before: tuple[int, int], indent: int) -> bool:
    """True for a line set in that opens a paragraph: the one before it is not set in, and ends a sentence."""
    line = text[slice(*before)]
    return 1 < indent < 9 and line[:1] not in " \t" and line.rstrip()[-1:] in '.!?"”’'


def _touches(text: str, end: int, start: int) -> bool:
    """True when only one line end lies between."""
    between = text[end:start]
    return not between.strip() and between.count("\n") <= 1
