"""Rules from folders: read, checked, compiled to plain data, cached by content."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.compiled import compiled
from factcheck.engine.packed import VERSION, pack_rule, unpack_rule
from factcheck.errors import ConfigurationError
from factcheck.finding import SEVERITIES
from factcheck.records import replace
from factcheck.resources import rules_folder, rules_path
from factcheck.rule import Rule, RuleSet

if TYPE_CHECKING:
    from pathlib import Path


def rule_files(folders: Sequence[str | Path]) -> list[Path]:
    """Every rule file of the folders: ``<folder>/<pack>/<id>.yaml`` or ``<folder>/<id>.yaml``, sorted."""
    from pathlib import Path

    return [Path(path) for path in _rule_paths(folders)]


def _rule_paths(folders: Sequence[str | Path]) -> list[str]:
    found: set[str] = set()
    for folder in folders:
        if os.path.isfile(folder):
            found.add(os.fspath(folder))
            continue
        if not os.path.isdir(folder):
            raise ConfigurationError(f"{folder}: there is no such folder of rules")
        for place in (os.fspath(folder), *_folders_in(folder)):
            if os.path.basename(place) != "vocabulary":
                found.update(
                    os.path.join(place, name) for name in os.listdir(place) if name.endswith(".yaml")
                )
    return sorted(found, key=lambda path: path.split(os.sep))


def _folders_in(folder: str | Path) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.path for entry in entries if entry.is_dir()]


def load_rules(
    folders: Sequence[str | Path] | None = None,
    *,
    packs: Sequence[str] | None = None,
    severities: Mapping[str, str] | None = None,
    demand_examples: bool = False,
) -> RuleSet:
    """The rules of ``folders`` (ours when None), sorted by id.

    ``packs`` keeps only those packs; ``severities`` maps a rule's id, or its pack, to error, warning, note or off.
    ``demand_examples`` refuses a rule that has no ``<id>.md`` beside it.
    Raises ConfigurationError that lists every problem of every file, with file, line, column and the line itself.
    """
    places = [rules_path()] if folders is None else list(folders)
    files = _rule_paths(places)
    if not files and folders is not None:
        raise ConfigurationError(f"no rules in {', '.join(str(place) for place in places)}")
    packed = compiled("rules", files, _build, VERSION)
    rules = [unpack_rule(item) for item in packed]
    if demand_examples:
        missing = [rule for rule in rules if not os.path.isfile(rule.file.removesuffix(".yaml") + ".md")]
        if missing:
            raise ConfigurationError(
                "\n".join(
                    f"{r.file}:1:1: “{r.id}” has no examples; write {r.id}.md beside it" for r in missing
                )
            )
    chosen = [rule for rule in rules if packs is None or rule.pack in packs]
    if packs is not None:
        unknown = sorted(set(packs) - {rule.pack for rule in rules})
        if unknown:
            raise ConfigurationError(f"no rule pack named {', '.join(unknown)}")
    return RuleSet(tuple(sorted(_graded(chosen, rules, severities or {}), key=lambda rule: rule.id)))


def _graded(chosen: list[Rule], known: list[Rule], severities: Mapping[str, str]) -> list[Rule]:
    names = {rule.id for rule in known} | {rule.pack for rule in known}
    for name, severity in severities.items():
        if name not in names:
            raise ConfigurationError(f"no rule or pack named “{name}” to set to {severity}")
        if severity not in (*SEVERITIES, "off"):
            raise ConfigurationError(f"“{severity}” is no severity; use {', '.join(SEVERITIES)} or off")
    graded = []
    for rule in chosen:
        severity = severities.get(rule.id, severities.get(rule.pack, rule.severity))
        if severity != "off":
            graded.append(rule if severity == rule.severity else replace(rule, severity=severity))
    return graded


def _build(contents: dict[str, bytes]) -> list[Any]:
    """Compile all files, or raise with all their problems."""
    from pathlib import Path

    from factcheck.engine.check_rule import check_rule
    from factcheck.engine.mirror import is_symmetric
    from factcheck.engine.nodes import Problem, Refused, read_nodes
    from factcheck.engine.read_rule import RuleReader, nearest

    said: list[str] = []
    rules: list[Rule] = []
    metrics = known_metrics()
    seen: dict[str, Path] = {}
    for path, raw in ((Path(name), raw) for name, raw in contents.items()):
        reader = RuleReader(str(path), path.parent.name)
        try:
            root = read_nodes(raw)
            rule = reader.rule(root)
            if rule is not None:
                check_rule(rule, reader, metrics, root)
                if rule.id in seen:
                    reader.problem(root, f"“{rule.id}” is also the id of {seen[rule.id]}")
                elif rule.id and rule.id != path.stem:
                    reader.problem(root, f"rule “{rule.id}” must stand in {rule.id}.yaml")
                seen.setdefault(rule.id, path)
                rules.append(rule)
        except Refused as error:
            reader.problems.append(Problem(str(path), error.line, error.column, error.message))
        lines = raw.decode("utf-8", "replace").splitlines()
        said.extend(
            problem.shown(lines) for problem in sorted(reader.problems, key=lambda p: (p.line, p.column))
        )
    for rule in rules:
        said.extend(
            f"{rule.file}:1:1: explains unknown rule “{name}”; {nearest(name, seen)}"
            for name in rule.explains
            if name not in seen and len(contents) > 1 and not _ours(name)
        )
    if said:
        raise ConfigurationError("\n".join(said))
    return [pack_rule(replace(rule, symmetric=is_symmetric(rule))) for rule in rules]


def _ours(name: str) -> bool:
    return any(path.stem == name for path in rule_files([rules_folder()]))


def known_metrics() -> frozenset[str]:
    """The ids of the metrics vocabulary; empty when it cannot be read, and then metric names are not checked."""
    from factcheck.vocabulary import load_part, part_files

    if not part_files("metrics"):
        return frozenset()
    named = load_part("metrics", _metric_ids, version="ids-1")
    return frozenset(named)


def _metric_ids(data: dict[str, Any]) -> list[str]:
    listed = data.get("metrics", data)
    if isinstance(listed, dict):
        return sorted(str(key) for key in listed)
    return sorted(str(item["id"]) for item in listed if isinstance(item, dict) and "id" in item)
