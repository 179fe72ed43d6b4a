"""Money: symbols, codes and words before and after a number, and which dollar a dollar is."""

from __future__ import annotations

from factcheck.extract.currency_evidence import BY_HINT, BY_MENTION, GUESSED, CurrencyEvidence
from factcheck.extract.quantity_words import Lexicon
from factcheck.extract.tokens import HYPHENS, MINUS, Tokens
from factcheck.patterns import Lazy

_SIGNS = frozenset("$€£¥￥₹₩₽₺₪₫฿₦₱₴₡₭₮₸₾₵₲₿元¢")
_APART = frozenset(("us", "hk", "nz", "c"))  # "c $ 16.4 million", in text that was cut into words
# After these a singular such as "crown" is still money: "the crown per euro".
_LINKS = frozenset(
    ("per", "a", "an", "each", "in", "of", "on", "to", "and", "or", "for", "from", "at", "by", "more")
)
_STATED = Lazy(
    r"\b(?:in|are) (US|U\.S\.|Australian|Canadian|Hong Kong|New Zealand|Singapore|Taiwan) dollars\b"
)
_EACH = frozenset(("a", "an", "per", "each"))
_LETTERED = Lazy(r"\b([A-Z])\d{1,3}(?:[ ,]\d{3}|\.\d\d\b|\d\d+\b| ?(?:million|billion|trillion|bn|m)\b)")
_DOLLARS = {
    "US": "USD", "U.S.": "USD", "Australian": "AUD", "Canadian": "CAD", "Hong Kong": "HKD", "New Zealand": "NZD",
    "Singapore": "SGD", "Taiwan": "TWD",
}  # fmt: skip


