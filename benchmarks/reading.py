"""Reading of quantities and periods: throughput and recall beside quantulum3, Recognizers-Text and dateparser.

    python benchmarks/reading.py                      # throughput, on sentences of our own
    python benchmarks/reading.py --gold FOLDER        # and scores on the peers' own test sets

Labels that we hold to be wrong stand in ``disputed_labels.yaml``; scores are given with and without those entries.
The peers are installed into an environment of their own (``--environment``, kept between runs); everything is timed
there in one process. FOLDER holds ``score.py``, ``quantulum3/quantities.json`` and ``recognizers-text/``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PEERS = [
    "quantulum3",
    "emoji==1.7.0",
    "recognizers-text-suite==1.0.2a2",
    "dateparser",
    "PyYAML",
    "setuptools",
]
SPECS = {
    "currency": "NumberWithUnit/CurrencyModel",
    "dimension": "NumberWithUnit/DimensionModel",
    "percentage": "Number/PercentModel",
    "age": "NumberWithUnit/AgeModel",
    "temperature": "NumberWithUnit/TemperatureModel",
    "number": "Number/NumberModel",
    "ordinal": "Number/OrdinalModel",
}
UNITLESS = ("number", "ordinal")  # these label the numeral only
DATES = {"dates": "DateTime/DateExtractor", "date periods": "DateTime/DatePeriodExtractor"}
# One unit under two names, ours or the label's, for every reader alike.
SAME = {
    "pound": "pound sterling", "spanish peseta": "peseta", "netherlands guilder": "dutch guilder",
    "inverse second": "per second", "metric ton per day": "ton per day",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, help="folder with the peers' test sets and score.py")
    parser.add_argument(
        "--text", type=Path, nargs="*", default=[], help="articles to time on, beside our sentences"
    )
    parser.add_argument(
        "--environment", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-benchmark-peers"
    )
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        measure(arguments.gold, arguments.text)
        return
    python = environment(arguments.environment)
    subprocess.run(
        [python, __file__, *sys.argv[1:], "--inside"], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )


def environment(folder: Path) -> str:
    """A virtual environment with the peers; made once."""
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--pre", *PEERS[2:3]], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PEERS[:2], *PEERS[3:]], check=True)
        (folder / "ready").touch()
    return str(python)


def our_text() -> str:
    """The sentences of the tests, as one text."""
    from tests.extract.labelled import FILES, read_sentences
    from tests.extract.quantity_sentences import ALL

    labelled = [one[1] for name in FILES for one in read_sentences(name)]
    return "\n".join([*(sentence for sentence, _ in ALL), *labelled])


def quantulum() -> Callable[[str], list[dict[str, Any]]]:
    from quantulum3 import parser

    def read(text: str) -> list[dict[str, Any]]:
        found = []
        for quantity in parser.parse(text):
            value, spread = quantity.value, quantity.uncertainty
            found.append(
                {"value": [value - spread, value + spread] if spread else value, "unit": quantity.unit.name}
            )
        return found

    return read


def recognizers() -> Callable[[str], list[dict[str, Any]]]:
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    numbers, units = NumberRecognizer("en-us"), NumberWithUnitRecognizer("en-us")
    models = [
        units.get_currency_model(), units.get_dimension_model(), units.get_age_model(), units.get_temperature_model(),
        numbers.get_percentage_model(), numbers.get_number_model(), numbers.get_ordinal_model(),
    ]  # fmt: skip

    def read(text: str) -> list[dict[str, Any]]:
        found = []
        for model in models:
            for result in model.parse(text):
                resolution = result.resolution or {}
                value = resolution.get("value")
                if value is None:
                    continue
                unit = resolution.get("unit") or ("percentage" if str(value).endswith("%") else None)
                if result.type_name == "age" and unit:
                    unit = f"{unit.lower()} of age"
                if result.type_name == "temperature":
                    unit = {"C": "celsius", "F": "fahrenheit"}.get(unit or "", unit)
                found.append({"value": value, "unit": unit})
        return found

    return read


def ours(ordinals: bool = False) -> Callable[[str], list[dict[str, Any]]]:
    """Our reader; places in an order are left out where the test set labels none."""
    from factcheck.extract.quantities import read_quantities

    def read(text: str) -> list[dict[str, Any]]:
        found = []
        for mention in read_quantities(text):
            if mention.kind in ("ordinal", "rank") and not ordinals:
                continue
            quantity = mention.quantity
            value = [float(quantity.low), float(quantity.high)] if quantity.is_range else float(quantity.low)
            found.append({"value": value, "unit": mention.unit})
        return found

    return read


def bare() -> dict[str, Callable[[str], object]]:
    """The readers alone, without turning their results into one form."""
    from quantulum3 import parser
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    import factcheck
    from factcheck.extract.quantities import read_quantities

    numbers, units = NumberRecognizer("en-us"), NumberWithUnitRecognizer("en-us")
    models = [
        units.get_currency_model(), units.get_dimension_model(), units.get_age_model(), units.get_temperature_model(),
        numbers.get_percentage_model(), numbers.get_number_model(), numbers.get_ordinal_model(),
    ]  # fmt: skip
    return {
        "factcheck": read_quantities,
        "factcheck.quantities, times read too": factcheck.quantities,
        "quantulum3": parser.parse,
        "recognizers-text": lambda text: [model.parse(text) for model in models],
    }


def measure(gold: Path | None, articles: list[Path]) -> None:
    news = [path.read_text(encoding="utf-8") for path in articles]
    readers = {"factcheck": ours(), "quantulum3": quantulum(), "recognizers-text": recognizers()}
    texts = {"our sentences": our_text()} | ({"articles": "\n".join(news)} if news else {})
    print("| text | reader | MB/s | factcheck is faster by | with times |\n|---|---|---|---|---|")
    for name, text in texts.items():
        lines = [line for line in text.splitlines() if line.strip()]
        figures = sum(len(readers["factcheck"](line)) for line in lines)
        head = f"{name}: {len(lines)} lines, a figure every {len(text) / max(figures, 1):.0f} characters"
        rates = in_turns(bare(), lines)
        first, second = list(rates.values())[:2]
        for reader, rate in rates.items():
            own = reader.startswith("factcheck")
            leads = "| |" if own else f"{first / rate:.1f}× | {second / rate:.1f}× |"
            print(f"| {head} | {reader} | {rate:.4f} | {leads}")
    text = "\n".join(texts.values())
    dates([line for line in text.splitlines() if line.strip()])
    print("\n| times the text | characters | seconds | MB/s |\n|---|---|---|---|")
    for times in (1, 10, 100):
        long = "\n".join([text] * times)
        best = min(timed(lambda long=long: readers["factcheck"](long)) for _ in range(3))  # type: ignore[misc]
        print(f"| {times} | {len(long)} | {best:.4f} | {len(long) / best / 1e6:.2f} |")
    if gold:
        scores(gold, readers)
        date_scores(gold)


_TURN = 25  # lines a reader reads before it is the next one's turn
_SLOW = 8  # the slowest peer reads one turn in so many
_ROUNDS = 3


def in_turns(readers: dict[str, Callable[[str], object]], lines: list[str]) -> dict[str, float]:
    """MB/s of processor time over ``lines``, read in turns, so that a busy machine slows all alike; best of three."""
    spent: dict[str, list[float]] = {name: [0.0] * _ROUNDS for name in readers}
    read: dict[str, int] = dict.fromkeys(readers, 0)
    for reader in readers.values():
        quietly(reader, lines[:_TURN])  # to warm up
    for turn in range(_ROUNDS):
        for number, start in enumerate(range(0, len(lines), _TURN)):
            some = lines[start : start + _TURN]
            for name, reader in readers.items():
                if name == "recognizers-text" and number % _SLOW:
                    continue
                spent[name][turn] += quietly(reader, some)
                if turn == 0:
                    read[name] += sum(map(len, some))
    return {name: read[name] / min(spent[name]) / 1e6 for name in readers}


def quietly(read: Callable[[str], object], lines: list[str]) -> float:
    """Processor seconds for ``lines``; a peer that fails on a line still spent its time."""
    start = time.process_time()
    for line in lines:
        try:
            read(line)
        except Exception:
            continue
    return time.process_time() - start


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def throughput(read: Callable[[str], object], sentences: list[str], name: str) -> float:
    """MB/s over the lines, after one to warm up; the best of three for the fast, one run for the slow."""
    some = sentences if name != "recognizers-text" else sentences[:60]
    read(some[0])
    runs = 7 if name.startswith("factcheck") else 1

    def run() -> None:
        for sentence in some:
            try:
                read(sentence)
            except Exception:  # a peer that fails on a sentence still spent its time
                continue

    return sum(map(len, some)) / min(timed(run) for _ in range(runs)) / 1e6


def dates(sentences: list[str]) -> None:
    """dateparser's search against our periods, on the same lines."""
    try:
        from factcheck.extract.periods import read_periods
    except ImportError:
        return
    from dateparser.search import search_dates

    fast = throughput(read_periods, sentences, "factcheck")
    slow = throughput(lambda line: search_dates(line, languages=["en"]), sentences[:40], "dateparser")
    print(f"\nperiods: factcheck {fast:.3f} MB/s, dateparser {slow:.4f} MB/s, {fast / slow:.0f}×")


