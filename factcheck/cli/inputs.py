"""From the paths of a command line to articles that are read, and errors for those that could not be."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from factcheck.config import Settings
from factcheck.errors import InputError, UnreadableInput
from factcheck.pipeline import read_bytes, read_files
from factcheck.reading import Read
from factcheck.records import dataclass, field
from factcheck.reports import MARK
from factcheck.sources import MAX_BYTES, walk_paths
from factcheck.sources.walk import SHEET_SUFFIXES, is_sheet

STDIN = "-"


@dataclass(slots=True)
class Inputs:
    """What a command works on. ``context`` holds no file that is checked itself."""

    checked: list[Read] = field(default_factory=list)
    context: list[Read] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)


def read_inputs(
    paths: Sequence[str],
    settings: Settings,
    against: Sequence[str] = (),
    stdin_filename: str | None = None,
    force_exclude: bool = False,
) -> Inputs:
    """Read the checked paths and the context. Folders are walked; ``-`` is standard input.

    ``force_exclude`` passes over named files that the configuration does not take, and YAML that is no claims sheet:
    a commit hook names whatever was committed.
    """
    from factcheck.cli.progress import track

    inputs = Inputs()
    layers = settings.vocabulary
    if STDIN in paths:
        name = stdin_filename or "<stdin>"
        try:
            inputs.checked.append(read_bytes(name, sys.stdin.buffer.read(MAX_BYTES + 1), layers))
        except UnreadableInput as error:
            inputs.errors.extend(error.errors)
    named = [path for path in paths if path != STDIN]
    files, errors = walk_paths(named)
    errors += _empty_folders(named, files)
    files = [path for path in files if _wanted(path, str(path) in named, settings, force_exclude)]
    others, context_errors = walk_paths(against)
    own = {path.resolve() for path in files}
    if stdin_filename:
        own.add(
            Path(stdin_filename).resolve()
        )  # an editor pipes the unsaved text of a file that the archive holds
    others = [path for path in others if path.resolve() not in own and not _is_report(path)]
    read, more = read_files(files, layers, track, "Reading")
    inputs.checked += read
    errors += context_errors + more
    read, more = read_files(others, layers, track, "Reading the archive")
    inputs.context += read
    inputs.errors += errors + more
    return inputs


def _wanted(path: Path, is_named: bool, settings: Settings, force_exclude: bool) -> bool:
    if is_named and not force_exclude:
        return True
    if _is_report(path):
        return False
    return settings.takes(path) and (path.suffix.lower() not in SHEET_SUFFIXES or is_sheet(path))


def _is_report(path: Path) -> bool:
    """True for a page that an earlier run wrote: it quotes the very figures it is about."""
    if path.suffix.lower() != ".md":
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK.encode()
    except OSError:
        return False  # let the reader report what is wrong with it


def _empty_folders(named: Sequence[str], files: Sequence[Path]) -> list[InputError]:
    """A folder that gave no article is said, not passed over: "no findings" must not read as "all checked"."""
    taken = [path.parents for path in files]
    return [
        InputError(name, "this folder holds no article (.md, .txt, .html) and no claims sheet.")
        for name in named
        if Path(name).is_dir() and not any(Path(name) in parents for parents in taken)
    ]
