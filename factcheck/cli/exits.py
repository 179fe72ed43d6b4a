"""Exit codes, decided in one place."""

from __future__ import annotations

from factcheck.finding import SEVERITIES, Report

CLEAN = 0  # nothing at or above --fail-level
FINDINGS = 1
USAGE = 2  # usage, configuration, vocabulary or rules
UNREADABLE = 3  # some input could not be read; the rest was checked and reported
INTERRUPTED = 130
BROKEN_PIPE = 141

FAIL_LEVELS = (*SEVERITIES, "never")


def exit_code(report: Report, fail_level: str) -> int:
    """An unreadable input outweighs findings: what was not read may hide more of them."""
    if report.errors:
        return UNREADABLE
    failing = SEVERITIES[: FAIL_LEVELS.index(fail_level) + 1] if fail_level != "never" else ()
    return FINDINGS if any(finding.severity in failing for finding in report.findings) else CLEAN
