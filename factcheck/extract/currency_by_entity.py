"""Which currency a bare "$" or "¥" means, where the text is silent and the registry knows in what its subject reports."""

from __future__ import annotations

from factcheck.claim import Entity
from factcheck.extract.currency_evidence import BY_HINT, GUESSED
from factcheck.extract.quantity_words import load_lexicon
from factcheck.normalise.entities import Registry
from factcheck.quantity import Quantity
from factcheck.records import replace

_OTHER_DOLLARS = frozenset(["AUD", "CAD", "HKD", "NZD", "SGD", "TWD"])


def settled(
    quantity: Quantity, marks: frozenset[str], entity: Entity, registry: Registry
) -> tuple[Quantity, frozenset[str]]:
    """The figure and its marks, once it is known whose it is.

    "¥" is the yuan of a company in Shanghai and the yen of one in Osaka. "$" stays in doubt where a company keeps its books in another
    dollar: Sydney's papers mean theirs, New York's convert it.
    """
    if GUESSED not in marks or not quantity.dimension.startswith(("money:USD", "money:JPY")):
        return quantity, marks
    currency = registry.info(entity.id).currency if entity.known else None
    if quantity.dimension.startswith("money:USD"):
        return quantity, marks if currency in _OTHER_DOLLARS else marks - {GUESSED}
    if currency not in ("JPY", "CNY") or "¥" not in quantity.text:
        return quantity, marks
    marks = marks - {GUESSED} | {BY_HINT}
    if currency == "JPY":
        return quantity, marks
    codes = load_lexicon().codes
    unit = None if quantity.unit is None else quantity.unit.replace(codes["JPY"], codes["CNY"])
    return replace(quantity, unit=unit, dimension=quantity.dimension.replace("JPY", "CNY")), marks
