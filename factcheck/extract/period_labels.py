"""Quarters, halves, nine months and full years, however written."""

from __future__ import annotations

from factcheck.extract.period_page import APOSTROPHES, BREAK, DASHES, Found, Page
from factcheck.extract.period_years import fiscal_year_at, short_year_at, year_at
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace

_LETTERS = {"q": "quarter", "h": "half", "m": "nine-months"}
_TOPS = {"q": 6, "h": 2}


def letter_label(page: Page, i: int) -> Found | None:
    """Q1, H2 with or without a year: Q1 2025, Q1'25, Q1 FY26, Q1 of fiscal 2025, Q1 2025/26."""
    letter, digits = page.low[i], page.digits(i + 1)
    if (
        letter not in _TOPS
        or len(digits) != 1
        or not page.glued(i + 1)
        or (page.glued(i) and _is_code(page, i))
    ):
        return None
    if page.before(i) in page.words.groups["not_quarters"] or not 1 <= int(digits) <= _TOPS[letter]:
        return None
    if not page.capital(i) and letter == "h":
        return None
    label = PeriodExpression(_LETTERS[letter], index=int(digits))
    found = with_year(page, i + 2, label)
    if found is not None:
        return found if int(digits) <= 4 or not page.capital(i - 1) else None
    if int(digits) > 4 or _goes_on(page, i + 2):
        return None
    if letter == "h" and (
        page.low[i + 2] in page.words.groups["after_not_quarters"] or page.low[i + 2] == "visa"
    ):
        return None
    return label, i + 2


def _is_code(page: Page, i: int) -> bool:
    before = page.low[i - 1]
    return before.isalnum() or (before in ("_", "@", "#", "/") and not page.low[i - 2].isalnum())


def _goes_on(page: Page, i: int) -> bool:
    """True when the token at i belongs to the same word: H1N1, Q3-e."""
    if not page.glued(i):
        return False
    after = page.low[i]
    if after in DASHES:
        glued = page.glued(i + 1)
        return glued and not (
            page.low[i + 1] in page.words.meaning or page.digits(i + 1) or len(page.low[i + 1]) > 3
        )
    return after.isalnum() or after == "_"


def with_year(page: Page, j: int, label: PeriodExpression) -> Found | None:
    """The label with the year that follows it at token j, if one does."""
    sign = page.low[j]
    if sign in APOSTROPHES or sign == "`":
        found = short_year_at(page, j + 1) if page.glued(j + 1) else None
        return _joined(label, found)
    k = j
    if sign in DASHES or sign in (",", "/") or sign in ("of", "in", "for", "(", "to"):
        if sign == "to":
            return None
        k = j + 1
        if sign == "/" and not page.glued(j):
            return None
    if page.low[k] in ("the", "our", "its", "their"):
        k += 1  # "the first quarter of our fiscal year 2022"
    kind = page.words.meaning.get(page.low[k], ("", None))[0]
    if kind in ("fy", "cy", "sy", "fiscal"):
        found = fiscal_year_at(page, k)
        if found is not None and found[0].year is None and page.low[k] in ("fiscal", "financial"):
            found = (replace(found[0], fiscal=True), found[1])
        return _joined(label, found)
    if kind == "unit" and page.low[k] == "year":
        found = year_at(page, k + 1)
        if found is not None:
            return _joined(label, found)
    if kind == "det":
        return _relative_year(page, k, label)
    if page.glued(j) and j == k and page.digits(k) and len(page.digits(k)) == 2:
        return _joined(label, short_year_at(page, k))  # Q125 is no label, Q1 25 is not glued
    found = year_at(page, k)
    if found is None or (sign == "," and len(page.digits(k)) != 4):
        return None
    if sign == "(" and page.low[found[1]] == ":":
        return None  # "in the first half (2024: £17.1 million)": that of the year before
    if page.low[found[1]] in page.words.groups["counted"] and sign != "of":
        return None
    return _joined(label, found)


def _relative_year(page: Page, k: int, label: PeriodExpression) -> Found | None:
    """third quarter last year, Q3 of this year, June next fiscal year."""
    relation = page.words.of(page.low[k], "det")
    fiscal = page.low[k + 1] in ("fiscal", "financial")
    unit = k + 2 if fiscal else k + 1
    if relation is None or page.low[unit] not in ("year", "season"):
        return None
    if page.low[unit] == "season":
        return None
    base = PeriodExpression("year", relation=relation, fiscal=True if fiscal else None)
    return replace(label, base=base, fiscal=True if fiscal else label.fiscal), unit + 1


