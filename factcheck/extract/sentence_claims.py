"""The claims of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.attachment import Attacher, Attachment
from factcheck.extract.claim_periods import choose_period, resolve_period, trace_of, unknown
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.measures import basis_trace, direction_of, grew_beside, measure_of, read_basis
from factcheck.extract.metric_mentions import MetricMention, read_metrics
from factcheck.extract.modality import read_attribution, read_modality
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.roles import PRIOR, comparison_word, read_roles
from factcheck.extract.sentence_tokens import QUANTITY, Token
from factcheck.extract.sentences import Sentence
from factcheck.extract.subjects import Subject, SubjectFinder
from factcheck.extract.topic import Topic
from factcheck.mention import PeriodMention, QuantityMention
from factcheck.normalise.calendars import FiscalCalendar, shift
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.period import Period
from factcheck.quantity import Quantity

# Kinds of figure that say nothing a rule could hold against another figure.
_SILENT = frozenset(("ordinal",))
_DATED_KINDS = ("quarter", "half", "nine-months", "year", "fiscal-year", "fiscal-quarter", "range")


class SentenceReader:
    """Reads the claims of an article's sentences, in order. One per article: it carries the paragraph's memory."""

    __slots__ = ("_paragraph_period", "article", "finder", "metrics", "registry", "topic", "words")

    def __init__(
        self,
        article: Article,
        topic: Topic,
        finder: SubjectFinder,
        metrics: Metrics,
        words: ClauseWords,
        registry: Registry,
    ) -> None:
        self.article, self.topic, self.finder = article, topic, finder
        self.metrics, self.words, self.registry = metrics, words, registry
        self._paragraph_period: tuple[int, PeriodMention] | None = None

    def read(self, sentence: Sentence, tokens: Sequence[Token], names: Sequence[NameMention]) -> list[Claim]:
        """All claims of a sentence, in order of the text."""
        self.finder.enter(sentence.paragraph)
        claims: list[Claim] = []
        if any(token.kind == QUANTITY for token in tokens):
            claims = self._claims(sentence, tokens, names)
        self.finder.leave(tokens, names)
        return claims

    def _claims(
        self, sentence: Sentence, tokens: Sequence[Token], names: Sequence[NameMention]
    ) -> list[Claim]:
        metrics = read_metrics(tokens, names, self.metrics, self.words)
        roles = read_roles(tokens, metrics, self.words)
        attached = Attacher(tokens, metrics, roles, self.metrics, self.words).attach()
        attribution, attribution_trace = read_attribution(tokens, names, self.words)
        claims: dict[int, Claim] = {}
        for at, role in roles.items():
            mention = tokens[at].quantity
            assert mention is not None
            if mention.kind in _SILENT:
                continue
            attachment = attached.get(at)
            subject = self.finder.find(tokens, names, metrics, attachment, at, role)
            claim = self._claim(sentence, tokens, at, role, mention, attachment, subject, metrics, claims)
            if attribution is not None and claim.attribution is None:
                claim = replace(
                    claim, attribution=attribution, trace=(*claim.trace, *_present(attribution_trace))
                )
            claims[at] = claim
        return list(claims.values())

    def _claim(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        at: int,
        role: str,
        mention: QuantityMention,
        attachment: Attachment | None,
        subject: Subject,
        metrics: Sequence[MetricMention],
        earlier: dict[int, Claim],
    ) -> Claim:
        base = earlier.get(attachment.link) if attachment is not None and attachment.link >= 0 else None
        entity, entity_trace = (
            (base.entity, _taken_over(base, "entity"))
            if base is not None
            else (subject.entity, subject.trace)
        )
        grew = grew_beside(tokens, at, self.words)
        measure = measure_of(mention, role, attachment, self.metrics, grew)
        period, period_trace, compared = self._period(
            sentence, tokens, at, role, attachment, metrics, entity, base
        )
        basis, basis_step = self._basis(tokens, at, measure, period)
        direction = direction_of(mention, measure)
        modality, modality_trace = read_modality(tokens, at, self.words)
        scope = self._scope(attachment, subject, measure)
        details: list[tuple[str, object]] = []
        frame = self._frame(at, attachment, earlier)
        if frame is not None:
            details.append(("frame", frame))
        estimate = role == PRIOR and self._is_estimate(tokens, at, metrics)
        traces = [
            entity_trace,
            self._metric_trace(tokens, attachment),
            period_trace,
            basis_step,
            modality_trace,
        ]
        return Claim(
            path=self.article.path,
            number=0,
            span=mention.span,
            sentence=sentence.span,
            section=sentence.section,
            entity=entity,
            metric=attachment.id if attachment is not None else "",
            metric_words=self._words(tokens, attachment),
            measure=measure,
            quantity=_magnitude(mention.quantity, measure),
            kind=mention.kind,
            basis=basis,
            direction=direction,
            period=period,
            compared=compared,
            scope=scope,
            modality="forecast" if estimate else modality,
            attribution="analysts" if estimate else None,
            prior=role == PRIOR,
            details=tuple(sorted(details)),
            marks=mention.marks,
            trace=tuple(traces),
        )

    def _frame(self, at: int, attachment: Attachment | None, earlier: dict[int, Claim]) -> int | None:
        """Figures of one comparison share a number: the character offset of the first of them."""
        if attachment is None:
            return None
        for claim in earlier.values():
            same = claim.metric == attachment.id or (
                attachment.link >= 0 and earlier.get(attachment.link) is claim
            )
            if same:
                for name, value in claim.details:
                    if name == "frame":
                        return value if isinstance(value, int) else None
        return at

    def _scope(
        self, attachment: Attachment | None, subject: Subject, measure: str
    ) -> tuple[tuple[str, str], ...]:
        scope = dict(attachment.scope) if attachment is not None else {}
        if subject.segment and "segment" not in scope:
            scope["segment"] = subject.segment.lower()
        return tuple(sorted(scope.items()))

    def _basis(
        self, tokens: Sequence[Token], at: int, measure: str, period: Period
    ) -> tuple[str | None, Trace]:
        if measure != "change":
            return None, basis_trace(None, None, False)
        basis, span = read_basis(self.article.prose, tokens, at, self.words)
        if basis is None and period.kind in _DATED_KINDS:
            return "year-on-year", basis_trace("year-on-year", None, True)
        return basis, basis_trace(basis, span, False)

    def _period(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        at: int,
        role: str,
        attachment: Attachment | None,
        metrics: Sequence[MetricMention],
        entity: Entity,
        base: Claim | None,
    ) -> tuple[Period, Trace, Period]:
        calendar = self._calendar(entity)
        reporting = self.topic.reporting
        chosen = choose_period(tokens, at, role, attachment, metrics)
        published = self.article.published
        if role == PRIOR:
            around = base.period if base is not None and base.period.is_known else reporting
            if chosen is not None:
                return (
                    resolve_period(chosen, published, calendar, around),
                    trace_of(chosen, "stated", "base"),
                    around,
                )
            if around.is_known:
                basis, span = read_basis(self.article.prose, tokens, at, self.words)
                if basis == "year-on-year":
                    return (
                        shift(around, years=-1),
                        Trace("period", "inherited", span, "a year before"),
                        around,
                    )
                if basis == "quarter-on-quarter":
                    return (
                        shift(around, quarters=-1),
                        Trace("period", "inherited", span, "a quarter before"),
                        around,
                    )
            return *unknown(), around
        if chosen is not None:
            self._paragraph_period = (sentence.paragraph, chosen)
            return (
                resolve_period(chosen, published, calendar, reporting),
                trace_of(chosen, "stated"),
                Period("", "", "unknown", ()),
            )
        if base is not None and base.period.is_known and not base.prior:
            return base.period, _taken_over(base, "period"), Period("", "", "unknown", ())
        return *self._inherited(sentence, published, calendar), Period("", "", "unknown", ())

    def _inherited(self, sentence, published, calendar) -> tuple[Period, Trace]:  # type: ignore[no-untyped-def]
        reporting = self.topic.reporting
        if self._paragraph_period is not None and self._paragraph_period[0] == sentence.paragraph:
            mention = self._paragraph_period[1]
            if mention.period.kind in _DATED_KINDS:
                return resolve_period(mention, published, calendar, reporting), trace_of(
                    mention, "inherited", "paragraph"
                )
        if reporting.is_known:
            return reporting, Trace(
                "period", "topic", self.topic.reporting_span, "the period the article reports on"
            )
        return unknown()

    def _calendar(self, entity: Entity) -> FiscalCalendar | None:
        return self.registry.calendar(entity.id) if entity.known else None

    def _is_estimate(self, tokens: Sequence[Token], at: int, metrics: Sequence[MetricMention]) -> bool:
        inside = {step for m in metrics for step in range(m.head, m.tail + 1)}
        marker = comparison_word(tokens, at, inside, self.words)
        near = tokens[marker if marker is not None else max(0, at - 4) : at + 4]
        return any(token.lower in self.words["estimate_words"] for token in near)

    def _metric_trace(self, tokens: Sequence[Token], attachment: Attachment | None) -> Trace:
        if attachment is None:
            return Trace("metric", "default", None, "nothing in the sentence says what is measured")
        first, last = attachment.words
        span = tokens[first].span.cover(tokens[last].span)
        how = "inherited" if attachment.link >= 0 or attachment.score < 50 else "stated"
        return Trace("metric", how, span, f"{attachment.why} ({attachment.score})")

    def _words(self, tokens: Sequence[Token], attachment: Attachment | None) -> str:
        if attachment is None:
            return ""
        first, last = attachment.words
        return " ".join(self.article.text[tokens[first].start : tokens[last].end].split())


def _magnitude(quantity: Quantity, measure: str) -> Quantity:
    """A change keeps its size; its sign is the claim's direction."""
    if measure != "change" or quantity.low >= 0:
        return quantity
    return replace(
        quantity, low=-quantity.high, high=-quantity.low, strict=-quantity.strict, loose=-quantity.loose
    )


def _taken_over(base: Claim, aspect: str) -> Trace:
    step = next((trace for trace in base.trace if trace.aspect == aspect), None)
    how = step.how if step is not None else "inherited"
    return Trace(aspect, how, step.span if step is not None else None, "as the figure before")


def _present(trace: Trace | None) -> tuple[Trace, ...]:
    return () if trace is None else (trace,)
