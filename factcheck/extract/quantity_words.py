"""The words that the reader of quantities knows, compiled from ``rules/vocabulary/quantities/`` to plain look-ups."""

from __future__ import annotations

from functools import lru_cache

from factcheck.hints import TYPE_CHECKING, Any
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

SCALE_LETTERS = {"M": 10**6, "B": 10**9, "k": 1000}
"""Before a code, as in "MUSD"."""
_VERSION = "16"  # raise it when ``quantity_tables`` makes the look-ups in another way


class Lexicon:
    """Look-ups by name; every attribute is one key of the compiled mapping, see ``quantity_tables``."""

    __slots__ = (
        "adverbs", "ambiguous", "article_units", "before", "cautious", "change_gap", "change_marks", "change_nouns", "clock_words",
        "codes", "comparatives", "cue_signs", "cue_words", "currency_phrases", "currency_words", "dollar_places", "down_adverbs", "down_nouns",
        "down_verbs", "down_weak", "families", "family_codes", "fractions", "glued_scales", "hedge_last", "hedge_signs",
        "hedges_after", "hyphen_idioms", "level_words", "money_scales", "months", "moving_verbs", "moving_words",
        "multiple_breakers", "multiple_objects", "multiples", "names", "near", "not_names", "not_plural", "nothing",
        "noun_openers", "noun_stops", "number_words", "ones", "orders", "ordinals", "participles", "period_nouns",
        "person_nouns", "phone_words", "places", "plural_forms", "plural_modifiers", "plural_scales", "policy",
        "prefix_scales", "prefix_signs", "prefixes", "rank_before", "rate_nouns", "scale_signs", "scales", "short_scales", "small_change",
        "spaced_prefixes", "streak_tails", "streak_words", "street_words", "suffix_signs", "superlatives", "symbols",
        "symbols_contextual", "symbols_glued", "symbols_spaced", "tens", "transparent", "triggers",
        "unit_dimensions", "unit_kinds", "unit_phrases", "up_adverbs", "up_nouns", "up_verbs", "up_weak",
        "version_words", "vulgar", "weak_multiples", "word_codes", "year_words",
    )  # fmt: skip

    def __init__(self, data: dict[str, Any]) -> None:
        for name in self.__slots__:
            setattr(self, name, data[name])

    if (
        TYPE_CHECKING
    ):  # at run time it would slow every look-up: the interpreter no longer knows where a slot lies

        def __getattr__(self, name: str) -> Any: ...


def load_lexicon(layers: tuple[Path, ...] = ()) -> Lexicon:
    """The lexicon of our vocabulary with a newsroom's layers over it, whose own units can then be measured, too."""
    return _loaded(layers)  # the cache tells a default from the same value given: it would load ours twice


@lru_cache(maxsize=4)
def _loaded(layers: tuple[Path, ...]) -> Lexicon:
    if layers:
        from factcheck.normalise.unit_registry import unit_sizes
        from factcheck.normalise.units import add_units

        add_units(unit_sizes(layers))
    return Lexicon(load_part("quantities", _build, layers, _VERSION))


def _build(data: dict[str, Any]) -> dict[str, Any]:
    from factcheck.extract.quantity_tables import build_lexicon  # only when nothing is kept

    return build_lexicon(data, SCALE_LETTERS)
