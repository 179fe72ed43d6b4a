"""What stands around a figure: hedges (about, more than, or so) and words of direction (rose, a rise, higher)."""

from __future__ import annotations

from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import HYPHENS, MASKED, Tokens, match_phrase
from factcheck.normalise.units import dimension_of

Marked = tuple[int, int, str]  # first token, token after, meaning

_BOUNDS = frozenset(("under", "over", "above", "below", "past", "beyond"))
_REACH, _AHEAD = 9, 8  # words from a word of direction to its figure, and from a figure to one behind it
_BESIDE = _BOUNDS | {"exceed", "exceeds", "exceeded", "than"}
_RELATIVE = frozenset(("percent", "percentage point", "basis point", "point", "times"))


def hedge_before(tokens: Tokens, at: int, lexicon: Lexicon, duration: bool) -> Marked | None:
    """The hedge that ends just before token ``at``; a word such as "a" or "the" may stand between."""
    low = tokens.low
    here = at - 1
    first: Marked | None = None
    for _ in range(5):
        if here < 0:
            break
        word = low[here]
        found = False
        for before, meaning in lexicon.hedge_last.get(word, ()):
            if before and before[-1] != low[here - 1]:
                continue
            start = here - len(before)
            if start < 0 or tuple(low[start:here]) != before:
                continue
            if not _means_it(tokens, start, here, word, before, duration, lexicon):
                continue
            if first is None or meaning in ("more", "less", "at-least", "at-most"):
                first = (start, first[1] if first else here + 1, meaning)
            else:
                first = (start, first[1], first[2])
            here = start - 1
            found = True
            break
        if found:
            continue
        if first is None and word in lexicon.transparent and not tokens.new_line_after(here):
            here -= 1
            continue
        break
    return first


def _means_it(
    tokens: Tokens, start: int, at: int, word: str, before: tuple[str, ...], duration: bool, lexicon: Lexicon
) -> bool:
    low = tokens.low
    if tokens.new_line_after(at) or (
        low[start - 1] in HYPHENS and tokens.ends[start - 1] == tokens.starts[start]
    ):
        return False
    if before and before[0] == "as" and (low[start - 1] in lexicon.multiples or low[start - 1] == "times"):
        return False
    if before and before[0] == "as" and low[start - 1] in lexicon.near["weighing"]:
        return False  # "weighs as much as two buses"
    if low[start] in ("minimum", "maximum") and low[start - 1] == "the" and low[start - 2] in _BESIDE:
        return False  # "below the minimum of 550 metres"
    if word in _BOUNDS and not before and low[at + 1] in ("a", "an") and low[at + 2][:1].isdecimal():
        return False  # "under a 30-day order": a place, not a bound
    if word == "over" and not before:
        if low[start - 1] in lexicon.near["over_is_not_more"]:
            return False
        if duration:
            return low[start - 1] in lexicon.near["over_is_more"]
    if word == "past":  # "climbed well past 80", not "the past 80 days", "over past 80"
        named = low[start - 1] in ("the", "this", "these", "in", "over", "its", "their")
        return not duration and not named and low[start - 1] not in lexicon.down_verbs
    if word in ("under", "above", "below", "near", "beyond") and not before:
        return low[at + 1] not in ("the", "its", "his", "their")
    if word == "some":
        return low[at + 1] not in ("of", "the")
    if word == "to" and before == ("up",):
        moved = low[start - 1] in lexicon.moving_words or low[start - 1] in lexicon.near["turning_up"]
        return not moved and low[start - 1] not in (
            "is",
            "add",
            "adds",
            "added",
            "go",
            "goes",
            "went",
            "gone",
        )
    return True


def hedge_after(tokens: Tokens, at: int, lexicon: Lexicon) -> Marked | None:
    """ "or more", "or so", "at least", a glued "+" just after token ``at - 1``."""
    if (
        tokens.words[at] == "+"
        and tokens.ends[at - 1] == tokens.starts[at]
        and not tokens.words[at + 1][:1].isdecimal()
    ):
        return at, at + 1, "at-least"
    if tokens.low[at] not in lexicon.hedges_after and tokens.words[at] not in HYPHENS:
        return None
    start = tokens.next_word(at)
    for rest, meaning in lexicon.hedges_after.get(tokens.low[start], ()):
        after = match_phrase(tokens, start + 1, rest)
        if after > 0:
            if rest == () and tokens.low[start] in ("plus", "odd", "ish", "maximum") and start == at:
                continue
            return start, after, meaning
    return None


