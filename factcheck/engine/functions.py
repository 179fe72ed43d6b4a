"""The closed list of functions a rule may call: name, what it takes and gives, one line of meaning, and the code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.engine import figures, kinship, streaks, times, words
from factcheck.engine.amounts import Amount, Incomparable, combine, number
from factcheck.engine.calendar import overlap, shift_period
from factcheck.engine.match import Match
from factcheck.hints import Any
from factcheck.interval import Answer, Interval
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """``takes``: a type a parameter, "any" for every type, a trailing "*" repeats, a "?" may be left out.
    ``gives``: a type, or "first" for the type of the first argument. ``asks_match``: the code gets the match before the arguments."""

    takes: tuple[str, ...]
    gives: str
    meaning: str
    run: Callable[..., Any]
    asks_match: bool = False


def _stated(claim: Claim, aspect: str) -> Answer:
    return Answer.of(not claim.trace or claim.how(aspect) in ("stated", "sheet"))


def _named(claim: Claim) -> Answer:
    return Answer.of(bool(claim.metric) and not claim.metric.startswith("~"))


def _sentence_of(match: Match, claim: Claim) -> str:
    article = match.article(claim.path)
    if article is None:
        raise Incomparable("no article")
    return article.shown(claim.sentence)


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


def _whole(a: Amount) -> Answer:
    middle = a.middle
    return Answer.of(middle is not None and middle.denominator == 1)


FUNCTIONS: dict[str, Function] = {
    "same_times": Function(("text", "text"), "truth", "two lists of times, one by one, where a year left out may be any", times.same_times),
    "same_label": Function(("period", "period"), "truth", "both are worded alike or mean exactly the same", times.same_label),
    "alike": Function(("period", "period"), "truth", "both are quarters, both years, both days", times.alike),
    "explicit": Function(("period",), "truth", "the words name the period themselves, not by “last” or “full year”", times.explicit),
    "meaning": Function(("period",), "reading", "the days that a period with one reading means", times.only),
    "anchored": Function(("period",), "truth", "the words count from the day of publication: last month, this Monday", times.anchored),
    "names_weekday": Function(("period",), "truth", "the words name a day of the week", times.names_weekday),
    "days_between": Function(("date", "date"), "number", "how many days lie between two days", times.days_between),
    "days": Function(("period",), "number", "how many days a period with one reading has", times.days),
    "days_apart": Function(("period", "period"), "number", "the fewest days between two periods, 0 if they overlap", times.days_apart),
    "stated": Function(("claim", "text"), "truth", "the aspect stands in the words themselves", _stated),
    "right_before": Function(("claim", "claim"), "truth", "the first figure stands right before the second, in one sentence", figures.right_before),
    "sentence_of": Function(("claim",), "text", "the sentence the claim stands in, as text", _sentence_of, asks_match=True),
    "streak_start": Function(("claim",), "period", "when an nth straight quarter began", streaks.streak_start),
    "same_streak": Function(("claim", "claim"), "truth", "two streaks begin in one period", streaks.same_streak),
    "streak_at": Function(("claim", "claim"), "reading", "the period at which the second count continues the first", streaks.streak_at),
    "meet": Function(("period", "period"), "reading", "what both periods can mean; nothing if they cannot meet", times.meet),
    "other_calendar": Function(
        ("period", "period"),
        "truth",
        "one is a quarter named by its months, the other one of a fiscal year whose months are not known",
        times.other_calendar,
    ),
    "can_meet": Function(("period", "period"), "truth", "some reading is shared", times.can_meet),
    "certain": Function(("period",), "truth", "all its readings of known days are one time", times.certain),
    "overlap": Function(("period", "period"), "truth", "some reading of each share a day", lambda a, b: Answer.of(overlap(a, b))),
    "shift": Function(("period", "duration"), "period", "the period moved by years, quarters or months", shift_period),
    "is_over": Function(("period", "date"), "truth", "the period had ended by that day", times.over),
    "day": Function(("period",), "date", "the last day of a period with one reading", times.day),
    "weekday": Function(("period",), "number", "0 for Monday to 6, of a single day", times.weekday),
    "weekday_name": Function(("any",), "text", "the name of a weekday from its number", words.weekday_name),
    "year": Function(("any",), "number", "the calendar year a period or date ends in", times.year),
    "years": Function(("any",), "number", "a duration or period as a number of years", times.years),
    "years_between": Function(("period", "period"), "number", "whole and part years from the first to the second", times.years_between),
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
    "shared_words": Function(("claim", "claim"), "number", "how many words that carry meaning stand in both sentences", kinship.shared_words, asks_match=True),
    "figures_beside": Function(("claim", "claim"), "number", "how many further figures of two digits or more, years aside, both sentences have", kinship.figures_beside, asks_match=True),
    "told_again": Function(("claim", "claim"), "number", "how much of the words around the first figure stand around the second, from 0 to 1", kinship.told_again, asks_match=True),
    "written_alike": Function(("quantity", "quantity"), "truth", "both begin with the same decimal number, whatever word follows", figures.written_alike),
    "words_told": Function(("claim", "claim"), "number", "how many words of what is measured stand in both sentences", kinship.words_told, asks_match=True),
    "stands_in": Function(("claim", "claim"), "truth", "the digits of the first figure stand in the second's article", kinship.stands_in, asks_match=True),
    "left_over": Function(("claim", "claim"), "number", "how many figures of the first claim's article the other's has not", kinship.left_over, asks_match=True),
    "mentions": Function(("text", "text"), "truth", "the second stands in the first, in whole words", words.mentions),
    "clashes": Function(("any", "any"), "truth", "two scopes give one dimension different values", words.clashes),
    "within": Function(("any", "any"), "truth", "one scope says all that the other says, or the reverse", words.within),
    "digits": Function(("quantity",), "text", "significant digits of a figure as written", figures.digits),
    "transposed": Function(("quantity", "quantity"), "truth", "two neighbouring digits changed places", figures.transposed),
    "one_digit": Function(("quantity", "quantity"), "truth", "equally many digits, and exactly one is another", figures.one_digit),
    "cut_off": Function(("quantity", "quantity"), "truth", "the first is the second with its last digits left off: 18 for 18.7", figures.cut_off),
    "limits_differ": Function(("quantity", "quantity"), "truth", "two limits of one kind, “up to” or “at least”, at two heights", figures.limits_differ),
    "one_end": Function(("quantity", "quantity"), "truth", "two ranges that share one end and not the other", figures.one_end),
    "scale_apart": Function(("quantity", "quantity"), "truth", "same digits, a factor of 10³, 10⁶ or 10⁹ apart", figures.scale_apart),
    "same_digits": Function(("quantity", "quantity"), "truth", "same significant digits, whatever the unit", figures.same_digits),
    "slip": Function(("quantity", "quantity"), "text", "what the likely slip between two figures is, in words", figures.slip),
    "significance": Function(("quantity",), "number", "how many digits stand between the zeros at both ends", figures.significance),
    "precision": Function(("quantity",), "number", "how many significant digits were written", figures.precision),
    "apart": Function(("quantity", "quantity"), "number", "relative distance of two figures, from 0", figures.apart),
    "range_inverted": Function(("quantity",), "truth", "a range whose second figure is the smaller", figures.range_inverted),
    "is_whole": Function(("quantity",), "truth", "no fraction part", _whole),
    "ordinal": Function(("any",), "text", "8 as eighth", words.ordinal),
    "grim": Function(("quantity", "quantity"), "truth", "some whole number of n people gives that percentage", figures.grim),
    "convertible": Function(("quantity", "quantity"), "truth", "both measure one thing and a unit table converts them", figures.convertible),
    "in_unit_of": Function(("quantity", "quantity"), "second", "the first figure in the unit of the second", figures.in_unit_of),
    "same_amount": Function(("quantity", "quantity"), "truth", "equal after converting units, each as precise as written", figures.same_amount),
    "same_difference": Function(("quantity", "quantity"), "truth", "two differences of temperature that are one: 2 °C and 3.6 °F", figures.same_difference),
    "bare": Function(("quantity",), "number", "the figure as a plain number, whatever its unit", figures.bare),
    "clear": Function(("quantity",), "quantity", "the figure with its loosest reading only", figures.clear),
}  # fmt: skip


def _by_rate(name: str) -> Callable[..., Any]:
    """A function of ``rates``: few articles give a sum in two currencies, and the others need not load it."""

    def run(match: Match, *values: Any) -> Any:
        from factcheck.engine import rates

        return getattr(rates, name)(match, *values)

    return run


_OF_RATES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "same_money": (("claim", "claim", "quantity?"), "truth", "one sum in two currencies, by a rate of the day, within a tolerance (2 percent)"),
    "converted": (("claim", "claim"), "quantity", "the first figure in the second one's currency"),
    "rate_used": (("claim", "claim"), "text", "the rate by which two sums were compared, with day and source"),
    "rate_that_fits": (("claim", "claim", "quantity?"), "text", "a day's rate of the last year at which two sums are one, within a tolerance"),
    "has_rate": (("claim", "claim"), "truth", "the file of rates holds one for the day of two sums"),
    "no_rate": (("claim", "claim"), "text", "why two sums of money cannot be compared"),
    "currency_slip": (("claim", "claim"), "truth", "one number in two currencies, or two as far apart as an exchange rate"),
    "slip_words": (("claim", "claim"), "text", "what speaks for a slip of the currency"),
}  # fmt: skip
FUNCTIONS |= {name: Function(*row, _by_rate(name), asks_match=True) for name, row in _OF_RATES.items()}