class MoneyReader:
    """Reads currencies of one text; shared signs and words follow the hint, then what the text says, then custom."""

    __slots__ = (
        "_dollar",
        "_evidence",
        "_lettered",
        "_pounds",
        "_sterling",
        "_yen",
        "hint",
        "lexicon",
        "tokens",
    )

    def __init__(self, tokens: Tokens, lexicon: Lexicon, hint: str | None) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self.hint = hint if hint is not None and hint in lexicon.codes else None
        self._dollar: tuple[str, str] | None = None
        self._yen: tuple[str, str] | None = None
        self._sterling: bool | None = None
        self._lettered: frozenset[str] | None = None  # the letters that stand before sums, as in "R5 million"
        self._pounds = False  # once money, always money in one text
        self._evidence: CurrencyEvidence | None = None

    @property
    def writes_sterling(self) -> bool:
        """True for a text with £, pence or sterling in it."""
        if self._sterling is None:
            text = self.tokens.text
            self._sterling = "£" in text or "pence" in text or "sterling" in text
        return self._sterling

    @property
    def evidence(self) -> CurrencyEvidence:
        if self._evidence is None:
            self._evidence = CurrencyEvidence(self.tokens, self.lexicon)
        return self._evidence

    def dollar(self) -> tuple[str, str]:
        """(code, mark) of the dollar that this text calls "$"."""
        if self._dollar is None:
            self._dollar = self._which_dollar()
        return self._dollar

    def _which_dollar(self) -> tuple[str, str]:
        if self.hint and self.hint in self.lexicon.family_codes["dollar"]:
            return self.hint, BY_HINT if self.hint != "USD" else GUESSED
        if "dollars" in self.tokens.text:
            stated = _STATED.search(self.tokens.text)
            if stated:
                return _DOLLARS[stated[1]], BY_MENTION
        if self.lexicon.dollar_places.isdisjoint(self.tokens.low):
            return "USD", GUESSED
        return self.evidence.dollar() or ("USD", GUESSED)

    def yen(self) -> tuple[str, str]:
        """(code, mark) of ``¥``: yen or yuan."""
        if self._yen is None:
            if self.hint in ("JPY", "CNY"):
                self._yen = str(self.hint), BY_HINT
            else:
                self._yen = self.evidence.yen_or_yuan() or ("JPY", GUESSED)
        return self._yen

    def _code(self, word: str) -> tuple[str, str | None]:
        """The code of a prefix or sign, and the mark that says how it was found where it could be another's."""
        if word == "$":
            return self.dollar()
        if word == "¥":
            return self.yen()
        return self.lexicon.prefixes[word], GUESSED if word in self.lexicon.ambiguous else None

    def _shared(self, low: str, at: int) -> tuple[str, str, str]:
        """(canonical unit, code, mark) of a word that several countries share."""
        lexicon = self.lexicon
        family = lexicon.families[low]
        if family == "dollar":
            code, mark = self.dollar()
            return lexicon.codes[code], code, mark
        if self.hint and self.hint in lexicon.family_codes[family]:
            return lexicon.codes[self.hint], self.hint, BY_HINT
        owner = self.evidence.owner(family, at)
        if owner:
            return lexicon.codes[owner[0]], owner[0], owner[1]
        return *lexicon.currency_words[low], GUESSED

    def before(self, at: int) -> tuple[int, str, str | None, int] | None:
        """(first token, code, mark, sign) of a currency before the numeral at ``at``; blanks up to one wide."""
        tokens = self.tokens
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        mark = at - 1
        if words[mark] not in self.lexicon.prefix_signs:
            return None
        sign = 1
        if (
            words[mark] in MINUS
            and ends[mark] == starts[at]
            and (words[mark - 1] in _SIGNS and ends[mark - 1] == starts[mark])
        ):
            sign, mark = -1, mark - 1
        elif (words[mark] == "." and words[mark - 1] in ("Rs", "Re", "Fr")) or (
            words[mark] == "(" and words[mark - 1] in _SIGNS and ends[mark - 1] == starts[mark]
        ):
            mark -= 1
        word = words[mark]
        gap = starts[mark + 1] - ends[mark]
        if mark < 0 or gap > 1 or (gap == 1 and tokens.text[ends[mark]] == "\n"):
            return None
        if word in _SIGNS and word in self.lexicon.prefixes:
            letters = words[mark - 1]
            if letters == "." and words[mark - 2] == "S" and words[mark - 4] == "U":
                return mark - 4, "USD", None, sign
            space = starts[mark] - ends[mark - 1]
            apart = space == gap == 1 and letters in _APART
            if apart or (letters.islower() and len(letters) > 1 and space == 0):
                letters = letters.upper()
            if letters.isalpha() and letters + word in self.lexicon.prefixes:
                if space == 0 or apart or (space == 1 and len(letters) > 1):
                    code, mark_ = self._code(letters + word)
                    return mark - 1, code, mark_, sign
            elif space == 0 and letters in self.lexicon.codes and word == "$":
                return mark - 1, letters, None, sign
            code, mark_ = self._code(word)
            return mark, code, mark_, sign
        if not word.isalpha() or (ends[mark - 1] == starts[mark] and words[mark - 1].isalnum()):
            return None
        if gap == 0 and words[mark - 1] == "$" and ends[mark - 1] == starts[mark]:
            code = self.lexicon.prefixes.get("$" + word)
            if code:
                return mark - 1, code, None, sign
        if word in self.lexicon.prefixes and (gap == 0 or word in self.lexicon.spaced_prefixes):
            if len(word) == 1 and not self._pays_in(word, at):
                return None
            code, mark_ = self._code(word)
            return mark, code, mark_, sign
        if word in self.lexicon.codes and (gap == 0 or word not in self.lexicon.word_codes):
            return mark, word, None, sign
        return None

    def _pays_in(self, letter: str, at: int) -> bool:
        """False for a code such as "R7", "2020-R6", in a text that has no other sum with that letter."""
        tokens = self.tokens
        if tokens.words[at - 2] in MINUS and tokens.ends[at - 2] == tokens.starts[at - 1]:
            return False
        behind = tokens.low[tokens.next_word(at + 1)]
        if len(tokens.words[at]) > 2 or behind in self.lexicon.scales or behind in _EACH:
            return True
        if tokens.low[at - 2] in self.lexicon.near["before_a_sum"]:
            return True
        if self._lettered is None:
            self._lettered = frozenset(found[1] for found in _LETTERED.finditer(tokens.text))
        return letter in self._lettered

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

    def after(self, at: int) -> tuple[int, str, str, str | None] | None:
        """(token after, canonical unit, code, mark) of a currency word, code or sign at ``at``."""
        tokens, lexicon = self.tokens, self.lexicon
        at = tokens.next_word(at)
        word, low = tokens.words[at], tokens.low[at]
        for rest, (name, code) in lexicon.currency_phrases.get(low, ()):
            if tuple(tokens.low[at + 1 : at + 1 + len(rest)]) == rest:
                return at + 1 + len(rest), name, code, None
        if low in lexicon.currency_words:
            return self._word(at, word, low)
        if word in lexicon.codes:
            if word in lexicon.word_codes and (
                tokens.words[at + 1][:1].isalpha() or tokens.low[at - 1] == "-"
            ):
                return None
            return at + 1, lexicon.codes[word], word, None
        if (
            word in _SIGNS
            and word in lexicon.prefixes
            and not (tokens.words[at + 1][:1].isdecimal() and tokens.glued(at))
        ):
            if tokens.starts[at] - tokens.ends[at - 1] > 1:
                return None
            code, mark = self._code(word)
            return at + 1, lexicon.codes[code], code, mark
        if word == "RMB":
            return at + 1, lexicon.codes["CNY"], "CNY", None
        return None

    def _word(self, at: int, word: str, low: str) -> tuple[int, str, str, str | None] | None:
        tokens, lexicon = self.tokens, self.lexicon
        family = lexicon.families.get(low)
        if family == "pound":
            self._pounds = self._pounds_are_money(at)
            if not self._pounds:
                return None
        if (
            low in ("real", "crown", "rial")
            and tokens.low[at + 1].isalpha()
            and tokens.low[at + 1] not in _LINKS
        ):
            return None
        if low in ("won", "sen", "rand", "lev", "sterling", "fils") and word != low:
            return None
        if family:
            return at + 1, *self._shared(low, at)
        name, code = lexicon.currency_words[low]
        return at + 1, name, code, GUESSED if low in lexicon.ambiguous else None

    def _pounds_are_money(self, at: int) -> bool:
        """Pounds are money in a text that uses £, pence or sterling, or speaks of worth; else they are a weight."""
        if self._pounds or self.writes_sterling or self.tokens.low[at - 2] == "=":
            return True
        low = self.tokens.low
        if low[at - 1] in HYPHENS and low[at + 1] in self.lexicon.near["paid_in_pounds"]:
            return True  # "a five-pound note"
        if low[at - 1] in ("million", "billion", "trillion") and low[at + 1] not in ("lighter", "heavier"):
            return low[at + 1] != "of" or low[at + 2] in self.lexicon.near["kinds_of_money"]
        if low[at + 1] == "of" and low[at + 2] in self.lexicon.near["kinds_of_money"]:
            return True
        if low[at + 1] == "of" or low[at + 1] in ("per", "lighter", "heavier"):
            return False
        near = set(low[max(0, at - 12) : at + 8])
        if near & self.lexicon.near["of_weight"]:
            return False
        if near & self.lexicon.near["of_worth"]:
            return True
        owner = self.evidence.owner("pound", at)
        return owner is not None and owner[0] != "GBP"
