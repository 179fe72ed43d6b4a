"""Company facts that an article states: when a fiscal year ends. They hold for that article, whatever the registry says.

"Norvane, whose fiscal year ends in June", "its financial year runs from April to March". Depends on sentences and the
names found in them alone. Words: rules/vocabulary/year_ends.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from factcheck.claim import Entity
from factcheck.months import days_in_month
from factcheck.normalise.calendars import FiscalCalendar
from factcheck.records import dataclass
from factcheck.span import Span
from factcheck.vocabulary import load_part

_LEAP = 2024  # a year with a 29 February
_NOMINAL = 24  # the last day of a month that can end a year by custom, not by a weekday


@dataclass(frozen=True, slots=True)
class YearEnd:
    """Where the text says when somebody's year ends. ``calendar`` is None where the day is left open ("late June");
    ``shared`` when the words before it ("its", "the company's") leave to the text who that is."""

    span: Span
    sentence: Span
    calendar: FiscalCalendar | None
    shared: bool


def read_year_ends(prose: str, sentences: Iterable[Span], layers: tuple[Path, ...] = ()) -> list[YearEnd]:
    """Every statement of a year end, in order. A month in it is no time of anything that happened."""
    if "year" not in prose:
        return []
    found: list[YearEnd] = []
    words: _Words | None = None
    for sentence in sentences:
        text = prose[sentence.start : sentence.end]
        if "year" not in text:
            continue
        words = words or _words(layers)
        for match in words.said.finditer(text):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            shared = words.whose.search(text[: match.start()]) is not None
            found.append(YearEnd(span, sentence, _calendar(match, words.months), shared))
    return found


def calendars_by_owner(
    stated: Sequence[YearEnd],
    names: Iterable[tuple[Span, str, Sequence[tuple[int, Entity]]]],
    topic: Entity | None,
) -> dict[str, FiscalCalendar]:
    """Entity id → calendar. Each sentence comes with its section and (start, entity) of its names.

    Meant is the last name before the words in their sentence; without one, "its" means the article's topic.
    """
    found: dict[str, FiscalCalendar] = {}
    by_sentence = {span.start: named for span, _section, named in names} if stated else {}
    for one in stated:
        named = [who for start, who in by_sentence.get(one.sentence.start, ()) if start < one.span.start]
        who = named[-1] if named else topic if one.shared else None
        if one.calendar is not None and who is not None:
            found.setdefault(who.id, one.calendar)
    return found


def _calendar(match: re.Match[str], months: dict[str, int]) -> FiscalCalendar | None:
    parts = match.groupdict()
    if parts["vague"]:
        return None
    form = next(form for form in ("end", "last", "begin") if parts[form])
    month, day = months[parts[form].lower()], parts[f"{form}_day"] or parts[f"{form}_day2"]
    if form == "begin":  # a year that begins with a month ends with the one before it
        return FiscalCalendar(month - 1 or 12) if day in (None, "1") else None
    length = days_in_month(_LEAP, month)
    if day is None or int(day) == length or (month == 2 and int(day) == 28):
        return FiscalCalendar(month)
    if int(day) > _NOMINAL:
        return None  # a weekday near the month's end: another day every year
    return FiscalCalendar(month, "day", day=int(day))


class _Words:
    __slots__ = ("months", "said", "whose")

    def __init__(self, data: dict[str, Any], months: dict[str, int]) -> None:
        self.months = months
        name = "|".join(sorted(months, key=len, reverse=True))
        day = r"\d{1,2}(?![\d.,%])"

        def dated(group: str) -> str:
            return (
                rf"(?:(?:on|in|at|with|at the end of|the end of|end of|the last day of|the close of)\s+){{0,3}}"
                rf"(?:(?P<{group}_day>{day})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
                rf"(?P<{group}>{name})\b\.?(?:\s+(?P<{group}_day2>{day}))?"
            )

        year = rf"(?:{_any(data['kinds'])})[\s-]+years?"
        vague = rf"(?P<vague>(?:(?:on|in|at)\s+)?(?:{_any(data['vague'])})\s*)?"
        ends = rf"(?:{_any(data['ends'])})\s+{vague}{dated('end')}"
        begins = rf"(?:{_any(data['starts'])})\s+{dated('begin')}"
        runs = rf"(?:{_any(data['runs'])})\s+(?:from\s+)?(?:{day}\s+)?(?:{name})\b\.?(?:\s+{day})?\s+(?:to|through|until|till)\s+"
        through = runs + dated("last")
        self.said = re.compile(
            rf"\b{year}\s+(?:(?:which|that)\s+)?(?:{ends}|{begins}|{through})", re.IGNORECASE
        )
        self.whose = re.compile(rf"\b(?:{_any(data['whose'])})\s+(?:\w+\s+)?\Z", re.IGNORECASE)


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in words)


@lru_cache(maxsize=4)
def _words(layers: tuple[Path, ...]) -> _Words:
    months = load_part("periods", lambda data: dict(data["months"]), layers, version="months")
    return _Words(load_part("year_ends", lambda data: data, layers), cast("dict[str, int]", months))
