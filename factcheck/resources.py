"""Where the shipped rules and vocabulary lie: inside an installed package, or beside a source checkout."""

from __future__ import annotations

import os

from factcheck.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.realpath(__file__))


def rules_path() -> str:
    """The folder of rule packs and of ``vocabulary/``."""
    inside = os.path.join(_PACKAGE, "_rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_PACKAGE), "rules")


def rules_folder() -> Path:
    """:func:`rules_path` for those who walk in it; a check that finds all compiled does without ``pathlib``."""
    from pathlib import Path

    return Path(rules_path())


def vocabulary_folder() -> Path:
    return rules_folder() / "vocabulary"
