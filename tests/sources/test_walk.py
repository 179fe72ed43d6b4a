"""Which files a run reads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.sources import walk_paths


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words\n")


def test_folders_are_walked_in_order_and_hidden_ones_left_out(tmp_path: Path) -> None:
    make(
        tmp_path,
        "b.md",
        "a.txt",
        "z/c.HTML",
        "z/.d.md",
        ".git/e.md",
        "f.pdf",
        "g.py",
        "h.yaml",
        "a/z.markdown",
    )
    (tmp_path / "claims.yml").write_text("# sheet\nfactcheck: claims\nsource: {name: x}\n")
    files, errors = walk_paths([tmp_path])
    assert [str(file.relative_to(tmp_path)) for file in files] == [
        "a/z.markdown", "a.txt", "b.md", "claims.yml", "z/c.HTML",
    ]  # fmt: skip
    assert not errors


def test_named_files_are_taken_whatever_their_name_and_only_once(tmp_path: Path) -> None:
    make(tmp_path, "b.md", "notes", ".hidden.md")
    files, errors = walk_paths(
        [str(tmp_path / "notes"), tmp_path / ".hidden.md", tmp_path, tmp_path / "b.md"]
    )
    assert [file.name for file in files] == ["notes", ".hidden.md", "b.md"]
    assert not errors


def test_a_path_that_is_not_there_is_an_error_and_the_rest_is_walked(tmp_path: Path) -> None:
    make(tmp_path, "b.md")
    files, errors = walk_paths([tmp_path / "none", tmp_path, "nul\0name"])
    assert [file.name for file in files] == ["b.md"]
    assert [error.path for error in errors] == [str(tmp_path / "none"), "nul\0name"]


def test_an_empty_name_is_not_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "b.md")
    monkeypatch.chdir(tmp_path)
    files, errors = walk_paths([""])
    assert not files and errors[0].message == "there is no such file or folder."
    assert [str(file) for file in walk_paths(["."])[0]] == ["b.md"]


def test_pipes_in_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "b.md")
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    files, errors = walk_paths([tmp_path])
    assert [file.name for file in files] == ["b.md", "gone.md"] and not errors


def test_links_do_not_make_doubles_or_circles(tmp_path: Path) -> None:
    make(tmp_path, "a/b.md")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "c.md").symlink_to(tmp_path / "a" / "b.md")
    assert len(walk_paths([tmp_path])[0]) == 1
