"""A match that broke its rule, before it becomes part of a finding."""

from __future__ import annotations

from factcheck.claim import Claim
from factcheck.records import dataclass
from factcheck.rule import Rule


@dataclass(frozen=True, slots=True)
class Conflict:
    """One match that broke its rule. ``claims`` are (role, claim) pairs in the order of the rule."""

    rule: Rule
    severity: str
    verdict: str
    message: str
    explanation: str
    suggestion: str
    reasons: tuple[str, ...]
    claims: tuple[tuple[str, Claim], ...]
    sources: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[tuple[str, int], ...]:
        return tuple(claim.key for _, claim in self.claims)
