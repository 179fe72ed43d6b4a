"""A cache of compiled YAML: read once, kept as marshalled plain data, written atomically.

YAML is for people; reading it costs more than a whole check. What a builder makes of some files must be plain data
(None, bool, int, float, str, bytes, tuple, list, dict, set, frozenset), so that loading it back can run no code.

An entry is kept under two names: by the files' content, and by what the file system says of them (place, size, times),
which spares a start the reading of every file. See ``docs/configuration.md``, "What is kept on disk".
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Callable, Sequence

from factcheck.cache import cache_folder, write_atomically
from factcheck.digest import blake2b
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.version import __version__

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TypeVar

    File = TypeVar("File", Path, str)

_KEPT = (
    16  # entries of one name: some versions, environments and newsrooms' own vocabularies beside one another
)
_FRESH = 2_000_000_000  # ns: a file changed so recently may change again within one tick of the clock


def compiled(
    name: str, files: Sequence[File], build: Callable[[dict[File, bytes]], Any], version: str = "1"
) -> Any:
    """What ``build`` makes of the files' bytes, from the cache if these very files were built before.

    ``version`` is part of the key: raise it when ``build`` changes what it makes. A cache that cannot be read or
    written is no error: the result is built anew.
    """
    begin = f"{__version__}:{version}:{sys.version_info[:2]}:{marshal.version}"
    folder = cache_folder()
    signature = file_signature(files)
    quick = os.path.join(folder, f"{name}-{_digest(begin, [signature])}.bin") if signature else None
    if quick:
        try:
            with open(quick, "rb") as file:
                return marshal.loads(file.read())
        except (OSError, ValueError, EOFError, TypeError):
            pass
    contents = {path: _content(path) for path in files}
    parts = [part for path in files for part in (os.fspath(path).encode(), contents[path])]
    target = os.path.join(folder, f"{name}-{_digest(begin, parts)}.bin")
    try:
        with open(target, "rb") as file:
            raw = file.read()
        built = marshal.loads(raw)
    except (OSError, ValueError, EOFError, TypeError):
        built = build(contents)
        raw = marshal.dumps(shared(built, {}))
        write_atomically(target, raw, keep=_KEPT)
    if quick:
        write_atomically(quick, raw, keep=_KEPT)
    return built


def shared(value: Any, known: dict[Any, Any]) -> Any:
    """The same data with equal strings, tuples and frozen sets as one object each, which ``marshal`` writes once.

    Reading it back takes half the time for rules. Values are told apart by the identity of their parts, which are
    shared before them: 1, 1.0 and True are equal, but not the same.
    """
    kind = value.__class__
    if kind is dict:
        return {shared(key, known): shared(one, known) for key, one in value.items()}
    if kind is list:
        return [shared(one, known) for one in value]
    if kind is set:
        return {shared(one, known) for one in value}
    if kind is tuple:
        value = tuple([shared(one, known) for one in value])
        return known.setdefault((kind, *map(id, value)), value)
    if kind is frozenset:
        value = frozenset([shared(one, known) for one in value])
        return known.setdefault((kind, *sorted(map(id, value))), value)
    if kind in (str, bytes, int):
        return known.setdefault((kind, value), value)
    return value


def _content(path: str | Path) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def file_signature(files: Sequence[str | Path]) -> bytes | None:
    """What the file system says of files that stay as they are; None for files that have just been changed.

    Size, both times and the file's number change when a file is written or replaced, whatever its content.
    """
    latest = time.time_ns() - _FRESH
    said: list[str] = []
    try:
        for path in files:
            known = os.stat(path)
            written, changed = known.st_mtime_ns, known.st_ctime_ns
            if written > latest or changed > latest:
                return None
            said.append(f"{path}\0{known.st_size}:{written}:{changed}:{known.st_ino}")
    except OSError:
        return None
    return "\0".join(said).encode()


def _digest(begin: str, parts: Sequence[bytes]) -> str:
    digest = blake2b(begin.encode(), digest_size=16)
    for part in parts:
        digest.update(b"\0")
        digest.update(part)
    return digest.hexdigest()
