"""Indexes over claims: filtered once, hashed by join key, figures found by interval look-up. Shared between rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, product

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.engine.amounts import Amount, Incomparable, amount_of, figure_family, figures_agree
from factcheck.engine.columns import MISSING, Column, Columns
from factcheck.engine.plan import Key, PatternPlan, Test, passes, value_of_aspect
from factcheck.hints import Any
from factcheck.interval import Answer

# How many claims that say the very same are kept in one bucket, and how many pairs one bucket may cost.
TWINS = 6
SMALL = 8  # in a bucket of so few, looking at each is quicker than sorting them
BUCKET_PAIRS = 40_000
PICKED = 5  # rows can be picked from among others for what it costs to index one
# How many places in indexes are kept from one rule to the next, for rules that ask alike.
MOST_KEPT = 200_000

JoinKey = tuple[int, ...]


class Bucket:
    """Claims that share a join key, by row."""

    __slots__ = ("_sorted", "rows")

    def __init__(self, row: int) -> None:
        self.rows = [row]
        self._sorted: dict[int, tuple[list[int], list[float], list[float]]] | None = None

    def agreeing(self, columns: Columns, row: int) -> Iterator[int]:
        """Rows whose strict interval meets that of ``row``, by interval look-up within its unit."""
        if len(self.rows) <= SMALL:
            yield from (other for other in self.rows if agree(columns, row, other))
            return
        if self._sorted is None:
            self._sorted = _sorted(columns, self.rows)
        ours = columns.claims[row].quantity
        if ours is None:
            return
        lows, highs = columns.ends()
        unit = columns.units()[row]
        listed, starts, ends = self._sorted.get(unit, ([], [], []))
        low = lows[row]
        at = bisect_right(starts, highs[row]) - 1
        while (
            at >= 0 and ends[at] >= low
        ):  # ends are running maxima: below this nothing reaches up to ``low``
            theirs = columns.claims[listed[at]].quantity
            assert theirs is not None
            if ours is theirs or ours.tells(theirs):
                yield listed[at]
            at -= 1
        if len(self._sorted) > 1:
            for other, (rows, _, _) in self._sorted.items():
                if other != unit:
                    yield from (one for one in rows if _converted_agree(columns, row, one))


def _sorted(columns: Columns, rows: Sequence[int]) -> dict[int, tuple[list[int], list[float], list[float]]]:
    """Rows by unit: in order of their lower ends, those ends, and the running maxima of the upper ends."""
    lows, highs = columns.ends()
    units = columns.units()
    groups: dict[int, list[int]] = {}
    for row in rows:
        if units[row] != MISSING:
            groups.setdefault(units[row], []).append(row)
    found = {}
    for unit, listed in groups.items():
        listed.sort(key=lambda row: (lows[row], highs[row], row))
        found[unit] = (
            listed,
            [lows[row] for row in listed],
            list(accumulate((highs[row] for row in listed), max)),
        )
    return found


def _converted_agree(columns: Columns, row: int, other: int) -> bool:
    a, b = columns.claims[row].quantity, columns.claims[other].quantity
    if a is None or b is None or figure_family(a) != figure_family(b):
        return False
    try:
        return figures_agree(amount_of(a), amount_of(b)) is Answer.AGREE
    except Incomparable:
        return False


def agree(columns: Columns, row: int, other: int) -> bool:
    """Whether two claims' figures agree as far as they are rounded, converted if need be."""
    units = columns.units()
    if units[row] == units[other]:
        lows, highs = columns.ends()
        if lows[row] > highs[other] or lows[other] > highs[row]:
            return False
        a, b = columns.claims[row].quantity, columns.claims[other].quantity
        return a is not None and b is not None and (a is b or a.tells(b))
    return _converted_agree(columns, row, other)


Index = dict[JoinKey, Bucket]


