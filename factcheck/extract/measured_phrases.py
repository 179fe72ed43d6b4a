"""The meanings of a sentence's phrases, each read once, and what they can be measured in."""

from __future__ import annotations

from factcheck.extract.hook import Hook, Placed
from factcheck.extract.meaning import Meaning
from factcheck.extract.meanings import read_meaning
from factcheck.extract.phrase_words import phrase_name, phrase_start
from factcheck.extract.roles import FIXED_KINDS, Roles
from factcheck.extract.sentence_view import SentenceView
from factcheck.mention import QuantityMention
from factcheck.syntax.tree import Clause, Noun

_CAUSED = ("-related", "-linked", "-caused", "-induced")  # "85 storm-related deaths"
_POINTING = ("those", "that", "it", "this", "them", "they", "'s")

_OPENING = frozenset(["for", "on", "to", "regarding"])  # "with respect to cash we had $2.7 billion"
_OF_ONE = ("segment", "place", "product")  # of whom it was told, not of whom it is told now
FEW = 1000  # of any currency: so little is of a share


class MeasuredPhrases:
    """``done`` are the hooks found so far; ``carried`` is what the sentence before measured last."""

    __slots__ = ("_meanings", "carried", "done", "roles", "view")

    def __init__(
        self, view: SentenceView, done: dict[int, Hook], roles: Roles, carried: Meaning | None
    ) -> None:
        self.view, self.done, self.roles, self.carried = view, done, roles, carried
        self._meanings: dict[tuple[int, int], Meaning] = {}

    def meaning(self, noun: Noun) -> Meaning:
        """The meaning of a phrase; of "those" and "the figure", what was measured before."""
        place = noun.first, noun.last
        have = self._meanings.get(place)
        if have is None:
            have = read_meaning(self.view, noun)
            if have.id == "~business" and (had := self._had_by(noun)) is not None:
                have = had
            self._meanings[place] = have  # two phrases that point at each other have no end
            if not have.id and self.view.head_name(noun) is None:
                self._point_back(noun, have)
            if not have.id and self._points(noun):  # what it points back to may not be read yet
                del self._meanings[place]
        return have

    def is_result(self, noun: Noun, figure: Placed) -> bool:
        """ "posted a quarterly loss", "its loss widened": what somebody lost in all, not "a loss on the sale"."""
        view, words = self.view, self.view.words
        small = (
            abs(figure.mention.quantity.low) < FEW
        )  # "a loss of $4.01": of a share, though nothing says so
        if not figure.is_money or small or not self.is_loss(noun):
            return False
        told = (*view.children.get(noun, ()), *view.children.get(figure.noun, ()))
        aside = [child for child in told if view.preposition(child) in ("on", "from")]
        if any(not (child.times or child.bare or self.has_figure(child)) for child in aside):
            return False  # "from the fire", "on the sale of its ships"
        subject = noun.clause.subject if noun.clause is not None else None
        if subject is None or subject is noun:
            return subject is noun
        whose = subject.pronoun or view.tokens[subject.head].lower in words["company_nouns"]
        return whose or self.roles.somebody(subject)

    def is_loss(self, noun: Noun) -> bool:
        """ "a quarterly loss", and not "a fair value loss"."""
        view, words = self.view, self.view.words
        if view.tokens[noun.head].lower != "loss" or noun.head != noun.last:
            return False
        plain = [step for step in range(noun.first, noun.head) if view.tree.tags[step] in "NAEG"]
        empty = words["empty_modifiers"] | words["delta_modifiers"]
        return all(step in view.scope_at or view.tokens[step].lower in empty for step in plain)

    def has_figure(self, noun: Noun) -> bool:
        """True for "revenue of $5m": of the phrase itself, or of what it is tied to."""
        return any(one.figures for one in (noun, *self.view.children.get(noun, ())))

    def _had_by(self, noun: Noun) -> Meaning | None:
        """ "operating income of our freight segment of $79 million": what the part has, not how it fares."""
        if (
            noun.host is None
            or noun.host.bare
            or self.view.preposition(noun) not in ("of", "at", "in", "for")
        ):
            return None
        meaning = self.meaning(noun.host)
        return meaning if meaning.known else None

    def pointing(self, noun: Noun, carried: Meaning) -> Meaning:
        """The meaning of "them" or "the figure" where it is what the sentence before measured."""
        meaning = Meaning(noun)
        meaning.id, meaning.known, meaning.carried = carried.id, carried.known, True
        meaning.holder = carried.holder
        meaning.scope.update(carried.scope)
        meaning.first = meaning.last = noun.first
        return meaning

    def _points(self, noun: Noun) -> bool:
        lower = self.view.tokens[noun.head].lower
        return lower in self.view.words["light_nouns"] or (noun.pronoun and lower in _POINTING)

    def _point_back(self, noun: Noun, meaning: Meaning) -> None:
        if not self._points(noun):
            return
        light = not noun.pronoun
        earlier = (self._around(noun) if light else None) or self._earlier(noun)
        if earlier is None:
            return
        meaning.id, meaning.known, meaning.shared = earlier.id, earlier.known, earlier.shared
        meaning.grown = meaning.grown or (light and earlier.grown)
        meaning.plan = meaning.plan or earlier.plan
        meaning.placed = earlier.placed
        for dimension, value in earlier.scope.items():
            meaning.scope.setdefault(dimension, value)  # "those in Europe": its own place comes first
        meaning.holder = earlier.holder
        meaning.carried = earlier is self.carried
        if self.view.tokens[noun.head].lower == "'s":
            meaning.owner = self.view.noun_of(noun.head - 1)  # "solar's doubled": not of wind
            meaning.scope = {key: word for key, word in meaning.scope.items() if key not in _OF_ONE}
        elif (whose := self._that_of(noun)) is not None:
            meaning.owner, meaning.carried = whose, False  # "while that of Marlow Dairy shrank 2 %"
            meaning.scope = {key: word for key, word in meaning.scope.items() if key not in _OF_ONE}
        elif not meaning.carried:
            meaning.owner = meaning.owner or earlier.owner

    def _that_of(self, noun: Noun) -> Noun | None:
        """Whose "that of Marlow Dairy" is, and "those of its rival Castell"; None for a place."""
        for child in self.view.children.get(noun, ()) if noun.pronoun else ():
            name = self.view.head_name(child)
            if self.view.preposition(child) == "of" and name is not None and not name.place:
                return child
        return None

    def _around(self, noun: Noun) -> Meaning | None:
        """ "earnings per share in the range of", "revenue to be in the range of": what a light noun speaks of."""
        clause, host = noun.clause, noun.host
        inside = clause is not None and clause.verb is not None and clause.kind == "inf"
        behind = inside and host is not None and host.last < clause.verb.first  # type: ignore[union-attr]
        if host is not None and not host.bare and not behind:
            found = self.meaning(host)
            if found.id:
                return found
        subject = self.told_of(clause, clause.about()) if clause is not None else None
        if subject is not None and subject is not noun and not self.roles.somebody(subject):
            found = self.meaning(subject)
            return found if found.id else None
        return None

    def _earlier(self, noun: Noun) -> Meaning | None:
        before = [
            hook
            for at, hook in self.done.items()
            if at < noun.first and hook.meaning is not None and hook.metric
        ]
        return before[-1].meaning if before else self._turned_to(noun) or self.carried

    def _turned_to(self, noun: Noun) -> Meaning | None:
        """ "Turning now to community count, our average", "And EPS, it was": what an opening without a subject comes to."""
        clause = noun.clause
        comma = noun.first > 1 and self.view.tokens[noun.first - 1].text == ","
        named = self.view.noun_of(noun.first - 2) if comma and noun.pronoun else None
        if named is not None and named.clause is clause and self.meaning(named).known:
            return self.meaning(named)
        for other in clause.nouns if clause is not None and clause.subject is noun else ():
            opens = other.last < noun.first and self.view.preposition(other) in _OPENING
            if opens and self.meaning(other).known:
                return self.meaning(other)  # "For bauxite shipments, the expected range is"
        for other in self.view.tree.nouns if clause is not None else ():
            part = other.clause
            opens = (
                part is not None and part.kind == "part" and part.parent is clause and part.subject is None
            )
            if other.last < noun.first and opens and other.preposition >= 0 and self.meaning(other).known:
                return self.meaning(other)
        return None

    def told_of_time(self, clause: Clause, figure: Placed) -> Meaning | None:
        """ "Turning to RevPOR, the first quarter was 2.9 % higher": what the sentence turns to, else what went before."""
        verb = clause.verb
        if clause.subject is not None or verb is None or self.view.tokens[verb.first - 1].period is None:
            return None
        for other in self.view.tree.nouns:
            part = other.clause
            opens = part is not None and part.kind == "part" and part.subject is None and part is not clause
            if opens and other.last < verb.first and self.meaning(other).known:
                return self.meaning(other)
        carried = self.carried
        known = carried is not None and carried.known and self.fits(carried, figure.mention)
        return self.pointing(figure.noun, carried) if known and carried is not None else None

    def told_of(self, clause: Clause, subject: Noun | None) -> Noun | None:
        """What a clause is really about: "Sales set a record totalling $5 million", "We keep our sales guidance to be 2 %"."""
        outer = clause.parent
        if outer is None or clause.verb is None:
            return subject
        if clause.kind == "inf" and clause.subject is None:
            return self._to_be(clause, outer) or subject
        if subject is None:
            return subject
        if clause.antecedent is subject and outer.subject is not None:
            record = self.view.tokens[subject.head].lower in self.view.words["marks_set"]
            return outer.subject if record and self.meaning(outer.subject).known else subject
        if clause.kind == "part" and clause.verb.form == "ing" and self.roles.is_level(clause.verb):
            while outer.kind == "part" and outer.parent is not None:
                outer = outer.parent  # "reported revenue for the period ending in May, totaling $26 billion"
            had = [one for one in outer.nouns if one.last < clause.verb.first and one.preposition < 0]
            times = self.view.tokens[subject.head].lower in self.view.words["time_nouns"]
            sums = had and not had[-1].figures and (times or self.roles.somebody(subject))
            return had[-1] if sums and self.meaning(had[-1]).known else subject
        return subject

    def _to_be(self, clause: Clause, outer: Clause) -> Noun | None:
        """ "We keep our sales guidance to be 2 %", "expect earnings, excluding a charge, to be $5 million": what is to be so."""
        assert clause.verb is not None
        before = [noun for noun in self.view.tree.nouns if noun.last < clause.verb.first]
        while outer.kind == "part" and outer.parent is not None:
            outer = outer.parent
        does = self.view.lexicon.does
        foresees = outer.verb is not None and any(
            does(outer.verb.lemma, way) for way in ("forecast", "shift")
        )
        for noun in reversed(before):
            host = noun.host if self.view.preposition(noun) == "for" else None
            planned = self.meaning(host if host is not None else noun).plan
            told = planned or (foresees and noun.clause is outer and clause.verb.lemma == "be")
            if (noun.preposition < 0 or (host is not None and planned)) and told and self.meaning(noun).known:
                return noun
            if noun.figures:
                return None
        return None

    def opening(self, clause: Clause, subject: Noun | None) -> Meaning | None:
        """ "For operating margin, we expect 12 % to 14 %": somebody acts, and the opening names the measure."""
        if subject is None or not (subject.pronoun or self.view.head_name(subject) is not None):
            return None
        for noun in clause.nouns:
            if noun.first > subject.first:
                return None
            if noun.preposition < 0 or noun.figures or self.view.preposition(noun) not in _OPENING:
                continue
            meaning = self.meaning(noun)
            if meaning.known and not meaning.grown:
                return meaning
        return None

    def opened(self, noun: Noun) -> Meaning:
        """The meaning of a phrase by its own words, where the metric it names cannot have the figure."""
        meaning = Meaning(noun)
        meaning.owner, meaning.scope = self.meaning(noun).owner, {}
        steps = [
            step for step in range(phrase_start(noun), noun.last + 1) if self.view.tree.tags[step] in "NA"
        ]
        name = phrase_name(self.view, steps, strict=True)
        meaning.id = "~" + name if name else ""
        return meaning

    def counts(self, mention: QuantityMention) -> bool:
        """True for a figure that holds the noun it counts."""
        return mention.dimension.startswith("count:") and bool(mention.unit)

    def count(self, mention: QuantityMention, role: str, done: str = "") -> Hook:
        """The hook of a figure by the noun it counts, and by what the verb ``done`` does with it: "delivered 12 homes"."""
        unit = (mention.unit or "").lower().partition(" per ")[0]  # "140 jabs a week"
        counted = self.view.metrics.counted
        known = (counted(f"{unit} {done}d") or counted(f"{unit} {done}ed") if done else None) or counted(unit)
        known = known or counted(" ".join(word for word in unit.split() if not word.endswith(_CAUSED)))
        return Hook.named(role, known or "~" + unit, known is not None, "is what is counted")

    def fits(self, meaning: Meaning, mention: QuantityMention) -> bool:
        """True where the figure can be a level of the metric: dollars of revenue, not dollars of a margin."""
        if not meaning.known or mention.kind in FIXED_KINDS:
            return True
        dimension = mention.dimension
        if dimension in ("percent", "percentage point", "basis point"):
            return True
        metric = meaning.id
        if dimension.endswith("per share") and self.view.metrics.per_share(metric):
            return True
        return self.view.metrics.allows(metric, dimension)
