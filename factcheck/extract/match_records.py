"""A side's record said in one breath: "14 wins, five draws and six defeats from 25 matches, and 47 points".

The claims are marked with one number for each record. Only a record with its draws is one that must add up: who names
wins and defeats alone may leave the draws out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.claim import Claim
from factcheck.extract.figure_groups import detailed, lead, sentences_of
from factcheck.patterns import Lazy

_ROLES = {
    "win": "wins",
    "victory": "wins",
    "draw": "draws",
    "tie": "draws",
    "defeat": "losses",
    "loss": "losses",
    "match": "games",
    "game": "games",
    "point": "points",
}
_VERBS = {
    "winning": "wins",
    "won": "wins",
    "drawing": "draws",
    "drawn": "draws",
    "drew": "draws",
    "losing": "losses",
    "lost": "losses",
}
_IN_LINE = Lazy(r"\A\s*(?:,|,?\s+and)\s+(?:[a-z]+\s+)?\Z")
_FROM = Lazy(
    r"\A\s*(?:from|in|after|of|over|across)\s+(?:(?:their|the|its|his|her)\s+)?(?:(?:first|opening)\s+)?\Z"
)
_OF_THEM = Lazy(r"\A[^.;:]{0,30},\s+(?:of which\s+)?(?:have\s+|has\s+|with\s+)?(?:[a-z]+\s+)?\Z")
_APART = Lazy(
    r"\A\s+(?:clear|behind|ahead|off|adrift|above|below|from|short|more|fewer|better|in front|deduct)\b"
)
_OTHER_POINTS = Lazy(r"\b(?:bonus|deduct\w*|docked|penalty points?|rugby|overtime|shoot-?outs?)\b")


def mark_records(claims: Sequence[Claim], prose: str) -> list[Claim]:
    """The claims, sorted by span, with wins, draws, defeats, games and points of one record marked."""
    marked = list(claims)
    three_points = _OTHER_POINTS.search(prose) is None
    for numbers in sentences_of(claims):
        if len(numbers) < 4:
            continue
        roles = {number: _role(claims, numbers, at, prose) for at, number in enumerate(numbers)}
        found = _record(claims, numbers, roles, prose)
        if found is None:
            continue
        points = [number for number in numbers if roles[number] == "points"]
        if three_points and len(points) == 1 and not _APART.match(prose[claims[points[0]].span.end :][:20]):
            found["points"] = points[0]
        group = claims[found["wins"]].span.start
        for role, number in found.items():
            marked[number] = detailed(marked[number], **{f"record_{role}": group})
    return marked


def _role(claims: Sequence[Claim], numbers: Sequence[int], at: int, prose: str) -> str:
    claim = claims[numbers[at]]
    quantity = claim.quantity
    if quantity is None or quantity.is_range or quantity.hedged or quantity.low.denominator != 1:
        return ""
    unit = (quantity.unit or "").rpartition(" ")[2]
    if unit in _ROLES and claim.modality == "reported":
        return _ROLES[unit]
    words = lead(claims, numbers, at, prose).split()
    return _VERBS.get(words[-1].lower(), "") if words and claim.kind in ("number", "count") else ""


def _record(
    claims: Sequence[Claim], numbers: Sequence[int], roles: dict[int, str], prose: str
) -> dict[str, int] | None:
    """Wins, draws and defeats in line, and the games right before or behind them."""

    def gap(one: int, other: int) -> str:
        return prose[claims[one].span.end : claims[other].span.start]

    for at in range(len(numbers) - 2):
        three = numbers[at : at + 3]
        if {roles[number] for number in three} != {"wins", "draws", "losses"}:
            continue
        if not all(_IN_LINE.match(_plain(gap(a, b))) for a, b in pairwise(three)):
            continue
        found = {roles[number]: number for number in three}
        behind = numbers[at + 3] if at + 3 < len(numbers) else None
        before = numbers[at - 1] if at else None
        if behind is not None and roles[behind] == "games" and _FROM.match(gap(three[-1], behind)):
            return {**found, "games": behind}
        if before is not None and roles[before] == "games" and _OF_THEM.match(gap(before, three[0])):
            return {**found, "games": before}
    return None


def _plain(text: str) -> str:
    """A gap without the counted noun that may stand outside the figure's own words."""
    for noun in ("wins", "draws", "defeats", "losses", "ties"):
        text = text.removeprefix(f" {noun}")
    return text
