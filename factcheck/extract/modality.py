"""How a claim is meant (reported, forecast, planned, …), and who says so: from the verbs around the figure."""

from __future__ import annotations

from factcheck.claim import Trace
from factcheck.extract.compared_times import LIKE
from factcheck.extract.hook import EXPECTED, Hook
from factcheck.extract.modality_signs import (
    MAY,
    has_happened,
    is_assured,
    is_moved,
    is_now,
    is_restated,
    on_its_way,
    replaces_plan,
    taken_over_verb,
)
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tokens import WORD
from factcheck.syntax.tree import Clause, Noun, Verb

# Modalities of what has not happened yet.
AHEAD = ("forecast", "target", "planned", "hypothetical")
_FRAMES = ("rumoured", "forecast", "target", "planned")
_DENYING = frozenset(["deny", "reject", "dismiss", "refute"])
_FORESEEN = frozenset(["than", "versus", "vs", "against", "compared", "above", "below"])


def read_modality(view: SentenceView, at: int, hook: Hook | None) -> tuple[str, Trace]:
    """The modality of the figure at token ``at``: of its clause, of those that govern it, of the nouns it stands by."""
    foreseen = _foreseen(view, at)
    if foreseen is not None:
        return foreseen
    if hook is not None and hook.why == EXPECTED:
        verb, noun = view.clause_of(at).verb, view.noun_of(at)
        told = verb is not None and view.lexicon.does(verb.lemma, "forecast")
        said = verb.first if told and verb is not None else noun.last + 1 if noun is not None else at
        return _stated(view, "forecast", min(said, len(view.tokens) - 1))  # "the $1.18 analysts expected"
    if is_now(view, at):
        return _stated(view, "reported", at - 1)
    clause: Clause | None = view.clause_of(at)
    weak: tuple[str, Trace] | None = None
    while clause is not None:
        if clause is view.clause_of(at) and on_its_way(view, clause):
            return _stated(view, "forecast", clause.first)
        found = None if has_happened(view, at, clause) else _of_verb(view, taken_over_verb(view, clause))
        if found is not None and found[0] != "hypothetical":
            return found
        if weak is not None and clause.kind != "sub" and is_assured(view, clause):
            return _stated(view, "forecast", clause.first)
        weak = weak or found  # "we estimate that earnings could range": foreseen rather than possible
        if (
            clause.kind == "sub"
            and clause.connector >= 0
            and view.tokens[clause.connector].lower in ("if", "unless")
        ):
            return _stated(view, "hypothetical", clause.connector)
        if clause.kind == "sub" and clause.verb is None:  # ", so about 9 % growth"
            clause = clause.parent
            continue
        if clause.kind in ("main", "and", "say", "sub") or (clause.kind == "rel" and clause.verb is not None):
            break
        clause = clause.parent
    plan = replaces_plan(view, at)
    if plan >= 0:
        return _stated(view, "forecast", plan)
    return weak or _announced(view, at) or _of_nouns(view, at, hook)


def _announced(view: SentenceView, at: int) -> tuple[str, Trace] | None:
    """ "We expect the following: revenue of $52 billion, a margin of 22 %": all that the colon brings in."""
    verb = view.clause_of(at).verb
    if (verb is not None and verb.form not in ("participle", "direction")) or not view.brought_in:
        return None
    colon = next((step for step in range(at, 1, -1) if view.tokens[step].text == ":"), 0)
    found = _of_verb(view, view.clause_of(colon - 1)) if colon else None
    return found if found is not None and found[0] in AHEAD else None


def _foreseen(view: SentenceView, at: int) -> tuple[str, Trace] | None:
    """ "the 75,000 that economists had forecast": what the clause behind the figure says of it."""
    noun = view.noun_of(at)
    for part in view.parts.get(noun, ()) if noun is not None else ():
        verb = part.verb
        if (
            part.kind == "part"
            and verb is not None
            and not verb.chain
            and view.lexicon.does(verb.lemma, "forecast")
        ):
            return _stated(view, "forecast", verb.first)  # "the 110,000 forecast by economists"
        if part.kind != "rel" or verb is None:
            continue
        left_out = part.connector >= 0 and view.tokens[part.connector].lower in view.lexicon.foreseers
        if part.subject is None and not left_out:
            continue  # "the 75,000 that analysts forecast", "the 75,000 analysts forecast": not "that is forecast"
        for frame in _FRAMES:
            if view.lexicon.does(verb.lemma, frame) and _means(view, verb, verb.lemma, frame):
                return _stated(view, frame, verb.first)
    return None


