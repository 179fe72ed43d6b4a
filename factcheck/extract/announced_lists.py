"""Announced lists: "three pillars: a, b and c". The number announced and the number of things named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.article import Article
from factcheck.claim import Claim, Trace
from factcheck.extract.sentences import Sentence
from factcheck.extract.topic import Topic
from factcheck.span import Span
from factcheck.syntax.tokens import QUANTITY, Token

_NEAR = 6  # tokens from the number to the colon: "three big bets for 2026:"
_FAR = 11  # where somebody's doing stands between: "three markets it wants to build in:"
_FIRST = frozenset(("first", "firstly", "one"))
_WHO = frozenset(("it", "they", "he", "she", "we", "I", "you", "that", "which"))


def read_list_claims(
    article: Article, tokenised: Sequence[tuple[Sentence, Sequence[Token]]], topic: Topic
) -> list[Claim]:
    """A claim of measure "list" where a small whole number announces things and a colon or dash lists them."""
    claims: list[Claim] = []
    for sentence, tokens in tokenised:
        claim = _announced(article, sentence, tokens, topic)
        if claim is not None:
            claims.append(claim)
    return claims


def _announced(article: Article, sentence: Sentence, tokens: Sequence[Token], topic: Topic) -> Claim | None:
    start, end = sentence.span.start, sentence.span.end
    if article.prose.find(":", start, end) < 0 and article.prose.find("—", start, end) < 0:
        return None
    colon = next((at for at, token in enumerate(tokens) if token.text in (":", "—")), None)
    if colon is None or colon == 0 or colon + 1 >= len(tokens):
        return None
    number = next(
        (at for at in range(colon - 1, max(-1, colon - _FAR), -1) if tokens[at].kind == QUANTITY), None
    )
    if number is None or (colon - number >= _NEAR and tokens[number + 1].text not in _WHO):
        return None
    mention = tokens[number].quantity
    assert mention is not None
    announced = mention.quantity
    whole = announced.low == announced.high and announced.low.denominator == 1 and 2 <= announced.low <= 12
    if not whole or mention.kind not in ("count", "number") or announced.hedged:
        return None
    if any(token.text in ",;.()" for token in tokens[number + 1 : colon]):
        return None
    items = _items(article.prose, Span(tokens[colon].end, sentence.span.end))
    if items is None:
        return None
    if items < announced.low and tokens[colon + 1].lower in _FIRST:
        return None  # "three: first, we are hiring.": the others come in sentences of their own
    together = _numbered(article.prose, tokens[colon + 1 :], items)
    if together is not None and items != announced.low:
        items = together
    return Claim(
        path=article.path,
        span=mention.span,
        sentence=sentence.span,
        section=sentence.section,
        entity=topic.entity,
        metric="~" + (mention.unit or "item"),
        metric_words=mention.unit or "",
        measure="list",
        quantity=announced,
        kind="list",
        details=(("items", items),),
        trace=(Trace("items", "stated", Span(tokens[colon].end, sentence.span.end)),),
    )


def _numbered(prose: str, tokens: Sequence[Token], items: int) -> int | None:
    """ "nine medals: three gold, four silver and two bronze": what the items make, where each begins with its number."""
    mentions = [token.quantity for token in tokens if token.quantity is not None]
    plain = all(
        one.kind in ("count", "number") and one.quantity.low == one.quantity.high and not one.quantity.hedged
        for one in mentions
    )
    begins = [tokens[0].start] if tokens else []
    for before, token in pairwise(tokens):
        if before.text in (",", ";", "and"):
            begins.append(token.start)
    opened = all(one.start in begins for one in mentions)
    if len(mentions) != items or not plain or not opened:
        return None
    together = sum(one.quantity.low for one in mentions)
    return int(together) if together.denominator == 1 else None


def _items(prose: str, span: Span) -> int | None:
    """How many things a list names; None where its punctuation does not tell. "a, b and c" is three."""
    text = " ".join(span.of(prose).split()).rstrip(".!?")
    for mark in ("(", "“", '"', ":"):
        if mark in text:
            return None
    if ";" in text:
        return len([part for part in text.split(";") if part.strip()])
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts:
        return None
    last = parts[-1]
    if last.startswith(("and ", "or ")):
        return len(parts) if " and " not in last[4:] else None
    joined = last.count(" and ") + last.count(" or ")
    if joined != 1 or any(" and " in part for part in parts[:-1]):
        return None
    if any(len(part.split()) > 9 for part in parts):
        return None
    return len(parts) + 1
