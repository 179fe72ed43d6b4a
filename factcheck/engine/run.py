"""Running rules over claims: join, require, silence, reconcile, grade, merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from time import perf_counter

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.engine.amounts import Incomparable
from factcheck.engine.arithmetic import arithmetic
from factcheck.engine.budget import Budget, Spent, match_cost, tree_cost
from factcheck.engine.chances import Present
from factcheck.engine.conditions import Conditions, holds_for
from factcheck.engine.conflict import Conflict
from factcheck.engine.evaluate import compile_expression, parameters_of, truth
from factcheck.engine.grade import asked, grade
from factcheck.engine.index import Indexes
from factcheck.engine.join import Figures, Join, Rows, Values
from factcheck.engine.match import Match, Run
from factcheck.engine.merge import merged
from factcheck.engine.names import Names
from factcheck.engine.plan import PatternPlan, plan_rule, plan_silences
from factcheck.engine.say import fill, filled
from factcheck.finding import Finding
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.interval import Answer
from factcheck.records import dataclass
from factcheck.rule import Reconcile, Rule, RuleSet, Unless

if TYPE_CHECKING:
    from factcheck.normalise.desk import Desk


@dataclass(slots=True)
class RuleStats:
    """What one rule cost.

    ``candidates``: claims that its rarest pattern fits; ``joins``: combinations that were looked at; ``matches``:
    conflicts found; ``cut``: groups so large that they were left before every pair was seen, or one for a rule that
    cost as much as one may; ``seconds``.
    """

    candidates: int = 0
    joins: int = 0
    matches: int = 0
    cut: int = 0
    seconds: float = 0.0


class _Silence:
    """One unless-clause, ready to run."""

    def __init__(
        self, clause: Unless, plans: Sequence[PatternPlan], names: Names, indexes: Indexes, budget: Budget
    ) -> None:
        self.budget, self.cost = budget, 1 + (tree_cost(clause.when) if clause.when is not None else 0)
        self.join = Join(plans, clause.where, indexes, budget) if plans else None
        self.when = compile_expression(clause.when, names) if clause.when is not None else None

    def holds(self, match: Match, rows: Rows, values: Values, figures: Figures) -> bool:
        self.budget.spend(self.cost)
        if self.join is None:
            return self.when is not None and holds_for(self.when, match)
        claims = self.join.indexes.claims
        for found in self.join.matching(rows, values, figures):
            if self.when is None:
                return True
            self.budget.spend(self.cost)
            further = {name: claims[row] for name, row in found.items() if name not in rows}
            if holds_for(
                self.when, Match({**match.roles, **further}, match.parameters, match.article, match.desk)
            ):
                return True
        return False


class Running:
    """One rule over one set of claims. Expressions are compiled when first asked for: most rules meet no match."""

    def __init__(self, rule: Rule, indexes: Indexes, desk: Desk | None = None) -> None:
        self.rule, self.indexes, self.desk = rule, indexes, desk
        self.plans = plan_rule(rule)
        self.budget = Budget(len(indexes.claims))
        self.join = Join(self.plans, rule.where, indexes, self.budget, rule.symmetric)

    @cached_property
    def names(self) -> Names:
        return Names(self.rule, parameters_of(self.rule), self.indexes.amounts)

    @cached_property
    def conditions(self) -> Conditions:
        return Conditions(self.rule, self.names, self.indexes.claims, self._match)

    @cached_property
    def cost(self) -> int:
        return match_cost(self.rule)

    @cached_property
    def require(self) -> Run | None:
        required = self.rule.require
        return compile_expression(required, self.names) if required is not None else None

    @cached_property
    def silences(self) -> list[_Silence]:
        return [
            _Silence(clause, plans, self.names, self.indexes, self.budget)
            for clause, plans in zip(self.rule.unless, plan_silences(self.rule), strict=True)
        ]

    @cached_property
    def reconcile(self) -> list[tuple[Run, Reconcile]]:
        return [(compile_expression(r.when, self.names), r) for r in self.rule.reconcile]

    @cached_property
    def aspects(self) -> frozenset[str]:
        return asked(self.rule)

    def conflicts(self, compared: set[tuple[str, int]], stats: RuleStats) -> Iterator[Conflict]:
        try:
            for rows, values, figures in self._matches(stats):
                stats.joins += 1
                self.budget.spend(self.cost)
                conflict = self._judge(rows, values, figures, compared)
                if conflict is not None:
                    stats.matches += 1
                    yield conflict
        except Spent:
            stats.cut += 1
        stats.cut += self.join.cut

    def _matches(self, stats: RuleStats) -> Iterator[tuple[dict[str, Any], Values | None, Figures | None]]:
        """Roles in the rule's order with rows, or with claims for groups; each combination once."""
        join = self.join
        if not join.single:
            for groups, values in join.grouped():
                yield dict(groups), values, {}
            return
        names = [plan.name for plan in self.plans if plan.pattern.kind == "one"]
        seen: set[tuple[int, ...]] = set()
        several = self.indexes.checked is not None or len(names) > 2
        is_checked = self.indexes.is_checked
        for rows in join.starting():
            if not self.conditions.alone(rows):
                continue
            key = tuple([rows[name] for name in names])
            if self.rule.symmetric and (not is_checked(key[0]), key[0]) > (not is_checked(key[1]), key[1]):
                key = (
                    key[1],
                    key[0],
                )  # the checked article's claim is the first, else the one that stands first
            if several:
                if key in seen:
                    continue
                seen.add(key)
            yield dict(zip(names, key, strict=True)), None, None

    def _match(self, roles: dict[str, Any]) -> Match:
        return Match(roles, self.names.parameters, self.indexes.articles.get, self.desk)

    def _judge(
        self,
        rows: dict[str, Any],
        values: Values | None,
        figures: Figures | None,
        compared: set[tuple[str, int]],
    ) -> Conflict | None:
        join = self.join
        claims = self.indexes.claims
        roles = {name: claims[row] if isinstance(row, int) else row for name, row in rows.items()}
        if join.groups or join.optional:
            chosen = _rows_of(rows)
            if chosen:
                values, figures = join.bound(chosen)
                roles.update(join.beside(chosen, values, figures))
        match = self._match(roles)
        if not self.conditions.together(match):  # where most end
            return None
        listed = self._claims(roles)
        checked = self.indexes.checked
        if not listed or (checked is not None and not any(claim.path in checked for _, claim in listed)):
            return None
        answer = Answer.CONFLICT
        if self.require is not None:
            try:
                answer = truth(self.require(match))
            except Incomparable:
                return None
            compared.update(claim.key for _, claim in listed)
        if answer is Answer.AGREE or (answer is Answer.UNDECIDED and self.rule.undecided == "silent"):
            return None
        chosen = _rows_of(rows)
        if values is None or figures is None:
            values, figures = join.bound(chosen)
        if any(silence.holds(match, chosen, values, figures) for silence in self.silences):
            return None
        match.variables = self.names.of(roles)
        return self._conflict(match, listed, answer is Answer.UNDECIDED)

    def _conflict(self, match: Match, claims: list[tuple[str, Claim]], undecided: bool) -> Conflict:
        rule = self.rule
        remedy = next((r for condition, r in self.reconcile if holds_for(condition, match)), None)
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
            suggestion=filled(rule.suggest, match) if rule.suggest else "",
            reasons=reasons,
            claims=tuple(claims),
            sources=match.sources,
        )

    def _claims(self, roles: Mapping[str, Any]) -> list[tuple[str, Claim]]:
        found: list[tuple[str, Claim]] = []
        for plan in self.plans:
            value = roles.get(plan.name)
            if isinstance(value, Claim):
                found.append((plan.name, value))
            elif isinstance(value, list):
                found.extend((plan.name, claim) for claim in value)
        return found


def _rows_of(rows: Mapping[str, Any]) -> Rows:
    """Those of the roles that one claim has; groups have several."""
    return {name: row for name, row in rows.items() if isinstance(row, int)}


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
    present = Present(claims)
    compared: set[tuple[str, int]] = set()
    conflicts: list[Conflict] = []
    for rule in rules:
        began = perf_counter()
        cost = RuleStats()
        if present.can_match(rule):
            running = Running(rule, indexes, desk)
            cost.candidates = min((indexes.count(plan) for plan in running.plans), default=0)
            conflicts.extend(running.conflicts(compared, cost))
        cost.seconds = perf_counter() - began
        if stats is not None:
            stats[rule.id] = cost
        indexes.trim()
    found = merged(conflicts, articles, checked)
    if desk is not None and found:
        from factcheck.engine.provenance import with_sources  # only a finding needs it

        found = with_sources(found, articles, desk)
    return found, compared
