"""Messages: the holes of a rule's texts filled with figures, periods and names, exactly and briefly."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claim import Claim, Entity
from factcheck.day import date
from factcheck.day_names import WEEKDAYS
from factcheck.engine.amounts import Amount, Incomparable
from factcheck.engine.evaluate import compile_expression
from factcheck.engine.match import Match
from factcheck.hints import Any
from factcheck.naming import counted_unit, possessive, scope_name, thing, told
from factcheck.patterns import Lazy
from factcheck.period import Period, Reading
from factcheck.quantity import Quantity
from factcheck.rule import Template

_SYMBOLS = {"US dollar": "$", "euro": "€", "pound sterling": "£", "yen": "¥", "Japanese yen": "¥"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def fill(template: Template, match: Match) -> str:
    """The text for a match. A hole that has nothing to say becomes “unstated”; see :func:`filled`."""
    said: list[str] = []
    for piece in template:
        if isinstance(piece, str):
            said.append(piece)
            continue
        tree, form = piece
        try:
            said.append(words_for(compile_expression(tree)(match), form, match))
        except Incomparable:
            said.append("unstated")
    text = " ".join("".join(said).split())
    return text[:1].upper() + text[1:] if _CAPITAL.match(text) else text


def filled(template: Template, match: Match) -> str:
    """The text if all its holes have something to say, else "": half a suggestion is none."""
    text = fill(template, match)
    return "" if "unstated" in text else text


# A message begins with a capital, but a name that is written without one keeps its own: eBay, iPhone.
_CAPITAL = Lazy(r"the |[a-z]+ (rank|share|of|in|by|growth|revenue)\b")


def words_for(value: Any, form: str = "", match: Match | None = None) -> str:
    """A value in words: a claim by its figure, an entity by its name, a period by its words or days."""
    if value is None or value == "":
        return "unstated"
    if isinstance(value, list):
        return _listed([words_for(item, "" if form == "sum" else form, match) for item in value], form)
    if form == "quoted":
        return f"“{words_for(value, '', match)}”"
    if isinstance(value, Claim):
        return _claim(value, form, match)
    if isinstance(value, Entity):
        name = value.name or value.words
        return possessive(name) if form == "own" else name
    if isinstance(value, Period):
        return period_words(value, form)
    if isinstance(value, Reading):
        return reading_words(value)
    if isinstance(value, date):
        return (
            WEEKDAYS[value.weekday()].capitalize()
            if form == "weekday"
            else f"{value:%B} {value.day}, {value.year}"
        )
    if isinstance(value, Amount):
        return amount_words(value, form)
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return ", ".join(str(item[1]) if isinstance(item, tuple) else str(item) for item in value)
    words = _plain(str(value))
    return possessive(words) if form == "own" else words


def _listed(words: list[str], form: str) -> str:
    """$5 billion and $714 million; $5 billion + $714 million as a sum. Eight at most, each once but in a sum."""
    shown = words if form == "sum" else list(dict.fromkeys(words))
    if len(shown) > 8:
        shown = [*shown[:8], "…"]
    if form == "sum":
        return " + ".join(shown)
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else "unstated"


def _claim(claim: Claim, form: str, match: Match | None) -> str:
    figure = figure_words(claim.quantity) if claim.quantity is not None else claim.period.text
    if form == "told":
        return _directed(claim, figure)
    if form == "phrase":
        return figure + _going_on(claim, match)
    if form not in ("name", "whole", "scope", "what"):
        return figure
    text = context(claim, match)
    if form == "what":
        owned = claim.entity.known and claim.how("entity") in ("stated", "sheet")
        return thing(claim, text, owned, own_words=True)
    if form == "whole":
        return told(claim, figure, text)
    return thing(claim, text) if form == "name" else scope_name(claim, text) or "the whole"


def _directed(claim: Claim, figure: str) -> str:
    """A change with its direction: "up 26%"; any other figure as it is."""
    if claim.measure != "change" or claim.direction not in ("up", "down", "flat"):
        return figure
    return "flat" if claim.direction == "flat" else f"{claim.direction} {figure.lstrip('+−-')}"


_GOES_ON = Lazy(r"\s+(?:(?:more|less|as)\s+)?\w[\w-]*")


def _going_on(claim: Claim, match: Match | None) -> str:
    """The next word behind a figure, and one more behind "more": " faster", " more efficient"; "" at a stop."""
    article = match.article(claim.path) if match is not None else None
    if article is None or not claim.sentence.contains(claim.span):
        return ""
    found = _GOES_ON.match(article.prose, claim.span.end, claim.sentence.end)
    return " " + " ".join(found.group().split()) if found else ""


def context(claim: Claim, match: Match | None) -> str:
    """The claim's sentence, and behind it the article, for the spelling of names."""
    article = match.article(claim.path) if match is not None else None
    if article is None:
        return ""
    words = article.prose if article.sheet_claims is None else article.text  # a sheet has no prose
    return f"{article.shown(claim.sentence)}\n\n{words[:20_000]}"


