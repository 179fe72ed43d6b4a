"""Finds the scope of each claim: the metric's own words, the part of a company, the place, the basis of preparation."""

from __future__ import annotations

from factcheck.claim import Claim, Entity
from factcheck.extract.exchange_rates import counter_currency
from factcheck.extract.holders import HolderFinder
from factcheck.extract.hook import PRIOR, Hook
from factcheck.extract.meaning import Holder
from factcheck.extract.parties import part_behind, part_of_subject, part_pointed_at, unit_named
from factcheck.extract.phrase_words import is_light, phrase_name
from factcheck.extract.place_finder import largest_of, place_ahead, place_at, place_behind
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.speech_parts import goes_on
from factcheck.extract.stated_bases import basis_of_sum, of_same_stores, settled, stated_bases
from factcheck.extract.tokens import DASHES
from factcheck.extract.trial_groups import group_of
from factcheck.extract.word_forms import part_name, singular
from factcheck.normalise.entities import Registry
from factcheck.normalise.names import name_key
from factcheck.syntax.tree import Clause, Noun

Scope = tuple[tuple[str, str], ...]
_OF_THE_WHOLE = frozenset(["share-price", "market-capitalisation"])
_LEADING = frozenset(["in", "at", "within", "for", "across"])


def _of_compared(view: SentenceView, hook: Hook, claims: dict[int, Claim]) -> tuple[tuple[str, str], ...]:
    """ "Adjusted earnings were $1.93 a share, up from a loss per share of $3.04": adjusted as what is compared."""
    if hook.role != PRIOR:
        return ()
    now = next((claim for claim in reversed(claims.values()) if not claim.prior), None)
    if now is None or hook.metric not in (now.metric, view.metrics.loss(now.metric)):
        return ()
    return tuple(pair for pair in now.scope if pair[0] == "accounting")


def _opens_among(view: SentenceView) -> bool:
    """ "Among women she leads by 12 points", not the gainers of a market report."""
    words = view.words["movers"]
    return view.tokens[0].lower == "among" and view.lowers.isdisjoint(words)


