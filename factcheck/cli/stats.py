"""What each rule compared, for ``check --stats``: a table of whatever the engine counted."""

from __future__ import annotations

from collections.abc import Mapping


def stats_text(stats: Mapping[str, object]) -> str:
    """Rule → counts, as columns; numbers to the right, seconds in milliseconds."""
    rows = {name: _columns(counts) for name, counts in stats.items()}
    heads = list(dict.fromkeys(column for row in rows.values() for column in row))
    table = [["rule", *heads]] + [
        [name, *(row.get(head, "") for head in heads)] for name, row in rows.items()
    ]
    widths = [max(len(row[n]) for row in table) for n in range(len(heads) + 1)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    )


def _columns(counts: object) -> dict[str, str]:
    if isinstance(counts, Mapping):
        return {str(name): _number(value) for name, value in counts.items()}
    slots = getattr(type(counts), "__slots__", ()) or getattr(counts, "__dict__", {})
    if slots:
        return {name: _number(getattr(counts, name)) for name in slots}
    return {"count": _number(counts)}


def _number(value: object) -> str:
    return f"{value * 1000:.1f} ms" if isinstance(value, float) else str(value)
