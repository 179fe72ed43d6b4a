"""Compiled vocabulary and rules: built once for the same files, whatever happens to the cache."""

from __future__ import annotations

import marshal
import os
from pathlib import Path
from typing import Any

import pytest

from factcheck import compiled as module
from factcheck.compiled import compiled, file_signature, shared


class Builder:
    def __init__(self) -> None:
        self.built = 0

    def __call__(self, contents: dict[Path, bytes]) -> Any:
        self.built += 1
        return [raw.decode() for raw in contents.values()]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "words.yaml"
    path.write_text("one")
    return path


def test_built_once_for_the_same_content(file: Path) -> None:
    build = Builder()
    assert compiled("words", [file], build) == compiled("words", [file], build) == ["one"]
    assert build.built == 1
    file.write_text("two")
    assert compiled("words", [file], build) == ["two"] and build.built == 2
    file.write_text("one")
    assert compiled("words", [file], build) == ["one"] and build.built == 2
    compiled("words", [file], build, version="2")
    assert build.built == 3


def test_files_that_stay_are_not_even_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FRESH", 0)
    build = Builder()
    compiled("words", [file], build)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("read"))
    assert compiled("words", [file], build) == ["one"] and build.built == 1


def test_a_change_of_the_same_size_with_the_old_time_is_seen(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FRESH", 0)
    build = Builder()
    before = file.stat()
    compiled("words", [file], build)
    other = file.with_suffix(".new")
    other.write_text("two")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.replace(other, file)
    assert compiled("words", [file], build) == ["two"]


def test_a_file_just_written_has_no_signature(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert file_signature([file]) is None
    monkeypatch.setattr(module, "_FRESH", 0)
    assert file_signature([file]) is not None
    assert file_signature([file, file.with_name("missing")]) is None


def test_damage_and_a_folder_that_cannot_be_written(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = Builder()
    compiled("words", [file], build)
    for entry in (tmp_path / "cache").iterdir():
        entry.write_bytes(b"\x00broken")
    assert compiled("words", [file], build) == ["one"] and build.built == 2
    monkeypatch.setenv("FACTCHECK_CACHE", str(file / "no-folder"))
    assert compiled("words", [file], build) == ["one"] and build.built == 3


def test_equal_data_is_kept_once_and_what_only_equals_it_is_kept_apart() -> None:
    words = ["".join(["rose ", "by"]) for _ in range(2)]  # equal, and two objects
    apart = [(1, words[0]), (True, words[1]), (1.0,), (0.0,), (-0.0,)]
    data = {"pairs": [(words[0], 1), (words[1], 1)], "sets": (frozenset(words), {2}), "apart": apart}
    made = marshal.loads(marshal.dumps(shared(data, {})))
    assert repr(made) == repr(data)
    assert made["pairs"][0] is made["pairs"][1]


def test_the_words_for_quantities_are_loaded_once() -> None:
    from factcheck.extract.quantity_words import load_lexicon

    assert load_lexicon() is load_lexicon(())
