"""Bad rules are refused when they are loaded: every problem at once, each with its place and the right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engine import load_rules
from factcheck.errors import ConfigurationError

GOOD = """\
id: my-rule
title: Two values
severity: warning
find:
  a: {entity: $who, metric: $what, measure: level, period: $when, quantity: any}
  b: {entity: $who, metric: $what, measure: level, period: $when, quantity: any}
require: a.quantity == b.quantity
say: "{who}: {a} and {b}."
about: Why it matters.
source: [the desk]
"""


PAGE = """\
## flagged

### Two

```article a.md
Sales were $5 million.
```

warning: $5 million | $6 million

## not flagged

### One

```article a.md
Sales were $5 million.
```
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    place = tmp_path / "rules" / "desk"
    place.mkdir(parents=True)
    (place / "my-rule.md").write_text(PAGE, encoding="utf-8")
    return place


def refused(folder: Path, text: str, name: str = "my-rule") -> str:
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        load_rules([folder.parent])
    return str(error.value)


def test_a_good_rule_loads_and_comes_back_from_the_cache(folder: Path) -> None:
    (folder / "my-rule.yaml").write_text(GOOD, encoding="utf-8")
    assert load_rules([folder.parent]) == load_rules([folder.parent])
    rule = load_rules([folder.parent]).get("my-rule")
    assert rule is not None and (rule.pack, rule.severity) == ("desk", "warning")
    assert load_rules([folder.parent], severities={"my-rule": "note"}).rules[0].severity == "note"
    assert not load_rules([folder.parent], severities={"desk": "off"}).rules


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("severity", "severty", ":3:1:", "did you mean “severity”?"),
        ("severity: warning", "severity: warnin", ":3:11:", "did you mean “warning”?"),
        ("a.quantity ==", "a.quantty ==", ":7:12:", "did you mean “quantity”?"),
        ("a.quantity ==", "c.quantity ==", ":7:10:", "not bound"),
        ("a.quantity ==", "a.period ==", ":7:19:", "a period cannot be compared with a quantity"),
        ("a.quantity == b.quantity", "same_lable(a.period, b.period)", ":7:10:", "did you mean “same_label”?"),
        ("a.quantity == b.quantity", "meet(a.quantity, b.period)", ":7:", "wants a period here, not a quantity"),
        ("{who}:", "{whom}:", ":8:8:", "not bound"),
        ("a: {entity: $who", "a: {entty: $who", ":5:14:", "did you mean “entity”?"),
        ("measure: level, period: $when, quantity: any}\n  b", "measure: leve, period: $when, quantity: any}\n  b", ":5:45:", "did you mean “level”?"),
        ("period: $when, quantity: any}\n  b", "period: $then, quantity: any}\n  b", ":5:60:", "$then is used only once"),
        ("id: my-rule", "id: other", ":1:5:", "must stand in other.yaml"),
        ("say: \"{who}:", "say: \"{who:nme}:", ":8:12:", "did you mean “name”?"),
        ("require: a.quantity ==", "require: >-\n  known(a.period) and\n  c.quantity ==", ":9:3:", "not bound"),
        ("require: a.quantity ==", "require: 'same(a.metric, ''x'') and c.quantity ==", ":7:37:", "not bound"),
        ("require: a.quantity == b.quantity", "require: \"same(a.metric, \\\"x\\\") and\n  known(c)\"", ":8:9:", "not bound"),
        ("about:", "explains: [value-conflct]\nabout:", ":9:12:", "did you mean “value-conflict”?"),
        ("b: {entity: $who", "b: {entity: {like: $who, at-least: 20 percent}", ":6:38:", "between 50 and 100"),
        ("require: a.quantity == b.quantity", "require: known(a.period", ":7:24:", "quotes around an expression"),
        ("require: a.quantity == b.quantity", "require: 1 < 2 < 3", ":7:16:", "do not chain"),
        ("about: Why it matters.\n", "", ":1:1:", "“about” is missing"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_at_its_place(folder: Path, old: str, new: str, place: str, said: str) -> None:
    if "explains" in new:  # a rule alone may name those of another folder
        (folder / "second.yaml").write_text(GOOD.replace("my-rule", "second"), encoding="utf-8")
        (folder / "second.md").write_text(PAGE, encoding="utf-8")
    changed = GOOD.replace(old, new, 1)
    message = refused(
        folder, changed.replace("== b.quantity\n", "== b.quantity'\n") if ": 'same" in new else changed
    )
    assert f"my-rule.yaml{place}" in message and said in message and "^" in message


def test_adding_money_to_percent_is_refused(folder: Path) -> None:
    text = GOOD.replace(
        "measure: level, period: $when, quantity: any}\n  b",
        "dimension: money, period: $when, quantity: any}\n  b",
    )
    text = text.replace(
        "measure: level, period: $when, quantity: any}\nrequire",
        "dimension: percent, period: $when, quantity: any}\nrequire",
    )
    assert "money cannot be compared with percent" in refused(folder, text)
    text = text.replace("a.quantity == b.quantity", "a.quantity + b.quantity == a.quantity")
    assert "money cannot be added to percent" in refused(folder, text)


def test_all_problems_at_once_over_all_files(folder: Path) -> None:
    (folder / "other.yaml").write_text("id: other\n", encoding="utf-8")
    message = refused(folder, GOOD.replace("severity", "severty").replace("{who}", "{whom}"))
    assert message.count("my-rule.yaml:") >= 3 and "other.yaml:1:1: “title” is missing" in message


def test_duplicate_ids_and_keys(folder: Path) -> None:
    (folder.parent / "more").mkdir()
    (folder.parent / "more" / "my-rule.yaml").write_text(GOOD, encoding="utf-8")
    (folder.parent / "more" / "my-rule.md").write_text(PAGE, encoding="utf-8")
    assert "also the id of" in refused(folder, GOOD)
    assert "“id” is given twice" in refused(folder, GOOD + "id: again\n")


def test_a_rule_nobody_tried_is_refused(folder: Path) -> None:
    (folder / "my-rule.md").unlink()
    assert "the rule has no examples" in refused(folder, GOOD)
    assert len(load_rules([folder.parent], demand_examples=False)) == 1
    (folder / "my-rule.md").write_text(PAGE.partition("## not flagged")[0], encoding="utf-8")
    assert "no example under “## not flagged”" in refused(folder, GOOD)
    (folder / "my-rule.md").write_text(PAGE.replace("warning:", "waning:"), encoding="utf-8")
    assert "names no finding" in refused(folder, GOOD)


HOSTILE = {
    "alias bomb": "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "deep": "a: " + "[" * 400 + "]" * 400 + "\n",
    "python tag": "id: !!python/object/apply:os.system ['true']\n",
    "huge": GOOD + "# " + "x" * 200_000,
    "wide": GOOD + "parameters: {" + ", ".join(f"p{n}: 1" for n in range(3000)) + "}\n",
    "not a mapping": "- a\n- b\n",
    "empty": "",
    "binary": "\x00\x01",
    "two documents": GOOD + "---\n" + GOOD,
    "key of a list": "? [a, b]\n: c\n",
    "long expression": GOOD.replace("a.quantity == b.quantity", "1" + " + 1" * 800),
    "nested expression": GOOD.replace("a.quantity == b.quantity", "(" * 200 + "1" + ")" * 200),
    "attribute trick": GOOD.replace("a.quantity == b.quantity", "a.__class__.__mro__ == b.entity"),
    "format trick": GOOD.replace("{who}", "{who.__init__.__globals__}"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_files_are_refused_with_a_place(folder: Path, name: str) -> None:
    assert "my-rule.yaml:" in refused(folder, HOSTILE[name])


def test_the_shipped_rules_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path))
    rules = load_rules()
    assert len(rules) >= 45 and list(rules.ids) == sorted(rules.ids)
    assert all(rule.about and rule.source for rule in rules)
