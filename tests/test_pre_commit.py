"""A newsroom's repository with the real pre-commit and the real .pre-commit-hooks.yaml, without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARCHIVED = """\
---
title: Harbour Line results
date: 2025-07-30
source: Coast Wire
---

Harbour Line's revenue rose 26% to €4.3 billion in the quarter ended June 30, 2025, the ferry operator said.
"""
QUARREL = """\
---
title: Ferries in brief
date: 2025-08-02
---

Harbour Line's revenue was €4.6 billion in the quarter ended June 30, 2025.
"""
OLD_QUARREL = QUARREL.replace("4.6", "4.9").replace("2025-08-02", "2025-08-01")
SOUND = """\
---
title: Another ferry
date: 2025-08-02
---

Gull Ferries carried 12,400 cars in July 2025.
"""


class Ran(NamedTuple):
    code: int
    text: str


class Desk:
    """A git repository whose commits run the hook."""

    def __init__(self, root: Path) -> None:
        self.home = root / "newsroom"
        self.home.mkdir()
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT"))},
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(root),
            "PRE_COMMIT_HOME": str(root / "pre-commit"),
            "PRE_COMMIT_COLOR": "never",
            "FACTCHECK_CACHE": str(root / "cache"),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{
                f"GIT_{who}_{what}": "desk@example.org"
                for who in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")
            },
        }

    def call(self, *command: str, cwd: Path | None = None) -> Ran:
        done = subprocess.run(
            command, cwd=cwd or self.home, env=self.environment, capture_output=True, text=True, timeout=300
        )
        return Ran(done.returncode, done.stdout + done.stderr)

    def must(self, *command: str, cwd: Path | None = None) -> str:
        code, text = self.call(*command, cwd=cwd)
        assert code == 0, text
        return text

    def write(self, name: str, content: str | bytes) -> None:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, **files: str | bytes) -> Ran:
        """Write drops and commit them; the hook runs as git runs it."""
        for name, content in files.items():
            self.write(f"drops/{name.replace('_', '.')}", content)
        self.must("git", "add", "-A")
        return self.call("git", "commit", "-m", "drop")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    tool = (
        tmp_path / "factcheck-repository"
    )  # what a newsroom's configuration points to, as a repository of its own
    tool.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", tool)
    made.must("git", "init", "-q", cwd=tool)
    made.must("git", "add", "-A", cwd=tool)
    made.must("git", "commit", "-qm", "hooks", cwd=tool)
    revision = made.must("git", "rev-parse", "HEAD", cwd=tool).strip()
    made.must("git", "init", "-q")
    made.write("archive/2025/results.md", ARCHIVED)
    made.write("factcheck.toml", 'against = ["archive/**"]\nexclude = ["README.md"]\n')
    made.write("README.md", QUARREL)
    made.write(
        ".pre-commit-config.yaml",
        # language: system takes the factcheck of this environment instead of installing one from the network
        f"repos:\n- repo: {tool}\n  rev: {revision}\n  hooks:\n  - id: factcheck\n    language: system\n",
    )
    made.must("git", "add", "-A")
    made.must("git", "commit", "-qm", "archive")
    made.must("pre-commit", "install")
    return made


def test_a_conflicting_drop_fails_and_both_passages_are_named(desk: Desk) -> None:
    code, text = desk.commit(brief_md=QUARREL)
    assert code == 1
    assert "drops/brief.md:6:" in text and "archive/2025/results.md:7:" in text
    assert "€4.6 billion" in text and "€4.3 billion" in text


def test_a_sound_drop_passes(desk: Desk) -> None:
    code, text = desk.commit(sound_md=SOUND)
    assert code == 0, text


def test_a_broken_file_gives_a_clear_error(desk: Desk) -> None:
    code, text = desk.commit(broken_md=b"\x00\x01\x02 not an article", sound_md=SOUND)
    assert code == 1
    assert "drops/broken.md: " in text and "Traceback" not in text


def test_quarrels_inside_the_archive_do_not_stop_a_commit(desk: Desk) -> None:
    desk.write("archive/2025/old.md", OLD_QUARREL)
    desk.must("git", "add", "-A")
    desk.must("git", "commit", "-qnm", "an archive that disagrees with itself")
    assert desk.commit(sound_md=SOUND).code == 0


def test_two_drops_of_one_commit_are_compared_with_each_other(desk: Desk) -> None:
    shutil.rmtree(desk.home / "archive")
    code, text = desk.commit(one_md=ARCHIVED, two_md=QUARREL, three_md=SOUND)
    assert code == 1 and "drops/one.md:7:" in text and "drops/two.md:6:" in text


def test_other_yaml_and_excluded_files_are_passed_over(desk: Desk) -> None:
    desk.write("README.md", QUARREL + "\n")
    code, text = desk.commit(workflow_yaml="jobs: {}\n", sound_md=SOUND)
    assert code == 0, text


def test_tracked_files_are_never_modified(desk: Desk) -> None:
    desk.commit(brief_md=QUARREL)
    assert desk.must("git", "diff", "--name-only") == ""
    assert "??" not in desk.must("git", "status", "--porcelain")
