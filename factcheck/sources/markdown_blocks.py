"""The block structure of Markdown: CommonMark's containers and leaves, with GitHub's tables.

Line by line, as the CommonMark specification (version 0.31, appendix "A parsing strategy") describes: match the open
containers, look for block starts, else continue the open leaf. markdown-it would do, but importing it alone takes
longer than a whole check; tests hold this reader to markdown-it's answers.
"""

from __future__ import annotations

from factcheck.patterns import Lazy
from factcheck.sources.line_cursor import LineCursor
from factcheck.sources.lines import split_row, text_lines
from factcheck.sources.markdown_html import raw_closing, starts_html

_MAX_CONTAINERS = 40
_ATX = Lazy(r"(#{1,6})(?:[ \t]+|$)")
_ATX_END = Lazy(r"(?:^|[ \t])#+[ \t]*$")
_SETEXT = Lazy(r"(?:=+|-+)[ \t]*$")
_FENCE = Lazy(r"`{3,}(?=[^`]*$)|~{3,}")
_MARKER = Lazy(r"(?:[*+-]|(\d{1,9})[.)])(?=[ \t]|$)")
_DELIMITER_CELL = Lazy(r"[ \t]*:?-+:?[ \t]*$")
_DEFINITION = Lazy(
    r"\[((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$"
)


class Leaf:
    """A leaf block: paragraph, heading, table, code, html (its words count) or raw (they do not).

    ``lines`` are spans of its lines without container prefixes; ``quoted`` is true in a block quote; ``item`` is the
    number of its list item, 0 outside lists; ``end`` closes an html block, ``fence`` opened a fenced one.
    """

    __slots__ = ("end", "fence", "item", "kind", "level", "lines", "quoted")

    def __init__(
        self,
        kind: str,
        lines: list[tuple[int, int]],
        level: int = 0,
        end: Lazy | None = None,
        fence: str = "",
    ) -> None:
        self.kind, self.lines, self.level, self.end, self.fence = kind, lines, level, end, fence
        self.quoted = False
        self.item = 0


class _Container:
    """An open block quote, or list item whose content begins ``width`` columns in."""

    __slots__ = ("empty", "number", "quote", "width")

    def __init__(self, quote: bool, width: int = 0, empty: bool = False, number: int = 0) -> None:
        self.quote, self.width, self.empty, self.number = quote, width, empty, number


def read_leaves(text: str, at: int = 0) -> tuple[list[Leaf], frozenset[str]]:
    """The leaf blocks from offset ``at`` on, and the labels of link reference definitions."""
    reader = _Reader(text)
    for start, end in text_lines(text, at):
        reader.read_line(start, end)
    reader.close()
    return reader.leaves, frozenset(reader.labels)


