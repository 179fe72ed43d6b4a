"""From a value as written to a quantity with its strict and loose intervals, by the policy of the vocabulary."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.hints import Any
from factcheck.interval import Interval
from factcheck.quantity import Quantity

_HALF = Fraction(1, 2)

exact = lru_cache(maxsize=8192)(Fraction)
"""A fraction of two whole numbers; the common ones are made once."""


@lru_cache(maxsize=64)
def _share(text: Any) -> Fraction:
    return Fraction(str(text))


class Written:
    """A number as the text writes it, and how: most readers want the number, so bounds are weighed when asked for.

    ``form`` is digits, words, fraction, multiple, comparative, order or score. ``hedge`` is one of the policy's meanings
    (about, below, above, more, at-least, less, at-most) or None.
    """

    __slots__ = (
        "_quantity", "change", "coarse", "dimension", "form", "hedge", "high", "low", "policy", "step", "text", "unit",
    )  # fmt: skip

    def __init__(
        self,
        policy: dict[str, Any],
        low: Fraction,
        high: Fraction,
        step: Fraction,
        coarse: Fraction,
        unit: str | None,
        dimension: str,
        form: str,
        hedge: str | None,
        change: str,
        text: str,
    ) -> None:
        self.policy, self.low, self.high, self.step, self.coarse = policy, low, high, step, coarse
        self.unit, self.dimension, self.form, self.hedge = unit, dimension, form, hedge
        self.change, self.text = change, text
        self._quantity: Quantity | None = None

    @property
    def quantity(self) -> Quantity:
        """The number with the bounds that its writing allows."""
        if self._quantity is None:
            strict, loose = _bounds(self)
            step = Fraction(0) if self.form in _UNWRITTEN else self.step
            vague = self.hedge is not None or self.form == "order"
            self._quantity = Quantity(
                self.low, self.high, self.unit, self.dimension, step, strict, loose, self.change, vague, self.text
            )  # fmt: skip
        return self._quantity

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Written) and self.quantity == other.quantity

    def __hash__(self) -> int:
        return hash(self.quantity)


_UNWRITTEN = frozenset(("order", "score", "fraction", "multiple"))  # no last digit to go by


def _bounds(written: Written) -> tuple[Interval, Interval]:
    """The strict and the loose interval, by form and hedge."""
    low, high, form, hedge = written.low, written.high, written.form, written.hedge
    if hedge is None and low is high and form == "digits":
        strict = _around(low, written.step)
        return strict, strict if written.coarse == written.step else _around(low, written.coarse)
    if form == "order":
        whole = Interval(low, high, False, True)
        return whole, whole
    if form == "score":
        return Interval.point(low), Interval.point(low)
    tight, wide = _margins(written)
    if form == "comparative":
        return Interval(low - tight, low + 1 + tight), Interval(low - wide, low + 1 + wide)
    bottom, top = (low, high) if low <= high else (high, low)
    if hedge is not None:
        return _hedged(written.policy, hedge, bottom, top, tight, wide, form)
    strict = Interval(bottom - tight, top + tight)
    return strict, Interval(bottom - wide, top + wide) if wide != tight else strict


def _margins(written: Written) -> tuple[Fraction, Fraction]:
    """How far the number may lie from what is written, strictly and loosely: half a step, or a part of a fraction."""
    if written.form not in ("fraction", "multiple"):
        return written.step * _HALF, written.coarse * _HALF
    if written.low == 1:
        return Fraction(0), Fraction(0)
    rule, size = written.policy[written.form], abs(written.low)
    return size * _share(rule["strict"]), size * _share(rule["loose"])


def _around(value: Fraction, step: Fraction) -> Interval:
    """Half a step either side, in as few operations on fractions as can be."""
    top, bottom, part, whole = value.numerator, value.denominator, step.numerator, step.denominator
    if bottom != whole:
        top, part, bottom = top * whole, part * bottom, bottom * whole
    return Interval(exact(2 * top - part, 2 * bottom), exact(2 * top + part, 2 * bottom))


def _hedged(
    policy: dict[str, Any],
    hedge: str,
    low: Fraction,
    high: Fraction,
    tight: Fraction,
    wide: Fraction,
    form: str,
) -> tuple[Interval, Interval]:
    if hedge == "more":
        return Interval(low, None, True), Interval(low - wide, None, True)
    if hedge == "at-least":
        return Interval(low, None), Interval(low - wide, None)
    if hedge in ("less", "at-most"):
        floor = Fraction(0) if high > 0 else None
        shut = hedge == "less"
        return Interval(floor, high, False, shut), Interval(floor, high + wide, False, shut)
    rule = policy[hedge]
    size = max(abs(low), abs(high))
    if form in ("fraction", "multiple"):
        margin = size * _share(rule["relative"])
    else:
        margin = max(tight * 2 * _share(rule["steps"]), wide * 2 * _share(rule["coarse"]))
        margin = min(margin, size * _share(rule["cap"]))
    margin = max(margin, tight)
    down = low - margin if hedge != "above" else low
    up = high + margin if hedge != "below" else high
    strict = Interval(down, up)
    return strict, Interval(down - wide, up + wide)
