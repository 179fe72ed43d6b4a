"""The times that earlier sentences told, and how long they hold: in their paragraph, in the part of a speech they open."""

from __future__ import annotations

from factcheck.extract.claim_periods import DATED_KINDS
from factcheck.extract.sentences import Sentence
from factcheck.mention import PeriodMention

_LIST_REACH = 3  # sentences
_PARAGRAPH_REACH = 8  # sentences: a transcript is one long paragraph


class TimesBefore:
    """One per article."""

    __slots__ = ("_paragraph", "_turned")

    def __init__(self) -> None:
        self._paragraph: tuple[Sentence, PeriodMention] | None = None
        self._turned: tuple[Sentence, PeriodMention] | None = None

    def tell(self, sentence: Sentence, mention: PeriodMention) -> None:
        """A figure of the sentence is of that time."""
        self._paragraph = (sentence, mention)
        self._turned = None

    def turn_to(self, sentence: Sentence, mention: PeriodMention | None) -> None:
        """ "Moving on to results for the six months ended June": what follows is of that time; None where none is named."""
        self._turned = (sentence, mention) if mention is not None else None

    def near(self, sentence: Sentence, labelled: bool) -> PeriodMention | None:
        """The time stated last, where it holds on: in its paragraph, in the list whose labels follow it."""
        if self._paragraph is None:
            return None
        last, mention = self._paragraph
        between = sentence.number - last.number
        listed = labelled and sentence.section == last.section == "summary" and between <= _LIST_REACH
        holds = between <= _PARAGRAPH_REACH and (last.paragraph == sentence.paragraph or listed)
        return mention if holds else None

    def turned(self, sentence: Sentence) -> PeriodMention | None:
        """The time that a speech turned to last, until it tells of another or turns again."""
        if self._turned is None or sentence.number - self._turned[0].number > _PARAGRAPH_REACH:
            return None
        return self._turned[1] if self._turned[1].period.kind in DATED_KINDS else None
