"""Counted times: three years, two weeks ago, a year earlier, the first nine months of 2025."""

from __future__ import annotations

from factcheck.extract.period_page import APOSTROPHES, BREAK, DASHES, Found, Page
from factcheck.extract.period_references import ended_at, nth_of, unit_at
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace

# What results are told of beside their quarter; twelve months are those that end with it.
_RUNS = {
    6: PeriodExpression("half", index=1),
    9: PeriodExpression("nine-months"),
    12: PeriodExpression("whole", count=12, unit="month"),
}


def counted_first(page: Page, i: int) -> Found | None:
    """first nine months of 2025, first half-year, second week of January, first Friday of July, third month of 2021."""
    number = page.ordinal(i)
    if number is None:
        return None
    index, j = number
    weekday = page.words.of(page.low[j], "weekday")
    if weekday is not None:
        return _nth_weekday(page, j + 1, index, int(weekday))
    many = page.number(j)
    count, k = (many[0], many[1]) if many is not None else (1, j)
    if page.low[k] in DASHES:
        k += 1
    fiscal = page.low[k] in ("fiscal", "financial")
    unit = unit_at(page, k + 1 if fiscal else k)
    if unit is None or unit in ("fortnight", "weekend") or count < 1:
        return None
    k += 2 if fiscal else 1
    for step in (1, 0):
        if step and page.low[k] not in ("of", "in"):
            continue
        if (
            not step
            and page.words.meaning.get(page.low[k], ("",))[0] not in ("det", "fiscal", "fy")
            and len(page.digits(k)) != 4
        ):
            continue
        found = nth_of(page, k + step, index, count, unit)
        if found is not None:
            return found
    ended = ended_at(page, k, count, unit) if many is not None else None
    if ended is not None:
        return ended
    if unit == "month" and count in (6, 9) and index == 1:
        label = PeriodExpression("nine-months") if count == 9 else PeriodExpression("half", index=1)
        return replace(label, fiscal=True if fiscal else None), k
    return None


def _nth_weekday(page: Page, k: int, index: int, weekday: int) -> Found | None:
    if page.low[k] not in ("of", "in"):
        return None
    j = k + 2 if page.low[k + 1] == "the" else k + 1
    inner = page.atom(page, j)
    if inner is None or inner[0].kind not in ("month", "year", "quarter"):
        return None
    return PeriodExpression("nth", index=index, weekday=weekday, unit="day", base=inner[0]), inner[1]


def counted(page: Page, i: int) -> Found | None:
    """three years, two weeks ago, a year earlier, nine months ended June 30, 16 days from 1/2/2018, 10-year."""
    article = page.low[i] in ("a", "an", "one")
    number = (1, i + 1) if article else page.number(i)
    if number is None or number[0] == 0:
        return None
    count, j = number
    dash = page.low[j] in DASHES and page.glued(j)
    if dash:
        j += 1
    if page.low[j] in ("business", "working", "trading") and page.low[j + 1] in ("day", "days"):
        j += 1
    unit = unit_at(page, j)
    if unit is None or unit == "weekend" or (page.glued(i) and page.before(i) in (".", "$", "/", ":")):
        return None
    if 1900 < count < 2100 and not dash and page.low[j] == unit:
        return None  # "over a strong 2020 quarter"
    k = j + 1
    if page.low[k] in APOSTROPHES and page.low[k + 1] not in ("s",):
        k += 1
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    if unit == "year" and page.low[k : k + 3] == ["and", "a", "half"] and not dash:
        return _ago(page, k + 3, 12 * count + 6, "month", False)  # "a year and a half ago"
    ended = ended_at(page, k, count, unit) if page.low[i] not in ("a", "an") else None
    if ended is not None:
        return ended
    if article and page.low[k] == "since" and page.before(i) not in page.words.groups["before_a_since"]:
        return None  # "0.2 degrees a decade since 1990"
    ago = _ago(page, k, count, unit, dash)
    if ago is not None:
        return ago
    run = _run_of_months(page, i, k, count, dash) if unit == "month" and count in (3, *_RUNS) else None
    if run is not None:
        return run
    if (article and page.low[i] != "one") or (
        count == 1 and not dash and unit in ("year", "quarter", "half")
    ):
        return None
    after = page.low[k]
    old = (
        after == "old"
        or (page.low[k + 1] == "old" and after in DASHES)
        or (after, page.low[k + 1]) == ("of", "age")
    )
    if old or unit == "half" or (unit == "quarter" and after == "of") or (unit == "century" and count > 30):
        return None
    if article or (page.low[j] == "day" and not dash):
        return None
    return PeriodExpression("duration", count=count, unit=unit), k


def _run_of_months(page: Page, i: int, k: int, count: int, dash: bool) -> Found | None:
    """ "nine-month revenue", "in the nine-month period": as many as a report is of."""
    groups, behind = page.words.groups, page.low[k]
    if dash and behind in groups["told_of_months"] and count in _RUNS:
        end = k + 1
        while page.low[end] in groups["told_of_months"]:
            end += 1
        return (
            (_RUNS[count], k) if page.low[end] in groups["told_behind"] else None
        )  # not "a six-month sales ban"
    if page.before(i) != "the" or page.before(i - 1) not in groups["during"]:
        return None
    if dash and behind == "period":
        ended = ended_at(page, k + 1, count, "month")
        if ended is not None:
            return ended
        k += 1
    elif dash:
        return None
    alone = page.low[k] in (",", ".", ";", "and", BREAK, "")
    return (PeriodExpression("whole", count=count, unit="month"), k) if alone else None


def _is_rate(page: Page, k: int) -> bool:
    """ "£94 a year from January", "6 % a year from 2022": "a year" is what the sum or the rate is for."""
    sum_before = page.low[k - 3][-1:].isdigit() or page.low[k - 3] in page.words.groups["amounts"]
    return page.low[k - 2] in ("a", "an") and sum_before


def _ago(page: Page, k: int, count: int, unit: str, dash: bool) -> Found | None:
    """ago, earlier, before, later; from now; from, since, after or before a stated day."""
    if page.low[k] in DASHES and page.glued(k):
        k += 1
    word = page.low[k]
    if word in ("before", "after", "from", "since", "following"):
        j = k + 1
        if page.low[j] == "the":
            j += 1
        if (word == "from" and page.low[j] in page.words.groups["now"]) or (
            word == "from" and page.low[j] == "today"
        ):
            return PeriodExpression("shifted", relation="hence", count=count, unit=unit), j + 1
        inner = page.atom(page, j) if not (word == "from" and _is_rate(page, k)) else None
        if (
            inner is not None
            and inner[0].kind in ("day", "month", "year")
            and not dash
            and (inner[0].relation == "offset" or inner[0].year is not None or inner[0].month is not None)
        ):
            relation = "before" if word == "before" else "after"
            return PeriodExpression(
                "shifted", relation=relation, count=count, unit=unit, base=inner[0]
            ), inner[1]
    ago = page.words.maps["ago"].get(word)
    if ago is None or (word == "prior" and page.low[k + 1] == "to"):
        return None
    if (
        word == "before"
        and page.low[k + 1].isalpha()
        and page.low[k + 1] not in page.words.groups["prepositions"]
    ):
        return None
    if word in ("later", "hence", "afterwards") and unit in ("day", "week"):
        return None  # a story's own time, which no calendar tells
    return PeriodExpression("shifted", relation=ago, count=count, unit=unit), k + 1
