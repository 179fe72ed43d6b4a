"""One code letter for each token: what a word is here, among all that it can be. Read from left to right, once.

Only what later steps need is decided: noun or verb, describing or doing. Whether "reported" is a past or a participle
is left open (ED); the clause around it will tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.noun_or_verb import noun_or_verb, takes_clause
from factcheck.syntax.tag_signs import (
    LED,
    describes_figure,
    does_unknown,
    ends_aside,
    ends_phrase,
    foreseen_by,
    goes_on,
    led_by,
    led_to,
    measures_ahead,
    moves_behind_aside,
    opens_clause,
    stands_alone,
    undergone,
)
from factcheck.syntax.tokens import PERIOD, QUANTITY, WORD, Token, hyphened

_NOUNISH = "NAQ"
_SETTLED = frozenset(".QTNPOVKMZYXnRJi")  # codes of words that can be nothing else
_FINITE = "VWFMZYX"
_POINTING = frozenset(["that", "this", "here", "there", "what", "where", "who", "how"])
_TOLD = frozenset(  # what is said or thought, behind which "that" opens it
    [
        "prediction",
        "forecast",
        "claim",
        "fact",
        "belief",
        "view",
        "expectation",
        "news",
        "hope",
        "fear",
        "warning",
        "estimate",
    ]
)
_BRINGS_IN = frozenset(["in", "of", "for", "with", "from", "against", "among", "by"])
_HOW_OFTEN = frozenset(["quarterly", "monthly", "weekly", "daily"])
_THIS = frozenset(["this", "that"])
_NOMINATIVE = frozenset(["we", "he", "she", "they", "i"])
_CONTRACTED = {"ve": "Y", "re": "Z", "ll": "M", "d": "M", "m": "Z", "t": "n"}  # "we've", "they'd", "didn't"


def read_tags(tokens: Sequence[Token], lexicon: Lexicon, solid: Mapping[int, str]) -> list[str]:
    """The codes of a sentence's tokens. ``solid`` fixes some: names and metrics are nouns, "year on year" is "J"."""
    raw = _raw(tokens, lexicon, solid)
    tags: list[str] = []
    verb = False
    last, foreseers = len(tokens) - 1, lexicon.foreseers
    for at, code in enumerate(raw):
        if code == "N" and tokens[at].lower in foreseers and foreseen_by(tokens, raw, tags, at, lexicon):
            tag = "R"
        elif code == "O" and tags[-1:] == ["Q"] and tokens[at].lower == "others":
            tag = "N"  # "40 others were wounded"
        elif code in ("N", "AN") and at < last and raw[at + 1] == "Q" and describes_figure(tokens, tags, at):
            tag = "A"
        elif code == "N" and tags[-2:] == ["Q", "P"] and at < last and does_unknown(tokens, at):
            tag = "W"
        else:
            tag = code if code in _SETTLED else _decide(tokens, raw, tags, at, last, verb, lexicon)
        if tag in _FINITE or (tag == "E" and not verb):
            verb = not takes_clause(tokens[at].lower, lexicon)
        elif tag in "SRC" or (tag == "." and tokens[at].text in ';:,—–()“”"'):
            verb = False
        tags.append(tag)
    return tags


def _raw(tokens: Sequence[Token], lexicon: Lexicon, solid: Mapping[int, str]) -> list[str]:
    raw: list[str] = []
    code = lexicon.code
    hedged = _hedged(tokens)
    titled: bool | None = None
    for at, token in enumerate(tokens):
        kind = token.kind
        if hedged and at in hedged and not _reaches(tokens, at, lexicon):
            raw.append("B")
        elif at in solid:
            raw.append(solid[at])
        elif kind == WORD:
            lower = token.lower
            if lower == "'s":
                pointing = at > 0 and tokens[at - 1].lower in _POINTING  # "that's up 4 %"
                is_verb = pointing or (raw and raw[-1] == "O")
                raw.append("Z" if is_verb else "O" if stands_alone(tokens, at, lexicon) else "i")
                continue
            if lower in _CONTRACTED and at and not token.spaced and tokens[at - 1].text in "'’":
                raw[-1] = "B"
                raw.append(_CONTRACTED[lower])
                continue
            found = (led_to(tokens, at, raw) if lower in LED else "") or code(lower)
            if found == "O" and lower.endswith(("self", "selves")) and raw and raw[-1] in "YZM":
                found = "B"  # "has himself given"
            if at and hyphened(tokens, at):
                before = raw[-1]
                if at - 1 in solid:
                    found = "A" if found[-1] in "EGKA" else "N"
                elif before[0] == "D" and found == "N" and ends_phrase(tokens, at, lexicon):
                    found = raw[-1] = "N"  # "trailing 14-3 at half-time,"
                else:
                    found = raw[-1] = "A" if found[-1] in "EGKAB" or before[0] in "PBDUHC" else "N"
            elif len(found) > 1 and at and token.text[0].isupper() and tokens[at - 1].text not in '.:“"':
                titled = _is_title_case(tokens) if titled is None else titled
                found = "N" if "N" in found and not titled else found
            raw.append(found)
        elif kind == QUANTITY:
            found = code(token.text.lower())
            raw.append(found if found[-1] in "EWFG" and _is_multiple(token) else "Q")  # "doubled"
        elif kind == PERIOD:
            raw.append("T")
        elif token.text in "’'" and at and not token.spaced and tokens[at - 1].lower.endswith("s"):
            raw.append("i")  # "workers' strike"; a closing quotation mark is put right where no noun follows
        elif token.text == "%" and at + 1 < len(tokens) and tokens[at + 1].kind == WORD:
            raw.append("A")  # "sees total revenue % change"
        else:
            raw.append(".")
    return raw


