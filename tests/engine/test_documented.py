"""What the engine publishes about itself is true: the schema, the page of the grammar, the catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from factcheck.engine import load_rules
from factcheck.engine.catalogue import (
    aspect_table,
    catalogue,
    detail_table,
    format_table,
    function_table,
    mark_table,
    scope_table,
)
from factcheck.engine.files import rule_files
from factcheck.engine.schema import rule_schema, schema_text
from factcheck.resources import rules_folder

ROOT = Path(__file__).resolve().parents[2]


def test_the_schema_in_the_repository_is_the_engines() -> None:
    assert (ROOT / "rules" / "rule.schema.json").read_text(encoding="utf-8") == schema_text()
    jsonschema.Draft202012Validator.check_schema(rule_schema())


@pytest.mark.parametrize("path", rule_files([rules_folder()]), ids=lambda path: path.stem)
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader], ids=["words", "values"])
def test_every_shipped_rule_validates(path: Path, loader: Any) -> None:
    """By a standard validator, whether YAML gives words (as we read it) or values (as editors do: “no” is false)."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    jsonschema.Draft202012Validator(rule_schema()).validate(data)


def test_the_schema_refuses_what_the_loader_refuses() -> None:
    good = yaml.load(
        (rules_folder() / "values" / "rank.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    validator = jsonschema.Draft202012Validator(json.loads(schema_text()))
    for broken in ({**good, "severty": "error"}, {**good, "severity": "grave"}, {**good, "find": {}}):
        assert list(validator.iter_errors(broken))


def test_the_page_of_the_grammar_lists_every_aspect_and_function() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for table in (aspect_table, detail_table, scope_table, mark_table, format_table, function_table):
        assert table() in page, table.__name__


def test_the_catalogue_is_generated_from_the_rules() -> None:
    assert (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8") == catalogue(load_rules())
