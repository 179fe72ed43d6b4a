"""Noun or verb: "the rise", "prices rise". By what stands beside the word, and by what the clause still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.tokens import Token

_BEFORE_NOUNS = "DHiAJ"  # what stands before a noun, never before a finite verb
_OPENS_OBJECT = "QTDHOUMn"  # what follows a verb more often than a noun
_UNDIVIDED = frozenset(["per", "share", "diluted", "basic", "common", "unit"])  # "earnings per share rise"
_BY_NOW = frozenset(
    ["now", "still", "currently", "already"]
)  # what stands before a verb, never before a noun
_TO_NOUN = ("of", "for", "from", "in")  # "due to demand for", but "to rise by"


def takes_clause(word: str, lexicon: Lexicon) -> bool:
    """After "said" and "expects" a clause with a verb of its own may follow."""
    lemma = lexicon.lemma(word)
    return lexicon.does(lemma, "say") or lexicon.does(lemma, "forecast")


def _names_the_source(tokens: Sequence[Token], tags: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """True for a verb of saying or foreseeing behind a capitalised name that opens behind a comma."""
    step = at - 1
    while step > 0 and tags[step] == "N" and tokens[step].text[:1].isupper():
        step -= 1
    named = step < at - 1
    if tags[step] == "D":
        step -= 1
    return step > 0 and tokens[step].text in ',”"' and named and takes_clause(tokens[at].lower, lexicon)


def noun_or_verb(
    tokens: Sequence[Token],
    raw: Sequence[str],
    tags: Sequence[str],
    at: int,
    last: int,
    verb: bool,
    before: str,
    behind: str,
    lexicon: Lexicon,
) -> str:
    code, form = raw[at], "W" if "W" in raw[at] else "F"
    listed = code[0] in "NA"
    follow = tokens[at + 1].lower if at < last else ""
    behind = _over_hedges(raw, at, behind)
    doing = "E" if "E" in code and form == "W" and before not in "MX" else form
    told = code == "W" and before in "T." and behind[0] in "NADH" and not verb
    if before in "MX" or (told and takes_clause(tokens[at].lower, lexicon)):
        return "W"  # "If rates hold, expect earnings to be"
    if (
        "A" in code
        and behind[:2] == "AE"
        and raw[at + 2 : at + 3] == ["N"]
        and raw[min(at + 3, last)][0] in "ZMV"
    ):
        return "A"  # "total reported revenue was up"
    if form == "F" and behind[0] in "MZYV" and before in "NA":
        return "N"  # "fossil fuels will": no two finite verbs in a row
    if before == "P" and tokens[at - 1].lower == "to" and form == "W":
        after_verb = at > 1 and tags[at - 2] in "VEFWGKAB"
        if listed and "A" in code and behind[0] in "NA" and not after_verb and _verb_later(raw, at + 1):
            return "A"  # "debt to total capitalisation was"
        return "N" if listed and not after_verb and (follow in _TO_NOUN or behind[0] in ".C") else "W"
    if form == "F" and before == "D" and tokens[at - 1].lower in ("this", "that") and behind[0] in "DHQ":
        return "F"  # "This takes the dividend to 5.77 pence"
    if form == "F" and at > 1 and tokens[at - 1].lower in _BY_NOW and tags[at - 2] not in "DHA":
        return "F"  # "Debt, which peaked in 2022, now stands at"
    if before in _BEFORE_NOUNS or before == "P" or behind[0] == "i":
        return "A" if code[0] == "A" and behind[0] in "NAQ" else "N"
    if "V" in code:
        return "V"
    if before in "ZY":
        if "K" in code:
            return "K"
        return "E" if "E" in code else "A" if code[0] == "A" else "N"
    if before == "O":
        return doing
    if before == "R" and (not listed or not any(code in behind for code in "VEFZMYX")):
        return doing  # "The company, which runs 22 ships": not "which prices show"
    if before == "Q":
        if code[0] == "A" and behind[0] == "P":
            return "A"  # "five points clear of the drop"
        counted = tokens[at - 1].quantity
        noun = counted is not None and counted.dimension.startswith("count:")
        if (
            noun
            and behind[0] == "."
            and ("V" in code or "E" in code)
            and lexicon.does(lexicon.lemma(tokens[at].lower), "say")
        ):
            return doing  # "…, its survey of 87 sites found."
        if form == "F" and not listed and not verb and not noun:
            return "F"  # "Revenue of $1.94 billion compares to $1.81 billion", "reflects 3 % growth", "remains unchanged"
        if "E" in code and (behind[0] in "PTB" or (behind[0] in "DH" and not verb and not noun)):
            return "E"  # "the record of 42.9 °C set in 2003", "a quake of magnitude 6.6 hit a remote part"
        goes_on = form == "W" and behind[0] == "P" and not verb and not _verb_later(raw, at + 1)
        goes_on = goes_on or (form == "W" and "E" in behind and not verb)  # "149,000 people remain evacuated"
        goes_on = (
            goes_on or behind[0] in _OPENS_OBJECT or follow in ("to", "that")
        )  # "2.6 million people live with"
        return doing if noun and not listed and goes_on else "N"
    if behind[0] == "." and before == "N" and _names_the_source(tokens, tags, at, lexicon):
        return form  # "…, IDC estimates."
    if follow == "of":
        return "N"
    object_behind = behind[0] in _OPENS_OBJECT or follow in ("to", "that")
    if (
        form == "F"
        and code[0] == "N"
        and behind[0] == "U"
        and before == "N"
        and not _goes_its_way(tokens[at], lexicon)
    ):
        return "N"  # "lithium prices up 6 %"
    if form == "F" and before == "N" and behind[0] == "N" and list(raw[at + 2 : at + 3]) == ["Q"]:
        return "N"  # "Q3 protection plans revenue $579 million"
    if before in "NT":
        if form == "F" and _foresees(tokens, at, lexicon):
            return "F"
        if listed and (_verb_later(raw, at + 1) or _takes_verb_over(tokens, tags, at)):
            return "N"
        if form == "W" and before == "N" and behind[0] in "VE" and _ends_there(raw, at + 1):
            return "N"  # "approvals for house purchase climbed to"
        if form == "F" and not verb and before == "N" and behind[0] in "NA" and _must_act(raw, tags, at):
            return "F"  # "Norland's central bank targets inflation of 2 % and"
        if verb and listed and before == "N" and behind[0] in "DH" and _opened(tokens, tags, at):
            return doing  # "hit a high as Corvel cut its forecast"
        if verb and listed:
            return doing if behind[0] in "QU" and form == "F" else "N"
        if object_behind:
            return doing if form == "F" or "E" in code or _many(tokens, tags, at, lexicon) else "N"
        if behind[0] in "PBCS." or behind[0] == "J":
            agrees = _many(tokens, tags, at, lexicon) == (form == "W")
            if not listed:
                return doing if ("E" in code or agrees) and (behind[0] != "." or not verb) else "N"
            return doing if agrees and before == "N" and behind[0] not in ".C" else "N"
        if "E" in code:
            return "N" if listed and verb else "E"
        if form == "W" and not listed and not verb and _many(tokens, tags, at, lexicon):
            return "W"  # "Financial risks include geopolitical tensions"
        return "N" if listed or form == "W" else doing
    if before in "VEFWGK":
        if form == "W" and lexicon.lemma(tokens[at - 1].lower) == "help" and behind[0] in "NDHAQWU":
            return "W"  # "which helped drive traffic growth"
        return "A" if code[0] == "A" and behind[0] in "NA" else "N"
    if before == "." and behind[0] in "QDH" and at and _has_no_verb(tokens, raw, tags, at):
        if form == "F":
            return "F"  # "The petition, signed by 212,000 people, needs 500,000 names"
        if behind[0] == "Q" and _many(tokens, tags, _first_comma(tokens), lexicon):
            return "W"  # "Earnings per share, excluding losses on sales, increase 78 % to $4.14"
    if before == "." and "E" in code and behind[0] in "DH" and at and not verb:
        return doing  # "Pension funds, the biggest holders, cut their stake"
    if before == "C" and form == "F" and follow == "at" and list(raw[at + 2 : at + 3]) == ["Q"]:
        return "F"  # "reached 8.7 % for the quarter and stands at 8.9 %"
    if listed or (before == "C" and not object_behind):
        return "A" if code[0] == "A" else "N"
    return doing if object_behind or (("E" in doing + code or form == "F") and behind[0] in "NA") else "N"


def _foresees(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "Ryanair projects traffic to grow": a name foresees what something is to do."""
    named = tokens[at - 1].text[:1].isupper() and lexicon.does(lexicon.lemma(tokens[at].lower), "forecast")
    ahead = [token.lower for token in tokens[at + 1 : at + 6]]
    return named and any(word == "to" and lexicon.code(after)[-1] == "W" for word, after in pairwise(ahead))


