"""Whether a reader's work grows with the length of a text and no faster: by counting its steps, not by the clock.

A clock on a busy machine lies. Calls of functions, Python's and the library's, are the same on every machine. What one
call does inside (a slice, a search) does not show in them; ``assert_linear`` therefore also compares the times of a
long and a short text, with room for a machine that is eight times slower for the one than for the other.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

_LONGER = 4
_MUCH_LONGER = 16


def steps(read: Callable[[str], object], text: str) -> int:
    """How many functions are called while ``text`` is read."""
    count = 0

    def on(frame: object, event: str, argument: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(on)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count


def seconds(read: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


def assert_linear(read: Callable[[str], object], make: Callable[[int], str], size: int = 2000) -> None:
    """``make(n)`` is a text whose length grows with n; the longest one read is ``make(16 * size)``."""
    read(make(size))  # what is done once in a process is done here
    short, long = steps(read, make(size)), steps(read, make(_LONGER * size))
    assert long <= 1.3 * _LONGER * short + 500, f"{short} steps, {long} for a text {_LONGER} times as long"
    brief = min(seconds(read, make(size)) for _ in range(3))
    whole = min(seconds(read, make(_MUCH_LONGER * size)) for _ in range(2))
    assert whole <= 8 * _MUCH_LONGER * max(brief, 0.004)  # less is lost in a pause of the garbage collector
