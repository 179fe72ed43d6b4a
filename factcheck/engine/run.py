"""Running rules over claims: join, require, silence, reconcile, grade, merge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, Any

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.engine.amounts import Incomparable
from factcheck.engine.arithmetic import arithmetic
from factcheck.engine.aspects import aspect_of
from factcheck.engine.evaluate import Match, Run, compile_expression, truth
from factcheck.engine.grade import asked, grade
from factcheck.engine.index import Indexes
from factcheck.engine.join import Figures, Join, Roles, Values
from factcheck.engine.merge import Conflict, merged
from factcheck.engine.plan import PatternPlan, plan_pattern
from factcheck.engine.say import fill
from factcheck.finding import Finding
from factcheck.interval import Answer
from factcheck.records import dataclass
from factcheck.rule import Reconcile, Rule, RuleSet, Unless

if TYPE_CHECKING:
    from factcheck.normalise.desk import Desk


@dataclass(slots=True)
class RuleStats:
    """What one rule cost: claims that could start a match, joins made, conflicts found, seconds."""

    candidates: int = 0
    joins: int = 0
    matches: int = 0
    seconds: float = 0.0


class _Silence:
    """One unless-clause, ready to run."""

    def __init__(self, clause: Unless) -> None:
        self.join = (
            Join([plan_pattern(p) for p in clause.patterns], clause.where) if clause.patterns else None
        )
        self.when = compile_expression(clause.when) if clause.when is not None else None

    def holds(self, running: Running, match: Match, values: Values, figures: Figures) -> bool:
        if self.join is None:
            return self.when is not None and _holds(self.when, match)
        for roles, _, _ in self.join.matching(running.indexes, match.roles, values, figures):
            if self.when is None:
                return True
            extended = Match(roles, match.variables, match.parameters, match.published, match.desk)
            if _holds(self.when, extended):
                return True
        return False


class Running:
    """One rule over one set of claims."""

    def __init__(self, rule: Rule, indexes: Indexes, desk: Desk | None = None) -> None:
        self.rule, self.indexes, self.desk = rule, indexes, desk
        self.plans: list[PatternPlan] = [plan_pattern(pattern) for pattern in rule.patterns]
        self.join = Join(self.plans, rule.where)
        self.when = [compile_expression(tree) for tree in rule.when]
        self.require = compile_expression(rule.require) if rule.require is not None else None
        self.silences = [_Silence(clause) for clause in rule.unless]
        self.reconcile: list[tuple[Run, Reconcile]] = [
            (compile_expression(r.when), r) for r in rule.reconcile
        ]
        empty = Match({}, {})
        self.parameters = {name: compile_expression(tree)(empty) for name, tree in rule.parameters}
        self.aspects = asked(rule)
        self.readers = _readers(rule)

    def conflicts(self, compared: set[tuple[str, int]], stats: RuleStats) -> Iterator[Conflict]:
        seen: set[tuple[tuple[str, int], ...]] = set()
        for roles, values, figures in self.join.starting(self.indexes):
            ordered = self._ordered(roles)
            keys = tuple(claim.key for claim in ordered.values() if isinstance(claim, Claim))
            if keys and keys in seen:
                continue
            seen.add(keys)
            stats.joins += 1
            full = self.join.with_groups(self.indexes, ordered, values, figures)
            conflict = self._judge(full, values, figures, compared)
            if conflict is not None:
                stats.matches += 1
                yield conflict

    def _ordered(self, roles: Roles) -> Roles:
        """Roles in the rule's order; where two ask the same, the checked article's claim is the first."""
        names = [plan.name for plan in self.plans if plan.name in roles]
        if not self.rule.symmetric:
            return {name: roles[name] for name in names}
        checked = self.indexes.checked or frozenset()
        claims = sorted(roles.values(), key=lambda claim: (claim.path not in checked, claim.key))
        return dict(zip(names, claims, strict=True))

    def _judge(
        self, roles: Roles, values: Values, figures: Figures, compared: set[tuple[str, int]]
    ) -> Conflict | None:
        claims = self._claims(roles)
        checked = self.indexes.checked
        if not claims or (checked is not None and not any(claim.path in checked for _, claim in claims)):
            return None
        match = Match(roles, self._variables(roles), self.parameters, self._published, self.desk)
        if not all(_holds(condition, match) for condition in self.when):
            return None
        answer = Answer.CONFLICT
        if self.require is not None:
            try:
                answer = truth(self.require(match))
            except Incomparable:
                return None
            compared.update(claim.key for _, claim in claims)
        silent = answer is Answer.AGREE or (answer is Answer.UNDECIDED and self.rule.undecided == "silent")
        if silent or any(silence.holds(self, match, values, figures) for silence in self.silences):
            return None
        return self._conflict(match, claims, answer is Answer.UNDECIDED)

    def _conflict(self, match: Match, claims: list[tuple[str, Claim]], undecided: bool) -> Conflict:
        rule = self.rule
        remedy = next((r for condition, r in self.reconcile if _holds(condition, match)), None)
        base = remedy.severity if remedy is not None and remedy.severity else rule.severity
        if remedy is not None and self.rule.severity != "error":
            base = rule.severity if not remedy.severity else remedy.severity
        severity, reasons = grade(rule, base, [claim for _, claim in claims], undecided, self.aspects)
        explained = [fill(remedy.say, match)] if remedy is not None else []
        sums = arithmetic(rule.require, match) if rule.require is not None else ""
        if sums:
            explained.append(sums)
        return Conflict(
            rule=rule,
            severity=severity,
            verdict=remedy.verdict if remedy is not None else rule.verdict,
            message=fill(rule.say, match),
            explanation=" ".join(explained) or rule.about,
            suggestion=fill(rule.suggest, match) if rule.suggest else "",
            reasons=reasons,
            claims=tuple(claims),
            sources=match.sources,
        )

    def _claims(self, roles: Roles) -> list[tuple[str, Claim]]:
        found: list[tuple[str, Claim]] = []
        for plan in self.plans:
            value = roles.get(plan.name)
            if isinstance(value, Claim):
                found.append((plan.name, value))
            elif isinstance(value, list):
                found.extend((plan.name, claim) for claim in value)
        return found

    def _variables(self, roles: Roles) -> dict[str, Any]:
        """Each variable as the first claim that states it unmoved says it."""
        said: dict[str, Any] = {}
        for variable, role, read in self.readers:
            if variable not in said:
                value = roles.get(role)
                claim = value[0] if isinstance(value, list) and value else value
                if isinstance(claim, Claim):
                    said[variable] = read(claim)
        return said

    def _published(self, path: str) -> date | None:
        article = self.indexes.articles.get(path)
        return article.published if article is not None else None


def _readers(rule: Rule) -> list[tuple[str, str, Callable[[Claim], Any]]]:
    """Where each variable's value is read: (variable, role, reader), claims that state it unmoved first."""
    found: list[tuple[str, str, Callable[[Claim], Any]]] = []
    for moved in (False, True):
        for pattern in rule.patterns:
            for term in pattern.terms:
                if term.op == "var" and bool(term.months or term.number) is moved:
                    aspect = aspect_of(term.aspect)
                    assert aspect is not None  # refused at load
                    found.append((term.variable, pattern.name, aspect.read))
    return found


