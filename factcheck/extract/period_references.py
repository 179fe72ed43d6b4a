"""What other times lean on: "of 2024", "of last year", "ended June 30", "the first n of"."""

from __future__ import annotations

from factcheck.extract.period_page import Found, Page
from factcheck.extract.period_years import fiscal_year_at, year_at
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace


def unit_at(page: Page, i: int) -> str | None:
    found: str | None = page.words.of(page.low[i], "unit")
    return found


def year_reference(page: Page, k: int) -> Found | None:
    """The year after "of": 2024, fiscal 2025, last year, the year, the prior year."""
    if page.low[k] == "the":
        k += 1
    if page.words.meaning.get(page.low[k], ("",))[0] in ("fiscal", "fy", "cy"):
        return fiscal_year_at(page, k)
    relation = page.words.of(page.low[k], "det")
    if relation is not None:
        j = k + 2 if page.low[k + 1] in ("fiscal", "financial") else k + 1
        if page.low[j] == "year":
            return PeriodExpression("year", relation=relation, fiscal=True if j == k + 2 else None), j + 1
        return None
    if page.low[k] == "year":
        stated = year_at(page, k + 1)
        return stated if stated is not None else (PeriodExpression("whole", unit="year"), k + 1)
    return year_at(page, k)


def in_year(label: PeriodExpression, year: PeriodExpression) -> PeriodExpression:
    """A label put into a year: stated, relative, or the year spoken of."""
    if year.kind == "whole":
        return label
    if year.year is None:
        return replace(label, base=year, fiscal=year.fiscal)
    return replace(label, year=year.year, span_year=year.span_year, fiscal=year.fiscal)


def nth_of(page: Page, k: int, index: int, count: int, unit: str) -> Found | None:
    """… of 2021, of January, of the year, of last month: the nth (or first n) units inside it."""
    year = year_reference(page, k)
    whole = {("month", 3): "quarter", ("month", 6): "half", ("month", 9): "nine-months"}.get((unit, count))
    if year is not None:
        if whole == "nine-months" and index == 1:
            return in_year(PeriodExpression("nine-months"), year[0]), year[1]
        if whole is not None and index in (1, -1) and whole != "nine-months":
            last = 4 if whole == "quarter" else 2
            return in_year(PeriodExpression(whole, index=1 if index == 1 else last), year[0]), year[1]
        if unit in ("quarter", "half") and count == 1 and index > 0:
            return in_year(PeriodExpression(unit, index=index), year[0]), year[1]
        if unit == "week" and count == 1 and year[0].year is not None and not year[0].fiscal:
            return PeriodExpression("week", year[0].year, index=index), year[1]
        base = year[0] if year[0].kind == "year" else PeriodExpression("year", relation="this")
        return PeriodExpression("nth", index=index, count=count, unit=unit, base=base), year[1]
    if page.low[k] == "the":
        k += 1
    inner = page.atom(page, k)
    if inner is None or inner[0].kind not in ("month", "year", "quarter", "week", "decade", "half", "whole"):
        return None
    return PeriodExpression("nth", index=index, count=count, unit=unit, base=inner[0]), inner[1]


def ended_at(page: Page, k: int, count: int, unit: str) -> Found | None:
    """ended June 30, to March, ending 31 December 2025: the count units before a day."""
    if page.low[k] in ("that", "which") and page.low[k + 1] in ("ended", "ends"):
        k += 1  # "the week that ended October 13", "the quarter that ends in December"
    word = "ending" if page.low[k] == "ends" else page.low[k]
    if word not in page.words.groups["enders"]:
        return None
    j = k + 1
    while page.low[j] in ("on", "the", "in", ","):
        j += 1
    if page.low[j] in ("end", "late") and page.low[j + 1] in ("of", "-"):
        j += 2
    inner = page.atom(page, j)
    if inner is None or inner[0].kind not in ("day", "month", "year"):
        return None
    base = inner[0]
    if (
        base.is_relative
        and (base.weekday is not None or base.relation in ("this", "next"))
        and base.kind != "year"
    ):
        return None
    if base.kind == "year" and (unit != "year" or base.year is None):
        return None
    relation = "ending" if word == "ending" else None
    return PeriodExpression("ended", count=count, unit=unit, base=base, relation=relation), inner[1]
