"""Finds the period of each claim: stated, of the base of a comparison, of the outlook, of the paragraph, of the article."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.claim_measures import read_basis
from factcheck.extract.claim_periods import (
    DATED_KINDS,
    alike_in_size,
    as_reported,
    as_reported_level,
    basis_between,
    before_that,
    ends_alike,
    has_run,
    is_day_of_telling,
    is_past,
    like_its_base,
    of_stock,
    resolve_period,
    same_part_of_year,
    taken_over,
    told_earlier,
    trace_of,
    unknown,
    with_fiscal_year,
    year_ahead,
)
from factcheck.extract.claim_times import choose_time, is_aside
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.compared_times import (
    against_year_ago,
    base_behind,
    estimated,
    looks_back,
    names_its_year,
    told_as_whole,
)
from factcheck.extract.hook import DELTA, PRIOR, Hook
from factcheck.extract.modality import AHEAD, looks_ahead
from factcheck.extract.modality_signs import is_now
from factcheck.extract.named_parts import in_part_named, in_year_beside
from factcheck.extract.outlook import Outlook, only_its_own
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.sentences import Sentence
from factcheck.extract.spanned_moves import end_of_move
from factcheck.extract.speech_parts import turns
from factcheck.extract.times_before import TimesBefore
from factcheck.extract.times_of_telling import in_tense, sums_up
from factcheck.extract.topic import Topic
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import FiscalCalendar, PeriodExpression, shift
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.period import UNKNOWN, Period
from factcheck.syntax.tokens import Token

# What changes with time and is told anew; the rest belongs to a thing for good.
_PERCENT = ("percent", "percentage point", "basis point")
_CHANGING = frozenset(["money", *_PERCENT, "count", "number", "fraction", "ratio", "multiple", "time"])
OF_ITSELF = "a base dated as what is compared with it"
_LEADS = ("month", "quarter", "half", "year", "fiscal-year")
Dated = tuple[Period, Trace]


class PeriodFinder:
    """One per article: it remembers the period of the paragraph and of the outlook."""

    __slots__ = (
        "_lead",
        "_of_market",
        "_reported",
        "_resolved",
        "_told",
        "article",
        "before",
        "metrics",
        "outlook",
        "registry",
        "topic",
        "words",
    )

    def __init__(
        self, article: Article, topic: Topic, metrics: Metrics, words: ClauseWords, registry: Registry
    ) -> None:
        self.article, self.topic, self.metrics = article, topic, metrics
        self.words, self.registry = words, registry
        self.before = TimesBefore()
        self._of_market = False  # True where that is the time of a price: a day's trade dates nothing else
        self.outlook = Outlook(words)
        self._lead: PeriodMention | None = None  # when the article's first result of a known metric held
        self._reported = topic.reporting  # "the quarter": the last one named, where no results are announced
        self._resolved: dict[tuple[int, int, int, bool | None], tuple[Period, object, object, object]] = {}
        self._told: tuple[int, Period] | None = None  # paragraph, and the period of its last reported figure

    def find(
        self,
        view: SentenceView,
        at: int,
        hooks: dict[int, Hook],
        entity: Entity,
        linked: Claim | None,
        modality: str,
    ) -> tuple[Period, Trace, Period]:
        """The claim's period, how it was found, and the period a base is compared with."""
        hook, published, reporting = hooks[at], self.article.published, self._reported
        calendar = self._calendar(entity)
        chosen = self._chosen(view, at, hooks, modality)
        base = base_behind(view, at) if modality == "reported" and hook.role != PRIOR else None
        whole = chosen is not None and told_as_whole(view, chosen)
        alike = like_its_base(base, chosen, self.topic.reporting) if base is not None and not whole else None
        if base is not None and alike is not None:
            return alike, trace_of(base, "inherited", "as long as what it is compared with"), UNKNOWN
        if hook.role == PRIOR:
            around = self._around(view.sentence, linked, calendar)
            return *self._prior_period(view, at, chosen, calendar, around, linked, modality), around
        if chosen is not None and modality in AHEAD and told_earlier(chosen, calendar, self.topic.reporting):
            chosen = None  # "we raised our guidance last quarter to"
        if chosen is not None:
            if not is_aside(view, at):
                self.before.tell(view.sentence, chosen)
            self._of_market = self.metrics.kind(hook.metric) == "price"
            if modality in AHEAD:
                chosen = self.outlook.meant(view.sentence.number, chosen)
                over = is_past(chosen, published) or self._is_reported_on(chosen, calendar)
                over = over or modality == "target"  # "to exceed our 2023 goal of 8 %": no outlook
                if not over and not only_its_own(view, at, hook, chosen):
                    self.outlook.tell(view.sentence.number, chosen)
            verb = view.clause_of(at).verb
            expected = verb is not None and view.tokens[verb.first].lower == "had"  # "had guided for"
            ahead = looks_ahead(view, at, modality) and not expected
            if ahead and chosen.period.label == "whole-quarter" and self._is_reported_on(chosen, calendar):
                # "will result in earnings of $1.20 for the quarter": not the one reported
                return *unknown(), UNKNOWN
            chosen = in_tense(view, at, chosen, ahead)
            period = self._resolve(in_year_beside(view, chosen), calendar, reporting, ahead)
            if modality == "reported" or expected:
                period = as_reported(period, published)
            kind = self.metrics.kind(hook.metric)
            if kind in ("stock", "rate"):
                period = as_reported_level(period, reporting, stock=kind == "stock")
            if kind == "flow":
                period = with_fiscal_year(period, chosen, published, calendar)
            if modality not in AHEAD and chosen.role != "compared":
                self._told = (view.sentence.paragraph, period)
                if not self.topic.reporting.is_known and period.kind == "quarter" and period.is_known:
                    self._reported = period
            first = modality == "reported" and hook.known and chosen.period.kind in _LEADS
            if first and self._lead is None and view.sentence.paragraph <= 3:
                self._lead = chosen
            return period, trace_of(chosen, "stated"), UNKNOWN
        if linked is not None and linked.period.is_known and not linked.prior:
            return linked.period, taken_over(linked, "period"), UNKNOWN
        ago = hook.role == DELTA and against_year_ago(
            view, at, self.topic.reporting, lambda one: self._resolve(one, calendar, self.topic.reporting)
        )
        if ago:
            note = "it is compared with the same period a year before"
            return reporting, Trace("period", "topic", self.topic.reporting_span, note), UNKNOWN
        return *self._unstated(view, at, hook, calendar, modality), UNKNOWN

    def _around(self, sentence: Sentence, linked: Claim | None, calendar: FiscalCalendar | None) -> Period:
        """The time that a base is compared with."""
        if linked is not None and linked.period.is_known and not linked.prior:
            return linked.period
        if self._told is not None and self._told[0] == sentence.paragraph:
            return self._told[1]
        return self._turned(sentence, calendar)[0] or self._reported

    def _turned(
        self, sentence: Sentence, calendar: FiscalCalendar | None
    ) -> tuple[Period | None, PeriodMention | None]:
        """What a speech has turned to, where its time is known."""
        mention = self.before.turned(sentence)
        period = self._resolve(mention, calendar, self._reported, False) if mention is not None else UNKNOWN
        return (period, mention) if ends_alike(period, self.topic.reporting) else (None, None)

    def _chosen(
        self, view: SentenceView, at: int, hooks: dict[int, Hook], modality: str
    ) -> PeriodMention | None:
        """The time that the sentence gives the figure, as it is meant for what the figure is of."""
        hook, ahead = hooks[at], modality in AHEAD
        chosen = choose_time(view, at, hook, hooks, ahead)
        reasoned = ahead and view.tokens[0].lower in self.words["led_to"]
        run = reasoned and chosen is not None and has_run(chosen, self.topic.reporting)
        results = hook.known and self.metrics.kind(hook.metric) == "flow" and self.topic.reporting.is_known
        told = results and chosen is not None and is_day_of_telling(chosen, self.article.published)
        if run or told:
            chosen = choose_time(view, at, hook, hooks, ahead, chosen)
        if chosen is not None and self.metrics.kind(hook.metric) in ("stock", "rate"):
            chosen = of_stock(chosen)
        chosen = end_of_move(view, at, hooks, chosen)
        return in_part_named(view, at, chosen, self.topic.reporting) if chosen is not None else None

    def _resolve(
        self,
        mention: PeriodMention,
        calendar: FiscalCalendar | None,
        reporting: Period,
        ahead: bool | None = None,
    ) -> Period:
        """What a time means, worked out once for all figures that it dates."""
        asked = (id(mention), id(calendar), id(reporting), ahead)
        known = self._resolved.get(asked)
        if known is None:
            period = resolve_period(mention, self.article.published, calendar, reporting, ahead)
            known = self._resolved[asked] = (period, mention, calendar, reporting)  # they keep their identity
        return known[0]

    def _unstated(
        self, view: SentenceView, at: int, hook: Hook, calendar: FiscalCalendar | None, modality: str
    ) -> Dated:
        """Where the sentence says no time: what the paragraph, the outlook or the article speaks of."""
        quantity, verb = view.tokens[at].quantity, view.clause_of(at).verb
        assert quantity is not None
        streak = quantity.kind == "streak"  # "that will be the 31st year": counted to now
        if modality == "hypothetical":
            return unknown()
        if modality in AHEAD and not streak:
            told = self._told
            expected = verb is not None and view.tokens[verb.first].lower == "had"
            beaten = verb is not None and verb.lemma in self.words["beating_verbs"]  # "trailing estimates of"
            if (expected or beaten) and told is not None and told[0] == view.sentence.paragraph:
                return told[1], Trace("period", "inherited", None, "what was expected of the same period")
            # What is expected is not for the period reported on, but may be for the one the outlook spoke of last.
            return self._outlook_period(view, calendar, hook)
        if not (hook.known or streak) and quantity.dimension.partition(":")[0] not in _CHANGING:
            return unknown()  # "a 7nm chip"
        return self._inherited(view.sentence, calendar, hook, streak or sums_up(view, at, hook))

    def basis_against(self, named: PeriodMention, entity: Entity, period: Period) -> str | None:
        """Against what a change is told that names its base: "up 4 % from Q1" in the results of Q2."""
        base = resolve_period(named, self.article.published, self._calendar(entity), self.topic.reporting)
        return basis_between(base, period)

    def note(self, sentence: Sentence, tokens: Sequence[Token]) -> None:
        """What a sentence without figures says of the next ones."""
        self.outlook.note(sentence, tokens)
        if not turns(tokens, self.words):
            return
        times = [token.period for token in tokens if token.period is not None]
        dated = len(times) == 1 and times[0].period.kind in DATED_KINDS
        self.before.turn_to(sentence, times[0] if dated else None)
        # "Now moving to the items for the third quarter."
        if dated and not self._is_reported_on(times[0], None):
            self.outlook.tell(sentence.number, times[0])

    def _prior_period(
        self,
        view: SentenceView,
        at: int,
        chosen: PeriodMention | None,
        calendar: FiscalCalendar | None,
        around: Period,
        linked: Claim | None,
        modality: str,
    ) -> Dated:
        if chosen is not None:
            day = chosen.expression if self.article.published is not None else None
            relation = day.relation if isinstance(day, PeriodExpression) else None
            # "from £17 million this year"; "to 15 % by 2027 from 11.6 % last year"
            this = relation == "this" or (relation == "last" and modality in AHEAD)
            if before_that(chosen, around):
                return shift(around, months=-1), trace_of(chosen, "stated", "base")
            period = self._resolve(chosen, calendar, self.topic.reporting if this else around, False)
            told = modality == "reported" and period.is_known and not estimated(view, at)
            if told and period.keys() <= around.keys() and names_its_year(view, at, chosen):
                return shift(period, years=-1), trace_of(chosen, "stated", OF_ITSELF)  # read as a slip
            if looks_back(view, chosen) or (around.is_known and period.keys() == around.keys()):
                period = shift(period, years=-1)  # no base is its own result
            part = same_part_of_year(around, period)
            labelled = at > 1 and view.tokens[at - 1].text == ":"  # "in the first half (2024: £17.1 million)"
            results = (self.topic.reporting.is_known or labelled) and not told_as_whole(view, chosen)
            alone = linked is None and "relative" in chosen.marks  # "to net income of $5m last year"
            alike = alone or alike_in_size(view.tokens[at].quantity, linked, self.metrics)
            if results and part is not None and alike:
                return part, trace_of(chosen, "stated", "the same part of that year, as results compare")
            return period, trace_of(chosen, "stated", "base")
        if is_now(view, at):
            return unknown()  # "will rise to $15 in 2027 from $13.20 now"
        if linked is not None and linked.prior:
            return linked.period, taken_over(linked, "period")
        if not around.is_known:
            return unknown()
        if modality in AHEAD or estimated(view, at):
            return around, Trace("period", "inherited", None, "what was expected of the same period")
        basis, span = read_basis(self.article.prose, view, at)
        if basis == "year-on-year":
            return shift(around, years=-1), Trace("period", "inherited", span, "a year before")
        if basis == "quarter-on-quarter":
            return shift(around, quarters=-1), Trace("period", "inherited", span, "a quarter before")
        if around.kind not in DATED_KINDS:
            return unknown()
        before = Trace("period", "default", None, "a year before, as results compare")
        return shift(around, years=-1), before

    def _outlook_period(self, view: SentenceView, calendar: FiscalCalendar | None, hook: Hook) -> Dated:
        mention, flow = self.outlook.last(view.sentence.number), self.metrics.kind(hook.metric) == "flow"
        if mention is None and flow and self.outlook.is_for_year(view, hook):
            note = "guidance that names no time is for the year"
            return year_ahead(self.topic.reporting, calendar), Trace("period", "default", None, note)
        if mention is None:
            return unknown()
        period = self._resolve(mention, calendar, self.topic.reporting, True)
        if flow:
            period = with_fiscal_year(period, mention, self.article.published, calendar)
        return period, trace_of(mention, "inherited", "the outlook's period")

    def _inherited(
        self, sentence: Sentence, calendar: FiscalCalendar | None, hook: Hook, streak: bool
    ) -> Dated:
        """From the paragraph, else from the article where the metric is one that results are given of."""
        labelled = hook.why == "stands before the figure"  # "Fuel costs: €31 million"
        moved = hook.role == DELTA and self.topic.results != ""  # "policies in force fell 1.5 %"
        known = streak or hook.known or hook.shared or labelled or moved
        turned, mention = self._turned(sentence, calendar)
        if turned is not None and mention is not None and known:
            return turned, trace_of(mention, "inherited", "what a speech turned to")
        mention = self.before.near(sentence, labelled)
        if mention is not None:
            kind = mention.period.kind
            monthly = kind == "month" and known and not self._of_market
            if monthly or (kind in DATED_KINDS and kind != "range"):
                period = self._resolve(mention, calendar, self._reported, False)
                return period, trace_of(mention, "inherited", "paragraph")
        reporting = self.topic.reporting
        if self.metrics.kind(hook.metric) == "price":
            return unknown()  # what a share did when the results were told is of no quarter
        if reporting.is_known and known:
            note = "the period the article reports on"
            return reporting, Trace("period", "topic", self.topic.reporting_span, note)
        # Statistics come by the month; a company's quarter holds for what is counted up to it.
        lead = self._lead
        if known and lead is not None and (streak or lead.period.kind == "month"):
            period = self._resolve(lead, calendar, reporting, False)
            return period, Trace("period", "topic", lead.span, "the period of the article's first result")
        return unknown()

    def _is_reported_on(self, mention: PeriodMention, calendar: FiscalCalendar | None) -> bool:
        """ "Our guidance includes expenses of $33 million in the third quarter", told with its results: no outlook."""
        reporting = self.topic.reporting
        quarterly = reporting.is_known and mention.period.kind == reporting.kind == "quarter"
        return quarterly and bool(self._resolve(mention, calendar, reporting, False).meet(reporting))

    def _calendar(self, entity: Entity) -> FiscalCalendar | None:
        return self.registry.calendar(entity.id)