class _Reader:
    __slots__ = ("containers", "items", "labels", "leaf", "leaves", "matched", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.containers: list[_Container] = []
        self.leaf: Leaf | None = None
        self.leaves: list[Leaf] = []
        self.labels: set[str] = set()
        self.matched = 0
        self.items = 0

    def read_line(self, start: int, end: int) -> None:
        line = LineCursor(self.text, start, end)
        self._match(line)
        whole = self.matched == len(self.containers)
        leaf = self.leaf
        if leaf is not None and leaf.kind in ("code", "html", "raw"):
            if whole and self._continue_verbatim(leaf, line):
                return
            self.close()
        started = self._start_blocks(line)
        if started is None:
            return
        _, first = line.indent()
        if first == end:
            self._blank()
            return
        for container in self.containers[: self.matched]:
            container.empty = False
        leaf = self.leaf
        lazy = self.matched < len(self.containers)
        if lazy and not (leaf is not None and leaf.kind == "paragraph"):
            self._prune()
            leaf = None
        stop = first + len(self.text[first:end].rstrip())
        if (leaf is not None and leaf.kind == "paragraph") or (leaf is not None and leaf.kind == "table"):
            leaf.lines.append((first, stop))
        else:
            self._open(Leaf("paragraph", [(first, stop)]))

    def close(self) -> None:
        """End the open leaf."""
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        if leaf.kind == "paragraph":
            self._take_definitions(leaf)
        if leaf.lines:
            self.leaves.append(leaf)

    def _take_definitions(self, leaf: Leaf) -> None:
        """Link reference definitions at the head of a paragraph are not its words."""
        while leaf.lines and self.text[leaf.lines[0][0]] == "[":
            match = _DEFINITION.match(self.text[slice(*leaf.lines[0])])
            if match is None or match[1].startswith("^") or not match[1].strip():
                return
            self.labels.add(normal_label(match[1]))
            del leaf.lines[0]

    def _match(self, line: LineCursor) -> None:
        self.matched = 0
        for container in self.containers:
            width, first = line.indent()
            blank = first == line.end
            if container.quote:
                if blank or width > 3 or line.text[first] != ">":
                    return
                line.take(first + 1)
                if line.pos < line.end and line.text[line.pos] in " \t":
                    line.skip(1)
            elif blank:
                if container.empty:
                    return
            elif width >= container.width:
                line.skip(container.width)
            else:
                return
            self.matched += 1

    def _continue_verbatim(self, leaf: Leaf, line: LineCursor) -> bool:
        width, first = line.indent()
        rest = self.text[first : line.end]
        if leaf.fence:
            marks = rest.rstrip(" \t")
            if width < 4 and len(marks) >= len(leaf.fence) and set(marks) == {leaf.fence[0]}:
                self.close()
                return True
            leaf.lines.append((first, line.end))
            return True
        if leaf.kind == "code":
            if rest and width < 4:
                return False
            leaf.lines.append((first, line.end))
            return True
        if leaf.end is None and not rest:
            return False
        leaf.lines.append((first, line.end))
        if leaf.end is not None and leaf.end.search(rest):
            self.close()
        return True

    def _start_blocks(self, line: LineCursor) -> bool | None:
        """Open containers and one-line leaves. None when the line is used up, else whether a container opened."""
        started = False
        while True:
            width, first = line.indent()
            if first == line.end:
                return started
            leaf = self.leaf
            in_paragraph = leaf is not None and leaf.kind == "paragraph"
            whole = self.matched == len(self.containers)
            if width >= 4:
                if in_paragraph:
                    return started
                self._prune()
                self._open(Leaf("code", [(first, line.end)]))
                return None
            char = self.text[first]
            if char.isalpha():
                return started
            rest = self.text[first : line.end]
            if char == ">":
                if len(self.containers) >= _MAX_CONTAINERS:
                    return started
                self._prune()
                line.take(first + 1)
                if line.pos < line.end and line.text[line.pos] in " \t":
                    line.skip(1)
                self._push(_Container(True))
                started = True
                continue
            if char == "#" and (match := _ATX.match(rest)):
                self._prune()
                body = rest[match.end() :]
                closing = _ATX_END.search(body)
                stop = first + match.end() + len((body[: closing.start()] if closing else body).rstrip())
                self._open(Leaf("heading", [(first + match.end(), stop)], level=len(match[1])))
                self.close()
                return None
            if char in "`~" and (match := _FENCE.match(rest)):
                self._prune()
                self._open(Leaf("code", [(first, line.end)], fence=match[0]))
                return None
            if char == "<" and self._start_html(
                rest, first, line.end, leaf is not None and leaf.kind in ("paragraph", "table")
            ):
                return None
            if in_paragraph and whole and leaf is not None and char in "-:|":
                stop = first + len(rest.rstrip())
                if self._make_table(leaf, first, stop):
                    return None
            if in_paragraph and whole and char in "=-" and _SETEXT.match(rest) and leaf is not None:
                self._take_definitions(leaf)
                if leaf.lines:
                    leaf.kind, leaf.level = "heading", 1 if char == "=" else 2
                    self.close()
                    return None
                self.close()
                in_paragraph = False
            if char in "*_-" and _is_rule(rest):
                self._prune()
                return None
            match = _MARKER.match(rest)
            if match is None or len(self.containers) >= _MAX_CONTAINERS:
                return started
            after = rest[match.end() :]
            if in_paragraph and whole and (not after.strip() or match[1] not in (None, "1")):
                return started
            self._prune()
            line.take(first + match.end())
            gap, content = line.indent()
            empty = content == line.end
            gap = 1 if empty or gap > 4 else gap
            line.skip(gap)
            self.items += 1
            self._push(_Container(False, width + match.end() + gap, empty, self.items))
            started = True

    def _start_html(self, rest: str, first: int, end: int, interrupts: bool) -> bool:
        closing = raw_closing(rest)
        if closing is not None:
            self._prune()
            self._open(Leaf("raw", [(first, end)], end=closing))
            if closing.search(rest):
                self.close()
            return True
        if starts_html(rest, interrupts):
            self._prune()
            self._open(Leaf("html", [(first, end)]))
            return True
        return False

    def _make_table(self, leaf: Leaf, first: int, stop: int) -> bool:
        """Turn a paragraph's last line into a table's head if this line is its delimiter row."""
        row = self.text[first:stop]
        if row[0] not in "|-:" or "-" not in row or row.strip("|-: \t"):
            return False
        if len(row) < 2 or (row[0] == "-" and row[1] in " \t"):
            return False
        start, end = leaf.lines[-1]
        head = self.text[start:end]
        cells = [row[a - first : b - first] for a, b in split_row(self.text, first, stop)]
        if "|" not in head or not all(_DELIMITER_CELL.match(cell) for cell in cells):
            return False
        if len(cells) != len(split_row(self.text, start, end)):
            return False
        del leaf.lines[-1]
        self.close()
        self._open(Leaf("table", [(start, end), (first, stop)]))
        return True

    def _blank(self) -> None:
        if self.leaf is not None and self.leaf.kind != "code":
            self.close()
        if self.matched < len(self.containers):
            self._prune()

    def _prune(self) -> None:
        """Close the containers this line does not continue, and the open leaf."""
        self.close()
        del self.containers[self.matched :]

    def _push(self, container: _Container) -> None:
        if not container.empty:
            for outer in self.containers:
                outer.empty = False
        self.containers.append(container)
        self.matched = len(self.containers)

    def _open(self, leaf: Leaf) -> None:
        self.close()
        leaf.quoted = any(container.quote for container in self.containers)
        leaf.item = next((c.number for c in reversed(self.containers) if not c.quote), 0)
        for container in self.containers:
            container.empty = False
        self.leaf = leaf


def normal_label(label: str) -> str:
    """A link label as CommonMark compares them."""
    return " ".join(label.split()).casefold()


def _is_rule(rest: str) -> bool:
    marks = rest.replace(" ", "").replace("\t", "")
    return len(marks) >= 3 and marks == marks[0] * len(marks)
