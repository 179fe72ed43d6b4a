"""A text cut into words, numbers and signs, for the readers of times to walk over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from factcheck.extract.period_words import PeriodWords
from factcheck.extract.tokens import PAD, Tokens
from factcheck.normalise.calendars import PeriodExpression
from factcheck.patterns import Lazy

_BLANK_LINE = Lazy(r"\n[^\S\n]*\n")  # nothing joins across it
_POINT = Lazy(r"([.,])")
_POINTED = Lazy(r"\d[.,]\d")

Found = tuple[PeriodExpression, int]
"""An expression and the number of the token after it."""
Reader = Callable[["Page", int], "Found | None"]

APOSTROPHES = ("'", "’", "‘", "`")
DASHES = ("-", "–", "—", "−", "‑")
BREAK = "\n"


class Page:
    """The tokens of a text. ``low[i]`` is token i in lower case; empty tokens end the list.

    They are those of the figures' reader, but a numeral with points or commas is cut at them (a date may be written
    so), and a blank line is a token. ``atom`` reads the time that begins at a token, whatever its kind (set by
    ``factcheck.extract.periods``); ``depth`` is how many times are being read inside one another.
    """

    __slots__ = ("atom", "depth", "end", "low", "size", "start", "text", "words")

    def __init__(self, tokens: Tokens, words: PeriodWords, atom: Reader) -> None:
        self.text, self.words, self.atom, self.depth = tokens.text, words, atom, 0
        low = tokens.low
        edits: list[tuple[int, int]] = []
        if _POINTED.search(self.text):
            edits = [(at, 1) for at, word in enumerate(low) if len(word) > 2 and not word.isalnum()]
        if tokens.lines:
            starts = tokens.starts[: tokens.count]
            edits.extend((bisect_left(starts, line.start()), 0) for line in _BLANK_LINE.finditer(self.text))
            edits.sort()
        self.low, self.start, self.end, self.size = low, tokens.starts, tokens.ends, tokens.count
        if edits:
            self.low, self.start, self.end = _edited(tokens, edits)
            self.size = len(self.low) - PAD

    def glued(self, i: int) -> bool:
        """True when token i follows the token before it without a space."""
        return i > 0 and self.end[i - 1] == self.start[i]

    def digits(self, i: int) -> str:
        """The token if it is a number, else an empty string."""
        word = self.low[i]
        return word if word.isdigit() and word.isascii() else ""

    def capital(self, i: int) -> bool:
        return 0 <= i < self.size and self.text[self.start[i]].isupper()

    def surface(self, i: int, j: int) -> str:
        return self.text[self.start[i] : self.end[j - 1]]

    def before(self, i: int) -> str:
        return self.low[i - 1] if i > 0 else BREAK

    def opens_sentence(self, i: int) -> bool:
        """True for the first word of a sentence, a line or a quotation, as far as signs tell."""
        return self.before(i) in (BREAK, ".", "!", "?", ":", "“", '"', "•", "*", "-", "–", "—", "(", ";")

    def is_numeral_part(self, i: int) -> bool:
        """True when number i is a piece of a longer numeral, an amount of money, a percentage, a code."""
        if self.glued(i):
            before = self.low[i - 1]
            if before in "$€£¥₹#@_+=":
                return True
            if before in (".", ",", "/", ":") and self.digits(i - 2) and self.glued(i - 1):
                return True
            if before.isalpha():
                return not self._leads_year(i - 1)
        if self.before(i) in ("$", "€", "£", "¥", "₹", "#"):
            return True
        if self.glued(i + 1):
            after = self.low[i + 1]
            if after in "%€£$°_":
                return True
            if after in (".", ",", ":") and self.glued(i + 2) and self.digits(i + 2):
                return after != "," or len(self.digits(i + 2)) == 3
        return self.low[i + 1] == "%"

    def _leads_year(self, i: int) -> bool:
        """True for what may be glued before a year: FY2025, 1Q2025, Dec2018."""
        word = self.low[i]
        if word in ("fy", "cy", "sy"):
            return True
        if word in ("q", "h", "m"):
            return self.glued(i) and self.digits(i - 1) != ""
        return self.words.meaning.get(word, ("",))[0] in ("month", "short-month")

    def number(self, i: int) -> tuple[int, int] | None:
        """A whole number in digits or words (up to 99) at token i, and the token after it."""
        digits = self.digits(i)
        if digits:
            if len(digits) > 4 or self.is_numeral_part(i):
                return None
            return int(digits), i + 1
        words = self.words
        found = words.of(self.low[i], "cardinal")
        if found is not None:
            return int(found), i + 1
        tens = words.of(self.low[i], "tens")
        if tens is None:
            return None
        j = i + 2 if self.low[i + 1] in DASHES else i + 1
        one = words.of(self.low[j], "cardinal")
        if one is not None and one < 10:
            return int(tens) + int(one), j + 1
        return int(tens), i + 1

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """third, 3rd, twenty-second at token i; -1 for final; and the token after it."""
        digits = self.digits(i)
        if digits:
            if len(digits) <= 3 and self.glued(i + 1) and self.low[i + 1] in ("st", "nd", "rd", "th"):
                return None if self.glued(i) and self.low[i - 1].isalpha() else (int(digits), i + 2)
            return None
        found = self.words.of(self.low[i], "ordinal")
        if found is not None:
            return int(found), i + 1
        tens = self.words.of(self.low[i], "tens")
        if tens is None:
            return None
        j = i + 2 if self.low[i + 1] in DASHES else i + 1
        one = self.words.of(self.low[j], "ordinal")
        return (int(tens) + int(one), j + 1) if one is not None and 0 < one < 10 else None


def _edited(tokens: Tokens, edits: list[tuple[int, int]]) -> tuple[list[str], list[int], list[int]]:
    """The tokens with each numeral of ``edits`` (place, 1) cut at its points, and a blank line before each (place, 0)."""
    low, start, end = tokens.low, tokens.starts, tokens.ends
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for at, taken in edits:
        words += low[done:at]
        starts += start[done:at]
        ends += end[done:at]
        here = start[at] if taken else end[at - 1] if at else 0
        for piece in _POINT.split(low[at]) if taken else (BREAK,):
            words.append(piece)
            starts.append(here)
            here += len(piece)
            ends.append(here)
        done = at + taken
    return words + low[done:], starts + start[done:], ends + end[done:]
