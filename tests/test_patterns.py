"""Patterns made from what was kept match as those that the library compiles."""

from __future__ import annotations

import marshal
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import patterns
from factcheck.patterns import Lazy, keep_patterns


def all_patterns() -> list[tuple[str, int]]:
    """Every pattern of the package as it stands in its modules."""
    import pkgutil

    import factcheck

    found: set[tuple[str, int]] = set()
    for info in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if not info.name.startswith("factcheck.__main__"):
            found |= {(one._source, one._flags) for one in _lazies(__import__(info.name, fromlist=["x"]))}
    return sorted(found)


def _lazies(module: ModuleType) -> list[Lazy]:
    return [value for value in vars(module).values() if isinstance(value, Lazy)]


def facts(pattern: Any) -> tuple[Any, ...]:
    return pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)


@pytest.fixture
def codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path))

    def fresh() -> None:
        monkeypatch.setattr(patterns, "_CODES", patterns._Codes())

    fresh()
    return fresh


def test_every_pattern_comes_back_as_the_library_makes_it(codes: Any) -> None:
    known = all_patterns()
    assert len(known) > 40
    for source, flags in known:
        Lazy(source, flags).search("")
    keep_patterns()
    codes()
    text = "By Ann Example, LONDON, March 3 (Newswire) — Up **12%** to $4.3bn <p class=x>in 2025-03-04.\n- a | b\n"
    for source, flags in known:
        kept, made = Lazy(source, flags), re.compile(source, flags)
        assert facts(kept.search.__self__) == facts(made)  # type: ignore[attr-defined]
        assert [m.span() for m in kept.finditer(text)] == [m.span() for m in made.finditer(text)]
    assert not patterns._CODES.new


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@given(st.text("ab(|)*?+[^]\\d{1,2}.", max_size=12), st.text("ab1 ", max_size=12))
def test_any_pattern(source: str, text: str) -> None:
    try:
        made = re.compile(source)
    except (re.error, OverflowError, FutureWarning):
        return
    code = patterns._code_of(source, 0)
    assert code is not None
    kept = patterns._from_code(source, *marshal.loads(marshal.dumps(code)))
    assert facts(kept) == facts(made)
    assert [m.groups() for m in kept.finditer(text)] == [m.groups() for m in made.finditer(text)]


@pytest.mark.parametrize(
    "damage", [b"", b"junk", marshal.dumps([1]), marshal.dumps({("a+", 0): (32, [1, 2], 0, {}, ())})]
)
def test_a_damaged_file_only_costs_time(codes: Any, damage: bytes) -> None:
    Path(patterns._CODES.file()).write_bytes(damage)
    found = Lazy(r"a+").search("baab")
    assert found is not None and found.span() == (1, 3)
    keep_patterns()
    codes()
    assert ("a+", 0) in patterns._CODES.all()


def test_a_python_that_works_otherwise_compiles(codes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_code_of", lambda source, flags: None)
    assert Lazy(r"(a)(?P<b>b)").match("ab") is not None
    assert not patterns._CODES.new


def test_only_methods_of_patterns() -> None:
    with pytest.raises(AttributeError):
        _ = Lazy("a").nothing  # type: ignore[attr-defined]
