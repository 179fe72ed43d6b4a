"""Every quantity of a text: the reader that the engine uses, and the one behind ``factcheck.quantities``.

One cheap pass cuts the text into tokens; only where a digit or a number word stands is anything parsed, and every
look from there is a few tokens wide, so time is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.article import Cell
from factcheck.extract.drafts import Draft
from factcheck.extract.figure_context import FigureContext
from factcheck.extract.figures import read_figure
from factcheck.extract.lists import share_units
from factcheck.extract.quantity_words import Lexicon, load_lexicon
from factcheck.extract.surroundings import surround
from factcheck.extract.tokens import Tokens
from factcheck.mention import QuantityMention
from factcheck.normalise.units import dimension_of
from factcheck.precision import Written
from factcheck.span import Span


def read_quantities(
    text: str,
    masked: Sequence[Span] = (),
    cells: Sequence[Cell] = (),
    currency_hint: str | None = None,
    lexicon: Lexicon | None = None,
    tokens: Tokens | None = None,
) -> list[QuantityMention]:
    """The quantities of ``text``, sorted by start, none overlapping.

    ``masked`` spans (dates and periods) hold no quantities. ``cells`` are table cells: their headers and captions give
    units and scales, and parentheses in them are minus signs. ``currency_hint`` is the ISO code that a bare ``$`` or
    ``¥`` stands for. ``lexicon`` is our vocabulary unless a newsroom's is given. ``tokens`` are those of the
    text where it has been cut already; they get masked. Never raises on any text.
    """
    words = lexicon or load_lexicon()
    tokens = tokens or Tokens(text)
    if masked:
        tokens.mask(masked)
    if cells:
        tokens.part(cell.span.start for cell in cells)
    triggers = words.triggers
    low = tokens.low[: tokens.count]
    places = [place for place, word in enumerate(low) if word in triggers or (word < ":" and word >= "0")]
    if not places:
        return []
    context = FigureContext(tokens, words, currency_hint)
    drafts: list[Draft] = []
    done = 0
    for at in places:
        if at < done:
            continue
        draft, done = read_figure(context, at)
        if draft is not None:
            if drafts and draft.first < drafts[-1].after:
                draft.first = drafts[-1].after
            drafts.append(draft)
    share_units(tokens, drafts, words)
    previous: Draft | None = None
    for draft in drafts:
        surround(context, draft, previous)
        previous = draft
    if cells:
        from factcheck.extract.table_quantities import read_cells

        return read_cells(tokens, drafts, cells, words, _mention)
    return [_mention(tokens, draft, words) for draft in drafts]


_UNMARKED: frozenset[str] = frozenset()


def _mention(tokens: Tokens, draft: Draft, words: Lexicon, headers: tuple[str, ...] = ()) -> QuantityMention:
    start, end = tokens.starts[draft.first], tokens.ends[draft.after - 1]
    unit = draft.unit
    if unit and draft.per:
        unit = f"{unit} per {draft.per}"
    change = "="
    if draft.cue:
        change = draft.cue[0]
    elif draft.hedge:
        change = words.change_marks[draft.hedge[2]]
    dimension = draft.dimension or (dimension_of(unit) if draft.form != "fraction" or unit else "fraction")
    surface = tokens.text[start:end]
    written = Written(
        words.policy, draft.low, draft.high, draft.step, draft.coarse, unit, dimension, draft.form,
        draft.hedge[2] if draft.hedge else None, change, surface,
    )  # fmt: skip
    return QuantityMention(
        start,
        end,
        surface,
        draft.kind,
        written,
        _span(tokens, draft.hedge) if draft.hedge else None,
        _span(tokens, draft.cue[1:]) if draft.cue else None,
        _span(tokens, draft.noun) if draft.noun else None,
        frozenset(draft.marks) if draft.marks else _UNMARKED,
        headers,
    )


def _span(tokens: Tokens, marked: tuple[int, int, str] | tuple[int, int]) -> Span:
    return Span(tokens.starts[marked[0]], tokens.ends[marked[1] - 1])
