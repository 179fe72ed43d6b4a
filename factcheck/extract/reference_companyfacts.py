"""SEC EDGAR ``companyfacts`` JSON, as it lies on disk.

Format: https://www.sec.gov/search-filings/edgar-application-programming-interfaces ("companyfacts"): facts by taxonomy,
concept and unit; each with start (durations), end, val, accn, fy, fp, form, filed, and frame for the fact that stands for
its period. A concept reported again in later filings appears again; only changed values are kept, each with the first
filing that gave it, so that a restatement is a newer fact beside the old one. ``fy`` and ``fp`` are the filing's, not the
fact's, and are not read: a fact's own days say its period.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from factcheck.errors import InputError, UnreadableInput
from factcheck.extract.json_walk import Walk
from factcheck.extract.reference_concepts import concepts, metric_of, unit_of
from factcheck.extract.reference_store import Fact
from factcheck.hints import Any

ADDRESS = "https://data.sec.gov/api/xbrl/companyfacts/CIK{cik:010d}.json"
_SCALARS = {"cik", "entityName"}


def how_to_fetch(cik: int) -> str:
    """The exact address and headers with which a person fetches a company's facts. Nothing here fetches them."""
    return (
        f"curl --compressed -o CIK{cik:010d}.json \\\n"
        '  -H "User-Agent: <newsroom> <e-mail address>" -H "Accept-Encoding: gzip, deflate" \\\n'
        f"  {ADDRESS.format(cik=cik)}\n"
    )


def read_companyfacts(path: Path, layers: tuple[Path, ...] = ()) -> list[Fact]:
    """The facts whose concepts are mapped. Raises UnreadableInput for a file that is not in the format.

    A hundred megabytes are walked through, not loaded: only mapped concepts are ever built.
    """
    mapping = concepts(layers)
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
            return _facts(Walk(text), mapping)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"this is not SEC companyfacts JSON ({type(error).__name__}: {error})."
        raise UnreadableInput(InputError(str(path), problem)) from error


def _facts(walk: Walk, mapping: dict[str, Any]) -> list[Fact]:
    head: dict[str, Any] = {}
    read: list[tuple[str, str, Any]] = []
    for key, at in walk.members(walk.start()):
        if key in _SCALARS:
            head[key] = walk.parse(at)
        elif key == "facts":
            for prefix, place in walk.members(at):
                known = mapping["concepts"].get(prefix, {})
                read.extend(
                    (prefix, name, walk.parse(inner)) for name, inner in walk.members(place) if name in known
                )
    name, cik = str(head["entityName"]), int(head["cik"])
    return [
        fact
        for prefix, concept, fields in read
        for metric, scope in metric_of(prefix, concept, mapping)
        for unit, values in fields["units"].items()
        for fact in _values(name, cik, f"{prefix}:{concept}", metric, scope, unit, values)
    ]


def _values(
    name: str,
    cik: int,
    concept: str,
    metric: str,
    scope: tuple[tuple[str, str], ...],
    unit: str,
    values: list[dict[str, str]],
) -> Iterator[Fact]:
    canonical = unit_of(unit)
    if canonical is None:
        return
    standing: dict[tuple[str | None, str], str] = {}
    for one in sorted(values, key=lambda fact: (fact["filed"], fact["accn"])):
        start, end, value = one.get("start"), one["end"], one["val"]
        if standing.get((start, end)) == value:
            continue
        standing[start, end] = value
        source = f"SEC EDGAR CIK {cik}, {one['form']} filed {one['filed']}, accession {one['accn']}"
        shown = _percent(value) if canonical == "percent" else value
        yield Fact(
            name, metric, concept, shown, canonical, start, end, (source, one["filed"]), scope, None, cik
        )


def _percent(value: str) -> str:
    """0.213 → 21.3, by moving the point."""
    return format(Decimal(value).scaleb(2), "f")