def disputed() -> frozenset[str]:
    """The ids of all entries whose label we hold to be wrong."""
    import yaml

    groups = yaml.safe_load((Path(__file__).parent / "disputed_labels.yaml").read_text(encoding="utf-8"))
    return frozenset(one for group in groups.values() for one in group)


def scores(gold: Path, readers: dict[str, Callable[[str], list[dict[str, Any]]]]) -> None:
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec and spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    wrong = disputed()
    print(
        "\n| test set | reader | value | with unit | value, undisputed | with unit |\n|---|---|---|---|---|---|"
    )
    sets = {"quantulum3 (F1)": gold / "quantulum3" / "quantities.json"}
    sets |= {
        f"recognizers {kind} (recall)": gold / "recognizers-text" / f"{path}.json"
        for kind, path in SPECS.items()
    }
    for name, path in sets.items():
        entries, _ = score.load_gold(os.fspath(path))
        fair = [entry for entry in entries if entry[0] not in wrong]
        for reader, plain in readers.items():
            read = ours(ordinals=True) if reader == "factcheck" and "ordinal" in name else plain
            cells = [*results(score, entries, read, name), *results(score, fair, read, name)]
            print(f"| {name}, {len(entries)} ({len(fair)}) | {reader} | " + " | ".join(cells) + " |")


