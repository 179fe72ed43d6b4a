"""Further facts of a claim that rules ask for by name: the base of a multiple, totals and the parts they sum up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.claim import Claim
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.sentences import Sentence
from factcheck.normalise.metrics import Metrics
from factcheck.records import replace
from factcheck.syntax.tokens import WORD, Token

_BASE_REACH = 9
_OPENS_BASE = frozenset(("the", "its", "their", "his", "her", "our", "what", "that", "those", "from"))


def base_of(
    tokens: Sequence[Token], at: int, metric: str, metrics: Metrics, words: ClauseWords
) -> str | None:
    """What a multiple is measured against, in its own words: "than its predecessor"; None where nobody says.

    A multiple of a metric that is one by nature (25 times earnings) carries its base in the metric.
    """
    if metrics.known(metric) and metrics.allows(metric, "multiple"):
        return metric
    of = at + 1 < len(tokens) and tokens[at + 1].lower == "of"
    opens = at + 2 if of else at + 1
    if opens < len(tokens) and tokens[opens].lower in _OPENS_BASE:
        # "three times the legal limit", "10 times that", "double of what it was", "by 3 times from April lows"
        return " ".join(token.text for token in tokens[opens : opens + 3])
    for step in range(at + 1, min(at + 1 + _BASE_REACH, len(tokens))):
        token = tokens[step]
        if token.text in ";.":
            break
        if token.kind == WORD and (token.lower in words["base_words"]):
            end = min(step + 6, len(tokens))
            return " ".join(tokens[inner].text for inner in range(step, end))
    for step in range(max(0, at - _BASE_REACH), at):
        if tokens[step].kind == WORD and tokens[step].lower in ("than", "versus", "against"):
            return tokens[step].text
    return None


def mark_totals(
    claims: Sequence[Claim], tokenised: Sequence[tuple[Sentence, Sequence[Token]]], words: ClauseWords
) -> list[Claim]:
    """Claims with "total" and "part" details where a sentence sums up the one before: "These moves raised $60 billion"."""
    by_sentence: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        by_sentence.setdefault(claim.sentence.start, []).append(number)
    marked = list(claims)
    for (before, _), (sentence, tokens) in pairwise(tokenised):
        if sentence.paragraph != before.paragraph or not _sums_up(tokens, words):
            continue
        totals = [n for n in by_sentence.get(sentence.span.start, ()) if _is_amount(claims[n])]
        if len(totals) != 1:
            continue
        whole = claims[totals[0]]
        parts = [
            n
            for n in by_sentence.get(before.span.start, ())
            if _is_amount(claims[n]) and _alike(claims[n], whole)
        ]
        if len(parts) < 2:
            continue
        group = sentence.span.start
        marked[totals[0]] = _detailed(marked[totals[0]], "total", group)
        for number in parts:
            marked[number] = _detailed(marked[number], "part", group)
    for sentence, tokens in tokenised:
        _mark_within(marked, by_sentence.get(sentence.span.start, ()), tokens, words)
    return marked


def _mark_within(
    marked: list[Claim], numbers: Sequence[int], tokens: Sequence[Token], words: ClauseWords
) -> None:
    """ "A budget of 10 consists of 6 and 4" lists all parts; "sales of 5 and of 1 generated 60" names a result."""
    amounts = [n for n in numbers if _is_amount(marked[n])]
    if len(amounts) < 3 or not all(_alike(marked[n], marked[amounts[0]]) for n in amounts):
        return
    first, second, last = marked[amounts[0]].span, marked[amounts[1]].span, marked[amounts[-1]].span
    opening = " ".join(token.lower for token in tokens if first.end <= token.start < second.start)
    ending = [token.lower for token in tokens if marked[amounts[-2]].span.end <= token.start < last.start]
    group = first.start
    listed = [token.lower for token in tokens if second.end <= token.start < last.start]
    if any(phrase in f" {opening} " for phrase in words.lists_all):
        if "which" in listed or not words["taking_away"].isdisjoint(listed):
            return  # "of which $3 million goes to Ashby": a part of the part before
        marked[amounts[0]] = _detailed(marked[amounts[0]], "sum", group)
        for number in amounts[1:]:
            marked[number] = _detailed(marked[number], "addend", group)
    elif any(word in words["yield_verbs"] for word in ending) and "and" not in ending:
        marked[amounts[-1]] = _detailed(marked[amounts[-1]], "total", group)
        for number in amounts[:-1]:
            marked[number] = _detailed(marked[number], "part", group)


def _sums_up(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """ "These moves generated …", "Together they raised …": it opens by pointing back and says what came of it."""
    opening = [token.lower for token in tokens[:3]]
    points_back = bool(opening) and (opening[0] in ("these", "those", "together", "combined", "both"))
    return points_back and any(token.lower in words["yield_verbs"] for token in tokens[:7])


def _is_amount(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and claim.measure in ("level", "count")
        and not claim.prior
        and not quantity.is_range
    )


def _alike(a: Claim, b: Claim) -> bool:
    return a.quantity is not None and b.quantity is not None and a.quantity.dimension == b.quantity.dimension


def _detailed(claim: Claim, name: str, value: object) -> Claim:
    return replace(claim, details=tuple(sorted((*claim.details, (name, value)), key=lambda pair: pair[0])))
