"""A claim: an XBRL fact read out of prose. Concept, entity, period, unit, value, precision, dimensions, and where."""

from __future__ import annotations

from factcheck.period import UNKNOWN, Period
from factcheck.quantity import Quantity
from factcheck.records import dataclass
from factcheck.span import Span

MEASURES = (
    "level",  # an amount, a price, a count: how much there is
    "change",  # a relative change (26 %) or an absolute one (up $4 million); see basis
    "share",  # a part of a whole
    "ratio",  # a multiple, margin, yield, rate
    "streak",  # nth consecutive
    "rank",  # largest, second-largest
    "count",
    "date",
    "duration",
    "score",
    "list",  # an announced number of listed things: quantity is the number announced, details "items" those found
    "quotation",  # words said by attribution; details "words"
)
MODALITIES = ("reported", "forecast", "target", "planned", "rumoured", "hypothetical", "negated")
HOW = ("stated", "inherited", "topic", "default", "sheet")


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what a figure is about. ``id`` is canonical ("harlow"); ``words`` as used here.

    Somebody named only by what they are has the id of whom the article is about, and the words: "harlow#retailer";
    "another:…" for those it is not about ("a rival"). An article that names nobody is itself its subject: "article:…",
    or the place its figure is measured in: "article:…#@norland".

    ``known`` is true for an entity of the registry; ``ambiguous`` when another candidate was as good.
    """

    id: str
    name: str
    words: str = ""
    known: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """How one aspect was found: ``how`` is one of HOW, ``span`` the words that gave it, ``note`` why them."""

    aspect: str
    how: str
    span: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One normalised claim.

    ``quantity`` holds the magnitude for a change (its sign is ``direction``: up, down, flat or None) and the signed
    value for everything else. It is None only for claims that carry no figure (a bare date has its period).
    ``scope`` is a sorted tuple of (dimension, value) pairs: segment, place, market, product, basis-of-preparation
    ("accounting": "adjusted"), per ("per": "share"), …
    ``number`` is the claim's place in the article, from 0, in order of ``span``; given when all its claims are read.
    ``details`` are further facts a rule can ask for by name, as (name, value) pairs sorted by name: "weekday" (0-6, as
    stated beside a date), "items" (how many things a list names), "base" (what a multiple is measured against), …
    ``sentence`` is the span of the sentence; ``prior`` marks the base value of a comparison ("from $441 million").
    """

    path: str
    span: Span
    sentence: Span
    section: str
    entity: Entity
    metric: str
    measure: str
    number: int = 0
    metric_words: str = ""
    quantity: Quantity | None = None
    kind: str = "amount"
    basis: str | None = None
    direction: str | None = None
    period: Period = UNKNOWN
    compared: Period = UNKNOWN
    scope: tuple[tuple[str, str], ...] = ()
    modality: str = "reported"
    attribution: str | None = None
    prior: bool = False
    details: tuple[tuple[str, object], ...] = ()
    marks: frozenset[str] = frozenset()
    trace: tuple[Trace, ...] = ()

    def how(self, aspect: str) -> str:
        """How an aspect was found; "default" when the trace does not say."""
        for step in self.trace:
            if step.aspect == aspect:
                return step.how
        return "default"

    @property
    def key(self) -> tuple[str, int]:
        """Unique in a run: path and number."""
        return self.path, self.number