def results(score: Any, entries: Any, read: Callable[[str], list[dict[str, Any]]], name: str) -> list[str]:
    right, with_unit, wanted, given = count(score, entries, read)
    whole = (wanted + given) / 2 if "F1" in name else wanted
    unitless = any(kind in name for kind in UNITLESS)
    return [f"{right / max(whole, 1):.3f}", "–" if unitless else f"{with_unit / max(whole, 1):.3f}"]


def count(score: Any, entries: Any, read: Callable[[str], list[dict[str, Any]]]) -> tuple[int, int, int, int]:
    right = with_unit = wanted = given = 0

    def same(a: Any, b: Any) -> bool:
        """Equal units; a rate whose gold label leaves out the denominator counts."""
        labels = {SAME.get(unit, unit) for unit in a.us}
        return any(SAME.get(unit, unit) in labels for unit in (b.u, b.u.split(" per ")[0]))

    for _, text, quantities in entries:
        try:
            found = [
                score.Q(score.parse_value(item["value"]), item["unit"], "=", False, item)
                for item in json.loads(json.dumps(read(text)))
                if not str(item["value"]).count("+") and str(item["value"]) not in ("", "None")
            ]
        except Exception:  # a peer that fails on a sentence has found nothing
            found = []
        pairs, _, _ = score.greedy(quantities, found, [same, lambda a, b: True])
        right += len(pairs)
        with_unit += sum(same(quantities[a], found[b]) for a, b in pairs)
        wanted += len(quantities)
        given += len(found)
    return right, with_unit, wanted, given


def date_readers() -> dict[str, Callable[[str], list[tuple[int, int]]]]:
    """Spans of times: ours, those of Recognizers-Text and of dateparser's search."""
    from datetime import datetime

    from dateparser.search import search_dates
    from recognizers_date_time import DateTimeRecognizer

    from factcheck.extract.periods import read_periods

    model, day = DateTimeRecognizer("en-us").get_datetime_model(), datetime(2016, 11, 7)

    def searched(text: str) -> list[tuple[int, int]]:
        spans, at = [], 0
        for words, _ in search_dates(text, languages=["en"]) or ():
            at = max(text.find(words, at), 0)
            spans.append((at, at + len(words)))
        return spans

    return {
        "factcheck": lambda text: [(mention.start, mention.end) for mention in read_periods(text)],
        "recognizers-text": lambda text: [(found.start, found.end + 1) for found in model.parse(text, day)],
        "dateparser": searched,
    }


def date_scores(gold: Path) -> None:
    """Recall: the share of labelled times that a reader's span overlaps."""
    wrong = disputed()
    sets: dict[str, list[tuple[str, str, list[tuple[int, int]]]]] = {}
    for name, path in DATES.items():
        file = gold / "recognizers-text" / f"{path}.json"
        sets[name] = [
            (
                f"{file.stem}:{at}",
                entry["Input"],
                [(r["Start"], r["Start"] + r["Length"]) for r in entry["Results"]],
            )
            for at, entry in enumerate(json.loads(file.read_text(encoding="utf-8-sig")))
            if entry.get("Results")
        ]
    rows = (gold / "derived" / "periods_with_year.jsonl").read_text(encoding="utf-8").splitlines()
    sets["times with a year"] = [
        (row["id"], row["text"], [(one["start"], one["end"]) for one in row["dates"]])
        for row in map(json.loads, rows)
    ]
    print("\n| times | reader | recall | undisputed |\n|---|---|---|---|")
    for name, entries in sets.items():
        fair = [entry for entry in entries if entry[0] not in wrong]
        for reader, read in date_readers().items():
            print(f"| {name} | {reader} | {overlap(entries, read):.3f} | {overlap(fair, read):.3f} |")


def overlap(
    entries: list[tuple[str, str, list[tuple[int, int]]]], read: Callable[[str], list[tuple[int, int]]]
) -> float:
    found = wanted = 0
    for _, text, spans in entries:
        try:
            got = read(text)
        except Exception:  # a peer that fails on a sentence has found nothing
            got = []
        wanted += len(spans)
        found += sum(any(start < last and first < end for start, end in got) for first, last in spans)
    return found / max(wanted, 1)


if __name__ == "__main__":
    main()
