"""The newsroom's reference facts, as context whose claims are marked: what they say decides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import InputError, UnreadableInput
from factcheck.pipeline import read_files
from factcheck.reading import Read
from factcheck.records import replace
from factcheck.sources import walk_paths

MARK = "reference"


def read_trusted(names: Sequence[str], layers: tuple[Path, ...] = ()) -> tuple[list[Read], list[InputError]]:
    """Claims sheets, SEC companyfacts, xBRL-JSON and tables, each claim marked as a reference fact."""
    from factcheck.extract.reference_facts import format_of, read_reference

    files, errors = walk_paths(names)
    facts: list[Read] = []
    sheets: list[Path] = []
    for path in files:
        if format_of(path) is None:
            sheets.append(path)
            continue
        try:
            facts.extend(read_reference(path, layers))
        except UnreadableInput as error:
            errors.extend(error.errors)
    read, more = read_files(sheets, layers)
    facts.extend(_marked(one) for one in read)
    return facts, errors + more


def _marked(one: Read) -> Read:
    claims = tuple(replace(claim, marks=claim.marks | {MARK}) for claim in one.claims)
    return replace(one, claims=claims)
