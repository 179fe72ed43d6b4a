"""The claims of one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.additions import apart
from factcheck.extract.base_years import base_year
from factcheck.extract.claim_details import base_of
from factcheck.extract.claim_measures import (
    basis_trace,
    carried_direction,
    direction_of,
    magnitude_of,
    measure_of,
    moved_to,
    read_basis,
    sign_direction,
    told_negative,
)
from factcheck.extract.claim_metrics import MetricChooser
from factcheck.extract.claim_periods import DATED_KINDS, is_to_come, spans_years, taken_over
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.compared_times import base_named, compared_anew, time_ahead, time_behind
from factcheck.extract.currency_by_entity import settled
from factcheck.extract.holders import HolderFinder
from factcheck.extract.hook import DELTA, PRIOR, Hook
from factcheck.extract.meaning import Holder
from factcheck.extract.measured import Measurer
from factcheck.extract.memory import Memory
from factcheck.extract.modality import AHEAD, read_attribution, read_modality
from factcheck.extract.modality_signs import is_earlier_plan, is_estimate, rests_on
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.outlook import told_as_done
from factcheck.extract.parties import mark_torn
from factcheck.extract.period_finder import OF_ITSELF, PeriodFinder
from factcheck.extract.place_told import in_region, settle_place
from factcheck.extract.roles import said_before
from factcheck.extract.said_of_two import said_of_two
from factcheck.extract.scope_finder import Scope, ScopeFinder
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.sentences import Sentence
from factcheck.extract.speech_parts import comes_to_part, goes_on_with_that, of_whole, opens_with, turned_to
from factcheck.extract.topic import Topic
from factcheck.extract.unsigned_sums import is_sum
from factcheck.extract.word_forms import part_name
from factcheck.mention import QuantityMention
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.period import Period
from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.tokens import QUANTITY, Token

# Kinds of figure that say nothing a rule could hold against another figure.
_SILENT = frozenset(("ordinal",))


class SentenceReader:
    """Reads the claims of an article's sentences, in order. One per article: it carries the paragraph's memory."""

    __slots__ = (
        "article",
        "chooser",
        "holders",
        "lexicon",
        "memory",
        "metrics",
        "periods",
        "registry",
        "scopes",
        "words",
    )

    def __init__(
        self,
        article: Article,
        topic: Topic,
        own_words: bool,
        metrics: Metrics,
        words: ClauseWords,
        registry: Registry,
        lexicon: Lexicon,
    ) -> None:
        self.article, self.metrics, self.words = article, metrics, words
        self.registry, self.lexicon = registry, lexicon
        self.memory = Memory(own_words)
        self.chooser = MetricChooser(metrics, words, registry)
        self.holders = HolderFinder(article.path, topic, words, self.memory, own_words)
        self.scopes = ScopeFinder(self.holders, registry)
        self.periods = PeriodFinder(article, topic, metrics, words, registry)

    def read(self, sentence: Sentence, tokens: Sequence[Token], names: Sequence[NameMention]) -> list[Claim]:
        """All claims of a sentence, in order of the text."""
        self.memory.enter(sentence.paragraph)
        self.memory.name(names)
        if self.memory.speech and comes_to_part(tokens, self.words):
            self.memory.turn_to(turned_to(self._view(sentence, tokens, names), self.memory.part))
        if QUANTITY in [token.kind for token in tokens]:
            view = self._view(sentence, tokens, names)
            claims = self._claims(view)
            self.memory.leave(lambda: self.holders.spoken_of(view))
            return claims
        self.periods.note(sentence, tokens)
        if names:
            self.memory.leave(lambda: self.holders.spoken_of(self._view(sentence, tokens, names)))
        return []

    def _view(
        self, sentence: Sentence, tokens: Sequence[Token], names: Sequence[NameMention]
    ) -> SentenceView:
        return SentenceView(
            sentence, tokens, names, self.metrics, self.words, self.lexicon, self.holders.own_words
        )

    def _claims(self, view: SentenceView) -> list[Claim]:
        carried = self.memory.line_before if goes_on_with_that(view) else self.memory.measured
        hooks = Measurer(view, carried, self.memory.of_parts).hooks()
        claims: dict[int, Claim] = {}
        for at, hook in hooks.items():
            mention = view.tokens[at].quantity
            assert mention is not None
            if mention.kind not in _SILENT:
                claims[at] = self._claim(view, at, mention, hooks, claims)
            if hook.metric and hook.meaning is not None:
                self.memory.keep(hook.meaning, self._is_part(claims.get(at)))
            if hook.known and at in claims:
                self.memory.tell(claims[at].entity)
            if self.memory.speech:
                self._keep_part(view, hook, claims.get(at))
        return said_of_two(view, mark_torn(view, claims), list(claims))

    def _keep_part(self, view: SentenceView, hook: Hook, claim: Claim | None) -> None:
        """A speech goes on with the part that a sentence opened with until it tells of another or of the whole."""
        part = dict(claim.scope).get("segment") if claim is not None else None
        if part is not None and (part == self.memory.part or opens_with(view, part)):
            self.memory.turn_to(part)
        elif part is not None or of_whole(view, hook):
            self.memory.turn_to(None)

    def _is_part(self, claim: Claim | None) -> bool:
        """True for money that a part of a company turns over."""
        if claim is None or claim.quantity is None or not self.metrics.known(claim.metric):
            return False
        info = self.metrics.info(claim.metric)
        money = claim.quantity.dimension.startswith("money") and claim.measure == "level"
        return info.kind == "flow" and info.additive and money and "segment" in dict(claim.scope)

    def _claim(
        self,
        view: SentenceView,
        at: int,
        mention: QuantityMention,
        hooks: dict[int, Hook],
        claims: dict[int, Claim],
    ) -> Claim:
        hook = hooks[at]
        linked = claims.get(hook.link)
        holder = self._holder(view, at, hook, linked)
        if hook.meaning is not None and hook.meaning.holder is None:
            hook.meaning.holder = holder  # for a later sentence's "the figure"
        metric = self.chooser.choose(view, at, hook, holder.entity, linked, claims)
        hook.known = hook.known or (metric != hook.metric and self.metrics.known(metric))
        measure = measure_of(mention, hook, metric, self.metrics)
        modality, modality_trace = self._modality(view, at, mention, hook, linked, claims)
        period, period_trace, compared = self.periods.find(view, at, hooks, holder.entity, linked, modality)
        ahead = modality == "reported" and hook.role != PRIOR and self._is_to_come(period)
        if ahead and not (hook.known and self.article.published is None and told_as_done(view, at)):
            note = "its time is still to come"
            modality, modality_trace = "forecast", Trace("modality", "default", period_trace.span, note)
        basis, basis_step = self._basis(view, at, measure, period, holder.entity, metric)
        estimate = hook.role == PRIOR and is_estimate(view, at)
        speaker, speaker_trace = self._speaker(view, at, holder)
        scope = self.scopes.find(view, at, hook, holder, linked, claims)
        entity, entity_trace, scope = settle_place(view, at, hook, holder, scope, claims)
        scope = apart(view, at, measure, scope, claims)
        quantity, marks = settled(mention.quantity, mention.marks, entity, self.registry)
        replaced = modality in AHEAD and said_before(view, at)  # "up from $8.07 to $8.20 previously"
        if hook.role == PRIOR and (replaced or is_earlier_plan(view, at)):
            marks |= {"earlier-plan"}
        steps = (
            entity_trace,
            self.chooser.trace(view, hook, metric),
            period_trace,
            basis_step,
            modality_trace,
            speaker_trace,
        )
        return Claim(
            path=self.article.path,
            span=mention.span,
            sentence=view.sentence.span,
            section=view.sentence.section,
            entity=entity,
            metric=metric,
            metric_words=self._words(view, hook),
            measure=measure,
            quantity=magnitude_of(quantity, measure),
            kind=mention.kind,
            basis=basis,
            direction=told_negative(view, hook, measure)
            or direction_of(mention, measure)
            or hook.way
            or carried_direction(view, at, measure, metric, linked, claims)
            or sign_direction(view, at, mention, hook, measure),
            period=period,
            compared=compared,
            scope=scope,
            modality="forecast" if estimate else modality,
            attribution="analysts" if estimate else speaker,
            prior=hook.role == PRIOR,
            details=self._details(view, at, mention, hook, metric, scope, claims, period_trace),
            marks=marks,
            trace=tuple(step for step in steps if step is not None),
        )

    def _speaker(self, view: SentenceView, at: int, holder: Holder) -> tuple[str | None, Trace | None]:
        """Who says so, unless that is whom the figure is about: "Norvane's revenue rose, the drone maker said"."""
        speaker, trace, noun = read_attribution(view, at)
        if noun is not None and self.holders.means(view, noun, holder):
            return None, None
        return speaker, trace

    def _is_to_come(self, period: Period) -> bool:
        return is_to_come(period, self.article.published, self.periods.topic.reporting)

    def _modality(
        self,
        view: SentenceView,
        at: int,
        mention: QuantityMention,
        hook: Hook,
        linked: Claim | None,
        claims: dict[int, Claim],
    ) -> tuple[str, Trace]:
        modality, trace = read_modality(view, at, hook)
        rests = claims.get(rests_on(view, at)) if modality == "reported" else None
        if rests is not None and rests.modality in AHEAD:
            return rests.modality, taken_over(rests, "modality")
        ahead = linked is not None and linked.modality in AHEAD
        if linked is not None and ahead and hook.role == PRIOR and said_before(view, at):
            return linked.modality, taken_over(linked, "modality")  # "up from $2.44 to $2.54 previously"
        quantity = mention.quantity
        if (
            modality == "reported"
            and view.own_words
            and self.periods.outlook.lists(view)
            and not told_as_done(view, at)
            and not (linked is not None and hook.role == PRIOR and linked.modality == "reported")
        ):
            return "forecast", Trace("modality", "inherited", None, "guidance was announced before")
        if modality != "reported" or not quantity.is_range or quantity.hedged:
            return modality, trace
        money = quantity.dimension.startswith("money") or is_sum(quantity, hook.metric, self.metrics)
        ranged = money or (view.own_words and hook.role == DELTA)
        if ranged and self.metrics.kind(hook.metric) == "flow":
            return "forecast", Trace(
                "modality", "default", mention.span, "a result is one figure, guidance a range"
            )
        return modality, trace

    def _holder(self, view: SentenceView, at: int, hook: Hook, linked: Claim | None) -> Holder:
        if linked is not None and hook.holder is None:
            return Holder(linked.entity, None, None, taken_over(linked, "entity"))
        holder = self.holders.find(view, at, hook)
        entity = holder.entity
        if self.holders.names_topic(entity):
            topic = self.holders.topic
            return Holder(topic.entity, holder.segment, holder.place, topic.entity_trace())
        if self.holders.is_part(entity):
            topic = self.holders.topic
            part = part_name(entity.name)
            return Holder(topic.entity, part, None, topic.entity_trace())
        return in_region(view, self.holders.topic, hook, holder)

    def _details(
        self,
        view: SentenceView,
        at: int,
        mention: QuantityMention,
        hook: Hook,
        metric: str,
        scope: Scope,
        claims: dict[int, Claim],
        dated: Trace,
    ) -> tuple[tuple[str, object], ...]:
        details: list[tuple[str, object]] = []
        if mention.kind == "multiple":
            base = base_of(view.tokens, at, metric, self.metrics, self.words)
            base = base or read_basis(self.article.prose, view, at)[0]
            if base is not None:
                details.append(("base", base))
        against = base_year(view, at) if hook.role == DELTA else None
        if against is not None:
            details.append(("against", str(against)))
        moved = moved_to(view, at, hook)
        if moved is not None:
            details.append(("moved", moved))
        if dated.note == OF_ITSELF:
            details.append(("dated", "as itself"))
        if metric:
            details.append(("frame", self._frame(view, at, hook, metric, scope, claims)))
        return tuple(details)

    def _frame(
        self, view: SentenceView, at: int, hook: Hook, metric: str, scope: Scope, claims: dict[int, Claim]
    ) -> int:
        """Figures of one comparison share a number: the token number of the first of them."""
        linked = claims.get(hook.link)
        if base_named(view, at):
            return at  # "… up 18 % from $1.24 billion and 11 % above the fourth quarter of 2019"
        if hook.role == PRIOR and compared_anew(view, at):
            return at
        for claim in claims.values():
            basis = dict(claim.scope).get("accounting") == dict(scope).get("accounting")
            if (claim.metric == metric and claim.scope == scope) or (claim is linked and basis):
                for name, value in claim.details:
                    if name == "frame" and isinstance(value, int):
                        return value
        return at

    def _basis(
        self, view: SentenceView, at: int, measure: str, period: Period, entity: Entity, metric: str
    ) -> tuple[str | None, Trace]:
        if measure != "change":
            return None, basis_trace(None, None, False)
        named = time_behind(view, at) or time_ahead(view, at)
        if named is not None and "relative" not in named.marks and named.period.kind == "month":
            return self.periods.basis_against(named, entity, period), basis_trace(None, None, False)
        basis, span = read_basis(self.article.prose, view, at)
        against = base_named(view, at) if basis is None else None
        if against is not None:
            return self.periods.basis_against(against, entity, period), basis_trace(None, None, False)
        if basis is None and period.kind in DATED_KINDS:
            if named is not None and "relative" not in named.marks:
                return self.periods.basis_against(named, entity, period), basis_trace(None, None, False)
            if metric not in self.words["any_basis"] and not spans_years(period):
                return "year-on-year", basis_trace("year-on-year", None, True)
        return basis, basis_trace(basis, span, False)

    def _words(self, view: SentenceView, hook: Hook) -> str:
        if hook.meaning is None or not hook.metric:
            return hook.metric.removeprefix("~")
        first, last = hook.meaning.first, hook.meaning.last
        if last >= len(view.tokens):
            return ""
        return " ".join(self.article.text[view.tokens[first].start : view.tokens[last].end].split())
