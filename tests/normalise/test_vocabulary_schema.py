"""The published schema of the vocabulary fits our own files and refuses slips."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from factcheck.engine.choices import SCOPES
from factcheck.errors import ConfigurationError
from factcheck.resources import rules_folder
from factcheck.vocabulary import load_part, part_files

VALIDATOR = Draft202012Validator(
    json.loads((rules_folder() / "vocabulary.schema.json").read_text(encoding="utf-8"))
)


@pytest.mark.parametrize(
    "file", [*part_files("entities"), *part_files("metrics"), *part_files("scopes")], ids=lambda f: f.name
)
def test_our_files_fit(file) -> None:  # type: ignore[no-untyped-def]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(file.read_bytes(), Loader=loader)
    assert [error.message for error in VALIDATOR.iter_errors(data)][:3] == []


@pytest.mark.parametrize(
    "data",
    [
        {"entities": {"x": {"name": "X", "colour": "red"}}},
        {"entities": {"x": {"name": "X", "year_end": {"month": 13}}}},
        {"metrics": {"x": {"kind": "flood", "names": ["x"]}}},
        {"metric": {}},
    ],
)
def test_slips_are_refused(data: object) -> None:
    assert not VALIDATOR.is_valid(data)


def test_no_word_of_the_readers_is_a_truth_value() -> None:
    """YAML reads on, off, yes and no as true and false where they are not quoted."""
    from factcheck.extract.period_words import period_words
    from factcheck.extract.quantity_words import load_lexicon

    groups = [*load_lexicon().near.items(), *period_words().groups.items()]
    assert [name for name, words in groups for word in words if not isinstance(word, str)] == []


def repeated(node: object, where: str = "") -> Iterator[tuple[str, object]]:
    """Entries that stand twice in one list."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in ("irregular", "weeks"):  # past and participle; the weeks of four quarters
                yield from repeated(value, f"{where}/{key}")
    elif isinstance(node, list):
        for at, one in enumerate(node):
            if one in node[:at]:
                yield where, one
            yield from repeated(one, where)


@pytest.mark.parametrize(
    "file", sorted((rules_folder() / "vocabulary").rglob("*.yaml")), ids=lambda file: file.stem
)
def test_no_list_says_a_thing_twice(file: Path) -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert list(repeated(yaml.load(file.read_bytes(), Loader=loader))) == []


def test_rules_can_speak_of_every_scope() -> None:
    data = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in part_files("scopes")]
    assert {dimension for one in data for dimension in one["scopes"]} <= SCOPES.keys()


def test_a_key_given_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    layer = tmp_path / "desk"
    layer.mkdir()
    file = layer / "grammar.yaml"
    file.write_text("nouns: [levels]\nverbs:\n  move: [surge]\nnouns: [marks]\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"grammar\.yaml:4:1: “nouns” is given twice"):
        load_part("grammar", lambda data: data, (layer,))
