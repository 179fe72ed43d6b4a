"""Whose figure it is: who owns the metric, who acts in the clause, whom the paragraph speaks of, else the topic."""

from __future__ import annotations

from factcheck.claim import Entity, Trace
from factcheck.extract.agents import given_to, governs, is_age, of_them, opened_aside
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.hook import Hook
from factcheck.extract.meaning import Holder
from factcheck.extract.memory import Memory, Spoken
from factcheck.extract.parties import another_acts, doubtful, named_before, party_named
from factcheck.extract.phrase_words import is_light
from factcheck.extract.resolver import Resolver
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.topic import Topic
from factcheck.syntax.tree import Clause, Noun

_PARTS = frozenset(("segment", "division", "subsidiary"))  # where one is named, a figure may be of it


class HolderFinder:
    """Finds the holder of each figure of an article."""

    __slots__ = ("memory", "own_words", "resolver", "topic", "words")

    def __init__(self, path: str, topic: Topic, words: ClauseWords, memory: Memory, own_words: bool) -> None:
        self.topic, self.words, self.memory, self.own_words = topic, words, memory, own_words
        self.resolver = Resolver(path, topic, words, memory, own_words)

    def is_part(self, entity: Entity) -> bool:
        """In a company's own words ("we", "our") or under its ticker an unknown name is a part of it."""
        topic = self.topic.entity
        if not self.own_words or entity.known or entity.id == topic.id or topic.id.startswith("article:"):
            return False
        roles = self.words["role_nouns"]
        return entity.id.startswith("~") and not all(
            word in roles for word in entity.name.lower().split()
        )  # "the Board"

    def names_topic(self, entity: Entity) -> bool:
        """True when the topic is a ticker made of this name's letters (HRL and Hormel), or the company's by its officers."""
        house = entity.name == self.topic.house
        return not entity.known and (house or self.topic.spelled_by(entity.name))

    def is_topic(self, words: str) -> bool:
        """True when the ticker that is the topic stands for the first of these words: FOXA and Fox, not CAT and construction & transportation."""
        return len(self.topic.entity.id) > 3 and self.topic.spelled_by(words.partition(" ")[0])

    def spoken_of(self, view: SentenceView) -> Spoken | None:
        """The first that acts in a sentence, else the first it names: can be meant by "it" in the next."""
        for clause in view.tree.clauses:
            subject = clause.subject
            name = view.head_name(subject) if subject is not None else None
            if name is not None and not name.place and clause.kind != "say":
                return name, view.span(name.first, name.last)
        for name in view.names:
            noun = view.noun_of(name.first)
            if not name.place and (noun is None or noun.preposition < 0):
                return name, view.span(name.first, name.last)
        return None

    def find(self, view: SentenceView, at: int, hook: Hook) -> Holder:
        if hook.holder is not None:
            return self.resolver.resolve(view, hook.holder, "stated", "the name before the figure")
        meaning, own = hook.meaning, view.noun_of(at)
        ahead = named_before(view, at) if meaning is None else None
        if ahead is not None:
            return self.resolver.resolve(view, ahead, "stated", "the name before the figure")
        if meaning is None and own is not None and not own.bare and view.head_name(own) is not None:
            return self.resolver.resolve(view, own, "stated", "the name that the figure stands before")
        if meaning is None and own is not None and own.owner is not None and view.head_name(own.owner):
            return self.resolver.resolve(view, own.owner, "stated", "owns what is counted")
        if meaning is not None and meaning.holder is not None and meaning.carried:
            known = meaning.holder
            return Holder(
                known.entity,
                known.segment,
                known.place,
                Trace("entity", "inherited", known.trace.span, "as what it points back to"),
            )
        if meaning is not None and meaning.owner is not None:
            return self.resolver.resolve(view, meaning.owner, "stated", "owns the metric")
        given = given_to(view, meaning.noun) if meaning is not None else None
        if given is not None and self.resolver.somebody(view, given):
            return self.resolver.resolve(view, given, "stated", "to whom it is given")
        clause = view.clause_of(at)
        if meaning is not None and meaning.placed and meaning.plan:
            return self._unsaid(view, clause, hook)  # "The ministry raised its forecast of China's imports"
        if meaning is not None and meaning.possessive >= 0:
            return self.resolver.pronoun(view, view.tokens[meaning.possessive], clause, meaning.noun)
        if meaning is None:
            around = view.noun_of(at)
            around = around.host if around is not None else None
            if around is not None and around.possessive >= 0:  # "its ecosystem of 5 million developers"
                return self.resolver.pronoun(view, view.tokens[around.possessive], clause, around)
            if around is not None and around.owner is not None and not around.owner.times:
                return self.resolver.resolve(view, around.owner, "stated", "owns what is counted")
        agent = self._agent(view, at, hook, clause)
        if agent is not None:
            return agent
        unsaid = self._unsaid(view, clause, hook)
        if unsaid.trace.how == "topic" and another_acts(view, at, hook, clause):
            return Holder(doubtful(unsaid.entity), unsaid.segment, unsaid.place, unsaid.trace)
        return unsaid

    def means(self, view: SentenceView, noun: Noun, holder: Holder) -> bool:
        """True where a phrase names the holder of the sentence's figure: "the drone maker" beside "Skylark's revenue"."""
        name = view.head_name(noun)
        if name is not None:
            return name.entity.id == holder.entity.id
        definite = view.tokens[noun.first].lower in ("the", "this", "that")
        return definite and view.tokens[noun.head].lower in self.words["company_nouns"]

    def _agent(self, view: SentenceView, at: int, hook: Hook, clause: Clause | None) -> Holder | None:
        """Who acts in the figure's clause or in those around it, unless that is what is measured."""
        measured = hook.meaning.noun if hook.meaning is not None else None
        seen: Clause | None = clause
        obj = self._acted_on(view, at, hook, clause)
        if obj is not None:
            return self.resolver.resolve(view, obj, "stated", "who gets it")
        aside = opened_aside(view, clause, hook)
        if aside is not None and not self.resolver.somebody(view, aside):
            return self.resolver.described(view, aside, "stated", "whom the opening tells of")
        how, note, told_of = "stated", "subject of the clause", False
        if of_them(view, at, clause):
            return None
        while seen is not None:
            acting = seen.subject is not None and seen.subject is not measured
            acting = acting and seen.subject is not None and self.resolver.somebody(view, seen.subject)
            where = (
                seen.antecedent
                if seen.kind == "rel" and view.tokens[seen.connector].lower == "where" and not acting
                else None
            )
            name = view.head_name(where) if where is not None else None
            if where is not None and name is not None and not name.place:
                return self.resolver.named(view, name, where, "stated", "where it is")
            subject = seen.subject or seen.antecedent
            if subject is not None and subject is not measured and not self._holds(subject, at):
                if seen.verb is not None and seen.verb.passive and seen.subject is subject:
                    doer = next(
                        (n for n in seen.nouns if view.preposition(n) == "by" and not (n.bare or n.figures)),
                        None,
                    )
                    if doer is not None and self.resolver.somebody(view, doer):
                        return self.resolver.resolve(view, doer, "stated", "who did it")
                if is_age(view, subject):
                    last = self.resolver.last_person(view)
                    return last or self.resolver.described(view, subject, how, note)
                if self._acts(view, seen, subject, hook) and not (told_of and not acting):
                    return self.resolver.resolve(view, subject, how, note)
                if (
                    subject.owner is not None
                    and (seen.subject is subject or seen.kind == "part")
                    and self._acts(view, seen, subject.owner, hook)
                ):
                    return self.resolver.resolve(view, subject.owner, how, "owns the subject of the clause")
            if (
                subject is None
                and seen.kind == "main"
                and (seen.verb.form == "finite" if seen.verb is not None else seen.number > 0)
            ):
                before = self.resolver.clause_before(view, seen)
                if before is not None:
                    return self.resolver.resolve(view, before, "inherited", "subject of the clause before")
            told_of = (
                seen.antecedent is not None and seen.antecedent is measured
            )  # "lifted margins, which rose"
            if told_of and seen.kind in ("rel", "part") and not self._somebodys(view, seen, hook):
                return None  # "a market, which will grow to", "a market projected to grow"
            how, note = "inherited", "subject of the clause around"
            seen = governs(view, self.resolver, seen)
        party = party_named(view, at, hook, hook.known and self._of_companies(view, hook))
        if party is not None:
            return self.resolver.resolve(view, party, "stated", "of whom the figure is told")
        for other in view.tree.clauses:
            if hook.meaning is not None and hook.meaning.placed:
                break  # "Brazil's exports will reach 77 million tonnes, Sorrel Agri said"
            if (
                other.kind == "say"
                and other.subject is not None
                and self.resolver.says_of_itself(view, other.subject)
            ):
                return self.resolver.resolve(view, other.subject, "inherited", "who says so speaks of itself")
        return None

    def _somebodys(self, view: SentenceView, clause: Clause, hook: Hook) -> bool:
        """ "It reported revenue, which grew 5 %", not "it blamed fuel prices, which rose 5 %": whose the thing is."""
        told, measured = clause.parent, hook.meaning.noun if hook.meaning is not None else None
        if not hook.known or clause.kind == "part" or self.own_words:
            return hook.known
        verb = told.verb if told is not None else None
        does = view.lexicon.does
        has = verb is not None and any(does(verb.lemma, frame) for frame in ("have", "own", "shift"))
        return has and measured is not None and measured.preposition < 0

    def _acted_on(self, view: SentenceView, at: int, hook: Hook, clause: Clause | None) -> Noun | None:
        """ "fined Larkspur €12m": with some verbs the figure is of the one acted on."""
        verb = clause.verb if clause is not None else None
        if (
            clause is None
            or verb is None
            or hook.meaning is not None
            or not view.lexicon.does(verb.lemma, "strikes")
        ):
            return None
        if verb.passive:
            return (
                clause.subject
                if clause.subject is not None and self.resolver.somebody(view, clause.subject)
                else None
            )
        return next(
            (
                n
                for n in clause.nouns
                if n.preposition < 0 and verb.last < n.first < at and self.resolver.somebody(view, n)
            ),
            None,
        )

    def _holds(self, noun: Noun, at: int) -> bool:
        return noun.first <= at <= noun.last

    def _acts(self, view: SentenceView, clause: Clause, subject: Noun, hook: Hook) -> bool:
        if self.resolver.somebody(view, subject):
            if hook.known and self._is_person(view, subject) and self._of_companies(view, hook):
                return False  # "She expects €97 million in revenue": of the company she speaks for
            verb = clause.verb
            says = (
                verb is not None
                and view.lexicon.does(verb.lemma, "say")
                and not self.resolver.has_object(clause)
            )
            if says and hook.meaning is not None and hook.known:
                return self.resolver.says_of_itself(view, subject)
            return True
        verb = clause.verb
        sized = (
            len(subject.figures) == 1
            and subject.first < subject.figures[0] < subject.head
            and view.tree.tags[subject.first] == "D"
        )  # "A 7.8 magnitude earthquake killed 650 people"
        if subject.bare or (subject.figures and not sized) or verb is None or clause.subject is not subject:
            return False
        told = view.lexicon.does(verb.lemma, "say") or verb.lemma in self.words["showing_verbs"]
        if told and view.tokens[subject.head].lower in self.words["source_nouns"]:
            return False  # "A poll found that 55 % of teachers": it only tells
        if (
            verb.lemma == "be"
            or view.lexicon.does(verb.lemma, "measure")
            or view.lexicon.does(verb.lemma, "move")
        ):
            return False
        head = view.tokens[subject.head].lower
        if view.tokens[subject.first].lower in ("these", "those", "this", "that"):
            return False  # "these moves": what was told before
        if hook.known and not hook.shared and self._of_companies(view, hook):
            return False  # "Financial risks include balancing $60.4B cash flow": risks have no cash flow
        named = (
            subject.first < subject.head
            or head.endswith("s")
            or head[:1] != view.tokens[subject.head].text[:1]
        )
        return (
            named
            and not is_light(view, head)
            and not any(first <= subject.head <= last for first, (last, _) in view.metric_at.items())
        )

    def _is_person(self, view: SentenceView, noun: Noun) -> bool:
        lower = view.tokens[noun.head].lower
        if noun.pronoun:
            return lower in ("he", "she", "i")
        name = view.head_name(noun)
        return name is not None and name.kind == "person"

    def _of_companies(self, view: SentenceView, hook: Hook) -> bool:
        """True for revenue and the like, which no person has."""
        return view.metrics.kind(hook.metric) in ("flow", "stock") and view.metrics.allows(
            hook.metric, "money:USD"
        )

    def _described_by(self, clause: Clause | None, measured: Noun | None) -> Noun | None:
        """ "The jab was 87 % effective": what is so."""
        if clause is None or clause.verb is None or clause.verb.lemma != "be":
            return None
        subject = clause.subject
        if subject is None or subject is measured or subject.bare or subject.pronoun or subject.figures:
            return None
        return subject

    def _thing(self, view: SentenceView, noun: Noun) -> Noun:
        """ "The number of drugs": drugs."""
        if not is_light(view, view.tokens[noun.head].lower):
            return noun
        of = (n for n in view.children.get(noun, ()) if view.preposition(n) == "of")
        return next((n for n in of if not (n.bare or n.pronoun or n.figures)), noun)

    def _unsaid(self, view: SentenceView, clause: Clause | None, hook: Hook) -> Holder:
        """Nobody is named: the thing measured if the article has no topic, the one the paragraph speaks of, the topic."""
        measured = hook.meaning.noun if hook.meaning is not None else None
        if (
            measured is not None
            and clause is not None
            and clause.kind in ("rel", "part")
            and clause.antecedent is measured
            and not self._somebodys(view, clause, hook)
        ):
            return self.resolver.described(view, measured, "stated", "the thing measured")
        if hook.meaning is not None and self.topic.entity.id.startswith("article:") and not hook.known:
            noun = hook.meaning.noun
            if (
                clause is not None
                and clause.subject is noun
                and not noun.bare
                and not noun.pronoun
                and not noun.figures
            ):
                return self.resolver.described(view, self._thing(view, noun), "stated", "the thing measured")
        described = self._described_by(clause, measured) if not hook.known else None
        if described is not None and self.topic.entity.id.startswith("article:"):
            return self.resolver.described(view, described, "stated", "what the figure describes")
        of_two = self.memory.most_named(self.topic.rivals) if self.topic.rivals else None
        if of_two is not None:
            return Holder(
                of_two, None, None, Trace("entity", "inherited", None, "whom the paragraph names most")
            )
        spoken = self.memory.antecedent
        if spoken is not None and spoken[0].entity.id == self.topic.entity.id:
            name, span = spoken
            return Holder(
                name.entity, None, None, Trace("entity", "inherited", span, "subject of the paragraph")
            )
        unsure = self.resolver.another_before() is not None or not view.lowers.isdisjoint(_PARTS)
        entity = doubtful(self.topic.entity) if unsure else self.topic.entity
        return Holder(entity, None, None, self.topic.entity_trace())