def _joined(label: PeriodExpression, found: Found | None) -> Found | None:
    if found is None or found[0].kind != "year":
        return None
    year, end = found
    fiscal = year.fiscal if year.fiscal is not None else label.fiscal
    return replace(label, year=year.year, span_year=year.span_year, fiscal=fiscal, name=year.name), end


def digit_label(page: Page, i: int) -> Found | None:
    """1Q25, 3Q FY26, 2H 2025, 9M 2025, 9M25."""
    digits, letter = page.digits(i), page.low[i + 1]
    if letter in ("qfy", "hfy") and page.glued(i + 1) and page.glued(i + 2) and page.digits(i + 2):
        return _fiscal_code(page, i, letter[0])
    if len(digits) > 2 or letter not in _LETTERS or not page.glued(i + 1) or page.is_numeral_part(i):
        return None
    number, j = int(digits), i + 2
    if letter == "m":
        if number not in (6, 9) or not page.capital(i + 1):
            return None
        label = PeriodExpression("nine-months") if number == 9 else PeriodExpression("half", index=1)
    elif 1 <= number <= (4 if letter == "q" else 2):
        label = PeriodExpression(_LETTERS[letter], index=number)
    else:
        return None
    if page.glued(j) and len(page.digits(j)) in (2, 4):
        hours = letter == "h" and not page.capital(i + 1)  # "1h30"
        return None if hours else _joined(label, short_year_at(page, j))
    found = with_year(page, j, label)
    if found is not None:
        return found
    if letter == "m" or _goes_on(page, j):
        return None
    return (label, j) if page.capital(i + 1) or letter == "q" else None


def _fiscal_code(page: Page, i: int, letter: str) -> Found | None:
    """4QFY24, 1HFY2026: what stands glued in tables and analysts' notes."""
    number, year = int(page.digits(i)), short_year_at(page, i + 2)
    if year is None or not 1 <= number <= (4 if letter == "q" else 2):
        return None
    label = PeriodExpression(_LETTERS[letter], index=number, fiscal=True)
    return replace(label, year=year[0].year, span_year=year[0].span_year), year[1]


def part_unit(page: Page, j: int) -> tuple[str, int, bool | None] | None:
    """[fiscal] quarter/half at token j, a hyphen before it allowed: (unit, next token, fiscal)."""
    if page.low[j] in DASHES:
        j += 1
    fiscal: bool | None = None
    if page.words.meaning.get(page.low[j], ("",))[0] == "fiscal":
        fiscal = page.low[j] != "calendar"
        j += 1
        if page.low[j] in DASHES:
            j += 1
    unit = page.words.of(page.low[j], "unit")
    return (unit, j + 1, fiscal) if unit in ("quarter", "half") else None


_REACH = 30  # words


def worded_label(page: Page, i: int) -> Found | None:
    """third quarter, third-quarter 2021, second half of fiscal 2025, fourth fiscal quarter, final quarter."""
    number = page.ordinal(i)
    if number is None:
        return None
    part = part_unit(page, number[1])
    if part is None:
        return _listed(page, number) or _unit_left_out(page, i, number)
    unit, j, fiscal = part
    index = number[0]
    top = 4 if unit == "quarter" else 2
    if index == -1:
        index = top
    if not 1 <= index <= top:
        return None
    label = PeriodExpression(unit, index=index, fiscal=fiscal)
    found = with_year(page, j, label)
    if found is not None:
        return found
    if page.low[j] in DASHES and page.glued(j):  # first-half-2021, second-half finish
        found = with_year(page, j + 1, label)
        if found is not None:
            return found
    if page.low[j] == "running" and page.before(i) == "a":
        return None  # "for a third quarter running": a streak
    decade = _half_of_decade(page, j, index) if unit == "half" else None
    if decade is not None:
        return decade
    if (
        page.low[j] in ("of", "in")
        and page.surface(j, min(j + 3, page.size)).lower() in (page.words.groups["after_not_quarters"])
    ):
        return None
    return label, j


def _half_of_decade(page: Page, j: int, index: int) -> Found | None:
    """the second half of the 1990s: five of its years."""
    if page.low[j] != "of" or page.low[j + 1] != "the":
        return None
    inner = page.atom(page, j + 2)
    if inner is None or inner[0].kind != "decade":
        return None
    half = PeriodExpression("nth", index=1 if index == 1 else -1, count=5, unit="year", base=inner[0])
    return half, inner[1]


