"""One code letter for each token: what a word is here, among all that it can be. Read from left to right, once.

Only what later steps need is decided: noun or verb, describing or doing. Whether "reported" is a past or a participle
is left open (ED); the clause around it will tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.tokens import PERIOD, QUANTITY, WORD, Token

_BEFORE_NOUNS = "DHiAJ"  # what stands before a noun, never before a finite verb
_OPENS_OBJECT = "QTDHOUMn"  # what follows a verb more often than a noun
_NOUNISH = "NAQ"
_FINITE = "VWFMZYX"
_POINTING = frozenset(["that", "this", "here", "there", "what", "where", "who", "how"])
_NOMINATIVE = frozenset(["we", "he", "she", "they", "i"])
_UNDIVIDED = frozenset(["per", "share", "diluted", "basic", "common", "unit"])  # "earnings per share rise"
_CONTRACTED = {"ve": "Y", "re": "Z", "ll": "M", "d": "M", "m": "Z", "t": "n"}  # "we've", "they'd", "didn't"
_TO_NOUN = ("of", "for", "from", "in")  # "due to demand for", but "to rise by"


def read_tags(tokens: Sequence[Token], lexicon: Lexicon, solid: Mapping[int, str]) -> list[str]:
    """The codes of a sentence's tokens. ``solid`` fixes some: names and metrics are nouns, "year on year" is "J"."""
    raw = _raw(tokens, lexicon, solid)
    tags: list[str] = []
    verb = False
    last = len(tokens) - 1
    for at, code in enumerate(raw):
        if len(code) == 1 and code in ".QTNPOVKMZYXnRJi":
            tag = code
        else:
            tag = _decide(tokens, raw, tags, at, last, verb, lexicon)
        if tag in _FINITE or (tag == "E" and not verb):
            verb = not _takes_clause(tokens[at].lower, lexicon)
        elif tag in "SRC" or (tag == "." and tokens[at].text in ';:,—–()“”"'):
            verb = False
        tags.append(tag)
    return tags


def _takes_clause(word: str, lexicon: Lexicon) -> bool:
    """After "said" and "expects" a clause with a verb of its own may follow."""
    lemma = lexicon.lemma(word)
    return lexicon.does(lemma, "say") or lexicon.does(lemma, "forecast")


def _raw(tokens: Sequence[Token], lexicon: Lexicon, solid: Mapping[int, str]) -> list[str]:
    raw: list[str] = []
    code = lexicon.code
    hedged = _hedged(tokens)
    for at, token in enumerate(tokens):
        kind = token.kind
        if at in hedged:
            raw.append("B")
        elif at in solid:
            raw.append(solid[at])
        elif kind == WORD:
            lower = token.lower
            if lower == "'s":
                pointing = at > 0 and tokens[at - 1].lower in _POINTING  # "that's up 4 %"
                raw.append("Z" if pointing or (raw and raw[-1] == "O") else "i")
                continue
            if lower in _CONTRACTED and at and not token.spaced and tokens[at - 1].text in "'’":
                raw[-1] = "B"
                raw.append(_CONTRACTED[lower])
                continue
            found = code(lower)
            if not token.spaced and at and _hyphened(tokens, at):
                before = raw[-1]
                if at - 1 in solid:
                    found = "A" if found[-1] in "EGKA" else "N"
                else:
                    found = raw[-1] = "A" if found[-1] in "EGKAB" or before[0] in "PBDUHC" else "N"
            elif token.text[0].isupper() and at and len(found) > 1 and tokens[at - 1].text not in '.:“"':
                found = "N" if "N" in found else found
            raw.append(found)
        elif kind == QUANTITY:
            found = code(token.text.lower())
            raw.append(found if found[-1] in "EWFG" and _is_multiple(token) else "Q")  # "doubled"
        elif kind == PERIOD:
            raw.append("T")
        elif token.text in "’'" and at and not token.spaced and tokens[at - 1].lower.endswith("s"):
            raw.append("i")  # "workers' strike"; a closing quotation mark is put right where no noun follows
        else:
            raw.append(".")
    return raw


