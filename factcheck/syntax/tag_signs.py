"""What the words around one say of it: a possessive that stands alone, an "-ing" that measures, "due" that brings in why."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.tokens import WORD, Token

_CROWD = 1000  # so many of them foresee nothing together


def stands_alone(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "Wind output rose 12 % and solar's doubled": a possessive right before a verb stands for what it has."""
    step = at + 1
    while step < len(tokens) and tokens[step].kind == WORD and lexicon.code(tokens[step].lower) == "B":
        step += 1
    if at < 3 or step + 1 >= len(tokens):
        return False
    doing = tokens[step].text.lower()
    code, behind = lexicon.code(doing), tokens[step + 1]
    moves = code[0] in "VE" and lexicon.does(lexicon.lemma(doing), "move")
    ends = behind.kind != WORD or lexicon.code(behind.lower) in ("P", "B")
    return code in ("Z", "Y", "M") or (moves and ends)


def ends_phrase(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """True where what follows can be no noun that the word describes."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is None or behind.text in ",.;:)" or lexicon.code(behind.lower)[0] in "PCSRZYM"


def measures_ahead(tokens: Sequence[Token], raw: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """ "Goldman and Chase accounting for more than half", "rose 2.3 % closing at $78.50": not "bank accounting"."""
    step = at + 1
    if step >= len(raw) or tokens[step].lower not in ("for", "at"):
        return False
    step += 1
    while step < len(raw) and raw[step] == "B":
        step += 1
    figure = step < len(raw) and raw[step] == "Q"
    return figure and lexicon.does(lexicon.lemma(tokens[at].lower), "measure")


def owing(tokens: Sequence[Token], at: int, raw: Sequence[str]) -> bool:
    """True for "due" of "died due to the heat": with "to" it only brings in why."""
    if not at or raw[-1][0] not in "EVNQ" or at + 2 >= len(tokens):
        return False
    return tokens[at + 1].lower == "to"


def foreseen_by(
    tokens: Sequence[Token], raw: Sequence[str], tags: Sequence[str], at: int, lexicon: Lexicon
) -> bool:
    """ "the $1.18 analysts had expected", "the drop economists forecast": a relative clause that leaves out its "that"."""
    step = at + 1
    while step < len(tokens) and tokens[step].lower in ("had", "have"):
        step += 1
    if step >= len(tokens) or raw[step][-1] not in "VEFWK" or not tags:
        return False
    if not lexicon.does(lexicon.lemma(tokens[step].lower), "forecast"):
        return False
    told = tokens[at - 1].quantity
    if told is not None:
        large = (
            told.dimension != "number" or abs(told.quantity.low) >= _CROWD
        )  # not "the 12 analysts expected"
        return large and tags[-2:-1] == ["D"] and tokens[at - 2].lower == "the"
    first = at - 1
    while first > 0 and tags[first] in "NAQ":
        first -= 1
    return tags[-1] == "N" and tags[first] == "D" and tokens[first].lower == "the"
