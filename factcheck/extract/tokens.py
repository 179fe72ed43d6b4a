"""One cheap pass over a text: numbers, words and single signs, with their offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from factcheck.patterns import Lazy
from factcheck.span import Span

_TOKEN = Lazy(
    r"([a-zA-Z]++(?![^\x00-\x7f])|\d+(?:[.,]\d+)*|[^\W\d_]+|\S)"
)  # most words are plain: tried first
PAD = 12  # sentinels at the end, so that looking a few tokens ahead, or behind the first one, needs no checks
MASKED = "\0"


class Tokens:
    """Parallel lists: ``words`` as written, ``low`` in lower case, ``starts`` and ``ends`` in the text.

    Sentinels stand after the last token; a negative index from the first token lands on them, too. The lower-case form
    of a token inside a masked span is ``MASKED``, so that no look-up finds it.
    """

    __slots__ = ("breaks", "count", "ends", "lines", "low", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        pieces = _TOKEN.split(text)  # what stands between, token, what stands between, …
        sums = list(accumulate(map(len, pieces)))
        words: list[str] = pieces[1::2]
        ends = sums[1::2]
        starts = sums[: len(sums) - 1 : 2]
        self.text = text
        self.lines = "\n" in text
        self.breaks: frozenset[int] = frozenset()
        self.count = len(words)
        beyond = len(text) + 2
        words.extend([""] * PAD)
        starts.extend([beyond] * PAD)
        ends.extend([beyond - 1] * PAD)
        self.words, self.starts, self.ends = words, starts, ends
        self.low = list(map(str.lower, words))

    def mask(self, masked: Sequence[Span]) -> None:
        """Hide the tokens inside ``masked`` from every look-up."""
        at = 0
        for span in sorted(masked):
            while at < self.count and self.ends[at] <= span.start:
                at += 1
            inside = at
            while inside < self.count and self.starts[inside] < span.end:
                self.low[inside] = MASKED
                inside += 1

    def part(self, places: Iterable[int]) -> None:
        """Let a line begin at each of these offsets, too: the cells of tables."""
        self.breaks, self.lines = frozenset(places), True

    def glued(self, at: int) -> bool:
        """True when nothing stands between token ``at`` and the next."""
        return self.ends[at] == self.starts[at + 1]

    def starts_line(self, at: int) -> bool:
        """True when only blanks stand between the line's start and token ``at``."""
        return at == 0 or (self.lines and self._parted(self.ends[at - 1], self.starts[at]))

    def new_line_after(self, at: int) -> bool:
        return at + 1 >= self.count or (self.lines and self._parted(self.ends[at], self.starts[at + 1]))

    def _parted(self, end: int, start: int) -> bool:
        return start in self.breaks or "\n" in self.text[end:start]

    def next_word(self, at: int) -> int:
        """``at``, or the token after it if ``at`` is a hyphen glued on both sides."""
        if self.words[at] in HYPHENS and self.ends[at - 1] == self.starts[at] and self.glued(at):
            return at + 1
        return at


HYPHENS = frozenset("-‐‑")
APOSTROPHES = frozenset("'’‘")
DASHES = frozenset("-‐‑–—−~")
MINUS = frozenset("-−–‐‑")


def match_phrase(tokens: Tokens, at: int, words: Sequence[str]) -> int:
    """The token after the phrase ``words`` (lower case) if it stands at ``at``, else -1; glued hyphens are skipped."""
    low = tokens.low
    for word in words:
        if low[at] != word:
            if low[at] not in HYPHENS:
                return -1
            at = tokens.next_word(at)
            if low[at] != word:
                return -1
        at += 1
    return at
