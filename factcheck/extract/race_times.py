"""Times of a race beside what follows from them: a gap between two of them, an average speed, a pace.

Clock times such as 2:05:12 are read here only, where a sentence gives exactly the figures that the arithmetic needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.extract.figure_groups import detailed, sentences_of
from factcheck.patterns import Lazy

_TIME = Lazy(
    r"(?<![\d:.,$€£])(?:(?P<h>\d{1,2}):(?P<hm>[0-5]\d):(?P<hs>[0-5]\d(?:\.\d{1,2})?)"
    r"|(?P<m>\d{1,3}):(?P<s>[0-5]\d(?:\.\d{1,2})?)"
    r"|(?<=in\s)(?P<plain>\d{1,2}\.\d\d)|(?P<unit>\d{1,2}\.\d\d)(?=\sseconds?\b))(?![\d:%]|\.\d|\s?[ap]\.?m\b)"
)
_OF_DAY = Lazy(r"\b(?:at|from|until|by|before|after|around|kick-off|start)\s+\Z", re.IGNORECASE)
_PACE = Lazy(
    r"\b(?:average|averaging|pace)\s+(?:of\s+)?(?P<m>\d{1,2}):(?P<s>[0-5]\d)\s+(?:per|a|an)\s+(?:kilometre|kilometer|km)\b",
    re.IGNORECASE,
)
_GAP_BEHIND = Lazy(r"\A\s+(?:ahead|behind|back|clear|adrift|faster|slower|quicker|in front)\b")
_THAN = Lazy(r"\A\s+\w+\s+than\b")
_THAN_REACH = 60  # characters
_GAP_BEFORE = Lazy(r"\b(?:by|margin of|gap of|lead of)\s+\Z")
_AVERAGE = Lazy(r"\b(?:average|averaging|averaged)(?:\s+(?:speed|of|at)){0,3}\s+\Z", re.IGNORECASE)
_MINUTES = Lazy(r"\bminutes?\s+(?:and\s+)?\Z")
_NOT_THESE = Lazy(r"\b(?:overall|standings|general classification|handicap|adjusted|corrected|penalty)\b")
_METRES = {"metre": 1, "kilometre": 1000}
# where it begins and ends, its seconds, one unit of its last digit in hundredths
Time = tuple[int, int, Fraction, int]


def mark_race_times(claims: Sequence[Claim], prose: str) -> list[Claim]:
    """The claims, sorted by span, with gaps, speeds and distances marked by the times they must fit."""
    marked = list(claims)
    for numbers in sentences_of(claims):
        sentence = claims[numbers[0]].sentence
        if not any(_may_follow(claims[number]) for number in numbers):
            continue
        times = _times(prose, sentence.start, sentence.end)
        for number in numbers:
            claim = claims[number]
            if _is_gap(claim, prose):
                marked[number] = _gap(
                    claim, [one for one in times if not claim.span.start <= one[0] < claim.span.end], prose
                )
        _average(marked, numbers, times, prose)
    return marked


def _may_follow(claim: Claim) -> bool:
    unit = claim.quantity.unit if claim.quantity is not None else None
    return unit in ("second", "kilometre per hour", *_METRES)


def _times(prose: str, start: int, end: int) -> list[Time]:
    """The times of a race in a sentence; none where one may be a time of day."""
    pace = _PACE.search(prose, start, end)
    found: list[Time] = []
    for match in _TIME.finditer(prose, start, end):
        if pace is not None and pace.start() <= match.start() < pace.end():
            continue
        if (
            match["m"]
            and "." not in match.group(0)
            and _OF_DAY.search(prose[max(start, match.start() - 12) : match.start()])
        ):
            return []
        text = match.group(0)
        hours, minutes = int(match["h"] or 0), int(match["hm"] or match["m"] or 0)
        rest = Fraction(match["hs"] or match["s"] or match["plain"] or match["unit"])
        decimals = len(text.partition(".")[2])
        found.append((match.start(), match.end(), hours * 3600 + minutes * 60 + rest, (100, 10, 1)[decimals]))
    return found


def _is_gap(claim: Claim, prose: str) -> bool:
    quantity = claim.quantity
    if quantity is None or quantity.unit != "second" or quantity.is_range or quantity.hedged:
        return False
    before = prose[max(claim.sentence.start, claim.span.start - 30) : claim.span.start]
    behind = _GAP_BEHIND.match(prose[claim.span.end : claim.span.end + 20])
    return (behind or _GAP_BEFORE.search(before)) is not None and not _MINUTES.search(before)


def _gap(claim: Claim, times: Sequence[Time], prose: str) -> Claim:
    """ "2:05:12, beating the record of 2:06:00 by 48 seconds": exactly two times and what lies between them."""
    if len(times) != 2 or claim.modality != "reported" or _NOT_THESE.search(claim.sentence.of(prose)):
        return claim
    than = _THAN.match(prose[claim.span.end : claim.span.end + _THAN_REACH])
    if than is not None and not any(0 < time[0] - claim.span.end < _THAN_REACH for time in times):
        return claim  # "59:51, within their target of 60:50 and 96 seconds faster than he ran in 2018"
    apart = abs(times[0][2] - times[1][2]) * 100
    assert claim.quantity is not None
    step = max(times[0][3], times[1][3], int(claim.quantity.step * 100) or 1)
    return detailed(claim, timegap=int(apart), timestep=step)


def _average(marked: list[Claim], numbers: Sequence[int], times: Sequence[Time], prose: str) -> None:
    """ "The 180 km stage in 4:30:00, at an average speed of 40 km/h": one distance, one time, one speed or pace."""
    lengths = [number for number in numbers if _length(marked[number]) is not None]
    if len(times) != 1 or len(lengths) != 1:
        return
    distance = marked[lengths[0]]
    metres, seconds = _length(distance), int(times[0][2])
    pace = _PACE.search(prose, distance.sentence.start, distance.sentence.end)
    if pace is not None and metres is not None and seconds:
        marked[lengths[0]] = detailed(
            distance, metres=metres, seconds=seconds, pace=int(pace["m"]) * 60 + int(pace["s"])
        )
    for number in numbers:
        speed = marked[number]
        quantity = speed.quantity
        before = prose[max(speed.sentence.start, speed.span.start - 40) : speed.span.start]
        if (
            quantity is not None
            and quantity.unit == "kilometre per hour"
            and not quantity.hedged
            and seconds > 600
            and _AVERAGE.search(before)
        ):
            marked[number] = detailed(speed, metres=metres, seconds=seconds)


def _length(claim: Claim) -> int | None:
    """The whole metres of a distance that a race may go over."""
    quantity = claim.quantity
    if quantity is None or quantity.is_range or quantity.unit not in _METRES:
        return None
    metres = quantity.low * _METRES[quantity.unit or ""]
    return int(metres) if metres.denominator == 1 and metres > 0 else None
