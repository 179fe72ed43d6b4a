"""The year that a change is told against, where it is named: "up 5 % versus 2019", "capacity change versus 2019 down 10 %"."""

from __future__ import annotations

from factcheck.extract.compared_times import COMPARING_BASES
from factcheck.extract.sentence_view import SentenceView
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression

_REACH = 10  # tokens


def base_year(view: SentenceView, at: int) -> int | None:
    """The year, as it is written, of what the figure at token ``at`` is compared with; None where none is named."""
    if all(token.period is None for token in view.tokens):
        return None
    named = _behind(view, at) or _right_before(view, at)
    asked = named.expression if named is not None else None
    if not isinstance(asked, PeriodExpression):
        return None
    return asked.year if asked.year is not None else asked.base.year if asked.base is not None else None


def _behind(view: SentenceView, at: int) -> PeriodMention | None:
    """ "rose 4.6 % in January compared with 2019": the next time behind a word that compares, with no other figure between."""
    compares = False
    for token in view.tokens[at + 1 : at + _REACH]:
        if token.quantity is not None or token.text in ",;":
            return None
        if compares and token.period is not None:
            return token.period
        compares = compares or token.lower in COMPARING_BASES
    return None


def _right_before(view: SentenceView, at: int) -> PeriodMention | None:
    """ "change versus 2019 down 10 %": only words that say which way stand between the time and the figure."""
    step = at - 1
    while step > 0 and view.tree.tags[step] in "UBVE":
        step -= 1
    named = view.tokens[step].period if step > 0 else None
    before = view.lower(max(step - 3, 0), step - 1) if named is not None else []
    return named if not COMPARING_BASES.isdisjoint(before[-3:]) else None
