"""What an article says of a company's year goes before the registry, for that article."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claim import Claim
from factcheck.extract.claims import extract_claims
from factcheck.extract.stated_year_ends import read_year_ends
from factcheck.normalise.calendars import FiscalCalendar
from factcheck.sources import read_text
from factcheck.span import Span


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("Norvane, whose fiscal year ends in June, said so.", FiscalCalendar(6)),
        ("Norvane's financial year ends on 31 March.", FiscalCalendar(3)),
        ("Its fiscal year ends September 30.", FiscalCalendar(9)),
        ("the group's business year begins on 1 October", FiscalCalendar(9)),
        ("The fiscal year starts in January.", FiscalCalendar(12)),
        ("its financial year runs from April to March", FiscalCalendar(3)),
        ("The financial year runs from 1 July through 30 June.", FiscalCalendar(6)),
        ("The club's accounting year runs to the end of May.", FiscalCalendar(5)),
        ("Keller's fiscal year ends on 20 March.", FiscalCalendar(3, "day", day=20)),
        ("a fiscal year that ends in February", FiscalCalendar(2)),
        ("For fiscal 2025, which ends on September 30, Norvane expects more.", FiscalCalendar(9)),
        ("In financial 2024, which ended in June, sales rose.", FiscalCalendar(6)),
        ("In fiscal 2024, which saw sales rise in June, it did.", False),
        ("The fiscal year ends in late January.", None),
        ("The fiscal year ends on the last Saturday of September.", None),
        ("The fiscal year ended June 28, said the report.", False),
        ("Revenue for the fiscal year rose in June.", False),
        ("The tax year ends in April.", False),
        ("The fiscal year begins on 6 April.", None),
    ],
)
def test_statements(text: str, calendar: FiscalCalendar | bool | None) -> None:
    found = read_year_ends(text, [Span(0, len(text))])
    assert [one.calendar for one in found] == ([] if calendar is False else [calendar])


def claims(text: str) -> list[Claim]:
    return extract_claims(read_text(f"# Results\n\n{text}\n", "draft.md", date(2025, 11, 20)))


def days(claim: Claim) -> list[tuple[date | None, date | None]]:
    return [(reading.start, reading.end) for reading in claim.period.readings]


def test_an_unknown_company_gets_a_calendar() -> None:
    (claim,) = claims(
        "Norvane, whose fiscal year ends in June, is a ferry operator. "
        "Norvane's revenue was $4.2 billion in the fiscal first quarter of 2025/26."
    )
    assert days(claim) == [(date(2025, 7, 1), date(2025, 9, 30))]


def test_it_goes_before_the_registry_and_only_for_its_company() -> None:
    text = (
        "Alibaba's fiscal year ends on December 31. Alibaba's revenue was $33 billion in fiscal Q2 2025.\n\n"
        "Lenovo's revenue was $18 billion in Q1 2025/26."
    )
    alibaba, lenovo = claims(text)
    assert days(alibaba) == [(date(2025, 4, 1), date(2025, 6, 30))]
    assert days(lenovo) == [(date(2025, 4, 1), date(2025, 6, 30))]


def test_the_registry_knows_the_rule_for_the_day() -> None:
    (claim,) = claims(
        "Apple's fiscal year ends in September. Apple's revenue was $102 billion in fiscal 2025."
    )
    assert days(claim) == [(date(2024, 9, 29), date(2025, 9, 27))]


def test_the_month_dates_nothing() -> None:
    (claim,) = claims("Norvane, whose fiscal year ends in June, said revenue rose 12%.")
    assert "June" not in claim.period.text


def test_its_year_is_the_topics() -> None:
    article = read_text(
        "# Norvane Corp earns more\n\nIts fiscal year ends in June. Norvane Corp made revenue of $4.2 billion in Q1 FY2026.\n",
        "draft.md",
        date(2025, 11, 20),
    )
    claim = extract_claims(article)[-1]
    assert (date(2025, 7, 1), date(2025, 9, 30)) in days(claim)
