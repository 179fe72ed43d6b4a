"""Facts are kept by content, and only what is asked for is taken out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cache import cache_folder
from factcheck.extract.reference_store import Fact, Wanted, stored_facts


def fact(entity: str, metric: str, value: str) -> Fact:
    return Fact(entity, metric, metric, value, "US dollar", None, "2025-06-30", ("desk", "2025-08-01"))


class Builder:
    """Reads "entity metric value" lines, and counts how often it is asked."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, path: Path) -> Iterator[Fact]:
        self.calls += 1
        for line in path.read_text(encoding="utf-8").splitlines():
            yield fact(*line.split())


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "facts.txt"
    path.write_text("Harlow revenue 5\nHarlow cash 6\nNorvane revenue 7\n", encoding="utf-8")
    return path


def test_a_file_is_read_once(file: Path) -> None:
    build = Builder()
    first = stored_facts("toy", file, build, "1")
    assert [one.value for one in first] == ["5", "6", "7"]
    assert stored_facts("toy", file, build, "1") == first
    assert build.calls == 1
    stored_facts("toy", file, build, "2")
    assert build.calls == 2, "another version of the reader"


def test_only_what_is_wanted_is_taken(file: Path) -> None:
    wanted = Wanted(frozenset(("harlow",)), frozenset(("revenue", "debt")))
    for _ in range(2):
        assert stored_facts("toy", file, Builder(), "1", wanted) == [fact("Harlow", "revenue", "5")]
    assert len(stored_facts("toy", file, Builder(), "1")) == 3, "the store holds all"


def test_a_changed_file_is_read_again_and_a_copy_is_not(file: Path, tmp_path: Path) -> None:
    build = Builder()
    stored_facts("toy", file, build, "1")
    copy = tmp_path / "copy.txt"
    copy.write_bytes(file.read_bytes())
    stored_facts("toy", copy, build, "1")
    assert build.calls == 1
    file.write_text("Harlow revenue 8\n", encoding="utf-8")
    assert [one.value for one in stored_facts("toy", file, build, "1")] == ["8"]


def test_a_file_beside_it_counts_too(file: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a", encoding="utf-8")
    build = Builder()
    stored_facts("toy", file, build, "1", also=[table])
    table.write_text("b", encoding="utf-8")
    stored_facts("toy", file, build, "1", also=[table])
    assert build.calls == 2


@pytest.mark.parametrize("rubbish", [b"", b"\xff" * 8, b"\0" * 40, b"\0\0\0\0\0\0\0\x05hello"])
def test_a_store_that_cannot_be_read_is_built_anew(file: Path, rubbish: bytes) -> None:
    build = Builder()
    first = stored_facts("toy", file, build, "1")
    for store in Path(cache_folder()).glob("facts*.bin"):
        store.write_bytes(rubbish)
    assert stored_facts("toy", file, build, "1") == first
    assert build.calls == 2


def test_without_a_place_for_stores_it_still_reads(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(file / "not-a-folder"))
    assert len(stored_facts("toy", file, Builder(), "1")) == 3
