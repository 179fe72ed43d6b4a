"""Tables set with blanks or tabs in plain text: figures in columns must not be read as a sentence."""

from __future__ import annotations

from factcheck.article import Cell
from factcheck.patterns import Lazy
from factcheck.sources.lines import trimmed
from factcheck.sources.tables import is_figure, is_header_row, read_cells
from factcheck.span import Span

_GAP = Lazy(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{2,}")


def read_text_table(text: str, lines: list[tuple[int, int]], caption: str = "") -> list[Cell] | None:
    """The cells of a run of lines that is a table, else None.

    A table has at least two rows of as many columns, a name in the first and figures in the others, and such rows
    are most of its lines. A line alone at its top is its caption; the row before the first figures names the columns.
    """
    if len(lines) < 2 or not any(_GAP.search(text, *trimmed(text, *line)) for line in lines[-2:]):
        return None
    rows = [_cells(text, *line) for line in lines]
    body = [row for row in rows if len(row) > 1 and all(is_figure(span.of(text)) for span in row[1:])]
    if len(body) < 2:
        return None
    width = max(len(row) for row in body)
    whole = [row for row in body if len(row) == width and not is_figure(row[0].of(text), years=False)]
    singles = sum(len(row) == 1 for row in rows)
    if len(whole) < 2 or len(whole) * 2 < len(rows) - singles or singles > len(whole):
        return None
    if len(rows[0]) == 1 and len(rows) > 2:
        caption = f"{caption} {rows[0][0].of(text)}".strip().rstrip(":")
        rows = rows[1:]
    header = [span.of(text) for span in rows[0]]
    header_rows = 0
    if len(header) == width - 1 and is_header_row(["", *header]):
        rows[0] = [Span(rows[0][0].start, rows[0][0].start), *rows[0]]
        header_rows = 1
    elif len(header) == width and is_header_row(header):
        header_rows = 1
    for row in rows[header_rows:]:
        if len(row) == 1:  # a group's name stands alone on its line
            row.append(Span(row[0].end, row[0].end))
    return read_cells(rows, lambda span: " ".join(span.of(text).split()), caption, header_rows)


def _cells(text: str, start: int, end: int) -> list[Span]:
    start, end = trimmed(text, start, end)
    cells: list[Span] = []
    for gap in _GAP.finditer(text, start, end):
        cells.append(Span(start, gap.start()))
        start = gap.end()
    return [*cells, Span(start, end)]
