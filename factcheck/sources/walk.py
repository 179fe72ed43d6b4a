"""Which files to read: named files as they are, folders walked in order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import InputError

ARTICLE_SUFFIXES = frozenset([".md", ".markdown", ".txt", ".text", ".html", ".htm"])
SHEET_SUFFIXES = frozenset([".yaml", ".yml"])
SHEET_MARK = re.compile(
    r"""^["']?factcheck["']?[ \t]{0,9}:[ \t]{0,9}["']?claims["']?[ \t]{0,9}(?:#.{0,200})?\r?$""", re.M
)
_HEAD_BYTES = 8192


def walk_paths(paths: Iterable[str | Path]) -> tuple[list[Path], list[InputError]]:
    """The files to read, without doubles, and an InputError for each path that is not there.

    A named file is taken whatever its name. In folders only articles and claims sheets are, in sorted order;
    a sheet beside its own article ("x.claims.yaml" beside "x.md") is left out there; hidden files and folders are left out, and links to folders are not followed.
    """
    files: list[Path] = []
    errors: list[InputError] = []
    seen: set[str] = set()

    def take(path: Path) -> None:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            files.append(path)

    for named in paths:
        path = Path(named)
        try:
            if path.is_dir():
                for file in _walk(path, errors):
                    take(file)
            elif path.exists():
                take(path)
            else:
                errors.append(InputError(str(named), "there is no such file or folder."))
        except (OSError, ValueError) as error:
            errors.append(InputError(str(named), f"cannot be looked at: {error}."))
    return files, errors


def is_sheet(path: Path) -> bool:
    """True when a YAML file has the mark of a claims sheet (`factcheck: claims`) near its head."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return True  # let the reader report what is wrong with it
    return SHEET_MARK.search(head.decode("utf-8", "replace").lstrip("\ufeff")) is not None


def _walk(folder: Path, errors: list[InputError]) -> list[Path]:
    def failed(error: OSError) -> None:
        errors.append(
            InputError(str(error.filename or folder), f"cannot be opened: {error.strerror or error}.")
        )

    found: list[Path] = []
    for base, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            suffix = os.path.splitext(name)[1].lower()
            if name.startswith("."):
                continue
            path = Path(base, name)
            if suffix in ARTICLE_SUFFIXES or (suffix in SHEET_SUFFIXES and is_sheet(path)):
                found.append(path)
    return sorted(_without_twins(found), key=lambda path: path.parts)


def _without_twins(found: list[Path]) -> list[Path]:
    """A sheet that lies beside the article it was drawn from ("x.claims.yaml" beside "x.md") says nothing new."""
    articles = {path.with_suffix("") for path in found if path.suffix.lower() in ARTICLE_SUFFIXES}
    return [
        path
        for path in found
        if not (_is_claims_file(path) and path.with_suffix("").with_suffix("") in articles)
    ]


def _is_claims_file(path: Path) -> bool:
    return path.suffix.lower() in SHEET_SUFFIXES and path.with_suffix("").suffix.lower() == ".claims"
