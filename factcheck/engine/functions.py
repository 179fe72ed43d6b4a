"""The closed list of functions a rule may call: name, what it takes and gives, one line of meaning, and the code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from factcheck.claim import Claim
from factcheck.engine import figures, streaks, words
from factcheck.engine.amounts import Amount, Incomparable, combine, number
from factcheck.engine.calendar import months_apart, overlap, plain_label, shift_period
from factcheck.engine.rates import RATE_FUNCTIONS
from factcheck.interval import Answer, Interval
from factcheck.period import Period, Reading
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """``takes``: a type a parameter, "any" for every type, a trailing "*" repeats. ``gives``: a type, or
    "first" for the type of the first argument. ``asks_match``: the code gets the match before the arguments."""

    takes: tuple[str, ...]
    gives: str
    meaning: str
    run: Callable[..., Any]
    asks_match: bool = False


def _truth(value: bool) -> Answer:
    return Answer.AGREE if value else Answer.CONFLICT


def _meet(a: Period, b: Period) -> Reading | None:
    """The first shared reading by days, so that the answer does not depend on which side asks."""
    shared = sorted(a.meet(b), key=lambda r: (r.start or date.min, r.end or date.max, r.label))
    return shared[0] if shared else None


def _same_label(a: Period, b: Period) -> Answer:
    """Worded alike, or one says no more than what the other says too ("the June quarter" beside "Q1 FY2022")."""
    if a.same_label(b) or not (a.keys() and b.keys()):
        return Answer.AGREE
    one, other = plain_label(a.label), plain_label(b.label)
    if one and one == other:
        return Answer.AGREE
    if _dated(a) != _dated(b):
        if one and other and len(one) == len(other):
            return Answer.CONFLICT
        raise Incomparable("a fiscal label without a known year end")
    return _truth(a.keys() <= b.keys() or b.keys() <= a.keys())


def _can_meet(a: Period, b: Period) -> Answer:
    plain = plain_label(a.label)
    return _truth(bool(a.meet(b)) or bool(plain and plain == plain_label(b.label)))


def _dated(period: Period) -> bool:
    return any(reading.start is not None or reading.end is not None for reading in period.readings)


def _alike(a: Period, b: Period) -> Answer:
    """Both quarters, both years, both days: a quarter's figure beside a year's is no second label."""
    return _truth(_grain(a.kind) == _grain(b.kind))


def _grain(kind: str) -> str:
    return kind.removeprefix("fiscal-")


_RELATIVE = frozenset(("last", "ago", "prior", "previous", "earlier", "preceding", "same", "year-ago"))


def _explicit(period: Period) -> Answer:
    """The words name the period themselves: a year by its number, a quarter without "last" or "a year ago"."""
    words = period.text.lower().replace("'s", "").replace("’s", "").split()
    if _RELATIVE & set(words):
        return Answer.CONFLICT
    return _truth("year" not in _grain(period.kind) or any(char.isdigit() for char in period.text))


def _certain(period: Period) -> Answer:
    """Of the readings whose days are known there is only one: no fiscal year makes it another time."""
    return _truth(len({r.key for r in period.readings if r.start is not None or r.end is not None}) == 1)


def _stated(claim: Claim, aspect: str) -> Answer:
    return _truth(not claim.trace or claim.how(aspect) in ("stated", "sheet"))


def _named(claim: Claim) -> Answer:
    return _truth(bool(claim.metric) and not claim.metric.startswith("~"))


def _sum(amounts: Iterable[Any]) -> Amount:
    total: Amount | None = None
    for amount in amounts:
        total = amount if total is None else combine("+", total, amount)
    if total is None:
        raise Incomparable("nothing to add up")
    return total


def _extreme(sign: int) -> Callable[..., Amount]:
    def pick(first: Any, *rest: Any) -> Amount:
        amounts: list[Amount] = list(first) if isinstance(first, list) else [first, *rest]
        known = [a for a in amounts if a.middle is not None]
        if not known:
            raise Incomparable("nothing to compare")
        return max(known, key=lambda a: sign * (a.middle or Fraction(0)))

    return pick


def _abs(a: Amount) -> Amount:
    def fold(interval: Interval) -> Interval:
        if interval.low is not None and interval.low >= 0:
            return interval
        if interval.high is not None and interval.high <= 0:
            return -interval
        flipped = -interval
        return Interval(Fraction(0), interval.hull(flipped).high)

    return Amount(fold(a.strict), fold(a.loose), a.dimension, a.unit, None, a.hedged)


def _signed(claim: Claim, amount: Amount) -> Amount:
    if claim.direction == "down":
        return Amount(-amount.strict, -amount.loose, amount.dimension, amount.unit, None, amount.hedged)
    if claim.direction == "flat":
        return number(0, amount.dimension)
    return amount


def _years(value: Any) -> Amount:
    """A duration as a bare number of years."""
    if isinstance(value, Period):
        reading = _only(value)
        if reading.start is None or reading.end is None:
            raise Incomparable("open period")
        after = date.fromordinal(reading.end.toordinal() + 1)
        months = (after.year - reading.start.year) * 12 + after.month - reading.start.month
        return number(Fraction(months, 12))
    if isinstance(value, Amount) and value.dimension in ("time", "months"):
        factor = figures.YEARS.get(value.unit or "")
        if factor is not None:
            return Amount(value.strict.scale(factor), value.loose.scale(factor), "number")
    raise Incomparable("no duration")


def _years_between(a: Period, b: Period) -> Amount:
    first, last = _only(a), _only(b)
    months = months_apart(first, last)
    if months is None:
        raise Incomparable("open period")
    return number(Fraction(months, 12))


def _compound(rate: Amount, years: Amount) -> Amount:
    """(1 + rate) ^ years for whole years up to 100."""
    n = years.middle
    if n is None or n.denominator != 1 or not 0 < n <= 100:
        raise Incomparable("no whole number of years")
    total = number(1)
    one = combine("+", number(1), rate)
    for _ in range(int(n)):
        total = combine("*", total, one)
    return total


def _only(period: Period) -> Reading:
    if len(period.keys()) != 1:
        raise Incomparable("the period has several readings")
    return period.readings[0]


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    reading = value if isinstance(value, Reading) else _only(value)
    day: date | None = reading.end or reading.start
    if day is None:
        raise Incomparable("no day")
    return day


def _year(value: Any) -> Amount:
    return number(_day(value).year)


def _over(period: Period, day: date | None) -> Answer:
    """Whether some reading of the period had ended by the day."""
    ends = [r.end for r in period.readings if r.end is not None]
    if day is None or not ends or len(ends) < len(period.readings):
        raise Incomparable("open period")
    return _truth(any(end <= day for end in ends))


def _whole(a: Amount) -> Answer:
    middle = a.middle
    return _truth(middle is not None and middle.denominator == 1)


FUNCTIONS: dict[str, Function] = {
    "same_label": Function(("period", "period"), "truth", "both are worded alike or mean exactly the same", _same_label),
    "alike": Function(("period", "period"), "truth", "both are quarters, both years, both days", _alike),
    "explicit": Function(("period",), "truth", "the words name the period themselves, not by “last” or “full year”", _explicit),
    "stated": Function(("claim", "text"), "truth", "the aspect stands in the words themselves", _stated),
    "streak_start": Function(("claim",), "period", "when an nth straight quarter began", streaks.streak_start),
    "same_streak": Function(("claim", "claim"), "truth", "two streaks begin in one period", streaks.same_streak),
    "streak_at": Function(("claim", "claim"), "reading", "the period at which the second count continues the first", streaks.streak_at),
    "meet": Function(("period", "period"), "reading", "what both periods can mean; nothing if they cannot meet", _meet),
    "can_meet": Function(("period", "period"), "truth", "some reading is shared", _can_meet),
    "certain": Function(("period",), "truth", "all its readings of known days are one time", _certain),
    "overlap": Function(("period", "period"), "truth", "some reading of each share a day", lambda a, b: _truth(overlap(a, b))),
    "shift": Function(("period", "duration"), "period", "the period moved by years, quarters or months", shift_period),
    "is_over": Function(("period", "date"), "truth", "the period had ended by that day", _over),
    "day": Function(("period",), "date", "the last day of a period with one reading", _day),
    "weekday": Function(("period",), "number", "0 for Monday to 6, of a single day", lambda p: number(_day(p).weekday())),
    "weekday_name": Function(("any",), "text", "the name of a weekday from its number", words.weekday_name),
    "year": Function(("any",), "number", "the calendar year a period or date ends in", _year),
    "years": Function(("any",), "number", "a duration or period as a number of years", _years),
    "years_between": Function(("period", "period"), "number", "whole and part years from the first to the second", _years_between),
    "compound": Function(("quantity", "quantity"), "number", "(1 + rate) to the power of a number of years", _compound),
    "sum": Function(("list",), "item", "the sum over a group", _sum),
    "count": Function(("any",), "number", "how many claims a group has", lambda group: number(len(group))),
    "min": Function(("quantity*",), "first", "the smallest", _extreme(-1)),
    "max": Function(("quantity*",), "first", "the largest", _extreme(1)),
    "abs": Function(("quantity",), "first", "without its sign", _abs),
    "signed": Function(("claim", "quantity"), "second", "a change with the sign of its direction", _signed),
    "known": Function(("any",), "truth", "the aspect is stated, the optional claim was found", words.known),
    "same": Function(("any", "any"), "truth", "identical values of any aspect", words.same),
    "named": Function(("claim",), "truth", "the metric is one of the vocabulary, not an open noun", _named),
    "one_of": Function(("any", "text*"), "truth", "the first is one of the others", words.one_of),
    "has": Function(("any", "text"), "truth", "a scope dimension or a mark is present", words.has),
    "similar": Function(("text", "text"), "number", "likeness of two wordings from 0 to 1", words.similar),
    "mentions": Function(("text", "text"), "truth", "the second stands in the first, in whole words", words.mentions),
    "clashes": Function(("any", "any"), "truth", "two scopes give one dimension different values", words.clashes),
    "within": Function(("any", "any"), "truth", "one scope says all that the other says, or the reverse", words.within),
    "digits": Function(("quantity",), "text", "significant digits of a figure as written", figures.digits),
    "transposed": Function(("quantity", "quantity"), "truth", "two neighbouring digits changed places", figures.transposed),
    "one_end": Function(("quantity", "quantity"), "truth", "two ranges that share one end and not the other", figures.one_end),
    "scale_apart": Function(("quantity", "quantity"), "truth", "same digits, a factor of 10³, 10⁶ or 10⁹ apart", figures.scale_apart),
    "same_digits": Function(("quantity", "quantity"), "truth", "same significant digits, whatever the unit", figures.same_digits),
    "slip": Function(("quantity", "quantity"), "text", "what the likely slip between two figures is, in words", figures.slip),
    "precision": Function(("quantity",), "number", "how many significant digits were written", figures.precision),
    "apart": Function(("quantity", "quantity"), "number", "relative distance of two figures, from 0", figures.apart),
    "range_inverted": Function(("quantity",), "truth", "a range whose second figure is the smaller", figures.range_inverted),
    "is_whole": Function(("quantity",), "truth", "no fraction part", _whole),
    "ordinal": Function(("any",), "text", "8 as eighth", words.ordinal),
    "grim": Function(("quantity", "quantity"), "truth", "some whole number of n people gives that percentage", figures.grim),
    "convertible": Function(("quantity", "quantity"), "truth", "both measure one thing and a unit table converts them", figures.convertible),
    "in_unit_of": Function(("quantity", "quantity"), "second", "the first figure in the unit of the second", figures.in_unit_of),
    "same_amount": Function(("quantity", "quantity"), "truth", "equal after converting units, each as precise as written", figures.same_amount),
    "clear": Function(("quantity",), "quantity", "the figure with its loosest reading only", figures.clear),
}  # fmt: skip
FUNCTIONS |= {name: Function(*row, asks_match=True) for name, row in RATE_FUNCTIONS.items()}
