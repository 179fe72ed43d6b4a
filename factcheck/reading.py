"""An article with what was read out of it: what travels from reading to checking, and to the reports on claims."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Read:
    """``figures`` counts the quantities the prose shows; ``claims`` are those that became typed claims."""

    article: Article
    claims: tuple[Claim, ...]
    figures: int
