"""Which part of a company a speaker has come to: "Turning to Specialty Glass. Sales were $518 million"."""

from __future__ import annotations

from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.hook import Hook
from factcheck.extract.parties import unit_named
from factcheck.extract.phrase_words import phrase_name
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.word_forms import singular
from factcheck.hints import TYPE_CHECKING
from factcheck.syntax.tokens import QUANTITY, Token
from factcheck.syntax.tree import Noun

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOWARDS = ("to", "on", "onto")
_NAMING = (*_TOWARDS, "for", "")
_WITHIN = ("in", "within", "for", "at")
_OF_COMPANIES = ("gaap", "adjusted")
_SHORT = 9  # tokens
_OPENING = 4  # tokens: "And now, finally, turning"
_SPEAKERS = ("i", "we", "me", "us")
# "beginning with Glass", "the performance of Glass", "I will cover Glass"
_REVIEWED = ("with", "of", "in", "")


def turns(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """True for a sentence that opens with "turning to", "and now moving on to", or is no more than "Now for the tools group"."""
    opening = tokens[:_OPENING]
    if any(token.lower in words["turning_verbs"] for token in opening):
        return True
    if _shows(tokens, words):
        return any(token.lower in words["unit_words"] for token in tokens)
    if len(tokens) > _SHORT or tokens[0].lower not in words["next_words"]:
        return False
    return any(token.lower in words["unit_words"] for token in tokens)


def _shows(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """ "Slide 17 explains the variance in the seating segment", "On page 4 you see"."""
    return any(token.lower in words["slides"] for token in tokens[:2])


def comes_to_part(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """True for a sentence behind which a speech may be at another part of the company."""
    return turns(tokens, words) or _reviews(tokens, words)


def _reviews(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """ "Now I'll review our segments, beginning with Specialty Glass": what will be spoken of, without a figure."""
    opening = [token.lower for token in tokens[: 2 * _OPENING]]
    if len(tokens) > 2 * _SHORT or words["reviewing"].isdisjoint(opening):
        return False
    speaks = any(word in _SPEAKERS for word in opening[:_OPENING])
    return speaks and all(token.kind != QUANTITY for token in tokens)


def turned_to(view: SentenceView, part: str | None = None) -> str | None:
    """The part of the company that an opening names; None for "the balance sheet", "slide 11", "our outlook".

    ``part`` is the one spoken of before, which goes on where a speaker only says what will be discussed."""
    if not turns(view.tokens, view.words):
        reviewed = (noun for noun in view.tree.nouns if view.preposition(noun) in _REVIEWED)
        return next((named for noun in reviewed if (named := _part_named(view, noun)) is not None), part)
    short = len(view.tokens) <= _SHORT and view.tree.clauses[0].verb is None  # "Now for the tools group."
    towards = _NAMING if short else _TOWARDS
    noun = next((one for one in view.tree.nouns if view.preposition(one) in towards), None)
    if _shows(view.tokens, view.words):
        parts = (unit_named(view, one) for one in view.tree.nouns if view.preposition(one) in _WITHIN)
        return next((part for part in parts if part is not None), None)
    return None if noun is None else _part_named(view, noun)


def _part_named(view: SentenceView, noun: Noun) -> str | None:
    if noun.figures or noun.times or noun.pronoun or noun.bare:
        return None
    if any(noun.first <= first <= noun.last for first in view.metric_at):
        return None
    if view.tokens[noun.head].lower in view.words["unit_words"]:
        return unit_named(view, noun)
    plain = [step for step in range(noun.first, noun.last + 1) if view.tree.tags[step] in "NA"]
    lowers = view.lower(noun.first, noun.last)
    if (
        not plain
        or not view.words["no_segments"].isdisjoint(lowers)
        or not all(view.tokens[step].text[:1].isupper() for step in plain)
    ):
        return None
    name = view.head_name(noun)
    if name is not None and (name.entity.known or (name.place and name.first == noun.head == name.last)):
        return None
    return phrase_name(view, plain, strict=True) or None


def opens_with(view: SentenceView, part: str) -> bool:
    """ "In Specialty Glass, sales rose 4 %": the sentence opens with the part."""
    noun = view.tree.nouns[0] if view.tree.nouns else None
    if noun is None or view.preposition(noun) not in _WITHIN or noun.preposition > _OPENING:
        return False
    return set(part.split()) <= {singular(word) for word in view.lower(noun.first, noun.last)}


def goes_on(view: SentenceView, at: int, hook: Hook) -> bool:
    """ "Fourth-quarter net income was $49 million": nothing else than the measure is named, so it goes on with the part.

    GAAP and adjusted results are most often those of the company."""
    noun = _measured(hook)
    if (
        noun is None
        or hook.metric not in view.words["metrics_of_parts"]
        or view.clause_of(at).subject is not noun
    ):
        return False
    if any(pair[1] in _OF_COMPANIES for _, pair in view.scope_at.values()):
        return False
    named = any(one.first < noun.first and unit_named(view, one) is not None for one in view.tree.nouns)
    if named and not turns(view.tokens, view.words):
        return False  # "Our freight business, sales declined 7 %"
    return noun.owner is None and noun.possessive < 0 and not of_whole(view, hook)


def of_whole(view: SentenceView, hook: Hook) -> bool:
    """ "Consolidated revenue", "our margin": of the company again."""
    noun = _measured(hook)
    if noun is None or hook.metric not in view.words["metrics_of_parts"]:
        return False
    before = max(noun.first - 1, 0)  # "but overall operating profit fell"
    return not view.words["words_of_whole"].isdisjoint(view.lower(before, noun.last))


def _measured(hook: Hook) -> Noun | None:
    meaning = hook.meaning
    return None if meaning is None or meaning.carried else meaning.noun


def goes_on_with_that(view: SentenceView) -> bool:
    """ "In the third quarter that should be $148 million": a speaker goes on with the sentence before."""
    clause = view.tree.clauses[0]
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or verb.lemma != "be" or not subject.pronoun:
        return False
    streak = any(
        (one := view.tokens[at].quantity) is not None and one.kind == "streak" for at in view.figures
    )
    return view.tokens[subject.head].lower == "that" and not streak
