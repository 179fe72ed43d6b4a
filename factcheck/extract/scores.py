"""What the scores of a match report are: how the match ended and for whom, or how it stood before it ended.

A score is read as a result only where a verb or noun of winning, losing or drawing gives it, and nothing near it speaks
of a series, a set, a vote or a shoot-out. Words: rules/vocabulary/matches.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.claim import Claim
from factcheck.extract.figure_groups import any_of
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.patterns import Lazy
from factcheck.records import dataclass
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

_REACH = 80  # characters on either side of a score
_CLAUSE = Lazy(r"[,;:()“”\"\n]|\s[–—-]\s|\.\s")
_SCORE = r"\d{1,3}[-–]\d{1,3}"
_LISTED_AFTER = Lazy(rf"\A(?:\s*\(\d+(?:[-–]\d+)?\))?(?:\s*,|\s+and|\s*,\s*and)?\s*{_SCORE}")
_LISTED_BEFORE = Lazy(rf"{_SCORE}(?:\s*\(\d+(?:[-–]\d+)?\))?(?:\s*,|\s+and|\s*,\s*and)?\s*\Z")
_NAMES_ALONE = Lazy(r"\A[A-Z][\w .&'’-]{1,50}\Z")
# "a 5-4 win on penalties after a 2-2 draw": what is said of one score is not said of the next
_CUT_BEFORE = Lazy(rf"{_SCORE}|\b(?:after|following)\s(?=an?\s)")
_CUT_BEHIND = Lazy(_SCORE)
_AND = Lazy(r"\s(?:and|but)\s")
_RESULT_LINE = Lazy(rf"\A[\s#*-]*[A-Z][\w .&'’-]{{1,50}}\s{_SCORE}\s[A-Z][\w .&'’-]{{1,50}}\Z")
_NO_RESULT = Lazy(r"\b(?:at|between|from|to)\s+\Z")  # odds, ranges and records: "fell to 3-3"
_DAYS = 6  # what happened longer ago is another match

_BY = Lazy(r"\A\s*by\b")
_WON = Lazy(r"\bw[io]n(?:s|ning)?\s*\Z", re.IGNORECASE)
_PASSIVE = Lazy(r"\b(?:was|were|been|being|got|get|gets|is|are)\s+(?:\w+ly\s+)?\w+(?:\s+\w+)?\s*\Z")
_BREAK = Lazy(r"\n\s*\n")
_LEAD = 3  # breaks between paragraphs, the title among them
_FAR, _VERB_GAP, _STAGE_GAP = 1000, 60, 25  # characters between a word and its score

FINAL, STAGE, AGGREGATE, FIRST_LEG = "final", "stage", "aggregate", "first-leg"
_AGGREGATE = Lazy(r"\A\s+(?:on\s+)?agg(?:regate)?\b", re.IGNORECASE)
_FIRST_LEG = Lazy(r"\bfirst[- ]leg\b", re.IGNORECASE)
_YEARS_AGO = Lazy(r"\b(?:(?:19|20)\d\d|last (?:season|year)|ago)\b", re.IGNORECASE)
_LED = Lazy(r"\b(?:led|leads?|leading|ahead)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Score:
    """One score of an article: ``number`` is its claim's place, ``outcome`` won, lost, drew or "" (told by order).

    ``other`` is true for a match that the article is not about.
    """

    number: int
    first: int
    second: int
    kind: str
    outcome: str = ""
    other: bool = False

    @property
    def ends(self) -> tuple[int, int]:
        return max(self.first, self.second), min(self.first, self.second)


def _word(words: Any) -> str:
    return rf"(?<![\w-])(?:{any_of(words)})(?![\w-])"


class Words:
    """The patterns made of the vocabulary."""

    def __init__(self, data: dict[str, Any]) -> None:
        verbs = [(name, data[name]) for name in ("won", "lost", "drew")]
        self.verbs = [(name, Lazy(_word(words), re.IGNORECASE)) for name, words in verbs]
        self.nouns = [
            (
                name,
                Lazy(rf"\A[\s-]+(?:[a-z][\w'’-]*\s+){{0,2}}?{_word(data[name + '_nouns'])}", re.IGNORECASE),
            )
            for name, _ in verbs
        ]
        self.won_what = Lazy(
            rf"\A\s*(?:the|their|its|his|her|a|an|both|this|that)\s(?![^\d]*{_word(data['won_what'])})",
            re.IGNORECASE,
        )
        self.follows = Lazy(rf"\A\s*(?:\Z|{_word(data['follows'])})", re.IGNORECASE)
        self.stage_before = Lazy(_word(data["stage_before"]), re.IGNORECASE)
        self.stage_after = Lazy(rf"\A\s+{_word(data['stage_after'])}", re.IGNORECASE)
        self.stage_follows = Lazy(rf"\A\s*(?:\Z|{_word(data['stage_follows'])})", re.IGNORECASE)
        self.not_a_match = Lazy(_word(data["not_a_match"]), re.IGNORECASE)
        self.not_a_match_before = Lazy(_word(data["not_a_match_before"]), re.IGNORECASE)
        self.shoot_outs = Lazy(_word(data["shoot_outs"]), re.IGNORECASE)
        self.other_match = Lazy(rf"{_word(data['other_match'])}|\b(?:19|20)\d\d\b", re.IGNORECASE)
        self.elsewhere = Lazy(_word(data["elsewhere"]), re.IGNORECASE)
        self.not_so = Lazy(rf"{_word(data['not_so'])}|n['’]t\b", re.IGNORECASE)
        self.not_a_margin = Lazy(_word(data["not_a_margin"]), re.IGNORECASE)
        units, nouns = any_of(data["margin_units"]), any_of(data["margin_nouns"])
        self.margin_unit = frozenset(data["margin_units"])
        self.margin_text = Lazy(rf"\A[\w-]+[\s-](?:{units})\Z", re.IGNORECASE)
        self.margin_noun = Lazy(rf"\A\s+(?:[a-z][\w'’-]*\s+)?(?:{nouns})\b", re.IGNORECASE)
        self.margin_by = Lazy(
            rf"(?:{_word(data['margin_verbs'])}[^\d]{{0,40}}\bby|\bmargin\s+of)\s+\Z", re.IGNORECASE
        )


@lru_cache(maxsize=4)
def match_words(layers: tuple[Path, ...]) -> Words:
    return Words(load_part("matches", lambda data: data, layers))


def clause_around(claim: Claim, prose: str) -> tuple[str, str]:
    """The words of a figure's own clause before it and behind it."""
    start, end = claim.span.start, claim.span.end
    before = prose[max(claim.sentence.start, start - _REACH) : start]
    after = prose[end : min(claim.sentence.end, end + _REACH)].rstrip(" .!?")
    breaks = list(_CLAUSE.finditer(before))
    cut = _CLAUSE.search(after)
    return before[breaks[-1].end() :] if breaks else before, after[: cut.start()] if cut else after


