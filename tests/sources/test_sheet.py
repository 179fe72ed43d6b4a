"""Claims sheets: read as written, refused with file, line and field."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UnreadableInput
from factcheck.sources import read_text
from factcheck.sources.sheet_model import render_schema
from factcheck.sources.sheet_yaml import read_yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "docs" / "claims-sheet.schema.json"
SHEET = """\
# what the Quay Post said
factcheck: claims
source:
  name: The Quay Post
  published: 2026-03-04
  title: "Ferries: more crossings"
claims:
  - entity: Quay Ferries
    metric: crossings
    value: "1,899"
    period: February 2026
    scope: {place: Harbour, year: 2026}
    quote: >
      ferries made
      1,899 crossings
  - {entity: Quay Ferries 👍, metric: revenue, value: 12.0 %, direction: up, basis: year on year, period: 2026, base: }
"""


def test_values_stay_as_they_are_written() -> None:
    article = read_text(SHEET, "a.yaml")
    assert article.published == date(2026, 3, 4)
    assert article.published_span is not None
    assert article.published_span.of(SHEET) == "2026-03-04"
    assert (article.source, article.title) == ("The Quay Post", "Ferries: more crossings")
    first, second = article.sheet_claims or ()
    assert (first.value, first.period, first.scope) == (
        "1,899",
        "February 2026",
        (("place", "Harbour"), ("year", "2026")),
    )
    assert (second.value, second.period, second.direction, second.base) == ("12.0 %", "2026", "up", None)
    assert first.value_span.of(SHEET) == "1,899"
    assert first.span.of(SHEET).startswith("entity: Quay Ferries\n")
    assert first.span.of(SHEET).endswith("1,899 crossings")
    assert second.span.of(SHEET).startswith("{entity") and second.span.of(SHEET).endswith("base: }")
    assert second.span_of("period").of(SHEET) == "2026"
    assert first.span_of("note") is None
    assert not article.prose.strip() and len(article.prose) == len(SHEET)


@pytest.mark.parametrize(
    "change", [str, lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")]
)
def test_offsets_whatever_the_line_ends(change: object) -> None:
    text = change(SHEET)  # type: ignore[operator]
    article = read_text(text, "a.yml")
    assert [claim.value_span.of(text) for claim in article.sheet_claims or ()] == ["1,899", "12.0 %"]


def errors(text: str) -> list[str]:
    with pytest.raises(UnreadableInput) as caught:
        read_text(text, "s.yaml")
    return [str(error) for error in caught.value.errors]


def test_each_mistake_is_named_with_line_and_field() -> None:
    text = (
        "factcheck: claims\n"
        "source: {name: X, published: 3/4/2026}\n"
        "claims:\n"
        "  - entity: Quay Ferries\n"
        "    metrik: crossings\n"
        "    value: 1\n"
        "  - entity: A\n"
        "    metric: ''\n"
        "    direction: sideways\n"
        "    value: 5\n"
        "  - entity: A\n"
        "    metric: b\n"
        "  - just words\n"
    )
    assert errors(text) == [
        "s.yaml:2:30: field `source.published`: must be a calendar day written YYYY-MM-DD.",
        "s.yaml:4:5: claim 1, field `metric`: is required.",
        "s.yaml:5:5: claim 1, field `metrik`: there is no such field.",
        "s.yaml:8:13: claim 2, field `metric`: is empty.",
        "s.yaml:9:16: claim 2, field `direction`: must be 'up', 'down' or 'flat', not 'sideways'.",
        "s.yaml:11:5: claim 3: needs a `value` or a `period`: it states neither.",
        "s.yaml:13:5: claim 4: must be a mapping of fields.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("factcheck: claims\n", "field `source`: is required"),
        ("factcheck: claims\nsource: {name: x}\nclaims: []\n", "field `claims`"),
        ("title: a page\n", "1:1: this file is not a claims sheet"),
        ("- a\n- b\n", "not a claims sheet"),
        ("factcheck: claims\nsource: {name: [x\n", "is not valid YAML"),
        ("factcheck: claims\nfactcheck: claims\n", "2:1: the field `factcheck` is given twice"),
        ("a: &x 1\nb: *x\n", "2:4: aliases (`*x`)"),
        ("a: 1\n---\nb: 2\n", "more than one YAML document"),
        ("[a]: 1\n", "a field's name must be text"),
        ("a: " + "[" * 50 + "]" * 50, "nested more than"),
        ("[" * 100_000, ""),
        ("{a: " * 100_000, ""),
        ("a: !!python/object/apply:os.system ['echo']\n", "not a claims sheet"),
    ],
)
def test_what_is_not_a_sheet(text: str, said: str) -> None:
    assert said in errors(text)[0]


def test_many_errors_are_cut_short() -> None:
    text = "factcheck: claims\nsource: {name: x}\nclaims:\n" + "  - {entity: a, metric: b}\n" * 200
    found = errors(text)
    assert len(found) == 51
    assert found[-1].endswith("and 150 more errors like these.")


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.text(alphabet="ab1 é👍\"'", min_size=1, max_size=6),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text(alphabet="abc", min_size=1), inner, max_size=3)
        ),
        max_leaves=12,
    ),
    st.booleans(),
)
def test_data_and_places_against_pyyaml(value: object, flow: bool) -> None:
    text = yaml.safe_dump({"x": value}, allow_unicode=True, default_flow_style=flow)
    if (
        text.count("- ") > 200
        or max((len(line) - len(line.lstrip()) for line in text.splitlines()), default=0) > 12
    ):
        return
    try:
        places = read_yaml(text, "a.yaml")
    except UnreadableInput as error:
        assert "nested" in str(error)
        return
    assert places.data == yaml.load(text, Loader=yaml.BaseLoader)
    for place, span in places.spans.items():
        node = places.data
        for step in place:
            node = node[step]
        if isinstance(node, str) and "\n" not in span.of(text):
            assert yaml.load(span.of(text), Loader=yaml.BaseLoader) == node


def test_the_published_schema_is_the_models() -> None:
    assert SCHEMA.read_text() == render_schema(), (
        "run: python -m factcheck.sources.sheet_model > docs/claims-sheet.schema.json"
    )


def test_the_schema_takes_what_the_reader_takes() -> None:
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted((ROOT / "seeds").glob("*.claims.yaml"))
    assert files
    for file in files:
        data = yaml.load(file.read_text(), Loader=yaml.BaseLoader)
        validator.validate(data)
    assert not validator.is_valid(
        {"factcheck": "claims", "source": {"name": "x"}, "claims": [{"entity": "a", "metrik": "b"}]}
    )


def test_the_documented_example_reads() -> None:
    page = (ROOT / "docs" / "claims-sheet.md").read_text()
    examples = [part.split("```")[0] for part in page.split("```yaml\n")[1:]]
    assert examples
    for example in examples:
        assert read_text(example, "example.yaml").sheet_claims
    fields = json.loads(SCHEMA.read_text())["$defs"]
    for model in fields.values():
        for name in model["properties"]:
            assert f"`{name}`" in page, f"docs/claims-sheet.md does not document `{name}`"
