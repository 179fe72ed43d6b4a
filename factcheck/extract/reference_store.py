"""Facts read once from a file and kept by its content: a later run takes out only what its articles speak of.

A store is an index of (entity, its number, metric) → where its facts lie, and the facts behind it. Which store belongs to a file is
found by size and times of the file without reading it; when these have changed, by the hash of its content.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.cache import cache_folder, write_atomically
from factcheck.digest import blake2b
from factcheck.hints import Any
from factcheck.normalise.names import name_key
from factcheck.version import __version__

_BLOCK = 1 << 20
_HEAD = 8  # bytes that say how long the index is


class Fact(NamedTuple):
    """One trusted figure, nothing resolved. ``value`` is exact as text, in ``unit`` (canonical singular, or None).

    ``start`` is None for an instant. ``step`` is the precision in ``unit`` (0: exact; None: told by trailing zeros).
    ``source`` groups facts into articles: (name as shown, ISO day it was published or ""). ``cik`` is the SEC's number
    of the entity, where the file gives it: names change and are shortened, the number is neither.
    """

    entity: str
    metric: str
    concept: str
    value: str
    unit: str | None
    start: str | None
    end: str
    source: tuple[str, str]
    scope: tuple[tuple[str, str], ...] = ()
    step: str | None = None
    cik: int | None = None


class Wanted(NamedTuple):
    """What articles speak of: the names of entities (as ``name_key`` gives them), their SEC numbers, and metrics."""

    names: frozenset[str]
    metrics: frozenset[str]
    ciks: frozenset[int] = frozenset()

    def asks_for(self, entity: str, cik: int | None = None) -> bool:
        return cik in self.ciks or name_key(entity) in self.names


Build = Callable[[Path], Iterable[Fact]]


def stored_facts(
    kind: str, path: Path, build: Build, version: str, wanted: Wanted | None = None, also: Sequence[Path] = ()
) -> list[Fact]:
    """The facts of a file (and the files it depends on, ``also``): all, or those of wanted entities and metrics.

    ``build`` reads the file where no store holds it. A store that cannot be written or read is no error.
    """
    files = [path, *also]
    place = blake2b("\0".join(os.path.abspath(file) for file in files).encode(), digest_size=12).hexdigest()
    note = os.path.join(cache_folder(), f"facts_at-{place}.bin")
    key = f"{__version__}:{version}:{sys.version_info[:2]}:{marshal.version}:{kind}"
    stamps = tuple(_stamp(file) for file in files)
    digest = _noted(note, key, stamps) or _digest(key, files)
    store = os.path.join(cache_folder(), f"facts-{digest}.bin")
    found = _taken(store, wanted)
    if found is None:
        facts = list(build(path))
        write_atomically(store, _packed(facts))
        found = [
            one for one in facts if wanted is None or _is_wanted(one.entity, one.cik, one.metric, wanted)
        ]
    if _noted(note, key, stamps) is None:
        write_atomically(note, marshal.dumps((key, stamps, digest)))
    return found


def _is_wanted(entity: str, cik: int | None, metric: str, wanted: Wanted) -> bool:
    return metric in wanted.metrics and wanted.asks_for(entity, cik)


def _stamp(file: Path) -> tuple[int, ...]:
    """Changes whenever the file does: the time of the last change of status cannot be set by hand."""
    status = file.stat()
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _noted(note: str, key: str, stamps: tuple[tuple[int, ...], ...]) -> str | None:
    try:
        known, of, digest = _loaded(note)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return str(digest) if (known, of) == (key, stamps) else None


def _loaded(note: str) -> Any:
    with open(note, "rb") as file:
        return marshal.loads(file.read())


def _digest(key: str, files: Sequence[Path]) -> str:
    digest = blake2b(key.encode(), digest_size=16)
    for file in files:
        digest.update(b"\0")
        with file.open("rb") as opened:
            while block := opened.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()


def _packed(facts: Sequence[Fact]) -> bytes:
    groups: dict[tuple[str, int | None, str], list[tuple[Any, ...]]] = {}
    for fact in facts:
        groups.setdefault((fact.entity, fact.cik, fact.metric), []).append(tuple(fact))
    blobs, index, at = [], {}, 0
    for group, rows in groups.items():
        blob = marshal.dumps(rows)
        index[group] = at, len(blob)
        blobs.append(blob)
        at += len(blob)
    head = marshal.dumps(index)
    return b"".join((len(head).to_bytes(_HEAD, "big"), head, *blobs))


def _taken(store: str, wanted: Wanted | None) -> list[Fact] | None:
    """The wanted facts of a store, by its index; None when there is no store that can be read."""
    try:
        with open(store, "rb") as file:
            size = int.from_bytes(file.read(_HEAD), "big")
            index = marshal.loads(file.read(size))
            found: list[Fact] = []
            for (entity, cik, metric), (at, length) in index.items():
                if wanted is None or _is_wanted(entity, cik, metric, wanted):
                    file.seek(_HEAD + size + at)
                    found.extend(Fact(*row) for row in marshal.loads(file.read(length)))
            return found
    except (OSError, ValueError, EOFError, TypeError, OverflowError, MemoryError):
        return None
