"""What kind of word a word can be, and what a verb does with figures: the vocabulary part "grammar", compiled."""

from __future__ import annotations

from functools import lru_cache

from factcheck.errors import ConfigurationError
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

# Codes of words. A word that can be several things has several letters; see syntax.tags.
DETERMINER, POSSESSIVE, PRONOUN, PREPOSITION, CONJUNCTION = "D", "H", "O", "P", "C"
SUBORDINATOR, RELATIVE, MODAL, BE, HAVE, DO, NEGATION = "S", "R", "M", "Z", "Y", "X", "n"
ADVERB, DIRECTION, ADJECTIVE, NOUN = "B", "U", "A", "N"
PAST, ED, PARTICIPLE, ING, BASE, THIRD = (
    "V",
    "E",
    "K",
    "G",
    "W",
    "F",
)  # rose · reported · risen · rising · rise · rises
FIGURE, TIME, SIGN, OWNER = "Q", "T", ".", "i"  # a quantity · a period · punctuation · 's

_CLOSED = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "pronoun": PRONOUN,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "relative": RELATIVE,
    "modal": MODAL,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "negation": NEGATION,
    "direction": DIRECTION,
    "adverb": ADVERB,
}
FRAMES = (
    "move",
    "shift",
    "place",
    "measure",
    "have",
    "own",
    "say",
    "forecast",
    "target",
    "planned",
    "rumoured",
    "denied",
    "light",
    "ends",
    "strikes",
    "causes",
    "orders",
    "acts",
    "other",
)
_BIT = {frame: 1 << number for number, frame in enumerate(FRAMES)}
_FUNCTION = "DHOPCSRMZYX"
_ADJECTIVAL = ("al", "ive", "ous", "ic", "able", "ible", "ful", "less", "ary")


class Lexicon:
    """Words by what they can be. Lookups are lower case."""

    __slots__ = (
        "_codes",
        "_frames",
        "_lemmas",
        "_own",
        "_plurals",
        "beside_figures",
        "foreseers",
        "goods_by_age",
        "in_results",
    )

    def __init__(self, data: dict[str, Any]) -> None:
        self._codes: dict[str, str] = data["codes"]
        self._lemmas: dict[str, str] = data["lemmas"]
        self._frames: dict[str, int] = data["frames"]
        self._own: dict[str, dict[str, str]] = data["own"]
        self._plurals: frozenset[str] = data["plurals"]
        self.foreseers: frozenset[str] = data["foreseers"]
        self.beside_figures: frozenset[str] = data["beside_figures"]
        self.in_results: frozenset[str] = data["in_results"]
        self.goods_by_age: frozenset[str] = data["goods_by_age"]

    def code(self, word: str) -> str:
        """All that a word can be, as code letters; what its ending says where nobody told us."""
        known = self._codes.get(word)
        if known is not None:
            return known
        if len(word) > 4:
            if word.endswith("ed"):
                code = (
                    ADJECTIVE + ED if word.startswith("un") else ED
                )  # "unsecured notes", "uncovered a plot"
            elif word.endswith("ing"):
                code = ING
            elif word.endswith("ly"):
                code = ADVERB
            elif word.endswith(_ADJECTIVAL):
                code = ADJECTIVE + NOUN
            else:
                code = NOUN
        else:
            code = NOUN
        return code

    def closed(self, word: str) -> bool:
        """True for "the", "of", "and", "it", "was": a word of a class that takes no new members."""
        return self._codes.get(word, "N")[0] in _FUNCTION

    def is_verb(self, word: str) -> bool:
        """True for a form of a verb somebody told us: "posted", "rise"."""
        return word in self._lemmas

    def plural(self, word: str) -> bool:
        """True for a plural that has no s: "people", "police"."""
        return word in self._plurals

    def lemma(self, word: str) -> str:
        """The base form of a verb form: "rose" → "rise"; a regular guess for a verb nobody told us."""
        known = self._lemmas.get(word)
        if known is not None:
            return known
        if word.endswith("ied"):
            return word[:-3] + "y"
        return word.removesuffix("ing").removesuffix("ed")

    def does(self, lemma: str, frame: str) -> bool:
        """True when the verb is listed under a frame: move, shift, measure, have, say, forecast, …"""
        return bool(self._frames.get(lemma, 0) & _BIT[frame])

    def own_metric(self, lemma: str, family: str) -> str | None:
        """The metric a verb itself names for a figure of a family: ("spend", "money") → "spending"."""
        named = self._own.get(lemma)
        return named.get(family) if named is not None else None


