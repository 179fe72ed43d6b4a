"""Tables set with blanks or tabs in plain text: figures in columns must not be read as a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.article import Cell
from factcheck.patterns import Lazy
from factcheck.sources.lines import trimmed
from factcheck.sources.tables import is_figure, is_header_row, read_cells
from factcheck.span import Span

_FIGURE_AT_END = Lazy(
    r"\s([-–−(]?[$€£¥]?\d[\d,.]*(?:\s?%|\s(?:thousand|million|billion|trillion|bn|mn|m|k|x|bps))?\)?)\Z",
)
_COLUMN = Lazy(
    r"(?:\b(?:fiscal|fy|full[- ]year|calendar)\s)?(?:\b(?:q[1-4]|[1-4]q|h[12]|fy)\s?)?\b(?:fy)?(?:19|20)\d\d\b"
    r"|\bq[1-4]\b|(?:%\s?)?\b(?:change|growth|chg)\b(?:\s?%)?",
    re.IGNORECASE,
)
_LABEL = Lazy(r"[A-Z][^.!?;:]{0,60}\Z")
_MOST_COLUMNS = 12
_GAP = Lazy(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{2,}")


def read_text_table(text: str, lines: list[tuple[int, int]], caption: str = "") -> list[Cell] | None:
    """The cells of a run of lines that is a table, else None.

    A table has at least two rows of as many columns, a name in the first and figures in the others, and such rows
    are most of its lines. A line alone at its top is its caption; the row before the first figures names the columns.
    """
    if len(lines) < 2:
        return None
    if not any(_GAP.search(text, *trimmed(text, *line)) for line in lines[-2:]):
        return _read_unspaced(text, lines, caption)
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


def _read_unspaced(text: str, lines: list[tuple[int, int]], caption: str) -> list[Cell] | None:
    """A table whose gaps were lost on the way: "Revenue $7.19 billion $26.0 billion 262%". None where it is no table.

    Three rows at least, each a name and two figures or more. No cells where the line at its top does not name its columns.
    """
    rows = [_from_right(text, *line) for line in lines[1:]]
    if len(rows) < 3 or any(row is None for row in rows) or len({len(row) for row in rows if row}) > 1:
        return None
    body = [row for row in rows if row is not None]
    start, end = trimmed(text, *lines[0])
    starts = [found.start() for found in _COLUMN.finditer(text, start, end)]
    if len(starts) != len(body[0]) - 1:
        return [] if _from_right(text, start, end) is None else None
    header = [Span(*pair) for pair in pairwise([start, *starts, end])]
    return read_cells([header, *body], lambda span: " ".join(span.of(text).split()), caption, 1)


def _from_right(text: str, start: int, end: int) -> list[Span] | None:
    """The name and the figures of a row, None for a line of words."""
    start, end = trimmed(text, start, end)
    line = text[start:end]
    figures: list[Span] = []
    while len(figures) < _MOST_COLUMNS and (found := _FIGURE_AT_END.search(line)) is not None:
        figures.insert(0, Span(start + found.start(1), start + found.end(1)))
        line = line[: found.start()]
    if len(figures) < 2 or _LABEL.match(line) is None:
        return None
    return [Span(start, start + len(line)), *figures]
