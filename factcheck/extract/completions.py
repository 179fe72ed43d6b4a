"""What completes a bare number: an age, a counted noun, a rate, a second part; and what makes it no quantity."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.counts import behind_compound, read_counted, read_joined
from factcheck.extract.drafts import Draft
from factcheck.extract.figure_context import FigureContext, in_headline, numeral_at
from factcheck.extract.measures import read_rate, read_unit
from factcheck.extract.modifiers import hedge_after
from factcheck.extract.names_with_numbers import hits_of, soft_name
from factcheck.extract.numerals import Numeral
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.scales import Side
from factcheck.extract.tokens import HYPHENS, MASKED, Tokens, match_phrase

_MEASURED = frozenset(("amount", "count"))


def read_age(context: FigureContext, draft: Draft) -> bool:
    """ "aged 11 to 16", "age 87", "Maria Keller, 67, said", "a woman, 32, was", "children under five"."""
    if (
        draft.kind != "number"
        or not _is_lifetime(draft.low)
        or not (draft.single or _is_lifetime(draft.high))
    ):
        return False
    if _says_age(context, draft) or _between_commas(context, draft):
        draft.unit, draft.kind = "year of age", "age"
        return True
    return False


def _is_lifetime(value: Fraction) -> bool:
    return value.denominator < 3 and 0 < value.numerator <= 120 * value.denominator


def _says_age(context: FigureContext, draft: Draft) -> bool:
    tokens, lexicon = context.tokens, context.lexicon
    low, words = tokens.low, tokens.words
    at = draft.first - 1
    if low[at] in ("under", "over", "above") and low[at - 1] in lexicon.near["grow_old"]:
        return not words[draft.after].isalpha() or low[draft.after] in lexicon.noun_stops
    if low[at] in ("between", "from", "under", "over", "about", "around"):
        at -= 1
    if low[at] == "as" and low[at - 1] in ("young", "old") and not words[draft.after].isalpha():
        return True
    if low[at] in ("aged", "age", "ages") or (low[at] == "of" and low[at - 1] in ("age", "ages")):
        return True
    return (
        low[at] in ("is", "was", "turned", "turns")
        and (low[at - 1] == "who" or low[at - 1] in lexicon.person_nouns)
        and (not words[draft.after].isalpha() or low[draft.after] in ("and", "when", "but"))
    )


def _between_commas(context: FigureContext, draft: Draft) -> bool:
    """ "Keller, 67, said": a plain number between commas after a name or a word for a person."""
    tokens, lexicon = context.tokens, context.lexicon
    low, words = tokens.low, tokens.words
    at = draft.first - 1
    if low[at] != "," or draft.low < 5:
        return False
    if words[draft.after] not in (",", ".", ";", ")"):
        return low[at - 1] in lexicon.person_nouns and _ends_list(tokens, draft.after)
    if draft.side is None or not draft.side.numeral.ordinary:
        return False
    name, before = words[at - 1], words[at - 2]
    if low[at - 1] in lexicon.person_nouns:
        return True
    if not (name[:1].isupper() and name.isalpha() and len(name) > 1 and low[at - 1] not in lexicon.months):
        return False
    return (before[:1].isupper() and before.isalpha()) or (
        words[draft.after] == "," and draft.low > 9 and low[at - 1] not in lexicon.before
    )


def _ends_list(tokens: Tokens, at: int) -> bool:
    """ "and 33," behind the first of several ages: "two brothers, 29 and 33, were"."""
    last = tokens.words[at + 1]
    return (
        tokens.low[at] == "and"
        and last.isdecimal()
        and len(last) < 3
        and tokens.words[at + 2] in (",", ".", ";")
    )


def read_count(context: FigureContext, draft: Draft) -> None:
    """The counted noun, as the unit; also behind "of the", "or more" and a hyphen."""
    tokens, lexicon = context.tokens, context.lexicon
    if draft.form == "fraction":
        return
    at = draft.after
    plus = tokens.next_word(at)
    if plus > at and tokens.low[plus] in ("plus", "odd"):
        draft.hedge = (plus, plus + 1, "at-least" if tokens.low[plus] == "plus" else "about")
        at = draft.after = plus + 1
    joined = read_joined(tokens, at, lexicon)
    if joined:
        draft.noun, draft.unit, draft.kind, draft.after = joined[:2], joined[2], "count", joined[1]
        return
    if tokens.new_line_after(at - 1):
        return
    hedge = hedge_after(tokens, at, lexicon) if tokens.low[at] == "or" else None
    counted = read_counted(tokens, hedge[1] if hedge else at, lexicon, one=draft.single and draft.low == 1)
    if counted and hedge:
        draft.hedge = hedge
    if counted is None and tokens.low[at] == "of":
        start = _owned(tokens, at + 1, lexicon)
        counted = read_counted(tokens, start, lexicon) if start else None
    if counted and _foreseen(context, draft, counted[1], counted[2]):
        return
    compound = None if counted else behind_compound(tokens, at, lexicon)
    if compound and draft.low != 1:
        start, end, phrase = compound
        draft.noun, draft.unit, draft.kind = (start, end), phrase, "count"
    if counted:
        start, end, phrase = counted
        if tokens.low[at] in ("fewer", "less") and draft.cue is None:
            draft.cue = ("down", at, at + 1)
        elif tokens.low[at] == "more" and draft.cue is None and "than" in tokens.low[end : end + 3]:
            draft.cue = ("up", at, at + 1)  # "220 more teachers missing than a year ago"
        if not phrase.islower() and in_headline(context, start):
            phrase = " ".join(word.lower() if word.istitle() else word for word in phrase.split(" "))
        draft.noun, draft.unit, draft.kind, draft.after = (start, end), phrase, "count", end
        for rest, _ in lexicon.streak_tails.get(tokens.low[end], ()):
            if match_phrase(tokens, end + 1, rest) > 0 and draft.single:
                draft.kind, draft.dimension = "streak", f"streak:{phrase}"


def _foreseen(context: FigureContext, draft: Draft, end: int, phrase: str) -> bool:
    """ "the 5 million analysts had expected": they foresaw the figure, nobody counted them."""
    tokens, near = context.tokens, context.lexicon.near
    return (
        draft.low > 999
        and tokens.low[draft.first - 1] == "the"
        and f"{phrase}s" in near["who_expects"]
        and tokens.low[end] in near["pencilled_in"]
    )


def _owned(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """Where the noun phrase starts behind "of": after a determiner, or after the owner in "of Oslo's oldest bridges"."""
    low, words = tokens.low, tokens.words
    for here in range(at, at + 5):
        if words[here] in "'’" and words[here] and tokens.glued(here - 1):
            return here + 2 if low[here + 1] == "s" and tokens.glued(here) else here + 1
        if not words[here][:1].isalpha() or tokens.new_line_after(here):
            break
    return at + 1 if low[at] in lexicon.near["owners_of"] else 0


def is_rejected(context: FigureContext, draft: Draft, side: Side) -> bool:
    """Bare numbers that are names, years, days, pronouns."""
    tokens, lexicon = context.tokens, context.lexicon
    numeral = side.numeral
    at = draft.after
    if tokens.low[side.first - 1] in lexicon.version_words and numeral.form == "digits":
        return True
    if side.scale > 1 and tokens.low[side.first - 1] in lexicon.before:
        letter = len(tokens.words[side.after - 1]) == 1 and tokens.words[side.after - 1].isalpha()
        if letter or tokens.words[side.first - 1][:1].isupper():
            return True
    if draft.form == "fraction" or (side.scale > 1 and numeral.form == "digits"):
        return False
    numbered = numeral.form == "words" and numeral.num < 100 and tokens.low[side.first - 1] in lexicon.before
    if numbered and tokens.words[side.first - 1][:1].isupper():
        return True  # "Phase two successes"
    if draft.unit is not None:
        if draft.kind == "age" or numeral.form != "digits" or not numeral.ordinary:
            return False
        if numeral.num < 10 and draft.single and tokens.low[side.first - 1] in lexicon.near["staged"]:
            return True  # "phase 3 trials", "Category 4 hurricanes"
        return soft_name(tokens, numeral.first, numeral.after, lexicon, True)
    if (
        tokens.words[at] in "-‐‑"
        and tokens.words[at]
        and tokens.glued(at)
        and tokens.ends[at - 1] == tokens.starts[at]
    ) and tokens.words[at + 1].isalpha():
        return tokens.low[at + 1] != "strong" and not hits_of(tokens, at + 2)
    if draft.single and _goes_on_numbering(tokens, side.first, lexicon):
        return True
    if numeral.form == "words":
        before = tokens.low[side.first - 1]
        if before in lexicon.before and tokens.words[side.first - 1][:1].isupper():
            return True
        if before == "which" and tokens.low[side.first - 2] == "of":
            return False
        return draft.single and (
            before in lexicon.near["anaphoric"]
            or (numeral.num < 13 and tokens.low[at] in ("of", "or") and tokens.low[at + 1] in ("two", "more"))
            or (before in lexicon.near["numbered"] and numeral.num < 100)
        )
    if numeral.form == "digits":
        return soft_name(tokens, numeral.first, numeral.after, lexicon, False)
    return False


def _goes_on_numbering(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "slides 10 and 11", "pages two and three": the second of two that number things."""
    low = tokens.low
    if low[at - 1] not in ("and", "or", "to", "through", "&"):
        return False
    number = low[at - 2]
    return low[at - 3] in lexicon.near["numbered_many"] and (number.isdecimal() or number in lexicon.ones)


