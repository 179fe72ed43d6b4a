"""Signs in a clause of how its figures are meant: what is so already, what has happened, whose "plans to" governs it."""

from __future__ import annotations

from factcheck.extract.compared_times import EARLIER
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Clause, Verb

MAY = frozenset(["could", "would", "might", "may", "can"])
_NOW = frozenset(["now", "currently", "today", "presently"])
_REPLACED = 16  # tokens
_STILL = frozenset(["is", "are", "am", "'s", "re", "remain", "remains", "be"])
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


def is_restated(view: SentenceView, verb: Verb) -> bool:
    """ "Excluding special items, we would have reported a profit of": a result on another basis, and no mere thought."""
    perfect = any(view.tree.tags[step] == "Y" for step in range(verb.first, verb.head))
    supposed = not view.lowers.isdisjoint(("if", "had"))
    return (
        perfect
        and not supposed
        and any(dimension == "accounting" for _, (dimension, _) in view.scope_at.values())
    )


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


def is_estimate(view: SentenceView, at: int) -> bool:
    """ "versus analysts' average estimate of $531 million"."""
    noun = view.noun_of(at)
    start = noun.first if noun is not None else at
    while noun is not None and noun.host is not None and not noun.host.figures:
        noun = noun.host
        start = noun.first
    near = view.tokens[max(0, start - 2) : at + 4]
    return any(token.lower in view.words["estimate_words"] for token in near)


def is_moved(view: SentenceView, verb: Verb, at: int) -> bool:
    """ "The outlook has been revised to $2.75": what is foreseen now, not "the outlook is supported by a backlog of"."""
    between = view.lower(verb.last + 1, at - 1)
    moved = verb.passive and view.lexicon.does(verb.lemma, "shift")
    return (
        moved and between[:1] == ["to"] and "," not in between
    )  # not "was lowered to negative, with debt of"


def replaces_plan(view: SentenceView, at: int) -> int:
    """ "We've increased revenue to $31.8 billion, up from our initial guide of": the plan it replaces, or -1."""
    clause, tokens = view.clause_of(at), view.tokens
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or at < verb.last or not view.lexicon.does(verb.lemma, "shift"):
        return -1
    if not view.own_words:
        return -1
    if verb.form not in ("finite", "open") or verb.passive or tokens[at - 1].lower != "to":
        return -1
    for step in range(at + 1, min(at + _REPLACED, len(tokens))):
        if tokens[step].lower != "from" or tokens[min(step + 1, len(tokens) - 1)].lower != "our":
            continue
        for word in range(step + 1, min(step + 5, len(tokens))):
            if tokens[word].quantity is not None:
                return -1
            if view.words.modality_nouns.get(tokens[word].lower) == "forecast":
                return word
    return -1


def on_its_way(view: SentenceView, clause: Clause) -> bool:
    """ "are on track to deliver $7 million", "on course to open 20 shops": what is still to be done."""
    verb = clause.verb
    if clause.kind != "inf" or verb is None or verb.head < 3:
        return False
    before = view.lower(verb.head - 3, verb.head - 1)
    around = clause.parent.verb if clause.parent is not None else None
    if around is not None and view.tokens[around.first].lower not in _STILL:
        return False  # "was on course to land"
    return before[-1] == "to" and before[-2] in view.words["on_its_way"] and before[-3] in ("on", "well")


def rests_on(view: SentenceView, at: int) -> int:
    """ "has been revised to $2.75 to $2.85 a share based on sales of $3.85 billion": the figure that is based on it, or -1."""
    clause = view.clause_of(at)
    based = clause.kind == "part" and clause.verb is not None and clause.verb.lemma == "base"
    figures = clause.antecedent.figures if based and clause.antecedent is not None else ()
    return figures[-1] if figures else -1


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
