"""The cells of a table with the headers that say what each is: row and column headers, groups, caption."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.article import Cell
from factcheck.patterns import Lazy
from factcheck.records import replace
from factcheck.sources.pages import Block
from factcheck.span import Span

_FIGURE_SIGNS = frozenset("0123456789 \u00a0\u202f\u2009$€£¥%()+.,/−–—-*†")
_FIGURE_UNITS = frozenset(
    ["b", "bn", "bps", "k", "m", "mn", "pp", "pts", "tn", "x", "million", "billion", "thousand"]
)
_YEAR = Lazy(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?$")
_UNIT_WORDS = Lazy(
    r"\b(?:in|thousands?|millions?|billions?|mn|bn|percent|per cent|except|usd|eur|gbp)\b|[$€£¥%]",
    re.IGNORECASE,
)
_CAPTION_WORDS = 30


def read_cells(
    rows: Sequence[Sequence[Span]], words: Callable[[Span], str], caption: str = "", header_rows: int = 1
) -> list[Cell]:
    """The data cells of a table. ``rows`` hold each row's cell spans; ``words`` gives a span's plain words.

    Headers are the group the row stands under, the row's own header, then the column's, outermost first. A corner
    that names a unit ("in millions of dollars") joins the caption.
    """
    cells: list[Cell] = []
    written = [[words(span) for span in row] for row in rows]
    body = written[header_rows:]
    has_row_headers = _first_column_names(body)
    corner = written[0][0] if header_rows and written and written[0] and has_row_headers else ""
    if corner and _UNIT_WORDS.search(corner):
        caption = f"{caption} {corner}".strip()
    group: tuple[str, ...] = ()
    for number in range(header_rows, len(rows)):
        row = written[number]
        filled = [index for index, text in enumerate(row) if text]
        if has_row_headers and filled == [0] and len(row) > 1:
            group = (row[0].rstrip(":"),)
            continue
        for column in filled:
            if column == 0 and has_row_headers:
                continue
            heads = [written[above][column] for above in range(header_rows) if column < len(written[above])]
            own = (row[0],) if has_row_headers and row and row[0] else ()
            named = tuple(head for head in (*group, *own, *heads) if head)
            cells.append(Cell(rows[number][column], number, column, named, caption))
    return cells


def _first_column_names(body: Sequence[Sequence[str]]) -> bool:
    """True when the first column names its rows rather than giving figures."""
    firsts = [row[0] for row in body if len(row) > 1 and row[0]]
    return bool(firsts) and sum(not is_figure(text, years=False) for text in firsts) * 2 > len(firsts)


def is_caption(words: str) -> bool:
    """True for words before a table that are its caption: "Table 2: …", "… (in millions)", "… :"."""
    if words.count(" ") + 1 > _CAPTION_WORDS:
        return False
    lower = words.lower()
    if lower.startswith(("table", "tab.", "figure", "chart")):
        return True
    return words.endswith(":") or (words[-1:] not in ".!?" and _UNIT_WORDS.search(words) is not None)


def is_figure(text: str, years: bool = True) -> bool:
    """True for a cell that holds a figure and no words, or a dash; ``years`` says whether a bare year is one."""
    if text in ("-", "–", "—", "n/a", "n.m."):
        return True
    if len(text) > 40 or (not years and _YEAR.match(text)):
        return False
    bare = text.rstrip("abcdefghijklmnopqrstuvwxyz")
    if text[len(bare) :] and text[len(bare) :] not in _FIGURE_UNITS:
        return False
    return any(map(str.isdigit, bare)) and _FIGURE_SIGNS.issuperset(bare)


def take_caption(prose: str, blocks: list[Block]) -> str:
    """The caption of a table that comes next, and its block made one: the paragraph before it, or its heading."""
    if not blocks:
        return ""
    last = blocks[-1]
    words = " ".join(prose[last.start : last.end].split())
    if last.kind == "paragraph" and words and is_caption(words):
        blocks[-1] = replace(last, kind="caption", sure=True)
    return words.rstrip(":") if blocks[-1].kind in ("caption", "heading") else ""


def is_header_row(row: Sequence[str]) -> bool:
    """True for a first row that names columns: words or years, no figures."""
    named = [text for text in row[1:] if text]
    return bool(named) and all(not is_figure(text, years=False) for text in named)
