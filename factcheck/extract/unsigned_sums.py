"""Sums whose currency is left out: "operating income of 176.4 million"."""

from __future__ import annotations

from factcheck.claim import Claim
from factcheck.normalise.metrics import Metrics
from factcheck.quantity import Quantity
from factcheck.records import replace


def in_currency(claims: list[Claim], metrics: Metrics, prose: str) -> list[Claim]:
    """ "Operating income of 176.4 million", in an article that tells all its other sums in one currency: a sign left out."""
    told = {
        (claim.quantity.unit, claim.quantity.dimension)
        for claim in claims
        if claim.quantity is not None
        and claim.quantity.dimension.startswith("money:")
        and " per " not in claim.quantity.dimension
    }
    if len(told) != 1:
        return claims
    ((unit, dimension),) = told
    return [
        replace(claim, quantity=replace(claim.quantity, unit=unit, dimension=dimension))
        if claim.quantity is not None and _left_out(claim, claim.quantity, metrics, prose)
        else claim
        for claim in claims
    ]


def is_sum(quantity: Quantity, metric: str, metrics: Metrics) -> bool:
    """True for millions without a sign of what can only be told in money: "operating income of 176.4 million"."""
    if quantity.dimension != "number" or abs(quantity.high) < 1_000_000 or not metrics.known(metric):
        return False
    dimensions = metrics.info(metric).dimensions
    return "money" in dimensions and not {"number", "count"} & set(dimensions)


def _left_out(claim: Claim, quantity: Quantity, metrics: Metrics, prose: str) -> bool:
    """True for such a sum whose currency is left out: sales may be of things."""
    if not is_sum(quantity, claim.metric, metrics):
        return False
    told = next((one.span for one in claim.trace if one.aspect == "metric" and one.span is not None), None)
    if told is None:
        return False
    words = told.of(prose).lower()
    return "sale" not in words or words == "net sales"
