"""Money: symbols, codes and words before and after a number, and which dollar a dollar is."""

from __future__ import annotations

from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import MINUS, Tokens
from factcheck.patterns import Lazy

_SIGNS = frozenset("$€£¥￥₹₩₽₺₪₫฿₦₱₴₡₭₮₸₾₵₲₿元¢")
_STATED = Lazy(
    r"\b(?:in|are) (US|U\.S\.|Australian|Canadian|Hong Kong|New Zealand|Singapore|Taiwan) dollars\b"
)
_DOLLARS = {
    "US": "USD", "U.S.": "USD", "Australian": "AUD", "Canadian": "CAD", "Hong Kong": "HKD", "New Zealand": "NZD",
    "Singapore": "SGD", "Taiwan": "TWD",
}  # fmt: skip


class MoneyReader:
    """Reads currencies of one text; ``$`` and ``¥`` follow the hint, then what the text says, then custom."""

    __slots__ = ("dollar", "lexicon", "tokens", "yen")

    def __init__(self, tokens: Tokens, lexicon: Lexicon, hint: str | None) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self.dollar = "USD"
        self.yen: str | None = None
        if hint is not None and hint in lexicon.codes:
            if lexicon.codes[hint].endswith("dollar"):
                self.dollar = hint
            if hint in ("JPY", "CNY"):
                self.yen = hint
        elif "dollars" in tokens.text:
            stated = _STATED.search(tokens.text)
            if stated:
                self.dollar = _DOLLARS[stated[1]]

    def _code(self, word: str) -> tuple[str, bool]:
        """The code of a prefix or word, and whether it is a guess."""
        code = self.lexicon.prefixes[word]
        if word == "$":
            return self.dollar, True
        if word == "¥":
            if self.yen is None:
                self.yen = self._which_yen()
            return self.yen, True
        return code, word in self.lexicon.ambiguous

    def _which_yen(self) -> str:
        low = self.tokens.text
        chinese = sum(low.count(word) for word in ("China", "Chinese", "Beijing", "yuan", "RMB", "Shanghai"))
        japanese = sum(low.count(word) for word in ("Japan", "Tokyo", "yen", "Osaka"))
        return "CNY" if chinese > japanese else "JPY"

    def before(self, at: int) -> tuple[int, str, bool, int] | None:
        """(first token, code, guessed, sign) of a currency before the numeral at ``at``; blanks up to one wide."""
        tokens = self.tokens
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        mark = at - 1
        sign = 1
        if (
            words[mark] in MINUS
            and ends[mark] == starts[at]
            and (words[mark - 1] in _SIGNS and ends[mark - 1] == starts[mark])
        ):
            sign, mark = -1, mark - 1
        elif words[mark] == "." and words[mark - 1] in ("Rs", "Re", "Fr"):
            mark -= 1
        word = words[mark]
        gap = starts[mark + 1] - ends[mark]
        if mark < 0 or gap > 1 or (gap == 1 and tokens.text[ends[mark]] == "\n"):
            return None
        if word in _SIGNS and word in self.lexicon.prefixes:
            letters = words[mark - 1]
            if letters == "." and words[mark - 2] == "S" and words[mark - 4] == "U":
                return mark - 4, "USD", False, sign
            space = starts[mark] - ends[mark - 1]
            if letters.islower() and len(letters) > 1 and space == 0:
                letters = letters.upper()
            if letters.isalpha() and letters + word in self.lexicon.prefixes:
                if space == 0 or (space == 1 and len(letters) > 1):
                    code, guessed = self._code(letters + word)
                    return mark - 1, code, guessed, sign
            elif space == 0 and letters in self.lexicon.codes and word == "$":
                return mark - 1, letters, False, sign
            code, guessed = self._code(word)
            return mark, code, guessed, sign
        if not word.isalpha() or (ends[mark - 1] == starts[mark] and words[mark - 1].isalnum()):
            return None
        if word in self.lexicon.prefixes and (gap == 0 or word in self.lexicon.spaced_prefixes):
            code, guessed = self._code(word)
            return mark, code, guessed, sign
        if word in self.lexicon.codes and (gap == 0 or word not in self.lexicon.word_codes):
            return mark, word, False, sign
        return None

    def starts_with_sign(self, at: int) -> int:
        """The numeral's token if a currency sign or code starts at ``at`` ("US$4", "RMB 200"), else ``at``."""
        words = self.tokens.words
        for ahead in range(at, at + 3):
            word = words[ahead]
            if word[:1].isdecimal():
                return ahead
            if (
                word not in self.lexicon.prefixes
                and word not in self.lexicon.codes
                and word + "$" not in (self.lexicon.prefixes)
            ):
                break
        return at

    def after(self, at: int) -> tuple[int, str, str, bool] | None:
        """(token after, canonical unit, code, guessed) of a currency word, code or sign at ``at``."""
        tokens, lexicon = self.tokens, self.lexicon
        at = tokens.next_word(at)
        word, low = tokens.words[at], tokens.low[at]
        for rest, (name, code) in lexicon.currency_phrases.get(low, ()):
            here = at + 1
            for part in rest:
                if tokens.low[here] != part:
                    break
                here += 1
            else:
                return here, name, code, False
        if low in lexicon.currency_words and (low.islower() or word.isupper()):
            name, code = lexicon.currency_words[low]
            if name in ("US dollar", "US cent") and low not in ("usd",):
                return at + 1, *self._dollars(name), True
            if low in ("pounds", "pound") and not self._pounds_are_money(at):
                return None
            if low == "real" and tokens.low[at + 1] != "" and tokens.low[at + 1].isalpha():
                return None
            if low in ("won", "sen", "rand", "lev", "sterling") and word != low:
                return None
            return at + 1, name, code, low in lexicon.ambiguous
        if word in lexicon.codes:
            if word in lexicon.word_codes and (
                tokens.words[at + 1][:1].isalpha() or tokens.low[at - 1] == "-"
            ):
                return None
            return at + 1, lexicon.codes[word], word, False
        if (
            word in _SIGNS
            and word in lexicon.prefixes
            and not (tokens.words[at + 1][:1].isdecimal() and tokens.glued(at))
        ):
            if tokens.starts[at] - tokens.ends[at - 1] > 1:
                return None
            code, guessed = self._code(word)
            return at + 1, lexicon.codes[code], code, guessed
        if word == "RMB":
            return at + 1, lexicon.codes["CNY"], "CNY", False
        return None

    def _dollars(self, name: str) -> tuple[str, str]:
        if name == "US cent" or self.dollar == "USD":
            return name, "USD"
        return self.lexicon.codes[self.dollar], self.dollar

    def _pounds_are_money(self, at: int) -> bool:
        """Pounds are money in a text that uses £, pence or sterling, or speaks of worth; else they are a weight."""
        text = self.tokens.text
        if "£" in text or "pence" in text or "sterling" in text:
            return True
        low = self.tokens.low
        if low[at + 1] == "of" or low[at + 1] in ("per", "lighter", "heavier"):
            return False
        near = set(low[max(0, at - 12) : at + 8])
        return bool(near & self.lexicon.near["of_worth"]) and not near & self.lexicon.near["of_weight"]
