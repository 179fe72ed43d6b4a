"""Reading prose must not load what only HTML and sheets need."""

from __future__ import annotations

import subprocess
import sys

import pytest

SLOW = (
    "lxml",
    "trafilatura",
    "markdown_it",
    "yaml",
    "pydantic",
    "html.entities",
    "json",
    "unicodedata",
    "charset_normalizer",
)


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
def test_prose_needs_no_library(path: str) -> None:
    code = (
        "import sys; from factcheck.sources import read_text\n"
        f"read_text('# Flu falls\\n\\nIt fell **9 %** [in May](https://x.example).\\n', {path!r})\n"
        f"read_text('# Flu falls\\n\\nIt fell **9 %** [in May](https://x.example).\\n', {path!r})\n"
        f"print([name for name in {SLOW!r} if name in sys.modules])"
    )
    warm = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert warm.returncode == 0
    assert done.stdout.strip() == "[]"