def direction(
    tokens: Tokens, first: int, after: int, lexicon: Lexicon, unit: str | None, kind: str
) -> tuple[str, int, int] | None:
    """("up" or "down", cue tokens) for the figure at tokens ``first`` to ``after``, hedges included in ``first``."""
    relative = unit in _RELATIVE or unit in lexicon.small_change or kind in ("multiple", "order", "fraction")
    opens = tokens.low[first - 1] == "than" or tokens.low[first - 1] in lexicon.near["determiners"]
    if relative and opens and after < tokens.count:
        own = _cue(tokens, after, lexicon, weak=False, nouns=True)
        if own is not None:
            return (
                own[0],
                after,
                after + 1,
            )  # "a 6 % decrease offset by a 2 % increase", "lower than the 6 % growth"
    return _before(tokens, first, after, lexicon, relative, kind) or _behind(
        tokens, after, lexicon, relative, kind, unit
    )


def _look(table: dict[str, tuple[tuple[str, ...], ...]], tokens: Tokens, at: int) -> int:
    """The first token of a phrase of ``table`` that ends at ``at``, or -1."""
    for before in table.get(tokens.low[at], ()):
        start = at - len(before)
        if start >= 0 and tuple(tokens.low[start:at]) == before:
            return start
    return -1


def _cue(tokens: Tokens, at: int, lexicon: Lexicon, weak: bool, nouns: bool) -> tuple[str, int] | None:
    word = tokens.low[at]
    if word not in lexicon.cue_words:
        return None
    if word.endswith("ing") and tokens.words[at - 1] in HYPHENS and tokens.ends[at - 1] == tokens.starts[at]:
        return None  # "a jaw-dropping 427 % increase"
    for way, strong, feeble, names in (
        ("up", lexicon.up_verbs, lexicon.up_weak, lexicon.up_nouns),
        ("down", lexicon.down_verbs, lexicon.down_weak, lexicon.down_nouns),
    ):
        for table in (strong, feeble if weak else None, names if nouns else None):
            if table is not None:
                start = _look(table, tokens, at)
                if start >= 0:
                    return way, start
    return None


def _before(
    tokens: Tokens, first: int, after: int, lexicon: Lexicon, relative: bool, kind: str
) -> tuple[str, int, int] | None:
    low, words = tokens.low, tokens.words
    if lexicon.cue_signs.isdisjoint(low[max(first - _REACH, 0) : first]):
        return None
    here = first - 1
    if low[here] in ("a", "an") and _names_a_thing(tokens, after, lexicon):
        return None
    with_by = with_of = False
    nouns = 0
    for _ in range(_REACH):
        if here < 0 or (tokens.lines and tokens.new_line_after(here)):
            return None
        word = low[here]
        if word in lexicon.level_words:
            return None
        if word == "by":
            with_by = True
        elif word == "of":
            with_of = True
        elif word == "over" and kind == "duration" and not with_by:
            return None
        elif (
            word in ("up", "down")
            and not with_of
            and not nouns
            and words[here + 1] != "to"
            and low[here - 1] not in lexicon.near["turning_up"]
        ):
            if low[here - 1] in lexicon.near["idle_before_up"] and not (
                relative and low[here - 1] in lexicon.near["market_ends"]
            ):
                return None
            return word, here, here + 1
        elif (
            word == "off"
            and here == first - 1
            and relative
            and low[here - 1] not in ("took", "take", "knock")
        ):
            return "down", here, here + 1
        else:
            found = _cue(tokens, here, lexicon, relative or with_by, with_of)
            if found and not (with_of and (nouns > 4 or _says_something_else(tokens, here, lexicon))):
                return found[0], found[1], here + 1
            if word in lexicon.change_gap or word == MASKED or word.endswith("ly") or words[here] in HYPHENS:
                pass
            elif with_by or with_of or relative:
                nouns += 1
                far = 6 if with_by else 4 if with_of else 2
                stop = (
                    word in lexicon.noun_stops and word not in lexicon.near["determiners"] and word != "per"
                )
                if with_by and word in ("and", "or"):
                    stop = True
                if (
                    nouns > far
                    or not word.isalpha()
                    or stop
                    or (not with_by and not with_of and word in lexicon.noun_stops)
                ):
                    return None
            else:
                return None
        here -= 1
    return None


