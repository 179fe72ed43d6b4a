"""Years, fiscal years, decades and centuries."""

from __future__ import annotations

from factcheck.extract.period_page import APOSTROPHES, DASHES, Found, Page
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace

_LOW, _HIGH = 1900, 2099


def year_at(page: Page, i: int, *, strong: bool = True) -> Found | None:
    """A stated year: 2025, '25 (strong places only), 2025/26, 2025-26, nineteen ninety-nine.

    ``strong`` is true where the words before demand a year (fiscal, Q3, a month).
    """
    digits = page.digits(i)
    if len(digits) == 4 and not page.is_numeral_part(i):
        year = int(digits)
        if not (1000 if strong else 1500) <= year <= _HIGH:
            return None
        if page.glued(i + 1) and page.low[i + 1].isalpha() and page.low[i + 1] not in ("q", "h", "e", "a"):
            return None
        second = _second_year(page, i + 1, year)
        if second is not None:
            return PeriodExpression("year", year, year + 1, None), second
        return PeriodExpression("year", year), i + 1
    if strong and page.low[i] in APOSTROPHES and page.glued(i + 1) and len(page.digits(i + 1)) == 2:
        year = int(page.digits(i + 1))
        return PeriodExpression("year", year + (2000 if year < 70 else 1900)), i + 2
    return _worded(page, i)


def _second_year(page: Page, i: int, year: int) -> int | None:
    """The token after "/26" or "-26" when that is the next year."""
    sign, digits = page.low[i], page.digits(i + 1)
    if (sign != "/" and sign not in DASHES) or not (page.glued(i) and page.glued(i + 1)):
        return None
    if page.glued(i + 2) and (page.low[i + 2] in ("/", "%") or page.low[i + 2] in DASHES):
        return None
    following = year + 1
    if digits == f"{following % 100:02d}" or (digits == str(following) and sign == "/"):
        return i + 2
    return None


def _worded(page: Page, i: int) -> Found | None:
    """nineteen ninety nine, two thousand and eighteen."""
    words = page.words
    century = words.of(page.low[i], "cardinal")
    if century == 2 and page.low[i + 1] == "thousand":
        j = i + 3 if page.low[i + 2] == "and" else i + 2
        rest = page.number(j) if not page.digits(j) else None
        return (PeriodExpression("year", 2000 + rest[0]), rest[1]) if rest is not None else None
    if century in (18, 19) or words.of(page.low[i], "tens") == 20:
        j = i + 2 if page.low[i + 1] in DASHES else i + 1
        tens = words.of(page.low[j], "tens")
        rest = page.number(j) if not page.digits(j) else None
        if rest is not None and (tens is not None or 10 <= rest[0] <= 19) and rest[0] >= 10:
            return PeriodExpression("year", (century or 20) * 100 + rest[0]), rest[1]
    return None


def short_year_at(page: Page, i: int) -> Found | None:
    """A year after FY, Q1 or the like, where two digits will do: 25, '25, 2025, 25/26."""
    found = year_at(page, i)
    if found is not None:
        return found
    digits = page.digits(i)
    if len(digits) != 2 or (page.low[i + 1] in ("%", ":") and page.glued(i + 1)):
        return None
    year = int(digits) + (2000 if int(digits) < 70 else 1900)
    second = _second_year(page, i + 1, year)
    if second is not None:
        return PeriodExpression("year", year, year + 1), second
    return PeriodExpression("year", year), i + 1


