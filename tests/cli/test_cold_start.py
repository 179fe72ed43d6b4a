"""What a start must not load: a hook pays for it at every commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = (
    "# Harbour Line carries more\n\nHarbour Line's freight revenue rose 26% to **€4.3 billion** in the quarter ended "
    "June 30, 2025, its eighth rise in a row.\n"
)
LIBRARIES = {"pint", "pydantic", "yaml", "lxml", "trafilatura", "markdown_it", "currency_converter", "rich"}
COSTLY = {
    "argparse",
    "dataclasses",
    "inspect",
    "hashlib",
    "calendar",
    "datetime",
    "locale",
    "json",
    "tempfile",
    "tomllib",
    "typing",
    "importlib",
    "heapq",
    "array",
}


def loaded(tmp_path: Path, *options: str) -> set[str]:
    """The modules that a second, equal check has loaded at its end."""
    (tmp_path / "one.md").write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from factcheck.__main__ import main\n"
        f"code = main(['check', 'one.md', *{options!r}])\n"
        "print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-S", "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            text=True,
        )
        assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize("options", [(), ("--no-cache",)])
def test_a_check_of_prose_needs_no_library(tmp_path: Path, options: tuple[str, ...]) -> None:
    modules = loaded(tmp_path, *options)
    assert "factcheck.engine.run" in modules
    dear = modules & (LIBRARIES | COSTLY)
    assert not dear, "imported by every check (days: from factcheck.day)"


def test_an_article_that_was_read_needs_no_reader(tmp_path: Path) -> None:
    from factcheck import compiled

    if compiled.file_signature([__file__, *map(str, Path(compiled.__file__).parent.rglob("*.py"))]) is None:
        pytest.skip("the package is being written at this moment")
    modules = loaded(tmp_path)
    assert not {name for name in modules if name.startswith("factcheck.extract")}
    assert "pathlib" not in modules
