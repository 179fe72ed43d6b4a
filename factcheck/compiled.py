"""A cache of compiled YAML: read once, kept as marshalled plain data, keyed by content, written atomically.

YAML is for people; reading it costs more than a whole check. What a builder makes of some files must be plain data
(None, bool, int, float, str, bytes, tuple, list, dict, set, frozenset), so that loading it back can run no code.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from factcheck.version import __version__


def cache_folder() -> Path:
    """Where compiled files lie: $FACTCHECK_CACHE, else the user's cache folder."""
    named = os.environ.get("FACTCHECK_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "factcheck"


def compiled(
    name: str, files: Sequence[Path], build: Callable[[dict[Path, bytes]], Any], version: str = "1"
) -> Any:
    """What ``build`` makes of the files' bytes, from the cache if these very bytes were built before.

    ``version`` is part of the key: raise it when ``build`` changes what it makes. A cache that cannot be read or
    written is no error: the result is built anew.
    """
    contents = {path: path.read_bytes() for path in files}
    digest = blake2b(digest_size=16)
    digest.update(f"{__version__}:{version}:{sys.version_info[:2]}:{marshal.version}".encode())
    for path in files:
        digest.update(b"\0" + os.fspath(path).encode() + b"\0" + contents[path])
    target = cache_folder() / f"{name}-{digest.hexdigest()}.bin"
    try:
        return marshal.loads(target.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        pass
    built = build(contents)
    _write(target, built)
    return built


def _write(target: Path, built: Any) -> None:
    """Temporary file, then atomic replace: processes that start together never see half a file."""
    import tempfile  # 4 ms: only when something was built anew

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(marshal.dumps(built))
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError:
        return
