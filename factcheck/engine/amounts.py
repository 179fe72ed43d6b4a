"""Numbers with a dimension, as expressions see them: exact strict and loose intervals, three answers."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.interval import Answer, Interval
from factcheck.quantity import Quantity
from factcheck.records import dataclass

# Dimensionless families: one is a factor away from another in products, though never in comparisons of claims.
PURE_FACTOR = {
    "percent": Fraction(1, 100),
    "percentage point": Fraction(1, 100),
    "basis point": Fraction(1, 10000),
}


class Incomparable(Exception):
    """Two values of different dimensions met, or one is missing: there is nothing to say about this match."""


def family(dimension: str) -> str:
    return dimension.partition(":")[0]


@lru_cache(maxsize=512)
def is_pure(dimension: str) -> bool:
    """Percent, points, multiples, counts and bare numbers multiply like numbers."""
    return family(dimension) in (
        "number",
        "percent",
        "percentage point",
        "points",
        "multiple",
        "fraction",
        "count",
        "ratio",
    )


@dataclass(frozen=True, slots=True)
class Amount:
    """``strict`` and ``loose`` in ``unit``; for pure dimensions as plain numbers (26 % is 0.26)."""

    strict: Interval
    loose: Interval
    dimension: str
    unit: str | None = None
    quantity: Quantity | None = None
    hedged: bool = False

    @property
    def pure(self) -> bool:
        return is_pure(self.dimension)

    @property
    def middle(self) -> Fraction | None:
        """A number to show: the value as written, between the ends of a range, else the middle of what is possible."""
        written = self.quantity
        if written is not None:
            factor = PURE_FACTOR.get(self.unit or "", Fraction(1))
            return (written.low + written.high) / 2 * factor if written.is_range else written.low * factor
        low, high = self.strict.low, self.strict.high
        if low is None or high is None:
            return low if low is not None else high
        return (low + high) / 2


def number(value: Fraction | int, dimension: str = "number") -> Amount:
    return _whole(value, dimension) if value.__class__ is int else _exactly(value, dimension)


def _exactly(value: Fraction | int, dimension: str) -> Amount:
    point = Interval.point(value)
    return Amount(point, point, dimension)


_whole = lru_cache(maxsize=1024)(
    _exactly
)  # counts of words, digits and figures: the same few again and again


def amount_of(quantity: Quantity | None) -> Amount:
    """A claim's figure as an amount."""
    if quantity is None:
        raise Incomparable("no figure")
    factor = PURE_FACTOR.get(quantity.unit or "")
    if factor is None:
        strict, loose = quantity.strict, quantity.loose
        if quantity.step == 1 and quantity.dimension.startswith("count:") and not quantity.hedged:
            # Things counted to the last one are not rounded, unless the count ends in zeros.
            exact = Interval(quantity.low, quantity.high)
            strict, loose = exact, exact if loose == strict else loose
        return Amount(strict, loose, quantity.dimension, quantity.unit, quantity, quantity.hedged)
    return Amount(
        _times(quantity.strict, factor),
        _times(quantity.loose, factor),
        quantity.dimension,
        quantity.unit,
        quantity,
        quantity.hedged,
    )


def _times(interval: Interval, factor: Fraction) -> Interval:
    """The interval times a factor above zero; far quicker than a product of intervals."""
    return Interval(
        None if interval.low is None else interval.low * factor,
        None if interval.high is None else interval.high * factor,
        interval.low_open,
        interval.high_open,
    )


def unit_factor(unit: str | None, to: str | None) -> Fraction:
    """How many ``to`` one ``unit`` is. Raises Incomparable where there is no factor."""
    if unit == to:
        return Fraction(1)
    from factcheck.normalise.units import factor

    found = factor(unit, to) if unit is not None and to is not None else None
    if found is None:
        raise Incomparable(f"{unit} and {to}")
    return found


def aligned(a: Amount, b: Amount) -> Amount:
    """``b`` in the unit of ``a``. Raises Incomparable for different dimensions."""
    if a.pure and b.pure:
        return b
    if a.dimension.removesuffix(" per share") != b.dimension.removesuffix(" per share"):
        raise Incomparable(f"{a.dimension} and {b.dimension}")
    if plain_unit(a.unit) == plain_unit(b.unit) or a.dimension.startswith("count:"):
        return b
    if a.dimension == "temperature":
        return on_scale(b, a.unit)
    factor = unit_factor(plain_unit(b.unit), plain_unit(a.unit))  # "34 cents per share" beside "$0.38"
    return Amount(b.strict.scale(factor), b.loose.scale(factor), a.dimension, a.unit, None, b.hedged)


MOST_BITS = 2048  # of a numerator or denominator: figures of the news have some fifty


# Degrees of each scale to degrees Celsius: (degree - zero) * size.
_SCALES = {
    "degree Celsius": (Fraction(0), Fraction(1)),
    "degree Fahrenheit": (Fraction(32), Fraction(5, 9)),
    "kelvin": (Fraction(27315, 100), Fraction(1)),
}


