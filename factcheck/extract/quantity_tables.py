"""``rules/vocabulary/quantities/`` compiled to the plain look-ups of ``quantity_words.Lexicon``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.hints import Any

Phrases = dict[str, tuple[tuple[tuple[str, ...], Any], ...]]


def build_lexicon(data: dict[str, Any], scale_letters: Iterable[str]) -> dict[str, Any]:
    """One merged vocabulary mapping → the look-ups of ``Lexicon``, as plain data."""
    out: dict[str, Any] = {}
    for name in (
        "before", "cautious", "clock_words", "comparatives", "glued_scales", "hyphen_idioms", "level_words", "months",
        "moving_verbs", "person_nouns",
        "multiple_breakers", "multiple_objects", "not_names", "not_plural", "nothing", "noun_openers", "noun_stops",
        "participles", "period_nouns", "phone_words", "plural_modifiers", "plural_scales", "rank_before", "rate_nouns",
        "spaced_prefixes", "streak_words", "street_words", "superlatives", "symbols_contextual", "transparent",
        "version_words", "weak_multiples", "word_codes", "year_words", "ambiguous", "article_units",
    ):  # fmt: skip
        out[name] = frozenset(str(item) for item in data[name])
    for name in (
        "codes", "fractions", "multiples", "money_scales", "ones", "orders", "ordinals", "plural_forms",
        "prefix_scales", "prefixes", "scales", "short_scales", "symbols_glued", "symbols_spaced", "tens", "vulgar",
        "change_marks",
    ):  # fmt: skip
        out[name] = {k: tuple(v) if isinstance(v, list) else v for k, v in data[name].items()}
    out["change_gap"] = frozenset(data["change_gap"])
    out["streak_tails"] = _phrases((words, True) for words in data["streak_tails"])
    out["names"] = _phrases((words, True) for words in data["phrases"])
    out["near"] = {name: frozenset(group) for name, group in data["near"].items()}
    out["policy"] = data["policy"]
    out["adverbs"] = frozenset(data["up"]["adverbs"]) | frozenset(data["down"]["adverbs"])
    for way in ("up", "down"):
        for kind, key in (
            ("verbs", "verbs"),
            ("weak_verbs", "weak"),
            ("nouns", "nouns"),
            ("adverbs", "adverbs"),
        ):
            out[f"{way}_{key}"] = _last_words(data[way][kind])
    out["moving_words"] = frozenset(
        last
        for way in ("up", "down")
        for key in ("verbs", "weak")
        for last in out[f"{way}_{key}"]
        if last not in ("on", "up", "down", "back")
    )
    out["cue_words"] = frozenset(
        word for way in ("up", "down") for key in ("verbs", "weak", "nouns") for word in out[f"{way}_{key}"]
    )
    out["cue_signs"] = out["cue_words"] | {"up", "down", "off"}
    out["hedge_last"] = _hedges_before(data["hedges_before"])
    out["hedge_signs"] = out["transparent"] | set(out["hedge_last"])
    out["change_nouns"] = frozenset((*out["up_nouns"], *out["down_nouns"]))
    out["hedges_after"] = _phrases(
        (words, meaning) for meaning, group in data["hedges_after"].items() for words in group
    )
    _add_units(data, out)
    _add_currencies(data, out)
    _add_signs(out, scale_letters)
    words = (
        set(out["ones"]) | set(out["tens"]) | set(out["scales"]) | set(out["fractions"]) | set(out["vulgar"])
    )
    out["number_words"] = frozenset(words)
    out["triggers"] = frozenset(
        words | set(out["ordinals"]) | set(out["multiples"]) | set(out["orders"]) | out["article_units"]
    )
    return out


def _add_signs(out: dict[str, Any], scale_letters: Iterable[str]) -> None:
    """All that may stand for money before a number, and open a scale or a unit behind it: most words there do not."""
    joined = (prefix[1:] for prefix in out["prefixes"] if prefix[0] == "$")  # "$US300"
    out["prefix_signs"] = frozenset({*out["prefixes"], *out["codes"], *joined, ".", "(", *"-−–‐‑"})
    scaled = frozenset(letter + code for letter in scale_letters for code in out["codes"])
    out["scale_signs"] = frozenset({*out["scales"], *out["short_scales"], *out["money_scales"], "and"})
    out["suffix_signs"] = scaled.union(
        (
            "x",
            "×",
            "fold",
            *'"″”',
            *out["near"]["before_unit"],
            "point",
            "times",
            "time",
            "pounds",
            "pound",
            "RMB",
        ),
        *(out[name] for name in ("currency_phrases", "currency_words", "codes", "prefixes")),
        *(out[name] for name in ("unit_phrases", "symbols", "symbols_glued", "symbols_spaced")),
    )


def split_words(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokeniser cuts it, in lower case and without hyphens."""
    from factcheck.extract.tokens import Tokens

    tokens = Tokens(phrase.lower())
    return tuple(word for word in tokens.words[: tokens.count] if word != "-")


