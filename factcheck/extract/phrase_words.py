"""A noun phrase's own words: its metric, the words before it, what its last words make of it."""

from __future__ import annotations

from factcheck.extract.meaning import Meaning
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.word_forms import is_word, singular
from factcheck.normalise.names import LEGAL_FORMS
from factcheck.syntax.tree import Noun

_LONGEST = 6  # words of a name made of a phrase


def phrase_start(noun: Noun) -> int:
    """The first token of the phrase proper, behind its owner's 's."""
    return noun.owner.last + 2 if noun.owner is not None else noun.first


def read_words(view: SentenceView, noun: Noun, start: int, meaning: Meaning) -> None:
    """The phrase's own words: its metric, the words before it, what its last words make of it."""
    tokens, tags, words = view.tokens, view.tree.tags, view.words
    content: list[int] = []
    metric: tuple[int, int, str] | None = None
    at = start
    while at <= noun.last:
        found = view.metric_at.get(at)
        if found is not None and found[0] <= noun.last:
            content.extend(range(at, found[0] + 1))
            metric = (at, *found)
            at = found[0] + 1
            continue
        if tokens[at].lower == "all" and tokens[min(at + 1, noun.last)].lower == "time":
            at += 2  # "an all-time high"
            continue
        if tags[at] in "NAEGKU" and not tokens[at].quantity:
            content.append(at)
        at += 1
    if metric is None and noun.figures and tokens[noun.first].lower in ("a", "an"):
        content = [step for step in content if step > noun.figures[0]]  # "a staggering 427 % increase"
    if not content:
        return
    tail = [step for step in content if metric is None or step > metric[1]]
    if metric is None:
        tail = [] if _is_plan(view, content[-1]) else _split_tail(view, content)
    lowers = [tokens[step].lower for step in tail]
    changed = metric is not None and not words["changes_of"].isdisjoint(
        lowers
    )  # "capacity change versus 2019"
    meaning.grown = (changed or any(word in words["delta_nouns"] for word in lowers)) and noun.last in tail
    ending = [*lowers, tokens[content[-1]].lower]
    meaning.plan = next((word for word in ending if word in words.modality_nouns), "")
    meaning.first, meaning.last = content[0], content[-1]
    light = words["changes_of"] | words.modality_nouns.keys()
    if metric is not None and all(is_light(view, word) or word in light for word in lowers):
        meaning.id, meaning.known = metric[2], True
        before = [step for step in content if step < metric[0]]
        _modifiers(view, before, meaning)
        return
    meaning.grown = meaning.grown and metric is None
    if view.tokens[content[-1]].lower in words["unit_words"] and metric is None and len(content) > 1:
        _business(view, content, meaning)
        return
    kept = content if metric is not None else [step for step in content if step not in tail]
    named = [step for step in kept if step in view.name_at]
    if kept and kept[-1] in view.name_at and not meaning.grown:
        meaning.light = True  # somebody, not a measure
        return
    if kept == content and tokens[noun.last].lower in words.currencies and noun.last == kept[-1]:
        _as_rate(view, noun, meaning)
        return
    _names_before(view, named, meaning)
    scoped = [view.scope_at[step][1] for step in content if step in view.scope_at]
    result = view.words.based_results.get(tokens[content[-1]].lower)
    if result and scoped and metric is None and all(step in view.scope_at for step in content[:-1]):
        meaning.id, meaning.known, meaning.grown = result, True, False  # "GAAP loss", "adjusted income"
        meaning.scope.update(scoped)
        return
    implied = next((view.words.implied[value] for _, value in scoped if value in view.words.implied), None)
    if implied is not None and meaning.grown:
        meaning.id, meaning.known = implied, True  # "organic growth"
        meaning.scope.update(scoped)
        covered = {
            step
            for first in kept
            if first in view.scope_at
            for step in range(first, view.scope_at[first][0] + 1)
        }
        rest = [step for step in kept if step not in covered and step not in view.name_at]
        part = phrase_name(view, rest, strict=True)
        if part:
            meaning.scope.setdefault("segment", part)
        return
    plain = [step for step in kept if step not in view.name_at]
    if meaning.grown and plain and scoped and all(step in view.scope_at for step in plain):
        meaning.scope.update(scoped)
        return  # "international growth": in what was told before
    _open(view, plain, tail, meaning)


