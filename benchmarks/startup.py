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
ARTICLE = ROOT / "seeds" / "alibaba-cloud-surge.md"
ARCHIVE = 20  # articles to compare with, in the row that has an archive


def environment(folder: Path, *packages: str) -> Path:
    """A new environment with packages installed; its folder of commands."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", *packages], check=True)
    return scripts


def seconds(command: list[str], cwd: Path) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    taken = time.perf_counter() - started
    if done.returncode > 1 or done.stderr:  # 1: findings; anything else would time a failure
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return taken


def measure(folder: Path, runs: int) -> list[tuple[str, float]]:
    """Name → median seconds, each command run once before to fill caches that live on disk."""
    article = folder / "one.md"
    article.write_bytes(ARTICLE.read_bytes())
    ours = environment(folder / "ours", str(ROOT))
    theirs = environment(folder / "theirs", "proselint")
    commands = {
        "`python -c pass`": [str(ours / "python"), "-c", "pass"],
        "`factcheck check one.md`": [str(ours / "factcheck"), "check", "one.md"],
        "`factcheck check one.md --against archive` (20 articles more)": [
            *(str(ours / "factcheck"), "check", "one.md", "--against", "archive")
        ],
        "`proselint check one.md`": [str(theirs / "proselint"), "check", "one.md"],
    }
    archive = folder / "archive"
    archive.mkdir(exist_ok=True)
    for number in range(
        ARCHIVE
    ):  # the same length, other subjects: a newsroom's archive is mostly about other things
        text = ARTICLE.read_text(encoding="utf-8").replace("Alibaba", f"Firm{number}bank")
        (archive / f"{number}.md").write_text(text, encoding="utf-8")
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
    print(f"Python {sys.version.split()[0]}, {args.runs} runs, medians, {ARTICLE.stat().st_size:,} bytes\n")
    print("| command | ms | × `python -c pass` |\n|---|--:|--:|")
    for name, median in rows:
        print(f"| {name} | {median * 1000:.0f} | {median / base:.1f} |")


if __name__ == "__main__":
    main()
