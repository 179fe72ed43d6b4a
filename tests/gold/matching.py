"""When an aspect read by the engine is the one the sheet wants. Strict on meaning, lenient on wording."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.normalise.metrics import load_metrics
from tests.gold.sheets import GoldClaim

_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "for",
        "on",
        "at",
        "and",
        "its",
        "it",
        "s",
        "per",
        "co",
        "corp",
        "inc",
        "ltd",
        "plc",
        "group",
        "holding",
        "holdings",
    ]
)
_SAME = {  # ids and spellings that a vocabulary may choose for one concept
    "sales": "revenue",
    "sale": "revenue",
    "turnover": "revenue",
    "eps": "earnings per share",
    "gdp": "gross domestic product",
    "operating income": "operating profit",
    "capex": "capital expenditure",
    "us": "united state",
    "britain": "united kingdom",
    "uk": "united kingdom",
    "stock price": "share price",
    "share": "share price",
    "net profit": "net income",
}
_MOVES = {"change"}
_UNSAID = ("of", "against")  # of what it is a share, in which currency a rate is told: no sheet says


def tokens(words: str) -> frozenset[str]:
    """Lower-case content words, accents off, singular."""
    flat = unicodedata.normalize("NFKD", words.replace("U.S.", "US").replace("S&P", "SP"))
    flat = "".join(char for char in flat if not unicodedata.combining(char)).casefold()
    return frozenset(_singular(word) for word in re.findall(r"[a-z0-9]+", flat) if word not in _SMALL)


def _singular(word: str) -> str:
    if word == "people":
        return "person"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) else word


def concept(words: str) -> frozenset[str]:
    """Tokens after the one-concept spellings are made one."""
    plain = tokens(words)
    for left, right in _SAME.items():
        if tokens(left) <= plain and (" " in left or len(plain) == 1):
            plain = (plain - tokens(left)) | tokens(right)
    return plain


def entity_right(gold: GoldClaim, claim: Claim) -> bool:
    """A name's words are enough, in either direction; null in the sheet means nobody must be named."""
    have = [tokens(text) for text in (claim.entity.name, claim.entity.words, claim.entity.id) if text]
    have = [words for words in have if words]
    for want in gold.aspects["entity"]:
        if want is None:
            return True
        words = tokens(str(want))
        if any(words <= other or other <= words for other in have):
            return True
    return False


def metric_right(gold: GoldClaim, claim: Claim) -> bool:
    have = {*_concepts(claim), concept(claim.metric_words)} - {frozenset()}
    return any(want is None or concept(str(want)) in have for want in gold.aspects["metric"])


def _concepts(claim: Claim) -> set[frozenset[str]]:
    """The metric by its id and by each name that the vocabulary gives it: like-for-like sales are same-store sales."""
    metrics = load_metrics()
    names = metrics.info(claim.metric).names if metrics.known(claim.metric) else ()
    return {concept(claim.metric.lstrip("~")), *map(concept, names)}


def scope_right(gold: GoldClaim, claim: Claim) -> bool:
    """The same values, whatever the dimensions are called; what the entity or metric holds already is no scope."""
    return _scope_words(gold.scope, claim) == _scope_words(claim.scope, claim)


def _scope_words(scope: tuple[tuple[str, str], ...], claim: Claim) -> frozenset[str]:
    told = tokens(f"{claim.entity.name} {claim.entity.words} {claim.entity.id} {claim.metric}")
    if claim.quantity is not None and claim.quantity.unit is not None:
        told |= tokens(claim.quantity.unit.partition(" per ")[2])
    kept = [value for dimension, value in scope if dimension not in _UNSAID]
    words = frozenset().union(*(concept(str(value)) for value in kept)) if kept else frozenset()
    return words - told - {"group", "basic", "diluted", "share", "market"}


def metric_and_scope_right(gold: GoldClaim, claim: Claim) -> bool:
    """ "cloud revenue" is also revenue in the segment "cloud"."""
    entity = tokens(f"{claim.entity.name} {claim.entity.words}")
    narrow = frozenset().union(*(concept(str(v)) for _, v in claim.scope), frozenset()) - entity
    extra = frozenset().union(*(concept(str(v)) for _, v in gold.scope), frozenset()) - entity
    have = {name | narrow for name in _concepts(claim)}
    return any(want is not None and concept(str(want)) | extra in have for want in gold.aspects["metric"])


def period_right(gold: GoldClaim, claim: Claim) -> bool:
    """The same label or the same days, whichever way they are written."""
    labels = {claim.period.label, *(reading.label for reading in claim.period.readings)}
    spans = {(reading.start, reading.end) for reading in claim.period.readings}
    for want in gold.aspects["period"]:
        if want is None:
            if not claim.period.is_known or claim.how("period") != "stated":
                return True
        elif (
            want in labels
            or want.strip("/") in {label.strip("/") for label in labels}
            or ((days := _days(want)) and days in spans)
        ):
            return True
    return False


_PERIOD = re.compile(r"(\d{4})(?:-(?:(Q|H)(\d)|(0[1-9]|1[0-2])))?\Z")


def _days(label: str) -> tuple[date, date] | None:
    """First and last day of a year, half, quarter or month; None for any other label."""
    match = _PERIOD.match(label)
    if match is None:
        return None
    year, kind, nth, month = match.groups()
    months = {"Q": 3, "H": 6, None: 1 if month else 12}[kind]
    first = int(month) if month else (int(nth) - 1) * months + 1 if kind else 1
    after = int(year) * 12 + first - 1 + months
    return date(int(year), first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def value_right(gold: GoldClaim, claim: Claim) -> bool:
    quantity = claim.quantity
    if quantity is None:
        return False
    wanted = (gold.value[0], gold.value[-1])
    have = (quantity.low, quantity.high)
    factors = [Fraction(1)]
    if quantity.unit == "percent" and None in gold.aspects["unit"]:
        factors.append(Fraction(1, 100))
    return any(tuple(abs(n * f) for n in have) == wanted for f in factors)


def unit_right(gold: GoldClaim, claim: Claim) -> bool:
    unit = claim.quantity.unit if claim.quantity is not None else None
    if unit == "times" and None in gold.aspects["unit"]:
        return True
    if unit is not None and any(dimension == "per" for dimension, _ in gold.scope):
        unit = unit.partition(" per ")[0]
    return any(
        want == unit or (want is not None and unit is not None and tokens(str(want)) == tokens(unit))
        for want in gold.aspects["unit"]
    )


def plain_right(name: str, gold: GoldClaim, claim: Claim) -> bool:
    """measure, direction, basis, prior, modality. Direction and basis count for movements only."""
    if name in ("direction", "basis") and not _MOVES & {str(m) for m in gold.aspects["measure"]}:
        return True
    return getattr(claim, name) in gold.aspects[name]


def attribution_right(gold: GoldClaim, claim: Claim) -> bool:
    have = tokens(claim.attribution or "")
    return any(
        (not have) if want is None else bool(have & tokens(str(want))) for want in gold.aspects["attribution"]
    )