def _as_rate(view: SentenceView, noun: Noun, meaning: Meaning) -> None:
    """ "The Norwegian krone", "sterling": a currency is measured by its rate, and nobody else's."""
    meaning.id, meaning.known, meaning.owner = view.words.implied["currency"], True, noun


def _business(view: SentenceView, content: list[int], meaning: Meaning) -> None:
    """ "the connector business": how a part of a company fares, in whatever it is measured."""
    meaning.id = "~business"
    _modifiers(view, content[:-1], meaning)


def _open(view: SentenceView, plain: list[int], tail: list[int], meaning: Meaning) -> None:
    """An open metric by the phrase's words: "cloud infrastructure pledge"."""
    name = phrase_name(view, plain)
    if name:
        known = view.words.shares.get(name.rpartition(" ")[2])
        meaning.id = "~" + name
        if known is not None:
            meaning.shared = True
    elif tail:
        meaning.light = True


def _is_plan(view: SentenceView, step: int) -> bool:
    """True for "an expansion plan": the thing itself, where a forecast only says how its metric is known."""
    return view.words.modality_nouns.get(view.tokens[step].lower, "forecast") != "forecast"


def _split_tail(view: SentenceView, content: list[int]) -> list[int]:
    """The last words that only say how much there is or how it moved: "number", "growth", "target"."""
    tokens = view.tokens
    tail: list[int] = []
    for step in reversed(content):
        if not is_light(view, tokens[step].lower):
            break
        tail.insert(0, step)
    return tail


def is_light(view: SentenceView, word: str) -> bool:
    """True for a word that only says how much there is or how it moves."""
    words = view.words
    return (
        word in words["delta_nouns"]
        or word in words["light_nouns"]
        or word in words["empty_modifiers"]
        or word in words["delta_modifiers"]
        or words.modality_nouns.get(word) == "forecast"
    )


def _modifiers(view: SentenceView, before: list[int], meaning: Meaning) -> None:
    """Words before a known metric: scope words, names, and the plain rest as a segment."""
    forms = [n for n, step in enumerate(before) if view.tokens[step].lower in LEGAL_FORMS]
    if view.own_words and forms and view.tokens[before[forms[-1]]].text.islower():
        before = before[forms[-1] + 1 :]  # "norvane foods corp q4 net sales": the company itself
    rest: list[int] = []
    at = 0
    while at < len(before):
        step = before[at]
        name = view.name_at.get(step)
        match = view.scope_at.get(step) if name is None or not name.entity.known else None
        if match is not None and match[1][0] == "market" and _in_own_name(view, step, meaning):
            at += 1
            continue
        if match is not None:
            meaning.scope.setdefault(*match[1])
            while at < len(before) and before[at] <= match[0]:
                at += 1
            continue
        if not _says_what_for(view, step, meaning):
            rest.append(step)
        at += 1
    times = meaning.noun.times
    if times and view.own_words and view.metrics.per_share(meaning.id) == meaning.id:
        # "norvane energy q3 earnings per share": the company; but "ongoing q3 earnings per share"
        name_end = max((step for step in rest if step < times[0] and view.tree.tags[step] == "N"), default=-1)
        rest = [step for step in rest if step > name_end]
    named = [step for step in rest if step in view.name_at]
    _names_before(view, named, meaning)
    plain = [step for step in rest if step not in view.name_at]
    lowers = [view.tokens[step].lower for step in plain]
    if not view.words["as_reported"].isdisjoint(lowers) and view.metrics.loss(meaning.id) is not None:
        meaning.scope.setdefault("accounting", "gaap")  # "our reported earnings per share"
    plain = [step for step, word in zip(plain, lowers, strict=True) if word not in view.words["no_parts"]]
    if (
        view.metrics.known(meaning.id) and not view.metrics.info(meaning.id).additive
    ):  # "average hourly pay" is what hourly pay means
        plain = [step for step in plain if view.tokens[step].lower not in ("average", "mean", "typical")]
    plain = [
        step for step in plain if len(plain) > 1 or view.tokens[step].lower not in view.words["unit_words"]
    ]
    segment = phrase_name(view, plain, strict=True)
    if segment == "cash":  # "cash same-store NOI": on a cash basis
        meaning.scope.setdefault("accounting", segment)
    elif segment:
        meaning.scope.setdefault("segment", segment)


