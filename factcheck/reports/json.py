"""JSON for programs. Numbers are exact: an integer is a JSON integer, any other number a string.

A string is a decimal ("4.67"), or a fraction where no decimal is exact ("1/3"). There are no JSON floats.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.day import date
from factcheck.finding import Evidence, Finding, Report
from factcheck.hints import Any
from factcheck.interval import Interval
from factcheck.period import Period
from factcheck.quantity import Quantity
from factcheck.reports.wording import exact_text

VERSION = 1


def render_json(report: Report) -> str:
    """One object: version, articles, findings, errors, rules that left something."""
    return json.dumps(report_object(report), ensure_ascii=False, indent=2) + "\n"


def report_object(report: Report) -> dict[str, Any]:
    return {
        "version": VERSION,
        "articles": [
            {
                "path": one.path,
                "title": one.title,
                "published": one.published,
                "source": one.source,
                "context": one.context,
                "figures": one.figures,
                "claims": one.claims,
                "compared": one.compared,
            }
            for one in report.articles
        ],
        "findings": [_finding(finding) for finding in report.findings],
        "errors": [
            {"path": error.path, "message": error.message, "line": error.line, "column": error.column}
            for error in report.errors
        ],
        "unfinished": list(report.unfinished),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "title": finding.title,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "message": finding.message,
        "explanation": finding.explanation,
        "suggestion": finding.suggestion,
        "reasons": list(finding.reasons),
        "sources": list(finding.sources),
        "fingerprint": finding.fingerprint,
        "evidence": [_evidence(one) for one in finding.evidence],
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "path": one.path,
        "start": one.start,
        "end": one.end,
        "line": one.line,
        "column": one.column,
        "quote": one.quote,
        "sentence": one.sentence,
        "role": one.role,
        "source": one.source,
        "published": one.published,
        "claim": None if one.claim is None else claim_object(one.claim),
    }


def claim_object(claim: Claim) -> dict[str, Any]:
    """A claim as plain JSON values. Offsets are characters of the file, end excluded."""
    return {
        "path": claim.path,
        "number": claim.number,
        "start": claim.span.start,
        "end": claim.span.end,
        "sentence": [claim.sentence.start, claim.sentence.end],
        "section": claim.section,
        "entity": plain(claim.entity),
        "metric": claim.metric,
        "metric_words": claim.metric_words,
        "measure": claim.measure,
        "kind": claim.kind,
        "basis": claim.basis,
        "direction": claim.direction,
        "quantity": None if claim.quantity is None else quantity_object(claim.quantity),
        "period": period_object(claim.period),
        "compared": period_object(claim.compared),
        "scope": scope_object(claim.scope),
        "modality": claim.modality,
        "attribution": claim.attribution,
        "prior": claim.prior,
        "details": {name: plain(value) for name, value in claim.details},
        "marks": sorted(claim.marks),
        "trace": [
            {
                "aspect": step.aspect,
                "how": step.how,
                "start": step.span.start if step.span else None,
                "end": step.span.end if step.span else None,
                "note": step.note,
            }
            for step in claim.trace
        ],
    }


def quantity_object(quantity: Quantity) -> dict[str, Any]:
    return {
        "text": quantity.text,
        "low": exact(quantity.low),
        "high": exact(quantity.high),
        "unit": quantity.unit,
        "dimension": quantity.dimension,
        "step": exact(quantity.step),
        "strict": _interval(quantity.strict),
        "loose": _interval(quantity.loose),
        "change": quantity.change,
        "hedged": quantity.hedged,
    }


def period_object(period: Period) -> dict[str, Any] | None:
    """None for a period nobody stated."""
    if not period.text and not period.readings:
        return None
    return {
        "text": period.text,
        "label": period.label,
        "kind": period.kind,
        "open_anchor": period.open_anchor,
        "readings": [
            {"start": _day(one.start), "end": _day(one.end), "how": one.how, "label": one.label}
            for one in period.readings
        ],
    }


def scope_object(scope: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Dimension → value; several values of one dimension are joined with " + "."""
    found: dict[str, str] = {}
    for dimension, value in scope:
        found[dimension] = f"{found[dimension]} + {value}" if dimension in found else value
    return found


def exact(number: Fraction | int) -> int | str:
    """An integer as it is, anything else as a string without loss."""
    whole = Fraction(number)
    return whole.numerator if whole.denominator == 1 else exact_text(whole)


def plain(value: object) -> Any:
    """Any value a claim holds, as JSON knows it."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Fraction):
        return exact(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Quantity):
        return quantity_object(value)
    if isinstance(value, Period):
        return period_object(value)
    if isinstance(value, Interval):
        return _interval(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((plain(one) for one in value), key=str)
    if isinstance(value, Iterable):
        return [plain(one) for one in value]
    return str(value)


def _interval(interval: Interval) -> dict[str, Any]:
    return {
        "low": None if interval.low is None else exact(interval.low),
        "high": None if interval.high is None else exact(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