_PRESENT = frozenset(["is", "are", "am"])
_REASONS = frozenset(["given", "with", "despite", "after", "following", "amid"])


def looks_ahead(view: SentenceView, at: int, modality: str) -> bool | None:
    """The tense around a figure: True of what is to come, False of what has been, None where the words leave it open."""
    if modality in AHEAD:
        noun = view.noun_of(at)
        around = (noun, noun.host) if noun is not None else ()
        # "61 % ran on time in June, against a target of 85 %": the target of that June
        return not any(one and view.preposition(one) in _FORESEEN for one in around)
    if modality != "reported":
        return None
    clause: Clause | None = view.clause_of(at)
    while clause is not None:
        verb = clause.verb
        if verb is not None and verb.form in ("finite", "open"):
            plain = verb.first == verb.head and view.tree.tags[verb.head] in "FW"
            return None if plain or view.tokens[verb.first].lower in _PRESENT else False
        clause = clause.parent
    return False  # without a verb: "Second-quarter revenue: $5 million"


def _of_verb(view: SentenceView, clause: Clause) -> tuple[str, Trace] | None:
    verb = clause.verb
    if verb is None:
        return None
    if verb.lemma == "see" and verb.modal == "can":
        return None  # "as you can see, premiums increased"
    remarks = verb.chain[:1] == ("like",) or (verb.modal == "would" and clause.kind == "main")
    if remarks and verb.lemma in view.words["remarking"]:
        return None  # "I'd like to point out that we reported", "I would note that sales rose"
    if verb.lemma in _DENYING and clause.kind != "sub":
        return _stated(view, "negated", verb.head)
    for lemma in (*verb.chain, verb.lemma):
        for frame in _FRAMES:
            if view.lexicon.does(lemma, frame) and _means(view, verb, lemma, frame):
                return _stated(view, frame, verb.first)
    if verb.negated:
        return _stated(view, "negated", verb.first)
    if verb.modal == "would" and is_restated(view, verb):
        return None
    if verb.modal in MAY and not (verb.modal == "would" and _told(view, verb)):
        return _stated(view, "hypothetical", verb.first)
    if "need" in verb.chain:
        return _stated(view, "hypothetical", verb.first)  # "needs to win 272 seats": nobody has won them
    if verb.modal or (verb.ahead and verb.form != "infinitive") or verb.chain[:1] == ("likely",):
        return _stated(view, "forecast", verb.first)
    if verb.form == "infinitive" and clause.kind != "inf":
        return _stated(view, "planned" if _decides(view, clause, verb) else "forecast", verb.first)
    return None


def _told(view: SentenceView, verb: Verb) -> bool:
    """True for a verb of what somebody said: "said it would cut 450 jobs" is "it will cut 450 jobs"."""
    outer = next((c.parent for c in view.tree.clauses if c.verb is verb and c.kind == "that"), None)
    return outer is not None and outer.verb is not None and view.lexicon.does(outer.verb.lemma, "say")


def _decides(view: SentenceView, clause: Clause, verb: Verb) -> bool:
    """ "Norvane to cut 400 jobs": what somebody will do itself, where "sales to rise" only foresees."""
    named = clause.subject is not None and view.head_name(clause.subject) is not None
    return named and (view.lexicon.does(verb.lemma, "shift") or view.lexicon.does(verb.lemma, "own"))


