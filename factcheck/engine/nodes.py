"""YAML read safely, within bounds, with the place of every key and value kept for error messages."""

from __future__ import annotations

from factcheck.hints import Any
from factcheck.records import dataclass

LARGEST_FILE = 100_000
DEEPEST = 12
MOST_NODES = 4000


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar (str), list of nodes, or mapping of str → (key node, value node). Line and column are 1-based.

    ``quoted`` is true for a scalar in quotes: its text starts one column later; ``block`` for | and >.
    """

    value: Any
    line: int
    column: int
    quoted: bool = False
    block: bool = False

    @property
    def is_text(self) -> bool:
        return isinstance(self.value, str)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a rule file. ``hint`` says what was expected."""

    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    def shown(self, lines: list[str]) -> str:
        """file:line:column, the message, the offending line with a caret below, and the hint."""
        said = f"{self.file}:{self.line}:{self.column}: {self.message}"
        if 1 <= self.line <= len(lines):
            left = max(0, self.column - 80)
            line = lines[self.line - 1][left : left + 120]
            said += f"\n    {line}\n    {' ' * (self.column - 1 - left)}^"
        return said + (f"\n    {self.hint}" if self.hint else "")


class Refused(Exception):
    """The file is not YAML we read."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


def read_nodes(raw: bytes) -> Node:
    """The document's root. Raises Refused for bad YAML, aliases, depth, size, tags or duplicate keys."""
    import yaml

    if len(raw) > LARGEST_FILE:
        raise Refused(f"a rule file may have {LARGEST_FILE} bytes, this has {len(raw)}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("a rule file must be UTF-8") from error
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _bounded(yaml, text, loader)
        root = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = getattr(error, "problem", None) or "is not valid YAML"
        raise Refused(str(message), *((mark.line + 1, mark.column + 1) if mark else (1, 1))) from error
    except (ValueError, RecursionError) as error:
        raise Refused("is not valid YAML") from error
    if root is None:
        raise Refused("the file is empty; a rule was expected")
    return _node(yaml, root)


def _bounded(yaml: Any, text: str, loader: Any) -> None:
    """Walk the events, which nests nothing, before anything is composed."""
    depth = documents = 0
    for seen, event in enumerate(yaml.parse(text, Loader=loader)):
        mark = event.start_mark
        where = (mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Refused("anchors and aliases are not read in rules", *where)
        tag = getattr(event, "tag", None)
        if tag and not str(tag).startswith("tag:yaml.org,2002:"):
            raise Refused(f"tag {tag!r} is not read in rules", *where)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Refused("one rule a file: a second document starts here", *where)
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > DEEPEST:
                raise Refused("nested too deeply", *where)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if seen > MOST_NODES:
            raise Refused("too many parts for one rule", *where)


def _node(yaml: Any, raw: Any) -> Node:
    line, column = raw.start_mark.line + 1, raw.start_mark.column + 1
    if isinstance(raw, yaml.ScalarNode):
        return Node(str(raw.value), line, column, raw.style in ("'", '"'), raw.style in ("|", ">"))
    if isinstance(raw, yaml.SequenceNode):
        return Node([_node(yaml, item) for item in raw.value], line, column)
    entries: dict[str, tuple[Node, Node]] = {}
    for key, value in raw.value:
        name = _node(yaml, key)
        if not name.is_text:
            raise Refused("a key must be a word", name.line, name.column)
        if name.value in entries:
            raise Refused(f"“{name.value}” is given twice", name.line, name.column)
        entries[name.value] = (name, _node(yaml, value))
    return Node(entries, line, column)
