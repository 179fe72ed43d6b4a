"""Signs in a clause of how its figures are meant: what is so already, what has happened, whose "plans to" governs it."""

from __future__ import annotations

from factcheck.extract.compared_times import EARLIER
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Clause

MAY = frozenset(["could", "would", "might", "may", "can"])
_NOW = frozenset(["now", "currently", "today", "presently"])
_DEFINITE = frozenset(["the", "this", "that"])


def is_now(view: SentenceView, at: int) -> bool:
    """ "The minimum wage, now $13.20 an hour, will go up", "will rise to $15 from $13.20 now": what is so already."""
    tokens, behind = view.tokens, at + 1
    if at > 1 and tokens[at - 1].lower in _NOW and tokens[at - 2].text in ",(":
        return True
    based = (at > 0 and tokens[at - 1].lower == "from") or (at > 1 and tokens[at - 2].lower == "from")
    return based and behind < len(tokens) and tokens[behind].lower in _NOW


def has_happened(view: SentenceView, at: int, clause: Clause) -> bool:
    """ "The share's 19 % surge may have priced in some of it": what may be is what it did, not the surge."""
    verb, noun = clause.verb, view.noun_of(at)
    if verb is None or verb.modal not in MAY or noun is None or noun.bare or noun.clause is not clause:
        return False
    perfect = any(view.tree.tags[step] == "Y" for step in range(verb.first, verb.head))
    definite = noun.owner is not None or noun.possessive >= 0 or view.tokens[noun.first].lower in _DEFINITE
    return perfect and definite and view.tokens[noun.head].lower in view.words["delta_nouns"]


def is_earlier_plan(view: SentenceView, at: int) -> bool:
    """ "down from the previous forecast of 2.25 billion yen": a plan, and no result that growth could start from."""
    nouns, plans = view.words.modality_nouns, False
    for token in reversed(view.tokens[max(0, at - 6) : at]):
        if token.quantity is not None:
            return False
        plans = plans or nouns.get(token.lower) == "forecast"
        if plans and token.lower in EARLIER:
            return True
    return False


def taken_over_verb(view: SentenceView, clause: Clause) -> Clause:
    """ "plans to open 45 shops and close 12": the clause whose "plans to" governs both."""
    verb, before = clause.verb, view.tree.clauses[clause.number - 1] if clause.number else clause
    plain = clause.kind == "and" and verb is not None and verb.first == verb.head and not verb.chain
    if not plain or verb is None or before.verb is None or not before.verb.chain:
        return clause
    return (
        before if view.tokens[verb.head].lower == verb.lemma and clause.subject is before.subject else clause
    )


def is_assured(view: SentenceView, clause: Clause) -> bool:
    """ "we are confident that we can achieve", "we believe we can": who says so counts on it."""
    verb = clause.verb
    said = view.lower(verb.first, min(verb.last + 2, len(view.tokens) - 1)) if verb is not None else []
    return not view.words["assured"].isdisjoint(said)