class Indexes:
    """All claims of a run with the indexes that rules have asked for so far."""

    def __init__(self, claims: Iterable[Claim], articles: dict[str, Article], checked: frozenset[str] | None):
        self.claims = sorted(claims, key=lambda claim: claim.key)
        self.articles = articles
        self.checked = checked
        self.columns = Columns(self.claims, articles, checked)
        self.amounts: dict[int, Amount] = {}  # of the claims' figures, by the identity of the quantity
        self._ours = [
            row for row, claim in enumerate(self.claims) if checked is None or claim.path in checked
        ]
        self.is_checked = frozenset(self._ours).__contains__
        self._passing: dict[Test, int] = {}
        self._chosen: dict[tuple[Test, ...], tuple[int, str]] = {}
        self._candidates: dict[tuple[Test, ...], list[int]] = {}
        self._lookups: dict[tuple[Any, ...], Lookup] = {}

    def candidates(self, plan: PatternPlan) -> list[int]:
        """Rows of the claims that pass a pattern's tests, in order of path and place."""
        found = self._candidates.get(plan.tests)
        if found is None:
            _, bits = self._passed(plan)
            found = self._candidates[plan.tests] = [row for row, bit in enumerate(bits) if bit == "1"]
        return found

    def checked_candidates(self, plan: PatternPlan) -> list[int]:
        """Those in articles that are checked."""
        if self.checked is None:
            return self.candidates(plan)
        _, bits = self._passed(plan)
        return [row for row in self._ours if bits[row] == "1"]

    def count(self, plan: PatternPlan) -> int:
        """How many candidates a pattern has."""
        return self._passed(plan)[0]

    def passing(self, plan: PatternPlan, rows: Sequence[int]) -> list[int]:
        """Those of a few rows that pass a pattern's tests."""
        known = self._chosen.get(plan.tests)
        if known is not None:
            return [row for row in rows if known[1][row] == "1"]
        claims = self.claims
        return [
            row
            for row in rows
            if all(passes(test, value_of_aspect(test[0], claims[row])) for test in plan.tests)
        ]

    def _passed(self, plan: PatternPlan) -> tuple[int, str]:
        """How many claims pass a pattern's tests, and a "1" for each that does, by row."""
        found = self._chosen.get(plan.tests)
        if found is None:
            every = len(self.claims)
            chosen = (1 << every) - 1
            for test in plan.tests:
                chosen &= self._holding(test)
            bits = f"{chosen:0{every}b}"[::-1] if every else ""
            found = self._chosen[plan.tests] = chosen.bit_count(), bits
        return found

    def _holding(self, test: Test) -> int:
        """The claims that pass one test, a bit each; each distinct value of the aspect is tested once."""
        found = self._passing.get(test)
        if found is None:
            found = 0
            for value, mask in self.columns.holding(test[0], test[1] in ("any", "none")).items():
                if passes(test, value):
                    found |= mask
            self._passing[test] = found
        return found

    def column(self, key: Key, thin: bool = False) -> Column:
        columns = self.columns
        return (columns.thinned if thin else columns.column)(key.shape, key.read, key.shared)

    def lookup(
        self,
        plan: PatternPlan,
        keys: Sequence[Key],
        places: Sequence[str],
        thin: Sequence[bool] | None = None,
        begins: bool = False,
    ) -> Lookup:
        """Buckets of a pattern's claims by the numbers of ``keys`` and of the place columns.

        ``thin``: for which keys the thinned column will do, because both sides of the join use it. ``begins``: a match
        begins with these claims, and the others stand beside them.
        """
        slim = thin or (False,) * len(keys)
        name = (plan.tests, tuple(key.shape for key in keys), tuple(places), tuple(slim), begins)
        found = self._lookups.get(name)
        if found is None:
            found = self._lookups[name] = Lookup(self, plan, self.along(keys, places, slim, begins))
        return found

    def along(
        self, keys: Sequence[Key], places: Sequence[str], thin: Sequence[bool], begins: bool
    ) -> list[Column]:
        """The columns of a join key."""
        columns = [self.column(key, one) for key, one in zip(keys, thin, strict=True)]
        columns.extend(map(self.columns.place if begins else self.columns.beside, places))
        return columns

    def buckets(self, keyed: Iterable[tuple[int, JoinKey]]) -> Index:
        """Rows by their join keys."""
        found: Index = {}
        twins: dict[tuple[Any, ...], int] = {}
        for row, key in keyed:
            bucket = found.get(key)
            if bucket is None:
                found[key] = Bucket(row)
            elif len(bucket.rows) <= 64 or not self._is_twin(row, key, twins):
                bucket.rows.append(row)
        return found

    def _is_twin(self, row: int, key: JoinKey, twins: dict[tuple[Any, ...], int]) -> bool:
        """In a hot bucket, further claims that say the very same add nothing but cost. Checked articles stay."""
        if self.checked is not None and self.is_checked(row):
            return False
        same = (key, self.columns.said(row))
        twins[same] = seen = twins.get(same, 0) + 1
        return seen > TWINS

    def trim(self) -> None:
        """Forget all indexes when together they have grown too large: memory stays bounded by one rule's needs."""
        if sum(len(lookup.found) for lookup in self._lookups.values()) > MOST_KEPT:
            self._lookups.clear()


