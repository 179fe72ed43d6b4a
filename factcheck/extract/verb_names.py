"""What a verb itself names: "spent $5m" is spending, "turned over €5 million" revenue, "earned $2bn before tax" pre-tax income."""

from __future__ import annotations

from factcheck.extract.hook import Placed
from factcheck.extract.sentence_view import SentenceView
from factcheck.mention import QuantityMention
from factcheck.syntax.tree import Verb


def is_phrasal(view: SentenceView, verb: Verb, figure: Placed) -> bool:
    """ "took in €9.6 billion": the preposition belongs to the verb."""
    family = figure.dimension.partition(":")[0]
    right_behind = verb.last + 1 == figure.noun.preposition
    return right_behind and view.lexicon.own_metric(f"{verb.lemma} {figure.word}", family) is not None


def own_metric(
    view: SentenceView, verb: Verb, mention: QuantityMention, at: int = -1
) -> tuple[str, bool] | None:
    family = mention.kind if mention.kind in ("score", "duration") else mention.dimension.partition(":")[0]
    behind = view.tokens[verb.last + 1].lower if verb.last + 1 < len(view.tokens) else ""
    own = view.lexicon.own_metric
    named = own(f"{verb.lemma} {behind}", family) or own(verb.lemma, family)  # "turned over €5 million"
    if at >= 0 and family == "money":  # "earned $1.2 billion before tax"
        named = own(" ".join([verb.lemma, *view.lower(at + 1, at + 2)]), family) or named
    if named is None and family == "number" and mention.kind in ("number", "count"):
        so = view.lower(at + 1, at + 1) if at >= 0 else []
        named = own(" ".join([verb.lemma, *so]), "count")  # "left 12 dead"
        named = named or own(verb.lemma, "count")  # "employs 240", "shipped 2.1 million"
    if named is None:
        return None
    metrics, words = view.metrics, named.split()
    match = metrics.match(words, 0)
    if match is not None and match[0] == len(words):
        return match[1], True
    return (named, True) if metrics.known(named) else ("~" + named, False)


def moves_by_name(view: SentenceView, at: int) -> bool:
    """ "Rival Castell fell 3.8 %", "a 4.2 % jump in Glencore": somebody moves, and nothing says in what."""
    clause, noun = view.clause_of(at), view.noun_of(at)
    for child in view.children.get(noun, ()) if noun is not None else ():
        if view.preposition(child) == "in" and view.head_name(child) is not None:
            return True
    subject, verb = clause.subject, clause.verb
    if clause.kind in ("part", "rel") and subject is None:
        subject = clause.antecedent  # "Vantor, down 6 %, and Solen, which lost 4 %"
    elif clause.kind not in ("main", "and", "sub"):
        return False
    if subject is None or verb is None:
        return False
    moved = verb.form == "direction" or view.lexicon.does(verb.lemma, "move") or bool(way_of(view, verb))
    return view.head_name(subject) is not None and not verb.modal and moved


def way_of(view: SentenceView, verb: Verb) -> str:
    """ "down" for "lost" and "gave up", "" for a verb that nobody wins or loses by."""
    behind = view.tokens[verb.last + 1].lower if verb.last + 1 < len(view.tokens) else ""
    ways = view.words.won_or_lost
    return ways.get(f"{verb.lemma} {behind}") or ways.get(verb.lemma, "")
