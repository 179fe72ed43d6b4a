"""The aspects a pattern may ask for: their names, types, how two claims share them, and how each is read."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.claim import Claim, Entity
from factcheck.engine.choices import DETAILS, SCOPES
from factcheck.hints import Any
from factcheck.period import Period
from factcheck.records import dataclass

# Types of values in expressions.
CLAIM, GROUP, ENTITY, TEXT, QUANTITY, PERIOD, DATE, TRUTH, DURATION, SET = (
    "claim",
    "group",
    "entity",
    "text",
    "quantity",
    "period",
    "date",
    "truth",
    "duration",
    "set",
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect. ``needed``: a variable on it only binds claims that state it (nobody knows what "" equals)."""

    name: str
    type: str
    read: Callable[[Claim], Any]
    needed: bool
    meaning: str


def _quantity(claim: Claim) -> Any:
    return claim.quantity


def _unit(claim: Claim) -> Any:
    return claim.quantity.unit if claim.quantity is not None else None


def _dimension(claim: Claim) -> Any:
    return claim.quantity.dimension if claim.quantity is not None else None


def _initials(claim: Claim) -> Any:
    name = claim.entity.name.strip().casefold()
    return name[0] + name[-1] if name else None


def _digits(claim: Claim) -> Any:
    if claim.quantity is None:
        return None
    low, high = claim.quantity.low, claim.quantity.high
    first = digits_of(low)
    return f"{first} {first if low == high else digits_of(high)}"


def _shuffled(claim: Claim) -> Any:
    if claim.quantity is None or claim.quantity.is_range:
        return None
    return "".join(sorted(digits_of(claim.quantity.low).replace("0", "")))


def digits_of(value: Fraction) -> str:
    """The significant digits of an exact decimal: 4.670 bn and 467 both give 467; "" for a third."""
    bottom, twos, fives = value.denominator, 0, 0
    while bottom % 2 == 0:
        bottom //= 2
        twos += 1
    while bottom % 5 == 0:
        bottom //= 5
        fives += 1
    if bottom != 1:
        return ""
    return str(abs(int(value * 10 ** max(twos, fives)))).rstrip("0") or "0"


def _anchor(claim: Claim) -> Any:
    return "open" if claim.period.open_anchor else "fixed"


def _outlook(claim: Claim) -> str:
    """Two articles may call one figure a forecast, a plan and a target."""
    return "ahead" if claim.modality in ("forecast", "target", "planned") else claim.modality


def _hedge(claim: Claim) -> Any:
    if claim.quantity is None:
        return None
    return "hedged" if claim.quantity.hedged else "plain"


ASPECTS: dict[str, Aspect] = {
    aspect.name: aspect
    for aspect in (
        Aspect("entity", ENTITY, lambda c: c.entity, True, "who or what the figure is about"),
        Aspect(
            "initials",
            TEXT,
            _initials,
            True,
            "the entity's name by first and last letter, to find other spellings",
        ),
        Aspect("metric", TEXT, lambda c: c.metric, True, "what is measured (revenue, headcount, ~noun)"),
        Aspect(
            "measure", TEXT, lambda c: c.measure, True, "what kind of number it is (level, change, share, …)"
        ),
        Aspect(
            "kind", TEXT, lambda c: c.kind, False, "how the figure is written (amount, percent, count, …)"
        ),
        Aspect("basis", TEXT, lambda c: c.basis, False, "against what a change is measured"),
        Aspect("direction", TEXT, lambda c: c.direction, False, "up, down or flat, for a change"),
        Aspect(
            "quantity", QUANTITY, _quantity, True, "the figure, with unit and the interval its writing allows"
        ),
        Aspect("unit", TEXT, _unit, False, "the unit's canonical name"),
        Aspect(
            "dimension",
            TEXT,
            _dimension,
            False,
            "what the figure may be compared with: money:USD, percent, …",
        ),
        Aspect(
            "digits", TEXT, _digits, True, "the significant digits, whatever the scale: 4.67 bn and 467 alike"
        ),
        Aspect(
            "shuffled",
            TEXT,
            _shuffled,
            True,
            "the digits of a single figure in order of size, without zeros: 4.67 and 7,640 alike",
        ),
        Aspect(
            "label",
            TEXT,
            lambda c: c.period.label,
            False,
            "the period's normal form as worded; absent if unknown",
        ),
        Aspect(
            "anchor",
            TEXT,
            _anchor,
            False,
            "open for words such as “recent” that no date resolves, else fixed",
        ),
        Aspect("hedge", TEXT, _hedge, False, "hedged (about, nearly, …) or plain"),
        Aspect("period", PERIOD, lambda c: c.period, True, "the time it speaks of, with all readings"),
        Aspect("compared", PERIOD, lambda c: c.compared, True, "the period a change is measured against"),
        Aspect("scope", SET, lambda c: c.scope, False, "segment, place, market, product, accounting, per"),
        Aspect("modality", TEXT, lambda c: c.modality, False, "reported, forecast, target, planned, …"),
        Aspect(
            "outlook",
            TEXT,
            _outlook,
            False,
            "ahead for what is foreseen, aimed at or planned, else the modality",
        ),
        Aspect("attribution", TEXT, lambda c: c.attribution, False, "who says so"),
        Aspect(
            "prior", TEXT, lambda c: "yes" if c.prior else "no", False, "yes for the base of a comparison"
        ),
        Aspect(
            "section", TEXT, lambda c: c.section, False, "title, summary, heading, body, table, quotation, …"
        ),
        Aspect("marks", SET, lambda c: c.marks, False, "remarks of the readers"),
        Aspect("words", TEXT, lambda c: c.metric_words, False, "the words for the metric"),
        Aspect("article", TEXT, lambda c: c.path, True, "the article the claim stands in"),
        Aspect("sentence", TEXT, lambda c: (c.path, c.sentence.start), True, "the sentence it stands in"),
    )
}
PREFIXES = {"details": "a further fact by name", "scope": "one dimension of the scope"}


def aspect_of(name: str) -> Aspect | None:
    """An aspect by name, ``details.weekday`` and ``scope.place`` included; None if there is none."""
    known = ASPECTS.get(name)
    if known is not None:
        return known
    prefix, _, rest = name.partition(".")
    if prefix == "scope" and rest in SCOPES:
        return Aspect(name, TEXT, lambda c: dict(c.scope).get(rest), False, SCOPES[rest])
    if prefix == "details" and rest in DETAILS:
        return Aspect(name, TEXT, lambda c: dict(c.details).get(rest), True, DETAILS[rest][1])
    return None


def is_absent(value: Any) -> bool:
    """Nothing stated: None, no words, an empty scope, a period without readings. Zero is a value."""
    if value:
        return isinstance(value, Period) and not value.readings
    return value.__class__ not in _NUMBERS


_NUMBERS = (
    int,
    bool,
    Fraction,
)  # by class: asking whether something is a Fraction goes through numbers' registry


def literal_fits(aspect: str, value: Any, literals: tuple[Any, ...]) -> bool:
    """Whether a claim's value is one of a pattern's literals. "money" fits every "money:…"."""
    if isinstance(value, Entity):
        return value.id in literals or value.name in literals
    if isinstance(value, frozenset):
        return any(literal in value for literal in literals)
    if aspect == "scope":
        return any(literal in dict(value) for literal in literals)
    if isinstance(value, Period):
        return value.label in literals or value.kind in literals
    if value in literals:
        return True
    if aspect in ("dimension", "metric") and isinstance(value, str):
        return value.partition(":")[0] in literals
    return str(value) in literals if value is not None and not isinstance(value, (str, tuple)) else False
