"""Line scores in tables: the quarters, periods or innings of a row and the total behind them.

Only columns that are numbered from one and end in a total are such a line. The total is marked with what its row adds up to.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from factcheck.claim import Claim, Entity
from factcheck.extract.table_sums import Cells, Figure
from factcheck.patterns import Lazy

_PERIOD = Lazy(
    r"\A(?:q|p|h|quarter|period|half|inning)?\s?(?P<n>\d{1,2})(?:st|nd|rd|th)?\s?(?:q|h|qtr|quarter|period|half|inning)?\Z"
)
_EXTRA = Lazy(r"\A(?:\d?ot\d?|et|aet)\Z")
_TOTAL = frozenset(
    ("t", "tot", "total", "f", "final", "ft", "r", "runs", "score", "final score", "pts", "points")
)


def read_lines(figures: Sequence[Figure], claims: Sequence[Claim], topic: Entity, path: str) -> list[Claim]:
    """The claims of the tables, the totals of line scores among them."""
    cells = Cells({claim.span: claim for claim in claims}, topic, path)
    for _, row in groupby(figures, key=lambda figure: figure[1]):
        found = _line(list(row))
        if found is not None:
            total, together = found
            cells.mark(total, False, linesum=together)
    return list(cells.known.values())


def _line(row: Sequence[Figure]) -> tuple[Figure, int] | None:
    """The total of a row and what its periods make; None where the headers are no line score's."""
    names = [(cell.headers[-1].strip().lower() if cell.headers else "") for cell, _, _ in row]
    total = next((at for at, name in enumerate(names) if name in _TOTAL), None)
    if total is None or total < 2 or any(not _is_plain(figure) for figure in row[:total]):
        return None
    if names[total] != "r" and not _is_plain(row[total]):  # "R" is the sign of the rand, too
        return None
    numbered = [_PERIOD.match(name) for name in names[:total]]
    periods = [int(found["n"]) for found in numbered if found is not None]
    extra = [name for name, found in zip(names, numbered, strict=False) if found is None]
    if len(periods) < 2 or periods != list(range(1, len(periods) + 1)):
        return None
    if any(not _EXTRA.match(name) for name in extra) or row[0][0].column + total > row[total][0].column + 1:
        return None
    values = [int(mention.quantity.low) for _, _, mention in row[: total + 1]]
    together = sum(values[:total])
    if values[total] <= total and together >= 3 * max(values[total], 1):
        return None  # sets won, and the points of each set
    return row[total], together


def _is_plain(figure: Figure) -> bool:
    quantity = figure[2].quantity
    return (
        not quantity.is_range and quantity.low.denominator == 1 and quantity.dimension in ("number", "count")
    )
