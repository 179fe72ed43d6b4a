"""How long a cold ``factcheck check one.md`` takes, against ``python -c pass`` and proselint on the same file.

    python benchmarks/startup.py [--runs 20] [--keep FOLDER]

Makes two environments of its own in a temporary folder (factcheck from this checkout as a wheel would install it, and
proselint from the package index), so nothing here depends on what the developer has installed. Prints a Markdown
table of medians; runs are interleaved, so that a busy machine hits every row alike.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = """\
---
title: Harbour Line results
date: 2025-07-30
source: Coast Wire
---

Harbour Line's revenue rose 26% to $4.3 billion in the quarter ended June 30, 2025, from $3.4 billion a year earlier,
the ferry operator said on Wednesday. Freight made up 58% of sales. The company, which employs 12,400 people on nine
routes, expects passenger numbers to grow by 4% to 6% in the full year.

"We carried more than two million cars in the first half," said its chief executive. Operating profit was €412 million,
or 9.6% of revenue, the eighth consecutive quarter of growth. Shares rose 3.2% to 41.20 euros.

"""
SIZE = 4096  # bytes of the article, about 650 words


def environment(folder: Path, *packages: str) -> Path:
    """A new environment with packages installed; its folder of commands."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", *packages], check=True)
    return scripts


def seconds(command: list[str], cwd: Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def measure(folder: Path, runs: int) -> list[tuple[str, float]]:
    """Name → median seconds, each command run once before to fill caches that live on disk."""
    article = folder / "one.md"
    article.write_text((ARTICLE * (SIZE // len(ARTICLE) + 1))[:SIZE], encoding="utf-8")
    ours = environment(folder / "ours", str(ROOT))
    theirs = environment(folder / "theirs", "proselint")
    commands = {
        "`python -c pass`": [str(ours / "python"), "-c", "pass"],
        "`factcheck check one.md`": [str(ours / "factcheck"), "check", "one.md"],
        "`factcheck check one.md --against archive` (20 articles)": [
            *(str(ours / "factcheck"), "check", "one.md", "--against", "archive")
        ],
        "`proselint check one.md`": [str(theirs / "proselint"), "check", "one.md"],
    }
    archive = folder / "archive"
    archive.mkdir()
    for number in range(20):
        (archive / f"{number}.md").write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            one = seconds(command, folder)
            if run:
                taken[name].append(one)
    return [(name, statistics.median(times)) for name, times in taken.items()]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="folder for the environments, kept")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        rows = measure(folder, args.runs)
    base = rows[0][1]
    print(f"Python {sys.version.split()[0]}, {args.runs} runs, medians, {SIZE} bytes\n")
    print("| command | ms | × `python -c pass` |\n|---|--:|--:|")
    for name, median in rows:
        print(f"| {name} | {median * 1000:.0f} | {median / base:.1f} |")


if __name__ == "__main__":
    main()
