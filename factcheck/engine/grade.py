"""How much a conflict weighs: the rule's severity, lowered for what it relies on, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.claim import Claim
from factcheck.quantity import Quantity
from factcheck.rule import Rule

_LADDER = ("note", "warning", "error")
_TRUSTED = ("stated", "sheet")
# Marks of the readers that mean "read, but do not lean on it".
_LOW_TRUST = {
    "ambiguous-currency": "the currency is ambiguous",
    "stripped-link": "a name seems to be missing from the text",
    "low-trust": "the passage was hard to read",
}
_VOICE = "attribution"


def lowered(severity: str, steps: int) -> str:
    return _LADDER[max(0, _LADDER.index(severity) - steps)]


def capped(severity: str, at_most: str) -> str:
    return _LADDER[min(_LADDER.index(severity), _LADDER.index(at_most))]


def heavier(a: str, b: str) -> str:
    return a if _LADDER.index(a) >= _LADDER.index(b) else b


def asked(rule: Rule) -> frozenset[str]:
    """The aspects a rule's join relies on: not those that it wants absent."""
    return frozenset(
        term.aspect.partition(".")[0]
        for pattern in rule.patterns
        for term in pattern.terms
        if term.op != "none"
    )


def grade(
    rule: Rule, severity: str, claims: Sequence[Claim], undecided: bool, aspects: frozenset[str]
) -> tuple[str, tuple[str, ...]]:
    """The severity that is left and why.

    A hedge, and what was taken from the title or topic, makes an error a warning, and takes nothing from a warning:
    news is full of both, and a step for each would make notes of a third of the true findings. What was merely assumed,
    may mean another, was hard to read, or is one unit of the last digit away costs a step each. Undecided is never
    more than a note, and so are figures that different people give.
    """
    reasons: list[str] = []
    steps = 0
    ceiling = "error"
    if undecided:
        ceiling = "note"
        reasons.append("the rounded figures leave it undecided")
    if any(claim.quantity is not None and claim.quantity.hedged for claim in claims):
        ceiling = capped(ceiling, "warning")
        reasons.append("a figure is hedged")
    if "entity" in aspects and any(claim.entity.ambiguous for claim in claims):
        steps += 1
        reasons.append("it is not certain who is meant")
    weak = sorted(
        {aspect for claim in claims for aspect in ("entity", "metric", "period") if _weak(claim, aspect)}
    )
    sentences = {(claim.path, claim.sentence) for claim in claims}
    paths = {claim.path for claim in claims}
    for aspect in weak:
        if aspect not in aspects or len(sentences) == 1:
            continue  # figures of one sentence are about one thing, whatever it is
        if aspect == "entity" and len(paths) == 1 and len({claim.entity.id for claim in claims}) == 1:
            if len(claims) > 1 and all(claim.how("entity") == "topic" for claim in claims):
                # a long text has sections of which nobody is named again
                ceiling = capped(ceiling, "note" if any(c.entity.ambiguous for c in claims) else "warning")
                reasons.append("neither sentence says whom the figure is about")
            continue  # figures that one article says of its topic are about one thing
        hows = {claim.how(aspect) for claim in claims if _weak(claim, aspect)}
        if "default" in hows:
            steps += 1
            reasons.append(f"the {aspect} is assumed, not stated")
        elif not (aspect == "entity" and all(c.entity.known or c.how("entity") in _TRUSTED for c in claims)):
            ceiling = capped(ceiling, "warning")
            reasons.append(f"the {aspect} is taken from elsewhere in the article")
    if one_unit_apart(claims):
        steps += 1
        reasons.append("the figures differ by one unit of their last digit")
    elif cut_off(claims):
        ceiling = "note"
        reasons.append("one figure is the other cut off instead of rounded")
    for mark, reason in sorted(_LOW_TRUST.items()):
        if any(mark in claim.marks for claim in claims):
            steps += 1
            reasons.append(reason)
    own_voice = (
        len(paths) == 1 and len(voices(claims) - {""}) == 1
    )  # a headline tells what its body attributes
    if len(claims) > 1 and _VOICE not in aspects and len(voices(claims)) > 1 and not own_voice:
        ceiling = capped(ceiling, "warning" if "" in voices(claims) else "note")
        reasons.append("the figures are given by different people")
    return capped(lowered(severity, steps), ceiling), tuple(reasons)


def cut_off(claims: Sequence[Claim]) -> bool:
    """ "$1.15 billion" beside "$1.156 billion": the same digits, of which one writer left some out."""
    pair = _plain_pair(claims)
    if pair is None:
        return False
    a, b = sorted(pair, key=lambda quantity: quantity.step)
    return a.step < b.step and 0 < abs(a.low) - abs(b.low) < b.step and abs(b.low) * 2 > abs(a.low)


def _plain_pair(claims: Sequence[Claim]) -> tuple[Quantity, Quantity] | None:
    if len(claims) != 2:
        return None
    a, b = (claim.quantity for claim in claims)
    if a is None or b is None or a.hedged or b.hedged or a.is_range or b.is_range or a.unit != b.unit:
        return None
    return a, b


def one_unit_apart(claims: Sequence[Claim]) -> bool:
    """Two plain figures, equally precise, that another rounding could make one: $4.67 and $4.68 billion."""
    pair = _plain_pair(claims)
    if pair is None:
        return False
    a, b = pair
    return a.step == b.step == abs(a.low - b.low) > 0 and abs(a.low - b.low) * 100 < abs(a.low)


def changes_the_story(claims: Sequence[Claim]) -> bool:
    """Whether a reader would tell another story: up or down, first or second, or one figure twice the other or more."""
    directions = {claim.direction for claim in claims}
    if {"up", "down"} <= directions or (len(claims) > 1 and all(c.measure == "rank" for c in claims)):
        return True
    if len(claims) != 2:
        return False
    a, b = (claim.quantity for claim in claims)
    if a is None or b is None or a.dimension != b.dimension or a.unit != b.unit:
        return False
    low, high = sorted((abs(a.low), abs(b.low)))
    return high >= 2 * low and high > 0


def _weak(claim: Claim, aspect: str) -> bool:
    """Whether an aspect is there but was not stated. A claim without any trace comes from a sheet or a test."""
    if not claim.trace or (aspect == "period" and not claim.period.is_known):
        return False
    return claim.how(aspect) not in _TRUSTED


def voices(claims: Iterable[Claim]) -> set[str]:
    """Who says it, each once: "the Commission" is the Oregon Commission, "Rhee" is Karen Rhee."""
    names = {claim.attribution or "" for claim in claims}
    words = {name: set(name.lower().split()) for name in names}
    return {name for name in names if not (name and any(words[name] < words[other] for other in names))}
