"""The parts of a score: periods in brackets behind it, "88-79 (22-20, 25-18, 19-23, 22-18)", and the sets of a match,
"6-4, 3-6, 7-5"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.claim import Claim
from factcheck.extract.figure_groups import detailed
from factcheck.extract.scores import FINAL, Score
from factcheck.patterns import Lazy

_SCORE = r"\d{1,3}[-–]\d{1,3}"
_PERIODS = Lazy(rf"\A\s*\((?P<parts>{_SCORE}(?:[,;]\s*{_SCORE})+)\)")
_SET = rf"{_SCORE}(?:\s*\(\d+(?:[-–/]\d+)?\))?"
_SETS = Lazy(rf"\A{_SET}(?:(?:\s*,\s*and|\s*,|\s+and)?\s+{_SET})+")
_BROKEN_OFF = Lazy(r"\b(?:ret|retired|retires|withdrew|walkover|abandoned|suspended|default)\b")
_TIE_BREAK = Lazy(r"\(\d+(?:[-–/]\d+)?\)")
_PART = Lazy(_SCORE)
_SET_OF_POINTS = 11  # the fewest that win a set of volleyball, badminton or table tennis
_REACH = 90  # characters that sets and periods take
Parts = list[tuple[int, int]]


def read_periods(claim: Claim, score: Score, prose: str) -> Claim:
    """A final score with what its periods add up to, and how many of them each side won."""
    end = claim.span.end
    found = _PERIODS.match(prose[end : end + _REACH])
    if score.kind != FINAL or found is None:
        return claim
    parts = _parts(found["parts"])
    if len(parts) < 3 and _grows([*parts, (score.first, score.second)]):
        return claim  # "3-2 (1-1, 2-2)": the score at half-time and after ninety minutes
    sets = all(max(part) >= _SET_OF_POINTS for part in parts)
    return detailed(
        claim,
        sumfirst=sum(one for one, _ in parts),
        sumsecond=sum(other for _, other in parts),
        wonfirst=sum(one > other for one, other in parts) if sets else 0,
        wonsecond=sum(other > one for one, other in parts) if sets else 0,
    )


def read_sets(claim: Claim, prose: str) -> Claim | None:
    """The first set of a match with how many sets each side won, and how many ended as no set of tennis does."""
    start = claim.span.start
    found = _SETS.match(prose[start : start + _REACH])
    if found is None or _BROKEN_OFF.search(claim.sentence.of(prose)):
        return None
    parts = _parts(_TIE_BREAK.sub("", found.group(0)))
    if any(max(part) < 6 for part in parts):
        return None
    return detailed(
        claim,
        setsfirst=sum(one > other for one, other in parts),
        setssecond=sum(other > one for one, other in parts),
        oddsets=sum(not _is_set(max(part), min(part)) for part in parts),
    )


def _parts(text: str) -> Parts:
    pairs = (part.replace("–", "-").split("-") for part in _PART.findall(text))
    return [(int(one), int(other)) for one, other in pairs]


def _grows(parts: Parts) -> bool:
    return all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(parts))


def _is_set(more: int, fewer: int) -> bool:
    """Six games with two ahead, seven at most; longer sets and points are won by two."""
    if more == 6:
        return fewer <= 4
    return fewer in (5, 6) if more == 7 else more - fewer >= 2
