"""A progress bar on a terminal when work is long; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from factcheck.hints import TypeVar

T = TypeVar("T")
LONG = 20  # items; fewer are done before a bar is drawn


def track(items: Iterable[T], total: int, doing: str, /) -> Iterable[T]:
    """The items, with a bar on standard error while they pass."""
    if total <= LONG or not sys.stderr.isatty():
        return items
    from rich.console import Console  # 60 ms: only for work that takes longer
    from rich.progress import track as rich_track

    return rich_track(items, description=doing, total=total, console=Console(stderr=True), transient=True)