def fiscal_year_at(page: Page, i: int) -> Found | None:
    """fiscal 2022, fiscal year 2022, FY25, CY2025, financial year 2025/26, fiscal '22; without year: fiscal year."""
    kind = page.words.meaning.get(page.low[i], ("", None))
    if kind[0] in ("fy", "cy", "sy"):
        fiscal = kind[0] != "cy"
        j = i + 2 if page.low[i + 1] in DASHES and page.glued(i + 1) else i + 1
        found = short_year_at(page, j)
        if found is not None:
            end = found[1]
            if page.glued(end) and page.low[end] in ("e", "f", "a"):  # FY26E: an estimate
                end += 1
            name = "school" if kind[0] == "sy" else None
            return replace(found[0], fiscal=fiscal, name=name), end
        return (PeriodExpression("year", fiscal=True, part="full"), i + 1) if kind[0] == "fy" else None
    if kind[0] != "fiscal":
        return None
    fiscal = kind[1] != "calendar"
    name = "school" if kind[1] == "school" else None
    j = i + 1
    named = page.words.of(page.low[j], "unit") == "year" and page.low[j] in ("year", "yr")
    if named:
        j += 1
        if page.low[j] in ("of", "end", "ended", "ending") and page.digits(j + 1):
            j += 1 if page.low[j] == "of" else 0
    found = short_year_at(page, j) if named or kind[1] != "financial" else year_at(page, j)
    if found is not None and (kind[1] not in ("school",) or named):
        return replace(found[0], fiscal=fiscal, name=name), found[1]
    return (PeriodExpression("year", fiscal=fiscal, part="full", name=name), j) if named else None


def plain_year(page: Page, i: int) -> Found | None:
    """A four-digit number that the words around it allow to be a year."""
    digits = page.digits(i)
    if len(digits) == 2:
        return _short_decade(page, i)
    if len(digits) != 4:
        return _worded(page, i) if page.before(i) in ("in", "of", "since", "by", "until") else None
    decade = _decade(page, i)
    if decade is not None:
        return decade
    found = year_at(page, i, strong=False)
    if found is None or not _may_be_year(page, i, found[1], int(digits)):
        return None
    if found[0].span_year is None:
        ranged = _short_range(page, i, int(digits))
        if ranged is not None:
            return ranged
        return _part_reported(page, i, found) or found
    after = page.low[found[1]]
    season = page.words.meaning.get(after, ("",))[0] in ("unit", "fiscal", "q", "h") or after == "season"
    if page.low[i + 1] == "/" or season:
        return found
    year = int(digits)
    return PeriodExpression(
        "range", base=PeriodExpression("year", year), until=PeriodExpression("year", year + 1)
    ), (found[1])


_BEHIND_PARTS = frozenset(
    (
        "versus",
        "vs",
        "compared",
        "was",
        "were",
        "is",
        "from",
        "to",
        "than",
        "and",
        "or",
        "with",
        "for",
        "in",
        "by",
        "we",
        "due",
        "of",
        "as",
    )
)


def _part_reported(page: Page, i: int, year: Found) -> Found | None:
    """the 2017 quarter, the 2016 period: the one that is reported on, in that year."""
    expression, j = year
    unit = {"quarter": "quarter", "half": "half", "period": "period"}.get(page.low[j])
    if unit is None or page.before(i) != "the" or page.low[j + 1] in DASHES or page.number(j + 1) is not None:
        return None
    if page.low[j + 1].isalpha() and page.low[j + 1] not in _BEHIND_PARTS:
        return None  # "the 2022 period drama"
    return PeriodExpression("same", unit=unit, count=0, base=expression), j + 1


def _short_range(page: Page, i: int, year: int) -> Found | None:
    """2021-23 as 2021 to 2023."""
    if not (page.low[i + 1] in DASHES and page.glued(i + 1) and page.glued(i + 2)):
        return None
    digits = page.digits(i + 2)
    after = page.low[i + 3] if page.glued(i + 3) else ""
    if len(digits) != 2 or (after in ("-", "/", ".", "%") and page.digits(i + 4)):
        return None
    second = year // 100 * 100 + int(digits)
    if not year < second <= year + 60:
        return None
    return PeriodExpression(
        "range", base=PeriodExpression("year", year), until=PeriodExpression("year", second)
    ), i + 3


