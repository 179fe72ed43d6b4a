"""Globs as configuration writes them: ``**`` crosses folders, ``*`` and ``?`` do not."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

from factcheck.patterns import Lazy

_WILD = Lazy(r"[*?\[]")


def matches(name: str, glob: str) -> bool:
    """Whether a path with forward slashes fits a glob. A glob without a slash fits the last part alone."""
    if "/" not in glob.rstrip("/"):
        name = name.rpartition("/")[2] if not glob.endswith("/") else name
    return _pattern(glob).fullmatch(name) is not None


def expand(glob: str, root: Path) -> list[str]:
    """The files and folders under ``root`` that a glob names, as paths from the current folder where that is shorter.

    A plain path is taken as it is, so that a missing one is reported later. Hidden files are left out.
    """
    if not _WILD.search(glob):
        return [shown(root / glob)]
    fixed = Path(*(part for part in _fixed_parts(glob)))
    found = []
    for base, folders, names in os.walk(root / fixed):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in names:
            path = Path(base, name)
            if not name.startswith(".") and _pattern(glob).fullmatch(path.relative_to(root).as_posix()):
                found.append(shown(path))
    return sorted(found)


def shown(path: Path) -> str:
    """A path as people write it: from the current folder when it lies inside."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _fixed_parts(glob: str) -> list[str]:
    parts = []
    for part in glob.split("/")[:-1]:
        if _WILD.search(part):
            break
        parts.append(part)
    return parts


@lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    """Each wildcard becomes one character class with a star: no nesting, so matching cannot explode."""
    if glob.endswith("/"):
        glob += "**"
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    translated = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(translated.get(piece, re.escape(piece)) for piece in pieces), re.S)
