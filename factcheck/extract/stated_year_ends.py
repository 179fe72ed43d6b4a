"""Company facts that an article states: when a fiscal year ends. They hold for that article, whatever the registry says.

"Norvane, whose fiscal year ends in June", "its financial year runs from April to March". Depends on sentences and the
names found in them alone. Words: rules/vocabulary/year_ends.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.claim import Entity
from factcheck.hints import TYPE_CHECKING, Any, cast
from factcheck.months import days_in_month
from factcheck.normalise.calendars import FiscalCalendar
from factcheck.patterns import Lazy
from factcheck.records import dataclass
from factcheck.span import Span
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

_LABEL = Lazy(r"\b(fiscal|financial)\s(?:19|20)\d\d(?=,\s)", re.IGNORECASE)
_LEAP = 2024  # a year with a 29 February
_REACH = 90  # characters behind "year" in which its end is stated
_TOKEN = Lazy(r"[^\W\d_]+|\d+(?:st|nd|rd|th)?|\S")
_LINKS = ("on", "in", "at", "with", "the", "end", "of", "last", "day", "close")
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
    told = "iscal " in prose or "inancial " in prose
    labels = list(_LABEL.finditer(prose)) if told else []
    if "year" not in prose and not labels:
        return []
    found: list[YearEnd] = []
    words: _Words | None = None
    for sentence in sentences:
        for label in labels:
            if sentence.start <= label.start() < sentence.end:
                words = words or _words(layers)
                ends = _told_of(prose, label, sentence, words)
                found.extend([ends] if ends is not None else [])
        at = prose.find("year", sentence.start, sentence.end)
        while at >= 0:
            words = words or _words(layers)
            stated = _stated(prose, at, sentence, words)
            if stated is not None:
                found.append(stated)
            at = prose.find("year", at + 4, sentence.end)
    return found


def _stated(prose: str, at: int, sentence: Span, words: _Words) -> YearEnd | None:
    """What stands around the word "year" at ``at``, if it says when a fiscal year ends."""
    before = prose[max(sentence.start, at - 60) : at].replace("-", " ").lower().split()
    if not before or before[-1] not in words.kinds:
        return None
    tokens = list(_TOKEN.finditer(prose, at, min(sentence.end, at + _REACH)))
    reader = _Reader([token.group() for token in tokens[1:]], words)
    calendar = reader.read()
    if calendar is False:
        return None
    start = prose.lower().rfind(before[-1], sentence.start, at)
    whose = " ".join(before[:-1]).replace("’", "'")
    shared = any(whose.endswith(one) or f" {one} " in f" {' '.join(before[-3:-1])} " for one in words.whose)
    return YearEnd(Span(start, tokens[reader.at].end()), sentence, calendar, shared)


def _told_of(prose: str, label: re.Match[str], sentence: Span, words: _Words) -> YearEnd | None:
    """ "For fiscal 2025, which ends on September 30": told of one year, it holds for those beside it."""
    if label[1].lower() not in words.kinds:
        return None
    tokens = list(_TOKEN.finditer(prose, label.end(), min(sentence.end, label.end() + _REACH)))
    reader = _Reader([token.group() for token in tokens], words)
    calendar = reader.read_told()
    if calendar is False:
        return None
    return YearEnd(Span(label.end(), tokens[reader.at - 1].end()), sentence, calendar, True)


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


class _Reader:
    """Reads the words behind "fiscal year". ``at`` counts them; ``read`` gives False where they state no year end."""

    def __init__(self, tokens: list[str], words: _Words) -> None:
        self.tokens, self.words, self.at = tokens, words, 0

    def read(self) -> FiscalCalendar | Literal[False] | None:
        words = self.words
        self._skip(("which", "that"))
        if self._phrase(words.ends):
            return self._ending()
        if self._phrase(words.starts):
            return self._beginning()
        if self._phrase(words.runs):
            self._skip(("from",))
            if self._date() is None or not self._skip(("to", "through", "until", "till")):
                return False
            return self._ending()
        return False

    def read_told(self) -> FiscalCalendar | Literal[False] | None:
        """Behind a year of its own: ", which ends on September 30", ", which ended in June"."""
        told = self._skip((",",)) and self._skip(("which", "that"))
        return (
            self._ending()
            if told and (self._phrase(self.words.ends) or self._skip(("ended", "closed")))
            else False
        )

    def _ending(self) -> FiscalCalendar | Literal[False] | None:
        vague = self._vague()
        date = self._date()
        if date is None:
            return False
        month, day = date
        length = days_in_month(_LEAP, month)
        if vague:
            return None
        if day is None or day == length or (month == 2 and day == 28):
            return FiscalCalendar(month)
        # a weekday near the month's end is another day every year
        return FiscalCalendar(month, "day", day=day) if day <= _NOMINAL else None

    def _beginning(self) -> FiscalCalendar | Literal[False] | None:
        """A year that begins with a month ends with the one before it."""
        date = self._date()
        if date is None:
            return False
        return FiscalCalendar(date[0] - 1 or 12) if date[1] in (None, 1) else None

    def _date(self) -> tuple[int, int | None] | None:
        """(month, day) of "on 30 June", "June 30", "the end of June"."""
        while self._skip(_LINKS):
            pass
        day = self._day()
        self._skip(("of",))
        month = self.words.months.get(self._word()) if self._word()[:1] else None
        if month is None:
            return None
        self.at += 1
        return month, day if day is not None else self._day()

    def _day(self) -> int | None:
        digits = self._word()
        for ending in ("st", "nd", "rd", "th"):
            digits = digits.removesuffix(ending)
        if not digits.isdecimal() or not 1 <= int(digits) <= 31:
            return None
        self.at += 1
        return int(digits)

    def _vague(self) -> bool:
        kept = self.at
        while self._skip(_LINKS):
            pass
        if self._phrase(self.words.vague) or self._phrase(self.words.weekdays):
            return True
        self.at = kept
        return False

    def _phrase(self, phrases: Iterable[tuple[str, ...]]) -> bool:
        said = [token.lower() for token in self.tokens[self.at : self.at + 4]]
        for phrase in phrases:
            if tuple(said[: len(phrase)]) == phrase:
                self.at += len(phrase)
                return True
        return False

    def _skip(self, words: Sequence[str]) -> bool:
        if self._word() not in words:
            return False
        self.at += 1
        return True

    def _word(self) -> str:
        return self.tokens[self.at].lower() if self.at < len(self.tokens) else ""


class _Words:
    __slots__ = ("ends", "kinds", "months", "runs", "starts", "vague", "weekdays", "whose")

    def __init__(self, data: dict[str, Any], months: dict[str, int]) -> None:
        def phrases(name: str) -> list[tuple[str, ...]]:
            return sorted((tuple(one.split()) for one in data[name]), key=len, reverse=True)

        self.months = months
        self.kinds = frozenset(data["kinds"])
        self.whose = tuple(data["whose"])
        self.ends, self.starts, self.runs = phrases("ends"), phrases("starts"), phrases("runs")
        self.vague, self.weekdays = phrases("vague"), phrases("weekdays")


@lru_cache(maxsize=4)
def _words(layers: tuple[Path, ...]) -> _Words:
    months = load_part("periods", lambda data: dict(data["months"]), layers, version="months")
    return _Words(load_part("year_ends", lambda data: data, layers), cast("dict[str, int]", months))
