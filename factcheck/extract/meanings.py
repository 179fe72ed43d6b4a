"""What a noun phrase means as a measure: a known metric or its own words, narrowed down by what stands around it.

"adjusted cloud revenue in China" is the metric revenue with the scope accounting=adjusted, segment=cloud, place=china.
"a 4 % rise in council tax" is growth of council tax. "the number of homes delivered" counts homes delivered.
"""

from __future__ import annotations

from factcheck.extract.meaning import Meaning
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.phrase_words import phrase_name, phrase_start, place_of, read_words
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.word_forms import part_name, singular
from factcheck.syntax.tree import Clause, Noun

_PLACE_AFTER = frozenset(["in", "across", "within", "throughout", "inside", "outside"])
_OWNER_AFTER = frozenset(["of", "at", "for", "by", "from"])
_NARROW_AFTER = frozenset(["of", "in", "from", "for", "on", "at", "across", "among", "against", "to"])
_YIELDS = frozenset(["generate", "derive", "earn", "come", "raise", "collect", "make"])


def read_meaning(view: SentenceView, noun: Noun) -> Meaning:
    """The meaning of a noun phrase with what prepositions tie to it."""
    meaning = Meaning(noun)
    start = phrase_start(noun)
    read_words(view, noun, start, meaning)
    if noun.owner is not None:
        _owned(view, noun.owner, meaning)
    elif meaning.owner is None:
        meaning.owner = _before_bracket(view, noun)
    moved = meaning.id == "~change" or (meaning.grown and not meaning.id)
    if moved and noun.first > 1 and view.tokens[noun.first - 1].text == ")":
        _of_bracketed(view, noun, meaning)
    _scoped(view, noun, meaning)
    _behind(view, noun, meaning, 0)
    if meaning.id == "~share":
        _share_of(view, noun, meaning)
    for part in view.parts.get(noun, ()):
        if part.kind == "part" and part.verb is not None and part.verb.lemma in _YIELDS:
            for child in part.nouns:
                if view.preposition(child) in ("from", "by", "in") and not child.bare:
                    _narrow(view, child, meaning)
        elif part.kind == "part" and meaning.known and _restricts(view, noun, part):
            for child in part.nouns:
                if child.preposition < 0 and not (child.bare or child.pronoun):
                    _narrow(view, child, meaning)
    return meaning


def _of_bracketed(view: SentenceView, noun: Noun, meaning: Meaning) -> None:
    """ "Capacity (ASMs) change", "organic revenue (non-GAAP) growth": of the measure that the bracket parts it from."""
    source = view.clause_of(noun.first - 2).antecedent
    inner = read_meaning(view, source) if source is not None and source is not noun else None
    if inner is not None and inner.known:
        meaning.id, meaning.known, meaning.grown = inner.id, True, True
        meaning.scope.update(inner.scope)


def _restricts(view: SentenceView, noun: Noun, part: Clause) -> bool:
    """ "Sales using our app grew 8 %": which of them, said between a measure and its verb without a comma."""
    clause, does = noun.clause, part.verb
    if clause is None or does is None or does.first != noun.last + 1:
        return False
    if view.tokens[does.first].lower not in view.words["restricting"]:
        return False  # "inflation hitting families"
    verb = clause.verb if clause.subject is noun else None
    return verb is not None and verb.first > does.last and not any(one.figures for one in part.nouns)


def _share_of(view: SentenceView, noun: Noun, meaning: Meaning) -> None:
    """ "its share of the electric van market": a market share, of that market."""
    for child in view.children.get(noun, ()):
        if view.preposition(child) != "of":
            continue
        steps = [step for step in range(phrase_start(child), child.last + 1) if view.tree.tags[step] in "NA"]
        rest, _, last = phrase_name(view, steps, strict=True).rpartition(" ")
        known = view.words.shares.get(last)
        if known is None:
            continue
        meaning.id, meaning.known = known, True
        meaning.scope.pop("segment", None)
        if rest:
            meaning.scope["segment"] = rest


def _scoped(view: SentenceView, noun: Noun, meaning: Meaning) -> None:
    """Scope phrases right behind it: "earnings from continuing operations", "net income on a GAAP basis"."""
    step = noun.last + 1
    while step < len(view.tokens) and view.tree.tags[step] == "J":
        found = view.scope_at.get(step)
        if found is not None:
            meaning.scope.setdefault(*found[1])
        step += 1
    result = view.words.based_results.get(meaning.id.removeprefix("~"))
    if result and "operations" in meaning.scope:
        meaning.id, meaning.known = result, True  # "income from continuing operations"


