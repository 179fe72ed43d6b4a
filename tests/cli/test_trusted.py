"""Reference facts named in the configuration decide: the draft is wrong, and the source is named."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SHEET = """factcheck: claims
source: {name: Norvane annual report, published: 2025-08-01, title: Norvane results}
claims:
  - {entity: Norvane, metric: revenue, value: "$4,662 million", period: Q2 2025}
"""


def check(folder: Path, draft: str) -> list[dict[str, object]]:
    (folder / "facts").mkdir()
    (folder / "facts" / "norvane.yaml").write_text(SHEET, encoding="utf-8")
    (folder / "factcheck.toml").write_text('reference = ["facts"]\n', encoding="utf-8")
    (folder / "draft.md").write_text(f"# Norvane Q2 2025 results\n\n{draft}\n", encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "draft.md", "--format", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return [finding for finding in found if finding["severity"] != "note"]


def test_a_draft_against_a_trusted_fact(tmp_path: Path) -> None:
    (finding,) = check(tmp_path, "Norvane reported revenue of $4.62 billion in Q2 2025.")
    assert (finding["rule"], finding["severity"]) == ("reference-conflict", "error")
    assert finding["suggestion"] == "$4,662 million"


def test_a_rounded_figure_agrees(tmp_path: Path) -> None:
    assert check(tmp_path, "Norvane reported revenue of $4.66 billion in Q2 2025.") == []


def test_filings_and_tables_in_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "facts" / "tables"
    folder.mkdir(parents=True)
    (folder / "results.csv").write_text(
        "company,item,amount,period\nNorvane,revenue,4662,2025-Q2\n", encoding="utf-8"
    )
    (folder / "results.yaml").write_text(
        "factcheck: facts\nfile: results.csv\n"
        "source: {name: Norvane results, published: 2025-08-01, retrieved: 2025-08-02, authority: own filing}\n"
        "rows: {entity: company, metric: item, value: amount, period: period}\nfixed: {unit: USD}\nscale: 1000000\n",
        encoding="utf-8",
    )
    (folder / "notes.json").write_text("{}", encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text('reference = ["facts"]\n', encoding="utf-8")
    text = "# Norvane Q2 2025 results\n\nNorvane reported revenue of $4.62 billion in Q2 2025.\n"
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "draft.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "[reference-conflict]" in done.stdout and "own filing, retrieved 2025-08-02" in done.stdout
    assert done.stderr == ""
