"""Times in a list share what is written once: July and August 2025, the first and second quarters of 2025."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.period_page import Page
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace

Reach = tuple[PeriodExpression, int, int]
_LINKS = (
    {"and"},
    {"or"},
    {","},
    {"&"},
    {"/"},
    {",", "and"},
    {"and", "the"},
    {"vs"},
    {"versus"},
    {"and", "in"},
)
_KINDS = ("month", "quarter", "half", "day")


def share_years(page: Page, reaches: Sequence[Reach]) -> list[Reach]:
    """The same times, with the year of the next one of their kind where only links lie between."""
    shared = list(reaches)
    for number in range(len(shared) - 2, -1, -1):
        expression, first, j = shared[number]
        following, second, _ = shared[number + 1]
        if expression.kind not in _KINDS or following.kind != expression.kind or following.year is None:
            continue
        if not expression.is_yearless or second - j > 2 or set(page.low[j:second]) not in _LINKS:
            continue
        if (expression.month is None) != (following.month is None):
            continue
        shared[number] = (
            replace(expression, year=following.year, span_year=following.span_year, fiscal=following.fiscal),
            first,
            j,
        )
    return shared
