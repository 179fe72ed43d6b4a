"""The vocabulary of time, as look-up tables on lower-case words."""

from __future__ import annotations

from functools import lru_cache

from factcheck.hints import Any
from factcheck.vocabulary import load_part

Meaning = tuple[str, Any]


class PeriodWords:
    """``meaning``: word → (class, value) for every word that can begin a time; ``groups``: name → set of words.

    ``signs``: the words without one of which only numbers can make a time ("three" alone makes none).

    Classes: month, short-month, weekday, short-weekday, unit, ordinal, cardinal, tens, decade, season, det, same,
    part, vague, rest, offset, fiscal, q, h, fy, cy, full, year-to-date, named, article.
    """

    __slots__ = ("groups", "maps", "meaning", "signs")

    def __init__(
        self,
        meaning: dict[str, Meaning],
        groups: dict[str, frozenset[str]],
        maps: dict[str, dict[str, Any]],
    ) -> None:
        self.meaning, self.groups, self.maps = meaning, groups, maps
        signs = (word for word, (kind, _) in meaning.items() if kind not in _SIGNLESS)
        self.signs = frozenset(signs) | groups["year_openers"] | _ENDINGS

    def of(self, word: str, kind: str) -> Any:
        """The value of a word of this class; None if it is of another."""
        found = self.meaning.get(word)
        return found[1] if found is not None and found[0] == kind else None


_SIGNLESS = ("article", "cardinal", "tens")
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_CLASSES = (
    ("months", "month"),
    ("month_abbreviations", "short-month"),
    ("weekdays", "weekday"),
    ("weekday_abbreviations", "short-weekday"),
    ("units", "unit"),
    ("ordinals", "ordinal"),
    ("cardinals", "cardinal"),
    ("tens", "tens"),
    ("decades", "decade"),
    ("seasons", "season"),
    ("determiners", "det"),
    ("parts", "part"),
    ("offsets", "offset"),
)
_LISTS = (
    ("sameness", "same"),
    ("vague", "vague"),
    ("rests", "rest"),
    ("of_the_quarter", "whole"),
    ("fiscal", "fiscal"),
    ("calendar", "fiscal"),
    ("school", "fiscal"),
)
_FIXED = {"q": "q", "h": "h", "fy": "fy", "cy": "cy", "sy": "sy", "full": "full", "ytd": "ytd", "w": "w"}


def _build(data: dict[str, Any]) -> tuple[dict[str, Meaning], dict[str, frozenset[str]], dict[str, Any]]:
    meaning: dict[str, Meaning] = {word: (kind, None) for word, kind in _FIXED.items()}
    meaning.update(dict.fromkeys(("a", "an", "the"), ("article", None)))
    for section, kind in _CLASSES:
        for word, value in data.get(section, {}).items():
            meaning[str(word)] = (kind, value)
    for section, kind in _LISTS:
        for word in data.get(section, ()):
            meaning[str(word)] = (kind, section)
    named: dict[str, Any] = {}
    for words, name in data.get("named_days", {}).items():
        first, _, rest = str(words).partition(" ")
        named.setdefault(first, []).append((tuple(rest.split()) if rest else (), str(name)))
    for first, endings in named.items():
        endings.sort(key=lambda one: -len(one[0]))
        meaning.setdefault(first, ("named", None))
    groups = {
        name: frozenset(str(word) for word in value)
        for name, value in data.items()
        if isinstance(value, list)
    }
    maps = {"ago": data.get("ago", {}), "openings": data.get("openings", {}), "named": named}
    return meaning, groups, maps


@lru_cache(maxsize=1)
def period_words() -> PeriodWords:
    """The shipped vocabulary ``periods``."""
    return PeriodWords(*load_part("periods", _build))
