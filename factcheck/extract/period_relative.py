"""Times that hang on others: last quarter, a year earlier, the same period last year, the past three years."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.period_days import month_word
from factcheck.extract.period_labels import letter_label, part_unit, worded_bare
from factcheck.extract.period_page import APOSTROPHES, DASHES, Found, Page
from factcheck.extract.period_years import fiscal_year_at, year_at
from factcheck.normalise.calendars import PeriodExpression

_WHOLE = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century")


def unit_at(page: Page, i: int) -> str | None:
    found: str | None = page.words.of(page.low[i], "unit")
    return found


def determined(page: Page, i: int) -> Found | None:
    """this, last, next … with what follows: a unit, n units, a month, a weekday, a season."""
    relation = page.words.of(page.low[i], "det")
    if relation is None:
        return None
    j = i + 2 if page.low[i + 1] in DASHES else i + 1  # prior-year
    fiscal = True if page.low[j] in ("fiscal", "financial") else None
    if page.low[j] in ("fiscal", "financial", "full", "calendar", "entire", "whole"):
        j += 1
    many = page.number(j)
    if many is not None:
        k = many[1] + 1 if page.low[many[1]] in DASHES else many[1]
        unit = unit_at(page, k)
        if unit is None or many[0] == 0 or unit == "weekend":
            return None
        if page.low[k + 1] in ("of", "in") and relation != "this":
            inside = _nth_of(page, k + 2, -1 if relation == "last" else 1, many[0], unit)
            if inside is not None:
                return inside
        return _span(relation, many[0], unit), k + 1
    word = page.low[j]
    unit = unit_at(page, j)
    if unit is not None:
        return _with_unit(page, i, j, relation, unit, fiscal)
    month = month_word(page, j)
    if month is not None and (not month[1] or page.capital(j)):
        if page.low[i] in ("past", "current") or (word in ("may", "march") and not page.capital(j)):
            return None
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
        return None
    if unit == "year":
        compared = _year_compared(page, i, j, relation)
        if compared is not None:
            return compared
    if unit in ("quarter", "half") and page.low[i] in ("last", "final") and after in ("of", "in"):
        inside = _last_part(page, j + 2, unit)
        if inside is not None:
            return inside
    if after in ("of", "in") and relation in ("last", "next") and page.low[i] in ("last", "final"):
        inside = _nth_of(page, j + 2, -1, 1, unit)
        if inside is not None:
            return inside
    if unit in ("quarter", "half") and after in DASHES and page.low[j + 2] in ("on", "over"):
        return None
    if unit == "year" and after in DASHES and page.low[j + 2] in ("on", "over", "old"):
        return None
    return PeriodExpression(unit, relation=relation, fiscal=fiscal), j + 1


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


def _nth_of(page: Page, k: int, index: int, count: int, unit: str) -> Found | None:
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
        found = _nth_of(page, k + step, index, count, unit)
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


def ended_at(page: Page, k: int, count: int, unit: str) -> Found | None:
    """ended June 30, to March, ending 31 December 2025: the count units before a day."""
    word = page.low[k]
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
    return PeriodExpression("ended", count=count, unit=unit, base=base), inner[1]


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
    unit = unit_at(page, j)
    if unit is None or unit == "weekend" or (page.glued(i) and page.before(i) in (".", "$", "/", ":")):
        return None
    k = j + 1
    if page.low[k] in APOSTROPHES and page.low[k + 1] not in ("s",):
        k += 1
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    ended = ended_at(page, k, count, unit) if page.low[i] not in ("a", "an") else None
    if ended is not None:
        return ended
    ago = _ago(page, k, count, unit, dash)
    if ago is not None:
        return ago
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
    if article or (page.low[j] == "day" and not dash) or (page.low[k - 1] in APOSTROPHES and False):
        return None
    return PeriodExpression("duration", count=count, unit=unit), k


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
        inner = page.atom(page, j)
        if inner is not None and inner[0].kind in ("day", "month", "year") and not dash:
            if inner[0].relation == "offset" or inner[0].year is not None or inner[0].month is not None:
                relation = "before" if word == "before" else "after"
                return PeriodExpression(
                    "shifted", relation=relation, count=count, unit=unit, base=inner[0]
                ), inner[1]
    relation = page.words.maps["ago"].get(word)
    if relation is None or (word == "prior" and page.low[k + 1] == "to"):
        return None
    if (
        word == "before"
        and page.low[k + 1].isalpha()
        and page.low[k + 1] not in page.words.groups["prepositions"]
    ):
        return None
    if word in ("later", "hence", "afterwards") and unit in ("day", "week"):
        return None  # a story's own time, which no calendar tells
    return PeriodExpression("shifted", relation=relation, count=count, unit=unit), k + 1


def unit_led(page: Page, i: int) -> Found | None:
    """quarter ended June 30, year to date, year-ago quarter, year 2008, week 10, the quarter, months to June."""
    unit = unit_at(page, i)
    word = page.low[i]
    if unit is None or (page.glued(i) and page.before(i).isdigit()):
        return None
    j = i + 2 if page.low[i + 1] in DASHES and page.glued(i + 1) else i + 1
    if unit == "year" or unit in ("quarter", "month", "week"):
        if page.low[j] == "to" and page.low[j + 1 + (page.low[j + 1] in DASHES)] == "date":
            return PeriodExpression("to-date", unit=unit), j + 2 + (page.low[j + 1] in DASHES)
    if word == "half":
        k = i + 2 if page.low[i + 1] in DASHES else i + 1
        if page.low[k] == "year":
            return ended_at(page, k + 1, 1, "half")
    if word in ("quarter", "year", "half", "month", "week") and page.low[i + 1] not in DASHES:
        ended = ended_at(page, i + 1, 1, unit)
        if ended is not None and page.before(i) not in ("a", "per", "each"):
            return ended
    if unit == "year":
        return _year_led(page, i, j)
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
            return replace(stated[0], part="end"), stated[1]
        return PeriodExpression("year", relation="this", part="end"), j + 1
    if page.low[i + 1] not in DASHES:
        k = i + 2 if page.low[i + 1] == "of" else i + 1
        stated = year_at(page, k)
        if stated is not None and len(page.digits(k)) != 2:
            return stated
    if (
        (
            before == "the"
            and i > 1
            and page.low[i - 2] in ("for", "during", "over")
            and page.low[i + 1] not in DASHES
        )
        and page.low[i + 1]
        not in (
            "of",
            "in",
            "that",
            "ahead",
            "before",
            "after",
            "when",
        )
        and not page.capital(i)
    ):
        return PeriodExpression("whole", unit="year"), i + 1
    return None


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
