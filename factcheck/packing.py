"""Records as plain data, and back: what was read from an article, in a form that ``marshal`` keeps.

Generic over the record types of this floor and below, so that a new field of a claim needs no change here. Loading can
make nothing but these records, and equal records are made once.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import attrgetter

from factcheck.article import Article, Cell, Gap, Section
from factcheck.claim import Claim, Entity, Trace
from factcheck.day import date
from factcheck.hints import Any
from factcheck.interval import Interval
from factcheck.period import Period, Reading
from factcheck.quantity import Quantity
from factcheck.reading import Read
from factcheck.span import Span

# A packed value is itself when it is plain, else a tuple whose first item says what it is.
_TUPLE, _SET, _FRACTION, _DATE = range(4)
_RECORDS: tuple[Any, ...] = (
    *(Span, Trace, Entity, Claim, Reading, Period, Interval, Quantity),
    *(Gap, Cell, Section, Article, Read),
)
_CODES: dict[type, int] = {kind: code for code, kind in enumerate(_RECORDS, start=4)}
_PLAIN = frozenset([str, int, bool, float, type(None)])
_VALUES: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    kind: attrgetter(*(name for name in kind.__match_args__ if not name.startswith("_"))) for kind in _RECORDS
}


def pack(value: object) -> Any:
    """Plain data for a record, or for plain values and tuples of them. TypeError for anything else."""
    return value if value.__class__ in _PLAIN else _pack(value, {}, {})


def unpack(packed: Any) -> Any:
    """The value that :func:`pack` was given. ValueError, TypeError or IndexError for data it never made."""
    return _unpack(packed, {})


def _pack(value: Any, seen: dict[int, Any], made: dict[Any, Any]) -> Any:
    """``seen``: what was made of a record, by its identity; ``made``: the one tuple of all that are equal."""
    known = seen.get(id(value))
    if known is not None:
        return known
    kind = value.__class__
    if kind is tuple:
        return (_TUPLE, *[part if part.__class__ in _PLAIN else _pack(part, seen, made) for part in value])
    if kind is frozenset:
        return (_SET, *sorted(value))
    if kind is Fraction:
        packed: Any = (_FRACTION, value.numerator, value.denominator)
    elif kind is date:
        packed = (_DATE, value.toordinal())
    elif kind in _CODES:
        parts = _VALUES[kind](value)
        packed = (
            _CODES[kind],
            *[part if part.__class__ in _PLAIN else _pack(part, seen, made) for part in parts],
        )
    else:
        raise TypeError(f"a {kind.__name__} cannot be kept")
    packed = seen[id(value)] = made.setdefault(packed, packed)
    return packed


def _unpack(packed: Any, made: dict[int, Any]) -> Any:
    """``made`` holds what was made of each tuple, by its identity: ``marshal`` keeps one tuple of equal ones."""
    parts = [
        part if part.__class__ is not tuple else made.get(id(part)) or _unpack(part, made) for part in packed
    ]
    value = made[id(packed)] = _MAKERS[parts[0]](*parts[1:])
    return value


def _tuple(*parts: Any) -> Any:
    return parts


def _set(*parts: Any) -> Any:
    return frozenset(parts)


_MAKERS: tuple[Callable[..., Any], ...] = (_tuple, _set, Fraction, date.fromordinal, *_RECORDS)
