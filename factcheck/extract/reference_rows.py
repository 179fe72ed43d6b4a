"""A CSV with one fact a row, and a YAML file beside it that says which column means what.

    factcheck: facts
    file: results.csv
    source: {name: Results desk, published: 2025-08-29}
    rows: {entity: company, metric: item, value: amount, period: period}
    fixed: {unit: USD}
    scale: 1000000

``rows`` names the columns of entity, metric, value, unit, period and published; ``fixed`` gives what is the same in all
rows. A period is 2025, 2025-H1, 2025-Q2, 2025-06, 2025-06-30 or 2025-04-01/2025-06-30. Values are multiplied by ``scale``.
"""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck.errors import InputError, UnreadableInput
from factcheck.extract.reference_companyfacts import unit_of
from factcheck.extract.reference_facts import Fact
from factcheck.extract.reference_series import days_of, metric_named
from factcheck.normalise.metrics import load_metrics

_FIELDS = frozenset(("factcheck", "file", "source", "rows", "fixed", "scale"))
_ASPECTS = ("entity", "metric", "value", "unit", "period", "published")
_NEEDED = ("entity", "metric", "value", "period")


def read_rows(path: Path, layers: tuple[Path, ...] = ()) -> list[Fact]:
    """One fact a row. Raises UnreadableInput with file and line for what cannot be read."""
    import yaml

    try:
        spec = yaml.safe_load(path.read_bytes())
    except yaml.YAMLError as error:
        raise _wrong(path, f"is not valid YAML ({getattr(error, 'problem', error)})") from error
    problem = _problem(spec)
    if problem:
        raise _wrong(path, problem)
    table = path.parent / str(spec["file"])
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _wrong(table, f"cannot be read as CSV ({error})") from error
    metrics = load_metrics(layers)
    facts = []
    for line, row in enumerate(rows, 2):
        cells = _cells(spec, row, table, line)
        if not cells["value"]:
            continue
        try:
            facts.append(_fact(spec, cells, metric_named(cells["metric"], metrics)))
        except ValueError as error:
            raise _wrong(table, str(error), line) from error
    return facts


def _cells(spec: dict[str, Any], row: dict[str, str | None], table: Path, line: int) -> dict[str, str]:
    cells = {str(k): str(v) for k, v in (spec.get("fixed") or {}).items()}
    for aspect, column in spec["rows"].items():
        if column not in row:
            raise _wrong(table, f"has no column “{column}”", 1)
        cells[str(aspect)] = (row[column] or "").strip()
    for aspect in _NEEDED[:2]:
        if not cells[aspect]:
            raise _wrong(table, f"gives no {aspect} in this row", line)
    return cells


def _fact(spec: dict[str, Any], cells: dict[str, str], metric: str) -> Fact:
    written = cells["value"].replace(",", "").replace("−", "-")
    if not written.lstrip("+-").replace(".", "", 1).isdigit():
        raise ValueError(f"“{cells['value']}” is not a number")
    scale = Fraction(str(spec.get("scale", 1)))
    step = scale / 10 ** len(written.partition(".")[2])
    unit = cells.get("unit") or None
    start, end = days_of(cells["period"])
    source = (
        str(spec["source"]["name"]),
        cells.get("published") or str(spec["source"].get("published") or ""),
    )
    value = Fraction(written) * scale
    return Fact(
        cells["entity"],
        metric,
        cells["metric"],
        str(value),
        (unit_of(unit) or unit) if unit else None,
        start,
        end,
        source,
        (),
        str(step),
    )


def _problem(spec: Any) -> str | None:
    if not isinstance(spec, dict) or spec.get("factcheck") != "facts":
        return "must be a mapping that begins with `factcheck: facts`"
    unknown = sorted(set(map(str, spec)) - _FIELDS)
    if unknown:
        return f"has an unknown field “{unknown[0]}”; known are {', '.join(sorted(_FIELDS))}"
    if not isinstance(spec.get("source"), dict) or not spec["source"].get("name"):
        return "needs `source: {name: …}`"
    if not spec.get("file") or not isinstance(spec.get("rows"), dict):
        return "needs `file` and `rows`"
    given = {*spec["rows"], *(spec.get("fixed") or {})}
    missing = [aspect for aspect in _NEEDED if aspect not in given]
    if missing or not given <= set(_ASPECTS):
        return f"`rows` and `fixed` must give {', '.join(_NEEDED)}, and may give unit and published"
    return None


def _wrong(path: Path, problem: str, line: int | None = None) -> UnreadableInput:
    return UnreadableInput(InputError(str(path), f"this file {problem}.", line))
