"""From single conflicts to findings: one for each conflict with all its evidence, the most specific explanation kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os.path import basename
from typing import Any

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.digest import blake2b
from factcheck.engine.grade import heavier
from factcheck.finding import SEVERITIES, Evidence, Finding
from factcheck.records import dataclass, replace
from factcheck.rule import Rule

MOST_EVIDENCE = 16
_KEYED = ("same-article", "same-sentence", "same-section", "same-paragraph", "summary-and-body")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One match that broke its rule. ``claims`` are (role, claim) pairs in the order of the rule."""

    rule: Rule
    severity: str
    verdict: str
    message: str
    explanation: str
    suggestion: str
    reasons: tuple[str, ...]
    claims: tuple[tuple[str, Claim], ...]
    sources: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[tuple[str, int], ...]:
        return tuple(claim.key for _, claim in self.claims)


def side(claim: Claim) -> tuple[Any, ...]:
    """What one side of a conflict says; passages that say the same are one side."""
    q = claim.quantity
    figure = ("",) if q is None else (str(q.low), str(q.high), q.unit or "")
    return claim.entity.id, claim.metric, claim.measure, claim.direction or "", *figure, claim.period.label


def sides(conflict: Conflict) -> tuple[Any, ...]:
    """The conflict's identity: its rule, what its sides say, and the article's name if it lies within one."""
    said = tuple(sorted({side(claim) for _, claim in conflict.claims}))
    paths = {claim.path for _, claim in conflict.claims}
    inside = len(paths) == 1 and (len(conflict.claims) == 1 or any(w in _KEYED for w in conflict.rule.where))
    return conflict.rule.id, said, basename(min(paths)) if inside else ""


def merged(conflicts: Iterable[Conflict], articles: Mapping[str, Article]) -> list[Finding]:
    """Findings in a fixed order: by severity, path and place."""
    groups: dict[tuple[Any, ...], list[Conflict]] = {}
    for conflict in conflicts:
        key = sides(conflict)
        if key[2]:
            key = (*key, min(claim.path for _, claim in conflict.claims))
            if len(conflict.claims) == 1:
                key = (*key, conflict.keys)
        groups.setdefault(key, []).append(conflict)
    found: list[tuple[Rule, Finding]] = []
    for members in groups.values():
        members.sort(key=lambda c: (SEVERITIES.index(c.severity), c.keys))
        found.append((members[0].rule, _finding(members, articles)))
    return _numbered(sorted(absorbed(found), key=_place))


def _finding(members: Sequence[Conflict], articles: Mapping[str, Article]) -> Finding:
    best = members[0]
    seen: dict[tuple[str, int], Evidence] = {}
    for member in members:
        for role, claim in member.claims:
            if claim.key not in seen and (len(seen) < MOST_EVIDENCE or member is best):
                seen[claim.key] = evidence_of(role, claim, articles.get(claim.path))
    return Finding(
        rule=best.rule.id,
        title=best.rule.title,
        severity=best.severity,
        verdict=best.verdict,
        message=best.message,
        explanation=best.explanation,
        suggestion=best.suggestion,
        fingerprint=fingerprint(sides(best)),
        evidence=tuple(seen.values()),
        reasons=best.reasons,
        sources=best.sources,
    )


def evidence_of(role: str, claim: Claim, article: Article | None) -> Evidence:
    start, end = claim.span.start, claim.span.end
    if article is None:
        return Evidence(claim.path, start, end, 1, 1, "", "", role, claim)
    line, column = article.position(start)
    published = article.published.isoformat() if article.published else None
    sentence = article.shown(claim.sentence)
    return Evidence(
        *(claim.path, start, end, line, column, article.text[start:end], sentence, role, claim),
        source=article.source,
        published=published,
    )


def fingerprint(identity: tuple[Any, ...]) -> str:
    """Sixteen hex digits of what the finding is about; lines, order and folders play no part."""
    return blake2b(repr(identity).encode(), digest_size=8).hexdigest()


def absorbed(found: Sequence[tuple[Rule, Finding]]) -> list[Finding]:
    """A finding goes into one that explains it: same passages, by a rule that names its rule in ``explains``."""
    explained: dict[str, list[int]] = {}
    for at, (rule, _) in enumerate(found):
        for name in rule.explains:
            explained.setdefault(name, []).append(at)
    by_claim: dict[tuple[str, int, int], set[int]] = {}
    for name in explained:
        for at in explained[name]:
            for passage in passages(found[at][1]):
                by_claim.setdefault(passage, set()).add(at)
    kept = {at: finding for at, (_, finding) in enumerate(found)}
    order = sorted(range(len(found)), key=lambda at: found[at][0].id)
    for at in order:
        rule, finding = found[at]
        if rule.id not in explained:
            continue
        ours = passages(finding)
        near = {other for passage in ours for other in by_claim.get(passage, ()) if other != at}
        for other in sorted(near):
            better = found[other][0]
            shared = ours & passages(found[other][1])
            if (
                rule.id in better.explains
                and len(shared) >= min(2, len(ours))
                and other in kept
                and at in kept
            ):
                kept[other] = replace(kept[other], severity=heavier(kept[other].severity, finding.severity))
                del kept[at]
    return list(kept.values())


def passages(finding: Finding) -> set[tuple[str, int, int]]:
    return {(evidence.path, evidence.start, evidence.end) for evidence in finding.evidence}


def _place(finding: Finding) -> tuple[Any, ...]:
    first = finding.evidence[0]
    rest = tuple((e.path, e.start) for e in finding.evidence)
    return SEVERITIES.index(finding.severity), first.path, first.start, finding.rule, rest


def _numbered(findings: list[Finding]) -> list[Finding]:
    """The same conflict twice gets a number behind its fingerprint, so that fingerprints stay unique."""
    seen: dict[str, int] = {}
    unique: list[Finding] = []
    for finding in findings:
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        unique.append(
            finding if count == 1 else replace(finding, fingerprint=f"{finding.fingerprint}-{count}")
        )
    return unique
