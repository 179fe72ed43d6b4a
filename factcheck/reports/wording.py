"""Figures, periods and claims in words that people read, always exact: never a float artefact."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claim import Claim
from factcheck.day import date, timedelta
from factcheck.naming import counted_unit, metric_name, place_name, spelled
from factcheck.normalise.units import measure
from factcheck.period import Period, Reading
from factcheck.quantity import Quantity

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SHORT = {
    "percent": " %",
    "percentage point": " percentage points",
    "basis point": " basis points",
    "penny": "p",
}
_ARROWS = {"up": "up ", "down": "down ", "flat": "flat, "}


def exact_text(value: Fraction) -> str:
    """A decimal if one is exact, else numerator/denominator: 4.67, 1/3."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    if places == 0:
        return str(value.numerator)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def grouped(value: Fraction) -> str:
    """An exact number with thousands grouped: 83,600,000, 128.4, −5."""
    text = exact_text(abs(value))
    if "/" not in text:
        whole, point, decimals = text.partition(".")
        text = f"{int(whole):,}{point}{decimals}"
    return ("−" if value < 0 else "") + text


def scaled(value: Fraction) -> str:
    """Like :func:`grouped`, in millions, billions or trillions where that is exact and shorter."""
    for size, word in _SCALES:
        if abs(value) >= size:
            text = exact_text(abs(value) / size)
            if "/" not in text and len(text) <= 8:
                return f"{'−' if value < 0 else ''}{text} {word}"
    return grouped(value)


def quantity_text(quantity: Quantity) -> str:
    """A quantity as it was resolved: "$4.67 billion", "26 %", "40,000 to 50,000 unit"."""
    number = scaled(quantity.low)
    if quantity.is_range:
        number = f"{number} to {scaled(quantity.high)}"
    kind, _, currency = quantity.dimension.partition(":")
    if kind == "money":
        text = _money_text(number, currency.partition("/")[0], quantity)
    elif quantity.unit is None:
        text = number
    else:
        text = number + (_SHORT.get(quantity.unit) or f" {counted_unit(quantity.unit, quantity.high)}")
    sign = {"~": "about ", ">": "more than ", "<": "less than "}.get(quantity.change, "")
    return sign + text


def _money_text(number: str, currency: str, quantity: Quantity) -> str:
    """ "$0.11 per share", "11 US cents per share": coins by their own name."""
    unit, per, each = (quantity.unit or "").partition(" per ")
    coin = measure(unit)
    if coin is not None and coin[1] != 1:
        return f"{number}{_SHORT.get(unit) or ' ' + counted_unit(unit, quantity.high)}{per}{each}"
    code = currency.partition(" per ")[0]
    return f"{_SYMBOLS.get(code, f'{code} ')}{number}{per}{each}"


def metric_text(claim: Claim, text: str = "") -> str:
    """The metric in words, with the capitals that the claim's words or ``text`` give it."""
    return metric_name(claim, text)


def day_text(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def iso_day_text(day: str | None) -> str:
    """ "2025-08-24" as people write it; "no date" without one."""
    if not day:
        return "no date"
    try:
        return day_text(date.fromisoformat(day))
    except ValueError:
        return day


def span_text(start: date | None, end: date | None) -> str:
    """A stretch of days in the shortest exact words: April–June 2025, August 24, 2025, since January 1, 2019."""
    if start is None or end is None:
        if start is not None:
            return f"from {day_text(start)}"
        return f"until {day_text(end)}" if end is not None else ""
    if start == end:
        return day_text(start)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
        if start.year == end.year:
            if (start.month, end.month) == (1, 12):
                return str(start.year)
            return f"{first} {start.year}" if first == last else f"{first}–{last} {start.year}"
        return f"{first} {start.year} – {last} {end.year}"
    return f"{day_text(start)} – {day_text(end)}"


def reading_text(reading: Reading) -> str:
    days = span_text(reading.start, reading.end) or reading.label
    return days if reading.how in ("stated", "") else f"{days} ({reading.how})"


def period_text(period: Period) -> str:
    """The words with all they can mean: “Q1 2025”: January–March 2025 (calendar) or April–June 2025 (…)."""
    if not period.text and not period.readings:
        return "not stated"
    words = f"“{period.text}”" if period.text else ""
    shown = [one for one in period.readings if one.start or one.end or period.kind != "year"]
    readings = list(dict.fromkeys(reading_text(one) for one in shown or period.readings))
    if period.kind == "duration" and not any(one.start or one.end for one in period.readings):
        return words
    meaning = " or ".join(readings)
    if not meaning:
        meaning = (
            "depends on the day of publication, which is not known" if period.open_anchor else "not resolved"
        )
    if not words or meaning == period.text:
        return words or meaning
    return f"{words}: {meaning}"


def scope_text(claim: Claim, text: str = "") -> str:
    """The scope with its dimensions: "segment: cloud, place: China", spelled as ``text`` spells it."""
    return ", ".join(
        f"{dimension}: {place_name(value, text) if dimension == 'place' else spelled(value, text)}"
        for dimension, value in claim.scope
    )


def measure_text(claim: Claim) -> str:
    """What kind of number: "change, year on year"."""
    basis = f", {claim.basis.replace('-', ' ')}" if claim.basis else ""
    return f"{claim.measure}{basis}"


def value_text(claim: Claim) -> str:
    """The resolved figure with its direction: "up 26 %"; "" for a date, which is its period."""
    if claim.quantity is None:
        return ""
    return _ARROWS.get(claim.direction or "", "") + quantity_text(claim.quantity)


def claim_text(claim: Claim, text: str = "") -> str:
    """One line: entity · metric · measure · value · period · scope · what else matters. ``text``: for the spelling."""
    parts = [claim.entity.name, metric_text(claim, text), measure_text(claim), value_text(claim)]
    if claim.period.is_known or claim.period.text:
        parts.append(period_text(claim.period))
    parts.append(scope_text(claim, text))
    if claim.modality != "reported":
        parts.append(claim.modality)
    if claim.attribution:
        parts.append(f"says {claim.attribution}")
    if claim.prior:
        parts.append("the base of a comparison")
    return " · ".join(part for part in parts if part)


def counted(number: int, noun: str) -> str:
    """ "1 error", "3 errors"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def more_than(claims: int, figures: int) -> str:
    """How there can be more claims than figures; nothing where there are not."""
    return " (dates and quotations are claims, too)" if claims > figures else ""
