"""Our own pint registry. The only module that knows pint; it writes the unit table and measures units outside it.

pint's default registry reads news wrongly (quarter as 28 lb, pp as a length, bps as baud), so this one defines from
nothing: base dimensions, then every unit of the vocabulary by its ``size``. Numbers are exact rationals throughout.

Run ``python -m factcheck.normalise.unit_registry`` to write ``unit_table.py`` anew.
"""

from __future__ import annotations

import ast
import operator
import re
import textwrap
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path

from factcheck.hints import Any
from factcheck.vocabulary import load_part

_BASES = {
    "metre": "length", "gram": "mass", "second": "time", "month": "months", "watt": "power", "volt": "voltage",
    "temperature": "temperature", "bit": "data", "cycle": "cycles", "degree": "degree", "radian": "angle",
    "decibel": "sound level", "lumen": "light", "mole": "substance", "part": "concentration", "pixel": "pixel", "frame": "frames",
    "gray": "absorbed dose", "sievert": "dose", "becquerel": "radioactivity", "roentgen": "exposure",
    "newton": "force", "pascal": "pressure", "storey": "storey", "night": "night", "weekend": "weekend",
    "age_month": "age", "age_week": "age in weeks", "emission_kilogram": "emissions", "percent": "percent",
    "percentage_point": "percentage point", "container": "container", "deadweight": "deadweight",
    "gross_tonnage": "gross tonnage", "arcminute": "arcminute", "barrel_of_oil_equivalent": "oil equivalent", "gas_equivalent": "gas equivalent",
    "international_unit": "biological effect",
}  # fmt: skip
_NAMES = {
    "length ** 2": "area", "length ** 3": "volume", "length / time": "speed", "power * time": "energy",
    "data / time": "data rate", "cycles / time": "frequency", "power / voltage": "current",
    "power * time / voltage": "charge", "voltage ** 2 / power": "resistance", "1 / length ** 2": "distance per volume",
    "force * length": "torque", "mass / time": "mass rate", "length ** 3 / time": "flow",
}  # fmt: skip


@cache
def registry() -> Any:
    """An empty pint registry with our base dimensions, counting in fractions."""
    import pint

    ours: Any = pint.UnitRegistry(None, non_int_type=Fraction)
    for base, dimension in _BASES.items():
        ours.define(f"{base} = [{dimension.replace(' ', '_')}]")
    ours.define("ampere = watt / volt")
    return ours


_OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def _exact(size: str) -> Any:
    """A size expression as a pint quantity with a Fraction as its magnitude ("1000 metre", "metre ** 2")."""
    source = re.sub(r"(?<=[\d)])\s+(?=[a-z])", " * ", size)
    return _walk(ast.parse(source, mode="eval").body, source)


def _walk(node: ast.expr, source: str) -> Any:
    if isinstance(node, ast.BinOp):
        right = _walk(node.right, source)
        if isinstance(node.op, ast.Pow):
            right = int(right)
        return _OPERATORS[type(node.op)](_walk(node.left, source), right)
    if isinstance(node, ast.UnaryOp):
        return -_walk(node.operand, source)
    if isinstance(node, ast.Name):
        return registry().Quantity(Fraction(1), node.id)
    return Fraction(ast.get_source_segment(source, node) or "")


def measure_size(size: str) -> tuple[str, Fraction]:
    """(dimension, factor to the base unit) of a size expression such as ``1000 metre``."""
    quantity = registry().Quantity(Fraction(1)) * _exact(size)
    base = quantity.to_base_units()
    dimension = " * ".join(
        f"{name.strip('[]').replace('_', ' ')}" + (f" ** {int(power)}" if power != 1 else "")
        for name, power in sorted(base.dimensionality.items())
        if power > 0
    )
    below = " * ".join(
        f"{name.strip('[]').replace('_', ' ')}" + (f" ** {-int(power)}" if power != -1 else "")
        for name, power in sorted(base.dimensionality.items())
        if power < 0
    )
    text = f"{dimension or '1'} / {below}" if below else dimension
    return _NAMES.get(text, text), Fraction(base.magnitude)


def measure_unit(name: str) -> tuple[str, Fraction] | None:
    """(dimension, factor) of a unit of the vocabulary, by pint; None for a name the vocabulary does not have."""
    sizes = _sizes()
    return measure_size(sizes[name]) if name in sizes else None


@cache
def _sizes() -> dict[str, str]:
    return dict(load_part("quantities", _unit_sizes, version="sizes-2"))


def unit_sizes(layers: tuple[Path, ...]) -> dict[str, str]:
    """Canonical unit → size expression, those of a newsroom's layers included."""
    return dict(load_part("quantities", _unit_sizes, layers, version="sizes-2"))


def _unit_sizes(data: dict[str, Any]) -> dict[str, str]:
    """Canonical unit → size expression, prefixed units included."""
    sizes: dict[str, str] = {}
    prefixes = data["unit_prefixes"]
    for name, spec in data["units"].items():
        size = str((spec or {}).get("size", name.replace(" ", "_")))
        sizes[name] = size
        for prefix in (spec or {}).get("prefixes", ()):
            sizes[prefix + name] = f"{prefixes[prefix]['factor']} * {size}"
    return sizes


def _currencies(data: dict[str, Any]) -> dict[str, tuple[str, int, int]]:
    units = {name: (f"money:{code}", 1, 1) for code, name in data["codes"].items()}
    for name, code in data["hundredths"].values():
        units[name] = (f"money:{code}", 1, 100)
    for name, family in data["families"].items():
        if family["alone"] is None:
            units[name] = (f"money:{name}", 1, 1)
    for country, code in (("Australian", "AUD"), ("Canadian", "CAD")):
        units[f"{country} cent"] = (f"money:{code}", 1, 100)
    return units


def table_text() -> str:
    """The source of ``unit_table.py``."""
    units = dict(load_part("quantities", _currencies, version="currencies-2"))
    for name in _sizes():
        measured = measure_unit(name)
        assert measured is not None
        units[name] = (measured[0], measured[1].numerator, measured[1].denominator)
    entries = [
        f'"{name}": ("{dimension}", {top}, {bottom}),'
        for name, (dimension, top, bottom) in sorted(units.items())
    ]
    lines = [
        '"""Generated by ``python -m factcheck.normalise.unit_registry``; do not edit. Unit → dimension and exact factor."""',
        "",
        "# fmt: off",
        "# canonical unit: (dimension, numerator, denominator of its size in the dimension's base unit)",
        "UNITS: dict[str, tuple[str, int, int]] = {",
        *textwrap.wrap(" ".join(entry.replace(" ", "\x01") for entry in entries), 105),
        "}",
        "",
    ]
    lines = [f"    {line}" if line.startswith('"') and "\x01" in line else line for line in lines]
    lines = [line.replace("\x01", " ") for line in lines]
    return "\n".join(lines)


if __name__ == "__main__":
    Path(__file__).with_name("unit_table.py").write_text(table_text(), encoding="utf-8")
