"""Phrase tables: the longest known phrase that starts at a word, by a few dictionary look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.patterns import Lazy

# (phrase → meaning, first word → lengths of phrases that begin with it, longest first): two flat tables of strings, which
# load fast and which the garbage collector need not walk. The meaning "" stops a match.
Table = tuple[dict[str, str], dict[str, bytes]]

OTHER = "\0"
"""Stands for any one token that is not a word: a full stop, an ampersand, an apostrophe."""

_LETTERS = Lazy(r"[^\W\d_]+|\d+|[^\w\s]")
_GLUED = Lazy(r"[^\W\d_]+(?:(?<=[A-Z])&(?=[A-Z]))?|\d[\w.,]*\w|\d|[^\w\s]")
_APOSTROPHES = "'’‘`"


def spellings(phrase: str) -> set[tuple[str, ...]]:
    """All ways a tokeniser may cut ``phrase``: at spaces and hyphens, or at every sign, with or without "&" glued.

    Apostrophes go, and "Moody's" is both ("Moody", "s") and ("Moodys",). Signs become OTHER; trailing ones go.
    """
    plain = phrase.replace("’", "'").replace("‘", "'")
    cuts: set[tuple[str, ...]] = set()
    spaced = plain.replace("-", " ").replace("–", " ").split()
    cuts.add(tuple(plain_word(word.rstrip(".,;")) for word in spaced))
    cuts.add(tuple(plain_word(word.rstrip(",;")) for word in spaced))  # "U.S." keeps its stop as one word
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
    if token.isalnum():
        return token
    for sign in _APOSTROPHES:
        if sign in token:
            token = token.replace(sign, "")
    return token if token[:1].isalnum() else OTHER


def build_table(entries: Iterable[tuple[str, str | None]]) -> Table:
    """A table of (phrase, meaning) pairs; the meaning None stops a match. The first meaning of a phrase is kept."""
    meanings: dict[str, str] = {}
    lengths: dict[str, set[int]] = {}
    for phrase, meaning in entries:
        for cut in spellings(phrase):
            if len(cut) < 256:
                meanings.setdefault(" ".join(cut), meaning or "")
                lengths.setdefault(cut[0], set()).add(len(cut))
    return meanings, {first: bytes(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}


def starts(table: Table, words: Sequence[str]) -> list[int]:
    """The numbers of those of ``words`` (free of apostrophes) with which a phrase of ``table`` begins, ascending."""
    lengths = table[1]
    return [at for at, word in enumerate(words) if word in lengths]


def longest(table: Table, words: Sequence[str], at: int) -> tuple[int, str | None] | None:
    """(number of words, meaning) of the longest phrase of ``table`` at word ``at``; None where there is none.

    A stop phrase gives (number of words, None).
    """
    meanings, lengths = table
    sizes = lengths.get(words[at])
    if sizes is None:
        sizes = lengths.get(plain_word(words[at]))
        if sizes is None:
            return None
    if sizes[0] == 1:
        meaning = meanings.get(words[at] if words[at].isalnum() else plain_word(words[at]))
        return (1, meaning or None) if meaning is not None else None
    plain = [word if word.isalnum() else plain_word(word) for word in words[at : at + sizes[0]]]
    for size in sizes:
        if size <= len(plain):
            meaning = meanings.get(" ".join(plain[:size]))
            if meaning is not None:
                return size, meaning or None
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