def _phrases(entries: Any) -> Phrases:
    """First word → its phrases (the words after it, meaning), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, meaning in entries:
        words = split_words(phrase)
        table.setdefault(words[0], []).append((words[1:], meaning))
    return {first: tuple(sorted(rest, key=lambda e: -len(e[0]))) for first, rest in table.items()}


def _last_words(phrases: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Last word → the words before it, so that a look-back finds "edged up" at "up"; longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = split_words(phrase)
        table.setdefault(words[-1], []).append(words[:-1])
    return {last: tuple(sorted(set(rest), key=len, reverse=True)) for last, rest in table.items()}


def _hedges_before(groups: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for meaning, phrases in groups.items():
        for phrase in phrases:
            words = split_words(phrase)
            table.setdefault(words[-1], []).append((words[:-1], meaning))
    return {last: tuple(sorted(rest, key=lambda e: -len(e[0]))) for last, rest in table.items()}


def plural(word: str) -> str:
    """The regular plural of an English noun."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _add_units(data: dict[str, Any], out: dict[str, Any]) -> None:
    phrases: dict[str, str] = {}
    symbols: dict[str, str] = {}
    kinds: dict[str, str] = {}
    prefixes = data["unit_prefixes"]
    for name, spec in data["units"].items():
        spec = spec or {}
        kind = spec.get("kind", "amount")
        plurals = spec.get("plurals", {})
        spellings = [] if spec.get("words") == [] and "phrases" in spec else [name, *spec.get("words", ())]
        for prefix in ("", *spec.get("prefixes", ())):
            canonical = prefix + name
            kinds[canonical] = kind
            for word in spellings:
                phrases[prefix + word] = canonical
                phrases[prefix + plurals.get(word, _plural_phrase(word))] = canonical
            signs = prefixes[prefix]["symbols"] if prefix else [""]
            own = spec.get("symbol", ())
            if prefix or spec.get("bare_symbol", True):
                for symbol in (own,) if isinstance(own, str) else own:
                    symbols.update((sign + symbol, canonical) for sign in signs)
        for phrase in spec.get("phrases", ()):
            phrases[phrase] = name
        for symbol in spec.get("symbols", ()):
            symbols[symbol] = name
    phrases.update(data["unit_aliases"])
    for symbol in (*data["symbols_glued"], *data["symbols_spaced"]):
        symbols.pop(symbol, None)
    simple = {s: u for s, u in symbols.items() if len(split_words(s)) == 1}
    phrases.update({s.lower(): u for s, u in symbols.items() if len(split_words(s)) > 1})
    out["symbols"] = simple
    out["unit_phrases"] = _phrases(phrases.items())
    out["unit_kinds"] = kinds
    out["unit_dimensions"] = {}


def _plural_phrase(phrase: str) -> str:
    head, _, last = phrase.rpartition(" ")
    return f"{head} {plural(last)}".strip()


def _add_currencies(data: dict[str, Any], out: dict[str, Any]) -> None:
    codes = data["codes"]
    plurals = data["irregular_plurals"]
    words = {}
    phrases: dict[str, tuple[str, str]] = {}
    for word, code in data["words"].items():
        for form in {word, plurals.get(word, plural(word)), word + "s"} - {"wons", "reals", "gbps"}:
            words[form] = (codes[code], code)
    for word, (name, code) in data["hundredths"].items():
        for form in (word, _plural_phrase(word)):
            if " " in word:
                phrases[form] = (name, code)
            else:
                words[form] = (name, code)
    out["families"] = _families(data, words)
    out["family_codes"] = {name: frozenset(spec["codes"]) for name, spec in data["families"].items()}
    phrases.update(_national(data, plurals))
    out["currency_words"] = words
    out["small_change"] = frozenset(name for name, _ in data["hundredths"].values())
    out["currency_phrases"] = _phrases(phrases.items())
    dollars = out["family_codes"]["dollar"] - {"USD"}
    out["dollar_places"] = frozenset(
        split_words(place)[-1]
        for code in dollars
        for place in (
            *data["places"].get(code, ()),
            *(c for c, owner in data["countries"].items() if owner == code),
        )
    )
    places = [(place, code) for code, group in data["places"].items() for place in group]
    out["places"] = _phrases([*places, *data["countries"].items()])


def _families(data: dict[str, Any], words: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Word form → family of currencies that several countries share; ``words`` gets what each means alone."""
    forms: dict[str, str] = {}
    for noun, spec in data["families"].items():
        alone = spec["alone"]
        for form in (noun, plural(noun), *spec.get("forms", ())):
            forms[form] = noun
            words[form] = (data["codes"][alone], alone) if alone else (noun, noun)
    for word in ("buck", "bucks"):
        forms[word] = "dollar"
    return forms


def _national(data: dict[str, Any], plurals: dict[str, str]) -> dict[str, tuple[str, str]]:
    """ "Swedish crowns", "U.S. dollars", "Canadian cents": a country's money in full."""
    codes = data["codes"]
    phrases: dict[str, tuple[str, str]] = {}
    for country, code in data["countries"].items():
        noun = codes[code].rpartition(" ")[2]
        for word, nouns in data["country_nouns"].items():
            if noun not in nouns.split() and not (code == "GBP" and word == "pound"):
                continue
            extra = data["families"].get(word, {}).get("forms", ())
            for form in (word, plurals.get(word, plural(word)), word + "s", *extra):
                phrases[f"{country} {form}"] = (codes[code], code)
    phrases["pounds sterling"] = phrases["pound sterling"] = (codes["GBP"], "GBP")
    for country, name, code in (
        ("us", "US", "USD"), ("u.s.", "US", "USD"), ("australian", "Australian", "AUD"),
        ("canadian", "Canadian", "CAD"),
    ):  # fmt: skip
        for form in ("cent", "cents"):
            phrases[f"{country} {form}"] = (f"{name} cent", code)
    return phrases
