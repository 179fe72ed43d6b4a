"""Who of a sentence can be meant in a clause: the clauses around it, and those in it of whom a figure is not."""

from __future__ import annotations

from factcheck.extract.hook import Hook
from factcheck.extract.resolver import Resolver
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Clause, Noun


def governs(view: SentenceView, resolver: Resolver, clause: Clause) -> Clause | None:
    """The clause around, where who acts in it can be meant in this one, too."""
    outer = clause.parent
    opened = view.tokens[clause.connector].lower if clause.connector >= 0 else ""
    if clause.kind == "sub" and opened in ("while", "whereas") and clause.subject is not None:
        return None  # "Gold slipped, while the euro was at $1.16": set against each other
    acting = clause.subject or clause.antecedent
    told = clause.kind in ("part", "inf") and acting is not None and outer is not None
    told = told and outer is not None and outer.subject is not acting and _foresees(view, outer)
    if outer is None or not (clause.kind in ("that", "sub") or told):
        return outer
    subject = outer.about()
    if subject is None or not (resolver.says_of_itself(view, subject) or view.head_name(subject) is None):
        return None
    if view.head_name(subject) is None and view.tokens[subject.head].lower in view.words["role_nouns"]:
        return outer if view.tokens[subject.head].lower in view.words["company_nouns"] else None
    return outer


def _foresees(view: SentenceView, clause: Clause) -> bool:
    """ "Analysts see sales rising": what an office or a trade foresees of others."""
    verb, subject = clause.verb, clause.about()
    if verb is None or subject is None or subject.pronoun or view.head_name(subject) is not None:
        return False
    return view.tokens[subject.head].lower in view.words["role_nouns"] and any(
        view.lexicon.does(verb.lemma, frame) for frame in ("forecast", "say")
    )


def of_them(view: SentenceView, at: int, clause: Clause | None) -> bool:
    """ "…, positioning both for an 85 % share": of whom the pronoun means, not of what positions them."""
    noun = view.noun_of(at)
    host = noun.host if noun is not None else None
    if host is None or host.preposition >= 0 or clause is None or clause.verb is None:
        return False
    share = view.tokens[at].quantity
    if share is None or share.dimension != "percent" or (clause.kind != "part" and clause.verb.form != "ing"):
        return False
    return host.first > clause.verb.last and view.tokens[host.head].lower in (
        "both",
        "them",
        "each",
        "it",
    )


def opened_aside(view: SentenceView, clause: Clause | None, hook: Hook) -> Noun | None:
    """ "Priced from $1,299, the laptop weighs": of whom a form that opens the sentence is told."""
    outer = clause.parent if clause is not None and clause.kind == "part" else None
    subject = outer.subject if outer is not None else None
    if clause is None or clause.verb is None or subject is None or clause.first > 1 or hook.known:
        return None
    opens = clause.verb.form == "open" and clause.subject is None and clause.antecedent is None
    plain = not (subject.pronoun or subject.figures or subject.bare or subject.owner is not None)
    return subject if opens and plain and clause.last < subject.first else None


def given_to(view: SentenceView, noun: Noun) -> Noun | None:
    """ "The poll gives the governor an approval rating of 44 %": the first of the two objects."""
    clause = noun.clause
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None or verb.passive or verb.lemma not in view.words["giving_verbs"]:
        return None
    objects = [one for one in clause.nouns if one.preposition < 0 and one.first > verb.last]
    two = len(objects) > 1 and objects[1] is noun and objects[1].first == objects[0].last + 1
    return objects[0] if two and not objects[0].figures else None


def is_age(view: SentenceView, noun: Noun) -> bool:
    """ "The 22-year-old joined": somebody by the age."""
    mention = view.tokens[noun.figures[-1]].quantity if noun.figures else None
    return mention is not None and mention.kind == "age" and view.tokens[noun.first].lower == "the"
