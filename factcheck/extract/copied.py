"""Sentences that are copied from text to text: a figure, a time or a direction is known by all that stands around it.

Two articles in which a sentence is the same but for one figure share the detail "copy" of that figure ("copy-alone" where
it is the only one of its sentence, so that words alone tell); but for one time, "copy-when"; but for its words of
direction, "copy-way". Nothing needs to be known of what the sentence measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Claim
from factcheck.digest import blake2b
from factcheck.extract.figure_groups import detailed, sentences_of
from factcheck.extract.quantity_words import load_lexicon
from factcheck.patterns import Lazy
from factcheck.span import Span

# Words of four letters or more: shorter sentences are alike by chance, those with one figure alone more often.
_FEWEST, _FEWEST_ALONE = 5, 7
_LONG_WORD = Lazy(r"[^\W\d_]{4,}")
_SIGNS = Lazy(r"[^\w.%$£€¥]+|[_.](?!\d)")


def mark_copies(claims: Sequence[Claim], prose: str) -> list[Claim]:
    """The claims with what a copy of their sentence would share."""
    marked = list(claims)
    for numbers in sentences_of(claims):
        sentence = claims[numbers[0]].sentence
        long_words = len(_LONG_WORD.findall(sentence.of(prose)))
        if long_words < _FEWEST:
            continue
        others = len({claims[number].span for number in numbers}) > 1
        for number in numbers:
            claim = claims[number]
            if sentence.start <= claim.span.start and claim.span.end <= sentence.end:
                named = dict(_names(claim, prose, long_words, others))
                marked[number] = detailed(claim, **named)
    return marked


def _names(claim: Claim, prose: str, long_words: int, others: bool) -> Iterator[tuple[str, str]]:
    """What is around the figure, its time and its direction, by the names of the details."""
    if others or long_words >= _FEWEST_ALONE:
        yield "copy" if others else "copy_alone", _digest(_around(claim, prose, claim.span))
    stated = next((one.span for one in claim.trace if one.aspect == "period" and one.how == "stated"), None)
    if stated is not None and claim.sentence.start <= stated.start and stated.end <= claim.sentence.end:
        yield "copy_when", _digest([*_around(claim, prose, stated), claim.span.of(prose)])
    if claim.direction in ("up", "down"):
        ways = load_lexicon().cue_signs
        parts = [_words(part) for part in _around(claim, prose, claim.span)]
        plain = [" ".join("\0" if word in ways else word for word in part.split()) for part in parts]
        yield "copy_way", _digest([*plain, claim.span.of(prose)])


def _around(claim: Claim, prose: str, span: Span) -> list[str]:
    """The sentence before and behind a span in it."""
    return [prose[claim.sentence.start : span.start], prose[span.end : claim.sentence.end]]


def _words(text: str) -> str:
    """One form for all ways to write the same words: signs, blanks and capitals aside."""
    return _SIGNS.sub(" ", text.lower()).strip()


def _digest(parts: Sequence[str]) -> str:
    return blake2b("\1".join(map(_words, parts)).encode(), digest_size=8).hexdigest()
