"""A small report built by hand, so that the emitters are tested without reading or rules."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.claim import Claim, Entity, Trace
from factcheck.errors import InputError
from factcheck.finding import Coverage, Evidence, Finding, Report
from factcheck.interval import Interval
from factcheck.period import UNKNOWN, Period, Reading
from factcheck.quantity import Quantity
from factcheck.span import Span

JUNE = "Harbour Line's freight revenue rose 26% in Q1 2025, | the operator said."
DECEMBER = "Freight revenue at *Harbour Line* was 26% higher in Q2 2025 <b>than</b> a year before."


def percent(value: str) -> Quantity:
    number = Fraction(value)
    step = Fraction(1, 10 ** len(value.partition(".")[2]))
    around = Interval.around(number, step / 2)
    return Quantity(number, number, "percent", "percent", step, around, around, text=f"{value}%")


def money(value: str, step: int = 10**7) -> Quantity:
    number = Fraction(value)
    around = Interval.around(number, Fraction(step, 2))
    return Quantity(number, number, "US dollar", "money:USD", Fraction(step), around, around, text=value)


def quarter(text: str, *readings: tuple[date, date, str]) -> Period:
    return Period(text, "2025-Q1", "quarter", tuple(Reading(a, b, how, "2025-Q1") for a, b, how in readings))


def claim(path: str, sentence: str, quote: str, **aspects: object) -> Claim:
    start = sentence.index(quote)
    known: dict[str, object] = {
        "path": path,
        "number": 0,
        "span": Span(start, start + len(quote)),
        "sentence": Span(0, len(sentence)),
        "section": "body",
        "entity": Entity("harbour-line", "Harbour Line", "Harbour Line", known=True),
        "metric": "freight_revenue",
        "metric_words": "freight revenue",
        "measure": "change",
        "quantity": percent("26"),
        "basis": "year-on-year",
        "direction": "up",
        "period": UNKNOWN,
        "scope": (("segment", "freight"),),
        "trace": (
            Trace("entity", "stated", Span(0, 12)),
            Trace("period", "inherited", None, "from the heading"),
        ),
    }
    return Claim(**{**known, **aspects})  # type: ignore[arg-type]


def evidence(one: Claim, sentence: str, role: str) -> Evidence:
    return Evidence(
        path=one.path,
        start=one.span.start,
        end=one.span.end,
        line=1,
        column=one.span.start + 1,
        quote=one.span.of(sentence),
        sentence=sentence,
        role=role,
        claim=one,
        source="Coast Wire" if role == "a" else None,
        published="2025-06-30" if role == "a" else None,
        spot=one.span,
        words=tuple(step.span.of(sentence) if step.span else "" for step in one.trace),
    )


def finding(severity: str = "error", rule: str = "period-label", fingerprint: str = "4f2a") -> Finding:
    spring = (date(2025, 4, 1), date(2025, 6, 30), "fiscal, named by start year")
    winter = (date(2025, 1, 1), date(2025, 3, 31), "calendar")
    first = claim("june.md", JUNE, "26%", period=quarter("Q1 2025", winter, spring))
    second = claim("december.md", DECEMBER, "26%", period=quarter("Q2 2025", (*spring[:2], "calendar")))
    return Finding(
        rule=rule,
        title="One figure under two period labels",
        severity=severity,
        verdict="reconcilable",
        message="26% freight revenue of Harbour Line is put in Q1 2025 here and in Q2 2025 there.",
        explanation="Both can mean April–June 2025.",
        suggestion="the quarter ended June 30, 2025",
        fingerprint=fingerprint,
        evidence=(evidence(first, JUNE, "a"), evidence(second, DECEMBER, "b")),
        reasons=("the entity of B is inherited",) if severity != "error" else (),
        sources=("1 CNY = 0.1396 USD on 30 June 2025 (ECB euro foreign exchange reference rates)",)
        if severity != "error"
        else (),
    )


def report(*findings: Finding, errors: tuple[InputError, ...] = ()) -> Report:
    return Report(
        articles=(
            Coverage("december.md", None, None, 4, 3, 1),
            Coverage("june.md", "Freight | and *ferries*", "2025-06-30", 5, 5, 1, "Coast Wire"),
            Coverage("archive/old.md", "Old", "2024-01-01", 9, 9, 2, None, context=True),
        ),
        findings=findings,
        errors=errors,
        rules=("period-label",),
    )


FULL = report(
    finding(),
    finding("note", "scope-mismatch", "77aa"),
    errors=(InputError("broken.md", "this file is not text.", 3),),
)
