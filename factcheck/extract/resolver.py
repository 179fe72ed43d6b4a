"""Whom a phrase means: a name, "the company", "its cloud unit", "it", "police"."""

from __future__ import annotations

from factcheck.claim import Entity, Trace
from factcheck.extract.antecedents import (
    acted_on_before,
    based,
    named_in_subject,
    of_pair,
    right_before,
    token_number,
)
from factcheck.extract.exchange_rates import currency_of
from factcheck.extract.meaning import Holder
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.parties import doubtful
from factcheck.extract.phrase_words import phrase_name, place_of
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.speakers import Speakers
from factcheck.extract.word_forms import part_name
from factcheck.syntax.tokens import Token
from factcheck.syntax.tree import Clause, Noun

_OWN_WORDS = frozenset(["we", "our", "us", "i", "my", "ours"])

_OTHERS = frozenset(("a", "an", "another", "other", "others", "some"))


class Resolver(Speakers):
    """Resolves phrases of an article, with what the sentences before have told."""

    __slots__ = ()

    def resolve(self, view: SentenceView, noun: Noun, how: str, note: str) -> Holder:
        """The holder that a phrase means."""
        if noun.pronoun:
            return self.pronoun(view, view.tokens[noun.head], noun.clause, noun)
        name = view.head_name(noun) or self._beside(view, noun)
        if name is not None:
            return self.named(view, name, noun, how, note)
        return self.described(view, noun, how, note)

    def _beside(self, view: SentenceView, noun: Noun) -> NameMention | None:
        """The name in apposition: "the Oslo-based designer, Nimbus,"."""
        while noun.joined is not None and noun.joined.clause is noun.clause:
            noun = noun.joined  # "its cloud computing and AI division"
        if noun.apposes is not None and view.head_name(noun.apposes) is not None:
            return view.head_name(noun.apposes)
        for other in view.tree.nouns:
            if other.apposes is noun and view.head_name(other) is not None and other.first == noun.last + 2:
                return view.head_name(other)
        if view.tokens[noun.head].lower in self.words["place_nouns"]:  # "the region of Maar"
            for child in view.children.get(noun, ()):
                if view.preposition(child) == "of" and view.head_name(child) is not None:
                    return view.head_name(child)
        return None

    def described(self, view: SentenceView, noun: Noun, how: str, note: str) -> Holder:
        """ "the company", "Harbour Line's freight unit", "police": by what they are."""
        tokens, words = view.tokens, self.words
        head = tokens[noun.head].lower
        span = view.span(noun.first, noun.last)
        currency = currency_of(view, noun) if head in words.currencies else None
        if currency is not None:
            return Holder(currency, None, None, Trace("entity", how, span, note))
        part = where = None
        if head in words["unit_words"]:
            where = next((place_of(view, n) for n in view.names_in(noun.first, noun.head) if n.place), None)
            start = noun.owner.last + 2 if noun.owner is not None else noun.first
            part = (
                phrase_name(
                    view,
                    [
                        step
                        for step in range(start, noun.head)
                        if view.tree.tags[step] in "NAEG" and self._of_part(view, noun, step)
                    ],
                    strict=True,
                )
                or None
            )
        if noun.owner is not None and not self._is_setting(view, noun):
            inner = self.resolve(view, noun.owner, how, note) if not noun.owner.times else None
            person = head in words["role_nouns"] and head not in words["unit_words"] | words["company_nouns"]
            if (
                inner is not None and not person
            ):  # "Harbour Line's price offensive" is Harbour Line; its chief is not
                return Holder(inner.entity, part or inner.segment, where or inner.place, inner.trace)
        ours = noun.possessive >= 0 and tokens[noun.possessive].lower == "our"  # "our board": not "his team"
        of_someone = head in words["unit_words"] or head in words.modality_nouns  # "our plan to enter into"
        if noun.possessive >= 0 and (of_someone or (ours and head in words["organs"])):
            inner = self.pronoun(view, tokens[noun.possessive], noun.clause, noun)
            return Holder(inner.entity, part or inner.segment, where or inner.place, inner.trace)
        inside = next(
            (n for n in view.names_in(noun.first, noun.last) if not n.place and not based(view, n)), None
        )
        if inside is not None and head in words["unit_words"] and self._names_part(noun, inside):
            name = part_name(inside.entity.name)
            return Holder(self.topic.entity, name, None, self.topic.entity_trace())
        if inside is not None and head in words["unit_words"]:
            return Holder(inside.entity, part or inside.segment, where, Trace("entity", how, span, note))
        definite = tokens[noun.first].lower in ("the", "this", "that") or noun.first == noun.head
        paired = of_pair(view, noun) if definite else None
        if paired is not None:
            return self.resolve(view, paired, "inherited", f"“the {head}” of two")
        if definite and (head in words["company_nouns"] or head in words["unit_words"]) and inside is None:
            known = self._named_before(view, noun) or self.last_spoken_of(span) or self.who_speaks(view)
            if known is not None:  # "the company" is never its cloud unit
                segment = known.segment if head in words["unit_words"] else None
                unit = head in words["unit_words"] and head not in words["company_nouns"]
                if unit and part is None and self.may_be_part(known.entity):
                    # "the Data Storage segment … this segment"
                    return Holder(doubtful(self.topic.entity), known.entity.name.lower(), None, known.trace)
                if segment is None and part is None and unit:
                    segment = self.memory.part
                    if segment is None:  # "this segment's revenue" is not the company's, but whose is it?
                        return Holder(doubtful(known.entity), head, None, known.trace)
                return Holder(known.entity, part or segment, where, known.trace)
        if noun.owner is not None and not noun.owner.times:
            around = self.resolve(view, noun.owner, how, note).entity.id
        elif head in words["offered"] or tokens[noun.first].lower in _OTHERS:
            around = f"another:{self.path}"
        else:
            around = self.topic.entity.id
        phrase = " ".join(
            token.text
            for token in tokens[noun.first : noun.last + 1]
            if view.lexicon.code(token.lower) != "D"
        )
        start = noun.owner.last + 2 if noun.owner is not None else noun.first
        key = phrase_name(
            view, [step for step in range(start, noun.last + 1) if view.tree.tags[step] in "NAEG"]
        ) or view.tokens[noun.head].lower.replace(" ", "-")  # "the 34-year-old"
        phrase = phrase.replace(" 's", "'s")
        if (
            phrase.lower() == self.topic.entity.name.lower()
        ):  # "norvane energy's earnings", in a feed without capitals
            return Holder(self.topic.entity, None, None, Trace("entity", how, span, note))
        local = Entity(f"{around.partition('#')[0]}#{key}", phrase, phrase)
        return Holder(local, None, None, Trace("entity", how, span, note))

    def _is_setting(self, view: SentenceView, noun: Noun) -> bool:
        """ "The world's biggest chip maker", "the country's largest bank": the company, where it is the largest."""
        if noun.owner is None or view.tokens[noun.head].lower not in self.words["company_nouns"]:
            return False
        return view.tokens[noun.owner.head].lower in self.words["settings"]

    def _names_part(self, noun: Noun, name: NameMention) -> bool:
        """ "the Data Storage segment", in an article about its owner; "the Harbour Line freight unit" names the owner."""
        return name.last == noun.head - 1 and self.may_be_part(name.entity)

    def _of_part(self, view: SentenceView, noun: Noun, step: int) -> bool:
        """True for a word that says which part: in "our Mill Services segment" a name of its own does."""
        name = view.name_at.get(step)
        owned = noun.owner is not None or noun.possessive >= 0
        return name is None or (owned and not name.place and not name.entity.known)

    def _named_before(self, view: SentenceView, noun: Noun) -> Holder | None:
        """ "Revenue at Quill was flat; … the haulier": the company named before in the sentence, in doubt if there are two."""
        found: dict[str, NameMention] = {}
        for name in view.names:
            beside = view.noun_of(name.first)
            other = beside is not None and (beside.apposes is noun or noun.apposes is beside)
            bracket = view.clause_of(name.first).kind == "bracket"
            if (
                name.last < noun.first
                and not name.place
                and not bracket
                and not other
                and not self.person(view, name)
            ):
                found[name.entity.id] = name
        if not found:
            return None
        name = list(found.values())[-1]
        entity = name.entity
        if len(found) > 1:
            subject = next((c.subject for c in view.tree.clauses if c.subject is not None), None)
            leading = view.head_name(subject) if subject is not None else None
            if leading is not None and leading.entity.id in found:
                entity = leading.entity
            entity = Entity(entity.id, entity.name, entity.words, entity.known, ambiguous=True)
        return Holder(
            entity,
            name.segment,
            None,
            Trace("entity", "inherited", view.span(name.first, name.last), "antecedent"),
        )

    def clause_before(self, view: SentenceView, clause: Clause) -> Noun | None:
        """Who acted before a clause without a subject: "…; sees FY EPS $4.75"."""
        for other in reversed(view.tree.clauses[: clause.number]):
            subject = other.subject
            if subject is None:
                continue
            if self.somebody(view, subject):
                return subject
            if subject.owner is not None:
                return subject.owner
            inside = next(iter(view.names_in(subject.first, subject.last)), None)
            if inside is not None:
                return Noun(inside.first, inside.last, inside.last)
        return None

    def _speaks_for(self, view: SentenceView, speaker: Noun) -> Noun | None:
        """ "We ran 119 kilometres, said Fenwick manager Ilse Bakker": Fenwick."""
        before = [name for name in view.names_in(speaker.first, speaker.head) if name.last < speaker.head]
        if not before or before[0].place:
            return None
        name = before[0]
        if self.person(view, name) or view.tokens[name.last + 1].lower not in self.words["person_roles"]:
            return None
        made = Noun(name.first, name.last, name.last)
        made.clause = speaker.clause
        return made

    def pronoun(self, view: SentenceView, token: Token, clause: Clause | None, noun: Noun) -> Holder:
        """ "its", "we", "it": the subject of the clause before, the one spoken of last, the topic."""
        if token.lower in _OWN_WORDS:
            speaker = next(
                (c.subject for c in view.tree.clauses if c.kind == "say" and c.subject is not None), None
            )
            if (
                speaker is not None and speaker.possessive >= 0
            ):  # "…, our board has said": of whom, that is asked
                ours = view.tokens[speaker.possessive].lower in _OWN_WORDS
                speaker = None if ours or speaker is noun else speaker
            speaks_for = self._speaks_for(view, speaker) if speaker is not None else None
            if not self.own_words and speaks_for is not None:
                return self.resolve(
                    view, speaks_for, "inherited", f"“{token.text}” is whom the speaker works for"
                )
            if not self.own_words and speaker is not None and self.says_of_itself(view, speaker):
                return self.resolve(view, speaker, "inherited", f"“{token.text}” is who speaks")
            return Holder(self.topic.entity, None, None, self.topic.entity_trace())
        if token.lower == "whose" and (meant := right_before(view, token)) is not None:
            return self.resolve(view, meant, "inherited", "“whose” refers to the phrase before")
        if token.lower in ("him", "them") and (acted := acted_on_before(view, token)) is not None:
            return self.resolve(view, acted, "inherited", f"“{token.text}” refers to whom it was done to")
        mine = [clause] if clause is not None else []
        for other in [*mine, *view.tree.clauses]:
            subject = other.subject
            if (
                subject is None
                or subject is noun
                or subject.first >= token_number(view, token)
                or subject.pronoun
            ):
                continue
            if token.lower in ("it", "its") and self._told_by(view, other, subject):
                continue  # "Officials said it was contained"
            if self.somebody(view, subject) and other.kind != "say":
                return self.resolve(view, subject, "inherited", f"“{token.text}” refers to the subject")
            own = subject.possessive
            if other is clause and own >= 0 and view.tokens[own].lower == "whose" and token.lower != "whose":
                return self.pronoun(
                    view, view.tokens[own], clause, subject
                )  # "whose shares lost half their value"
            owner = subject.owner
            if (
                owner is not None
                and not owner.times
                and (other is clause or view.head_name(owner) is not None)
            ):
                return self.resolve(view, owner, "inherited", f"“{token.text}” refers to the owner")
        within = named_in_subject(view, clause, token_number(view, token))
        if within is not None:
            return self.resolve(view, within, "inherited", f"“{token.text}” refers to whom the subject names")
        before = self.another_before() if self.memory.antecedent is None else None
        if before is not None:  # "It shrugged off weak sales", in a paragraph of its own
            return Holder(
                doubtful(before),
                None,
                None,
                Trace("entity", "inherited", None, "whom the paragraph before told of"),
            )
        known = self.last_spoken_of(view.sentence.span)
        if known is not None:
            return known
        return Holder(self.topic.entity, None, None, self.topic.entity_trace())

    def _told_by(self, view: SentenceView, clause: Clause, subject: Noun) -> bool:
        """True for people or an office that only tell of "it"."""
        head, verb = view.tokens[subject.head].lower, clause.verb
        if view.head_name(subject) is not None or head in self.words["company_nouns"] or verb is None:
            return False
        return (
            head in self.words["role_nouns"] and view.lexicon.does(verb.lemma, "say") and head.endswith("s")
        )
