"""A bar on a terminal for long work, nothing in a pipe; many files read by several processes in the same order."""

from __future__ import annotations

import io
import sys

import pytest

from factcheck import parallel
from factcheck.cli.progress import LONG, track


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def double(number: int) -> int:
    return number * 2


def test_a_terminal_sees_a_bar_for_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(track(range(LONG + 1), LONG + 1, "Reading")) == list(range(LONG + 1))
    assert "Reading" in terminal.getvalue()


def test_short_work_and_pipes_see_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, count in ((Terminal(), LONG), (io.StringIO(), 10_000)):
        monkeypatch.setattr(sys, "stderr", stream)
        assert list(track(range(count), count, "Reading")) == list(range(count))
        assert stream.getvalue() == ""


def test_processes_change_no_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    items = range(parallel.MANY + 3)
    assert list(parallel.map_ordered(double, items)) == [2 * n for n in items]
