"""Inline Markdown: which characters of a paragraph are markup. Links keep their words, pictures and code go."""

from __future__ import annotations

import re
from bisect import bisect_right

from factcheck.patterns import Lazy
from factcheck.sources.markdown_blocks import normal_label

Edit = tuple[int, int, str | None]

_MARK = Lazy(r"\\[!-/:-@\[-`{-~]|`+|<|!?\[|\]|\*+|_+|~~+")
_AUTOLINK = Lazy(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.+-]{1,64}@[\w.-]{1,255}>")
_TAG = Lazy(
    r"<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?>"
    r"|</[A-Za-z][A-Za-z0-9-]*\s*>"
)
_DESTINATION = Lazy(
    r"\([ \t\r\n]*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:[ \t\r\n]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t\r\n]*\)"
)
_LABEL = Lazy(r"\[([^\[\]]{0,999})\]")


def find_inline_markup(view: str, at: int, labels: frozenset[str]) -> list[Edit]:
    """Edits that leave only the prose of ``view``, a paragraph that begins at offset ``at`` of the text."""
    edits: list[Edit] = []
    if not _MARK.search(view) and "&" not in view:
        return edits
    opened: list[tuple[int, int]] = []
    inactive = 0  # so many of the brackets opened first hold a link, so are none themselves
    struck: int | None = None
    runs = _backtick_runs(view) if "`" in view else {}
    skip = 0
    for match in _MARK.finditer(view):
        start, end = match.span()
        if start < skip:
            continue
        mark = match[0]
        if mark[0] == "\\":
            edits.append((start, start + 1, None))
        elif mark[0] == "`":
            places = runs[end - start]
            later = bisect_right(places, start)
            if later < len(places):
                skip = places[later] + end - start
                edits.append((start, skip, None))
        elif mark == "<":
            skip = _angle_end(view, start)
            if skip:
                edits.append((start, skip, None))
        elif mark in ("[", "!["):
            opened.append((start, end))
        elif mark == "]":
            if opened:
                bracket = opened.pop()
                picture = bracket[1] - bracket[0] == 2
                if picture or len(opened) >= inactive:
                    past = _close_bracket(view, bracket, start, labels, edits)
                    skip = max(skip, past)
                    if past and not picture:
                        inactive = len(opened)
                inactive = min(inactive, len(opened))
        elif mark[0] == "~":
            opens, closes = _flanks(view, start, end)
            if struck is not None and closes:
                edits.append((struck, end, None))  # words struck out are no longer claimed
                struck = None
            elif opens:
                struck = start
        elif _is_emphasis(view, start, end):
            edits.append((start, end, None))
    if "&" in view:
        from factcheck.sources.entities import find_entities

        edits.extend(find_entities(view))
    return [(start + at, end + at, new) for start, end, new in edits]


def _backtick_runs(view: str) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    for match in re.finditer(r"`+", view):
        runs.setdefault(match.end() - match.start(), []).append(match.start())
    return runs


def _angle_end(view: str, start: int) -> int:
    if view.startswith("<!--", start):
        close = view.find("-->", start + 4)
        return close + 3 if close != -1 else 0
    match = _AUTOLINK.match(view, start) or _TAG.match(view, start)
    return match.end() if match else 0


def _close_bracket(
    view: str, opening: tuple[int, int], close: int, labels: frozenset[str], edits: list[Edit]
) -> int:
    """Edits for a bracket pair that is a link, picture or footnote. Returns where scanning goes on."""
    start, inside = opening
    words = view[inside:close]
    end = close + 1
    after = _DESTINATION.match(view, end) if view.startswith("(", end) else None
    if after is None and words.startswith("^"):
        edits.append((start, end + view.startswith(":", end), None))
        return end
    if after is None and labels:
        label = _LABEL.match(view, end)
        if label is not None and normal_label(label[1] or words) in labels:
            after = label
    if after is not None:
        end = after.end()
    elif normal_label(words) not in labels:
        return 0
    if inside - start == 2:
        edits.append((start, end, None))
    else:
        edits.append((start, inside, None))
        edits.append((close, end, None))
    return end


def _is_emphasis(view: str, start: int, end: int) -> bool:
    """False for a run that stands free, or between two digits, or for an underline inside a word."""
    before, after = view[start - 1 : start] or " ", view[end : end + 1] or " "
    if before.isspace() and after.isspace():
        return False
    if view[start] == "_":
        return not (before.isalnum() and after.isalnum())
    return not (before.isdigit() and after.isdigit())


def _flanks(view: str, start: int, end: int) -> tuple[bool, bool]:
    """CommonMark's rule for delimiter runs: whether the run can open and whether it can close."""
    before, after = view[start - 1 : start] or " ", view[end : end + 1] or " "
    free_before = before.isspace() or not before.isalnum()
    free_after = after.isspace() or not after.isalnum()
    opens = not after.isspace() and (after.isalnum() or free_before)
    closes = not before.isspace() and (before.isalnum() or free_after)
    return opens, closes
