"""HTML → tokens with exact offsets, in linear time on any input.

Parsers that build trees lose where a character stood in the file, and every claim must point at it. Tags, comments
and raw text are told apart as the HTML standard's tokeniser does; building the tree is left to what reads the tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.patterns import Lazy
from factcheck.records import dataclass

_RAW = frozenset(
    ["script", "style", "textarea", "title", "noscript", "iframe", "noembed", "noframes", "xmp", "template"]
)
_NAME = Lazy(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = Lazy(r"""([^\s"'<>/=]{1,200})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: text, open, close, comment (declarations, too), raw (the text of a script, style, title, …, with the element's name)."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: tuple[tuple[str, int, int], ...] = ()

    def attribute(self, text: str, name: str) -> str | None:
        """An attribute's value as written, or None."""
        span = self.attribute_span(name)
        return text[span[0] : span[1]] if span else None

    def attribute_span(self, name: str) -> tuple[int, int] | None:
        return next(((start, end) for key, start, end in self.attributes if key == name), None)


def read_tokens(text: str) -> Iterator[Token]:
    """The tokens of a page. In order, without holes."""
    at, length = 0, len(text)
    lower: str | None = None
    while at < length:
        tag = text.find("<", at)
        if tag == -1:
            tag = length
        following = text[tag + 1 : tag + 2]
        if tag > at:
            yield Token("text", at, tag)
        if tag == length:
            return
        if following == "!" or following == "?":
            at = _past_declaration(text, tag)
            yield Token("comment", tag, at)
            continue
        closing = following == "/"
        match = _NAME.match(text, tag + 1 + closing)
        if match is None:
            yield Token("text", tag, tag + 1)
            at = tag + 1
            continue
        name = match[0].lower()
        end = _tag_end(text, match.end())
        if closing:
            yield Token("close", tag, end, name)
            at = end
            continue
        yield Token("open", tag, end, name, _attributes(text, match.end(), end))
        at = end
        if name in _RAW and text[end - 2 : end] != "/>":
            if lower is None:
                lower = text.lower() if len(text.lower()) == length else text
            stop = lower.find("</" + name, end)
            stop = length if stop == -1 else stop
            if stop > end:
                yield Token("raw", end, stop, name)
            at = stop


def _past_declaration(text: str, at: int) -> int:
    if text.startswith("<!--", at):
        if text.startswith(("<!-->", "<!--->"), at):
            return text.index(">", at) + 1
        end = text.find("-->", at + 4)
        return len(text) if end == -1 else end + 3
    end = text.find(">", at)
    return len(text) if end == -1 else end + 1


def _tag_end(text: str, at: int) -> int:
    """The offset after a tag's ``>``, passing over quoted values; a tag that never ends takes the rest."""
    while True:
        end = text.find(">", at)
        if end == -1:
            return len(text)
        quotes = [place for place in (text.find('"', at, end), text.find("'", at, end)) if place != -1]
        if not quotes:
            return end + 1
        first = min(quotes)
        if text[at:first].rstrip()[-1:] != "=":
            at = first + 1
            continue
        close = text.find(text[first], first + 1)
        if close == -1:
            return end + 1
        at = close + 1


def _attributes(text: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    if end - start < 3:
        return ()
    found: list[tuple[str, int, int]] = []
    for match in _ATTRIBUTE.finditer(text, start, end):
        group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
        span = match.span(group) if group else (match.end(), match.end())
        found.append((match[1].lower(), *span))
    return tuple(found)
