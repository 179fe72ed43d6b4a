"""A count, the count it is out of, and their percentage, side by side: "24 of 32 passes (75 %)", "9-of-17 (52.9 %)",
"60 percent from the floor (36-of-60)".

The percentage is marked with both counts. Only brackets and nearness are trusted, so that the three are one statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claim import Claim
from factcheck.extract.figure_groups import detailed
from factcheck.patterns import Lazy

_REACH = 70  # characters
_WORDS = r"(?:\s+(?:[a-z][\w'’-]*|[a-z]+-[a-z]+)){0,6}"
_OUT_OF = r"(?:-of-|-for-|\s+of\s+|\s+out\s+of\s+)(?:the\s+|its\s+|her\s+|his\s+|their\s+|all\s+)?"
_SIGNS = r"(?P<part>\d{1,3}(?:,\d{3})*|\d+)" + _OUT_OF + r"(?P<whole>\d{1,3}(?:,\d{3})*|\d+)(?![\d.,]*\d)"
# "9-of-17 shooting (", "24 of 32 passes (", "11 of 25 three-pointers ("
_BEFORE = Lazy(rf"(?<![\w.,$€£-]){_SIGNS}(?:\s+[a-z][\w'’-]*){{0,4}}\s+\((?:or\s+)?\Z")
# " from the floor (36-of-60)"
_BEHIND = Lazy(rf"\A{_WORDS}\s+\({_SIGNS}\)")
_CLOSED = Lazy(r"\A\s*[);,]")
_JOINED = Lazy(r"\A(?:\s+[a-z][\w'’-]*){0,2}\s+(?:of|from|out of)\s+(?:(?:the|its|her|his|their|all)\s+)?\Z")
_BRACKET = Lazy(r"\A(?:\s+[a-z][\w'’-]*){0,5}\s+\(\Z")


def mark_counted_shares(claims: Sequence[Claim], prose: str) -> list[Claim]:
    """The claims, sorted by span, with percentages marked by the counts beside them."""
    marked = list(claims)
    for number, claim in enumerate(claims):
        if not _is_percentage(claim):
            continue
        counts = _signs(claim, prose) or _words(claims, number, prose)
        if counts is not None and 0 < counts[0] <= counts[1]:
            marked[number] = detailed(claim, numerator=counts[0], denominator=counts[1])
    return marked


def _is_percentage(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and quantity.dimension == "percent"
        and not quantity.is_range
        and not quantity.hedged
        and quantity.low > 0
        and claim.section != "table"
    )


def _signs(claim: Claim, prose: str) -> tuple[int, int] | None:
    start, end = claim.span.start, claim.span.end
    found: re.Match[str] | None = None
    if _CLOSED.match(prose[end : end + 5]):
        found = _BEFORE.search(prose[max(claim.sentence.start, start - _REACH) : start])
    found = found or _BEHIND.match(prose[end : min(claim.sentence.end, end + _REACH)])
    return None if found is None else (_number(found["part"]), _number(found["whole"]))


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _words(claims: Sequence[Claim], number: int, prose: str) -> tuple[int, int] | None:
    """ "nine goals from 12 shots (75 %)": the two counts right before the bracket."""
    if number < 2:
        return None
    part, whole, share = claims[number - 2 : number + 1]
    a, b = part.quantity, whole.quantity
    if a is None or b is None or part.sentence != share.sentence or whole.sentence != share.sentence:
        return None
    exact = not (a.hedged or b.hedged or a.is_range or b.is_range or part.prior or whole.prior)
    counted = all(one.dimension.partition(":")[0] in ("count", "number") for one in (a, b))
    if not (exact and counted and a.low.denominator == b.low.denominator == 1):
        return None
    together = _JOINED.match(prose[part.span.end : whole.span.start]) and _BRACKET.match(
        prose[whole.span.end : share.span.start]
    )
    if not together or not _CLOSED.match(prose[share.span.end : share.span.end + 5]):
        return None
    return int(a.low), int(b.low)
