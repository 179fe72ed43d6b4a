"""Sentences that are copied from text to text: a figure, a time or a direction is known by all that stands around it.

Two articles in which a sentence is the same but for one figure share the detail "copy" of that figure ("copy-alone" where
it is the only one of its sentence, so that words alone tell); but for its words of direction, "copy-way". But for its
times they share "copy-when" of the first figure, which has its "times", too. Nothing needs to be known of what the
sentence measures, nor of what its times date.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from factcheck.claim import Claim
from factcheck.digest import blake2b
from factcheck.extract.figure_groups import sentences_of
from factcheck.extract.quantity_words import load_lexicon
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression, label_of
from factcheck.patterns import Lazy
from factcheck.span import Span

# Words of four letters or more: shorter sentences are alike by chance, those with one figure alone more often.
_FEWEST, _FEWEST_ALONE = 5, 7
_WORD = Lazy(r"([^\W_]++(?>(?:[.,](?=\d)[^\W_]++)*)|[%$£€¥])")  # signs, blanks and capitals aside

Words = tuple[list[int], list[str]]
"""Where the words of a sentence begin, and the words in lower case."""


def copy_details(
    claims: Sequence[Claim], prose: str, times: Sequence[PeriodMention] = ()
) -> dict[int, list[tuple[str, str]]]:
    """By their places in the list: the details that claims share with a copy of their sentence.

    ``times`` are those of the article, in its order.
    """
    shared: dict[int, list[tuple[str, str]]] = {}
    ways, named = load_lexicon().cue_signs, [one for one in times if _is_named(one)]
    begins = [one.start for one in named]
    for numbers in sentences_of(claims):
        sentence = claims[numbers[0]].sentence
        words = _words_of(prose, sentence)
        long_words = sum([len(word) > 3 and word.isalpha() for word in words[1]])
        if long_words < _FEWEST:
            continue
        others = len(numbers) > 1 and len({claims[number].span for number in numbers}) > 1
        alone = "copy" if others else "copy-alone" if long_words >= _FEWEST_ALONE else ""
        inside = named[bisect_left(begins, sentence.start) : bisect_left(begins, sentence.end)]
        for number in numbers:
            claim = claims[number]
            if sentence.start <= claim.span.start and claim.span.end <= sentence.end:
                shared[number] = list(_names(claim, words, alone, ways))
                if inside:
                    shared[number].extend(_dated(words, inside))
                    inside = []  # the sentence is told of once
    return shared


def _words_of(prose: str, sentence: Span) -> Words:
    # what stands between, word, what stands between, …
    pieces = _WORD.split(prose[sentence.start : sentence.end])
    ends = list(accumulate(map(len, pieces), initial=sentence.start))
    return ends[1:-1:2], [word.lower() for word in pieces[1::2]]


def _names(claim: Claim, words: Words, alone: str, ways: Container[str]) -> Iterator[tuple[str, str]]:
    """What is around the figure and its direction, by the names of the details."""
    starts, all_words = words
    place = bisect_left(starts, claim.span.start)
    if alone:
        yield alone, _digest(_around(words, claim.span))
    if claim.direction in ("up", "down"):
        yield "copy-way", _digest([*("\0" if word in ways else word for word in all_words), str(place)])


def _is_named(time: PeriodMention) -> bool:
    """True for a time that the words name by themselves: not "last year", "Friday", "three months"."""
    expression = time.expression
    if not isinstance(expression, PeriodExpression) or time.period.kind in ("unknown", "duration"):
        return False
    return expression.kind not in ("duration", "whole", "nth") and not expression.is_relative


def _dated(words: Words, times: Sequence[PeriodMention]) -> Iterator[tuple[str, str]]:
    """The sentence without its times, and the times: "2025-Q3 and XXXX-Q2", and as they are told."""
    starts, all_words = words
    left, at = [], 0
    for one in times:
        left.extend([*all_words[at : bisect_left(starts, one.start)], "\0"])
        at = max(at, bisect_left(starts, one.end))
    yield "copy-when", _digest([*left, *all_words[at:]])
    forms = (one.expression for one in times)
    labels = [label_of(form).replace("FY", "") for form in forms if isinstance(form, PeriodExpression)]
    yield "times", " and ".join(labels)
    yield "timewords", " and ".join(f"“{one.surface}”" for one in times)


def _around(words: Words, span: Span) -> list[str]:
    """The words before and behind a span, and a sign where it stands."""
    starts, all_words = words
    return [*all_words[: bisect_left(starts, span.start)], "\0", *all_words[bisect_left(starts, span.end) :]]


def _digest(words: Sequence[str]) -> str:
    return blake2b(" ".join(words).encode(), digest_size=8).hexdigest()
