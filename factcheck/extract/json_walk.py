"""A walk through a large JSON text that builds only what is asked for. The text may be a memory map of a file.

Skipping is done by patterns that cannot backtrack, at the speed of the pattern engine; numbers of a value that is asked
for stay text, so that a decimal is kept as it was filed. A group that can fail past its first sign is atomic,
``(?>(?:…)*)``, and not possessive, ``(?:…)*+``: Python before 3.11.5 goes on from the middle of what such a group gave up
(CPython issue 106052).
"""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Iterator

from factcheck.hints import Any

_STRING_TEXT = rb'"(?:[^"\\]++|\\.)*+"'
_UP_TO_BRACKET = rb'[^"{}\[\]]*+(?:' + _STRING_TEXT + rb'[^"{}\[\]]*+)*+'
_STRING = re.compile(_STRING_TEXT, re.DOTALL)
_PLAIN = re.compile(_UP_TO_BRACKET, re.DOTALL)
_FLAT_OBJECTS = re.compile(rb"(?>(?:[\s,]*+\{" + _UP_TO_BRACKET + rb"\})*)", re.DOTALL)
_SCALAR = re.compile(rb"[^\s,\]}:]++")
_SPACE = re.compile(rb"\s*+")
_OPENING, _CLOSING = b"{[", b"}]"
_KEPT = 1 << 24  # bytes of a mapped file that may stay in memory behind us


class Walk:
    """Reads forward only: members of an object in order, each either looked into, parsed, or skipped.

    Raises ValueError, as ``json`` does, where the text is not JSON as far as it is looked at.
    """

    __slots__ = ("_after", "_given_back", "text")

    def __init__(self, text: bytes | mmap.mmap) -> None:
        self.text = text
        self._after: int | None = None
        self._given_back = 0

    def start(self) -> int:
        """Where the first value begins."""
        return self._space(3 if self.text[:3] == b"\xef\xbb\xbf" else 0)

    def members(self, at: int) -> Iterator[tuple[str, int]]:
        """(key, place of its value) of the object at ``at``. The value may be walked or parsed before the next one."""
        at = self._space(self._sign(at, b"{"))
        if self.text[at : at + 1] == b"}":
            self._after = at + 1
            return
        while True:
            key = _STRING.match(self.text, at)
            if key is None:
                raise ValueError(f"a key is expected at byte {at}")
            at = self._space(self._sign(self._space(key.end()), b":"))
            self._after = None
            yield json.loads(key.group()), at
            at = self._space(self._after if self._after is not None else self.skip(at))
            if at - self._given_back > _KEPT:
                self._give_back(at)
            if self.text[at : at + 1] == b"}":
                self._after = at + 1
                return
            at = self._space(self._sign(at, b","))

    def _give_back(self, at: int) -> None:
        """Pages that were read leave memory: the file is read forward only."""
        self._given_back = at
        if isinstance(self.text, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self.text.madvise(mmap.MADV_DONTNEED, 0, at - at % mmap.PAGESIZE)

    def parse(self, at: int) -> Any:
        """The value at ``at``; numbers as text."""
        end = self.skip(at)
        self._after = end
        return json.loads(self.text[at:end], parse_float=str, parse_int=str)

    def skip(self, at: int) -> int:
        """The place behind the value at ``at``."""
        first = self.text[at : at + 1]
        if first not in (b"{", b"["):
            scalar = (_STRING if first == b'"' else _SCALAR).match(self.text, at)
            if scalar is None:
                raise ValueError(f"a value is expected at byte {at}")
            return scalar.end()
        depth = 0
        while True:
            plain = _PLAIN.match(self.text, at)
            assert plain is not None  # it matches nothing as well
            at = plain.end()
            sign = self.text[at : at + 1]
            if sign and sign in _OPENING:
                depth += 1
                flat = _FLAT_OBJECTS.match(self.text, at + 1) if sign == b"[" else None
                at = flat.end() if flat is not None else at + 1
            elif sign and sign in _CLOSING:
                depth -= 1
                at += 1
                if depth == 0:
                    return at
            else:
                raise ValueError(f"the text ends inside a value, at byte {at}")

    def _space(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        assert space is not None  # it matches nothing as well
        return space.end()

    def _sign(self, at: int, sign: bytes) -> int:
        if self.text[at : at + 1] != sign:
            raise ValueError(f"“{sign.decode()}” is expected at byte {at}")
        return at + 1
