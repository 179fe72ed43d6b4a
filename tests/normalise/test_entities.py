"""The registry: names as written, segments, year ends, layers, and its own faults."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from factcheck.errors import ConfigurationError
from factcheck.normalise.calendars import FiscalCalendar, fiscal_quarter, fiscal_year, year_end
from factcheck.normalise.entities import load_registry
from factcheck.normalise.entity_tables import merged, registry_problems, year_problem
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emerson raised its outlook", [("Emerson", "emerson-electric")]),
        ("said Roy Emerson on Friday", []),
        ("Keith Kellogg said", []),
        ("shares of Kellogg fell", [("Kellogg", "kellanova")]),
        ("In London rents rose", [("London", "london")]),
        ("Greater London", [("London", "london")]),
        ("Jack London wrote it", []),
        ("Zara sales rose", [("Zara", "inditex/zara")]),
        ("Zara Larsson sang", []),
        ("Slack demand kept rates low", []),
        ("Apple growers expect less", []),
        ("Carnival in Rio", []),
        ("blood pressure ( BP ) of 140", []),
    ],
)
def test_names_that_are_something_else_too(text: str, expected: list[tuple[str, str]]) -> None:
    assert [one for one in names(text) if one[1] not in ("south", "north")] == expected


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
    assert REGISTRY.calendar("deere") is None, "unknown is a state"
    assert REGISTRY.calendar("~nobody") is None


def test_a_company_that_moved_its_year_end(tmp_path: Path) -> None:
    (tmp_path / "entities.yaml").write_text(
        "entities:\n  norvane: {name: Norvane, year_end: {month: 3, before: {month: 12, until: 2021-12-31}}}\n",
        encoding="utf-8",
    )
    calendar = load_registry((tmp_path,)).calendar("norvane")
    assert calendar is not None
    assert fiscal_year(calendar, 2021) == (date(2021, 1, 1), date(2021, 12, 31))
    assert fiscal_year(calendar, 2022) == (date(2022, 1, 1), date(2022, 3, 31)), "the transition"
    assert fiscal_year(calendar, 2023) == (date(2022, 4, 1), date(2023, 3, 31))
    assert fiscal_quarter(calendar, 2021, 2) == (date(2021, 4, 1), date(2021, 6, 30))
    assert fiscal_quarter(calendar, 2022, 4) == (date(2022, 1, 1), date(2022, 3, 31))
    assert fiscal_quarter(calendar, 2023, 1) == (date(2022, 4, 1), date(2022, 6, 30))


def test_find() -> None:
    assert REGISTRY.find("Alibaba Group Holding Ltd.") == "alibaba"
    assert REGISTRY.find("BABA") == "alibaba"
    assert REGISTRY.find("Norvane") is None


OURS = _merged({path: path.read_bytes() for path in part_files("entities")})


def test_our_own_registry_has_no_faults() -> None:
    assert registry_problems(OURS) == []


def test_every_year_end_names_what_it_was_checked_against() -> None:
    for key, fields in merged(OURS).items():
        if fields.get("year_end"):
            source = str(fields["year_end"].get("source", ""))
            assert any(char.isdigit() for char in source) and "unchecked" not in source, key


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.mark.parametrize(
    "key", [key for key, fields in merged(OURS).items() if "weekday" in (fields.get("year_end") or {})]
)
def test_a_rule_for_weekdays_gives_the_days_that_its_source_names(key: str) -> None:
    year = merged(OURS)[key]["year_end"]
    calendar = FiscalCalendar(year["month"], year["rule"], WEEKDAYS.index(year["weekday"]))
    days = {year_end(calendar, named) for named in range(2000, 2030)}
    ends = {f"{day:%m%d}" for day in days if 2015 <= day.year <= 2026}
    said = re.search(r"fiscal year end (\d{4})(?: and (\d{4}))?(?: and (\d{4}))? ", year["source"])
    assert said is None or {day for day in said.groups() if day} <= ends
    dates = re.findall(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}(?! \(a day outside)", year["source"])
    assert {datetime.strptime(one, "%d %B %Y").date() for one in dates} <= days
    assert said or dates


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
        ("{name: X, year_end: {month: 3, rule: day}}", "day: 20"),
        ("{name: X, year_end: {month: 3, before: {month: 12}}}", "until"),
        ("{name: X, year_end: {month: 3, before: {month: 12, until: soon}}}", "soon"),
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


def test_a_ticker_that_is_a_word_is_known_where_it_can_be_nothing_else() -> None:
    assert REGISTRY.find("LOW") is None, "in prose it is a word"
    assert REGISTRY.of_ticker("LOW") == "lowes"
    assert REGISTRY.of_ticker("FMC") == "fmc", "the ticker goes before a name that another is known by"
    assert REGISTRY.of_ticker("PRU") is None, "two markets have it"
    assert REGISTRY.of_ticker("Alibaba") == "alibaba", "a name will do, too"


def test_what_is_known_of_entities_is_unfolded_when_it_is_asked_for() -> None:
    from factcheck.normalise.entities import Registry

    parts = {"table": REGISTRY._table, "infos": REGISTRY._lines, "around": REGISTRY._around, "tickers": {}}
    registry = Registry(parts)
    assert registry.match(["Alibaba", "Group", "said"], 0) == (2, "alibaba")
    assert not registry._cache, "a name is found without what is known of it"
    registry.info("alibaba")
    assert list(registry._cache) == ["alibaba"], "one line is unfolded"


@pytest.mark.parametrize(
    ("company", "end_year", "quarter", "last_day"),
    [
        ("pepsico", 2019, 3, date(2019, 9, 7)),  # the days that their reports give
        ("pepsico", 2020, 1, date(2020, 3, 21)),
        ("pepsico", 2022, 4, date(2022, 12, 31)),
        ("costco", 2017, 4, date(2017, 9, 3)),
        ("costco", 2025, 3, date(2025, 5, 11)),
        ("kroger", 2004, 2, date(2003, 8, 16)),
        ("kroger", 2018, 4, date(2018, 2, 3)),
        ("general-mills", 2019, 2, date(2018, 11, 25)),
    ],
)
def test_quarters_of_weeks_end_as_reported(company: str, end_year: int, quarter: int, last_day: date) -> None:
    calendar = REGISTRY.calendar(company)
    assert calendar is not None and fiscal_quarter(calendar, end_year, quarter)[1] == last_day


@pytest.mark.parametrize(
    ("weeks", "problem"),
    [
        ("[12, 12, 12]", "the four quarters"),
        ("[12, 12, 12, 15]", "52 in all"),
        ("twelve", "the four quarters"),
        ("[12, 12, 12, 16]", ""),
    ],
)
def test_weeks_of_quarters_are_checked(weeks: str, problem: str) -> None:
    year = {"month": 8, "rule": "last-weekday", "weekday": "sunday", "weeks": yaml.safe_load(weeks)}
    assert problem in (year_problem(year) or "")
    assert bool(year_problem(year)) is bool(problem)
    assert "ends on a weekday" in (year_problem({"month": 8, "weeks": [13, 13, 13, 13]}) or "")
