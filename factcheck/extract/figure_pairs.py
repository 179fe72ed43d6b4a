"""One figure written in two units: which claims state the same amount twice, "RMB33.4 billion ($4.67 billion)".

Marks them with the details "pair" (one number for each such group) and "place" ("first" or "second"), by nothing but
the words between the figures; what the figures are about plays no part. Words: rules/vocabulary/pairs.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.claim import Claim
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.patterns import Lazy
from factcheck.quantity import Quantity
from factcheck.records import replace
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

_REACH = 40  # characters between two figures, or behind the second one
# Dimensions in which people convert for their readers; money is apart, since each currency is a dimension of its own.
_CONVERTED = frozenset(
    ("length", "area", "volume", "mass", "temperature", "speed", "energy", "power", "pressure")
)


def mark_pairs(claims: Sequence[Claim], prose: str, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """The claims, sorted by span, with pairs marked. ``prose`` is the text their spans point into."""
    marked = list(claims)
    words: _Words | None = None
    figures = [n for n, claim in enumerate(claims) if _may_pair(claim)]
    first: int | None = None
    for here, following in pairwise(figures):
        one, other = claims[here], claims[following]
        assert one.quantity is not None and other.quantity is not None
        gap = prose[one.span.end : other.span.start]
        if (
            one.sentence != other.sentence
            or len(gap) > _REACH
            or not _two_units(one.quantity, other.quantity)
        ):
            first = None
            continue
        words = words or _words(layers)
        if first is not None and words.further.fullmatch(gap) and claims[first].quantity is not None:
            start = claims[first]
            assert start.quantity is not None
            if _two_units(start.quantity, other.quantity):
                marked[following] = _placed(marked[following], start.span.start, "second")
                continue
        first = None
        if not words.opening.fullmatch(gap):
            continue
        if gap.lstrip()[:1] in "([" and not words.closing.match(
            prose, other.span.end, other.span.end + _REACH
        ):
            continue
        first = here
        marked[here] = _placed(marked[here], one.span.start, "first")
        marked[following] = _placed(marked[following], one.span.start, "second")
    return marked


def _may_pair(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity is not None and (
        quantity.dimension.startswith("money:") or quantity.dimension in _CONVERTED
    )


def _two_units(one: Quantity, other: Quantity) -> bool:
    if one.dimension.startswith("money:"):
        tail = one.dimension.endswith(" per share") == other.dimension.endswith(" per share")
        currencies = {one.dimension.partition(" ")[0], other.dimension.partition(" ")[0]}
        return other.dimension.startswith("money:") and len(currencies) == 2 and tail
    return one.dimension == other.dimension and one.unit != other.unit


def _placed(claim: Claim, pair: int, place: str) -> Claim:
    details = {**dict(claim.details), "pair": pair, "place": place}
    return replace(claim, details=tuple(sorted(details.items())))


class _Words:
    __slots__ = ("closing", "further", "opening")

    def __init__(self, data: dict[str, Any]) -> None:
        hedge = f"(?:{_any(data['hedges'])})"
        self.opening = Lazy(rf"\s*(?:{_any(data['opening'])})\s*(?:{hedge}\s*){{0,2}}", re.IGNORECASE)
        self.further = Lazy(rf"\s*(?:{_any(data['further'])})\s*(?:{hedge}\s*){{0,2}}", re.IGNORECASE)
        # the bracket ends behind the figure, or behind a further figure's beginning
        self.closing = Lazy(rf"\s*(?:(?:{_any(data['closing'])})\s*)?[)\],;/]", re.IGNORECASE)


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=4)
def _words(layers: tuple[Path, ...]) -> _Words:
    return _Words(load_part("pairs", lambda data: data, layers))
