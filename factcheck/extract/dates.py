"""Claims that carry no figure but a date: a weekday beside its date, a date that does not exist, a time said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.sentences import Sentence
from factcheck.extract.topic import Topic
from factcheck.mention import PeriodMention
from factcheck.patterns import Lazy
from factcheck.records import replace
from factcheck.span import Span

_MANY = 3  # an article with fewer figures needs no date
# Between a time in words and the date it is explained by ("last month, in October,"), and what must close the date.
_APPOSED = Lazy(r"\s*(?:,|\(|[–—-])\s*(?:(?:on|in)\s+)?\Z")
_CLOSED = Lazy(r"\s*(?:[,;:.)–—]|\Z)(?!\d)")
_OPEN_KINDS = ("since", "until", "by", "duration", "range", "relative")
_WORDS = 8  # how many of its first words stand for an article


def undated_claim(
    article: Article, title: Span | None, topic: Entity, figures: int, sentences: Sequence[Sentence] = ()
) -> list[Claim]:
    """A claim of measure "date" marked "undated" where an article full of figures bears no date; at its title."""
    if article.published is not None or figures < _MANY or not (sentences or title):
        return []
    span, sentence, section = _standing_for(article, title, sentences)
    return [
        replace(
            _date_claim(article, span, sentence, section, topic),
            marks=frozenset(("undated",)),
            trace=(Trace("period", "default", None, "no date was found"),),
        )
    ]


def _date_claim(article: Article, span: Span, sentence: Span, section: str, entity: Entity) -> Claim:
    """A claim about a date, without the date."""
    return Claim(article.path, span, sentence, section, entity, metric="date", measure="date", kind="date")


def title_span(article: Article) -> Span | None:
    """Where the title stands in the file, be it in the front matter or in the head of a page."""
    at = article.text.find(article.title) if article.title else -1
    return None if article.title is None or at < 0 else Span(at, at + len(article.title))


def _standing_for(
    article: Article, title: Span | None, sentences: Sequence[Sentence]
) -> tuple[Span, Span, str]:
    """What shows which article is meant, with its sentence and section: its title or its first words."""
    title = title or next((one.span for one in sentences if one.section == "title"), None)
    if title is not None:
        return title, title, "title"
    first = sentences[0]
    return _opening(article.prose, first.span), first.span, first.section


def _opening(prose: str, span: Span) -> Span:
    """The first words of a sentence."""
    end = span.start
    for word in list(re.finditer(r"\S+", span.of(prose)))[:_WORDS]:
        end = span.start + word.end()
    return Span(span.start, end) if end > span.start else span


def read_date_claims(
    article: Article, sentences: Sequence[Sentence], periods: Sequence[PeriodMention], topic: Topic
) -> list[Claim]:
    """A claim of measure "date" for every date written with its weekday, and for every impossible date."""
    claims: list[Claim] = []
    for mention in periods:
        if mention.weekday is None and "impossible-date" not in mention.marks:
            continue
        sentence = next((s for s in sentences if s.span.start <= mention.start < s.span.end), None)
        claims.append(
            replace(
                _date_claim(
                    article,
                    mention.span,
                    sentence.span if sentence is not None else mention.span,
                    sentence.section if sentence is not None else "body",
                    topic.entity,
                ),
                period=mention.period,
                details=() if mention.weekday is None else (("weekday", mention.weekday),),
                marks=mention.marks,
                trace=(Trace("period", "stated", mention.span), topic.entity_trace()),
            )
        )
    return claims


def read_times_said_twice(
    article: Article, sentences: Sequence[Sentence], periods: Sequence[PeriodMention], topic: Topic
) -> list[Claim]:
    """A claim marked "dated-twice" for a time counted from the dateline that a date beside it explains.

    "last month, in October,": ``period`` is the date, ``compared`` what the words mean by the day of publication.
    """
    claims: list[Claim] = []
    for one, other in pairwise(periods):
        if ("relative" in one.marks) is ("relative" in other.marks) or not (
            one.period.readings and other.period.readings
        ):
            continue
        between = article.prose[one.end : other.start]
        if not _APPOSED.match(between) or not _CLOSED.match(article.prose, other.end):
            continue
        told, dated = (one, other) if "relative" in one.marks else (other, one)
        sentence = next((s for s in sentences if s.span.start <= one.start < s.span.end), None)
        if sentence is None or told.period.kind in _OPEN_KINDS or dated.period.kind in _OPEN_KINDS:
            continue
        claims.append(
            replace(
                _date_claim(
                    article, Span(one.start, other.end), sentence.span, sentence.section, topic.entity
                ),
                period=dated.period,
                compared=told.period,
                marks=frozenset(("dated-twice",)),
                trace=(
                    Trace("period", "stated", dated.span),
                    Trace("compared", "stated", told.span),
                    topic.entity_trace(),
                ),
            )
        )
    return claims
