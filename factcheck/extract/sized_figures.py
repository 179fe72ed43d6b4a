"""Figures that a word beside them tells the side of: "340 metres wide", "65 % contained", "magnitude 7.4", "worth €3.2m"."""

from __future__ import annotations

from factcheck.extract.hook import LEVEL, Hook, Placed
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.phrase_words import phrase_name
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Noun

_SIZES = ("length", "mass", "time")  # "58 % across the county", "$7 million across our plants" are no width


class SizedFigures:
    """What the word right behind or before a figure says was measured."""

    __slots__ = ("phrases", "view")

    def __init__(self, view: SentenceView, phrases: MeasuredPhrases) -> None:
        self.view, self.phrases = view, phrases

    def worth(self, figure: Placed) -> Hook | None:
        """ "640 kilos of cannabis, worth €3.2m": the value of what stands before."""
        if not figure.is_money:
            return None
        step = figure.at - 1
        while step > 0 and self.view.tree.tags[step] == "B":
            step -= 1
        before = self.view.tokens[step].text if step > 0 else ""
        if before != "worth" or self.view.tokens[step - 1].text != ",":
            return None
        if before_it := self._measured_before(figure, step - 1):
            return before_it
        return Hook.named(LEVEL, "~value", False, "is what it is worth")

    def aside(self, figure: Placed) -> Hook | None:
        """ "Backing for the Liberals, at 27 %, is unchanged": how large the phrase before the commas is."""
        word, tokens, step = figure.noun.preposition, self.view.tokens, figure.at + 1
        if figure.word == "at" and word == 0:
            return self._opening(figure)
        if figure.word != "at" or word < 2 or tokens[word - 1].text != ",":
            return None
        while step < len(tokens) and (tokens[step].period is not None or self.view.tree.tags[step] in "PD"):
            step += 1
        if step < len(tokens) and tokens[step].text not in ",.;)":
            return None
        return self._measured_before(figure, word - 1)

    def _opening(self, figure: Placed) -> Hook | None:
        """ "At 1,480 millimetres, last year's rainfall was a fifth above the average": how large the subject is."""
        behind = self.view.tokens[figure.at + 1].text if figure.at + 1 < len(self.view.tokens) else ""
        subject = figure.clause.subject
        if behind != "," or subject is None or subject.pronoun or self.view.head_name(subject) is not None:
            return None
        meaning = self.phrases.meaning(subject)
        if not meaning.known or meaning.grown or not self.phrases.fits(meaning, figure.mention):
            return None
        return Hook(LEVEL, meaning, "is what stands behind the comma")

    def _measured_before(self, figure: Placed, comma: int) -> Hook | None:
        """What the phrase before a comma measures, where the clause has no verb yet: "Exports, worth €41.7 billion, were"."""
        verb, before = figure.clause.verb, self.view.noun_of(comma - 1)
        while before is not None and before.host is not None and before.preposition >= 0:
            before = before.host
        if (
            before is None
            or before.figures
            or before.pronoun
            or (verb is not None and before.last > verb.first)
        ):
            return None
        if self.view.head_name(before) is not None:
            return None
        meaning = self.phrases.meaning(before)
        open_one = not self.phrases.roles.somebody(before) and figure.dimension != "number"
        fits = meaning.known or (open_one and figure.word == "at" and bool(meaning.id))
        if meaning.grown or not fits or not self.phrases.fits(meaning, figure.mention):
            return None
        return Hook(LEVEL, meaning, "stands beside it")

    def size(self, figure: Placed) -> Hook | None:
        """ "The asteroid, some 340 metres wide": the word behind says which side was measured. "Ms Orme, 54,": an age."""
        tokens, before = self.view.tokens, figure.noun.apposes
        behind = tokens[figure.at + 1].text.lower() if figure.at + 1 < len(tokens) else ""
        side = self.view.words.sizes.get(behind) if figure.dimension in _SIZES else None
        if figure.mention.surface.endswith(" old"):
            side, before = (
                "age",
                before or self._right_before(figure),
            )  # "the oldest of them some 6,200 years old"
        if side is None and behind in ("", ",", ";", ".") and self._is_age(figure, before):
            side = "age"
        if side is None and figure.mention.kind == "age" and before is not None and figure.noun.bare:
            side = "age"  # "her brother, 29;"
        if side is None:
            return None
        hook = Hook.named(LEVEL, "~" + side, False, f"is a {side}")
        hook.holder = before if before is not None and not before.figures else None
        return hook

    def away(self, figure: Placed) -> Hook | None:
        """ "32 km south of the town", "12 km from the border": where something is, and no measure of it."""
        tokens, step, verb = self.view.tokens, figure.at + 1, figure.clause.verb
        if figure.dimension != "length" or step + 1 >= len(tokens):
            return None
        word = tokens[step].lower
        place = self.view.noun_of(step + 1) if self.view.tree.tags[step] == "P" else None
        if word not in self.view.words["away"] or (place is not None and (place.figures or place.times)):
            return None  # "12 cm from 1990"
        if word == "from" and verb is not None and self.phrases.roles.moves(verb):
            return None  # "The river fell 3 cm from its peak"
        return Hook.named(LEVEL, "~distance", False, "is how far away it is")

    def _right_before(self, figure: Placed) -> Noun | None:
        """ "The oldest of them" before the figure, as a whole."""
        step = figure.at - 1
        while step > 0 and self.view.tree.tags[step] == "B":
            step -= 1
        noun = self.view.noun_of(step) if step > 0 else None
        while noun is not None and noun.host is not None and self.view.preposition(noun) == "of":
            noun = noun.host
        return noun

    def times_what(self, figure: Placed) -> Hook | None:
        """ "About three times the size of Earth": what stands right behind a multiple is what it is a multiple of."""
        behind = self.view.noun_of(figure.at + 1) if figure.at + 1 < len(self.view.tokens) else None
        plain = behind is not None and behind.preposition < 0 and behind.first == figure.at + 1
        subject = figure.clause.subject
        if figure.mention.kind != "multiple" or not plain or behind is None or behind.figures:
            return None
        if subject is None or figure.clause.verb is None or figure.clause.verb.lemma != "be":
            return None
        if self.phrases.meaning(subject).known or not self.phrases.meaning(behind).id:
            return None
        steps = [step for step in range(behind.first, behind.last + 1) if self.view.tree.tags[step] in "NA"]
        name = phrase_name(self.view, steps, strict=True)
        hook = Hook.named(LEVEL, "~" + name, False, "is what it is a multiple of")
        hook.holder = subject
        return hook if name else None

    def so_far(self, figure: Placed) -> Hook | None:
        """ "The blaze was 65 % contained": the word behind says what the share is of."""
        verb, tags, step = figure.clause.verb, self.view.tree.tags, figure.at + 1
        if verb is None or verb.lemma != "be" or figure.dimension != "percent" or step >= len(tags):
            return None
        behind, after = self.view.tokens[step].lower, self.view.tokens[min(step + 1, len(tags) - 1)].lower
        plain = tags[step] in "EKA" and not behind.endswith("er") and behind not in ("compared", "based")
        ends = step + 1 >= len(tags) or tags[step + 1] in ".CTB"
        ends = ends or after in ("by", "on", "in", "at", "late", "early")
        if not plain or not ends or figure.noun.last != figure.at:
            return None
        return Hook.named(LEVEL, "~" + behind, False, "is how far it is so")

    def _is_age(self, figure: Placed, before: Noun | None) -> bool:
        """A bare number between commas behind a name that no registry knows."""
        name = self.view.head_name(before) if before is not None else None
        if (
            name is None
            or name.place
            or name.kind not in (None, "person")
            or figure.mention.kind not in ("age", "number")
        ):
            return False
        return 0 < figure.mention.quantity.low < 120

    def numbered(self, figure: Placed, noun: Noun) -> Hook | None:
        """ "an earthquake of magnitude 7.4": a plain number right behind what it is the number of."""
        alone = not (noun.bare or noun.figures or figure.word) and figure.noun.bare
        if not alone or figure.dimension != "number" or self.view.preposition(noun) not in ("", "of", "with"):
            return None
        meaning = self.phrases.meaning(noun)
        if not meaning.known or not self.view.metrics.allows(meaning.id, "number"):
            return None
        hook = Hook(LEVEL, meaning, "stands right before the figure")
        hook.holder = noun.host if noun.host is not None and not noun.host.figures else None
        return hook
