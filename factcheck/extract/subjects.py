"""Whom a figure is about: the owner of its metric, the subject of its clause, an antecedent, the article's topic."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Entity, Trace
from factcheck.extract.clause_words import ClauseWords, phrase_at
from factcheck.extract.metric_mentions import MetricMention, singular
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.open_nouns import Attachment
from factcheck.extract.roles import PRIOR
from factcheck.extract.sentence_tokens import QUANTITY, WORD, Token
from factcheck.extract.topic import Topic
from factcheck.records import dataclass
from factcheck.span import Span

# A name behind one of these is not the subject: "driven by AWS", "trailing Azure", "like Microsoft".
_OBLIQUE = frozenset(
    [
        "by",
        "with",
        "like",
        "unlike",
        "than",
        "from",
        "to",
        "against",
        "versus",
        "vs",
        "including",
        "trailing",
        "following",
        "via",
        "into",
        "onto",
        "including",
        "and",
        "rival",
        "rivals",
        "alongside",
        "beyond",
        "behind",
        "over",
        "as",
        "on",
        "under",
        "among",
        "between",
        "for",
        "such",
    ]
)
BRACKETED = "the name before the bracket"
_PRONOUNS = frozenset(("it", "its", "we", "our", "they", "their"))


@dataclass(frozen=True, slots=True)
class Subject:
    entity: Entity
    segment: str | None
    place: str | None
    trace: Trace


class SubjectFinder:
    """Finds the entity of each quantity, sentence after sentence, remembering the last subject for "it" and "the unit"."""

    __slots__ = ("antecedent", "own_words", "paragraph", "topic", "words")

    def __init__(self, topic: Topic, words: ClauseWords, own_words: bool = False) -> None:
        self.topic, self.words, self.own_words = topic, words, own_words
        self.antecedent: tuple[NameMention, Span] | None = None
        self.paragraph = -1

    def is_part(self, entity: Entity) -> bool:
        """In a company's own words ("we", "our") or under its ticker an unknown name is a part of it."""
        topic = self.topic.entity
        if not self.own_words or entity.known or entity.id == topic.id or topic.id.startswith("article:"):
            return False
        return entity.id.startswith("~")

    def names_topic(self, entity: Entity) -> bool:
        """True when the topic is a ticker made of this name's letters: HRL and Hormel."""
        ticker, name = self.topic.entity.id.removeprefix("~"), entity.name.lower()
        if entity.known or not self.topic.entity.name.isupper() or name[:1] != ticker[:1] or len(ticker) < 2:
            return False
        letters = iter(name)
        return all(letter in letters for letter in ticker)

    def enter(self, paragraph: int) -> None:
        """Start a sentence; a new paragraph forgets the antecedent."""
        if paragraph != self.paragraph:
            self.paragraph, self.antecedent = paragraph, None

    def leave(self, tokens: Sequence[Token], names: Sequence[NameMention]) -> None:
        """End a sentence: its first subject can be meant by "it" in the next."""
        for name in names:
            if not name.place and not self._oblique(tokens, name):
                self.antecedent = name, _span(tokens, name)
                return

    def find(
        self,
        tokens: Sequence[Token],
        names: Sequence[NameMention],
        metrics: Sequence[MetricMention],
        attachment: Attachment | None,
        at: int,
        role: str,
    ) -> Subject:
        bracketed = self._bracketed(tokens, names, at)
        if bracketed is not None:
            return self._named(tokens, bracketed, "stated", BRACKETED, names)
        mention = metrics[attachment.mention] if attachment is not None and attachment.mention >= 0 else None
        if mention is not None and mention.owner >= 0:
            return self._named(tokens, names[mention.owner], "stated", "owns the metric", names)
        if attachment is not None:
            first, last = attachment.words
            names = [
                name
                for name in names
                if not (name.first <= last and first <= name.last and attachment.id[:1] == "~")
            ]
        anchor = attachment.words[0] if attachment is not None else at
        clause_start = self._clause_start(tokens, min(anchor, at))
        subject = self._subject_before(tokens, names, clause_start, max(anchor, at))
        if mention is None or not mention.pronoun:
            if subject is not None:
                return self._named(tokens, subject, "stated", "subject of the clause", names)
            behind = self._behind(tokens, names, mention, at) if role != PRIOR else None
            if behind is not None:
                return self._named(tokens, behind, "stated", "named behind the metric", names)
        elif subject is not None:
            return self._named(tokens, subject, "inherited", "“its” refers to the subject", names)
        return self._referred(tokens, clause_start, at, mention, names)

    def leading_segment(self, tokens: Sequence[Token], names: Sequence[NameMention], at: int) -> str | None:
        """ "In optical communications, first-quarter sales were": the phrase before the first comma."""
        step = 1 if tokens and tokens[0].lower in ("in", "at", "within", "for") else 0
        while step < len(tokens) and tokens[step].lower in ("the", "our", "its"):
            step += 1
        kept: list[str] = []
        while step < at and tokens[step].kind == WORD and len(kept) <= 4:
            lower = tokens[step].lower
            if lower in self.words.closed or lower in self.words["no_segments"] or lower.endswith("ly"):
                return None
            if any(name.first <= step <= name.last and (name.place or name.entity.known) for name in names):
                return None
            if lower not in self.words["unit_words"]:
                kept.append(singular(lower))
            step += 1
        if not kept or step >= at or tokens[step].text != ",":
            return None
        # Without "in" only "Display, first-quarter sales were" will do: any other first phrase may hold a verb.
        introduced = tokens[0].lower in ("in", "at", "within", "for")
        return " ".join(kept) if introduced or tokens[step + 1].period is not None else None

    def segment_before(self, tokens: Sequence[Token], names: Sequence[NameMention], at: int) -> str | None:
        """The part of a company the clause speaks of: "Harlow's cloud unit reported", "the services segment saw"."""
        named = {step for name in names for step in range(name.first, name.last + 1)}
        start = self._clause_start(tokens, at)
        for step in range(at - 1, start, -1):
            token = tokens[step]
            if token.lower not in self.words["unit_words"] or step in named:
                continue
            kept: list[str] = []
            back = step - 1
            while back >= start and len(kept) < 4:
                word = tokens[back]
                if (
                    word.kind != WORD
                    or word.lower in self.words.closed
                    or word.lower == "'s"
                    or back in named
                ):
                    break
                if word.lower not in self.words["empty_modifiers"]:
                    kept.append(singular(word.lower))
                back -= 1
            if kept:
                return " ".join(reversed(kept))
        return None

    def _referred(
        self,
        tokens: Sequence[Token],
        start: int,
        at: int,
        mention: MetricMention | None,
        names: Sequence[NameMention],
    ) -> Subject:
        company = self._company_word(tokens, at)
        refers = company or (mention is not None and mention.pronoun) or self._pronoun(tokens, start, at)
        if start > 0:
            earlier = self._subject_before(tokens, names, 0, start)
            if earlier is not None:
                return self._named(tokens, earlier, "inherited", "subject of the clause before", names)
        if refers and self.antecedent is not None:
            name, span = self.antecedent
            return Subject(name.entity, name.segment, None, Trace("entity", "inherited", span, "antecedent"))
        if self.antecedent is not None and self.antecedent[0].entity.id == self.topic.entity.id:
            name, span = self.antecedent
            return Subject(
                name.entity, None, None, Trace("entity", "inherited", span, "subject of the paragraph")
            )
        return Subject(self.topic.entity, None, None, self.topic.entity_trace())

    def _named(
        self, tokens: Sequence[Token], name: NameMention, how: str, note: str, names: Sequence[NameMention]
    ) -> Subject:
        entity = name.entity
        if note == "subject of the clause" and self._coordinated(tokens, name, names):
            entity = Entity(entity.id, entity.name, entity.words, entity.known, ambiguous=True)
        return Subject(entity, name.segment, None, Trace("entity", how, _span(tokens, name), note))

    def _coordinated(self, tokens: Sequence[Token], name: NameMention, names: Sequence[NameMention]) -> bool:
        """ "Harlow and Castell posted": two subjects of equal weight."""
        for other in names:
            if other.place or other is name:
                continue
            if other.first == name.last + 2 and tokens[name.last + 1].lower in ("and", "or", "/"):
                return True
            if name.first == other.last + 2 and tokens[other.last + 1].lower in ("and", "or", "/"):
                return True
        return False

    def _bracketed(
        self, tokens: Sequence[Token], names: Sequence[NameMention], at: int
    ) -> NameMention | None:
        """ "trailing AWS (29 %)"."""
        if at < 1:
            return None
        if tokens[at - 1].text == "(":
            return next((name for name in names if name.last == at - 2 and not name.place), None)
        listed = any(token.kind == QUANTITY for token in tokens[:at])  # "Okafor took 52 %, Reyes 45 %"
        return next((name for name in names if listed and name.last == at - 1 and not name.place), None)

    def _clause_start(self, tokens: Sequence[Token], at: int) -> int:
        step = at
        while step > 0:
            token = tokens[step - 1]
            if token.text == ";" or (token.kind == WORD and token.lower in self.words["clause_openers"]):
                return step
            step -= 1
        return 0

    def _subject_before(
        self, tokens: Sequence[Token], names: Sequence[NameMention], start: int, end: int
    ) -> NameMention | None:
        best = None
        for name in names:
            if name.first < start or name.last >= end or name.place or self._oblique(tokens, name):
                continue
            if any(token.kind == QUANTITY for token in tokens[name.last + 1 : end]) and best is not None:
                continue
            best = name
            break
        return best

    def _oblique(self, tokens: Sequence[Token], name: NameMention) -> bool:
        before = name.first - 1
        while before >= 0 and tokens[before].lower in self.words["determiners"]:
            before -= 1
        return before >= 0 and tokens[before].kind == WORD and tokens[before].lower in _OBLIQUE

    def _behind(
        self, tokens: Sequence[Token], names: Sequence[NameMention], mention: MetricMention | None, at: int
    ) -> NameMention | None:
        """ "sales at Walmart rose", "revenue of Castell's server arm"."""
        if mention is None:
            return None
        for name in names:
            if name.place:
                continue
            if mention.tail < name.first <= mention.tail + 3 and tokens[name.first - 1].lower in (
                "at",
                "of",
                "for",
                "the",
            ):
                return name
        return None

    def _company_word(self, tokens: Sequence[Token], at: int) -> bool:
        lowers = [token.lower or "\0" for token in tokens[:at]]
        return any(
            phrase_at(self.words.company, lowers, step) is not None
            for step in range(len(lowers))
            if lowers[step] in self.words.company
        )

    def _pronoun(self, tokens: Sequence[Token], start: int, at: int) -> bool:
        return any(token.lower in _PRONOUNS for token in tokens[start:at])


def _span(tokens: Sequence[Token], name: NameMention) -> Span:
    return tokens[name.first].span.cover(tokens[name.last].span)