def _plain(text: str) -> str:
    """An identifier as people write it: "market-share" and "~cloud pledge" without their signs."""
    slug = text.replace("-", "").replace("_", "").isalpha() and text.islower()
    return text.removeprefix("~").replace("_", " ").replace("-", " ") if slug or text[:1] == "~" else text


# Words of a period that want "the" before them in a sentence, and those that take no "in" either.
_WANT_THE = frozenset(
    [
        *(
            "quarter",
            "year",
            "month",
            "week",
            "half",
            "period",
            "first",
            "second",
            "third",
            "fourth",
            "final",
        ),
        *(
            "three",
            "six",
            "nine",
            "twelve",
            "12",
            "next",
            "past",
            "same",
            "current",
            "latest",
            "recent",
            "full",
        ),
    ]
)
_ALONE = frozenset(
    [
        *(
            "last",
            "this",
            "a",
            "an",
            "yesterday",
            "today",
            "tomorrow",
            "since",
            "by",
            "until",
            "from",
            "between",
        ),
        *(
            "over",
            "during",
            "earlier",
            "later",
            "before",
            "after",
            "through",
            "on",
            "in",
            "at",
            "as",
            "within",
        ),
    ]
)


def period_words(period: Period, form: str = "") -> str:
    """A time as a sentence takes it: "the quarter ended June 30, 2025", "last month"; with ``in``: "in 2024", "on May 4"."""
    words = period.text or period.label
    if not words:
        return "no time stated" if form != "in" else ""
    first = words.partition(" ")[0].lower().rstrip(",")
    named = f"the {words}" if first in _WANT_THE and " " in words else words
    if form != "in" or first in _ALONE:
        return named
    return f"{'on' if period.kind in ('day', 'instant') else 'in'} {named}"


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
    """An exact value with its unit, in millions, billions or trillions; a third decimal where it is the last one."""
    symbol = _SYMBOLS.get((unit or "").removesuffix(" per share"))
    tail = " per share" if unit and unit.endswith(" per share") else ""
    if unit == "percent":
        return f"{decimal(value, places)} %"
    scaled, word = value, ""
    for size, name in _SCALES:
        if abs(value) >= size:
            scaled, word = value / size, f" {name}"
            break
    exact = (scaled * 1000).denominator == 1
    number = decimal(scaled, 3 if exact and unit != "percent" else places)
    if symbol:
        sign = "-" if number.startswith("-") else ""
        return f"{sign}{symbol}{number.removeprefix('-')}{word}{tail}"
    return f"{number}{word}" + (f" {counted_unit(unit, value)}" if unit and unit != "times" else "")


def amount_words(amount: Amount, form: str = "") -> str:
    """A computed amount at the precision its interval supports."""
    if amount.quantity is not None and form in ("", "words"):
        return figure_words(amount.quantity)
    middle = amount.middle
    if middle is None:
        raise Incomparable("unbounded")
    if form == "change":
        word = "down" if middle < 0 else "up"
        return f"{word} {decimal(abs(middle) * 100, places_for(amount, 100))} %"
    if form == "percent" or (not form and amount.dimension == "percent"):
        return f"{decimal(middle * 100, places_for(amount, 100))} %"
    if form == "points" or (not form and amount.dimension == "percentage point"):
        return f"{decimal(middle * 100, places_for(amount, 100))} points"
    if form == "ratio":
        return f"{decimal(middle, 2)} times"
    if not amount.pure and not amount.dimension.startswith("money"):
        middle = _certain(middle, amount.loose.width)
    return value_words(middle, None if form == "number" else amount.unit)


def _certain(value: Fraction, width: Fraction | None) -> Fraction:
    """A measure without the digits that its interval does not bear out: 19,640 miles, not 19,635.33."""
    if not width:
        return value
    unit = Fraction(1)
    while unit * 40 <= width:
        unit *= 10
    while unit * 4 > width and unit > Fraction(1, 1000):
        unit /= 10
    return round(value / unit) * unit


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
