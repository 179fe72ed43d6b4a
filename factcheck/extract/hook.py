"""A figure in its place, and how it hangs there: what it measures, and which part it plays."""

from __future__ import annotations

from factcheck.extract.meaning import Meaning
from factcheck.mention import QuantityMention
from factcheck.records import dataclass, replace
from factcheck.syntax.tree import Clause, Noun

LEVEL, DELTA, PRIOR = "level", "delta", "prior"


EXPECTED = "is what somebody expected of it"


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure, at token ``at``, with the noun phrase and the clause it stands in; ``word`` is its preposition."""

    at: int
    mention: QuantityMention
    noun: Noun
    clause: Clause
    word: str

    def instead(self, noun: Noun, word: str) -> Placed:
        """The same figure as if it stood where another phrase does: "revenue of $5m" in the place of "revenue"."""
        return replace(self, noun=noun, word=word)

    @property
    def dimension(self) -> str:
        return self.mention.dimension

    @property
    def is_money(self) -> bool:
        return self.dimension.startswith("money")


class Hook:
    """``metric`` is a metric id, "" where nothing says what the figure measures; ``why`` names the construction.

    ``role``: level, delta (a change), prior (the base of a comparison). ``link`` is the figure it continues, -1
    without. ``holder`` is the phrase that has it where the construction names one ("(29 %)" behind AWS). ``shared`` is
    true for a part of what the metric names ("58 % of the target"); ``whole`` is the figure of which it is a part
    ("61 of 412 patients"), ``of`` the words for a whole that is no figure ("4 % of revenues"). ``way`` is the direction that its verb gives
    ("lost nine"), ``place`` where "respectively" puts it. ``time`` is the period that "respectively" gives it.
    """

    __slots__ = (
        "holder",
        "known",
        "link",
        "meaning",
        "metric",
        "of",
        "place",
        "role",
        "shared",
        "time",
        "way",
        "whole",
        "why",
    )

    def __init__(self, role: str, meaning: Meaning | None, why: str) -> None:
        self.role, self.meaning, self.why = role, meaning, why
        self.metric = meaning.id if meaning is not None else ""
        self.known = meaning.known if meaning is not None else False
        self.link = self.whole = self.time = -1
        self.holder: Noun | None = None
        self.shared = False
        self.of = self.way = self.place = ""

    @classmethod
    def named(cls, role: str, metric: str, known: bool, why: str) -> Hook:
        """A hook whose metric no phrase of the sentence names: a counted noun, what a verb says."""
        hook = cls(role, None, why)
        hook.metric, hook.known = metric, known
        return hook
