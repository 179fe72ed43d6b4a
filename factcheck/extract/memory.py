"""What the sentences before have told: who was spoken of, what was measured last, which period, which outlook."""

from __future__ import annotations

from factcheck.extract.meaning import Meaning
from factcheck.extract.name_mentions import NameMention
from factcheck.span import Span


class Memory:
    """One per article. ``antecedent`` is whom "it" can mean; a new paragraph forgets it and what was measured."""

    __slots__ = ("antecedent", "measured", "paragraph")

    def __init__(self) -> None:
        self.paragraph = -1
        self.antecedent: tuple[NameMention, Span] | None = None
        self.measured: Meaning | None = None

    def enter(self, paragraph: int) -> None:
        """Start a sentence of a paragraph."""
        if paragraph != self.paragraph:
            self.paragraph, self.antecedent, self.measured = paragraph, None, None
