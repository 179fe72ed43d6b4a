"""The walk reads any JSON as the standard library does, and parses only what it is asked for."""

from __future__ import annotations

import json
import mmap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.extract.json_walk import Walk

TEXTS = st.text(alphabet='ab"\\{}[]:, \néπ')
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def as_text(value: Any) -> Any:
    """Numbers as the walk gives them."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


@given(st.dictionaries(TEXTS, VALUES, max_size=5), st.sampled_from([None, 1]), st.booleans())
def test_every_member_is_found_and_parsed(data: dict[str, Any], indent: int | None, ascii: bool) -> None:
    walk = Walk(json.dumps(data, indent=indent, ensure_ascii=ascii).encode())
    assert {key: walk.parse(at) for key, at in walk.members(walk.start())} == as_text(data)


@example({"a": [{"b": []}], "c": None})  # an object that is not flat, where flat ones are looked for
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5))
def test_skipped_members_cost_no_other_its_place(data: dict[str, Any]) -> None:
    walk = Walk(json.dumps(data).encode())
    last = list(data)[-1]
    found = {key: walk.parse(at) for key, at in walk.members(walk.start()) if key == last}
    assert found == {last: as_text(data[last])}


def test_objects_inside_objects() -> None:
    walk = Walk(b'\xef\xbb\xbf {"a": {"b": [1.50], "c": {"d": "}"}}, "e": 2}')
    seen: list[Any] = []
    for key, at in walk.members(walk.start()):
        if key == "a":
            seen.extend((inner, walk.parse(place)) for inner, place in walk.members(at) if inner != "c")
        else:
            seen.append((key, walk.parse(at)))
    assert seen == [("b", ["1.50"]), ("e", "2")]


@pytest.mark.parametrize(
    "text", ["", "[1]", '{"a"', '{"a": ', '{"a": [1', '{"a": "b', '{"a" 1}', "{1: 2}", '{"a": 1']
)
def test_what_is_no_json_is_refused(text: str) -> None:
    walk = Walk(text.encode())
    with pytest.raises(ValueError):
        for _key, _at in walk.members(walk.start()):
            pass


def test_a_mapped_file(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps({str(n): ["x" * 1000] * 100 for n in range(400)}), encoding="utf-8")
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        walk = Walk(mapped)
        assert sum(1 for _ in walk.members(walk.start())) == 400
