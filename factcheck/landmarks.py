"""What an article can be known by: names and figures. Two articles that share many of them tell one story."""

from __future__ import annotations

from functools import lru_cache

from factcheck.article import Article
from factcheck.day import date
from factcheck.day_names import MONTHS, WEEKDAYS
from factcheck.patterns import Lazy
from factcheck.records import dataclass

# A capitalised word inside a sentence, one anywhere, and a number of two digits or more.
_NAME = Lazy(r"(?<=[a-z,;] )[A-Z][\w-]{3,}")
_CAPITAL = Lazy(r"\b[A-Z][\w-]{3,}")
_FIGURE = Lazy(r"\d[\d,.]*\d")
_LONGEST = 40_000  # characters of an article that are looked at
_YEARS = range(1900, 2101)
_FEWEST = 3  # names and figures that must be shared
_SHARE = (2, 5)  # of all that the shorter article has: two fifths
NO_NAMES = frozenset((*WEEKDAYS, *MONTHS)) - {"may"}


@dataclass(frozen=True, slots=True)
class Landmarks:
    """What an article can be known by.

    ``marks``: names, with figures of three digits or more that are no years; ``words``: all words with a capital. What
    is a name inside one article's sentence may begin the other's.
    """

    published: date | None
    marks: frozenset[str]
    words: frozenset[str]

    @property
    def fewest(self) -> int:
        """How much a longer article must share with this one."""
        return max(_FEWEST, -(-len(self.marks) * _SHARE[0] // _SHARE[1]))


def landmarks(article: Article) -> Landmarks:
    """The landmarks of an article."""
    return Landmarks(article.published, *_landmarks(article.prose[:_LONGEST]))


@lru_cache(maxsize=512)
def _landmarks(text: str) -> tuple[frozenset[str], frozenset[str]]:
    marks = {name.casefold() for name in set(_NAME.findall(text))} - NO_NAMES
    for figure in set(_FIGURE.findall(text)):
        digits = figure.replace(",", "").rstrip(".")
        if sum(map(str.isdigit, digits)) > 2 and not (digits.isdecimal() and int(digits) in _YEARS):
            marks.add(digits)
    words = {word.casefold() for word in set(_CAPITAL.findall(text))}
    return frozenset(marks), frozenset(words - NO_NAMES)
