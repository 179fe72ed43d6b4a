"""Names by form: legal suffixes off, spellings compared. The one module that knows rapidfuzz."""

from __future__ import annotations

from functools import lru_cache

# Forms of companies in the places whose firms are in the news, lower case and without full stops.
# Sources: the ISO 20275 list of entity legal forms, in the spellings that newspapers use.
LEGAL_FORMS = frozenset(
    [
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "limited",
        "llc",
        "llp",
        "lp",
        "plc",
        "ag",
        "se",
        "sa",
        "nv",
        "bv",
        "ab",
        "asa",
        "as",
        "oy",
        "oyj",
        "spa",
        "srl",
        "gmbh",
        "kgaa",
        "kk",
        "kg",
        "pty",
        "pte",
        "bhd",
        "berhad",
        "tbk",
        "pjsc",
        "jsc",
        "psc",
        "sab",
        "cv",
        "sgps",
        "sarl",
        "sas",
        "aps",
        "hf",
        "adr",
        "ads",
        "cos",
        "companies",
    ]
)
# Words that a short form leaves out as well, but that alone make no legal form.
GROUP_WORDS = frozenset(["group", "holding", "holdings", "grp", "the"])
_LINKS = frozenset(["&", "and", "\0", ""])
# What must not be left over: a name of these words alone names nobody.
_EMPTY = frozenset(
    ["international", "national", "general", "global", "united", "first", "american", "new", "bank"]
)


def name_words(name: str) -> list[str]:
    """The lower-case words of a name without punctuation: "Harlow Group Holding Ltd." → harlow group holding ltd."""
    plain = name.lower().replace("’", "'").replace("'s ", " ").removesuffix("'s")
    kept = "".join(char if char.isalnum() or char == "&" else ("" if char in "'." else " ") for char in plain)
    return kept.split()


def is_legal_word(word: str) -> bool:
    """True for "Inc.", "Ltd", "Holdings", "Group": words that may follow a company's name without changing it."""
    plain = word.lower().replace(".", "").strip(",'")
    return plain in LEGAL_FORMS or plain in GROUP_WORDS


def strip_legal_suffix(name: str) -> str:
    """A company's name without its legal form: "Foo Holdings Co., Ltd." → "Foo". Never leaves nothing over."""
    pieces = name.split()
    keep = len(pieces)
    while keep > 1 and (is_legal_word(pieces[keep - 1]) or pieces[keep - 1].strip(",.").lower() in _LINKS):
        keep -= 1
    if keep == 1 and pieces[0].lower().strip(",.") in _EMPTY:
        return name.strip()
    first = 1 if keep > 1 and pieces[0].lower() == "the" else 0
    return " ".join(pieces[first:keep]).rstrip(",")


def name_key(name: str) -> str:
    """What two forms of one name share: "The Harlow Group Holding Ltd." and "Harlow" give "harlow"."""
    return " ".join(name_words(strip_legal_suffix(name)))


def same_name(a: str, b: str) -> bool:
    """True when two names are forms of one: equal without legal forms, or one the other's initials.

    Deterministic and narrow on purpose: "Norvane" and "Norvane Energy" are two, a letter's difference makes two.
    """
    key_a, key_b = name_key(a), name_key(b)
    if key_a == key_b:
        return bool(key_a)
    return _initials(key_a, key_b, b) or _initials(key_b, key_a, a)


def _initials(long: str, short: str, written: str) -> bool:
    """ "IMF" for "International Monetary Fund": at least three capitals, one a word."""
    words = [word for word in long.split() if word not in ("of", "and", "for", "the", "&")]
    capitals = written.replace(".", "").strip()
    return (
        len(words) >= 3
        and len(short) == len(words)
        and capitals.isupper()
        and short == "".join(w[0] for w in words)
    )


@lru_cache(maxsize=4096)
def similar(a: str, b: str) -> int:
    """How alike two spellings are, 0 to 100, case and punctuation aside. Symmetric; 100 only for equal words."""
    left, right = " ".join(name_words(a)), " ".join(name_words(b))
    if left == right:
        return 100
    from rapidfuzz.fuzz import ratio  # 30 ms: only when two spellings must be compared

    return min(99, round(ratio(left, right)))


def one_letter_apart(a: str, b: str) -> bool:
    """True when one letter added, dropped or changed, or two neighbours swapped, makes one name the other."""
    left, right = " ".join(name_words(a)), " ".join(name_words(b))
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(left, right, score_cutoff=1) == 1
