"""Two words before a measure that are one name: "food and beverage sales", "the commercial & industrial group"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from factcheck.syntax.lexicon import Lexicon

_PLAIN = frozenset(("N", "AN"))  # what can be nothing but a noun or an adjective
_OPENING = "DHPC"  # articles, possessives, prepositions, conjunctions
_SIGN = "\0"  # a figure, a time or a mark


def mark_joined(
    lowers: Sequence[str],
    metrics: Iterable[int],
    units: Container[str],
    solid: dict[int, str],
    lexicon: Lexicon,
) -> None:
    """Put both words and what joins them into the phrase of the measure, or of the unit, behind them.

    ``metrics`` are the first tokens of known metrics; ``solid`` maps tokens to the tags they have for good.
    """
    if "and" not in lowers:
        return
    heads = {*metrics, *(at for at, lower in enumerate(lowers) if lower in units)}
    for at in heads:
        if at < 3 or lowers[at - 2] != "and":
            continue
        pair = (at - 3, at - 1)
        if any(
            step in solid or lowers[step] == _SIGN or lexicon.code(lowers[step]) not in _PLAIN
            for step in pair
        ):
            continue
        before = lowers[at - 4] if at > 3 else _SIGN
        if before == _SIGN or before == "'s" or lexicon.code(before)[0] in _OPENING:
            solid.update({at - 3: "A", at - 2: "A", at - 1: "A"})
