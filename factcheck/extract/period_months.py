"""Times that begin with the name of a month: Aug 24, 2025; Dec.07 2025; May 5-8; in October; the June quarter."""

from __future__ import annotations

from factcheck.extract.period_numeric import two_digit_year
from factcheck.extract.period_page import APOSTROPHES, DASHES, Found, Page
from factcheck.extract.period_years import year_at
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace

THROUGH = ("to", "through", "thru", "until", "till")
_TIMELY = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "of",
        "from",
        "to",
        "through",
        "throughout",
        "and",
        "or",
        "between",
        "before",
        "after",
        "for",
        "each",
        "every",
        "previous",
        "prior",
        "coming",
        "past",
        "following",
        "around",
    ]
)


def month_word(page: Page, i: int) -> tuple[int, bool] | None:
    """(month, is abbreviated) of the token at i."""
    kind, value = page.words.meaning.get(page.low[i], ("", None))
    return (int(value), kind == "short-month") if kind in ("month", "short-month") else None


def day_number(page: Page, i: int) -> tuple[int, int] | None:
    """A day of the month, 1 to 31, at token i: 24, 24th, the 24th, twenty-fourth; and the token after it."""
    j = i + 1 if page.low[i] == "the" else i
    found = page.ordinal(j)
    if found is None and page.digits(j) and len(page.digits(j)) <= 2 and not _long_number(page, j):
        found = int(page.digits(j)), j + 1
        if page.glued(j + 1) and (page.low[j + 1].isalpha() and month_word(page, j + 1) is None):
            return None
    if found is None and j == i and not page.digits(j):
        found = page.number(j)
    return found if found is not None and 1 <= found[0] <= 31 else None


def day_end(page: Page, i: int) -> int:
    """The token after an ordinal, or the same token."""
    found = page.ordinal(i)
    return found[1] if found is not None else i


def _long_number(page: Page, j: int) -> bool:
    after = page.low[j + 1] if page.glued(j + 1) else ""
    if after in ("%", "°", "$") or page.low[j + 1] == "%":
        return True
    if after == ":" and page.digits(j + 2) and page.glued(j + 2):
        return True
    return after in (".", ",") and page.glued(j + 2) and len(page.digits(j + 2)) in (1, 2, 3)


def month_led(page: Page, i: int) -> Found | None:
    """A time that begins with the name of a month."""
    month = month_word(page, i)
    if month is None:
        return None
    j = i + 1
    if page.low[j] == "." and page.glued(j) and (month[1] or page.digits(j + 1)):
        j += 1
    quarter = _month_quarter(page, i, j, month[0])
    if quarter is not None:
        return quarter
    if page.low[j] in ("-", "/") and page.glued(j) and page.glued(j + 1) and page.digits(j + 1):
        glued = _signed(page, j, month[0])
        if glued is not None:
            return glued
    k = j + 1 if page.low[j] == "," and page.ordinal(j + 1) is not None else j
    day = day_number(page, k)
    if (
        day is not None
        and not (page.low[k] == "the" and page.low[day[1]] in page.words.meaning)
        and not _counts(page, i, day[1])
    ):
        return _with_year(page, PeriodExpression("day", month=month[0], day=day[0]), day[1])
    named = year_after(page, j)
    if named is not None:
        return PeriodExpression("month", named[0].year, month=month[0]), named[1]
    relative = relative_year(page, j, month[0])
    if relative is not None:
        return relative
    return (PeriodExpression("month", month=month[0]), i + 1) if _stands_alone(page, i, month[1]) else None


def _counts(page: Page, i: int, j: int) -> bool:
    """in March 12 people …: the number belongs to what follows."""
    after = page.low[j]
    if after in page.words.groups["counted"] and after not in ("am", "pm", "est", "gmt", "utc"):
        return page.before(i) not in ("on", "by", "since", "until")
    lower = page.low[i] in ("may", "march", "mar", "sun", "dec") and not page.capital(i)
    if lower:
        return (
            page.before(i) not in ("on", "by", "since", "until", "from", "to", "before", "after", "between")
            and (page.digits(j) == "" and not (page.low[j] == "," and page.digits(j + 1)))
            and page.words.meaning.get(page.before(i), ("",))[0] not in ("weekday", "short-weekday")
        )
    return page.words.of(after, "unit") is not None and after.endswith("s")


def _signed(page: Page, j: int, month: int) -> Found | None:
    """Dec-2018, Dec/2018, Sep-23-2020, jan-1, jun-15."""
    digits = page.digits(j + 1)
    if len(digits) == 4:
        return PeriodExpression("month", int(digits), month=month), j + 2
    if len(digits) > 2 or not 1 <= int(digits) <= 31:
        return None
    day = PeriodExpression("day", month=month, day=int(digits))
    if page.low[j + 2] == page.low[j] and page.glued(j + 2) and page.glued(j + 3):
        year = page.digits(j + 3)
        if len(year) in (2, 4):
            return replace(day, year=two_digit_year(year)), j + 4
    return day, j + 2


