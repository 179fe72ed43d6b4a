"""Which of the phrases before a verb is its subject."""

from __future__ import annotations

from factcheck.syntax.building import Building
from factcheck.syntax.tree import Clause, Noun, Verb

# "expects revenue to reach"
_OBJECTS_ACT = ("forecast", "light", "planned", "target", "rumoured", "say", "orders")

_POINTING = frozenset(("last", "this", "next", "each", "every"))
_SEASONS = frozenset(("season", "session", "term", "time"))
_INCLUDING = frozenset(("including", "excluding", "before", "with", "without"))


def subject_of(building: Building, clause: Clause) -> Noun | None:
    """The last plain phrase before the verb that stands in no apposition to another; the first of several joined."""
    candidates = [noun for noun in clause.nouns if noun.preposition < 0]
    plain = [noun for noun in candidates if noun.joined is None or noun.joined.preposition < 0]
    candidates = (
        plain or candidates
    )  # not "long-term portions" of "debt including current and long-term portions"
    plain = [noun for noun in candidates if noun.apposes is None] or candidates
    plain = [noun for noun in plain if not _numbers(building, noun)] or plain
    plain = [noun for noun in plain if not _is_age(building, noun)] or plain
    plain = [noun for noun in plain if not _is_time(building, noun)] or plain
    plain = _before_list(building, clause, plain)
    if not plain:
        return None
    subject = plain[-1]
    lead = building.lead()
    if lead is not None and lead.apposes is not None and lead in candidates and not lead.bare:
        subject = lead  # "Display, first-quarter sales were": no comma closes an apposition
        lead.apposes = None
    while subject.joined is not None and subject.joined.preposition < 0 and subject.joined.clause is clause:
        subject = subject.joined
    return subject


def _before_list(building: Building, clause: Clause, plain: list[Noun]) -> list[Noun]:
    """ "Earnings excluding fees, taxes and other items are": what is left out is a list, and not what is told of."""
    for noun in clause.nouns:
        at = noun.preposition
        if at > 0 and building.tokens[at].lower in ("excluding", "including"):
            before = [one for one in plain if one.last == at - 1]
            return before or plain
    return plain


def unparted(building: Building, clause: Clause, verb: Verb) -> Noun | None:
    """ "For the full year free cash flow was $1.3 billion", "In foods net sales were up 3 %": no comma parts the subject
    from what opens the clause, and what it measures stands behind the verb."""
    opening = clause.nouns[-1] if clause.nouns else None
    if opening is None or len(clause.nouns) > 1 or opening.owner is not None:
        return None
    inside = [building.tokens[figure].quantity for figure in opening.figures]
    if any(one is None or one.kind != "duration" for one in inside):
        return None  # but "Trailing 12-month cash flow was $296 million"
    at = verb.last + 1
    while at < len(building.tags) and building.tags[at] == "B":
        at += 1
    mention = building.tokens[at].quantity if at < len(building.tags) else None
    measured = mention is not None and mention.dimension.partition(":")[0] in ("money", "percent")
    if opening.last != verb.first - 1 or opening.preposition != opening.first - 1 or not measured:
        return None
    for time in opening.times:
        if time < opening.head:  # it belongs to the preposition
            clause.times.append((time, opening.preposition, None))
            opening.first, opening.times = time + 1, ()
    opening.preposition = -1
    return opening


def _is_age(building: Building, noun: Noun) -> bool:
    """ "Six people, including two children aged 4 and 7, died"."""
    mention = building.tokens[noun.first].quantity if noun.bare else None
    return mention is not None and mention.kind == "age"


def _is_time(building: Building, noun: Noun) -> bool:
    """ "Attendance last season was 14,200": a time that is no period, for nobody knows its ends."""
    first, head = building.tokens[noun.first].lower, building.tokens[noun.head].lower
    return noun.head == noun.first + 1 and first in _POINTING and head in _SEASONS


def _numbers(building: Building, noun: Noun) -> bool:
    """ "An earthquake of magnitude 7.4 struck": the figure right behind a noun says more of it."""
    step = noun.first - 1
    while step > 0 and building.tags[step] == "B":
        step -= 1  # "Children under five accounted for"
    before = building.tree.noun_at.get(step) if noun.bare else None
    return before is not None and not before.figures and before.clause is noun.clause


def parted_object(building: Building) -> Noun | None:
    """ "Analysts expect Nimble, the maker of drones, to report": whoever is expected to, over an apposition."""
    beside, verb = building.last, building.current.verb
    while beside is not None and beside.preposition >= 0 and beside.host is not None:
        beside = beside.host
    if building.comma and verb is not None and beside is not None and beside.apposes is None:
        return _over_aside(building, beside, verb)
    if not building.comma or beside is None or beside.apposes is None or verb is None:
        return None
    acts = beside.apposes.first == verb.last + 1 and beside.apposes.preposition < 0
    return beside.apposes if acts and moves_object(building, verb) else None


def _over_aside(building: Building, beside: Noun, verb: Verb) -> Noun | None:
    """ "We expect free cash flow, including payments for merger costs, to be": over what is included."""
    while beside.preposition < 0 and (beside.joined is not None or beside.apposes is not None):
        listed = (
            beside.joined or beside.apposes
        )  # "excluding restructuring, acquisition costs and changes in"
        if listed is None or listed.first < verb.last + 2:
            break
        beside = listed
    if beside.preposition < 1 or building.tokens[beside.preposition].lower not in _INCLUDING:
        return None
    if building.tokens[beside.preposition - 1].text != ",":
        return None
    acting = (noun for noun in building.current.nouns if noun.first == verb.last + 1 and noun.preposition < 0)
    acts = next(acting, None)
    return acts if acts is not None and moves_object(building, verb) else None


def orders(building: Building, verb: Verb) -> bool:
    """ "ordered him to repay": the object is to do it."""
    return building.lexicon.does(verb.lemma, "orders")


def moves_object(building: Building, verb: Verb) -> bool:
    """ "expects revenue to reach": the object acts."""
    return any(building.lexicon.does(verb.lemma, frame) for frame in _OBJECTS_ACT)
