"""Functions over money in several currencies, loaded by ``functions`` when a rule first calls one.

Rates, and what the desk knows of entities, come in with the match.

No rate is ever guessed: without a day, or for a currency or day that the file of rates does not hold, the match is
dropped (``Incomparable``) and nothing is said. Each rate that a function used is kept in the match, for the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.day import date, timedelta
from factcheck.engine.amounts import Amount, Incomparable
from factcheck.hints import TYPE_CHECKING, Any, Protocol
from factcheck.interval import Answer
from factcheck.quantity import Quantity, same_rounded
from factcheck.records import replace

if TYPE_CHECKING:
    from factcheck.normalise.currencies import Conversion
    from factcheck.normalise.desk import Desk

NEAR = Fraction(2, 100)  # how far two sums may lie apart where a rule does not say
_YEAR = timedelta(days=366)
# Rates this near to one make any two figures that differ by a tenth look like a slip of the currency.
_TOO_NEAR_ONE = (Fraction(3, 4), Fraction(4, 3))
# The currencies that copy is converted into, beside the one an entity reports in.
_COMMON = ("USD", "EUR")


class Asking(Protocol):
    """What these functions need of the match they are called in."""

    desk: Any
    published: Callable[[str], date | None]

    def used(self, source: str) -> None: ...


def same_money(match: Asking, first: Claim, second: Claim, tolerance: Amount | None = None) -> Answer:
    """One sum in two currencies by a rate of its day; undecided where only the rounder readings of the figures meet.

    ``tolerance``: so far apart the sums may lie, since a desk may have used another day's rate or another bank's.
    """
    near = NEAR if tolerance is None or tolerance.middle is None else tolerance.middle
    answer, used = _nearest(match, first, second, near)
    one, other = _figures(first, second)
    if answer is Answer.CONFLICT and one.loose.scale(used.rate).meets(other.loose):
        answer = Answer.UNDECIDED
    match.used(used.note)
    return answer


def converted(match: Asking, first: Claim, second: Claim) -> Amount:
    """The first figure in the currency of the second, at the rate that brings them closest."""
    used = _nearest(match, first, second)[1]
    one, other = _figures(first, second)
    return Amount(used.result, one.loose.scale(used.rate), other.dimension, other.unit, None, one.hedged)


def rate_used(match: Asking, first: Claim, second: Claim) -> str:
    """The rate that brings two sums closest, its day, and who published it."""
    return _nearest(match, first, second)[1].note


def rate_that_fits(match: Asking, first: Claim, second: Claim, tolerance: Amount | None = None) -> str:
    """The rate of a day in the year before publication, or since the period began, at which two sums are one."""
    near = NEAR if tolerance is None or tolerance.middle is None else tolerance.middle
    for conversion in _daily(match, first, second):
        if _compared(first, second, (conversion,), near)[0] is Answer.AGREE:
            match.used(conversion.note)
            return conversion.note
    raise Incomparable("no day fits")


def has_rate(match: Asking, first: Claim, second: Claim) -> Answer:
    """Does the file of rates hold one for two sums? Nobody can say where it lists both and no day is known."""
    return Answer.CONFLICT if _why_not(match, first, second) else Answer.AGREE


def no_rate(match: Asking, first: Claim, second: Claim) -> str:
    """Why two sums of money cannot be compared: the currency is not listed, or the day lies outside the file."""
    return _why_not(match, first, second)


def _why_not(match: Asking, first: Claim, second: Claim) -> str:
    base, to, rates = currency(first.quantity), currency(second.quantity), _desk(match).rates
    amount = _figures(first, second)[0].strict
    days: list[date] = []
    for periods, published in _days(match, first, second):
        if base == to or rates.conversions(amount, base, to, periods=periods, published=published):
            return ""
        days += [day for day in (*(end for _, end in periods), published) if day is not None]
    if not days and not {base, to} - {*rates.currencies, "EUR"}:
        raise Incomparable("no day is known")
    return rates.why_not(base, to, max(days, default=None))


def currency_slip(match: Asking, first: Claim, second: Claim) -> Answer:
    """Was a currency taken for another? One number in two currencies, or two of one, as far apart as a rate."""
    return Answer.CONFLICT if not _slip(match, first, second) else Answer.AGREE


def slip_words(match: Asking, first: Claim, second: Claim) -> str:
    """What speaks for a slip of the currency, with the rate."""
    return _slip(match, first, second)


def _slip(match: Asking, first: Claim, second: Claim) -> str:
    one, other = _figures(first, second)
    if currency(one) != currency(other):
        if one.low <= 0 or not (same_rounded(one.low, other.low) and same_rounded(one.high, other.high)):
            return ""
        answer, used = _nearest(match, first, second)
        if answer is not Answer.CONFLICT or one.loose.scale(used.rate).meets(other.loose):
            return ""
        match.used(used.note)
        return f"it is the same number in two currencies, and {used.short}"
    found = _rate_between(match, first, second)
    if found is None:
        return ""
    match.used(found.note)
    return f"they lie as far apart as the two currencies do: {found.short}"


def _rate_between(match: Asking, first: Claim, second: Claim) -> Conversion | None:
    """The rate by which two sums of one currency differ: to the entity's own currency, the dollar or the euro."""
    code, desk = currency(first.quantity), _desk(match)
    one, other = _figures(first, second)
    if one.strict.meets(other.strict):
        return None  # "more than $340 million", twice
    days = list(_days(match, first, second))
    for iso in dict.fromkeys((desk.currency_of(first.entity.id), *_COMMON)):
        if iso is None or iso == code:
            continue
        for amount, stated in ((one, other), (other, one)):
            for periods, published in days:
                found = desk.rates.conversions(amount.strict, iso, code, periods=periods, published=published)
                for conversion in found:
                    near = _TOO_NEAR_ONE[0] < conversion.rate < _TOO_NEAR_ONE[1]
                    if not near and conversion.result.meets(stated.strict):
                        return conversion
    return None


