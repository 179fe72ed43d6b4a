"""Times that begin with a day or a weekday: 24 August 2025; 4 to 22 January; Sunday, Aug 24, 2025; Monday."""

from __future__ import annotations

from factcheck.extract.period_months import (
    THROUGH,
    day_end,
    day_number,
    is_between,
    month_led,
    month_word,
    relative_year,
    year_after,
)
from factcheck.extract.period_numeric import numeric_date, two_digit_year
from factcheck.extract.period_page import BREAK, DASHES, Found, Page
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace


def day_led(page: Page, i: int) -> Found | None:
    """24 August 2025, 5th of May, 4 to 22 January 1995, the 27th of this month, fourth of July, 05-Aug-2016."""
    day = day_number(page, i)
    if day is None or (page.glued(i) and page.before(i) in (".", ",", "$", "€", "£", "#", "/", ":")):
        return None
    j = day[1]
    numeral = bool(page.digits(i))
    if numeral and page.low[j] in ("-", "/") and page.glued(j) and month_word(page, j + 1) is not None:
        return _day_sign_month(page, i, j, day[0])
    if numeral and page.low[j] == "." and (page.glued(j)) and month_word(page, j + 1) is not None:
        j += 1
    second: int | None = None
    sign = page.low[j]
    if sign in DASHES or sign in THROUGH or sign == "and":
        other = day_number(page, j + 1)
        if other is not None and other[0] > day[0] and (sign != "and" or is_between(page, j)):
            second, j = other[0], other[1]
    k = j + 1 if page.low[j] == "of" else j
    if page.low[k] == "the":
        return None
    month = month_word(page, k)
    if month is None:
        return _day_of_relative(page, k, day[0], second) or (
            _day_alone(page, i, day) if second is None else None
        )
    if (
        page.low[k] in ("may", "march", "mar", "dec", "sun")
        and not page.capital(k)
        and page.low[j] != "of"
        and not (page.digits(k + 1) or page.low[k - 1] in ("st", "nd", "rd", "th"))
    ):
        return None
    if not numeral and second is None and page.low[j] != "of" and page.ordinal(i) is None:
        return None
    end = k + 1
    if page.low[end] == "." and page.glued(end) and month[1]:
        end += 1
    base = PeriodExpression("day", month=month[0], day=day[0])
    if page.low[end] in ("-", "/") and page.glued(end) and len(page.digits(end + 1)) == 4:
        return replace(base, year=int(page.digits(end + 1))), end + 2
    found = year_after(page, end)
    year, end = (found[0].year, found[1]) if found is not None else (None, end)
    if second is not None:
        until = replace(base, day=second, year=year)
        return PeriodExpression("range", base=replace(base, year=year), until=until), end
    if year is None:
        relative = relative_year(page, end, month[0], day[0])
        if relative is not None:
            return relative
    return replace(base, year=year), end


def _day_alone(page: Page, i: int, day: tuple[int, int]) -> Found | None:
    """on the 27th, with nothing after it that the number could belong to (the 27th floor)."""
    first = i - 1 if page.before(i) == "the" else i
    after = page.low[day[1]]
    said = page.before(first) in ("on", "by", "until", "since") or (
        page.before(first) == "for" and first < i and not after.isalnum()
    )
    if not said or page.ordinal(i) is None:
        return None
    if page.glued(day[1]) and after not in (".", ",", "!", "?", ";", ":", ")", "”", '"'):
        return None
    if after.isalpha() and after not in ("and", "to", "for", "with", "but", "when", "at", "because", "in"):
        return None
    if not page.digits(i) and (after.isalpha() or first == i or after in ("$", "€", "£", "¥")):
        return None  # "on the first $1m"
    return PeriodExpression("day", day=day[0]), day[1]


def _day_sign_month(page: Page, i: int, j: int, day: int) -> Found | None:
    month = month_word(page, j + 1)
    if month is None:
        return None
    base = PeriodExpression("day", month=month[0], day=day)
    if page.low[j + 2] in ("-", "/") and page.glued(j + 2) and len(page.digits(j + 3)) in (2, 4):
        return replace(base, year=two_digit_year(page.digits(j + 3))), j + 4
    found = year_after(page, j + 2)
    return (replace(base, year=found[0].year), found[1]) if found is not None else (base, j + 2)


def _day_of_relative(page: Page, k: int, day: int, second: int | None) -> Found | None:
    """20th of next month, 4 to 22 this month."""
    if page.low[k] == "in":
        k += 1
    relation = page.words.of(page.low[k], "det")
    if relation is None or page.low[k + 1] != "month":
        return None
    base = PeriodExpression("month", relation=relation)
    first = PeriodExpression("day", day=day, base=base)
    if second is None:
        return first, k + 2
    return PeriodExpression("range", base=first, until=replace(first, day=second)), k + 2


def weekday_led(page: Page, i: int) -> Found | None:
    """Sunday, Aug 24, 2025; Friday 2018-7-6; Friday last week; Monday. The weekday stays with the expression."""
    kind, weekday = page.words.meaning.get(page.low[i], ("", None))
    if kind not in ("weekday", "short-weekday"):
        return None
    if any(rest == (page.low[i],) for rest, _ in page.words.maps["named"].get(page.before(i), ())):
        return None  # the Friday of "Black Friday shoppers" is no Friday of its own
    j = i + 1
    if kind == "short-weekday" and page.low[j] == "." and page.glued(j):
        j += 1
    k = j + 1 if page.low[j] in (",", "(") else j
    if page.low[k] == "the":
        k += 1
    inner = None
    if page.low[k - 1] == "the" and page.ordinal(k) is not None and not page.low[day_end(page, k)].isalpha():
        number = page.ordinal(k)
        if number is not None and 1 <= number[0] <= 31:
            return PeriodExpression("day", day=number[0], weekday=int(weekday)), number[1]
    if page.low[k] != BREAK:
        inner = numeric_date(page, k, loose=True) or month_led(page, k) or day_led(page, k)
    if inner is not None and inner[0].kind == "day":
        end = inner[1] + 1 if page.low[j] == "(" and page.low[inner[1]] == ")" else inner[1]
        return replace(inner[0], weekday=int(weekday)), end
    if kind == "short-weekday" and not (page.before(i) == "on" and (page.capital(i) or len(page.low[i]) > 3)):
        return None
    k = j + 1 if page.low[j] == "of" else j
    relation = page.words.of(page.low[k], "det")
    if relation is not None and page.low[k + 1] == "week":
        base = PeriodExpression("week", relation=relation)
        return PeriodExpression("day", weekday=int(weekday), base=base), k + 2
    return PeriodExpression("day", weekday=int(weekday)), i + 1
