"""Which rules can find anything in these claims at all: a third of them cannot, and planning those costs a start."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Claim
from factcheck.rule import Rule, Term


class Present:
    """The measures, details and marks that some claim has, and how many articles the claims are from."""

    __slots__ = ("_articles", "_details", "_marks", "_measures")

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._articles = len({claim.path for claim in claims})
        self._measures = {claim.measure for claim in claims}
        self._details = {f"details.{name}" for claim in claims for name, _ in claim.details}
        self._marks = {mark for claim in claims for mark in claim.marks}

    def can_match(self, rule: Rule) -> bool:
        """False only where a claim that the rule must find cannot be there."""
        if "other-article" in rule.where and self._articles < 2:
            return False
        return all(
            self._may_hold(term)
            for one in rule.patterns
            if one.kind == "one"
            for term in one.terms
            if not term.loose
        )

    def _may_hold(self, term: Term) -> bool:
        if term.op == "in" and term.aspect == "measure":
            return not self._measures.isdisjoint(term.values)
        if term.op == "in" and term.aspect == "marks":
            return not self._marks.isdisjoint(term.values)
        return (
            term.op not in ("in", "any", "var")
            or not term.aspect.startswith("details.")
            or term.aspect in self._details
        )
