"""Text for a terminal: one line a finding, as compilers write them, with the passages below."""

from __future__ import annotations

from factcheck.finding import SEVERITIES, Evidence, Finding, Report
from factcheck.reports.wording import claim_text, counted, iso_day_text, more_than


def render_text(report: Report) -> str:
    """``path:line:column: severity: message [rule]``, evidence indented; the last line says how much was compared."""
    lines: list[str] = []
    for finding in report.findings:
        lines.extend(_finding(finding))
        lines.append("")
    lines.extend(f"{error}" for error in report.errors)
    if report.errors:
        lines.append("")
    lines.append(summary(report))
    return "\n".join(lines) + "\n"


def summary(report: Report) -> str:
    """How much was checked, and what came of it: never "all"."""
    checked = [one for one in report.articles if not one.context]
    context = len(report.articles) - len(checked)
    figures, claims, compared = (
        sum(getattr(one, name) for one in checked) for name in ("figures", "claims", "compared")
    )
    against = f" against {context}" if context else ""
    counts = [sum(1 for f in report.findings if f.severity == severity) for severity in SEVERITIES]
    found = (
        ", ".join(counted(n, word) for n, word in zip(counts, SEVERITIES, strict=True) if n) or "no findings"
    )
    unread = f"; {counted(len(report.errors), 'problem')} with inputs" if report.errors else ""
    if not checked:
        return f"Nothing was checked{unread}."
    left = f" Too much to compare all of it for {', '.join(report.unfinished)}." if report.unfinished else ""
    return (
        f"{counted(len(checked), 'article')} checked{against}: {found}{unread}. {counted(figures, 'figure')} seen, "
        f"{counted(claims, 'claim')} read{more_than(claims, figures)}, {compared:,} could be compared.{left}"
    )


def _finding(finding: Finding) -> list[str]:
    first = finding.evidence[0] if finding.evidence else None
    where = f"{first.path}:{first.line}:{first.column}: " if first else ""
    lines = [f"{where}{finding.severity}: {one_line(finding.message)} [{finding.rule}]"]
    shown: Evidence | None = None
    for evidence in finding.evidence:
        lines.extend(_evidence(evidence, shown))
        shown = evidence
    if finding.explanation:
        lines.append(f"    why: {one_line(finding.explanation)}")
    if finding.suggestion:
        lines.append(f"    suggestion: {one_line(finding.suggestion)}")
    lines.extend(f"    lowered: {one_line(reason)}" for reason in finding.reasons)
    lines.extend(f"    source: {one_line(source)}" for source in finding.sources)
    return lines


def _evidence(one: Evidence, before: Evidence | None) -> list[str]:
    """The sentence with where it stands, and what was read; the sentence only once when it holds several figures."""
    lines = []
    if before is None or (before.path, before.sentence, before.source) != (
        one.path,
        one.sentence,
        one.source,
    ):
        origin = ", ".join(part for part in (one.source, iso_day_text(one.published)) if part)
        lines.append(
            f"    {one.path}:{one.line}:{one.column}: “{one_line(one.sentence or one.quote)}” ({origin})"
        )
    if one.claim is not None:
        lines.append(f"        {one_line(claim_text(one.claim, one.sentence))}")
    return lines


def one_line(text: str) -> str:
    """Control characters and line ends become spaces: article text cannot forge lines or terminal codes."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
