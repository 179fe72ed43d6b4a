"""Reads times in text: one walk over the words, each time parsed where it begins, then ranges and roles around it."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.day import date
from factcheck.extract.period_counted import counted, counted_first
from factcheck.extract.period_days import day_led, weekday_led
from factcheck.extract.period_joins import opened, partial, ranged, role_of
from factcheck.extract.period_labels import (
    digit_label,
    fiscal_label,
    full_year,
    letter_label,
    worded_label,
    year_then_label,
)
from factcheck.extract.period_lists import share_years
from factcheck.extract.period_months import month_led
from factcheck.extract.period_numeric import clock_after, named_at, numeric_date
from factcheck.extract.period_page import DASHES, Found, Page
from factcheck.extract.period_references import ended_at
from factcheck.extract.period_relative import determined, sameness
from factcheck.extract.period_seasons import season_led, worded_decade
from factcheck.extract.period_units import unit_led
from factcheck.extract.period_words import period_words
from factcheck.extract.period_years import century_at, plain_year
from factcheck.extract.tokens import Tokens
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression, is_impossible, resolve
from factcheck.patterns import Lazy
from factcheck.records import replace

Step = Callable[[Page, int], Found | None]


def _year(page: Page, i: int) -> Found | None:
    found = plain_year(page, i)
    if found is None:
        return None
    return (
        year_then_label(page, found)
        or _year_then_month(page, found)
        or _year_end_after(page, found)
        or _fiscal_after(page, found)
    )


def _year_end_after(page: Page, found: Found) -> Found | None:
    """ "Our 2022 year-end count": the close of the year that stands before."""
    year, j = found
    k = j + 2 if page.low[j + 1] in DASHES else j + 1
    if page.low[j] != "year" or page.low[k] != "end" or year.kind != "year" or year.part is not None:
        return None
    return replace(year, part="close"), k + 1


def _year_then_month(page: Page, found: Found) -> Found | None:
    """2016 November, 2016, nov: the year before the month."""
    year, j = found
    k = j + 1 if page.low[j] == "," else j
    month = page.words.of(page.low[k], "month")
    if month is None and page.low[j] == ",":
        month = page.words.of(page.low[k], "short-month")
    if month is None or year.kind != "year" or year.span_year is not None or page.digits(k + 1):
        return None
    if page.low[j] == "," and page.capital(k) and page.low[k + 1].isalpha():
        return None
    return PeriodExpression("month", year.year, month=int(month)), k + 1


def _fiscal_after(page: Page, found: Found) -> Found:
    """2025/26 fiscal year, 2020 full year; else the year as it stands."""
    year, j = found
    if (
        year.kind == "year"
        and page.words.of(page.low[j], "fiscal") in ("fiscal", "financial")
        and (page.low[j + 1] == "year" or page.low[j] == "fiscal")
    ):
        fiscal = page.low[j] != "calendar"
        return PeriodExpression("year", year.year, year.span_year, fiscal), j + 1 + (
            page.low[j + 1] == "year"
        )
    return found


def _ytd(page: Page, i: int) -> Found | None:
    return PeriodExpression("to-date", unit="year"), i + 1


def _whole_quarter(page: Page, i: int) -> Found | None:
    return PeriodExpression("whole", unit="quarter"), i + 1


def _offset(page: Page, i: int) -> Found | None:
    word = page.low[i]
    if word in ("today", "tonight") and page.before(i) in ("usa", "until") and page.capital(i):
        return None
    if page.low[i + 1] in ("'", "’"):  # today's world: no day is meant
        return None
    return PeriodExpression("day", relation="offset", count=page.words.of(word, "offset")), i + 1


_NUMBER: tuple[Step, ...] = (
    numeric_date,
    digit_label,
    day_led,
    century_at,
    worded_label,
    counted_first,
    counted,
    _year,
)
_YEAR: tuple[Step, ...] = (_year,)
_ORDINAL: tuple[Step, ...] = (worded_label, counted_first, century_at, day_led)
_STEPS: dict[str, tuple[Step, ...]] = {
    "month": (month_led, named_at),
    "short-month": (month_led,),
    "weekday": (weekday_led,),
    "short-weekday": (weekday_led,),
    "unit": (unit_led,),
    "ordinal": _ORDINAL,
    "cardinal": (counted, _year),
    "tens": (day_led, counted_first, counted, _year),
    "decade": (worded_decade,),
    "season": (season_led,),
    "det": (determined,),
    "same": (sameness,),
    "part": (partial,),
    "vague": (partial,),
    "rest": (partial,),
    "offset": (_offset,),
    "fiscal": (fiscal_label,),
    "q": (letter_label,),
    "h": (letter_label,),
    "fy": (fiscal_label,),
    "cy": (fiscal_label,),
    "sy": (fiscal_label,),
    "full": (full_year,),
    "ytd": (_ytd,),
    "whole": (_whole_quarter,),
    "named": (named_at,),
    "article": (counted,),
}


_ARTICLES = ("a", "an", "the")  # they open a time only before a unit: "a year earlier"
_NOTHING = ("", None)
# Numbers that can make a time without a word: 2025, 24/8, 24.8.25, '25, 9M25.
_DATED = Lazy(r"[0-9](?:[0-9]{3}|/[0-9]|[.\-–][0-9]+[.\-–][0-9]|M[0-9])|['’`‘][0-9]{2}")
_MONEY = frozenset("$€£¥₹")
# Behind a number that is no year only these, and the words of time, make a time of it.
_AFTER_NUMBER = frozenset(
    (
        "st",
        "nd",
        "rd",
        "th",
        "q",
        "h",
        "m",
        "s",
        "w",
        "qfy",
        "hfy",
        "fy",
        "of",
        "and",
        "or",
        "to",
        "through",
        "thru",
    )
)
_CLAUSE_ENDS = frozenset((",", ".", ";", ")", "?", "!", ""))
_CLOCK = ("am", "pm", "a", "p", "hours", "h", "uhr")
_DEEPEST = 4  # "the end of the first week of the last month of 2024"; deeper nesting is not prose


def _atom(page: Page, i: int) -> Found | None:
    """The time that begins at token i; None if none does."""
    word = page.low[i]
    steps: tuple[Step, ...]
    if word[:1].isdigit():
        if _is_amount(page, i):
            return None
        steps = _YEAR if _stands_alone(page, i) else _NUMBER
    else:
        meaning = page.words.meaning.get(word)
        if meaning is None or (page.glued(i) and page.low[i - 1].isdigit() and meaning[0] != "month"):
            return None
        steps = _STEPS.get(meaning[0], ())
    if page.depth >= _DEEPEST:
        return None
    page.depth += 1
    try:
        for step in steps:
            found = step(page, i)
            if found is not None:
                return _completed(page, found)
    finally:
        page.depth -= 1
    return _named(page, i, word)


def _stands_alone(page: Page, i: int) -> bool:
    """A number of four digits at the end of a clause, or before a word that is none of time: a year, or no time."""
    low = page.low
    if len(low[i]) != 4:
        return False
    after = low[i + 1]
    if after.isalpha():
        glued = page.end[i] == page.start[i + 1]
        return not glued and after not in page.words.meaning and after not in _AFTER_NUMBER
    return after in _CLAUSE_ENDS and not low[i + 2].isdecimal()


def _is_amount(page: Page, i: int) -> bool:
    """What cannot begin a time, told at a glance: 26%, $4, the pieces of 12,345 and of 4.67."""
    low, start, end = page.low, page.start, page.end
    after = low[i + 1]
    if after == "%" or (i and low[i - 1] in _MONEY):
        return True
    if after.isalpha() and len(low[i]) != 4:
        return after not in page.words.meaning and after not in _AFTER_NUMBER
    if (
        i
        and low[i - 1] in ".,"
        and end[i - 1] == start[i]
        and low[i - 2].isdecimal()
        and end[i - 2] == start[i - 1]
    ):
        return low[i - 1] == "." or len(low[i]) == 3
    if after not in ".," or not after or not (end[i] == start[i + 1] and end[i + 1] == start[i + 2]):
        return False
    part = low[i + 2]
    if not part.isdecimal():
        return False
    if after == ",":
        return len(part) == 3
    return not (low[i + 3] == "." and end[i + 2] == start[i + 3]) and low[i + 3] not in _CLOCK


def _named(page: Page, i: int, word: str) -> Found | None:
    return named_at(page, i) if word in page.words.maps["named"] else None


def _completed(page: Page, found: Found) -> Found:
    """third quarter ended September 30, 2025: the days that end it say more than its number."""
    expression, j = found
    if expression.kind in ("quarter", "half", "nine-months", "year") and expression.relation != "month":
        k = j + 1 if page.low[j] == "," or page.low[j] == "(" else j
        if page.low[k] in ("ended", "ending") or page.low[k : k + 2] in (["that", "ends"], ["that", "ended"]):
            length = {"quarter": (3, "month"), "half": (6, "month"), "nine-months": (9, "month")}
            ended = ended_at(page, k, *length.get(expression.kind, (12, "month")))
            stated = ended is not None and ended[0].base is not None and ended[0].base.year is not None
            if ended is not None and (stated or (expression.kind == "year" and expression.year is None)):
                return ended
    return found


def read_periods(
    text: str, published: date | None = None, tokens: Tokens | None = None
) -> list[PeriodMention]:
    """Every date, quarter, year, range, deadline, relative expression and duration, in order, none overlapping.

    ``published`` resolves relative words. Without it, and for labels without a year, ``period`` has no readings
    (marks "relative", "yearless") and ``expression`` can be resolved later: ``factcheck.normalise.calendars``.
    ``tokens`` are those of the text where it has been cut already.
    """
    tokens, words = tokens or Tokens(text), period_words()
    if words.signs.isdisjoint(tokens.low) and not _DATED.search(text):
        return []
    return times_of(Page(tokens, words, _atom), published)


def times_of(page: Page, published: date | None = None) -> list[PeriodMention]:
    """The times of a page, in order."""
    meaning, low = page.words.meaning, page.low
    reaches: list[tuple[PeriodExpression, int, int]] = []
    last = 0
    for i in [
        place
        for place, word in enumerate(low[: page.size])
        if word in meaning or (word < ":" and word >= "0")
    ]:
        if i < last or (low[i] in _ARTICLES and meaning.get(low[i + 1], _NOTHING)[0] != "unit"):
            continue
        found = _atom(page, i)
        if found is None:
            continue
        expression, first, j = opened(page, i, ranged(page, i, found))
        reaches.append((expression, max(first, last), j))
        last = max(j, i + 1)
    return [_mention(page, *reach, published) for reach in share_years(page, reaches)]


def _mention(
    page: Page, expression: PeriodExpression, first: int, j: int, published: date | None
) -> PeriodMention:
    end = _with_clock(page, expression, j)
    surface = page.surface(first, end)
    period = resolve(expression, published=published, text=surface)
    marks = set()
    if expression.is_yearless:
        marks.add("yearless")
    if expression.is_relative:
        marks.add("relative")
    if is_impossible(expression):
        marks.add("impossible-date")
    return PeriodMention(
        page.start[first],
        page.end[end - 1],
        surface,
        period,
        role_of(page, first, expression),
        expression,
        expression.weekday if expression.kind == "day" and (expression.day or expression.name) else None,
        frozenset(marks),
    )


def _with_clock(page: Page, expression: PeriodExpression, j: int) -> int:
    """Past a clock time written after a date."""
    if expression.kind != "day" or expression.day is None:
        return j
    k = j
    if page.low[k] in (",", "-", "–", "—", "|") or page.low[k] == "at":
        k += 1
    return clock_after(page, k) or j
