"""``factcheck rules``: a newsroom's own rule, listed, explained, and refused when it is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

RULE = """\
id: desk-value
title: One thing, two values
severity: warning
find:
  a: {entity: $who, metric: $what, measure: level, scope: $scope, period: $when}
  b: {entity: $who, metric: $what, measure: level, scope: $scope, period: $when}
require: a.quantity == b.quantity
say: "{a} here and {b} there for {what} of {who}."
about: The desk wants these told apart.
source: ["the desk's own handbook"]
"""
PAGE = """\
# desk-value

Examples stand here.

## flagged

```article a.md
Harlow's revenue was $5 million in 2024, and Harlow's sales were $6 million in 2024.
```

warning: $5 million | $6 million

## not flagged

```article a.md
Harlow's revenue was $5 million in 2024.
```
"""


@pytest.fixture(autouse=True)
def folder(desk: Path) -> None:
    Path("ours/desk").mkdir(parents=True)
    Path("ours/desk/desk-value.yaml").write_text(RULE, encoding="utf-8")
    Path("ours/desk/desk-value.md").write_text(PAGE, encoding="utf-8")
    Path("factcheck.toml").write_text('rule-folders = ["ours"]\n')


def test_a_configured_rule_is_listed_beside_ours(command: Any) -> None:
    code, out, _ = command("rules", "list")
    assert code == 0 and "desk:\n  desk-value" in out
    listed = json.loads(command("rules", "list", "--format", "json").out)["rules"]
    mine = next(one for one in listed if one["id"] == "desk-value")
    assert mine == {
        "id": "desk-value",
        "title": "One thing, two values",
        "pack": "desk",
        "severity": "warning",
        "verdict": "contradiction",
    }


def test_explain_shows_purpose_source_examples_and_the_switch(command: Any) -> None:
    code, out, _ = command("rules", "explain", "desk-value")
    assert code == 0
    for part in (
        "told apart",
        "handbook",
        "Examples stand here.",
        'desk-value = "off"',
        "`a.quantity == b.quantity`",
    ):
        assert part in out


def test_explain_says_what_else_tells_it_and_names_the_parameters(command: Any) -> None:
    out = command("rules", "explain", "value-conflict").out
    assert "`currency-slip`" in out and 'value-conflict.far = "60 percent"' in out
    out = command("rules", "explain", "name-spelling").out
    assert "like $who, as far as likeness" in out and "- `likeness` is 75 percent." in out


def test_parameters_are_set_in_the_configuration(command: Any) -> None:
    Path("a.md").write_text("Harlow Foods made revenue of $46.21 million in 2024.\n")
    Path("b.md").write_text("Harlowe Foods made revenue of $46.21 million in 2024.\n")
    found = command("check", "a.md", "b.md", "--format", "json").out
    assert "name-spelling" in {one["rule"] for one in json.loads(found)["findings"]}
    Path("factcheck.toml").write_text('[parameters]\nname-spelling.likeness = "99 percent"\n')
    found = command("check", "a.md", "b.md", "--format", "json").out
    assert "name-spelling" not in {one["rule"] for one in json.loads(found)["findings"]}
    assert 'likeness = "99 percent"' in command("rules", "explain", "name-spelling").out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('name-speling.likeness = "80 percent"', "did you mean “name-spelling”?"),
        ('name-spelling.likenes = "80 percent"', "did you mean “likeness”?"),
        ('name-spelling.likeness = "80 year"', "not of the kind of 75 percent"),
        ('name-spelling.likeness = "8 percent"', "between 50 and 100 percent"),
        ('name-spelling.likeness = "80 +"', "expected a value"),
        ('name-spelling.likeness = ["x"]', "must be a number or text"),
        ("name-spelling = 3", "must be a table of rules"),
        ('rank.far = "1 percent"', "has no parameter"),
    ],
)
def test_a_wrong_parameter_is_refused(command: Any, line: str, said: str) -> None:
    Path("factcheck.toml").write_text(f"[parameters]\n{line}\n")
    code, _, err = command("rules", "list")
    assert code == 2 and said in err


def test_a_rule_goes_before_its_pack(command: Any) -> None:
    Path("factcheck.toml").write_text(
        'packs = ["periods"]\n[rules]\nperiods = "note"\nundated = "on"\nrank = "on"\n'
    )
    listed = {one["id"]: one for one in json.loads(command("rules", "list", "--format", "json").out)["rules"]}
    assert listed["streak-start"]["severity"] == "note" and listed["undated"]["severity"] == "note"
    assert "rank" in listed and "rank-holder" not in listed
    Path("factcheck.toml").write_text('packs = ["perids"]\n[rules]\nrnk = "off"\n')
    assert "did you mean “periods”?" in command("rules", "list").err


def test_configuration_grades_and_switches_off(command: Any) -> None:
    Path("factcheck.toml").write_text('rule-folders = ["ours"]\n[rules]\ndesk-value = "note"\n')
    assert re.search(r"desk-value +note ", command("rules", "list").out)
    Path("factcheck.toml").write_text('rule-folders = ["ours"]\n[rules]\ndesk-value = "off"\n')
    assert "desk-value" not in command("rules", "list").out


def test_an_unknown_rule_names_the_nearest(command: Any) -> None:
    code, _, err = command("rules", "explain", "desk-vaule")
    assert code == 2 and "did you mean 'desk-value'?" in err


def test_a_bad_rule_is_refused_before_any_article_is_read(command: Any) -> None:
    Path("ours/desk/desk-value.yaml").write_text(RULE.replace("severity", "severty"), encoding="utf-8")
    code, out, err = command("check", "missing.md")
    assert (code, out) == (2, "")
    assert "desk-value.yaml:3:1: unknown key" in err and "severty: warning" in err


def test_a_new_rule_loads_and_its_examples_run(command: Any) -> None:
    code, out, _ = command("rules", "new", "desk-second")
    assert code == 0 and [Path(line).name for line in out.splitlines()] == [
        "desk-second.yaml",
        "desk-second.md",
    ]
    assert "desk-second" in command("rules", "list").out
    assert command("rules", "new", "desk-second").code == 2
    code, out, _ = command("rules", "test", "ours/desk-second.yaml")
    assert code == 0 and "2 examples: all as their pages say" in out


def test_a_new_rule_needs_a_name_of_its_own(command: Any) -> None:
    for name, said in (
        ("Desk_Rule", "is no id"),
        ("rank", "there is a rule “rank” already"),
        ("../x", "is no id"),
    ):
        code, _, err = command("rules", "new", name)
        assert code == 2 and said in err


def test_a_rule_without_examples_fails(command: Any) -> None:
    Path("ours/desk/desk-value.md").unlink()
    code, out, _ = command("rules", "test", "desk-value")
    assert code == 1 and "has no examples" in out


def test_the_schema_is_json(command: Any) -> None:
    assert json.loads(command("rules", "schema").out)["$schema"].startswith("https://json-schema.org")
