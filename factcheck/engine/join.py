"""Joins: from one pattern's claims to the others, through indexes, never over all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from factcheck.claim import Claim, Entity
from factcheck.engine.aspects import aspect_of
from factcheck.engine.budget import Budget
from factcheck.engine.index import BUCKET_PAIRS, Bucket, Index, Indexes, agree
from factcheck.engine.plan import Key, Like, PatternPlan, name_text, order, passes, value_of_aspect
from factcheck.engine.words import likeness
from factcheck.hints import Any
from factcheck.interval import Answer

KEYED_PLACES = (
    *("same-article", "same-sentence", "same-section", "same-paragraph", "summary-and-body", "same-week"),
)
# Variables on these aspects point into one article, whose claims lie together.
_INSIDE = ("article", "sentence")
_SHORT_ARTICLE = 100
_SCANS_FOR_AN_INDEX = 20  # a look into an article costs as much as indexing so many claims
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
        self.cut = 0  # buckets that were left before all their pairs were seen
        self._spent: dict[int, int] = {}
        self._scans: dict[str, int] = {}
        self._probes: dict[tuple[Any, ...], tuple[Index, tuple[Key, ...], tuple[str, ...]]] = {}

    def starting(self) -> Iterator[Rows]:
        """All matches of the single patterns, a row for each role. With checked articles, each has a claim of them."""
        if not self.single:
            return
        indexes = self.indexes
        sizes = [len(indexes.candidates(plan)) for plan in self.single]
        if not all(sizes):
            return
        if self.symmetric:
            starts = [0]
        elif indexes.checked is None:
            starts = [min(range(len(sizes)), key=lambda at: (sizes[at], at))]
        else:
            starts = list(range(len(sizes)))
        for at in starts:
            yield from self._from(order(self.single, at, sizes))

    def _from(self, plans: Sequence[PatternPlan]) -> Iterator[Rows]:
        """Matches that begin with a (checked) claim of the first plan."""
        first = plans[0]
        rows: Sequence[int] = self.indexes.candidates(first)
        if self.indexes.checked is not None:
            rows = [row for row in rows if self.indexes.is_checked(row)]
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
        by_variable = {key.variable: key for key in first.keys}
        theirs = [key for key in second.keys if key.variable in by_variable]
        ours = [by_variable[key.variable] for key in theirs]
        kept = None if indexes.checked is None else rows
        thin = [mine.shape == other.shape for mine, other in zip(ours, theirs, strict=True)]
        left = indexes.index(first, ours, self.places, kept, thin=thin)
        right = indexes.index(second, theirs, self.places, only=None if kept is None else left, thin=thin)
        figure = bool(first.figure) and first.figure == second.figure
        several = any(
            indexes.column(key, one).more for key, one in zip((*ours, *theirs), (*thin, *thin), strict=True)
        ) or any(indexes.columns.place(where).more for where in self.places)
        once = self.symmetric and indexes.checked is None
        seen: set[tuple[int, int]] = set()
        for key, bucket in left.items():
            other = right.get(key)
            if other is None or (len(other.rows) == 1 and bucket.rows == other.rows):
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
        plans = self.single if len(self.single) < 2 else order(self.single, 0, sizes)
        yield from self._extend(plans, 0, dict(rows), values, figures)

    def probe(
        self, plan: PatternPlan, rows: Mapping[str, int], values: Values, figures: Figures
    ) -> Iterator[int]:
        """Rows that may fill the next role, from the buckets that the bound variables point to."""
        inside = self._inside(plan, values)
        anchor = next(iter(rows.values()), None)
        scans = self._scans.get(plan.name, 0)
        if (
            inside is not None
            and len(inside) <= _SHORT_ARTICLE
            and scans * _SCANS_FOR_AN_INDEX <= len(self.indexes.claims)
        ):
            self._scans[plan.name] = scans + 1
            yield from self._scanned(plan, inside, values, figures.get(plan.figure), anchor)
            return
        asked = (plan.name, tuple(values), anchor is None)
        known = self._probes.get(asked)
        if known is None:
            keys = tuple(key for key in plan.keys if key.variable in values)
            places = self.places if anchor is not None else ()
            known = self._probes[asked] = (self.indexes.index(plan, keys, places), keys, places)
        index, keys, places = known
        columns: list[Sequence[int]] = [sorted(values[key.variable]) for key in keys]
        if anchor is not None:
            columns.extend(self.indexes.columns.place(where).of(anchor) for where in places)
        figure = figures.get(plan.figure) if plan.figure else None
        seen: set[int] = set()
        for key in product(*columns):
            bucket = index.get(key)
            if bucket is None:
                continue
            rows_there = bucket.rows if figure is None else list(self._partners(bucket, figure, True))
            self.budget.spend(1 + len(rows_there))
            yield from (row for row in rows_there if row not in seen)
            seen.update(rows_there)

    def _inside(self, plan: PatternPlan, values: Values) -> range | None:
        """The rows of the one article in which the next claim must stand, if a variable says so."""
        for key in plan.keys:
            if key.aspect in _INSIDE and key.variable in values:
                path = self._path_of(key, values[key.variable])
                return None if path is None else self.indexes.columns.article_rows(path)
        return None

    def _path_of(self, key: Key, codes: frozenset[int]) -> int | None:
        if len(codes) != 1:
            return None
        (code,) = codes
        return code if key.aspect == "article" else self.indexes.columns.article_of(code)

    def _scanned(
        self, plan: PatternPlan, inside: range, values: Values, figure: int | None, anchor: int | None
    ) -> Iterator[int]:
        """The rows of a short article that may fill a role: its variables first, which are numbers, then its words."""
        columns = self.indexes.columns
        self.budget.spend(1 + len(inside))
        bound = [
            (self.indexes.column(key), values[key.variable]) for key in plan.keys if key.variable in values
        ]
        if anchor is not None:
            bound.extend((place, frozenset(place.of(anchor))) for place in map(columns.place, self.places))
        left = [
            row
            for row in inside
            if all(
                column.first[row] in have or not have.isdisjoint(column.more.get(row, ()))
                for column, have in bound
            )
        ]
        for row in left:
            claim = columns.claims[row]
            if all(passes(test, value_of_aspect(test[0], claim)) for test in plan.tests) and (
                figure is None or agree(columns, figure, row)
            ):
                yield row

    def holds_together(
        self, rows: Mapping[str, int], values: Values | None = None, figures: Figures | None = None
    ) -> bool:
        """What only the whole match can tell: places that must differ, and values that must."""
        columns = self.indexes.columns
        for where in self.apart:
            place = columns.place(where.replace("other-", "same-"))
            if len(rows) > 1 and len({place.first[row] for row in rows.values()}) < 2:
                return False
        if self.across and len(rows) > 1:
            heads = [columns.claims[row].section in _HEAD for row in rows.values()]
            if all(heads) or not any(heads):
                return False
        for plan in self.single:
            for like in plan.likes:
                if not self._like(like, rows.get(plan.name), rows.get(like.role)):
                    return False
        differing = [
            (key, rows[plan.name]) for plan in self.single for key in plan.differs if plan.name in rows
        ]
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
        for key, bucket in self.indexes.index(plan, plan.keys, self.places).items():
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
