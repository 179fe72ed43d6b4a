"""Which files to read: named files as they are, folders walked in order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from stat import S_ISDIR

from factcheck.errors import InputError
from factcheck.hints import TYPE_CHECKING
from factcheck.patterns import Lazy

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE_SUFFIXES = frozenset([".md", ".markdown", ".txt", ".text", ".html", ".htm"])
SHEET_SUFFIXES = frozenset([".yaml", ".yml"])
SHEET_MARK = Lazy(
    r"""^["']?factcheck["']?[ \t]{0,9}:[ \t]{0,9}["']?claims["']?[ \t]{0,9}(?:#.{0,200})?\r?$""", re.MULTILINE
)
_HEAD_BYTES = 8192


def walk_paths(paths: Iterable[str | Path]) -> tuple[list[Path], list[InputError]]:
    """:func:`walk_names` as paths."""
    from pathlib import Path

    files, errors = walk_names(paths)
    return [Path(file) for file in files], errors


def walk_names(paths: Iterable[str | Path]) -> tuple[list[str], list[InputError]]:
    """The files to read, without doubles, and an InputError for each path that is not there.

    A named file is taken whatever its name. In folders only articles and claims sheets are, in sorted order;
    a sheet beside its own article ("x.claims.yaml" beside "x.md") is left out there; hidden files and folders are left
    out, and links to folders are not followed.
    """
    files: list[str] = []
    errors: list[InputError] = []
    seen: set[str] = set()

    def take(path: str) -> None:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            files.append(path)

    for named in paths:
        path = os.path.normpath(named) if named != "" else ""  # an empty name is not the current folder
        try:
            kind = os.stat(path).st_mode
            if not S_ISDIR(kind):
                take(path)
                continue
            for file in _walk(path, errors):
                take(file)
        except FileNotFoundError:
            errors.append(InputError(str(named), "there is no such file or folder."))
        except (OSError, ValueError) as error:
            errors.append(InputError(str(named), f"cannot be looked at: {error}."))
    return files, errors


def is_sheet(path: str | Path) -> bool:
    """True when a YAML file has the mark of a claims sheet (`factcheck: claims`) near its head."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return True  # let the reader report what is wrong with it
    return SHEET_MARK.search(head.decode("utf-8", "replace").lstrip("\ufeff")) is not None


def _walk(folder: str, errors: list[InputError]) -> list[str]:
    def failed(error: OSError) -> None:
        errors.append(
            InputError(str(error.filename or folder), f"cannot be opened: {error.strerror or error}.")
        )

    found: list[str] = []
    for base, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            suffix = os.path.splitext(name)[1].lower()
            if name.startswith("."):
                continue
            path = os.path.normpath(os.path.join(base, name))
            if _is_input(path, suffix):
                found.append(path)
    return sorted(_without_twins(found), key=lambda path: path.split(os.sep))


def _is_input(path: str, suffix: str) -> bool:
    """True for an article or claims sheet. Not for a pipe; a link to nothing is taken, and reading it says what it is."""
    if suffix not in ARTICLE_SUFFIXES and suffix not in SHEET_SUFFIXES:
        return False
    if not os.path.isfile(path) and os.path.exists(path):
        return False
    return suffix in ARTICLE_SUFFIXES or is_sheet(path)


def _without_twins(found: list[str]) -> list[str]:
    """A sheet that lies beside the article it was drawn from ("x.claims.yaml" beside "x.md") says nothing new."""
    parts = [(path, *os.path.splitext(path)) for path in found]
    articles = {stem for _, stem, suffix in parts if suffix.lower() in ARTICLE_SUFFIXES}
    return [path for path, stem, suffix in parts if _article_of(stem, suffix) not in articles]


def _article_of(stem: str, suffix: str) -> str | None:
    """The path without suffix of the article that a sheet "x.claims.yaml" was drawn from."""
    article, kind = os.path.splitext(stem)
    return article if suffix.lower() in SHEET_SUFFIXES and kind.lower() == ".claims" else None
