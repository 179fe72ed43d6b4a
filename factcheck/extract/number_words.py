"""Numbers in words: cardinals, fractions, "half a million", "two and a half", "one in five"."""

from __future__ import annotations

from factcheck.extract.numerals import Numeral
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import HYPHENS, Tokens


def read_number_words(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral | None:
    """The number in words at token ``at`` (an article may stand before it), or None."""
    low = tokens.low
    word = low[at]
    if word in lexicon.vulgar:
        top, bottom = lexicon.vulgar[word]
        return Numeral(at, at + 1, top, bottom, 1, 1, "fraction")
    if word == "half":
        return _part_of_scale(tokens, at, lexicon, 2) or _plain_half(tokens, at)
    if word == "quarter" and _of_point(tokens, at):
        return Numeral(at - (low[at - 1] == "a"), at + 1, 1, 4, 1, 1, "fraction")
    if word in lexicon.scales:
        return _bare_scale(tokens, at, lexicon)
    if word in lexicon.fractions and word not in lexicon.ones:
        return _one_part(tokens, at, lexicon)
    if word not in lexicon.ones and word not in lexicon.tens:
        return None
    return _parts(tokens, read_cardinal(tokens, at, lexicon), lexicon)


def _of_point(tokens: Tokens, at: int) -> bool:
    """ "a quarter-point rise", "by a quarter point", "a quarter percentage point"."""
    low, behind = tokens.low, tokens.next_word(at + 1)
    if behind == at + 1 and low[at - 1] != "a":
        return False
    return low[behind] == "point" or (low[behind] == "percentage" and low[behind + 1] == "point")


def _plain_half(tokens: Tokens, at: int) -> Numeral | None:
    if tokens.low[at - 1] == "a" and tokens.low[at - 2] == "and" and tokens.low[at - 4] in ("a", "an"):
        return None  # "an hour and a half"
    first = at - 1 if tokens.low[at - 1] in ("a", "one") else at
    return Numeral(first, at + 1, 1, 2, 1, 1, "fraction")


def _part_of_scale(tokens: Tokens, at: int, lexicon: Lexicon, bottom: int) -> Numeral | None:
    """ "half a million", "half-dozen", "a quarter of a million", "quarter million"."""
    low = tokens.low
    first = at - 1 if low[at - 1] in ("a", "one") else at
    look = tokens.next_word(at + 1)
    if low[look] == "of" and low[look + 1] == "a":
        look += 2
    elif low[look] in ("a", "an"):
        look = tokens.next_word(look + 1)
    else:
        look = tokens.next_word(look)
    scale = lexicon.scales.get(low[look])
    if not scale or low[look] in lexicon.plural_scales:
        return None
    return Numeral(first, look + 1, scale, bottom, scale, scale, "words")


def _bare_scale(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral | None:
    """ "a hundred", "a million and a half"; without an article only "hundred thousand"."""
    low = tokens.low
    if low[at] in lexicon.plural_scales:
        return None
    article = low[at - 1] in ("a", "an")
    if low[at - 1] in lexicon.near["vague"]:
        return None  # "several hundred thousand"
    if not article and not (low[at] == "hundred" and low[at + 1] in lexicon.scales and low[at - 1] != "the"):
        return None
    numeral = read_cardinal(tokens, at, lexicon)
    numeral = _parts(tokens, numeral, lexicon)
    numeral.first = at - 1 if article else at
    return numeral


def _one_part(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral | None:
    """ "a third of", "by a fifth": the article makes it a fraction, unless a noun follows ("a third child")."""
    low = tokens.low
    bottom = lexicon.fractions[low[at]]
    scaled = (
        _part_of_scale(tokens, at, lexicon, bottom) if low[at] == "quarter" or low[at - 1] == "a" else None
    )
    if scaled:
        return scaled
    if low[at - 1] != "a" or low[at] == "second":
        return None
    following = low[tokens.next_word(at + 1)]
    if following in lexicon.streak_words or (
        following in lexicon.superlatives and following not in lexicon.near["after_part"]
    ):
        return None
    if following in lexicon.near["after_part"] or low[at - 2] in lexicon.near["before_part"]:
        return Numeral(at - 1, at + 1, 1, bottom, 1, 1, "fraction")
    if following in lexicon.near["plural_verbs"]:
        return Numeral(at - 1, at + 1, 1, bottom, 1, 1, "fraction")
    if low[at] != "quarter" and (
        (not following.isalpha() and following != "-") or following in lexicon.noun_stops
    ):
        return Numeral(at - 1, at + 1, 1, bottom, 1, 1, "fraction")
    return None


def read_cardinal(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral:
    """Ones, tens, hundreds and scales: "three hundred and five thousand two hundred"."""
    low, ones, tens, scales = tokens.low, lexicon.ones, lexicon.tens, lexicon.scales
    total = current = 0
    grain = 1
    largest = 10**30
    here = at
    while True:
        look = here if here == at else tokens.next_word(here)
        word = low[look]
        if word == "," and here != at and grain >= 1000 and _hundreds_follow(tokens, look + 1, lexicon):
            look += 1
            word = low[look]
        if here != at and word in ("and", "&"):
            if grain < 100 or not _and_goes_on(tokens, look + 1, lexicon, grain):
                break
            look += 1
            word = low[look]
        elif (
            word in HYPHENS
            and word
            and grain == 10
            and low[look + 1] in ones
            and 0 < ones[low[look + 1]] < 10
        ):
            look += 1
            word = low[look]
        if word in ones:
            if current % 100 and (current % 10 or current % 100 < 20 or not 0 < ones[word] < 10):
                break
            if current and current % 100 == 0 and grain < 100:
                break
            if here != at and ones[word] == 0:
                break
            current += ones[word]
            grain = 1
        elif word in tens:
            if current % 100:
                break
            current += tens[word]
            grain = 10
        elif word in scales and (here != at or word not in lexicon.plural_scales):
            scale = scales[word]
            if scale == 100:
                if current > 99 or (current == 0 and here != at):
                    break
                current = (current or 1) * 100
            elif scale == 12:
                if current > 999 or total or (current == 0 and here != at):
                    break
                total, current, here, grain = (current or 1) * 12, 0, look + 1, 12
                break
            elif current == 0 and total:
                total *= scale
            elif scale >= largest:
                total, current = (total + current) * scale, 0
            else:
                total, current = total + (current or 1) * scale, 0
            largest = min(largest, scale) if scale > 100 else largest
            grain = scale
        else:
            break
        here = look + 1
    value = total + current
    coarse = 1
    while value and value // coarse % 10 == 0:
        coarse *= 10
    step = grain if grain >= 1000 else 1
    return Numeral(at, here, value, 1, step, max(coarse, step, 12 if grain == 12 else 1), "words")


def _hundreds_follow(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "three million, two hundred and forty": a comma before the hundreds, as in figures."""
    low = tokens.low
    return (
        low[at] in lexicon.ones
        and low[at + 1] == "hundred"
        and low[at + 2] in ("and", "&")
        and (low[at + 3] in lexicon.ones or low[at + 3] in lexicon.tens)
    )


def _and_goes_on(tokens: Tokens, at: int, lexicon: Lexicon, grain: int) -> bool:
    """After "hundred and" and the like: does the number go on ("and five"), or does another begin ("and six million")?"""
    low = tokens.low
    if low[at] not in lexicon.ones and low[at] not in lexicon.tens:
        return False
    here = at + 1
    for _ in range(3):
        look = tokens.next_word(here)
        word = low[look]
        if word in lexicon.scales:
            return grain == 100 or lexicon.scales[word] < grain
        if word in lexicon.fractions and word not in lexicon.ordinals:
            return False
        if word not in lexicon.ones and word not in lexicon.tens:
            break
        here = look + 1
    return True


def _bottom(tokens: Tokens, at: int, lexicon: Lexicon, plural: bool) -> tuple[int, int] | None:
    """(denominator, token after) of "third(s)", "twenty-fifth(s)" at ``at``."""
    low = tokens.low
    word = low[at]
    known = lexicon.fractions.get(word)
    if known:
        return known, at + 1
    if word in lexicon.tens:
        last = tokens.next_word(at + 1)
        ordinal = lexicon.ordinals.get(low[last][:-1] if low[last].endswith("s") and plural else low[last], 0)
        if 0 < ordinal < 10:
            return lexicon.tens[word] + ordinal, last + 1
    return None


def _parts(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """What may follow a cardinal: "point five", "and a half", "-thirds"."""
    low, after = tokens.low, numeral.after
    if low[after] == "point" and (low[after + 1] in lexicon.ones or low[after + 1] in lexicon.tens):
        return _decimals(tokens, numeral, lexicon)
    if low[after] == "and" and low[after + 1] in lexicon.ones | {"a": 1}:
        mixed = _mixed(tokens, numeral, lexicon)
        if mixed:
            return mixed
    look = after
    joined = False
    if low[after] in HYPHENS and low[after]:
        look, joined = after + 1, True
    if not 0 < numeral.num < 100:
        return numeral
    found = _bottom(tokens, look, lexicon, numeral.num != 1)
    if found is None:
        return numeral
    bottom, end = found
    word = low[end - 1]
    if numeral.num != 1 and not word.endswith("s") and word != "half":
        return numeral  # "two third graders"
    if word in ("quarter", "quarters") and not joined and low[end] not in ("of", "the"):
        return numeral  # three quarters of a year, as a rule
    if (
        word == "quarters"
        and not joined
        and low[numeral.first - 1] in ("first", "last", "past", "next", "previous")
    ):
        return numeral
    if numeral.num % bottom == 0 and numeral.num > 3:
        return numeral
    if low[end] == "of" and low[end + 1] == "a" and low[end + 2] in lexicon.scales:
        scale = lexicon.scales[low[end + 2]]
        return Numeral(numeral.first, end + 3, numeral.num * scale, bottom, scale, scale, "words")
    return Numeral(numeral.first, end, numeral.num, bottom, 1, 1, "fraction")


def _decimals(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    low, after = tokens.low, numeral.after + 1
    digits = ""
    if low[after] in lexicon.tens or lexicon.ones[low[after]] > 9:
        part = read_cardinal(tokens, after, lexicon)
        digits, after = str(part.num), part.after
    else:
        while low[after] in lexicon.ones and lexicon.ones[low[after]] < 10 and len(digits) < 12:
            digits += str(lexicon.ones[low[after]])
            after += 1
    scale = 10 ** len(digits)
    return Numeral(numeral.first, after, numeral.num * scale + int(digits), scale, 1, 1, "digits")


def _mixed(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "two and a half"; after a scale the part is a part of the scale ("a million and a half")."""
    low = tokens.low
    at = numeral.after + 1
    top = lexicon.ones.get(low[at], 1)
    part = at + 1
    if low[part] in HYPHENS and low[part]:
        part += 1
    bottom = lexicon.fractions.get(low[part])
    if not bottom or not 0 < top < bottom or (low[part + 1] == "of" and low[part] != "half"):
        return None
    if (
        low[at] == "a"
        and low[part] in lexicon.ordinals
        and low[part + 1].isalpha()
        and low[part + 1] not in (lexicon.noun_stops)
        and low[part + 1] not in lexicon.scales
    ):
        return None
    grain = numeral.step if numeral.step >= 1000 else 1
    return Numeral(
        numeral.first, part + 1, numeral.num * bottom + top * grain, bottom, grain, grain,
        "words" if grain > 1 else "mixed",
    )  # fmt: skip
