"""Which group of people a figure is of: "61 of 412 patients on the drug", "3 % of those given a dummy pill"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.phrase_words import phrase_name
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Clause, Noun


def group_of(view: SentenceView, at: int) -> str | None:
    """The group's own words, None where the figure is of no group.

    Two groups of one study are measured in the same thing and period: only this keeps their figures apart.
    """
    if view.of_people is None:
        view.of_people = _speaks_of_people(view)
    if not view.of_people:
        return None
    near = list(_phrases(view, at))
    for noun in near:
        found = _treated(view, noun)
        if found is not None:
            return found
    for noun in (*near, *view.clause_of(at).nouns):
        for child in (noun, *view.children.get(noun, ())):
            if view.preposition(child) in ("in", "among", "for", "of") and _is_group(view, child):
                return phrase_name(view, _words(view, child, child.head), strict=True) or None
    return None


def _speaks_of_people(view: SentenceView) -> bool:
    """False for most sentences: nobody who could be in a group."""
    people, words = view.words["treated_people"], view.lowers
    if not words.isdisjoint(people) or not words.isdisjoint(view.words["group_words"]):
        return True
    units = (view.tokens[step].quantity for step in view.figures)
    return any(
        one is not None and one.unit is not None and one.unit.rpartition(" ")[2] in people for one in units
    )


def _phrases(view: SentenceView, at: int) -> Iterator[Noun]:
    """The figure's phrase, those behind "of", and the one it is of: "88", "of 409"."""
    noun = view.noun_of(at)
    if noun is None:
        return
    if noun.host is not None and noun.host.figures and view.preposition(noun) == "of":
        yield noun.host
    yield noun
    for child in view.children.get(noun, ()):
        if view.preposition(child) == "of":
            yield child


def _treated(view: SentenceView, noun: Noun) -> str | None:
    """ "patients on the drug", "those who took the tablet"."""
    people = _has_people(view, noun) or (noun.bare and _counts_people(view, noun))
    if not people:
        return None
    for child in view.children.get(noun, ()):
        plain = not (child.bare or child.figures or child.pronoun or child.times)
        plain = plain and view.tokens[child.head].lower not in view.words["no_segments"]
        if plain and view.preposition(child) == "on" and view.head_name(child) is None:
            return _named(view, child)
    for part in view.parts.get(noun, ()):
        found = _given(view, part)
        if found is not None:
            return found
    return None


def _has_people(view: SentenceView, noun: Noun) -> bool:
    """ "412 patients", "those": people, counted or not."""
    people = view.words["treated_people"]
    for step in range(noun.first, noun.last + 1):
        token = view.tokens[step]
        unit = token.quantity.unit if token.quantity is not None else None
        if token.lower in people or (unit is not None and unit.rpartition(" ")[2] in people):
            return True
    return False


def _counts_people(view: SentenceView, noun: Noun) -> bool:
    """ "61 of 412 patients …, compared with 88 of 409 on placebo": a bare number behind one that counted people."""
    return any(
        other.first < noun.first and other.figures and _has_people(view, other) for other in view.tree.nouns
    )


def _given(view: SentenceView, part: Clause) -> str | None:
    verb = part.verb
    if verb is None or verb.lemma not in view.words["treating_verbs"]:
        return None
    for noun in part.nouns:
        if noun.bare or noun.figures or noun.pronoun or noun.times:
            continue
        if view.preposition(noun) in ("", "with", "to") and noun.first > verb.last:
            return _named(view, noun)
    return None


def _named(view: SentenceView, noun: Noun) -> str | None:
    return phrase_name(view, _words(view, noun, noun.last + 1), strict=True) or None


def _words(view: SentenceView, noun: Noun, end: int) -> list[int]:
    return [step for step in range(noun.first, end) if view.tree.tags[step] in "NAEGK"]


def _is_group(view: SentenceView, noun: Noun) -> bool:
    return (
        view.tokens[noun.head].lower in view.words["group_words"]
        and noun.head > noun.first
        and noun.owner is None
        and noun.possessive < 0
        and next(view.names_in(noun.first, noun.last), None) is None
    )
