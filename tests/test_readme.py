"""The README tells the truth: its files, commands, output and Python are run, its links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
NAMED = re.compile(r"`([\w./-]+\.(?:md|txt|yaml))`:\n\n```\w+\n(.*?)^```$", re.M | re.S)


def blocks(language: str) -> list[str]:
    return [match[2] for match in FENCE.finditer(README) if match[1] == language]


def commands() -> list[str]:
    """Every command of the README that is not make."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    lines += [line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")]
    return [line.split("  #")[0].strip() for line in lines if line.startswith("factcheck ")]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the README's articles, and the folders its commands name."""
    files = NAMED.findall(README)
    assert [name for name, _ in files] == ["june.md", "autumn.md"]
    for name, text in files:
        (tmp_path / name).write_text(text, encoding="utf-8")
        for folder in ("archive", "drops"):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    return tmp_path


def call(command: str, desk: Path) -> subprocess.CompletedProcess[str]:
    scripts = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": scripts + os.pathsep + os.environ["PATH"]}
    return subprocess.run(
        command, shell=True, cwd=desk, env=environment, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("command", commands())
def test_commands_run(command: str, desk: Path) -> None:
    done = call(command, desk)
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout.strip() and not done.stderr


def test_the_shown_output_is_the_real_one(desk: Path) -> None:
    for block in blocks("console"):
        command, _, shown = block.removeprefix("$ ").partition("\n")
        assert call(command, desk).stdout == shown


def test_the_python_runs(desk: Path) -> None:
    for block in blocks("python"):
        done = call(f"{shlex.quote(sys.executable)} -c {shlex.quote(block)}", desk)
        assert done.returncode == 0, done.stderr
        assert "€4.3 billion" in done.stdout and "# Consistency report" in done.stdout


def test_the_two_commands_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"^make (\w+)", "\n".join(blocks("sh")), re.M)
    assert named == ["check", "test"]
    assert all(re.search(rf"^{name}:", makefile, re.M) for name in named)


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/configuration.md", "docs/dependencies.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    assert [target for target in targets if not ((ROOT / page).parent / target).exists()] == []
