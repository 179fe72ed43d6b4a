"""xBRL-JSON reports, as they lie on disk.

Format: xBRL-JSON 1.0 (XBRL International Recommendation, 2021-10-13) on the Open Information Model: ``documentInfo`` with
``documentType`` https://xbrl.org/2021/xbrl-json, and ``facts`` by id, each with ``value``, optional ``decimals`` (absent:
exact) and ``dimensions`` concept, entity, period, unit and taxonomy-defined ones. The end of a period is the midnight
after its last day.
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from factcheck.day import date, timedelta
from factcheck.errors import InputError, UnreadableInput
from factcheck.extract.reference_concepts import concepts, metric_of, unit_of
from factcheck.extract.reference_store import Fact
from factcheck.hints import Any

_TYPES = ("https://xbrl.org/2021/xbrl-json", "https://xbrl.org/CR/2021-02-03/xbrl-json")
_CORE = frozenset(("concept", "entity", "period", "unit", "language", "noteId"))
_CAPITALS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def read_oim(path: Path, layers: tuple[Path, ...] = ()) -> list[Fact]:
    """The numeric facts whose concepts are mapped. Raises UnreadableInput for a file that is not in the format."""
    import json

    mapping = concepts(layers)
    try:
        data = json.loads(path.read_bytes(), parse_float=str, parse_int=str)
        info = data["documentInfo"]
        if info.get("documentType") not in _TYPES:
            raise ValueError(f"documentType is {info.get('documentType')!r}, not {_TYPES[0]}")
        source = _source(path, data)
        found = [fact for one in data["facts"].values() for fact in _facts(one, source, mapping)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"this is not an xBRL-JSON report ({type(error).__name__}: {error})."
        raise UnreadableInput(InputError(str(path), problem)) from error
    return sorted(set(found), key=repr)


def _source(path: Path, data: dict[str, Any]) -> tuple[str, str]:
    """The report's name. The format does not say when a report was published, so the day stays open."""
    names = [str(one["value"]) for one in data["facts"].values() if _local(one) == "EntityRegistrantName"]
    return f"xBRL-JSON report {names[0] + ', ' if names else ''}{path.name}", ""


def _local(fact: dict[str, Any]) -> str:
    return str(fact["dimensions"].get("concept", "")).rpartition(":")[2]


def _facts(fact: dict[str, Any], source: tuple[str, str], mapping: dict[str, Any]) -> list[Fact]:
    dimensions, value = fact["dimensions"], fact.get("value")
    unit = unit_of(_plain_unit(dimensions.get("unit", "pure")))
    if value is None or unit is None or ("unit" not in dimensions and not _is_number(value)):
        return []
    prefix, _, name = str(dimensions["concept"]).partition(":")
    start, end = _days(str(dimensions["period"]))
    step = None if "decimals" not in fact else str(Fraction(10) ** -int(fact["decimals"]))
    exact = step if step is not None else "0"
    if unit == "percent":
        value, exact = str(Fraction(value) * 100), str(Fraction(exact) * 100)
    own = tuple(_member(axis, member, mapping) for axis, member in dimensions.items() if axis not in _CORE)
    entity = source[0].removeprefix("xBRL-JSON report ").rpartition(", ")[0] or str(dimensions["entity"])
    return [
        Fact(
            entity,
            metric,
            f"{prefix}:{name}",
            value,
            unit,
            start,
            end,
            source,
            tuple(sorted((*scope, *own))),
            exact,
        )
        for metric, scope in metric_of(prefix, name, mapping)
    ]


def _is_number(value: object) -> bool:
    try:
        Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        return False
    return True


def _plain_unit(unit: str) -> str:
    """ "iso4217:USD/xbrli:shares" → "USD/shares"."""
    return "/".join(part.strip("()").rpartition(":")[2] for part in unit.split("/"))


def _days(period: str) -> tuple[str | None, str]:
    """First and last day, both included. An instant at midnight is the day that ends then."""
    start, _, end = period.rpartition("/")
    last = date.fromisoformat(end[:10])
    if end[10:] in ("", "T00:00:00", "T00:00:00Z"):
        last -= timedelta(days=1)
    return (start[:10] or None), last.isoformat()


def _member(axis: str, member: str, mapping: dict[str, Any]) -> tuple[str, str]:
    """A taxonomy-defined dimension as a scope: (segment, "cloud intelligence")."""
    local = axis.rpartition(":")[2]
    words = _CAPITALS.sub(" ", member.rpartition(":")[2]).lower()
    plain = words.removesuffix(" member").removesuffix(" segment").strip()
    return str(mapping["axes"].get(local, _CAPITALS.sub("-", local).lower())), plain
