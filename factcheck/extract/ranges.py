"""Two numbers that are one figure: ranges, scores and odds; and when two numbers are a change instead."""

from __future__ import annotations

from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.scales import Side
from factcheck.extract.tokens import DASHES, HYPHENS, Tokens

_INTO = ("of", "by", "between")  # "a decline of 9 -11%": what stands behind is no minus
_PERCENT = ("%", "percent", "pct")


def connector(tokens: Tokens, side: Side, lexicon: Lexicon) -> tuple[int, str] | None:
    """(token after the connector, "dash" | "to" | "and" | "or") after the first side of a possible range."""
    words, low, at = tokens.words, tokens.low, side.after
    word = words[at]
    if tokens.new_line_after(at - 1):
        return None
    if word in DASHES and word:
        # A dash with a blank on one side only, or an em dash between words, parts sentences.
        left = tokens.ends[at - 1] == tokens.starts[at]
        right = tokens.glued(at)
        if low[at + 1] in ("to", "or", "and") and left and not tokens.new_line_after(at):
            return (at + 3 if words[at + 2] in HYPHENS and words[at + 2] else at + 2), "to" if low[
                at + 1
            ] == "to" else "or"
        lone = right and not left and low[side.first - 1] in _INTO and low[at + 2] in _PERCENT
        if (left and right) or (not left and not right and word != "—") or lone:
            if word in HYPHENS and low[at + 1] == "to":
                return at + 2, "to"
            return at + 1, "dash"
        return None
    if low[at] == "to":
        return at + 1, "to"
    if low[at] in ("and", "&") and low[side.first - 1] == "between":
        return at + 1, "and"
    if low[at] in ("and", "&") and low[side.first - 2] == "between":
        return at + 1, "and"
    if low[at] == "or":
        return at + 1, "or"
    if low[at] == "through" and low[side.first - 1] != "from":
        return at + 1, "to"
    return None


def spread_sign(tokens: Tokens, at: int) -> int:
    """The token behind "±" or "+/-" at ``at``, else 0."""
    words = tokens.words
    if words[at] == "±":
        return at + 1
    if words[at] == "+" and words[at + 1] == "/" and words[at + 2] in DASHES and words[at + 2]:
        return at + 3
    return 0


def is_change(tokens: Tokens, side: Side, lexicon: Lexicon) -> bool:
    """True for "rose from A to B", "cut from A to B": two levels, not a range. ``side`` is A."""
    low = tokens.low
    at = side.first - 1
    for _ in range(3):
        if low[at] in lexicon.near["before_from"]:
            at -= 1
    if low[at] != "from":
        return False
    for back in range(at - 1, max(at - 14, -1), -1):
        word = low[back]
        if word in (".", ";", ":") or tokens.new_line_after(back):
            return False
        if word in ("ranging", "range", "ranged", "ranges", "vary", "varying", "varied", "anywhere"):
            return False
        if word in lexicon.moving_words or word in lexicon.near["moving_from"]:
            return True
    return False


def makes_range(first: Side, second: Side, how: str, lexicon: Lexicon, tokens: Tokens) -> bool:
    """Whether two sides joined by ``how`` are one range."""
    if first.unit is not None and second.unit is None:
        # "$1.34-1.40": the sign before reaches forward; "5% to 6": no.
        if not (first.first < first.numeral.first or first.unit == "times"):
            return False
        if how in ("or", "to") and (not first.first < first.numeral.first or first.unit == "percent"):
            return False  # "(+12% to 279,200 units)": by how much, and to what
    if first.unit and second.unit and first.unit != second.unit:
        return False
    if first.kind == "age" and second.kind != "age":
        return False
    if first.numeral.form in ("fraction", "ratio") and second.numeral.form not in (
        "fraction",
        "ratio",
        "mixed",
    ):
        return False
    if first.unit is None and first.scale > 1 and second.scale == 1 and second.unit is None and how != "and":
        return False
    if how == "to" and _delta_then_level(first, second, tokens, lexicon):
        return False
    low = first.value(first.scale)
    high = second.value(second.scale)
    if shares_thousands(first, second, tokens):
        return True
    scale = second.scale if first.scale == 1 and second.scale > 1 and low < 1000 else 1
    low *= scale
    if how == "or":
        whole = first.numeral.whole and second.numeral.whole
        return (
            whole
            and low < high
            and (high - low) * 2 <= high
            and first.bare
            and (high <= 20 * scale or low * 2 >= high)
        )
    if how == "dash":
        return low < high and (
            second.unit is not None or second.scale > 1 or first.unit is not None or high < low * 20
        )
    if how == "to":
        return low < high or (first.sign < 0 and second.sign < 0)
    return low < high


