"""What a streak is of: "its sixth win in a row", "an eighth consecutive quarter of growth"."""

from __future__ import annotations

from factcheck.extract.continuations import Continuations
from factcheck.extract.hook import LEVEL, Hook, Placed
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.phrase_words import phrase_name
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.word_forms import singular
from factcheck.mention import QuantityMention
from factcheck.syntax.tree import Clause, Noun


class Recurring:
    """Finds what recurs, for the figures of one sentence; ``done`` are the hooks found so far."""

    __slots__ = ("continuations", "done", "phrases", "view")

    def __init__(
        self,
        view: SentenceView,
        done: dict[int, Hook],
        phrases: MeasuredPhrases,
        continuations: Continuations,
    ) -> None:
        self.view, self.done, self.phrases, self.continuations = view, done, phrases, continuations

    def hook(self, figure: Placed, clause: Clause) -> Hook:
        """ "its sixth win in a row", "for an eighth consecutive quarter"."""
        recurs = self._by_itself(figure.mention)
        if recurs is not None:
            return recurs
        for other in sorted(self.done, reverse=True):
            if self.view.clause_of(other) is clause and self.done[other].metric:
                return self.continuations.go_on(figure, other, "is what the figure's clause speaks of")
        for noun in self._may_recur(figure, clause):
            meaning = self.phrases.meaning(noun)
            if meaning.known or (noun is clause.about() and meaning.id):
                return Hook(LEVEL, meaning, "is what the figure's clause speaks of")
        if clause.parent is not None and clause.kind in ("rel", "part"):
            return self.hook(figure, clause.parent)
        for noun in self._may_recur(figure, clause):
            meaning = self.phrases.meaning(noun)
            if meaning.grown and not meaning.id and self.view.head_name(noun) is None:
                meaning.id = "~growth"  # "posted double-digit growth for five consecutive quarters"
                return Hook(LEVEL, meaning, "is what recurs")
        return self._of_own_words(figure) or Hook(LEVEL, None, "")

    def _of_own_words(self, figure: Placed) -> Hook | None:
        """ "six straight quarters of share gains", "of growth in automotive": no known metric, but its own words."""
        for noun in self.view.children.get(figure.noun, ()):
            if self.view.preposition(noun) != "of" or noun.bare or noun.pronoun:
                continue
            if noun.figures and not self._is_order(noun):
                continue
            meaning = self.phrases.meaning(noun)
            if not meaning.id:
                steps = [
                    step for step in range(noun.first, noun.last + 1) if self.view.tree.tags[step] in "NAEG"
                ]
                meaning.id = "~" + phrase_name(self.view, steps) if steps else ""
            return Hook(LEVEL, meaning, "is what recurs") if meaning.id else None
        return None

    def _is_order(self, noun: Noun) -> bool:
        """ "double-digit growth": a figure that only says how large."""
        kinds = [self.view.tokens[at].quantity for at in noun.figures]
        return all(one is not None and one.kind == "order" for one in kinds)

    def _by_itself(self, mention: QuantityMention) -> Hook | None:
        """ "its sixth win in a row": the noun recurs itself, unless it is a time ("quarter")."""
        if mention.noun is None:
            return None
        offset = mention.noun.start - mention.start
        text = mention.surface[offset : offset + mention.noun.end - mention.noun.start].lower().split()
        kept = [singular(word) for word in text if word not in self.view.words["empty_modifiers"]]
        if not kept or kept[-1] in self.view.words["time_nouns"]:
            return None
        known = self.view.metrics.counted(" ".join(kept))
        return Hook.named(LEVEL, known or "~" + " ".join(kept), known is not None, "is what recurs")

    def _may_recur(self, figure: Placed, clause: Clause) -> list[Noun]:
        """What may recur: phrases before the streak, the subject, phrases behind it."""
        mine = self.view.children.get(figure.noun, [])  # "91st consecutive year of dividend payments"
        before = [noun for noun in clause.nouns if noun.first < figure.at]
        subject = clause.about()
        behind = [noun for noun in clause.nouns if noun.first > figure.at]
        # "Order intake continuing revenue growth for the third consecutive quarter": what grows recurs
        growing = [noun for noun in reversed(before) if self.phrases.meaning(noun).grown]
        return [*mine, *growing, *before, *([subject] if subject is not None else []), *behind]
