"""Claims of tables: a cell's headers say what it measures, of whom and when. A cell whose headers do not is no claim.

Rows and columns are no sentences, so nothing here reads grammar. What is uncertain is left out: a column of changes,
percentages of what is no ratio, headers without a known measure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.article import Article, Cell
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.claim_measures import magnitude, measure_of
from factcheck.extract.claim_periods import resolve_period, with_fiscal_year
from factcheck.extract.currency_by_entity import settled
from factcheck.extract.hook import LEVEL, Hook
from factcheck.extract.name_mentions import PLACE_KINDS
from factcheck.extract.periods import read_periods
from factcheck.extract.table_changes import read_changes
from factcheck.extract.table_lines import read_lines
from factcheck.extract.table_sums import read_sums
from factcheck.extract.topic import Topic
from factcheck.mention import PeriodMention, QuantityMention
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.patterns import Lazy
from factcheck.period import UNKNOWN, Period
from factcheck.quantity import Quantity
from factcheck.records import dataclass, replace
from factcheck.span import Span

_ASIDE = Lazy(
    r"\([^()]*\)|\[[^\[\]]*\]|[,;:]?\s*\bin (?:thousands|millions|billions|percent|%).*$|[€$£¥%*†‡]"
)
_CHANGES = frozenset(
    "change chg growth yoy y/y qoq q/q variance var increase decrease difference +/- ± delta versus vs".split()  # noqa: SIM905
)
_WHOLE = frozenset(
    "total group company overall consolidated all amount value figure measure the of".split()  # noqa: SIM905
)
_MOST_WORDS = 6  # of a header that names a part


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What the headers of a cell say: a metric, the part of the whole, an entity of the registry, a time."""

    metric: str
    words: str
    scope: tuple[tuple[str, str], ...]
    entity: str | None
    time: PeriodMention | None


def read_table_claims(
    article: Article,
    quantities: Sequence[QuantityMention],
    topic: Topic,
    registry: Registry,
    metrics: Metrics,
) -> list[Claim]:
    """A claim for every cell that holds one figure and whose headers say what it is."""
    starts = [mention.start for mention in quantities]
    inside: list[tuple[Cell, Span, QuantityMention]] = []
    for cell, row in _with_rows(article):
        first, behind = bisect_left(starts, cell.span.start), bisect_left(starts, cell.span.end)
        if behind - first == 1 and quantities[first].end <= cell.span.end:
            inside.append((cell, row, quantities[first]))
    reader = _Tables(article, topic, registry, metrics, ((cell, one) for cell, _, one in inside))
    claims = (reader.read(cell, row, mention) for cell, row, mention in inside)
    changed = read_changes(inside, [claim for claim in claims if claim is not None])
    summed = read_sums(inside, changed, topic.entity, article.path)
    return read_lines(inside, summed, topic.entity, article.path)


def _with_rows(article: Article) -> Iterator[tuple[Cell, Span]]:
    """The cells in order, each with the row it stands in, from the end of the row before."""
    ordered = sorted(article.cells, key=lambda cell: cell.span)
    before = 0
    for _, group in groupby(ordered, key=lambda cell: (cell.row, cell.caption)):
        cells = list(group)
        section = article.section_at(cells[0].span.start)
        begin, end = max(before, section.span.start if section else 0), cells[-1].span.end
        line = article.text.rfind("\n", begin, cells[0].span.start) + 1
        if "|" in article.text[line : cells[0].span.start]:
            begin = max(begin, line)  # not the headers above the first row
        lead = article.prose[begin:end]
        row = Span(begin + len(lead) - len(lead.lstrip()), end)
        yield from ((cell, row) for cell in cells)
        before = end


