"""Figures of one sentence that arithmetic ties: an average with its total and number, a share with its whole and part,
the percentages of a counted sample, a sum per year with its years and their total.

The claims are marked with the details that rules join them by: one number for each such group. Only the words between
the figures are looked at. Words: rules/vocabulary/groups.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.claim import Claim
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.patterns import Lazy
from factcheck.records import replace
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.quantity import Quantity

_REACH = 60  # characters before a figure
_OF_MONEY = Lazy(r"\s*Of\s[^,;.]{3,60}\sof\s+\Z")  # "Of Harlow's revenue of $200 billion, …"
_OF_ITS = Lazy(r"\s+of\s+(?:its|their|the|his|her|a|an|all)?\s*\Z")
_LISTED = Lazy(r"\s*(?:,|,?\s+and|,?\s+plus)\s+\Z")
_PER = Lazy(r"\s*(?:a|an|per|each)\s+(?P<noun>[a-z]+)", re.IGNORECASE)


class _Words:
    __slots__ = ("all_of", "averages", "counted", "each", "makes", "or_after", "ors", "spread")

    def __init__(self, data: dict[str, Any]) -> None:
        self.averages = Lazy(rf"(?:{any_of(data['averages'])})\s+\Z", re.IGNORECASE)
        self.all_of = Lazy(rf"\s*(?:{any_of(data['all_of'])})\s+\Z", re.IGNORECASE)
        self.counted = Lazy(rf"\b(?:{any_of(data['counted'])})\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
        self.ors = Lazy(rf"(?:{any_of(data['or_words'])})\s*\Z", re.IGNORECASE)
        self.each = Lazy(rf"\s*(?:{any_of(data['each'])})\b", re.IGNORECASE)
        self.makes = Lazy(rf"(?:{any_of(data['makes'])})\s+\Z", re.IGNORECASE)
        self.or_after = Lazy(rf"\A[^.;]{{0,40}}(?:{any_of(data['or_words'])})\s*\Z", re.IGNORECASE)
        self.spread = Lazy(rf"\b(?:{any_of(data['spread'])})\s+\Z", re.IGNORECASE)


def any_of(words: Any) -> str:
    """A pattern for one of these words or phrases, whatever blanks are between them."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@lru_cache(maxsize=4)
def group_words(layers: tuple[Path, ...]) -> dict[str, Any]:
    """The vocabulary of groups."""
    words: dict[str, Any] = load_part("groups", _all_words, layers)
    return words


def _all_words(data: dict[str, Any]) -> dict[str, Any]:
    """The data, if its lists are of words: YAML reads a bare ``on`` or ``yes`` as true."""
    for name, entry in data.items():
        for words in entry.values() if isinstance(entry, dict) else (entry,):
            for word in words:
                if not isinstance(word, str):
                    raise TypeError(f"{name}: {word} is no word; put it in quotation marks")
    return data


@lru_cache(maxsize=4)
def _words(layers: tuple[Path, ...]) -> _Words:
    return _Words(group_words(layers))


