"""Where rule files lie."""

from __future__ import annotations

import os
from collections.abc import Sequence

from factcheck.errors import ConfigurationError
from factcheck.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def rule_files(folders: Sequence[str | Path]) -> list[Path]:
    """Every rule file of the folders: ``<folder>/<pack>/<id>.yaml`` or ``<folder>/<id>.yaml``, sorted."""
    from pathlib import Path

    return [Path(path) for path in rule_paths(folders)]


def rule_paths(folders: Sequence[str | Path]) -> list[str]:
    """The same as text, for a start without pathlib. Raises ConfigurationError for a folder that is not there."""
    found: set[str] = set()
    for folder in folders:
        if os.path.isfile(folder):
            found.add(os.fspath(folder))
            continue
        if not os.path.isdir(folder):
            raise ConfigurationError(f"{folder}: there is no such folder of rules")
        for place in (os.fspath(folder), *_folders_in(folder)):
            if os.path.basename(place) != "vocabulary":
                with os.scandir(place) as entries:
                    found.update(one.path for one in entries if one.name.endswith(".yaml") and one.is_file())
    return sorted(found, key=lambda path: path.split(os.sep))


def _folders_in(folder: str | Path) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.path for entry in entries if entry.is_dir()]
