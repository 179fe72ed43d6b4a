"""Configuration: found by walking up, strict, every mistake named, every setting documented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import KEYS, Settings, find_settings, load_settings
from factcheck.errors import ConfigurationError
from factcheck.globs import expand, matches

DOCS = Path(__file__).resolve().parent.parent / "docs"


def write(folder: Path, text: str, name: str = "factcheck.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults_without_a_file(tmp_path: Path) -> None:
    settings = find_settings(tmp_path)
    assert (settings.fail_level, settings.packs, settings.archive()) == ("error", None, [])


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    write(tmp_path, 'fail-level = "note"')
    write(tmp_path / "desk", '[tool.factcheck]\nfail-level = "warning"', "pyproject.toml")
    assert find_settings(tmp_path / "desk").fail_level == "warning"
    assert find_settings(tmp_path).fail_level == "note"


def test_a_pyproject_about_other_things_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, 'fail-level = "note"')
    write(tmp_path / "desk", '[project]\nname = "factcheck-plugin"', "pyproject.toml")
    assert find_settings(tmp_path / "desk").fail_level == "note"


def test_everything_at_once(tmp_path: Path) -> None:
    for folder in ("our/rules", "our/words"):
        (tmp_path / folder).mkdir(parents=True)
    file = write(
        tmp_path,
        'packs = ["values"]\nfail-level = "never"\nrule-folders = ["our/rules"]\nvocabulary = ["our/words"]\n'
        'reference = ["facts/*.yaml"]\ninclude = ["**/*.md"]\nexclude = ["drafts/**"]\nagainst = ["archive/**"]\n'
        '[rules]\nmissing-base = "off"\nscale-slip = "warning"\n',
    )
    settings = load_settings(file)
    assert settings.rules == {"missing-base": "off", "scale-slip": "warning"}
    assert settings.rule_folders == (tmp_path / "our/rules",)
    assert settings.takes(tmp_path / "a/b.md")
    assert not settings.takes(tmp_path / "drafts/b.md")
    assert not settings.takes(tmp_path / "a/b.txt")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('fail-levle = "note"', "unknown setting 'fail-levle'; did you mean 'fail-level'?"),
        ('fail-level = "erorr"', "fail-level: 'erorr' is no level; did you mean 'error'?"),
        ('[rules]\nx = "of"', "rules: x: 'of' is no grade; did you mean 'off'?"),
        ("packs = 3", "packs: must be a list of strings"),
        ('vocabulary = ["nowhere"]', "vocabulary: there is no folder"),
        ("packs = [", "is not valid TOML"),
    ],
)
def test_mistakes_are_named_with_the_file(tmp_path: Path, text: str, said: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigurationError) as caught:
        load_settings(file)
    assert said in str(caught.value) and str(file) in str(caught.value)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_settings(write(tmp_path, "packs = 3\nwords = []\nfail-level = 1"))
    assert len(str(caught.value).splitlines()) == 3


def test_every_setting_is_documented() -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in page] == []


def test_the_documented_example_is_valid(tmp_path: Path) -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    for folder in ("desk/rules", "desk/vocabulary"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "desk" / "eurofxref-hist.zip").touch()
    settings = load_settings(write(tmp_path, example, "pyproject.toml"))
    assert all(
        getattr(settings, key.replace("-", "_")) != getattr(Settings(), key.replace("-", "_")) for key in KEYS
    )


@pytest.mark.parametrize(
    ("name", "glob", "fits"),
    [
        ("a.md", "*.md", True),
        ("x/y/a.md", "*.md", True),
        ("x/y/a.md", "x/*.md", False),
        ("x/y/a.md", "x/**/*.md", True),
        ("x/a.md", "x/**/*.md", True),
        ("x/y/a.md", "x/**", True),
        ("x/y/a.md", "x/", True),
        ("xy/a.md", "x/**", False),
        ("drop.1.md", "drop.?.md", True),
    ],
)
def test_globs(name: str, glob: str, fits: bool) -> None:
    assert matches(name, glob) is fits


@given(st.text(max_size=30), st.text("*?/a.", max_size=30))
def test_no_glob_hangs_or_crashes(name: str, glob: str) -> None:
    matches(name * 3, glob)


def test_expand_finds_files_and_keeps_plain_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("archive/2024/a.md", "archive/b.txt", "archive/.hidden.md", "archive/.git/c.md"):
        write(Path(name).parent, "x", Path(name).name)
    assert expand("archive/**", tmp_path) == ["archive/2024/a.md", "archive/b.txt"]
    assert expand("archive/**/*.md", tmp_path) == ["archive/2024/a.md"]
    assert expand("archive", tmp_path) == ["archive"]
    assert expand("missing", tmp_path) == ["missing"]
