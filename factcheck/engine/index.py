"""Indexes over claims: filtered once, hashed by join key, figures found by interval look-up. Shared between rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, product

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.engine.amounts import Amount, Incomparable, amount_of, figure_family, figures_agree
from factcheck.engine.columns import MISSING, Column, Columns, profile
from factcheck.engine.plan import Key, PatternPlan, Test, passes
from factcheck.hints import Any
from factcheck.interval import Answer

# How many claims that say the very same are kept in one bucket, and how many pairs one bucket may cost.
TWINS = 6
SMALL = 8  # in a bucket of so few, looking at each is quicker than sorting them
BUCKET_PAIRS = 40_000
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
        self.columns = Columns(self.claims, articles)
        self.amounts: dict[int, Amount] = {}  # of the claims' figures, by the identity of the quantity
        self._passing: dict[Test, int] = {}
        self._candidates: dict[tuple[Test, ...], list[int]] = {}
        self._indexes: dict[tuple[Any, ...], Index] = {}
        self._kept = 0

    def is_checked(self, row: int) -> bool:
        return self.checked is None or self.claims[row].path in self.checked

    def candidates(self, plan: PatternPlan) -> list[int]:
        """Rows of the claims that pass a pattern's tests, in order of path and place."""
        found = self._candidates.get(plan.tests)
        if found is None:
            chosen = (1 << len(self.claims)) - 1
            for test in plan.tests:
                chosen &= self._holding(test)
            bits = bin(chosen)[:1:-1]  # lowest first
            found = [row for row, bit in enumerate(bits) if bit == "1"]
            self._candidates[plan.tests] = found
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

    def index(
        self,
        plan: PatternPlan,
        keys: Sequence[Key],
        places: Sequence[str],
        rows: Sequence[int] | None = None,
        only: Index | None = None,
        thin: Sequence[bool] | None = None,
    ) -> Index:
        """Buckets of a pattern's claims by the numbers of ``keys`` and of the place columns.

        ``rows``: of these claims alone; ``only``: those buckets alone that another index has. Neither is kept.
        ``thin``: for which keys the thinned column will do, because both sides of the join use it.
        """
        slim = thin or (False,) * len(keys)
        name = (plan.tests, tuple(key.shape for key in keys), tuple(places), tuple(slim))
        found = self._indexes.get(name) if rows is None else None
        if found is None:
            columns = [self.column(key, one) for key, one in zip(keys, slim, strict=True)]
            columns.extend(map(self.columns.place, places))
            chosen = self.candidates(plan) if rows is None else rows
            found = self._built(_keyed(columns, chosen), only)
            if rows is None and only is None:
                self._indexes[name] = found
                self._kept += len(found)
        return found

    def _built(self, keyed: Iterable[tuple[int, JoinKey]], only: Index | None) -> Index:
        found: Index = {}
        twins: dict[tuple[Any, ...], int] = {}
        for row, key in keyed:
            bucket = found.get(key)
            if bucket is None:
                if only is None or key in only:
                    found[key] = Bucket(row)
            elif len(bucket.rows) <= 64 or not self._is_twin(row, key, twins):
                bucket.rows.append(row)
        return found

    def _is_twin(self, row: int, key: JoinKey, twins: dict[tuple[Any, ...], int]) -> bool:
        """In a hot bucket, further claims that say the very same add nothing but cost. Checked articles stay."""
        claim = self.claims[row]
        if self.checked is not None and claim.path in self.checked:
            return False
        same = (key, profile(claim))
        twins[same] = seen = twins.get(same, 0) + 1
        return seen > TWINS

    def trim(self) -> None:
        """Forget all indexes when together they have grown too large: memory stays bounded by one rule's needs."""
        if self._kept > MOST_KEPT:
            self._indexes.clear()
            self._kept = 0


def _keyed(columns: Sequence[Column], rows: Sequence[int]) -> Iterator[tuple[int, JoinKey]]:
    """(row, join key) pairs: one a claim, or one for each reading of its period; none without a value."""
    if not columns:
        yield from ((row, ()) for row in rows)
        return
    spread = [at for at, column in enumerate(columns) if column.more]
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
