"""Figures in table cells: units and scales from headers and captions, parentheses as minus signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.article import Cell
from factcheck.extract.drafts import Draft
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import Tokens
from factcheck.hints import Any
from factcheck.mention import QuantityMention
from factcheck.normalise.units import dimension_of

_SCALES = {
    "thousand": 1000, "thousands": 1000, "000s": 1000, "000": 1000, "k": 1000, "million": 10**6, "millions": 10**6,
    "mn": 10**6, "m": 10**6, "mln": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9, "bln": 10**9, "b": 10**9,
    "trillion": 10**12, "crore": 10**7, "crores": 10**7, "lakh": 10**5,
}  # fmt: skip
_NOT_SCALED = ("per share", "per diluted", "eps", "%", "percent", "per cent", "margin", "ratio", "yield")


def read_cells(
    tokens: Tokens,
    drafts: Sequence[Draft],
    cells: Sequence[Cell],
    lexicon: Lexicon,
    finish: Callable[..., QuantityMention],
) -> list[QuantityMention]:
    """The mentions of all drafts; those inside cells take on what their headers and caption say."""
    known: dict[str, tuple[str | None, int]] = {}
    ordered = sorted(cells, key=lambda cell: cell.span)
    mentions: list[QuantityMention] = []
    place = 0
    for draft in drafts:
        start = tokens.starts[draft.first]
        while place < len(ordered) and ordered[place].span.end <= start:
            place += 1
        if place == len(ordered) or not ordered[place].span.start <= start:
            mentions.append(finish(tokens, draft, lexicon))
            continue
        cell = ordered[place]
        _fit(tokens, draft, cell, lexicon, known)
        mentions.append(finish(tokens, draft, lexicon, cell.headers))
    return mentions


def _fit(
    tokens: Tokens, draft: Draft, cell: Cell, lexicon: Lexicon, known: dict[str, tuple[str | None, int]]
) -> None:
    draft.marks = draft.marks | {"from-table"}
    if tokens.ends[draft.after - 1] > cell.span.end:  # a noun of the next cell: "3,413 | Passengers"
        while draft.after > draft.first + 1 and tokens.starts[draft.after - 1] >= cell.span.end:
            draft.after -= 1
        draft.unit = draft.per = draft.dimension = draft.noun = None
        draft.kind = "number"
    inside = cell.span.of(tokens.text).strip()
    if inside.startswith("(") and inside.endswith((")", ")%")) and draft.low > 0 and draft.kind != "score":
        draft.low, draft.high = -draft.low, -draft.high
    headers = [*reversed(cell.headers), cell.caption]
    scaled = draft.side is not None and draft.side.scale > 1
    plain = draft.unit is None
    per_share = any(word in header.lower() for header in cell.headers for word in _NOT_SCALED)
    unit, scale = None, 1
    for header in headers:
        if not header:
            continue
        if header not in known:
            known[header] = read_header(header, lexicon)
        found_unit, found_scale = known[header]
        if unit is None:
            unit = found_unit
        if scale == 1:
            scale = found_scale
    if plain and unit:
        draft.unit = unit
        draft.kind = lexicon.unit_kinds.get(unit, "amount")
    own = (
        not plain and unit is None and dimension_of(draft.unit).startswith("money:")
    )  # "$560" under "in millions"
    money = draft.unit is not None and (draft.unit == unit or plain or own)
    if (
        scale > 1
        and not scaled
        and not per_share
        and draft.unit not in ("percent", "percentage point", "times")
    ) and (money or draft.unit is None):
        draft.rescale(scale)


def read_header(header: str, lexicon: Lexicon) -> tuple[str | None, int]:
    """(unit, scale) that a header or caption states: "(in millions of dollars)", "RMB million", "£m", "%", "Change (%)"."""
    from factcheck.extract.money import MoneyReader

    tokens = Tokens(header)
    low, words = tokens.low, tokens.words
    money = MoneyReader(tokens, lexicon, None)
    unit: str | None = None
    scale = 1
    for at in range(tokens.count):
        word: Any = low[at]
        if word in ("except", "excluding"):
            break
        if words[at] in lexicon.prefixes or (
            words[at] in lexicon.codes and words[at] not in lexicon.word_codes
        ):
            joined = words[at - 1] + words[at] if at and tokens.glued(at - 1) else words[at]
            code = lexicon.prefixes.get(joined) or lexicon.prefixes.get(words[at]) or words[at]
            unit = unit or lexicon.codes[code]
        elif word == "%" or word == "percent" or (word == "per" and low[at + 1] == "cent"):
            unit = unit or "percent"
        elif word in lexicon.currency_words and word not in ("won", "real", "pound", "pounds"):
            found = money.after(at)
            unit = unit or (found[1] if found else None)
        elif word in _SCALES and scale == 1:
            marked = len(word) > 2 or (at and (tokens.glued(at - 1) and unit is not None))
            if word == "000":
                marked = words[at - 1] in ("'", "’", ",")
            if marked or word in ("mn", "bn"):
                scale = _SCALES[word]
    return unit, scale
