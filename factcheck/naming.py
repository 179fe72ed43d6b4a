"""What a claim is about, in the words of its article: "Harbour Line's freight revenue in France", "AI PC", "EBITA".

Names are kept small and joined by blanks, so that claims meet; people read them with the capitals and hyphens they were
written with, which the text gives back.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.claim import Claim
from factcheck.patterns import Lazy

_WORD = Lazy(r"[^\W_]+")
_LONGEST = 50_000
# Dimensions of a scope by where they stand: before the measure, or behind it.
_BEFORE = ("adjustment", "accounting", "share-count", "price-basis", "market", "segment", "product")
_JOINED = {"per": "per ", "operations": "from ", "attributable": "attributable to ", "purpose": "for "}
_SHARES = ("share", "stake", "part", "portion", "dominance", "percentage", "proportion")
_SUFFIXES = ("", "s", "es", "'s", "’s")
_INVARIABLE = ("times", "people", "hertz", "series", "species", "staff", "aircraft", "percent")
_IRREGULAR = {"foot": "feet", "person": "people", "man": "men", "woman": "women", "child": "children"}
NAMELESS = "article:"  # begins the id of an article's subject that no name is known of


def spelled(words: str, text: str, to_word_end: bool = False) -> str:
    """``words`` with the capitals and hyphens that ``text`` gives them: "ai related product" → "AI-related product".

    ``to_word_end``: with the ending of the last word, too: "AI-related products". Unchanged where the text has no such
    words; a capital that only begins a sentence, a headline or one word of a name ("Harlow Cloud") is not kept.
    """
    wanted = _plain(words)
    if not wanted.strip():
        return words
    text = text[:_LONGEST]
    plain = _plain(text)
    headline = _is_headline(text)
    best = ""
    at = plain.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        rest = _WORD.match(plain, end)
        tail = rest.group() if rest else ""
        if (at == 0 or not plain[at - 1].isalnum()) and tail in _SUFFIXES:
            found = text[at : end + len(tail) if to_word_end else end]
            inner = _settled(found, headline or " " not in wanted.strip() or _begins(text, at))
            if inner == found and not headline:
                return inner
            best = best or inner
        at = plain.find(wanted, at + 1)
    return best or " ".join(_one_word(word, text) for word in words.split(" "))


def _plain(text: str) -> str:
    """Small letters and blanks for hyphens, character for character."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return low.replace("-", " ").replace("‑", " ").replace("\n", " ")


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t“\"'‘(*#>-")
    return not before or before[-1] in ".!?:\n" or "\n" in text[len(before) : at]


def _is_headline(text: str) -> bool:
    long = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(long) > 4 and sum(word[0].isupper() for word in long) * 10 > len(long) * 7


def _settled(found: str, capital_means_nothing: bool) -> str:
    """Found words without the capitals that only the place in the sentence gave them."""
    if not capital_means_nothing:
        return found
    return _WORD.sub(lambda match: _lower(match.group()), found)


def _lower(word: str) -> str:
    if len(word) == 1:
        return word if word not in ("A", "I") else word.lower()
    return word if any(char.isupper() or char.isdigit() for char in word[1:]) else word.lower()


def _one_word(word: str, text: str) -> str:
    """A word as the text has it, if the text has it in capitals: "ai" → "AI"."""
    for match in _WORD.finditer(text):
        found = match.group()
        if found.lower() == word.lower() and any(char.isupper() for char in found[1:]):
            return found
    return word


def metric_name(claim: Claim, text: str = "", own_words: bool = False) -> str:
    """The measure in words: "market share", "EBITA", "AI PC market dominance"; ``own_words``: as the writer calls it,
    "ticket sales" for revenue."""
    if own_words and claim.metric_words and not claim.metric.startswith("~"):
        return spelled(claim.metric_words.lower(), text or claim.metric_words)
    name = claim.metric.replace("~", "").replace("_", " ").replace("-", " ")
    shown = spelled(name, claim.metric_words)
    if shown == name and text:
        shown = spelled(name, text)
    if not claim.metric.startswith("~"):
        shown = shown.replace("-", " ")
    known = not claim.metric.startswith("~")
    return shown.upper() if known and shown == name and len(name) <= 3 else shown  # gdp, cpi, ffo


def scope_name(claim: Claim, text: str = "") -> str:
    """The scope in words: "AI infrastructure in China", "adjusted"; "" for none."""
    parts = dict(claim.scope)
    said = [_value(name, parts.pop(name), text, True) for name in _BEFORE if name in parts]
    place = parts.pop("place", "")
    if place:
        said.append(place_name(place, text) if not said else "in " + place_name(place, text))
    for name, value in parts.items():
        shown = _value(name, value, text, True)
        if shown not in said:
            said.append(_JOINED.get(name, "") + shown)
    return " ".join(dict.fromkeys(said))


