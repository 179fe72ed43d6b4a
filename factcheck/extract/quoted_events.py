"""When something with a name in quotation marks came: "“1+6+N”, introduced in 2024" is a date of "1+6+N".

A claim of measure "date" with the name as its metric, about the last name before it in its sentence, else the topic.
Words: rules/vocabulary/events.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.mention import PeriodMention
from factcheck.span import Span
from factcheck.vocabulary import load_part

_KINDS = frozenset(("day", "month", "quarter", "year"))


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
    starts = {mention.start: mention for mention in periods if mention.period.kind in _KINDS}
    pattern: re.Pattern[str] | None = None
    claims: list[Claim] = []
    for span, section, names in sentences:
        if not any(span.start <= at < span.end for at in starts):
            continue
        pattern = pattern or _pattern(layers)
        for match in pattern.finditer(prose, span.start, span.end):
            mention = starts.get(match.end())
            if mention is not None:
                before = [(at, who) for at, who in names if at < match.start()]
                claims.append(_claim(article, span, section, match, mention, before, topic))
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
        number=0,
        span=mention.span,
        sentence=sentence,
        section=section,
        entity=before[-1][1] if before else topic,
        metric="~" + name.lower(),
        metric_words=name,
        measure="date",
        quantity=None,
        kind="date",
        period=mention.period,
        trace=(
            Trace("entity", how, None, "" if before else "the article's topic"),
            Trace("metric", "stated", words, "named in quotation marks"),
            Trace("period", "stated", mention.span),
        ),
    )


@lru_cache(maxsize=4)
def _pattern(layers: tuple[Path, ...]) -> re.Pattern[str]:
    data = cast("dict[str, Any]", load_part("events", lambda data: data, layers))
    between = "|".join(re.escape(word) + (r"\b" if word.isalnum() else "") for word in data["between"])
    things = "|".join(map(re.escape, data["things"]))
    came = "|".join(map(re.escape, data["came"]))
    return re.compile(
        rf"[“\"„«](?P<name>[^“”\"„«»\n]{{2,60}}?),?[”\"“»](?:\s+(?:{things})\b)?"
        rf"(?:\s*(?:{between})){{0,4}}\s*\b(?:{came})\s+(?:(?:in|on|at|during)\s+)?"
    )
