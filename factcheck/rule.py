"""A rule as the engine runs it: plain records made by ``engine.load`` from YAML, small enough to marshal."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.hints import Any
from factcheck.records import dataclass

# An expression: nested tuples (kind, …, offset). See factcheck.engine.grammar.
Expression = tuple[Any, ...]
# A text with holes: plain pieces and (expression, format) pairs.
Template = tuple[Any, ...]

PLACES = (
    "same-article",
    "other-article",
    "same-section",
    "other-section",
    "same-paragraph",
    "other-paragraph",
    "same-sentence",
    "other-sentence",
    "summary-and-body",
    "same-week",
    "same-story",
)


@dataclass(frozen=True, slots=True)
class Term:
    """What a pattern asks of one aspect.

    ``op``: "in" (one of ``values``), "not-in", "any" (stated at all), "none" (absent), "var" (equals ``variable``
    after ``months``/``number`` is added to it), "not-var" (differs from the variable), "like" (as a name at least as
    like the variable's as ``values`` says: numerator, denominator, and the parameter that says so, if one does).
    ``loose``: a claim that does not state the aspect fits any value of the variable.
    """

    aspect: str
    op: str
    values: tuple[Any, ...] = ()
    variable: str = ""
    months: int = 0
    number: int = 0
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One claim to find. ``kind``: one, each (all that fit, as a group), optional. ``by`` thins a group."""

    name: str
    terms: tuple[Term, ...]
    kind: str = "one"
    by: str = ""


@dataclass(frozen=True, slots=True)
class Unless:
    """What silences a match: an expression that holds, or claims that exist."""

    patterns: tuple[Pattern, ...] = ()
    where: tuple[str, ...] = ()
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Reconcile:
    """On which understanding the passages agree after all, and what the finding becomes then."""

    when: Expression
    say: Template
    severity: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: find these claims, require this of them, else say that.

    ``file`` is where it was written; ``symmetric`` that its two claims may change places without changing a thing.
    """

    id: str
    title: str
    pack: str
    severity: str
    verdict: str
    patterns: tuple[Pattern, ...]
    where: tuple[str, ...]
    when: tuple[Expression, ...]
    require: Expression | None
    unless: tuple[Unless, ...]
    reconcile: tuple[Reconcile, ...]
    say: Template
    suggest: Template
    undecided: str
    explains: tuple[str, ...]
    parameters: tuple[tuple[str, Expression], ...]
    about: str
    source: tuple[str, ...]
    file: str
    symmetric: bool = False

    def __hash__(self) -> int:
        return hash((self.id, self.file))  # hashing all the expressions would take its time at every run


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of a run, sorted by id."""

    rules: tuple[Rule, ...]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def get(self, rule_id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(rule.id for rule in self.rules)