class Lookup:
    """Buckets by join key: those that are asked for, until putting all of them together costs no more."""

    __slots__ = ("_columns", "_complete", "_indexes", "_plan", "_spent", "found")

    def __init__(self, indexes: Indexes, plan: PatternPlan, columns: Sequence[Column]) -> None:
        self._indexes, self._plan, self._columns = indexes, plan, columns
        self._complete, self._spent = False, 0
        self.found: dict[JoinKey, Bucket | None] = {}

    def get(self, key: JoinKey) -> Bucket | None:
        """The claims with these numbers; None if there are none."""
        if self._complete or key in self.found:
            return self.found.get(key)
        holders = [
            column.holders().get(number, ()) for column, number in zip(self._columns, key, strict=True)
        ]
        rarest = min(holders, key=len) if holders else range(len(self._indexes.claims))
        self._spent += len(rarest)
        if self._spent > len(self._indexes.claims) * PICKED:
            return self.all().get(key)
        self.found[key] = bucket = self._picked(key, rarest)
        return bucket

    def _picked(self, key: JoinKey, rows: Sequence[int]) -> Bucket | None:
        for column, number in zip(self._columns, key, strict=True):
            if not rows:
                return None
            first, more = column.first, column.more
            rows = [row for row in rows if first[row] == number or (row in more and number in more[row])]
        return self._indexes.buckets((row, key) for row in self._indexes.passing(self._plan, rows)).get(key)

    def all(self) -> Mapping[JoinKey, Bucket | None]:
        """Every bucket."""
        if not self._complete:
            rows = self._indexes.candidates(self._plan)
            self.found = dict(self._indexes.buckets(keyed(self._columns, rows)))
            self._complete = True
        return self.found


def keyed(columns: Sequence[Column], rows: Sequence[int]) -> Iterator[tuple[int, JoinKey]]:
    """(row, join key) pairs: one a claim, or one for each reading of its period; none without a value."""
    if not columns:
        yield from ((row, ()) for row in rows)
        return
    spread = [at for at, column in enumerate(columns) if column.more]
    for column in columns:
        if column.stated * 2 < len(column.first):  # most claims are out at once
            rows = [row for row in rows if column.first[row] != MISSING]
    keys = zip(*(map(column.first.__getitem__, rows) for column in columns), strict=True)
    if not spread:
        yield from ((row, key) for row, key in zip(rows, keys, strict=True) if MISSING not in key)
        return
    at, more = spread[0], columns[spread[0]].more
    for row, key in zip(rows, keys, strict=True):
        if MISSING in key:
            continue
        options = more.get(row)
        if len(spread) > 1 and any(row in columns[other].more for other in spread[1:]):
            yield from ((row, combined) for combined in product(*(column.of(row) for column in columns)))
        elif options is None:
            yield row, key
        else:
            head, tail = key[:at], key[at + 1 :]
            for option in options:
                yield row, (*head, option, *tail)
