"""Pages of examples: read, refused with a place, and run with a diff of expected against found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.engine import load_rules
from factcheck.engine.examples import read_examples, run_examples, scaffold
from factcheck.errors import ConfigurationError
from factcheck.finding import Evidence, Finding

PAGE = """\
# my-rule

## flagged

### One

```article first.md published=2025-08-24
It was $5 million.
```

```article second.md
It was $6 million.
```

error contradiction: $5 million | $6 million

## not flagged

### Two

~~~article first.md
```
code
```
~~~
"""


def finding(severity: str, *quotes: str) -> Finding:
    evidence = tuple(Evidence("a.md", 0, 1, 1, 1, quote, quote, "a") for quote in quotes)
    return Finding("value-conflict", "t", severity, "contradiction", "m", "", "", "f", evidence)


def test_a_page_is_read(tmp_path: Path) -> None:
    page = tmp_path / "my-rule.md"
    page.write_text(PAGE, encoding="utf-8")
    one, two = read_examples(page)
    assert one.flagged and not two.flagged and one.title == "One"
    assert [name for name, _, _ in one.articles] == ["first.md", "second.md"]
    assert str(one.articles[0][2]) == "2025-08-24"
    assert one.expected == [("error", "contradiction", ("$5 million", "$6 million"))]
    assert "code" in two.articles[0][1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("~~~\n", "", "is not closed"),
        ("error contradiction: $5 million | $6 million\n", "", "names no finding"),
        ("error contradiction", "error contradicton", "is no verdict"),
        ("2025-08-24", "2025-13-24", "is no date"),
    ],
)
def test_a_broken_page_names_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    page = tmp_path / "my-rule.md"
    page.write_text("".join(PAGE.rsplit(old, 1)) if not new else PAGE.replace(old, new), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"my-rule\.md:\d+: .*" + said):
        read_examples(page)


def test_examples_run_with_a_diff(tmp_path: Path) -> None:
    page = tmp_path / "value-conflict.md"
    page.write_text(PAGE, encoding="utf-8")
    rule = load_rules().get("value-conflict")
    assert rule is not None
    rule = replace(rule, file=str(page.with_suffix(".yaml")))

    def sees(articles: object) -> list[Finding]:
        return [finding("error", "$5 million", "$6 million")] * (len(articles) > 1)  # type: ignore[arg-type]

    assert [o.passed for o in run_examples(rule, sees)] == [True, True]
    assert [o.passed for o in run_examples(rule, sees, least=3)] == [
        True,
        True,
        False,
        False,
    ]  # too few of each
    bad = run_examples(rule, lambda articles: [finding("warning", "$5 million")])
    assert bad[0].problems == (
        "- expected: error contradiction: $5 million | $6 million",
        "+ found: warning contradiction: $5 million",
    )
    assert bad[1].problems == ("  found: warning contradiction: $5 million",)


def test_a_scaffold_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "desk"
    folder.mkdir()
    for name, text in scaffold("new-rule").items():
        (folder / name).write_text(text, encoding="utf-8")
    assert load_rules([tmp_path]).ids == ("new-rule",)
    assert len(read_examples(folder / "new-rule.md")) == 2