def add_rate(context: FigureContext, draft: Draft) -> None:
    """Per what: "a share", "per barrel"."""
    tokens, lexicon = context.tokens, context.lexicon
    if draft.unit is None and draft.kind == "number" and tokens.low[draft.after] == "per":
        alone = read_rate(tokens, draft.after, lexicon, False)
        if alone:
            draft.after, draft.unit, draft.kind = alone[0], f"per {alone[1]}", "ratio"
        return
    if draft.unit is None or draft.kind in ("percent", "points", "age", "multiple", "streak"):
        return
    if tokens.new_line_after(draft.after - 1):
        return
    rate = read_rate(tokens, draft.after, lexicon, draft.kind == "amount")
    if rate is None and draft.kind in _MEASURED and tokens.low[draft.after] == "of":
        draft.per = _far_rate(context, draft.after + 1)
    if rate:
        draft.after, draft.per = rate
        second = read_rate(tokens, draft.after, lexicon, True) if tokens.low[draft.after] == "per" else None
        if second and second[1] == draft.per:
            draft.after = second[0]  # "$0.77 per share per diluted share"
        elif second:
            draft.after, draft.per = second[0], f"{draft.per} per {second[1]}"


def _far_rate(context: FigureContext, at: int) -> str | None:
    """ "9 billion cubic metres of gas a year", "22 kg of carbon per day": per what, behind what is measured."""
    tokens, lexicon = context.tokens, context.lexicon
    for here in range(at, at + 4):
        word = tokens.low[here]
        if here > at and word in ("a", "an", "per", "each", "every"):
            time = tokens.low[here + 1]
            if time not in lexicon.near["count_rates"]:
                return None
            rate = read_rate(tokens, here, lexicon, False)
            return rate[1] if rate else None
        if not tokens.words[here][:1].isalpha() or word in lexicon.noun_stops or tokens.new_line_after(here):
            return None
    return None


