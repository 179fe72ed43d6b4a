"""Scores, records, race times and innings: their readers are called, and loaded, where the figures for them are there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claim import Claim
from factcheck.day import date
from factcheck.extract.figure_groups import sentences_of
from factcheck.hints import TYPE_CHECKING
from factcheck.patterns import Lazy

if TYPE_CHECKING:
    from pathlib import Path

_DRAWN = Lazy(r"\b(?:draws?|drawn|drew|drawing|ties?)\b", re.IGNORECASE)
_OF_RACES = frozenset(("second", "kilometre per hour", "metre", "kilometre"))
_OF_INNINGS = frozenset(("run", "wicket"))


def mark_sports(
    claims: Sequence[Claim], prose: str, published: date | None, layers: tuple[Path, ...] = ()
) -> list[Claim]:
    """The claims, sorted by span, with what ties figures of one match, race or season."""
    marked = list(claims)
    units = {claim.quantity.unit for claim in claims if claim.quantity is not None}
    if any(_may_tell_record(claims[numbers[0]], len(numbers), prose) for numbers in sentences_of(claims)):
        from factcheck.extract.match_records import mark_records

        marked = mark_records(marked, prose)
    if not units.isdisjoint(_OF_RACES):
        from factcheck.extract.race_times import mark_race_times

        marked = mark_race_times(marked, prose)
    if not units.isdisjoint(_OF_INNINGS):
        from factcheck.extract.innings import mark_innings

        marked = mark_innings(marked, prose)
    if any(claim.kind == "score" for claim in marked):
        from factcheck.extract.score_groups import mark_scores

        marked = mark_scores(marked, prose, published, layers)
    return marked


def _may_tell_record(claim: Claim, figures: int, prose: str) -> bool:
    """A record is of four figures at least, and one word of its sentence says what was drawn."""
    return figures > 3 and _DRAWN.search(prose, claim.sentence.start, claim.sentence.end) is not None
