"""The claims of articles, for ``factcheck claims``: text, an explanation under each sentence, JSON, JSON lines, CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence

from factcheck.claim import Claim
from factcheck.errors import InputError
from factcheck.hints import Any
from factcheck.reading import Read
from factcheck.reports.json import VERSION, claim_object
from factcheck.reports.text import one_line
from factcheck.reports.wording import (
    claim_text,
    counted,
    exact_text,
    measure_text,
    metric_text,
    period_text,
    scope_text,
    value_text,
)

# What stands for the figure of a claim that has none.
_WITHOUT_FIGURE = {"role": "an office", "quotation": "a quotation"}
CLAIM_FORMATS = ("text", "json", "jsonl", "csv")
COLUMNS = (
    *("path", "line", "column", "section", "quote", "entity", "metric", "measure", "basis", "direction"),
    *(
        "low",
        "high",
        "unit",
        "period",
        "period_start",
        "period_end",
        "scope",
        "modality",
        "attribution",
        "sentence",
    ),
)


def render_claims(read: Sequence[Read], errors: Sequence[InputError], format: str) -> str:
    """The claims of all articles in one of CLAIM_FORMATS, or as "explain"."""
    return _RENDERERS[format](read, errors)


def _text(read: Sequence[Read], _errors: Sequence[InputError]) -> str:
    lines: list[str] = []
    for one in read:
        for claim in one.claims:
            line, column = one.article.position(claim.span.start)
            quote = one_line(claim.span.of(one.article.text))
            lines.append(f"{one.article.path}:{line}:{column}: “{quote}” {one_line(claim_text(claim))}")
        lines.append(_count_line(one))
    return "".join(f"{line}\n" for line in lines)


def _explain(read: Sequence[Read], _errors: Sequence[InputError]) -> str:
    lines: list[str] = []
    for one in read:
        lines += [one.article.path, "=" * len(one.article.path), ""]
        last = None
        for claim in one.claims:
            if claim.sentence != last:
                line, _ = one.article.position(claim.sentence.start)
                lines += [
                    f"line {line}, {claim.section}: {one_line(claim.sentence.of(one.article.text))}",
                    "",
                ]
                last = claim.sentence
            lines += [*_aspects(claim, one.article.text), ""]
        lines += [_count_line(one), ""]
    return "".join(f"{line}\n" for line in lines)


def _aspects(claim: Claim, text: str) -> list[str]:
    """One claim as rows of aspect, value, and the words that gave it."""
    rows: list[tuple[str, str, str]] = [
        (
            "figure",
            value_text(claim) or _WITHOUT_FIGURE.get(claim.kind, "a date"),
            f"“{one_line(claim.span.of(text))}”",
        ),
        ("entity", claim.entity.name, _how(claim, "entity", text)),
        ("metric", metric_text(claim), _how(claim, "metric", text)),
        ("measure", measure_text(claim), _how(claim, "measure", text) or _how(claim, "basis", text)),
        ("period", period_text(claim.period), _how(claim, "period", text)),
    ]
    if claim.compared.text or claim.compared.readings:
        rows.append(("compared with", period_text(claim.compared), _how(claim, "compared", text)))
    if claim.scope:
        rows.append(("scope", scope_text(claim), _how(claim, "scope", text)))
    if claim.modality != "reported":
        rows.append(("modality", claim.modality, _how(claim, "modality", text)))
    if claim.attribution:
        rows.append(("says", claim.attribution, _how(claim, "attribution", text)))
    if claim.prior:
        rows.append(("prior", "the base of a comparison", ""))
    if claim.marks:
        rows.append(("marks", ", ".join(sorted(claim.marks)), ""))
    return [f"    {aspect:<14}{one_line(value)}{f'   ← {how}' if how else ''}" for aspect, value, how in rows]


def _how(claim: Claim, aspect: str, text: str) -> str:
    for step in claim.trace:
        if step.aspect == aspect:
            words = f" “{one_line(step.span.of(text))}”" if step.span else ""
            note = f" ({one_line(step.note)})" if step.note else ""
            return f"{step.how}{words}{note}"
    return ""


def _count_line(one: Read) -> str:
    return f"{one.article.path}: {counted(one.figures, 'figure')} seen, {counted(len(one.claims), 'claim')} read."


def _json(read: Sequence[Read], errors: Sequence[InputError]) -> str:
    whole = {
        "version": VERSION,
        "articles": [
            {
                "path": one.article.path,
                "title": one.article.title,
                "published": one.article.published.isoformat() if one.article.published else None,
                "source": one.article.source,
                "figures": one.figures,
                "claims": [_located(one, claim) for claim in one.claims],
            }
            for one in read
        ],
        "errors": [
            {"path": error.path, "message": error.message, "line": error.line, "column": error.column}
            for error in errors
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _jsonl(read: Sequence[Read], _errors: Sequence[InputError]) -> str:
    return "".join(
        json.dumps(_located(one, claim), ensure_ascii=False) + "\n" for one in read for claim in one.claims
    )


def _located(one: Read, claim: Claim) -> dict[str, Any]:
    line, column = one.article.position(claim.span.start)
    text = one.article.text
    words = {
        "quote": claim.span.of(text),
        "line": line,
        "column": column,
        "sentence_text": claim.sentence.of(text),
    }
    return claim_object(claim) | words


def _csv(read: Sequence[Read], _errors: Sequence[InputError]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for one in read:
        for claim in one.claims:
            table.writerow([_cell(value) for value in _row(one, claim)])
    return out.getvalue()


def _row(one: Read, claim: Claim) -> list[object]:
    line, column = one.article.position(claim.span.start)
    quantity = claim.quantity
    days = {(reading.start, reading.end) for reading in claim.period.readings}
    start, end = days.pop() if len(days) == 1 else (None, None)  # several readings: no single pair of days
    return [
        claim.path,
        line,
        column,
        claim.section,
        one_line(claim.span.of(one.article.text)),
        claim.entity.name,
        claim.metric,
        claim.measure,
        claim.basis,
        claim.direction,
        exact_text(quantity.low) if quantity else None,
        exact_text(quantity.high) if quantity else None,
        quantity.unit if quantity else None,
        claim.period.text,
        start,
        end,
        scope_text(claim),
        claim.modality,
        claim.attribution,
        one_line(claim.sentence.of(one.article.text)),
    ]


def _cell(value: object) -> object:
    """Words that a spreadsheet would run as a formula are quoted; negative numbers stay numbers."""
    if isinstance(value, str) and value[:1] in "=+-@" and value and not value[1:2].isdigit():
        return "'" + value
    return "" if value is None else value


_RENDERERS: dict[str, Callable[[Sequence[Read], Sequence[InputError]], str]] = {
    "text": _text,
    "explain": _explain,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
