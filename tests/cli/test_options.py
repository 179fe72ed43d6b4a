"""Command lines read without argparse mean what argparse says they mean."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli.options import Options

WORDS = [
    *("a.md", "-", "", "two words", "never", "warning", "json", "text", "--against", "--format", "--output"),
    *(
        "--report-dir",
        "--fail-level",
        "--rules",
        "--config",
        "--force-exclude",
        "--stdin-filename",
        "--stats",
    ),
    *("--no-cache", "--explain", "--form", "--format=json", "--", "-h", "-1", "--unknown", "-x y", "@file"),
]


def both(command: str, argv: list[str]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    module = import_module(f"factcheck.cli.{command}")
    parser = ArgumentParser(prog="factcheck", exit_on_error=False)
    module.add_arguments(parser)
    plain = Options(command, module.DESCRIPTION, module.add_arguments).read_plain(argv)
    try:
        return plain, vars(parser.parse_args(argv))
    except (SystemExit, Exception):
        return plain, None


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["check", "claims"]), st.lists(st.sampled_from(WORDS), max_size=7))
def test_both_agree(command: str, argv: list[str]) -> None:
    plain, full = both(command, argv)
    assert plain is None or plain == full


@pytest.mark.parametrize(
    "argv",
    [
        ["a.md"],
        ["a.md", "b.md", "--against", "c", "d", "--fail-level", "never"],
        ["--format", "json", "--no-cache", "-"],
        ["--report-dir", "x", "a.md", "--stats"],
        ["a.md", "--against", "c", "--against", "d", "--force-exclude", "--rules", "r"],
    ],
)
def test_usual_lines_need_no_argparse(argv: list[str]) -> None:
    plain, full = both("check", argv)
    assert plain is not None and plain == full


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "the following arguments are required: PATH"),
        (["a.md", "--output", "x", "--report-dir", "y"], "not allowed with argument"),
        (["a.md", "--format", "yaml"], "invalid choice: 'yaml'"),
        (["a.md", "--colour"], "unrecognized arguments: --colour"),
        (["a.md", "--against"], "expected at least one argument"),
    ],
)
def test_mistakes_are_said_as_argparse_says_them(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    module = import_module("factcheck.cli.check")
    with pytest.raises(SystemExit) as left:
        Options("check", module.DESCRIPTION, module.add_arguments).read(argv)
    error = capsys.readouterr().err
    assert left.value.code == 2 and said in error and error.startswith("usage: factcheck check")


def test_what_is_not_understood_is_refused_where_it_is_declared() -> None:
    for how in ({"nargs": "*"}, {"action": "append"}, {"const": Path}):
        with pytest.raises(TypeError, match="not known here"):
            Options("x", "", lambda options, how=how: options.add_argument("--x", **how))  # type: ignore[misc]


@pytest.mark.parametrize("command", ["check", "claims"])
def test_every_option_is_documented(command: str) -> None:
    module = import_module(f"factcheck.cli.{command}")
    page = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    part = page.partition(f"## factcheck {command} ")[2].partition("\n## ")[0]
    flags = set(Options(command, module.DESCRIPTION, module.add_arguments)._flags)
    assert flags and flags == set(re.findall(r"`(--[a-z-]+)", part.partition("\n| option")[2]))
