"""Regular expressions that are compiled when first used: most pages need a few of the many, and start-up counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Lazy:
    """A pattern that compiles itself on the first call of one of its methods, which are those of ``re.Pattern``."""

    __slots__ = ("_flags", "_source", "finditer", "match", "search", "sub")

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in ("match", "search", "finditer", "sub"):
            raise AttributeError(name)
        pattern = re.compile(self._source, self._flags)
        self.match, self.search = pattern.match, pattern.search
        self.finditer, self.sub = pattern.finditer, pattern.sub
        return getattr(pattern, name)
