"""SEC EDGAR ``companyfacts`` JSON, as it lies on disk.

Format: https://www.sec.gov/search-filings/edgar-application-programming-interfaces ("companyfacts"): facts by taxonomy,
concept and unit; each with start (durations), end, val, accn, fy, fp, form, filed, and frame for the fact that stands for
its period. A concept reported again in later filings appears again; only changed values are kept, each with the first
filing that gave it, so that a restatement is a newer fact beside the old one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.compiled import compiled
from factcheck.errors import InputError, UnreadableInput
from factcheck.extract.reference_facts import Fact, concepts, currency_names, metric_of

ADDRESS = "https://data.sec.gov/api/xbrl/companyfacts/CIK{cik:010d}.json"


def how_to_fetch(cik: int) -> str:
    """The exact address and headers with which a person fetches a company's facts. Nothing here fetches them."""
    return (
        f"curl --compressed -o CIK{cik:010d}.json \\\n"
        '  -H "User-Agent: <newsroom> <e-mail address>" -H "Accept-Encoding: gzip, deflate" \\\n'
        f"  {ADDRESS.format(cik=cik)}\n"
    )


def read_companyfacts(path: Path, layers: tuple[Path, ...] = ()) -> list[Fact]:
    """The facts whose concepts are mapped. Raises UnreadableInput for a file that is not in the format."""
    mapping = concepts(layers)
    from factcheck.digest import blake2b

    version = blake2b(repr(sorted(mapping["concepts"].items())).encode(), digest_size=8).hexdigest()
    rows = compiled("companyfacts", [path], lambda contents: _rows(path, contents[path], mapping), version)
    return [Fact(*row) for row in rows]


def _rows(path: Path, raw: bytes, mapping: dict[str, Any]) -> list[tuple[Any, ...]]:
    import json

    try:
        # numbers stay text: a value is a decimal as filed, never a binary float
        data = json.loads(raw, parse_float=str, parse_int=str)
        name, cik, facts = str(data["entityName"]), int(data["cik"]), data["facts"]
        rows: list[tuple[Any, ...]] = []
        for prefix, by_name in facts.items():
            for concept, fields in by_name.items():
                for metric, scope in metric_of(prefix, concept, mapping):
                    for unit, values in fields["units"].items():
                        rows.extend(_values(name, cik, f"{prefix}:{concept}", metric, scope, unit, values))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"this is not SEC companyfacts JSON ({type(error).__name__}: {error})."
        raise UnreadableInput(InputError(str(path), problem)) from error
    return rows


def _values(
    name: str,
    cik: int,
    concept: str,
    metric: str,
    scope: tuple[tuple[str, str], ...],
    unit: str,
    values: list[dict[str, str]],
) -> list[tuple[Any, ...]]:
    canonical = unit_of(unit)
    if canonical is None:
        return []
    rows: list[tuple[Any, ...]] = []
    standing: dict[tuple[str | None, str], str] = {}
    for one in sorted(values, key=lambda fact: (fact["filed"], fact["accn"])):
        days = (one.get("start"), one["end"])
        value = one["val"]
        if standing.get(days) == value:
            continue
        standing[days] = value
        source = f"SEC EDGAR CIK {cik}, {one['form']} filed {one['filed']}, accession {one['accn']}"
        shown = _percent(value) if canonical == "percent" else value
        rows.append((name, metric, concept, shown, canonical, *days, (source, one["filed"]), scope, None))
    return rows


def unit_of(unit: str) -> str | None:
    """Our unit of "USD", "USD/shares", "shares", "pure" (a share of one, given in percent); None for others."""
    over, _, under = unit.partition("/")
    if unit == "shares":
        return "share"
    if unit == "pure":
        return "percent"
    money = currency_names().get(over.removeprefix("iso4217:").upper())
    if money is None:
        return None
    if not under:
        return money
    return f"{money} per share" if under.removeprefix("xbrli:") in ("shares", "share") else None


def _percent(value: str) -> str:
    """0.213 → 21.3, by moving the point."""
    from decimal import Decimal

    return format(Decimal(value).scaleb(2), "f")