def on_scale(b: Amount, unit: str | None) -> Amount:
    """A temperature on another scale: the scales differ in their zero, too."""
    if b.unit not in _SCALES or unit not in _SCALES:
        raise Incomparable(f"{b.unit} and {unit}")
    (zero, size), (to_zero, to_size) = _SCALES[b.unit], _SCALES[unit]

    def moved(interval: Interval) -> Interval:
        ends = [
            None if e is None else (e - zero) * size / to_size + to_zero
            for e in (interval.low, interval.high)
        ]
        return Interval(ends[0], ends[1], interval.low_open, interval.high_open)

    return Amount(moved(b.strict), moved(b.loose), b.dimension, unit, None, b.hedged)


def combine(sign: str, a: Amount, b: Amount) -> Amount:
    """a + b, a - b, a * b, a / b with the dimension that follows. Raises Incomparable for numbers of absurd length."""
    for end in (a.strict.low, a.strict.high, b.strict.low, b.strict.high):
        if end is not None and (
            end.numerator.bit_length() > MOST_BITS or end.denominator.bit_length() > MOST_BITS
        ):
            raise Incomparable("too many digits")
    hedged = a.hedged or b.hedged
    if sign in "+-":
        b = aligned(a, b)
        dimension = a.dimension
        if a.pure and (family(a.dimension) == "number" or "percent" in b.dimension):
            dimension = b.dimension if family(a.dimension) == "number" else a.dimension
        strict = a.strict + b.strict if sign == "+" else a.strict - b.strict
        loose = a.loose + b.loose if sign == "+" else a.loose - b.loose
        unit = a.unit if not a.pure or a.unit == b.unit else None
        return Amount(strict, loose, dimension, unit, None, hedged)
    if sign == "*":
        dimension, unit = (b.dimension, b.unit) if a.pure else (a.dimension, a.unit)
        if not a.pure and not b.pure:
            dimension, unit = f"{a.dimension}*{b.dimension}", f"{a.unit}*{b.unit}"
        elif a.pure and b.pure:
            dimension, unit = "number", None
        return Amount(a.strict * b.strict, a.loose * b.loose, dimension, unit, None, hedged)
    if b.pure:
        dimension, unit = ("number", None) if a.pure else (a.dimension, a.unit)
    else:
        b = aligned(a, b)
        dimension, unit = "number", None
    return Amount(a.strict / b.strict, a.loose / b.loose, dimension, unit, None, hedged)


def compare(sign: str, a: Amount, b: Amount) -> Answer:
    """What is possible within what was written: agree (strict), undecided (loose only), conflict."""
    if sign == "!=":
        return opposite(compare("==", a, b))
    if sign == "==" and a.quantity is not None and b.quantity is not None:
        return figures_agree(a, b)
    b = aligned(a, b)
    if sign == "==":
        if a.strict.meets(b.strict):
            return Answer.AGREE
        return Answer.UNDECIDED if a.loose.meets(b.loose) else Answer.CONFLICT
    if sign in (">", ">="):
        a, b = b, a
        sign = {">": "<", ">=": "<="}[sign]
    if _can_be_below(a.strict, b.strict, sign == "<"):
        return Answer.AGREE
    return Answer.UNDECIDED if _can_be_below(a.loose, b.loose, sign == "<") else Answer.CONFLICT


def figures_agree(a: Amount, b: Amount) -> Answer:
    """Two figures as written. Percent never meets points, a count of jobs never a count of shops."""
    assert a.quantity is not None and b.quantity is not None
    if figure_family(a.quantity) != figure_family(b.quantity):
        raise Incomparable(f"{a.dimension} and {b.dimension}")
    if plain_unit(a.unit) == plain_unit(b.unit):
        return a.quantity.agrees(b.quantity)
    b = aligned(a, b)
    if a.strict.meets(b.strict):
        return Answer.AGREE
    return Answer.UNDECIDED if a.loose.meets(b.loose) else Answer.CONFLICT


def figure_family(quantity: Quantity) -> str:
    """Figures of one family can be held against each other: a third and 33 % can, percent and points cannot."""
    if quantity.dimension in ("percent", "fraction"):
        return "percent"
    return quantity.dimension.removesuffix(" per share")


def plain_unit(unit: str | None) -> str | None:
    """The unit without "per share": the metric says already that earnings are per share."""
    return None if unit is None else unit.removesuffix(" per share")


def _can_be_below(a: Interval, b: Interval, strictly: bool) -> bool:
    if a.low is None or b.high is None:
        return True
    if a.low < b.high:
        return True
    return not (strictly or a.low_open or b.high_open) and a.low == b.high


def opposite(answer: Answer) -> Answer:
    if answer is Answer.AGREE:
        return Answer.CONFLICT
    return Answer.AGREE if answer is Answer.CONFLICT else answer


def both(a: Answer, b: Answer) -> Answer:
    for answer in (Answer.CONFLICT, Answer.UNDECIDED):
        if answer in (a, b):
            return answer
    return Answer.AGREE


def either(a: Answer, b: Answer) -> Answer:
    for answer in (Answer.AGREE, Answer.UNDECIDED):
        if answer in (a, b):
            return answer
    return Answer.CONFLICT
