"""YAML → plain data in which every value knows where it stands. Scalars stay the text they were written as.

Built from the parser's events, not by its constructor: nothing is turned into numbers or dates ("26" and "26.0" are
different statements), no tag runs code, and depth, size and aliases are bounded before anything is built.
"""

from __future__ import annotations

from factcheck.errors import InputError, UnreadableInput
from factcheck.hints import Any, NoReturn
from factcheck.span import LineMap, Span

MAX_DEPTH = 8
MAX_NODES = 400_000
_NOTHING = frozenset(["", "~", "null", "Null", "NULL"])

Place = tuple["str | int", ...]


class YamlPlaces:
    """``data`` is the plain value; ``spans`` and ``keys`` give each place's value and key, by its path in the data."""

    __slots__ = ("data", "keys", "spans")

    def __init__(self) -> None:
        self.data: Any = None
        self.spans: dict[Place, Span] = {}
        self.keys: dict[Place, Span] = {}


def read_yaml(text: str, path: str) -> YamlPlaces:
    """The one document of ``text``. Raises UnreadableInput with line and column for anything else.

    Not accepted: syntax errors, two documents, a field given twice, merge keys, nesting beyond MAX_DEPTH, aliases
    (written out, a small file could hold billions of values).
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    shift = 1 if text.startswith("\ufeff") else 0
    lines = LineMap(text)
    places = YamlPlaces()

    def refuse(message: str, offset: int) -> NoReturn:
        line, column = lines.position(min(offset + shift, len(text)))
        raise UnreadableInput(InputError(path, message, line, column))

    # One frame for each open collection: its path, its value, and in a mapping the key that waits for its value.
    frames: list[tuple[Place, Any, list[Any]]] = []
    documents = nodes = 0

    def put(value: Any, start: int, end: int) -> Place:
        """Hang a value below the innermost open collection; gives its path."""
        nonlocal nodes
        nodes += 1
        if nodes > MAX_NODES:
            refuse(f"has more than {MAX_NODES:,} values.", start)
        span = Span(start + shift, end + shift)
        if not frames:
            places.data = value
            places.spans[()] = span
            return ()
        above, holder, waiting = frames[-1]
        if isinstance(holder, list):
            place: Place = (*above, len(holder))
            holder.append(value)
        elif not waiting:
            if not isinstance(value, str):
                refuse("a field's name must be text.", start)
            if value in holder:
                refuse(f"the field `{value}` is given twice.", start)
            if value == "<<":
                refuse("merge keys (`<<`) are not read in claims sheets.", start)
            waiting.append(value)
            places.keys[(*above, value)] = span
            return (*above, value)
        else:
            place = (*above, waiting.pop())
            holder[place[-1]] = value
        places.spans[place] = span
        return place

    def in_key() -> bool:
        return bool(frames) and isinstance(frames[-1][1], dict) and not frames[-1][2]

    try:
        for event in yaml.parse(text[shift:], Loader=loader):
            start = event.start_mark.index if event.start_mark else 0
            end = event.end_mark.index if event.end_mark else start
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    refuse("holds more than one YAML document; a claims sheet is one.", start)
            elif isinstance(event, yaml.AliasEvent):
                refuse(
                    f"aliases (`*{event.anchor}`) are not read in claims sheets: write the value out.", start
                )
            elif isinstance(event, yaml.ScalarEvent):
                nothing = event.style in (None, "") and event.value in _NOTHING and not in_key()
                put(None if nothing else event.value, start, end)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(frames) >= MAX_DEPTH:
                    refuse(f"is nested more than {MAX_DEPTH} deep.", start)
                if in_key():
                    refuse("a field's name must be text.", start)
                value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
                frames.append((put(value, start, end), value, []))
            elif isinstance(event, yaml.CollectionEndEvent):
                place, _, _ = frames.pop()
                first = places.spans[place].start
                places.spans[place] = Span(first, max(first, end + shift))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        refuse(f"is not valid YAML: {problem}.", mark.index if mark else 0)
    return places
