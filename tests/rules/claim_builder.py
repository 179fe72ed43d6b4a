"""Builds claims and articles for tests of rules: figures from short text, periods from labels, sheet-like trust."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from factcheck.article import Article, Section
from factcheck.claim import Claim, Entity
from factcheck.engine import load_rules, run_rules
from factcheck.finding import Finding
from factcheck.interval import Interval
from factcheck.normalise.desk import Desk
from factcheck.period import UNKNOWN, Period, Reading
from factcheck.quantity import Quantity
from factcheck.rule import RuleSet
from factcheck.span import Span

_SCALES = {"k": 10**3, "M": 10**6, "bn": 10**9, "tn": 10**12}
_FIGURE = re.compile(r"(~|>)?(\$|€)?(\d[\d,]*(?:\.\d+)?)(?:-(\d[\d,]*(?:\.\d+)?))?(k|M|bn|tn)?\s*(.*)")
_UNITS = {
    "%": ("percent", "percent"),
    "pp": ("percentage point", "percentage point"),
    "x": ("times", "multiple"),
    "year": ("year", "months"),
    "year of age": ("year of age", "age"),
    "quarter": ("quarter", "months"),
}


def figure(text: str) -> Quantity:
    """ "$4.67bn", "26 %", "~5M users", "9 quarter", "$4-5M": a quantity with the intervals its digits allow."""
    match = _FIGURE.fullmatch(text)
    assert match, text
    hedge, sign, number, end, scale, unit = match.groups()
    factor = Fraction(_SCALES.get(scale or "", 1))
    digits = number.replace(",", "")
    value = Fraction(digits) * factor
    decimals = len(digits.partition(".")[2])
    step = factor / 10**decimals
    bare = digits.replace(".", "")
    zeros = len(bare) - len(bare.rstrip("0"))
    loose = step * 10**zeros if "." not in digits else step
    if sign:
        name, dimension = {"$": ("US dollar", "money:USD"), "€": ("euro", "money:EUR")}[sign]
    elif unit in _UNITS:
        name, dimension = _UNITS[unit]
    else:
        name, dimension = unit or "", f"count:{unit}" if unit else "number"
    wide = step * 10 if hedge == "~" else step / 2
    strict = Interval.around(value, wide)
    reach = Interval.around(value, max(wide, loose / 2))
    if hedge == ">":
        strict = reach = Interval(value, None, True)
    change = hedge or "="
    high = Fraction(end.replace(",", "")) * factor if end else value
    if end:
        strict = reach = Interval(value - step / 2, high + step / 2)
    return Quantity(value, high, name or None, dimension, step, strict, reach, change, bool(hedge), text)


def quarter(text: str) -> Period:
    """ "2025-Q2" has one reading; "2025-Q2*" those of a March year end as well; "2025" a year, "2025-04" a month; a date a day."""
    many = text.endswith("*")
    label = text.rstrip("*")
    if re.fullmatch(r"\d{4}-Q[1-4]", label):
        year, number = int(label[:4]), int(label[-1])
        readings = [_months(year, 3 * number - 2, 3, "calendar" if many else "stated", label)]
        if many:
            readings.append(_months(year - 1, 3 * number + 1, 3, "fiscal, named by end year", label))
            readings.append(_months(year, 3 * number + 1, 3, "fiscal, named by start year", label))
        return Period(label, label, "quarter", tuple(readings))
    if re.fullmatch(r"\d{4}-\d{2}", label):
        return Period(label, label, "month", (_months(int(label[:4]), int(label[5:]), 1, "stated", label),))
    if re.fullmatch(r"\d{4}", label):
        return Period(label, label, "year", (_months(int(label), 1, 12, "stated", label),))
    day = date.fromisoformat(label)
    return Period(label, label, "day", (Reading(day, day, "stated", label),))


def _months(year: int, month: int, count: int, how: str, label: str) -> Reading:
    start = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = month + count - 1
    end = date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Reading(start, end, how, label)


class Builder:
    """Collects claims of one article; each claim's text is its own sentence."""

    def __init__(self, path: str, published: date | None = None) -> None:
        self.path, self.published = path, published
        self.pieces: list[str] = []
        self.claims: list[Claim] = []

    def say(self, text: str | None, metric: str = "revenue", **more: object) -> Claim:
        """One claim: ``text`` its figure. ``period`` a label, ``entity`` a name, ``with_last`` in the last sentence."""
        start = sum(len(piece) for piece in self.pieces)
        words = text or str(more.get("period") or "some time")
        piece = f"{more.pop('words', metric)} {words}.\n\n"
        self.pieces.append(piece)
        begin = start + piece.index(words)
        sentence = Span(start, start + len(piece) - 2)
        if more.pop("with_last", False):
            sentence = self.claims[-1].sentence
        name = str(more.pop("entity", "Acme"))
        period = more.pop("period", None)
        compared = more.pop("compared", None)
        quantity = figure(text) if text else None
        if quantity is not None and "length" in more:
            quantity = replace(quantity, unit=str(more.pop("length")), dimension="length")
        if "years" in more:
            first, last = more.pop("years")  # type: ignore[misc]
            label = f"{first}/{last}"
            period = Period(
                label, label, "range", (Reading(date(first, 1, 1), date(last, 12, 31), "stated", label),)
            )
        claim = Claim(
            path=self.path,
            number=len(self.claims),
            span=Span(begin, begin + len(words)),
            sentence=sentence,
            section=str(more.pop("section", "body")),
            entity=Entity(name.lower(), name, name, True),
            metric=metric,
            metric_words=metric,
            measure=str(more.pop("measure", "level")),
            quantity=quantity,
            period=period if isinstance(period, Period) else quarter(str(period)) if period else UNKNOWN,
            compared=quarter(str(compared)) if compared else UNKNOWN,
            scope=tuple(sorted(dict(more.pop("scope", {})).items())),  # type: ignore[call-overload]
            details=tuple(sorted(dict(more.pop("details", {})).items())),  # type: ignore[call-overload]
            **more,  # type: ignore[arg-type]
        )
        self.claims.append(claim)
        return claim

    @property
    def article(self) -> Article:
        text = "".join(self.pieces)
        sections = (Section("body", Span(0, len(text))),)
        return Article(self.path, text, text, sections, self.path, self.published)


class AcmeDesk(Desk):
    """The shipped rates, and a company that reports in yuan."""

    def currency_of(self, entity: str) -> str | None:
        return {"acme": "CNY"}.get(entity)


@cache
def shipped() -> RuleSet:
    return load_rules()


def findings(
    *builders: Builder, only: str | None = None, checked: frozenset[str] | None = None
) -> list[Finding]:
    """What the shipped rules (or one of them) find in the builders' claims."""
    rules = shipped()
    if only is not None:
        one = rules.get(only)
        assert one is not None, only
        rules = type(rules)((one,))
    claims = [claim for builder in builders for claim in builder.claims]
    return run_rules(rules, claims, {b.path: b.article for b in builders}, checked, desk=AcmeDesk())[0]


def rules_of(found: list[Finding]) -> list[str]:
    return sorted(finding.rule for finding in found)
