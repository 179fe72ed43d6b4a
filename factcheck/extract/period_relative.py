"""Times that hang on others: last quarter, the same period last year, the past three years."""

from __future__ import annotations

from factcheck.extract.period_counted import counted
from factcheck.extract.period_labels import letter_label, part_unit, worded_bare
from factcheck.extract.period_months import month_word
from factcheck.extract.period_page import APOSTROPHES, DASHES, Found, Page
from factcheck.extract.period_references import in_year, nth_of, unit_at, year_reference
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace

_SEASON_THINGS = ("ticket", "tickets", "finale", "opener", "pass", "premiere", "series", "record", "best")
_WHOLE = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century")


def determined(page: Page, i: int) -> Found | None:
    """this, last, next … with what follows: a unit, n units, a month, a weekday, a season."""
    relation = page.words.of(page.low[i], "det")
    if relation is None:
        return None
    if relation == "later":
        return _following(page, i)
    j = i + 2 if page.low[i + 1] in DASHES else i + 1  # prior-year
    fiscal = True if page.low[j] in ("fiscal", "financial") else None
    if page.low[j] in ("fiscal", "financial", "full", "calendar", "entire", "whole"):
        j += 1
    vague = _vague_span(page, i, j, relation)
    if vague is not None or page.low[i] == "recent":
        return vague
    many = page.number(j)
    if many is not None:
        k = many[1] + 1 if page.low[many[1]] in DASHES else many[1]
        unit = unit_at(page, k)
        if unit is None or many[0] == 0 or unit == "weekend":
            return None
        if page.low[i] in page.words.groups["running"] and unit not in ("month", "quarter"):
            return None  # "a rolling five-year contract"
        if page.low[k + 1] in ("of", "in") and relation != "this":
            inside = nth_of(page, k + 2, -1 if relation == "last" else 1, many[0], unit)
            if inside is not None:
                return inside
        return _span(relation, many[0], unit), k + 1
    if page.low[i] in page.words.groups["running"]:
        return None
    word = page.low[j]
    if page.low[i] == "next" and not word.isalnum() and ["this", "year"] in _pairs(page, i):
        return PeriodExpression("year", relation="next"), i + 1  # "1.8 % this year and 2.1 % next"
    if word == "season" and j == i + 1 and not _of_something(page, j + 1):
        return PeriodExpression("season", relation=relation), j + 1
    unit = unit_at(page, j)
    if unit is not None:
        return _with_unit(page, i, j, relation, unit, fiscal)
    month = month_word(page, j)
    if month is not None and (not month[1] or page.capital(j)):
        if page.low[i] in ("past", "current") or (word in ("may", "march") and not page.capital(j)):
            return None
        dated = page.atom(page, j) if relation == "last" and page.digits(j + 1) else None  # last May 31
        if dated is not None and dated[0].kind == "day":
            return dated
        return PeriodExpression("month", month=month[0], relation=relation), j + 1
    weekday = page.words.of(word, "weekday")
    if weekday is not None:
        end = j + 1
        return PeriodExpression("day", weekday=int(weekday), relation=relation), end
    season = page.words.of(word, "season")
    if season is not None and word != "fall":
        return PeriodExpression("season", index=int(season), relation=relation), j + 1
    if word == "fall" and relation != "next" and page.low[j + 1] not in ("in", "of"):
        return PeriodExpression("season", index=3, relation=relation), j + 1
    if page.low[i] in ("this", "last", "next", "final") and word in ("q",) and page.digits(j + 1):
        return letter_label(page, j)
    return None


def _of_something(page: Page, at: int) -> bool:
    """ "this season of goodwill", "last season ticket": no season of sport by itself."""
    after = page.low[at]
    return after == "of" or page.capital(at) or (after in _SEASON_THINGS)


def _pairs(page: Page, i: int) -> list[list[str]]:
    """The words before, two by two."""
    return [page.low[step : step + 2] for step in range(max(0, i - 10), i - 1)]


def _vague_span(page: Page, i: int, j: int, relation: str) -> Found | None:
    """the past few weeks, the last couple of years, recent months: a time that no calendar bounds."""
    if page.low[j] in ("few", "several", "many"):
        j += 1
    elif page.low[j] == "couple" and page.low[j + 1] == "of":
        j += 2
    elif page.low[i] != "recent":
        return None
    unit = unit_at(page, j)
    if unit is None or not page.low[j].endswith("s") or page.low[j] in ("weekends", "halves"):
        return None
    return PeriodExpression("span", relation=relation, unit=unit), j + 1


def _span(relation: str, count: int, unit: str) -> PeriodExpression:
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    return PeriodExpression("span", relation=relation, count=count, unit=unit)


def _with_unit(page: Page, i: int, j: int, relation: str, unit: str, fiscal: bool | None) -> Found | None:
    word, after = page.low[j], page.low[j + 1]
    if unit == "fortnight":
        return _span(relation, 2, "week"), j + 1
    if word.endswith("s") and unit not in ("century",):
        return None
    if page.low[i] in ("past", "preceding", "coming") and unit in (
        "year",
        "month",
        "week",
        "decade",
        "quarter",
    ):
        return _span(relation, 1, unit), j + 1
    if unit == "day":
        return _story_day(page, i, j)
    if unit == "year":
        compared = _year_compared(page, i, j, relation)
        if compared is not None:
            return compared
    if unit in ("quarter", "half") and page.low[i] in ("last", "final") and after in ("of", "in"):
        inside = _last_part(page, j + 2, unit)
        if inside is not None:
            return inside
    if after in ("of", "in") and relation in ("last", "next") and page.low[i] in ("last", "final"):
        inside = nth_of(page, j + 2, -1, 1, unit)
        if inside is not None:
            return inside
    if unit in ("quarter", "half") and after in DASHES and page.low[j + 2] in ("on", "over"):
        return None
    if unit == "year" and after in DASHES and page.low[j + 2] in ("on", "over", "old"):
        return None
    return PeriodExpression(unit, relation=relation, fiscal=fiscal), j + 1


