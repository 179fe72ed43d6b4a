"""Claims as columns of small numbers: what two claims share by an aspect is one number, so that joins compare ints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.engine.amounts import figure_family, plain_unit
from factcheck.engine.aspects import aspect_of, is_absent
from factcheck.engine.stories import stories
from factcheck.hints import Any
from factcheck.landmarks import landmarks

MISSING = -1
_TOUCHING = ("same-week", "same-story")  # places that one article shares with two that do not share it
# What a claim can be joined by, as a reader gives it: all its values, () for none.
Reader = Callable[[Claim], tuple[Any, ...]]
# The part of a claim that a reader works on, if working it out is dear: claims that share the object share the result.
Shared = Callable[[Claim], Any]


class Column:
    """``first``: each claim's number, MISSING for none. ``more``: all numbers of the claims that have several."""

    __slots__ = ("_holders", "first", "more", "stated")

    def __init__(self, first: list[int], more: dict[int, tuple[int, ...]]) -> None:
        self.first, self.more = first, more
        self.stated = len(first) - first.count(MISSING)  # claims that have a number
        self._holders: dict[int, list[int]] | None = None

    def holders(self) -> dict[int, list[int]]:
        """The rows that have each number, in order."""
        if self._holders is None:
            found = self._holders = {}
            for row, number in enumerate(self.first):
                for one in self.more.get(row, (number,)):
                    found.setdefault(one, []).append(row)
            found.pop(MISSING, None)
        return self._holders

    def of(self, row: int) -> tuple[int, ...]:
        """The numbers of one claim."""
        several = self.more.get(row)
        if several is not None:
            return several
        one = self.first[row]
        return () if one == MISSING else (one,)

    def thinned(self) -> Column:
        """The same joins within this column by fewer numbers: one is left out if its claims all share another.

        A quarter's label and its days go together; where every “Q2 2025” has the days, the label finds nothing more.
        """
        sets: dict[tuple[int, ...], int] = {}
        for numbers in self.more.values():
            sets.setdefault(numbers, len(sets))
        alone = {number for row, number in enumerate(self.first) if row not in self.more}
        holders: dict[int, set[int]] = {}
        for numbers, at in sets.items():
            for number in numbers:
                holders.setdefault(number, set()).add(at)
        for number in alone:
            holders.setdefault(number, set()).add(-1 - number)
        kept = {numbers: _maximal(numbers, holders) for numbers in sets}
        first = list(self.first)
        more: dict[int, tuple[int, ...]] = {}
        for row, numbers in self.more.items():
            left = kept[numbers]
            first[row] = left[0]
            if len(left) > 1:
                more[row] = left
        return Column(first, more)


def _maximal(numbers: tuple[int, ...], holders: dict[int, set[int]]) -> tuple[int, ...]:
    """Those of ``numbers`` whose holders are not all holders of another one (the first of equals stays)."""
    kept: list[int] = []
    for number in sorted(numbers, key=lambda one: (-len(holders[one]), one)):
        if not any(holders[number] <= holders[other] for other in kept):
            kept.append(number)
    return tuple(kept)