def _means(view: SentenceView, verb: Verb, lemma: str, frame: str) -> bool:
    """Verbs that look ahead in one sense only: "sees sales of", not "saw sales of"; "agreed to pay", not "agreed"."""
    past = view.tree.tags[verb.head] in "VE" and not verb.passive
    if lemma == "see" and verb.passive:  # "is seen rising", not "patients were seen within four hours"
        ending = verb.last + 1
        behind = view.tokens[ending].lower if ending < len(view.tokens) else ""
        return behind in ("at", "to") or (ending < len(view.tokens) and view.tree.tags[ending] == "G")
    if lemma == "see" and view.tree.tags[verb.head] == "G":
        return False  # "with some towns seeing falls of 50 %"
    if lemma in ("see", "model"):
        return not past or _told(view, verb)  # "and said it saw prices rising"
    if lemma == "look":
        behind = view.tokens[verb.last + 1].lower if verb.last + 1 < len(view.tokens) else ""
        return not past and behind in ("for", "to")
    if lemma == "weigh":  # "is weighing a bid", not "a bear weighing 420 kilograms"
        mention = view.tokens[verb.last + 1].quantity if verb.last + 1 < len(view.tokens) else None
        heavy = mention is not None and mention.dimension == "mass"
        return verb.form != "infinitive" and view.tree.tags[verb.head] == "G" and not heavy
    if lemma in ("assume", "explore", "discuss", "eye", "consider"):
        return verb.form != "infinitive"
    if frame == "planned" and lemma in ("set", "prepare", "schedule", "commit", "agree", "earmark"):
        return lemma in verb.chain or (lemma != "set" and not past)
    if lemma == "estimate" and lemma in verb.chain:
        return True
    if lemma == "estimate":  # "is estimated to be 30 %", not "cet1 ratio estimated at 11.67 %", which is done
        behind = view.tokens[verb.last + 1].lower if verb.last + 1 < len(view.tokens) else ""
        return behind == "to" if verb.passive or verb.form == "participle" else behind != "at"
    return True


def _of_nouns(view: SentenceView, at: int, hook: Hook | None) -> tuple[str, Trace]:
    """ "a $53 billion plan", "its guidance of", "in line with its target"."""
    meaning = hook.meaning if hook is not None else None
    if meaning is not None and meaning.plan:
        noun = meaning.noun
        where = next(
            (step for step in range(noun.first, noun.last + 1) if view.tokens[step].lower == meaning.plan),
            noun.head,
        )
        kind = view.words.modality_nouns[meaning.plan]
        return _stated(view, kind, where)
    if meaning is not None:
        for step in range(meaning.noun.first, meaning.noun.last + 1):
            if view.tree.tags[step] != "A":
                continue
            lemma = view.lexicon.lemma(view.tokens[step].lower)
            for frame in _FRAMES:
                if view.lexicon.does(lemma, frame):
                    return _stated(view, frame, step)  # "our expected EBITDA"
    host = view.noun_of(at).host if view.noun_of(at) is not None else None  # type: ignore[union-attr]
    for step in range(host.first, host.last + 1) if meaning is None and host is not None else ():
        if view.tree.tags[step] != "A":
            continue
        lemma = view.lexicon.lemma(view.tokens[step].lower)  # "an expected HBR of 87.6 %"
        if view.lexicon.does(lemma, "forecast"):
            return _stated(view, "forecast", step)
    clause = view.clause_of(at)
    for noun in _nouns_around(view, clause, at):
        for step in range(noun.first, noun.last + 1):
            if view.tree.tags[step] != "N" or view.tokens[step].kind != WORD:
                continue
            seen = view.words.modality_nouns.get(view.tokens[step].lower)
            if seen is not None and seen != "planned" and not _is_held_against(view, noun, clause, at):
                return _stated(view, seen, step)
    return "reported", Trace("modality", "default")


def _nouns_around(view: SentenceView, clause: Clause, at: int) -> list[Noun]:
    subject, verb = clause.about(), clause.verb
    past = (
        verb is not None and view.tree.tags[verb.head] in "VE" and not is_moved(view, verb, at)
    )  # "the plan lifted revenue" tells what happened, not "the outlook has been revised to"
    opens = clause.nouns[0].preposition if past and clause.nouns else -1
    words = view.lower(max(opens - 1, 0), opens) if opens >= 0 else [""]
    reason = words[-1] in _REASONS or words == ["due", "to"]  # "Given our outlook, we raised the dividend"
    opening = subject.first if reason and subject is not None else 0
    nouns = [noun for noun in clause.nouns if opening <= noun.first <= at and not (past and noun is subject)]
    return [subject, *nouns] if subject is not None and subject not in nouns and not past else nouns


