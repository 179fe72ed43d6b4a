"""Who can be meant in an article: whom a name is, who speaks of itself, whom the sentences before have told of."""

from __future__ import annotations

from factcheck.claim import Entity, Trace
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.meaning import Holder
from factcheck.extract.memory import Memory
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.topic import Topic
from factcheck.span import Span
from factcheck.syntax.tree import Clause, Noun


class Speakers:
    """What an article has told of its people and companies so far."""

    __slots__ = ("memory", "own_words", "path", "topic", "words")

    def __init__(self, path: str, topic: Topic, words: ClauseWords, memory: Memory, own_words: bool) -> None:
        self.path, self.topic, self.words, self.memory, self.own_words = path, topic, words, memory, own_words

    def has_object(self, clause: Clause) -> bool:
        """ "reported revenue of $5m": a verb of saying that has what it names."""
        verb = clause.verb
        return verb is not None and any(
            noun.preposition < 0 and noun.first > verb.last and not noun.bare for noun in clause.nouns
        )

    def somebody(self, view: SentenceView, noun: Noun) -> bool:
        """True for a phrase that names somebody: a name, "he", "the company"."""
        if noun.pronoun:
            return view.tokens[noun.head].lower not in ("those", "that", "this", "these", "there", "'s")
        if view.head_name(noun) is not None:
            return True
        return view.tokens[noun.head].lower in self.words["role_nouns"]

    def says_of_itself(self, view: SentenceView, noun: Noun) -> bool:
        """A company speaks of itself; an office, an analyst or a person of others."""
        name = view.head_name(noun)
        if name is None:
            return view.tokens[noun.head].lower in self.words["company_nouns"]
        if name.place:
            return False
        if any(token.lower in self.words["company_nouns"] for token in view.tokens[noun.first : name.first]):
            beside = view.tokens[name.first - 1].lower in self.words["company_nouns"]
            one = name.first == name.last or not self.person(view, name)  # not "broker Ingrid Vale"
            return beside and one and name.kind != "person"  # "the fragrance maker Ondine"
        if (
            view.tokens[noun.first].lower in self.words["role_nouns"]
            or noun.last - noun.first > name.last - name.first + 1
        ):
            return False
        kind = name.kind
        if kind is not None:
            return kind in ("company", "bank", "segment", "body")
        lowers = [token.lower for token in view.tokens[name.first : name.last + 1]]
        if any(lower in self.words["public_names"] for lower in lowers):
            return False
        return not (
            name.last - name.first == 1
            and all(t.text.isalpha() for t in view.tokens[name.first : name.last + 1])
            and self.person(view, name)
        )

    def person(self, view: SentenceView, name: NameMention) -> bool:
        """Two plain words and no legal form may be a person's name; the registry would know a company."""
        if name.kind is not None or name.first == name.last:
            return name.kind == "person"
        words = [token.lower for token in view.tokens[name.first : name.last + 1]]
        return not any(word in self.words["company_names"] for word in words)

    def named(self, view: SentenceView, name: NameMention, noun: Noun, how: str, note: str) -> Holder:
        """The holder that a name means."""
        entity = name.entity
        if note == "subject of the clause" and self._coordinated(view, noun):
            entity = Entity(entity.id, entity.name, entity.words, entity.known, ambiguous=True)
        place = entity.id if name.place else None
        return Holder(
            entity, name.segment, place, Trace("entity", how, view.span(name.first, name.last), note)
        )

    def _coordinated(self, view: SentenceView, noun: Noun) -> bool:
        return noun.joined is not None or any(
            other.joined is noun and other.preposition < 0 and view.head_name(other) is not None
            for other in view.tree.nouns
        )

    def last_person(self, view: SentenceView) -> Holder | None:
        """Whom the paragraph spoke of last, where "the 22-year-old" stands for a name."""
        spoken = self.memory.antecedent
        if spoken is None:
            return None
        name, where = spoken
        return Holder(name.entity, None, None, Trace("entity", "inherited", where, "whom the age describes"))

    def another_before(self) -> Entity | None:
        """Whose figures the paragraph before told, where that is a company beside the topic."""
        before = self.memory.before
        if before is None or before.id == self.topic.entity.id or self.own_words or not before.known:
            return None
        return before

    def may_be_part(self, entity: Entity) -> bool:
        """A name that we do not know, in an article about a company that we do."""
        return self.topic.entity.known and not entity.known and entity.id[:1] == "~"

    def who_speaks(self, view: SentenceView) -> Holder | None:
        for clause in view.tree.clauses:
            speaker = clause.subject if clause.kind == "say" else None
            name = view.head_name(speaker) if speaker is not None else None
            if speaker is not None and name is not None and self.says_of_itself(view, speaker):
                return self.named(view, name, speaker, "inherited", "who says so speaks of itself")
        return None

    def last_spoken_of(self, span: Span) -> Holder | None:
        spoken = self.memory.antecedent
        if spoken is not None:
            name, where = spoken
            return Holder(name.entity, name.segment, None, Trace("entity", "inherited", where, "antecedent"))
        if not self.topic.entity.id.startswith("article:"):
            return Holder(self.topic.entity, None, None, self.topic.entity_trace())
        return None
