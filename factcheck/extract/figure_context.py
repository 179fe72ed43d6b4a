"""What every reader of figures needs of one text: its tokens, the lexicon, its money, how it writes decimals."""

from __future__ import annotations

from factcheck.extract.money import MoneyReader
from factcheck.extract.number_words import read_number_words
from factcheck.extract.numerals import Numeral, read_digits
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.streaks import read_ordinal
from factcheck.extract.tokens import MASKED, Tokens
from factcheck.patterns import Lazy

_EUROPEAN = Lazy(r"\d\.\d{3},\d")  # 1.234,5


class FigureContext:
    """One tokenised text, one lexicon. ``decimal_comma`` is true for a text that writes 1.234,5."""

    __slots__ = ("_decimal_comma", "lexicon", "money", "tokens")

    def __init__(self, tokens: Tokens, lexicon: Lexicon, currency_hint: str | None = None) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self.money = MoneyReader(tokens, lexicon, currency_hint)
        self._decimal_comma: bool | None = None

    def writes_comma(self, at: int) -> bool:
        """Whether the comma in the numeral at token ``at`` stands before decimals; one without signs need not ask."""
        return not self.tokens.words[at].isdecimal() and self.decimal_comma

    @property
    def decimal_comma(self) -> bool:
        if self._decimal_comma is None:
            text = self.tokens.text
            self._decimal_comma = "," in text and _EUROPEAN.search(text) is not None
        return self._decimal_comma


def numeral_at(context: FigureContext, at: int) -> Numeral | None:
    """The numeral that starts at token ``at``, behind a hedge or a currency sign if need be; None if none does."""
    tokens, lexicon = context.tokens, context.lexicon
    here = context.money.starts_with_sign(at)
    for _ in range(3):
        if tokens.low[here] in lexicon.near["second_number"]:
            here = context.money.starts_with_sign(here + 1)
    if tokens.low[here] == MASKED or not tokens.low[here]:
        return None
    if tokens.words[here][:1].isdecimal():
        if read_ordinal(tokens, here, lexicon):
            return None
        return read_digits(tokens, here, lexicon, context.writes_comma(here))
    return read_number_words(tokens, here, lexicon)


def in_headline(context: FigureContext, at: int) -> bool:
    """True where two thirds of the longer words around token ``at`` have capitals: they name nothing there."""
    near = context.tokens.words[max(0, at - 6) : at + 7]
    words = [word for word in near if word.isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in words) * 3 > len(words) * 2
