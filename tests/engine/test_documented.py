"""What the engine publishes about itself is true: the schema, the page of the grammar, the catalogue."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from factcheck.engine import load_rules
from factcheck.engine.aspects import aspect_of
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


def page() -> str:
    return (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def grammar() -> list[tuple[str, str]]:
    """(form, example) of every line of the grammar's table."""
    rows = page().partition("## The grammar")[2].partition("Claims to find must")[0]
    found = []
    for line in rows.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if len(cells) == 3 and cells[1].startswith("`"):
            found.extend((cells[0].strip("`"), example) for example in re.findall(r"`([^`]+)`", cells[1]))
    return found


BASE = {"entity": "$who", "metric": "$what", "period": "$when", "scope": "$s", "quantity": "any"}


def rule_with(example: str) -> str:
    """A whole rule around one example of the grammar."""
    head = "id: my-rule\ntitle: T\nseverity: note\nabout: Why.\nsource: [the desk]\n"
    key, _, value = example.partition(": ")
    a, b, more = dict(BASE), dict(BASE), ""
    rest = "require: a.quantity == b.quantity\nsay: x\n"
    if key in ("unless", "where", "undecided", "explains", "parameters"):
        if key == "unless" and "…" in value:
            a["article"], b["article"] = "$there", "$there"
            a["quantity"], b["quantity"], value = "$x", "$x", value.replace("…", "c.quantity == a.quantity")
        if key == "parameters":
            rest = "require: apart(a.quantity, b.quantity) <= tolerance\nsay: x\n"
        rest += f"{key}: {value}\n"
    elif re.match(r"(parts|more): \{", example):
        more = f"  {example}\n"
    elif aspect_of(key) is not None:
        other = re.findall(r"\$\w+", value)
        a[key] = f"${other[0][1:]}" if other else value
        b[key] = value
        if value.endswith("or none"):
            a[key] = value
        if value in ("$here", "$s", "$figure", "any", "none") or not other:
            b[key] = a[key]
        for side in (a, b):
            for name in [name for name, word in side.items() if name != key and word in other]:
                side[name] = "any" if name != "scope" else "none"
    elif "{" in example:
        rest = f"say: {example}\n".replace("{x.", "{a.").replace(" / y.", " / b.")
    else:
        rest = f"when: known({example})\nsay: x\n".replace("now.", "a.").replace("before.", "b.")
        if " and " in example:
            rest = f"when: {example}\nsay: x\n"
        elif example[0].isdigit():
            rest = f"when: known({example})\nsay: x\n"
    sides = "".join(
        f"  {name}: {{{', '.join(f'{k}: {v}' for k, v in one.items())}}}\n"
        for name, one in (("a", a), ("b", b))
    )
    return f"{head}find:\n{sides}{more}{rest}"


@pytest.mark.parametrize(("form", "example"), grammar(), ids=[example for _, example in grammar()])
def test_every_example_of_the_grammar_is_a_rule(
    form: str, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if example == "== != < <= > >=":
        return
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    (tmp_path / "my-rule.yaml").write_text(rule_with(example), encoding="utf-8")
    assert load_rules([tmp_path], demand_examples=False).ids == ("my-rule",)


def test_the_grammar_has_a_line_for_each_form() -> None:
    assert len(grammar()) >= 28


def test_the_rule_at_the_head_of_the_page_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    text = page().partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "value-conflict.yaml").write_text(text, encoding="utf-8")
    assert load_rules([tmp_path], demand_examples=False).ids == ("value-conflict",)