def _nearest(match: Asking, first: Claim, second: Claim, near: Fraction = NEAR) -> tuple[Answer, Conversion]:
    base, to = currency(first.quantity), currency(second.quantity)
    if base == to:
        raise Incomparable("one currency")
    amount, rates = _figures(first, second)[0].strict, _desk(match).rates
    found: list[Conversion] = []
    for periods, published in _days(match, first, second):
        found += rates.conversions(amount, base, to, periods=periods, published=published)
    answer, used = _compared(first, second, tuple(dict.fromkeys(found)), near)
    if used is None:
        raise Incomparable("no rate")
    return answer, used


def _compared(
    first: Claim, second: Claim, found: tuple[Conversion, ...], near: Fraction
) -> tuple[Answer, Conversion | None]:
    from factcheck.normalise.currencies import compare

    return compare(_figures(first, second)[1].strict, found, near)


_Span = tuple[date | None, date | None]


def _days(match: Asking, first: Claim, second: Claim) -> Iterator[tuple[list[_Span], date | None]]:
    """The periods of both claims, and the days their articles appeared on, with the ends of the two quarters before."""
    spans = [(r.start, r.end) for claim in (first, second) for r in claim.period.readings]
    periods: list[_Span] = list(dict.fromkeys(spans))
    for published in dict.fromkeys((match.published(first.path), match.published(second.path))):
        closing = [(None, end) for end in _quarter_ends(published)] if published is not None else []
        yield [*periods, *closing], published
        periods = []


def _quarter_ends(day: date) -> Iterator[date]:
    """The ends of the last two quarters: accounts are converted at the closing rate, whatever the copy says of it."""
    for _ in range(2):
        day = date(day.year, (day.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)
        yield day


def _daily(match: Asking, first: Claim, second: Claim) -> Iterator[Conversion]:
    """One conversion for each day on which somebody could have looked the rate up, newest first."""
    base, to = currency(first.quantity), currency(second.quantity)
    known = [day for _, published in _days(match, first, second) if (day := published) is not None]
    spans = [span for periods, _ in _days(match, first, second) for span in periods]
    last = max(known, default=max((end for _, end in spans if end is not None), default=None))
    if base == to or last is None:
        raise Incomparable("no days to look at")
    begun = [start for start, _ in spans if start is not None and start < last]
    start = min([*begun, last - _YEAR])
    amount = _figures(first, second)[0].strict
    yield from _desk(match).rates.daily(amount, base, to, start, last)


def _figures(first: Claim, second: Claim) -> tuple[Quantity, Quantity]:
    if first.quantity is None or second.quantity is None:
        raise Incomparable("no figure")
    return _in_notes(first.quantity), _in_notes(second.quantity)


def _in_notes(quantity: Quantity) -> Quantity:
    """83 cents as 0.83 dollars: a rate is of the whole unit."""
    from factcheck.normalise.unit_table import UNITS

    dimension, over, under = UNITS.get(quantity.unit or "", ("", 1, 1))
    if over == under:
        return quantity
    factor = Fraction(over, under)
    whole = next((unit for unit, entry in UNITS.items() if entry == (dimension, 1, 1)), quantity.unit)
    return replace(
        quantity,
        low=quantity.low * factor,
        high=quantity.high * factor,
        step=quantity.step * factor,
        strict=quantity.strict.scale(factor),
        loose=quantity.loose.scale(factor),
        unit=whole,
    )


def _desk(match: Asking) -> Desk:
    if match.desk is None:
        raise Incomparable("no exchange rates are at hand")
    desk: Desk = match.desk
    return desk


def currency(quantity: Quantity | None) -> str:
    """The ISO code of a sum of money. Raises Incomparable for anything else."""
    family, _, code = (quantity.dimension if quantity is not None else "").partition(":")
    if family != "money" or not code:
        raise Incomparable("no sum of money")
    return code.removesuffix(" per share")
