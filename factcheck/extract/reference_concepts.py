"""What filings and tables call things, in our words: units, concepts, metrics."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from factcheck.hints import Any, cast
from factcheck.normalise.metrics import Metrics
from factcheck.vocabulary import load_part


@lru_cache(maxsize=1)
def currency_names() -> dict[str, str]:
    """ISO code → canonical unit name ("US dollar")."""
    codes = load_part("quantities", lambda data: dict(data.get("codes", {})), version="currency-names")
    return cast("dict[str, str]", codes)


@lru_cache(maxsize=64)
def money_sign(unit: str) -> str | None:
    """What stands before a sum of money: "$", "€", else the ISO code and a blank ("¥" is two currencies); None for no money."""
    iso = next((code for code, name in currency_names().items() if name == unit), None)
    if iso is None:
        return None
    signs = load_part(
        "quantities",
        lambda data: {
            code: sign
            for sign, code in dict(data.get("prefixes", {})).items()
            if len(sign) == 1 and not sign.isalnum() and sign not in data.get("ambiguous", ())
        },
        version="currency-signs",
    )
    plain = {"USD": "$", **signs}.get(iso, "")
    return plain if plain and unicodedata.normalize("NFKC", plain) == plain else f"{iso} "


def concepts(layers: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The concept map: {"concepts": {prefix: {name: {metric, scope, bare}}}, "axes": {axis: scope}}."""
    return cast("dict[str, Any]", load_part("concepts", lambda data: data, layers))


def metric_of(
    prefix: str, name: str, mapping: dict[str, Any]
) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """(metric, scope) of a concept, for each scope under which it can be compared; empty when it is not mapped."""
    entry = mapping["concepts"].get(prefix, {}).get(name)
    if entry is None:
        return []
    scope = {str(k): str(v) for k, v in (entry.get("scope") or {}).items()}
    found = [(str(entry["metric"]), tuple(sorted(scope.items())))]
    if entry.get("bare"):  # news mostly leaves this part of the scope unsaid
        rest = tuple(sorted((k, v) for k, v in scope.items() if k not in entry["bare"]))
        found.append((str(entry["metric"]), rest))
    return found


def metric_named(words: str, metrics: Metrics) -> str:
    """The metric that words name in full, or an open one."""
    if metrics.known(words):
        return words
    lowers = words.lower().replace("-", " ").split()
    match = metrics.match(lowers, 0) if lowers else None
    return match[1] if match is not None and match[0] == len(lowers) else "~" + words.lower()


def unit_of(unit: str) -> str | None:
    """Our unit of "USD", "USD/shares", "shares", "pure" (a share of one, given in percent); None for others."""
    over, _, under = unit.partition("/")
    if unit == "shares":
        return "share"
    if unit == "pure":
        return "percent"
    money = currency_names().get(over.removeprefix("iso4217:").upper())
    if money is None:
        return None
    if not under:
        return money
    return f"{money} per share" if under.removeprefix("xbrli:") in ("shares", "share") else None
