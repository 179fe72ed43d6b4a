"""Exact factors between units; what may be compared; the generated table agrees with pint."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.quantities import read_quantities
from factcheck.normalise import units
from factcheck.normalise.unit_table import UNITS
from factcheck.quantity import Quantity


def quantity(text: str) -> Quantity:
    return read_quantities(f"It was {text} in all.")[0].quantity


@pytest.mark.parametrize(
    ("unit", "to", "expected"),
    [
        ("kilometre", "metre", Fraction(1000)),
        ("mile", "kilometre", Fraction("1.609344")),
        ("tonne", "kilogram", Fraction(1000)),
        ("megawatt hour", "kilowatt hour", Fraction(1000)),
        ("basis point", "percentage point", Fraction(1, 100)),
        ("US cent", "US dollar", Fraction(1, 100)),
        ("penny", "pound sterling", Fraction(1, 100)),
        ("quarter", "month", Fraction(3)),
        ("decade", "year", Fraction(10)),
        ("kilometre per hour", "metre per second", Fraction(5, 18)),
        ("US cent per share", "US dollar per share", Fraction(1, 100)),
        ("case per 100,000 people", "case per 10,000 people", Fraction(1, 10)),
        ("percent", "percentage point", None),
        ("US dollar", "Chinese yuan", None),
        ("degree Celsius", "degree Fahrenheit", None),
        ("barrel", "tonne", None),
        ("US dollar per share", "US dollar", None),
        ("ton", "tonne", Fraction("0.90718474")),
    ],
)
def test_factors(unit: str, to: str, expected: Fraction | None) -> None:
    assert units.factor(unit, to) == expected


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        (None, "number"), ("percent", "percent"), ("basis point", "percentage point"), ("US dollar", "money:USD"),
        ("Chinese yuan", "money:CNY"), ("kilometre", "length"), ("megawatt hour", "energy"), ("times", "multiple"),
        ("developer", "count:developer"), ("job cut", "count:cut"), ("US dollar per share", "money:USD per share"),
        ("US dollar per barrel", "money:USD per volume"), ("year of age", "age"), ("hectare", "area"),
    ],
)  # fmt: skip
def test_dimensions(unit: str | None, dimension: str) -> None:
    assert units.dimension_of(unit) == dimension


def test_convert_maps_every_bound_exactly() -> None:
    miles = units.convert(quantity("more than 5 miles"), "kilometre")
    assert miles.low == Fraction("8.04672") and miles.strict.low == miles.low and miles.strict.high is None
    assert miles.dimension == "length" and miles.change == ">"
    warm = units.convert(quantity("212 degrees Fahrenheit"), "degree Celsius")
    assert warm.low == 100 and warm.step == Fraction(5, 9)
    third = units.convert(quantity("a third of it"), "percent")
    assert third.strict.holds(33) and not third.strict.holds(40)


def test_what_does_not_convert_says_so() -> None:
    with pytest.raises(ValueError, match="cannot convert percent to percentage point"):
        units.convert(quantity("5 percent"), "percentage point")


def test_comparable_keeps_shares_points_and_money_apart() -> None:
    assert units.comparable(quantity("5 miles"), quantity("8 km"))
    assert units.comparable(quantity("a third of it"), quantity("33%"))
    assert not units.comparable(quantity("5%"), quantity("5 percentage points"))
    assert not units.comparable(quantity("$5"), quantity("€5"))
    assert not units.comparable(quantity("5 dogs"), quantity("5 cats"))


def test_split_rate() -> None:
    assert units.split_rate("US dollar per share") == ("US dollar", "share")
    assert units.split_rate("mile per hour") == ("mile per hour", None)
    assert units.split_rate("tonne") == ("tonne", None)


def test_a_unit_of_a_newsroom_is_measured_by_pint() -> None:
    units.add_units({"cable length": "926/5 metre"})
    assert units.factor("cable length", "metre") == Fraction(926, 5)
    assert units.dimension_of("cable length") == "length"


def test_the_table_is_what_pint_would_write() -> None:
    import factcheck.normalise.unit_table as table
    from factcheck.normalise.unit_registry import measure_unit, table_text

    with open(table.__file__, encoding="utf-8") as file:
        assert file.read() == table_text()
    assert measure_unit("furlong") == ("length", Fraction("201.168"))


LENGTHS = sorted(
    name for name, entry in UNITS.items() if entry[0] in ("length", "mass", "energy", "volume", "data")
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(LENGTHS), st.sampled_from(LENGTHS), st.sampled_from(LENGTHS))
def test_factors_are_consistent(a: str, b: str, c: str) -> None:
    there, on, whole = units.factor(a, b), units.factor(b, c), units.factor(a, c)
    if there is None:
        assert UNITS[a][0] != UNITS[b][0]
    else:
        back = units.factor(b, a)
        assert back is not None and there * back == 1
        if on is not None and whole is not None:
            assert there * on == whole
