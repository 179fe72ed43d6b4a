"""How far back a record goes: "the biggest rise in 27 years", "the highest level since 1995".

Words: rules/vocabulary/groups.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.figure_groups import any_of, group_words
from factcheck.extract.sentences import Sentence
from factcheck.extract.word_forms import singular
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.patterns import Lazy
from factcheck.span import Span

if TYPE_CHECKING:
    from pathlib import Path

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNLIKE = Lazy(
    r"(?i)\b(?:not|never|one of|among|second|third)\s+(?:(?:the|its|their|a|an)\s+)?\Z"
)  # no record itself
_LAST_WORD = Lazy(r"([a-z]+)\W*\Z")


class _Words:
    __slots__ = ("adjectives", "record", "things", "years")

    def __init__(self, data: dict[str, Any]) -> None:
        self.adjectives = _turned(data["record_adjectives"])
        self.things = _turned(data["record_things"])
        self.years = {word: int(number) for word, number in _turned(data["years_in_words"]).items()}
        self.record = Lazy(
            rf"\b(?P<best>{any_of(self.adjectives)})\b(?P<what>(?:\s+[\w'’-]+){{0,5}}?)\s+"
            rf"(?:(?:in|for)\s+(?P<years>\d{{1,3}}|{any_of(self.years)})\s+years\b"
            rf"|since\s+(?:(?:{_MONTHS})\s+)?(?P<since>(?:1[89]|20)\d\d)\b(?!\s+[a-z]+ly\b|[-–/]))",
            re.IGNORECASE,
        )


def _turned(groups: dict[str, list[str]]) -> dict[str, str]:
    return {form: name for name, forms in groups.items() for form in forms}


@lru_cache(maxsize=4)
def _words(layers: tuple[Path, ...]) -> _Words:
    return _Words(group_words(layers))


def read_record_claims(
    article: Article, sentences: Sequence[Sentence], topic: Entity, layers: tuple[Path, ...] = ()
) -> list[Claim]:
    """A claim of measure "date" for every record whose reach is told, with the detail "years" or "since"."""
    words, claims = _words(layers), []
    for sentence in sentences:
        prose = sentence.span.of(article.prose)
        if "years" not in prose and "since" not in prose:
            continue
        for match in words.record.finditer(prose):
            thing = _thing(match["what"], words)
            if thing is None or _UNLIKE.search(prose, 0, match.start()):
                continue
            start = sentence.span.start
            span = Span(start + match.start(), start + match.end())
            years = match["years"]
            told = (
                ("since", int(match["since"]))
                if years is None
                else ("years", words.years.get(years.lower()) or int(years))
            )
            name = f"{words.adjectives[match['best'].lower()]} {thing}"
            claims.append(
                Claim(
                    path=article.path,
                    span=span,
                    sentence=sentence.span,
                    section=sentence.section,
                    entity=topic,
                    metric="~" + name,
                    metric_words=" ".join(match["best"].lower().split() + match["what"].lower().split()),
                    measure="date",
                    kind="date",
                    details=tuple(sorted((told, ("recordwords", " ".join(match[0].split()))))),
                    trace=(Trace("metric", "stated", span, "how far back the record goes"),),
                )
            )
    return claims


def _thing(what: str, words: _Words) -> str | None:
    """What it is a record of, by its last word: "single increase" is a rise; None for "the most"."""
    last = _LAST_WORD.search(what.lower())
    if last is None:
        return None
    return words.things.get(last[1]) or words.things.get(singular(last[1]))
