"""Claims that carry no figure but a date: a weekday beside its date, a date that does not exist."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.article import Article
from factcheck.claim import Claim, Trace
from factcheck.extract.sentences import Sentence
from factcheck.extract.topic import Topic
from factcheck.mention import PeriodMention
from factcheck.span import Span

_MANY = 3  # an article with fewer figures needs no date
_WORDS = 8  # how many of its first words stand for an article


def undated_claim(article: Article, sentences: Sequence[Sentence], topic: Topic, figures: int) -> list[Claim]:
    """A claim of measure "date" marked "undated" where an article full of figures bears no date; at its first words."""
    if article.published is not None or figures < _MANY or not sentences:
        return []
    first = next((s for s in sentences if s.section == "title"), sentences[0])
    return [
        Claim(
            path=article.path,
            number=0,
            span=_opening(article.prose, first.span),
            sentence=first.span,
            section=first.section,
            entity=topic.entity,
            metric="date",
            metric_words="",
            measure="date",
            quantity=None,
            kind="date",
            marks=frozenset(("undated",)),
            trace=(Trace("period", "default", None, "no date was found"),),
        )
    ]


def _opening(prose: str, span: Span) -> Span:
    """The first words of a sentence: enough to show which article is meant."""
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
            Claim(
                path=article.path,
                number=0,
                span=mention.span,
                sentence=sentence.span if sentence is not None else mention.span,
                section=sentence.section if sentence is not None else "body",
                entity=topic.entity,
                metric="date",
                metric_words="",
                measure="date",
                quantity=None,
                kind="date",
                period=mention.period,
                details=() if mention.weekday is None else (("weekday", mention.weekday),),
                marks=mention.marks,
                trace=(Trace("period", "stated", mention.span), topic.entity_trace()),
            )
        )
    return claims