def _is_held_against(view: SentenceView, noun: Noun, clause: Clause, at: int) -> bool:
    """ "better than expectations", "in line with expectations, volumes fell 8 %": what the figure is held against."""
    verb = clause.verb
    mine = view.noun_of(at)
    own = mine is not None and mine.host is noun and view.preposition(mine) in ("of", "for")
    if view.preposition(noun) in _FORESEEN:
        return not own  # "below the estimate of 98 cents", "against a target of 85 %"
    if (
        verb is not None
        and verb.lemma in view.words["beating_verbs"]
        and noun is not clause.subject
        and not own
    ):
        return True  # "missed expectations at $734 million"
    if verb is not None and view.tree.tags[verb.head] in "VZ" and not verb.modal:
        inside = noun.preposition > 0 and noun.host is not None and noun.host.preposition > 0
        if inside and view.tokens[verb.first].lower not in _PRESENT:
            return True  # "was at the high end of our guidance range at $1.77"
    opens = verb is not None and noun.last < verb.first < at and noun.preposition > 0
    return opens and view.tokens[noun.preposition - 1].lower in LIKE


def _stated(view: SentenceView, meaning: str, at: int) -> tuple[str, Trace]:
    token = view.tokens[at]
    return meaning, Trace("modality", "stated", token.span, f"“{token.text}”")


Speaker = tuple[str | None, Trace | None, Noun | None]


def read_attribution(view: SentenceView, at: int) -> Speaker:
    """Who says the figure at token ``at``: "according to IDC", "…, said Ms Lee", "analysts expect". The phrase last."""
    here = view.clause_of(at)
    inner, clause = here, here.parent
    while clause is not None:
        subject, verb = clause.subject, clause.verb
        told = inner.kind in ("that", "inf")  # not "…, driven by"
        if told and subject is not None and verb is not None and _utters(view, verb):
            return _speaker(view, subject, verb)
        inner, clause = clause, clause.parent
    for other in view.tree.clauses:
        if other.kind == "say" and other.subject is not None and other.verb is not None and other is not here:
            return _speaker(view, other.subject, other.verb)
    for noun in view.tree.nouns:
        if noun.preposition > 0 and view.tokens[noun.preposition - 1].lower == "according":
            return _said_by(view, noun, "according to")
        if noun.preposition >= 0 and view.tokens[noun.preposition].lower == "according":
            return _said_by(view, noun, "according to")
    return _named_source(view, at)


def _named_source(view: SentenceView, at: int) -> Speaker:
    """ "the IDC prediction that", "a Gallup poll": a name before a word for what somebody found or foresees."""
    for noun in view.tree.nouns:
        if noun.first > at or noun.bare or view.tokens[noun.head].lower not in view.words["source_nouns"]:
            continue
        name = next(
            (n for n in view.names_in(noun.first, noun.last) if not n.place and n.last < noun.head), None
        )
        behind = view.tokens[noun.last + 1].lower if noun.last + 1 < len(view.tokens) else ""
        tells = behind == "that" or view.preposition(noun) in ("in", "from", "by", "with")
        verb = noun.clause.verb if noun.clause is not None and noun.clause.subject is noun else None
        tells = tells or (verb is not None and _utters(view, verb))
        if name is not None and tells:
            span = view.span(name.first, name.last)
            return (
                name.entity.name,
                Trace("attribution", "stated", span, f"“{view.tokens[noun.head].text}”"),
                None,
            )
    return None, None, None


def _utters(view: SentenceView, verb: Verb) -> bool:
    if view.tokens[verb.head].lower in view.words["witnessed"]:
        return False
    return view.lexicon.does(verb.lemma, "say") or view.lexicon.does(verb.lemma, "forecast")


def _speaker(view: SentenceView, noun: Noun, verb: Verb) -> Speaker:
    return _said_by(view, noun, view.tokens[verb.head].text)


def _said_by(view: SentenceView, noun: Noun, word: str) -> Speaker:
    if noun.pronoun or noun.bare:
        return None, None, None
    name = view.head_name(noun) or _apposed_name(view, noun)
    first, last = (name.first, name.last) if name is not None else (noun.first, noun.last)
    while name is None and first < last and view.tree.tags[first] in "DH":
        first += 1
    words = name.entity.name if name is not None else " ".join(t.text for t in view.tokens[first : last + 1])
    if name is None and view.tokens[noun.head].lower in view.words["mouthpieces"]:
        return None, None, None  # "a spokeswoman": whoever the article is about
    return words, Trace("attribution", "stated", view.span(first, last), f"“{word}”"), noun


def _apposed_name(view: SentenceView, noun: Noun) -> NameMention | None:
    for other in view.tree.nouns:
        if other.apposes is noun and view.head_name(other) is not None:
            return view.head_name(other)
    return view.head_name(noun.apposes) if noun.apposes is not None else None
