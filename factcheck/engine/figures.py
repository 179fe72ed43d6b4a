"""Functions over figures as written: digits, scale, transposition, precision, possible percentages."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.engine.amounts import (
    Amount,
    Incomparable,
    aligned,
    figure_family,
    number,
    on_scale,
    plain_unit,
)
from factcheck.engine.aspects import digits_of
from factcheck.interval import Answer, Interval
from factcheck.patterns import Lazy
from factcheck.quantity import Quantity, last_place, same_rounded, significant

YEARS = {
    "year": Fraction(1),
    "quarter": Fraction(1, 4),
    "month": Fraction(1, 12),
    "week": Fraction(7, 365),
    "day": Fraction(1, 365),
    "decade": Fraction(10),
    "century": Fraction(100),
}

_NEAR = 40  # characters between two figures that are compared: "10.9% in December, down from 10.6%"

_DECIMAL = Lazy(r"\d+\.\d+")
_POINT = Lazy(r"\d\.(\d+)")


def _written(a: Amount) -> Quantity:
    if a.quantity is None:
        raise Incomparable("not a figure of a claim")
    return a.quantity


def digits(a: Amount) -> str:
    quantity = _written(a)
    if quantity.is_range:
        return f"{digits_of(quantity.low)} {digits_of(quantity.high)}"
    return digits_of(quantity.low)


def precision(a: Amount) -> Amount:
    """Digits down to the last written one: 4.60 has three, "0.3 billion" one; both ends of a range count."""
    quantity = _written(a)
    if quantity.is_range:
        return number(len(digits_of(quantity.low)) + len(digits_of(quantity.high)))
    if quantity.step <= 0:
        return number(len(digits_of(quantity.low)))
    return number(len(_down_to(quantity.high, quantity.step)))


def one_end(a: Amount, b: Amount) -> Answer:
    """Two ranges with one end the same to the digit, and other ends that rounding does not explain."""
    x, y = _written(a), _written(b)
    if not (x.is_range and y.is_range):
        return Answer.CONFLICT
    pairs = ((x.low, y.low), (x.high, y.high))
    equal = [one == other for one, other in pairs]
    if len(_places(x)) == 1 and _places(x) == _places(y):
        near = equal  # "$4.0 billion" was not rounded to four
    elif not (_places(x) or _places(y)):  # nor "7 % to 10 %" to tens
        near = [abs(one - other) <= max(_finest(x), _finest(y)) / 2 for one, other in pairs]
    else:
        near = [same_rounded(one, other) for one, other in pairs]
    return Answer.of(any(equal) and not all(near))


def _finest(quantity: Quantity) -> Fraction:
    """One unit of the last digit of the more exact end of a range."""
    return min((last_place(end) for end in (quantity.low, quantity.high) if end), default=Fraction(0))


def _places(quantity: Quantity) -> set[int]:
    """How many digits are written behind each decimal point."""
    return {len(places) for places in _POINT.findall(quantity.text)}


def written_alike(a: Amount, b: Amount) -> Answer:
    """Both begin with one number behind a decimal point, whatever word follows: "$0.08 million" and "$0.08 a share"."""
    one, other = _DECIMAL.search(_written(a).text), _DECIMAL.search(_written(b).text)
    return Answer.of(one is not None and other is not None and one[0] == other[0])


def limits_differ(a: Amount, b: Amount) -> Answer:
    """ "Up to $250 million" beside "up to $215 million", "8 % or higher" beside "8 % or lower": two limits, where one was meant."""
    x, y = _written(a), _written(b)
    one, other = _limits(x), _limits(y)
    return Answer.of(bool(one and other) and (one == other) != same_rounded(x.low, y.low))


def _limits(quantity: Quantity) -> str:
    """The side on which a figure is a limit: "at least 12" holds above, "up to 12" below; "" for one that is none."""
    strict = quantity.strict
    if not quantity.hedged or quantity.is_range:
        return ""
    if strict.high is None:
        return "above"
    return "below" if strict.high == quantity.high and not strict.low else ""


def same_digits(a: Amount, b: Amount) -> Answer:
    one, other = digits(a), digits(b)
    return Answer.of(bool(one.strip()) and one == other)


def scale_apart(a: Amount, b: Amount) -> Answer:
    """The same digits and a factor of a thousand, a million or a billion between them."""
    x, y = _written(a), _written(b)
    # the second number of a score such as 2-0 is none that another can be a multiple of
    if figure_family(x) != figure_family(y) or min(x.low, y.low, x.high, y.high) <= 0:
        return Answer.CONFLICT
    low = max(x.low, y.low) / min(x.low, y.low)
    high = max(x.high, y.high) / min(x.high, y.high)
    return Answer.of(
        plain_unit(x.unit) == plain_unit(y.unit) and low == high and low in (10**3, 10**6, 10**9, 10**12)
    )


def significance(a: Amount) -> Amount:
    """Digits between the first and the last that is no zero: 4.60 has two, 100 one."""
    return number(len(digits(a).replace(" ", "")))


def transposed(a: Amount, b: Amount) -> Answer:
    """The same number of digits, and exactly two neighbouring ones have changed places: 21.6 and 26.1."""
    return Answer.of(_ends_that_slipped(a, b, _swapped))


def one_digit(a: Amount, b: Amount) -> Answer:
    """The same number of digits, and exactly one of them is another: 21.6 and 27.6."""
    return Answer.of(_ends_that_slipped(a, b, _mistyped))


def cut_off(a: Amount, b: Amount) -> Answer:
    """The first figure is the second one with its last digits left off, as in "passes 18 million" for 18.7 million."""
    x, y = _written(a), _written(b)
    if x.is_range or y.is_range or _sort(x) != _sort(y):
        return Answer.CONFLICT
    return Answer.of(
        len(significant(x.low)) < len(significant(y.low)) and x.low <= y.low < x.low + last_place(x.low)
    )


def _ends_that_slipped(a: Amount, b: Amount, slipped: Callable[[str, str], bool]) -> bool:
    """Whether a slip parts two figures of one unit, equally precise; of a range, each end that differs at all."""
    x, y = _written(a), _written(b)
    if _sort(x) != _sort(y) or x.step != y.step or x.step <= 0:  # the cheapest first: most pairs end there
        return False
    pairs = ((x.low, y.low), (x.high, y.high)) if x.is_range or y.is_range else ((x.low, y.low),)
    ends = [(_down_to(p, x.step), _down_to(q, x.step)) for p, q in pairs if p != q]
    return bool(ends) and all(len(one) == len(other) and slipped(one, other) for one, other in ends)


def _down_to(value: Fraction, step: Fraction) -> str:
    """The digits of a number down to its last written one, without its sign."""
    return str(abs(value.numerator) * step.denominator // (value.denominator * step.numerator))


def _sort(quantity: Quantity) -> str:
    """What a figure counts or measures by its unit alone; 22,400 spectators are told as a crowd of 22,400, too."""
    counted = quantity.dimension == "number" or quantity.dimension.startswith("count:")
    return "number" if counted else (quantity.unit or "").partition(" per ")[0]


def _swapped(one: str, other: str) -> bool:
    wrong = [at for at in range(len(one)) if one[at] != other[at]]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    return one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]


def _mistyped(one: str, other: str) -> bool:
    return sum(x != y for x, y in zip(one, other, strict=True)) == 1


def slip(a: Amount, b: Amount) -> str:
    if transposed(a, b) is Answer.AGREE:
        return "two digits seem to have changed places"
    if scale_apart(a, b) is Answer.AGREE:
        return "the scale word seems to have slipped"
    return "no single slip explains it"


def apart(a: Amount, b: Amount) -> Amount:
    """|a - b| over the larger; exact, of the values as written."""
    b = aligned(a, b)
    x, y = a.middle, b.middle
    if x is None or y is None:
        raise Incomparable("unbounded")
    if b.quantity is None and b.strict.is_bounded:
        y = ((b.strict.low or Fraction(0)) + (b.strict.high or Fraction(0))) / 2
    top = max(abs(x), abs(y))
    return number(abs(x - y) / top if top else Fraction(0))


def range_inverted(a: Amount) -> Answer:
    quantity = _written(a)
    return Answer.of(quantity.low > quantity.high)


def grim(percent: Amount, people: Amount) -> Answer:
    """Whether some whole number of n gives the percentage as written. Source: Brown & Heathers 2016 (GRIM)."""
    share, n = percent.strict, people.middle
    if n is None or n.denominator != 1 or n <= 0 or share.low is None or share.high is None:
        raise Incomparable("no whole number of people")
    first = -((-share.low * n) // 1)
    return Answer.of(first <= share.high * n)


def convertible(a: Amount, b: Amount) -> Answer:
    if a.unit == b.unit or a.dimension != b.dimension:
        return Answer.CONFLICT
    try:
        aligned(a, b)
    except Incomparable:
        return Answer.CONFLICT
    return Answer.AGREE


def in_unit_of(a: Amount, b: Amount) -> Amount:
    """The first figure as so many units of the second, as exact as it was written."""
    moved = aligned(b, a)
    return Amount(moved.strict, moved.loose, moved.dimension, b.unit, None, a.hedged)


def same_amount(a: Amount, b: Amount) -> Answer:
    """Equal after conversion. A converted figure is usually rounded, so the looser writing decides."""
    b = aligned(a, b)
    if a.strict.meets(b.strict):
        return Answer.AGREE
    return Answer.UNDECIDED if a.loose.meets(b.loose) else Answer.CONFLICT


def bare(a: Amount) -> Amount:
    """A figure as a plain number, whatever its unit: 18 goals over 24 games is 0.75."""
    return Amount(a.strict, a.loose, "number", None, None, a.hedged)


def same_difference(a: Amount, b: Amount) -> Answer:
    """Two differences of temperature, where the zeros of the scales play no part: 2 °C is 3.6 °F warmer."""
    if a.dimension != "temperature" or b.dimension != "temperature":
        return Answer.CONFLICT
    zero = Interval.point(Fraction(0))
    start = on_scale(Amount(zero, zero, "temperature", b.unit), a.unit).strict.low
    moved = on_scale(b, a.unit).loose
    return Answer.of(start is not None and (moved - Interval.point(start)).meets(a.loose))


def clear(a: Amount) -> Amount:
    return Amount(a.loose, a.loose, a.dimension, a.unit, None, a.hedged)


def right_before(a: Claim, b: Claim) -> Answer:
    """The first figure stands right before the second one, in one sentence."""
    near = a.path == b.path and a.sentence == b.sentence and 0 <= b.span.start - a.span.end <= _NEAR
    return Answer.of(near)
