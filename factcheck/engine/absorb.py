"""Several rules on the same passages: one finding, by the rule that explains most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.engine.grade import heavier
from factcheck.finding import SEVERITIES, VERDICTS, Finding
from factcheck.hints import TYPE_CHECKING
from factcheck.records import replace
from factcheck.rule import Rule

if TYPE_CHECKING:
    from factcheck.engine.conflict import Conflict

Passage = tuple[str, int, int]
Found = Sequence[tuple[Rule, Finding]]


def unexplained(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts without those that another one explains: it stands on the same two passages, and its rule names theirs.

    Twenty-one for twelve is a slip of the hand; that the two figures differ needs no saying beside it. What stays weighs
    as much as the gravest of those it took the place of, also where one explanation takes the place of another.
    """
    listed = sorted(conflicts, key=lambda one: (one.rule.id, one.keys))
    explaining = {name for one in listed for name in one.rule.explains}
    near: dict[tuple[str, int], list[int]] = {}
    for at, one in enumerate(listed):
        if one.rule.explains:
            for key in one.keys:
                near.setdefault(key, []).append(at)
    kept = dict(enumerate(listed))
    taken: dict[int, int] = {}  # conflict → the one that took its place
    for at, one in enumerate(listed):
        if one.rule.id not in explaining:
            continue
        ours = set(one.keys)
        for better in sorted({better for key in ours for better in near.get(key, ())}):
            explains = one.rule.id in listed[better].rule.explains
            if not explains or len(ours.intersection(listed[better].keys)) < min(2, len(ours)):
                continue
            while better in taken:
                better = taken[better]
            if better != at:
                kept[better] = _weighted(kept[better], kept.pop(at))
                taken[at] = better
                break
    return list(kept.values())


def _weighted(better: Conflict, taken: Conflict) -> Conflict:
    """The conflict as grave as the one it takes the place of, and why it is no graver."""
    if heavier(better.severity, taken.severity) == better.severity:
        return better
    return replace(better, severity=taken.severity, reasons=taken.reasons)


def twins_joined(found: Found) -> list[Finding]:
    """Findings of several rules on the very same two passages or more become one.

    The graver or the more definite one stays, and tells what the other says.
    """
    alike: dict[frozenset[Passage], list[tuple[Rule, Finding]]] = {}
    for rule, finding in found:
        alike.setdefault(passages(finding), []).append((rule, finding))
    kept: list[Finding] = []
    for where, members in alike.items():
        if len(where) < 2:  # two things wrong with one figure are two findings
            kept.extend(finding for _, finding in members)
            continue
        members.sort(key=lambda one: _rank(*one))
        best = members[0][1]
        further = dict.fromkeys(f.message for _, f in members[1:] if f.message != best.message)
        said = "\n".join((best.explanation, *(f"Also: {message}" for message in further)))
        kept.append(best if said == best.explanation else replace(best, explanation=said))
    return kept


def _rank(rule: Rule, finding: Finding) -> tuple[int, int, int, str]:
    """The gravest first, then the most definite, then the rule that asks most of its claims."""
    asked = sum(len(pattern.terms) for pattern in rule.patterns) + len(rule.when)
    return SEVERITIES.index(finding.severity), VERDICTS.index(finding.verdict), -asked, rule.id


def passages(finding: Finding) -> frozenset[Passage]:
    return frozenset((evidence.path, evidence.start, evidence.end) for evidence in finding.evidence)
