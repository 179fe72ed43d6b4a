"""The same function over many items, by several processes when there are enough of them to pay for starting those."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from factcheck.hints import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
MANY = 200  # items; below that starting processes costs more than it saves
_MOST = 8


def map_ordered(work: Callable[[Item], Result], items: Sequence[Item]) -> Iterable[Result]:
    """``work`` of every item, in the order of the items. ``work`` and its results must travel between processes."""
    workers = min(_cores(), _MOST)
    if len(items) < MANY or workers < 2:
        return map(work, items)
    return _spread(work, items, workers)


def _spread(work: Callable[[Item], Result], items: Sequence[Item], workers: int) -> Iterable[Result]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(work, items, chunksize=8)


def _cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1
