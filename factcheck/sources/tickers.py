"""Stock tickers that a content system glued to names: "AcmeACM-- Cloud", "NorvaneNRV++"."""

from __future__ import annotations

from factcheck.patterns import Lazy

# The mark is two hyphens (or pluses) after capitals, before anything but a letter, a digit or a third one.
_GLUED = Lazy(r"(?<![A-Z])([A-Z]{1,10}(?:\.[A-Z]{1,2})?)(?:--|\+\+)(?![\w+-])")


def find_glued_tickers(prose: str) -> list[tuple[int, int]]:
    """Spans to blank so that the name alone is left.

    After a small letter all capitals are the ticker ("NvidiaNVDA--"); doubled capitals lose their second half
    ("AMDAMD--"); capitals on their own may be a name and lose the hyphens only.
    """
    if "--" not in prose and "++" not in prose:
        return []
    spans: list[tuple[int, int]] = []
    for match in _GLUED.finditer(prose):
        start, run = match.start(1), match[1]
        before = prose[start - 1 : start]
        half = len(run) // 2
        if before and (before.islower() or before in ".)&'’"):
            spans.append((start, match.end()))
        elif match.group().endswith("+"):
            continue  # "C++"
        elif len(run) % 2 == 0 and run[:half] == run[half:]:
            spans.append((start + half, match.end()))
        elif before.isdigit() and len(run) > 1:
            spans.append((start + 1, match.end()))
        elif not before or not before.strip() or before in '([“"':
            spans.append((match.end() - 2, match.end()))
    return spans