def _reaches(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "Gold topped $4,200": a verb, though it says "more than" as well."""
    lower = tokens[at].lower
    if lower == "close" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
        return False
    finite = lexicon.is_verb(lower) and not lower.endswith("ing")
    return finite and lexicon.does(lexicon.lemma(lower), "measure")


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """True where capitals tell nothing: "Cloud Unit Sparks 19% Stock Surge and Strategic Reassessment"."""
    longer = [token.text for token in tokens if token.kind == WORD and len(token.text) > 3]
    return len(longer) > 3 and sum([word[0].isupper() for word in longer]) * 5 >= len(longer) * 4


def _is_multiple(token: Token) -> bool:
    return token.quantity is not None and token.quantity.kind == "multiple"


def _hedged(tokens: Sequence[Token]) -> set[int]:
    """The tokens of "more than", "about", "nearly" around the figures."""
    found: set[int] = set()
    for at in [at for at, token in enumerate(tokens) if token.kind == QUANTITY]:
        mention = tokens[at].quantity
        hedge = mention.hedge if mention is not None else None
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
    if (lower == "last" and before == "Z") or (lower == "likely" and before == "M"):
        return "B"  # "was last up 2.8 %", "will likely range between"
    if lower == "last" and before in "NQ" and behind[0] == "N" and not tokens[at + 1].lower.endswith("s"):
        return "D"  # "14 goals last season", not "batteries last hours"
    if lower in ("a", "b", "c") and at and tokens[at - 1].lower == "class":
        return "N"  # "class A common stock"
    if lower == "positive" and behind[0] == "Q":
        return "B"  # "comparable sales of positive 5.5 %"
    if lower == "that":
        return _that(tokens, raw, tags, at, last, lexicon)
    if before == "M" and lower in ("all", "both", "each") and "W" in behind:
        return "B"  # "this should all lead to"
    if first == "D" and before in "NQ" and lower in ("all", "both", "each") and behind[0] in "VEZYM":
        return "B"  # "Domestic producers all posted"
    if first == "D" or first == "H" or first == "S" or first == "C":
        return first
    if first == "U":
        if lower in ("up", "down") and behind[0] == "Q" and before == "P":
            return "U"  # "in the range of down 2 % to up 1 %"
        pushed = before in "VEFWKG" and lexicon.does(lexicon.lemma(tokens[at - 1].lower), "shift")
        return "U" if pushed and lower in ("up", "down") else _direction(before, behind)  # "pushed up costs"
    if first == "B":
        inside = before in "DHi" or (
            before == "N" and lower in _HOW_OFTEN
        )  # "Building Services quarterly revenue"
        return "A" if inside and behind[0] in "NA" else "B"
    unknown = code == "E" and before == "N" and behind[0] == "N" and not lexicon.is_verb(lower)
    if unknown and led_by(tokens, tags, "under"):
        return "A"  # "the ratio under Basel III standardized approach"
    if lower == "used" and before not in "ON" and at < last and tokens[at + 1].lower in lexicon.goods_by_age:
        return "A"  # "used vehicle revenue"
    if "N" in code and behind == "F" and before in "NADHTJ":
        return "N"  # "Our revenue forecast remains": no two finite verbs in a row
    if "E" in code and not verb and moves_behind_aside(tokens, tags, at, lexicon):
        return "V"
    if undergone(lower, tags, tokens, at, lexicon):
        return "E"
    if "G" in code and before == "P" and behind[0] == "N" and list(tags[-2:-1]) == ["Q"]:
        return "A"  # "made up 28 % of heating sales"
    if "G" in code and "N" in code and before in "NQ" and measures_ahead(tokens, raw, at, lexicon):
        return "G"
    if code[0] != "A" and "G" in code and before == "Q" and verb and goes_on(tokens, raw, tags, at):
        return "G"
    if "G" in code and behind[0] == "N" and before in ".TPCVEF" and not lexicon.is_verb(lower):
        return "N"  # "shipbuilding revenue": no verb that anybody told us
    if "E" in code or "G" in code:
        opening = all(tag in "TPDHJB" for tag in tags)
        opening = opening and not (
            behind[0] == "A" and at + 2 <= last and raw[at + 2] == "P"
        )  # "Found guilty of"
        ends_phrase = (
            at > 1
            and tags[-1] == "Q"
            and (tags[-2] == "P" or opens_clause(tokens, tags, at) or tags[-3:-1] == ["P", "N"])
        )
        brought_in = bool(tags) and tags[-1] == "P" and tokens[at - 1].lower in _BRINGS_IN
        if before == "D" and "E" in code and tokens[at - 1].lower in _THIS and behind[0] in "PBUQDHO":
            return "V"  # "All of this led to"
        if lower == "said" and before == "i" and behind[0] in "DHOS":
            return "E"  # "Farrow's said its loss narrowed": the name of a firm
        if "E" in code and not verb and behind[0] in "NADHQ" and ends_aside(tokens, tags, at):
            return "E"  # "Altura, based in Denver, reported revenue of"
        tag = _participle(code, before, behind, verb, opening, ends_phrase, brought_in)
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
    if "F" in code and before == "D" and tokens[at - 1].lower == "this" and behind[0] in "PBQDHO":
        return "F"  # "All this translates to": no plural stands behind "this"
    if "W" in code or "F" in code:
        return noun_or_verb(tokens, raw, tags, at, last, verb, before, behind, lexicon)
    if code == "AN":
        paired = behind[0] == "C" and [one[0] for one in raw[at + 2 : at + 4]] == ["A", "N"]
        if paired and before in "DHQ":
            return "A"  # "100,000 current and former cashiers"
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
    if before == "B" and behind[0] in "DOHQ" and _before(tags) in "VEFWGK":
        return "S"  # "reported recently that its exhibit drew"
    if behind[0] == "P" and before in "SC." and tokens[at + 1].lower in ("of", "in", "at", "for"):
        return "O"  # "while that of Marlow Dairy shrank"
    if behind[0] in "ZMYXVn.":
        return "R" if before in "NQ" else "O"
    if before in "VEFWGK" and lexicon.does(lexicon.lemma(tokens[at - 1].lower), "say"):
        return "S"
    if before in "VEFWGKA":
        return "S" if behind[0] in "DONQHT" else "D"
    if before == "Z" and behind[0] in "NA" and _plural_follows(tokens, raw, at + 1):
        return "S"  # "The forecast is that yields will hit"
    if before == "Q" or (before == "N" and behind[0] in "EFW"):
        return "R"
    if before == "N" and at + 2 <= last and raw[at + 2] == "Q" and set("VEFW") & set(behind):
        return "R"  # "a flat that cost £210,000"
    if before == "N" and (behind[0] in "DOH" or tokens[at - 1].lower in _TOLD):
        return "S"
    if before in "C." and behind[0] == "F":
        return "O"  # "…, and that compares with"
    return "D"


def _plural_follows(tokens: Sequence[Token], raw: Sequence[str], at: int) -> bool:
    """True where the phrase at a token ends in a plural, which "that" cannot point at."""
    while at + 1 < len(raw) and raw[at + 1][0] == "N":
        at += 1
    return tokens[at].lower.endswith("s") and not tokens[at].lower.endswith(("ss", "us"))


def _direction(before: str, behind: str) -> str:
    """ "up 14 %", "was higher" say which way; "higher prices", "a flat" do not."""
    if before in "DHiAP":
        return "A" if behind[0] in "NA" else "N"
    return "A" if behind[0] in "NA" and before not in "ZN" else "U"


def _participle(
    code: str, before: str, behind: str, verb: bool, opening: bool, ends_phrase: bool, brought_in: bool
) -> str:
    """The code of a form in -ed or -ing where its neighbours tell; "" where they do not.

    ``opening`` is true where nothing but small words stands before, ``ends_phrase`` behind "of $5m", ``brought_in``
    right behind a preposition that only a noun phrase can follow.
    """
    verbal = "E" if "E" in code else "G"
    if before == "Z" and code[0] == "A" and behind[0] == "N":
        return "A"  # "our expectations are reported revenue growth of"
    if before in "ZY":
        return verbal
    if before in "DHiAJ" and behind[0] in (_NOUNISH if before != "J" else "NA"):
        return "A"  # but "earnings from continuing operations increased $0.17"
    if before == "Q" and behind[0] in "NA" and (verbal == "E" or code[0] == "A"):
        return (
            verbal if verbal == "E" and not verb and ends_phrase else "A"
        )  # "revenue of $2.14B topped forecasts"
    if before in "DHi":
        return "A" if verbal == "E" else "N"
    if verbal == "E" and before == "P" and behind[0] in "NAFW" and brought_in:
        return "A"  # "$14 million in unfunded requests"
    if verbal == "E" and opening and behind[0] in "NA":
        return "A"  # "Q2 refrigerated foods volume"
    if code[0] == "A" and behind[0] in "NA" and (verb or before not in "NO"):
        return "A"
    return ""
