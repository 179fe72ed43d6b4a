"""Phrase tables: the longest known phrase that starts at a word, by one dictionary look-up and a few comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

# first word → entries (further words, meaning), longest first
Table = Mapping[str, Sequence[tuple[tuple[str, ...], str | None]]]

OTHER = "\0"
"""Stands for any one token that is not a word: a full stop, an ampersand, an apostrophe."""

_LETTERS = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_GLUED = re.compile(r"[^\W\d_]+(?:(?<=[A-Z])&(?=[A-Z]))?|\d[\w.,]*\w|\d|[^\w\s]")
_APOSTROPHES = "'’‘`"


def spellings(phrase: str) -> set[tuple[str, ...]]:
    """All ways a tokeniser may cut ``phrase``: at spaces and hyphens, or at every sign, with or without "&" glued.

    Apostrophes go, and "Moody's" is both ("Moody", "s") and ("Moodys",). Signs become OTHER; trailing ones go.
    """
    plain = phrase.replace("’", "'").replace("‘", "'")
    cuts: set[tuple[str, ...]] = set()
    spaced = plain.replace("-", " ").replace("–", " ").split()
    cuts.add(tuple(word.replace("'", "").rstrip(".,;") or OTHER for word in spaced))
    for pattern in (_LETTERS, _GLUED):
        pieces = pattern.findall(plain)
        for dashes in (True, False):
            kept = [piece for piece in pieces if not (piece == "-" and dashes)]
            kept = [
                "'s"[1:] if piece == "s" and at and kept[at - 1] == "'" else piece
                for at, piece in enumerate(kept)
            ]
            possessive = [
                piece
                for at, piece in enumerate(kept)
                if not (piece == "'" and at + 1 < len(kept) and kept[at + 1] == "s")
            ]
            cuts.add(_signs(possessive))
            cuts.add(_signs([piece for piece in kept if piece != "'"]))
            cuts.add(_signs(kept))
    return {cut for cut in cuts if cut}


def _signs(pieces: Iterable[str]) -> tuple[str, ...]:
    marked = [piece if piece[:1].isalnum() else OTHER for piece in pieces]
    while marked and marked[-1] == OTHER:
        marked.pop()
    return tuple(marked)


def plain_word(token: str) -> str:
    """A token as tables know it: without apostrophes, OTHER when it is no word."""
    for sign in _APOSTROPHES:
        if sign in token:
            token = token.replace(sign, "")
    return token if token[:1].isalnum() else OTHER


def build_table(
    entries: Iterable[tuple[str, str | None]],
) -> dict[str, list[tuple[tuple[str, ...], str | None]]]:
    """A table of (phrase, meaning) pairs; the meaning None stops a match. The first meaning of a phrase is kept."""
    meanings: dict[tuple[str, ...], str | None] = {}
    for phrase, meaning in entries:
        for cut in spellings(phrase):
            meanings.setdefault(cut, meaning)
    table: dict[str, list[tuple[tuple[str, ...], str | None]]] = {}
    for cut, meaning in meanings.items():
        table.setdefault(cut[0], []).append((cut[1:], meaning))
    for entry in table.values():
        entry.sort(key=lambda pair: (-len(pair[0]), pair[0], pair[1] or ""))
    return table


def longest(table: Table, words: Sequence[str], at: int) -> tuple[int, str | None] | None:
    """(number of words, meaning) of the longest phrase of ``table`` at word ``at``; None where there is none.

    A stop phrase gives (number of words, None).
    """
    entries = table.get(words[at]) or table.get(plain_word(words[at]))
    if entries is None:
        return None
    left = len(words) - at - 1
    for rest, meaning in entries:
        size = len(rest)
        if size > left:
            continue
        for step, word in enumerate(rest, at + 1):
            if words[step] != word and plain_word(words[step]) != word:
                break
        else:
            return size + 1, meaning
    return None


def plural(phrase: str) -> str:
    """The regular plural of a phrase's last word: "house price" → "house prices"; unchanged when it ends in s."""
    last = phrase[-1:]
    if last == "s" or not last.isalpha():
        return phrase
    if last == "y" and phrase[-2:-1] not in ("a", "e", "i", "o", "u"):
        return phrase[:-1] + "ies"
    if phrase.endswith(("ch", "sh", "x", "z")):
        return phrase + "es"
    return phrase + "s"
