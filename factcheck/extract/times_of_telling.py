"""When something was said, not when it holds: "the outlook we gave in November", "our guidance in late January"."""

from __future__ import annotations

from factcheck.extract.sentence_view import SentenceView


def of_telling(view: SentenceView, step: int, at: int) -> bool:
    """ "the outlook we gave in November", "when we spoke to you in January": when it was said, not when it holds."""
    noun = view.noun_of(step)
    if noun is not None and step in noun.times and view.tokens[noun.head].lower in view.words["occasions"]:
        return True  # "On our second-quarter call, we expected sales of $5 billion"
    if _of_outlook(view, step, at):
        return True
    clause, verb = view.clause_of(step), view.clause_of(step).verb
    if verb is None or verb.lemma not in view.words["telling_verbs"] or clause is view.clause_of(at):
        return False
    if clause.kind == "part":  # "the outlook provided in November", not "the plan announced in May"
        told = clause.antecedent
        word = view.tokens[told.head].lower if told is not None else ""
        return view.words.modality_nouns.get(word) == "forecast"
    return clause.kind in ("rel", "sub", "that") and step > verb.first


def _of_outlook(view: SentenceView, step: int, at: int) -> bool:
    """ "60 basis points above the midpoint of our guidance in late January": when guidance was given."""
    host = next((one for time, _, one in view.clause_of(step).times if time == step), None)
    mention = view.tokens[step].period
    if (
        host is None
        or mention is None
        or host is view.noun_of(at)
        or view.tokens[step - 1].lower not in ("in", "on")
    ):
        return False
    short = mention.period.kind in ("day", "month", "range")
    return short and view.words.modality_nouns.get(view.tokens[host.head].lower) == "forecast"
