"""Configuration: ``[tool.factcheck]`` in pyproject.toml, or factcheck.toml, found by walking up.

Strict: an unknown key or a value of the wrong kind is an error that names the nearest right word.
Kept free of pydantic: a hook reads this file on every start, and the format is small.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from factcheck.errors import ConfigurationError
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.records import dataclass, field

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAMES = ("factcheck.toml", "pyproject.toml")
LEVELS = ("error", "warning", "note")
FAIL_LEVELS = (*LEVELS, "never")
RULE_VALUES = (*LEVELS, "on", "off")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a newsroom can set, with paths made absolute or relative to where the command runs.

    ``packs``: the shipped rule packs in use (None: all). ``rules``: rule id → error, warning, note, on or off.
    ``parameters``: rule id → parameter → its value, as a rule would write it: "80 percent", "0.2".
    ``rule_folders``, ``vocabulary``: the newsroom's own folders. ``reference``: claims sheets it trusts.
    ``include``, ``exclude``: globs over files found in folders. ``against``: globs of the archive.
    ``rates``: a file of the ECB's exchange rates, newer than the shipped one.
    ``fail_level``: the lowest severity that makes the exit code 1. ``root``: the folder that globs start from.
    """

    packs: tuple[str, ...] | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rule_folders: tuple[Path, ...] = ()
    vocabulary: tuple[Path, ...] = ()
    reference: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    rates: Path | None = None
    fail_level: str = "error"
    root: str = "."
    file: str | None = None

    def takes(self, path: str | Path) -> bool:
        """Whether a file found in a folder is to be read: included (if anything is) and not excluded."""
        if not (self.include or self.exclude):
            return True
        from factcheck.globs import matches

        name = _under(path, self.root)
        included = not self.include or any(matches(name, glob) for glob in self.include)
        return included and not any(matches(name, glob) for glob in self.exclude)

    def archive(self) -> list[str]:
        """The files and folders that ``against`` names now, sorted: context unless --against names other."""
        return _expanded(self.against, self.root)

    def trusted(self) -> list[str]:
        """The files and folders that ``reference`` names now, sorted: always context."""
        return _expanded(self.reference, self.root)


def _expanded(globs: tuple[str, ...], root: str) -> list[str]:
    if not globs:
        return []
    from pathlib import Path

    from factcheck.globs import expand

    return sorted({name for glob in globs for name in expand(glob, Path(root))})


def find_settings(start: Path | None = None) -> Settings:
    """The settings of the nearest configuration file at or above ``start`` (the current folder); else defaults.

    Walking stops at the first file that configures factcheck; a pyproject.toml without ``[tool.factcheck]`` is
    passed over. Raises ConfigurationError with the file's name for anything wrong in it.
    """
    here = folder = os.path.realpath(start or os.getcwd())
    while True:
        for name in FILE_NAMES:
            file = os.path.join(folder, name)
            if os.path.isfile(file):
                table = _table(file)
                if table is not None:
                    return read_settings(table, file)
        above = os.path.dirname(folder)
        if above == folder:
            return Settings(root=here)
        folder = above


def load_settings(file: str | Path) -> Settings:
    """The settings of one named file."""
    if not os.path.isfile(file):
        raise ConfigurationError(f"{file}: there is no such configuration file")
    return read_settings(_table(os.fspath(file)) or {}, os.fspath(file))


def read_settings(table: Mapping[str, Any], file: str) -> Settings:
    """Settings from a parsed table. Every mistake in it is named, not just the first."""
    from pathlib import Path

    problems: list[str] = []
    root = Path(file).parent
    values: dict[str, Any] = {}
    for key, value in table.items():
        reader = _READERS.get(key)
        if reader is None:
            problems.append(f"unknown setting {key!r}{nearest(key, KEYS)}")
            continue
        try:
            values[key.replace("-", "_")] = reader(value, root)
        except ValueError as error:
            problems.append(f"{key}: {error}")
    if problems:
        raise ConfigurationError("\n".join(f"{file}: {problem}" for problem in problems))
    return Settings(**values, root=str(root), file=file)


def nearest(word: str, words: tuple[str, ...]) -> str:
    """ "; did you mean …?" for the nearest right word, else the list of them."""
    from difflib import get_close_matches

    close = get_close_matches(word, words, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; use one of {', '.join(words)}"


def _table(file: str) -> Mapping[str, Any] | None:
    is_project = os.path.basename(file) == "pyproject.toml"
    try:
        with open(file, "rb") as opened:
            raw = opened.read()
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read: {error.strerror}") from error
    if is_project and b"factcheck" not in raw:
        return None  # most repositories: not worth the parsing
    import tomllib

    try:
        data = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{file}: is not valid TOML: {error}") from error
    if not is_project:
        return data
    tool = data.get("tool", {}).get("factcheck")
    if tool is not None and not isinstance(tool, dict):
        raise ConfigurationError(f"{file}: [tool.factcheck] must be a table")
    return tool


def _words(value: object, _root: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise ValueError("must be a list of strings")
    return tuple(value)


def _folders(value: object, root: Path) -> tuple[Path, ...]:
    folders = tuple(root / name for name in _words(value, root))
    for folder in folders:
        if not folder.is_dir():
            raise ValueError(f"there is no folder {str(folder)!r}")
    return folders


def _file(value: object, root: Path) -> Path:
    if not isinstance(value, str) or not value:
        raise ValueError("must be the name of a file")
    file = root / value
    if not file.is_file():
        raise ValueError(f"there is no file {str(file)!r}")
    return file


def _level(value: object, _root: Path) -> str:
    if value not in FAIL_LEVELS:
        raise ValueError(f"{value!r} is no level{nearest(str(value), FAIL_LEVELS)}")
    return str(value)


def _rule_table(value: object, _root: Path) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError('must be a table of rule ids, as in missing-base = "off"')
    for rule, grade in value.items():
        if grade not in RULE_VALUES:
            raise ValueError(f"{rule}: {grade!r} is no grade{nearest(str(grade), RULE_VALUES)}")
    return dict(value)


def _parameter_table(value: object, _root: Path) -> dict[str, dict[str, str]]:
    if not isinstance(value, dict) or not all(isinstance(given, dict) for given in value.values()):
        raise ValueError(
            'must be a table of rules and their parameters, as in name-spelling.likeness = "80 percent"'
        )
    for rule, given in value.items():
        for name, word in given.items():
            if isinstance(word, bool) or not isinstance(word, (str, int, float)):
                raise ValueError(f'{rule}.{name} must be a number or text such as "80 percent"')
    return {rule: {name: str(word) for name, word in given.items()} for rule, given in value.items()}


_READERS: dict[str, Callable[[object, Path], Any]] = {
    "packs": _words,
    "rules": _rule_table,
    "parameters": _parameter_table,
    "rule-folders": _folders,
    "vocabulary": _folders,
    "reference": _words,
    "include": _words,
    "exclude": _words,
    "against": _words,
    "rates": _file,
    "fail-level": _level,
}
KEYS = tuple(_READERS)


def _under(path: str | Path, root: str) -> str:
    """The path as seen from the configuration's folder, with forward slashes."""
    from pathlib import Path

    full = Path(path).resolve()
    try:
        return full.relative_to(Path(root).resolve()).as_posix()
    except ValueError:
        return full.as_posix()
