"""Several rules on the same passages: one finding, by the rule that explains most."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engine.grade import heavier
from factcheck.finding import SEVERITIES, VERDICTS, Finding
from factcheck.records import replace
from factcheck.rule import Rule

Passage = tuple[str, int, int]
Found = Sequence[tuple[Rule, Finding]]


def absorbed(found: Found) -> list[Finding]:
    """A finding goes into one that explains it: on its passages, by a rule that names its rule in ``explains``.

    Findings of other rules on the very same two passages or more become one, too: the graver or the more definite one,
    which then tells what the other says.
    """
    at_passage: dict[Passage, list[int]] = {}
    for at, (_, finding) in enumerate(found):
        for passage in passages(finding):
            at_passage.setdefault(passage, []).append(at)
    kept = {at: finding for at, (_, finding) in enumerate(found)}
    order = sorted(range(len(found)), key=lambda at: (found[at][0].id, _first(found[at][1])))
    for at in order:
        ours = passages(found[at][1])
        near = sorted({other for passage in ours for other in at_passage[passage] if other != at})
        for other in near:
            if other in kept and at in kept and _explains(found[other], found[at]):
                heaviest = heavier(kept[other].severity, kept[at].severity)
                kept[other] = replace(kept[other], severity=heaviest)
                del kept[at]
    for at in order:
        if at in kept:
            _join_twins(found, kept, at, at_passage)
    return list(kept.values())


def _explains(better: tuple[Rule, Finding], worse: tuple[Rule, Finding]) -> bool:
    ours = passages(worse[1])
    return worse[0].id in better[0].explains and len(ours & passages(better[1])) >= min(2, len(ours))


def _join_twins(
    found: Found, kept: dict[int, Finding], at: int, at_passage: dict[Passage, list[int]]
) -> None:
    ours = passages(found[at][1])
    if len(ours) < 2:
        return  # two things wrong with one figure are two findings
    for other in at_passage[min(ours)]:
        if other == at or other not in kept or at not in kept or passages(found[other][1]) != ours:
            continue
        best, rest = sorted((at, other), key=lambda one: _rank(found[one][0], kept[one]))
        told = kept[best]
        if kept[rest].message != told.message:
            told = replace(told, explanation=f"{told.explanation}\nAlso: {kept[rest].message}")
        kept[best] = told
        del kept[rest]


def _rank(rule: Rule, finding: Finding) -> tuple[int, int, int, str]:
    """The gravest first, then the most definite, then the rule that asks most of its claims."""
    asked = sum(len(pattern.terms) for pattern in rule.patterns) + len(rule.when)
    return SEVERITIES.index(finding.severity), VERDICTS.index(finding.verdict), -asked, rule.id


def passages(finding: Finding) -> set[Passage]:
    return {(evidence.path, evidence.start, evidence.end) for evidence in finding.evidence}


def _first(finding: Finding) -> tuple[Passage, ...]:
    return tuple(sorted(passages(finding)))
