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
    """A number as the text writes it, and how: most readers want the number, so bounds are weighed when asked for."""

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
        if self._quantity is None:
            self._quantity = weigh(
                self.policy, self.low, self.high, self.step, self.coarse, self.unit, self.dimension,
                form=self.form, hedge=self.hedge, change=self.change, text=self.text,
            )  # fmt: skip
        return self._quantity

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Written) and self.quantity == other.quantity

    def __hash__(self) -> int:
        return hash(self.quantity)


def weigh(
    policy: dict[str, Any],
    low: Fraction,
    high: Fraction,
    step: Fraction,
    coarse: Fraction,
    unit: str | None,
    dimension: str,
    *,
    form: str = "digits",
    hedge: str | None = None,
    change: str = "=",
    text: str = "",
) -> Quantity:
    """The quantity; ``form`` is digits, words, fraction, multiple, comparative, order or score.

    ``hedge`` is one of the policy's meanings (about, below, above, more, at-least, less, at-most) or None.
    """
    if hedge is None and low is high and form == "digits":
        strict = _around(low, step)
        loose = strict if coarse == step else _around(low, coarse)
        return Quantity(low, high, unit, dimension, step, strict, loose, change, False, text)
    if form in ("order", "score"):
        strict = Interval(low, high, False, form == "order") if form == "order" else Interval.point(low)
        return Quantity(
            low, high, unit, dimension, Fraction(0), strict, strict, change, form == "order", text
        )
    if form in ("fraction", "multiple"):
        rule = policy[form]
        tight, wide = abs(low) * _share(rule["strict"]), abs(low) * _share(rule["loose"])
        if low == 1:
            tight = wide = Fraction(0)
        step = Fraction(0)
    else:
        tight, wide = step * _HALF, coarse * _HALF
        if form == "comparative":
            high_end = low + 1
            strict, loose = Interval(low - tight, high_end + tight), Interval(low - wide, high_end + wide)
            return Quantity(low, high, unit, dimension, step, strict, loose, change, hedge is not None, text)
    bottom, top = (low, high) if low <= high else (high, low)
    if hedge is None:
        strict = Interval(bottom - tight, top + tight)
        loose = Interval(bottom - wide, top + wide) if wide != tight else strict
        return Quantity(low, high, unit, dimension, step, strict, loose, change, False, text)
    strict, loose = _hedged(policy, hedge, bottom, top, tight, wide, form)
    return Quantity(low, high, unit, dimension, step, strict, loose, change, True, text)


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
