"""What was read comes back from plain data as it was."""

from __future__ import annotations

import marshal
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import Interval
from factcheck.packing import pack, unpack
from factcheck.period import Period, Reading
from factcheck.pipeline import read_bytes
from factcheck.span import Span

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted(
    path for path in (ROOT / "seeds").iterdir() if path.suffix in (".md", ".txt", ".html", ".yaml")
)

DAYS = st.none() | st.dates()
WORDS = st.text(max_size=5)
FRACTIONS = st.fractions()
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | WORDS
    | FRACTIONS
    | st.dates()
    | st.frozensets(WORDS, max_size=3)
    | st.builds(Span, st.integers(0, 9), st.integers(0, 9))
    | st.builds(Interval, st.none() | FRACTIONS, st.none() | FRACTIONS, st.booleans(), st.booleans())
    | st.builds(Period, WORDS, WORDS, WORDS, st.tuples(st.builds(Reading, DAYS, DAYS, WORDS, WORDS))),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
)


def kinds(value: Any) -> Any:
    """The types of a value and of all its parts: 1, True and Fraction(1) are equal."""
    return (type(value), *map(kinds, value)) if isinstance(value, tuple) else type(value)


@given(VALUES)
def test_there_and_back(value: Any) -> None:
    found = unpack(marshal.loads(marshal.dumps(pack((value,)))))
    assert found == (value,) and kinds(found) == kinds((value,))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_everything_read_from_real_articles_can_be_kept(path: Path) -> None:
    read = read_bytes(path.name, path.read_bytes())
    assert unpack(marshal.loads(marshal.dumps(pack(read)))) == read
    assert read.claims


def test_equal_parts_are_made_once() -> None:
    one, other = Span(1, 2), Span(1, 2)
    first, second = unpack(pack((one, other)))
    assert first is second and first == one


@pytest.mark.parametrize("value", [object(), [1], {"a": 1}, (1, (2, {3})), date, b"raw"])
def test_other_things_are_refused(value: object) -> None:
    with pytest.raises(TypeError):
        pack((Fraction(1), value))


@pytest.mark.parametrize("packed", [(99, 1), (4, 1), ("x", 1), (2, 1, 0, 3), ()])
def test_what_was_never_packed_is_refused(packed: Any) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        unpack((0, packed))
