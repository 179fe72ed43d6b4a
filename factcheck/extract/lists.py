"""What neighbours share: "10, 20 and 30 percent", "from $4 to $6 million", "45 and 50 cases"."""

from __future__ import annotations

from factcheck.extract.drafts import Draft, reaches_back
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import Tokens

_LEVELS = frozenset(("to", "from", "versus", "vs", "against"))


def share_units(tokens: Tokens, drafts: list[Draft], lexicon: Lexicon) -> None:
    """Give a bare number the unit, and a small one the scale, of the figure that a joiner ties it to."""
    for place in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[place], drafts[place + 1]
        gap = following.first - draft.after
        if not 0 < gap <= 3 or not draft.inherits or not following.inherits:
            continue
        between = tokens.low[draft.after : following.first]
        if between[0] == "of" and draft.unit is None and draft.kind == "number" and following.kind == "count":
            if all(word in lexicon.near["owners"] for word in between) and following.low >= draft.low:
                draft.unit, draft.kind = following.unit, "count"
                draft.marks = draft.marks | {"inherited-unit"}
            continue
        if any(word not in lexicon.near["joiners"] for word in between):
            continue
        if between == [","] and "inherited-unit" not in following.marks and draft.unit is None:
            continue
        if following.unit is not None and _takes(draft, following):
            _inherit(draft, following)
        elif draft.unit is not None and draft.unit == following.unit:
            _rescale(draft, following)
        elif following.unit is None and draft.unit is not None and _LEVELS.intersection(between):
            side = draft.side
            if (
                side is not None
                and following.kind == "number"
                and (side.first < side.numeral.first or draft.kind == "age")
            ):
                _inherit(following, draft)


def _takes(draft: Draft, following: Draft) -> bool:
    if (
        draft.unit is not None
        or draft.kind not in ("number",)
        or following.kind in ("streak", "rank", "order")
    ):
        return False
    return following.form in ("digits", "comparative") and following.unit != "time"


def _inherit(draft: Draft, other: Draft) -> None:
    draft.unit, draft.kind, draft.per = other.unit, other.kind, other.per
    draft.marks = draft.marks | {"inherited-unit"}
    _rescale(draft, other)


def _rescale(draft: Draft, following: Draft) -> None:
    one, two = draft.side, following.side
    if one is None or two is None or two.scale == 1 or one.scale != 1 or draft.low != draft.high:
        return
    if (one.unit is not None and one.unit != two.unit) or not reaches_back(one, two):
        return
    if one.unit is not None and one.unit == two.unit and draft.low != int(draft.low) and two.scale < 1000:
        return
    draft.rescale(two.scale)
