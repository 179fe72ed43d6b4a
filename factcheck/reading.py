"""An article with what was read out of it: what travels from reading to checking, and to the reports on claims."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.records import dataclass, replace

REFERENCE = "reference"
"""The mark of a claim that the newsroom trusts: it decides, and only rules that ask for it see it."""


@dataclass(frozen=True, slots=True)
class Read:
    """``figures`` counts the quantities the prose shows; ``claims`` are those that became typed claims."""

    article: Article
    claims: tuple[Claim, ...]
    figures: int


def as_reference(read: Read) -> Read:
    """The same with every claim marked as a reference fact; that a source bears no date of its own is none."""
    claims = tuple(
        replace(claim, marks=claim.marks | {REFERENCE})
        for claim in read.claims
        if "undated" not in claim.marks
    )
    return replace(read, claims=claims)
