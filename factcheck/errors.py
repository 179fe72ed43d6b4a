"""Errors as values and as exceptions. Every error says what was wrong, where, and what to do."""

from __future__ import annotations

from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class InputError:
    """One input that could not be read. The run goes on without it; the exit code becomes 3.

    ``message`` is one plain sentence or two; ``line`` and ``column`` are 1-based where they are known.
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        where = "".join(f":{n}" for n in (self.line, self.column) if n is not None)
        return f"{self.path}{where}: {self.message}"


class FactcheckError(Exception):
    """Base of all errors this package raises on purpose. ``str(error)`` is fit to print."""


class UnreadableInput(FactcheckError):
    """An article or sheet cannot be read. Carries one or more :class:`InputError`."""

    def __init__(self, *errors: InputError) -> None:
        self.errors = errors
        super().__init__("\n".join(str(error) for error in errors))


class ConfigurationError(FactcheckError):
    """Usage, configuration, vocabulary or rules are wrong; nothing was checked (exit code 2)."""
