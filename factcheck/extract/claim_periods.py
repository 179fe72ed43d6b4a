"""Which period a claim is for: stated beside it, else in its sentence, heading or paragraph, else the article's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.claim import Trace
from factcheck.extract.metric_mentions import MetricMention
from factcheck.extract.open_nouns import Attachment
from factcheck.extract.roles import PRIOR
from factcheck.extract.sentence_tokens import PERIOD, QUANTITY, WORD, Token
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import FiscalCalendar, PeriodExpression, resolve
from factcheck.period import UNKNOWN, Period
from factcheck.records import replace

_ENOUGH = 70  # below this the words are too far from the figure to date it
_COMPARING = frozenset(("over", "than", "versus", "vs", "against"))
_ENOUGH_ALONE = 45  # an outlook's only period may stand further off: "full year guidance …, to a range of"
NO_PERIOD = ("duration", "unknown")


def choose_period(
    tokens: Sequence[Token],
    at: int,
    role: str,
    attachment: Attachment | None,
    metrics: Sequence[MetricMention],
    owned: dict[int, int],
    openers: frozenset[str],
    ahead: bool = False,
) -> PeriodMention | None:
    """The period mention of the sentence that dates the quantity at token ``at``, or None."""
    best: tuple[int, int] | None = None
    candidates = 0
    inside = metrics[attachment.mention].periods if attachment is not None and attachment.mention >= 0 else ()
    for step, token in enumerate(tokens):
        mention = token.period
        if token.kind != PERIOD or mention is None or mention.period.kind in NO_PERIOD:
            continue
        if mention.role == "duration":
            continue
        if role == PRIOR and owned.get(step, at) != at:
            continue
        if role == PRIOR and mention.role != "compared" and step not in owned:
            continue
        if role != PRIOR and (mention.role == "compared" or step in owned or _is_base(tokens, step)):
            continue
        score = _score(tokens, at, step, step in inside, role, openers)
        candidates += 1
        if best is None or score > best[0]:
            best = (score, step)
    enough = _ENOUGH_ALONE if ahead and candidates == 1 else _ENOUGH
    return tokens[best[1]].period if best is not None and best[0] >= enough else None


def _is_base(tokens: Sequence[Token], step: int) -> bool:
    """ "a 5 % increase over 2020", "higher than Q2": the period compared with, not the one reported."""
    before = [
        token.lower for token in tokens[max(0, step - 3) : step] if token.lower not in ("the", "for", "in")
    ]
    if before[-1:] in (["that"], ["those"]):
        return True
    mention = tokens[step].period
    if mention is not None and mention.period.kind in ("range", "since", "by", "until"):
        return False  # "over the next three years" compares nothing
    return bool(before) and (
        before[-1] in _COMPARING or before[-2:] in (["compared", "to"], ["compared", "with"])
    )


def _describes(tokens: Sequence[Token], step: int) -> bool:
    """ "our 2020 cost actions": a year between a determiner and a noun describes the noun and dates nothing."""
    mention = tokens[step].period
    if mention is None or mention.period.kind != "year" or step == 0 or step + 1 >= len(tokens):
        return False
    return (
        tokens[step - 1].lower in ("our", "its", "their", "his", "her", "the", "a", "'s")
        and tokens[step + 1].kind == WORD
    )


def _score(
    tokens: Sequence[Token], at: int, step: int, inside: bool, role: str, openers: frozenset[str]
) -> int:
    low, high = min(at, step), max(at, step)
    crossed = sum(1 for token in tokens[low + 1 : high] if token.kind == QUANTITY)
    stopped = sum(1 for token in tokens[low + 1 : high] if token.text in (";", ","))
    distance = high - low
    if role == PRIOR:
        return 100 - distance - 30 * crossed - 15 * stopped - (0 if step > at else 5)
    if any(token.lower in openers for token in tokens[low + 1 : high]):
        distance += 50
    if not inside and _describes(tokens, step):
        distance += 50
    score = 90 - distance // 2 - 12 * crossed - 12 * stopped
    return score + 40 if inside else score


def resolve_period(
    mention: PeriodMention,
    published: date | None,
    calendar: FiscalCalendar | None,
    reporting: Period | None,
) -> Period:
    """The readings of a mention, given what is known of the entity's year and of the period the article reports on."""
    if mention.expression is None:
        return mention.period
    known = reporting if reporting is not None and reporting.is_known else None
    return resolve(
        mention.expression,  # type: ignore[arg-type]
        published=published,
        calendar=calendar,
        reporting=known,
        text=mention.surface,
    )


def with_fiscal_year(
    period: Period, mention: PeriodMention, published: date | None, calendar: FiscalCalendar | None
) -> Period:
    """A bare year beside a company's result may be its fiscal year: the readings of both."""
    expression = mention.expression
    if period.kind != "year" or not isinstance(expression, PeriodExpression) or expression.kind != "year":
        return period
    if expression.fiscal is not None or expression.year is None:
        return period
    fiscal = resolve(
        replace(expression, fiscal=True), published=published, calendar=calendar, text=mention.surface
    )
    known = period.keys()
    more = tuple(reading for reading in fiscal.readings if reading.key not in known)
    return replace(period, readings=(*period.readings, *more))


def trace_of(mention: PeriodMention, how: str, note: str = "") -> Trace:
    return Trace("period", how, mention.span, note)


def unknown() -> tuple[Period, Trace]:
    return UNKNOWN, Trace("period", "default", None, "no period is stated")