def _before_bracket(view: SentenceView, noun: Noun) -> Noun | None:
    """ "Marlowe Biotech (MRLB) shares": the name that a ticker parts from what it owns."""
    if (
        noun.first < 2
        or view.tokens[noun.first - 1].text != ")"
        or not view.tokens[noun.first].text.islower()
    ):
        return None
    named = view.clause_of(noun.first - 2).antecedent
    return named if named is not None and view.head_name(named) is not None else None


def _owned(view: SentenceView, owner: Noun, meaning: Meaning) -> None:
    """What stands before 's: a place, a time, or whose it is."""
    name = view.head_name(owner)
    if name is None and owner.times:
        return
    if name is not None and name.place:
        meaning.scope.setdefault("place", place_of(view, name))
        meaning.placed = True
        return
    if meaning.plan and name is None and view.tokens[owner.head].lower in view.words["estimate_words"]:
        return  # "analysts' forecast": of somebody else's sales
    inner = view.head_name(meaning.owner) if meaning.owner is not None else None
    if inner is not None and not inner.entity.known and meaning.known:  # "Norvane's Freight Services revenue"
        meaning.scope.setdefault("segment", part_name(inner.entity.name))
    meaning.owner = owner


def _behind(view: SentenceView, noun: Noun, meaning: Meaning, depth: int) -> None:
    """Phrases tied to it by a preposition, and to those again."""
    for child in view.children.get(noun, ()):
        word = view.preposition(child)
        if word == "per" and view.tokens[child.head].lower in ("share", "unit") and meaning.known:
            meaning.id = view.metrics.per_share(meaning.id) or meaning.id  # "NAREIT FFO per share"
        elif word == "per" and meaning.known and not child.figures:
            meaning.scope.setdefault("per", singular(view.tokens[child.head].lower))  # "revenue per day"
        if child.bare or child.pronoun or child.figures or word not in _NARROW_AFTER:
            continue
        if word == "to" and view.tokens[child.preposition - 1].lower == "attributable":
            continue  # "net income attributable to stockholders": to whom else
        if word in ("to", "at") and view.tokens[child.head].lower in view.words["no_segments"]:
            continue  # "a 2 % decline to flat", "inventory at cost"
        name = view.head_name(child)
        if name is not None and child.owner is None:
            _by_name(view, child, word, meaning)
        elif (meaning.grown and not meaning.id and word in ("in", "of")) or (
            (meaning.light or meaning.plan)
            and not meaning.id
            and word in ("of", "for", "on")
            and view.head_name(noun) is None  # "Brent crude for January delivery" is Brent crude
        ):
            _instead(view, child, meaning)
        elif word == "of" and not meaning.known and meaning.id:
            _complement(view, child, meaning)
        elif word in _OWNER_AFTER and (_role(view, child, word) or _unit_of(view, child)):
            if meaning.owner is None and meaning.possessive < 0:
                meaning.owner = child
        else:
            _narrow(view, child, meaning)
        if depth < 2:
            _behind(view, child, meaning, depth + 1)


def _by_name(view: SentenceView, child: Noun, word: str, meaning: Meaning) -> None:
    name = view.head_name(child)
    assert name is not None
    by_position = name.place and not name.entity.known and view.own_words
    if word == "in" and not name.place and view.metrics.per_share(meaning.id) == meaning.id:
        meaning.owner = meaning.owner or child  # "shares in Pellmark"
    elif word == "in" and not name.place and view.tokens[meaning.noun.head].lower in view.words["invested"]:
        meaning.scope.setdefault("target", name.entity.id)  # "a stake in Windle Water"
    elif name.entity.known and not name.place and word == "in" and name.segment is None and not meaning.grown:
        meaning.scope.setdefault("target", name.entity.id)  # "an investment in Xiaopeng"
    elif (
        name.entity.known
        and not name.place
        and word == "in"
        and (meaning.owner is None or view.tokens[meaning.owner.head].lower in ("former", "latter"))
        and meaning.possessive < 0
    ):
        meaning.owner = child  # "growth in AWS"
    elif name.entity.known and not name.place and word == "in":
        meaning.scope.setdefault("segment", _part_named(name))
    elif (name.place and not by_position) or (word in _PLACE_AFTER and not view.own_words):
        meaning.scope.setdefault("place", place_of(view, name))
    elif by_position or word in _PLACE_AFTER:  # "growth in Automotive", a company says of itself
        meaning.scope.setdefault("segment", _part_named(name))
    elif (word == "for" or (word == "on" and meaning.id == "price-target")) and meaning.possessive >= 0:
        meaning.owner, meaning.possessive = child, -1  # "their price target for Calder"
    elif word in _OWNER_AFTER and meaning.owner is None and meaning.possessive < 0:
        meaning.owner = child
        head = view.tokens[meaning.noun.head].lower
        if word == "of" and not meaning.known and head in view.words["role_nouns"]:
            meaning.id = ""  # "the region of Maar" is Maar, and no measure of it
    elif name.segment is not None or meaning.known:
        meaning.scope.setdefault("segment", _part_named(name))


