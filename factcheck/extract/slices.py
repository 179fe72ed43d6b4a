"""Shares that exclude each other, so that together they can make no more than the whole: the answers of a poll ("51 %
support it, 38 % oppose it"), the votes of an election, the parts that one sentence ranks ("ahead of gas with 31 %").

The claims are marked with one number for each whole ("slice"). Words: rules/vocabulary/groups.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.claim import Claim
from factcheck.extract.figure_groups import any_of, detailed, group_words, lead, sentences_of
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.patterns import Lazy

if TYPE_CHECKING:
    from pathlib import Path

_REACH = 60  # characters behind a figure
_CLAUSE_END = Lazy(r"[,;:.!?()\n]|\s[–—]\s|\b(?:and|while|but|with|as|to|against)\s")
_OF_SOME = Lazy(r"\s+(?:of|among|in)\s", re.IGNORECASE)
_SOMEWHERE = Lazy(
    r"\b(?:in|among|across|at|from|needs?|least|pass|he|she|they|it|also|turnout)\b", re.IGNORECASE
)
_WITH = Lazy(r"\A\s*(?:,|,?\s+and)\s+[^,;.:()]{2,40}\s(?:with|on|at)\s+\Z")


class _Words:
    __slots__ = ("ahead", "answers", "got", "votes", "went")

    def __init__(self, data: dict[str, Any]) -> None:
        self.answers = [
            Lazy(rf"\b(?:{any_of(words)})\b", re.IGNORECASE) for words in data["answers"].values()
        ]
        self.votes = Lazy(rf"\A\s+of\s+(?:the\s+|all\s+)?(?:{any_of(data['votes'])})\b", re.IGNORECASE)
        self.got = Lazy(rf"\b(?:{any_of(data['got_votes'])})\s+\Z", re.IGNORECASE)
        self.went = Lazy(rf"\A\s+(?:{any_of(data['went_to'])})\s", re.IGNORECASE)
        self.ahead = Lazy(
            rf"\A[^.;:]{{0,60}}\b(?:{any_of(data['ranked'])})\s+[^,;.:()]{{2,40}}\swith\s+\Z", re.IGNORECASE
        )


@lru_cache(maxsize=4)
def _words(layers: tuple[Path, ...]) -> _Words:
    return _Words(group_words(layers))


def mark_slices(claims: Sequence[Claim], prose: str, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """The claims, sorted by span, with shares of one whole marked."""
    marked = list(claims)
    shares = [number for number, claim in enumerate(marked) if _is_share(claim)]
    if len(shares) < 2:
        return marked
    words = _words(layers)
    for group in (
        *_answers(marked, prose, words),
        *_ranked(marked, prose, words),
        *_votes(marked, shares, prose, words),
    ):
        first = marked[group[0]].span.start
        for number in group:
            marked[number] = detailed(marked[number], slice=first)
    return marked


def _is_share(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and quantity.dimension == "percent"
        and not quantity.is_range
        and not claim.prior
        and (claim.measure == "share" or (claim.measure == "change" and claim.direction is None))
    )


def _answers(marked: Sequence[Claim], prose: str, words: _Words) -> Iterator[list[int]]:
    """One figure for each answer of a sentence; a sentence that sets two kinds of people side by side gives none."""
    for numbers in sentences_of(marked):
        shares = [number for number in numbers if _is_share(marked[number])]
        if len(shares) < 2 or sum(_some(marked[n], prose) for n in shares) > 1:
            continue
        given = [(n, _answer(marked, numbers, n, prose, words)) for n in shares]
        said = [(n, answer) for n, answer in given if answer is not None]
        if len(said) > 1 and len({answer for _, answer in said}) == len(said):
            yield [n for n, _ in said]


def _some(claim: Claim, prose: str) -> bool:
    """Whether a figure says whose share it is: "51 % of women"."""
    return _OF_SOME.match(prose, claim.span.end) is not None


def _answer(
    marked: Sequence[Claim], numbers: Sequence[int], number: int, prose: str, words: _Words
) -> int | None:
    """Which answer the words of a figure's own clause give, behind it or else before it; None for none and for two."""
    claim = marked[number]
    at = numbers.index(number)
    ceiling = marked[numbers[at + 1]].span.start if at + 1 < len(numbers) else claim.sentence.end
    behind = prose[claim.span.end : min(ceiling, claim.span.end + _REACH)]
    end = _CLAUSE_END.search(behind)
    for text in (behind[: end.start()] if end else behind, lead(marked, numbers, at, prose)):
        found = [place for place, pattern in enumerate(words.answers) if pattern.search(text)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _ranked(marked: Sequence[Claim], prose: str, words: _Words) -> Iterator[list[int]]:
    """ "34 % of the power, ahead of gas with 31 %, imports with 12 % and solar with 6 %"."""
    for numbers in sentences_of(marked):
        group: list[int] = []
        for one, other in pairwise(numbers):
            gap = prose[marked[one].span.end : marked[other].span.start]
            shares = _is_share(marked[one]) and _is_share(marked[other])
            if shares and not group and words.ahead.match(gap):
                group = [one, other]
            elif shares and group and group[-1] == one and _WITH.match(gap):
                group.append(other)
        if group:
            yield group


def _votes(marked: Sequence[Claim], shares: Sequence[int], prose: str, words: _Words) -> Iterator[list[int]]:
    """ "52 % of the vote. Reyes took 45 %, and 3 % went to others": bare figures behind it, in one paragraph."""
    group: list[int] = []
    for number in shares:
        claim = marked[number]
        if words.votes.match(prose[claim.span.end : claim.span.end + _REACH]):
            if len(group) > 1:
                yield group
            group = [number]
        elif group and _is_rival(claim, prose[marked[group[-1]].span.end : claim.span.start], prose, words):
            group.append(number)
    if len(group) > 1:
        yield group


def _is_rival(claim: Claim, gap: str, prose: str, words: _Words) -> bool:
    """Whether a bare figure is what somebody else got of the same votes: nothing between speaks of another place."""
    behind = prose[claim.span.end : claim.span.end + _REACH]
    if "\n" in gap or len(gap) > 3 * _REACH or _OF_SOME.match(behind) or _SOMEWHERE.search(gap):
        return False
    return words.got.search(gap) is not None or words.went.match(behind) is not None
