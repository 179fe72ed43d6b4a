"""What the words for a time say, before anyone knows the publication date or the company's year."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.normalise.calendar_days import named_day, week_days
from factcheck.records import dataclass, replace

SEASONS = ("SP", "SU", "FA", "WI")
OPEN_KINDS = ("since", "until", "by", "after", "before")
PARTS = {"early": "START", "start": "START", "mid": "MID", "late": "END", "end": "END", "close": "END"}
"""What may be said of a time: its first, middle or last third; "close" is its last day alone."""
UNIT_LETTERS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "0Y",
    "century": "00Y",
}


@dataclass(frozen=True, slots=True)
class PeriodExpression:
    """The parsed form of a time expression.

    ``kind``: day, week, weekend, month, quarter, half, nine-months, year, season, decade, century, ended, nth,
    shifted, same, to-date, span, range, since, until, by, after, before, duration, whole (the quarter, the year).
    ``year`` is as stated; ``span_year`` the second year of "2025/26"; ``fiscal`` True when the words say a fiscal
    year, False when they say a calendar one, None when they say neither.
    ``index``: number of the quarter, half or week; season 1-4 from spring, None for one of sport; the n of an nth (-1 for last).
    ``relation``: this, last, next, ago, earlier, later, since, before, same, month (the June quarter), …
    ``count`` and ``unit``: how many units of what (relative expressions, durations, "the nine months ended").
    ``base``: the period this one lies in, ends with or starts from; ``until``: the other end of a range.
    ``part``: early, mid, late, start, end, full (full-year 2020). ``name``: a named day (christmas). ``day_first``: True when digits allow
    both orders of day and month and ``day``/``month`` hold the American one.
    """

    kind: str
    year: int | None = None
    span_year: int | None = None
    fiscal: bool | None = None
    index: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relation: str | None = None
    count: int | None = None
    unit: str | None = None
    base: PeriodExpression | None = None
    until: PeriodExpression | None = None
    part: str | None = None
    name: str | None = None
    day_first: bool = False

    @property
    def is_yearless(self) -> bool:
        """True for a label that needs a year from elsewhere: the third quarter, in October, full year."""
        if self.kind in ("quarter", "half", "nine-months", "month", "day", "year", "season"):
            if self.kind == "day" and self.weekday is not None and self.month is None and self.name is None:
                return False
            if self.base is not None or self.relation in ("this", "last", "next", "offset", "nearest"):
                return False
            return self.year is None
        if self.kind == "whole":
            return True
        if self.kind in ("ended", "range", "nth", *OPEN_KINDS):
            ends = [end for end in (self.base, self.until) if end is not None]
            return any(end.is_yearless for end in ends)
        return False

    @property
    def is_relative(self) -> bool:
        """True when the meaning depends on the publication date or on the period reported on."""
        if self.relation in ("this", "last", "next", "offset", "nearest") or self.kind in (
            "same",
            "to-date",
            "span",
        ):
            return True
        if self.kind == "day" and self.weekday is not None and self.month is None and self.day is None:
            return self.name is None
        if self.kind == "shifted" and self.base is None:
            return True
        if self.base is not None and self.base.is_relative:
            return True
        return self.until is not None and self.until.is_relative


def year_text(expression: PeriodExpression) -> str:
    """2025, FY2025, FY2025/26, FYXXXX or XXXX."""
    mark = "FY" if expression.fiscal or expression.span_year is not None else ""
    if expression.name == "school":
        mark = "SY"
    if expression.year is None:
        return mark + "XXXX"
    if expression.span_year is None:
        return f"{mark}{expression.year:04d}"
    return f"{mark}{expression.year:04d}/{expression.span_year % 100:02d}"


def label_of(expression: PeriodExpression) -> str:
    """The TIMEX-like normal form of the words themselves; "-START", "-MID" or "-END" for a part of a time."""
    label = _LABELS.get(expression.kind, _plain)(expression)
    part = PARTS.get(expression.part or "")
    return f"{label}-{part}" if part else label


def _plain(expression: PeriodExpression) -> str:
    if expression.relation in ("this", "last", "next", "same") and expression.kind != "whole":
        if expression.kind == "span":
            return f"{expression.relation}-{expression.count or 'X'}-{expression.unit}"
        return f"{expression.relation}-{expression.kind}"
    if expression.kind == "whole" and expression.count is not None:
        return f"whole-{expression.count}-{expression.unit}"
    return expression.kind if expression.unit is None else f"{expression.kind}-{expression.unit}"


def _in_year(letter: str) -> Callable[[PeriodExpression], str]:
    def write(expression: PeriodExpression) -> str:
        if expression.relation in ("this", "last", "next") and expression.index is None:
            return _plain(expression)
        if expression.relation == "month":
            return f"{year_text(expression)}-{expression.month:02d}-{letter}"
        if expression.index is None:
            return f"{year_text(expression)}-{letter}"
        return f"{year_text(expression)}-{letter}{expression.index}"

    return write


def _day(expression: PeriodExpression) -> str:
    if expression.relation == "offset":
        return f"day{expression.count:+d}" if expression.count else "day0"
    if expression.name is not None:
        day = named_day(expression.name, expression.year) if expression.year is not None else None
        return day.isoformat() if day is not None else f"{year_text(expression)}-{expression.name}"
    if expression.month is None and expression.weekday is not None and expression.day is None:
        week = {"last": "-last", "next": "-next", "this": "-this"}.get(expression.relation or "", "")
        return f"XXXX-WXX-{expression.weekday + 1}{week}"
    month = "XX" if expression.month is None else f"{expression.month:02d}"
    in_month = "XX" if expression.day is None else f"{expression.day:02d}"
    return f"{year_text(expression)}-{month}-{in_month}"


def _month(expression: PeriodExpression) -> str:
    if expression.month is None:
        return _plain(expression)
    return f"{year_text(expression)}-{expression.month:02d}"


def _year(expression: PeriodExpression) -> str:
    return _plain(expression) if expression.relation in ("this", "last", "next") else year_text(expression)


def _season(expression: PeriodExpression) -> str:
    if expression.index is None:
        return _plain(expression)  # of sport
    return f"{year_text(expression)}-{SEASONS[(expression.index or 1) - 1]}"


def _decade(expression: PeriodExpression) -> str:
    if expression.year is None:
        return _plain(expression)
    return f"{expression.year}/{expression.year + 10}"


def _century(expression: PeriodExpression) -> str:
    return f"{(expression.index or 1) - 1:02d}XX"


def _week(expression: PeriodExpression) -> str:
    if expression.index is None or expression.relation in ("this", "last", "next"):
        return _plain(expression)
    if expression.index == -1 and expression.year is not None:
        days = week_days(expression.year, -1)
        number = days[0].isocalendar()[1] if days is not None else 52
        return f"{expression.year}-W{number:02d}"
    if expression.month is not None:
        return f"{year_text(expression)}-{expression.month:02d}-W{expression.index:02d}"
    return f"{year_text(expression)}-W{expression.index:02d}"


def _nine(expression: PeriodExpression) -> str:
    return f"{year_text(expression)}-9M"


def _range(expression: PeriodExpression) -> str:
    first = label_of(expression.base) if expression.base is not None else ""
    second = label_of(expression.until) if expression.until is not None else ""
    return f"{first}/{second}"


def _open(expression: PeriodExpression) -> str:
    return label_of(replace(expression.base, part=None)) if expression.base is not None else expression.kind


def duration_label(count: int | None, unit: str | None) -> str:
    """P3Y, P2W, PXD when nobody said how many; quarters and halves count in months."""
    number = "X" if count is None else str(count)
    if unit == "quarter":
        number, unit = ("X" if count is None else str(3 * count)), "month"
    if unit == "half":
        number, unit = ("X" if count is None else str(6 * count)), "month"
    return f"P{number}{UNIT_LETTERS.get(unit or 'day', 'D')}"


def _duration(expression: PeriodExpression) -> str:
    return duration_label(expression.count, expression.unit)


def _ended(expression: PeriodExpression) -> str:
    end = label_of(expression.base) if expression.base is not None else "XXXX"
    return f"{duration_label(expression.count, expression.unit)}/{end}"


def _shifted(expression: PeriodExpression) -> str:
    length = duration_label(expression.count, expression.unit)
    if expression.base is None:
        return f"{length}-{expression.relation}"
    return f"{length}-{expression.relation}-{label_of(expression.base)}"


def _nth(expression: PeriodExpression) -> str:
    base = label_of(expression.base) if expression.base is not None else "XXXX"
    return f"{base}-{expression.index}-{expression.unit}"


def _same(expression: PeriodExpression) -> str:
    base = label_of(expression.base) if expression.base is not None else "this"
    return f"same-{expression.unit}-{base}"


_LABELS: dict[str, Callable[[PeriodExpression], str]] = {
    "day": _day,
    "month": _month,
    "quarter": _in_year("Q"),
    "half": _in_year("H"),
    "nine-months": _nine,
    "year": _year,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "week": _week,
    "range": _range,
    "duration": _duration,
    "ended": _ended,
    "shifted": _shifted,
    "nth": _nth,
    "same": _same,
    **dict.fromkeys(OPEN_KINDS, _open),
}


def read_label(label: str) -> PeriodExpression | None:
    """The expression a label stands for (2025, FY2025/26-Q1, 2025-08, 2025-08-24, 2021/2023); None if it is none."""
    first, slash, last = label.partition("/")
    if slash and (last.startswith(("XXXX", "FY")) or (last[:4].isdecimal() and len(last) >= 4)):
        base, until = read_label(first), read_label(last)
        return (
            PeriodExpression("range", base=base, until=until)
            if base is not None and until is not None
            else None
        )
    text, fiscal = (label[2:], True) if label.startswith("FY") else (label, None)
    year_digits, rest = text[:4], text[4:]
    year: int | None
    if year_digits == "XXXX":
        year = None
    elif len(year_digits) == 4 and year_digits.isascii() and year_digits.isdigit():
        year = int(year_digits)
    else:
        return None
    span = None
    if fiscal and rest[:1] == "/" and rest[1:3].isdigit() and year is not None:
        span, rest = year + 1, rest[3:]
    found = PeriodExpression("year", year, span, fiscal)
    if not rest:
        return found
    tail = rest[1:]
    if rest[0] != "-" or not tail:
        return None
    if tail in ("Q1", "Q2", "Q3", "Q4"):
        return replace(found, kind="quarter", index=int(tail[1]))
    if tail in ("H1", "H2"):
        return replace(found, kind="half", index=int(tail[1]))
    if tail == "9M":
        return replace(found, kind="nine-months")
    if tail in SEASONS:
        return replace(found, kind="season", index=SEASONS.index(tail) + 1)
    if tail[0] == "W" and tail[1:].isdigit() and len(tail) == 3:
        return replace(found, kind="week", index=int(tail[1:]))
    head, _, rest = tail.partition("-")
    if len(head) == 2 and head.isdigit() and 1 <= int(head) <= 12:
        month = int(head)
        if not rest:
            return replace(found, kind="month", month=month)
        if len(rest) == 2 and rest.isdigit():
            return replace(found, kind="day", month=month, day=int(rest))
    return None
