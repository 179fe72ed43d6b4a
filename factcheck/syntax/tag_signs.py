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


def does_unknown(tokens: Sequence[Token], at: int) -> bool:
    """ "$8.95 to incorporate the tax benefit": no noun stands between "to" and an article: a verb that nobody told us."""
    led = tokens[at - 1].lower == "to" and tokens[at].text.islower()
    return led and tokens[at + 1].lower in _ARTICLES and not tokens[at].lower.endswith(("ing", "ed", "s"))


_ARTICLES = frozenset(["the", "a", "an", "its", "our", "their", "his", "her"])


def led_by(tokens: Sequence[Token], tags: Sequence[str], word: str) -> bool:
    """True behind nouns that this preposition brings in, without an article: "under Basel III"."""
    for step in range(len(tags) - 1, -1, -1):
        if tags[step] != "N":
            return tags[step] == "P" and tokens[step].lower == word
    return False


def goes_on(tokens: Sequence[Token], raw: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """ "jumped 64 % to $7.31 setting records", "fell to $5 million missing forecasts": no "$7.31 setting"."""
    if list(tags[-2:]) != ["P", "Q"] or tokens[at - 2].lower not in ("to", "of", "by"):
        return False
    quantity = tokens[at - 1].quantity
    if quantity is None or not quantity.dimension.startswith(("money", "percent")):
        return False
    step = at + 1
    if step < len(raw) and raw[step][0] == "D":
        return True
    while step < len(raw) - 1 and raw[step] in ("A", "AN", "B"):
        step += 1
    plural = step < len(raw) and raw[step][0] == "N" and tokens[step].lower.endswith("s")
    return plural and not tokens[step].lower.endswith("ss")


_SHARES = frozenset(["percentage", "percent", "proportion", "share", "fraction", "multiple"])

LED = frozenset(
    ["due", "attributable", "relative", "as", "compared", "inclusive", "exclusive", "like", "net"]
)


def led_to(tokens: Sequence[Token], at: int, raw: Sequence[str]) -> str:
    """The code of a word that those behind it make another of, or "".

    "died due to the heat", "up 12 % relative to 2020", "costs as a percentage of sales came in at 12 %".
    """
    lower = tokens[at].lower
    if at + 2 >= len(tokens) or not at:
        return ""
    behind = [token.lower for token in tokens[at + 1 : at + 4]]
    if lower == "as":
        return "P" if behind[0] == "a" and behind[1] in _SHARES and behind[2:] == ["of"] else ""
    if lower == "like":
        return "W" if behind[0] == "to" and raw[-1] == "M" else ""  # "I'd like to point out"
    if lower == "compared":
        beside = behind[0] in ("with", "to") and raw[-1][0] in "NQTU"
        return "K" if beside else ""  # "cut costs by 22 % compared with 2023": no finite verb
    if lower in ("inclusive", "exclusive"):
        return "B" if behind[0] == "of" else ""  # "between 7 % and 10 % inclusive of the two we bought"
    if lower == "net":
        return (
            "P" if behind[0] == "of" and tokens[at - 1].text in ",(" else ""
        )  # "losses, net of reinsurance, were"
    if behind[0] != "to":
        return ""
    if lower == "relative":
        return "B" if raw[-1][0] in "NQUB." else ""
    if lower == "attributable":
        return "P" if raw[-1] == "Q" else ""  # "grew 8 % attributable to new shops"
    return "P" if raw[-1][0] in "EVNQ" else ""


def describes_figure(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """ "expanded an exceptional 190 basis points": between "a" and a figure, but not of "£4 a share 4 % higher"."""
    if at < 2 or tokens[at - 1].lower not in ("a", "an") or tags[-2] not in "VEFWGKBU":
        return False
    return not tokens[at].text[:1].isupper()


def moves_behind_aside(tokens: Sequence[Token], tags: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """ "Profit at Sundqvist, a maker of lifts, dropped by a fifth": what the subject did, behind what it is."""
    if at < 4 or tokens[at - 1].text != "," or not lexicon.does(lexicon.lemma(tokens[at].lower), "move"):
        return False
    opened = next((step for step in range(at - 2, 0, -1) if tokens[step].text == ","), 0)
    aside = opened > 0 and tags[opened + 1] in "DH" and all(tag in "NDAPHi" for tag in tags[:opened])
    return aside and not any(tag in "VFWZ" for tag in tags[opened:])


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


_UNDERGONE_WITH = frozenset(["for", "from", "in", "at", "last"])


def undergone(lower: str, tags: Sequence[str], tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "Marlin Rail, hit by a strike", "the rate, cut for a fourth year": a form that could be anything."""
    if not tags or tags[-1] != "." or tokens[at - 1].text != "," or at + 1 >= len(tokens):
        return False
    if not lexicon.is_verb(lower) or lower.endswith(("ing", "s")):
        return False
    behind = tokens[at + 1].lower
    return behind == "by" or (
        behind in _UNDERGONE_WITH and lexicon.code(lower)[-1] in "EK" and "W" in lexicon.code(lower)
    )


def ends_aside(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """True behind a name and what a form in -ed tells of it between two commas."""
    if at < 5 or tokens[at - 1].text != "," or not tokens[0].text[:1].isupper():
        return False
    opened = next((step for step in range(at - 2, 0, -1) if tokens[step].text == ","), 0)
    return opened > 0 and tags[opened + 1] == "E" and all(tag in "NDA" for tag in tags[:opened])


def opens_clause(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """ "of which 95 % involved cars", "and 16 % supported Okafor": the share before the form acts."""
    mention = tokens[at - 1].quantity
    return mention is not None and mention.dimension == "percent" and tags[-2] in "RCS"
