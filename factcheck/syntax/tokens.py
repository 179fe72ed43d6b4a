"""A sentence as tokens: words, punctuation, and the quantities and periods already read as single tokens."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.mention import PeriodMention, QuantityMention
from factcheck.patterns import Lazy
from factcheck.span import Span

_TOKEN = Lazy(
    r"(u\.[sk]\.(?![a-z])|[a-z]++(?![A-Z&]|[^\x00-\x7f])|[a-z]{1,3}&[a-z]{1,3}\b"  # most words: tried first
    r"|(?:[A-Z]\.){2,6}|[A-Z]/[A-Z]\b|[A-Z]['’](?=[A-Z][a-z])[^\W\d_]+"  # O'Leary
    r"|[^\W\d_]+(?:(?<=[A-Z])&[A-Z]+)?|['’]s\b|\d[\w.,]*\w|\d|\S)"
)

WORD, PUNCTUATION, QUANTITY, PERIOD = "word", "punctuation", "quantity", "period"
_ENDS = frozenset(",.;:)")


class Token:
    """One token. ``lower`` is the lower-case word; "" for quantities and periods.

    Not a frozen record: a sentence makes some thirty, and that takes a quarter less time so.
    """

    __slots__ = ("end", "kind", "lower", "period", "quantity", "spaced", "start", "text")

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        text: str,
        lower: str,
        quantity: QuantityMention | None = None,
        period: PeriodMention | None = None,
        spaced: bool = True,
    ) -> None:
        self.kind, self.start, self.end, self.text, self.lower = kind, start, end, text, lower
        self.quantity, self.period, self.spaced = quantity, period, spaced

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def read_tokens(
    text: str, span: Span, quantities: Sequence[QuantityMention], periods: Sequence[PeriodMention]
) -> list[Token]:
    """The tokens of ``text`` inside ``span``. A quantity wins over a period that shares characters with it.

    Hyphens between words are dropped, so that "same-store" gives two words; possessive 's is a token of its own.
    """
    blocks: list[tuple[int, int, QuantityMention | None, PeriodMention | None]] = []
    blocks.extend((mention.start, mention.end, mention, None) for mention in quantities)
    taken = [(mention.start, mention.end) for mention in quantities]
    for period in periods:
        if not any(start < period.end and period.start < end for start, end in taken):
            blocks.append((period.start, period.end, None, period))
    blocks.sort(key=lambda block: block[0])
    tokens: list[Token] = []
    at = span.start
    for start, end, quantity, dated in blocks:
        if start < at:
            continue
        _words(text, at, start, tokens)
        surface = text[start:end]
        kind = QUANTITY if quantity is not None else PERIOD
        tokens.append(Token(kind, start, end, surface, "", quantity, dated))
        at = end
    _words(text, at, span.end, tokens)
    return tokens


def hyphened(tokens: Sequence[Token], at: int) -> bool:
    """True for the second part of "year-end", "Tex-Mart": the hyphen between makes no token."""
    before, token = tokens[at - 1], tokens[at]
    return not token.spaced and before.kind == WORD and token.start == before.end + 1


def _words(text: str, start: int, end: int, tokens: list[Token]) -> None:
    last, at = tokens[-1].end if tokens else -1, start
    spaced = (
        last != start and text[start - 1 : start].strip() == ""
    )  # what the first token follows is a blank
    append = tokens.append
    for piece in text[start:end].split(" "):
        stop = at + len(piece)
        if piece.isalpha() and piece.isascii():  # nine of ten need no pattern
            append(Token(WORD, at, stop, piece, piece.lower(), None, None, spaced))
        elif piece[-1:] in _ENDS and (word := piece[:-1]).isalpha() and word.isascii():
            append(Token(WORD, at, stop - 1, word, word.lower(), None, None, spaced))
            append(Token(PUNCTUATION, stop - 1, stop, piece[-1], piece[-1], None, None, False))
        elif piece:
            _pieces(text, at, stop, spaced, tokens)
        at, spaced = stop + 1, True


def _goes_on(text: str, stop: int, end: int, before: Token) -> bool:
    """True where a word goes on behind the hyphen: "same-store", "covid-19", not "9-14", "12-of-21", nor before a figure."""
    behind, named = text[stop : stop + 1], before.text.isalpha() and before.lower not in ("of", "for", "to")
    return behind.isalpha() or (stop < end and behind.isdigit() and named)


def _pieces(text: str, start: int, end: int, opens: bool, tokens: list[Token]) -> None:
    """The tokens of what no space parts; ``opens`` where a blank stands before it."""
    pieces = _TOKEN.split(text[start:end])  # what stands between, token, what stands between, …
    last = tokens[-1].end if tokens else -1
    stop, append = start, tokens.append
    for blank, surface in zip(pieces[::2], pieces[1::2], strict=False):  # a last blank has no token
        begin = stop + len(blank)
        stop = begin + len(surface)
        spaced, opens = blank != "" or opens, False
        if surface[0].isalnum():
            append(Token(WORD, begin, stop, surface, surface.lower(), None, None, spaced))
        elif stop - begin == 2:
            append(Token(WORD, begin, stop, surface, "'s", None, None, spaced))
        elif (
            surface == "&" and spaced and text[stop : stop + 1] == " "
        ):  # "food & beverage" is "food and beverage"
            append(Token(WORD, begin, stop, surface, "and", None, None, spaced))
        elif surface != "-" or begin != last or not _goes_on(text, stop, end, tokens[-1]):
            append(Token(PUNCTUATION, begin, stop, surface, surface, None, None, spaced))
        last = stop
