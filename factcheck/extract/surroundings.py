"""Hedges and words of direction around a figure, once its neighbours are known."""

from __future__ import annotations

from factcheck.extract.drafts import Draft
from factcheck.extract.figure_context import FigureContext
from factcheck.extract.modifiers import direction, hedge_after, hedge_before
from factcheck.normalise.units import dimension_of


def surround(context: FigureContext, draft: Draft, previous: Draft | None = None) -> None:
    """Hedges and words of direction."""
    tokens, lexicon = context.tokens, context.lexicon
    if draft.kind in ("score", "rank", "ordinal", "odds"):
        return
    before = None
    if tokens.low[draft.first - 1] in lexicon.hedge_signs:
        before = hedge_before(tokens, draft.first, lexicon, draft.kind == "duration")
    if before and previous is not None and before[0] == previous.after and tokens.low[before[0]] == "over":
        before = None  # "a weight of 60 kg over three miles"
    behind = hedge_after(tokens, draft.after, lexicon)
    draft.hedge = draft.hedge or before or behind
    if draft.kind == "streak":
        draft.hedge = None
        return
    if draft.cue is None:
        first = before[0] if before else draft.first
        after = behind[1] if behind else draft.after
        draft.cue = direction(tokens, first, after, lexicon, draft.unit, draft.kind)
        if draft.cue and _no_change(context, draft, before):
            draft.cue = None
        if draft.cue is None and previous is not None:
            draft.cue = _same_way(context, previous, draft, before[0] if before else draft.first)
    if draft.kind == "order" and draft.cue is not None:
        draft.unit, draft.dimension = "percent", "percent"
    if draft.cue is None and draft.side is not None and draft.side.plus:
        draft.cue = ("up", draft.first, draft.first + 1)
    plain = draft.kind == "multiple" and draft.form == "digits" and draft.single
    if plain and tokens.low[draft.after] in lexicon.comparatives:
        draft.form = "comparative"


def _no_change(context: FigureContext, draft: Draft, hedge: tuple[int, int, str] | None) -> bool:
    """ "fell below 5%" names a level; "jumped 6.95 metres" and "dropped 40 bombs" are no changes of a figure."""
    assert draft.cue is not None
    low = context.tokens.low
    _, start, end = draft.cue
    if start >= draft.after:
        return False
    if hedge and hedge[1] - hedge[0] == 1 and low[hedge[0]] in ("above", "below", "past", "beyond"):
        return True
    if low[start] not in context.lexicon.moving_verbs or end - start > 1:
        return False
    if (draft.kind == "count" and draft.unit != "point") or dimension_of(draft.unit) == "length":
        return not {"by", "of"}.intersection(low[end : draft.first])
    return False


def _same_way(
    context: FigureContext, previous: Draft, draft: Draft, first: int
) -> tuple[str, int, int] | None:
    """ "fell $1.15, or 1.6 percent", "rose 4% and 5%": the second figure moves as the first does."""
    cue = previous.cue
    if cue is None or cue[1] >= previous.first or first - previous.after > 6 or draft.kind == "duration":
        return None
    between = context.tokens.low[previous.after : first]
    tied = between and context.lexicon.near["beside_rates"].issuperset(between)
    tied = tied and (between[-1] in (",", "or", "and") and (len(between) < 3 or draft.unit == previous.unit))
    return cue if tied and ("or" in between or draft.unit == previous.unit) else None
