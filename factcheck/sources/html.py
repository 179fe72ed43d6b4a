"""HTML → blocks and prose: our own offsets, a library's judgement of what the article is."""

from __future__ import annotations

from itertools import pairwise

from factcheck.article import Cell, Gap
from factcheck.records import replace
from factcheck.sources.addresses import find_addresses
from factcheck.sources.entities import find_entities
from factcheck.sources.html_blocks import BlockReader, HtmlBlock
from factcheck.sources.html_main import MainText, find_main_text
from factcheck.sources.html_meta import read_meta
from factcheck.sources.html_tokens import read_tokens
from factcheck.sources.pages import Block, Page, apart, gap_of, paint, reveal
from factcheck.sources.paragraphs import split_lines
from factcheck.sources.tables import is_header_row, read_cells, take_caption
from factcheck.span import Span

_LONGEST_CELL = 300  # characters: a table with longer cells lays out a page


def read_html(text: str) -> Page:
    """The page of an HTML file. Blocks outside the main text are boilerplate; silent elements are not shown at all."""
    tokens = list(read_tokens(text))
    meta = read_meta(text, tokens)
    reader = BlockReader(text)
    blocks = reader.read(tokens)
    prose, gaps = _prose(text, blocks)
    tables = _data_tables(blocks, reader.nested_tables)
    main = find_main_text(text, sum(prose[slice(*block.span)].count(" ") for block in blocks) // 2)
    kept = _judge(blocks, prose, main, tables)
    made: list[Block] = []
    cells: list[Cell] = []
    done: set[int] = set()
    shown = {block.cell[0] for block, keep in zip(blocks, kept, strict=True) if keep and block.cell}
    for block, keep in zip(blocks, kept, strict=True):
        number = block.cell[0] if block.cell else 0
        if number in tables and number in shown:  # a table belongs to the article as a whole or not at all
            if number not in done:
                done.add(number)
                cells.extend(_table(prose, tables[number], reader.colspans, take_caption(prose, made)))
                start, end = tables[number][0].span[0], tables[number][-1].span[1]
                made.append(Block("table", start, end, sure=True))
        else:
            made.extend(_blocks_of(prose, block, keep))
    if any(block.kind == "heading" and block.level == 1 for block in made):
        meta = replace(meta, title=None)
    return Page(text, prose, tuple(made), tuple(cells), meta, gaps)


def _prose(text: str, blocks: list[HtmlBlock]) -> tuple[str, tuple[Gap, ...]]:
    """Text nodes alone, references decoded, line ends inside a block made blanks: HTML gives them no meaning."""
    edits: list[tuple[int, int, str | None]] = []
    for block in blocks:
        for start, end in block.pieces:
            piece = text[start:end]
            edits.extend((start + a, start + b, new) for a, b, new in find_entities(piece))
    shown = reveal(text, (piece for block in blocks for piece in block.pieces), edits)
    flat = [(*block.span, _flat(shown[slice(*block.span)])) for block in blocks]
    prose = paint(shown, flat)
    prose = paint(prose, [(start, end, None) for start, end in find_addresses(prose)])
    gaps = [gap_of(edit) for edit in edits]
    gaps.extend(Gap(*span) for block in blocks for span in block.unsaid if span[1] < block.span[1])
    return prose, apart(gaps)


def _flat(words: str) -> str:
    return words.replace("\r", " ").replace("\n", " ")


def _data_tables(blocks: list[HtmlBlock], nested: set[int]) -> dict[int, list[HtmlBlock]]:
    """Blocks by table, for tables that hold data rather than lay out the page."""
    tables: dict[int, list[HtmlBlock]] = {}
    for block in blocks:
        if block.cell and block.cell[0] not in nested:
            tables.setdefault(block.cell[0], []).append(block)
    return {
        number: parts
        for number, parts in tables.items()
        if all(part.size() <= _LONGEST_CELL for part in parts)
        and len({part.cell[2] for part in parts if part.cell}) > 1
        and not any(part.kind == "heading" and part.level < 3 for part in parts)
    }


def _judge(
    blocks: list[HtmlBlock], prose: str, main: MainText | None, tables: dict[int, list[HtmlBlock]]
) -> list[bool]:
    """For each block, whether it belongs to the article."""
    if main is None:
        inside = any(block.container for block in blocks)
        return [
            (block.container or not inside or block.level == 1) and block.linked * 2 <= block.size()
            for block in blocks
        ]
    kept = [main.has(prose[slice(*block.span)]) and not _is_link(block) for block in blocks]
    places = [index for index, keep in enumerate(kept) if keep]
    if not places:
        return kept
    headline = next((index for index, block in enumerate(blocks) if block.level == 1), places[0])
    first, last = min(headline, places[0]), places[-1]
    told = {number for number, parts in tables.items() if _tells(main, prose, parts)}
    ends = [index + 1 for index, block in enumerate(blocks) if block.cell and block.cell[0] in told]
    last = max(last, *ends) if ends else last  # an article may end with its table
    for index, block in enumerate(blocks):
        if block.level == 1 or (
            block.kind == "summary" and index < last and block.linked * 2 <= block.size()
        ):
            kept[index] = True
        elif first < index < last and (
            block.kind in ("caption", "heading") or (block.cell and block.cell[0] in tables)
        ):
            kept[index] = kept[index] or block.linked * 2 <= block.size()
    return kept


def _tells(main: MainText, prose: str, parts: list[HtmlBlock]) -> bool:
    """True for a table that the main text shows, row by row: its cells alone are too short to be found there."""
    rows: dict[int, list[str]] = {}
    for part in parts:
        if part.cell:
            rows.setdefault(part.cell[1], []).append(prose[slice(*part.span)])
    return sum(main.has(" ".join(cells)) for cells in rows.values()) * 2 > len(rows)


def _is_link(block: HtmlBlock) -> bool:
    """True for a line of links to other pages; a heading may link to itself."""
    size = block.size()
    return block.kind != "heading" and block.linked * 5 >= size * (3 if size < 60 else 4)


def _blocks_of(prose: str, block: HtmlBlock, keep: bool) -> list[Block]:
    start, end = block.span
    if not keep:
        return [Block("boilerplate", start, end, sure=True)]
    kind = "paragraph" if block.kind == "cell" else block.kind
    if kind != "paragraph" or not block.breaks:
        return [Block(kind, start, end, block.level, sure=kind != "paragraph")]
    cuts = [0, *(cut for cut in block.breaks if 0 < cut < len(block.pieces)), len(block.pieces)]
    lines = [(block.pieces[a][0], block.pieces[b - 1][1]) for a, b in pairwise(cuts) if b > a]
    return [Block(kind, *span) for span in split_lines(prose, lines)]


def _table(
    prose: str, parts: list[HtmlBlock], colspans: dict[tuple[int, int, int], int], caption: str
) -> list[Cell]:
    rows: dict[int, dict[int, Span]] = {}
    heads: dict[int, bool] = {}
    for part in parts:
        if part.cell is None:
            continue
        _, row, column = part.cell
        filled = rows.setdefault(row, {})
        span = Span(*part.span)
        filled[column] = filled[column].cover(span) if column in filled else span
        heads[row] = heads.get(row, True) and part.header
        if part.header:
            for further in range(1, colspans.get(part.cell, 1)):
                filled[column + further] = span
    ordered = sorted(rows)
    width = max(max(filled) for filled in rows.values()) + 1
    nothing = Span(parts[0].span[0], parts[0].span[0])
    grid = [[rows[row].get(column, nothing) for column in range(min(width, 200))] for row in ordered]
    header_rows = 0
    while header_rows < len(ordered) - 1 and heads[ordered[header_rows]]:
        header_rows += 1

    def words(span: Span) -> str:
        return " ".join(span.of(prose).split())

    if not header_rows and is_header_row([words(span) for span in grid[0]]):
        header_rows = 1
    return read_cells(grid, words, caption, header_rows)
