"""Two words before a measure that are one name: "food and beverage sales", "the commercial & industrial group"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from factcheck.syntax.lexicon import Lexicon

_PLAIN = frozenset(("N", "AN"))  # what can be nothing but a noun or an adjective
_OPENING = "DHPC"  # articles, possessives, prepositions, conjunctions
_LONGEST = 3  # words of a side
_SIGN = "\0"  # a figure, a time or a mark


def mark_joined(
    lowers: Sequence[str],
    signs: Container[int],
    metrics: Container[int],
    names: Container[int],
    units: Container[str],
    solid: dict[int, str],
    lexicon: Lexicon,
) -> dict[int, str]:
    """The tags that put both words and what joins them into the phrase of the measure, or of the unit, behind them.

    ``signs`` are the tokens written "&", which joins words and never clauses; ``metrics`` the first tokens of known
    metrics, ``names`` the tokens of names, which only one unit has together ("our Drilling and Evaluation division");
    ``solid`` maps tokens to the tags they have for good.
    """
    joined: dict[int, str] = {}
    at = 0
    while "and" in lowers[at + 1 :]:
        at = lowers.index("and", at + 1)
        joined.update(_long_pair(lowers, at, metrics, names, units, solid, lexicon))
        head = at + 2
        if head >= len(lowers):
            break
        measure = head in metrics or lowers[head] in units
        if not measure and not (at in signs and lexicon.code(lowers[head]) == "N"):
            continue
        pair = (at - 1, at + 1)
        named = lowers[head] in units and _is_one(lowers[head])
        if not named and (at - 1 in names or at + 1 in names):
            continue
        held = at - 1 in solid or (
            at + 1 in solid and at + 1 not in metrics
        )  # "completion and production revenue"
        if held or _SIGN in (lowers[at - 1], lowers[at + 1]):
            continue
        if at not in signs and any(lexicon.code(lowers[step]) not in _PLAIN for step in pair):
            continue
        before = lowers[at - 2] if at > 1 and at not in signs else _SIGN
        if before == _SIGN or before == "'s" or lexicon.code(before)[0] in _OPENING:
            joined.update({at - 1: "A", at: "A", at + 1: "A"})
    return joined


def _is_one(unit: str) -> bool:
    return not unit.endswith("s") or unit.endswith("ss")


def _long_pair(
    lowers: Sequence[str],
    at: int,
    metrics: Container[int],
    names: Container[int],
    units: Container[str],
    solid: dict[int, str],
    lexicon: Lexicon,
) -> dict[int, str]:
    """ "brokerage and risk management revenue", "home care and personal wash segment": two or three words of a side."""

    def plain(step: int) -> bool:
        if lowers[step] == _SIGN:
            return False  # "to $5.9 billion, and fee revenue"
        return solid.get(step) == "N" or step in names or lexicon.code(lowers[step]) in _PLAIN

    head = at + 1
    while head < len(lowers) and head - at <= _LONGEST and head not in metrics and lowers[head] not in units:
        if not plain(head):
            return {}
        head += 1
    first = at
    while first > 0 and at - first < _LONGEST and plain(first - 1) and lowers[first - 1] not in units:
        first -= 1
    before = lowers[first - 1] if first else _SIGN
    unit = head < len(lowers) and lowers[head] in units
    unit = unit and (
        _is_one(lowers[head]) or before == "combined"
    )  # "our combined brokerage and risk segments"
    measure = head < len(lowers) and (head in metrics or unit)
    if not measure or first == at or head == at + 1 or head - first < 4:
        return {}
    if any(step in metrics for step in range(first, head)):
        return {}  # "operating income and wireless service revenue"
    if not unit and any(step in names for step in range(first, head)):
        return {}  # only one unit has two names together
    opened = before in (_SIGN, "'s") or lexicon.code(before)[0] in _OPENING + "AE"
    return dict.fromkeys(range(first, head), "A") if opened else {}
