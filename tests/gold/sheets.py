"""The gold sentences: read, with defaults filled in and every figure's place in its text found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
DEFAULTS: dict[str, Any] = {
    "direction": None,
    "basis": None,
    "period": None,
    "prior": False,
    "scope": {},
    "modality": "reported",
    "attribution": None,
    "entity": None,
}
REQUIRED = {"quote", "value", "unit", "metric", "measure"}


@dataclass(frozen=True)
class GoldClaim:
    """One claim written by hand. ``start`` and ``end`` are offsets into the sentence's text.

    Every aspect is a tuple of answers that are accepted (a list in the sheet), save ``scope`` and ``value``.
    """

    start: int
    end: int
    quote: str
    value: tuple[Fraction, ...]
    scope: tuple[tuple[str, str], ...]
    aspects: dict[str, tuple[Any, ...]]


@dataclass(frozen=True)
class GoldSentence:
    """One or two sentences, with the headline and date they stand under, and all their claims."""

    id: str
    domain: str
    text: str
    title: str | None
    published: str | None
    claims: tuple[GoldClaim, ...]

    @property
    def page(self) -> str:
        """The sentence as an article: its headline first, where it has one."""
        return f"{self.title}\n\n{self.text}\n" if self.title else f"{self.text}\n"


def read_gold(folder: Path = FOLDER) -> list[GoldSentence]:
    """All gold sentences of a folder; a figure that its text does not hold is a ValueError."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        found.extend(_sentence(entry, path) for entry in yaml.safe_load(path.read_text(encoding="utf-8")))
    return found


def _sentence(entry: dict[str, Any], path: Path) -> GoldSentence:
    text = entry["text"]
    published = entry.get("published")
    return GoldSentence(
        entry["id"],
        entry["domain"],
        text,
        entry.get("title"),
        published.isoformat() if isinstance(published, date) else published,
        tuple(_claim(claim, text, f"{path.name}: {entry['id']}") for claim in entry["claims"]),
    )


def _claim(sheet: dict[str, Any], text: str, where: str) -> GoldClaim:
    unknown = set(sheet) - set(DEFAULTS) - REQUIRED - {"nth"}
    missing = REQUIRED - set(sheet)
    if unknown or missing:
        raise ValueError(f"{where}: unknown {sorted(unknown)}, missing {sorted(missing)}")
    filled = {**DEFAULTS, **sheet}
    start = _place(text, filled["quote"], filled.get("nth", 1), where)
    raw = filled["value"] if isinstance(filled["value"], list) else [filled["value"]]
    aspects = {
        name: tuple(answer if isinstance(answer, list) else [answer])
        for name, answer in filled.items()
        if name not in ("quote", "nth", "value", "scope")
    }
    # YAML reads 2029-04-13 as a date; labels are words.
    aspects["period"] = tuple(a.isoformat() if isinstance(a, date) else a for a in aspects["period"])
    scope = tuple(sorted(filled["scope"].items()))
    value = tuple(Fraction(str(number)) for number in raw)
    return GoldClaim(start, start + len(filled["quote"]), filled["quote"], value, scope, aspects)


def _place(text: str, quote: str, nth: int, where: str) -> int:
    """Offset of the nth occurrence that is not a piece of a longer number."""
    at, seen = text.find(quote), 0
    while at != -1:
        glued = at > 0 and quote[0].isdigit() and (text[at - 1].isdigit() or text[at - 1] in ".,")
        seen += not glued
        if seen == nth and not glued:
            return at
        at = text.find(quote, at + 1)
    raise ValueError(f"{where}: {quote!r} is not in the text")