def _is_multiple(token: Token) -> bool:
    return token.quantity is not None and token.quantity.kind == "multiple"


def _hedged(tokens: Sequence[Token]) -> set[int]:
    """The tokens of "more than", "about", "nearly" around the figures."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        hedge = token.quantity.hedge if token.quantity is not None else None
        if hedge is None:
            continue
        for step in (-1, 1):
            look = at + step
            while (
                0 <= look < len(tokens)
                and hedge.start <= tokens[look].start
                and tokens[look].end <= hedge.end
            ):
                found.add(look)
                look += step
    return found


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    """True for the second part of "year-end": the tokeniser drops the hyphen between."""
    before = tokens[at - 1]
    return before.kind == WORD and tokens[at].start == before.end + 1


def _decide(
    tokens: Sequence[Token],
    raw: Sequence[str],
    tags: Sequence[str],
    at: int,
    last: int,
    verb: bool,
    lexicon: Lexicon,
) -> str:
    code = raw[at]
    before = _before(tags)
    behind = raw[at + 1] if at < last else "."
    first = code[0]
    lower = tokens[at].lower
    if lower == "that":
        return _that(tokens, raw, tags, at, last, lexicon)
    if first == "D" or first == "H" or first == "S" or first == "C":
        return first
    if first == "U":
        return _direction(before, behind)
    if first == "B":
        return "A" if before in "DHi" and behind[0] in "NA" else "B"
    if "E" in code or "G" in code:
        opening = all(tag in "TPDHJB" for tag in tags)
        tag = _participle(code, before, behind, verb, opening)
        if tag or not ("W" in code or "N" in code):
            return tag or ("E" if "E" in code else "G")
        if "G" in code:
            object_at = at + 1
            while object_at < last and raw[object_at] == "B":
                object_at += 1
            acts = raw[min(object_at, last)][0] in "QDH" or (
                behind[0] == "O" and tokens[at + 1].lower not in _NOMINATIVE
            )
            return "G" if acts and before in "NO." else "N"
    if "W" in code or "F" in code:
        return _noun_or_verb(tokens, raw, tags, at, last, verb, before, behind, lexicon)
    if code == "AN":
        return "A" if behind[0] in "NA" or before == "Z" else "N"  # "a budget proposal", "was robust"
    return first


def _before(tags: Sequence[str]) -> str:
    """The code before, over adverbs; "." at the start."""
    for tag in reversed(tags):
        if tag not in "Bn":
            return tag
    return "."


def _that(
    tokens: Sequence[Token], raw: Sequence[str], tags: Sequence[str], at: int, last: int, lexicon: Lexicon
) -> str:
    """that: a relative after a noun, a subordinator after "said", else a determiner or a pronoun."""
    before = tags[-1] if tags else "."
    behind = raw[at + 1] if at < last else "."
    if behind[0] in "ZMYXVn.":
        return "R" if before in "NQ" else "O"
    if before in "VEFWGK" and lexicon.does(lexicon.lemma(tokens[at - 1].lower), "say"):
        return "S"
    if before in "VEFWGKA":
        return "S" if behind[0] in "DONQHT" else "D"
    if before == "Q" or (before == "N" and behind[0] in "EFW"):
        return "R"
    if before == "N" and behind[0] in "DOH":
        return "S"
    return "D"


def _direction(before: str, behind: str) -> str:
    """ "up 14 %", "was higher" say which way; "higher prices", "a flat" do not."""
    if before in "DHiAP":
        return "A" if behind[0] in "NA" else "N"
    return "A" if behind[0] in "NA" and before not in "ZN" else "U"


def _participle(code: str, before: str, behind: str, verb: bool, opening: bool) -> str:
    """The code of a form in -ed or -ing where its neighbours tell; "" where they do not."""
    verbal = "E" if "E" in code else "G"
    if before in "ZY":
        return verbal
    if before in "DHiAJ" and behind[0] in (_NOUNISH if before != "J" else "NA"):
        return "A"  # but "earnings from continuing operations increased $0.17"
    if before == "Q" and behind[0] in "NA" and (verbal == "E" or code[0] == "A"):
        return "A"
    if before in "DHi":
        return "A" if verbal == "E" else "N"
    if verbal == "E" and opening and behind[0] in "NA":
        return "A"  # "Q2 refrigerated foods volume"
    if code[0] == "A" and behind[0] in "NA" and (verb or before not in "NO"):
        return "A"
    return ""


def _names_the_source(tokens: Sequence[Token], tags: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """True for a verb of saying or foreseeing behind a capitalised name that opens behind a comma."""
    step = at - 1
    while step > 0 and tags[step] == "N" and tokens[step].text[:1].isupper():
        step -= 1
    return (
        step > 0 and tokens[step].text == "," and step < at - 1 and _takes_clause(tokens[at].lower, lexicon)
    )


def _noun_or_verb(
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
    doing = "E" if "E" in code and form == "W" and before not in "MX" else form
    if before in "MX":
        return "W"
    if before == "P" and tokens[at - 1].lower == "to" and form == "W":
        after_verb = at > 1 and tags[at - 2] in "VEFWGKAB"
        return "N" if listed and not after_verb and (follow in _TO_NOUN or behind[0] in ".C") else "W"
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
    if before == "Q":
        counted = tokens[at - 1].quantity
        noun = counted is not None and counted.quantity.dimension.startswith("count:")
        if "E" in code and behind[0] in "PTB":
            return "E"  # "the record of 42.9 °C set in 2003"
        return doing if noun and not listed and (behind[0] in _OPENS_OBJECT or follow == "to") else "N"
    if behind[0] == "." and before == "N" and _names_the_source(tokens, tags, at, lexicon):
        return form  # "…, IDC estimates."
    if follow == "of":
        return "N"
    object_behind = behind[0] in _OPENS_OBJECT or follow in ("to", "that")
    if before in "NT":
        if listed and _verb_later(raw, at + 1):
            return "N"
        if verb and listed:
            return doing if behind[0] in "QU" and form == "F" else "N"
        if object_behind:
            return doing if form == "F" or "E" in code or _many(tokens, tags, at, lexicon) else "N"
        if behind[0] == "." and before == "N" and form == "F" and _ends_speech(tokens, at, lexicon):
            return "F"
        if behind[0] in "PBCS." or behind[0] == "J":
            agrees = _many(tokens, tags, at, lexicon) == (form == "W")
            if not listed:
                return doing if ("E" in code or agrees) and (behind[0] != "." or not verb) else "N"
            return doing if agrees and before == "N" and behind[0] not in ".C" else "N"
        if "E" in code:
            return "N" if listed and verb else "E"
        return "N" if listed or form == "W" else doing
    if before in "VEFWGK":
        return "A" if code[0] == "A" and behind[0] in "NA" else "N"
    if listed or (before == "C" and not object_behind):
        return "A" if code[0] == "A" else "N"
    return doing if object_behind or (("E" in doing + code or form == "F") and behind[0] in "NA") else "N"


def _verb_later(raw: Sequence[str], at: int) -> bool:
    """True where a clear verb follows before the clause ends: "penguin numbers at the colony dropped"."""
    for code in raw[at : at + 12]:
        if code[0] in ".CSR" or code == "i":
            return False
        if code[0] in "VEZMYX":
            return True
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


def _ends_speech(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "…, IDC estimates.": a name and a verb of saying or expecting close the sentence."""
    before = at - 1
    while before > 0 and tokens[before - 1].kind == WORD and tokens[before].text[:1].isupper():
        before -= 1
    if not tokens[at - 1].text[:1].isupper() or tokens[before].text not in ',”"':
        return False
    lemma = lexicon.lemma(tokens[at].lower)
    return lexicon.does(lemma, "say") or lexicon.does(lemma, "forecast")
