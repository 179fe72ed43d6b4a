"""Reference files in the real formats, written by us → claims with their filing named."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import UnreadableInput
from factcheck.extract.reference_companyfacts import how_to_fetch
from factcheck.extract.reference_facts import format_of, read_reference
from factcheck.extract.reference_store import Wanted
from factcheck.extract.reference_tables import days_of
from factcheck.interval import Answer, Interval
from tests.extract.filing_formats import companyfacts_faults, xbrl_json_faults

FACTS = {
    "cik": 1577552,
    "entityName": "ALIBABA GROUP HOLDING LTD",
    "facts": {
        "us-gaap": {
            "Revenues": {
                "label": "Revenues",
                "description": "Amount of revenue recognized.",
                "units": {
                    "CNY": [
                        {"start": "2024-04-01", "end": "2025-03-31", "val": 996347000000, "accn": "0000950170-25-000001", "fy": 2025, "fp": "FY", "form": "20-F", "filed": "2025-06-26"},
                        {"start": "2024-04-01", "end": "2025-03-31", "val": 996347000000, "accn": "0000950170-26-000001", "fy": 2026, "fp": "FY", "form": "20-F", "filed": "2026-06-26"},
                        {"start": "2023-04-01", "end": "2024-03-31", "val": 941168000000, "accn": "0000950170-24-000001", "fy": 2024, "fp": "FY", "form": "20-F", "filed": "2024-05-23"},
                        {"start": "2023-04-01", "end": "2024-03-31", "val": 941200000000, "accn": "0000950170-25-000001", "fy": 2025, "fp": "FY", "form": "20-F", "filed": "2025-06-26"},
                    ]
                },
            },
            "EarningsPerShareDiluted": {
                "label": "EPS",
                "description": "",
                "units": {"CNY/shares": [{"start": "2024-04-01", "end": "2025-03-31", "val": 6.7, "accn": "0000950170-25-000001", "fy": 2025, "fp": "FY", "form": "20-F", "filed": "2025-06-26"}]},
            },
            "EffectiveIncomeTaxRateContinuingOperations": {
                "label": "Tax rate",
                "description": "",
                "units": {"pure": [{"start": "2024-04-01", "end": "2025-03-31", "val": 0.213, "accn": "0000950170-25-000001", "fy": 2025, "fp": "FY", "form": "20-F", "filed": "2025-06-26"}]},
            },
            "AnUnmappedConcept": {"label": "", "description": "", "units": {"CNY": []}},
        }
    },
}  # fmt: skip

REPORT = {
    "documentInfo": {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "namespaces": {"us-gaap": "http://fasb.org/us-gaap/2025", "iso4217": "http://www.xbrl.org/2003/iso4217", "cik": "http://www.sec.gov/CIK", "dei": "http://xbrl.sec.gov/dei/2025", "n": "http://norvane.example/2025"},
        "taxonomy": ["http://norvane.example/2025/norvane-20250630.xsd"],
    },
    "facts": {
        "f0": {"value": "Norvane Corp", "dimensions": {"concept": "dei:EntityRegistrantName", "entity": "cik:0000000001", "period": "2025-04-01T00:00:00/2025-07-01T00:00:00", "language": "en-us"}},
        "f1": {"value": "4662000000", "decimals": -6, "dimensions": {"concept": "us-gaap:Revenues", "entity": "cik:0000000001", "period": "2025-04-01T00:00:00/2025-07-01T00:00:00", "unit": "iso4217:USD"}},
        "f2": {"value": "812000000", "decimals": -6, "dimensions": {"concept": "us-gaap:Revenues", "entity": "cik:0000000001", "period": "2025-04-01T00:00:00/2025-07-01T00:00:00", "unit": "iso4217:USD", "us-gaap:StatementBusinessSegmentsAxis": "n:CloudServicesMember"}},
        "f3": {"value": "91", "dimensions": {"concept": "us-gaap:Assets", "entity": "cik:0000000001", "period": "2025-07-01T00:00:00", "unit": "iso4217:USD"}},
        "f4": {"value": None, "decimals": 0, "dimensions": {"concept": "us-gaap:Goodwill", "entity": "cik:0000000001", "period": "2025-07-01T00:00:00", "unit": "iso4217:USD"}},
    },
}  # fmt: skip


def test_our_files_obey_the_published_formats() -> None:
    assert companyfacts_faults(FACTS) == []
    assert xbrl_json_faults(REPORT) == []


def save(tmp_path: Path, data: object, name: str = "facts.json") -> Path:
    file = tmp_path / name
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_companyfacts_become_claims_by_filing(tmp_path: Path) -> None:
    reads = read_reference(save(tmp_path, FACTS))
    assert [read.article.published for read in reads] == [date(2024, 5, 23), date(2025, 6, 26)]
    newest = {
        claim.metric: claim for claim in reads[1].claims if claim.period.readings[0].end == date(2025, 3, 31)
    }
    revenue = newest["revenue"]
    assert (revenue.entity.id, revenue.measure, revenue.period.kind) == ("alibaba", "level", "year")
    assert revenue.quantity is not None and revenue.quantity.dimension == "money:CNY"
    assert revenue.quantity.low == 996347000000 and revenue.quantity.step == 1000000
    assert "reference" in revenue.marks
    assert revenue.span.of(reads[1].article.text) == "CNY 996,347 million"
    assert "0000950170-25-000001" in (reads[1].article.source or "")
    assert newest["tax-rate"].quantity is not None and newest["tax-rate"].quantity.low * 10 == 213
    assert newest["earnings-per-share"].quantity is not None
    assert newest["earnings-per-share"].quantity.dimension == "money:CNY per share"


def test_a_restated_value_is_a_newer_fact_and_a_repeated_one_is_not(tmp_path: Path) -> None:
    reads = read_reference(save(tmp_path, FACTS))
    revenue = [
        (r.article.published, c.quantity.low)
        for r in reads
        for c in r.claims
        if c.metric == "revenue" and c.quantity
    ]
    assert revenue == [
        (date(2024, 5, 23), 941168000000),
        (date(2025, 6, 26), 941200000000),
        (date(2025, 6, 26), 996347000000),
    ]


def test_a_second_reading_comes_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = save(tmp_path, FACTS)
    first = read_reference(file)
    monkeypatch.setattr(json, "loads", lambda *args, **kwargs: pytest.fail("parsed again"))
    os.utime(file)  # touched, not changed: found again by its content
    assert [read.claims for read in read_reference(file)] == [read.claims for read in first]


def test_xbrl_json(tmp_path: Path) -> None:
    (read,) = read_reference(save(tmp_path, REPORT))
    whole, part = (
        next(c for c in read.claims if c.metric == "revenue" and c.scope == scope)
        for scope in ((), (("segment", "cloud services"),))
    )
    assert whole.entity.id == "~norvane"
    assert whole.period.label == "2025-Q2"
    assert whole.quantity is not None and part.quantity is not None
    draft = whole.quantity.__class__(
        whole.quantity.low, whole.quantity.low, whole.quantity.unit, whole.quantity.dimension, whole.quantity.step,
        Interval.around(4620000000, 5000000), Interval.around(4620000000, 5000000), hedged=True,
    )  # fmt: skip
    assert draft.agrees(whole.quantity) is Answer.CONFLICT
    assets = next(c for c in read.claims if c.metric == "total-assets")
    assert assets.period.readings[0].end == date(2025, 6, 30)
    assert assets.quantity is not None and assets.quantity.strict.is_point, "no decimals: exact"
    assert not [c for c in read.claims if c.metric == "goodwill"], "nil facts say nothing"


def test_series(tmp_path: Path) -> None:
    (tmp_path / "cpi.csv").write_text("month,CPI\n2025-05,3.4\n2025-06,3.6\n2025-07,..\n", encoding="utf-8")
    spec = tmp_path / "cpi.yaml"
    spec.write_text(
        "factcheck: series\nfile: cpi.csv\nsource: {name: Office for National Statistics, published: 2025-08-20}\n"
        "date: {column: month, frequency: month}\n"
        "columns: {CPI: {entity: United Kingdom, metric: inflation, unit: percent}}\n",
        encoding="utf-8",
    )
    (read,) = read_reference(spec)
    assert [(c.entity.id, c.metric, c.measure, c.period.label) for c in read.claims] == [
        ("united-kingdom", "inflation", "ratio", "2025-05"),
        ("united-kingdom", "inflation", "ratio", "2025-06"),
    ]
    (tmp_path / "cpi.csv").write_text("month,CPI\n2025-05,high\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r":2: .*“high”"):
        read_reference(spec)


def test_rows(tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text(
        'company,item,amount,period\nAlibaba,revenue,"247,652",2025-Q2\nNorvane,ferry crossings,,2025\n',
        encoding="utf-8",
    )
    spec = tmp_path / "results.yaml"
    text = (
        "factcheck: facts\nfile: results.csv\nsource: {name: Results desk, published: 2025-08-29}\n"
        "rows: {entity: company, metric: item, value: amount, period: period}\nfixed: {unit: CNY}\nscale: 1000000\n"
    )
    spec.write_text(text, encoding="utf-8")
    (read,) = read_reference(spec)
    (claim,) = read.claims
    assert (claim.entity.id, claim.metric, claim.period.label) == ("alibaba", "revenue", "2025-Q2")
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.step) == (247652000000, 1000000)
    spec.write_text(text.replace("item", "thing"), encoding="utf-8")
    with pytest.raises(UnreadableInput, match="no column “thing”"):
        read_reference(spec)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2025-H2", ("2025-07-01", "2025-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-06-30", (None, "2025-06-30")),
        ("2025-04-01/2025-06-30", ("2025-04-01", "2025-06-30")),
    ],
)
def test_days_of(written: str, days: tuple[str | None, str]) -> None:
    assert days_of(written) == days


@pytest.mark.parametrize("written", ["", "soon", "2025-13", "2025-Q5", "2025-06-31", "2025-07-01/2025-06-30"])
def test_days_of_nothing(written: str) -> None:
    with pytest.raises(ValueError):
        days_of(written)


@pytest.mark.parametrize(
    "data",
    [
        {"cik": 1, "facts": []},
        {"cik": 1, "entityName": "X", "facts": {"us-gaap": {"Assets": {"units": {"USD": [{"end": 3}]}}}}},
        {"documentInfo": {"documentType": "other"}, "facts": {}},
    ],
)
def test_broken_files_say_so(tmp_path: Path, data: object) -> None:
    with pytest.raises(UnreadableInput, match=r"facts\.json"):
        read_reference(save(tmp_path, data))


def test_other_files_are_not_ours(tmp_path: Path) -> None:
    assert format_of(save(tmp_path, {"hello": 1})) is None
    with pytest.raises(UnreadableInput, match="no reference file"):
        read_reference(save(tmp_path, {"hello": 1}))


def test_how_to_fetch_prints_and_fetches_nothing() -> None:
    assert "CIK0001577552.json" in how_to_fetch(1577552)
    assert "User-Agent" in how_to_fetch(1577552)


@pytest.mark.parametrize(
    ("draft", "rules"),
    [
        (
            "Norvane reported revenue of $4.62 billion for the quarter ended June 30, 2025.",
            {"reference-conflict"},
        ),
        ("Norvane reported revenue of $4.66 billion for the quarter ended June 30, 2025.", set()),
        ("Alibaba Group's revenue was RMB941,168 million in the year ended March 31, 2024.", {"superseded"}),
        ("Alibaba Group's revenue was RMB996.3 billion in the year ended March 31, 2025.", set()),
    ],
)
def test_a_draft_against_the_filings(tmp_path: Path, draft: str, rules: set[str]) -> None:
    from factcheck.extract.claims import extract_claims
    from factcheck.pipeline import check_read
    from factcheck.reading import Read
    from factcheck.sources import read_text

    trusted = read_reference(save(tmp_path, FACTS)) + read_reference(save(tmp_path, REPORT, "report.json"))
    article = read_text(draft, "draft.txt", date(2026, 8, 1))
    claims = tuple(extract_claims(article))
    report = check_read([Read(article, claims, len(claims))], trusted, None)
    assert {finding.rule for finding in report.findings} == rules
    for finding in report.findings:
        assert any("filed" in (e.source or "") or "xBRL" in (e.source or "") for e in finding.evidence)


def test_the_file_of_a_company_that_nobody_names_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.extract import reference_companyfacts
    from factcheck.extract.claims import extract_claims
    from factcheck.extract.reference_facts import wanted_by
    from factcheck.normalise.entities import load_registry
    from factcheck.sources import read_text

    file = save(tmp_path, FACTS)

    def wanted(text: str) -> Wanted:
        return wanted_by(extract_claims(read_text(text, "draft.txt", date(2026, 8, 1))), load_registry())

    ours = wanted("Alibaba's revenue was RMB996.3 billion in the year ended March 31, 2025.")
    reads = read_reference(file, wanted=ours)
    assert {claim.metric for read in reads for claim in read.claims} == {"revenue"}
    monkeypatch.setattr(reference_companyfacts, "Walk", lambda text: pytest.fail("opened"))
    theirs = wanted("Lenovo's revenue was $18.8 billion in the quarter ended June 30, 2025.")
    other = tmp_path / "other.json"
    other.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert read_reference(other, wanted=theirs) == []


def test_the_secs_number_decides_whose_facts_they_are(tmp_path: Path) -> None:
    renamed = {**FACTS, "entityName": "SOMETHING RENAMED INC"}
    reads = read_reference(save(tmp_path, renamed))
    assert {claim.entity.id for read in reads for claim in read.claims} == {"alibaba"}
    unknown = {**FACTS, "cik": 999999999, "entityName": "NORVANE CORP"}
    reads = read_reference(save(tmp_path, unknown, "unknown.json"))
    assert {claim.entity.id for read in reads for claim in read.claims} == {"~norvane"}
