"""What a noun phrase means as a measure, and whose it is: the records."""

from __future__ import annotations

from factcheck.claim import Entity, Trace
from factcheck.records import dataclass
from factcheck.syntax.tree import Noun


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a figure is about, with the part and the place that the words for it name."""

    entity: Entity
    segment: str | None
    place: str | None
    trace: Trace


class Meaning:
    """``id`` is a metric id, "~words" for an open one, "" where the phrase names no measure ("a 4 % rise").

    ``grown`` is true when the phrase is a change of it ("revenue growth"); ``plan`` is the noun that makes it one not
    yet done ("target"). ``owner`` is the phrase that has it ("Norvane's", "its", "at the retailer"), with
    ``possessive`` the token of "its". ``first`` and ``last`` are the words' tokens; ``holder`` is whose it turned out to be.
    ``placed`` is true for a place's own ("China's exports"); ``carried`` where it points back to what the sentence before measured.
    """

    __slots__ = (
        "carried",
        "first",
        "grown",
        "holder",
        "id",
        "known",
        "last",
        "light",
        "noun",
        "owner",
        "placed",
        "plan",
        "possessive",
        "scope",
        "shared",
    )

    def __init__(self, noun: Noun) -> None:
        self.noun = noun
        self.id, self.known, self.grown, self.plan = "", False, False, ""
        self.scope: dict[str, str] = {}
        self.owner: Noun | None = None
        self.possessive = noun.possessive
        self.first, self.last = noun.first, noun.last
        self.light = self.shared = self.carried = self.placed = False
        self.holder: Holder | None = None
