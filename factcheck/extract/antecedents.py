"""Which phrase of the sentence a word points back to: "whose", "the former", "its" of what a subject names."""

from __future__ import annotations

from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tokens import Token
from factcheck.syntax.tree import Clause, Noun


def of_pair(view: SentenceView, noun: Noun) -> Noun | None:
    """ "The former", "the latter": the first or the second of the two names joined last."""
    which = view.tokens[noun.head].lower
    if which not in ("former", "latter"):
        return None
    for other in reversed(view.tree.nouns):
        first = other.joined
        two = other.last < noun.first and first is not None and first.joined is None
        if two and first is not None and view.head_name(other) and view.head_name(first):
            return first if which == "former" else other
    return None


def right_before(view: SentenceView, token: Token) -> Noun | None:
    """ "at Quillan Stores, whose shares": the phrase that a comma parts from the word."""
    at = token_number(view, token)
    back = at - 2 if at > 1 and view.tokens[at - 1].text in ",—–" else at - 1
    noun = view.noun_of(back) if back >= 0 else None
    return noun if noun is not None and not noun.bare and not noun.figures else None


def named_in_subject(view: SentenceView, clause: Clause | None, before: int) -> Noun | None:
    """ "The cornerstone of Harbour Line's strategy is its new ferry": Harbour Line."""
    subject = clause.subject if clause is not None else None
    for child in view.children.get(subject, ()) if subject is not None else ():
        named = child.owner or child
        name = view.head_name(named)
        if view.preposition(child) == "of" and name is not None and not name.place and named.last < before:
            return named
    return None


def based(view: SentenceView, name: NameMention) -> bool:
    """ "the Leeds-based retailer": a place, whatever else bears the name."""
    behind = view.tokens[name.last + 1] if name.last + 1 < len(view.tokens) else None
    return behind is not None and behind.lower in ("based", "listed", "born") and not behind.spaced


def acted_on_before(view: SentenceView, token: Token) -> Noun | None:
    """ "sentenced Osman to 11 years and ordered him to repay": the last object with a name, never the subject."""
    at = token_number(view, token)
    for noun in reversed(view.tree.nouns):
        clause = noun.clause
        verb = clause.verb if clause is not None else None
        if noun.last >= at or verb is None or noun.first < verb.last or noun.preposition >= 0:
            continue
        if view.head_name(noun) is not None:
            return noun
    return None


def token_number(view: SentenceView, token: Token) -> int:
    """The number of a token of the sentence."""
    return next(at for at, other in enumerate(view.tokens) if other is token)
