"""From the paths of a command line to articles that are read, and errors for those that could not be."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from factcheck.config import Settings
from factcheck.errors import InputError, UnreadableInput
from factcheck.hints import TYPE_CHECKING
from factcheck.pipeline import read_bytes, read_files
from factcheck.reading import Read
from factcheck.records import dataclass, field
from factcheck.reports import MARK
from factcheck.sources import MAX_BYTES, walk_names
from factcheck.sources.walk import SHEET_SUFFIXES, is_sheet

if TYPE_CHECKING:
    from factcheck.kept import Kept, Shelved

STDIN = "-"


@dataclass(slots=True)
class Inputs:
    """What a command works on. ``context`` holds no file that is checked itself; ``kept`` is what earlier runs read.

    ``shelved`` is further context: what an earlier run read, still packed.
    """

    checked: list[Read] = field(default_factory=list)
    context: list[Read] = field(default_factory=list)
    shelved: list[Shelved] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    kept: Kept | None = None


def read_inputs(
    paths: Sequence[str],
    settings: Settings,
    against: Sequence[str] = (),
    stdin_filename: str | None = None,
    force_exclude: bool = False,
    cache: bool = True,
) -> Inputs:
    """Read the checked paths and the context. Folders are walked; ``-`` is standard input.

    ``force_exclude`` passes over named files that the configuration does not take, and YAML that is no claims sheet:
    a commit hook names whatever was committed. ``cache`` uses and keeps what was read from files.
    """
    from factcheck.cli.progress import track
    from factcheck.kept import find_kept

    layers = settings.vocabulary
    kept = find_kept(layers) if cache else None
    inputs = Inputs(kept=kept)
    if STDIN in paths:
        name = stdin_filename or "<stdin>"
        try:
            inputs.checked.append(read_bytes(name, sys.stdin.buffer.read(MAX_BYTES + 1), layers, kept))
        except UnreadableInput as error:
            inputs.errors.extend(error.errors)
    named = [path for path in paths if path != STDIN]
    plain = {os.path.normpath(path) for path in named}
    files, errors = walk_names(named)
    errors += _empty_folders(named, files)
    files = [path for path in files if _wanted(path, path in plain, settings, force_exclude)]
    decided = {os.path.realpath(name) for name in settings.trusted()}  # facts are no articles to be checked
    files = [path for path in files if path in plain or os.path.realpath(path) not in decided]
    others, context_errors = walk_names(against)
    own = {os.path.realpath(path) for path in files}
    if stdin_filename:
        own.add(os.path.realpath(stdin_filename))  # an editor pipes the unsaved text of a file in the archive
    others = [path for path in others if os.path.realpath(path) not in own and not _is_report(path)]
    read, more = read_files(files, layers, track, "Reading", kept)
    inputs.checked += read
    errors += context_errors + more
    read, more = read_files(others, layers, track, "Reading the archive", kept, inputs.shelved)
    inputs.context += read
    inputs.errors += errors + more
    return inputs


def _wanted(path: str, is_named: bool, settings: Settings, force_exclude: bool) -> bool:
    if is_named and not force_exclude:
        return True
    if _is_report(path):
        return False
    return settings.takes(path) and (
        os.path.splitext(path)[1].lower() not in SHEET_SUFFIXES or is_sheet(path)
    )


def _is_report(path: str) -> bool:
    """True for a page that an earlier run wrote: it quotes the very figures it is about."""
    if not path.lower().endswith(".md"):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(len(MARK)) == MARK.encode()
    except OSError:
        return False  # let the reader report what is wrong with it


def _empty_folders(named: Sequence[str], files: Sequence[str]) -> list[InputError]:
    """A folder that gave no article is said, not passed over: "no findings" must not read as "all checked"."""
    return [
        InputError(name, "this folder holds no article (.md, .txt, .html) and no claims sheet.")
        for name in named
        if os.path.isdir(name) and not any(_lies_in(path, os.path.normpath(name)) for path in files)
    ]


def _lies_in(path: str, folder: str) -> bool:
    return path.startswith("" if folder == os.curdir else folder.rstrip(os.sep) + os.sep)
