"""How much one rule may cost: bounded by the claims, whatever its author wrote, and the same on every machine."""

from __future__ import annotations

from factcheck.hints import Any
from factcheck.rule import Expression, Rule

BASE = 50_000_000  # parts of expressions and rows looked at; about as many microseconds at worst
A_CLAIM = 2_000
# Functions that cost more than a part of an expression usually does.
DEAR = {"similar": 400, "mentions": 40, "rate_that_fits": 2_000, "converted": 40, "rate_used": 40, "same_money": 40, "currency_slip": 60, "slip_words": 60, "compound": 100, "sum": 20}  # fmt: skip


class Spent(Exception):
    """A rule has cost as much as it may; what it found so far stands."""


class Budget:
    """What is left of a rule's share."""

    __slots__ = ("left",)

    def __init__(self, claims: int) -> None:
        self.left = BASE + A_CLAIM * claims

    def spend(self, cost: int) -> None:
        self.left -= cost
        if self.left < 0:
            raise Spent


def match_cost(rule: Rule) -> int:
    """What it costs at most to judge one match of a rule."""
    trees = [*rule.when, rule.require, *(remedy.when for remedy in rule.reconcile)]
    trees += [piece[0] for piece in (*rule.say, *rule.suggest) if not isinstance(piece, str)]
    return 10 + sum(tree_cost(tree) for tree in trees if tree)


def tree_cost(node: Expression) -> int:
    """The parts of an expression, dear functions counted as what they cost."""
    left: list[Any] = [node]
    cost = 0
    while left:  # no recursion: every rule is weighed at every start
        one = left.pop()
        if one.__class__ is tuple and one:
            if one[0].__class__ is str:
                cost += DEAR.get(one[1], 2) if one[0] == "call" else 1
            left.extend(one)
    return cost
