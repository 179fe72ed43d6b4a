"""What a large companyfacts file costs a check: the first reading, later ones, and a check that does not need it.

    python benchmarks/reference_facts.py [--megabytes 100] [--runs 5]

Writes a file in SEC EDGAR's format (invented figures), then checks a draft that names its company and one that does
not, each in a process of its own. Prints a Markdown table of user seconds (medians) and peak memory.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

MAPPED = ("Revenues", "NetIncomeLoss", "Assets", "OperatingIncomeLoss", "GrossProfit", "Liabilities")
DRAFTS = {
    "norvane.md": "Norvane Group reported revenue of $4.62 billion in the quarter ended June 30, 2025.",
    "other.md": "Calder Bank reported net income of $90 million in the quarter ended June 30, 2025.",
}
LOADED = "import json, sys; json.loads(open(sys.argv[1], 'rb').read(), parse_float=str, parse_int=str)"


def write_companyfacts(file: Path, size: int) -> None:
    """Concepts with a long history each, until the file has ``size`` bytes; six of them are mapped to metrics."""
    draw = random.Random(1)
    with file.open("w", encoding="utf-8") as out:
        out.write('{"cik":1,"entityName":"NORVANE GROUP HOLDINGS INC","facts":{"us-gaap":{')
        number = 0
        while out.tell() < size:
            mapped = number < len(MAPPED)
            name = MAPPED[number] if mapped else f"OtherConcept{number}"
            values = [
                value
                for filing in range(1 if mapped else 40)
                for year in range(2009, 2026)
                for value in quarters(draw, year, filing)
            ]
            entry = {"label": name, "description": 'Amount of "things" {as filed}.', "units": {"USD": values}}
            out.write(("," if number else "") + f"{json.dumps(name)}:{json.dumps(entry)}")
            number += 1
        out.write("}}}")


def quarters(draw: random.Random, year: int, filing: int) -> list[dict[str, object]]:
    ends = ("03-31", "06-30", "09-30", "12-31")
    return [
        {
            "start": f"{year}-{3 * n - 2:02d}-01",
            "end": f"{year}-{ends[n - 1]}",
            "val": draw.randrange(10**9, 10**11, 10**6),
            "accn": f"{filing:010d}-{year % 100:02d}-{n:06d}",
            "fy": year,
            "fp": f"Q{n}",
            "form": "10-Q",
            "filed": f"{year + (n == 4)}-{(5, 8, 11, 2)[n - 1]:02d}-15",
            "frame": f"CY{year}Q{n}",
        }
        for n in (1, 2, 3, 4)
    ]


def cost(command: list[str], cwd: Path, cache: Path) -> tuple[float, float]:
    """(user seconds, peak megabytes) of a process."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime, used.ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        cwd=cwd,
        env={**os.environ, "FACTCHECK_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def measure(folder: Path, megabytes: int, runs: int) -> list[tuple[str, float, float]]:
    facts = folder / "facts" / "CIK0000000001.json"
    facts.parent.mkdir()
    write_companyfacts(facts, megabytes * 10**6)
    for name, text in DRAFTS.items():
        (folder / name).write_text(f"---\ndate: 2025-09-01\n---\n\n# Results\n\n{text}\n", encoding="utf-8")
    settings = folder / "factcheck.toml"
    check = [sys.executable, "-m", "factcheck", "check"]
    rows = [("`json.loads` of the whole file", [sys.executable, "-c", LOADED, str(facts)], True, 1)]
    rows += [
        ("no reference facts", [*check, "other.md"], False, runs),
        ("a draft that does not name the company", [*check, "other.md"], True, runs),
        ("the first check of a draft that does", [*check, "norvane.md"], True, 1),
        ("the same again", [*check, "norvane.md"], True, runs),
    ]
    found = []
    for title, command, with_facts, times in rows:
        settings.write_text('reference = ["facts"]\n' if with_facts else "", encoding="utf-8")
        if times > 1:
            cost(command, folder, folder / "cache")  # fills the caches that have nothing to do with facts
        taken = [cost(command, folder, folder / "cache") for _ in range(times)]
        found.append((title, statistics.median(t for t, _ in taken), max(m for _, m in taken)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    print("| a check with companyfacts of", args.megabytes, "MB | user seconds | peak MB |\n|---|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for title, seconds, megabytes in measure(Path(folder), args.megabytes, args.runs):
            print(f"| {title} | {seconds:.2f} | {megabytes:.0f} |")


if __name__ == "__main__":
    main()
