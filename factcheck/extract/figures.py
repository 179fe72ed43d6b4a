"""One figure at a time: from the token that looks like a number to a draft, and then what surrounds it."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.counts import read_counted, read_joined, singular
from factcheck.extract.drafts import Draft, from_sides
from factcheck.extract.measures import read_rate, read_unit
from factcheck.extract.modifiers import direction, hedge_after, hedge_before
from factcheck.extract.money import MoneyReader
from factcheck.extract.multiples import read_multiple, read_order
from factcheck.extract.names_with_numbers import hard_name, known_name, soft_name
from factcheck.extract.number_words import read_number_words, read_odds
from factcheck.extract.numerals import Numeral, read_digits
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.ranges import connector, is_change, is_score, makes_range
from factcheck.extract.scales import Side, read_side
from factcheck.extract.streaks import Placed, read_numbered_rank, read_ordinal, read_placed, read_streak
from factcheck.extract.tokens import MASKED, Tokens, match_phrase
from factcheck.normalise.units import dimension_of

_ZERO = Fraction(0)
_ONE = Fraction(1)


class FigureReader:
    """Reads figures of one tokenised text with one lexicon."""

    __slots__ = ("decimal_comma", "lexicon", "money", "tokens")

    def __init__(self, tokens: Tokens, lexicon: Lexicon, currency_hint: str | None = None) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self.money = MoneyReader(tokens, lexicon, currency_hint)
        self.decimal_comma = any(
            "." in word and word.rfind(",") > word.rfind(".")
            for word in tokens.words
            if "," in word and len(word) > 4
        )

    def read(self, at: int) -> tuple[Draft | None, int]:
        """The figure at token ``at`` if there is one, and the token to go on from."""
        tokens, lexicon = self.tokens, self.lexicon
        name = known_name(tokens, at, lexicon)
        if name:
            return None, name
        if tokens.low[at][0].isdecimal():
            return self._digits(at)
        return self._words(at)

    # digits

    def _digits(self, at: int) -> tuple[Draft | None, int]:
        tokens, lexicon = self.tokens, self.lexicon
        prefixed = self.money.before(at) is not None
        skip = hard_name(tokens, at, lexicon, prefixed)
        if skip:
            return None, skip
        placed = read_ordinal(tokens, at, lexicon)
        if placed:
            return self._ordinal(*placed)
        numeral = read_digits(tokens, at, lexicon, self.decimal_comma)
        if numeral is None:
            return None, at + 1
        rank = read_numbered_rank(tokens, at)
        if rank >= 0:
            value = Fraction(numeral.num)
            return Draft(rank, at + 1, value, value, _ONE, _ONE, "rank", inherits=False), at + 1
        side = read_side(tokens, numeral, lexicon, self.money, False)
        if side.bare and side.after == numeral.after and self._glued_letters(numeral.after):
            return None, numeral.after + 1
        return self._finish(side)

    def _glued_letters(self, after: int) -> bool:
        """ "747s", "5G", "3D": letters glued to a number that are no unit make it a name."""
        tokens = self.tokens
        return tokens.ends[after - 1] == tokens.starts[after] and tokens.words[after][0].isalpha()

    # words

    def _words(self, at: int) -> tuple[Draft | None, int]:
        tokens, lexicon = self.tokens, self.lexicon
        low = tokens.low
        order = read_order(tokens, at, lexicon)
        if order:
            return order, order.after
        if low[at] in lexicon.multiples:
            multiple = read_multiple(tokens, at, lexicon)
            return (multiple, multiple.after) if multiple else (None, at + 1)
        if self._is_name(at):
            return None, at + 1
        numeral = read_number_words(tokens, at, lexicon)
        if numeral is None or (low[numeral.after] in lexicon.ordinals and numeral.form == "words"):
            placed = read_ordinal(tokens, at, lexicon)
            if placed and not self._glued_word(at):
                return self._ordinal(*placed)
        if numeral is None:
            return None, at + 1
        if (
            numeral.form == "words"
            and low[at] == "one"
            and numeral.after == at + 1
            and not self._counts_one(at)
        ):
            return None, at + 1
        if self._glued_word(numeral.first):
            return None, numeral.after
        side = read_side(tokens, numeral, lexicon, self.money, False)
        return self._finish(side)

    def _glued_word(self, at: int) -> bool:
        """A number word glued to what stands before it ("twenty-one" is one numeral; "forty-niner" none)."""
        tokens = self.tokens
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

    def _is_name(self, at: int) -> bool:
        """ "Channel Four", "Six Nations": a capital in the middle of a sentence, in a line that is no headline."""
        tokens = self.tokens
        word = tokens.words[at]
        if not word[0].isupper() or tokens.starts_line(at):
            return False
        before = tokens.words[at - 1]
        if not before.isalnum() and before not in ",-–'’(&/":
            return False
        following = tokens.words[at + 1]
        if following[:1].isupper() and following.isalpha():
            return self._few_capitals(at)
        return (
            before[:1].isupper()
            and tokens.low[at - 1] not in self.lexicon.not_names
            and self._few_capitals(at)
        )

    def _few_capitals(self, at: int) -> bool:
        near = self.tokens.words[max(0, at - 6) : at + 7]
        words = [word for word in near if word.isalpha() and len(word) > 3]
        return sum(word[0].isupper() for word in words) * 3 <= len(words) * 2

    def _counts_one(self, at: int) -> bool:
        """ "one person", "one-third", "one percent": a number; "one of them", "no one": not."""
        tokens, lexicon = self.tokens, self.lexicon
        low = tokens.low
        following = low[at + 1]
        if following in "-‐‑" and following:
            return low[at + 2] not in lexicon.hyphen_idioms
        if following in ("in", "out"):
            return read_odds(tokens, Numeral(at, at + 1, 1), lexicon) is not None
        if read_unit(tokens, at + 1, lexicon) or self.money.after(at + 1):
            return low[at + 1] not in ("day", "night") and low[at - 1] not in (
                "no",
                "this",
                "that",
                "the",
                "which",
            )
        if following in ("or", "to") and low[at + 2] in ("two", "three"):
            return True
        if not following.isalpha() or following in lexicon.near["after_pronoun_one"] or following in lexicon.noun_stops:
            return False
        if low[at - 1] in (
            "no",
            "this",
            "that",
            "the",
            "which",
            "any",
            "every",
            "each",
            "another",
            "such",
            "last",
            "next",
        ):
            return False
        return read_counted(tokens, at + 1, lexicon, one=True) is not None

    def _ordinal(self, first: int, after: int, value: int) -> tuple[Draft | None, int]:
        tokens, lexicon = self.tokens, self.lexicon
        low = tokens.low
        if low[after] in lexicon.months or low[first - 1] in lexicon.months or low[after] == MASKED:
            return None, after
        if (low[after] == "of" and low[after + 1] in lexicon.months) or low[first - 1] == MASKED:
            return None, after
        placed = read_placed(tokens, first, after, value, lexicon)
        return (self._placed(placed), placed.after) if placed else (None, after)

    def _placed(self, placed: Placed) -> Draft:
        value = Fraction(placed.value)
        draft = Draft(
            placed.first, placed.after, value, value, _ONE, _ONE, placed.kind, placed.unit, noun=placed.noun
        )
        draft.dimension = f"streak:{placed.unit}" if placed.kind == "streak" else placed.kind
        draft.inherits = False
        return draft

    # both

    def _finish(self, side: Side) -> tuple[Draft | None, int]:
        tokens, lexicon = self.tokens, self.lexicon
        numeral = side.numeral
        if side.bare:
            odds = read_odds(tokens, numeral, lexicon)
            if odds:
                draft = from_sides(Side(side.first, odds.after, odds))
                return draft, draft.after
            if tokens.low[side.after] in lexicon.streak_words and tokens.low[side.after] != "running":
                streak = read_streak(tokens, side.first, side.after + 1, numeral.num, lexicon)
                if streak and numeral.whole:
                    return self._placed(streak), streak.after
        draft = self._range(side) or from_sides(side)
        after = draft.after
        if draft.kind == "score" or draft.kind == "odds":
            return draft, after
        if draft.unit is None and not self._age(draft):
            self._count(draft)
            if self._rejected(draft, side):
                return None, max(after, side.numeral.after)
        self._rate(draft)
        self._compound(draft)
        return draft, draft.after

    def _range(self, side: Side) -> Draft | None:
        tokens, lexicon = self.tokens, self.lexicon
        if side.numeral.form == "ratio":
            return None
        joined = connector(tokens, side, lexicon)
        if joined is None:
            return None
        at, how = joined
        if how == "to" and is_change(tokens, side, lexicon):
            return None
        numeral = self._numeral_at(at)
        if numeral is None:
            return None
        second = read_side(
            tokens, numeral, lexicon, self.money, side.unit is not None and side.first < side.numeral.first
        )
        if how == "dash" and numeral.first == at:
            if is_score(tokens, side, second, lexicon):
                return self._score(side, second)
            second.sign = 1 if second.first >= at else second.sign
        if second.first < at:
            second.first = at
        if not makes_range(side, second, how, lexicon, tokens):
            return None
        if (
            second.bare
            and side.bare
            and tokens.words[numeral.first].isdecimal()
            and len(tokens.words[numeral.first]) == 4
        ):
            if soft_name(tokens, numeral.first, numeral.after, lexicon, False):
                return None
        return from_sides(side, second)

    def _numeral_at(self, at: int) -> Numeral | None:
        tokens, lexicon = self.tokens, self.lexicon
        here = self.money.starts_with_sign(at)
        for _ in range(3):
            if tokens.low[here] in (
                "about",
                "around",
                "nearly",
                "as",
                "much",
                "many",
                "a",
                "even",
                "perhaps",
                "−",
                "-",
                "minus",
            ):
                here = self.money.starts_with_sign(here + 1)
        if tokens.low[here] == MASKED or not tokens.low[here]:
            return None
        if tokens.words[here][:1].isdecimal():
            if read_ordinal(tokens, here, lexicon):
                return None
            return read_digits(tokens, here, lexicon, self.decimal_comma)
        return read_number_words(tokens, here, lexicon)

    def _score(self, first: Side, second: Side) -> Draft:
        a, b = Fraction(first.numeral.num), Fraction(second.numeral.num)
        draft = Draft(first.first, second.after, a, b, _ZERO, _ZERO, "score", form="score", inherits=False)
        draft.dimension = "score"
        return draft

    def _age(self, draft: Draft) -> bool:
        """ "aged 11 to 16", "age 87", "Maria Keller, 67, said", "a woman, 32, was"."""
        tokens, lexicon = self.tokens, self.lexicon
        low, words = tokens.low, tokens.words
        if draft.kind != "number" or not 0 < draft.low <= draft.high <= 120 or draft.low.denominator > 2:
            return False
        at = draft.first - 1
        if low[at] in ("between", "from", "under", "over", "about", "around"):
            at -= 1
        found = low[at] in ("aged", "age", "ages") or (
            low[at] in ("is", "was", "turned", "turns")
            and (low[at - 1] == "who" or low[at - 1] in lexicon.person_nouns)
            and not words[draft.after].isalpha()
        )
        if (
            not found
            and low[at] == ","
            and at == draft.first - 1
            and words[draft.after] in (",", ".", ";", ")")
        ):
            if draft.side and draft.side.numeral.ordinary and draft.low >= 5:
                named = (
                    words[at - 1][:1].isupper() and words[at - 2][:1].isupper() and words[at - 1].isalpha()
                )
                found = (named and words[at - 2].isalpha()) or low[at - 1] in lexicon.person_nouns
        if found:
            draft.unit, draft.kind = "year of age", "age"
        return found

    def _count(self, draft: Draft) -> None:
        """The counted noun, as the unit; also behind "of the" and a hyphen."""
        tokens, lexicon = self.tokens, self.lexicon
        if draft.form == "fraction":
            return
        at = draft.after
        joined = read_joined(tokens, at, lexicon)
        if joined:
            draft.noun, draft.unit, draft.kind, draft.after = joined[:2], joined[2], "count", joined[1]
            return
        if tokens.new_line_after(at - 1):
            return
        counted = read_counted(tokens, at, lexicon, one=draft.low == draft.high == 1)
        if (
            counted is None
            and tokens.low[at] == "of"
            and tokens.low[at + 1] in ("the", "its", "their", "those", "these", "his", "her", "our", "all")
        ):
            counted = read_counted(tokens, at + 2, lexicon)
        if counted:
            start, end, phrase = counted
            draft.noun, draft.unit, draft.kind, draft.after = (start, end), phrase, "count", end
            for rest, _ in lexicon.streak_tails.get(tokens.low[end], ()):
                if match_phrase(tokens, end + 1, rest) > 0 and draft.low == draft.high:
                    draft.kind, draft.dimension = "streak", f"streak:{phrase}"

    def _rejected(self, draft: Draft, side: Side) -> bool:
        """Bare numbers that are names, years, days, pronouns."""
        tokens, lexicon = self.tokens, self.lexicon
        numeral = side.numeral
        at = draft.after
        if draft.form == "fraction" or (side.scale > 1 and numeral.form == "digits"):
            return False
        if draft.unit is not None:
            if draft.kind == "age" or numeral.form != "digits" or not numeral.ordinary:
                return False
            return soft_name(tokens, numeral.first, numeral.after, lexicon, True)
        if (
            tokens.words[at] in "-‐‑"
            and tokens.words[at]
            and tokens.glued(at)
            and tokens.ends[at - 1] == tokens.starts[at]
        ):
            if tokens.words[at + 1].isalpha():
                return tokens.low[at + 1] != "strong"
        if numeral.form == "words":
            before = tokens.low[side.first - 1]
            if before in lexicon.before and tokens.words[side.first - 1][:1].isupper():
                return True
            return before in lexicon.near["anaphoric"] or (
                numeral.num < 13
                and (
                    tokens.low[at] in ("of", "or")
                    and tokens.low[at + 1] in ("them", "us", "two", "more", "you")
                )
            )
        if numeral.form == "digits":
            return soft_name(tokens, numeral.first, numeral.after, lexicon, False)
        return False

    def _rate(self, draft: Draft) -> None:
        tokens, lexicon = self.tokens, self.lexicon
        if draft.unit is None or draft.kind in ("percent", "points", "age", "multiple", "streak"):
            return
        if tokens.new_line_after(draft.after - 1):
            return
        rate = read_rate(tokens, draft.after, lexicon, draft.kind == "amount")
        if rate:
            draft.after, draft.per = rate

    def _compound(self, draft: Draft) -> None:
        """ "5 feet 2 inches", "6 ft 3 in" are one length; "13 dollars 45 cents" one price."""
        tokens, lexicon = self.tokens, self.lexicon
        if (
            draft.unit not in ("foot", "pound-mass", "stone", "US dollar")
            or draft.low != draft.high
            or draft.per
        ):
            return
        at = draft.after + (tokens.low[draft.after] == "and")
        word = tokens.low[at]
        if not ((word.isdecimal() and len(word) < 3) or word in lexicon.ones or word in lexicon.tens):
            return
        numeral = self._numeral_at(at)
        if numeral is None or not numeral.whole:
            return
        if draft.unit == "US dollar":
            money = self.money.after(numeral.after)
            if (
                money
                and money[1] == "US cent"
                and draft.side
                and not draft.side.marks - {"ambiguous-currency"}
            ):
                self._add(draft, numeral, money[0], 100)
            return
        measured = read_unit(tokens, numeral.after, lexicon)
        parts = {("foot", "inch"): 12, ("pound-mass", "ounce"): 16, ("stone", "pound-mass"): 14}
        if measured and (draft.unit, measured[1]) in parts:
            self._add(draft, numeral, measured[0], parts[draft.unit, measured[1]])
        elif draft.unit == "stone" and tokens.low[numeral.after] in ("lb", "pounds", "lbs"):
            self._add(draft, numeral, numeral.after + 1, 14)

    @staticmethod
    def _add(draft: Draft, numeral: Numeral, after: int, parts: int) -> None:
        draft.low += Fraction(numeral.num, parts)
        draft.high = draft.low
        draft.step = draft.coarse = Fraction(1, parts)
        draft.after = after

    # surroundings

    def _no_change(self, draft: Draft, hedge: tuple[int, int, str] | None) -> bool:
        """ "fell below 5%" names a level; "jumped 6.95 metres" and "dropped 40 bombs" are no changes of a figure."""
        assert draft.cue is not None
        low = self.tokens.low
        _, start, end = draft.cue
        if start >= draft.after:
            return False
        if hedge and hedge[1] - hedge[0] == 1 and low[hedge[0]] in ("above", "below", "past", "beyond"):
            return True
        if low[start] not in self.lexicon.moving_verbs or end - start > 1:
            return False
        if (draft.kind == "count" and draft.unit != "point") or dimension_of(draft.unit) == "length":
            return not {"by", "of"}.intersection(low[end : draft.first])
        return False

    def _same_way(self, previous: Draft, draft: Draft) -> tuple[str, int, int] | None:
        """ "fell $1.15, or 1.6 percent", "rose 4% and 5%": the second figure moves as the first does."""
        cue = previous.cue
        if (
            cue is None
            or cue[1] >= previous.first
            or draft.first - previous.after > 2
            or draft.kind == "duration"
        ):
            return None
        between = self.tokens.low[previous.after : draft.first]
        if between and all(word in (",", "or", "and") for word in between):
            if "or" in between or draft.unit == previous.unit:
                return cue
        return None

    def surround(self, draft: Draft, previous: Draft | None = None) -> None:
        """Hedges and words of direction."""
        tokens, lexicon = self.tokens, self.lexicon
        if draft.kind in ("score", "rank", "ordinal", "odds"):
            return
        duration = draft.kind == "duration"
        before = hedge_before(tokens, draft.first, lexicon, draft.unit, duration)
        behind = hedge_after(tokens, draft.after, lexicon)
        draft.hedge = before or behind
        if draft.kind == "streak":
            draft.hedge = None
            return
        if draft.cue is None:
            first = before[0] if before else draft.first
            after = behind[1] if behind else draft.after
            draft.cue = direction(tokens, first, after, lexicon, draft.unit, draft.kind)
            if draft.cue and self._no_change(draft, before):
                draft.cue = None
            if draft.cue is None and previous is not None:
                draft.cue = self._same_way(previous, draft)
        if draft.kind == "order" and draft.cue is not None:
            draft.unit, draft.dimension = "percent", "percent"
        if draft.cue is None and draft.side is not None and draft.side.plus:
            draft.cue = ("up", draft.first, draft.first + 1)
        if draft.kind == "multiple" and draft.form == "digits" and draft.low == draft.high:
            if tokens.low[draft.after] in lexicon.comparatives:
                draft.form = "comparative"


__all__ = ["FigureReader", "singular"]
