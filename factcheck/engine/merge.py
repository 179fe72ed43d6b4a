"""From single conflicts to findings: one for each story with all its evidence, the most specific explanation kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os.path import basename

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.digest import blake2b
from factcheck.engine.absorb import twins_joined, unexplained
from factcheck.engine.conflict import Conflict
from factcheck.engine.grade import changes_the_story
from factcheck.finding import SEVERITIES, Evidence, Finding
from factcheck.hints import Any
from factcheck.records import replace
from factcheck.rule import Rule
from factcheck.span import Span

MOST_EVIDENCE = 16
MOST_FURTHER = 3  # other pairs of the same story that the explanation tells
_KEYED = ("same-article", "same-sentence", "same-section", "same-paragraph", "summary-and-body")


def side(claim: Claim) -> tuple[Any, ...]:
    """What one side of a conflict says; passages that say the same are one side."""
    q = claim.quantity
    figure = ("",) if q is None else (str(q.low), str(q.high), q.unit or "")
    return claim.entity.id, claim.metric, claim.measure, claim.direction or "", *figure, claim.period.label


def sides(conflicts: Sequence[Conflict]) -> tuple[Any, ...]:
    """What a finding is about: its rule, what its sides say, and the article's name if it lies within one."""
    said = tuple(sorted({side(claim) for conflict in conflicts for _, claim in conflict.claims}))
    paths = {claim.path for conflict in conflicts for _, claim in conflict.claims}
    inside = len(paths) == 1 and any(_is_inside(conflict) for conflict in conflicts)
    return conflicts[0].rule.id, said, basename(min(paths)) if inside else ""


def _is_inside(conflict: Conflict) -> bool:
    return len(conflict.claims) == 1 or any(place in _KEYED for place in conflict.rule.where)


def merged(
    conflicts: Iterable[Conflict], articles: Mapping[str, Article], checked: frozenset[str] | None = None
) -> list[Finding]:
    """Findings in a fixed order: by severity, what changes the story first, then path and place."""
    found: list[tuple[Rule, Finding]] = []
    heavy: set[int] = set()
    for members in stories(unexplained(conflicts)):
        members.sort(key=lambda c: (SEVERITIES.index(c.severity), not _from_checked(c, checked), c.keys))
        finding = _finding(members, articles)
        found.append((members[0].rule, finding))
        if changes_the_story([claim for _, claim in members[0].claims]):
            heavy.add(id(finding.evidence))  # the tuple stays one object when a finding is replaced
    kept = sorted(twins_joined(found), key=lambda one: _place(one, id(one.evidence) in heavy))
    return _numbered(kept)


def _from_checked(conflict: Conflict, checked: frozenset[str] | None) -> bool:
    return checked is None or conflict.claims[0][1].path in checked


def stories(conflicts: Iterable[Conflict]) -> list[list[Conflict]]:
    """Conflicts of one rule that say the same, or share a passage about one thing: one story, however many pairs.

    33 % here, a third there and 33 % of something else in a third article are three pairs and one finding.
    """
    listed = list(conflicts)
    parent = list(range(len(listed)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first: dict[tuple[Any, ...], int] = {}
    for at, conflict in enumerate(listed):
        for key in _links(conflict):
            other = first.setdefault(key, at)
            parent[max(root(at), root(other))] = min(root(at), root(other))
    groups: dict[int, list[Conflict]] = {}
    for at, conflict in enumerate(listed):
        groups.setdefault(root(at), []).append(conflict)
    return list(groups.values())


def _links(conflict: Conflict) -> Iterable[tuple[Any, ...]]:
    """What makes two conflicts one story: the same sides, or a shared passage."""
    rule, said, inside = sides([conflict])
    yield rule, said, inside and min(claim.path for _, claim in conflict.claims)
    if len(conflict.claims) > 1:
        yield from ((rule, key) for key in conflict.keys)


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
        explanation="\n".join((best.explanation, *_further(members))),
        suggestion=best.suggestion,
        fingerprint=fingerprint(sides(members)),
        evidence=tuple(seen.values()),
        reasons=best.reasons,
        sources=tuple(dict.fromkeys(source for member in members for source in member.sources)),
    )


def _further(members: Sequence[Conflict]) -> list[str]:
    """What the other pairs of a story say, where they say something else."""
    told = {_pair(members[0])}
    further = []
    for member in members[1:]:
        if _pair(member) not in told and member.message != members[0].message:
            told.add(_pair(member))
            further.append(f"Also: {member.message}")
    rest = len(further) - MOST_FURTHER
    return further[:MOST_FURTHER] + ([f"And {rest} more such pairs."] if rest > 0 else [])


def _pair(conflict: Conflict) -> frozenset[tuple[Any, ...]]:
    """What a pair says, whichever side is named first."""
    return frozenset((*side(claim), claim.scope) for _, claim in conflict.claims)


def evidence_of(role: str, claim: Claim, article: Article | None) -> Evidence:
    start, end = claim.span.start, claim.span.end
    if article is None:
        return Evidence(claim.path, start, end, 1, 1, "", "", role, claim)
    line, column = article.position(start)
    published = article.published.isoformat() if article.published else None
    return Evidence(
        *(claim.path, start, end, line, column, article.text[start:end]),
        *(article.shown(claim.sentence), role, claim),
        source=article.source,
        published=published,
        spot=_spot(claim, article),
        words=tuple("" if step.span is None else article.shown(step.span) for step in claim.trace),
    )


def _spot(claim: Claim, article: Article) -> Span | None:
    """Where the figure stands in the sentence as it is shown."""
    if not claim.sentence.contains(claim.span):
        return None
    before = len(article.shown(Span(claim.sentence.start, claim.span.start)))
    return Span(before, before + len(article.shown(claim.span)))


def fingerprint(identity: tuple[Any, ...]) -> str:
    """Sixteen hex digits of what the finding is about; lines, order and folders play no part."""
    return blake2b(repr(identity).encode(), digest_size=8).hexdigest()


def _place(finding: Finding, heavy: bool) -> tuple[Any, ...]:
    first = finding.evidence[0]
    rest = tuple((e.path, e.start) for e in finding.evidence)
    return SEVERITIES.index(finding.severity), not heavy, first.path, first.start, finding.rule, rest


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
