"""Indexes over claims: filtered once, hashed by join key, figures found by interval look-up. Shared between rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.engine.amounts import figure_family, plain_unit
from factcheck.engine.plan import Key, PatternPlan
from factcheck.interval import Answer

# How many claims that say the very same are kept in one bucket, and how many pairs one bucket may cost.
TWINS = 6
BUCKET_PAIRS = 40_000


class Bucket:
    """Claims that share a join key."""

    __slots__ = ("_ends", "_sorted", "_starts", "claims")

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._sorted: dict[str, list[Claim]] | None = None
        self._starts: dict[str, list[Fraction | float]] = {}
        self._ends: dict[str, list[Fraction | float]] = {}

    def agreeing(self, claim: Claim) -> Iterator[Claim]:
        """Claims whose strict interval meets that of ``claim``, by interval look-up within its dimension."""
        if self._sorted is None:
            self._sort()
        assert self._sorted is not None and claim.quantity is not None
        name = f"{figure_family(claim.quantity)}|{plain_unit(claim.quantity.unit)}"
        listed = self._sorted.get(name, [])
        strict = claim.quantity.strict
        high = float("inf") if strict.high is None else strict.high
        low = float("-inf") if strict.low is None else strict.low
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
        for claim in self.claims:
            if claim.quantity is not None:
                key = f"{figure_family(claim.quantity)}|{plain_unit(claim.quantity.unit)}"
                groups.setdefault(key, []).append(claim)
        for name, claims in groups.items():
            claims.sort(key=_low)
            self._starts[name] = [_low(claim) for claim in claims]
            ends: list[Fraction | float] = []
            for claim in claims:
                top = claim.quantity.strict.high if claim.quantity is not None else None
                reach: Fraction | float = float("inf") if top is None else top
                ends.append(max(ends[-1], reach) if ends else reach)
            self._ends[name] = ends
        self._sorted = groups


def _low(claim: Claim) -> Fraction | float:
    low = claim.quantity.strict.low if claim.quantity is not None else None
    return float("-inf") if low is None else low


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
        self.by_measure: dict[str, list[Claim]] = {}
        for claim in self.claims:
            self.by_measure.setdefault(claim.measure, []).append(claim)
        self._candidates: dict[tuple[Any, ...], list[Claim]] = {}
        self._indexes: dict[tuple[Any, ...], dict[tuple[Any, ...], Bucket]] = {}
        self._places: dict[tuple[str, tuple[str, int]], Any] = {}

    def candidates(self, plan: PatternPlan) -> list[Claim]:
        """Claims that fit a pattern's literals, in order of path and place."""
        found = self._candidates.get(plan.signature)
        if found is None:
            pool: Sequence[Claim] = self.claims
            if plan.measures:
                pool = [c for measure in plan.measures for c in self.by_measure.get(measure, ())]
                if len(plan.measures) > 1:
                    pool = sorted(pool, key=lambda claim: claim.key)
            fits = plan.fits
            found = self._candidates[plan.signature] = [claim for claim in pool if fits(claim)]
        return found

    def index(
        self, plan: PatternPlan, keys: Sequence[Key], places: Sequence[str]
    ) -> dict[tuple[Any, ...], Bucket]:
        """Buckets of a pattern's claims by the values of ``keys`` and of the place columns."""
        name = (plan.signature, tuple(key.shape for key in keys), tuple(places))
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

    def keys_of(self, claim: Claim, keys: Sequence[Key], places: Sequence[str]) -> list[tuple[Any, ...]]:
        columns: list[tuple[Any, ...]] = [key.read(claim) for key in keys]
        columns.extend((self.place(claim, where),) for where in places)
        return list(product(*columns))

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


def profile(claim: Claim) -> tuple[Any, ...]:
    """What a claim says, without where it says it."""
    q = claim.quantity
    return (
        *(claim.entity.id, claim.metric, claim.measure, claim.basis or "", claim.direction or ""),
        None if q is None else (q.low, q.high, q.unit, q.dimension, q.step, q.change),
        *(claim.period.label, claim.compared.label, claim.scope, claim.modality, claim.attribution or ""),
        *(claim.prior, claim.details),
    )
