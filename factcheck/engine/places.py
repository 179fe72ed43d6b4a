"""Where in a rule file a character of a text stands, when YAML folds, escapes or quotes that text over several lines."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engine.nodes import Node

_ESCAPES = {"x": 2, "u": 4, "U": 8}
_BLANK_ESCAPES = "ntre _NLPv0ab\t"


def place_of(node: Node, at: int, lines: Sequence[str]) -> tuple[int, int]:
    """Line and column, from 1, of the character ``at`` of a scalar's text; of its beginning for any other node.

    Folding changes blanks alone, so the place is found by counting what is no blank.
    """
    if not node.is_text or (at == 0 and not node.block):
        return node.line, node.column
    row, column = (node.line, 0) if node.block else (node.line - 1, node.column - 1)
    mark = lines[row][column : column + 1] if node.quoted and row < len(lines) else ""
    before, after = (sum(not char.isspace() for char in part) for part in (node.value[:at], node.value[at:]))
    seen, column = 0, column + len(mark)
    while row < len(lines):
        line = lines[row]
        while column < len(line):
            blank, width = _character(line, column, mark)
            if not blank:
                if seen == before:
                    return row + 1, column + 1
                seen += 1
                if seen == before and not after:  # the end of the text
                    return row + 1, column + width + 1
            column += width
        row, column = row + 1, 0
    return node.line, node.column


def _character(line: str, column: int, mark: str) -> tuple[bool, int]:
    """Whether the character written here is a blank, and how many characters of the file it takes."""
    char = line[column]
    if mark == '"' and char == "\\" and column + 1 < len(line):
        kind = line[column + 1]
        return kind in _BLANK_ESCAPES, 2 + _ESCAPES.get(kind, 0)
    if mark == "'" and line.startswith("''", column):
        return False, 2
    return char.isspace(), 1
