"""One figure at a time: from the token that looks like a number to a draft."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.completions import add_part, add_rate, is_rejected, read_age, read_count
from factcheck.extract.counts import read_counted
from factcheck.extract.drafts import Draft, from_sides
from factcheck.extract.figure_context import FigureContext, in_headline
from factcheck.extract.measures import read_unit
from factcheck.extract.multiples import read_multiple, read_order, read_single, read_twice
from factcheck.extract.names_with_numbers import hard_name, known_name
from factcheck.extract.number_words import read_number_words
from factcheck.extract.numerals import Numeral, read_digits
from factcheck.extract.odds import read_odds
from factcheck.extract.pairs import read_pair
from factcheck.extract.scales import Side, read_side
from factcheck.extract.streaks import (
    Placed,
    read_compound_ordinal,
    read_numbered_rank,
    read_ordinal,
    read_placed,
    read_streak,
)
from factcheck.extract.time_parts import TIME_LETTERS, read_time_parts
from factcheck.extract.tokens import MASKED, match_phrase

_ONE = Fraction(1)


def read_figure(context: FigureContext, at: int) -> tuple[Draft | None, int]:
    """The figure at token ``at`` if there is one, and the token to go on from."""
    tokens, lexicon = context.tokens, context.lexicon
    name = known_name(tokens, at, lexicon)
    if name:
        return None, name
    if tokens.low[at][0].isdecimal():
        return _digits(context, at)
    return _words(context, at)


def _digits(context: FigureContext, at: int) -> tuple[Draft | None, int]:
    tokens, lexicon = context.tokens, context.lexicon
    if tokens.words[at + 1] in TIME_LETTERS:
        parts = read_time_parts(tokens, at)
        if parts:
            return parts, parts.after
    prefixed = tokens.words[at - 1] in lexicon.prefix_signs and context.money.before(at) is not None
    skip = hard_name(tokens, at, lexicon, prefixed)
    if skip:
        return None, skip
    placed = read_ordinal(tokens, at, lexicon)
    if placed:
        return _ordinal(context, *placed)
    numeral = read_digits(tokens, at, lexicon, context.writes_comma(at))
    if numeral is None:
        return None, at + 1
    rank = read_numbered_rank(tokens, at)
    if rank >= 0:
        value = Fraction(numeral.num)
        return Draft(rank, at + 1, value, value, _ONE, _ONE, "rank", inherits=False), at + 1
    side = read_side(tokens, numeral, lexicon, context.money, False)
    named, letter = tokens.low[side.first - 1], tokens.words[side.after - 1]
    if named in lexicon.before and len(letter) == 1 and letter.isalpha():
        glued = tokens.starts[side.after - 1] == tokens.ends[side.after - 2]
        if named not in lexicon.cautious or (glued and letter.isupper()):
            return None, side.after  # "Room 12c", "section 304A"
    if side.after == numeral.after and side.bare and _glued_letters(context, numeral.after):
        return None, numeral.after + 1
    return _finish(context, side)


def _glued_letters(context: FigureContext, after: int) -> bool:
    """ "747s", "5G", "3D": letters glued to a number that are no unit make it a name."""
    tokens = context.tokens
    return tokens.ends[after - 1] == tokens.starts[after] and tokens.words[after][0].isalpha()


def _words(context: FigureContext, at: int) -> tuple[Draft | None, int]:
    tokens, lexicon = context.tokens, context.lexicon
    low = tokens.low
    order = read_order(tokens, at, lexicon) or read_single(tokens, at, lexicon)
    if order:
        return order, order.after
    if low[at] == "zero" and low[at - 1] == "absolute":
        return _absolute_zero(context, at), at + 1
    if low[at] in lexicon.article_units:
        return _one_measure(context, at)
    if low[at] in lexicon.multiples:
        multiple = read_multiple(tokens, at, lexicon) or read_twice(tokens, at, lexicon)
        if multiple is None:
            return None, at + 1
        add_rate(context, multiple)
        return multiple, multiple.after
    if _is_name(context, at) or (low[at] == "nil" and low[at - 1] not in lexicon.near["before_nil"]):
        return None, at + 1
    if low[at] == "half" and low[at - 1] == "a" and low[at - 2] == "and":
        longer = _one_and_a_half(context, at)
        if longer:
            return longer, longer.after
    numeral = read_number_words(tokens, at, lexicon)
    placed = (
        read_ordinal(tokens, at, lexicon)
        if numeral is None
        else read_compound_ordinal(tokens, numeral, lexicon)
    )
    if placed and not _glued_word(context, at):
        return _ordinal(context, *placed)
    if numeral is None:
        return None, at + 1
    if (
        numeral.form == "words"
        and low[at] == "one"
        and numeral.after == at + 1
        and not _counts_one(context, at)
    ):
        return None, at + 1
    if _glued_word(context, numeral.first):
        return None, numeral.after
    side = read_side(tokens, numeral, lexicon, context.money, False)
    return _finish(context, side)


def _absolute_zero(context: FigureContext, at: int) -> Draft | None:
    """ "cooled to near absolute zero": a temperature by name; a tolerance that "is absolute zero" is none."""
    if context.tokens.low[at - 2] not in context.lexicon.near["before_coldest"]:
        return None
    nought = Fraction(0)
    return Draft(at - 1, at + 1, nought, nought, _ONE, _ONE, "amount", "kelvin", inherits=False)


def _one_measure(context: FigureContext, at: int) -> tuple[Draft | None, int]:
    """ "a gallon of beer", "a kilo of tomatoes": one of a measure, unless it is what a price is for."""
    tokens, lexicon = context.tokens, context.lexicon
    low = tokens.low
    if low[at] in lexicon.currency_words:
        return _one_coin(context, at)
    if low[at - 1] not in ("a", "an") or low[at + 1] != "of" or low[at - 2] in lexicon.near["per_one"]:
        return None, at + 1
    measured = read_unit(tokens, at, lexicon)
    if measured is None or lexicon.near["of_price"].intersection(low[at + 2 : at + 7]):
        return None, at + 1
    draft = Draft(at - 1, measured[0], _ONE, _ONE, _ONE, _ONE, "amount", measured[1], inherits=False)
    return draft, draft.after


def _one_coin(context: FigureContext, at: int) -> tuple[Draft | None, int]:
    """ "for less than a dollar a day", "worth a penny": one of a coin, where money is spoken of."""
    tokens, lexicon = context.tokens, context.lexicon
    low = tokens.low
    following = low[at + 1]
    money = context.money.after(at)
    if money is None or low[at - 1] != "a" or low[at - 2] not in lexicon.near["before_a_coin"]:
        return None, at + 1
    if following.isalpha() and following not in lexicon.near["after_a_coin"]:
        return None, at + 1  # "a dollar store"
    draft = Draft(at - 1, at + 1, _ONE, _ONE, _ONE, _ONE, "amount", money[1], inherits=False)
    if money[3]:
        draft.marks.add(money[3])
    add_rate(context, draft)
    return draft, draft.after


def _one_and_a_half(context: FigureContext, at: int) -> Draft | None:
    """ "a year and a half", "the past mile and a half": the unit stands before its half."""
    tokens, lexicon = context.tokens, context.lexicon
    before, word = (
        tokens.words[at - back].lower() for back in (4, 3)
    )  # as written: "the past year" is masked
    if before not in lexicon.near["before_and_a_half"] or word == "second":
        return None
    unit = next((unit for rest, unit in lexicon.unit_phrases.get(word, ()) if not rest), None)
    if unit is None:
        return None
    first = at - 4 if before in ("a", "an", "one") else at - 3
    value, kind = Fraction(3, 2), lexicon.unit_kinds.get(unit, "amount")
    return Draft(first, at + 1, value, value, Fraction(1, 2), Fraction(1, 2), kind, unit, inherits=False)


def _glued_word(context: FigureContext, at: int) -> bool:
    """A number word glued to what stands before it ("twenty-one" is one numeral; "forty-niner" none)."""
    tokens = context.tokens
    before = tokens.words[at - 1]
    if tokens.ends[at - 1] != tokens.starts[at] or not before:
        return False
    if before in "-‐‑":
        return (
            tokens.ends[at - 2] == tokens.starts[at - 1]
            and tokens.words[at - 2].isalpha()
            and (tokens.low[at - 2] not in ("pre", "mid", "a", "one", "near"))
        )
    return before.isalnum() or before in "_@#&"


def _is_name(context: FigureContext, at: int) -> bool:
    """ "Channel Four", "Six Nations": a capital in the middle of a sentence, in a line that is no headline."""
    tokens = context.tokens
    word = tokens.words[at]
    if not word[0].isupper() or tokens.starts_line(at):
        return False
    before = tokens.words[at - 1]
    if not before.isalnum() and before not in ",-–'’(&/":
        return False
    following = tokens.words[at + 1]
    if following[:1].isupper() and following.isalpha():
        return not in_headline(context, at)
    return (
        before[:1].isupper()
        and tokens.low[at - 1] not in context.lexicon.not_names
        and not in_headline(context, at)
    )


def _counts_one(context: FigureContext, at: int) -> bool:
    """ "one person", "one-third", "one percent": a number; "one of them", "no one": not."""
    tokens, lexicon = context.tokens, context.lexicon
    low = tokens.low
    following = low[at + 1]
    if low[at - 1] in lexicon.near["minus_words"]:
        return True
    if following in "-‐‑" and following:
        return low[at + 2] not in lexicon.hyphen_idioms
    if following in ("in", "out", "over"):
        return read_odds(tokens, Numeral(at, at + 1, 1), lexicon) is not None
    if read_unit(tokens, at + 1, lexicon) or context.money.after(at + 1):
        return low[at + 1] not in ("day", "night") and low[at - 1] not in (
            "no",
            "this",
            "that",
            "the",
            "which",
        )
    if following in ("or", "to") and low[at + 2] in ("two", "three"):
        return True
    if (
        not following.isalpha()
        or following in lexicon.near["after_pronoun_one"]
        or following in lexicon.noun_stops
    ):
        return False
    if low[at - 1] in lexicon.near["before_pronoun_one"]:
        return False
    return read_counted(tokens, at + 1, lexicon, one=True) is not None


def _ordinal(context: FigureContext, first: int, after: int, value: int) -> tuple[Draft | None, int]:
    tokens, lexicon = context.tokens, context.lexicon
    low = tokens.low
    if low[after] in lexicon.months or low[first - 1] in lexicon.months or low[after] == MASKED:
        return None, after
    if (low[after] == "of" and low[after + 1] in lexicon.months) or low[first - 1] == MASKED:
        return None, after
    if low[after] in lexicon.street_words and tokens.words[after][0].isupper():
        return None, after  # "51st Street"
    placed = read_placed(tokens, first, after, value, lexicon)
    return (_placed(context, placed), placed.after) if placed else (None, after)


def _placed(context: FigureContext, placed: Placed) -> Draft:
    value = Fraction(placed.value)
    draft = Draft(
        placed.first, placed.after, value, value, _ONE, _ONE, placed.kind, placed.unit, noun=placed.noun
    )
    draft.dimension = f"streak:{placed.unit}" if placed.kind == "streak" else placed.kind
    draft.inherits = False
    return draft


def _runs_on(context: FigureContext, at: int) -> bool:
    """ "six quarters in a row", "three years running"."""
    tokens = context.tokens
    return any(
        match_phrase(tokens, at + 1, rest) > 0
        for rest, _ in context.lexicon.streak_tails.get(tokens.low[at], ())
    )


def _finish(context: FigureContext, side: Side) -> tuple[Draft | None, int]:
    tokens, lexicon = context.tokens, context.lexicon
    numeral = side.numeral
    if side.bare:
        odds = read_odds(tokens, numeral, lexicon)
        if odds:
            draft = from_sides(Side(side.first, odds.after, odds, sign=side.sign))
            return draft, draft.after
        if tokens.low[side.after] in lexicon.streak_words and tokens.low[side.after] != "running":
            streak = read_streak(tokens, side.first, side.after + 1, numeral.num, lexicon)
            if streak and numeral.whole:
                return _placed(context, streak), streak.after
    draft = read_pair(context, side) or from_sides(side)
    if (
        draft.kind == "duration"
        and tokens.low[draft.after] == "read"
        and not tokens.low[draft.after + 1].isalpha()
    ):
        return None, draft.after
    if draft.kind == "duration" and draft.single and _runs_on(context, draft.after):
        draft.kind, draft.dimension = "streak", f"streak:{draft.unit}"
    after = draft.after
    if draft.kind == "score" or draft.kind == "odds":
        return draft, after
    if draft.unit is None and not read_age(context, draft):
        read_count(context, draft)
        if is_rejected(context, draft, side):
            return None, max(after, side.numeral.after)
    add_rate(context, draft)
    add_part(context, draft)
    return draft, draft.after
