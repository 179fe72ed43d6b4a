"""Interval arithmetic holds every result of its operands, and comparisons are symmetric and monotone."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.interval import EVERYTHING, Answer, Interval
from factcheck.quantity import Quantity

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=40)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return Interval(low, high)
    shape = draw(st.sampled_from(["closed", "open low", "open high", "no low", "no high"]))
    return {
        "closed": Interval(low, high),
        "open low": Interval(low, high, low_open=True),
        "open high": Interval(low, high, high_open=True),
        "no low": Interval(None, high),
        "no high": Interval(low, None),
    }[shape]


@st.composite
def interval_and_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    interval, number = draw(intervals()), draw(numbers)
    if not interval.holds(number):
        low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 1
        high = interval.high if interval.high is not None else low + 1
        number = (low + high) / 2
    return interval, number


@given(interval_and_member(), interval_and_member())
def test_results_hold_what_members_give(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    (i, x), (j, y) = a, b
    assert i.holds(x) and j.holds(y)
    assert (i + j).holds(x + y)
    assert (i - j).holds(x - y)
    assert (i * j).holds(x * y)
    assert (-i).holds(-x)
    if y != 0:
        assert (i / j).holds(x / y)


@given(intervals(), intervals(), numbers)
def test_meet_and_hull(i: Interval, j: Interval, x: Fraction) -> None:
    assert i.meet(j).holds(x) == (i.holds(x) and j.holds(x))
    if i.holds(x) or j.holds(x):
        assert i.hull(j).holds(x)
    assert i.meets(j) == j.meets(i)
    assert i.meets(EVERYTHING)


@pytest.mark.parametrize("divisor", [Interval(Fraction(-1), Fraction(1)), Interval.point(0)])
def test_dividing_by_something_that_may_be_zero_says_nothing(divisor: Interval) -> None:
    assert Interval.point(1) / divisor == EVERYTHING


def quantity(value: Fraction, step: Fraction, zeros: int, hedged: bool = False) -> Quantity:
    strict = Interval.around(value, step / 2)
    loose = Interval.around(value, step * 10**zeros / 2)
    return Quantity(value, value, "US dollar", "money:USD", step, strict, loose, "=", hedged)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    step = Fraction(draw(st.sampled_from([1, 10, Fraction(1, 10), Fraction(1, 100)])))
    digits = draw(st.integers(min_value=1, max_value=5000))
    noughts = len(str(digits)) - len(str(digits).rstrip("0")) if step >= 1 else 0
    return quantity(step * digits, step, draw(st.integers(0, noughts)), draw(st.booleans()))


@given(quantities(), quantities())
def test_agreement_is_symmetric(a: Quantity, b: Quantity) -> None:
    assert a.agrees(b) is b.agrees(a)
    assert a.agrees(a) is Answer.AGREE


@given(quantities(), quantities(), st.integers(1, 50))
@example(quantity(Fraction(1), Fraction(1), 0), quantity(Fraction(3), Fraction(1), 0, hedged=True), 1)
@example(quantity(Fraction(200), Fraction(1), 2), quantity(Fraction(300), Fraction(1), 2), 50)
def test_a_wider_hedge_never_creates_a_conflict(a: Quantity, b: Quantity, by: int) -> None:
    wider = Quantity(
        a.low,
        a.high,
        a.unit,
        a.dimension,
        a.step,
        a.strict.hull(Interval.around(a.low, by)),
        a.loose.hull(Interval.around(a.low, by)),
        "~",
        True,
    )
    order = [Answer.AGREE, Answer.UNDECIDED, Answer.CONFLICT]
    assert order.index(wider.agrees(b)) <= order.index(a.agrees(b))


def test_equal_precision_must_be_equal() -> None:
    a, b = quantity(Fraction(33), Fraction(1), 0), quantity(Fraction(34), Fraction(1), 0)
    assert a.strict.meets(b.strict)
    assert a.agrees(b) is Answer.CONFLICT


def test_rounded_agrees_with_precise_and_round_numbers_are_undecided() -> None:
    rounded, precise = (
        quantity(Fraction("4.7"), Fraction(1, 10), 0),
        quantity(Fraction("4.67"), Fraction(1, 100), 0),
    )
    assert rounded.agrees(precise) is Answer.AGREE
    three_hundred, odd = (
        quantity(Fraction(300), Fraction(1), 2),
        quantity(Fraction("312.5"), Fraction(1, 10), 0),
    )
    assert three_hundred.agrees(odd) is Answer.UNDECIDED


def about(value: Fraction, step: Fraction) -> Quantity:
    wide = Interval.around(value, 10_000)
    return Quantity(value, value, "US dollar", "money:USD", step, wide, wide, "~", True)


def test_two_limits_keep_their_room() -> None:
    """ "Up to $250 million" and "up to $215 million": no two roundings of one sum."""
    a, b = (
        Quantity(Fraction(n), Fraction(n), "US dollar", "money:USD", Fraction(1), to, to, "<", True)
        for n, to in (
            (250, Interval(Fraction(0), Fraction(250))),
            (215, Interval(Fraction(0), Fraction(215))),
        )
    )
    assert a.agrees(b) is Answer.AGREE


@given(st.integers(1, 900), st.integers(0, 900), st.booleans())
def test_about_reaches_no_further_than_an_eighth(value: int, more: int, both: bool) -> None:
    """ "About $1.1 billion" and "$1.4 billion" are not two roundings of one sum; "about 40" and "about 45" may be."""
    step = Fraction(1, 10)
    other = value + more
    a = about(Fraction(value, 10), step)
    b = about(Fraction(other, 10), step) if both else quantity(Fraction(other, 10), step, 0)
    conflict = more > 1 and 8 * more > other
    assert a.agrees(b) is b.agrees(a) is (Answer.CONFLICT if conflict else Answer.AGREE)