def _decade(page: Page, i: int) -> Found | None:
    """1990s, 1990's, 1990 s."""
    digits = page.digits(i)
    j = i + 1
    if page.low[j] in APOSTROPHES and page.glued(j):
        j += 1
    if page.low[j] != "s" or digits[3:] != "0" or page.is_numeral_part(i):
        return None
    year = int(digits)
    if not 1100 <= year <= _HIGH or not page.glued(j):
        return None
    if year % 100 == 0 and year < 1900:  # the 1800s are a century
        return PeriodExpression("century", index=year // 100 + 1), j + 1
    return PeriodExpression("decade", year), j + 1


def _short_decade(page: Page, i: int) -> Found | None:
    """the '70s, 70's after "the late": not the 70s of a thermometer nor "in his 70s"."""
    digits = page.digits(i)
    j = i + 1
    quoted = page.glued(i) and page.before(i) in APOSTROPHES
    if page.low[j] in APOSTROPHES and page.glued(j):
        j += 1
    if page.low[j] != "s" or not page.glued(j) or digits[1:] != "0" or not "3" <= digits[0] <= "9":
        return None
    before = page.low[i - 2] if quoted and i > 1 else page.before(i)
    if quoted and not (i > 1 and page.glued(i - 1) and page.low[i - 2].isalnum()):
        return PeriodExpression("decade", 1900 + int(digits)), j + 1
    late = before in ("late", "early") and page.before(i - 1) in ("the", "since", "from", "until")
    return (PeriodExpression("decade", 1900 + int(digits)), j + 1) if late else None


def _may_be_year(page: Page, i: int, j: int, year: int) -> bool:
    groups, before, after = page.words.groups, page.before(i), page.low[j]
    if (
        before == "least"
        and i > 2
        and page.low[i - 2] == "at"
        and page.low[i - 3] in ("until", "till", "through")
    ):
        before = page.low[i - 3]  # "until at least 2030"
    label_follows = (page.low[j + 1] if after in DASHES else after) in ("q", "h")
    if before in groups["numbered_names"] and not label_follows:
        return False
    if page.glued(i) and before in (".", "'", "/", "\\", "&", "*", "~", "+"):
        return before == "~"
    if page.glued(j) and (after in ("/", "\\", "+", "*", "@", "=") or after in DASHES) and page.glued(j + 1):
        if after in DASHES and page.low[j + 1].isalpha():
            return len(page.low[j + 1]) > 1 or label_follows  # 2025-bound, 2024-led; not 2025-X
        if page.digits(j + 1) and len(page.digits(j + 1)) != 4:
            return after in DASHES and _short_range(page, i, year) is not None
    if page.glued(i) and before in DASHES and i > 1 and page.glued(i - 1) and page.low[i - 2].isalnum():
        other = page.low[i - 2]
        known = other in page.words.meaning or (len(page.digits(i - 2)) == 4) or other in ("pre", "post")
        if not known:
            return False
    strong = before in groups["prepositions"]
    if after in groups["counted"] and not (
        before in ("in", "since", "during", "of", "by") and after in _YEARLY
    ):
        return False
    if page.words.of(after, "unit") and after.endswith("s"):
        return False
    if page.capital(j) and any(
        page.low[k] in groups["streets"] and page.capital(k) for k in (j, j + 1, j + 2)
    ):
        return strong and before in ("in", "since", "by")
    if _LOW <= year <= _HIGH:
        return strong or not page.capital(i - 1) or i == 0 or year >= 1950
    return strong and before in (
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "between",
        "around",
        "circa",
        "year",
        "and",
    )


_YEARLY = frozenset(("cases", "deaths", "games", "members", "people", "police", "staff", "shares", "homes"))


def century_at(page: Page, i: int) -> Found | None:
    """the 21st century, the nineteenth century."""
    found = page.ordinal(i)
    if found is None or found[0] < 1:
        return None
    j = found[1] + 1 if page.low[found[1]] in DASHES else found[1]
    if page.low[j] not in ("century", "centuries") or not 1 <= found[0] <= 30:
        return None
    return PeriodExpression("century", index=found[0]), j + 1
