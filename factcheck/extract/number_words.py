"""Numbers in words: cardinals, fractions, "half a million", "two and a half", "one in five"."""

from __future__ import annotations

from factcheck.extract.numerals import Numeral
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import Tokens


def read_number_words(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral | None:
    """The number in words at token ``at`` (which may have a and an before it), or None."""
    low = tokens.low
    word = low[at]
    if word in lexicon.vulgar:
        top, bottom = lexicon.vulgar[word]
        return Numeral(at, at + 1, top, bottom, 1, 1, "fraction")
    if word == "half":
        return _half(tokens, at, lexicon)
    if word in lexicon.scales:
        if low[at - 1] not in ("a", "an") or word in lexicon.plural_scales:
            return None
        numeral = _cardinal(tokens, at, lexicon)
        numeral.first = at - 1
        return numeral if low[numeral.after] != "of" or word != "hundred" else numeral
    if word in lexicon.fractions and word not in lexicon.ordinals | {"quarter": 4}.keys():
        return None
    if word in lexicon.fractions:
        return _one_part(tokens, at, lexicon)
    if word not in lexicon.ones and word not in lexicon.tens:
        return None
    return _parts(tokens, _cardinal(tokens, at, lexicon), lexicon)


def _half(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral | None:
    low = tokens.low
    first = at - 1 if low[at - 1] in ("a", "one") else at
    scale_at = at + 1
    if low[scale_at] in ("a", "an"):
        scale_at += 1
    else:
        scale_at = tokens.next_word(scale_at)
    scale = lexicon.scales.get(low[scale_at])
    if scale and low[scale_at] not in lexicon.plural_scales:
        return Numeral(first, scale_at + 1, scale, 2, scale, scale, "words")
    return Numeral(first, at + 1, 1, 2, 1, 1, "fraction")


def _one_part(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral | None:
    """ "a third of", "a quarter more": the article makes it a fraction, what follows keeps it from being a place."""
    low = tokens.low
    bottom = lexicon.fractions[low[at]]
    if low[at - 1] != "a":
        return None
    if low[at + 1] in ("of", "more", "less", "higher", "lower", "as", "fewer", "larger", "smaller", "off"):
        after = at + 1
        if low[after] == "of" and low[after + 1] == "a" and low[after + 2] in lexicon.scales:
            scale = lexicon.scales[low[after + 2]]
            return Numeral(at - 1, after + 3, scale, bottom, scale, scale, "words")
        return Numeral(at - 1, after, 1, bottom, 1, 1, "fraction")
    return None


def _cardinal(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral:
    """Ones, tens, hundreds and scales. ``coarse`` is the scale of the last word spoken."""
    low, ones, tens, scales = tokens.low, lexicon.ones, lexicon.tens, lexicon.scales
    total = current = 0
    largest = 10**30
    grain = 1
    here = at
    while True:
        look = here if here == at else tokens.next_word(here)
        word = low[look]
        if here != at and word in ("and", "&") and grain >= 100:
            look += 1
            word = low[look]
            if word not in ones and word not in tens:
                break
            beyond = look + 1
            if word in tens and low[tokens.next_word(beyond)] in ones:
                beyond = tokens.next_word(beyond) + 1
            if scales.get(low[beyond], 0) >= 100:
                break
        if word in ones:
            if current % 100 and (current % 10 or current % 100 < 20 or ones[word] > 9):
                break
            if current % 100 == 0 and current and grain < 100:
                break
            current += ones[word]
            grain = 1
        elif word in tens:
            if current % 100:
                break
            current += tens[word]
            grain = 10
        elif word in scales and word not in lexicon.plural_scales:
            scale = scales[word]
            if scale < 100000 and scale in (100, 12):
                if current == 0 and (total or here != at):
                    break
                if current > 99 or (scale == 12 and total):
                    break
                current = (current or 1) * scale
                grain = scale
                if scale == 12:
                    total, current = total + current, 0
                    here = look + 1
                    break
            else:
                if scale >= largest and total:
                    total, current = (total + current) * scale, 0
                else:
                    if current == 0 and total:
                        total *= scale
                    else:
                        total, current = total + (current or 1) * scale, 0
                largest = grain = scale
        else:
            break
        here = look + 1
    value = total + current
    coarse = 1
    if value:
        while value // coarse % 10 == 0:
            coarse *= 10
    step = 12 if grain == 12 else (grain if grain >= 1000 else 1)
    return Numeral(at, here, value, 1, step, max(coarse, step), "words")


def _parts(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """What may follow a cardinal: "point five", "and a half", "-thirds"."""
    low, after = tokens.low, numeral.after
    if low[after] == "point" and low[after + 1] in lexicon.ones:
        digits = ""
        after += 1
        while low[after] in lexicon.ones and lexicon.ones[low[after]] < 10 and len(digits) < 12:
            digits += str(lexicon.ones[low[after]])
            after += 1
        if digits:
            scale = 10 ** len(digits)
            return Numeral(numeral.first, after, numeral.num * scale + int(digits), scale, 1, 1, "digits")
    if low[after] == "and" and low[after + 1] in ("a", "one", "three"):
        part = low[after + 2 if low[after + 2] not in "-‐‑" else after + 3]
        end = after + 3 if low[after + 2] not in "-‐‑" else after + 4
        bottom = {"half": 2, "quarter": 4, "third": 3, "quarters": 4}.get(part)
        if bottom and (low[end] != "of" or part == "half"):
            top = 3 if low[after + 1] == "three" else 1
            return Numeral(numeral.first, end, numeral.num * bottom + top, bottom, 1, 1, "mixed")
    look = tokens.next_word(after)
    bottom = lexicon.fractions.get(low[look])
    if bottom and 0 < numeral.num < 100 and not (low[look] == "half" and numeral.num != 1):
        plain = low[look].startswith(("quarter", "second"))
        ordinal = low[look] in lexicon.ordinals and numeral.num != 1
        if not ordinal and (look != after or not plain or low[look + 1] in ("of", "the")):
            return Numeral(numeral.first, look + 1, numeral.num, bottom, 1, 1, "fraction")
    return numeral


def read_odds(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "one in five", "9 out of 10", "one-in-five": a part of a whole, as a fraction."""
    low, at = tokens.low, tokens.next_word(numeral.after)
    if not numeral.whole or numeral.num < 1:
        return None
    if low[at] == "in":
        certain = False
        at += 1
    elif low[at] == "out" and low[at + 1] == "of":
        certain = True
        at += 2
    else:
        return None
    at = tokens.next_word(at)
    if low[at] == "every":
        at += 1
        certain = True
    if low[at].isdigit() and len(low[at]) < 7:
        bottom, after = int(low[at]), at + 1
    elif low[at] in lexicon.ones or low[at] in lexicon.tens or low[at] in lexicon.scales or low[at] == "a":
        whole = _cardinal(tokens, at + (low[at] == "a"), lexicon)
        bottom, after = whole.num, whole.after
    else:
        return None
    if not numeral.num <= bottom or bottom < 2 or low[after] in ("%", "percent"):
        return None
    if not certain:
        if low[after] in lexicon.period_nouns or low[after].rstrip("s") in lexicon.period_nouns:
            return None
        if not (
            numeral.num == 1 and bottom < 1900 or bottom in (3, 4, 5, 10, 100, 1000) and numeral.num < bottom
        ):
            return None
    return Numeral(numeral.first, after, numeral.num, bottom, 1, 1, "ratio")
