"""The registry: names as written, segments, year ends, layers, and its own faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import ConfigurationError
from factcheck.normalise.entities import load_registry
from factcheck.normalise.entity_tables import merged, registry_problems
from factcheck.vocabulary import _merged, part_files

REGISTRY = load_registry()


def names(text: str, seen: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    words, found, at = text.split(), [], 0
    while at < len(words):
        match = REGISTRY.match(words, at, seen)
        if match is None:
            at += 1
            continue
        found.append((" ".join(words[at : at + match[0]]), match[1]))
        at += match[0]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alibaba Group Holding Ltd said", [("Alibaba Group Holding Ltd", "alibaba")]),
        ("revenue at Alibaba Cloud rose", [("Alibaba Cloud", "alibaba/cloud")]),
        ("trailing AWS and Microsoft Azure", [("AWS", "amazon/aws"), ("Microsoft Azure", "microsoft/azure")]),
        ("U \0 S \0 exports to China", [("U \0 S", "united-states"), ("China", "china")]),
        ("shares of AT& T and Moody’s", [("AT& T", "at-t"), ("Moody’s", "moodys")]),
        ("the S& P 500 fell", [("S& P 500", "s-p-500")]),
        ("Bank of America said", [("Bank of America", "bank-of-america")]),
        ("Target said sales slipped", [("Target", "target")]),
        ("Target prices for copper", []),
        ("its Target Rate", []),
        ("Next week brings", []),
        ("lenovo is not written so", []),
        ("sold apple pies", []),
        ("( BABA ) rose", [("BABA", "alibaba")]),
        ("a BABA moment", []),
        ("New York Times reporters", []),
        (
            "the Bureau of Labor Statistics said",
            [("Bureau of Labor Statistics", "bureau-of-labor-statistics")],
        ),
        ("Chinese exports", [("Chinese", "china")]),
    ],
)
def test_names_as_written(text: str, expected: list[tuple[str, str]]) -> None:
    found = names(text)
    stops = [pair for pair in found if pair not in expected]
    assert [pair for pair in found if pair in expected] == expected
    assert not [pair for pair in stops if pair[0] in text.split()[:1]]


def test_a_segment_name_of_two_companies_needs_one_of_them() -> None:
    assert names("ISG revenue hit a record") == []
    assert names("ISG revenue hit a record", ("lenovo",)) == [("ISG", "lenovo/infrastructure")]
    assert names("ISG revenue hit a record", ("lenovo", "dell")) == []


def test_segments_lead_to_their_parent() -> None:
    info = REGISTRY.info("alibaba/cloud")
    assert (info.kind, info.parent, info.name) == ("segment", "alibaba", "cloud")
    assert REGISTRY.segment("alibaba", "Cloud Intelligence Group") == "cloud"
    assert REGISTRY.segment("alibaba", "cloud unit") == "cloud"
    assert REGISTRY.segment("alibaba", "bakery") is None


def test_year_ends() -> None:
    lenovo = REGISTRY.calendar("lenovo")
    assert lenovo is not None and lenovo.month == 3
    apple = REGISTRY.calendar("apple")
    assert apple is not None and (apple.month, apple.rule, apple.weekday) == (9, "last-weekday", 5)
    assert REGISTRY.calendar("alibaba/cloud") == REGISTRY.calendar("alibaba")
    assert REGISTRY.calendar("costco") is None, "unknown is a state"
    assert REGISTRY.calendar("~nobody") is None


def test_find() -> None:
    assert REGISTRY.find("Alibaba Group Holding Ltd.") == "alibaba"
    assert REGISTRY.find("BABA") == "alibaba"
    assert REGISTRY.find("Norvane") is None


def test_our_own_registry_has_no_faults_but_shared_tickers_and_segments() -> None:
    problems = registry_problems(_merged({path: path.read_bytes() for path in part_files("entities")}))
    assert [one for one in problems if "ticker" not in one and "/" not in one] == []


def test_every_year_end_that_is_not_december_names_its_source() -> None:
    lines = merged(_merged({path: path.read_bytes() for path in part_files("entities")}))
    for key, fields in lines.items():
        year = fields.get("year_end")
        if year and year["month"] != 12:
            assert year.get("source"), key


def test_a_newsroom_adds_and_overrides(tmp_path: Path) -> None:
    (tmp_path / "entities.yaml").write_text(
        "entities:\n  norvane: {name: Norvane, aliases: [Norvane Energy], year_end: {month: 6, naming: end}}\n"
        "  alibaba: {aliases: [Ali Group], currency: HKD}\n",
        encoding="utf-8",
    )
    registry = load_registry((tmp_path,))
    assert registry.match(["Norvane", "Energy", "said"], 0) == (2, "norvane")
    assert registry.match(["Ali", "Group"], 0) == (2, "alibaba")
    assert registry.match(["Alibaba"], 0) == (1, "alibaba")
    assert registry.info("alibaba").currency == "HKD"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{name: X, colour: red}", "colour"),
        ("{name: X, year_end: {month: 13}}", "month"),
        ("{name: X, year_end: {month: 1, rule: nearest-weekday}}", "weekday"),
        ("{name: X, parent: nobody}", "nobody"),
        ("[X]", "mapping"),
    ],
)
def test_a_faulty_entry_is_refused(tmp_path: Path, entry: str, said: str) -> None:
    (tmp_path / "entities.yaml").write_text(f"entities:\n  odd: {entry}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=said):
        load_registry((tmp_path,))


def test_circles_and_clashes_are_told() -> None:
    data = {
        "entities": {
            "a": {"name": "Ay", "parent": "b"},
            "b": {"name": "Bee", "parent": "a", "aliases": ["Ay"]},
        }
    }
    problems = registry_problems(data)
    assert any("circle" in one for one in problems)
    assert any("“Ay”" in one for one in problems)
