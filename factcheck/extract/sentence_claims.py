"""The claims of one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.attachment import Attacher
from factcheck.extract.claim_details import base_of
from factcheck.extract.claim_measures import basis_trace, direction_of, grew_beside, measure_of, read_basis
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.metric_mentions import MetricMention, read_metrics
from factcheck.extract.modality import read_attribution, read_modality
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.open_nouns import Attachment
from factcheck.extract.parsed import Parsed, taken_over
from factcheck.extract.period_finder import DATED_KINDS, PeriodFinder
from factcheck.extract.roles import PRIOR, comparison_word, period_owner, read_roles
from factcheck.extract.scope_finder import ScopeFinder
from factcheck.extract.sentence_tokens import QUANTITY, Token
from factcheck.extract.sentences import Sentence
from factcheck.extract.subjects import BRACKETED, SubjectFinder
from factcheck.extract.topic import Topic
from factcheck.mention import QuantityMention
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.period import Period
from factcheck.quantity import Quantity
from factcheck.records import replace

# Kinds of figure that say nothing a rule could hold against another figure.
_OTHER_DOLLARS = frozenset(["AUD", "CAD", "HKD", "NZD", "SGD", "TWD"])
_SILENT = frozenset(("ordinal",))


class SentenceReader:
    """Reads the claims of an article's sentences, in order. One per article: it carries the paragraph's memory."""

    __slots__ = ("article", "finder", "metrics", "periods", "registry", "scopes", "topic", "words")

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
        self.periods = PeriodFinder(article, topic, metrics, words, registry)
        self.scopes = ScopeFinder(finder, metrics, words)

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
        if attribution is not None and (
            len({n.entity.id for n in names}) > 1 or self._speaks_for_others(names)
        ):
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
        real = [name for name in names if name.entity.known or not _inside_metric(name, metrics)]
        if len(real) < len(
            names
        ):  # "AUM" named a metric, not anybody; metrics number their owners among the names
            names, metrics = real, read_metrics(tokens, real, self.metrics, self.words)
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
            entity, entity_trace = base.entity, taken_over(base, "entity")
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
        period, period_trace, compared = self.periods.find(parsed, at, entity, base, modality)
        basis, basis_step = self._basis(tokens, at, measure, period)
        estimate = role == PRIOR and self._is_estimate(parsed, at)
        scope = self.scopes.find(parsed, at, attachment, subject)
        entity, entity_trace, scope = self._where(parsed, entity, entity_trace, scope)
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
            scope=scope,
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
        for step in range(at - 1, max(-1, at - 8), -1):
            if tokens[step].kind == QUANTITY or tokens[step].text == ";":
                break
            if tokens[step].lower in self.words["up_verbs"]:
                return "up"
            if tokens[step].lower in self.words["down_verbs"]:
                return "down"
        if base is None:
            return None
        if base.direction is not None:
            return base.direction
        for step in range(at - 1, -1, -1):
            if tokens[step].lower in ("up", "down"):
                return tokens[step].lower
        return None

    def _where(
        self, parsed: Parsed, entity: Entity, trace: Trace, scope: tuple[tuple[str, str], ...]
    ) -> tuple[Entity, Trace, tuple[tuple[str, str], ...]]:
        """ "Unemployment in Norland": where nobody else is spoken of, the place is whom the figure is about."""
        place = dict(scope).get("place")
        if place is None:
            return entity, trace, scope
        rest = tuple(pair for pair in scope if pair[0] != "place")
        if entity.id == place:
            return entity, trace, rest
        name = next((name for name in parsed.names if name.entity.id == place), None)
        if name is None or not entity.id.startswith("article:"):
            return entity, trace, scope
        span = parsed.tokens[name.first].span.cover(parsed.tokens[name.last].span)
        return name.entity, Trace("entity", "stated", span, "the place it is measured in"), rest

    def _speaks_for_others(self, names: Sequence[NameMention]) -> bool:
        """A statistics office speaks of its country, not of itself."""
        kinds = {self.registry.info(name.entity.id).kind for name in names if name.entity.known}
        return bool(kinds & {"office", "agency"})

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

    def _basis(
        self, tokens: Sequence[Token], at: int, measure: str, period: Period
    ) -> tuple[str | None, Trace]:
        if measure != "change":
            return None, basis_trace(None, None, False)
        basis, span = read_basis(self.article.prose, tokens, at, self.words)
        if basis is None and period.kind in DATED_KINDS:
            return "year-on-year", basis_trace("year-on-year", None, True)
        return basis, basis_trace(basis, span, False)

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


def _present(trace: Trace | None) -> tuple[Trace, ...]:
    return () if trace is None else (trace,)
