"""What was read is kept between runs, and changes nothing but the time they take."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import compiled, pipeline
from factcheck.cache import cache_folder, write_atomically
from factcheck.kept import PASSED_OVER, Kept, find_kept

ROOT = Path(__file__).resolve().parent.parent
TEXT = "Harbour Line's freight revenue rose 26% to €4.3 billion in the quarter ended June 30, 2025.\n"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    monkeypatch.setattr(compiled, "_FRESH", 0)  # this checkout may be being edited
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    found = find_kept()
    assert found is not None
    return found


def entries(kept: Kept) -> list[Path]:
    return sorted(path for path in Path(kept.folder).rglob("*") if path.is_file())


def no_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("read anew")

    monkeypatch.setattr(pipeline, "_extracted", refuse)


def test_an_unchanged_file_is_not_read_again(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.txt", "c.html"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    paths = [tmp_path / name for name in ("a.md", "b.txt", "c.html", "missing.md")]
    first = pipeline.read_files(paths, kept=kept)
    assert len(first[0]) == 3 and len(first[1]) == 1 and len(entries(kept)) == 3
    without = pipeline.read_files(paths)
    no_extraction(monkeypatch)
    assert pipeline.read_files(paths, kept=kept) == first == without


def test_a_sheet_is_kept_like_an_article(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted((ROOT / "seeds").glob("*.claims.yaml"))
    first = pipeline.read_files(paths, kept=kept)
    assert len(first[0]) == len(paths) and not first[1]
    no_extraction(monkeypatch)
    assert pipeline.read_files(paths, kept=kept) == first


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(TEXT) - 1), new=st.sampled_from("x7 \n€"))
def test_any_other_byte_is_another_entry(kept: Kept, at: int, new: str) -> None:
    changed = TEXT[:at] + new + TEXT[at + 1 :]
    found = pipeline.read_bytes("a.md", changed.encode(), kept=kept)
    assert found == pipeline.read_bytes("a.md", changed.encode())
    assert pipeline.read_bytes("a.md", changed.encode(), kept=kept) == found


def test_path_and_format_belong_to_the_entry(kept: Kept) -> None:
    data = b"<p>Ferry traffic grew 12% in 2024.</p>"
    page = pipeline.read_bytes("a.html", data, kept=kept)
    assert pipeline.read_bytes("a.txt", data, kept=kept) != page
    assert pipeline.read_bytes("b.html", data, kept=kept).article.path == "b.html"


def test_all_code_that_reads_belongs_to_the_entry() -> None:
    """Whatever reading loads lies in the folders whose code is looked at."""
    code = (
        "import sys; from factcheck.pipeline import read_bytes\n"
        "for name in ('a.md', 'a.html', 'a.txt'): read_bytes(name, b'Sales rose 5% to $3 million in 2025, up from $2.9 million.')\n"
        "print(*(name for name in sys.modules if name.startswith('factcheck.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    rooms = {name.split(".")[1] for name in done.stdout.split()}
    assert "extract" in rooms and "sources" in rooms
    assert not rooms & PASSED_OVER


def test_vocabulary_belongs_to_the_entry(kept: Kept, tmp_path: Path) -> None:
    layer = tmp_path / "words"
    (layer / "entities").mkdir(parents=True)
    assert (other := find_kept((layer,))) is not None and other.basis == kept.basis  # nothing in it yet
    (layer / "entities" / "own.yaml").write_text("entities: {}\n", encoding="utf-8")
    assert (other := find_kept((layer,))) is not None and other.basis != kept.basis


def test_nothing_is_kept_while_files_are_being_written(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("entities: {}\n", encoding="utf-8")
    assert find_kept((tmp_path,)) is None


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_entry_is_read_anew(kept: Kept, damage: bytes | None) -> None:
    first = pipeline.read_bytes("a.md", TEXT.encode(), kept=kept)
    (entry,) = entries(kept)
    whole = entry.read_bytes()
    entry.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert kept.find("a.md", TEXT.encode()) is None
    assert pipeline.read_bytes("a.md", TEXT.encode(), kept=kept) == first
    assert entry.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    nowhere = Kept(str(tmp_path / "file" / "read"), b"basis")
    first = pipeline.read_bytes("a.md", TEXT.encode(), kept=nowhere)
    assert pipeline.read_bytes("a.md", TEXT.encode(), kept=nowhere) == first
    assert nowhere.find("a.md", TEXT.encode()) is None


def test_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", "/named")
    assert cache_folder() == "/named"
    monkeypatch.delenv("FACTCHECK_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/base")
    assert cache_folder() == os.path.join("/base", "factcheck")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(os.path, "expanduser", lambda path: "~")
    assert not write_atomically(os.path.join(cache_folder(), "x-1.bin"), b"x")


def test_entries_are_bounded_and_the_oldest_go(tmp_path: Path) -> None:
    for number in range(6):
        assert write_atomically(str(tmp_path / f"read-{number}.bin"), b"x", keep=3)
        os.utime(tmp_path / f"read-{number}.bin", (number, number))
    write_atomically(str(tmp_path / "other-1.bin"), b"x", keep=3)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "other-1.bin", "read-3.bin", "read-4.bin", "read-5.bin",
    ]  # fmt: skip


def test_a_pipe_is_read_once(kept: Kept, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = subprocess.Popen(["sh", "-c", f"printf 'Sales rose 5%% in 2025.' > {pipe}"])
    read, errors = pipeline.read_files([pipe], kept=kept)
    assert writer.wait(timeout=10) == 0 and not errors and read[0].figures == 1


def test_processes_that_start_together_share_an_empty_cache(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(ROOT / "seeds", desk)
    environment = {**os.environ, "FACTCHECK_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "factcheck", "check", ".", "--format", "json", "--fail-level", "never"]
    started = [
        subprocess.Popen(command, cwd=desk, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    outputs = [process.communicate(timeout=300) for process in started]
    assert {process.returncode for process in started} == {0}
    assert not any(errors for _, errors in outputs)
    again = subprocess.run(command, cwd=desk, env=environment, capture_output=True, check=True)
    without = subprocess.run(
        [*command, "--no-cache"], cwd=desk, env=environment, capture_output=True, check=True
    )
    assert {output for output, _ in outputs} == {again.stdout} == {without.stdout}
    assert not list((tmp_path / "cache").rglob("*.part"))