def _in_own_name(view: SentenceView, step: int, meaning: Meaning) -> bool:
    """ "Norvane Hotels International Q3 earnings per share": the end of the company's name, and no market."""
    times = meaning.noun.times
    shared = view.metrics.per_share(meaning.id) == meaning.id
    return bool(times) and view.own_words and shared and step < times[0]


def _says_what_for(view: SentenceView, step: int, meaning: Meaning) -> bool:
    """ "Pension adjusted earnings per share": what they are adjusted for, and no part of a company."""
    behind = view.scope_at.get(step + 1)
    adjusted = behind is not None and behind[1] == ("accounting", "adjusted")
    return (
        adjusted and view.tokens[step + 1].lower == "adjusted" and view.metrics.loss(meaning.id) is not None
    )


def _names_before(view: SentenceView, steps: list[int], meaning: Meaning) -> None:
    """Names inside a phrase: a place narrows it down, anybody else owns it."""
    for step in steps:
        name = view.name_at[step]
        if name.first != step:
            continue
        noun = meaning.noun
        aimed = view.tokens[noun.head].lower in view.words["targeted_nouns"]
        if name.place:
            meaning.scope.setdefault("place", place_of(view, name))
        elif aimed and any(figure < step for figure in noun.figures):
            meaning.scope.setdefault("target", name.entity.id)  # "via a $300M Xiaopeng investment"
        elif meaning.owner is None and meaning.possessive < 0:
            owner = Noun(name.first, name.last, name.last)
            owner.clause = meaning.noun.clause
            meaning.owner = owner


def phrase_name(view: SentenceView, steps: list[int], strict: bool = False) -> str:
    """The words of a phrase without those that add nothing, the last one singular; ``strict``: "" if nothing is left."""
    words, tokens = view.words, view.tokens
    kept = [
        words.short_forms.get(tokens[step].lower) or singular(tokens[step].lower)
        for step in steps
        if (tokens[step].lower not in words["empty_modifiers"] or _by_age(view, step))
        and is_word(tokens[step].lower)
    ][-_LONGEST:]
    if kept or strict or not steps:
        return " ".join(kept)
    return singular(tokens[steps[-1]].lower)


def _by_age(view: SentenceView, step: int) -> bool:
    """ "New vehicle revenue", in a dealer's own words: of another part than that of used ones."""
    behind = view.tokens[step + 1].lower if step + 1 < len(view.tokens) else ""
    return view.own_words and view.tokens[step].lower == "new" and behind in view.lexicon.goods_by_age


def place_of(view: SentenceView, name: NameMention) -> str:
    """A place as a scope: its entity id, the quarter of it that is meant ("western jutland"), or two ("england and wales")."""
    before = view.tokens[name.first - 1].lower if name.first else ""
    side = view.words.compass.get(before)
    beside = _place_beside(view, name)
    if beside is not None:  # which of the two it is, or both, is not for us to say
        return f"{name.entity.id} and {beside.entity.id}".replace("~", "")
    return f"{side} {name.entity.id.removeprefix('~')}" if side is not None else name.entity.id


def _place_beside(view: SentenceView, name: NameMention) -> NameMention | None:
    """The second place of "in Norland and Tolmar"."""
    noun = view.noun_of(name.first)
    if "respectively" in view.lowers:
        return None  # each of them has its figure
    for other in view.tree.nouns:
        behind = noun is not None and other.joined is noun and other.preposition < 0
        if behind and noun is not None and other.first == noun.last + 2 and noun.head == name.last:
            second = view.head_name(other)
            return second if second is not None and second.place and second.first == other.first else None
    return None
