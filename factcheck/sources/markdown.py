"""Markdown → blocks and prose. Only the words of a page are revealed; all markup, code and addresses are blank."""

from __future__ import annotations

import re

from factcheck.article import Cell, Gap
from factcheck.patterns import Lazy
from factcheck.sources.addresses import find_addresses
from factcheck.sources.front_matter import read_front_matter
from factcheck.sources.inline import Edit, find_inline_markup
from factcheck.sources.lines import split_row
from factcheck.sources.markdown_blocks import Leaf, read_leaves
from factcheck.sources.pages import Block, Page, apart, gap_of, paint, reveal
from factcheck.sources.paragraphs import split_lines
from factcheck.span import Span

_BULLETS = "•‣◦▪●·–—"
_BULLET_CHARACTER = Lazy(r"[•‣◦▪●·–—][ \t\u00a0]{1,9}(?=\S)")
_SET_OFF = Lazy(r"(\*\*|__)[^*_\n]{1,200}\1:?$")
_SITE_TAGS = Lazy(
    r"</?(?:nav|aside|footer|form|iframe|button|select|svg|video|audio|template)\b", re.IGNORECASE
)


def read_markdown(text: str) -> Page:
    """The page of a Markdown file."""
    meta, at = read_front_matter(text)
    if at == 0 and text.startswith("\ufeff"):
        at = 1
    leaves, labels = read_leaves(text, at)
    leaves = [leaf for leaf in leaves if not _is_silent(text, leaf)]
    title = meta.title_span
    if title is not None and any(leaf.kind == "heading" and leaf.level == 1 for leaf in leaves):
        title = None  # the page repeats it
    head = [(title.start, title.end)] if title else []
    shown = reveal(text, [*head, *(line for leaf in leaves for line in leaf.lines)], ())
    edits: list[Edit] = []
    gaps: list[Gap] = []
    for leaf in leaves:
        start, end = leaf.lines[0][0], leaf.lines[-1][1]
        inline = find_inline_markup(shown[start:end], start, labels)
        gaps.extend(gap_of(edit) for edit in inline)
        edits.extend(inline)
        if leaf.kind == "table":  # in few articles
            from factcheck.sources.tables import read_cells, take_caption

            edits.extend(_table_edits(text, leaf))
    prose = paint(shown, edits)
    addresses = find_addresses(prose)
    if addresses:
        prose = paint(prose, [(start, end, None) for start, end in addresses])
    blocks = [Block("heading", *span, level=1, sure=True) for span in head]
    cells: list[Cell] = []
    items: set[int] = set()
    for leaf in leaves:
        if leaf.kind == "table":
            caption = take_caption(prose, blocks)
            rows = [
                [Span(*cell) for cell in split_row(text, *row)] for n, row in enumerate(leaf.lines) if n != 1
            ]
            cells.extend(read_cells(rows, lambda span: " ".join(span.of(prose).split()), caption))
        blocks.extend(_blocks_of(text, prose, leaf, items))
    return Page(text, prose, tuple(blocks), tuple(cells), meta, apart(gaps))


def _is_silent(text: str, leaf: Leaf) -> bool:
    """Leaves whose words are not the article's: code, scripts, comments, navigation set in HTML."""
    if leaf.kind in ("code", "raw"):
        return True
    return leaf.kind == "html" and any(_SITE_TAGS.search(text, start, end) for start, end in leaf.lines)


def _blocks_of(text: str, prose: str, leaf: Leaf, items: set[int]) -> list[Block]:
    start, end = leaf.lines[0][0], leaf.lines[-1][1]
    if leaf.kind == "heading":
        return [Block("heading", start, end, leaf.level, sure=True)]
    if leaf.kind == "table":
        return [Block("table", start, end, sure=True)]
    if leaf.quoted:
        return [Block("quote", start, end, sure=True)]
    if leaf.item:
        first = leaf.item not in items
        items.add(leaf.item)
        return [Block("item" if first else "paragraph", start, end, sure=True)]
    spans = split_lines(prose, [line for line in leaf.lines if prose[slice(*line)].strip()])
    blocks: list[Block] = []
    for start, end in spans:
        bullet = _BULLET_CHARACTER.match(prose, start) if prose[start] in _BULLETS else None
        if bullet is not None and bullet.end() < end:
            blocks.append(Block("item", bullet.end(), end, sure=True))
        elif _SET_OFF.match(text, start, end) and prose[start:end].strip()[-1:] not in ".!":
            blocks.append(Block("heading", start, end, level=6))
        else:
            blocks.append(Block("paragraph", start, end))
    return blocks


def _table_edits(text: str, leaf: Leaf) -> list[Edit]:
    """Blank a table's pipes and its delimiter row."""
    edits: list[Edit] = [(*leaf.lines[1], None)]
    for start, end in leaf.lines:
        at = text.find("|", start, end)
        while at != -1:
            edits.append((at, at + 1, None))
            at = text.find("|", at + 1, end)
    return edits
