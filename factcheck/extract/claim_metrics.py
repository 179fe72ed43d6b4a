"""Which metric a figure is of, once its holder is known: the one its hook names, or what that implies."""

from __future__ import annotations

from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.clause_words import ClauseWords, phrase_at
from factcheck.extract.hook import DELTA, LEVEL, PRIOR, Hook
from factcheck.extract.name_mentions import PLACE_KINDS
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.verb_names import moves_by_name
from factcheck.mention import QuantityMention
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics

UNSAID = frozenset(["", "~business", "~growth"])  # somebody grew, and nothing says in what
_POINTS = frozenset(["percentage point", "basis point"])
_GOODS = frozenset(["mass", "volume", "energy"])  # what is sold by it


def few(mention: QuantityMention) -> bool:
    """True for a sum so small that it is of a share rather than of a company."""
    return (
        mention.dimension.startswith("money")
        and abs(mention.quantity.low) < 1000
        and not mention.quantity.is_range
    )


class MetricChooser:
    """One per article. ``market`` is true once it has told a price of shares or the level of an index."""

    __slots__ = ("_grown_by", "_of_share", "market", "metrics", "registry", "words")

    def __init__(self, metrics: Metrics, words: ClauseWords, registry: Registry) -> None:
        self.metrics, self.words, self.registry, self.market = metrics, words, registry, False
        self._of_share = words.implied.get("per-share", "")  # what the article told per share last
        self._grown_by = {metric for key, metric in words.implied.items() if key.startswith("growing ")}

    def choose(
        self,
        view: SentenceView,
        at: int,
        hook: Hook,
        entity: Entity,
        linked: Claim | None,
        claims: dict[int, Claim],
    ) -> str:
        """The metric of the figure at token ``at``; ``linked`` is the claim it continues, ``claims`` those before it."""
        mention = view.tokens[at].quantity
        assert mention is not None
        metric = self._named(view, at, mention, hook, entity)
        if metric in UNSAID:
            metric = self._grown_to(view, at, linked, claims) or metric
        if self._in_cents(mention, metric, claims, view.own_words):
            metric = self.metrics.per_share(metric) or metric
        metric = self._as_margin(view, at, hook, metric, linked) or metric
        small = (
            hook.role == DELTA and abs(mention.written.high) < 1000 and mention.dimension.startswith("money")
        )
        of_share = self.metrics.per_share(metric)
        if (
            few(mention)
            and of_share not in (None, metric)
            and any(c.metric == of_share for c in claims.values())
        ):
            return of_share  # "34 cents a share, below estimates of 66 cents"
        same = linked is not None and of_share == linked.metric
        alone = hook.role == DELTA and not any(claim.metric == metric for claim in claims.values())
        if linked is not None and same and (hook.role == PRIOR or small or alone):
            metric = linked.metric  # "rose to $0.92 per share, compared with $0.66"
        self.market = self.market or metric in ("share-price", "index-level")
        if metric in self.words["guided_per_share"]:
            self._of_share = metric
        return metric

    def _as_margin(
        self, view: SentenceView, at: int, hook: Hook, metric: str, linked: Claim | None
    ) -> str | None:
        """ "EBITDA of 19.5 %", "EBITDA was 70 basis points higher": in percent of revenue, where nothing grew by it."""
        mention, margin = view.tokens[at].quantity, self.metrics.margin(metric)
        if margin is None or mention is None or hook.shared:
            return None
        before = hook.role == PRIOR and linked is not None and linked.metric == margin
        if mention.dimension in _POINTS or before:
            return margin
        if mention.kind != "percent" or hook.role != LEVEL or mention.change in ("up", "down"):
            return None
        noun, verb = view.noun_of(at), view.clause_of(at).verb
        word = view.preposition(noun) if noun is not None else ""
        told = word == "of" or (word == "" and verb is not None and verb.lemma == "be" and verb.last < at)
        behind = [token.lower for token in view.tokens[at + 1 : at + 6]]
        based = bool(behind) and phrase_at(view.words.basis, behind, 0) is not None
        return margin if told and not based else None  # not "EBITDA of 12 % year on year"

    def trace(self, view: SentenceView, hook: Hook, metric: str) -> Trace:
        if hook.metric in UNSAID and metric in self._grown_by:
            return Trace(
                "metric", "default", None, "what one of its kind grows by, where nothing else is said"
            )
        if not hook.metric:
            guided = next((t for t in view.tokens if t.lower in self.words.modality_nouns), None)
            if metric in self.words["guided_per_share"] and guided is not None:
                return Trace("metric", "stated", guided.span, "guidance per share is of earnings")
            return Trace("metric", "default", None, "nothing in the sentence says what is measured")
        span = view.span(hook.meaning.first, hook.meaning.last) if hook.meaning is not None else None
        inherited = hook.meaning is not None and hook.meaning.carried
        return Trace("metric", "inherited" if inherited else "stated", span, hook.why)

    def _named(
        self, view: SentenceView, at: int, mention: QuantityMention, hook: Hook, entity: Entity
    ) -> str:
        metric = hook.metric
        if metric and self._per_share(mention):
            return self.metrics.per_share("net-loss" if metric == "~loss" else metric) or metric
        growing = self._growing(view, at, hook, entity) if mention.kind == "percent" else ""
        if growing:
            return growing
        if metric == "~price" and hook.role == DELTA and mention.kind == "percent":
            country = self.registry.info(entity.id).kind if entity.known else ""
            plural = view.tokens[hook.meaning.last].lower == "prices" if hook.meaning is not None else False
            if plural and ("#@" in entity.id or country in PLACE_KINDS):
                return "inflation"  # "Prices in Mirova rose 2.4 %"
        self.market = self.market or not view.lowers.isdisjoint(self.words["movers"])
        change = self.market and hook.role == DELTA and mention.kind == "percent"
        level = self._implied(entity, mention, view, at) if change and not metric and entity.known else ""
        if level == "index-level":
            return level  # "The Dow declined 68 points, or 0.4 %"
        if change and not metric and not entity.id.startswith("article:") and moves_by_name(view, at):
            return "share-price"
        return metric or self._implied(entity, mention, view, at)

    def _growing(self, view: SentenceView, at: int, hook: Hook, entity: Entity) -> str:
        """ "AWS grew 18 %": what one of its kind grows by where nothing else is said. Other verbs may speak of shares."""
        if hook.role != DELTA or hook.metric not in UNSAID:
            return ""
        clause, noun, growing = view.clause_of(at), view.noun_of(at), self.words["growing"]
        phrases = (noun, noun.host if noun is not None else None)
        named = hook.metric == "~growth" or any(
            one and view.tokens[one.head].lower in growing for one in phrases
        )
        if not named and not (clause.verb is not None and clause.verb.lemma in growing):
            return ""
        if not named and clause.verb is not None:
            last = clause.verb.last
            objects = (one for one in clause.nouns if last < one.first < at and one.preposition < 0)
            if any(not one.figures for one in objects):
                return ""  # "We grew subscriptions at 5.5 %"
        kind = self.registry.info(entity.id).kind if entity.known else hook.metric.lstrip("~")
        who = clause.subject if view.own_words else None
        where = view.head_name(who) if who is not None else None
        if who is not None and (view.tokens[who.head].lower == "we" or (where is not None and where.place)):
            kind = "business"  # "In data and devices, we grew 16 %", "Europe grew 10 %"
        return self.words.implied.get(f"growing {kind}", "")

    def _grown_to(self, view: SentenceView, at: int, linked: Claim | None, claims: dict[int, Claim]) -> str:
        """ "The cloud business grew 26 % to $4.7 billion": where it led, and where from, is of what grew."""
        noun = view.noun_of(at)
        if linked is None and noun is not None and view.preposition(noun) == "to":
            linked = next(
                (claim for step, claim in claims.items() if view.clause_of(step) is view.clause_of(at)), None
            )
        return linked.metric if linked is not None and linked.metric in self._grown_by else ""

    def _in_cents(
        self, mention: QuantityMention, metric: str, claims: dict[int, Claim], spoken: bool
    ) -> bool:
        """ "Net income was $131 million, or $1.02": beside a total, and in speech, cents are those of a share."""
        written = mention.written
        if not (written.dimension.startswith("money:") and written.step < 1 and 0 < abs(written.high) < 1000):
            return False
        if spoken:
            return True  # "NAREIT FFO was $0.58"
        totals = (claim.quantity for claim in claims.values() if claim.metric == metric)
        return any(total is not None and abs(total.low) > 1000 * abs(written.high) for total in totals)

    def _per_share(self, mention: QuantityMention) -> bool:
        return (mention.unit or "").endswith("per share")

    def _implied(self, entity: Entity, mention: QuantityMention, view: SentenceView, at: int) -> str:
        """ "The FTSE 100 closed at 9,420": an index is its level. "Guidance of $1.70 to $1.82 per share": earnings."""
        if self._per_share(mention):
            around = [t.lower for t in view.tokens[:at] if t.lower in self.words.modality_nouns]
            return self._of_share if around else ""
        if mention.kind == "score":
            return "~score"
        dimension = mention.dimension
        if dimension.startswith("money:") and dimension.partition(" per ")[2] in _GOODS:
            return "~price"  # "Copper hit $11,200 a tonne"
        kind = self.registry.info(entity.id).kind if entity.known else ""
        metric = self.words.implied.get(kind, "")
        plain = mention.kind in ("number", "percent", "points", "count", "streak")
        family = mention.dimension.partition(":")[0]
        fits = plain or family == "number" or (kind in ("commodity", "currency") and family == "money")
        return metric if fits else ""
