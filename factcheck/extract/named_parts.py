"""A quarter or half whose year stands elsewhere: "EBITDA for the fourth quarter was $439 million in 2024"."""

from __future__ import annotations

from factcheck.extract.sentence_view import SentenceView
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression
from factcheck.period import Period, plain_label
from factcheck.records import replace


def in_part_named(view: SentenceView, at: int, chosen: PeriodMention, reporting: Period) -> PeriodMention:
    """ "EBITDA for the fourth quarter was $439 million in 2024 and $394 million in 2023": that quarter of each year.

    "Quarterly sales" are those of the quarter that is reported on, in the results of one.
    """
    year, clause = chosen.expression, view.clause_of(at)
    if not isinstance(year, PeriodExpression) or year.kind != "year" or year.year is None:
        return chosen
    verb, subject = clause.verb.first if clause.verb is not None else -1, clause.subject
    if any(token.period is chosen for token in view.tokens[: max(verb, 0)]):
        return chosen
    named = subject.times if subject is not None else ()
    of_subject = {*named, *(step for step, _, host in clause.times if host is not None and host is subject)}
    for step in (*named, *(step for step, _, host in clause.times if host is None or host is subject)):
        mention = view.tokens[step].period if step < min(verb, at) else None
        part = mention.expression if mention is not None and "yearless" in mention.marks else None
        if mention is None or not isinstance(part, PeriodExpression):
            continue
        if (
            part.kind == "whole"
            and part.unit == "quarter"
            and reporting.kind == "quarter"
            and step in of_subject
        ):
            _, _, quarter = plain_label(reporting.label).partition("-Q")
            part = replace(part, kind="quarter", unit=None, index=int(quarter)) if quarter else part
        if part.kind in ("quarter", "half"):
            told = f"{mention.surface} … {chosen.surface}"
            return replace(mention, surface=told, expression=replace(part, year=year.year))
    return chosen


def in_year_beside(view: SentenceView, chosen: PeriodMention) -> PeriodMention:
    """ "first-quarter revenue for fiscal 2018": the quarter of the year that the phrase names behind it."""
    own = chosen.expression
    if not isinstance(own, PeriodExpression) or "yearless" not in chosen.marks or own.base is not None:
        return chosen
    at = next((step for step, token in enumerate(view.tokens) if token.period is chosen), None)
    if at is None or view.noun_of(at) is None:
        return chosen
    for noun in view.children.get(view.noun_of(at), ()):  # type: ignore[arg-type]
        mention = view.tokens[noun.head].period
        year = mention.expression if mention is not None else None
        if view.preposition(noun) not in ("for", "of", "in") or not isinstance(year, PeriodExpression):
            continue
        if year.kind == "year" and year.year is not None and year.relation is None:
            fiscal = year.fiscal or own.fiscal
            return replace(chosen, expression=replace(own, year=year.year, fiscal=fiscal))
    return chosen
