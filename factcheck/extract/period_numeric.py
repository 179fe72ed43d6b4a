"""Dates in digits (2025-08-24, 22.12.2025, 8/24/2025) and named days (Christmas 2024)."""

from __future__ import annotations

from factcheck.extract.period_page import Found, Page
from factcheck.extract.period_years import year_at
from factcheck.normalise.calendars import PeriodExpression

_SIGNS = ("-", "/", ".")


def two_digit_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def numeric_date(page: Page, i: int, *, loose: bool = False) -> Found | None:
    """A date in digits at token i. ``loose``: one without year too, as after a weekday (7/6)."""
    first, sign = page.digits(i), page.low[i + 1]
    if not first or sign not in _SIGNS or not page.glued(i + 1) or not page.glued(i + 2):
        return None
    if page.glued(i) and (
        page.before(i) in ("/", ".", ":", "$", "€", "£", "#", ",") or page.before(i).isalpha()
    ):
        return None
    second = page.digits(i + 2)
    if not second:
        return _with_name(page, i, sign)
    more = page.low[i + 3] == sign and page.glued(i + 3) and page.glued(i + 4)
    third = page.digits(i + 4) if more else ""
    if more and not third and sign != "." and len(first) == 4:
        return None
    after = i + 5 if third else i + 3
    if (
        third
        and page.low[after] in (sign, ".")
        and page.glued(after)
        and page.glued(after + 1)
        and page.digits(after + 1)
    ) and not ((sign == "-" and len(third) == 4) or len(first) == 4):
        return None
    if len(first) == 4 and len(second) <= 2:
        return _year_first(page, i, first, second, third, sign)
    if len(first) > 2 or len(second) > 2:
        return _month_year(page, i, first, second, third)
    if not third:
        if sign == "/" and page.low[i + 3] == "," and len(page.digits(i + 4)) == 4:
            return _ordered(int(first), int(second), int(page.digits(i + 4)), sign, i + 5)
        said = loose or (sign == "/" and page.before(i) == "on" and not page.is_numeral_part(i))
        return _ordered(int(first), int(second), None, sign, i + 3) if said else None
    if len(third) == 4:
        return _ordered(int(first), int(second), int(third), sign, after)
    padded = len(first) == 2 and len(second) == 2
    if len(third) == 2 and (sign == "/" or padded) and (sign != "." or int(first) > 12 or first[0] == "0"):
        return _ordered(int(first), int(second), two_digit_year(third), sign, after)
    return None


def _year_first(page: Page, i: int, first: str, second: str, third: str, sign: str) -> Found | None:
    year, month = int(first), int(second)
    if not 1000 <= year <= 2199:
        return None
    if third and len(third) <= 2:
        if month > 12 and int(third) <= 12 and sign == "/":
            return PeriodExpression("day", year, month=int(third), day=month), i + 5
        if 1 <= month <= 12 and 1 <= int(third) <= 31:
            return PeriodExpression("day", year, month=month, day=int(third)), _after_time(page, i + 5)
        return None
    if third or not 1 <= month <= 12 or month == (year + 1) % 100 or sign == ".":
        return None
    if page.is_numeral_part(i + 2) and sign == ".":
        return None
    if page.glued(i + 3) and (page.low[i + 3].isalnum() or page.low[i + 3] in "%$"):
        return None
    if not 1900 <= year <= 2100:
        return None
    if sign == "/" or len(second) == 2 or not page.low[i + 3].isalpha():
        return PeriodExpression("month", year, month=month), i + 3
    return None


def _after_time(page: Page, j: int) -> int:
    """Past the clock of 2025-08-24T18:24:00Z."""
    if page.low[j] == "t" and page.glued(j) and page.digits(j + 1) and page.glued(j + 1):
        return clock_after(page, j + 1) or j
    return j


def _month_year(page: Page, i: int, first: str, second: str, third: str) -> Found | None:
    """3/2015, 11-2016."""
    if third or len(first) > 2 or len(second) != 4 or page.low[i + 1] == ".":
        return None
    month, year = int(first), int(second)
    if (
        not (1 <= month <= 12 and 1900 <= year <= 2100)
        or page.before(i) in page.words.groups["numbered_names"]
    ):
        return None
    return PeriodExpression("month", year, month=month), i + 3


