"""What stands around a time: ranges, since and by, early and late, and whether it is the base of a comparison."""

from __future__ import annotations

from factcheck.extract.period_page import BREAK, DASHES, Found, Page
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace

_RANGED = frozenset(
    ["day", "month", "quarter", "half", "year", "decade", "century", "season", "week", "nth", "ended"]
)
_SIZE = {
    "day": 1,
    "week": 2,
    "month": 3,
    "season": 3,
    "quarter": 4,
    "half": 5,
    "year": 6,
    "decade": 7,
    "century": 8,
}
_FROM_WORDS = ("from", "between", "in", "over", "during")
Reach = tuple[PeriodExpression, int, int]
"""An expression with its first and after-last token."""


def partial(page: Page, i: int) -> Found | None:
    """early 2025, late last year, mid-January, the end of March, the start of the year, later this month."""
    kind, value = page.words.meaning.get(page.low[i], ("", None))
    j = i + 1
    if kind == "part" and page.low[i] == "end" and page.before(i) in page.words.groups["ends_of_ranges"]:
        return None  # "the bottom end of full-year guidance"
    if kind == "part":
        if page.low[j] in DASHES:
            j += 1
        of = page.low[j] == "of"
        if (
            page.low[i]
            in (
                "start",
                "end",
                "beginning",
                "close",
                "middle",
                "onset",
                "outset",
                "closing",
                "midway",
            )
            and not of
            and page.low[i] not in ("end", "start", "beginning", "middle")
        ):
            return None
        j += of
        if value == "end" and _names_last_day(page, i):
            value = "close"
    elif kind in ("vague", "rest"):
        j += page.low[j] == "of"
        value = None
    else:
        return None
    if (
        page.low[j] in ("the", "this")
        and page.low[j + 1] in ("year", "month", "week", "quarter", "decade")
        and page.low[j] == "the"
        and (page.low[i + 1] == "of" or kind == "part")
    ):
        unit = page.low[j + 1]
        if unit == "quarter":
            return PeriodExpression("whole", unit="quarter", part=value), j + 2
        inner = page.atom(page, j + 1)
        if inner is not None and inner[0].kind == "year" and inner[0].year is not None:
            return replace(inner[0], part=value), inner[1]
        return PeriodExpression(unit, relation="this", part=value), j + 2
    if page.low[j] == "the":
        j += 1
    inner = page.atom(page, j)
    if inner is None or inner[0].kind not in _SIZE or inner[0].part not in (None, "full"):
        return None
    if kind == "vague" and inner[0].relation != "this":
        return None
    if inner[0].kind == "day" and kind == "part":
        return None
    if (
        kind == "part"
        and page.low[i] in ("end", "start", "beginning", "middle", "close")
        and page.low[i + 1] != "of"
    ) and (
        inner[0].kind not in ("month", "year", "week")
        or (inner[0].kind == "year" and page.low[i + 1] == "the")
    ):
        return None
    return replace(inner[0], part=value), inner[1]


def _names_last_day(page: Page, i: int) -> bool:
    """ "at the end of March", "end-June": a day; "late in March", "towards the end of March": some of its last days."""
    if page.low[i] not in ("end", "close"):
        return False
    before = page.low[i - 2] if page.before(i) == "the" else page.before(i)
    return before not in page.words.groups["near_the_end"]


def ranged(page: Page, i: int, first: Found) -> Found:
    """The range that begins with a time at token i, or the time itself."""
    start, j = first
    if start.kind not in _RANGED or (False):
        return first
    sign = page.low[j]
    between = page.before(i) == "between" or (page.before(i) == "the" and page.low[i - 2] == "between")
    if sign not in page.words.groups["joiners"] and not (sign == "and" and between):
        return first
    if sign in DASHES and page.glued(j) != page.glued(j + 1) and start.kind != "year":
        return first
    if (
        sign == "-"
        and not page.glued(j)
        and start.kind in ("day",)
        and not page.words.meaning.get(page.low[j + 1])
    ) and not page.digits(j + 1):
        return first
    k = j + 1
    if sign in DASHES and page.low[k] in ("to", "through") and page.low[k + 1] in DASHES:
        k += 2  # "the April-to-June period"
    while page.low[k] in ("the", "on", "in", "at"):
        k += 1
    if page.low[k] in page.words.groups["now"] or page.low[k] == "date":
        if page.before(i) in ("from", "between") or sign in ("through", "until", "till"):
            return PeriodExpression("since", base=start), k + 1
        return first
    inner = page.atom(page, k)
    if inner is None:
        return first
    end = inner[0]
    if end.kind == "range" and end.base is not None and end.base.kind == "year":
        return first
    if end.kind not in _RANGED or (start.kind == "year" and end.kind == "year" and not _ascends(start, end)):
        return first
    if sign == "to" and page.before(i) not in _FROM_WORDS and start.kind != end.kind:
        return first
    if sign in DASHES and _SIZE.get(start.kind) != _SIZE.get(end.kind) and not page.glued(j):
        return first
    start, end = _shared_year(start, end)
    return PeriodExpression("range", base=start, until=end), inner[1]


def _ascends(start: PeriodExpression, end: PeriodExpression) -> bool:
    return start.year is None or end.year is None or start.year < end.year


def _shared_year(start: PeriodExpression, end: PeriodExpression) -> tuple[PeriodExpression, PeriodExpression]:
    """Nov-Feb 2017 begins in 2016; Q1 to Q3 2025 shares its year."""
    if start.year is None and start.is_yearless and end.year is not None and start.kind != "year":
        later = (start.month or start.index or 0) > (end.month or end.index or 99)
        year = end.year - 1 if later else end.year
        span = end.span_year if not later else None
        return replace(start, year=year, span_year=span, fiscal=start.fiscal or end.fiscal), end
    if end.year is None and end.is_yearless and start.year is not None and end.kind != "year":
        later = (start.month or start.index or 0) > (end.month or end.index or 99)
        return start, replace(end, year=start.year + later)
    return start, end


