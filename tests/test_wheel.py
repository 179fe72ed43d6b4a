"""A built wheel, installed into an empty environment and run in another folder, checks an article."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIRST = "# Harbour Line results\n\nHarbour Line's revenue rose 26% to €4.3 billion in the quarter ended June 30, 2025.\n"
SECOND = "# Harbour Line looks back\n\nHarbour Line's revenue was €4.6 billion in the quarter ended June 30, 2025.\n"


def call(*command: str | Path, cwd: Path, codes: tuple[int, ...] = (0,)) -> str:
    """Run a command outside the checkout's environment; its standard output."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment["FACTCHECK_CACHE"] = str(cwd / ".cache")
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=600
    )
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, ROOT, cwd=target)
    return next(target.glob("*.whl"))


def test_the_wheel_holds_rules_types_and_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"factcheck/py.typed", "factcheck/__main__.py"} <= names
    shipped = {f"factcheck/_rules/{file.relative_to(ROOT / 'rules').as_posix()}" for file in rule_files()}
    assert shipped <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests", "seeds", "reports", "benchmarks")) for name in names)


def rule_files() -> list[Path]:
    return [file for suffix in ("yaml", "md", "json") for file in (ROOT / "rules").rglob(f"*.{suffix}")]


def test_an_installed_wheel_checks_an_article(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    call(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "first.md").write_text(FIRST, encoding="utf-8")
    (desk / "second.md").write_text(SECOND, encoding="utf-8")
    command = (scripts / "factcheck", "check", "first.md", "second.md", "--format", "json")
    report = json.loads(call(*command, cwd=desk, codes=(1,)))
    assert {one["path"] for one in report["findings"][0]["evidence"]} == {"first.md", "second.md"}
    assert call(scripts / "python", "-m", "factcheck", "--version", cwd=desk).startswith("factcheck ")
