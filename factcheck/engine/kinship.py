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
# Words that stand beside figures of any kind, or beside any news at all.
_BESIDE_FIGURES = frozenset(
    (
        "thousand",
        "million",
        "billion",
        "trillion",
        "percent",
        "per",
        "cent",
        "point",
        "percentage",
        "year",
        "say",
        "new",
    )
)
_TELLING = ("say", "forecast", "move", "measure", "shift")
_IN_RESULTS = frozenset(
    [
        "quarter",
        "quarterly",
        "qtrly",
        "approximately",
        "about",
        "around",
        "company",
        "result",
        "fiscal",
        "full",
        "range",
        "now",
        "still",
        "growth",
    ]
)
_NO_MEANING = NO_NAMES | _BESIDE_FIGURES


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
    article, sentence, figure = match.article(claim.path), claim.sentence, claim.span
    if article is None:
        raise Incomparable("no article")
    others = f"{article.prose[sentence.start : figure.start]} | {article.prose[figure.end : sentence.end]}"
    return frozenset(digits for one in _figures(others[: 2 * _LONGEST]) if len(digits := _telling(one)) > 1)


def _telling(figure: str) -> str:
    """Its digits without zeros at the ends: 2.30 and 230 tell 23."""
    return figure.replace(".", "").strip("0")


def _told(match: Match, claim: Claim) -> frozenset[str]:
    article, sentence, figure = match.article(claim.path), claim.sentence, claim.span
    if article is None:
        raise Incomparable("no article")
    return _told_around(article.prose, sentence.start, figure.start, figure.end, sentence.end)


@lru_cache(maxsize=16384)
def _told_around(prose: str, first: int, start: int, end: int, last: int) -> frozenset[str]:
    """The words around a figure without those that any sentence on results has, and without accents."""
    from unicodedata import combining, normalize

    from factcheck.syntax.lexicon import load_lexicon

    does, words = load_lexicon().does, _meaning_around(prose, first, start, end, last)
    kept = (word for word in words - _IN_RESULTS if not any(does(word, frame) for frame in _TELLING))
    return frozenset("".join(c for c in normalize("NFD", word) if not combining(c)) for word in kept)


def _around(match: Match, claim: Claim) -> frozenset[str]:
    article, sentence, figure = match.article(claim.path), claim.sentence, claim.span
    if article is None:
        raise Incomparable("no article")
    return _meaning_around(article.prose, sentence.start, figure.start, figure.end, sentence.end)


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
    return frozenset(plain - _NO_MEANING)


def left_over(match: Match, a: Claim, b: Claim) -> Amount:
    """How many figures of the first claim's article, written in digits, the other's has not; years aside."""
    one, other = match.article(a.path), match.article(b.path)
    if one is None or other is None:
        raise Incomparable("no article")
    return number(len(_figures(one.prose) - _figures(other.prose)))


def stands_in(match: Match, a: Claim, b: Claim) -> Answer:
    """True where the digits of the first figure stand in the second's article, whatever they are of there."""
    one, other = match.article(a.path), match.article(b.path)
    if one is None or other is None:
        raise Incomparable("no article")
    digits = _figures(a.span.of(one.prose))
    return Answer.of(bool(digits) and digits <= _figures(other.prose))


@lru_cache(maxsize=4096)
def _figures(prose: str) -> frozenset[str]:
    found = {figure.replace(",", "").rstrip(".") for figure in _FIGURE.findall(prose)}
    return frozenset(figure for figure in found if not _YEAR.fullmatch(figure))