def _part_named(name: NameMention) -> str:
    return (name.segment or name.entity.name).lower().replace("-", " ")


def _role(view: SentenceView, child: Noun, word: str) -> bool:
    """True for "the retailer", "the group": somebody by what they are. "A loan from the government" is not theirs."""
    head = view.tokens[child.head].lower
    if word == "from" and head not in view.words["unit_words"] | view.words["company_nouns"]:
        return False
    return (head in view.words["role_nouns"] or head in view.words["unit_words"]) and view.tree.tags[
        child.first
    ] in "DH"


def _unit_of(view: SentenceView, child: Noun) -> bool:
    """True for "Bellhaven's pub arm"."""
    named = child.owner is not None and view.head_name(child.owner) is not None
    return named and view.tokens[child.head].lower in view.words["unit_words"]


def _instead(view: SentenceView, child: Noun, meaning: Meaning) -> None:
    """ "a rise in council tax", "the number of homes": the phrase behind says what is meant."""
    inner = Meaning(child)
    read_words(view, child, phrase_start(child), inner)
    if not inner.id:
        return
    meaning.id, meaning.known, meaning.shared = inner.id, inner.known, inner.shared
    meaning.first, meaning.last = inner.first, inner.last
    meaning.scope.update(inner.scope)
    if child.owner is not None:
        _owned(view, child.owner, meaning)
    if meaning.possessive < 0:
        meaning.possessive = child.possessive
    elif meaning.placed:
        meaning.possessive = -1  # "its forecast of China's imports": they are China's
    meaning.owner = meaning.owner or inner.owner


def _complement(view: SentenceView, child: Noun, meaning: Meaning) -> None:
    """ "risk of asthma" is asthma risk."""
    inner = Meaning(child)
    read_words(view, child, phrase_start(child), inner)
    if inner.id.startswith("~") and not inner.shared:
        meaning.id = f"~{inner.id[1:]} {meaning.id[1:]}"
        meaning.last = max(meaning.last, inner.last)
    elif inner.known:
        meaning.scope.setdefault("segment", inner.id.replace("-", " "))
    for dimension, value in inner.scope.items():
        meaning.scope.setdefault(dimension, value)


def _points_back(view: SentenceView, child: Noun) -> bool:
    """True for "the city", "the plant": one known noun, which narrows nothing down."""
    return view.tree.tags[child.first] == "D" and child.last == child.first + 1 and child.owner is None


def _narrow(view: SentenceView, child: Noun, meaning: Meaning) -> None:
    """ "revenue from cloud services", "in China's cloud market": a place and a segment."""
    if child.owner is not None:
        name = view.head_name(child.owner)
        if name is not None and name.place:
            meaning.scope.setdefault("place", place_of(view, name))
    if child.times or _points_back(view, child) or (child.owner is not None and child.owner.times):
        return  # "for January delivery", "in the city", "at Sunday's election"
    if view.preposition(child) == "to" and _role(view, child, "to"):
        return  # "damages to the government": who gets it is no part of it
    if view.tokens[child.head].lower in view.words["time_nouns"]:
        return  # "for the first time"
    inner = Meaning(child)
    read_words(view, child, phrase_start(child), inner)
    for dimension, value in inner.scope.items():
        meaning.scope.setdefault(dimension, value)
    if inner.id.startswith("~") and len(inner.id) > 2:
        meaning.scope.setdefault("segment", inner.id[1:])
