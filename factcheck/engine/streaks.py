"""Streaks: "nth straight quarter" at quarter q began at q - (n - 1). Two streaks conflict only if their starts differ."""

from __future__ import annotations

from factcheck.claim import Claim
from factcheck.engine.amounts import Incomparable
from factcheck.engine.calendar import shift_day, shift_key, shift_label, shift_period
from factcheck.interval import Answer
from factcheck.period import Period, Reading

_MONTHS = {
    "quarter": 3,
    "quarterly": 3,
    "year": 12,
    "yearly": 12,
    "annual": 12,
    "month": 1,
    "monthly": 1,
    "half": 6,
}


def _count(claim: Claim) -> tuple[int, int]:
    """(n, months of one step)."""
    quantity = claim.quantity
    words = (quantity.unit or "").split() if quantity is not None else []
    step = next((_MONTHS[word] for word in words if word in _MONTHS), None)
    if quantity is None or step is None or quantity.low != quantity.high or quantity.low.denominator != 1:
        raise Incomparable("no streak of quarters, months or years")
    return int(quantity.low), step


def _steady(claim: Claim, step: int) -> bool:
    """Whether the claim's period can carry a streak of such steps: a quarter for quarters, a year for years."""
    kinds = {3: "quarter", 12: "year", 1: "month", 6: "half"}
    return claim.period.is_known and claim.period.kind.removeprefix("fiscal-") == kinds[step]


def streak_start(claim: Claim) -> Period:
    n, step = _count(claim)
    if not _steady(claim, step):
        raise Incomparable("the streak's period is not stated")
    return shift_period(claim.period, -(n - 1) * step)


def same_streak(a: Claim, b: Claim) -> Answer:
    """Agree if some readings give one start. A streak whose own period is unknown agrees only by its count."""
    (n, step), (m, other) = _count(a), _count(b)
    if step != other:
        raise Incomparable("streaks of different steps")
    steady = (_steady(a, step), _steady(b, step))
    if not any(steady) and not (a.period.label and a.period.label == b.period.label):
        raise Incomparable("neither streak says when it was counted")
    if not all(steady):
        return Answer.of(n == m)
    starts = {shift_key(key, -(n - 1) * step) for key in a.period.keys()}  # noqa: SIM118
    return (
        Answer.AGREE
        if starts & {shift_key(key, -(m - 1) * step) for key in b.period.keys()}  # noqa: SIM118
        else Answer.CONFLICT
    )


def streak_at(a: Claim, b: Claim) -> Reading | None:
    """The period in which ``b``'s count continues ``a``'s streak (or the reverse), if just one states its period."""
    (n, step), (m, _) = _count(a), _count(b)
    if _steady(a, step) == _steady(b, step):
        return None
    if _steady(b, step):
        a, n, m = b, m, n
    first = min(a.period.readings, key=_calendar_first)
    months = (m - n) * step
    return Reading(
        None if first.start is None else shift_day(first.start, months),
        None if first.end is None else shift_day(first.end, months),
        first.how,
        shift_label(first.label, months),
    )


def _calendar_first(reading: Reading) -> tuple[bool, str]:
    return reading.how not in ("calendar", "stated"), reading.label
