"""Where a figure holds: the place behind it, the one its clause names, the one whose largest has it."""

from __future__ import annotations

from factcheck.extract.name_mentions import NameMention
from factcheck.extract.phrase_words import place_of
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Clause, Noun

_ANOTHER = frozenset(["and", "but", "while"])


def place_at(view: SentenceView, at: int) -> str | None:
    """ "left 230,000 homes without power in western Jutland", "In China, sales fell"."""
    own = place_behind(view, at)
    if own is not None:
        return own
    clause: Clause | None = view.clause_of(at)
    while clause is not None:
        where = clause.antecedent if clause.kind == "rel" and clause.connector >= 0 else None
        if where is not None and view.tokens[clause.connector].lower == "where":
            name = view.head_name(where)
            return place_of(view, name) if name is not None and name.place else None
        for noun in clause.nouns:
            name = view.head_name(noun)
            if (
                name is None
                or not name.place
                or view.preposition(noun) not in ("in", "across", "throughout", "from")
            ):
                continue
            if noun.first > at and view.tokens[noun.preposition - 1].lower in _ANOTHER:
                continue  # "$4 billion, and in Sudland $1 billion"
            host = noun.host
            if host is not None and host.pronoun and host.host is not None and at not in host.host.figures:
                continue  # "22 million users, half of them in India"
            if host is not None and host.apposes is not None and not host.figures:
                continue  # "…, the largest commitment in China"
            if host is not None and host.first > at and _is_reason(view, host, at):
                continue  # "rose 2 % on strong demand in Brazil"
            if host is None or host.figures or host.first > at or host is clause.subject:
                if (several := _several(view, noun)) is not None:
                    return several  # "in Germany, France and Italy"
                return place_of(view, _nearer(view, noun, at) or name)
        if clause.kind == "and" and clause.subject is not None and clause.subject.clause is not clause:
            for child in view.children.get(
                clause.subject, ()
            ):  # "The outbreak in Lorne … and caused one death"
                name = view.head_name(child)
                if name is not None and name.place and view.preposition(child) in ("in", "across"):
                    return place_of(view, name)
        around = clause.parent if clause.kind in ("part", "inf", "that", "and") else None
        if around is None and clause.number and clause.subject is not None and clause.subject.pronoun:
            return _opening(view)
        opens = around is not None and around.verb is not None and clause.last < around.verb.first
        clause = None if opens and clause.kind == "part" else around  # "Fined £1,200, Corr told … in Selby"
    return None


def _is_reason(view: SentenceView, noun: Noun, at: int) -> bool:
    """True for what a share or a sum rose or fell for: "on higher prices", "due to a strike", "after the flood"."""
    figure, word, verb = view.tokens[at].quantity, view.preposition(noun), view.clause_of(at).verb
    before = view.tokens[noun.preposition - 1].lower if noun.preposition > 0 else ""
    if figure is None or noun.figures:
        return False
    moved = figure.dimension == "percent" or figure.change in ("up", "down")
    moved = moved or (verb is not None and view.lexicon.does(verb.lemma, "move"))
    given = not view.words["reasons"].isdisjoint((word, before))
    return given or (moved and word in ("on", "after", "amid", "despite", "as"))


def _opening(view: SentenceView) -> str | None:
    """ "In Norland, customers spent more, but that made up for no 7 % decline in visits": there, too."""
    first = view.tree.nouns[0]
    name = view.head_name(first)
    end = first.last + 1
    opens = first.preposition == 0 and end < len(view.tokens) and view.tokens[end].text == ","
    if name is None or not name.place or not opens or view.preposition(first) not in ("in", "across"):
        return None
    return place_of(view, name)


def _nearer(view: SentenceView, place: Noun, at: int) -> NameMention | None:
    """ "dipped in Scotland, to £198,000, and in Wales, to £174,000": the place said last before the figure."""
    found = None
    for noun in place.clause.nouns if place.clause is not None and place.first < at else ():
        name = view.head_name(noun)
        again = name is not None and name.place and view.preposition(noun) == view.preposition(place)
        if again and place.first < noun.first < at and view.tokens[noun.preposition - 1].lower in _ANOTHER:
            found = name
    return found


def place_ahead(view: SentenceView, at: int) -> str | None:
    """ "In Europe sales rose 4 %, in Asia 2 %", "…, in Asia they fell 2 %": said anew right before its figure."""
    if not view.names or at == view.figures[0]:
        return None
    noun, clause = view.noun_of(at), view.clause_of(at)
    if noun is None:
        return None
    told = clause.kind == "that" and clause.connector < 0 and clause.subject is not None
    starts = clause.subject.first if told and clause.subject is not None else noun.first
    ahead = view.noun_of(starts - 1) if starts > 1 else None
    name = view.head_name(ahead) if ahead is not None else None
    if ahead is None or name is None or not name.place or not (told or noun.bare):
        return None
    opens = view.tokens[ahead.preposition - 1].lower if ahead.preposition > 0 else ""
    anew = opens in (",", ";") or opens in _ANOTHER
    return place_of(view, name) if anew and view.preposition(ahead) in ("in", "across") else None


def largest_of(view: SentenceView, at: int) -> str | None:
    """ "already Norland's largest with a 33 % market share": of the market of that place."""
    noun = view.noun_of(at)
    host = noun.host if noun is not None and view.preposition(noun) in ("with", "at", "by") else None
    name = view.head_name(host.owner) if host is not None and host.owner is not None else None
    return place_of(view, name) if name is not None and name.place else None


def _several(view: SentenceView, noun: Noun) -> str | None:
    """A place and the two or more that are joined to it right behind, as one place of their own."""
    step, names = noun.last + 1, 0
    while step + 1 < len(view.tokens) and view.tokens[step].lower in (",", "and", "or"):
        name = view.name_at.get(step + 1)
        if name is None or not name.place:
            break
        names, step = names + 1, name.last + 1
    told = (token.lower for token in view.tokens[noun.first : step])
    return " ".join(told).replace(" ,", ",") if names > 1 else None


def place_behind(view: SentenceView, at: int) -> str | None:
    """ "the €28.70 earned in the Netherlands": the place of what is said of this figure alone."""
    noun = view.noun_of(at)
    for child in view.children.get(noun, ()) if noun is not None else ():
        name = view.head_name(child)
        if (
            name is not None
            and name.place
            and view.preposition(child) == "in"
            and child.preposition == at + 1
        ):
            return _several(view, child) or place_of(view, name)  # "27 murders in Selwyn and 19 in Duncairn"
        for inner in view.children.get(child, ()) if child.pronoun else ():  # "half of them in India"
            name = view.head_name(inner)
            if name is not None and name.place and view.preposition(inner) in ("in", "across"):
                return place_of(view, name)
    for part in view.parts.get(noun, ()) if noun is not None else ():
        for inner in part.nouns:
            name = view.head_name(inner)
            if name is not None and name.place and view.preposition(inner) in ("in", "across"):
                return place_of(view, name)
    return None
