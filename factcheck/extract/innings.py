"""Margins of cricket: runs between two totals, or the wickets that the side batting second had left.

Read only where an article gives exactly two totals, so that one innings a side was played, and rain changed no target.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Claim
from factcheck.extract.figure_groups import detailed
from factcheck.patterns import Lazy

# "287 for 8", "215/4", "242 all out"; "all out for 242", "bowled Veldt out for 213"
_TOTAL = Lazy(
    r"(?<![\w.,$-])(?:(?P<runs>\d{2,3})(?:\s+for\s+|/)(?P<wickets>\d)(?![\w/])|(?P<all>\d{2,3})\s+all\s+out\b"
    r"|\b(?:all|bowled(?:\s+[A-Z]\w+)?)\s+out\s+for\s+(?P<out>\d{2,3})\b)"
)
_ON_THE_WAY = Lazy(
    r"\b(?:were|was|been|from|slumped|slipped|collapsed|reduced|stuttered|cruising|sliding|at)(?:\s+to)?\s+\Z"
)
_TWO_INNINGS = Lazy(
    r"\b(?:(?:first|second|1st|2nd)[ -]innings|declared|follow(?:ed)?[ -]on|by an innings|Duckworth|DLS|D/L|rain|revised|Test)\b"
)
_BY = Lazy(
    r"\b(?:won|win|wins|winning|beat|beats|beaten|beating|lost|defeated|victory|victorious)\b[^.;\d]{0,40}\bby\s+\Z"
)
_WIN = Lazy(r"\A\s+(?:win|victory|defeat|loss)\b")
_OTHER = Lazy(r"\b(?:last|previous|earlier|ago|first of|had|since|19\d\d|20\d\d)\b")
_FEWEST = 30  # runs: what is less are a bowler's figures


def mark_innings(claims: Sequence[Claim], prose: str) -> list[Claim]:
    """The claims with margins of runs or wickets marked by what the two totals give."""
    marked = list(claims)
    margins = [number for number, claim in enumerate(claims) if _is_margin(claim, prose)]
    if not margins or _TWO_INNINGS.search(prose):
        return marked
    totals = _totals(prose)
    if len(totals) != 2:
        return marked
    (fewer, _), (more, left) = sorted(totals)
    for number in margins:
        unit = (claims[number].quantity and claims[number].quantity.unit) or ""  # type: ignore[union-attr]
        given = more - fewer if unit == "run" else left
        if given is not None and given > 0:
            marked[number] = detailed(claims[number], bytotals=given)
    return marked


def _totals(prose: str) -> set[tuple[int, int | None]]:
    """Each side's runs, with the wickets it had left where that is told."""
    found: set[tuple[int, int | None]] = set()
    for match in _TOTAL.finditer(prose):
        runs = int(match["runs"] or match["all"] or match["out"])
        before = prose[max(0, match.start() - 20) : match.start()]
        if runs < _FEWEST or (match["runs"] and _ON_THE_WAY.search(before)):
            continue
        found.add((runs, 10 - int(match["wickets"]) if match["wickets"] else None))
    return found


def _is_margin(claim: Claim, prose: str) -> bool:
    quantity = claim.quantity
    if quantity is None or quantity.unit not in ("run", "wicket") or quantity.is_range or quantity.hedged:
        return False
    start, end = claim.span.start, claim.span.end
    before = prose[max(claim.sentence.start, start - 60) : start]
    told = _BY.search(before) or (_WIN.match(prose[end : end + 20]) and "-" in claim.span.of(prose))
    around = before + prose[end : min(claim.sentence.end, end + 60)]
    return bool(told) and claim.modality == "reported" and not _OTHER.search(around)