def mark_groups(claims: Sequence[Claim], prose: str, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """The claims, sorted by span, with groups marked."""
    marked = list(claims)
    for numbers in sentences_of(claims):
        if len(numbers) < 2:
            continue
        words = _words(layers)
        _averages(marked, numbers, prose, words)
        _parts(marked, numbers, prose, words)
        _rates(marked, numbers, prose, words)
        _prices(marked, numbers, prose, words)
    return marked


def sentences_of(claims: Sequence[Claim]) -> Iterator[list[int]]:
    """The claims that carry a figure, by sentence, as places in the list."""
    found: dict[Any, list[int]] = {}
    sentence, numbers = None, []
    for number, claim in enumerate(claims):
        if claim.quantity is None:
            continue
        if claim.sentence is not sentence:
            sentence = claim.sentence
            numbers = found.setdefault(sentence, [])
        numbers.append(number)
    yield from found.values()


def lead(claims: Sequence[Claim], numbers: Sequence[int], at: int, prose: str) -> str:
    """The words before a figure, back to the figure before it or to the beginning of the sentence."""
    claim = claims[numbers[at]]
    floor = claims[numbers[at - 1]].span.end if at else claim.sentence.start
    return prose[max(floor, claim.span.start - _REACH) : claim.span.start]


def detailed(claim: Claim, **details: object) -> Claim:
    """The claim with further details."""
    named = {name.replace("_", "-"): value for name, value in details.items()}
    return replace(claim, details=tuple(sorted({**dict(claim.details), **named}.items())))


def _figure(claim: Claim) -> Quantity:
    assert claim.quantity is not None
    return claim.quantity


def _plain(claim: Claim) -> bool:
    """A figure that can be a total, a number of things or a mean."""
    return (
        claim.measure in ("level", "count", "ratio")
        and not _figure(claim).is_range
        and claim.kind != "percent"
    )


def _averages(marked: list[Claim], numbers: Sequence[int], prose: str, words: _Words) -> None:
    for at in range(1, len(numbers)):
        mean = marked[numbers[at]]
        if not _plain(mean) or not words.averages.search(lead(marked, numbers, at, prose)):
            continue
        before = [n for n in numbers[:at] if _plain(marked[n])]
        group = mean.span.start
        items = _items(marked, before, mean, prose)
        if items:
            marked[numbers[at]] = detailed(mean, average_of=group)
            for number in items:
                marked[number] = detailed(marked[number], average_item=group)
            continue
        total = _total(marked, before[-2:], mean, prose)
        if total is not None:
            number = next(n for n in before[-2:] if n != total)
            marked[numbers[at]] = detailed(mean, average_mean=group)
            marked[total] = detailed(marked[total], average_total=group)
            marked[number] = detailed(marked[number], average_number=group)


def _items(marked: Sequence[Claim], before: Sequence[int], mean: Claim, prose: str) -> list[int]:
    """ "$2 million, $3 million and $4 million, an average of …": three figures or more of the mean's own unit."""
    items = list(before[-1:])
    for one, other in pairwise(reversed(before)):
        gap = prose[marked[other].span.end : marked[one].span.start]
        if not _LISTED.match(gap):
            break
        items.append(other)
    alike = all(_figure(marked[n]).unit == _figure(mean).unit for n in items)
    return items if len(items) > 2 and alike else []


def _total(marked: Sequence[Claim], pair: Sequence[int], mean: Claim, prose: str) -> int | None:
    """Which of two figures the mean is a part of: the one of its unit, or not the one it is "per"."""
    if len(pair) != 2:
        return None
    units = [_figure(marked[n]).unit for n in pair]
    unit, _, each = (_figure(mean).unit or "").partition(" per ")
    if each and each in units and unit in units:  # "£214 a driver"
        return pair[units.index(unit)]
    if unit and units.count(unit) == 1:
        return pair[units.index(unit)]
    per = _PER.match(prose, mean.span.end)
    if per is None or (unit and unit not in units):
        return None
    of = [
        n
        for n, name in zip(pair, units, strict=True)
        if name and name.rpartition(" ")[2] == per["noun"].lower()
    ]
    return next((n for n in pair if n not in of), None) if len(of) == 1 else None


def _parts(marked: list[Claim], numbers: Sequence[int], prose: str, words: _Words) -> None:
    """ "Of 20 patients, 47 % …"; "Of the 480 flats, 96, or one in five, …"."""
    for at, place in enumerate(numbers):
        whole = marked[place]
        if whole.measure not in ("count", "level") or whole.prior:
            continue
        before = lead(marked, numbers, at, prose)
        _share_of(marked, numbers, at, prose, words)
        opening = at == 0 and words.all_of.match(prose[whole.sentence.start : whole.span.start])
        opening = opening or (at == 0 and _OF_MONEY.match(prose[whole.sentence.start : whole.span.start]))
        if not opening and not words.counted.search(before):
            continue
        group = whole.span.start
        follow = [n for n in numbers[at + 1 :] if marked[n].sentence == whole.sentence]
        if len(follow) > 1 and _may_be_share(marked[follow[1]]) and not _is_share(marked[follow[0]]):
            part, share = marked[follow[0]], marked[follow[1]]
            same = _figure(part).unit in (None, _figure(whole).unit)
            if same and words.ors.match(prose[part.span.end : share.span.start]):
                marked[place] = detailed(whole, whole=group)
                marked[follow[0]] = detailed(part, part=group)
                marked[follow[1]] = detailed(replace(share, measure="share", basis=None), of=group)
        for number in follow:
            if not _is_share(marked[number]):
                break  # another number of people: what follows may be of those
            if (
                whole.measure == "count"
                and _figure(marked[number]).dimension == "percent"
                and not _figure(marked[number]).hedged
            ):
                marked[place] = detailed(marked[place], sample_size=group)
                marked[number] = detailed(marked[number], sample=group)
        return


def _share_of(marked: list[Claim], numbers: Sequence[int], at: int, prose: str, words: _Words) -> None:
    """ "58 % of its $212 billion budget, or $150 billion": a share, its whole, and the part they make."""
    if at == 0 or at + 1 >= len(numbers):
        return
    share, whole, part = (marked[numbers[step]] for step in (at - 1, at, at + 1))
    gap = prose[share.span.end : whole.span.start]
    follows = prose[whole.span.end : part.span.start]
    if not _is_share(share) or _figure(whole).unit != _figure(part).unit or not _OF_ITS.match(gap):
        return
    if not words.or_after.search(follows) or part.measure != whole.measure:
        return
    group = whole.span.start
    for step, name in ((at - 1, "of"), (at, "whole"), (at + 1, "part")):
        marked[numbers[step]] = detailed(marked[numbers[step]], **{name: group})


def _may_be_share(claim: Claim) -> bool:
    """A percentage right behind a part is its share, also where nothing else says so."""
    return _is_share(claim) or (
        claim.kind == "percent" and claim.measure == "change" and claim.direction is None
    )


def _is_share(claim: Claim) -> bool:
    return claim.measure == "share" and _figure(claim).dimension in ("percent", "fraction")


def _prices(marked: list[Claim], numbers: Sequence[int], prose: str, words: _Words) -> None:
    """ "4,100 tickets at $25 each, raising $141,000": a number, a price for one, and what they make together."""
    if len(numbers) != 3:
        return
    number, each, total = (marked[n] for n in numbers)
    unit, _, per = (_figure(each).unit or "").partition(" per ")
    if not _figure(each).dimension.startswith("money:") or _figure(total).unit != unit:
        return
    things = _figure(number).unit or ""
    single = words.each.match(prose, each.span.end) if not per else per == things.rpartition(" ")[2]
    counted = number.measure == "count" or (bool(per) and number.measure == "level")
    if counted and single and words.makes.search(lead(marked, numbers, 2, prose)):
        group = number.span.start
        for n, name in zip(numbers, ("price-number", "price-each", "price-total"), strict=True):
            marked[n] = detailed(marked[n], **{name: group})


def _rates(marked: list[Claim], numbers: Sequence[int], prose: str, words: _Words) -> None:
    """ "€53 billion over three years, or €12 billion a year", in either order."""
    money = [n for n in numbers if _figure(marked[n]).dimension.startswith("money:")]
    times = [n for n in numbers if marked[n].measure == "duration"]
    if len(money) != 2 or len(times) != 1:
        return
    yearly = [n for n in money if (_figure(marked[n]).unit or "").endswith(" per year")]
    total = [n for n in money if " per " not in (_figure(marked[n]).unit or "")]
    if len(yearly) != 1 or len(total) != 1:
        return
    time = times[0]
    at = numbers.index(time)
    first, second = sorted((yearly[0], total[0]))
    between = prose[marked[first].span.end : marked[second].span.start]
    same = (_figure(marked[yearly[0]]).unit or "").removesuffix(" per year") == _figure(marked[total[0]]).unit
    tied = marked[time].span.start > marked[total[0]].span.start and words.spread.search(
        lead(marked, numbers, at, prose)
    )
    if same and tied and re.search(r",\s+or\s", between):
        group = marked[total[0]].span.start
        marked[total[0]] = detailed(marked[total[0]], rate_total=group)
        marked[yearly[0]] = detailed(marked[yearly[0]], rate_yearly=group)
        marked[time] = detailed(marked[time], rate_time=group)
