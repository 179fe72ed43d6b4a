"""Figures said of two: "sales at both Acme and Borel rose 12 %" is a claim about each, a share of both is theirs together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentence_view import SentenceView
from factcheck.records import replace

_AS_ONE = frozenset(("combined", "total", "together", "respectively"))
_OF_TWO = frozenset(("both", "each"))

Pair = tuple[NameMention, NameMention]


def said_of_two(view: SentenceView, claims: Sequence[Claim], at: Sequence[int]) -> list[Claim]:
    """The claims of a sentence (figures at tokens ``at``), with those that "both" or "each" gives to two names."""
    pairs = [] if view.lowers.isdisjoint(_OF_TWO) else _pairs(view)
    found: list[Claim] = []
    for claim, figure in zip(claims, at, strict=True):
        pair = next((two for step, two in pairs if _governs(view, step, figure, two)), None)
        names = {name.entity.id: name for name in pair} if pair is not None else {}
        if len(names) != 2 or claim.entity.id not in names:
            found.append(claim)
        elif claim.measure == "share":
            found.append(_told(view, claim, *names.values()))
        else:
            found.append(claim)
            found.extend(_told(view, claim, name) for key, name in names.items() if key != claim.entity.id)
    return found


def _governs(view: SentenceView, step: int, figure: int, pair: Pair) -> bool:
    """ "Both rose 4 %": not "both rose, Acme's by 4 %", nor "both rose 4 % and 6 % respectively"."""
    if step > figure or view.clause_of(step) is not view.clause_of(figure):
        return False
    if not _AS_ONE.isdisjoint(view.lowers):
        return False
    if any(step < name.first < figure and name not in pair for name in view.names):
        return False
    after = max(step, *(name.last for name in pair if name.last < figure)) if pair else step
    if any(token.lower == "'s" for token in view.tokens[after + 1 : figure]):
        return False
    return not any(
        other != figure and _alike(view, other, figure) and view.clause_of(other) is view.clause_of(figure)
        for other in view.figures
    )


def _alike(view: SentenceView, one: int, other: int) -> bool:
    first, second = view.tokens[one].quantity, view.tokens[other].quantity
    return first is not None and second is not None and first.dimension == second.dimension


def _pairs(view: SentenceView) -> list[tuple[int, Pair]]:
    """Each "both" or "each" of the sentence with the two that it means."""
    steps = [step for step, token in enumerate(view.tokens) if token.lower in _OF_TWO]
    return [(step, pair) for step in steps if (pair := _pair_at(view, step)) is not None]


def _pair_at(view: SentenceView, step: int) -> Pair | None:
    """The two behind it, or right before it; those that a pronoun means are the only two that were named."""
    names = [name for name in view.names if not name.place]
    behind = step + 2 if view.lower(step + 1, step + 1) == ["of"] else step + 1
    for one, two in pairwise(names):
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


def _told(view: SentenceView, claim: Claim, *names: NameMention) -> Claim:
    """The claim about one name, or about several as one."""
    entity = names[0].entity
    if len(names) > 1:
        ids, words = zip(*((name.entity.id, name.entity.name) for name in names), strict=True)
        entity = Entity("+".join(sorted(ids)), " and ".join(words))
    first, last = min(name.first for name in names), max(name.last for name in names)
    told = Trace("entity", "stated", view.span(first, last), "said of two")
    trace = tuple(told if step.aspect == "entity" else step for step in claim.trace)
    return replace(claim, entity=entity, trace=trace)
