"""What the outlook of an article is for: the time that it looked ahead to last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.extract.claim_periods import DATED_KINDS
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.hook import Hook
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.sentences import Sentence
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression
from factcheck.syntax.tokens import Token

_REACH = 6  # sentences
_RESTS = ("remainder", "rest", "balance")
_NEAR = 5  # tokens: "our 2023 operating margin goal"
_TOWARDS = frozenset(["into", "beyond", "through", "until", "past", "toward", "towards"])


class Outlook:
    """One per article: it remembers the time that was looked ahead to last, and in which sentence."""

    __slots__ = ("_given", "_last", "words")

    def __init__(self, words: ClauseWords) -> None:
        self.words = words
        self._last: tuple[int, PeriodMention] | None = None
        self._given = -2  # the sentence that announced guidance, or the last line of the list behind it

    def tell(self, number: int, mention: PeriodMention) -> None:
        """A figure of the sentence with this number is foreseen for that time; the rest of a year is none that goes on."""
        if mention.surface.lower().startswith(_RESTS):
            return
        self._last = number, self.meant(number, mention)

    def note(self, sentence: Sentence, tokens: Sequence[Token]) -> None:
        """A sentence without figures may still say what the next ones look ahead to: "Turning to our 2022 outlook",
        "We expect growth in the first quarter"."""
        dated = [
            one
            for at, token in enumerate(tokens)
            if (one := token.period) is not None
            and one.role == "at"
            and one.period.kind in DATED_KINDS
            and not (at and tokens[at - 1].lower in _TOWARDS)  # "we expect this to carry into 2022"
            and not (isinstance(one.expression, PeriodExpression) and one.expression.relation == "last")
        ]
        nouns, verbs = self.words.modality_nouns, self.words["awaiting"]
        dated = [one for one in dated if not _of_target(one, tokens, nouns)]
        told = [token.lower for token in tokens]
        if any(nouns.get(word) == "forecast" for word in told):
            self._given = sentence.number if not self.words["guiding"].isdisjoint(told) else -2
        if dated and any(nouns.get(token.lower) == "forecast" or token.lower in verbs for token in tokens):
            # "growth at a higher rate in 2024 than we delivered in 2023": the later one
            self.tell(sentence.number, max(dated, key=lambda one: (_last_day(one), one.start)))

    def lists(self, view: SentenceView) -> bool:
        """ "We're pleased to provide our 2021 guidance. Comparable sales growth of 1 % to 3 %.": a line without a verb."""
        number = view.sentence.number
        if self._given != number - 1 or any(clause.subject is not None for clause in view.tree.clauses[:1]):
            return self._given == number
        self._given = number
        return True

    def last(self, number: int) -> PeriodMention | None:
        """The time looked ahead to last, if that was not too many sentences before the one with this number."""
        if (
            self._last is None
            or number - self._last[0] > _REACH
            or self._last[1].period.kind not in DATED_KINDS
        ):
            return None
        return self._last[1]

    def is_for_year(self, view: SentenceView, hook: Hook) -> bool:
        """ "Raising our earnings guidance to $4.07": of the year, where no quarter was looked ahead to."""
        yearly = self._last is None or self._last[1].period.kind in ("year", "fiscal-year")
        named = not view.lowers.isdisjoint(self.words["annual_plans"])
        named = named and view.lowers.isdisjoint(self.words["beyond_the_year"])  # "our long-term guidance"
        return view.own_words and hook.known and yearly and named

    def meant(self, number: int, mention: PeriodMention) -> PeriodMention:
        """ "For the year, we are providing the following guidance": the year, or the quarter, that was named before."""
        before, asked = self.last(number), mention.expression
        if before is None or not isinstance(asked, PeriodExpression):
            return mention
        plain = isinstance(before.expression, PeriodExpression) and before.expression.kind == "year"
        year = plain and asked.kind == "whole" and asked.unit == "year"  # not "the rest of this year"
        quarter = before.period.kind == "quarter" and asked.kind == "whole" and asked.unit == "quarter"
        return before if year or quarter else mention


def _of_target(mention: PeriodMention, tokens: Sequence[Token], nouns: Mapping[str, str]) -> bool:
    """ "Our guidance positions us to exceed our 2023 goals": what is aimed at by then, and not foreseen."""
    at = next(step for step, token in enumerate(tokens) if token.period is mention)
    return any(nouns.get(token.lower) == "target" for token in tokens[at + 1 : at + _NEAR])


def _last_day(mention: PeriodMention) -> int:
    """The last day that a time can mean; of an unknown one, before all others."""
    return max((one.end.toordinal() for one in mention.period.readings if one.end is not None), default=0)


def only_its_own(view: SentenceView, at: int, hook: Hook, chosen: PeriodMention) -> bool:
    """ "Our guidance includes a Q4 charge of $10 million": the time of the charge, not of the guidance."""
    noun = hook.meaning.noun if hook.meaning is not None else view.noun_of(at)
    return (
        not hook.known and noun is not None and any(view.tokens[step].period is chosen for step in noun.times)
    )


def told_as_done(view: SentenceView, at: int) -> bool:
    """ "Our tax rate for 2025 was 24.4 %", "sales rose 7 % to $104 million": a result, whatever year stands with it."""
    clause, does = view.clause_of(at), view.lexicon.does
    verb = clause.verb
    if verb is None or verb.ahead or verb.chain:
        return False
    past = view.tokens[verb.first].lower in ("was", "were", "had") or view.tree.tags[verb.first] in "VE"
    measured = verb.lemma == "be" or does(verb.lemma, "measure")
    return past and (measured or (does(verb.lemma, "move") and clause.subject is not None))
