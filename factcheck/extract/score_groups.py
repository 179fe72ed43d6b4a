"""Scores of one match are tied together: how it ended, how it stood before, and by how much it was won.

A margin or an earlier score belongs to the one result of its own sentence, else of its paragraph, else to the one result
that the article opens with, until another one is told. Where two could be meant it belongs to none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.claim import Claim
from factcheck.day import date
from factcheck.extract.figure_groups import detailed
from factcheck.extract.score_parts import read_periods, read_sets
from factcheck.extract.scores import (
    AGGREGATE,
    FINAL,
    FIRST_LEG,
    Score,
    Words,
    clause_around,
    is_first_of_list,
    match_words,
    names_winner_first,
    read_scores,
)
from factcheck.hints import TYPE_CHECKING
from factcheck.patterns import Lazy
from factcheck.span import Span

if TYPE_CHECKING:
    from pathlib import Path

_OVER = Lazy(r"\A[^,;.]{0,25}\b(?:over|against|of|at|to)\s+(?:the\s+)?(?P<name>[A-Z][\w'’-]+)")
_SET_OUT = Lazy(
    r"[A-Z][\w.’'-]*\s(?P<one>\d{1,3}),\s(?:@|at\s|No\.\s\d+\s)?[A-Z][\w.’' -]{1,30}\s(?P<two>\d{1,3})\b"
)
_AWAY = Lazy(r"\A\s*(?:away\b|at\s+(?:the\s+)?[A-Z])")
_LEAD = 4  # breaks between paragraphs before which a report tells its result, title and dateline among them
_MANY = 20  # results in one paragraph: a round-up
_BREAK = Lazy(r"\n\s*\n")
_WORD = Lazy(r"[A-Z][\w’'-]+")


def mark_scores(
    claims: Sequence[Claim], prose: str, published: date | None, layers: tuple[Path, ...] = ()
) -> list[Claim]:
    """The claims, sorted by span, with scores and margins marked by the match they are of."""
    marked = list(claims)
    if not any(claim.kind == "score" for claim in claims):
        return marked
    words = match_words(layers)
    scores = read_scores(claims, prose, published, words)
    match = _Match(scores, claims, prose, words)
    for score in scores:
        claim = claims[score.number]
        more, fewer = score.ends
        details: dict[str, object] = {
            "more": more,
            "fewer": fewer,
            "first": score.first,
            "second": score.second,
        }
        if score.kind == FINAL:
            details["match"] = match.key(score)
            if score.outcome == "drew" or (score.outcome == "won" and not _told_from_outside(claim, prose)):
                details["outcome"] = score.outcome
        elif score.kind in (AGGREGATE, FIRST_LEG):
            if not score.other and (tie := match.of_two_legs(score.kind)) is not None:
                details[score.kind.replace("-", "_")] = match.key(tie)
        elif (of := None if score.other else match.of(claim)) is not None:
            details["stage_of"] = match.key(of)
        if score.outcome == "led" and not score.other and not _told_from_outside(claim, prose):
            details["outcome"] = "led"
        marked[score.number] = read_periods(detailed(claim, **details), score, prose)
    for number, claim in enumerate(claims):
        if claim.kind == "score" and is_first_of_list(claim, prose):
            sets = read_sets(marked[number], prose)
            if sets is not None and names_winner_first(claim, prose, words):
                marked[number] = detailed(sets, outcome="won")
            elif sets is not None:
                marked[number] = sets
    for number, claim in enumerate(claims):
        if not _is_margin(claim, prose, words):
            continue
        of = match.of(claim)
        if of is not None and of.outcome != "drew" and match.speaks_of_its_sides(claim):
            marked[number] = detailed(marked[number], margin_of=match.key(of))
    return marked


def _told_from_outside(claim: Claim, prose: str) -> bool:
    """ "won 0-2 at Dray": some papers put the home side's goals first."""
    return _AWAY.match(prose[claim.span.end : claim.span.end + 20]) is not None


def _set_out(prose: str) -> set[tuple[int, int]]:
    """ "Toronto 116, Cleveland 104": results that a round-up sets out, the larger number first."""
    pairs = [(int(found["one"]), int(found["two"])) for found in _SET_OUT.finditer(prose)]
    return {(max(pair), min(pair)) for pair in pairs}


def _is_one(scores: Sequence[Score]) -> bool:
    return len({score.ends for score in scores}) == 1 and not any(score.other for score in scores)


