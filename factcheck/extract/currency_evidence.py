"""Whose dollar, crown or peso a text means: by what it calls its money elsewhere, and by the places it names.

The text is scanned once, and only when a word or sign turns up that several countries share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import Tokens

BY_MENTION, BY_PLACE, BY_HINT = "currency-by-mention", "currency-by-place", "currency-by-entity"
GUESSED = "ambiguous-currency"
_SIGNED_US = ("US$", "$US", "U.S.$")


class CurrencyEvidence:
    """Where a text names a currency outright ("Czech crowns", CZK) and where it names a place with a currency."""

    __slots__ = ("_families", "lexicon", "mentions", "places", "text")

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lexicon, self.text = lexicon, tokens.text
        self.mentions: list[tuple[int, str]] = []
        self.places: list[tuple[int, str]] = []
        self._families: dict[str, tuple[list[tuple[int, str]], ...]] = {}
        words, low = tokens.words, tokens.low
        for at in range(tokens.count):
            word = words[at]
            if not word[0].isalpha():
                continue
            if word[0].isupper():
                self._capital(tokens, at)
            elif low[at] in lexicon.currency_words and low[at] not in lexicon.families:
                self.mentions.append((at, lexicon.currency_words[low[at]][1]))

    def _capital(self, tokens: Tokens, at: int) -> None:
        lexicon, low = self.lexicon, tokens.low
        if tokens.words[at] in lexicon.codes and tokens.words[at] not in lexicon.word_codes:
            self.mentions.append((at, tokens.words[at]))
            return
        for rest, (_, code) in lexicon.currency_phrases.get(low[at], ()):
            if tuple(low[at + 1 : at + 1 + len(rest)]) == rest:
                self.mentions.append((at, code))
                return
        for rest, code in lexicon.places.get(low[at], ()):
            if tuple(low[at + 1 : at + 1 + len(rest)]) == rest:
                if low[at] != "us" or tokens.words[at] == "US":
                    self.places.append((at, code))
                return

    def owner(self, family: str, at: int) -> tuple[str, str] | None:
        """(code, how) of the country whose ``family`` ("crown") the word at token ``at`` is; None if the text is silent.

        What the text called it last counts, else what it calls it next, else the nearest place of such a country.
        """
        known = self._families.get(family)
        if known is None:
            codes = self.lexicon.family_codes[family]
            known = tuple(
                [entry for entry in seen if entry[1] in codes] for seen in (self.mentions, self.places)
            )
            self._families[family] = known
        named, places = known
        if named:
            return named[max(bisect_left(named, (at, "")) - 1, 0)][1], BY_MENTION
        if not places:
            return None
        after = bisect_left(places, (at, ""))
        near = places[max(after - 1, 0) : after + 1]
        return min(near, key=lambda entry: abs(entry[0] - at))[1], BY_PLACE

    def dollar(self) -> tuple[str, str] | None:
        """The dollar that a bare ``$`` is, where it is not the United States'.

        A text that writes "US$" for American money means its own by "$": that of the place it speaks of; so does one
        that writes "USD" and speaks of that place more than of America. Otherwise only a text with three mentions of
        such a place and none of an American one is taken to write its own.
        """
        codes = self.lexicon.family_codes["dollar"]
        seen = Counter(code for _, code in self.places if code in codes)
        american = seen.pop("USD", 0)
        if not seen:
            return None
        (code, times), *others = sorted(seen.items(), key=lambda one: -one[1])
        if others and others[0][1] == times:
            return None
        if any(sign in self.text for sign in _SIGNED_US) or ("USD" in self.text and times > american):
            return code, BY_PLACE
        return (code, BY_PLACE) if times > 2 and not american else None

    def yen_or_yuan(self) -> tuple[str, str] | None:
        """JPY or CNY for ``¥``, whichever the text names more often as money, else as a place."""
        for entries, how in ((self.mentions, BY_MENTION), (self.places, BY_PLACE)):
            seen = Counter(code for _, code in entries if code in ("JPY", "CNY"))
            if seen["JPY"] != seen["CNY"]:
                return max(seen, key=lambda code: seen[code]), how
        return None
