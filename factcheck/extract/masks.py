"""Which times hide their numbers from the quantity reader: "24 August 2025" does, "the next three years" does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.periods import read_periods
from factcheck.extract.quantities import read_quantities
from factcheck.extract.tokens import Tokens
from factcheck.mention import PeriodMention, QuantityMention
from factcheck.normalise.calendars import PeriodExpression
from factcheck.patterns import Lazy
from factcheck.span import Span


def masked_spans(periods: Sequence[PeriodMention]) -> list[Span]:
    """The spans of all times whose numbers are no quantities. Durations, bare or inside a time, stay readable."""
    return [mention.span for mention in periods if not _counts_units(mention)]


def _counts_units(mention: PeriodMention) -> bool:
    if mention.period.kind == "duration":
        return True
    expression = mention.expression
    return (
        isinstance(expression, PeriodExpression)
        and expression.kind in ("shifted", "span")
        and (expression.count or 0) > 1
    )


_LENGTH = Lazy(
    r"(?:\d+|\w+)[ \xa0-](?:days|weeks|months|quarters|years)(?= (?:to|ended|ending|through|until)\b)",
    re.IGNORECASE,
)


def read_quantities_of(text: str) -> list[QuantityMention]:
    """The quantities of a text by itself, its times read first. "The nine months to June" states a length, too."""
    tokens = Tokens(text)
    periods = read_periods(text, None, tokens)
    spans = [_behind_length(text, span) for span in masked_spans(periods)] if periods else ()
    return read_quantities(text, spans, tokens=tokens)


def _behind_length(text: str, span: Span) -> Span:
    length = _LENGTH.match(text, span.start, span.end)
    return Span(length.end(), span.end) if length else span
