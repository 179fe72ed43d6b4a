"""``factcheck entities``: show, check, add."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from factcheck.cli import entities
from factcheck.errors import ConfigurationError


def call(*words: str) -> int:
    parser = ArgumentParser()
    entities.add_arguments(parser)
    return entities.run(parser.parse_args(list(words)), parser)


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("show", "Alibaba", "Group") == 0
    said = capsys.readouterr().out
    assert "on the last day of March, named by the year it ends in" in said
    assert "Forms 20-F for the fiscal years ended 31 March" in said
    assert call("show", "Norvane") == 1


def test_add_writes_an_entry_that_is_read_back(somewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = somewhere / "words" / "entities.yaml"
    assert call("add", "Norvane", "Energy", "--to", str(file), "--alias", "Norvane", "--year-end", "6") == 0
    assert call("add", "Castell & Sons", "--to", str(file), "--ticker", "CSTL", "--source", 'a "list"') == 0
    (somewhere / "factcheck.toml").write_text('vocabulary = ["words"]\n', encoding="utf-8")
    capsys.readouterr()
    assert call("show", "Norvane") == 0
    assert "last day of June" in capsys.readouterr().out
    assert call("show", "CSTL") == 0
    with pytest.raises(ConfigurationError, match="known already"):
        call("add", "Norvane", "--to", str(file))


def test_add_leaves_other_files_alone(somewhere: Path) -> None:
    file = somewhere / "other.yaml"
    file.write_text("metrics: {}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="no line"):
        call("add", "Norvane", "--to", str(file))
    assert file.read_text(encoding="utf-8") == "metrics: {}\n"


def test_check_of_our_own_registry(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("check") == 0
    assert "no clashes" in capsys.readouterr().out
