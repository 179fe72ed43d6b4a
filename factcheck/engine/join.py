"""Joins: from one pattern's claims to the others, through indexes, never over all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.claim import Claim, Entity
from factcheck.engine.aspects import aspect_of
from factcheck.engine.index import BUCKET_PAIRS, Bucket, Indexes
from factcheck.engine.plan import Key, PatternPlan, order
from factcheck.interval import Answer
from factcheck.period import Period
from factcheck.quantity import Quantity
from factcheck.rule import Term

KEYED_PLACES = ("same-article", "same-sentence", "same-section", "same-paragraph", "summary-and-body")
_HEAD = ("title", "summary")

# What is bound so far: claims by role, the possible values of each join variable, and the claim of each figure.
Roles = dict[str, Any]
Values = dict[str, frozenset[Any]]
Figures = dict[str, Claim]


class Join:
    """One rule's (or one unless-clause's) patterns, ready to be joined."""

    def __init__(self, plans: Sequence[PatternPlan], where: Sequence[str]) -> None:
        self.single = [plan for plan in plans if plan.pattern.kind == "one"]
        self.groups = [plan for plan in plans if plan.pattern.kind == "each"]
        self.optional = [plan for plan in plans if plan.pattern.kind == "optional"]
        self.places = tuple(place for place in KEYED_PLACES if place in where)
        self.elsewhere = "other-article" in where
        self.across = "summary-and-body" in where
        self._probes: dict[tuple[Any, ...], tuple[dict[tuple[Any, ...], Bucket], tuple[Key, ...], Any]] = {}
        self.spent: dict[int, int] = {}  # what each hot bucket has cost this rule so far

    def starting(self, indexes: Indexes) -> Iterator[tuple[Roles, Values, Figures]]:
        """All matches. With checked articles, each has at least one claim of them (groups are tested later)."""
        if not self.single:
            yield from self._grouped(indexes)
            return
        sizes = [len(indexes.candidates(plan)) for plan in self.single]
        if not all(sizes):
            return
        checked = indexes.checked
        starts: Sequence[int] = range(len(self.single))
        if checked is None:
            starts = [min(starts, key=lambda at: (sizes[at], at))]
        for at in starts:
            plans = order(self.single, at, sizes)
            for claim in self._promising(indexes, plans):
                if checked is not None and claim.path not in checked:
                    continue
                roles: Roles = {}
                first = self.bind(plans[0], claim, roles, {}, {})
                if first is not None:
                    yield from self._extend(indexes, plans, 1, *first)

    def _promising(self, indexes: Indexes, plans: Sequence[PatternPlan]) -> list[Claim]:
        """Claims for the first role whose bucket holds someone for the second: most claims stand alone."""
        first = plans[0]
        if len(plans) == 1:
            return indexes.candidates(first)
        by_variable = {key.variable: key for key in first.keys}
        theirs = [key for key in plans[1].keys if key.variable in by_variable]
        if not theirs and not self.places:
            return indexes.candidates(first)
        ours = [by_variable[key.variable] for key in theirs]
        others = indexes.index(plans[1], theirs, self.places)
        found: dict[tuple[str, int], Claim] = {}
        for key, bucket in indexes.index(first, ours, self.places).items():
            other = others.get(key)
            if other is None:
                continue
            if len(bucket.claims) == 1 == len(other.claims) and bucket.claims[0] is other.claims[0]:
                continue
            for claim in bucket.claims:
                found[claim.key] = claim
        return [found[key] for key in sorted(found)]

    def matching(
        self, indexes: Indexes, roles: Roles, values: Values, figures: Figures
    ) -> Iterator[tuple[Roles, Values, Figures]]:
        """Matches that extend what is bound already (an unless-clause)."""
        yield from self._extend(indexes, self.single, 0, roles, values, figures)

    def bind(
        self,
        plan: PatternPlan,
        claim: Claim,
        roles: Roles,
        values: Values,
        figures: Figures,
        probed: bool = False,
    ) -> tuple[Roles, Values, Figures] | None:
        """The bindings with ``claim`` in the pattern's role; None where its variables do not fit.

        ``probed``: the claim comes out of the bucket of the bound variables, which need no second look.
        """
        if any(other is claim for other in roles.values()):
            return None
        bound = dict(values)
        for key in plan.keys:
            have = bound.get(key.variable)
            if probed and key.single and have is not None:
                continue
            options = frozenset(key.read(claim))
            shared = options if have is None else options & have
            if not shared:
                return None
            bound[key.variable] = shared
        marks = figures
        if plan.figure and plan.figure not in figures:
            marks = {**figures, plan.figure: claim}
        for term in plan.differs:
            if not _differs(term, claim, bound, marks):
                return None
        return {**roles, plan.name: claim}, bound, marks

    def _extend(
        self,
        indexes: Indexes,
        plans: Sequence[PatternPlan],
        at: int,
        roles: Roles,
        values: Values,
        figures: Figures,
    ) -> Iterator[tuple[Roles, Values, Figures]]:
        if at == len(plans):
            if self._placed(roles):
                yield roles, values, figures
            return
        plan = plans[at]
        for claim in self.probe(indexes, plan, roles, values, figures):
            bound = self.bind(plan, claim, roles, values, figures, probed=True)
            if bound is not None:
                yield from self._extend(indexes, plans, at + 1, *bound)

    def probe(
        self, indexes: Indexes, plan: PatternPlan, roles: Roles, values: Values, figures: Figures
    ) -> Iterator[Claim]:
        """Claims that may fill the next role, from the buckets that the bound variables point to."""
        anchor = next((claim for claim in roles.values() if isinstance(claim, Claim)), None)
        asked = (plan.name, tuple(values), anchor is None)
        known = self._probes.get(asked)
        if known is None:
            keys = tuple(key for key in plan.keys if key.variable in values)
            places = self.places if anchor is not None else ()
            known = self._probes[asked] = (indexes.index(plan, keys, places), keys, places)
        index, keys, places = known
        columns: list[tuple[Any, ...]] = [tuple(values[key.variable]) for key in keys]
        columns.extend((indexes.place(anchor, where),) for where in places if anchor is not None)
        figure = figures.get(plan.figure) if plan.figure else None
        seen: set[tuple[str, int]] = set()
        for bucket in buckets(index, columns):
            spent = self.spent.get(id(bucket), 0)
            if spent > BUCKET_PAIRS:
                continue
            found = list(bucket.agreeing(figure)) if figure is not None else bucket.claims
            self.spent[id(bucket)] = spent + len(found)
            for claim in found:
                if claim.key not in seen:
                    seen.add(claim.key)
                    yield claim

    def _placed(self, roles: Roles) -> bool:
        claims = [claim for claim in roles.values() if isinstance(claim, Claim)]
        if self.elsewhere and len({claim.path for claim in claims}) < 2:
            return False
        if self.across and len(claims) > 1:
            return claims_head(roles)
        return True

    def _grouped(self, indexes: Indexes) -> Iterator[tuple[Roles, Values, Figures]]:
        """Groups alone: every bucket of the first group pattern is one match."""
        plan = self.groups[0]
        for key, bucket in indexes.index(plan, plan.keys, self.places).items():
            values: Values = {
                k.variable: frozenset((value,)) for k, value in zip(plan.keys, key, strict=False)
            }
            yield {plan.name: thinned(bucket.claims, plan.pattern.by)}, values, {}

    def with_groups(self, indexes: Indexes, roles: Roles, values: Values, figures: Figures) -> Roles:
        """The roles with groups and optional claims filled in."""
        filled = dict(roles)
        for plan in self.groups:
            if plan.name not in filled:
                taken = [claim for claim in roles.values() if isinstance(claim, Claim)]
                found = [c for c in self.probe(indexes, plan, roles, values, figures) if c not in taken]
                kept = [c for c in found if self.bind(plan, c, roles, values, figures) is not None]
                filled[plan.name] = thinned(kept, plan.pattern.by)
        for plan in self.optional:
            filled[plan.name] = next(
                (
                    claim
                    for claim in self.probe(indexes, plan, roles, values, figures)
                    if self.bind(plan, claim, roles, values, figures) is not None
                ),
                None,
            )
        return filled


def buckets(index: Mapping[tuple[Any, ...], Bucket], columns: Sequence[tuple[Any, ...]]) -> Iterator[Bucket]:
    keys: list[tuple[Any, ...]] = [()]
    for column in columns:
        ordered = column if len(column) < 2 else sorted(column, key=repr)
        keys = [(*key, value) for key in keys for value in ordered]
    for key in keys:
        bucket = index.get(key)
        if bucket is not None:
            yield bucket


def claims_head(roles: Mapping[str, Any]) -> bool:
    """One side in the title or summary, the other below it, in order of the rule's roles."""
    sections = [claim.section for claim in roles.values() if isinstance(claim, Claim)]
    heads = [section in _HEAD for section in sections]
    return any(heads) and not all(heads)


def thinned(claims: Sequence[Claim], by: str) -> list[Claim]:
    """One claim for each value of the aspect ``by``: the first in order of place."""
    ordered = sorted(claims, key=lambda claim: claim.key)
    aspect = aspect_of(by) if by else None
    if aspect is None:
        return ordered
    first: dict[Any, Claim] = {}
    for claim in ordered:
        value = aspect.read(claim)
        first.setdefault(value.id if isinstance(value, Entity) else value, claim)
    return list(first.values())


def _differs(term: Term, claim: Claim, values: Values, figures: Figures) -> bool:
    aspect = aspect_of(term.aspect)
    assert aspect is not None
    value = aspect.read(claim)
    if isinstance(value, Quantity):
        other = figures.get(term.variable)
        return (
            other is not None
            and other.quantity is not None
            and value.agrees(other.quantity) is Answer.CONFLICT
        )
    bound = values.get(term.variable, frozenset())
    if isinstance(value, Period):
        return bool(value.readings) and not any(reading.key in bound for reading in value.readings)
    if isinstance(value, Entity):
        value = value.id
    return value not in bound
