"""What the sentences before have told: who was spoken of, what was measured last, of the whole and of its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from factcheck.claim import Entity
from factcheck.extract.meaning import Meaning
from factcheck.extract.name_mentions import NameMention
from factcheck.span import Span

_PARTS_REACH = 4  # lines of a speech

Spoken = tuple[NameMention, Span]


class Memory:
    """One per article. A new paragraph forgets who was spoken of and what was measured. A ``speech`` is often written
    down one sentence a line: what its parts were measured in is kept for some lines."""

    __slots__ = (
        "_asked_later",
        "_last",
        "_measured",
        "_named",
        "_of_parts",
        "_part",
        "_told",
        "before",
        "paragraph",
        "speech",
    )

    def __init__(self, speech: bool) -> None:
        self.speech = speech
        self.paragraph = -1
        self._asked_later: list[Callable[[], Spoken | None]] = []
        self._last: Spoken | None = None
        self._named: Counter[str] = Counter()
        self._measured: tuple[int, Meaning] | None = None
        self._of_parts: tuple[int, Meaning] | None = None
        self._part: tuple[int, str] | None = None
        self._told: Entity | None = None
        self.before: Entity | None = None  # whose figures the paragraph before told

    def enter(self, paragraph: int) -> None:
        """Start a sentence of a paragraph."""
        if paragraph != self.paragraph:
            self.paragraph, self._last = paragraph, None
            self.before, self._told = self._told, None
            self._asked_later.clear()
            self._named.clear()

    def tell(self, entity: Entity) -> None:
        """Keep whose figure was told; where that is in doubt, it may still be whose the paragraph before told."""
        self._told = self.before or entity if entity.ambiguous else entity

    def name(self, names: Iterable[NameMention]) -> None:
        """Count whom a sentence of the paragraph names."""
        for name in names:
            if not name.place:
                self._named[name.entity.id] += 1

    def most_named(self, rivals: Sequence[Entity]) -> Entity | None:
        """The one of some that the paragraph has named most so far, None where none stands out."""
        ranked = sorted(rivals, key=lambda one: -self._named[one.id])
        if len(ranked) < 2 or self._named[ranked[0].id] == self._named[ranked[1].id]:
            return None
        return ranked[0]

    def leave(self, spoken: Callable[[], Spoken | None]) -> None:
        """End a sentence. Whom it speaks of is looked for only where a later one asks: most never do."""
        self._asked_later.append(spoken)

    def keep(self, measured: Meaning, of_a_part: bool) -> None:
        """Remember what a figure measured; ``of_a_part`` where it told of a part of the company."""
        self._measured = self.paragraph, measured
        if of_a_part:
            self._of_parts = self._measured

    def turn_to(self, part: str | None) -> None:
        """A speaker comes to a part of the company, or (None) to something else."""
        self._part = (self.paragraph, part) if part is not None else None

    @property
    def part(self) -> str | None:
        """The part that a speech has come to, as long as line after line tells of it."""
        if self._part is None or not self.speech or self.paragraph - self._part[0] > _PARTS_REACH:
            return None
        return self._part[1]

    @property
    def measured(self) -> Meaning | None:
        """What was measured last, by "the figure" or "that" in this sentence."""
        return self._within(self._measured, 0)

    @property
    def line_before(self) -> Meaning | None:
        """What the line before in a speech measured last, for "that should be $5 million"."""
        return self._within(self._measured, 1)

    @property
    def of_parts(self) -> Meaning | None:
        """What was told of a part last: "In Motion, sales were $388m"."""
        return self._within(self._of_parts, _PARTS_REACH)

    @property
    def antecedent(self) -> Spoken | None:
        """Whom "it" can mean: whom the latest sentence of the paragraph speaks of that speaks of anybody."""
        found = next((found for ask in reversed(self._asked_later) if (found := ask()) is not None), None)
        self._last = found or self._last
        self._asked_later.clear()
        return self._last

    def _within(self, kept: tuple[int, Meaning] | None, lines: int) -> Meaning | None:
        reach = lines if self.speech else 0
        return kept[1] if kept is not None and self.paragraph - kept[0] <= reach else None
