"""``factcheck check``: what goes in, what comes out, and the exit code."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SOUND = "Ferry traffic grew 12% in May.\n"
OTHER = "Ferry traffic grew 14% in May.\n"


@pytest.fixture(autouse=True)
def drops(desk: Path) -> None:
    for name, text in (("a.md", SOUND), ("b.md", OTHER), ("archive/c.txt", OTHER), ("archive/d.txt", OTHER)):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def test_agreement_ends_with_0(run: Any) -> None:
    code, out, err = run("check", "a.md")
    assert (code, err) == (0, "")
    assert out == "1 article checked: no findings. 2 figures seen, 1 claim read, 0 could be compared.\n"


def test_findings_end_with_1_and_name_both_passages(run: Any) -> None:
    code, out, _ = run("check", "a.md", "b.md")
    assert code == 1
    assert out.startswith("a.md:1:20: error: differ [toy]\n")
    assert "    b.md:1:20: “Ferry traffic grew 14% in May.”" in out


@pytest.mark.parametrize(
    ("severity", "level", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("note", "note", 1),
        ("error", "never", 0),
    ],
)
def test_fail_level(
    run: Any, toys: Any, monkeypatch: pytest.MonkeyPatch, severity: str, level: str, code: int
) -> None:
    monkeypatch.setattr(toys, "severity", severity)
    assert run("check", "a.md", "b.md", "--fail-level", level).code == code


def test_context_alone_raises_nothing(run: Any) -> None:
    assert run("check", "b.md", "--against", "archive").code == 0
    code, out, _ = run("check", "a.md", "--against", "archive", "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert next((one["path"], one["context"]) for one in report["articles"]) == ("a.md", False)
    assert all(any(e["path"] == "a.md" for e in f["evidence"]) for f in report["findings"])


def test_a_checked_file_is_not_its_own_context(run: Any) -> None:
    _, out, _ = run("check", "archive/c.txt", "--against", "archive", "--format", "json")
    assert [one["path"] for one in json.loads(out)["articles"]] == ["archive/c.txt", "archive/d.txt"]


def test_the_order_of_arguments_changes_nothing(run: Any) -> None:
    assert run("check", "a.md", "b.md", "archive").out == run("check", "archive", "b.md", "a.md").out


def test_json_keeps_its_shape(run: Any) -> None:
    report = json.loads(run("check", "a.md", "b.md", "--format", "json").out)
    assert list(report) == ["version", "articles", "findings", "errors", "unfinished"]
    evidence = report["findings"][0]["evidence"][0]
    text = Path(evidence["path"]).read_text(encoding="utf-8")
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"] == "12%"
    assert (evidence["line"], evidence["column"]) == (1, 20)
    assert evidence["claim"]["quantity"]["low"] == 12


def test_an_unreadable_file_ends_with_3_and_the_others_are_checked(run: Any) -> None:
    Path("bad.md").write_bytes(b"\x00\x01\x02PNG")
    code, out, _ = run("check", "a.md", "bad.md", "b.md")
    assert code == 3
    assert "differ [toy]" in out and "bad.md: " in out
    code, out, err = run("check", "a.md", "bad.md", "--format", "json")
    assert code == 3 and json.loads(out)["errors"][0]["path"] == "bad.md" and "bad.md" in err


@pytest.mark.parametrize("name", ["missing.md", "nothing"])
def test_what_is_not_there_is_never_0(run: Any, name: str) -> None:
    Path("nothing").mkdir()
    code, out, _ = run("check", "a.md", name)
    assert code == 3 and f"{name}: " in out


def test_an_empty_archive_is_no_error(run: Any) -> None:
    Path("new").mkdir()
    assert run("check", "a.md", "--against", "new").code == 0


def test_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(OTHER.encode())

    monkeypatch.setattr(sys, "stdin", Piped)
    code, out, _ = run(
        "check", "-", "--stdin-filename", "a.md", "--against", "a.md", "archive", "--format", "json"
    )
    report = json.loads(out)
    assert code == 0  # the a.md on disk is an older state of what is piped, not its context
    assert [one["path"] for one in report["articles"]] == ["a.md", "archive/c.txt", "archive/d.txt"]


def test_output_goes_to_a_file_in_the_format_of_its_suffix(run: Any) -> None:
    code, out, _ = run("check", "a.md", "b.md", "--output", "out/report.json")
    assert code == 1 and json.loads(Path("out/report.json").read_text())["version"] == 1
    assert out.endswith("Report: out/report.json\n")
    run("check", "a.md", "b.md", "--output", "report.md")
    assert Path("report.md").read_text(encoding="utf-8").startswith("<!-- factcheck report -->\n\n# ")


def test_report_dir_holds_a_page_an_article_and_an_index(run: Any) -> None:
    code, out, _ = run("check", "a.md", "b.md", "--report-dir", "reports")
    assert code == 1 and out.endswith("Report: reports/index.md\n")
    assert sorted(path.name for path in Path("reports").iterdir()) == ["a.md", "b.md", "index.md"]
    before = {path: path.read_bytes() for path in Path("reports").iterdir()}
    run("check", "b.md", "a.md", "--report-dir", "reports")
    assert before == {path: path.read_bytes() for path in Path("reports").iterdir()}


def test_a_report_among_the_articles_is_not_checked_as_one(run: Any) -> None:
    first = run("check", ".", "--report-dir", "reports")
    assert Path("reports/index.md").exists()
    assert run("check", ".", "--report-dir", "reports") == first


def test_output_and_report_dir_exclude_each_other(run: Any) -> None:
    assert run("check", "a.md", "--output", "x", "--report-dir", "y").code == 2


def test_a_report_that_cannot_be_written_ends_with_2(run: Any) -> None:
    code, _, err = run("check", "a.md", "--output", "a.md/x.md")
    assert code == 2 and "cannot be written" in err


def test_configuration_is_found_and_used(run: Any) -> None:
    Path("factcheck.toml").write_text('against = ["archive/**"]\nfail-level = "never"\n')
    code, out, _ = run("check", "a.md")
    assert code == 0 and "a.md:1:20: error" in out
    assert "against" not in run("check", "a.md", "--against", "a.md").out
    Path("factcheck.toml").write_text("fial-level = 1")
    code, _, err = run("check", "a.md")
    assert code == 2 and "did you mean 'fail-level'?" in err


def test_force_exclude_passes_over_what_a_hook_should_not_check(run: Any) -> None:
    Path("factcheck.toml").write_text('exclude = ["b.md"]')
    Path("ci.yaml").write_text("jobs: {}\n")
    assert run("check", "a.md", "b.md").code == 1
    assert run("check", "--force-exclude", "a.md", "b.md", "ci.yaml").code == 0


def test_stats_go_to_standard_error(run: Any) -> None:
    _, out, err = run("check", "a.md", "--stats")
    assert "candidates" in err and "1.2 ms" in err and "candidates" not in out


@pytest.mark.parametrize("argv", [[], ["chekc"], ["check"], ["check", "a.md", "--format", "pdf"], ["--nope"]])
def test_usage_errors_end_with_2(run: Any, argv: list[str]) -> None:
    assert run(*argv).code == 2


@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["check", "--help"], ["claims", "--help"]])
def test_help_ends_with_0(run: Any, argv: list[str]) -> None:
    code, out, _ = run(*argv)
    assert code == 0 and "factcheck" in out


def test_a_reader_that_leaves_early_is_no_crash(desk: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "check", "--help"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.wait()


@pytest.mark.parametrize(
    "entities", ["entities:\n  a: {name: A, year_end: {month: 13}}\n", "entities: [1,2\n"]
)
@pytest.mark.parametrize("command", ["check", "claims"])
def test_a_faulty_vocabulary_ends_with_2_and_no_article_is_blamed(command: str, entities: str) -> None:
    Path("voc").mkdir()
    Path("voc/entities.yaml").write_text(entities, encoding="utf-8")
    Path("factcheck.toml").write_text('vocabulary = ["voc"]\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", command, "a.md", "b.md"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "entities" in done.stderr and "a.md" not in done.stderr and "please report" not in done.stderr
