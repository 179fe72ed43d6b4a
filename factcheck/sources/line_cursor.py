"""A cursor in one line of Markdown that counts columns: a tab reaches to the next multiple of four."""

from __future__ import annotations


class LineCursor:
    """A cursor in one line that counts columns, for tabs."""

    __slots__ = ("column", "end", "pos", "spare", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.pos, self.end, self.column, self.spare = text, start, end, 0, 0

    def indent(self) -> tuple[int, int]:
        """Columns of white space ahead, and where the first other character is."""
        width, column, at = self.spare, self.column, self.pos
        while at < self.end and self.text[at] in " \t":
            step = 1 if self.text[at] == " " else 4 - column % 4
            width, column, at = width + step, column + step, at + 1
        return width, at

    def skip(self, columns: int) -> None:
        """Pass over so many columns of white space."""
        while columns > 0:
            if self.spare:
                self.spare -= 1
                columns -= 1
                continue
            char = self.text[self.pos] if self.pos < self.end else ""
            if char == " ":
                step = 1
            elif char == "\t":
                step = 4 - self.column % 4
            else:
                return
            self.pos, self.column = self.pos + 1, self.column + step
            self.spare = max(0, step - columns)
            columns -= min(step, columns)

    def take(self, at: int) -> None:
        """Pass over white space and marker characters up to ``at``."""
        width, first = self.indent()
        self.column += width - self.spare + at - first
        self.pos, self.spare = at, 0