class _Tables:
    """The tables of one article; headers are read once each."""

    def __init__(
        self,
        article: Article,
        topic: Topic,
        registry: Registry,
        metrics: Metrics,
        inside: Iterable[tuple[Cell, QuantityMention]],
    ) -> None:
        self.article, self.topic, self.registry, self.metrics = article, topic, registry, metrics
        self._currencies: dict[int, set[tuple[str | None, str]]] = {}
        for cell, mention in inside:
            quantity = mention.quantity
            if quantity.dimension.startswith("money:") and " per " not in quantity.dimension:
                section = article.section_at(cell.span.start)
                known = self._currencies.setdefault(section.span.start if section else -1, set())
                known.add((quantity.unit, quantity.dimension))
        self._times: dict[str, PeriodMention | None] = {}

    def read(self, cell: Cell, row: Span, mention: QuantityMention) -> Claim | None:
        meaning = self._meaning(cell)
        if meaning is None:
            return None
        entity, entity_trace = self._entity(meaning)
        quantity, marks = settled(self._in_currency(cell, mention), mention.marks, entity, self.registry)
        quantity = replace(quantity, text="")  # "560" under "in millions" is told as $560 million
        if quantity.high < 0 and self.metrics.kind(meaning.metric) == "flow":
            higher = self.metrics.info(meaning.metric).higher
            if higher is None:
                return None  # "Tax (5)" may be paid or given back
            quantity = magnitude(quantity) if higher == "worse" else quantity  # "Cost of sales (802)"
        relative = quantity.dimension in ("percent", "percentage point", "basis point")
        if not self.metrics.allows(meaning.metric, quantity.dimension):
            return None
        if relative and not self.metrics.allows(meaning.metric, "percent"):
            return None
        headers = " · ".join(header for header in cell.headers if header)
        note = f"the table's headers “{headers}”"
        return Claim(
            path=self.article.path,
            span=mention.span,
            sentence=row,
            section="table",
            entity=entity,
            metric=meaning.metric,
            metric_words=meaning.words,
            measure=measure_of(mention, Hook(LEVEL, None, ""), meaning.metric, self.metrics),
            quantity=quantity,
            kind=mention.kind,
            period=self._period(meaning, entity),
            scope=meaning.scope,
            marks=marks,
            trace=(
                entity_trace,
                Trace("metric", "stated", None, note),
                Trace(
                    "period",
                    "stated" if meaning.time else "default",
                    None,
                    note if meaning.time else "no period is stated",
                ),
            ),
        )

    def _in_currency(self, cell: Cell, mention: QuantityMention) -> Quantity:
        """The figure, in the currency of its table where only the first row bears the sign."""
        quantity = mention.quantity
        section = self.article.section_at(cell.span.start)
        units = self._currencies.get(section.span.start if section else -1, set())
        if quantity.dimension != "number" or len(units) != 1:
            return quantity
        unit, dimension = next(iter(units))
        return replace(quantity, unit=unit, dimension=dimension)

    def _entity(self, meaning: _Meaning) -> tuple[Entity, Trace]:
        if meaning.entity is None:
            return self.topic.entity, self.topic.entity_trace()
        info = self.registry.info(meaning.entity)
        return Entity(info.id, info.name, info.name, known=True), Trace(
            "entity", "stated", None, "a header of the table"
        )

    def _period(self, meaning: _Meaning, entity: Entity) -> Period:
        if meaning.time is None:
            return UNKNOWN
        published = self.article.published
        calendar = self.registry.calendar(entity.id) if entity.known else None
        period = resolve_period(meaning.time, published, calendar, None)
        if self.metrics.kind(meaning.metric) == "flow":
            period = with_fiscal_year(period, meaning.time, published, calendar)
        return period

    def _meaning(self, cell: Cell) -> _Meaning | None:
        """What the headers say; None where they name no known measure, or a change."""
        times = [self._time(header) for header in cell.headers]
        dated = [header for header, one in zip(cell.headers, times, strict=True) if one is not None]
        time = (
            self._time(" ".join(dated), whole=False) if dated else None
        )  # "Three months ended June 30," over "2025"
        named = [header for header, one in zip(cell.headers, times, strict=True) if one is None]
        if any(not _CHANGES.isdisjoint(header.lower().split()) for header in named):
            return None
        metric = words = ""
        entity: str | None = None
        basis: list[tuple[str, str]] = []  # "GAAP net income", "Adjusted EPS"
        parts: list[str] = []
        places: list[str] = []
        for header in named:
            inner = self._time(header, whole=False)
            if inner is not None:  # "Revenue, 2024"
                time = time or inner
                header = header.replace(inner.surface, " ").rstrip(" ,;:")
            plain = [word.strip(",;:") for word in _ASIDE.sub(" ", header).split()]
            known = self.registry.match(plain, 0) if plain else None
            if known is not None and known[0] == len(plain) and not metric_of(self.metrics, plain):
                kind = self.registry.info(known[1]).kind
                if kind in PLACE_KINDS:
                    places.append(known[1])
                elif kind in ("company", "bank") and entity is None:
                    entity = known[1]
                else:
                    return None
                continue
            found = metric_of(self.metrics, plain) if not metric else None
            if found is not None:
                (first, last), metric = found
                words = " ".join(plain[first:last])
                plain = plain[:first] + plain[last:]
                plain = self._without_scope(plain, basis)
            part = " ".join(word.lower() for word in plain if word.lower() not in _WHOLE)
            if (
                part and found is None
            ):  # "Castell" in a column of its own may be anybody: only a known part will do
                known_part = self.registry.segment(self.topic.entity.id, part)
                if known_part is None:
                    return None
                part = known_part
            if part:
                parts.append(part)
        if not metric:
            found = metric_of(self.metrics, _ASIDE.sub(" ", cell.caption).split())
            if found is None:
                return None
            metric = found[1]
        if len(parts) > 1 or any(part.count(" ") >= _MOST_WORDS for part in parts) or len(places) > 1:
            return None
        scope = [*basis, *(("segment", part) for part in parts)] + [("place", place) for place in places]
        return _Meaning(
            metric, words, tuple(sorted(scope)), entity, time or self._time(cell.caption, whole=False)
        )

    def _without_scope(self, words: list[str], basis: list[tuple[str, str]]) -> list[str]:
        """The words that are left without "GAAP" or "adjusted", which go to ``basis``."""
        lower = [word.lower() for word in words]
        left: list[str] = []
        at = 0
        while at < len(words):
            match = self.metrics.match_scope(lower, at)
            if match is None:
                left.append(words[at])
            else:
                basis.append(match[1])
            at += match[0] if match is not None else 1
        return left

    def _time(self, header: str, whole: bool = True) -> PeriodMention | None:
        """The time that a header is; with ``whole`` false, the first that it names."""
        if header not in self._times:
            words = f"in {header}" if header.strip().isdigit() else header  # a bare year is a time here
            found = read_periods(words, self.article.published) if any(map(str.isdigit, header)) else ()
            self._times[header] = found[0] if found else None
        mention = self._times[header]
        if mention is None or (whole and len(mention.surface) * 2 < len(header)):
            return None
        if whole and metric_of(self.metrics, header.replace(mention.surface, " ").split()) is not None:
            return None  # "Fiscal Q1 2025 Revenue"
        return mention


def metric_of(metrics: Metrics, words: Sequence[str]) -> tuple[tuple[int, int], str] | None:
    """The longest measure that words name: ((first, behind the last), id)."""
    lower = [word.lower() for word in words]
    best: tuple[tuple[int, int], str] | None = None
    for at in range(len(lower)):
        match = metrics.match(lower, at)
        if match is not None and (best is None or match[0] > best[0][1] - best[0][0]):
            best = (at, at + match[0]), match[1]
    return best