class _Match:
    """Which result a margin or an earlier score is of."""

    __slots__ = (
        "begins",
        "breaks",
        "by_paragraph",
        "by_sentence",
        "claims",
        "kinds",
        "main",
        "prose",
        "until",
    )

    def __init__(self, scores: Sequence[Score], claims: Sequence[Claim], prose: str, words: Words) -> None:
        self.claims, self.prose = claims, prose
        self.kinds = [score.kind for score in scores if not score.other]
        self.breaks = [found.start() for found in _BREAK.finditer(prose)]
        self.by_sentence: dict[Span, list[Score]] = {}
        self.by_paragraph: dict[int, list[Score]] = {}
        finals = [score for score in scores if score.kind == FINAL]
        for score in finals:
            claim = claims[score.number]
            self.by_sentence.setdefault(claim.sentence, []).append(score)
            beside = self.by_paragraph.setdefault(bisect_right(self.breaks, claim.span.start), [])
            if len(beside) < _MANY:
                beside.append(score)
        own = [score for score in finals if not score.other]
        self.main = own[0] if own and self._opens_with(own[0], scores, words) else None
        self.begins = claims[own[0].number].span.start if own else 0
        self.until = self._end_of_main(own)

    def _opens_with(self, first: Score, scores: Sequence[Score], words: Words) -> bool:
        """Whether the first result is the article's: where an earlier score is not understood, that may be it."""
        late = bisect_right(self.breaks, self.claims[first.number].span.start) > _LEAD
        if late or len({first.ends} | _set_out(self.prose)) > 1:
            return False
        read = {score.number for score in scores}
        for number, claim in enumerate(self.claims[: first.number]):
            behind = self.prose[claim.span.end : claim.span.end + 25]
            if claim.kind == "score" and number not in read and not words.shoot_outs.search(behind):
                return False
        return True

    def _end_of_main(self, own: Sequence[Score]) -> int:
        """Where another result is told: from there on, nobody knows which of them is meant."""
        later = next((score for score in own if score.ends != own[0].ends), None)
        return len(self.prose) if later is None else self.claims[later.number].span.start

    def key(self, score: Score) -> int:
        """One number for all places that give one result of the article's own match."""
        if self.main is not None and not score.other and score.ends == self.main.ends:
            score = self.main
        return self.claims[score.number].span.start

    def of(self, claim: Claim) -> Score | None:
        start = claim.span.start
        main = self.main if self.begins < start < self.until else None
        sentence, beside = self._near(claim)
        if near := self._meant(sentence, start):
            return near[0] if _is_one(near) else None
        near = self._meant(beside, start)
        if any(
            self.claims[one.number].span.start > start and (main is None or one.ends != main.ends)
            for one in near
        ):
            return None
        if near:
            return near[0] if _is_one(near) and (main is None or near[0].ends == main.ends) else None
        return main

    def _meant(self, found: Sequence[Score], start: int) -> list[Score]:
        """Without another match that is told behind: "… went in 1-0 up. … They meet Tarn, who beat them 4-0"."""
        return [one for one in found if not (one.other and self.claims[one.number].span.start > start)]

    def of_two_legs(self, kind: str) -> Score | None:
        """The second match of two, where the article has one sum of both and one first match."""
        return self.main if self.kinds.count(kind) == 1 and self.until == len(self.prose) else None

    def speaks_of_its_sides(self, claim: Claim) -> bool:
        """ "a 12-point win over Dray": another match, unless Dray stands beside the article's one result."""
        over = _OVER.match(self.prose[claim.span.end : claim.span.end + 60])
        if over is None:
            return True
        if self.main is None:
            return False
        sentence = self.claims[self.main.number].sentence.of(self.prose)
        return over["name"] in _WORD.findall(sentence)

    def _near(self, claim: Claim) -> tuple[list[Score], list[Score]]:
        """The results of a figure's sentence and of its paragraph."""
        return (
            self.by_sentence.get(claim.sentence, []),
            self.by_paragraph.get(bisect_right(self.breaks, claim.span.start), []),
        )


def _is_margin(claim: Claim, prose: str, words: Words) -> bool:
    quantity = claim.quantity
    if (
        quantity is None
        or quantity.is_range
        or quantity.hedged
        or claim.modality != "reported"
        or (quantity.unit is not None and quantity.unit not in words.margin_unit)
    ):
        return False
    before, after = clause_around(claim, prose)
    around = before + " " + after
    if words.not_so.search(around) or words.other_match.search(around) or words.not_a_margin.search(around):
        return False
    if quantity.unit is not None and words.margin_noun.match(after):
        return words.margin_text.match(claim.span.of(prose)) is not None
    return words.margin_by.search(before) is not None and (quantity.unit is not None or not after.strip())
