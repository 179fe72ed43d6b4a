"""Two numbers read as one figure: a range or a score."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.drafts import Draft, from_sides
from factcheck.extract.figure_context import FigureContext, numeral_at
from factcheck.extract.names_with_numbers import soft_name
from factcheck.extract.ranges import (
    connector,
    is_change,
    is_score,
    is_vote,
    makes_range,
    shares_thousands,
    spread_sign,
)
from factcheck.extract.scales import Side, read_side
from factcheck.extract.tokens import DASHES

_JOINING = DASHES | {"to", "and", "or", "through", "±", "+", "&"}

_NEAR = Fraction(3, 2)  # ends of a range of earnings per share


def read_pair(context: FigureContext, side: Side) -> Draft | None:
    """The range or score that starts with ``side``, or None."""
    low, after = context.tokens.low, side.after
    if side.unit is None or (low[after], low[after + 1]) != ("per", "share"):
        return _pair(context, side)
    side.after += 2  # "$2.99 per share to $3.06 per share", but not "up $0.10 per share to $0.60 per share"
    found = _pair(context, side)
    if found is None or found.high > _NEAR * found.low:
        side.after = after
        return None
    return found


def _pair(context: FigureContext, side: Side) -> Draft | None:
    tokens, lexicon = context.tokens, context.lexicon
    if tokens.low[side.after] not in _JOINING or side.numeral.form == "ratio":
        return None
    joined = connector(tokens, side, lexicon)
    if joined is None:
        spread = spread_sign(tokens, side.after)
        return _spread(context, side, spread) if spread else None
    at, how = joined
    if how == "to" and is_change(tokens, side, lexicon):
        return None
    numeral = numeral_at(context, at)
    if numeral is None:
        return None
    second = read_side(
        tokens, numeral, lexicon, context.money, side.unit is not None and side.first < side.numeral.first
    )
    if how == "to" and is_vote(tokens, side, second, lexicon):
        return _score(context, side, second)
    if how == "dash" and numeral.first == at:
        if is_score(tokens, side, second, lexicon):
            return _score(context, side, second)
        second.sign = 1  # the dash joins
    if second.first < at:
        second.first = at
    if not makes_range(side, second, how, lexicon, tokens):
        if how == "dash" and side.unit is not None and side.unit == second.unit and side.scale == 1:
            near = second.value(1) <= side.value(1) < 2 * second.value(1)
            side.scale = second.scale if near else 1  # "$14.0 - $11.2 billion": upside down, of one scale
        return None
    if (
        second.bare
        and side.bare
        and tokens.words[numeral.first].isdecimal()
        and len(tokens.words[numeral.first]) == 4
    ) and soft_name(tokens, numeral.first, numeral.after, lexicon, False):
        return None
    return from_sides(side, second, shares_thousands(side, second, tokens))


def _spread(context: FigureContext, side: Side, at: int) -> Draft | None:
    """ "9.83 ± 0.01": from that much below to that much above."""
    numeral = numeral_at(context, at)
    if numeral is None:
        return None
    margin = read_side(context.tokens, numeral, context.lexicon, context.money, False)
    if side.unit is not None and margin.unit not in (None, side.unit):
        return None
    draft = from_sides(side, margin)
    middle, width = side.value(side.scale), margin.value(margin.scale)
    draft.low, draft.high = middle - width, middle + width
    return draft


def _score(context: FigureContext, first: Side, second: Side) -> Draft:
    a, b = first.value(1), second.value(1)
    draft = Draft(
        first.first, second.after, a, b, Fraction(0), Fraction(0), "score", form="score", inherits=False
    )
    draft.dimension = "score"
    return draft
