"""The part a quantity plays in its sentence: a level, a change, the base of a comparison."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.metric_mentions import MetricMention
from factcheck.extract.sentence_tokens import PERIOD, PUNCTUATION, QUANTITY, WORD, Token
from factcheck.mention import QuantityMention

LEVEL, DELTA, PRIOR = "level", "delta", "prior"
_NEVER_BASE = frozenset(("streak", "rank", "multiple", "ordinal", "duration", "order"))
_REACH = 10  # how many tokens a comparison word may stand before its figure


def read_roles(
    tokens: Sequence[Token], metrics: Sequence[MetricMention], words: ClauseWords
) -> dict[int, str]:
    """Token number of each quantity → its role."""
    inside = {at for metric in metrics for at in range(metric.head, metric.last + 1)}
    roles: dict[int, str] = {}
    seen_level = False
    for at, token in enumerate(tokens):
        if token.kind != QUANTITY or token.quantity is None:
            continue
        if token.quantity.kind in _NEVER_BASE:
            roles[at] = DELTA if _is_change(token.quantity) else LEVEL
        elif (
            _or_also(tokens, at, roles)
            or _after_comparison(tokens, at, inside, words)
            or (seen_level and _dated_before(tokens, at))
        ):
            roles[at] = PRIOR
        elif (_is_change(token.quantity) and not _speaks_of_another(tokens, at)) or (
            roles and _same_change(tokens, at, roles)
        ):
            roles[at] = DELTA
        else:
            roles[at] = LEVEL
            seen_level = True
    return roles


def _or_also(tokens: Sequence[Token], at: int, roles: dict[int, str]) -> bool:
    """The second figure of "compared to $153.3 million, or $1.48 per share": a base like the first."""
    if not roles or roles[max(roles)] != PRIOR:
        return False
    between = [token.lower or token.text for token in tokens[max(roles) + 1 : at]]
    quantity = tokens[at].quantity
    return (
        between in (["or"], [",", "or"]) and quantity is not None and quantity.quantity.dimension != "percent"
    )


def _is_change(mention: QuantityMention) -> bool:
    return mention.change in ("up", "down") or mention.kind == "points"


def _speaks_of_another(tokens: Sequence[Token], at: int) -> bool:
    """ "$3,200 million, representing growth of 14 %": the word for growth belongs to the next figure."""
    mention = tokens[at].quantity
    if mention is None or mention.cue is None or mention.cue.start < mention.end:
        return False
    between = [token.lower for token in tokens[at + 1 : at + 8] if token.start < mention.cue.start]
    return any(word in ("representing", "reflecting", "implying", "with", "on", "and") for word in between)


def _same_change(tokens: Sequence[Token], at: int, roles: dict[int, str]) -> bool:
    """The percentage in "up $21 million or 27 %", "up from $7.1 million, or 44 %"."""
    quantity, before = tokens[at].quantity, max(roles)
    if quantity is None or quantity.quantity.dimension != "percent" or roles[before] == LEVEL:
        return False
    between = [token.lower for token in tokens[before + 1 : at] if token.kind == WORD]
    return bool(between) and between[-1] in ("or", "about", "nearly", "roughly", "over") and "or" in between


def period_owner(
    tokens: Sequence[Token], roles: dict[int, str], inside: set[int], words: ClauseWords
) -> dict[int, int]:
    """Token number of a period → that of the base figure it dates: "from $441m for the third quarter of 2020"."""
    owned: dict[int, int] = {}
    for at, role in roles.items():
        if role != PRIOR:
            continue
        marker = comparison_word(tokens, at, inside, words)
        for step in range(marker if marker is not None else at, at):
            if tokens[step].kind == PERIOD:
                owned[step] = at
        for step in range(at + 1, min(at + 8, len(tokens))):
            token = tokens[step]
            if token.kind == PERIOD:
                owned.setdefault(step, at)
                break
            if token.kind != WORD or token.lower in words["level_verbs"]:
                break
    return owned


def comparison_word(tokens: Sequence[Token], at: int, inside: set[int], words: ClauseWords) -> int | None:
    """The token number of the word that makes the quantity at ``at`` a base ("from", "versus"), or None."""
    back = at - 1
    while back >= 0 and at - back <= _REACH:
        token = tokens[back]
        if token.kind == QUANTITY or (token.kind == PUNCTUATION and token.text in ";,.()"):
            return None
        if token.kind == WORD and back not in inside:
            if token.lower in words["comparison_markers"] and not _in_hedge(tokens, at, token):
                return None if token.lower == "from" and _is_range(tokens, at) else back
            if token.lower in ("but", "while", "whereas", "and"):
                return None
            if (
                token.lower in words["comparison_follow"]
                and back
                and tokens[back - 1].lower
                in (
                    "compared",
                    "comparable",
                    "relative",
                )
            ):
                return back - 1
            if token.lower in words["level_verbs"] and token.lower not in (
                "reported",
                "recorded",
                "estimated",
                "expected",
            ):
                return None
            if token.lower in ("by", "to"):
                return None
        back -= 1
    return None


def _after_comparison(tokens: Sequence[Token], at: int, inside: set[int], words: ClauseWords) -> bool:
    return comparison_word(tokens, at, inside, words) is not None


def _is_range(tokens: Sequence[Token], at: int) -> bool:
    """ "to range from $2.05 to $3.00": the word belongs to the range."""
    mention = tokens[at].quantity
    return mention is not None and mention.quantity.is_range


def _in_hedge(tokens: Sequence[Token], at: int, token: Token) -> bool:
    quantity = tokens[at].quantity
    return quantity is not None and quantity.hedge is not None and quantity.hedge.overlaps(token.span)


def _dated_before(tokens: Sequence[Token], at: int) -> bool:
    """True for "$5m a year earlier": a period that looks back stands right behind the figure."""
    quantity = tokens[at].quantity
    if quantity is not None and quantity.change in ("up", "down"):
        return False
    for token in tokens[at + 1 : at + 4]:
        if token.kind == PERIOD and token.period is not None:
            return token.period.role == "compared"
        if token.kind != WORD or token.lower not in ("in", "for", "the", "during", "at"):
            return False
    return False