def _unit_left_out(page: Page, i: int, number: tuple[int, int]) -> Found | None:
    """ "3 % in the second quarter and 2 % in the first": the unit stands with the label before."""
    j = number[1]
    ends = page.low[j] in (",", ".", ";", ")", BREAK, "")
    if not ends or page.before(i) != "the" or i < 3 or page.low[i - 2] not in ("in", "from", "than"):
        return None
    for k in range(i - 3, max(i - _REACH, 0), -1):
        if page.low[k] in (";", BREAK) or (page.low[k] == "." and not page.digits(k + 1)):  # not that of 0.1%
            return None
        if page.low[k] in ("quarter", "half"):
            other = page.ordinal(k - 1)
            known = other is not None and other[0] != number[0] and 1 <= number[0] <= 4
            return (PeriodExpression(page.low[k], index=number[0]), j) if known else None
    return None


def _listed(page: Page, number: tuple[int, int]) -> Found | None:
    """second, third and fourth quarters: each gets the unit that stands once, at the end."""
    j = number[1]
    for _ in range(3):
        if page.low[j] not in (",", "and", "or", "&", "to", "through") and page.low[j] not in DASHES:
            return None
        j += 1
        if page.low[j] in ("and", "or", "the"):
            j += 1
        following = page.ordinal(j)
        if following is None or not 1 <= number[0] < following[0] <= 4:
            return None
        part = part_unit(page, following[1])
        if part is not None:
            return PeriodExpression(part[0], index=number[0], fiscal=part[2]), number[1]
        j = following[1]
    return None


def fiscal_label(page: Page, i: int) -> Found | None:
    """fiscal 2022 third quarter, FY25 Q1, fiscal first quarter of 2022, fiscal Q3, FY25."""
    kind = page.words.meaning.get(page.low[i], ("", None))
    if kind[0] == "fiscal":
        j = i + 1
        inner = worded_label(page, j) or (letter_label(page, j) if page.low[j] in ("q", "h") else None)
        if inner is not None and inner[0].kind in ("quarter", "half"):
            fiscal = kind[1] != "calendar"
            return replace(inner[0], fiscal=fiscal), inner[1]
    found = fiscal_year_at(page, i)
    if found is None:
        return None
    return (year_then_label(page, found) or found) if found[0].year is not None else found


def year_then_label(page: Page, found: Found) -> Found | None:
    """2025 Q1, 2025-Q1, 2016H2, fiscal 2022 third quarter, 2016 the third quarter, 2025's first half."""
    year, j = found
    if year.kind != "year":
        return None
    k = j
    if page.low[k] in DASHES and page.glued(k):
        k += 1
    elif page.low[k] in APOSTROPHES and page.low[k + 1] == "s":
        k += 2
    elif page.low[k] == "," and page.low[k + 1] == "the":
        k += 1
    if page.low[k] == "the":
        k += 1
    if page.low[k] == BREAK:
        return None
    inner = _bare_letter(page, k) if page.low[k] in _TOPS else worded_bare(page, k)
    whole = k + 2 if page.low[k + 1] in DASHES else k + 1
    if inner is None and page.low[k] == "full" and page.low[whole] == "year" and k == j:
        return replace(year, part="full"), whole + 1
    if inner is None and page.digits(k) and page.low[k + 1] in ("q", "h") and page.glued(k + 1) and k > j - 1:
        inner = digit_label(page, k)
    if inner is None or inner[0].year is not None:
        return None
    fiscal = year.fiscal if year.fiscal is not None else inner[0].fiscal
    return replace(inner[0], year=year.year, span_year=year.span_year, fiscal=fiscal), inner[1]


def _bare_letter(page: Page, k: int) -> Found | None:
    digits = page.digits(k + 1)
    if len(digits) != 1 or not page.glued(k + 1) or not 1 <= int(digits) <= (4 if page.low[k] == "q" else 2):
        return None
    return PeriodExpression(_LETTERS[page.low[k]], index=int(digits)), k + 2


def worded_bare(page: Page, k: int) -> Found | None:
    """third quarter without looking for a year after it."""
    number = page.ordinal(k)
    part = part_unit(page, number[1]) if number is not None else None
    if number is None or part is None or not 1 <= number[0] <= (4 if part[0] == "quarter" else 2):
        return None
    return PeriodExpression(part[0], index=number[0], fiscal=part[2]), part[1]


def full_year(page: Page, i: int) -> Found | None:
    """full year, full-year 2020, full fiscal year 2025, full-year fiscal 2025."""
    j = i + 1
    if page.low[j] in DASHES:
        j += 1
    fiscal = page.words.of(page.low[j], "fiscal") in ("fiscal", "financial")
    if fiscal:
        found = fiscal_year_at(page, j)
        return (replace(found[0], part="full"), found[1]) if found is not None else None
    if page.low[j] != "year":
        return None
    label = PeriodExpression("year", part="full")
    found = with_year(page, j + 1, label)
    return found if found is not None else (label, j + 1)
