"""Figures said of two: "sales at both Acme and Borel rose 12 %" is a claim about each."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim, Trace
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentence_view import SentenceView
from factcheck.records import replace

_EACH = frozenset(("both", "each"))

Pair = tuple[NameMention, NameMention]


def of_each(view: SentenceView, claims: dict[int, Claim]) -> Iterator[Claim]:
    """For each figure behind "both" or "each" of two names: the claim about the one that it was not read for."""
    if view.lowers.isdisjoint(_EACH):
        return
    for step, token in enumerate(view.tokens):
        pair = _pair_at(view, step) if token.lower in _EACH else None
        if pair is None:
            continue
        for at, claim in claims.items():
            other = _other(claim, pair)
            if at > step and other is not None and view.clause_of(at) is view.clause_of(step):
                yield _about(view, claim, other, token.text)


def _pair_at(view: SentenceView, step: int) -> Pair | None:
    """The two that "both" at a token means: those behind it, right before it, or the only two of the sentence so far."""
    names = [name for name in view.names if not name.place]
    behind = step + 2 if view.lower(step + 1, step + 1) == ["of"] else step + 1
    for one, two in zip(names, names[1:], strict=False):
        together = view.lower(one.last + 1, two.first - 1) == ["and"]
        if together and (one.first == behind or two.last == step - 1):
            return one, two
    noun = view.noun_of(step)
    if noun is None or not noun.pronoun or noun.head != step:
        return None
    before = {name.entity.id: name for name in names if name.last < step}
    if len(before) != 2:
        return None
    one, two = before.values()
    return one, two


def _other(claim: Claim, pair: Pair) -> NameMention | None:
    one, two = pair
    others = {one.entity.id: two, two.entity.id: one}
    if claim.measure == "share":
        return None  # "both have 85 % of the market": together
    return others.get(claim.entity.id) if one.entity.id != two.entity.id else None


def _about(view: SentenceView, claim: Claim, name: NameMention, word: str) -> Claim:
    told = Trace("entity", "stated", view.span(name.first, name.last), f"“{word}”")
    trace = tuple(told if step.aspect == "entity" else step for step in claim.trace)
    return replace(claim, entity=name.entity, trace=trace)
