"""A match: the claims found for a rule, as its expressions see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from factcheck.article import Article
from factcheck.day import date
from factcheck.engine.amounts import amount_of, number
from factcheck.hints import Any
from factcheck.quantity import Quantity

_NONE: Mapping[str, Any] = {}


class Match:
    """Claims found for a rule: one or a list for each role (None for an optional one that is missing).

    ``desk`` knows exchange rates; ``sources`` collects what expressions took from outside the articles: rates with
    their day.
    """

    __slots__ = ("article", "desk", "parameters", "roles", "sources", "variables")

    def __init__(
        self,
        roles: dict[str, Any],
        parameters: Mapping[str, Any] = _NONE,
        article: Callable[[str], Article | None] = lambda path: None,
        desk: Any = None,
    ) -> None:
        self.roles, self.parameters, self.article, self.desk = roles, parameters, article, desk
        self.variables: dict[str, Any] = {}
        self.sources: tuple[str, ...] = ()

    def used(self, source: str) -> None:
        if source not in self.sources:
            self.sources = (*self.sources, source)

    def published(self, path: str) -> date | None:
        article = self.article(path)
        return None if article is None else article.published


Run = Callable[[Match], Any]
# What may be asked of a value, by its type.
ATTRIBUTES = {
    "period": ("text", "label", "kind", "start", "end"),
    "reading": ("start", "end", "label"),
    "entity": ("id", "name", "words", "whole"),
    "quantity": ("text", "unit", "dimension", "low", "high"),
    "date": ("year", "month", "day"),
}
# What is known of the article a claim stands in.
ARTICLE_FACTS = {"published": "date", "title": "text", "source": "text", "author": "text"}


def value_of(value: Any) -> Any:
    """A claim's aspect as expressions see it: figures as amounts, whole details as numbers."""
    if isinstance(value, Quantity):
        return amount_of(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, Fraction)):
        return number(value)
    return value