def year_after(page: Page, j: int) -> Found | None:
    """The year at token j, after ", ", "of", "in" or nothing."""
    k = j
    if page.low[k] == "," or page.low[k] in ("of", "in"):
        k += 1
    if page.low[k] == "the":
        k += 1
    if page.low[k] == "year" and page.digits(k + 1):
        k += 1
    found = year_at(page, k)
    if found is None or found[0].span_year is not None:
        if len(page.digits(k)) == 4 and found is not None:
            return PeriodExpression("year", int(page.digits(k))), k + 1
        return None
    year = found[0].year or 0
    if not 1000 <= year <= 2199:
        return None
    if k > j and page.low[j] == "in" and page.low[found[1]] in page.words.groups["counted"]:
        return None
    return found


def _with_year(page: Page, day: PeriodExpression, j: int) -> Found | None:
    """A day, or a range of days of one month, with its year if one follows."""
    j_before = j
    second = None
    sign = page.low[j]
    if sign in DASHES or sign in THROUGH or sign == "~" or (sign == "and" and is_between(page, j)):
        other = day_number(page, j + 1)
        if (
            other is not None
            and other[0] > (day.day or 0)
            and not _month_follows(page, other[1])
            and (not page.digits(j + 1) or not _counts(page, j, other[1]))
        ):
            second, j = other[0], other[1]
    found = year_after(page, j)
    if found is None and page.low[j] in ("(", ","):
        found = _weekday_then_year(page, j)
    year, end = (found[0].year, found[1]) if found is not None else (None, j)
    if second is None:
        if found is None:
            relative = relative_year(page, j_before, day.month or 1, day.day)
            if relative is not None:
                return relative
        return replace(day, year=year), end
    return PeriodExpression(
        "range", base=replace(day, year=year), until=replace(day, day=second, year=year)
    ), end


def _weekday_then_year(page: Page, j: int) -> Found | None:
    """August 24 (Sunday), 2025."""
    if (
        page.low[j] == "("
        and page.words.of(page.low[j + 1], "weekday") is not None
        and page.low[j + 2] == ")"
    ):
        return year_after(page, j + 3)
    return None


def is_between(page: Page, j: int) -> bool:
    return "between" in page.low[max(0, j - 5) : j]


def _month_follows(page: Page, j: int) -> bool:
    k = j + 1 if page.low[j] == "of" else j
    return month_word(page, k) is not None


def relative_year(page: Page, j: int, month: int, day: int | None = None) -> Found | None:
    """June next year, 5 May last year, June of this year."""
    k = j + 1 if page.low[j] in ("of", "in") else j
    relation = page.words.of(page.low[k], "det")
    if relation is None or page.low[k + 1] != "year" or page.low[k + 2] in APOSTROPHES:
        return None
    base = PeriodExpression("year", relation=relation)
    kind = "month" if day is None else "day"
    return PeriodExpression(kind, month=month, day=day, base=base), k + 2


def _month_quarter(page: Page, i: int, j: int, month: int) -> Found | None:
    """the June quarter, June-quarter 2025, the March half."""
    k = j + 1 if page.low[j] in DASHES else j
    unit = page.words.of(page.low[k], "unit")
    if unit not in ("quarter", "half") or page.low[k].endswith("s") or not page.capital(i):
        return None
    label = PeriodExpression(unit, month=month, relation="month")
    found = year_after(page, k + 1)
    if found is not None:
        return replace(label, year=found[0].year), found[1]
    return label, k + 1


def _stands_alone(page: Page, i: int, short: bool) -> bool:
    """Whether a month's name without day or year is one."""
    word, before, after = page.low[i], page.before(i), page.low[i + 1]
    if (after in THROUGH or after in DASHES) and month_word(page, i + 2) is not None:
        return True
    capital, timely = page.capital(i), before in _TIMELY
    shy = word in page.words.groups["shy_months"]
    if page.glued(i) and before in ("'", "@", "_", ".", "/"):
        return before == "/" and page.low[i - 2] in page.words.meaning
    if not capital and (shy or short):
        return (
            before in ("in", "since", "until", "last", "next", "this", "early", "late", "mid")
            and word != "mar"
        )
    if not shy and not short:
        return True
    name_like = (
        page.capital(i + 1) and after.isalpha() and after not in page.words.meaning and not page.glued(i + 1)
    )
    if name_like and before not in (
        "in",
        "since",
        "until",
        "during",
        "last",
        "next",
        "this",
        "early",
        "late",
    ):
        return False
    if before in ("by", "for", "from", "to", "after", "before", "around", "and", "or", "of") and word in (
        "april",
        "june",
        "august",
        "may",
        "jan",
    ):
        return not name_like
    if timely:
        return True
    if short:
        return False
    if page.capital(i - 1) and i > 0 and before.isalpha() and not page.opens_sentence(i - 1):
        return False
    if before in APOSTROPHES or (before == "s" and page.low[i - 2] in APOSTROPHES):
        return False
    if word in ("may", "march"):
        if page.opens_sentence(i) or after in ("on", "madness", "of", "against", "for"):
            return False
        return before.isalpha() and (
            word == "march" or before in ("the", "a", "its", "their", "with", "on", "than")
        )
    return True
