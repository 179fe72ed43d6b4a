"""Rules from folders: read, checked, compiled to plain data, cached by content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.compiled import compiled
from factcheck.engine.files import rule_paths
from factcheck.engine.packed import VERSION, unpack_rule
from factcheck.errors import ConfigurationError
from factcheck.finding import SEVERITIES
from factcheck.records import replace
from factcheck.resources import rules_path
from factcheck.rule import Rule, RuleSet

if TYPE_CHECKING:
    from pathlib import Path


def load_rules(
    folders: Sequence[str | Path] | None = None,
    *,
    packs: Sequence[str] | None = None,
    severities: Mapping[str, str] | None = None,
    demand_examples: bool = True,
    layers: Sequence[Path] = (),
) -> RuleSet:
    """The rules of ``folders`` (ours when None), sorted by id.

    ``packs`` keeps only those packs; ``severities`` maps a rule's id, or its pack, to error, warning, note or off.
    ``demand_examples``: refuse a rule that has no page ``<id>.md`` beside it with examples of both kinds.
    ``layers``: folders of further vocabulary, whose metrics the rules may name.
    Raises ConfigurationError that lists every problem of every file, with file, line, column and the line itself.
    """
    places = [rules_path()] if folders is None else list(folders)
    files = rule_paths(places)
    if not files and folders is not None:
        raise ConfigurationError(f"no rules in {', '.join(str(place) for place in places)}")

    def build(contents: dict[str, bytes]) -> list[Any]:
        from factcheck.engine.compile_rules import compile_rules

        own = {path: contents[path] for path in files}
        return compile_rules(own, tuple(layers), demand_examples)

    version = VERSION if demand_examples else f"{VERSION}-untested"
    packed = compiled("rules", [*files, *_metrics_of(layers)], build, version)
    rules = [unpack_rule(item) for item in packed]
    chosen = [rule for rule in rules if packs is None or rule.pack in packs]
    if packs is not None:
        unknown = sorted(set(packs) - {rule.pack for rule in rules})
        if unknown:
            raise ConfigurationError(f"no rule pack named {', '.join(unknown)}")
    return RuleSet(tuple(sorted(_graded(chosen, rules, severities or {}), key=lambda rule: rule.id)))


def _metrics_of(layers: Sequence[Path]) -> list[str]:
    """The newsroom's own files of metrics: rules that name them are checked anew when they change."""
    if not layers:
        return []
    from factcheck.vocabulary import part_files

    ours = part_files("metrics")
    return [str(path) for path in part_files("metrics", layers) if path not in ours]


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