@lru_cache(maxsize=8)
def load_lexicon(layers: tuple[Path, ...] = ()) -> Lexicon:
    """The grammar vocabulary, a newsroom's layers on top of ours. Raises ConfigurationError for an unknown class."""
    return Lexicon(load_part("grammar", _build, layers, version="14"))


def _build(data: dict[str, Any]) -> dict[str, Any]:
    codes: dict[str, str] = {}
    closed = data.get("closed", {})
    _refuse_unknown("closed", closed, _CLOSED)
    for name, code in _CLOSED.items():
        for word in closed.get(name, ()):
            codes.setdefault(str(word).lower(), code)
    verbs = data.get("verbs", {})
    _refuse_unknown("verbs", verbs, FRAMES)
    frames: dict[str, int] = {}
    for number, frame in enumerate(FRAMES):
        for lemma in verbs.get(frame, ()):
            frames[str(lemma)] = frames.get(str(lemma), 0) | 1 << number
    nouns = {str(word).lower() for word in data.get("nouns", ())}
    adjectives = {str(word).lower() for word in data.get("adjectives", ())}
    lemmas: dict[str, str] = {}
    open_codes: dict[str, str] = {}
    doubled = {str(word) for word in data.get("doubled", ())}
    irregular = {
        str(word): [str(form) for form in forms] for word, forms in data.get("irregular", {}).items()
    }
    for lemma in irregular:
        frames.setdefault(lemma, 0)
    for lemma in sorted(frames):
        for form, code in _forms(lemma, irregular.get(lemma), lemma in doubled):
            lemmas.setdefault(form, lemma)
            have = open_codes.get(form, "")
            if code not in have:
                open_codes[form] = have + code
    for form, code in open_codes.items():
        if form in adjectives:
            code = ADJECTIVE + code
        codes.setdefault(form, NOUN + code if form in nouns else code)
    for word in sorted(adjectives):
        codes.setdefault(word, ADJECTIVE + (NOUN if word in nouns else ""))
    for word in sorted(nouns):
        codes.setdefault(word, NOUN)
    own = {
        str(lemma): {str(family): str(name) for family, name in named.items()}
        for lemma, named in verbs.get("own", {}).items()
    }
    lists = {
        name: frozenset(str(word) for word in data.get(name, ()))
        for name in ("plurals", "foreseers", "beside_figures", "in_results", "goods_by_age")
    }
    return {"codes": codes, "lemmas": lemmas, "frames": frames, "own": own, **lists}


def _forms(lemma: str, irregular: list[str] | None, doubled: bool) -> list[tuple[str, str]]:
    """The forms of a verb with their codes: base, third person, -ing, past, participle."""
    stem = lemma + lemma[-1] if doubled else lemma
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        ing = lemma[:-2] + "ying" if lemma.endswith("ie") else lemma[:-1] + "ing"
    else:
        ing = stem + "ing"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma.endswith("e"):
        past = lemma + "d"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        past = lemma[:-1] + "ied"
    else:
        past = stem + "ed"
    forms = [(lemma, BASE), (third, THIRD), (ing, ING)]
    if irregular is None:
        return [*forms, (past, ED)]
    first, second = irregular
    if first == second:
        return [*forms, (first, ED)]
    if second == lemma:
        return [*forms, (first, PAST), (second, PARTICIPLE)]
    return [*forms, (first, PAST), (second, PARTICIPLE)]


def _refuse_unknown(part: str, have: dict[str, Any], known: Any) -> None:
    for name in have:
        if name not in known:
            raise ConfigurationError(
                f"vocabulary grammar, {part}: unknown class “{name}”; known are {', '.join(known)}"
            )
