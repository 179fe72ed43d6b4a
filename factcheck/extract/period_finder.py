"""Finds the period of each claim: stated, of the base of a comparison, of the outlook, of the paragraph, of the article."""

from __future__ import annotations

from itertools import pairwise

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.claim_measures import read_basis
from factcheck.extract.claim_periods import choose_period, resolve_period, trace_of, unknown, with_fiscal_year
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.modality import AHEAD
from factcheck.extract.parsed import Parsed, taken_over
from factcheck.extract.roles import PRIOR
from factcheck.extract.sentences import Sentence
from factcheck.extract.topic import Topic
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import FiscalCalendar, shift
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.period import UNKNOWN, Period

_OUTLOOK_REACH = 4  # sentences
DATED_KINDS = ("quarter", "half", "nine-months", "year", "fiscal-year", "fiscal-quarter", "range")


class PeriodFinder:
    """One per article: it remembers the period of the paragraph and of the outlook."""

    __slots__ = ("_outlook", "_paragraph", "article", "metrics", "registry", "topic", "words")

    def __init__(
        self, article: Article, topic: Topic, metrics: Metrics, words: ClauseWords, registry: Registry
    ) -> None:
        self.article, self.topic, self.metrics = article, topic, metrics
        self.words, self.registry = words, registry
        self._paragraph: tuple[int, PeriodMention] | None = None
        self._outlook: tuple[int, PeriodMention] | None = None

    def find(
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
            modality in AHEAD,
        )
        if role == PRIOR:
            around = (
                base.period if base is not None and base.period.is_known and not base.prior else reporting
            )
            return *self._prior_period(parsed, at, chosen, calendar, around), around
        if chosen is not None:
            self._paragraph = (parsed.sentence.paragraph, chosen)
            if modality in AHEAD:
                self._outlook = (parsed.sentence.number, chosen)
            period = resolve_period(chosen, published, calendar, reporting)
            if attachment is not None and self.metrics.kind(attachment.id) == "flow":
                period = with_fiscal_year(period, chosen, published, calendar)
            return period, trace_of(chosen, "stated"), UNKNOWN
        if base is not None and base.period.is_known and not base.prior:
            return base.period, taken_over(base, "period"), UNKNOWN
        if modality in AHEAD:
            # What is expected is not for the period reported on, but may be for the one the outlook spoke of last.
            return *self._outlook_period(parsed.sentence, calendar), UNKNOWN
        quantity = parsed.tokens[at].quantity
        streak = quantity is not None and quantity.kind == "streak"
        known = streak or (attachment is not None and (attachment.known or attachment.share_of))
        return *self._inherited(parsed.sentence, calendar, known), UNKNOWN

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
            return base.period, taken_over(base, "period")
        if around.is_known:
            basis, span = read_basis(self.article.prose, parsed.tokens, at, self.words)
            if basis == "year-on-year":
                return shift(around, years=-1), Trace("period", "inherited", span, "a year before")
            if basis == "quarter-on-quarter":
                return shift(around, quarters=-1), Trace("period", "inherited", span, "a quarter before")
            if around.kind in DATED_KINDS and not self._estimated(parsed, at):
                return shift(around, years=-1), Trace(
                    "period", "default", None, "a year before, as results compare"
                )
        return unknown()

    def _estimated(self, parsed: Parsed, at: int) -> bool:
        near = parsed.tokens[max(0, at - 8) : at + 3]
        return any(token.lower in self.words["estimate_words"] for token in near)

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
        if mention.period.kind not in DATED_KINDS:
            return unknown()
        period = resolve_period(mention, self.article.published, calendar, self.topic.reporting)
        return period, trace_of(mention, "inherited", "the outlook's period")

    def _inherited(
        self, sentence: Sentence, calendar: FiscalCalendar | None, known: bool
    ) -> tuple[Period, Trace]:
        """From the paragraph, else from the article where the metric is one that results are given of."""
        reporting = self.topic.reporting
        if self._paragraph is not None and self._paragraph[0] == sentence.paragraph:
            mention = self._paragraph[1]
            if mention.period.kind in DATED_KINDS and mention.period.kind != "range":
                period = resolve_period(mention, self.article.published, calendar, reporting)
                return period, trace_of(mention, "inherited", "paragraph")
        if reporting.is_known and known:
            return reporting, Trace(
                "period", "topic", self.topic.reporting_span, "the period the article reports on"
            )
        return unknown()

    def _calendar(self, entity: Entity) -> FiscalCalendar | None:
        return self.registry.calendar(entity.id)
