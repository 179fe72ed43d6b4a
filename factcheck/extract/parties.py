"""Whom else a figure may be about: named behind it ("grew 16 % to 234,100 units at Hadley Motors"), or only acting."""

from __future__ import annotations

from factcheck.claim import Claim, Entity
from factcheck.extract.hook import Hook
from factcheck.extract.phrase_words import is_light, phrase_name
from factcheck.extract.sentence_view import SentenceView
from factcheck.records import replace
from factcheck.syntax.tree import Clause, Noun

_OF_PARTY = frozenset(("at", "for", "by"))
_OF_PART = frozenset(("in", "at", "within", "across", "from"))
_NAMING = frozenset(("of", "at", "by", "for", "from"))
_TORN = ("PV", "PZ", "PY", "PM", "Pi")  # a preposition right before a verb or a possessive
_PARTS_FROM = frozenset((",", "and", "but", "while", "or"))


def party_named(view: SentenceView, at: int, hook: Hook, of_company: bool) -> Noun | None:
    """The name that "at", "for" or "by" puts behind what is measured: "grew 16 % to 234,100 units at Hadley Motors".

    ``of_company`` is true for what only companies have, whose "at" may stand before the figure, too.
    """
    clause = view.clause_of(at)
    measured = hook.meaning is not None and clause.subject is hook.meaning.noun
    for noun in clause.nouns if of_company else ():
        if view.preposition(noun) == "at" and _is_party(view, noun):
            return noun
    for noun in _behind(view, at) if measured else ():
        if view.preposition(noun) in _OF_PARTY and _is_party(view, noun):
            return noun
    return None


def _is_party(view: SentenceView, noun: Noun) -> bool:
    name = view.head_name(noun)
    return name is not None and not name.place


def part_behind(view: SentenceView, at: int) -> str | None:
    """The part of a company named behind the figure: "rose 2 % in the professional division" """
    if view.lowers.isdisjoint(view.words["unit_words"]):
        return None
    for noun in _behind(view, at):
        plain = not (noun.bare or noun.figures or noun.pronoun or noun.owner is not None)
        if plain and view.preposition(noun) in _OF_PART:
            part = unit_named(view, noun)
            if part is not None:
                return part
    return None


def part_pointed_at(view: SentenceView, at: int) -> str | None:
    """ "increased the revenue on this account by 13 %": no figure of the whole."""
    if view.lowers.isdisjoint(view.words["pointed_at"]) and view.lowers.isdisjoint(("these", "those")):
        return None
    for noun in view.clause_of(at).nouns:
        head = view.tokens[noun.head].text.lower().rpartition(" ")[2]  # "three segments" is one token
        first, parts = view.tokens[noun.first].lower, view.words["pointed_at"]
        many = first in ("these", "those") and head in view.words["unit_words"]  # "in these three segments"
        pointed = many or (noun.first < noun.head and first in ("this", "that") and head in parts)
        if pointed and view.preposition(noun) in (*_OF_PART, "on", "to"):
            return " ".join(view.lower(noun.first, noun.last)) if many else head
    return None


def part_of_subject(view: SentenceView, at: int) -> str | None:
    """ "Achievements in the freight segment include revenue of $5m": the part that the subject names, or is."""
    subject, verb = view.clause_of(at).subject, view.clause_of(at).verb
    if subject is None:
        return None
    if verb is not None and view.own_words and verb.lemma in view.words["having_verbs"]:
        steps = _line(view, subject, verb.first)
        if steps:
            return phrase_name(view, steps, strict=True) or None
    if view.lowers.isdisjoint(view.words["unit_words"]):
        return None
    inner = (child for child in view.children.get(subject, ()) if view.preposition(child) in _OF_PART)
    return next((part for child in inner if (part := unit_named(view, child)) is not None), None)


def _line(view: SentenceView, noun: Noun, end: int) -> list[int]:
    """ "Homeowners insurance generated a profit of $5m", "water & protection reported": a line of business, of nothing but
    nouns, and no measure. Its tokens, up to the verb at ``end``; none where it is no such line."""
    plain = not (noun.figures or noun.times or noun.pronoun or noun.bare or noun.owner is not None)
    if not plain or noun.possessive >= 0 or end - noun.first < 2:
        return []
    tags, lowers = view.tree.tags[noun.first : end], view.lower(noun.first, end - 1)
    joined = all(tag == "N" or (tag == "C" and word == "and") for tag, word in zip(tags, lowers, strict=True))
    measured = any(noun.first <= first < end for first in view.metric_at)
    named = any(noun.first <= first < end for first in view.name_at)
    if not joined or measured or named or is_light(view, lowers[-1]):
        return []
    return [step for step in range(noun.first, end) if view.tree.tags[step] == "N"]