def _names_a_thing(tokens: Tokens, after: int, lexicon: Lexicon) -> bool:
    """ "dropped a 500-kilo bomb", "cut a 5% tax": the figure describes the noun after it, and nothing moves by it."""
    at = tokens.next_word(after)
    word = tokens.low[at]
    if not word.isalpha() or word in lexicon.noun_stops or tokens.new_line_after(after - 1):
        return False
    ahead = tokens.low[at : at + 6]
    for place, later in enumerate(ahead):
        if later in lexicon.up_nouns or later in lexicon.down_nouns:
            return False
        if (
            not later.isalpha()
            or later in lexicon.noun_stops
            or (place and tokens.new_line_after(at + place - 1))
        ):
            break
    return word not in lexicon.comparatives and not word.endswith("ly") and tokens.words[at].islower()


def _says_something_else(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """A noun of change with another noun behind it, before "of": "an advance unit of 100 men"."""
    word = tokens.low[at + 1]
    if tokens.low[at] not in lexicon.up_nouns and tokens.low[at] not in lexicon.down_nouns:
        return False
    return word.isalpha() and word not in lexicon.noun_stops and word != MASKED


def _behind(
    tokens: Tokens, after: int, lexicon: Lexicon, relative: bool, kind: str, unit: str | None
) -> tuple[str, int, int] | None:
    low, words = tokens.low, tokens.words
    if after >= tokens.count or tokens.new_line_after(after - 1):
        return None
    word = low[after]
    if word in lexicon.up_adverbs or word in lexicon.down_adverbs:
        way = "up" if word in lexicon.up_adverbs else "down"
        if word in ("up", "down", "above", "below"):
            if word in ("above", "below"):
                closer = relative and unit != "point" and low[after + 1] != "to"
                return (way, after, after + 1) if closer else None
            if low[after + 1][:1].isdigit() or words[after + 1] in ("$", "€", "£"):
                return None  # "revenue of $1.14 billion up 24%"
            if low[after + 1] not in ("to", "the") and kind != "duration" and dimension_of(unit) != "length":
                return way, after, after + 1
        elif word in lexicon.near["comparing"]:
            ends = tokens.new_line_after(after) or low[after + 1] in lexicon.near["after_more"]
            if relative or (kind == "amount" and ends):  # a headline has no full stop
                return way, after, after + 1
        elif kind not in ("age",):
            return way, after, after + 1
    elif kind == "percent" and word == "ahead" and low[after + 1] == "of":
        return "up", after, after + 1
    elif (kind == "percent" and word == "behind") or (
        relative and word == "short" and low[after + 1] == "of"
    ):
        return "down", after, after + 1
    elif relative and word == "over" and not lexicon.near["over_what"].isdisjoint(low[after + 1 : after + 4]):
        return "up", after, after + 1
    if kind in ("count", "age", "duration", "score", "rank", "streak", "ordinal", "number"):
        return None
    if lexicon.change_nouns.isdisjoint(low[after : after + 2 * _AHEAD]):
        return None
    here = after
    for _ in range(_AHEAD):
        here = tokens.next_word(here)
        word = low[here]
        if here > after and tokens.new_line_after(here - 1):
            return None
        if word in lexicon.up_nouns or word in lexicon.down_nouns:
            if low[here + 1] in lexicon.near["objects"]:
                return None  # "a dose of 50 mg cut the risk": a verb
            return "up" if word in lexicon.up_nouns else "down", here, here + 1
        joined = words[here + 1] in HYPHENS or words[here - 1] in HYPHENS
        if not word.isalpha() and word != MASKED and words[here] not in "’'/":
            return None
        if word in lexicon.noun_stops and not joined:
            return None
        here += 1
    return None
