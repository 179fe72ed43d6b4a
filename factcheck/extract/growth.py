"""What grew or shrank, where the phrase for growth does not say it: "profit posted a 4 % rise", "taking the gain to 55 %"."""

from __future__ import annotations

from factcheck.extract.meaning import Meaning
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.syntax.tree import Clause, Noun


def growth_of(phrases: MeasuredPhrases, noun: Noun, clause: Clause, meaning: Meaning) -> int:
    """ "profit posted a 4 % rise": of what, the subject or the figure before says; that figure's token, or -1."""
    subject, source = clause.about(), None
    if meaning.owner is not None and meaning.owner in phrases.view.children.get(noun, ()):
        return -1  # "despite the latter's 17.5 % growth in AWS": AWS grew, and not what the clause is about
    if _named_inside(phrases, noun):
        return -1  # "Shares rose 3 % after AWS growth of 18 %"
    if noun.owner is not None and phrases.meaning(noun.owner).known:  # "the stock's 19 % surge"
        _take(meaning, phrases.meaning(noun.owner))
        meaning.owner = phrases.meaning(noun.owner).owner
        return -1
    ranged = _through_range(phrases, noun)
    if ranged is not None:
        _take(meaning, ranged)
        return -1
    someone = subject is None or subject is noun or subject.bare or phrases.roles.somebody(subject)
    if not someone and subject is not None and clause.kind == "part" and clause.subject is None:
        someone = not (
            phrases.meaning(subject).known or _only_shows(phrases, clause)
        )  # "lifted 400 containers, registering a 3 % growth"
    someone = someone or clause.verb is None  # ", so about 9 % growth at the midpoint"
    opening = phrases.opening(clause, subject) if someone and not phrases.done else None
    if opening is not None:
        _take(meaning, opening)  # "On organic sales, we anticipate growth of 5 %"
        return -1
    if noun.apposes is not None or someone:
        before = [at for at, hook in phrases.done.items() if at < noun.first and hook.metric]
        if before:
            hook = phrases.done[before[-1]]
            meaning.id, meaning.known = hook.metric, hook.known
            if hook.meaning is not None:
                _take(meaning, hook.meaning)
            if noun.apposes is not None or not _of_another(phrases, subject, before[-1]):
                return before[-1]
            meaning.owner, meaning.possessive = subject, -1
            return -1
    if source is None and subject is not None and not someone:
        found = phrases.meaning(subject)
        if not found.known and _only_shows(phrases, clause):
            _as_before(phrases, noun, subject, meaning)
            return -1
        told = -1 if found.known else _told_behind(phrases, subject, clause)
        if told >= 0:
            _take(meaning, phrases.done[told].meaning)  # type: ignore[arg-type]
            return told
        around = clause.parent.subject if clause.kind == "rel" and clause.parent is not None else None
        if not found.known and around is not None and phrases.meaning(around).known:
            found = phrases.meaning(around)  # "A dividend was approved on Monday, which is a 4 % increase"
        source = found if found.id else None
    if source is not None:
        _take(meaning, source)
    return -1


def _through_range(phrases: MeasuredPhrases, noun: Noun) -> Meaning | None:
    """ "sees sales in the range of a 2 % decline to a 1 % rise", "sales guidance of 2 % to 6 % growth": of sales."""
    host = noun.host
    if host is None:
        return None
    told = phrases.meaning(host)
    if told.known and told.plan and phrases.view.preposition(noun) == "of":
        return told
    if host.host is None or phrases.view.tokens[host.head].lower != "range":
        return None
    meaning = phrases.meaning(host.host)
    return meaning if meaning.known else None


def _told_behind(phrases: MeasuredPhrases, subject: Noun, clause: Clause) -> int:
    """ "a dividend of 20 cents at our meeting on Monday, which is a 5 % increase": of the dividend."""
    host = subject.host if clause.kind == "rel" else None
    while host is not None:
        hook = phrases.done.get(host.figures[-1]) if host.figures else None
        if hook is not None and hook.known and hook.meaning is not None:
            return host.figures[-1]
        host = host.host
    return -1


def _named_inside(phrases: MeasuredPhrases, noun: Noun) -> bool:
    """True for "AWS growth": the registry knows who grew, and it is no place."""
    start = noun.owner.last + 2 if noun.owner is not None else noun.first
    names = (phrases.view.name_at.get(at) for at in range(start, noun.head))
    return any(name is not None and name.entity.known and not name.place for name in names)


def _of_another(phrases: MeasuredPhrases, subject: Noun | None, figure: int) -> bool:
    """ "…, while sister chain Waterby saw only 0.3 % growth": named, and not who had the figure before."""
    told = phrases.view.clause_of(figure).subject
    return subject is not None and subject is not told and phrases.view.head_name(subject) is not None


def _only_shows(phrases: MeasuredPhrases, clause: Clause) -> bool:
    """True for "some towns saw falls of 50 %", "a survey showed": no verb that tells of its subject's own size."""
    return clause.verb is not None and clause.verb.lemma in phrases.view.words["showing_verbs"]


def stood_for(phrases: MeasuredPhrases, noun: Noun, clause: Clause) -> int:
    """ "earnings of $1.58 a share, representing organic growth of 8 %": the figure that grew, or -1."""
    view = phrases.view
    before = [at for at, hook in phrases.done.items() if at < clause.first and hook.known]
    named = any(noun.first <= first <= noun.last for first in view.metric_at)
    shows = clause.kind == "part" and clause.verb is not None and clause.verb.lemma == "represent"
    return before[-1] if before and shows and not named else -1


def _as_before(phrases: MeasuredPhrases, noun: Noun, subject: Noun, meaning: Meaning) -> None:
    """What the sentence measured before, of whom the verb's subject is."""
    before = [at for at, hook in phrases.done.items() if at < noun.first and hook.metric]
    hook = phrases.done[before[-1]] if before else None
    if hook is None or hook.meaning is None:
        return
    _take(meaning, hook.meaning)
    meaning.id, meaning.known, meaning.owner = hook.metric, hook.known, subject


def _take(meaning: Meaning, source: Meaning) -> None:
    meaning.id, meaning.known, meaning.shared = source.id, source.known, source.shared
    for dimension, value in source.scope.items():
        meaning.scope.setdefault(dimension, value)
    meaning.owner = meaning.owner or source.owner
    meaning.holder = source.holder
    if meaning.possessive < 0:
        meaning.possessive = source.possessive
    meaning.first, meaning.last = source.first, source.last
