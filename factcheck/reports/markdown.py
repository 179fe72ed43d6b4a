"""The Markdown report that editors read: what was checked, what disagrees, how sure, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.finding import SEVERITIES, Coverage, Finding, Report
from factcheck.reports import MARK
from factcheck.reports.escape import code, prose
from factcheck.reports.markdown_finding import anchor, finding_lines
from factcheck.reports.wording import counted, iso_day_text, more_than

GROUPS = {
    "error": ("Errors", "These passages cannot stand side by side as they are."),
    "warning": ("Warnings", "These probably disagree, or hold only on one reading; look before publishing."),
    "note": ("Notes", "Worth a look: true as they stand, perhaps, but a reader may be misled."),
}
Link = Callable[[str], str | None]  # a path → where a report page can point to for it, or None


def no_link(_path: str) -> str | None:
    return None


def render_markdown(report: Report, link: Link = no_link, heading: str = "Consistency report") -> str:
    """The whole report as one page. ``link`` gives the address of an article as seen from the page."""
    lines = [MARK, "", f"# {heading}", "", *overview(report), "", *coverage_table(report, link)]
    lines += finding_groups(report.findings, report, link)
    lines += unread_lines(report) + left_out_lines(report) + footer_lines(report)
    return "\n".join(lines).rstrip("\n") + "\n"


def overview(report: Report) -> list[str]:
    """The verdict in two sentences: what was found, and how much of the articles that speaks for."""
    checked = [one for one in report.articles if not one.context]
    figures = sum(one.figures for one in checked)
    claims = sum(one.claims for one in checked)
    compared = sum(one.compared for one in checked)
    counts = {severity: sum(f.severity == severity for f in report.findings) for severity in SEVERITIES}
    found = (
        ", ".join(f"**{counted(n, severity)}**" for severity, n in counts.items() if n) or "**Nothing found**"
    )
    context = len(report.articles) - len(checked)
    against = f", compared with {counted(context, 'further article')}" if context else ""
    lines = [
        f"{found} in {counted(len(checked), 'article')}{against}.",
        "",
        f"{counted(figures, 'figure')} seen · {counted(claims, 'claim')} read{more_than(claims, figures)} · "
        f"**{compared:,} compared** with another claim. " + _silence(claims, compared),
    ]
    if report.unfinished:
        rules = ", ".join(code(rule) for rule in report.unfinished)
        lines += [
            "",
            f"**Not all was compared**: there was too much for {rules}. Check fewer articles at a time.",
        ]
    if report.errors:
        lines += ["", f"**{counted(len(report.errors), 'problem')} with inputs**: see [below](#not-read)."]
    return lines


def _silence(claims: int, compared: int) -> str:
    rest = claims - compared
    if rest <= 0:
        return "A comparison finds disagreement, not error: figures that agree can still be wrong together."
    return f"Nothing is said about the other {rest:,}: no rule found a second claim to hold them against."


def coverage_table(report: Report, link: Link) -> list[str]:
    """What was checked: one row an article, context below the checked ones."""
    lines = [
        "## What was checked",
        "",
        "| Article | Source | Published | Figures seen | Claims read | Compared | Findings |",
        "|---|---|---|--:|--:|--:|--:|",
    ]
    for one in report.articles:
        if one.context and not _findings_in(report, one.path):
            continue
        own = prose(one.title) if one.title else code(one.path)
        target = link(one.path)
        name = f"[{own}]({target})" if target else own
        file = f"<br>{code(one.path)}" if one.title else ""
        context = " *(context)*" if one.context else ""
        lines.append(
            f"| {name}{context}{file} | {prose(one.source or '–')} | {iso_day_text(one.published)} | {one.figures:,} | "
            f"{one.claims:,} | {one.compared:,} | {_findings_in(report, one.path):,} |"
        )
    silent = sum(1 for one in report.articles if one.context and not _findings_in(report, one.path))
    if silent:
        lines += ["", f"{counted(silent, 'further article')} served as context and had no part in a finding."]
    return [*lines, ""]


def finding_groups(findings: Sequence[Finding], report: Report, link: Link) -> list[str]:
    """All findings in full, worst first, numbered through."""
    lines: list[str] = []
    number = 0
    titles = {one.path: one for one in report.articles}
    for severity in SEVERITIES:
        group = [finding for finding in findings if finding.severity == severity]
        if not group:
            continue
        name, meaning = GROUPS[severity]
        lines += [f"## {name}", "", meaning, ""]
        for finding in group:
            number += 1
            lines += finding_lines(finding, number, titles, link)
    return lines


def unread_lines(report: Report) -> list[str]:
    if not report.errors:
        return []
    lines = ["## Not read", "", "These inputs could not be read; nothing below or above speaks for them.", ""]
    return [
        *lines,
        *(f"- {code(error.path)}{_where(error.line)}: {prose(error.message)}" for error in report.errors),
        "",
    ]


def _where(line: int | None) -> str:
    return f", line {line}" if line else ""


def left_out_lines(report: Report) -> list[str]:
    """Per article, how many figures no comparison speaks for."""
    checked = [one for one in report.articles if not one.context and one.figures]
    if not checked:
        return []
    lines = [
        "## What was not compared",
        "",
        "| Article | Figures without a typed claim | Claims without a counterpart |",
        "|---|--:|--:|",
    ]
    for one in checked:
        lines.append(f"| {code(one.path)} | {_untyped(one)} | {max(one.claims - one.compared, 0):,} |")
    hint = (
        "`factcheck claims --explain` shows every claim under its sentence. A figure without a counterpart is not "
        "wrong and not right: nothing here repeats it."
    )
    return [*lines, "", hint, ""]


def _untyped(one: Coverage) -> str:
    return f"{max(one.figures - one.claims, 0):,}"


def footer_lines(report: Report) -> list[str]:
    if not report.findings:
        return []
    rules = sorted({finding.rule for finding in report.findings})
    return [
        "## About these findings",
        "",
        "A finding says that passages disagree, not which of them is wrong. *Contradiction*: no reading fits both. "
        "*Reconcilable*: one reading fits both, and it is named. *Suspect*: something is missing that would tell.",
        "",
        f"`factcheck rules explain {rules[0]}` tells what a rule looks for. To switch one off, set it to `off` under "
        "`[tool.factcheck.rules]` in pyproject.toml, for example `" + f'{rules[0]} = "off"`.',
        "",
    ]


def _findings_in(report: Report, path: str) -> int:
    return sum(any(one.path == path for one in finding.evidence) for finding in report.findings)


__all__ = ["anchor", "no_link", "render_markdown"]
