"""Which clause a verb belongs to: the open one, one that still waits for its verb, or a new one."""

from __future__ import annotations

from factcheck.syntax.building import Building
from factcheck.syntax.openings import (
    acts_by_case,
    apposed,
    first_told,
    foretold,
    give_verb,
    is_listed,
    opener_of,
    spliced,
    stranded,
)
from factcheck.syntax.subjects import moves_object, orders, parted_object, subject_of, unparted
from factcheck.syntax.tree import Clause, Noun, Verb
from factcheck.syntax.verb_signs import (
    counts,
    disagrees,
    finite_comes,
    last_chance,
    moves_later,
    opens_aside,
    undergone,
    verb_later,
)


class VerbClauses:
    """Finds the clause of each verb of a sentence that is being read."""

    __slots__ = ("building",)

    def __init__(self, building: Building) -> None:
        self.building = building

    def clause_for(self, verb: Verb) -> Clause:
        """The clause whose verb this is: the one that waits for it, or a new one."""
        current = self.building.current
        if (
            verb.form == "direction"
            and self.building.comma
            and self.building.last is not None
            and self.building.last.figures
        ):
            return self._aside(verb)
        if (
            verb.form == "ing"
            and self.building.preposition >= 0
            and self.building.preposition == verb.first - 1
        ):
            return self._part(verb, self._aimed(verb))  # "with a goal of tripling output"
        if current.verb is None and verb.form in ("open", "direction") and opens_aside(self.building, verb):
            return self._part(verb, None)
        if verb.form == "infinitive" and self._of_noun(verb):
            return self.building.open("inf", verb.first, current)  # "The cost to rebuild the town was"
        if current.verb is None and not (verb.form in ("ing", "participle") and not self._subject_waits()):
            if verb.form in ("open", "participle", "ing") and self._describes(verb):
                return self._part(
                    verb, self.building.lead() or self.building.last
                )  # "Norvane, based in Leeds,"
            return self._take_subject(current, verb)
        if verb.form in ("ing", "participle", "open"):
            return self._nonfinite(verb)
        if verb.form == "infinitive":
            return self._infinitive(verb)
        if verb.form == "direction":
            clause = self.building.open("part", verb.first, current)
            last = self.building.last
            while last is not None and self._rated(last):
                last = last.host  # "revenue per day down 4 %"
            plain = last is not None and not last.bare
            clause.subject = last if plain and self.building.fresh else None
            clause.antecedent = last if plain and is_listed(self.building, last) else None
            return clause
        return self._finite(verb)

    def _of_noun(self, verb: Verb) -> bool:
        """True for an infinitive right behind the phrase that a verb still to come is about."""
        last, waits = self.building.last, self.building.current.verb is None
        behind = waits and last is not None and self.building.fresh and not last.bare
        return behind and last is not None and last.preposition < 0 and finite_comes(self.building, verb)

    def _rated(self, noun: Noun) -> bool:
        """True for what something is told per: a day, a share, a hundredweight."""
        return noun.host is not None and self.building.tokens[noun.preposition].lower == "per"

    def _aimed(self, verb: Verb) -> Noun | None:
        """The phrase before "of": "China's goal of tripling output"."""
        last = self.building.last
        word = self.building.tokens[self.building.preposition].lower
        right_before = last is not None and last.last == self.building.preposition - 1
        return last if word == "of" and right_before else None

    def _aside(self, verb: Verb) -> Clause:
        """ "Q2 revenue $5m, up 4 %": it says more of what the clause measures."""
        current = self.building.current
        clause = self.building.open("part", verb.first, current)
        if current.verb is None:
            clause.subject = first_told(self.building, current)
        return clause

    def _describes(self, verb: Verb) -> bool:
        """True where a form in -ed or -ing before the clause's verb belongs to a phrase, not to the clause."""
        behind = self.building.tags[verb.last + 1] if verb.last + 1 < len(self.building.tags) else "."
        last = self.building.last
        after = self.building.tokens[verb.last + 1].lower if behind != "." else ""
        if (
            self.building.lexicon.does(verb.lemma, "acts")
            and self._subject_waits()
            and after not in ("to", "by")
        ):
            return False  # "Pennick Marine, the shipbuilder, said on Thursday"
        if not self._subject_waits():  # "With 98 % of ballots counted, …"
            return self.building.fresh and last is not None and last.preposition >= 0
        if verb.form != "open" and self.building.fresh and finite_comes(self.building, verb):
            return True  # "The share of patients seen within a week fell"
        if verb.form == "open" and self.building.fresh and moves_later(self.building, verb):
            return True  # "Loads hauled by truck increased 11 %"
        return self.building.comma and behind not in "QDHNAO"

    def _subject_waits(self) -> bool:
        clause = self.building.current
        return clause.kind == "rel" or any(noun.preposition < 0 for noun in clause.nouns)

    def _take_subject(self, clause: Clause, verb: Verb) -> Clause:
        """The subject: the last plain phrase before the verb that stands in no apposition to another."""
        opener = opener_of(self.building, verb)
        if opener is not None and not any(noun.preposition < 0 for noun in clause.nouns):
            return self._promote(opener)
        subject = subject_of(self.building, clause) or unparted(self.building, clause, verb)
        if subject is not None:
            clause.subject = subject
        return clause

    def _promote(self, subject: Noun) -> Clause:
        """ "as sales fell": the preposition opens a clause after all."""
        clause = self.building.current
        clause.nouns.remove(subject)
        opened = self.building.open("sub", subject.preposition, clause)
        opened.connector, subject.preposition, subject.host = subject.preposition, -1, None
        return self.building.with_subject(opened, subject)

    def _nonfinite(self, verb: Verb) -> Clause:
        current, last, lead = self.building.current, self.building.last, self.building.lead()
        if verb.form == "open" and not self._compares(verb):
            waiting = self.building.waiting()
            if waiting is not None and (
                self.building.comma or not self.building.fresh or last_chance(self.building, verb)
            ):
                return self._take_subject(waiting, verb)
            opener = opener_of(self.building, verb)
            if opener is not None:
                return self._promote(opener)
            waits = stranded(self.building)
            if waits is not None:
                return give_verb(self.building, waits)
            if self.building.conjunction:
                return self._beside(verb)
            plain = lead if lead is not None and lead.preposition < 0 and not lead.bare else None
            if plain is not None and acts_by_case(self.building, plain):
                return self._new_main(plain)
            if self._speaks(verb):
                heard = plain is not None and not plain.figures  # "a 4 % drop from the 20 reported in March"
                if (
                    plain is not None
                    and heard
                    and (plain.apposes is not None or self.building.follows_comma(plain))
                ):
                    return self._says(verb, plain)
                if self.building.comma or self.building.quoted:
                    return self._says(verb, self._spoken_before(verb))
            if plain is not None and self.building.after_verb(plain) and self._opens_speech(current):
                return self._embedded(plain)
            if plain is not None and plain.joined is not None:
                return self._new_main(plain)
            if plain is not None and spliced(self.building, plain):
                return self._new_main(plain)
            if last is not None and counts(self.building, last):
                return self._new_main(last)
        elif self.building.conjunction and current.verb is not None and current.verb.form == verb.form:
            return self._beside(verb)
        governed = (
            self.building.preposition >= 0 and self.building.preposition == verb.first - 1
        )  # "after admitting"
        return self._part(verb, last if self.building.fresh and not governed else None)

    def _compares(self, verb: Verb) -> bool:
        """ "saw an increase of 3 % compared to": not what the increase did."""
        behind = (
            self.building.tokens[verb.last + 1].lower if verb.last + 1 < len(self.building.tokens) else ""
        )
        return verb.lemma == "compare" and behind in ("to", "with")

    def _spoken_before(self, verb: Verb) -> Noun | None:
        """ "…, a spokesman, Carl Menzies, said": the phrase before the comma, where the verb ends what is said."""
        last, behind = self.building.last, verb.last + 1
        ends = behind >= len(self.building.tags) or self.building.tags[behind] in ".TPB"
        if not (self.building.comma and ends) or last is None or last.preposition >= 0 or last.bare:
            return None
        return last if last.apposes is not None else None

    def _part(self, verb: Verb, subject: Noun | None) -> Clause:
        around = self.building.current
        if around.kind == "say" and around.number and subject is None:
            around = self.building.tree.clauses[
                around.number - 1
            ]  # "…, she said on Monday, doubling capacity"
        clause = self.building.open("part", verb.first, around)
        clause.antecedent = subject
        return clause

    def _infinitive(self, verb: Verb) -> Clause:
        """ "expects revenue to reach": the object acts; "plans, to save money": the subject does."""
        current, last = self.building.current, self.building.lead() or self.building.last
        if self.building.fresh and last is not None and not last.bare and current.verb is not None:
            governed = last.preposition >= 0 and self.building.tokens[last.preposition].lower == "for"
            around = current
            while around.kind == "part" and around.parent is not None:
                around = around.parent  # "sales to reach $5m, up 2 %, and profit to rise"
            if governed or (last.joined is not None and last.preposition < 0 and around.kind == "inf"):
                # "sales to reach $5m and for earnings to be"
                clause = self.building.open("inf", verb.first, around.parent or around)
                clause.subject = last
                return clause
        clause = self.building.open("inf", verb.first, current)
        parted = parted_object(self.building)
        if parted is not None:
            clause.subject = parted
            return clause
        ordered = self.building.fresh and last is not None and last.pronoun and last.preposition < 0
        if ordered and last is not None and current.verb is not None and orders(self.building, current.verb):
            clause.subject = last  # "ordered him to repay"
            return clause
        acts = (
            self.building.fresh
            and last is not None
            and last.preposition < 0
            and current.verb is not None
            and last.first > current.verb.last
            and not last.bare
        )
        if acts and current.verb is not None and moves_object(self.building, current.verb):
            clause.subject = last
        return clause

    def _finite(self, verb: Verb) -> Clause:
        current, lead = self.building.current, self.building.lead()
        joined = self.building.conjunction and not self.building.comma and lead is None
        if current.kind == "rel" and joined and verb_later(self.building, verb):
            return self._beside(verb)  # "which cost $18 million and took three years to build, drew"
        if undergone(self.building, verb):
            return current
        if current.kind in ("part", "inf", "rel") and (lead is None or not self.building.follows_comma(lead)):
            waiting = self.building.waiting()
            if waiting is not None:
                return self._take_subject(waiting, verb)
        opener = opener_of(self.building, verb)
        if opener is not None:
            return self._promote(opener)
        if lead is not None and lead.preposition < 0 and self.building.after_verb(lead):
            waiting = self.building.waiting()
            if waiting is not None and disagrees(self.building, verb, lead):
                return self._take_subject(waiting, verb)  # "Reservoirs serving the capital are full"
            if lead.joined is not None:
                return self._new_main(lead)
            if lead.apposes is not None or self.building.follows_comma(lead):
                return self._says(verb, lead) if self._speaks(verb) else self._new_main(lead)
            return self._embedded(lead)
        waiting = self.building.waiting()
        if waiting is not None:
            return self._take_subject(waiting, verb)
        parted = apposed(self.building)
        if parted is not None:
            return self._new_main(parted)
        told = foretold(self.building) if self._opens_speech(current) else None
        if told is not None and (verb.modal or verb.ahead):
            return self._embedded(told)
        if self.building.conjunction:
            return self._beside(verb)
        if self._speaks(verb) and (self.building.comma or self.building.quoted):
            return self._says(verb, self._spoken_before(verb))
        if current.verb is not None and current.verb.form == "open" and current.kind != "say":
            return self.building.put_right(current)
        return self._beside(verb)

    def _speaks(self, verb: Verb) -> bool:
        does, behind = self.building.lexicon.does, verb.last + 1
        ends = behind >= len(self.building.tokens) or self.building.tokens[behind].text in ".;"
        if not ends and self.building.tags[behind] == "Q" and does(verb.lemma, "place"):
            return False  # "Jelani Brook added five of his 25"
        return not verb.passive and (does(verb.lemma, "say") or (ends and does(verb.lemma, "forecast")))

    def _opens_speech(self, clause: Clause) -> bool:
        verb = clause.verb
        told = verb is not None and not verb.passive and verb.form not in ("participle", "ing")
        told = (
            told and clause.kind != "part"
        )  # "more than the 50,000 expected, but the jobless rate edged up"
        return (
            told
            and verb is not None
            and any(self.building.lexicon.does(verb.lemma, frame) for frame in ("say", "forecast"))
        )

    def _embedded(self, subject: Noun) -> Clause:
        self.building.current.nouns.remove(subject) if subject in self.building.current.nouns else None
        clause = self.building.open("that", subject.first, self.building.current)
        return self.building.with_subject(clause, subject)

    def _new_main(self, subject: Noun) -> Clause:
        if subject in self.building.current.nouns:
            self.building.current.nouns.remove(subject)
        home = self.building.home()
        kind = "and" if home.kind != "bracket" else "main"
        inside = self.building.current.kind in ("sub", "that", "rel") and subject.joined is not None
        clause = self.building.open(
            kind, subject.first, self.building.current.parent if inside else home.parent
        )
        subject.joined = subject.apposes = None
        return self.building.with_subject(clause, subject)

    def _says(self, verb: Verb, subject: Noun | None = None) -> Clause:
        if subject is not None:
            if subject in self.building.current.nouns:
                self.building.current.nouns.remove(subject)
            subject.apposes = None
            clause = self.building.open("say", subject.first, None)
            return self.building.with_subject(clause, subject)
        return self.building.open("say", verb.first, None)

    def _beside(self, verb: Verb) -> Clause:
        """ "rose 4 % and beat forecasts": another verb of the same subject."""
        current = self.building.acting(verb)
        clause = self.building.open(
            current.kind if current.kind in ("part", "inf", "rel", "sub") else "and",
            verb.first,
            current.parent,
        )
        clause.subject, clause.antecedent, clause.connector = (
            current.subject,
            current.antecedent,
            current.connector,
        )
        if current.subject is None:
            clause.antecedent = current.about()
        return clause
