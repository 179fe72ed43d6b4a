"""A move told with the time it took: "fell from 27 % to 11.6 % between 2000 and 2024" has a year for each end."""

from __future__ import annotations

from factcheck.extract.hook import DELTA, PRIOR, Hook
from factcheck.extract.sentence_view import SentenceView
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace


def end_of_move(
    view: SentenceView, at: int, hooks: dict[int, Hook], chosen: PeriodMention | None
) -> PeriodMention | None:
    """The end of the time that dates the level at token ``at``: its first for a base, its last for what it came to."""
    prior = hooks[at].role == PRIOR
    if hooks[at].role == DELTA or (chosen is None) != prior:
        return chosen
    mention = _time_of_move(view) if prior and view.dated else chosen
    whole = mention.expression if mention is not None else None
    if mention is None or not isinstance(whole, PeriodExpression) or whole.kind != "range":
        return chosen
    if not (whole.base and whole.until) or not (prior or _is_end(view, at, hooks)):
        return chosen
    end = whole.base if prior else whole.until
    if end.kind not in ("year", "fiscal-year"):
        return chosen  # "between January and March" is one time
    return replace(mention, expression=end, period=replace(mention.period, kind=end.kind))


def _time_of_move(view: SentenceView) -> PeriodMention | None:
    times = [token.period for token in view.tokens if token.period is not None]
    return times[0] if len(times) == 1 else None


def _is_end(view: SentenceView, at: int, hooks: dict[int, Hook]) -> bool:
    """ "rose to 43,000", "27 % to 11.6 %": a level that something came to."""
    noun, clause = view.noun_of(at), view.clause_of(at)
    if noun is not None and view.preposition(noun) == "to":
        return True
    return any(hooks[other].role == PRIOR and view.clause_of(other) is clause for other in hooks)
