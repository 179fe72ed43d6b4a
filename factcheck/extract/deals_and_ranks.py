"""What was bought or sold, ranges written upside down, and what a rank is a rank of: marks on claims, by their words.

Words: rules/vocabulary/groups.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.figure_groups import any_of, detailed, group_words, lead, sentences_of
from factcheck.extract.word_forms import singular
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.interval import Interval
from factcheck.patterns import Lazy
from factcheck.quantity import Quantity
from factcheck.records import replace
from factcheck.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.normalise.metrics import Metrics

Named = Sequence[tuple[Span, str, Sequence[tuple[int, Entity]]]]

_HYPHEN = Lazy(r"[-–—]\Z")
_TO = Lazy(r"\s+(?P<word>to|and)\s+(?:\w+\s)?\Z")
_STATED = Lazy(r"\bfrom (?:continuing |discontinued )?operations\b", re.IGNORECASE)
_AHEAD = frozenset(("forecast", "target", "planned"))
_BETWEEN = Lazy(r"\s*(?:to|[-–—])\s*\Z")
_FALLING = Lazy(r"\s*(?:to|[-–—])\s*(?:down\s+|a\s+(?:decrease|decline|drop)\s+of\s+)?\Z")
_RANGING = Lazy(r"\b(?:range|ranges|ranging)\s+from\s+\Z", re.IGNORECASE)
_HALF = Fraction(1, 2)


class _Words:
    __slots__ = ("bought", "movers", "openers", "owned", "ranked", "sold", "superlatives")

    def __init__(self, data: dict[str, Any]) -> None:
        self.bought = Lazy(rf"\b(?:{any_of(data['bought'])})\b")
        self.sold = Lazy(rf"\b(?:{any_of(data['sold'])})\b")
        self.owned = Lazy(rf"\b(?:{any_of(data['owned'])}|invest(?:s|ed|ing)?)\b")
        self.movers = Lazy(rf"\b(?:{any_of(data['range_movers'])})\b", re.IGNORECASE)
        self.openers = Lazy(rf"\b(?:{any_of(data['range_openers'])})\s+\Z", re.IGNORECASE)
        self.superlatives = {form: name for name, forms in data["superlatives"].items() for form in forms}
        adjectives = any_of(self.superlatives)
        self.ranked = Lazy(
            rf"\s+(?:{any_of(data['is'])})\s+the\s+(?P<rank>{adjectives})\s+"
            r"(?P<noun>[a-z][a-z-]*(?:\s[a-z][a-z-]*){0,2})\s+(?:in|of)\s+(?:the\s+)?",
            re.IGNORECASE,
        )


@lru_cache(maxsize=4)
def _words(layers: tuple[Path, ...]) -> _Words:
    return _Words(group_words(layers))


def mark_deals(claims: Sequence[Claim], prose: str, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """Claims of money or a share with the detail "deal": bought or sold, where the sentence has one such verb alone."""
    marked = list(claims)
    words = _words(layers)
    for numbers in sentences_of(claims):
        deals = [number for number in numbers if _of_a_deal(claims[number])]
        if not deals:
            continue
        sentence = claims[numbers[0]].sentence.of(prose).lower()
        bought, sold = words.bought.search(sentence), words.sold.search(sentence)
        if (bought is None) == (sold is None):
            continue
        owned = words.owned.search(sentence)
        for number in deals:
            claim = claims[number]
            part = claim.measure == "share" and prose[claim.span.end : claim.span.end + 4] == " of "
            if owned or part:
                marked[number] = detailed(claim, deal="bought" if bought else "sold")
    return marked


def _of_a_deal(claim: Claim) -> bool:
    """Whether a figure can be the price or the size of what changed hands."""
    if claim.measure not in ("level", "share") or claim.prior or claim.quantity is None:
        return False
    return claim.quantity.dimension.startswith("money:") or claim.quantity.dimension == "percent"


def mark_upside_down(
    claims: Sequence[Claim], prose: str, metrics: Metrics, layers: tuple[Path, ...] = ()
) -> list[Claim]:
    """Two figures that are one range from the larger to the smaller become one claim with the mark "range-inverted"."""
    found = dict(enumerate(claims))
    for numbers in sentences_of(claims):
        for at in range(len(numbers) - 1):
            one, other = claims[numbers[at]], claims[numbers[at + 1]]
            if not _may_be_range(one, other):
                continue
            before = lead(claims, numbers, at, prose)
            gap = prose[one.span.end : other.span.start]
            falls = _falls(one, other, gap, metrics)
            if falls or _upside_down(one, other, before, gap, layers):
                found.pop(numbers[at], None)
                span = one.span.cover(other.span)
                start = before.lower().rstrip().endswith("between") and before.lower().rindex("between")
                if start is not False and start is not None:
                    span = Span(one.span.start - len(before) + int(start), span.end)
                figure = _both_ends(one, other, span.of(prose))
                if falls:
                    figure = replace(figure, low=figure.high, high=figure.low)
                told = falls or (other.modality not in _AHEAD and _near(figure))
                marks = other.marks if told else other.marks | {"range-inverted"}
                found[numbers[at + 1]] = replace(other, span=span, quantity=figure, marks=marks)
    return [found[number] for number in sorted(found)]


def _falls(one: Claim, other: Claim, gap: str, metrics: Metrics) -> bool:
    """ "expects sales to decline 3.5 % to 3 %", "sees a loss per share of $0.40 to $0.25": from the worse to the better."""
    alike = one.metric == other.metric and one.measure == other.measure
    percent = one.kind == other.kind == "percent" and one.direction == other.direction == "down"
    lost = metrics.is_loss(other.metric) and other.measure == "level"
    ahead = one.modality in _AHEAD and other.modality in _AHEAD
    falls = lost or (percent and other.measure == "change")
    return alike and falls and ahead and not other.prior and _FALLING.match(gap) is not None


def _plain(figure: Quantity) -> str:
    """The unit without "per share", which the first of two figures leaves to the second."""
    return (figure.unit or "").removesuffix(" per share")


def _near(ends: Quantity) -> bool:
    """ "held between 4 % and 3.7 %": told in the order it went, and no slip of a digit or a scale."""
    smaller, larger = sorted((ends.low, ends.high))
    return 0 < smaller < larger < smaller * Fraction(11, 10)


def _both_ends(one: Claim, other: Claim, text: str) -> Quantity:
    """The range as it is written, its larger end first."""
    first, second = one.quantity, other.quantity
    assert first is not None and second is not None
    if _plain(first) != _plain(second):
        return replace(second, text=text)  # "9-4 %"
    strict, loose = (
        Interval(b.low, a.high) for a, b in ((first.strict, second.strict), (first.loose, second.loose))
    )
    return replace(second, low=first.low, strict=strict, loose=loose, text=text)


def _guided(one: Claim, other: Claim, before: str, gap: str, words: _Words) -> bool:
    """ "sees revenue $2.31 billion to $1.83 billion": what is foreseen runs between two figures unless it moves."""
    told_behind = one.metric == "" and one.measure == "share" and other.kind == "percent"
    alike = (
        other.metric.startswith(one.metric)  # "FFO of $2.02 - $1.70 per share", "$5 to $4 earnings per share"
        and (one.measure == other.measure or told_behind)  # "sees 5% to 2% sales growth"
        and (one.measure in ("level", "ratio", "share") or one.direction == other.direction is not None)
        and not (one.prior or other.prior)
    )
    if one.modality not in _AHEAD or other.modality not in _AHEAD or not alike or not _BETWEEN.match(gap):
        return False
    ranging = _RANGING.search(before) is not None
    before = _STATED.sub("", before)
    led = before.lower().rstrip().endswith(" to")  # "raises its outlook to $946 million to $752 million"
    return (ranging or " from " not in f" {before.lower()}") and (led or words.movers.search(before) is None)


def _may_be_range(one: Claim, other: Claim) -> bool:
    """Two figures that can be the ends of one range, the larger first."""
    a, b = one.quantity, other.quantity
    if a is None or b is None or one.kind in ("score", "rank", "age", "odds"):
        return False
    if b.unit is None and not b.dimension.startswith("money:"):
        return False
    if a.is_range or b.is_range or not 0 < b.low < a.low:
        return False
    return b.dimension != "percent" or a.low + b.low != 100  # "69.4pc to 30.6pc": the two sides of a vote


def _upside_down(one: Claim, other: Claim, before: str, gap: str, layers: tuple[Path, ...]) -> bool:
    a, b = one.quantity, other.quantity
    assert a is not None and b is not None
    family = b.dimension.removesuffix(" per share")
    if _plain(a) == _plain(b) and _guided(one, other, before, gap, _words(layers)):
        return True
    if a.hedged or b.hedged:
        return False
    if _HYPHEN.match(gap):
        return a.unit in (None, b.unit) and b.dimension == "percent"
    match = _TO.match(gap)
    if match is None or (a.dimension.removesuffix(" per share") != family and a.unit is not None):
        return False
    if match["word"] == "and":
        return before.lower().rstrip().endswith("between")
    return bool(_words(layers).openers.search(before)) and "from" not in before.lower().split()[-3:]


def mark_ranks(claims: Sequence[Claim], layers: tuple[Path, ...] = ()) -> list[Claim]:
    """Ranks with the detail "by": the second-largest city and the second-oldest are two ranks."""
    marked = list(claims)
    for number, claim in enumerate(claims):
        if claim.measure == "rank" and claim.quantity is not None:
            adjective = re.split(r"[-\s]+", claim.quantity.text.lower(), maxsplit=1)[-1]
            name = _words(layers).superlatives.get(" ".join(adjective.replace("-", " ").split()))
            if name is not None:
                marked[number] = detailed(claim, by=name)
    return marked


def read_superlatives(article: Article, named: Named, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """ "Garrow is the largest city in Norland": the first rank, where a named thing and a named place stand beside it."""
    claims = []
    for sentence, section, found in named:
        for (start, entity), (place_start, place) in pairwise(found):
            end = start + len(entity.words or entity.name)
            match = _words(layers).ranked.match(article.prose, end, sentence.end)
            if match is None or match.end() != place_start:
                continue
            noun = " ".join(match["noun"].lower().split())
            span = Span(*match.span("rank"))
            one = Fraction(1)
            near = Interval(_HALF, one + _HALF)
            claims.append(
                Claim(
                    path=article.path,
                    span=span,
                    sentence=sentence,
                    section=section,
                    entity=entity,
                    metric="~" + singular(noun),
                    metric_words=noun,
                    measure="rank",
                    quantity=Quantity(
                        one, one, None, "rank", one, near, near, "=", False, span.of(article.prose)
                    ),
                    kind="rank",
                    scope=(("place", place.id),),
                    details=(("by", _words(layers).superlatives[" ".join(match["rank"].lower().split())]),),
                    trace=(
                        Trace("entity", "stated", Span(start, end), "is whom the sentence is about"),
                        Trace("metric", "stated", Span(*match.span("noun")), "what is ranked"),
                    ),
                )
            )
    return claims
