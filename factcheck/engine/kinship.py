"""What two passages have in common, and what their articles have not: words that carry meaning, and figures.

How likely it is that two figures are alike by chance hangs on both.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.claim import Claim
from factcheck.engine.amounts import Amount, Incomparable, number
from factcheck.engine.match import Match
from factcheck.interval import Answer
from factcheck.landmarks import NO_NAMES
from factcheck.patterns import Lazy

_WORD = Lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIGURE = Lazy(r"\d[\d,.]*")
_YEAR = Lazy(r"(?:19|20)\d\d")
_LONGEST = 1000  # characters of a sentence that are looked at
_SHORTEST = 3  # letters of a word that carries meaning
# What verbs of any talk of figures do.
_TELLING = ("say", "forecast", "move", "measure", "shift")


def shared_words(match: Match, a: Claim, b: Claim) -> Amount:
    """How many words that carry meaning stand in both sentences, the words of the two figures aside."""
    return number(len(_around(match, a) & _around(match, b)))


def told_again(match: Match, a: Claim, b: Claim) -> Amount:
    """How much of what the first sentence says of its figure stands in the second's: from 0 to 1."""
    said = _told(match, a)
    return number(Fraction(len(said & _told(match, b)), len(said)) if said else 0)


def words_told(match: Match, a: Claim, b: Claim) -> Amount:
    """How many words of what is measured stand in both sentences: none of saying, foreseeing or moving."""
    return number(len(_told(match, a) & _told(match, b)))


def figures_beside(match: Match, a: Claim, b: Claim) -> Amount:
    """How many further figures both sentences have, written with the same digits, two at least; years aside."""
    return number(len(_beside(match, a) & _beside(match, b)))


def _beside(match: Match, claim: Claim) -> frozenset[str]:
    prose, sentence, figure = _prose(match, claim), claim.sentence, claim.span
    others = f"{prose[sentence.start : figure.start]} | {prose[figure.end : sentence.end]}"
    return frozenset(digits for one in _figures(others[: 2 * _LONGEST]) if len(digits := _telling(one)) > 1)


def _telling(figure: str) -> str:
    """Its digits without zeros at the ends: 2.30 and 230 tell 23."""
    return figure.replace(".", "").strip("0")


def _told(match: Match, claim: Claim) -> frozenset[str]:
    sentence, figure = claim.sentence, claim.span
    return _told_around(_prose(match, claim), sentence.start, figure.start, figure.end, sentence.end)


@lru_cache(maxsize=16384)
def _told_around(prose: str, first: int, start: int, end: int, last: int) -> frozenset[str]:
    """The words around a figure without those that any sentence on results has, and without accents."""
    from unicodedata import combining, normalize

    from factcheck.syntax.lexicon import load_lexicon

    lexicon, words = load_lexicon(), _meaning_around(prose, first, start, end, last)
    words -= lexicon.in_results
    kept = (word for word in words if not any(lexicon.does(word, frame) for frame in _TELLING))
    return frozenset("".join(c for c in normalize("NFD", word) if not combining(c)) for word in kept)


def _around(match: Match, claim: Claim) -> frozenset[str]:
    sentence, figure = claim.sentence, claim.span
    return _meaning_around(_prose(match, claim), sentence.start, figure.start, figure.end, sentence.end)


def _meaning_around(prose: str, first: int, start: int, end: int, last: int) -> frozenset[str]:
    before = prose[max(first, start - _LONGEST) : max(first, start)]
    return _meaning(f"{before} | {prose[end : min(last, end + _LONGEST)]}")


@lru_cache(maxsize=2048)
def _meaning(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, in their plain form."""
    from factcheck.extract.word_forms import singular
    from factcheck.syntax.lexicon import load_lexicon  # dear at a start, and most checks end without it

    lexicon = load_lexicon()
    plain = {
        singular(lexicon.lemma(word))
        for word in map(str.casefold, _WORD.findall(text))
        if len(word) >= _SHORTEST and not lexicon.closed(word)
    }
    return frozenset(plain - NO_NAMES - lexicon.beside_figures)


def _prose(match: Match, claim: Claim) -> str:
    article = match.article(claim.path)
    if article is None:
        raise Incomparable("no article")
    return article.prose


def left_over(match: Match, a: Claim, b: Claim) -> Amount:
    """How many figures of the first claim's article, written in digits, the other's has not; years aside."""
    return number(len(_figures(_prose(match, a)) - _figures(_prose(match, b))))


def stands_in(match: Match, a: Claim, b: Claim) -> Answer:
    """True where the digits of the first figure stand in the second's article, whatever they are of there."""
    digits = _figures(a.span.of(_prose(match, a)))
    return Answer.of(bool(digits) and digits <= _figures(_prose(match, b)))


@lru_cache(maxsize=4096)
def _figures(prose: str) -> frozenset[str]:
    found = {figure.replace(",", "").rstrip(".") for figure in _FIGURE.findall(prose)}
    return frozenset(figure for figure in found if not _YEAR.fullmatch(figure))
