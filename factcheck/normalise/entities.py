"""Entities: whom a name means, and what the desk knows of them. The registry is YAML; see docs/vocabulary.md."""

from __future__ import annotations

import marshal
from collections.abc import Container, Sequence
from functools import lru_cache

from factcheck.day import date
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.normalise.names import is_legal_word
from factcheck.normalise.phrases import OTHER, longest, plain_word, starts
from factcheck.records import dataclass
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.normalise.calendars import FiscalCalendar

VERSION = "18"  # of the look-ups that entity_tables makes
_PUBLIC = frozenset(("company", "bank"))


@dataclass(frozen=True, slots=True)
class EntityInfo:
    """A line of the registry.

    ``kind``: company, bank, segment, product, index, country, region, state, city, office (statistics and other public
    bodies), central-bank, agency, organisation, person, team, currency, commodity. ``former`` are names until some day.
    ``segments`` maps names a segment goes by ("cloud intelligence group") to its canonical scope word ("cloud").
    ``year``: the fiscal year's end as (month, rule, weekday, day, naming, weeks, before), None where nobody told us.
    ``currency`` is an ISO code; ``country`` an entity id; ``source`` says where the line was looked up;
    ``since`` is the day from which a segment's name is not the company's any more; ``cik`` is the SEC's number of a company that files there.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    parent: str | None = None
    segments: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    currency: str | None = None
    year: tuple[Any, ...] | None = None
    source: str | None = None
    since: str | None = None
    cik: int | None = None


class Registry:
    """All known entities. Names are matched as written: capitals matter."""

    __slots__ = ("_around", "_cache", "_lines", "_stated", "_table", "_tickers")

    def __init__(self, data: dict[str, Any]) -> None:
        self._table = data["table"]
        self._around: dict[str, frozenset[str]] = data["around"]
        self._tickers: dict[str, str] = data["tickers"]
        self._lines: dict[str, bytes] = data["infos"]  # folded: a check asks for a few of the many
        self._cache: dict[str, EntityInfo] = {}
        self._stated: dict[str, FiscalCalendar] = {}

    def stating(self, calendars: dict[str, FiscalCalendar]) -> Registry:
        """The same registry as one article sees it: its own word on year ends goes before ours.

        Where both name one month, ours stays: it knows the rule for the day.
        """
        if not calendars:
            return self
        other = Registry.__new__(Registry)
        other._table, other._around, other._tickers = self._table, self._around, self._tickers
        other._lines, other._cache = self._lines, self._cache
        ours = [self.calendar(key) for key in calendars]
        other._stated = {
            key: have if have is not None and have.month == said.month and said.day is None else said
            for (key, said), have in zip(calendars.items(), ours, strict=True)
        }
        return other

    def starts(self, words: Sequence[str]) -> list[int]:
        """The numbers of the words as written with which a known name may begin."""
        return starts(self._table, words)

    def match(self, words: Sequence[str], i: int, seen: Container[str] = ()) -> tuple[int, str] | None:
        """The longest known name at word ``i`` of the words as written: (number of words, entity id).

        A legal form behind the name ("Inc", "Group Holding Ltd") belongs to it. Names that are ordinary words too
        ("Target", "Next") need company-like surroundings; those that are surnames too ("Emerson") are not read behind a
        first name; tickers must stand between signs, as in "(BABA)". A segment's name that several companies use ("ISG") is read only where exactly one of them is in ``seen`` (entity ids).
        """
        found = longest(self._table, words, i)
        if found is None or found[1] is None:
            return None
        length, key = found[0], found[1]
        mark = key[0]
        if mark == "$":
            return (length, key[1:]) if _between_signs(words, i, i + length) else None
        if mark == "?":
            end = self._with_legal_form(words, i + length)
            return (end - i, key[1:]) if self._company_like(words, i, i + length, end) else None
        if mark == "^":
            if (
                i > 0
                and words[i - 1][:1].isupper()
                and words[i - 1].lower() not in self._around["no_first_name"]
            ):
                return None
            key = key[1:]
            mark = key[0]
        if mark == "~":
            owned = [one for one in key[1:].split("|") if one.partition("/")[0] in seen]
            return (length, owned[0]) if len(owned) == 1 else None
        if mark == "+":
            return self._with_legal_form(words, i + length) - i, key[1:]
        return length, key

    def _with_legal_form(self, words: Sequence[str], end: int) -> int:
        while end < len(words) and words[end][:1].isupper() and is_legal_word(words[end]):
            end += 1
        return end

    def _company_like(self, words: Sequence[str], start: int, end: int, extended: int) -> bool:
        """Is a name that is also an ordinary word meant as a name? When in doubt, no."""
        does = self._around["does"]
        if extended > end:
            return True
        following = plain_word(words[end]) if end < len(words) else ""
        if following[:1].isupper():
            return False
        if start == 0 or not words[start - 1][:1].isalnum():
            return following.lower() in does
        before = words[start - 1]
        if before[:1].isupper() or before.lower() in self._around["not_before"]:
            return False
        return before in self._around["leads"] or following.lower() in does

    def info(self, key: str) -> EntityInfo:
        """What the registry says of an entity; KeyError for an unknown id."""
        have = self._cache.get(key)
        if have is None:
            have = self._cache[key] = EntityInfo(key, *marshal.loads(self._lines[key]))
        return have

    def by_cik(self, cik: int) -> str | None:
        """The id of the entity that the SEC knows by a number; None when no line has it."""
        return next((key for key, line in self._lines.items() if marshal.loads(line)[-1] == cik), None)

    def known(self, key: str) -> bool:
        return key in self._lines

    def ids(self) -> list[str]:
        return sorted(self._lines)

    def calendar(self, key: str) -> FiscalCalendar | None:
        """The fiscal calendar of an entity, or of a segment's parent; None where nobody says."""
        if key in self._stated:
            return self._stated[key]
        if key not in self._lines:
            return None
        info = self.info(key)
        if info.year is None:
            return self.calendar(info.parent) if info.parent and info.parent != key else None
        return calendar_of(info.year)

    def segment(self, key: str, words: str) -> str | None:
        """The canonical scope word of a segment of ``key``: ("harlow", "Cloud Intelligence Group") → "cloud"."""
        if key not in self._lines:
            return None
        plain = " ".join(words.lower().replace("-", " ").split())
        for name, segment in self.info(key).segments:
            if name == plain:
                return segment
        return None

    def of_ticker(self, ticker: str) -> str | None:
        """The id of the company that a ticker stands for, where it can be nothing else: in a title, say."""
        return self._tickers.get(ticker) or self.find(ticker)

    def find(self, name: str) -> str | None:
        """The id of an entity by id, ticker, or any of its names in full; None when unknown."""
        if name in self._lines:
            return name
        words = name.replace("-", " ").split()
        found = longest(self._table, words, 0) if words else None
        if found is None or found[1] is None:
            return None
        end = self._with_legal_form(words, found[0])
        key = found[1].lstrip("$?+~^")
        return key if end == len(words) and key in self._lines else None


