"""Where what a finding rests on came from, when it came from no article: so that an editor can check the checker.

A rule's functions name the rates they used. Here come the line of the registry that says when a company's year ends,
where a reading by that year is what joins two passages, and the source and concept of each reference fact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from factcheck.hints import TYPE_CHECKING
from factcheck.reading import REFERENCE
from factcheck.records import replace

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.article import Article
    from factcheck.claim import Claim
    from factcheck.finding import Finding
    from factcheck.normalise.desk import Desk


def with_sources(findings: Sequence[Finding], articles: Mapping[str, Article], desk: Desk) -> list[Finding]:
    """The findings, each with all its sources named."""
    lines: dict[str, str | None] = {}
    found = []
    for finding in findings:
        claims = [one.claim for one in finding.evidence if one.claim is not None]
        said = [*finding.sources, *_facts(claims, articles)]
        for entity in _by_fiscal_year(claims):
            if entity not in lines:
                lines[entity] = _registry_line(entity, desk)
            said.append(lines[entity] or "")
        sources = tuple(dict.fromkeys(one for one in said if one))
        found.append(replace(finding, sources=sources) if sources != finding.sources else finding)
    return found


def _facts(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[str]:
    """ "SEC EDGAR CIK 1577552, 20-F filed 2025-06-26, …: us-gaap:Revenues, 2024-04-01 to 2025-03-31"."""
    said = []
    for claim in claims:
        article = articles.get(claim.path)
        if REFERENCE in claim.marks and article is not None:
            origin = f" ({article.origin})" if article.origin else ""
            what = ", ".join(part for part in (claim.metric_words or claim.metric, claim.period.text) if part)
            said.append(f"{article.source or article.title or claim.path}{origin}: {what}")
    return said


def _by_fiscal_year(claims: Sequence[Claim]) -> list[str]:
    """Entities of which two passages mean one time only because somebody said when their year ends."""
    found: dict[str, None] = {}
    for one, other in combinations(claims, 2):
        if one.entity.id != other.entity.id or one.period.text == other.period.text:
            continue
        shared = [reading.key for reading in one.period.meet(other.period)]
        readings = [*one.period.readings, *other.period.readings]
        if any(r.how.startswith("fiscal") and r.start is not None and r.key in shared for r in readings):
            found[one.entity.id] = None
    return list(found)


def _registry_line(entity: str, desk: Desk) -> str | None:
    """ "Norvane's fiscal year ends … (rules/vocabulary/entities/…yaml:83; Form 20-F …)"; None for one not in it."""
    registry = desk.registry
    if not registry.known(entity):
        return None
    info = registry.info(entity)
    calendar = registry.calendar(entity)
    if calendar is None:
        return None
    place = registry_place(entity, desk.layers)
    where = "; ".join(part for part in (place, info.source) if part)
    return f"{info.name}: fiscal year ends {calendar.words}" + (f" ({where})" if where else "")


def registry_place(entity: str, layers: tuple[Path, ...] = ()) -> str | None:
    """File and line where the registry says when an entity's year ends, a newsroom's own before ours."""
    import re

    from factcheck.vocabulary import part_files

    entry = re.compile(rb"^[ \t]+[\"']?" + re.escape(entity.encode()) + rb"[\"']?:.*\n?", re.MULTILINE)
    for file in reversed(part_files("entities", layers)):
        content = file.read_bytes()
        match = entry.search(content)
        if match is None:
            continue
        block = content[match.start() : match.end() + 400].split(b"\n")
        own = [block[0], *(line for line in block[1:] if line[:6].strip() == b"")]
        if b"year_end" in b"\n".join(own) or match.group().rstrip().endswith(b":"):
            line = content.count(b"\n", 0, match.start()) + 1
            return f"{_shown(file)}:{line}"
    return None


def _shown(file: Path) -> str:
    from factcheck.resources import vocabulary_folder

    ours = vocabulary_folder()
    return f"rules/vocabulary/{file.relative_to(ours).as_posix()}" if file.is_relative_to(ours) else str(file)
