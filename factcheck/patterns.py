"""Regular expressions that are compiled when first used: most pages need a few of the many, and start-up counts.

What the library's compiler makes of a pattern is a list of numbers. It is kept between runs, because parsing and
compiling forty patterns takes as long as reading an article: as bytes, since one run needs few of all that were kept.
Where the numbers cannot be had, or belong to another
Python, the pattern is compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from collections.abc import Callable, Iterator

from factcheck.cache import cache_folder, write_atomically
from factcheck.hints import Any

_MOST = 1000  # patterns kept: more are left over from earlier releases


class Lazy:
    """A pattern that compiles itself on the first call of one of its methods, which are those of ``re.Pattern``."""

    __slots__ = (
        "_flags",
        "_pattern",
        "_source",
        "findall",
        "finditer",
        "fullmatch",
        "match",
        "search",
        "split",
        "sub",
    )

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = int(flags)
        self._pattern: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> object:
        if name.startswith("_") or name not in Lazy.__slots__:
            raise AttributeError(name)
        if self._pattern is None:
            self._pattern = _made(self._source, self._flags)
        method = getattr(self._pattern, name)
        setattr(self, name, method)  # from now on found without coming here
        return method


class _Codes:
    """The compiler's numbers by (pattern, flags), read when first asked for."""

    __slots__ = ("found", "new")

    def __init__(self) -> None:
        self.found: dict[tuple[str, int], tuple[Any, ...]] | None = None
        self.new = False

    def file(self) -> str:
        return os.path.join(cache_folder(), f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin")

    def all(self) -> dict[tuple[str, int], tuple[Any, ...]]:
        if self.found is None:
            try:
                with open(self.file(), "rb") as file:
                    found = marshal.loads(file.read())
            except (OSError, ValueError, EOFError, TypeError):
                found = {}
            self.found = found if isinstance(found, dict) else {}
        return self.found


_CODES = _Codes()


def _made(source: str, flags: int) -> re.Pattern[str]:
    kept = _CODES.all().get((source, flags))
    if kept is not None:
        try:
            return _from_code(source, *kept)
        except (TypeError, ValueError, RuntimeError, OverflowError):
            pass
    pattern = re.compile(source, flags)
    code = _code_of(source, flags)
    if code is not None:
        _CODES.all()[source, flags] = code
        _CODES.new = True
    return pattern


def keep_patterns() -> None:
    """Write what was compiled anew, for the next run. A folder that cannot be written is no error."""
    if not _CODES.new:
        return
    _CODES.new = False
    found = _CODES.all()
    write_atomically(_CODES.file(), marshal.dumps(found if len(found) <= _MOST else {}))


def _code_of(source: str, flags: int) -> tuple[Any, ...] | None:
    """The arguments with which ``re`` makes a pattern of this source; None where this Python works otherwise."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        names: dict[str, int] = dict(parsed.state.groupdict)
        by_number: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            by_number[number] = name
        code = b"".join([number.to_bytes(4, sys.byteorder) for number in _compiler._code(parsed, flags)])
        return int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(by_number)
    except (ImportError, AttributeError, TypeError):
        return None


def _from_code(source: str, flags: int, code: bytes, *groups: Any) -> re.Pattern[str]:
    """What ``re.compile`` returns. The engine checks the numbers, so a damaged list is refused, not run."""
    from _sre import compile as make  # type: ignore[import-not-found]

    pattern: re.Pattern[str] = make(source, flags, memoryview(code).cast("I").tolist(), *groups)
    return pattern
