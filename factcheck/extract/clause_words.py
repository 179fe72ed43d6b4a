"""The words by which clauses are read, as sets, from the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.hints import TYPE_CHECKING, Any
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

_SETS = [
    "delta_nouns",
    "falling_nouns",
    "on_its_way",
    "slides",
    "neither_nouns",
    "restricting",
    "led_to",
    "delta_modifiers",
    "estimate_words",
    "empty_modifiers",
    "pointed_at",
    "changes_of",
    "annual_plans",
    "beyond_the_year",
    "as_reported",
    "no_parts",
    "told_by_region",
    "left_out_items",
    "unit_words",
    "turning_verbs",
    "adding",
    "adding_within",
    "reviewing",
    "next_words",
    "reasons",
    "grounds",
    "guiding",
    "guided_per_share",
    "remarking",
    "officers",
    "invested",
    "roles_before_names",
    "averages",
    "off_plan",
    "planned_for",
    "things_named",
    "beating_verbs",
    "settings",
    "away",
    "awaiting",
    "marks_set",
    "occasions",
    "growing",
    "metrics_of_parts",
    "words_of_whole",
    "result_words",
    "foreseeing",
    "offered",
    "base_words",
    "yield_verbs",
    "taking_away",
    "no_segments",
    "up_verbs",
    "down_verbs",
    "light_nouns",
    "role_nouns",
    "place_nouns",
    "treated_people",
    "treating_verbs",
    "group_words",
    "time_nouns",
    "told_before",
    "showing_verbs",
    "telling_verbs",
    "part_verbs",
    "standing_for",
    "whole_verbs",
    "assured",
    "yardsticks",
    "range_parts",
    "paid_with",
    "movers",
    "comparing",
    "giving_verbs",
    "having_verbs",
    "expecting",
    "targeted_nouns",
    "timed_nouns",
    "source_nouns",
    "company_nouns",
    "company_names",
    "person_roles",
    "public_names",
    "mouthpieces",
    "organs",
    "shy_places",
    "money_nouns",
    "any_basis",
    "witnessed",
]

# The first word → (number of words behind it, those words → the phrase's meaning), longest first.
PhraseTable = dict[str, list[tuple[int, dict[tuple[str, ...], str]]]]


class ClauseWords(dict[str, frozenset[str]]):
    """Sets of lower-case words by name, and phrase tables for basis, modality and company words.

    A phrase table maps a first word to the phrases that begin with it (see PhraseTable).
    """

    __slots__ = (
        "based_results",
        "basis",
        "compass",
        "currencies",
        "implied",
        "lists_all",
        "modality_nouns",
        "shares",
        "short_forms",
        "sizes",
        "won_or_lost",
    )

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data["sets"])
        self.shares: dict[str, str] = data["shares"]
        self.based_results: dict[str, str] = data["based_results"]
        self.lists_all: tuple[str, ...] = data["lists_all"]
        self.basis: PhraseTable = data["basis"]
        self.modality_nouns: dict[str, str] = data["modality_nouns"]
        self.implied: dict[str, str] = data["implied"]
        self.short_forms: dict[str, str] = data["short_forms"]
        self.sizes: dict[str, str] = data["sizes"]
        self.compass: dict[str, str] = data["compass"]
        self.currencies: dict[str, str] = data["currencies"]
        self.won_or_lost: dict[str, str] = data["won_or_lost"]


def phrase_at(table: PhraseTable, words: Sequence[str], at: int) -> tuple[int, str] | None:
    """The longest phrase of ``table`` that starts at word ``at``: (number of words, meaning)."""
    known = table.get(words[at])
    if known is None:
        return None
    behind = tuple(words[at + 1 : at + 1 + known[0][0]])  # the longest comes first
    for size, meanings in known:
        meaning = meanings.get(behind[:size])
        if meaning is not None:
            return 1 + size, meaning
    return None


def _phrases(groups: dict[str, list[str]]) -> PhraseTable:
    table: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for meaning, phrases in sorted(groups.items(), reverse=True):  # of two meanings the first by name
        for phrase in phrases:
            words = str(phrase).lower().replace("-", " ").replace("'s", " 's").split()
            table.setdefault(words[0], {}).setdefault(len(words) - 1, {})[tuple(words[1:])] = meaning
    return {first: sorted(sizes.items(), reverse=True) for first, sizes in table.items()}


def _build(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "sets": {name: frozenset(str(word).lower() for word in data.get(name, ())) for name in _SETS},
        "lists_all": tuple(f" {phrase} " for phrase in data.get("lists_all", ())),
        "shares": {str(noun): str(metric) for noun, metric in data.get("share_metrics", {}).items()},
        "based_results": {str(word): str(one) for word, one in data.get("based_results", {}).items()},
        "basis": _phrases(data.get("basis", {})),
        "implied": {str(key): str(metric) for key, metric in data.get("implied", {}).items()},
        "short_forms": {str(short): str(word) for short, word in data.get("short_forms", {}).items()},
        "sizes": {str(word): str(name) for word, name in data.get("sizes", {}).items()},
        "won_or_lost": {str(verb): str(way) for verb, way in data.get("won_or_lost", {}).items()},
        "currencies": {
            str(word): code for code, given in data.get("currencies", {}).items() for word in given
        },
        "compass": {
            str(word): side for side, given in data.get("compass", {}).items() for word in (side, *given)
        },
        "modality_nouns": {
            str(noun): meaning for meaning, nouns in data.get("modality_nouns", {}).items() for noun in nouns
        },
    }


@lru_cache(maxsize=8)
def clause_words(layers: tuple[Path, ...] = ()) -> ClauseWords:
    """The clause vocabulary, a newsroom's layers on top of ours."""
    return ClauseWords(load_part("clauses", _build, layers, version="22 " + " ".join(_SETS)))