class Columns:
    """All claims of a run, sorted by path and place, with the columns that rules have asked for so far.

    Equal values have equal numbers in every column, so a variable may stand on two aspects.
    """

    def __init__(
        self, claims: Sequence[Claim], articles: dict[str, Article], checked: frozenset[str] | None = None
    ) -> None:
        self.claims, self.articles, self.checked = claims, articles, checked
        self._codes: dict[Any, int] = {}
        self._columns: dict[tuple[Any, ...], Column] = {}
        self._passing: dict[tuple[str, bool], dict[Any, int]] = {}
        self._ends: tuple[list[float], list[float]] | None = None
        self._units: list[int] | None = None
        self._said: dict[int, int] = {}
        self._with: dict[str, list[int]] = {}

    def code(self, value: Any) -> int:
        """The number of a value."""
        codes = self._codes
        return codes.setdefault(value, len(codes))

    def thinned(self, shape: tuple[Any, ...], read: Reader, shared: Shared | None = None) -> Column:
        """The column of a join key for joins with itself."""
        name = ("thinned", *shape)
        found = self._columns.get(name)
        if found is None:
            full = self.column(shape, read, shared)
            found = self._columns[name] = full.thinned() if full.more else full
        return found

    def column(self, shape: tuple[Any, ...], read: Reader, shared: Shared | None = None) -> Column:
        """The column of a join key; ``shape`` names it."""
        found = self._columns.get(shape)
        if found is None:
            found = self._columns[shape] = self._column(read, shared)
        return found

    def _column(self, read: Reader, shared: Shared | None) -> Column:
        codes = self._codes
        known: dict[int, tuple[int, ...]] = {}
        first: list[int] = []
        more: dict[int, tuple[int, ...]] = {}
        for row, claim in enumerate(self.claims):
            name = 0 if shared is None else id(shared(claim))
            numbers = known.get(name) if name else None
            if numbers is None:
                numbers = tuple([codes.setdefault(value, len(codes)) for value in read(claim)])
                if name:
                    known[name] = numbers
            first.append(numbers[0] if numbers else MISSING)
            if len(numbers) > 1:
                more[row] = numbers
        return Column(first, more)

    def place(self, where: str) -> Column:
        """What two claims share when they stand in one place (an article, a section, a paragraph, a sentence)."""
        shape = ("@", where)
        found = self._columns.get(shape)
        if found is None:
            if where in _TOUCHING:
                return self._near(where)[0]
            if where in ("same-article", "summary-and-body"):
                values: Any = (claim.path for claim in self.claims)
            elif where == "same-sentence":
                values = ((claim.path, claim.sentence.start) for claim in self.claims)
            else:
                values = (self._stretch(claim, where) for claim in self.claims)
            codes = self._codes
            found = self._columns[shape] = Column([codes.setdefault(v, len(codes)) for v in values], {})
        return found

    def beside(self, where: str) -> Column:
        """The numbers of :meth:`place` that a claim's place goes with: its own, unless places are in touch."""
        return self._near(where)[1] if where in _TOUCHING else self.place(where)

    def _near(self, where: str) -> tuple[Column, Column]:
        """Where each article is, and what that is in touch with: it may be in touch with several, which are not with
        one another."""
        shape, beside = ("@", where), ("@", "beside", where)
        if shape not in self._columns:
            told = self._weeks() if where == "same-week" else self._stories()
            first: list[int] = []
            near: list[int] = []
            more: dict[int, tuple[int, ...]] = {}
            for row, claim in enumerate(self.claims):
                own, *others = told.get(claim.path, (MISSING, MISSING))
                first.append(own)
                near.append(others[0])
                if own != MISSING:
                    more[row] = tuple(others)
            self._columns[shape], self._columns[beside] = Column(first, {}), Column(near, more)
        return self._columns[shape], self._columns[beside]

    def _weeks(self) -> dict[str, tuple[int, ...]]:
        """The week of each article that has a date, and the weeks around it."""
        told = {}
        for path in self._paths():
            article = self.articles.get(path)
            if article is not None and article.published is not None:
                week = article.published.toordinal() // 7
                told[path] = tuple(self.code(("week", one)) for one in (week, week - 1, week, week + 1))
        return told

    def _stories(self) -> dict[str, tuple[int, ...]]:
        """Each article that tells a story which another one tells, and all that do."""
        known = {path: landmarks(self.articles[path]) for path in self._paths() if path in self.articles}
        tellers: dict[str, set[str]] = {}
        for one, other in stories(known, self.checked):
            for path in (one, other):
                tellers.setdefault(path, {path}).update((one, other))
        return {
            path: tuple(map(self.code, (path, *sorted(others)))) for path, others in sorted(tellers.items())
        }

    def _paths(self) -> list[str]:
        return list(dict.fromkeys(claim.path for claim in self.claims))

    def _stretch(self, claim: Claim, where: str) -> tuple[str, str, int]:
        article = self.articles.get(claim.path)
        if article is None:
            return where, claim.path, -1
        if where == "same-section":
            section = article.section_at(claim.span.start)
            return where, claim.path, -1 if section is None else section.span.start
        breaks = max(article.text.rfind(gap, 0, claim.span.start) for gap in ("\n\n", "\n\r\n"))
        return where, claim.path, breaks

    def said(self, row: int) -> int:
        """The number of what a claim says, wherever it says it."""
        found = self._said.get(row)
        if found is None:
            found = self._said[row] = self.code(_profile(self.claims[row]))
        return found

    def holding(self, name: str, presence: bool) -> dict[Any, int]:
        """The claims by the value of one aspect, a bit each; by whether they state it, if that is all there is to ask."""
        found = self._passing.get((name, presence))
        if found is None:
            aspect = aspect_of(name)
            assert aspect is not None  # refused at load
            places: dict[Any, list[int]] = {}
            read = aspect.read
            rows = self._detailed(name.partition(".")[0]) if "." in name else range(len(self.claims))
            for row in rows:
                value = read(self.claims[row])
                if presence:
                    value = None if is_absent(value) else "stated"
                places.setdefault(value, []).append(row)
            found = {value: _mask(held) for value, held in places.items()}
            if len(rows) < len(self.claims):
                rest = (1 << len(self.claims)) - 1
                for value, mask in found.items():
                    rest ^= mask if value is not None else 0
                found[None] = rest
            self._passing[(name, presence)] = found
        return found

    def _detailed(self, prefix: str) -> list[int]:
        """Rows that have any details (or any scope) at all: most have none, and there are many details to ask for."""
        found = self._with.get(prefix)
        if found is None:
            has = attrgetter(prefix)
            found = self._with[prefix] = [row for row, claim in enumerate(self.claims) if has(claim)]
        return found

    def ends(self) -> tuple[list[float], list[float]]:
        """The ends of every figure's strict interval as floats, a hair too wide: a sieve before the exact comparison."""
        if self._ends is None:
            pairs = [_ends(claim) for claim in self.claims]
            self._ends = ([low for low, _ in pairs], [high for _, high in pairs])
        return self._ends

    def units(self) -> list[int]:
        """What each figure can be compared with directly: its family and unit, MISSING without a figure."""
        if self._units is None:
            self._units = [
                MISSING
                if (q := claim.quantity) is None
                else self.code((figure_family(q), plain_unit(q.unit), "unit"))
                for claim in self.claims
            ]
        return self._units


def _ends(claim: Claim) -> tuple[float, float]:
    if claim.quantity is None:
        return float("inf"), float("-inf")
    strict = claim.quantity.strict
    try:
        low = float("-inf") if strict.low is None else strict.low.numerator / strict.low.denominator
        high = float("inf") if strict.high is None else strict.high.numerator / strict.high.denominator
    except OverflowError:
        return float("-inf"), float("inf")
    return low - abs(low) * 1e-12, high + abs(high) * 1e-12


def _mask(places: Sequence[int]) -> int:
    """A number with these bits set; ``places`` ascend."""
    bits = bytearray(places[-1] // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def _profile(claim: Claim) -> tuple[Any, ...]:
    """What a claim says, without where it says it."""
    q = claim.quantity
    return (
        *(claim.entity.id, claim.metric, claim.measure, claim.basis or "", claim.direction or ""),
        None if q is None else (q.low, q.high, q.unit, q.dimension, q.step, q.change),
        *(claim.period.label, claim.compared.label, claim.scope, claim.modality, claim.attribution or ""),
        *(claim.prior, claim.details),
    )
