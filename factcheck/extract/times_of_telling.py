"""When something was said, not when it holds: "the outlook we gave in November", "our guidance in late January"."""

from __future__ import annotations

from factcheck.extract.claim_periods import deadline_passed
from factcheck.extract.hook import Hook
from factcheck.extract.sentence_view import SentenceView
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace


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


def is_day_to_come(view: SentenceView, at: int, chosen: PeriodMention, day: PeriodExpression) -> bool:
    """ "It is expected to peak at 7 metres on Thursday": a weekday that the figure's own verb looks ahead to."""
    clause = view.clause_of(at)
    plain = day.kind == "day" and day.weekday is not None
    plain = plain and not (day.relation or day.month or day.day or day.base)
    mine = any(view.tokens[step].period is chosen for step, _, _ in clause.times)
    return plain and mine and clause.verb is not None and (clause.verb.ahead or bool(clause.verb.chain))


def sums_up(view: SentenceView, at: int, hook: Hook) -> bool:
    """ "Our termination income totaled $6.1 million": whatever it is, it came to that in the time told of."""
    verb, noun = view.clause_of(at).verb, hook.meaning.noun if hook.meaning is not None else None
    if verb is None or noun is None or noun is not view.clause_of(at).subject or not view.own_words:
        return False
    past = view.tree.tags[verb.head] in "VE" and verb.lemma != "be" and not verb.modal
    return past and hook.metric != "" and view.lexicon.does(verb.lemma, "measure")


def in_tense(view: SentenceView, at: int, chosen: PeriodMention, ahead: bool | None) -> PeriodMention:
    """A day as the tense means it: "will meet on Friday" the next one, "by Sunday evening the fire had grown" the last."""
    day = chosen.expression
    if ahead and isinstance(day, PeriodExpression) and is_day_to_come(view, at, chosen, day):
        return replace(chosen, expression=replace(day, relation="next"))
    return replace(chosen, expression=deadline_passed(day)) if ahead is False else chosen
