"""What the sentences before have told: who was spoken of, what was measured last, which period, which outlook."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.extract.meaning import Meaning
from factcheck.extract.name_mentions import NameMention
from factcheck.span import Span

Spoken = tuple[NameMention, Span]


class Memory:
    """One per article. A new paragraph forgets who was spoken of and what was measured."""

    __slots__ = ("_asked_later", "_last", "measured", "paragraph")

    def __init__(self) -> None:
        self.paragraph = -1
        self._asked_later: list[Callable[[], Spoken | None]] = []
        self._last: Spoken | None = None
        self.measured: Meaning | None = None

    def enter(self, paragraph: int) -> None:
        """Start a sentence of a paragraph."""
        if paragraph != self.paragraph:
            self.paragraph, self.measured, self._last = paragraph, None, None
            self._asked_later.clear()

    def leave(self, spoken: Callable[[], Spoken | None]) -> None:
        """End a sentence. Whom it speaks of is looked for only where a later one asks: most never do."""
        self._asked_later.append(spoken)

    @property
    def antecedent(self) -> Spoken | None:
        """Whom "it" can mean: whom the latest sentence of the paragraph speaks of that speaks of anybody."""
        found = next((found for ask in reversed(self._asked_later) if (found := ask()) is not None), None)
        self._last = found or self._last
        self._asked_later.clear()
        return self._last
