"""The cache folder, and files in it that processes may read and write at the same time."""

from __future__ import annotations

import os


def cache_folder() -> str:
    """Where compiled files and claims that were read lie: $FACTCHECK_CACHE, else the user's cache folder.

    A user without a home has none: a folder that others can write to must not hold what we load.
    """
    named = os.environ.get("FACTCHECK_CACHE")
    if named:
        return named
    home = os.path.expanduser("~")
    base = os.environ.get("XDG_CACHE_HOME") or (os.path.join(home, ".cache") if home != "~" else os.devnull)
    return os.path.join(base, "factcheck")


def write_atomically(target: str, content: bytes, keep: int | None = None) -> bool:
    """Write a file of the cache: a temporary one, then an atomic replace, so that nobody ever sees half of it.

    ``keep`` is how many files of the target's kind (what stands before the last ``-`` of its name) may lie in the
    folder; the oldest go. A folder that cannot be written is no error: False.
    """
    folder, name = os.path.split(target)
    partial = f"{target}.{os.getpid()}.part"
    try:
        os.makedirs(folder, exist_ok=True)
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(partial, target)
        except BaseException:
            os.unlink(partial)
            raise
        if keep is not None:
            _drop_oldest(folder, name.rpartition("-")[0] + "-", keep)
    except OSError:
        return False
    return True


def _drop_oldest(folder: str, begin: str, keep: int) -> None:
    with os.scandir(folder) as entries:
        kind = [one for one in entries if one.name.startswith(begin) and "-" not in one.name[len(begin) :]]
    if len(kind) <= keep:
        return
    for _, path in sorted((one.stat().st_mtime, one.path) for one in kind)[:-keep]:
        try:
            os.unlink(path)
        except OSError:  # another process was faster
            continue
