"""Changes in tables: a column that says by how much two dated columns of the same row differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.article import Cell
from factcheck.claim import Claim, Trace
from factcheck.extract.claim_measures import magnitude_of
from factcheck.extract.figure_groups import detailed
from factcheck.mention import QuantityMention
from factcheck.normalise.calendars import shift
from factcheck.patterns import Lazy
from factcheck.period import Period
from factcheck.quantity import Quantity
from factcheck.records import replace
from factcheck.span import Span

# Nothing but a word for a change: "% change", "Var. (%)", "YoY". Not "organic growth", which these levels do not give.
CHANGE_HEADER = Lazy(
    r"(?i)\W*(?:(?:in|year|over|on|vs|versus|pct|percent|per cent|y/y|yoy|q/q|qoq)\W+)*"
    r"(?:change|chg|var|variance|difference|yoy|y/y|qoq|q/q|\+/-|±|growth|increase)"
    r"(?:\W+(?:in|year|over|on|vs|versus|pct|percent|per cent|y/y|yoy|q/q|qoq|percentage))*\W*"
)
Figure = tuple[Cell, Span, QuantityMention]


def read_changes(figures: Sequence[Figure], claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a table and, for each change whose two levels stand before it in its row, one more.

    The earlier level becomes the base of the comparison (``prior``), and the three share a frame.
    """
    known = {claim.span: claim for claim in claims}
    changes: list[Claim] = []
    for _, row in groupby(figures, key=lambda figure: figure[1]):
        for levels, mention in _pairs(list(row), known):
            made = _change(levels, mention)
            if made is not None:
                changes.append(made[2])
                known.update((claim.span, claim) for claim in made[:2])
    return [*known.values(), *changes]


def _pairs(row: Sequence[Figure], known: dict[Span, Claim]) -> Iterator[tuple[list[Claim], QuantityMention]]:
    """Each change of a row with the levels between it and the change before."""
    levels: list[Claim] = []
    for cell, _, mention in row:
        claim = known.get(mention.span)
        if any(CHANGE_HEADER.fullmatch(header) for header in cell.headers):
            yield levels, mention
            levels = []
        elif claim is not None:
            levels.append(claim)
        else:
            levels = []


def _change(levels: Sequence[Claim], mention: QuantityMention) -> tuple[Claim, Claim, Claim] | None:
    """(the later level, the earlier one, the change) of one thing; None where the row holds something else."""
    if len(levels) != 2 or mention.quantity.is_range:
        return None
    earlier, later = sorted(levels, key=lambda claim: _start(claim.period))
    a, b = earlier.quantity, later.quantity
    same = (earlier.metric, earlier.scope, earlier.entity.id) == (later.metric, later.scope, later.entity.id)
    if a is None or b is None or not same or a.unit != b.unit or a.low <= 0 or b.low <= 0:
        return None  # of a loss that shrinks, tables give the change with either sign
    by = _by_how_much(mention.quantity, later)
    if by is None or _start(earlier.period) == _start(later.period):
        return None
    basis = _basis(earlier.period, later.period)
    frame = mention.start
    change = replace(
        later,
        span=mention.span,
        measure="change",
        quantity=magnitude_of(by, "change"),
        kind="percent" if by.dimension == "percent" else "points",
        basis=basis,
        direction=_way(mention, b.low > a.low),
        trace=(*later.trace, Trace("basis", "stated" if basis else "default", None, "the columns beside it")),
    )
    return (
        detailed(later, frame=frame),
        replace(detailed(earlier, frame=frame), prior=True),
        detailed(change, frame=frame),
    )


def _by_how_much(change: Quantity, level: Claim) -> Quantity | None:
    """Percent of a level, points of a percentage; None for what may be either."""
    if level.measure in ("level", "count"):
        return change if change.dimension == "percent" else None
    if level.measure not in ("ratio", "share") or change.unit not in (
        "point",
        "percentage point",
        "basis point",
    ):
        return None
    return (
        replace(change, unit="percentage point", dimension="percentage point")
        if change.unit == "point"
        else change
    )


def _way(mention: QuantityMention, rose: bool) -> str | None:
    """Up or down by the sign; without one it may be the size of a fall."""
    if mention.quantity.low < 0:
        return "down"
    return "up" if rose or mention.surface.startswith("+") else None


def _start(period: Period) -> str:
    return min((reading.start.isoformat() for reading in period.readings if reading.start), default="")


def _basis(earlier: Period, later: Period) -> str | None:
    if shift(later, years=-1).keys() == earlier.keys():
        return "year-on-year"
    if shift(later, quarters=-1).keys() == earlier.keys():
        return "quarter-on-quarter"
    return None