def add_part(context: FigureContext, draft: Draft) -> None:
    """ "5 feet 2 inches", "6 ft 3 in" are one length; "13 dollars 45 cents" one price."""
    if draft.kind != "amount" or draft.per or not draft.single:
        return
    tokens, lexicon = context.tokens, context.lexicon
    at = tokens.next_word(draft.after + (tokens.low[draft.after] == "and"))
    word = tokens.low[at]
    if not ((word.isdecimal() and len(word) < 3) or word in lexicon.ones or word in lexicon.tens):
        return
    if _add_spoken_hundredths(context, draft, at):
        return
    if draft.unit not in ("foot", "pound-mass", "stone", "US dollar"):
        return
    numeral = numeral_at(context, at)
    if numeral is None or not numeral.whole:
        return
    if draft.unit == "US dollar":
        money = context.money.after(numeral.after)
        if money and money[1] == "US cent" and draft.side and not draft.side.marks - {"ambiguous-currency"}:
            _add(draft, numeral, money[0], 100)
        return
    inches = draft.unit == "foot" and tokens.low[numeral.after] in ("in", "ins") and numeral.num < 12
    following = tokens.low[numeral.after + 1]
    if inches and following not in lexicon.near["determiners"] and following != MASKED:
        _add(draft, numeral, numeral.after + 1, 12)
        return
    if at > draft.after and draft.unit == "foot" and not read_unit(tokens, numeral.after, lexicon):
        if tokens.words[draft.after] in HYPHENS and numeral.num < 12:  # "a 6-foot-4 guard"
            _add(draft, numeral, numeral.after, 12)
        return
    measured = read_unit(tokens, numeral.after, lexicon)
    parts = {("foot", "inch"): 12, ("pound-mass", "ounce"): 16, ("stone", "pound-mass"): 14}
    if measured and (draft.unit, measured[1]) in parts:
        _add(draft, numeral, measured[0], parts[draft.unit, measured[1]])
    elif draft.unit == "stone" and tokens.low[numeral.after] in ("lb", "pounds", "lbs"):
        _add(draft, numeral, numeral.after + 1, 14)


def _add_spoken_hundredths(context: FigureContext, draft: Draft, at: int) -> bool:
    """ "It costs 15 dollars 50.": two digits that end the sentence behind a price in whole dollars."""
    tokens, side = context.tokens, draft.side
    if side is None or side.first < side.numeral.first or side.scale > 1 or not side.numeral.ordinary:
        return False
    if tokens.low[side.numeral.after] not in context.lexicon.near["spoken_prices"]:
        return False
    digits = tokens.words[at]
    if len(digits) != 2 or not digits.isdecimal() or tokens.new_line_after(at - 1):
        return False
    if tokens.words[at + 1] not in (".", "?", "!", "") or tokens.glued(at) != (tokens.words[at + 1] != ""):
        return False
    _add(draft, Numeral(at, at + 1, int(digits)), at + 1, 100)
    return True


def _add(draft: Draft, numeral: Numeral, after: int, parts: int) -> None:
    draft.low += Fraction(numeral.num, parts)
    draft.high = draft.low
    draft.step = draft.coarse = Fraction(1, parts)
    draft.after = after
