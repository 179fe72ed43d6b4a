"""From the entries of a claims sheet to claims, through the very readers that articles pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.errors import InputError, UnreadableInput
from factcheck.extract.claim_measures import measure_of, normalised
from factcheck.extract.claim_periods import resolve_period
from factcheck.extract.currency_by_entity import settled
from factcheck.extract.currency_evidence import BY_HINT, GUESSED
from factcheck.extract.dates import title_span, undated_claim
from factcheck.extract.hook import DELTA, LEVEL, Hook
from factcheck.extract.periods import read_periods
from factcheck.extract.quantities import read_quantities
from factcheck.extract.quantity_words import load_lexicon
from factcheck.hints import TYPE_CHECKING
from factcheck.mention import QuantityMention
from factcheck.normalise.calendars import FiscalCalendar
from factcheck.normalise.entities import Registry, load_registry
from factcheck.normalise.metrics import Metrics, load_metrics
from factcheck.period import UNKNOWN, Period
from factcheck.records import replace
from factcheck.sources.sheet import SheetClaim
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

_CHANGES = ("change",)
_WORDED = ("quotation", "rank")  # measures whose value may be words: "largest"


def claims_of_sheet(article: Article, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """The claims of a sheet's article, in the order of the file.

    Raises UnreadableInput with an InputError for each value that holds no figure, and each period that is no time.
    """
    registry, metrics = load_registry(layers), load_metrics(layers)
    entries = [entry for entry in article.sheet_claims or () if isinstance(entry, SheetClaim)]
    claims = [
        _claim(article, number, entry, registry, metrics, layers) for number, entry in enumerate(entries)
    ]
    errors = [error for pair in zip(entries, claims, strict=True) for error in _unread(article, *pair)]
    if errors:
        raise UnreadableInput(*errors)
    claims = [_grouped(claim, entry, entries) for claim, entry in zip(claims, entries, strict=True)]
    if claims:
        shown = title_span(article) or claims[0].sentence
        claims = [*undated_claim(article, shown, claims[0].entity, len(claims)), *claims]
    return [replace(claim, number=number) for number, claim in enumerate(claims)]


def _unread(article: Article, entry: SheetClaim, claim: Claim) -> Iterator[InputError]:
    """What the readers could make nothing of."""
    fields = (
        ("value", entry.value, claim.quantity is not None or claim.measure in _WORDED, "holds no figure"),
        ("period", entry.period, bool(claim.period.readings or claim.period.text), "is no time"),
        ("compared", entry.compared, bool(claim.compared.readings or claim.compared.text), "is no time"),
    )
    for name, written, is_read, fault in fields:
        if written and not is_read:
            span = entry.span_of(name) or entry.span
            message = f"claim {entry.number + 1}, field `{name}`: {fault}: “{written[:60]}”."
            yield InputError(article.path, message, *article.position(span.start))


def _grouped(claim: Claim, entry: SheetClaim, entries: Sequence[SheetClaim]) -> Claim:
    """The claim with the sum it is, or goes into: sums are told apart by number, in the order they are named."""
    names = list(dict.fromkeys(name for one in entries for name in (one.total_of, one.part_of) if name))
    groups = {"total": entry.total_of, "part": entry.part_of}
    found = [(detail, names.index(name)) for detail, name in groups.items() if name]
    return replace(claim, details=tuple(sorted((*claim.details, *found)))) if found else claim


def _claim(
    article: Article,
    number: int,
    entry: SheetClaim,
    registry: Registry,
    metrics: Metrics,
    layers: tuple[Path, ...],
) -> Claim:
    entity, segment = _entity(entry, registry)
    calendar = registry.calendar(entity.id) if entity.known else None
    mention = _quantity(entry.value or "", layers)
    metric = _metric(entry.metric, metrics)
    role = DELTA if entry.measure in _CHANGES or entry.direction in ("up", "down") else LEVEL
    scope = {name: _place(name, value, registry) for name, value in entry.scope}
    if segment:
        scope.setdefault("segment", segment)
    measure = entry.measure or (
        measure_of(mention, Hook(role, None, ""), metric, metrics) if mention else "date"
    )
    quantity, marks = (
        settled(mention.quantity, mention.marks, entity, registry) if mention else (None, frozenset())
    )
    base = entry.base or (metric if metrics.known(metric) and metrics.allows(metric, "multiple") else None)
    claim = Claim(
        path=article.path,
        number=number,
        span=entry.value_span,
        sentence=entry.span_of("quote") or entry.span,
        section=entry.section,
        entity=entity,
        metric=metric,
        metric_words=entry.metric,
        measure=measure,
        quantity=quantity,
        kind=mention.kind if mention is not None else "date",
        basis=_basis(entry.basis, layers),
        direction=_direction(entry, mention),
        period=_period(entry.period, article, calendar),
        compared=_period(entry.compared, article, calendar),
        scope=tuple(sorted(scope.items())),
        modality=entry.modality,
        attribution=entry.attribution,
        details=(("base", base),) if base else (),
        marks=marks & {GUESSED, BY_HINT},
        trace=tuple(Trace(name, "sheet", span) for name, span in entry.spans),
    )
    return normalised(claim, metrics)


def _basis(words: str | None, layers: tuple[Path, ...]) -> str | None:
    """The basis as prose gives it: "year on year" and "yoy" are year-on-year."""
    if words is None:
        return None
    known = load_part("clauses", lambda data: dict(data.get("basis", {})), layers, version="basis")
    plain = " ".join(words.lower().split())
    return next((name for name, phrases in known.items() if plain == name or plain in phrases), plain)


def _direction(entry: SheetClaim, mention: QuantityMention | None) -> str | None:
    if mention is not None and mention.kind == "multiple" and mention.surface[:1].isdigit():
        return None  # "11x faster" grows nothing
    return entry.direction or (mention.change if mention and mention.change in ("up", "down") else None)


def _quantity(value: str, layers: tuple[Path, ...]) -> QuantityMention | None:
    """The one quantity a value is written as; text that is none becomes no quantity."""
    mentions = read_quantities(value, lexicon=load_lexicon(layers))
    return mentions[0] if mentions else None


def _entity(entry: SheetClaim, registry: Registry) -> tuple[Entity, str | None]:
    words = entry.entity.replace("’s ", " ").split()
    known = registry.match(words, 0) if words else None
    if known is None or known[0] < len(words):
        return Entity("~" + entry.entity.lower(), entry.entity, entry.entity), None
    info = registry.info(known[1])
    if info.kind == "segment" and info.parent:
        parent = registry.info(info.parent)
        return Entity(parent.id, parent.name, entry.entity, known=True), info.name.lower()
    return Entity(info.id, info.name, entry.entity, known=True), None


def _metric(name: str, metrics: Metrics) -> str:
    words = name.lower().replace("-", " ").split()
    match = metrics.match(words, 0)
    return match[1] if match is not None and match[0] == len(words) else "~" + " ".join(words)


def _place(name: str, value: str, registry: Registry) -> str:
    if name == "place":
        match = registry.match(value.split(), 0)
        if match is not None:
            return match[1]
    return value.lower()


def _period(words: str | None, article: Article, calendar: FiscalCalendar | None) -> Period:
    if not words:
        return UNKNOWN
    mentions = read_periods(words, article.published)
    return resolve_period(mentions[0], article.published, calendar, None) if mentions else UNKNOWN
