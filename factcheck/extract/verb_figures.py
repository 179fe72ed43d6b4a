"""Figures by what the verb does with them: "rose 4 % to", "left its rate at 2 %", "spent $5 million"."""

from __future__ import annotations

from factcheck.extract.continuations import Continuations
from factcheck.extract.expected import foreseen
from factcheck.extract.growth import growth_of
from factcheck.extract.hook import DELTA, LEVEL, Hook, Placed
from factcheck.extract.losses import lost_in_all
from factcheck.extract.meaning import Meaning
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.roles import Roles
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.verb_names import is_phrasal, own_metric, way_of
from factcheck.syntax.tree import Clause, Noun, Verb

_PHYSICAL = frozenset(["mass", "volume", "energy", "length", "area", "power"])
AS_BEFORE = "is measured as the figure before"


class VerbFigures:
    """What the verb of the clause says of a figure."""

    __slots__ = ("continuations", "of_parts", "phrases", "roles", "view")

    def __init__(
        self, view: SentenceView, roles: Roles, phrases: MeasuredPhrases, continuations: Continuations
    ) -> None:
        self.view, self.roles, self.phrases = view, roles, phrases
        self.continuations = continuations
        self.of_parts: Meaning | None = None  # what the paragraph told of another part of the company

    def is_the_verb(self, clause: Clause) -> Hook:
        """ "revenue doubled", "aims to halve them": the verb is the figure."""
        verb = clause.verb
        moved = self.roles.first_object(clause) if verb is not None and not verb.passive else None
        target = moved or clause.about()
        meaning = self.phrases.meaning(target) if target is not None else None
        return Hook(DELTA, meaning, "is what the verb moves" if meaning is not None else "")

    def by_verb(self, figure: Placed) -> Hook | None:
        """The verb's object, its subject, or what the verb itself names."""
        clause, verb, roles = figure.clause, figure.clause.verb, self.roles
        if verb is None:
            return self._headline(figure)
        if figure.noun.first < verb.first:
            return self.told_apart(figure)
        aside = self._aside(figure, verb)
        if aside is not None:
            return aside
        role, moved = roles.role(figure), roles.object(figure)
        then = self.phrases.told_of_time(clause, figure) if roles.is_level(verb) else None
        if then is not None:
            return Hook(role, then, "is told of that time")
        subject = self.phrases.told_of(clause, self.continuations.subject(clause))
        plan = moved is not None and not self.phrases.meaning(moved).id and not roles.somebody(moved)
        leading = self.phrases.opening(clause, subject) if moved is None or plan else None
        if leading is not None and self.phrases.fits(leading, figure.mention):
            return Hook(role, leading, "is what the sentence opens with")
        if moved is not None and roles.shifts(verb, figure):
            found = self._if_fits(figure, role, moved, "is what the verb moves")
            if found is None and figure.word == "at" and (moved.pronoun or roles.somebody(moved)):
                found = self.priced(figure, role)  # "a round that values it at €1.1 billion"
            return found
        if subject is not None and figure.is_money and moved is None and self._is_rate(subject):
            return Hook(role, self.phrases.meaning(subject), "is what it is exchanged for")
        if subject is not None and not figure.word and not roles.moves(verb) and not verb.passive:
            said = self._by_itself(figure, role, subject)
            if said is not None:
                return said
        if figure.word == "with" and figure.dimension == "percent" and self._does_more(figure):
            return Hook(LEVEL, None, "")  # "sales rose 5 %, with 3 % coming from prices"
        if subject is not None and (roles.moves(verb) or roles.is_level(verb)):
            found = self._if_fits(figure, role, subject, "is the subject of the clause")
            if found is not None and not (moved is not None and roles.somebody(subject)):
                return found
            if moved is None and self.view.head_name(subject) is not None:
                timed = self.priced(figure, role) if figure.mention.kind == "duration" else None
                return timed or self._of_somebody(figure, role)  # "clocked 9.87 seconds"
        way = way_of(self.view, verb)
        if way and subject is not None and not figure.word and not roles.somebody(subject):
            meaning = self.phrases.meaning(subject)  # "Norvane stock, which lost $5.61"
            if meaning.known and not meaning.grown and self.phrases.fits(meaning, figure.mention):
                hook = Hook(DELTA, meaning, "is what the verb moves")
                hook.way = way
                return hook
        alone = moved is None and not figure.word and not self.view.children.get(figure.noun)
        if subject is not None and alone and self._contrasts(clause, verb, figure):
            like = roles.last_like(figure)  # "while the hotel arm managed only 0.4 %"
            hook = self.continuations.go_on(figure, like, AS_BEFORE, roles.done[like].role)
            hook.link = -1
            return hook
        if way and alone and self._of_the_mover(figure, subject):
            hook = self._of_somebody(figure, DELTA)
            hook.way = way
            return hook
        if moved is not None and roles.somebody(moved) and figure.is_money:
            priced = self.priced(figure, role)  # "Fraud cost pensioners £1.1bn"
            if priced is not None:
                return priced
        if subject is not None and self._only_tells(verb, subject):
            return self._told_of(figure)
        found = self._if_fits(figure, role, moved, "is the object of the verb") if moved is not None else None
        if found is not None:
            return found
        scored = figure.word == "by" and figure.mention.kind == "score"  # "rejected by 210 to 180"
        if figure.word in ("", "at", "for") or scored or is_phrasal(self.view, verb, figure):
            priced = self.priced(figure, role)
            if priced is not None:
                return priced
        acting = subject is not None and subject.pronoun and not (roles.moves(verb) or roles.is_level(verb))
        opening = clause.kind == "part" and clause.subject is None and clause.antecedent is None
        if opening and subject is not None and figure.is_money and not self.phrases.meaning(subject).known:
            return Hook(role, None, "")  # "Built for $420 million, the solar farm": what for, nothing says
        if subject is not None and not (
            roles.somebody(subject) or acting
        ):  # not "it would receive $9 million"
            return self._if_fits(figure, role, subject, "is the subject of the clause")
        if moved is None and figure.word in ("", "of") and self.view.lexicon.does(verb.lemma, "forecast"):
            return foreseen(figure, self.roles, self.phrases, self.continuations)
        return None

    def _of_the_mover(self, figure: Placed, subject: Noun | None) -> bool:
        """ "while the Liberals lost nine", "the index, which shed 3 %": of whoever moves."""
        if figure.dimension == "number":
            like = self.roles.last_like(figure)
            return like >= 0 and self.view.clause_of(like) is not figure.clause
        return figure.dimension == "percent" and subject is not None and self.roles.somebody(subject)

    def _is_rate(self, noun: Noun) -> bool:
        """ "The pound bought $1.27", "the dollar fetched 149 yen": whatever the verb, a currency has its rate."""
        return self.phrases.meaning(noun).id == self.view.words.implied["currency"]

    def _by_itself(self, figure: Placed, role: str, subject: Noun) -> Hook | None:
        """ "the library, which cost $18.5 million", "weighing 3.2 kilograms, the skull": no measure acts, but a thing."""
        somebody = self.roles.somebody(subject) or subject.pronoun or bool(subject.figures)
        some = self.view.tokens[subject.first].lower in ("a", "an")  # "A tonne of wheat fetched €196"
        if somebody or some or self.roles.object(figure) is not None or self.phrases.meaning(subject).known:
            return None
        hook = self.priced(figure, role) if not self.phrases.meaning(subject).grown else None
        if hook is not None:
            hook.holder = subject
        return hook

    def _does_more(self, figure: Placed) -> bool:
        """True for a bare figure of which a form in -ed or -ing tells more."""
        parts = self.view.parts.get(figure.noun, ()) if figure.noun.bare else ()
        return any(part.kind == "part" and part.verb is not None for part in parts)

    def told_apart(self, figure: Placed) -> Hook | None:
        """ "61 patients died of strokes and 40 of cancer": the bare number that acts counts what the one before did."""
        clause, like = figure.clause, self.roles.last_like(figure)
        counted = self._out_of(figure)
        if counted >= 0:
            hook = self.continuations.go_on(figure, counted, "is a part of what stands behind “of”", LEVEL)
            hook.whole, hook.shared = counted, True
            return hook
        before = self.view.noun_of(like) if like >= 0 else None
        acts = clause.subject is figure.noun and clause.kind == "and" and figure.dimension == "number"
        if not acts or before is None or self.view.tokens[like].quantity is None:
            return None
        told = self.view.clause_of(like).verb
        if clause.verb is not None and told is not None and clause.verb.lemma != told.lemma:
            return self.priced(figure) or Hook(LEVEL, None, "")  # "12 people died and 40 were hurt"
        return self.continuations.go_on(figure, like, "counts what the figure before counts", LEVEL)

    def _out_of(self, figure: Placed) -> int:
        """ "Of the 1,240 women enrolled, 9 per cent dropped out": the figure of the whole, or -1."""
        clause = figure.clause
        first = clause.nouns[0] if clause.nouns else None
        if first is None or not first.figures or self.view.preposition(first) != "of" or first.preposition:
            return -1
        whole = first.figures[-1]
        part = figure.dimension in ("percent", "fraction", "number", "ratio")
        mine = clause.subject is figure.noun and whole in self.roles.done
        return whole if part and mine and self.roles.done[whole].metric else -1

    def _only_tells(self, verb: Verb, subject: Noun) -> bool:
        """True for "the poll showed", "figures suggest": the subject is no measure."""
        source = self.view.tokens[subject.head].lower in self.view.words["source_nouns"]
        return (
            source
            and verb.lemma in self.view.words["showing_verbs"]
            and not self.phrases.meaning(subject).known
        )

    def _told_of(self, figure: Placed) -> Hook:
        """ "The poll showed the Greens with 14 %": whose it is, though not what."""
        hook, host = Hook(LEVEL, None, ""), figure.noun.host
        if figure.word in ("with", "at", "on") and host is not None and self.view.head_name(host) is not None:
            hook.holder = host
        return hook

    def _aside(self, figure: Placed, verb: Verb) -> Hook | None:
        """ "EBITDA of $13 million, up from $9 million": what the clause around measured last moved. "Revenue growth of 20 %,
        reaching $66 million": and where it led."""
        clause, done = figure.clause, self.roles.done
        if clause.kind != "part" or clause.subject is not None or not done:
            return None
        before = [at for at in done if self.view.clause_of(at) is clause.parent]
        if verb.form == "direction" and before and done[before[-1]].metric:
            role = self.roles.role(figure)
            return self.continuations.go_on(figure, before[-1], "says how the figure before moved", role)
        last = max(done)
        grew = done[last].role == DELTA and done[last].metric and self.view.tokens[last + 1].text == ","
        led = verb.form == "ing" and verb.first == last + 2 and self.roles.is_level(verb)
        if grew and led and not figure.word and figure.is_money and figure.noun.bare:
            return self.continuations.go_on(figure, last, "is where that led", LEVEL)
        return None

    def _of_somebody(self, figure: Placed, role: str) -> Hook:
        """ "the Nasdaq shed 1.1 %", "the Liberals fell to 22": of somebody, what was measured of others before."""
        like, subject = self.roles.last_like(figure), figure.clause.subject
        name = self.view.head_name(subject) if subject is not None else None
        if name is not None and name.kind == "index":
            hook = Hook(
                role, None, ""
            )  # "its shares rose 16 %, while the S&P 500 climbed 7 %": not in a share price
            hook.holder = subject
            return hook
        if like < 0 and self.of_parts is not None and (figure.is_money or figure.dimension == "percent"):
            return self._of_part(figure, role)
        grew = max((at for at in self.roles.done if self.view.clause_of(at) is figure.clause), default=-1)
        same = like >= 0 and grew >= 0 and self.roles.done[grew].why == AS_BEFORE
        if same and figure.is_money and self.roles.done[grew].metric == self.roles.done[like].metric:
            hook = self.continuations.go_on(figure, like, AS_BEFORE, role)
            hook.link = -1  # "Asia-Pacific was up 12 % at $640 million"
            return hook
        if like < 0 or figure.dimension not in ("number", "percent"):
            return Hook(role, None, "")
        hook = self.continuations.go_on(figure, like, AS_BEFORE, role)
        hook.link = -1
        return hook

    def _contrasts(self, clause: Clause, verb: Verb, figure: Placed) -> bool:
        """True for a clause that sets somebody beside the one before, with a verb that only has the figure."""
        opened = self.view.tokens[clause.connector].lower if clause.connector >= 0 else ""
        like = self.roles.last_like(figure)
        if opened not in ("while", "whereas", "but") or like < 0 or clause.subject is None:
            return False
        has = verb.lemma == "have" or self.view.lexicon.does(verb.lemma, "have")
        somebody = self.roles.somebody(clause.subject) and self.own(figure) is None
        return has and somebody and figure.dimension in ("percent", "number")

    def _of_part(self, figure: Placed, role: str) -> Hook:
        """ "Thermal was flattish, down 1 % to $211 million": in what the parts before it were measured."""
        assert self.of_parts is not None
        meaning = Meaning(figure.noun)
        meaning.id, meaning.known, meaning.carried = self.of_parts.id, True, True
        basis = self.of_parts.scope.get("accounting")
        if basis is not None:
            meaning.scope["accounting"] = basis
        return Hook(role, meaning, "is what was told of another part before")

    def _headline(self, figure: Placed) -> Hook | None:
        """ "Q1 revenue $526 mln", "Order intake: EUR 842 million": without a verb, the phrase before the figure."""
        role = self.roles.role(figure)
        for other in reversed(self._labels(figure) or figure.clause.nouns):
            if other.first < figure.noun.first and not other.bare and other.preposition < 0:
                found = self._if_fits(figure, role, other, "stands before the figure")
                if found is not None:
                    return found
        return None

    def _labels(self, figure: Placed) -> list[Noun]:
        """What stands before the colon right before the figure."""
        start, number = figure.noun.first - 1, figure.clause.number
        if start < 1 or self.view.tokens[start].text != ":" or number == 0:
            return []
        label = self.view.tree.clauses[number - 1]
        return label.nouns if label.verb is None else []

    def measured_part(self, figure: Placed) -> Meaning | None:
        """ "write-offs were 4.3 % of revenues", "exports fell to 30 % of GDP": the part is measured, not the whole."""
        verb, subject = figure.clause.verb, figure.clause.about()
        if verb is not None and self.roles.shifts(verb, figure) and figure.noun.first > verb.last:
            moved = self.roles.object(figure)  # "to lift military spending to 2.5 % of GDP"
            meaning = self.phrases.meaning(moved) if moved is not None else None
            return meaning if meaning is not None and meaning.id else None
        if verb is None or figure.noun.first < verb.first or subject is None or self.roles.somebody(subject):
            return None
        if not (self.roles.is_level(verb) or self.roles.moves(verb)):
            return None
        meaning = self.phrases.meaning(subject)
        if not meaning.known and verb.lemma in self.view.words["whole_verbs"]:
            return None  # "Heat pumps made up 28 % of heating sales": no measure, but who has the part
        return meaning if meaning.id else None

    def subject_measures(self, clause: Clause, moving: bool = False) -> bool:
        """True for "emissions totalled", and for "emissions rose" where that counts: the subject is what is measured."""
        verb, subject = clause.verb, clause.about()
        if (
            verb is None
            or subject is None
            or not (self.roles.is_level(verb) or (moving and self.roles.moves(verb)))
        ):
            return False
        return bool(self.phrases.meaning(subject).id) and not self.roles.somebody(subject)

    def total_paid(self, host: Noun, figure: Placed) -> bool:
        """ "repurchased shares for a total of $72 million", "repurchased a total of $72 million", "returned capital of $138m"."""
        head, own = self.view.tokens[host.head].lower, self.roles.object(figure) is host
        whole = own and figure.noun.host is host  # not "raised our guidance to the range of $5m"
        light = head in self.view.words["light_nouns"] and (whole or self.view.preposition(host) == "for")
        moved = head in self.view.words["money_nouns"] and own
        return (light or moved) and self.own(figure) is not None

    def priced(self, figure: Placed, role: str = LEVEL) -> Hook | None:
        """What the verb itself names: "spent $5m" is spending."""
        verb, named = figure.clause.verb, self.own(figure)
        if verb is None or named is None:
            return None
        named = lost_in_all(figure, self.view, self.phrases) if named[0] == "~loss" else named
        return Hook.named(role, *named, f"is what “{verb.lemma}” says")

    def own(self, figure: Placed) -> tuple[str, bool] | None:
        """What the verb itself names, and whether it is a known metric."""
        verb, mention = figure.clause.verb, figure.mention
        return own_metric(self.view, verb, mention, figure.at) if verb is not None else None

    def _by_own_words(self, figure: Placed, noun: Noun) -> Meaning:
        """ "Yields will hit 16 million tonnes": tonnes are of no yield that we know, but of what the words say."""
        verb, family = figure.clause.verb, figure.dimension.partition(":")[0]
        told = verb is not None and (self.roles.moves(verb) or self.roles.is_level(verb))
        allows, known = self.view.metrics.allows, self.phrases.meaning(noun).id
        rate = family == "number" and not allows(known, "money:USD")  # "Approvals climbed to 70,800"
        if told and (family.partition(" ")[0] in _PHYSICAL or rate) and self.view.head_name(noun) is None:
            return self.phrases.opened(noun)
        return Meaning(noun)

    def _if_fits(self, figure: Placed, role: str, noun: Noun, why: str) -> Hook | None:
        meaning = self.phrases.meaning(noun)
        lost = meaning.grown and not meaning.id and figure.is_money and role != DELTA
        lost = lost and (meaning.owner is not None or noun is figure.clause.subject)
        if lost and self.phrases.is_result(noun, figure):  # "the loss at Pallant widened to"
            meaning.id, meaning.known, meaning.grown = "net-loss", True, False
        if meaning.grown and not meaning.id:
            growth_of(self.phrases, noun, figure.clause, meaning)  # "taking the gain to 55 %"
            alone = noun is figure.clause.subject and self.view.tokens[noun.head].lower == "growth"
            if not meaning.id and alone:
                meaning.id = "~growth"  # "Growth slowed to 0.2 %"
        if meaning.id and role != DELTA and not self.phrases.fits(meaning, figure.mention):
            meaning = self._by_own_words(figure, noun)
        if not meaning.id:
            return None
        if meaning.grown and role == LEVEL and figure.dimension == "percent":
            role = DELTA
        return Hook(role, meaning, why)
