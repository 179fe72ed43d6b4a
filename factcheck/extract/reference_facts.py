"""Reference facts: what the newsroom trusts, from filings and tables on disk, as claims with the mark "reference".

Nothing is ever fetched. A file is read once and kept by its content; a check takes out only the facts of entities and
metrics that its own articles speak of, and never opens the file of a company that none of them names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from factcheck.claim import Claim
from factcheck.errors import InputError, UnreadableInput
from factcheck.extract.reference_store import Fact, Wanted, stored_facts
from factcheck.hints import cast
from factcheck.normalise.entities import Registry, load_registry
from factcheck.normalise.names import name_key
from factcheck.reading import Read
from factcheck.vocabulary import part_files

# format → (module, function); a format is told by a file's beginning, and its reader is imported when it is met
READERS = {
    "companyfacts": ("factcheck.extract.reference_companyfacts", "read_companyfacts"),
    "oim": ("factcheck.extract.reference_oim", "read_oim"),
    "series": ("factcheck.extract.reference_tables", "read_series"),
    "facts": ("factcheck.extract.reference_tables", "read_rows"),
}
_VERSION = "2"  # raise it when a reader makes other facts of the same file
_HEAD = 4096
_CIK = re.compile(rb'"cik"\s*:\s*"?(\d+)')
_NAME = re.compile(rb'"entityName"\s*:\s*("(?:[^"\\]++|\\.)*+")')


def format_of(path: Path) -> str | None:
    """Which reference format a file has, told from its name and first kilobytes; None for anything else."""
    return _format(path, _head(path))


def _head(path: Path) -> bytes:
    if path.suffix.lower() not in (".json", ".yaml", ".yml"):
        return b""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""


def _format(path: Path, head: bytes) -> str | None:
    if path.suffix.lower() == ".json":
        if b"xbrl-json" in head or b'"documentInfo"' in head:
            return "oim"
        return "companyfacts" if b'"cik"' in head and b'"facts"' in head else None
    return next((kind for kind in ("series", "facts") if f"factcheck: {kind}".encode() in head), None)


def wanted_by(claims: Iterable[Claim], registry: Registry) -> Wanted:
    """What claims speak of: every name and number of their entities, and their metrics."""
    names: set[str] = set()
    metrics: set[str] = set()
    seen: set[str] = set()
    ciks: set[int] = set()
    for claim in claims:
        metrics.add(claim.metric)
        entity = claim.entity
        if entity.id in seen:
            continue
        seen.add(entity.id)
        names.update(map(name_key, (entity.name, entity.words or entity.name)))
        if entity.known and registry.known(entity.id):
            info = registry.info(entity.id)
            names.update(
                map(name_key, (entity.id.replace("-", " "), info.name, *info.aliases, *info.tickers))
            )
            if info.cik is not None:
                ciks.add(info.cik)
    return Wanted(frozenset(names), frozenset(metrics), frozenset(ciks))


def read_reference(
    path: str | Path, layers: tuple[Path, ...] = (), wanted: Wanted | None = None
) -> list[Read]:
    """The facts of a reference file, one ``Read`` for each filing or table, oldest first; with ``wanted``, those alone.

    Raises UnreadableInput, with what was expected, for a file that is in none of the formats or breaks its own.
    """
    place = Path(path)
    head = _head(place)
    kind = _format(place, head)
    if kind is None:
        raise UnreadableInput(
            InputError(
                str(path),
                "this is no reference file: expected SEC companyfacts, xBRL-JSON, “factcheck: series” or “factcheck: facts”.",
            )
        )
    facts = _facts(place, kind, head, layers, wanted)
    if not facts:
        return []
    from factcheck.extract.reference_claims import (
        facts_as_reads,  # only where there are facts to compare with
    )
    from factcheck.normalise.metrics import load_metrics

    return facts_as_reads(str(path), facts, load_registry(layers), load_metrics(layers))


def _facts(path: Path, kind: str, head: bytes, layers: tuple[Path, ...], wanted: Wanted | None) -> list[Fact]:
    also: list[Path] = []
    if kind == "companyfacts" and wanted is not None:
        name, cik = _NAME.search(head), _CIK.search(head)
        if name and cik and not wanted.asks_for(json.loads(name.group(1)), int(cik.group(1))):
            return []
    elif kind in ("series", "facts"):
        from factcheck.extract.reference_tables import table_beside

        also = table_beside(path, head)
        if not also:  # its description does not name a table that is there: let the reader say what is wrong
            return list(_reader(kind)(path, layers))
    try:
        return stored_facts(
            kind, path, lambda file: _reader(kind)(file, layers), _version(layers), wanted, also
        )
    except OSError as error:
        raise UnreadableInput(
            InputError(str(path), f"this file cannot be read: {error.strerror or error}.")
        ) from error


def _reader(kind: str) -> Callable[[Path, tuple[Path, ...]], Iterable[Fact]]:
    module, function = READERS[kind]
    return cast(
        "Callable[[Path, tuple[Path, ...]], Iterable[Fact]]", getattr(import_module(module), function)
    )


def _version(layers: tuple[Path, ...]) -> str:
    """Changes with the vocabulary that names facts."""
    files = [file for part in ("concepts", "metrics", "quantities") for file in part_files(part, layers)]
    return f"{_VERSION}:{[(str(file), *_when(file)) for file in files]}"


def _when(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_size, status.st_mtime_ns