class ScopeFinder:
    __slots__ = ("holders", "registry")

    def __init__(self, holders: HolderFinder, registry: Registry) -> None:
        self.holders, self.registry = holders, registry

    def find(
        self,
        view: SentenceView,
        at: int,
        hook: Hook,
        holder: Holder,
        linked: Claim | None,
        claims: dict[int, Claim],
    ) -> Scope:
        """The scope of the figure at token ``at``; ``linked`` is the claim it continues, ``claims`` those before it."""
        if hook.metric == "~age":
            return ()  # wherever somebody was, so old is who it is
        scope = dict(hook.meaning.scope) if hook.meaning is not None else {}
        if hook.of:
            scope["of"] = hook.of
        left_out = self._left_out(view, at)
        if left_out is not None and self._adjusts(view, hook, left_out):
            left_out = "accounting", "adjusted"
        if left_out is not None:
            scope.setdefault(*left_out)
        anew = hook.place or place_ahead(view, at)
        if anew:
            scope["place"] = anew
        carried = hook.meaning is not None and hook.meaning.carried
        among = (
            self._among(view, at) if carried or self._points_back(view, at) or _opens_among(view) else None
        )
        if among is not None:
            scope["group"] = among
        group = None if view.own_words else group_of(view, at)
        if group is not None:
            scope["group"] = group
        bases = (*stated_bases(view, at, hook), *_of_compared(view, hook, claims))
        for pair in (*bases, *basis_of_sum(view, at, hook, claims)):
            scope.setdefault(*pair)
        if scope.get("share-count") == "diluted":
            del scope["share-count"]  # diluted is what "per share" means unless somebody says basic
        if view.metrics.per_share(hook.metric) == hook.metric:
            scope.pop("attributable", None)  # to whom else
            if scope.get("tax") == "after-tax":
                del scope["tax"]  # as all earnings per share are
        if scope.get("accounting") in ("adjusted", "organic"):
            scope.pop("without", None)  # that is what it says already
        if hook.metric == view.words.implied["currency"]:
            against = counter_currency(view, at)
            return (("against", against),) if against is not None else ()
        if linked is not None and hook.holder is None:
            own = anew or place_behind(view, at)
            if own is not None:
                scope["place"] = own
            if "segment" in scope:
                scope["segment"] = self._segment_name(view, scope["segment"], linked.entity)
            return settled({**dict(linked.scope), **scope})
        if scope.get("accounting") in ("cash", "gaap") and of_same_stores(view, at, hook, claims):
            scope.setdefault("stores", "same")
        if "segment" not in scope:
            segment = self._part(holder.entity) or holder.segment or self._leading(view, at)
            segment = segment or part_behind(view, at) or part_pointed_at(view, at)
            segment = segment or part_of_subject(view, at) or self._spoken_of(view, at)
            segment = segment or self._told_of_aside(view, at, hook)
            segment = (
                segment
                or self._beside(view, at, hook, claims)
                or self._turned_to(view, at, hook, holder, claims)
            )
            if segment:
                scope["segment"] = segment
        elif holder.segment and self._qualifies(view, scope["segment"]):
            scope["segment"] = f"{holder.segment} {scope['segment']}"  # "our shops' economic earnings"
        if "place" not in scope:
            largest = hook.metric in view.words.shares.values()
            where = holder.place  # "our Norland freight segment", "our Europe segment"
            place = where or (largest_of(view, at) if largest else None) or place_at(view, at)
            if place is not None and place != holder.entity.id:
                scope["place"] = place
        if scope.get("segment", "") == scope.get("place"):
            del scope["segment"]  # "our Europe segment" is the business in Europe
        purpose = self._purpose(view, at) if self._has_purpose(view, at, hook) else None
        if purpose is not None:
            scope.setdefault("purpose", purpose)
        if hook.metric in _OF_THE_WHOLE:
            scope.pop("segment", None)  # "the cloud unit lifted its shares": of the company as a whole
        if "segment" in scope and self._part(holder.entity) is None:
            scope["segment"] = self._segment_name(view, scope["segment"], holder.entity)
            of_all = scope["segment"] in (holder.entity.name.lower(), name_key(holder.entity.name))
            if of_all or self.holders.is_topic(scope["segment"]):
                del scope["segment"]  # the owner is no part of itself
        return settled(scope)

    def _qualifies(self, view: SentenceView, segment: str) -> bool:
        """True for words that can only say which earnings are meant, and no part of a company."""
        return all("A" in view.lexicon.code(word) for word in segment.split())

    def _points_back(self, view: SentenceView, at: int) -> bool:
        """ "Among children the rate has doubled": what was told of others before."""
        subject = view.clause_of(at).subject
        if subject is None or subject.last != subject.first + 1 or subject.figures:
            return False
        light = view.tokens[subject.head].lower in view.words["light_nouns"]
        return light and view.tokens[subject.first].lower == "the"

    def _among(self, view: SentenceView, at: int) -> str | None:
        """ "In secondary schools the rate reached 25.8 %": of whom "the rate" of the sentence before is told now."""
        clause = view.clause_of(at)
        first = clause.nouns[0] if clause.nouns else None
        if first is None or view.preposition(first) not in ("in", "among", "for") or first is clause.subject:
            return None
        plain = not (first.bare or first.figures or first.pronoun or first.times)
        if not plain or first.preposition > clause.first or view.head_name(first) is not None:
            return None
        steps = [step for step in range(first.first, first.last + 1) if view.tree.tags[step] in "NA"]
        return phrase_name(view, steps, strict=True) or None

    def _left_out(self, view: SentenceView, at: int) -> tuple[str, str] | None:
        """ "The figure, which excludes one-off items, was $38 million", "Excluding one-off costs, earnings were"."""
        clause = self._main(view.clause_of(at))
        end = clause.verb.first if clause.verb is not None else at
        out = [n for n in clause.nouns if n.last < end and view.preposition(n) in ("excluding", "barring")]
        if out:  # "Retail sales, excluding cars, rose"
            through = self._is_effect(view, out[0]) or bool(out[0].figures and out[0].bare)  # "$40m of costs"
            left = next((n for n in view.children.get(out[0], ()) if through), out[0])
            known = view.metrics.match_scope(["excluding", *view.lower(left.first, left.last)], 0)
            steps = [step for step in range(left.first, left.last + 1) if view.tree.tags[step] in "NAEG"]
            if len(steps) > 1 and view.tokens[steps[-1]].lower in view.words["unit_words"]:
                steps.pop()  # "excluding our fine chemicals business"
            name = phrase_name(view, steps, strict=True)
            if known is not None or not name:
                return known[1] if known is not None else None
            return "without", name
        subject = view.clause_of(at).subject
        for part in view.parts.get(subject, ()) if subject is not None else ():
            verb = part.verb
            if (
                part.kind != "rel"
                or part.subject is not None
                or verb is None
                or verb.lemma not in ("exclude", "include")
            ):
                continue
            what = next(
                (noun for noun in part.nouns if noun.first > verb.last and noun.preposition < 0), None
            )
            if what is None:
                return None
            words = view.lower(what.first, what.last)
            known = view.metrics.match_scope(["excluding", *words], 0) if verb.lemma == "exclude" else None
            return (
                known[1]
                if known is not None
                else ("without" if verb.lemma == "exclude" else "with", " ".join(words))
            )
        return None

    def _adjusts(self, view: SentenceView, hook: Hook, left_out: tuple[str, str]) -> bool:
        """ "Excluding the $40 million cost of the strike, we lost $0.12 per share": an adjusted result."""
        lost = hook.metric == "~loss" or view.metrics.is_loss(hook.metric)
        result = lost or view.metrics.loss(hook.metric) is not None
        item = singular(left_out[1].rpartition(" ")[2])
        return result and left_out[0] == "without" and item in view.words["left_out_items"]

    def _is_effect(self, view: SentenceView, noun: Noun) -> bool:
        """ "Excluding the impact of fuel": fuel."""
        return view.tokens[noun.head].lower in ("impact", "impacts", "effect", "effects")

    def _leading(self, view: SentenceView, at: int) -> str | None:
        """ "In optical communications, first-quarter sales were": the phrase before the first comma."""
        clause = self._main(view.clause_of(at))
        if not clause.nouns or clause.verb is None:
            return None
        first: Noun = clause.nouns[0]
        last = first
        for noun in clause.nouns[1:]:
            last = noun if noun.joined is last and noun.preposition < 0 else last
        tokens, words = view.tokens, view.words
        end = last.last + 1
        if last.last >= clause.verb.first or end >= len(tokens) or tokens[end].text != ",":
            return None
        if first.bare or first.figures or first.pronoun or first.owner is not None:
            return None
        name = view.head_name(first)
        if name is not None and (name.entity.known or not view.own_words):
            return None
        introduced = view.preposition(first) in _LEADING
        if not introduced and not (end + 1 < len(tokens) and tokens[end + 1].period is not None):
            return None  # without "in" only "Display, first-quarter sales were" will do
        if any(step in view.metric_at for step in range(first.first, last.last + 1)):
            return None  # "For revenue, we expect": what is measured
        lowers = [token.lower for token in tokens[first.first : last.last + 1]]
        if any(lower in words["no_segments"] or lower.endswith("ly") for lower in lowers):
            return None
        steps = [
            s
            for s in range(first.first, last.last + 1)
            if view.tree.tags[s] not in "DHC" and tokens[s].lower not in words["unit_words"]
        ]
        return phrase_name(view, steps, strict=True) or unit_named(view, first)

    def _spoken_of(self, view: SentenceView, at: int) -> str | None:
        """ "We saw an acceleration in our Foodservice business as sales grew 45 %": the part named before."""
        clause = view.clause_of(at)
        if clause.kind not in ("sub", "part", "and", "inf", "that"):
            return None
        for noun in reversed(view.tree.nouns):
            if noun.first > at or noun.clause is clause or noun.figures:
                continue
            if noun.first == 0 and view.tokens[noun.last + 1].text in DASHES:
                continue  # "norvane motor group - revenue of $2.4 billion, up 30 %"
            if view.tokens[noun.head].lower in view.words["unit_words"] and noun.head > noun.first:
                steps = [s for s in range(noun.first, noun.head) if view.tree.tags[s] in "NA"]
                return phrase_name(view, steps, strict=True) or None
        return None

    def _told_of_aside(self, view: SentenceView, at: int, hook: Hook) -> str | None:
        """ "Hardlines, which comped 30 % last year, grew": of what "which" stands for, in a company's own words."""
        clause = view.clause_of(at)
        told = clause.antecedent if clause.kind == "rel" and clause.subject is None else None
        if told is None or not (view.own_words and hook.known) or hook.meaning is None:
            return None
        if told.figures or told.times or told.pronoun or told.bare or view.head_name(told) is not None:
            return None
        words = view.lower(told.first, told.last)
        measured = any(told.first <= first <= told.last for first in view.metric_at)
        if measured or not view.words["no_segments"].isdisjoint(words) or is_light(view, words[-1]):
            return None
        steps = [step for step in range(told.first, told.last + 1) if view.tree.tags[step] in "NA"]
        return phrase_name(view, steps, strict=True) or None

    def _beside(self, view: SentenceView, at: int, hook: Hook, claims: dict[int, Claim]) -> str | None:
        """ "Grocery volume fell 3 % and sales rose 5 %": what is joined to a part's measure goes on with the part."""
        clause = view.clause_of(at)
        before = max((step for step in claims if step < clause.first), default=-1)
        word = view.tokens[clause.connector].lower if clause.connector >= 0 else ""
        joined = clause.kind == "and" or (clause.kind == "sub" and word in ("while", "whereas"))
        if before < 0 or not joined or not goes_on(view, at, hook):
            return None
        net = (
            "net" in view.lower(hook.meaning.first, hook.meaning.last) if hook.meaning is not None else False
        )
        if net and hook.metric == "net-income":
            return None  # "Cloud revenue rose 26 % and net income fell": of the company
        return dict(claims[before].scope).get("segment")

    def _turned_to(
        self, view: SentenceView, at: int, hook: Hook, holder: Holder, claims: dict[int, Claim]
    ) -> str | None:
        """The part that a speech has come to, where a sentence names nobody."""
        part = self.holders.memory.part if view.own_words and holder.trace.how == "topic" else None
        if part is None or goes_on(view, at, hook):
            return part
        alike = (claim for claim in claims.values() if claim.metric == hook.metric)
        before = next(alike, None)  # "Sales of $500 million included an organic decrease of 3 %"
        return part if before is not None and dict(before.scope).get("segment") == part else None

    def _main(self, clause: Clause) -> Clause:
        while clause.parent is not None and clause.kind in ("part", "inf", "bracket", "that"):
            clause = clause.parent
        shared = clause.subject.clause if clause.kind == "and" and clause.subject is not None else None
        return shared or clause  # "In the capital, the party took nine districts and lost the mayoralty"

    def _has_purpose(self, view: SentenceView, at: int, hook: Hook) -> bool:
        """ "The budget directs $10 million for roads": its subject is what the money comes out of."""
        if hook.meaning is None or not hook.meaning.known:
            return True
        clause, does = view.clause_of(at), view.lexicon.does
        verb = clause.verb
        if verb is None or hook.meaning.noun is not clause.subject or verb.lemma == "be":
            return False
        return not any(does(verb.lemma, frame) for frame in ("move", "measure", "shift"))

    def _purpose(self, view: SentenceView, at: int) -> str | None:
        """ "sets aside $7.4 million for roads": what money is for."""
        noun, mention = view.noun_of(at), view.tokens[at].quantity
        if noun is None or mention is None or not mention.dimension.startswith("money"):
            return None
        for child in view.children.get(noun, ()):
            plain = not (child.bare or child.figures or child.pronoun or view.head_name(child) is not None)
            measured = view.preposition(child) == "on" and any(
                last == child.head for last, _ in view.metric_at.values()
            )
            if measured or any(inner.figures for inner in view.children.get(child, ())):
                continue  # "earned $12m on higher sales", "a loss of $0.12 a share on revenue of $58m"
            if plain and view.preposition(child) in ("for", "on", "toward", "towards"):
                steps = [s for s in range(child.first, child.last + 1) if view.tree.tags[s] in "NA"]
                return phrase_name(view, steps, strict=True) or None
        return None

    def _part(self, entity: Entity) -> str | None:
        if not self.holders.is_part(entity) or self.holders.names_topic(entity):
            return None
        return part_name(entity.name)

    def _segment_name(self, view: SentenceView, segment: str, entity: Entity) -> str:
        """A segment without its owner's name and without "unit": "Harlow Cloud" is the cloud segment of Harlow."""
        owner = {word.lower() for word in entity.name.split()}
        words = [
            word
            for word in segment.lower().split()
            if word not in owner and word not in view.words["unit_words"]
        ]
        name = " ".join(words) or segment.lower()
        return (self.registry.segment(entity.id, name) if entity.known else None) or name
