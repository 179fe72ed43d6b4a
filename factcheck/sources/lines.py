"""Lines of a text and cells of a line, as spans."""

from __future__ import annotations

from itertools import pairwise

from factcheck.patterns import Lazy

_LINE_END = Lazy(r"\r\n?|\n")


def text_lines(text: str, at: int = 0) -> list[tuple[int, int]]:
    """Spans of the lines from offset ``at`` on, without their line ends (LF, CRLF or a lone CR)."""
    lines: list[tuple[int, int]] = []
    if "\r" not in text:
        while at <= len(text):
            end = text.find("\n", at)
            end = len(text) if end == -1 else end
            lines.append((at, end))
            at = end + 1
        return lines
    for match in _LINE_END.finditer(text, at):
        lines.append((at, match.start()))
        at = match.end()
    lines.append((at, len(text)))
    return lines


def split_row(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of a table row's cells, outer pipes left out, blanks trimmed."""
    cuts: list[int] = []
    at = text.find("|", start, end)
    while at != -1:
        if text[at - 1 : at] != "\\" or at == start:
            cuts.append(at)
        at = text.find("|", at + 1, end)
    edges = [start - 1, *cuts, end]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    if cells and not text[slice(*cells[0])].strip():
        del cells[0]
    if cells and not text[slice(*cells[-1])].strip():
        del cells[-1]
    return [trimmed(text, a, b) for a, b in cells]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blanks at its ends."""
    while start < end and text[start] in " \t\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0":
        end -= 1
    return start, end
