"""Joins: from one pattern's claims to the others, through indexes, never over all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from factcheck.claim import Claim, Entity
from factcheck.engine.aspects import aspect_of
from factcheck.engine.budget import Budget
from factcheck.engine.columns import Column
from factcheck.engine.index import BUCKET_PAIRS, Bucket, Indexes, Lookup, keyed
from factcheck.engine.plan import Key, Like, PatternPlan, order, value_of_aspect
from factcheck.engine.words import likeness
from factcheck.hints import Any
from factcheck.interval import Answer
from factcheck.outline import name_text

KEYED_PLACES = (
    *(
        "same-article",
        "same-sentence",
        "same-section",
        "same-paragraph",
        "summary-and-body",
        "same-week",
        "same-story",
    ),
)
_HEAD = ("title", "summary")

# What is bound so far: rows by role, the possible numbers of each join variable, and the row of each figure.
Rows = dict[str, int]
Values = dict[str, frozenset[int]]
Figures = dict[str, int]


class Join:
    """One rule's (or one unless-clause's) patterns, ready to be joined over ``indexes``."""

    def __init__(
        self,
        plans: Sequence[PatternPlan],
        where: Sequence[str],
        indexes: Indexes,
        budget: Budget,
        symmetric: bool = False,
    ) -> None:
        self.indexes, self.budget = indexes, budget
        self.symmetric = symmetric
        self.single = [plan for plan in plans if plan.pattern.kind == "one"]
        self.groups = [plan for plan in plans if plan.pattern.kind == "each"]
        self.optional = [plan for plan in plans if plan.pattern.kind == "optional"]
        self.plans = {plan.name: plan for plan in plans}
        self.places = tuple(place for place in KEYED_PLACES if place in where)
        self.apart = tuple(place for place in where if place.startswith("other-"))
        self.across = "summary-and-body" in where
        self._likes = [(plan.name, like) for plan in self.single for like in plan.likes]
        self._differing = [(plan.name, key) for plan in self.single for key in plan.differs]
        self._stands_alone = not (self.apart or self.across or self._likes or self._differing)
        self.cut = 0  # buckets that were left before all their pairs were seen
        self._spent: dict[int, int] = {}
        self._probes: dict[tuple[Any, ...], tuple[Lookup, tuple[Key, ...], tuple[str, ...]]] = {}

    def starting(self) -> Iterator[Rows]:
        """All matches of the single patterns, a row for each role. With checked articles, each has a claim of them."""
        if not self.single:
            return
        indexes = self.indexes
        sizes = [indexes.count(plan) for plan in self.single]
        if not all(sizes):
            return
        if self.symmetric:
            starts = [0]
        elif indexes.checked is None:
            starts = [min(range(len(sizes)), key=lambda at: (sizes[at], at))]
        else:
            starts = list(range(len(sizes)))
        for at in starts:
            yield from self._from(order(self.single, self._begin(at, sizes), sizes))

    def _somewhere(self, where: str) -> bool:
        """Whether any claim is in such a place: if no article has a date, there is no reason to look any further."""
        return self.indexes.columns.place(where).stated > 0

    def _begin(self, at: int, sizes: Sequence[int]) -> list[int]:
        """Which plan is the first, and with checked articles which comes next: the one with the fewest claims to look at."""
        indexes, first = self.indexes, self.single[at]
        rows = indexes.checked_candidates(first) if len(self.single) > 2 else []
        if indexes.checked is None or not rows or not all(map(self._somewhere, self.places)):
            return [at]
        reach = {}
        for other, plan in enumerate(self.single):
            ours, theirs = _shared_keys(first, plan)
            if other != at and (theirs or self.places):
                begin = indexes.along(ours, self.places, [False] * len(ours), True)
                beside = indexes.along(theirs, self.places, [False] * len(ours), False)
                reach[other] = sum(_reach(begin, beside, row) for row in rows)
        return [at, *sorted(reach, key=lambda other: (reach[other], sizes[other], other))[:1]]

    def _from(self, plans: Sequence[PatternPlan]) -> Iterator[Rows]:
        """Matches that begin with a (checked) claim of the first plan."""
        first = plans[0]
        rows = self.indexes.checked_candidates(first)
        if len(plans) == 1:
            found: Iterator[Rows] = ({first.name: row} for row in rows)
        else:
            found = self._pairs(plans, rows)
        for matched in found:
            if len(plans) < 3:
                if self.holds_together(matched):
                    yield matched
                continue
            values, figures = self.bound(matched)
            yield from self._extend(plans, 2, matched, values, figures)

    def _pairs(self, plans: Sequence[PatternPlan], rows: Sequence[int]) -> Iterator[Rows]:
        """The first two plans, joined bucket by bucket: most claims stand alone and are never looked at."""
        indexes, first, second = self.indexes, plans[0], plans[1]
        if not rows or not all(map(self._somewhere, self.places)):
            return
        ours, theirs = _shared_keys(first, second)
        thin = [mine.shape == other.shape for mine, other in zip(ours, theirs, strict=True)]
        begin = indexes.along(ours, self.places, thin, True)
        beside = indexes.along(theirs, self.places, thin, False)
        right = indexes.lookup(second, theirs, self.places, thin)
        if indexes.checked is None:
            left = indexes.lookup(first, ours, self.places, thin, begins=True).all()
            right.all()
        else:
            left = indexes.buckets(keyed(begin, rows))
        figure = bool(first.figure) and first.figure == second.figure
        several = any(column.more for column in (*begin, *beside))
        once = self.symmetric and indexes.checked is None
        seen: set[tuple[int, int]] = set()
        for key, bucket in left.items():
            other = right.get(key)
            if bucket is None or other is None or (len(other.rows) == 1 and bucket.rows == other.rows):
                continue
            for row in bucket.rows:
                for partner in self._partners(other, row, figure):
                    if (partner <= row if once else partner == row) or (several and (row, partner) in seen):
                        continue
                    if several:
                        seen.add((row, partner))
                    yield {first.name: row, second.name: partner}

    def _partners(self, bucket: Bucket, row: int, figure: bool) -> Sequence[int]:
        """The bucket's rows for one row, until it has cost its share."""
        spent = self._spent.get(id(bucket), 0)
        if spent > BUCKET_PAIRS:
            return ()
        found = list(bucket.agreeing(self.indexes.columns, row)) if figure else bucket.rows
        self.budget.spend(len(found))
        self._spent[id(bucket)] = spent = spent + len(found)
        if spent > BUCKET_PAIRS:
            self.cut += 1
        return found

    def bound(self, rows: Mapping[str, int]) -> tuple[Values, Figures]:
        """The numbers that each variable can have, and the row of each figure, once ``rows`` are chosen."""
        values: Values = {}
        figures: Figures = {}
        for name, row in rows.items():
            plan = self.plans.get(name)
            if plan is not None:
                self._bind(plan, row, values, figures)
        return values, figures

    def _bind(self, plan: PatternPlan, row: int, values: Values, figures: Figures) -> bool:
        """Add what ``row`` says to the bindings in place; False where its variables do not fit."""
        for key in plan.keys:
            options = frozenset(self.indexes.column(key).of(row))
            have = values.get(key.variable)
            shared = options if have is None else options & have
            if not shared:
                return False
            values[key.variable] = shared
        if plan.figure:
            figures.setdefault(plan.figure, row)
        return True

    def _extend(
        self, plans: Sequence[PatternPlan], at: int, rows: Rows, values: Values, figures: Figures
    ) -> Iterator[Rows]:
        if at == len(plans):
            if self.holds_together(rows, values, figures):
                yield rows
            return
        plan = plans[at]
        taken = set(rows.values())
        for row in self.probe(plan, rows, values, figures):
            if row in taken:
                continue
            held, marks = dict(values), dict(figures)
            if self._bind(plan, row, held, marks):
                yield from self._extend(plans, at + 1, {**rows, plan.name: row}, held, marks)

    def matching(self, rows: Rows, values: Values, figures: Figures) -> Iterator[Rows]:
        """Matches of these patterns beside rows that another join has bound (an unless-clause)."""
        sizes = [0] * len(self.single)
        plans = self.single if len(self.single) < 2 else order(self.single, [0], sizes)
        yield from self._extend(plans, 0, dict(rows), values, figures)

    def probe(
        self, plan: PatternPlan, rows: Mapping[str, int], values: Values, figures: Figures
    ) -> Iterator[int]:
        """Rows that may fill the next role, from the buckets that the bound variables point to."""
        anchor = next(iter(rows.values()), None)
        asked = (plan.name, tuple(values), anchor is None)
        known = self._probes.get(asked)
        if known is None:
            keys = tuple(key for key in plan.keys if key.variable in values)
            places = self.places if anchor is not None else ()
            known = self._probes[asked] = (self.indexes.lookup(plan, keys, places), keys, places)
        lookup, keys, places = known
        columns: list[Sequence[int]] = [sorted(values[key.variable]) for key in keys]
        if anchor is not None:
            columns.extend(self.indexes.columns.place(where).of(anchor) for where in places)
        figure = figures.get(plan.figure) if plan.figure else None
        seen: set[int] = set()
        for key in product(*columns):
            bucket = lookup.get(key)
            if bucket is None:
                continue
            rows_there = bucket.rows if figure is None else list(self._partners(bucket, figure, True))
            self.budget.spend(1 + len(rows_there))
            yield from (row for row in rows_there if row not in seen)
            seen.update(rows_there)

    def holds_together(
        self, rows: Mapping[str, int], values: Values | None = None, figures: Figures | None = None
    ) -> bool:
        """What only the whole match can tell: places that must differ, and values that must."""
        if self._stands_alone:
            return True
        columns = self.indexes.columns
        for where in self.apart:
            place = columns.place(where.replace("other-", "same-"))
            if len(rows) > 1 and len({place.first[row] for row in rows.values()}) < 2:
                return False
        if self.across and len(rows) > 1:
            heads = [columns.claims[row].section in _HEAD for row in rows.values()]
            if all(heads) or not any(heads):
                return False
        for name, like in self._likes:
            if not self._like(like, rows.get(name), rows.get(like.role)):
                return False
        differing = [(key, rows[name]) for name, key in self._differing if name in rows]
        if differing and (values is None or figures is None):
            values, figures = self.bound(rows)
        return all(self.differs(key, row, values or {}, figures or {}) for key, row in differing)

    def differs(self, key: Key, row: int, values: Values, figures: Figures) -> bool:
        """Whether a claim's aspect is another than the variable's."""
        if key.aspect == "quantity":
            ours = self.indexes.claims[row].quantity
            other = figures.get(key.variable)
            theirs = None if other is None else self.indexes.claims[other].quantity
            return ours is not None and theirs is not None and ours.agrees(theirs) is Answer.CONFLICT
        stated = self.indexes.column(key).of(row)
        return bool(stated) and values.get(key.variable, frozenset()).isdisjoint(stated)

    def _like(self, like: Like, row: int | None, other: int | None) -> bool:
        if row is None or other is None:
            return False
        one, two = (
            name_text(value_of_aspect(name, self.indexes.claims[at]))
            for name, at in ((like.aspect, row), (like.other, other))
        )
        return likeness(one, two) >= like.at_least

    def grouped(self) -> Iterator[tuple[dict[str, list[Claim]], Values]]:
        """Groups alone: every bucket of the first group pattern is one match."""
        plan = self.groups[0]
        for key, bucket in self.indexes.lookup(plan, plan.keys, self.places).all().items():
            if bucket is None:
                continue
            values: Values = {k.variable: frozenset((code,)) for k, code in zip(plan.keys, key, strict=False)}
            yield {plan.name: self._thinned(bucket.rows, plan.pattern.by)}, values

    def beside(self, rows: Rows, values: Values, figures: Figures) -> dict[str, Any]:
        """The claims of groups and optional patterns beside a match."""
        filled: dict[str, Any] = {}
        taken = set(rows.values())
        for plan in (*self.groups, *self.optional):
            fits = [
                row
                for row in self.probe(plan, rows, values, figures)
                if row not in taken
                and self._bind(plan, row, dict(values), dict(figures))
                and all(self.differs(key, row, values, figures) for key in plan.differs)
            ]
            if plan.pattern.kind == "each":
                filled[plan.name] = self._thinned(fits, plan.pattern.by)
            else:
                filled[plan.name] = self.indexes.claims[min(fits)] if fits else None
        return filled

    def _thinned(self, rows: Sequence[int], by: str) -> list[Claim]:
        """One claim for each value of the aspect ``by``: the first in order of place."""
        claims = [self.indexes.claims[row] for row in sorted(rows)]
        aspect = aspect_of(by) if by else None
        if aspect is None:
            return claims
        first: dict[Any, Claim] = {}
        for claim in claims:
            value = aspect.read(claim)
            first.setdefault(value.id if isinstance(value, Entity) else value, claim)
        return list(first.values())


def _shared_keys(first: PatternPlan, second: PatternPlan) -> tuple[list[Key], list[Key]]:
    """The keys of both plans for the variables that they share."""
    by_variable = {key.variable: key for key in first.keys}
    theirs = [key for key in second.keys if key.variable in by_variable]
    return [by_variable[key.variable] for key in theirs], theirs


def _reach(begin: Sequence[Column], beside: Sequence[Column], row: int) -> int:
    """How many claims there are to look at for those that go with one, by the rarest thing that they must share."""
    return min(
        sum(len(theirs.holders().get(number, ())) for number in ours.of(row))
        for ours, theirs in zip(begin, beside, strict=True)
    )
