"""Times that begin with a unit: quarter ended June 30, year to date, year-ago quarter, week 10 of 2027."""

from __future__ import annotations

from factcheck.extract.period_labels import with_year, worded_bare
from factcheck.extract.period_months import month_word
from factcheck.extract.period_page import BREAK, DASHES, Found, Page
from factcheck.extract.period_references import ended_at, unit_at
from factcheck.extract.period_years import year_at
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace


def unit_led(page: Page, i: int) -> Found | None:
    """quarter ended June 30, year to date, year-ago quarter, year 2008, week 10, the quarter, months to June."""
    unit = unit_at(page, i)
    word = page.low[i]
    if unit is None or (page.glued(i) and page.before(i).isdigit()):
        return None
    j = i + 2 if page.low[i + 1] in DASHES and page.glued(i + 1) else i + 1
    if (
        (unit == "year" or unit in ("quarter", "month", "week"))
        and page.low[j] == "to"
        and page.low[j + 1 + (page.low[j + 1] in DASHES)] == "date"
    ):
        return PeriodExpression("to-date", unit=unit), j + 2 + (page.low[j + 1] in DASHES)
    if word == "half":
        k = i + 2 if page.low[i + 1] in DASHES else i + 1
        if page.low[k] == "year":
            return ended_at(page, k + 1, 1, "half")
    if word in ("quarter", "year", "half", "month", "week") and page.low[i + 1] not in DASHES:
        ended = ended_at(page, i + 1, 1, unit)
        if ended is not None and page.before(i) not in ("a", "per", "each"):
            return ended
    back = {("after", "next"): ("hence", 2), ("before", "last"): ("ago", 2)}.get(
        (page.low[i + 1], page.low[i + 2])
    )
    if word == "weekend" and page.before(i) == "the" and page.low[i - 2] in ("at", "over", "since"):
        ahead = any(page.low[step] in page.words.groups["ahead_words"] for step in range(max(0, i - 12), i))
        return None if ahead else (PeriodExpression("weekend", relation="nearest"), i + 1)
    if unit == "day":
        back = {("before", "yesterday"): ("ago", 2), ("after", "tomorrow"): ("hence", 2)}.get(
            (page.low[i + 1], page.low[i + 2])
        )
    if back is not None and page.low[i + 3] not in page.words.meaning:
        return PeriodExpression("shifted", relation=back[0], count=back[1], unit=unit), i + 3
    if unit == "year":
        return _year_led(page, i, j)
    if word == "quarter" and page.before(i) not in ("the", "a", "this", "that", "per", "each", "every"):
        return _numbered_quarter(page, i)
    if word == "week":
        return _week_led(page, i)
    if word == "month" and page.low[i + 1] == "of" and month_word(page, i + 2) is not None:
        inner = page.atom(page, i + 2)
        return inner if inner is not None and inner[0].kind == "month" else None
    if word in ("quarter", "half") and page.before(i) == "the":
        if page.low[i + 1] in ("of", "-", "century", "mile", "pounder", "back", "final", "finals"):
            return None
        return PeriodExpression("whole", unit=unit), i + 1
    return None


_TELLS_WHICH = frozenset(
    ("of", "in", "that", "ahead", "before", "after", "when")
)  # "over the year when it fell"


def _year_led(page: Page, i: int, j: int) -> Found | None:
    word, before = page.low[i], page.before(i)
    if word != "year":
        return None
    if page.low[j] in ("ago", "earlier", "before") and not (
        page.low[j] == "before" and page.words.meaning.get(page.low[j + 1])
    ):
        k = j + 2 if page.low[j + 1] in DASHES else j + 1
        unit = unit_at(page, k)
        if unit in ("quarter", "half", "month", "week") and not page.low[k].endswith("s"):
            return PeriodExpression("same", unit=unit, count=-1), k + 1
        if page.low[k] in page.words.groups["stretches"]:
            return PeriodExpression("same", unit="period", count=-1), k + 1
        label = worded_bare(page, k)
        if label is not None:
            return replace(label[0], base=PeriodExpression("year", relation="last")), label[1]
        return PeriodExpression("shifted", relation="earlier", count=1, unit="year"), j + 1
    if page.low[j] == "end":
        stated = year_at(page, j + 1)
        if stated is not None:
            return replace(stated[0], part="close"), stated[1]
        return PeriodExpression("year", relation="this", part="close"), j + 1
    if page.low[i + 1] not in DASHES:
        k = i + 2 if page.low[i + 1] == "of" else i + 1
        stated = year_at(page, k)
        if stated is not None and len(page.digits(k)) != 2:
            return stated
    if before == "for" and page.low[i + 1] in (",", ".", ";", BREAK, ""):
        return PeriodExpression("whole", unit="year"), i + 1  # "sees income of $600 million for year"
    if before == "the" and i > 1 and page.low[i + 1] not in DASHES and not page.capital(i):
        during = page.low[i - 2] in ("for", "during", "over") and page.low[i + 1] not in _TELLS_WHICH
        finished = page.low[i - 2] in page.words.groups["finished"] and page.low[i + 1] == "with"
        if not (during or finished):
            return None
        return PeriodExpression("whole", unit="year"), i + 1
    return None


def _numbered_quarter(page: Page, i: int) -> Found | None:
    """quarter two, quarter 3 of 2024: as managers speak."""
    number = page.number(i + 1)
    if number is None or not 1 <= number[0] <= 4 or page.low[i + 1] in DASHES:
        return None
    label = PeriodExpression("quarter", index=number[0])
    return with_year(page, number[1], label) or (label, number[1])


def _week_led(page: Page, i: int) -> Found | None:
    """week of November 30, the week ending 6 June, week 10 of 2027."""
    j = i + 1
    if page.low[j] in ("of", "commencing", "starting", "beginning"):
        k = j + 2 if page.low[j + 1] in ("the", "on") else j + 1
        inner = page.atom(page, k)
        if inner is not None and inner[0].kind == "day" and inner[0].month is not None:
            return PeriodExpression("nth", index=1, count=1, unit="week", base=inner[0]), inner[1]
        return None
    digits = page.digits(j)
    if digits and len(digits) <= 2 and 1 <= int(digits) <= 53 and not page.is_numeral_part(j):
        label = PeriodExpression("week", index=int(digits))
        k = j + 2 if page.low[j + 1] in ("of", ",") else j + 1
        year = year_at(page, k)
        return (replace(label, year=year[0].year), year[1]) if year is not None else None
    return None
