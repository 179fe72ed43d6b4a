"""Currencies that stand for themselves: which one is meant, and against which other its rate is told.

"The pound rose 0.3 % to $1.2710" is the pound's rate against the dollar, which "fell 0.1 % to 1.19 euros" is not.
"""

from __future__ import annotations

from factcheck.claim import Entity
from factcheck.extract.phrase_words import phrase_name
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Noun

_AGAINST = frozenset(("against", "versus", "vs", "to", "per"))


def currency_of(view: SentenceView, noun: Noun) -> Entity | None:
    """ "Sterling" and "the pound" are one, "the Australian dollar" is another than "the dollar"."""
    code = view.words.currencies.get(view.tokens[noun.head].lower)
    if code is None or view.head_name(noun) is not None:
        return None
    steps = [step for step in range(noun.first, noun.head) if view.tree.tags[step] in "NA"]
    words = " ".join(view.lower(noun.first, noun.last)).removeprefix("the ")
    key = f"{phrase_name(view, steps, strict=True)} {code}".strip()
    return Entity(f"~currency {key.lower()}", words, words)


def counter_currency(view: SentenceView, at: int) -> str | None:
    """What the rate at a figure is told in: its own currency, the one "against" names, or the next sum's."""
    mention = view.tokens[at].quantity
    if mention is not None and mention.dimension.startswith("money:"):
        return _code(mention.dimension)
    clause = view.clause_of(at)
    for noun in clause.nouns:
        if view.preposition(noun) in _AGAINST and not noun.figures:
            other = currency_of(view, noun)
            if other is not None:
                return other.id.removeprefix("~currency ")
    for step in view.figures:
        near = view.tokens[step].quantity
        if step > at and near is not None and near.dimension.startswith("money:"):
            return _code(near.dimension) if view.clause_of(step) is clause else None
    return None


def _code(dimension: str) -> str:
    return dimension.partition(":")[2].partition(" ")[0].lower()
