"""How long a cold ``factcheck check one.md`` takes, against ``python -c pass`` and proselint on the same file.

    python benchmarks/startup.py [--runs 20] [--keep FOLDER]

Makes two environments of its own in a temporary folder (factcheck from this checkout as a wheel would install it, and
proselint from the package index), so nothing here depends on what the developer has installed. Prints a Markdown
table of medians; runs are interleaved, so that a busy machine hits every row alike. Processor time says more than the
clock on such a machine, so both are given.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds" / "alibaba-cloud-surge.md"
ARCHIVES = (20, 200)  # articles to compare with, in the rows that have an archive


class Cost(NamedTuple):
    """Seconds of one run: by the clock, and of the processor."""

    clock: float
    processor: float


def environment(folder: Path, *packages: str) -> Path:
    """A new environment with packages installed; its folder of commands."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", *packages], check=True)
    return scripts


def cost(command: list[str], cwd: Path) -> Cost:
    """What one run costs, with a cache of this benchmark's own and bytecode in place."""
    environ = {**os.environ, "FACTCHECK_CACHE": str(cwd / "cache")}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(
        command, cwd=cwd, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    clock = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1 or done.stderr:  # 1: findings; anything else would time a failure
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return Cost(clock, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def make_archive(folder: Path, articles: int) -> None:
    """Articles of the same length with other subjects: a newsroom's archive is mostly about other things."""
    folder.mkdir(exist_ok=True)
    text = ARTICLE.read_text(encoding="utf-8")
    for number in range(articles):
        (folder / f"{number}.md").write_text(text.replace("Alibaba", f"Firm{number}bank"), encoding="utf-8")


def commands(folder: Path) -> dict[str, list[str]]:
    """Name → command, run in ``folder``."""
    ours = environment(folder / "ours", str(ROOT))
    theirs = environment(folder / "theirs", "proselint")
    check = [str(ours / "factcheck"), "check"]
    rows = {
        "`python -c pass`": [str(ours / "python"), "-c", "pass"],
        "`factcheck check one.md`, unchanged since the last run": [*check, "one.md"],
        "`factcheck check new.md`, changed since the last run": [*check, "new.md"],
        "`factcheck check one.md --no-cache`": [*check, "one.md", "--no-cache"],
    }
    for articles in ARCHIVES:
        make_archive(folder / f"archive-{articles}", articles)
        rows[f"`factcheck check new.md --against archive`, {articles} articles"] = [
            *(*check, "new.md", "--against", f"archive-{articles}")
        ]
    return {**rows, "`proselint check one.md`": [str(theirs / "proselint"), "check", "one.md"]}


def measure(folder: Path, runs: int) -> list[tuple[str, Cost]]:
    """Name → medians, each command run once before to fill caches that live on disk."""
    text = ARTICLE.read_text(encoding="utf-8")
    (folder / "one.md").write_text(text, encoding="utf-8")
    rows = commands(folder)
    taken: dict[str, list[Cost]] = {name: [] for name in rows}
    for run in range(runs + 1):
        for at, (name, command) in enumerate(rows.items()):
            (folder / "new.md").write_text(f"{text}\n\n<!-- draft {run}.{at} -->\n", encoding="utf-8")
            one = cost(command, folder)
            if run:
                taken[name].append(one)
    return [
        (name, Cost(*(statistics.median(values) for values in zip(*costs, strict=True))))
        for name, costs in taken.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="folder for the environments, kept")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (args.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        rows = measure(folder, args.runs)
    base = rows[0][1]
    print(f"Python {sys.version.split()[0]}, {args.runs} runs, medians, {ARTICLE.stat().st_size:,} bytes\n")
    print("| command | ms | × `python -c pass` | × by processor time |\n|---|--:|--:|--:|")
    for name, one in rows:
        ratios = f"{one.clock / base.clock:.1f} | {one.processor / base.processor:.1f}"
        print(f"| {name} | {one.clock * 1000:.0f} | {ratios} |")


if __name__ == "__main__":
    main()
