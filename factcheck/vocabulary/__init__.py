"""The vocabulary: everything the readers know about words, in YAML that a newsroom extends.

A *part* is one file ``<part>.yaml`` or one folder ``<part>/*.yaml``. Files of a folder are merged, and a newsroom's
own folders are laid over ours: mappings merge key by key, lists are joined, single values are replaced.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from factcheck.compiled import compiled
from factcheck.errors import ConfigurationError
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.resources import rules_path

if TYPE_CHECKING:
    from pathlib import Path

_SHAPED = (
    1  # levels at which a newsroom's files must have the shape of ours: an entry may be a name or a mapping
)


def part_files(part: str, layers: Sequence[Path] = ()) -> list[Path]:
    """The files of a part, ours first, then each layer's, in order of name."""
    from pathlib import Path

    return [Path(name) for name in _part_names(part, layers)]


def _part_names(part: str, layers: Sequence[Path]) -> list[str]:
    files: list[str] = []
    for folder in (os.path.join(rules_path(), "vocabulary"), *map(str, layers)):
        single = os.path.join(folder, f"{part}.yaml")
        if os.path.isfile(single):
            files.append(single)
        try:
            names = os.listdir(os.path.join(folder, part))
        except OSError:
            continue  # this layer says nothing about it
        files.extend(os.path.join(folder, part, name) for name in sorted(names) if name.endswith(".yaml"))
    return files


def load_part(
    part: str,
    build: Callable[[dict[str, Any]], Any],
    layers: Sequence[Path] = (),
    version: str = "1",
) -> Any:
    """What ``build`` makes of a part's merged data; plain data, cached by content.

    ``build`` gets one mapping. Raises ConfigurationError with file and line for YAML that cannot be read.
    """

    def built(contents: dict[str, bytes]) -> Any:
        merged = _merged(contents)
        try:
            return build(merged)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            if not layers:
                raise
            own = ", ".join(name for name in contents if not name.startswith(rules_path()))
            raise ConfigurationError(
                f"{own}: cannot be read as the vocabulary “{part}” ({error}); vocabulary.schema.json shows its form"
            ) from error

    return compiled(f"vocabulary-{part}", _part_names(part, layers), built, version)


def _merged(contents: dict[str, bytes]) -> dict[str, Any]:
    import yaml  # 20 ms: only when nothing is cached

    loader = _loader(yaml)
    merged: dict[str, Any] = {}
    for path, raw in contents.items():
        try:
            data = yaml.load(raw, Loader=loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
            problem = getattr(error, "problem", None) or "is not valid YAML"
            raise ConfigurationError(f"{path}{where}: {problem}") from error
        if data is None:
            continue
        if not isinstance(data, dict):
            raise ConfigurationError(f"{path}:1: a vocabulary file must be a mapping")
        _lay_over(merged, data, str(path))
    return merged


def _loader(yaml: Any) -> Any:
    """PyYAML's, and it refuses a key given twice, of which the last would hold and nobody would know."""

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            seen: set[str] = set()
            for key, _ in node.value:
                name = str(key.value)
                if name in seen:
                    problem = f"“{name}” is given twice"
                    raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
                seen.add(name)
            return super().construct_mapping(node, deep)

    return Loader


def _lay_over(base: dict[str, Any], top: dict[str, Any], path: str, above: str = "") -> None:
    for key, value in top.items():
        have = base.get(key)
        name = f"{above}{key}"
        if have is None or value is None:
            base[key] = have if value is None else value
        elif isinstance(have, dict) and isinstance(value, dict):
            _lay_over(have, value, path, f"{name}.")
        elif isinstance(have, list) and isinstance(value, list):
            base[key] = [*have, *(item for item in value if item not in have)]
        elif isinstance(have, (dict, list)) and above.count(".") < _SHAPED:
            kind = "a mapping" if isinstance(have, dict) else "a list"
            raise ConfigurationError(f"{path}: “{name}” must be {kind}, as it is in ours")
        else:
            base[key] = value
