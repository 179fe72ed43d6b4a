"""Seasons and decades in words: summer 2016, the spring of 1978, the nineties, the '40s."""

from __future__ import annotations

from factcheck.extract.period_page import DASHES, Found, Page
from factcheck.extract.period_years import year_at
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace

_BEFORE = frozenset(
    ["in", "this", "last", "next", "since", "until", "by", "early", "late", "mid", "during", "over", "the"]
)


def season_led(page: Page, i: int) -> Found | None:
    """A season with its year, or alone after a preposition ("in spring", "over the summer")."""
    season = int(page.words.of(page.low[i], "season"))
    label = PeriodExpression("season", index=season)
    j = i + 1
    if page.low[j] in ("of", ","):
        j += 1
    year = year_at(page, j)
    if year is not None and page.low[year[1]] not in page.words.groups["counted"]:
        return replace(label, year=year[0].year), year[1]
    relation = page.words.of(page.low[j], "det")
    if relation is not None and page.low[j + 1] == "year":
        return replace(label, base=PeriodExpression("year", relation=relation)), j + 2
    before = page.before(i)
    if before not in _BEFORE or page.low[i] == "fall" or page.low[i + 1] in DASHES or page.glued(i):
        return None
    if before == "the" and (i < 2 or page.low[i - 2] not in ("in", "over", "during", "since", "by", "until")):
        return None
    after = page.low[i + 1]
    if after.isalpha() and after not in page.words.groups["prepositions"]:
        return None  # an adjective: in summer sales
    return label, i + 1


def worded_decade(page: Page, i: int) -> Found | None:
    """the nineteen seventies; the nineties where "the" and no "in his" says it is a time."""
    tens = int(page.words.of(page.low[i], "decade"))
    before = page.before(i)
    if tens == 0:
        return (PeriodExpression("decade", 2000), i + 1) if before == "the" else None
    if before in ("nineteen", "eighteen") or (
        before in DASHES and page.low[i - 2] in ("nineteen", "eighteen")
    ):
        century = 1900 if "nineteen" in (before, page.low[i - 2]) else 1800
        return PeriodExpression("decade", century + tens), i + 1
    if before != "the" or tens < 50 or (i > 1 and page.low[i - 2] in ("into", "low", "mid", "high", "upper")):
        return None
    return PeriodExpression("decade", 1900 + tens), i + 1
