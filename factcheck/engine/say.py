"""Messages: the holes of a rule's texts filled with figures, periods and names, exactly and briefly."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from factcheck.claim import Claim, Entity
from factcheck.engine.amounts import Amount, Incomparable
from factcheck.engine.evaluate import compile_expression
from factcheck.engine.match import Match
from factcheck.engine.words import WEEKDAYS
from factcheck.period import Period, Reading
from factcheck.quantity import Quantity
from factcheck.rule import Template

_SYMBOLS = {"US dollar": "$", "euro": "€", "pound sterling": "£", "yen": "¥", "Japanese yen": "¥"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def fill(template: Template, match: Match) -> str:
    """The text for a match. A hole that has nothing to say becomes “unstated”."""
    said: list[str] = []
    for piece in template:
        if isinstance(piece, str):
            said.append(piece)
            continue
        tree, form = piece
        try:
            said.append(words_for(compile_expression(tree)(match), form))
        except Incomparable:
            said.append("unstated")
    return " ".join("".join(said).split())


def words_for(value: Any, form: str = "") -> str:
    """A value in words: a claim by its figure, an entity by its name, a period by its words or days."""
    if value is None or value == "":
        return "unstated"
    if isinstance(value, list):
        return ", ".join(words_for(item, form) for item in value[:8]) + (" …" if len(value) > 8 else "")
    if isinstance(value, Claim):
        return figure_words(value.quantity) if value.quantity is not None else value.period.text
    if isinstance(value, Entity):
        return value.name or value.words
    if isinstance(value, Period):
        return value.text or value.label or "unstated"
    if isinstance(value, Reading):
        return reading_words(value)
    if isinstance(value, date):
        return WEEKDAYS[value.weekday()] if form == "weekday" else f"{value:%B} {value.day}, {value.year}"
    if isinstance(value, Amount):
        return amount_words(value, form)
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return ", ".join(str(item[1]) if isinstance(item, tuple) else str(item) for item in value)
    return _plain(str(value))


def _plain(text: str) -> str:
    """An identifier as people write it: "market-share" and "~cloud pledge" without their signs."""
    slug = text.replace("-", "").replace("_", "").isalpha() and text.islower()
    return text.removeprefix("~").replace("_", " ").replace("-", " ") if slug or text[:1] == "~" else text


def reading_words(reading: Reading) -> str:
    """April–June 2025; January 1–March 15, 2025; the label where no days are known."""
    start, end = reading.start, reading.end
    if start is None and end is None:
        return reading.label
    if start is None or end is None:
        day = start or end
        assert day is not None
        return f"{'from' if start else 'until'} {words_for(day)}"
    if start == end:
        return words_for(start)
    full = start.day == 1 and end.month != (date.fromordinal(end.toordinal() + 1)).month
    if full and start.year == end.year:
        if (start.month, end.month) == (1, 12):
            return str(start.year)
        if start.month == end.month:
            return f"{start:%B} {start.year}"
        return f"{start:%B}–{end:%B} {end.year}"
    if full:
        return f"{start:%B} {start.year}–{end:%B} {end.year}"
    return f"{words_for(start)}–{words_for(end)}"


def figure_words(quantity: Quantity) -> str:
    """A figure as it was written, else built from its value and unit."""
    if quantity.text:
        return " ".join(quantity.text.split())
    if quantity.is_range:
        return f"{value_words(quantity.low, None)}–{value_words(quantity.high, quantity.unit)}"
    return value_words(quantity.low, quantity.unit)


def value_words(value: Fraction, unit: str | None, places: int = 2) -> str:
    symbol = _SYMBOLS.get((unit or "").removesuffix(" per share"))
    tail = " per share" if unit and unit.endswith(" per share") else ""
    if unit == "percent":
        return f"{decimal(value, places)} %"
    scaled, word = value, ""
    for size, name in _SCALES:
        if abs(value) >= size:
            scaled, word = value / size, f" {name}"
            break
    number = decimal(scaled, places)
    if symbol:
        sign = "-" if number.startswith("-") else ""
        return f"{sign}{symbol}{number.removeprefix('-')}{word}{tail}"
    return f"{number}{word}" + (f" {unit}" if unit and unit != "times" else "")


def amount_words(amount: Amount, form: str = "") -> str:
    """A computed amount at the precision its interval supports."""
    if amount.quantity is not None and form in ("", "words"):
        return figure_words(amount.quantity)
    middle = amount.middle
    if middle is None:
        raise Incomparable("unbounded")
    if form == "percent" or (not form and amount.dimension == "percent"):
        return f"{decimal(middle * 100, places_for(amount, 100))} %"
    if not form and amount.dimension == "percentage point":
        return f"{decimal(middle * 100, places_for(amount, 100))} points"
    if form == "ratio":
        return f"{decimal(middle, 2)} times"
    return value_words(middle, None if form == "number" else amount.unit)


def places_for(amount: Amount, factor: int) -> int:
    """Decimals that are still certain, one at least, two at most."""
    width = amount.strict.width
    if width is None:
        return 1
    return 2 if width * factor < Fraction(1, 20) else 1


def decimal(value: Fraction, places: int) -> str:
    """A decimal rounded half to even, grouped by thousands, without trailing zeros."""
    rounded = round(value, places)
    whole, rest = divmod(abs(rounded), 1)
    text = f"{int(whole):,}"
    if rest:
        text += "." + str(int(rest * 10**places)).zfill(places).rstrip("0")
    return f"-{text}" if rounded < 0 else text
