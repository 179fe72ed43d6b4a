"""Units: what measures what, and exact factors between units of one dimension. Currencies never convert here."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.interval import Interval
from factcheck.normalise.unit_table import UNITS
from factcheck.quantity import Quantity

# Degrees have a shifted zero: value in kelvin = value * factor + offset.
_OFFSETS = {
    "kelvin": (Fraction(1), Fraction(0)),
    "degree Celsius": (Fraction(1), Fraction("273.15")),
    "degree Fahrenheit": (Fraction(5, 9), Fraction("459.67") * Fraction(5, 9)),
}
# Units without a dimension of physics, kept apart on purpose (claims design, section 2).
_RATES = {
    "length per time": "speed",
    "data per time": "data rate",
    "volume per time": "flow",
    "mass per time": "mass rate",
    "length per volume": "distance per volume",
}
_OWN = {"times": "multiple"}


@lru_cache(maxsize=2048)
def measure(unit: str) -> tuple[str, Fraction] | None:
    """(dimension, size in the dimension's base unit) of a canonical unit or rate; None for a counted noun.

    A rate "A per B" has the dimension "<A> per <B>", where B may be a counted noun ("US dollar per share") or a number
    of them ("per 100,000 people" has size 1/100000).
    """
    known = UNITS.get(unit)
    if known is not None:
        return known[0], Fraction(known[1], known[2])
    top, per, bottom = ("", "per", unit[4:]) if unit.startswith("per ") else unit.partition(" per ")
    if per:
        over = (
            ("number", Fraction(1)) if not top else measure(top) or (f"count:{head_noun(top)}", Fraction(1))
        )
        each = measure(bottom)
        if each is None:
            amount, _, noun = bottom.partition(" ")
            digits = amount.replace(",", "")
            if digits.isdecimal() and noun and int(digits):  # "€5 per 0 %" is no rate
                each = (head_noun(noun), Fraction(int(digits)))
            else:
                each = (head_noun(bottom), Fraction(1))
        dimension = f"{over[0]} per {each[0]}"
        return _RATES.get(dimension, dimension), over[1] / each[1]
    if unit in _OWN:
        return _OWN[unit], Fraction(1)
    return _measure_outside(unit)


def _measure_outside(unit: str) -> tuple[str, Fraction] | None:
    """A unit that a newsroom's vocabulary adds, by pint; only then is pint loaded."""
    if unit not in _added:
        return None
    from factcheck.normalise.unit_registry import measure_size

    return measure_size(_added[unit])


_added: dict[str, str] = {}


def add_units(sizes: dict[str, str]) -> None:
    """Make units outside the table known: canonical name → size expression ("127/5000 metre")."""
    _added.update({name: size for name, size in sizes.items() if name not in UNITS})
    measure.cache_clear()
    dimension_of.cache_clear()
    factor.cache_clear()


def head_noun(phrase: str) -> str:
    """The last word of a counted noun phrase, in lower case: what two counts must share to be compared."""
    return phrase.rpartition(" ")[2].lower()


@lru_cache(maxsize=2048)
def dimension_of(unit: str | None) -> str:
    """The dimension string of a canonical unit: "money:USD", "length", "percent", "count:developer", "number"."""
    if unit is None:
        return "number"
    measured = measure(unit)
    return measured[0] if measured else f"count:{head_noun(unit)}"


@lru_cache(maxsize=2048)
def factor(unit: str, to: str) -> Fraction | None:
    """What one ``unit`` is in ``to``, exactly; None when they measure different things or have shifted zeros."""
    if unit == to:
        return Fraction(1)
    if unit in _OFFSETS and to in _OFFSETS:
        return None
    here, there = measure(unit), measure(to)
    if here is None or there is None:
        return Fraction(1) if here is there and head_noun(unit) == head_noun(to) else None
    return here[1] / there[1] if here[0] == there[0] else None


def convert(quantity: Quantity, to_unit: str) -> Quantity:
    """The same quantity in another unit, exactly. ValueError when the units measure different things.

    A fraction without a unit ("a third") converts to percent, and a percentage to a fraction of itself never does.
    """
    if quantity.unit == to_unit:
        return quantity
    if quantity.unit in _OFFSETS and to_unit in _OFFSETS:
        a, b = _OFFSETS[quantity.unit]
        c, d = _OFFSETS[to_unit]
        return _map(quantity, to_unit, a / c, (b - d) / c)
    if quantity.dimension == "fraction" and to_unit == "percent":
        return _map(quantity, to_unit, Fraction(100), Fraction(0))
    size = factor(quantity.unit, to_unit) if quantity.unit else None
    if size is None:
        raise ValueError(f"cannot convert {quantity.unit or 'a bare number'} to {to_unit}")
    return _map(quantity, to_unit, size, Fraction(0))


def _map(quantity: Quantity, unit: str, size: Fraction, shift: Fraction) -> Quantity:
    return Quantity(
        quantity.low * size + shift,
        quantity.high * size + shift,
        unit,
        dimension_of(unit),
        quantity.step * size,
        _shifted(quantity.strict, size, shift),
        _shifted(quantity.loose, size, shift),
        quantity.change,
        quantity.hedged,
        quantity.text,
    )


def _shifted(interval: Interval, size: Fraction, shift: Fraction) -> Interval:
    low = None if interval.low is None else interval.low * size + shift
    high = None if interval.high is None else interval.high * size + shift
    return Interval(low, high, interval.low_open, interval.high_open)


def comparable(a: Quantity, b: Quantity) -> bool:
    """True when the two can be brought to one unit: same dimension, or a fraction beside a percentage."""
    if a.dimension == b.dimension:
        return True
    return {a.dimension, b.dimension} == {"fraction", "percent"}


def split_rate(unit: str) -> tuple[str, str | None]:
    """("US dollar", "share") of "US dollar per share"; the second is None for a unit that is no rate."""
    if unit in UNITS:
        return unit, None
    top, per, bottom = unit.partition(" per ")
    return top, bottom if per else None
