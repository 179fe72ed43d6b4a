"""Whom a figure is about that is measured in a place: the place, a company's part there, or who was spoken of before."""

from __future__ import annotations

from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.claim_metrics import UNSAID
from factcheck.extract.claim_periods import taken_over
from factcheck.extract.hook import Hook
from factcheck.extract.meaning import Holder
from factcheck.extract.scope_finder import Scope
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.topic import Topic
from factcheck.extract.verb_figures import AS_BEFORE


def in_region(view: SentenceView, topic: Topic, hook: Hook, holder: Holder) -> Holder:
    """ "Europe grew 10 %", "North America delivered 8 % sales growth", in a company's own words: the company there."""
    company = view.own_words and not topic.entity.id.startswith("article:")
    named = any(name.place and name.entity.id == holder.entity.id for name in view.names)
    told = hook.metric in UNSAID or hook.metric in view.words["told_by_region"]
    if not (company and named and told) or holder.entity.id == topic.entity.id:
        return holder
    return Holder(topic.entity, holder.segment, holder.entity.id, holder.trace)


def settle_place(
    view: SentenceView, at: int, hook: Hook, holder: Holder, scope: Scope, claims: dict[int, Claim]
) -> tuple[Entity, Trace, Scope]:
    """ "Unemployment in Norland": where nobody else is spoken of, the place is whom the figure is about."""
    entity, trace = holder.entity, holder.trace
    told = next((one for one in reversed(claims.values()) if one.metric == hook.metric), None)
    elsewhere = holder.place is not None and hook.why == AS_BEFORE and told is not None
    company = told is not None and "place" in dict(told.scope) and "#@" not in told.entity.id
    if told is not None and elsewhere and company and holder.place is not None:
        mine = {**dict(scope), "place": holder.place}  # "its sales in China fell 3 %, Europe was up 12 %"
        return told.entity, taken_over(told, "entity"), tuple(sorted(mine.items()))
    place = dict(scope).get("place")
    unnamed = entity.id.startswith("article:") and "#" not in entity.id
    those = hook.meaning is not None and hook.meaning.noun.pronoun and place is not None
    if told is not None and company and those and (unnamed or entity.id == place):
        return told.entity, taken_over(told, "entity"), scope  # "orders in China …; those in India"
    itself = trace.note == "the thing measured"  # "New-car registrations across Norland": Norland's
    if place is None:
        before = next(reversed(claims.values()), None)
        if unnamed and before is not None and "#@" in before.entity.id:
            return before.entity, taken_over(before, "entity"), scope  # "…, and imports 4 %"
        goes_on = hook.why == "takes over the verb" or view.clause_of(at).kind == "part"
        goes_on = goes_on or not hook.known or (before is not None and before.metric == hook.metric)
        if unnamed and before is not None and "#" not in before.entity.id and goes_on:
            step = taken_over(before, "entity")
            return before.entity, Trace("entity", "inherited", step.span, "as the figure before"), scope
        return entity, trace, scope
    rest = tuple(pair for pair in scope if pair[0] != "place")
    if entity.id == place or entity.id.endswith(f"#@{place}"):
        return entity, trace, rest
    name = next((name for name in view.names if name.entity.id == place), None)
    if name is None or not (unnamed or itself or "#@" in entity.id):
        return entity, trace, scope
    span = view.span(name.first, name.last)
    found = name.entity
    entity = Entity(f"{entity.id.partition('#')[0]}#@{found.id}", found.name, found.words)
    return entity, Trace("entity", "stated", span, "the place it is measured in"), rest
