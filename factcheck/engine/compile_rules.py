"""From rule files to plain data: read, checked in every respect, and every problem of every file said at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from factcheck.engine.check_rule import check_rule
from factcheck.engine.examples import read_examples
from factcheck.engine.files import rule_files
from factcheck.engine.mirror import is_symmetric
from factcheck.engine.nodes import Node, Problem, Refused, read_nodes
from factcheck.engine.packed import pack_rule
from factcheck.engine.read_rule import MOST_PROBLEMS, RuleReader, nearest
from factcheck.errors import ConfigurationError
from factcheck.hints import Any
from factcheck.records import replace
from factcheck.resources import rules_folder
from factcheck.rule import Rule
from factcheck.vocabulary import load_part, part_files


def compile_rules(
    contents: Mapping[str, bytes], layers: tuple[Path, ...], demand_examples: bool
) -> list[Any]:
    """Rules as plain data. Raises ConfigurationError with every problem of every file.

    ``demand_examples``: a rule without a page of examples beside it is refused, too.
    """

    said: list[str] = []
    rules: list[Rule] = []
    metrics = known_metrics(layers)
    seen: dict[str, Path] = {}
    read: list[RuleReader] = []
    for path, raw in ((Path(name), raw) for name, raw in contents.items()):
        reader = RuleReader(str(path), path.parent.name, raw.decode("utf-8-sig", "replace").splitlines())
        read.append(reader)
        try:
            root = read_nodes(raw)
            rule = reader.rule(root)
            if rule is not None:
                check_rule(rule, reader, metrics, root)
                place = root.value["id"][1] if "id" in root.value else root
                if rule.id in seen:
                    reader.problem(place, f"“{rule.id}” is also the id of {seen[rule.id]}")
                elif rule.id and rule.id != path.stem:
                    reader.problem(place, f"rule “{rule.id}” must stand in {rule.id}.yaml")
                seen.setdefault(rule.id, path)
                if demand_examples and rule.id:
                    _examples(path, reader, root)
                rules.append(rule)
        except Refused as error:
            reader.problems.append(Problem(str(path), error.line, error.column, error.message))
    for reader in read:
        for name, place in reader.explained:
            if (
                len(reader.problems) < MOST_PROBLEMS
                and name not in seen
                and len(contents) > 1
                and name not in _our_ids()
            ):
                reader.problem(
                    place, f"there is no rule “{name}” to explain", nearest(name, (*seen, *_our_ids()))
                )
        said.extend(
            problem.shown(list(reader.lines))
            for problem in sorted(reader.problems, key=lambda p: (p.line, p.column))
        )
    if said:
        raise ConfigurationError("\n".join(said))
    return [pack_rule(replace(rule, symmetric=is_symmetric(rule))) for rule in rules]


def _examples(path: Path, reader: RuleReader, root: Node) -> None:
    """A rule nobody tried is no rule: it needs a page with something it must flag and something it must not."""
    page = path.with_suffix(".md")
    if not page.is_file():
        hint = f"write {page.name} beside it, with what it must flag and what it must not; “factcheck rules new” shows how"
        reader.problem(root, "the rule has no examples", hint)
        return
    try:
        examples = read_examples(page)
    except ConfigurationError as error:
        reader.problem(root, str(error))
        return
    for flagged, kind in ((True, "flagged"), (False, "not flagged")):
        if not any(example.flagged is flagged for example in examples):
            reader.problem(root, f"{path.stem}.md has no example under “## {kind}”")


def _our_ids() -> list[str]:
    return [path.stem for path in rule_files([rules_folder()])]


def known_metrics(layers: tuple[Path, ...] = ()) -> dict[str, tuple[str, ...]]:
    """The metrics of the vocabulary with the families of units that can measure their level.

    Empty when there is none, and then metric names are not checked.
    """
    if not part_files("metrics", layers):
        return {}
    named: dict[str, tuple[str, ...]] = load_part("metrics", _dimensions, layers, version="dimensions-1")
    return named


def _dimensions(data: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    listed = data.get("metrics", data)
    return {str(name): tuple(map(str, fields.get("dimensions", ()))) for name, fields in listed.items()}
