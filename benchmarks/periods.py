"""Reading of periods against dateparser's search, on sentences with a known time: found, right value, speed.

    python benchmarks/periods.py [--peer-environment FOLDER]

The peer is installed into an environment of its own (made if missing); this project never depends on it.
Offline, or where it cannot be installed, only our own figures are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import venv
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factcheck.extract.periods import read_periods

PEER = "dateparser==1.2.0"
FRAMES = (
    "The council approved the budget on {} after a long debate.",
    "Rainfall was the highest on record, the weather service said {}, and rivers rose.",
    "{}: the striker scored twice in a 3-2 win before 41,000 people.",
    "Prosecutors say the 34-year-old stole $2,150 on {} from a shop in Leeds.",
)
_PEER_SCRIPT = """
import json, sys, time
from dateparser.search import search_dates
texts = json.load(sys.stdin)
search_dates(texts[0], languages=["en"])
begin = time.perf_counter()
found = [search_dates(text, languages=["en"]) or [] for text in texts]
seconds = time.perf_counter() - begin
print(json.dumps({"seconds": seconds, "found": [[[s, d.date().isoformat()] for s, d in one] for one in found]}))
"""


def sentences(count: int) -> list[tuple[str, str]]:
    """(sentence, ISO day) pairs; days only, for the peer reads nothing else as more than a day."""
    chance = random.Random(20)
    made = []
    for number in range(count):
        day = date(1990, 1, 1) + timedelta(days=chance.randrange(20000))
        shape = chance.choice(("%B {}, %Y", "{} %B %Y", "%Y-%m-%d", "%A, %b {}, %Y", "%d.%m.%Y", "%d-%b-%Y"))
        written = day.strftime(shape).format(day.day)
        made.append((FRAMES[number % len(FRAMES)].format(written), day.isoformat()))
    return made


def score(found: list[list[str]], gold: list[str]) -> dict[str, float]:
    right = sum(day in values for day, values in zip(gold, found, strict=True))
    total = sum(len(values) for values in found)
    return {"recall": round(right / len(gold), 3), "precision": round(right / total, 3) if total else 0.0}


def ours(texts: list[str]) -> tuple[list[list[str]], float]:
    read_periods(texts[0])
    begin = time.perf_counter()
    found = [[m.value for m in read_periods(text) if m.period.kind != "duration"] for text in texts]
    return found, time.perf_counter() - begin


def peer(texts: list[str], folder: Path) -> tuple[list[list[str]], float] | None:
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        if subprocess.run([python, "-m", "pip", "install", "-q", PEER]).returncode:
            return None
    run = subprocess.run(
        [python, "-c", _PEER_SCRIPT], input=json.dumps(texts), capture_output=True, text=True
    )
    if run.returncode:
        return None
    answer = json.loads(run.stdout)
    return [[day for _, day in one] for one in answer["found"]], answer["seconds"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--peer-environment", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-peer-dateparser"
    )
    parser.add_argument("--count", type=int, default=400)
    options = parser.parse_args()
    pairs = sentences(options.count)
    texts, gold = [text for text, _ in pairs], [day for _, day in pairs]
    size = sum(map(len, texts)) / 1e6
    found, seconds = ours(texts)
    print("factcheck ", score(found, gold), f"{size / seconds:.2f} MB/s")
    other = peer(texts, options.peer_environment)
    if other is None:
        print("dateparser: could not be installed or run")
    else:
        print("dateparser", score(other[0], gold), f"{size / other[1]:.4f} MB/s")
        print(f"throughput ratio {other[1] / seconds:.0f}")
    prose = " ".join(texts)
    for times in (1, 10, 100):
        begin = time.perf_counter()
        read_periods(prose * times)
        spent = time.perf_counter() - begin
        print(f"{times:4d} × {len(prose):,} characters: {len(prose) * times / 1e6 / spent:.2f} MB/s")


if __name__ == "__main__":
    main()
