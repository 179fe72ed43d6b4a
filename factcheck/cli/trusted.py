"""The newsroom's reference facts, as context whose claims are marked: what they say decides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import InputError, UnreadableInput
from factcheck.hints import TYPE_CHECKING
from factcheck.pipeline import read_files
from factcheck.reading import Read, as_reference
from factcheck.sources import walk_paths

if TYPE_CHECKING:
    from factcheck.kept import Kept


def read_trusted(
    names: Sequence[str],
    layers: tuple[Path, ...] = (),
    asking: Sequence[Read] | None = None,
    kept: Kept | None = None,
) -> tuple[list[Read], list[InputError]]:
    """Claims sheets, SEC companyfacts, xBRL-JSON and tables, each claim marked as a reference fact.

    With ``asking``, only what these articles speak of is taken from filings and tables. ``kept`` holds the claims of
    sheets that earlier runs read.
    """
    from factcheck.extract.reference_facts import format_of, read_reference, wanted_by
    from factcheck.normalise.entities import load_registry

    files, errors = walk_paths([*names, *_tables_in(names)])
    wanted = None
    if asking is not None:
        wanted = wanted_by((claim for one in asking for claim in one.claims), load_registry(layers))
    facts: list[Read] = []
    sheets: list[Path] = []
    for path in files:
        if format_of(path) is None:
            sheets.append(path)
            continue
        try:
            facts.extend(read_reference(path, layers, wanted))
        except UnreadableInput as error:
            errors.extend(error.errors)
    read, more = read_files(sheets, layers, kept=kept)
    facts.extend(as_reference(one) for one in read)
    return facts, errors + more


def _tables_in(names: Sequence[str]) -> list[Path]:
    """The filings and tables in named folders, which hold no articles and are passed over elsewhere."""
    from factcheck.extract.reference_facts import format_of

    folders = [Path(name) for name in names if Path(name).is_dir()]
    found = (file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file())
    return [file for file in found if not _hidden(file) and format_of(file) is not None]


def _hidden(file: Path) -> bool:
    return any(part.startswith(".") and part.strip(".") for part in file.parts)
