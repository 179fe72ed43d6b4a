"""The names that type hints are made of, without the library's ``typing``, which costs a third of Python's own start.

Hints are never evaluated (``from __future__ import annotations``), so stand-ins do where a name is imported or a class
is derived; type checkers see the library's own. ``tests/cli/test_cold_start.py`` watches over what a check imports.
"""

from __future__ import annotations

__all__ = ["TYPE_CHECKING", "Any", "NoReturn", "Protocol", "TypeVar", "cast"]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, NoReturn, Protocol, TypeVar, cast
else:
    Any = NoReturn = Protocol = object

    def TypeVar(name, *bounds, **options):
        return name

    def cast(kind, value):
        return value
