"""Functions over periods and days."""

from __future__ import annotations

from fractions import Fraction

from factcheck.day import date
from factcheck.day_names import WEEKDAYS
from factcheck.engine import figures
from factcheck.engine.amounts import Amount, Incomparable, number
from factcheck.engine.calendar import months_apart, overlap
from factcheck.hints import Any
from factcheck.interval import Answer
from factcheck.patterns import Lazy
from factcheck.period import Period, Reading, plain_label


def meet(a: Period, b: Period) -> Reading | None:
    """The first shared reading by days, so that the answer does not depend on which side asks."""
    shared = sorted(a.meet(b), key=lambda r: (r.start or date.min, r.end or date.max, r.label))
    return shared[0] if shared else None


def same_label(a: Period, b: Period) -> Answer:
    """Worded alike, or one says no more than what the other says too ("the June quarter" beside "Q1 FY2022")."""
    if a.same_label(b) or not (a.keys() and b.keys()):
        return Answer.AGREE
    # Cash "at the end of the quarter" is the quarter's.
    one, other = (plain_label(label.removesuffix("-END")) for label in (a.label, b.label))
    if one and one == other:
        return Answer.AGREE
    if dated(a) != dated(b):
        if one and other and len(one) == len(other):
            return Answer.CONFLICT
        raise Incomparable("a fiscal label without a known year end")
    return Answer.of(a.keys() <= b.keys() or b.keys() <= a.keys())


def same_times(a: str | None, b: str | None) -> Answer:
    """Times written "2025-Q3 and XXXX-10", one by one: a year left out may be any."""
    one, other = (text.split(" and ") if text else [] for text in (a, b))
    if len(one) != len(other):
        return Answer.CONFLICT
    return Answer.of(all(_as_far_as_told(x, y) for x, y in zip(one, other, strict=True)))


def _as_far_as_told(a: str, b: str) -> bool:
    if "XXXX" in a or "XXXX" in b:
        a, b = (label[4:] if label[:4].isdecimal() or label[:4] == "XXXX" else label for label in (a, b))
    return a == b


def can_meet(a: Period, b: Period) -> Answer:
    plain = plain_label(a.label)
    return Answer.of(bool(a.meet(b)) or bool(plain and plain == plain_label(b.label)))


def other_calendar(a: Period, b: Period) -> Answer:
    """One is named by its months ("the June quarter"), the other by its number in a year whose months nobody told."""
    pairs = ((a, b), (b, a))
    return Answer.of(any(_BY_MONTH.fullmatch(one.label) and _undated(other) for one, other in pairs))


def _undated(period: Period) -> bool:
    return any(reading.how == "fiscal" and reading.start is None for reading in period.readings)


def dated(period: Period) -> bool:
    return any(reading.start is not None or reading.end is not None for reading in period.readings)


def alike(a: Period, b: Period) -> Answer:
    """Both quarters, both years, both days: a quarter's figure beside a year's is no second label."""
    return Answer.of(grain(a.kind) == grain(b.kind))


def grain(kind: str) -> str:
    return kind.removeprefix("fiscal-")


_BY_MONTH = Lazy(r"\d{4}-\d\d-Q|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_RELATIVE = frozenset(("last", "ago", "prior", "previous", "earlier", "preceding", "same", "year-ago"))


def explicit(period: Period) -> Answer:
    """The words name the period themselves: a year by its number, a quarter without "last" or "a year ago"."""
    words = period.text.lower().replace("'s", "").replace("’s", "").split()
    if _RELATIVE & set(words):
        return Answer.CONFLICT
    return Answer.of("year" not in grain(period.kind) or any(char.isdigit() for char in period.text))


def certain(period: Period) -> Answer:
    """Of the readings whose days are known there is only one: no fiscal year makes it another time."""
    return Answer.of(len({r.key for r in period.readings if r.start is not None or r.end is not None}) == 1)


def anchored(period: Period) -> Answer:
    """The words are counted from the day of publication: last month, this Monday, two years ago."""
    return Answer.of(bool(period.readings) and all(reading.how == "anchored" for reading in period.readings))


def years(value: Any) -> Amount:
    """A duration as a bare number of years."""
    if isinstance(value, Period):
        reading = only(value)
        if reading.start is None or reading.end is None:
            raise Incomparable("open period")
        after = date.fromordinal(reading.end.toordinal() + 1)
        months = (after.year - reading.start.year) * 12 + after.month - reading.start.month
        return number(Fraction(months, 12))
    if isinstance(value, Amount) and value.dimension in ("time", "months", "age"):
        factor = figures.YEARS.get((value.unit or "").removesuffix(" of age"))
        if factor is not None:
            return Amount(value.strict.scale(factor), value.loose.scale(factor), "number")
    raise Incomparable("no duration")


def years_between(a: Period, b: Period) -> Amount:
    one, other = plain_label(a.label), plain_label(b.label)
    if one.isdecimal() and other.isdecimal():  # from 2014 to 2024 is ten years by any calendar
        return number(int(other) - int(one))
    first, last = only(a), only(b)
    months = months_apart(first, last)
    if months is None:
        raise Incomparable("open period")
    return number(Fraction(months, 12))


def only(period: Period) -> Reading:
    if len(period.keys()) != 1:
        raise Incomparable("the period has several readings")
    return period.readings[0]


def day(value: Any) -> date:
    if isinstance(value, date):
        return value
    reading = value if isinstance(value, Reading) else only(value)
    day: date | None = reading.end or reading.start
    if day is None:
        raise Incomparable("no day")
    return day


def year(value: Any) -> Amount:
    return number(day(value).year)


def over(period: Period, day: date | None) -> Answer:
    """Whether the period had ended by the day, whichever of its readings is meant."""
    ends = [r.end for r in period.readings if r.end is not None]
    unknown = [r for r in period.readings if r.end is None]
    if day is None or not ends:
        raise Incomparable("open period")
    if unknown:
        # A fiscal year of a company whose year end nobody knows is over, at the latest, a year after the calendar's.
        latest = [date(end.year + 1, 12, 31) for end in ends if end.year < 9999]
        if all(r.how.startswith("fiscal") for r in unknown) and latest and max(latest) <= day:
            return Answer.AGREE
        raise Incomparable("open period")
    ended = {end <= day for end in ends}
    return Answer.UNDECIDED if len(ended) > 1 else Answer.of(ended.pop())


def weekday(period: Period) -> Amount:
    return number(day(period).weekday())


def names_weekday(period: Period) -> Answer:
    """The words name a day of the week: "last Monday" may be the one before the last for one writer in two."""
    return Answer.of(any(name in period.text.lower() for name in WEEKDAYS))


def days_between(a: date, b: date) -> Amount:
    """How many days lie between two days, whichever is first."""
    return number(abs((a - b).days))


def days(period: Period) -> Amount:
    """How many days a period with one reading has."""
    reading = only(period)
    if reading.start is None or reading.end is None:
        raise Incomparable("open period")
    return number((reading.end - reading.start).days + 1)


def days_apart(a: Period, b: Period) -> Amount:
    """The fewest days between some reading of one and some of the other; 0 where they overlap."""
    if overlap(a, b):
        return number(0)
    gaps = [
        max((later.start - earlier.end).days, 0)
        for one in a.readings
        for other in b.readings
        for earlier, later in ((one, other), (other, one))
        if earlier.end is not None and later.start is not None and earlier.end <= later.start
    ]
    both = [r for period in (a, b) for r in period.readings]
    if any(r.start is None or r.end is None for r in both) or not (a.readings and b.readings):
        raise Incomparable("open period")
    return number(min(gaps, default=0))