def read_scores(claims: Sequence[Claim], prose: str, published: Any, words: Words) -> list[Score]:
    """Every score whose kind is certain, in the order of the text."""
    shot_out = words.shoot_outs.search(prose, 0, _end_of_lead(prose)) is not None
    found = []
    for number, claim in enumerate(claims):
        if claim.kind != "score" or claim.quantity is None:
            continue
        score = _score(number, claim, prose, published, words)
        if score is not None and not (shot_out and score.outcome in ("won", "lost", "order")):
            found.append(score)
    return found


def _end_of_lead(prose: str) -> int:
    """Where the paragraphs end in which a report says that its match went to penalties."""
    end = len(prose)
    for number, found in enumerate(_BREAK.finditer(prose)):
        if number == _LEAD:
            return found.start()
    return end


def names_winner_first(claim: Claim, prose: str, words: Words) -> bool:
    """Whether a verb of winning stands before a score, whose subject is the winner: "beat second seed Lena Corte"."""
    before, _ = clause_around(claim, prose)
    far = _gap(words.verbs[0][1], before)
    others = min(_gap(verb, before) for _, verb in words.verbs[1:])
    passive = _PASSIVE.search(before) is not None or (far == 0 and not _WON.search(before))
    return far <= _VERB_GAP and far < others and not passive and claim.modality == "reported"


def is_first_of_list(claim: Claim, prose: str) -> bool:
    """ "6-4" of "6-4, 3-6, 7-5"."""
    start = claim.span.start
    return _LISTED_BEFORE.search(prose[max(0, start - 20) : start]) is None and _is_listed(claim, prose)


