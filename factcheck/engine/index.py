"""Indexes over claims: filtered once, hashed by join key, figures found by interval look-up. Shared between rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, product
from typing import Any

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.engine.amounts import figure_family, plain_unit
from factcheck.engine.aspects import aspect_of, is_absent
from factcheck.engine.plan import Key, PatternPlan, Test, passes
from factcheck.interval import Answer

# How many claims that say the very same are kept in one bucket, and how many pairs one bucket may cost.
TWINS = 6
BUCKET_PAIRS = 40_000
# How many places in indexes are kept from one rule to the next, for rules that ask alike.
MOST_KEPT = 200_000
_NOTHING: dict[str, list[float]] = {}


class Bucket:
    """Claims that share a join key."""

    __slots__ = ("_ends", "_sorted", "_starts", "claims")

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._sorted: dict[str, list[Claim]] | None = None
        self._starts: dict[str, list[float]] = _NOTHING
        self._ends: dict[str, list[float]] = _NOTHING

    def agreeing(self, claim: Claim) -> Iterator[Claim]:
        """Claims whose strict interval meets that of ``claim``, by interval look-up within its dimension."""
        if self._sorted is None:
            self._sort()
        assert self._sorted is not None and claim.quantity is not None
        name = f"{figure_family(claim.quantity)}|{plain_unit(claim.quantity.unit)}"
        listed = self._sorted.get(name, [])
        low, high = _ends(claim)
        at = bisect_right(self._starts.get(name, []), high) - 1
        ends = self._ends.get(name, [])
        while (
            at >= 0 and ends[at] >= low
        ):  # ends are running maxima: below this nothing reaches up to ``low``
            other = listed[at]
            assert other.quantity is not None
            if claim.quantity.agrees(other.quantity) is Answer.AGREE:
                yield other
            at -= 1
        for unit, others in self._sorted.items():
            if unit != name and unit.partition("|")[0] == figure_family(claim.quantity):
                yield from (other for other in others if _converted_agree(claim, other))

    def _sort(self) -> None:
        groups: dict[str, list[Claim]] = {}
        self._starts, self._ends = {}, {}
        for claim in self.claims:
            if claim.quantity is not None:
                key = f"{figure_family(claim.quantity)}|{plain_unit(claim.quantity.unit)}"
                groups.setdefault(key, []).append(claim)
        for name, claims in list(groups.items()):
            spans = sorted(((*_ends(claim), claim) for claim in claims), key=lambda item: item[:2])
            groups[name] = [claim for _, _, claim in spans]
            self._starts[name] = [low for low, _, _ in spans]
            self._ends[name] = list(accumulate((high for _, high, _ in spans), max))
        self._sorted = groups


def _ends(claim: Claim) -> tuple[float, float]:
    """The strict interval's ends as floats, a hair too wide: a fast sieve before the exact comparison."""
    assert claim.quantity is not None
    strict = claim.quantity.strict
    try:
        low = float("-inf") if strict.low is None else float(strict.low)
        high = float("inf") if strict.high is None else float(strict.high)
    except OverflowError:
        return float("-inf"), float("inf")
    return low - abs(low) * 1e-12, high + abs(high) * 1e-12


def _converted_agree(a: Claim, b: Claim) -> bool:
    from factcheck.engine.amounts import Incomparable, amount_of, figures_agree

    try:
        return figures_agree(amount_of(a.quantity), amount_of(b.quantity)) is Answer.AGREE
    except Incomparable:
        return False