def _ordered(a: int, b: int, year: int | None, sign: str, end: int) -> Found | None:
    """Day and month in the order the sign suggests: dots are day first, slashes and hyphens month first."""
    if year is not None and not 1000 <= year <= 2199:
        return None
    if sign == "." and year is not None:
        if not (1 <= a <= 31 and 1 <= b <= 12):
            return None
        return PeriodExpression("day", year, month=b, day=a), end
    if 1 <= a <= 12 and 1 <= b <= 31:
        both = b <= 12 and a != b
        return PeriodExpression("day", year, month=a, day=b, day_first=both), end
    if 1 <= a <= 31 and 1 <= b <= 12:
        return PeriodExpression("day", year, month=b, day=a), end
    return None


def _with_name(page: Page, i: int, sign: str) -> Found | None:
    """2019/aug/01, 2020-Sep-23."""
    kind, month = page.words.meaning.get(page.low[i + 2], ("", None))
    if kind not in ("month", "short-month") or len(page.digits(i)) != 4 or sign == ".":
        return None
    day = page.digits(i + 4)
    if page.low[i + 3] == sign and page.glued(i + 3) and page.glued(i + 4) and 1 <= len(day) <= 2:
        return PeriodExpression("day", int(page.digits(i)), month=int(month), day=int(day)), i + 5
    return None


def clock_after(page: Page, j: int) -> int | None:
    """The token after a clock time at token j (6:24 pm ET, 18:24:04, 6 p.m.); None if there is none."""
    digits = page.digits(j)
    if not digits or len(digits) > 2 or int(digits) > 24:
        return None
    k, timed = j + 1, False
    while (
        page.low[k] == ":"
        and page.glued(k)
        and page.glued(k + 1)
        and len(page.digits(k + 1)) == 2
        and k < j + 5
    ):
        k, timed = k + 2, True
    if page.low[k] in ("am", "pm"):
        k, timed = k + 1, True
    elif page.low[k] in ("a", "p") and page.low[k + 1] == "." and page.low[k + 2] == "m":
        k, timed = k + (4 if page.low[k + 3] == "." and page.glued(k + 3) else 3), True
    if not timed:
        return None
    if page.low[k] in _ZONES and page.text[page.start[k] : page.end[k]].isupper():
        k += 1
    return k


_ZONES = frozenset(
    [
        "et",
        "est",
        "edt",
        "ct",
        "cst",
        "cdt",
        "mt",
        "mst",
        "mdt",
        "pt",
        "pst",
        "pdt",
        "gmt",
        "bst",
        "utc",
        "cet",
        "cest",
        "jst",
        "hkt",
        "ist",
        "aest",
        "z",
    ]
)


def named_at(page: Page, i: int) -> Found | None:
    """Christmas 2024, on Black Friday, Thanksgiving last year: only where a year or a preposition says it is a day."""
    for rest, name in page.words.maps["named"].get(page.low[i], ()):
        j, fits = i + 1, True
        for word in rest:
            if page.low[j] in ("'", "’"):
                j += 2 if page.low[j + 1] == "s" else 1
            joined = (
                page.low[j] + "s" if page.low[j + 1] in ("'", "’") and page.low[j + 2] == "s" else page.low[j]
            )
            if joined == word + "s" or (joined == word and joined != page.low[j]):
                j += 2
            elif joined != word and page.low[j] != word:
                fits = False
                break
            j += 1
        if not fits:
            continue
        k = j + 1 if page.low[j] in ("of", ",", "in") else j
        year = year_at(page, k)
        if year is not None and year[0].span_year is None and len(page.digits(k)) == 4:
            return PeriodExpression("day", year[0].year, name=name), year[1]
        said = page.before(i) in (
            "on",
            "by",
            "before",
            "after",
            "since",
            "until",
            "last",
            "next",
            "this",
            "at",
            "to",
        )
        after, groups = page.low[j], page.words.groups
        # an adjective otherwise: Christmas sales
        ends = not after.isalpha() or after in groups["prepositions"] or after in groups["changes"]
        if said and page.capital(i) and (ends or after in ("were", "was", "is", "are", "and", "or")):
            return PeriodExpression("day", name=name), j
    return None