def opened(page: Page, i: int, found: Found) -> Reach:
    """since, until, by, before, after and "or later" around a time; and from, between before a range."""
    expression, j = found
    k = i
    while page.before(k) in ("the", "year", "about", "around", "on") and k > 0 and page.before(k) != BREAK:
        if page.before(k) == "on" and page.words.maps["openings"].get(page.before(k - 1)) is None:
            break
        k -= 1
    if page.before(k) == "least" and k > 1 and page.low[k - 2] == "at":
        k -= 2
    before = page.before(k)
    if page.low[j] in ("onward", "onwards") or (
        page.low[j] in ("or", "and")
        and page.low[j + 1] in ("later", "beyond", "onward", "onwards", "thereafter")
    ):
        start = k - 1 if before == "from" else i
        return (
            PeriodExpression("since", base=expression),
            start,
            j + (1 if page.low[j].startswith("on") else 2),
        )
    if page.low[j] == "or" and page.low[j + 1] in ("earlier", "before"):
        return PeriodExpression("until", base=expression), i, j + 2
    if expression.kind == "range":
        return expression, (k - 1 if before in ("from", "between") else i), j
    if expression.kind in ("duration", "since", "to-date", "span", "same") or (
        expression.kind == "shifted" and expression.base is None and before != "since"
    ):
        return expression, i, j
    if (
        before in ("later", "earlier") or (before == "than" and page.low[k - 2] in ("later", "earlier"))
    ) and before == "than":
        kind = "after" if page.low[k - 2] == "later" else "before"
        if page.low[k - 3] == "no" and kind == "after":
            return PeriodExpression("by", base=expression), k - 3, j
        return PeriodExpression(kind, base=expression), k - 2, j
    if before == "to" and page.low[k - 2] == "prior":
        return PeriodExpression("before", base=expression), k - 2, j
    if before == "to" and page.low[k - 2] == "up" and page.low[k - 3] not in DASHES:
        return PeriodExpression("until", base=expression), k - 2, j
    if before == "through":
        return PeriodExpression("until", base=expression), k - 1, j
    opening = page.words.maps["openings"].get(before)
    if before == "past" and expression.part == "close":
        opening = "after"
    if before == "following" and page.low[k - 2] == "the":
        return expression, i, j  # "the following full-year 2025 guidance"
    if opening is None or (
        before in ("post", "pre", "following") and expression.kind not in ("day", "year", "month")
    ):
        return expression, i, j
    if (
        opening in ("by", "until")
        and expression.kind == "day"
        and expression.relation is None
        and expression.weekday is not None
        and expression.day is None
        and expression.base is None
    ):
        expression = replace(expression, relation="next")  # a deadline lies ahead
    return PeriodExpression(opening, base=expression), k - 1, j


def role_of(page: Page, first: int, expression: PeriodExpression) -> str:
    """at, compared, since, by, duration, weekday-date."""
    kind = expression.kind
    if kind == "duration":
        return "duration"
    if kind in ("since", "after", "to-date"):
        return "since"
    if kind == "by":
        return "by"
    if _always_compared(expression) or _compared_here(page, first, expression):
        return "compared"
    if expression.weekday is not None and expression.day is not None:
        return "weekday-date"
    return "at"


def _always_compared(expression: PeriodExpression) -> bool:
    if expression.kind == "same":
        return expression.count != 0
    return (
        expression.kind == "shifted"
        and expression.base is None
        and (expression.relation == "earlier" and expression.unit in ("year", "quarter", "half", "month"))
    ) or (
        expression.kind == "shifted"
        and expression.relation == "ago"
        and expression.unit == "year"
        and expression.count == 1
    )


def _compared_here(page: Page, first: int, expression: PeriodExpression) -> bool:
    groups = page.words.groups
    k = first
    while (
        page.before(k) in ("the", "its", "in", "for", "a", "that", "those", "of", "reported", "during")
        and k > 1
    ):
        if first - k > 4:
            return False
        k -= 1
    judged = k
    while judged > 1 and page.before(judged) in groups["judged"]:
        judged -= 1
    if judged < k and page.before(judged) in ("a", "an", "the", "our"):
        k = judged - 1  # "versus a strong Q4 in 2020"
    before, earlier = page.before(k), page.low[k - 2] if k > 1 else ""
    if before == "levels" and earlier in groups["befores"]:
        return True  # "to surpass the pre-pandemic levels of 2019"
    if before in ("to", "with") and earlier in ("compared", "comparing", "relative", "line"):
        return True
    if before in groups["compared"] and before not in ("against",):
        return not (before == "than" and earlier in ("later", "earlier", "sooner", "rather"))
    if before in ("against", "over", "on", "from") and expression.kind in _SIZE and expression.kind != "day":
        if k > 1 and expression.kind in ("decade", "century"):
            return False
        if before in ("over", "on"):
            past = expression.relation == "last" or expression.year is not None
            return past and _changed(page, k - 1)
        return before == "against" or _changed(page, k - 1)
    return False


def _changed(page: Page, k: int) -> bool:
    """True when one of the few words before token k speaks of a change or a percentage."""
    changes = page.words.groups["changes"]
    for back in range(1, 9):
        if k - back < 0 or page.low[k - back] in (BREAK, ";", "!", "?"):
            return False
        if page.low[k - back] in changes or page.low[k - back] == "%":
            return True
    return False