def _has_no_verb(tokens: Sequence[Token], raw: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """True behind the comma that ends an aside, where no verb came before and none follows."""
    aside = tokens[at - 1].text == "," and any(token.text == "," for token in tokens[: at - 1])
    return aside and not any(tag in "VFWZYXM" for tag in tags) and not _verb_later(raw, at + 1)


def _first_comma(tokens: Sequence[Token]) -> int:
    return next(at for at, token in enumerate(tokens) if token.text == ",")


def _ends_there(raw: Sequence[str], at: int) -> bool:
    """True for a past that says something of what stands before it, and describes no noun behind."""
    return at + 1 >= len(raw) or raw[at + 1][0] in "PQTB."


def _takes_verb_over(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """ "Wind turbines met 41 % of demand, gas plants 28 % and": a share right behind a phrase of the same list."""
    share = tokens[at + 1].quantity if at + 1 < len(tokens) else None
    if share is None or share.dimension != "percent" or at + 2 >= len(tokens):
        return False
    step = at - 1
    while step > 0 and tags[step] in "NA":
        step -= 1
    listed = tags[step] in ".C" and tokens[at + 2].lower in (",", ".", "and")
    return listed and any(
        token.quantity is not None and token.quantity.dimension == "percent" for token in tokens[:step]
    )


def _over_hedges(raw: Sequence[str], at: int, behind: str) -> str:
    """The code of the figure behind "about" and "more than", else what it was: "Norvane cut about 2,100 jobs"."""
    step = at + 1
    while step < len(raw) and raw[step] == "B":
        step += 1
    return raw[step] if behind == "B" and step < len(raw) and raw[step] == "Q" else behind


def _opened(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """True where "as", "after" or "before" and a capitalised name stand before."""
    step = at - 1
    while step > 0 and tags[step] == "N" and tokens[step].text[:1].isupper():
        step -= 1
    return step < at - 1 and tokens[step].lower in ("as", "after", "before", "since", "until")


def _goes_its_way(token: Token, lexicon: Lexicon) -> bool:
    """True for "climbs up", "ends up": a verb that a word of direction can stand with."""
    lemma = lexicon.lemma(token.lower)
    return any(lexicon.does(lemma, frame) for frame in ("move", "ends", "shift"))


def _must_act(raw: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """True where the sentence has "of" or a figure behind and no other word that can be the clause's verb."""
    end = next((step for step in range(at + 1, len(raw)) if raw[step][0] in ".CSR"), len(raw))
    clause = raw[at + 1 : end]
    return "Q" in clause and not any(one[0] in "VEZMYX" or "W" in one or "F" in one for one in clause)


def _verb_later(raw: Sequence[str], at: int) -> bool:
    """True where a clear verb follows before the clause ends: "penguin numbers at the colony dropped"."""
    before = ""
    for code, behind in zip(raw[at : at + 12], [*raw[at + 1 : at + 12], "."], strict=False):
        if code[0] in ".CSRO" or code == "i" or (code[0] == "D" and before == "N"):
            return False  # "cut the damages that jurors had wanted"
        if code[0] in "VEZMYX" or (code == "AE" and behind[0] in "PQ"):
            return True  # "the projects increased by"
        before = code[0]
    return False


def _many(tokens: Sequence[Token], tags: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """True behind a plural, which "rise" can follow as a verb: "prices rise", "police say", "earnings per share"."""
    step = at - 1
    while step >= 0 and tags[step] == "B":
        step -= 1
    for back in range(step, max(-1, step - 5), -1):
        word = tokens[back].lower
        if tags[back] not in "NP":
            break
        if lexicon.plural(word) or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return True
        if word not in _UNDIVIDED:
            break
    return _many_before(tokens, tags, step, lexicon)


def _many_before(tokens: Sequence[Token], tags: Sequence[str], step: int, lexicon: Lexicon) -> bool:
    """True for "Nurses at the trust earn": the phrase before the preposition is the plural."""
    while step > 0 and tags[step] in "NADHTJi":
        step -= 1
    if step < 1 or tags[step] != "P" or tags[step - 1] != "N":
        return False
    word = tokens[step - 1].lower
    return lexicon.plural(word) or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
