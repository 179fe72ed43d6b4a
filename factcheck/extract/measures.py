"""Units of measure after a number, and rates: "per", "a", "/"."""

from __future__ import annotations

from factcheck.extract.counts import read_counted, singular
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import DASHES, HYPHENS, MASKED, Tokens, match_phrase

INCHES = frozenset('"″”')
_LETTERS = 4  # what is longer and in capitals is a headline's word, and no abbreviation
_SQUARES = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}


def read_unit(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """(token after, canonical unit) of a unit of measure at ``at``, after an optional glued hyphen."""
    start = at
    at = tokens.next_word(at)
    words, low = tokens.words, tokens.low
    word = words[at]
    glued = tokens.ends[at - 1] == tokens.starts[at]
    if not glued and tokens.starts[at] - tokens.ends[at - 1] > 2:
        return None
    for rest, unit in lexicon.unit_phrases.get(low[at], ()):
        if not rest:
            titled = word[0].isupper() and (word[1:].islower() or (word.isupper() and len(word) > _LETTERS))
            if (at == start and low[at] == word) or at != start or titled:
                return _narrower(tokens, at, at + 1, unit, lexicon)
            continue
        if low[at + 1] != rest[0] and low[at + 1] not in HYPHENS:
            continue
        after = match_phrase(tokens, at + 1, rest)
        if after > 0:
            return after, unit
    if word in lexicon.symbols:
        unit = lexicon.symbols[word]
        if tokens.glued(at) and words[at + 1][:1].isalnum() and words[at + 1] not in _SQUARES:
            return None
        if word in lexicon.symbols_contextual and not _fits(tokens, at, word, glued, lexicon):
            return None
        return _powered(tokens, at, unit, lexicon)
    if glued and word in lexicon.symbols_glued:
        if tokens.glued(at) and (words[at + 1][:1].isalnum() or words[at + 1] in "-&"):
            return None
        return at + 1, lexicon.symbols_glued[word]
    if word in INCHES and low[at + 1] in lexicon.near["after_inches"]:
        return at + 1, "inch"  # 'a 65" screen'
    if not glued and word in lexicon.symbols_spaced and _spaced_symbol(tokens, at):
        return at + 1, lexicon.symbols_spaced[word]
    return None


def _spaced_symbol(tokens: Tokens, at: int) -> bool:
    following = tokens.words[at + 1]
    exponent = tokens.words[at + 2] == "1"  # "4e14 s-1"
    if tokens.glued(at) and (following[:1].isdecimal() or (following in HYPHENS and not exponent)):
        return False  # "25 A321neos", "80 A-320neo jets"
    if following[:1].isalpha():
        return tokens.words[at] in "Lltg" and following.islower()
    return not _initial(tokens, at)


def _initial(tokens: Tokens, at: int) -> bool:
    """True for a letter with a dot after it: an initial, not a unit; the dot may end the sentence, too."""
    return tokens.words[at + 1] == "." and tokens.words[at + 2][:1].islower()


def _narrower(tokens: Tokens, at: int, after: int, unit: str, lexicon: Lexicon) -> tuple[int, str] | None:
    """Check words that are units only in some places."""
    low = tokens.low
    if unit == "second" and low[at] == "second":
        return (
            None
            if tokens.words[at - 1] not in "-‐‑" and low[at - 1] not in ("one", "1", "a", "per")
            else (after, unit)
        )
    if unit == "foot" and low[at] == "foot" and low[after] in ("on", "in"):
        return None
    if (
        unit == "stone"
        and low[after].isalpha()
        and low[after] not in ("in", "and", "to", "of", "lighter", "heavier")
    ):
        return None
    if low[at] in ("yard", "cup", "bar", "cal", "night", "carat", "quart") and low[at] != unit:
        return None
    if unit == "cup" and low[at] == "cups" and low[after] == "final":
        return None
    if (
        unit == "degree"
        and low[after] in ("in", "from", "with")
        and low[after + 1].isalpha()
        and low[after + 1]
        not in (
            "the",
            "some",
            "a",
            "parts",
            "early",
            "late",
            "places",
        )
    ):
        return None
    return after, unit


def _fits(tokens: Tokens, at: int, word: str, glued: bool, lexicon: Lexicon) -> bool:
    """Whether a symbol that is also a word or a scale is a unit here."""
    words, low = tokens.words, tokens.low
    following = low[at + 1]
    if word == "in" and (following == MASKED or (following in HYPHENS and following)):
        return False
    if word == "in" and (glued or not following):
        return True
    if word == "in":
        return (not following.isalnum() and following not in "$€£'\"‘“(") or following in lexicon.near[
            "after_inches"
        ]
    if word in ("am", "pm"):
        # A clock has two digits behind its dot: "2.1 pm" and "2.123 pm" are lengths.
        tail = words[at - 1].partition(".")[2]
        return bool(tail) and len(tail) != 2
    if word in ("fm", "dam"):
        return not following.isalpha()
    if word in ("Ma", "Ga"):
        return following in ("ago", ")", ",", ".") or glued
    if word == "m":
        if _measures_length(tokens, at, lexicon):
            return True
        if not glued or following in lexicon.near["of_length"] or following in ("-", "²", "2", "3", "³", "/"):
            return True
        return not following.isalpha() or following in lexicon.near["metre_joiners"]
    if word in ("min", "mo", "ns", "ms", "mb", "kt", "mi", "hp", "ha", "h"):
        return not words[at].isupper() and (glued or not following.isalpha() or following not in ("jong",))
    if word == "MP":
        return glued or following in lexicon.near["after_megapixels"]
    if word == "pc":
        return glued and not (following.isalpha() and following.endswith("s"))
    if word == "mt":
        return glued or not words[at + 1][:1].isupper()
    return True


def _powered(tokens: Tokens, at: int, unit: str, lexicon: Lexicon) -> tuple[int, str]:
    """km2, m^3, km²: squares and cubes glued to a symbol of length."""
    after = at + 1
    spoken = {"squared": "square ", "cubed": "cubic "}.get(tokens.low[after], "")
    if spoken and spoken + unit in lexicon.unit_kinds:
        return after + 1, spoken + unit
    if tokens.glued(at):
        mark = after + (tokens.words[after] == "^")
        power = _SQUARES.get(tokens.words[mark])
        if power and power + unit in lexicon.unit_kinds:
            return mark + 1, power + unit
    return after, unit


def read_rate(tokens: Tokens, at: int, lexicon: Lexicon, money: bool) -> tuple[int, str] | None:
    """(token after, denominator) of "per barrel", "a share", "/MWh", "per 100,000 people", "an hour", "-a-share"."""
    start = tokens.next_word(at)
    low, words = tokens.low, tokens.words
    word = low[start]
    if word in ("a", "an", "each") and start + 1 < tokens.count:
        if tokens.new_line_after(start):
            return None
        noun = tokens.next_word(start + 1)
        noun = (_kind_of_share(tokens, noun, lexicon) or noun) if money else noun
        name = low[noun]
        if name not in lexicon.rate_nouns or name in ("square", "cubic", "troy"):
            long = read_unit(tokens, start + 1, lexicon) if money else None
            alone = words[noun] in lexicon.symbols and words[noun] not in lexicon.symbols_contextual  # "a kg"
            return long if long and (long[0] > noun + 1 or (alone and len(name) > 1)) else None
        if not money and name not in lexicon.near["count_rates"]:
            return None
        after = low[noun + 1]
        if name in lexicon.period_nouns and (
            (
                after in lexicon.near["no_rate"]
                and not (after == "before" and low[noun + 2] in lexicon.near["deducted"])
            )
            or (after == "on" and name in lexicon.near["year_on"])
        ):
            return None
        longer = read_unit(tokens, start + 1, lexicon) if money and after in ("-", "hour") else None
        if longer is not None and longer[0] > noun + 1:
            return longer  # "28.40 euros a megawatt-hour"
        return noun + 1, _denominator(tokens, noun, noun + 1, lexicon)
    if word == "/" and tokens.glued(start) and words[start + 1].isdecimal():
        return _per_many(tokens, start + 1, lexicon)  # "15 kWh/100 km"
    if word == "/" and tokens.glued(start) and words[start + 1][:1].isalpha():
        found = read_unit(tokens, start + 1, lexicon)
        if found:
            return found
        if words[start + 1] == "s" and words[start + 2] in ("2", "²") and tokens.glued(start + 1):
            return start + 3, "square second"
        if low[start + 1] in lexicon.rate_nouns:
            return start + 2, _denominator(tokens, start + 1, start + 2, lexicon)
        return None
    if word != "per" or tokens.new_line_after(start):
        return None
    noun = tokens.next_word(start + 1)
    if not words[noun][:1].isdecimal():
        found = read_unit(tokens, noun, lexicon)
        if found:
            return found
    if words[noun][:1].isdecimal() or low[noun] in ("hundred", "thousand", "million"):
        return _per_sized(tokens, noun, lexicon) or _per_many(tokens, noun, lexicon)
    if low[noun] in ("cent", "capita", "se"):
        return (noun + 1, "person") if low[noun] == "capita" and money else None
    noun = _kind_of_share(tokens, noun, lexicon) or noun
    described = low[noun] not in lexicon.rate_nouns and low[noun + 1] in lexicon.rate_nouns
    described = described and low[noun].isalpha() and low[noun] not in lexicon.noun_stops
    if described and not tokens.new_line_after(noun):
        return noun + 2, f"{words[noun]} {_denominator(tokens, noun + 1, noun + 2, lexicon)}"
    if low[noun] in lexicon.rate_nouns:
        return noun + 1, _denominator(tokens, noun, noun + 1, lexicon)
    if words[noun].isalpha() and low[noun] not in lexicon.noun_stops and low[noun] != "\0":
        if low[noun].endswith("ed") and words[noun + 1].islower() and low[noun + 1] not in lexicon.noun_stops:
            return noun + 2, f"{words[noun]} {singular(words[noun + 1], lexicon)}"
        return noun + 1, singular(words[noun], lexicon)
    return None


def _kind_of_share(tokens: Tokens, at: int, lexicon: Lexicon) -> int | None:
    """The "share" of "diluted share", "fully diluted Class A common share", "basic and diluted share"."""
    low, kinds = tokens.low, lexicon.near["kinds_of_share"]
    end = at
    while low[end] in kinds and not tokens.new_line_after(end):
        end = tokens.next_word(end + 1)
        letter = tokens.words[end]
        if low[end] == "and" or (len(letter) == 1 and letter.isupper() and low[end - 1] == "class"):
            end += 1
    return end if end > at and low[end] in lexicon.rate_nouns else None


def _denominator(tokens: Tokens, at: int, after: int, lexicon: Lexicon) -> str:
    for rest, unit in lexicon.unit_phrases.get(tokens.low[at], ()):
        if not rest:
            return str(unit)
    return tokens.low[at]


def _per_sized(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """ "per 40-foot container": what is counted has its size in its name."""
    unit = tokens.next_word(at + 1)
    if unit == at + 1 or not tokens.words[unit].islower() or not tokens.words[unit + 1].islower():
        return None
    if tokens.low[unit + 1] in lexicon.noun_stops or tokens.new_line_after(unit):
        return None
    return unit + 2, f"{tokens.words[at]}-{tokens.words[unit]} {singular(tokens.words[unit + 1], lexicon)}"


def _per_many(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """ "per 100,000 people", "per million inhabitants", "per 100 kilometres"."""
    amount = tokens.words[at]
    after = at + 1
    if not amount[:1].isdecimal():
        amount = f"{lexicon.scales[tokens.low[at]]:,}"
    elif tokens.low[after] in ("thousand", "million"):
        digits = amount.replace(",", "")
        if not digits.isdecimal() or len(digits) > 6:
            return None
        amount = f"{int(digits) * lexicon.scales[tokens.low[after]]:,}"
        after += 1
    found = read_unit(tokens, after, lexicon)
    if found:
        return found[0], f"{amount} {found[1]}"
    if not amount.replace(",", "").isdecimal():
        return None
    counted = read_counted(tokens, after, lexicon)
    if counted is None:
        return (after, amount) if amount.endswith("00") else None  # "4.2 per 1,000"
    _, end, noun = counted
    return end, f"{amount} {'people' if noun == 'people' else noun}"


def _measures_length(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "her draught of 13.2m left": what stands before the number says that the m at token ``at`` is a length."""
    return not lexicon.near["before_length"].isdisjoint((tokens.low[at - 2], tokens.low[at - 3]))


def _second_m(tokens: Tokens, at: int) -> int:
    """The m of the second number in "1.2m to 1.5m", "1.2m-1.5m"; 0 where there is none."""
    joiner = tokens.low[at + 1]
    joined = joiner in ("to", "and", "or") or (joiner in DASHES and joiner != "")
    second = at + 3
    if (
        joined
        and tokens.words[second] == "m"
        and tokens.words[at + 2][:1].isdecimal()
        and tokens.glued(at + 2)
    ):
        return second
    return 0


def m_is_million(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a glued lower-case m stands for million: "2.7m users" is a count, "a 48m tower" a length.

    Of the first of two it is what it is of the second: "1.2m to 1.5m people".
    """
    at = _second_m(tokens, at) or at
    following = tokens.low[at + 1]
    if (
        following in lexicon.near["of_length"]
        or not following.isalpha()
        or _measures_length(tokens, at, lexicon)
    ):
        return False
    return following not in lexicon.near["metre_joiners"] or _counts_millions(tokens, at, lexicon)


def _counts_millions(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "the waiting list fell from 7.7m in May to 7.6m in June": what was spoken of is counted, not measured."""
    low = tokens.low
    many = lexicon.near["in_millions"]
    for here in range(at - 2, max(at - 15, -1), -1):
        if low[here] in (".", ";", ":") and not tokens.glued(here):
            return False
        if low[here] in many:
            return True
    return False
