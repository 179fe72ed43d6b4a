"""What neighbours share: "10, 20 and 30 percent", "from $4 to $6 million", "45 and 50 cases", "15 votes to eight"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.drafts import Draft, reaches_back
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import HYPHENS, Tokens

_LEVELS = frozenset(("to", "from", "versus", "vs", "against"))
_RELATIVE = frozenset(("percent", "points", "multiple", "streak", "rank", "order", "fraction", "ratio"))
_COUNTED = frozenset(("count", "duration"))
_ALIKE = 10
_FARTHEST = 6  # tokens between two figures that share a unit: "two of the woman's three children"


def share_units(tokens: Tokens, drafts: list[Draft], lexicon: Lexicon) -> None:
    """Give a bare number the unit, and a small one the scale, of the figure that a joiner ties it to."""
    if len(drafts) < 2:
        return
    for place in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[place], drafts[place + 1]
        gap = following.first - draft.after
        if not 0 < gap <= _FARTHEST or not draft.inherits or not following.inherits:
            continue
        between = tokens.low[draft.after : following.first]
        if (
            between[0] == "of"
            and draft.unit is None
            and draft.kind == "number"
            and following.kind in _COUNTED
        ):
            if _part_of(tokens, draft, following, lexicon):
                draft.unit, draft.kind = following.unit, following.kind
                draft.marks = draft.marks | {"inherited-unit"}
            continue
        if between[0] in HYPHENS and between[1:] and between[-1] in ("and", "or", ","):
            between = between[1:]  # "2- and 10-year", "three-, five- and 10-year"
        if gap > 3 or not lexicon.near["joiners"].issuperset(between):
            continue
        if between == [",", "or"] and following.unit == "percent":
            continue  # "314, or 13 %": a number and its share
        if between == ["from"] and draft.unit is None and following.kind == "count":
            continue  # "112 from 134 balls"
        if between == [","] and "inherited-unit" not in following.marks and draft.unit is None:
            continue
        if following.unit is not None and _takes(draft, following):
            _inherit(draft, following)
        elif draft.unit is not None and draft.unit == following.unit and draft.per == following.per:
            _rescale(draft, following)
    for place in range(1, len(drafts)):
        _carry_on(tokens, drafts[place - 1], drafts[place], lexicon)


def _part_of(tokens: Tokens, part: Draft, whole: Draft, lexicon: Lexicon) -> bool:
    """ "six of the 12 seats", "two of the woman's three children"."""
    if whole.low < part.low:
        return False
    between = tokens.low[part.after : whole.first]
    if len(between) > 3 and between[-2] in HYPHENS:
        between = between[:-3]  # "30 of his game-high 40 points"
    if all(word in lexicon.near["owners"] for word in between):
        return True
    return between[-1] == "s" and between[-2] in ("'", "’") and all(word.isalpha() for word in between[:-2])


def _carry_on(tokens: Tokens, draft: Draft, following: Draft, lexicon: Lexicon) -> None:
    """A unit that reaches forward: "£3.10 to 3.40", "15 votes to eight", "aged 12, 14 and 15"."""
    if draft.unit is None or following.unit is not None or following.kind != "number":
        return
    if draft.kind == "age" and _next_of_kin(tokens, draft.after, following):
        _inherit(following, draft)
        return
    if not draft.inherits or not following.inherits or not 0 < following.first - draft.after <= 3:
        return
    between = tokens.low[draft.after : following.first]
    if draft.kind == "count" and lexicon.near["still_has"].issuperset(between) and between[0] == "and":
        after = following.after  # "lost 320,000 subscribers and now has 41.2 million"
        if not tokens.words[after].isalpha() or tokens.low[after] in lexicon.noun_stops:
            _inherit(following, draft)
        return
    if not lexicon.near["joiners"].issuperset(between):
        return
    if draft.kind == "age":
        if all(word in (",", "and", "or", "to") for word in between) and following.low <= 120:
            _inherit(following, draft)
        return
    if draft.kind == "percent" and between == ["from"] and tokens.low[draft.first - 1] in ("to", "at"):
        after = following.after  # "to 4.2 per cent from 4.1"
        if not tokens.words[after].isalpha() or tokens.low[after] in lexicon.noun_stops:
            _inherit(following, draft)
        return
    side = draft.side
    if side is None or draft.kind in _RELATIVE or draft.unit == "point" or not _LEVELS.intersection(between):
        return
    scaled = following.side is not None and following.side.scale > 999 and draft.kind == "amount"
    if scaled and not tokens.words[following.after].isalpha() and not draft.per:
        _inherit(following, draft)  # "3.4 million euros from 2.9 million"
        return
    if side.first < side.numeral.first or (
        between[0] == "to" and _ends(tokens, following.after, lexicon) and draft.kind != "duration"
    ):  # a sign before the number
        _inherit(following, draft)


def _ends(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether nothing that could be counted starts at token ``at``."""
    return not tokens.words[at].isalpha() or tokens.low[at] in lexicon.noun_stops


def _next_of_kin(tokens: Tokens, at: int, following: Draft) -> bool:
    """ "Ann, 11, Ella, 8 and Grace, 6": another name, and a number behind its comma, straight after an age."""
    words = tokens.words
    at += words[at] == ","
    at += words[at] == "and"
    return (
        words[at][:1].isupper()
        and words[at].isalpha()
        and words[at + 1] == ","
        and following.first == at + 2
        and 0 < following.low < 100
        and not tokens.new_line_after(at - 1)
    )


def _takes(draft: Draft, following: Draft) -> bool:
    if (
        draft.unit is not None
        or draft.kind not in ("number",)
        or following.kind in ("streak", "rank", "order")
    ):
        return False
    one, two = draft.side, following.side
    if one is not None and two is not None and one.scale > 1 and two.scale == 1 and one.scale >= 1000:
        return False  # "7.6 million, and 41 per cent"
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
    if one.unit is not None and draft.low != int(draft.low) and not _near(draft.low, two.value(1)):
        return  # "$1.23 versus $21 million": earnings per share beside a total
    draft.rescale(two.scale)


def _near(one: Fraction, other: Fraction) -> bool:
    """True for two numbers that can be of one scale: "$1.8 versus $2.1 million"."""
    return one < other * _ALIKE and other < one * _ALIKE
