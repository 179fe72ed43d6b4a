"""Plain forms of words, for comparing them. Not meant to be shown."""

from __future__ import annotations

_IRREGULAR = {
    "women": "woman",
    "men": "man",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
}


def singular(word: str) -> str:
    """A plain singular: "services" → "service"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]


def is_word(lower: str) -> bool:
    """False for what only joins others in a name: "food and beverage", "commercial & industrial"."""
    return lower != "and" and lower[:1].isalnum()


def part_name(name: str) -> str:
    """The name of a part of a company in plain forms: "Food & Beverages" → "food beverage"."""
    plain = name.lower().replace("-", " ")
    return " ".join(singular(word) for word in plain.split() if is_word(word))
