"""Statistics tables: a CSV with one series a column and dates down, described by a YAML file beside it.

    factcheck: series
    file: prices.csv
    source: {name: Office for National Statistics, published: 2025-08-20, url: https://…}
    date: {column: month, frequency: month}
    columns:
      CPI: {entity: United Kingdom, metric: inflation, unit: percent, scope: {}}

Dates are 2025-06-30, 2025-06, 2025-Q2 or 2025; ``frequency`` (day, month, quarter, year) says what a date stands for.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import InputError, UnreadableInput
from factcheck.extract.reference_facts import Fact
from factcheck.months import days_in_month
from factcheck.normalise.metrics import Metrics, load_metrics

_FIELDS = frozenset(("factcheck", "file", "source", "date", "columns"))
_COLUMN = frozenset(("entity", "metric", "unit", "scope"))
_NOTHING = frozenset(("", ".", "..", "-", "–", ":", "n/a", "na", "nan", "#n/a"))
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def read_series(path: Path, layers: tuple[Path, ...] = ()) -> list[Fact]:
    """The values of all described columns. Raises UnreadableInput with file and line for what cannot be read."""
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
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _wrong(table, f"cannot be read as CSV ({error})") from error
    return _facts(spec, table, rows, load_metrics(layers))


def _facts(spec: dict[str, Any], table: Path, rows: list[list[str]], metrics: Metrics) -> list[Fact]:
    header = [cell.strip() for cell in rows[0]] if rows else []
    dated = str(spec["date"]["column"])
    for column in (dated, *map(str, spec["columns"])):
        if column not in header:
            raise _wrong(table, f"has no column “{column}”; it has {', '.join(header)}", 1)
    source = (str(spec["source"]["name"]), str(spec["source"].get("published") or ""))
    frequency = str(spec["date"].get("frequency", "day"))
    facts: list[Fact] = []
    for line, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        cells = dict(zip(header, row, strict=False))
        try:
            start, end = _days(cells.get(dated, "").strip(), frequency)
        except ValueError as error:
            raise _wrong(table, str(error), line) from error
        for column, fields in spec["columns"].items():
            value = cells.get(str(column), "").strip().replace(",", "").replace("−", "-")
            if value.lower() in _NOTHING:
                continue
            if not value.lstrip("+-").replace(".", "", 1).isdigit():
                raise _wrong(table, f"“{value}” in column “{column}” is not a number", line)
            scope = tuple(sorted((str(k), str(v)) for k, v in (fields.get("scope") or {}).items()))
            step = f"1/{10 ** len(value.partition('.')[2])}"
            facts.append(
                Fact(
                    str(fields["entity"]),
                    metric_named(str(fields["metric"]), metrics),
                    str(column),
                    value.lstrip("+"),
                    fields.get("unit"),
                    start,
                    end,
                    source,
                    scope,
                    step,
                )
            )
    return facts


def metric_named(words: str, metrics: Metrics) -> str:
    """The metric that words name in full, or an open one."""
    if metrics.known(words):
        return words
    lowers = words.lower().replace("-", " ").split()
    match = metrics.match(lowers, 0) if lowers else None
    return match[1] if match is not None and match[0] == len(lowers) else "~" + words.lower()


def _days(written: str, frequency: str) -> tuple[str | None, str]:
    """First and last day of what a date in the table stands for; no first day for single days."""
    year, _, rest = written.partition("-")
    if not (len(year) == 4 and year.isdigit()):
        raise ValueError(f"“{written}” is not a date such as 2025-06-30, 2025-06, 2025-Q2 or 2025")
    if frequency == "day":
        return None, written
    months = _MONTHS[frequency]
    if rest[:1] in ("Q", "q"):
        month = 3 * int(rest[1:]) - 2
    else:
        month = int(rest[:2]) if rest else 1
        month -= (month - 1) % months
    last = month + months - 1
    if not 1 <= month <= last <= 12:
        raise ValueError(f"“{written}” names no {frequency}")
    return f"{year}-{month:02d}-01", f"{year}-{last:02d}-{days_in_month(int(year), last)}"


def days_of(written: str) -> tuple[str | None, str]:
    """First and last day of 2025, 2025-H1, 2025-Q2, 2025-06, 2025-06-30 (no first day) or 2025-04-01/2025-06-30.

    Raises ValueError for anything else.
    """
    first, slash, last = written.partition("/")
    if slash:
        if date.fromisoformat(first) > date.fromisoformat(last):
            raise ValueError(f"“{written}” ends before it starts")
        return first, last
    rest = written[5:]
    if rest in ("H1", "H2"):
        return (
            (f"{written[:4]}-01-01", f"{written[:4]}-06-30")
            if rest == "H1"
            else (f"{written[:4]}-07-01", f"{written[:4]}-12-31")
        )
    if len(written) == 10:
        return None, date.fromisoformat(written).isoformat()
    return _days(written, "year" if not rest else "quarter" if rest[0] == "Q" else "month")


def _problem(spec: Any) -> str | None:
    if not isinstance(spec, dict) or spec.get("factcheck") != "series":
        return "must be a mapping that begins with `factcheck: series`"
    unknown = sorted(set(map(str, spec)) - _FIELDS)
    if unknown:
        return f"has an unknown field “{unknown[0]}”; known are {', '.join(sorted(_FIELDS))}"
    if not isinstance(spec.get("source"), dict) or not spec["source"].get("name"):
        return "needs `source: {name: …}`"
    if not isinstance(spec.get("date"), dict) or "column" not in spec["date"]:
        return "needs `date: {column: …, frequency: month}`"
    if spec["date"].get("frequency", "day") not in ("day", *_MONTHS):
        return "`frequency` is day, month, quarter or year"
    if not spec.get("file") or not isinstance(spec.get("columns"), dict):
        return "needs `file` and `columns`"
    for name, fields in spec["columns"].items():
        if not isinstance(fields, dict) or not {"entity", "metric"} <= set(fields) <= _COLUMN:
            return f"column “{name}” needs entity and metric, and may have unit and scope"
    return None


def _wrong(path: Path, problem: str, line: int | None = None) -> UnreadableInput:
    return UnreadableInput(InputError(str(path), f"this file {problem}.", line))
