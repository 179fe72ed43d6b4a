"""Reference facts as claims: every filing (or table) an article of its own, its facts one a line.

The article has the day it was filed and the source as its name; a finding quotes the filing and the concept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.article import Article, Section
from factcheck.claim import Claim, Entity, Trace
from factcheck.day import date, timedelta
from factcheck.extract.claim_measures import normalised
from factcheck.extract.reference_concepts import money_sign
from factcheck.extract.reference_store import Fact
from factcheck.interval import Interval
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.normalise.names import name_key, strip_legal_suffix
from factcheck.normalise.units import dimension_of
from factcheck.period import Period, Reading
from factcheck.quantity import Quantity
from factcheck.reading import REFERENCE, Read
from factcheck.span import Span


def facts_as_reads(path: str, facts: Iterable[Fact], registry: Registry, metrics: Metrics) -> list[Read]:
    """Facts grouped by source into articles with claims. Sources in order of day, facts in order of their words."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        groups.setdefault((fact.source[1], fact.source[0]), []).append(fact)
    known: dict[str, Entity] = {}
    reads = []
    for (day, name), group in sorted(groups.items()):
        ordered = sorted(
            group, key=lambda fact: (fact.end, fact.start or "", fact.concept, fact.scope, fact.value)
        )
        reads.append(_read(f"{path}#{name}", day, name, ordered, registry, metrics, known))
    return reads


def _read(
    path: str,
    day: str,
    name: str,
    facts: Sequence[Fact],
    registry: Registry,
    metrics: Metrics,
    known: dict[str, Entity],
) -> Read:
    lines: list[str] = []
    claims: list[Claim] = []
    offset = 0
    for fact in facts:
        period = period_of(fact.start, fact.end)
        figure = shown(fact)
        before = f"{fact.entity}, {fact.concept}, {period.text}: "
        line = f"{before}{figure}"
        span = Span(offset + len(before), offset + len(line))
        sentence = Span(offset, offset + len(line))
        entity = known.get(fact.entity) or known.setdefault(
            fact.entity, entity_of(fact.entity, registry, fact.cik)
        )
        claims.append(_claim(path, len(claims), fact, entity, period, span, sentence, metrics))
        lines.append(line)
        offset += len(line) + 1
    text = "\n".join(lines) + "\n"
    article = Article(
        path=path,
        text=text,
        prose=" " * len(text),
        sections=(Section("table", Span(0, len(text))),),
        title=name,
        published=date.fromisoformat(day) if day else None,
        source=name,
    )
    return Read(article, tuple(claims), len(claims))


def _claim(
    path: str,
    number: int,
    fact: Fact,
    entity: Entity,
    period: Period,
    span: Span,
    sentence: Span,
    metrics: Metrics,
) -> Claim:
    quantity = quantity_of(fact)
    how = tuple(
        Trace(aspect, "sheet", sentence, fact.source[0])
        for aspect in ("entity", "metric", "period", "quantity")
    )
    claim = Claim(
        path=path,
        number=number,
        span=span,
        sentence=sentence,
        section="table",
        entity=entity,
        metric=fact.metric,
        metric_words=fact.concept,
        measure=_measure(fact.metric, quantity),
        quantity=quantity,
        period=period,
        scope=tuple(sorted(fact.scope)),
        marks=frozenset((REFERENCE,)),
        trace=how,
    )
    return normalised(claim, metrics)


def _measure(metric: str, quantity: Quantity) -> str:
    if quantity.dimension == "percent":
        return "share" if "share" in metric else "ratio"
    return "count" if quantity.dimension.startswith("count:") else "level"


def entity_of(name: str, registry: Registry, cik: int | None = None) -> Entity:
    """The entity of a name as filings write it, capitals or not: "HARLOW GROUP HOLDING LTD" is Harlow.

    The SEC's number decides where it is known; else the whole name, else what is left of it without its legal form.
    """
    key = (registry.by_cik(cik) if cik is not None else None) or registry.find(name)
    if key is None:
        wanted = name_key(name)
        for candidate in registry.ids():
            info = registry.info(candidate)
            if info.kind in ("company", "bank") and wanted in map(name_key, (info.name, *info.aliases)):
                key = candidate
                break
    if key is not None:
        return Entity(key, registry.info(key).name, name, known=True)
    plain = strip_legal_suffix(name)
    return Entity("~" + plain.lower(), plain, name)


def quantity_of(fact: Fact) -> Quantity:
    """The figure with the precision its source gives, or that its trailing zeros show (at most millions)."""
    value = Fraction(fact.value)
    step = Fraction(fact.step) if fact.step is not None else _written_step(fact.value)
    interval = Interval.around(value, step / 2)
    return Quantity(
        value, value, fact.unit, dimension_of(fact.unit), step, interval, interval, text=shown(fact)
    )


def shown(fact: Fact) -> str:
    """A fact's figure as copy would write it: "$4,662 million", "CNY 6.7 per share", "21.3%", "12,400 share"."""
    million = 10**6
    whole = fact.value.lstrip("-")
    if whole.isdigit() and len(whole) > 6 and whole.endswith("000000"):
        figure = f"{_grouped(str(int(fact.value) // million))} million"
    else:
        figure = _grouped(fact.value)
    if fact.unit == "percent":
        return f"{figure}%"
    money, _, share = (fact.unit or "").partition(" per ")
    sign = money_sign(money)
    if sign is None:
        return f"{figure} {fact.unit}" if fact.unit else figure
    minus = "-" if figure.startswith("-") else ""
    return f"{minus}{sign}{figure.removeprefix('-')}" + (f" per {share}" if share else "")


def _written_step(value: str) -> Fraction:
    whole, _, decimals = value.partition(".")
    if decimals:
        return Fraction(1, 10 ** len(decimals))
    zeros = len(whole) - len(whole.rstrip("0"))
    return Fraction(10 ** min(zeros, 6)) if whole.strip("-0") else Fraction(1)


def period_of(start: str | None, end: str) -> Period:
    """The period of a fact from its days, both included: one reading, nothing to be guessed."""
    last = date.fromisoformat(end)
    if start is None:
        return Period(f"at {end}", end, "instant", (Reading(last, last, "stated", end),))
    first = date.fromisoformat(start)
    days = (last - first).days + 1
    kind = next((k for k, low, high in _KINDS if low <= days <= high), "range")
    label = _calendar_label(first, last) or f"{start}/{end}"
    return Period(f"{start} to {end}", label, kind, (Reading(first, last, "stated", label),))


_KINDS = (
    ("month", 28, 31),
    ("quarter", 84, 99),
    ("half", 175, 190),
    ("nine-months", 266, 281),
    ("year", 358, 378),
)


def _calendar_label(first: date, last: date) -> str | None:
    """2025, 2025-H1, 2025-Q2 or 2025-04 where the days are exactly those."""
    after = last + timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return None
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 12 and first.month == 1:
        return str(first.year)
    if months == 6 and first.month in (1, 7):
        return f"{first.year}-H{first.month // 6 + 1}"
    if months == 3 and first.month % 3 == 1:
        return f"{first.year}-Q{first.month // 3 + 1}"
    return f"{first.year}-{first.month:02d}" if months == 1 else None


def _grouped(value: str) -> str:
    """An exact value as digits in groups of three, for people."""
    if "/" in value:  # only halves and fifths of something get here, so the division is exact
        over, _, under = value.partition("/")
        value = format(Decimal(over) / Decimal(under), "f")
    whole, dot, decimals = value.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    return f"{sign}{int(digits):,}{dot}{decimals}" if digits.isdigit() else value
