"""Which rules can find anything in these claims at all: most cannot in one article, and planning those costs a start."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Claim
from factcheck.engine.aspects import ASPECTS
from factcheck.rule import Rule, Term

# Aspects that say one word of each claim, by which many rules choose theirs.
_ONE_WORD = ("measure", "metric", "dimension", "prior", "direction", "basis")


class Present:
    """The words, details and marks that some claim has, and how many articles the claims are from."""

    __slots__ = ("_articles", "_details", "_marks", "_words")

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._articles = len({claim.path for claim in claims})
        self._words = {name: _heads(set(map(ASPECTS[name].read, claims))) for name in _ONE_WORD}
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
        if term.op == "in" and term.aspect in self._words:
            return not self._words[term.aspect].isdisjoint(term.values)
        if term.op == "in" and term.aspect == "marks":
            return not self._marks.isdisjoint(term.values)
        return (
            term.op not in ("in", "any", "var")
            or not term.aspect.startswith("details.")
            or term.aspect in self._details
        )


def _heads(words: set[str | None]) -> set[str | None]:
    """The words, and what stands before their colon: a rule that asks for "money" finds "money:USD"."""
    return words | {word.partition(":")[0] for word in words if word}