def shares_thousands(first: Side, second: Side, tokens: Tokens) -> bool:
    """ "13 to 14,000 feet": the thousands of the second number are those of the first."""
    word = tokens.words[second.numeral.first]
    a, b = first.numeral, second.numeral
    return (
        first.bare
        and a.ordinary
        and second.scale == 1
        and word.endswith(",000")
        and b.whole
        and a.num < b.num // 1000 <= a.num * 10
        and b.num // 1000 < 1000
    )


def _delta_then_level(first: Side, second: Side, tokens: Tokens, lexicon: Lexicon) -> bool:
    """ "cut by $5 billion to $84 billion", "dropped $1.15 to $70.05": how much, and to what."""
    before = tokens.low[first.first - 1]
    if first.unit is None and second.unit is not None:
        return False
    if first.unit == second.unit and first.unit in lexicon.small_change and before != "from":
        return first.value(first.scale) * 15 < second.value(second.scale)  # "bagged 1.5 sen to 46.5 sen"
    moving = before in lexicon.moving_words or before in ("by", "up", "down")
    moving = moving or (before == "or" and tokens.low[first.first - 2] in _PERCENT)  # "rose 5 % or"
    told = before.endswith("ed") and tokens.low[first.first] in lexicon.prefix_signs
    times = 2 if told else 3  # "increased $148 million to $379 million"
    return moving and first.value(first.scale) * times < second.value(second.scale)


def _is_half(tokens: Tokens, side: Side) -> bool:
    """ "4.5–3.5": points of chess and match play come in halves."""
    return (
        tokens.words[side.numeral.first].endswith((".5", ".0"))
        and side.numeral.after == side.numeral.first + 1
    )


def is_vote(tokens: Tokens, first: Side, second: Side, lexicon: Lexicon) -> bool:
    """ "voted 28 to 19 to send", "approved by five to four", "by a vote of 7 to 2": the two sides of a vote."""
    low, near = tokens.low, lexicon.near
    before, behind = low[first.first - 1], low[second.after]
    reach = 4 if before in ("by", "of") else 1
    if near["voting"].isdisjoint(low[max(0, first.first - reach) : first.first]):
        return False
    plain = all(side.bare and side.numeral.whole and side.scale == 1 for side in (first, second))
    return plain and (not behind.isalpha() or behind in near["behind_votes"])


def is_score(tokens: Tokens, first: Side, second: Side, lexicon: Lexicon) -> bool:
    """ "3-2", "7–6": two plain numbers joined by a dash that news gives as a result."""
    a, b = first.numeral, second.numeral
    plain = (a.ordinary and b.ordinary) or (
        _is_half(tokens, first) and _is_half(tokens, second) and a.num > b.num
    )
    if not (plain and a.form == b.form == "digits" and first.bare and second.bare):
        return False
    if a.num > 450 or b.num > 450 or tokens.ends[first.after - 1] + 1 != tokens.starts[second.first]:
        return False
    low = tokens.low
    around = set(low[max(0, first.first - 10) : first.first]) | set(low[second.after : second.after + 6])
    return bool(around & lexicon.near["of_score"]) or (
        a.num >= b.num and low[second.after] not in ("%",) and a.num < 200
    )
