"""Where the shipped rules and vocabulary lie: inside an installed package, or beside a source checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def rules_folder() -> Path:
    """The folder of rule packs and of ``vocabulary/``."""
    inside = _PACKAGE / "_rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


def vocabulary_folder() -> Path:
    return rules_folder() / "vocabulary"
