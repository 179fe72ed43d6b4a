"""CSV tables that the newsroom trusts, each described by a YAML file beside it.

One series a column, dates down:                 One fact a row:

    factcheck: series                                factcheck: facts
    file: prices.csv                                 file: results.csv
    source: {name: Statistics Office,                source: {name: Results desk, published: 2025-08-29,
             published: 2025-08-20}                           retrieved: 2025-08-30, authority: own filings}
    date: {column: month, frequency: month}          rows: {entity: company, metric: item, value: amount, period: period}
    columns:                                         fixed: {unit: USD}
      CPI: {entity: United Kingdom,                  scale: 1000000
            metric: inflation, unit: percent}

A date is 2025-06-30, 2025-06, 2025-Q2, 2025-H1, 2025 or 2025-04-01/2025-06-30; in a series, ``frequency`` (day, month,
quarter, year) says what a date stands for. ``fixed`` gives what is the same in all rows; values are times ``scale``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from factcheck.day import date
from factcheck.errors import InputError, UnreadableInput
from factcheck.extract.reference_concepts import metric_named, unit_of
from factcheck.extract.reference_store import Fact
from factcheck.hints import Any
from factcheck.months import days_in_month
from factcheck.normalise.metrics import load_metrics
from factcheck.sources.sheet import origin_of

_SOURCE = frozenset(("name", "published", "url", "retrieved", "authority"))
_COLUMN = frozenset(("entity", "metric", "unit", "scope"))
_ASPECTS = ("entity", "metric", "value", "unit", "period", "published")
_NEEDED = ("entity", "metric", "value", "period")
_NOTHING = frozenset(("", ".", "..", "-", "–", ":", "n/a", "na", "nan", "#n/a"))
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_NUMBER = re.compile(r"[+-]?\d*\.?\d+\Z")
_FILE = re.compile(rb"^file:[ \t]*[\"']?([^\"'\r\n#]+)", re.MULTILINE)


def table_beside(path: Path, head: bytes) -> list[Path]:
    """The table that a description names, told without reading YAML; empty when its first bytes do not say."""
    named = _FILE.search(head)
    table = path.parent / named.group(1).decode("utf-8", "replace").strip() if named else None
    return [table] if table is not None and table.is_file() else []


def read_series(path: Path, layers: tuple[Path, ...] = ()) -> Iterator[Fact]:
    """The values of all described columns. Raises UnreadableInput with file and line for what cannot be read."""
    spec, table, rows = _read(path, _series_problem)
    metrics = load_metrics(layers)
    dated, frequency = str(spec["date"]["column"]), str(spec["date"].get("frequency", "day"))
    columns = {
        str(name): (str(one["entity"]), metric_named(str(one["metric"]), metrics), one)
        for name, one in spec["columns"].items()
    }
    for line, row in rows:
        _has(row, (dated, *columns), table)
        start, end = _at(table, line, lambda row=row: days_at(row[dated], frequency))
        for column, (entity, metric, fields) in columns.items():
            if row[column].lower() in _NOTHING:
                continue
            value, step = _at(table, line, lambda row=row, name=column: number(row[name]))
            scope = tuple(sorted((str(k), str(v)) for k, v in (fields.get("scope") or {}).items()))
            yield Fact(
                entity,
                metric,
                column,
                str(value),
                fields.get("unit"),
                start,
                end,
                _source(spec),
                scope,
                str(step),
            )


def read_rows(path: Path, layers: tuple[Path, ...] = ()) -> Iterator[Fact]:
    """One fact a row. Raises UnreadableInput with file and line for what cannot be read."""
    spec, table, rows = _read(path, _rows_problem)
    metrics = load_metrics(layers)
    scale = Fraction(str(spec.get("scale", 1)))
    fixed = {str(k): str(v) for k, v in (spec.get("fixed") or {}).items()}
    for line, row in rows:
        _has(row, spec["rows"].values(), table)
        cells = {**fixed, **{str(aspect): row[str(column)] for aspect, column in spec["rows"].items()}}
        for aspect in ("entity", "metric"):
            if not cells[aspect]:
                raise _wrong(table, f"gives no {aspect} in this row", line)
        if cells["value"].lower() in _NOTHING:
            continue
        value, step = _at(table, line, lambda cells=cells: number(cells["value"]))
        start, end = _at(table, line, lambda cells=cells: days_of(cells["period"]))
        unit = cells.get("unit") or None
        yield Fact(
            cells["entity"],
            metric_named(cells["metric"], metrics),
            cells["metric"],
            str(value * scale),
            (unit_of(unit) or unit) if unit else None,
            start,
            end,
            _source(spec, cells.get("published")),
            (),
            str(step * scale),
        )


def number(cell: str) -> tuple[Fraction, Fraction]:
    """The exact value of a cell and one unit of its last digit. Raises ValueError for what is no number."""
    written = cell.replace(",", "").replace("−", "-")
    if not _NUMBER.match(written):
        raise ValueError(f"“{cell}” is not a number")
    return Fraction(written), Fraction(1, 10 ** len(written.partition(".")[2]))


def days_at(written: str, frequency: str) -> tuple[str | None, str]:
    """First and last day of what a date in a series stands for; no first day for single days."""
    if frequency == "day":
        return None, date.fromisoformat(written).isoformat()
    year, _, rest = written.partition("-")
    if not (len(year) == 4 and year.isdigit()):
        raise ValueError(f"“{written}” is not a date such as 2025-06-30, 2025-06, 2025-Q2 or 2025")
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
    year, rest = written[:4], written[5:]
    if rest in ("H1", "H2"):
        return (f"{year}-01-01", f"{year}-06-30") if rest == "H1" else (f"{year}-07-01", f"{year}-12-31")
    if len(written) == 10:
        return days_at(written, "day")
    return days_at(written, "year" if not rest else "quarter" if rest[0] == "Q" else "month")


_Rows = Iterator[tuple[int, dict[str, str]]]


def _read(path: Path, problem_of: Any) -> tuple[dict[str, Any], Path, _Rows]:
    import yaml

    try:
        spec = yaml.safe_load(path.read_bytes())
    except (OSError, yaml.YAMLError) as error:
        raise _wrong(path, f"is not valid YAML ({getattr(error, 'problem', error)})") from error
    problem = _shared_problem(spec) or problem_of(spec)
    if problem:
        raise _wrong(path, problem)
    table = path.parent / str(spec["file"])
    return spec, table, _rows(table)


def _rows(table: Path) -> _Rows:
    """(line, cells by column) of each row that is not empty."""
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, skipinitialspace=True)
            for row in reader:
                cells = {str(k).strip(): (v or "").strip() for k, v in row.items() if isinstance(v, str)}
                if any(cells.values()):
                    yield reader.line_num, cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _wrong(table, f"cannot be read as CSV ({error})") from error


def _at(table: Path, line: int, read: Any) -> Any:
    """What ``read`` gives; a ValueError becomes an error of that line."""
    try:
        return read()
    except ValueError as error:
        raise _wrong(table, str(error), line) from error


def _has(row: dict[str, str], columns: Any, table: Path) -> None:
    for column in columns:
        if column not in row:
            raise _wrong(table, f"has no column “{column}”; it has {', '.join(row)}", 1)


def _source(spec: dict[str, Any], published: str | None = None) -> tuple[str, str]:
    source = spec["source"]
    origin = origin_of(source.get("authority"), source.get("retrieved"), source.get("url"))
    name = f"{source['name']} ({origin})" if origin else str(source["name"])
    return name, published or str(source.get("published") or "")


def _shared_problem(spec: Any) -> str | None:
    if not isinstance(spec, dict) or spec.get("factcheck") not in ("series", "facts"):
        return "must be a mapping that begins with `factcheck: series` or `factcheck: facts`"
    source = spec.get("source")
    if not isinstance(source, dict) or not source.get("name"):
        return "needs `source: {name: …}`"
    if not set(map(str, source)) <= _SOURCE:
        return f"`source` has the fields {', '.join(sorted(_SOURCE))}"
    return None if spec.get("file") else "needs `file`"


def _unknown(spec: dict[str, Any], own: tuple[str, ...]) -> str | None:
    known = {"factcheck", "file", "source", *own}
    unknown = sorted(set(map(str, spec)) - known)
    return f"has an unknown field “{unknown[0]}”; known are {', '.join(sorted(known))}" if unknown else None


def _series_problem(spec: dict[str, Any]) -> str | None:
    if not isinstance(spec.get("date"), dict) or "column" not in spec["date"]:
        return "needs `date: {column: …, frequency: month}`"
    if spec["date"].get("frequency", "day") not in ("day", *_MONTHS):
        return "`frequency` is day, month, quarter or year"
    if not isinstance(spec.get("columns"), dict):
        return "needs `columns`"
    for name, fields in spec["columns"].items():
        if not isinstance(fields, dict) or not {"entity", "metric"} <= set(fields) <= _COLUMN:
            return f"column “{name}” needs entity and metric, and may have unit and scope"
    return _unknown(spec, ("date", "columns"))


def _rows_problem(spec: dict[str, Any]) -> str | None:
    if not isinstance(spec.get("rows"), dict):
        return "needs `rows`"
    given = {*spec["rows"], *(spec.get("fixed") or {})}
    if not set(_NEEDED) <= given <= set(_ASPECTS):
        return f"`rows` and `fixed` must give {', '.join(_NEEDED)}, and may give unit and published"
    return _unknown(spec, ("rows", "fixed", "scale"))


def _wrong(path: Path, problem: str, line: int | None = None) -> UnreadableInput:
    return UnreadableInput(InputError(str(path), f"this file {problem}.", line))
