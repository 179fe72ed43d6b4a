"""Phrases that turn out to be the subject of a verb: behind a preposition, an aside or a comma, in the nominative."""

from __future__ import annotations

from factcheck.syntax.building import Building
from factcheck.syntax.tree import Clause, Noun, Verb
from factcheck.syntax.verb_signs import OPENING

_LABELLING = frozenset("-–—:")
_LISTING = frozenset(("be", "include"))  # "Among the losers were Vantor, down 6 %"


def opener_of(building: Building, verb: Verb) -> Noun | None:
    """ "As sales fell", "as a tenth of dairy farms gave up": the subject that stands behind a preposition."""
    last = building.last
    while last is not None and last.host is not None and _of(building, last) and not _of(building, last.host):
        last = last.host
    return last if last is not None and _opens(building, last, verb) else None


def _of(building: Building, noun: Noun) -> bool:
    return noun.preposition >= 0 and building.tokens[noun.preposition].lower == "of"


def _opens(building: Building, last: Noun, verb: Verb) -> bool:
    """True for "as sales fell", "before profit reached": the verb has its subject behind a preposition."""
    if last.preposition < 0 or not building.fresh or last.clause is not building.current:
        return False
    word = building.tokens[last.preposition].lower
    if word not in OPENING or building.tokens[last.preposition - 1].lower in ("such", "same", "well"):
        return False
    behind = building.tags[verb.last + 1] if verb.last + 1 < len(building.tags) else "."
    acts = word == "as" or behind in "DHNOQ"  # "after councillors backed the budget"
    return verb.form == "finite" or (verb.form == "open" and acts)


def acts_by_case(building: Building, noun: Noun) -> bool:
    """ "…, but at its own shops they slid": not "the outlook we provided in November"."""
    named = noun.pronoun and building.tokens[noun.head].lower in ("they", "he", "she", "we")
    return named and building.opening(noun.first) < noun.first


def stranded(building: Building) -> Noun | None:
    """ "…, and wages, up 0.2 % on the month, averaged": the phrase that an aside parts from its verb."""
    aside = building.current
    around, verb = aside.parent, aside.verb
    if aside.kind != "part" or around is None or not building.comma or around.verb is None:
        return None
    noun = around.nouns[-1] if around.nouns else None
    ways = verb is not None and verb.form == "direction"
    parted = noun is not None and noun.joined is not None and noun.preposition < 0
    if noun is None or not (ways and parted) or noun.last != aside.first - 2 or noun.bare:
        return None
    return noun if building.tokens[noun.first - 2].text == "," else None


def apposed(building: Building) -> Noun | None:
    """ "…, and the owner, Gresham Land, owes": the phrase of a new clause that an apposition parts from its verb."""
    last, tokens = building.last, building.tokens
    noun = last.apposes if last is not None and building.comma and not last.figures else None
    again = building.said_once(last) if last is not None and building.comma else last
    if again is not None and again is not last:
        noun = again.host  # "…, and net income of $17 million, or $1.49 per share, was down"
    if noun is None or noun.joined is None or noun.preposition >= 0 or noun.first < 2:
        return None
    opens = tokens[noun.first - 1].lower in ("and", "but") and tokens[noun.first - 2].text == ","
    return noun if opens and noun.clause is building.current else None


def foretold(building: Building) -> Noun | None:
    """ "The governor said inflation, now 7 %, would peak": what is said of, where an aside parts it from its verb."""
    current = building.current
    if current.verb is None or not building.comma or current.kind == "say":
        return None
    behind = [noun for noun in current.nouns if noun.first > current.verb.last and noun.preposition < 0]
    plain = bool(behind) and not (behind[0].bare or behind[0].figures or behind[0].pronoun)
    return behind[0] if plain and behind[0].first == current.verb.last + 1 else None


def give_verb(building: Building, noun: Noun) -> Clause:
    """A new clause of that phrase, and of the aside that says more of it."""
    aside = building.current
    around = aside.parent
    assert around is not None
    around.nouns.remove(noun)
    clause = building.open("and", noun.first, around.parent)
    clause.subject, noun.clause, noun.joined = noun, clause, None
    clause.nouns.append(noun)
    aside.parent = clause
    for token in range(noun.first, aside.first):
        building.tree.clause_at[token] = clause
    return clause


def spliced(building: Building, noun: Noun) -> bool:
    """ "Castell fell 6 % to $12, Norvane lost 3 %": a phrase right behind a figure and a comma begins anew."""
    tags, behind = building.tags, noun.last + 2
    before = noun.apposes
    acts = noun.last + 1 < len(tags) and tags[noun.last + 1] == "E" and behind < len(tags)
    figure = before is not None and before.bare and bool(before.figures) and before.last == noun.first - 2
    return figure and acts and tags[behind] in "QB" and not noun.figures


def first_told(building: Building, clause: Clause) -> Noun | None:
    """What a clause without a verb tells of: in "Norvane Inc - Q2 revenue $5m, up 4 %" the revenue, and not the label."""
    plain = [noun for noun in clause.nouns if noun.preposition < 0 and not noun.bare]
    labels = [noun for noun in plain[:-1] if building.tokens[noun.last + 1].text in _LABELLING]
    return next((noun for noun in plain if noun not in labels), None)


def is_listed(building: Building, noun: Noun | None) -> bool:
    """ "Among the losers were Vantor, down 6 %", "gainers included Halden, up 3 %": of the name right before."""
    verb = building.current.verb
    if noun is None or verb is None or noun.figures or noun.first < verb.last or not building.comma:
        return False
    named = building.tokens[noun.head].text[:1].isupper() and noun.preposition < 0
    return named and verb.lemma in _LISTING