def _story_day(page: Page, i: int, j: int) -> Found | None:
    """the next day, the previous day: counted from what the story told last, which no calendar knows."""
    relation = {"next": "later", "previous": "earlier", "preceding": "earlier"}.get(page.low[i])
    after = page.low[j + 1]
    if relation is None or j > i + 1 or after == "of" or after in DASHES or after in APOSTROPHES:
        return None
    if page.before(i) != "the" and after.isalpha():
        return None  # "next day delivery"
    return PeriodExpression("shifted", relation=relation, count=1, unit="day"), j + 1


def _following(page: Page, i: int) -> Found | None:
    """the following year, the following day: a story's own time, as "the next day" is."""
    unit = unit_at(page, i + 1)
    if page.before(i) != "the" or unit not in ("day", "week", "month", "quarter", "year", "decade"):
        return None
    if page.low[i + 1].endswith("s") or page.low[i + 2] in DASHES or page.low[i + 2] in APOSTROPHES:
        return None
    return PeriodExpression("shifted", relation="later", count=1, unit=unit), i + 2


def _last_part(page: Page, k: int, unit: str) -> Found | None:
    """the last quarter of 2024, the final half of fiscal 2025."""
    year = year_reference(page, k)
    if year is None:
        return None
    label = PeriodExpression(unit, index=4 if unit == "quarter" else 2)
    return in_year(label, year[0]), year[1]


def _year_compared(page: Page, i: int, j: int, relation: str) -> Found | None:
    """last year's third quarter, the prior-year period, the previous year quarter."""
    back = {"last": -1, "next": 1, "this": 0}[relation]
    k, owned = j + 1, False
    if page.low[k] in APOSTROPHES and page.low[k + 1] == "s" and page.glued(k):
        k, owned = k + 2, True
    elif page.low[k] in DASHES and page.glued(k):
        k += 1
    if page.low[k] in page.words.groups["sameness"]:
        k += 1
    base = PeriodExpression("year", relation=relation)
    label = worded_bare(page, k) or (letter_label(page, k) if page.low[k] in ("q", "h") else None)
    if label is not None and (owned or page.low[i] in ("prior", "previous")) and label[0].year is None:
        return replace(label[0], base=base), label[1]
    fiscal = part_unit(page, k)
    if (
        fiscal is not None
        and k > j
        and (owned or relation == "last")
        and not page.low[fiscal[1] - 1].endswith("s")
    ):
        return PeriodExpression("same", unit=fiscal[0], count=back), fiscal[1]
    if page.low[k] in page.words.groups["stretches"] and page.low[k] != "time":
        return PeriodExpression("same", unit="period", count=back), k + 1
    month = month_word(page, k)
    if owned and month is not None and not month[1]:
        return PeriodExpression("month", month=month[0], base=base), k + 1
    return None


def sameness(page: Page, i: int) -> Found | None:
    """the same quarter last year, the corresponding period of 2024, the same period a year earlier."""
    if page.low[i] not in page.words.groups["sameness"] or (
        page.low[i] == "like" and page.low[i + 1] != "period"
    ):
        return None
    j = i + 1
    number = page.ordinal(j)
    unit = unit_at(page, j)
    label = worded_bare(page, j) if number is not None else None
    three = page.number(j)
    if label is not None:
        j = label[1]
    elif three is not None and unit_at(page, three[1] + (page.low[three[1]] in DASHES)) == "month":
        j = three[1] + (page.low[three[1]] in DASHES) + 1
        unit = "period"
        if page.low[j] in page.words.groups["stretches"]:
            j += 1
    elif unit in _WHOLE:
        j += 1
    elif page.low[j] in page.words.groups["stretches"]:
        unit, j = "period", j + 1
    else:
        return None
    if page.low[j] == "," or page.low[j] in ("of", "in", "from", "for", "during"):
        j += 1
    year = year_reference(page, j)
    if year is not None and year[0].kind == "year":
        if label is not None:
            return in_year(label[0], year[0]), year[1]
        if year[0].year is not None:
            return PeriodExpression("same", unit=unit, base=year[0]), year[1]
        back = {"last": -1, "next": 1, "this": 0}[year[0].relation or "this"]
        return PeriodExpression("same", unit=unit, count=back), year[1]
    if page.low[j] == "the":
        j += 1
    ago = counted(page, j)
    if ago is not None and ago[0].kind == "shifted" and ago[0].unit == "year" and ago[0].base is None:
        if label is not None:
            return replace(label[0], base=PeriodExpression("year", relation="last", count=ago[0].count)), ago[
                1
            ]
        return PeriodExpression("same", unit=unit, count=-(ago[0].count or 1)), ago[1]
    if unit == "period" and label is None and page.low[i + 1] in ("time", "span", "stretch"):
        return None
    return None
