"""Rules from folders: read, checked, compiled to plain data, cached by content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.compiled import compiled, file_signature
from factcheck.engine.files import rule_paths
from factcheck.engine.packed import VERSION, unpack_rules
from factcheck.errors import ConfigurationError
from factcheck.finding import SEVERITIES
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.records import replace
from factcheck.resources import rules_path
from factcheck.rule import Rule, RuleSet

_GRADES = (*SEVERITIES, "on", "off")

if TYPE_CHECKING:
    from pathlib import Path


def load_rules(
    folders: Sequence[str | Path] | None = None,
    *,
    packs: Sequence[str] | None = None,
    severities: Mapping[str, str] | None = None,
    parameters: Mapping[str, Mapping[str, str]] | None = None,
    demand_examples: bool = True,
    layers: Sequence[Path] = (),
) -> RuleSet:
    """The rules of ``folders`` (ours when None), sorted by id.

    ``packs`` keeps only those packs; ``severities`` maps a rule's id, or its pack, to error, warning, note, off, or on
    (as the rule says, also where its pack is off or not among ``packs``).
    ``parameters``: rule → name of a parameter → its value as a rule would write it.
    ``demand_examples``: refuse a rule that has no page ``<id>.md`` beside it with examples of both kinds.
    ``layers``: folders of further vocabulary, whose metrics the rules may name.
    Raises ConfigurationError that lists every problem of every file, with file, line, column and the line itself.
    """
    places = [rules_path()] if folders is None else list(folders)
    files = rule_paths(places)
    if not files and folders is not None:
        raise ConfigurationError(f"no rules in {', '.join(str(place) for place in places)}")

    known_by = file_signature([*files, *_metrics_of(layers)])
    made = _made if known_by else _made.__wrapped__
    rules = list(made(tuple(files), known_by, tuple(layers), demand_examples))
    if parameters:
        from factcheck.engine.thresholds import with_parameters  # most newsrooms leave them as they are

        rules = with_parameters(rules, parameters)
    grades = severities or {}
    if packs is not None:
        known = {rule.pack for rule in rules}
        _refuse(
            [f"no rule pack named “{name}”{_nearest(name, known)}" for name in packs if name not in known]
        )
    chosen = [rule for rule in rules if packs is None or rule.pack in packs or grades.get(rule.id) == "on"]
    return RuleSet(tuple(sorted(_graded(chosen, rules, grades), key=lambda rule: rule.id)))


@lru_cache(maxsize=4)
def _made(
    files: tuple[str, ...], known_by: bytes | None, layers: tuple[Path, ...], demand_examples: bool
) -> tuple[Rule, ...]:
    """The rules of these files; a script that checks one draft after another makes them once. ``known_by``: what the
    file system says of the files."""

    def build(contents: dict[str, bytes]) -> list[Any]:
        from factcheck.engine.compile_rules import compile_rules

        own = {path: contents[path] for path in files}
        return compile_rules(own, layers, demand_examples)

    version = VERSION if demand_examples else f"{VERSION}-untested"
    packed = compiled("rules", [*files, *_metrics_of(layers)], build, version)
    return unpack_rules(packed)


def _metrics_of(layers: Sequence[Path]) -> list[str]:
    """The newsroom's own files of metrics: rules that name them are checked anew when they change."""
    if not layers:
        return []
    from factcheck.vocabulary import part_files

    ours = part_files("metrics")
    return [str(path) for path in part_files("metrics", layers) if path not in ours]


def _graded(chosen: list[Rule], known: list[Rule], grades: Mapping[str, str]) -> list[Rule]:
    names = {rule.id for rule in known} | {rule.pack for rule in known}
    problems = [
        f"no rule or pack named “{name}”{_nearest(name, names)}" for name in grades if name not in names
    ]
    wrong = {grade for grade in grades.values() if grade not in _GRADES}
    _refuse(problems + [f"“{grade}” is no severity; use {', '.join(_GRADES)}" for grade in sorted(wrong)])
    graded = []
    for rule in chosen:
        grade = grades.get(rule.id, grades.get(rule.pack, "on"))
        if grade != "off":
            graded.append(rule if grade in ("on", rule.severity) else replace(rule, severity=grade))
    return graded


def _refuse(problems: list[str]) -> None:
    if problems:
        raise ConfigurationError("\n".join(problems))


def _nearest(name: str, names: set[str]) -> str:
    from factcheck.engine.read_rule import nearest

    hint = nearest(name, sorted(names))
    return f"; {hint}" if hint else ""
