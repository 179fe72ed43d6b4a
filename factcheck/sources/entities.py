"""Character references (`&amp;`, `&#8217;`, `&nbsp;`) → the character they stand for, in the same length.

The character comes first and blanks fill the rest; an opening mark or currency sign comes last instead, so that it
touches what it belongs to. Between two digits a space is a thousands separator: there no-break spaces fill the rest,
so that "1&nbsp;899" stays one number: a run of no-break spaces between digits is one separator.
"""

from __future__ import annotations

import re

from factcheck.patterns import Lazy

NO_BREAK = "\u00a0"

_REFERENCE = Lazy(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def find_entities(view: str) -> list[tuple[int, int, str | None]]:
    """An edit for each character reference in ``view``; unknown names are left alone."""
    if "&" not in view:
        return []
    from html import unescape  # brings 2,231 names: only when there is one

    edits: list[tuple[int, int, str | None]] = []
    for match in _REFERENCE.finditer(view):
        character = unescape(match[0])
        if character != match[0]:
            edits.append((match.start(), match.end(), _padded(character, match, view)))
    return edits


def _padded(character: str, match: re.Match[str], view: str) -> str:
    length = match.end() - match.start()
    if character in "\r\n" or (not character.isprintable() and not character.isspace()):
        return " " * length
    around = view[match.start() - 1 : match.start()], view[match.end() : match.end() + 1]
    fill = NO_BREAK if around[0].isdigit() and around[1].isdigit() else " "
    from unicodedata import category

    padding = fill * (length - len(character))
    if character in "'’" and around[0].isalnum() and around[1].isalpha():
        return padding + character  # "port&#8217;s": the ending stays whole
    if category(character[0]) in ("Sc", "Ps", "Pi"):
        return padding + character
    return character + padding