def _value(dimension: str, value: str, text: str, to_word_end: bool) -> str:
    words = value.replace("_", " ")
    return spelled(words.replace("-", " ") if dimension != "per" else words, text, to_word_end)


_WIDE = {"global": "the world", "national": "the whole country"}


def place_name(place: str, text: str) -> str:
    """A place as the text writes it, else with capitals: "china" → "China"; "the world" for global, for which no name stands."""
    if place in _WIDE:
        return _WIDE[place]
    words = place.removeprefix("place:").removeprefix("~").replace("-", " ").replace("_", " ")
    small = ("of", "and", "the", "in")
    shown = spelled(words, text)  # "UK", "USA", "McAllen"
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in shown.split(" "))


def possessive(name: str) -> str:
    """Harbour Line's; Barclays'."""
    return name + ("’" if "’" in name else "'") + ("" if name[-1:].lower() == "s" else "s")


def thing(claim: Claim, text: str = "", owned: bool = True, own_words: bool = False) -> str:
    """What is measured, of whom (if ``owned``) and of what part: "Harbour Line's freight revenue in France"."""
    front, behind = _thing(claim, text, owned, own_words)
    return " ".join((front, *behind))


def told(claim: Claim, figure: str, text: str = "") -> str:
    """The claim with its figure, as the subject of a sentence: "the rise of 26% in Harbour Line's freight revenue"."""
    front, behind = _thing(claim, text)
    if claim.measure == "change":
        verb = {"up": "rise", "down": "fall"}.get(claim.direction or "", "change")
        return " ".join((f"the {verb} of {figure.lstrip('+−-')} in {front}", *behind))
    noun = metric_name(claim).split(" ")[-1].lower()
    if claim.measure in ("count", "duration") and noun and noun[:4] in figure.lower():
        owner = "" if _nameless(claim) else possessive(claim.entity.name) + " "
        scope = scope_name(claim, text)
        return f"{owner}{figure}" + (f" ({scope})" if scope else "")
    return " ".join((f"{front} of {figure}", *behind))


def _thing(claim: Claim, text: str, owned: bool = True, own_words: bool = False) -> tuple[str, list[str]]:
    """Owner and measure, and what stands behind: ("Harbour Line's freight revenue", ["in China"])."""
    metric = metric_name(claim, text, own_words)
    known = f" {_plain(metric)} {_plain(claim.entity.name)} "
    parts = dict(claim.scope)
    before = [
        shown
        for name in _BEFORE
        if name in parts and f" {_plain(shown := _value(name, parts[name], text, False))}" not in known
    ]
    before = [one for one in before if not any(one != other and f"{one} " in f"{other} " for other in before)]
    behind = []
    if "place" in parts and f" {_plain(place_name(parts['place'], text))}" not in known:
        behind.append("in " + place_name(parts["place"], text))
    if "per" in parts and f" {parts['per']}" not in known:
        behind.append("per " + parts["per"])
    if "operations" in parts:
        behind.append(f"from {parts['operations']} operations")
    if "purpose" in parts and f" {parts['purpose']}" not in known:
        behind.append("for " + _value("purpose", parts["purpose"], text, True))
    what = _measured(claim, " ".join((*before, metric)))
    return what if not owned or _nameless(claim) else f"{possessive(claim.entity.name)} {what}", behind


def _measured(claim: Claim, metric: str) -> str:
    """The measure with what kind of number it is, where the name alone does not say: "number of arrests"."""
    if claim.measure == "share" and not any(word in metric for word in _SHARES):
        return f"share of {metric}"
    if claim.measure == "rank":
        return f"rank as {metric}" if claim.metric.startswith("~") else f"rank by {metric}"
    if claim.measure == "count" and (claim.metric.startswith("~") or metric.endswith("s")):
        head, _, last = metric.rpartition(" ")
        many = last if last.endswith("s") else plural(last)
        return f"number of {head} {many}".replace("  ", " ")
    return metric


def _nameless(claim: Claim) -> bool:
    return claim.entity.id.startswith(NAMELESS) or not claim.entity.name


def counted_unit(unit: str, value: Fraction) -> str:
    """A canonical singular unit as it stands behind a number: 3 years, 12 kilometres per hour, 40 degrees Celsius."""
    if value == 1:
        return unit
    for joint in (" per ", " of "):
        head, found, rest = unit.partition(joint)
        if found:
            return counted_unit(head, value) + joint + rest
    head, found, rest = unit.partition("degree ")
    if found and not head:
        return f"degrees {rest}"
    start, space, last = unit.rpartition(" ")
    return start + space + plural(last)


def plural(noun: str) -> str:
    """The plural of an English noun, by its ending: shares, cities, feet."""
    lower = noun.lower()
    if not lower[-1:].isalpha() or lower.endswith(_INVARIABLE):
        return noun
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if lower.endswith(("s", "x", "z", "ch", "sh")) else "s")
