"""Sums in tables: a row of totals, the rows it adds up, and the column that gives each row's share.

A table seldom says whether its rows are all there is. So a column is held against its total only where another column
of the same table does add up, or where a row gathers the rest; and shares only against a column of which most rows bear
them out. What adds up is compared, too, and found in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.article import Cell
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.figure_groups import detailed
from factcheck.interval import Interval
from factcheck.mention import QuantityMention
from factcheck.patterns import Lazy
from factcheck.quantity import Quantity
from factcheck.records import dataclass, replace
from factcheck.span import Span

_TOTALS = frozenset(
    ("total", "totals", "sum", "overall", "all", "grand total", "group total", "in total", "all together")
)
_RESTS = frozenset(
    (
        "other",
        "others",
        "rest",
        "the rest",
        "all other",
        "all others",
        "other countries",
        "remaining",
        "elsewhere",
        "unallocated",
    )
)
_ASIDE = Lazy(r"\([^()]*\)")
_MOST_ROWS = 60
_FARTHEST = 4  # a total off by more than a quarter of itself is a total of something else
Figure = tuple[Cell, Span, QuantityMention]


@dataclass(frozen=True, slots=True)
class _Column:
    """The figures of one column: those of the rows, and the total."""

    parts: tuple[Figure, ...]
    total: Figure

    @property
    def quantities(self) -> list[Quantity]:
        return [mention.quantity for _, _, mention in self.parts]

    @property
    def whole(self) -> Quantity:
        return self.total[2].quantity

    def can_add_up(self) -> bool:
        """Figures of one unit, none below zero, and a total above each: an average is not."""
        figures = [*self.quantities, self.whole]
        alike = len({(one.unit, one.dimension) for one in figures}) == 1 and not any(
            one.is_range for one in figures
        )
        return (
            alike
            and self.whole.dimension.partition(":")[0] in ("money", "count", "number")
            and all(one.low >= 0 for one in figures)
            and self.whole.low > max(one.low for one in self.quantities)
        )

    def adds_up(self) -> bool:
        return _sum([one.loose for one in self.quantities]).meets(self.whole.loose)

    def is_near(self) -> bool:
        together = sum(one.low for one in self.quantities)
        return abs(together - self.whole.low) * _FARTHEST <= self.whole.low


def read_sums(figures: Sequence[Figure], claims: Sequence[Claim], topic: Entity, path: str) -> list[Claim]:
    """The claims of the tables, those of cells that are added up among them, marked with what they are part of."""
    known = {claim.span: claim for claim in claims}
    for table in _tables(figures):
        rows = [list(row) for _, row in groupby(table, key=lambda figure: figure[1])]
        totals = [at for at, row in enumerate(rows) if all(_is_total(cell) for cell, _, _ in row)]
        if len(totals) != 1 or totals[0] not in (0, len(rows) - 1) or not 2 < len(rows) <= _MOST_ROWS:
            continue
        total = rows.pop(totals[0])
        columns = list(_columns(rows, total))
        summed = [column for column in columns if column.can_add_up()]
        complete = any(column.adds_up() for column in summed) or any(_is_rest(row[0][0]) for row in rows)
        cells = Cells(known, topic, path)
        for column in summed:
            if column.adds_up() or (complete and column.is_near()):
                cells.mark_sum(column)
        for shares in _shares(rows):
            base = next((column for column in summed if _bears_out(shares, column)), None)
            if base is not None:
                cells.mark_shares(shares, base)
    return list(known.values())


class Cells:
    """The claims of a table's cells, made where the headers alone made none."""

    def __init__(self, known: dict[Span, Claim], topic: Entity, path: str) -> None:
        self.known, self.topic, self.path = known, topic, path

    def mark_sum(self, column: _Column) -> None:
        group = column.total[2].start
        self.mark(column.total, False, sum=group)
        for part in column.parts:
            self.mark(part, False, addend=group)

    def mark_shares(self, shares: Sequence[Figure], base: _Column) -> None:
        group = shares[0][2].start
        self.mark(base.total, False, whole=group)
        by_row = {share[1]: share for share in shares}
        for part in base.parts:
            if part[1] in by_row:
                self.mark(part, False, part=group)
                self.mark(by_row[part[1]], True, of=group)

    def mark(self, figure: Figure, share: bool, **details: object) -> None:
        cell, row, mention = figure
        claim = self.known.get(mention.span) or self._claim(cell, row, mention)
        self.known[mention.span] = detailed(replace(claim, measure="share") if share else claim, **details)

    def _claim(self, cell: Cell, row: Span, mention: QuantityMention) -> Claim:
        """A cell by its headers, as they are written: the column is what is measured, the row a part."""
        *parts, column = (" ".join(_ASIDE.sub(" ", header).split()) or header for header in cell.headers)
        scope = () if _is_total(cell) else tuple(("segment", part.lower()) for part in parts[-1:])
        note = "the table's headers “" + " · ".join(cell.headers) + "”"
        return Claim(
            path=self.path,
            span=mention.span,
            sentence=row,
            section="table",
            entity=self.topic,
            metric="~" + column.lower(),
            metric_words=column,
            measure="count" if mention.kind == "count" else "level",
            quantity=replace(mention.quantity, text=""),
            kind=mention.kind,
            scope=scope,
            trace=(
                Trace("entity", "topic", None, "the table's article"),
                Trace("metric", "stated", None, note),
            ),
        )


def _tables(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of each table: rows are counted anew in the next one."""
    table: list[Figure] = []
    for figure in figures:
        if table and (figure[0].row < table[-1][0].row or figure[0].caption != table[-1][0].caption):
            yield table
            table = []
        table.append(figure)
    if table:
        yield table


def _columns(rows: Sequence[Sequence[Figure]], total: Sequence[Figure]) -> Iterator[_Column]:
    """The columns in which every row has a figure."""
    for whole in total:
        parts = tuple(figure for row in rows for figure in row if figure[0].column == whole[0].column)
        if len(parts) == len(rows):
            yield _Column(parts, whole)


def _shares(rows: Sequence[Sequence[Figure]]) -> Iterator[list[Figure]]:
    """The columns of percentages whose header says that they are shares, or nothing but a percent sign."""
    for first in rows[0]:
        header = first[0].headers[-1].lower() if first[0].headers else ""
        column = [figure for row in rows for figure in row if figure[0].column == first[0].column]
        percent = all(mention.quantity.dimension == "percent" for _, _, mention in column)
        if (
            percent
            and len(column) == len(rows)
            and ("share" in header or header.strip(" ()") in ("%", "percent", "per cent", "% of total"))
        ):
            yield column


def _bears_out(shares: Sequence[Figure], base: _Column) -> bool:
    """Two thirds of the rows, and two at least, have that share of the total."""
    whole = base.whole.loose
    fits = 0
    for (_, _, share), part in zip(shares, base.quantities, strict=True):
        stated = share.quantity.loose.scale(base.whole.low) / Interval.point(100)
        fits += stated.meets(part.loose) and whole.is_bounded
    return fits >= 2 and fits * 3 >= len(shares) * 2


def _sum(intervals: Sequence[Interval]) -> Interval:
    together = intervals[0]
    for one in intervals[1:]:
        together = together + one
    return together


def _is_total(cell: Cell) -> bool:
    return any(header.lower().strip(" :*.") in _TOTALS for header in cell.headers)


def _is_rest(cell: Cell) -> bool:
    return any(header.lower().strip(" :*.") in _RESTS for header in cell.headers)
