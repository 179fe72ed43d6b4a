"""Signs of which verb a clause has: agreement in number, what stands behind the form, whether another one comes."""

from __future__ import annotations

from factcheck.syntax.building import Building
from factcheck.syntax.phrases import NOT_FINITE
from factcheck.syntax.tree import Noun, Verb

# Prepositions that open a clause when a subject and its verb follow: "as sales fell".
OPENING = frozenset(["as", "before", "after", "since", "until", "till", "than"])
_BREAKING = frozenset(["despite", "with", "amid", "once", "because"])


def finite_comes(building: Building, verb: Verb) -> bool:
    """True where another verb, before any sign or word that opens a clause, must be the clause's own."""
    tokens, tags = building.tokens, building.tags
    for step in range(verb.last + 1, len(tags)):
        if tags[step] in "VF" or (tags[step] in "ZYMX" and tokens[step].lower not in NOT_FINITE):
            return True
        if tags[step] in ".SRC" or (tags[step] == "P" and tokens[step].lower in OPENING):
            return False
    return False


def opens_aside(building: Building, verb: Verb) -> bool:
    """ "Signed from Braga for €22 million, the striker has scored": what opens a sentence and says more of its subject.

    Forms that somebody undergoes, right before a preposition; behind the comma the subject and its verb must follow.
    """
    tokens, tags, at = building.tokens, building.tags, verb.last + 1
    while verb.form == "open" and at + 1 < len(tags) and tags[at] == "A" and tags[at + 1] == "P":
        at += 1  # "Found guilty of fraud, the banker"
    current, does = building.current, building.lexicon.does
    if current.kind != "main" or any(tags[step] != "B" for step in range(current.first, verb.first)):
        return False
    figure = at + 1 < len(tags) and tags[at + 1] == "Q"
    moved = does(verb.lemma, "move") and (figure or tokens[at].lower != "by") if at < len(tags) else True
    way = (
        verb.form == "direction" and building.comma is False
    )  # "Down as much as 3.4 %, the shares pared losses"
    struck = (
        does(verb.lemma, "strikes") and at < len(tags) and tags[at] == "Q"
    )  # "Fined £1,200 and banned, Corr told"
    if at >= len(tags) or (not way and not struck and (tags[at] != "P" or tokens[at].lower == "to" or moved)):
        return False
    comma = next((step for step in range(at, len(tags)) if tokens[step].text in ",;:"), len(tags))
    if comma + 1 >= len(tags) or tokens[comma].text != "," or tags[comma + 1] not in "DHNAOQ":
        return False
    return any(tag in "VEZMYXFW" for tag in tags[comma + 2 :])


def counts(building: Building, noun: Noun) -> bool:
    """ "…, 1,733 died of cancer and 1,211 of strokes": a bare number that opens behind a comma acts."""
    mention = building.tokens[noun.figures[-1]].quantity if noun.figures else None
    opens = building.follows_comma(noun) or noun.joined is not None
    counted = mention is not None and mention.dimension == "number" and mention.kind in ("number", "count")
    return noun.bare and noun.preposition < 0 and building.fresh and opens and counted


def last_chance(building: Building, verb: Verb) -> bool:
    """True for a form that must be the clause's verb, since none follows: "Astronomers using it picked out 93"."""
    tags = building.tags
    behind = next((tag for tag in tags[verb.last + 1 :] if tag not in "BU"), ".")
    return (behind in "QDHNA" or moves_by(building, verb)) and not verb_later(building, verb)


def moves_by(building: Building, verb: Verb) -> bool:
    """ "increased by 20 %", "fell to 12": no participle, for nobody did it to anything."""
    at, tags, tokens = verb.last + 1, building.tags, building.tokens
    figure = at + 1 < len(tags) and tags[at] == "P" and tags[at + 1] == "Q"
    moved = figure and tokens[at].lower in ("by", "to")
    return moved and building.lexicon.does(verb.lemma, "move")


def verb_later(building: Building, verb: Verb) -> bool:
    """True where a verb follows in the sentence; where a figure says how far it moved, before the next clause."""
    behind = building.tags[verb.last + 1 :]
    ends = next((at for at, tag in enumerate(behind) if tag in "SR"), len(behind))
    return any(tag in "VEZMYXFW" for tag in (behind[:ends] if moves_by(building, verb) else behind))


def moves_later(building: Building, verb: Verb) -> bool:
    """ "Loads hauled by truck increased 11 %": a later form in -ed says by how much what was done moved."""
    tags, tokens, does = building.tags, building.tokens, building.lexicon.does
    by = verb.last + 1 < len(tags) and tokens[verb.last + 1].lower in ("by", "via")
    if not by or does(verb.lemma, "move") or does(verb.lemma, "say") or does(verb.lemma, "acts"):
        return False
    for step in range(verb.last + 2, len(tags) - 1):
        if tags[step] in ".SRCO" or tokens[step].lower in OPENING or tokens[step].lower in _BREAKING:
            return False
        if tags[step] in "VE" and does(building.lexicon.lemma(building.tokens[step].lower), "move"):
            return tags[step + 1] == "Q" or tags[step + 1 : step + 3] in ("PQ", ["P", "Q"])
    return False


def disagrees(building: Building, verb: Verb, noun: Noun) -> bool:
    """True for "are" behind one thing, for "has" behind several."""
    first = building.tokens[verb.first].lower
    words = [building.tokens[step].lower for step in range(noun.first, noun.last + 1)]
    if first in ("has", "was"):  # "The number of pupils taking lessons has risen"
        small = building.tokens[noun.head].text.islower()
        several = words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is", "ics", "news"))
        return small and several and not noun.figures
    if first not in ("are", "were", "have"):
        return False
    one = words[0] in ("the", "a", "an", "this", "that", "its") and noun.joined is None and not noun.figures
    return one and not words[-1].endswith("s") and not building.lexicon.plural(words[-1])


def undergone(building: Building, verb: Verb) -> bool:
    """ "Arrested in Marseille at the weekend were 23 people": the participle comes first, its subject last."""
    clause = building.current
    opens = clause.kind == "main" and clause.subject is None and verb.lemma == "be"
    done = clause.verb is not None and clause.verb.form == "open" and not building.comma
    return opens and done and all(noun.preposition >= 0 for noun in clause.nouns)