def _score(number: int, claim: Claim, prose: str, published: Any, words: Words) -> Score | None:
    quantity = claim.quantity
    assert quantity is not None
    if quantity.low.denominator != 1 or quantity.high.denominator != 1 or _is_listed(claim, prose):
        return None
    first, second = int(quantity.low), int(quantity.high)
    before, after = clause_around(claim, prose)
    if not before.strip():
        before = _before_comma(claim, prose)
    clause = before + " " + after
    before, after = _CUT_BEFORE.split(before)[-1], _CUT_BEHIND.split(after)[0]
    near = _AND.split(after)[0][:25]
    if _AGGREGATE.match(after) and claim.modality == "reported":
        return Score(
            number, first, second, AGGREGATE, "", words.elsewhere.search(claim.sentence.of(prose)) is not None
        )
    if _FIRST_LEG.search(near + " " + before[-25:]) and not _is_past_season(before + " " + after):
        return Score(number, first, second, FIRST_LEG)
    if (
        words.not_a_match.search(before[-50:])
        or words.not_a_match_before.search(before[-50:])
        or words.not_a_match.search(near)
    ):
        return None
    sentence = claim.sentence.of(prose)
    other = (
        claim.modality != "reported"
        or words.not_so.search(before + " " + near) is not None
        or words.other_match.search(clause) is not None
        or before.lstrip().startswith(("when ", "whose ", "who "))
        or words.elsewhere.search(sentence) is not None
        or _is_past(claim, published)
    )
    outcome, far = _outcome(claim, before, after, prose, words)
    near_word = words.stage_follows.match(after) and _gap(words.stage_before, before) < min(_STAGE_GAP, far)
    if (near_word or words.stage_after.match(after)) and not words.margin_noun.match(after):
        return Score(number, first, second, STAGE, "led" if _LED.search(before) else "", other)
    return Score(number, first, second, FINAL, outcome, other) if outcome else None


def _before_comma(claim: Claim, prose: str) -> str:
    """ "Wright State defeated Dray, 97-89": the clause that ends in the comma before a score."""
    start = claim.span.start
    before = prose[max(claim.sentence.start, start - _REACH) : start].rstrip()
    if not before.endswith(","):
        return ""
    return str(_CLAUSE.split(before[:-1])[-1]) + " "


def _is_past_season(words: str) -> bool:
    return _YEARS_AGO.search(words) is not None


def _gap(pattern: Any, before: str, other_thing: Any = None) -> int:
    """How many characters stand between the last such word and the score; very many where there is none."""
    found = list(pattern.finditer(before))
    gap = before[found[-1].end() :] if found else ""
    if not found or any(sign.isdecimal() for sign in gap):
        return _FAR
    if other_thing is not None and _WON.search(found[-1].group(0)) and other_thing.match(gap):
        return _FAR  # "won the try count 3-1"
    return len(gap.strip())


def _is_passive(before: str, after: str, far: int) -> bool:
    """ "Holm were beaten 3-1", "defeated 3-1 by Brill", "Holm routed 5-0": who stands first need not have won."""
    bare = far == 0 and not _WON.search(before)
    return bare or _BY.match(after) is not None or _PASSIVE.search(before) is not None


def _is_listed(claim: Claim, prose: str) -> bool:
    """ "6-4, 3-6, 7-5": sets, periods and results of a table stand in line."""
    start, end = claim.span.start, claim.span.end
    return (
        _LISTED_AFTER.match(prose[end : end + 20]) is not None
        or _LISTED_BEFORE.search(prose[max(0, start - 20) : start]) is not None
    )


def _is_past(claim: Claim, published: Any) -> bool:
    readings = claim.period.readings
    if published is None or len(readings) != 1 or claim.how("period") != "stated":
        return False
    if claim.period.kind in ("quarter", "half"):  # of the match
        return False
    return bool((published - readings[0].end).days > _DAYS)


def _outcome(claim: Claim, before: str, after: str, prose: str, words: Words) -> tuple[str, int]:
    """Won, lost or drew, by the words beside the score, and how far off they stand; "order" for a title or
    line that sets the score between two names."""
    for name, noun in words.nouns:
        if noun.match(after):
            return name, 0
    if _NO_RESULT.search(before):
        return "", _FAR
    if words.follows.match(after):
        far, name = min((_gap(verb, before, words.won_what), name) for name, verb in words.verbs)
        if far <= (0 if name == "drew" else _VERB_GAP) and not (
            far == 0 and before.rstrip().lower().endswith(" down")
        ):
            return ("lost" if name == "won" and _is_passive(before, after, far) else name), far
    told = claim.section == "title" or _RESULT_LINE.match(claim.sentence.of(prose)) is not None
    if told and _NAMES_ALONE.match(before.strip(" #*-")) and _NAMES_ALONE.match(after.strip()):
        return "order", 0
    return "", _FAR