@lru_cache(maxsize=64)
def calendar_of(year: tuple[Any, ...]) -> FiscalCalendar:
    """The fiscal calendar that a line of the registry describes."""
    from factcheck.normalise.calendars import FiscalCalendar

    month, rule, weekday, day, naming, weeks, earlier = year
    before = until = None
    if earlier is not None:
        before = FiscalCalendar(earlier[0], earlier[1], earlier[2], naming, earlier[3])
        until = date.fromisoformat(earlier[4])
    return FiscalCalendar(
        *(month, rule, weekday, naming, day), weeks=weeks or (13, 13, 13, 13), before=before, until=until
    )


def _between_signs(words: Sequence[str], start: int, end: int) -> bool:
    before = start > 0 and plain_word(words[start - 1]) == OTHER
    return before and (end >= len(words) or plain_word(words[end]) == OTHER)


@lru_cache(maxsize=8)
def load_registry(layers: tuple[Path, ...] = ()) -> Registry:
    """The registry with a newsroom's layers on top. Raises ConfigurationError for a faulty entry."""
    return Registry(load_part("entities", _built, layers, version=VERSION))


def _built(data: dict[str, Any]) -> dict[str, Any]:
    from factcheck.normalise.entity_tables import build_registry  # only when a file has changed

    return build_registry(data)
