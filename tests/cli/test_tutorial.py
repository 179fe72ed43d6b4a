"""The tutorial is true: its files are written, its commands are run, and what they print is what the page shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
# “`path`:” at the end of a paragraph, then a fenced block: a file. A block of “console”: commands and their output.
BLOCK = re.compile(
    r"(?:`(?P<path>[\w./-]+)`:\n\n)?(?P<fence>`{3,})(?P<kind>\w*)\n(?P<body>.*?)^(?P=fence)$", re.S | re.M
)


def test_the_tutorial_does_what_it_says(command: Any, desk: Path) -> None:
    ran = 0
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        if block["path"]:
            file = Path(block["path"])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["body"], encoding="utf-8")
        elif block["kind"] == "console":
            ran += _session(block["body"], command)
    assert ran >= 8


def _session(text: str, command: Any) -> int:
    """Run a console block; how many commands it held."""
    steps = re.split(r"^\$ ", text, flags=re.M)[1:]
    code = None
    ran = 0
    for step in steps:
        line, _, expected = step.partition("\n")
        words = shlex.split(line)
        if line == "echo $?":
            assert expected.strip() == str(code), (text, code)
            continue
        assert words[0] == "factcheck", line
        code, out, err = command(*words[1:])
        ran += 1
        _compare(expected, out + err, line)
    return ran


def _compare(expected: str, printed: str, line: str) -> None:
    """“…” alone on a line stands for anything."""
    if expected.startswith("…\n"):
        assert printed.endswith(expected.removeprefix("…\n")), (line, printed)
    else:
        assert printed == expected, (line, printed)


def test_the_tutorial_is_linked() -> None:
    assert "tutorial.md" in (PAGE.parent / "rules.md").read_text(encoding="utf-8")