class Indexes:
    """All claims of a run with the indexes that rules have asked for so far."""

    def __init__(self, claims: Iterable[Claim], articles: dict[str, Article], checked: frozenset[str] | None):
        self.claims = sorted(claims, key=lambda claim: claim.key)
        self.articles = articles
        self.checked = checked
        self._values: dict[tuple[str, bool], dict[Any, int]] = {}
        self._passing: dict[Test, int] = {}
        self._candidates: dict[tuple[Any, ...], list[Claim]] = {}
        self._indexes: dict[tuple[Any, ...], dict[tuple[Any, ...], Bucket]] = {}
        self._places: dict[tuple[str, tuple[str, int]], Any] = {}

    def candidates(self, plan: PatternPlan) -> list[Claim]:
        """Claims that pass a pattern's tests, in order of path and place."""
        found = self._candidates.get(plan.tests)
        if found is None:
            chosen = (1 << len(self.claims)) - 1
            for test in plan.tests:
                chosen &= self._holding(test)
            bits = bin(chosen)[:1:-1]  # lowest first
            found = self._candidates[plan.tests] = [
                c for c, bit in zip(self.claims, bits, strict=False) if bit == "1"
            ]
        return found

    def _holding(self, test: Test) -> int:
        """The claims that pass one test, a bit each; each distinct value of the aspect is tested once."""
        found = self._passing.get(test)
        if found is None:
            found = 0
            for value, mask in self._column(test[0], test[1] in ("any", "none")).items():
                if passes(test, value):
                    found |= mask
            self._passing[test] = found
        return found

    def _column(self, name: str, presence: bool) -> dict[Any, int]:
        """The claims by the value of one aspect, a bit each; by whether they state it, if that is all there is to ask."""
        column = self._values.get((name, presence))
        if column is None:
            aspect = aspect_of(name)
            assert aspect is not None  # refused at load
            places: dict[Any, list[int]] = {}
            for at, claim in enumerate(self.claims):
                value = aspect.read(claim)
                if presence:
                    value = None if is_absent(value) else "stated"
                places.setdefault(value, []).append(at)
            column = self._values[(name, presence)] = {value: _mask(held) for value, held in places.items()}
        return column

    def index(
        self, plan: PatternPlan, keys: Sequence[Key], places: Sequence[str]
    ) -> dict[tuple[Any, ...], Bucket]:
        """Buckets of a pattern's claims by the values of ``keys`` and of the place columns."""
        name = (plan.tests, tuple(key.shape for key in keys), tuple(places))
        found = self._indexes.get(name)
        if found is None:
            found = {}
            twins: dict[tuple[Any, ...], int] = {}
            for claim in self.candidates(plan):
                for key in self.keys_of(claim, keys, places):
                    bucket = found.get(key)
                    if bucket is None:
                        bucket = found[key] = Bucket()
                    elif len(bucket.claims) > 64 and self._is_twin(claim, key, twins):
                        continue
                    bucket.claims.append(claim)
            self._indexes[name] = found
        return found

    def _is_twin(self, claim: Claim, key: tuple[Any, ...], twins: dict[tuple[Any, ...], int]) -> bool:
        """In a hot bucket, further claims that say the very same add nothing but cost. Checked articles stay."""
        if self.checked is not None and claim.path in self.checked:
            return False
        same = (key, profile(claim))
        twins[same] = seen = twins.get(same, 0) + 1
        return seen > TWINS

    def trim(self) -> None:
        """Forget all indexes when together they have grown too large: memory stays bounded by one rule's needs."""
        if sum(map(len, self._indexes.values())) > MOST_KEPT:
            self._indexes.clear()

    def keys_of(self, claim: Claim, keys: Sequence[Key], places: Sequence[str]) -> list[tuple[Any, ...]]:
        """The buckets a claim belongs in: one, or one for each reading of its period; none without a value."""
        columns: list[tuple[Any, ...]] = []
        several = False
        for key in keys:
            options = key.read(claim)
            if not options:
                return []
            several = several or len(options) > 1
            columns.append(options)
        columns.extend((self.place(claim, where),) for where in places)
        return list(product(*columns)) if several else [tuple(column[0] for column in columns)]

    def place(self, claim: Claim, where: str) -> Any:
        """What two claims share when they stand in one place."""
        if where in ("same-article", "summary-and-body"):
            return claim.path
        if where == "same-sentence":
            return claim.path, claim.sentence.start
        name = (where, claim.key)
        if name not in self._places:
            self._places[name] = self._stretch(claim, where)
        return self._places[name]

    def _stretch(self, claim: Claim, where: str) -> tuple[str, int]:
        article = self.articles.get(claim.path)
        if article is None:
            return claim.path, -1
        if where == "same-section":
            section = article.section_at(claim.span.start)
            return claim.path, -1 if section is None else section.span.start
        breaks = max(article.text.rfind(gap, 0, claim.span.start) for gap in ("\n\n", "\n\r\n"))
        return claim.path, breaks


def _mask(places: Sequence[int]) -> int:
    """A number with these bits set; ``places`` ascend."""
    bits = bytearray(places[-1] // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def profile(claim: Claim) -> tuple[Any, ...]:
    """What a claim says, without where it says it."""
    q = claim.quantity
    return (
        *(claim.entity.id, claim.metric, claim.measure, claim.basis or "", claim.direction or ""),
        None if q is None else (q.low, q.high, q.unit, q.dimension, q.step, q.change),
        *(claim.period.label, claim.compared.label, claim.scope, claim.modality, claim.attribution or ""),
        *(claim.prior, claim.details),
    )