def _holds(condition: Run, match: Match) -> bool:
    try:
        return truth(condition(match)) is Answer.AGREE
    except Incomparable:
        return False


def run_rules(
    rules: RuleSet,
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    checked: frozenset[str] | None = None,
    stats: dict[str, RuleStats] | None = None,
    desk: Desk | None = None,
) -> tuple[list[Finding], set[tuple[str, int]]]:
    """All findings of ``rules`` over ``claims``, in a fixed order, and the keys of the claims that were compared.

    ``articles`` gives text, sections and dates by path. With ``checked``, every finding touches at least one of those
    paths and the rest is context. ``stats``, if given, is filled with one :class:`RuleStats` a rule.
    ``desk`` holds exchange rates; without it, rules that need them say nothing.
    """
    indexes = Indexes(claims, dict(articles), checked)
    compared: set[tuple[str, int]] = set()
    conflicts: list[Conflict] = []
    for rule in rules:
        began = perf_counter()
        cost = RuleStats()
        running = Running(rule, indexes, desk)
        cost.candidates = min((len(indexes.candidates(plan)) for plan in running.plans), default=0)
        conflicts.extend(running.conflicts(compared, cost))
        cost.seconds = perf_counter() - began
        if stats is not None:
            stats[rule.id] = cost
        indexes.trim()
    return merged(conflicts, articles), compared
