"""All bytecode in one file: the same modules as without it, whatever happens to the file or to a source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = (
    "import sys; from factcheck.__main__ import run; from factcheck import bytecode; import os\n"
    "leave = os._exit\n"
    "def end(code):\n"
    "    kept = [one for one in sys.modules.values() if type(getattr(one, '__loader__', None)) is bytecode._Loader]\n"
    "    print(len(kept), file=sys.stderr); sys.stderr.flush(); leave(code)\n"
    "os._exit = end; sys.argv = ['factcheck', 'claims', 'one.txt', '--no-cache']; run()\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A copy of the package, all of its bytecode in place, and an article."""
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "factcheck", tmp_path / "factcheck", ignore=leave)
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    (tmp_path / "one.txt").write_text(
        "Harbour Line's revenue rose to €4.3 billion in 2024.\n", encoding="utf-8"
    )
    run(tmp_path)
    return tmp_path


def run(place: Path, program: str = PROGRAM, **environ: str) -> tuple[str, int]:
    """What a run prints, and how many of its modules came from the file."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=place,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(place), *filter(None, sys.path)]),
            "PYTHONDONTWRITEBYTECODE": "",
            **environ,
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, int(done.stderr.split()[-1])


def file_of(place: Path) -> Path:
    (found,) = (place / "factcheck" / "__pycache__").glob("all-modules*")
    return found


def test_the_second_run_takes_its_modules_from_the_file(place: Path) -> None:
    file = file_of(place)
    said, kept = run(place)
    assert kept > 50
    assert "4.3 billion" in said
    written = file.stat().st_mtime_ns
    assert run(place) == (said, kept)
    assert file.stat().st_mtime_ns == written  # nothing was missing


def test_modules_are_what_the_library_makes_of_them(place: Path) -> None:
    """Those that came with an import are made in one go from the third run on: they must not differ from the others."""
    tell = (
        "for name, one in sorted(sys.modules.items()):\n"
        "    if not name.startswith('factcheck.') or name == 'factcheck.__main__': continue\n"
        "    about, (up, _, last) = one.__spec__, name.rpartition('.')\n"
        "    loader = type(about.loader).__mro__[-5:] == type(one.__loader__).__mro__[-5:]\n"
        "    print(name, one.__file__, one.__package__, getattr(one, '__path__', ''), about.name, about.origin,\n"
        "        about.has_location, about.submodule_search_locations, loader, getattr(sys.modules[up], last) is one)\n"
    )
    program = PROGRAM.replace(
        "    kept = [", "".join(f"    {line}\n" for line in tell.splitlines()) + "    kept = ["
    )
    plain = run(place, program, PYTHONDONTWRITEBYTECODE="1")[0]
    for _ in range(3):
        assert run(place, program)[0] == plain


@pytest.mark.parametrize(
    "module", ["claims", "sentence_view"]
)  # one that is asked for, one that comes with it
def test_a_source_that_changed_is_imported_anew(place: Path, module: str) -> None:
    run(place)
    said, kept = run(place)
    source = place / "factcheck" / "extract" / f"{module}.py"
    source.write_text(source.read_text(encoding="utf-8") + "\nraise SystemExit(0)\n", encoding="utf-8")
    assert run(place)[0] == ""
    source.write_text(source.read_text(encoding="utf-8").replace("raise SystemExit(0)", ""), encoding="utf-8")
    assert run(place)[0] == said
    assert run(place) == (said, kept)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.99])
def test_half_a_file_costs_only_time(place: Path, share: float) -> None:
    said, _ = run(place)
    file = file_of(place)
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
    assert run(place)[0] == said


def test_nothing_is_written_where_python_is_told_to_write_no_bytecode(place: Path) -> None:
    said, _ = run(place)
    file_of(place).unlink()
    assert run(place, PYTHONDONTWRITEBYTECODE="1") == (said, 0)
    assert not list((place / "factcheck" / "__pycache__").glob("all-modules*"))
