"""The claims of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.attachment import Attacher
from factcheck.extract.claim_details import base_of
from factcheck.extract.claim_measures import basis_trace, direction_of, grew_beside, measure_of, read_basis
from factcheck.extract.claim_periods import choose_period, resolve_period, trace_of, unknown, with_fiscal_year
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.metric_mentions import MetricMention, read_metrics, singular
from factcheck.extract.modality import read_attribution, read_modality
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.open_nouns import Attachment
from factcheck.extract.roles import PRIOR, comparison_word, period_owner, read_roles
from factcheck.extract.sentence_tokens import QUANTITY, Token
from factcheck.extract.sentences import Sentence
from factcheck.extract.subjects import BRACKETED, Subject, SubjectFinder
from factcheck.extract.topic import Topic
from factcheck.mention import PeriodMention, QuantityMention
from factcheck.normalise.calendars import FiscalCalendar, shift
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.period import UNKNOWN, Period
from factcheck.quantity import Quantity

# Kinds of figure that say nothing a rule could hold against another figure.
_OUTLOOK_REACH = 4  # sentences
_AHEAD = ("forecast", "target", "planned", "hypothetical")
_OTHER_DOLLARS = frozenset(["AUD", "CAD", "HKD", "NZD", "SGD", "TWD"])
_SILENT = frozenset(("ordinal",))
_DATED_KINDS = ("quarter", "half", "nine-months", "year", "fiscal-year", "fiscal-quarter", "range")


@dataclass(slots=True)
class Parsed:
    """A sentence as read so far. Numbers are token numbers; ``claims`` fills up from left to right."""

    sentence: Sentence
    tokens: Sequence[Token]
    names: Sequence[NameMention]
    metrics: Sequence[MetricMention]
    roles: dict[int, str]
    attached: dict[int, Attachment]
    inside: set[int]
    owned: dict[int, int]
    claims: dict[int, Claim]
    speaker: Entity | None = None


class SentenceReader:
    """Reads the claims of an article's sentences, in order. One per article: it carries the paragraph's memory."""

    __slots__ = (
        "_outlook",
        "_paragraph_period",
        "article",
        "finder",
        "metrics",
        "registry",
        "topic",
        "words",
    )

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
        self._outlook: tuple[int, PeriodMention] | None = None

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
        attribution, attribution_trace = read_attribution(tokens, names, self.words)
        if attribution is not None and len({name.entity.id for name in names}) > 1:
            names = [name for name in names if name.entity.name != attribution]
        parsed = self._parse(sentence, tokens, names)
        parsed.speaker = _self_speaker(names, attribution)
        for at in parsed.roles:
            mention = tokens[at].quantity
            assert mention is not None
            if mention.kind in _SILENT:
                continue
            claim = self._claim(parsed, at, mention)
            if attribution is not None and claim.attribution is None and claim.entity.name != attribution:
                claim = replace(
                    claim, attribution=attribution, trace=(*claim.trace, *_present(attribution_trace))
                )
            parsed.claims[at] = claim
        return list(parsed.claims.values())

    def _parse(self, sentence: Sentence, tokens: Sequence[Token], names: Sequence[NameMention]) -> Parsed:
        metrics = read_metrics(tokens, names, self.metrics, self.words)
        names = [name for name in names if name.entity.known or not _inside_metric(name, metrics)]
        roles = read_roles(tokens, metrics, self.words)
        attached = Attacher(tokens, metrics, names, roles, self.metrics, self.words).attach()
        inside = {step for m in metrics for step in range(m.head, m.last + 1)}
        owned = period_owner(tokens, roles, inside, self.words)
        return Parsed(sentence, tokens, names, metrics, roles, attached, inside, owned, {})

    def _claim(self, parsed: Parsed, at: int, mention: QuantityMention) -> Claim:
        tokens, role, attachment = parsed.tokens, parsed.roles[at], parsed.attached.get(at)
        subject = self.finder.find(tokens, parsed.names, parsed.metrics, attachment, at, role)
        base = parsed.claims.get(attachment.link) if attachment is not None and attachment.link >= 0 else None
        if base is not None and subject.trace.note != BRACKETED:
            entity, entity_trace = base.entity, _taken_over(base, "entity")
        else:
            entity, entity_trace = subject.entity, subject.trace
        if self.finder.is_part(entity) or self.finder.names_topic(entity):
            entity, entity_trace = self.topic.entity, self.topic.entity_trace()
        if parsed.speaker is not None and entity.id.startswith("article:"):
            entity, entity_trace = (
                parsed.speaker,
                Trace("entity", "inherited", None, "who says so speaks of itself"),
            )
        measure = measure_of(mention, role, attachment, self.metrics, grew_beside(tokens, at, self.words))
        modality, modality_trace = self._modality(tokens, at, mention, attachment)
        period, period_trace, compared = self._period(parsed, at, entity, base, modality)
        basis, basis_step = self._basis(tokens, at, measure, period)
        estimate = role == PRIOR and self._is_estimate(parsed, at)
        return Claim(
            path=self.article.path,
            number=0,
            span=mention.span,
            sentence=parsed.sentence.span,
            section=parsed.sentence.section,
            entity=entity,
            metric=attachment.id if attachment is not None else self._implied_metric(entity, mention),
            metric_words=self._words(tokens, attachment),
            measure=measure,
            quantity=_magnitude(mention.quantity, measure),
            kind=mention.kind,
            basis=basis,
            direction=direction_of(mention, measure) or self._carried_direction(tokens, at, measure, base),
            period=period,
            compared=compared,
            scope=self._scope(parsed, at, attachment, subject),
            modality="forecast" if estimate else modality,
            attribution="analysts" if estimate else None,
            prior=role == PRIOR,
            details=self._details(parsed, at, mention, attachment),
            marks=self._marks(mention, entity),
            trace=(
                entity_trace,
                self._metric_trace(tokens, attachment),
                period_trace,
                basis_step,
                modality_trace,
            ),
        )

    def _carried_direction(
        self, tokens: Sequence[Token], at: int, measure: str, base: Claim | None
    ) -> str | None:
        """ "up from $7 million, or 44 %": the direction was said beside the figure before."""
        if measure != "change":
            return None
        for token in tokens[at + 1 : at + 4]:
            if token.lower in ("higher", "lower"):
                return "up" if token.lower == "higher" else "down"
        if base is None:
            return None
        if base.direction is not None:
            return base.direction
        for step in range(at - 1, -1, -1):
            if tokens[step].lower in ("up", "down"):
                return tokens[step].lower
        return None

    def _implied_metric(self, entity: Entity, mention: QuantityMention) -> str:
        """ "The FTSE 100 closed at 9,420": an index is its level."""
        plain = (
            mention.kind in ("number", "percent", "points", "count") or mention.quantity.dimension == "number"
        )
        return (
            "index-level" if entity.known and plain and self.registry.info(entity.id).kind == "index" else ""
        )

    def _marks(self, mention: QuantityMention, entity: Entity) -> frozenset[str]:
        """ "$" is in doubt only where the entity keeps its books in another dollar."""
        if "ambiguous-currency" not in mention.marks or not mention.quantity.dimension.startswith(
            "money:USD"
        ):
            return mention.marks
        currency = self.registry.info(entity.id).currency if entity.known else None
        if currency is not None and currency != "USD" and currency in _OTHER_DOLLARS:
            return mention.marks
        return mention.marks - {"ambiguous-currency"}

    def _details(
        self, parsed: Parsed, at: int, mention: QuantityMention, attachment: Attachment | None
    ) -> tuple[tuple[str, object], ...]:
        details: list[tuple[str, object]] = []
        if mention.kind == "multiple":
            base = base_of(parsed.tokens, at, attachment, self.metrics, self.words)
            if base is not None:
                details.append(("base", base))
        frame = self._frame(parsed, at, attachment)
        if frame is not None:
            details.append(("frame", frame))
        return tuple(details)

    def _frame(self, parsed: Parsed, at: int, attachment: Attachment | None) -> int | None:
        """Figures of one comparison share a number: the token number of the first of them."""
        if attachment is None:
            return None
        linked = parsed.claims.get(attachment.link)
        for claim in parsed.claims.values():
            if claim.metric == attachment.id or claim is linked:
                for name, value in claim.details:
                    if name == "frame" and isinstance(value, int):
                        return value
        return at

    def _scope(
        self, parsed: Parsed, at: int, attachment: Attachment | None, subject: Subject
    ) -> tuple[tuple[str, str], ...]:
        scope = dict(attachment.scope) if attachment is not None else {}
        if scope.get("share-count") == "diluted":
            del scope["share-count"]  # diluted is what "per share" means unless somebody says basic
        stated = self._stated_basis(parsed, at)
        if stated is not None:
            scope.setdefault(*stated)
        linked = parsed.claims.get(attachment.link) if attachment is not None else None
        if linked is not None and subject.trace.note != BRACKETED:
            return tuple(sorted({**dict(linked.scope), **scope}.items()))
        if "segment" not in scope:
            part = self._part(subject.entity)
            segment = part or subject.segment or self.finder.leading_segment(parsed.tokens, parsed.names, at)
            segment = segment or self.finder.segment_before(parsed.tokens, parsed.names, at)
            if segment:
                scope["segment"] = self._segment_name(segment, subject.entity)
        return tuple(sorted(scope.items()))

    def _modality(
        self, tokens: Sequence[Token], at: int, mention: QuantityMention, attachment: Attachment | None
    ) -> tuple[str, Trace]:
        modality, trace = read_modality(tokens, at, self.words)
        if (
            modality == "reported"
            and mention.quantity.is_range
            and attachment is not None
            and attachment.known
        ):
            kind = self.metrics.kind(attachment.id)
            if (
                kind == "flow"
                and mention.quantity.dimension.startswith("money")
                and not mention.quantity.hedged
            ):
                return "forecast", Trace(
                    "modality", "default", mention.span, "a result is one figure, guidance a range"
                )
        return modality, trace

    def _stated_basis(self, parsed: Parsed, at: int) -> tuple[str, str] | None:
        """ "On a non-GAAP basis, earnings were": holds for the sentence; behind a figure, for that figure."""
        found = []
        lowers = [token.lower or "\0" for token in parsed.tokens]
        for step in range(2, len(lowers)):
            if lowers[step - 1] in ("a", "an") and lowers[step - 2] == "on":
                match = self.metrics.match_scope(lowers, step)
                if match is not None and "basis" in lowers[step + match[0] : step + match[0] + 2]:
                    found.append((step, match[1]))
        behind = [pair for step, pair in found if step > at]
        before = [pair for step, pair in found if step < at]
        if len(found) == 1:
            return found[0][1] if before or at > found[0][0] - 8 else None
        return behind[0] if behind else before[-1] if before else None

    def _part(self, entity: Entity) -> str | None:
        if not self.finder.is_part(entity) or self.finder.names_topic(entity):
            return None
        return " ".join(singular(word) for word in entity.name.lower().split())

    def _segment_name(self, segment: str, entity: Entity) -> str:
        """A segment without its owner's name and without "unit": "Alibaba Cloud" is the cloud segment of Alibaba."""
        owner = {word.lower() for word in f"{entity.name} {entity.words}".split()}
        words = [
            word
            for word in segment.lower().split()
            if word not in owner and word not in self.words["unit_words"]
        ]
        return " ".join(words) or segment.lower()

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
        self, parsed: Parsed, at: int, entity: Entity, base: Claim | None, modality: str
    ) -> tuple[Period, Trace, Period]:
        """The claim's period, how it was found, and the period a base is compared with."""
        role, attachment = parsed.roles[at], parsed.attached.get(at)
        calendar, published, reporting = self._calendar(entity), self.article.published, self.topic.reporting
        chosen = choose_period(
            parsed.tokens,
            at,
            role,
            attachment,
            parsed.metrics,
            parsed.owned,
            self.words["clause_openers"],
            modality in _AHEAD,
        )
        if role == PRIOR:
            around = (
                base.period if base is not None and base.period.is_known and not base.prior else reporting
            )
            return *self._prior_period(parsed, at, chosen, calendar, around), around
        if chosen is not None:
            self._paragraph_period = (parsed.sentence.paragraph, chosen)
            if modality in _AHEAD:
                self._outlook = (parsed.sentence.number, chosen)
            period = resolve_period(chosen, published, calendar, reporting)
            if attachment is not None and self.metrics.kind(attachment.id) == "flow":
                period = with_fiscal_year(period, chosen, published, calendar)
            return period, trace_of(chosen, "stated"), UNKNOWN
        if base is not None and base.period.is_known and not base.prior:
            return base.period, _taken_over(base, "period"), UNKNOWN
        if modality in _AHEAD:
            # What is expected is not for the period reported on, but may be for the one the outlook spoke of last.
            return *self._outlook_period(parsed.sentence, calendar), UNKNOWN
        return *self._inherited(parsed.sentence, calendar), UNKNOWN

    def _prior_period(
        self,
        parsed: Parsed,
        at: int,
        chosen: PeriodMention | None,
        calendar: FiscalCalendar | None,
        around: Period,
    ) -> tuple[Period, Trace]:
        if chosen is not None:
            period = resolve_period(chosen, self.article.published, calendar, around)
            if self._looks_back(parsed, chosen) or (around.is_known and period.keys() == around.keys()):
                period = shift(period, years=-1)  # no base is its own result
            return period, trace_of(chosen, "stated", "base")
        linked = parsed.attached[at].link if at in parsed.attached else -1
        base = parsed.claims.get(linked)
        if base is not None and base.prior:
            return base.period, _taken_over(base, "period")
        if around.is_known:
            basis, span = read_basis(self.article.prose, parsed.tokens, at, self.words)
            if basis == "year-on-year":
                return shift(around, years=-1), Trace("period", "inherited", span, "a year before")
            if basis == "quarter-on-quarter":
                return shift(around, quarters=-1), Trace("period", "inherited", span, "a quarter before")
        return unknown()

    def _looks_back(self, parsed: Parsed, chosen: PeriodMention) -> bool:
        """ "in the first quarter a year ago": the words behind the label move it back."""
        for token, behind in pairwise(parsed.tokens):
            if token.period is chosen and behind.period is not None:
                return behind.period.role == "compared" and chosen.role == "at"
        return False

    def _outlook_period(self, sentence: Sentence, calendar: FiscalCalendar | None) -> tuple[Period, Trace]:
        if self._outlook is None or sentence.number - self._outlook[0] > _OUTLOOK_REACH:
            return unknown()
        mention = self._outlook[1]
        if mention.period.kind not in _DATED_KINDS:
            return unknown()
        period = resolve_period(mention, self.article.published, calendar, self.topic.reporting)
        return period, trace_of(mention, "inherited", "the outlook's period")

    def _inherited(self, sentence: Sentence, calendar: FiscalCalendar | None) -> tuple[Period, Trace]:
        reporting = self.topic.reporting
        if self._paragraph_period is not None and self._paragraph_period[0] == sentence.paragraph:
            mention = self._paragraph_period[1]
            if mention.period.kind in _DATED_KINDS:
                period = resolve_period(mention, self.article.published, calendar, reporting)
                return period, trace_of(mention, "inherited", "paragraph")
        if reporting.is_known:
            return reporting, Trace(
                "period", "topic", self.topic.reporting_span, "the period the article reports on"
            )
        return unknown()

    def _calendar(self, entity: Entity) -> FiscalCalendar | None:
        return self.registry.calendar(entity.id) if entity.known else None

    def _is_estimate(self, parsed: Parsed, at: int) -> bool:
        tokens = parsed.tokens
        marker = comparison_word(tokens, at, parsed.inside, self.words)
        near = tokens[marker if marker is not None else max(0, at - 4) : at + 4]
        return any(token.lower in self.words["estimate_words"] for token in near)

    def _metric_trace(self, tokens: Sequence[Token], attachment: Attachment | None) -> Trace:
        if attachment is None:
            return Trace("metric", "default", None, "nothing in the sentence says what is measured")
        first, last = attachment.words
        span = tokens[first].span.cover(tokens[last].span)
        how = "inherited" if attachment.score < 45 else "stated"
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


def _self_speaker(names: Sequence[NameMention], attribution: str | None) -> Entity | None:
    """The one name of a sentence, when it is an organisation that speaks: "…, Norvane said". People have two names."""
    spoken = [name for name in names if name.entity.name == attribution]
    if attribution is None or len(spoken) != 1 or len({name.entity.id for name in names}) != 1:
        return None
    entity = spoken[0].entity
    return entity if entity.known or " " not in entity.name else None


def _inside_metric(name: NameMention, metrics: Sequence[MetricMention]) -> bool:
    return any(metric.head <= name.last and name.first <= metric.tail for metric in metrics)


def _taken_over(base: Claim, aspect: str) -> Trace:
    step = next((trace for trace in base.trace if trace.aspect == aspect), None)
    how = step.how if step is not None else "inherited"
    return Trace(aspect, how, step.span if step is not None else None, "as the figure before")


def _present(trace: Trace | None) -> tuple[Trace, ...]:
    return () if trace is None else (trace,)
