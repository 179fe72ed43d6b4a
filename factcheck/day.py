"""Days of the calendar without the rest of ``datetime``, whose module writes it all out in Python, too: 1 ms a start."""

from __future__ import annotations

from factcheck.hints import TYPE_CHECKING

__all__ = ["date", "timedelta"]

if TYPE_CHECKING:
    from datetime import date, timedelta
else:
    try:
        from _datetime import date, timedelta
    except ImportError:  # another Python than CPython has only the one
        from datetime import date, timedelta
