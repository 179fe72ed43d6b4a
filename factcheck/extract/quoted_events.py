"""When something with a name in quotation marks came: "“1+6+N”, introduced in 2024" is a date of "1+6+N".

A claim of measure "date" with the name as its metric, about the last name before it in its sentence, else the topic.
Words: rules/vocabulary/events.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.hints import TYPE_CHECKING, Any, cast
from factcheck.mention import PeriodMention
from factcheck.patterns import Lazy
from factcheck.span import Span
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = frozenset(("day", "month", "quarter", "year"))
_NAME = Lazy(r"[“\"„«](?P<name>[^“”\"„«»\n]{2,60}?),?[”\"“»]")
_WORD = Lazy(r"\w+|[^\w\s]")
_REACH = 90  # characters between a name and its day
_BETWEEN = 4  # small words among them
_PREPOSITIONS = ("in", "on", "at", "during")


def read_event_claims(
    article: Article,
    sentences: Iterable[tuple[Span, str, Sequence[tuple[int, Entity]]]],
    periods: Sequence[PeriodMention],
    topic: Entity,
    layers: tuple[Path, ...] = (),
) -> list[Claim]:
    """One claim for each such date. A sentence comes with its span, section, and (start, entity) of its names."""
    prose = article.prose
    if not any(sign in prose for sign in '“"„«'):
        return []
    starts = sorted(
        (mention for mention in periods if mention.period.kind in _KINDS), key=lambda one: one.start
    )
    words: _Words | None = None
    claims: list[Claim] = []
    for span, section, names in sentences:
        dated = [one for one in starts if span.start <= one.start < span.end]
        if not dated:
            continue
        behind = span.start
        for match in _NAME.finditer(prose, span.start, span.end):
            mention = next((one for one in dated if one.start > match.end()), None)
            if mention is None or match.start() < behind:
                continue
            words = words or _words(layers)
            if words.came_between(prose[match.end() : mention.start]):
                before = [(at, who) for at, who in names if at < match.start()]
                claims.append(_claim(article, span, section, match, mention, before, topic))
                behind = mention.start
    return claims


def _claim(
    article: Article,
    sentence: Span,
    section: str,
    match: re.Match[str],
    mention: PeriodMention,
    before: Sequence[tuple[int, Entity]],
    topic: Entity,
) -> Claim:
    name = " ".join(match.group("name").split())
    words = Span(*match.span("name"))
    how = "stated" if before else "topic"
    return Claim(
        path=article.path,
        span=mention.span,
        sentence=sentence,
        section=section,
        entity=before[-1][1] if before else topic,
        metric="~" + name.lower(),
        metric_words=name,
        measure="date",
        kind="date",
        period=mention.period,
        trace=(
            Trace("entity", how, None, "" if before else "the article's topic"),
            Trace("metric", "stated", words, "named in quotation marks"),
            Trace("period", "stated", mention.span),
        ),
    )


class _Words:
    """What may stand between a name and the day it came: a noun, a few small words, the verb, a preposition."""

    __slots__ = ("between", "came", "things")

    def __init__(self, data: dict[str, Any]) -> None:
        self.between, self.came = frozenset(data["between"]), frozenset(data["came"])
        self.things = frozenset(data["things"])

    def came_between(self, text: str) -> bool:
        if len(text) > _REACH:
            return False
        said = _WORD.findall(text)
        if said and said[-1] in _PREPOSITIONS:
            del said[-1]
        if not said or said.pop() not in self.came:
            return False
        if said and said[0] in self.things:
            del said[0]
        return len(said) <= _BETWEEN and self.between.issuperset(said)


@lru_cache(maxsize=4)
def _words(layers: tuple[Path, ...]) -> _Words:
    return _Words(cast("dict[str, Any]", load_part("events", lambda data: data, layers)))
