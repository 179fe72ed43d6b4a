"""Sentences that are copied from text to text: each figure is known by all the words and figures around it.

Two articles in which a sentence is the same but for one figure share the detail "copy" of that figure ("copy-alone" where
it is the only one of its sentence, so that words alone tell). Nothing needs to be known of what it measures.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Claim
from factcheck.digest import blake2b
from factcheck.extract.figure_groups import detailed, sentences_of
from factcheck.patterns import Lazy

# Words of four letters or more: shorter sentences are alike by chance, those with one figure alone more often.
_FEWEST, _FEWEST_ALONE = 5, 7
_LONG_WORD = Lazy(r"[^\W\d_]{4,}")
_SIGNS = Lazy(r"[\W_]+")


def mark_copies(claims: Sequence[Claim], prose: str) -> list[Claim]:
    """The claims with what a copy of their sentence would share."""
    marked = list(claims)
    for numbers in sentences_of(claims):
        sentence = claims[numbers[0]].sentence
        text = sentence.of(prose)
        others = len({claims[number].span for number in numbers}) > 1
        if len(_LONG_WORD.findall(text)) < (_FEWEST if others else _FEWEST_ALONE):
            continue
        name = "copy" if others else "copy_alone"
        for number in numbers:
            span = claims[number].span
            if sentence.start <= span.start and span.end <= sentence.end:
                around = f"{prose[sentence.start : span.start]} \0 {prose[span.end : sentence.end]}"
                marked[number] = detailed(marked[number], **{name: _digest(around)})
    return marked


def _digest(around: str) -> str:
    """One name for all ways to write the same words: signs, blanks and capitals aside."""
    before, _, behind = around.lower().partition("\0")
    words = f"{_SIGNS.sub(' ', before)}\0{_SIGNS.sub(' ', behind)}"
    return blake2b(words.encode(), digest_size=8).hexdigest()