def unit_named(view: SentenceView, noun: Noun) -> str | None:
    """ "professional" of "the professional division", all words of "the largest division"; None where it is no unit."""
    if view.tokens[noun.head].lower not in view.words["unit_words"] or noun.head == noun.first:
        return None
    steps = [step for step in range(noun.first, noun.head) if view.tree.tags[step] in "NA"]
    if not steps:
        return None  # "in the division": the one spoken of
    return phrase_name(view, steps, strict=True) or " ".join(view.lower(steps[0], noun.head))


def named_before(view: SentenceView, at: int) -> Noun | None:
    """Whose a figure of nothing named is, where its name stands right before it."""
    return _put_ahead(view, at) or _listed(view, at)


def _listed(view: SentenceView, at: int) -> Noun | None:
    """ "Labour would get 27 %, the Liberals 12 % and the Greens 11 %": the verb is said once for all of a list."""
    clause, noun, before = view.clause_of(at), view.noun_of(at), view.noun_of(at - 1) if at > 1 else None
    verb, subject = clause.verb, clause.subject
    if verb is None or noun is None or before is None or subject is None or not noun.bare:
        return None
    named = before.last == at - 1 and view.tokens[before.head].text[:1].isupper()
    opens = before.first > verb.last and before.preposition < 0 and not before.figures
    listed = view.tokens[before.first - 1].text in (",", ";", "and")
    if not (named and opens and listed and view.head_name(subject) is not None):
        return None
    mention, first = view.tokens[at].quantity, verb.last + 1
    alike = (view.tokens[step].quantity for step in view.figures if first <= step < before.first)
    same = any(
        one is not None and mention is not None and one.dimension == mention.dimension for one in alike
    )
    return before if same else None


def _put_ahead(view: SentenceView, at: int) -> Noun | None:
    """ "Her goal put Denmark 3-1 up": whose score it is, where somebody else has made it."""
    mention, clause = view.tokens[at].quantity, view.clause_of(at)
    before = view.noun_of(at - 1) if at > 0 else None
    if mention is None or mention.kind != "score" or clause.verb is None or before is None:
        return None
    put = view.lexicon.does(clause.verb.lemma, "place") and before.preposition < 0
    return before if put and before.first > clause.verb.last and view.head_name(before) is not None else None


def another_acts(view: SentenceView, at: int, hook: Hook, clause: Clause) -> bool:
    """ "European marques lifted sales 9 %": of whom, if not of them, is told nowhere."""
    subject = clause.subject
    if subject is None or view.own_words or subject.pronoun or subject.bare or subject.times:
        return False
    measured = hook.meaning.noun if hook.meaning is not None else None
    plural = view.tokens[subject.head].lower.endswith("s")
    itself = subject is measured or subject.first <= at <= subject.last
    return plural and not itself and view.head_name(subject) is None


def mark_torn(view: SentenceView, claims: dict[int, Claim]) -> list[Claim]:
    """The claims by their tokens, marked where a name may be missing in their clause."""
    torn = _torn_clauses(view)
    return [
        replace(claim, marks=claim.marks | {"stripped-link"}) if view.clause_of(at) in torn else claim
        for at, claim in claims.items()
    ]


def _torn_clauses(view: SentenceView) -> set[Clause]:
    """ "Shares of rose 4 %", "11 % of's revenue": where a page has lost a link, and with it who is meant."""
    tags, found = "".join(view.tree.tags), set()
    for pair in _TORN:
        at = tags.find(pair)
        while at >= 0:
            if view.tokens[at].lower in _NAMING:
                found.add(view.clause_of(at))
            at = tags.find(pair, at + 1)
    return found


def doubtful(entity: Entity) -> Entity:
    """The entity, where another may be meant as well."""
    return Entity(entity.id, entity.name, entity.words, entity.known, ambiguous=True)


def _behind(view: SentenceView, at: int) -> list[Noun]:
    """The phrases of the figure's clause behind it, up to the next figure that is told of somebody or something else."""
    clause, found = view.clause_of(at), []
    end = _reach(view, at)
    for noun in view.tree.nouns:
        if at < noun.first <= end and noun.clause is clause:
            found.append(noun)
    return found


def _reach(view: SentenceView, at: int) -> int:
    """The last token before the next figure that a comma or an "and" parts from this one."""
    for figure in view.figures:
        if figure > at and _parted(view, at, figure):
            return figure - 1
    return len(view.tokens) - 1


def _parted(view: SentenceView, at: int, figure: int) -> bool:
    return any(view.tokens[step].lower in _PARTS_FROM for step in range(at + 1, figure))
