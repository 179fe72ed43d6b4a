"""A folder of Markdown: one page an article, and an index over them when there are several."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from factcheck.finding import SEVERITIES, Coverage, Finding, Report
from factcheck.records import replace
from factcheck.reports import MARK
from factcheck.reports.escape import address, code, prose
from factcheck.reports.markdown import (
    GROUPS,
    Link,
    coverage_table,
    footer_lines,
    left_out_lines,
    overview,
    render_markdown,
    unread_lines,
)
from factcheck.reports.markdown_finding import anchor, passage, place

INDEX = "index.md"


def write_pages(report: Report, folder: Path) -> Path:
    """Write all pages into ``folder``, made if it is not there; returns the page to open first."""
    pages = pages_for(report, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        target = folder / name
        if not target.exists() or target.read_bytes() != text.encode():
            target.write_text(text, encoding="utf-8", newline="\n")
    return folder / next(iter(pages))


def pages_for(report: Report, folder: Path) -> dict[str, str]:
    """The pages as they are to lie in ``folder``: their links lead from there to the articles."""
    return render_pages(report, lambda path: _from_folder(path, folder))


def render_pages(report: Report, link: Link) -> dict[str, str]:
    """File name → text; the page to open first comes first."""
    checked = [one for one in report.articles if not one.context]
    if len(checked) < 2:
        name = next(iter(page_names(checked).values()), INDEX)
        return {
            name: render_markdown(report, link, _heading(checked[0]) if checked else "Consistency report")
        }
    names = page_names(checked)
    pages = {INDEX: _index(report, names, link)}
    for one in checked:
        own = tuple(f for f in report.findings if any(e.path == one.path for e in f.evidence))
        involved = {e.path for f in own for e in f.evidence} - {one.path}
        others = tuple(replace(other, context=True) for other in report.articles if other.path in involved)
        errors = tuple(error for error in report.errors if error.path == one.path)
        page = Report((one, *others), own, errors, report.rules, report.unfinished)
        pages[names[one.path]] = render_markdown(page, link, _heading(one)) + f"\n[All articles]({INDEX})\n"
    return pages


def page_names(articles: list[Coverage]) -> dict[str, str]:
    """Path → page name: the file's stem, with suffix and folders added where stems collide."""
    stems = Counter(_plain(Path(one.path).stem) for one in articles)
    names: dict[str, str] = {}
    taken = {INDEX}
    for one in articles:
        stem = _plain(Path(one.path).stem)
        name = f"{stem}.md" if stems[stem] == 1 else f"{_plain(one.path)}.md"
        number = 1
        while name.lower() in taken:
            number += 1
            name = f"{_plain(one.path)}-{number}.md"
        taken.add(name.lower())
        names[one.path] = name
    return names


def _index(report: Report, names: dict[str, str], link: Link) -> str:
    def to_page(path: str) -> str | None:
        return names.get(path) or link(path)

    lines = [MARK, "", "# Consistency report", "", *overview(report), "", *coverage_table(report, to_page)]
    number = 0
    for severity in SEVERITIES:
        group = [finding for finding in report.findings if finding.severity == severity]
        if group:
            name, meaning = GROUPS[severity]
            lines += [f"## {name}", "", meaning, ""]
        for finding in group:
            number += 1
            lines += _short(finding, number, names, link)
    lines += unread_lines(report) + left_out_lines(report) + footer_lines(report)
    return "\n".join(lines).rstrip("\n") + "\n"


def _short(finding: Finding, number: int, names: dict[str, str], link: Link) -> list[str]:
    """A finding on the index: the message, the passages, the way out, and where the rest stands."""
    page = next((names[one.path] for one in finding.evidence if one.path in names), None)
    lines = [f"### {number}. {prose(finding.title)}", "", prose(finding.message), ""]
    sentences = {(one.path, one.sentence): one for one in reversed(finding.evidence)}
    for one in reversed(sentences.values()):
        lines += [f"> {passage(one)}<br>", f"> — {place(one, link)}", "", "<!-- -->", ""]
    if finding.evidence:
        del lines[-2:]
    if finding.suggestion:
        lines += [f"**Suggestion:** {prose(finding.suggestion)}", ""]
    more = f" · [the full comparison]({page}#{anchor(finding)})" if page else ""
    return [*lines, f"<sub>{finding.verdict} · rule {code(finding.rule)}</sub>{more}", ""]


def _heading(one: Coverage) -> str:
    return f"Consistency report: {prose(one.title or one.path)}"


def _plain(name: str) -> str:
    """A file name that every system and every link takes."""
    kept = "".join(char if char.isalnum() or char in "-_" else "-" for char in name).strip("-")
    return kept[:120] or "article"


def _from_folder(path: str, folder: Path) -> str | None:
    """Where an article lies as seen from the report's folder; None for what is no file."""
    if not os.path.exists(path):
        return None
    try:
        return address(os.path.relpath(path, folder))
    except ValueError:  # another drive
        return None
