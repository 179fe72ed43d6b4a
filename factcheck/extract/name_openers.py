"""Whether a capitalised word is a name: by the word itself, and by what follows where it opens a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.day_names import MONTHS, WEEKDAYS
from factcheck.extract.clause_words import ClauseWords
from factcheck.normalise.metrics import Metrics
from factcheck.records import dataclass
from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.tokens import WORD, Token

# Words that are capitalised by custom, not because they name anyone.
_NEVER = frozenset(
    [
        *WEEKDAYS,
        *MONTHS,
        "i",
        "ai",
        "ceo",
        "cfo",
        "coo",
        "gdp",
        "cpi",
        "eps",
        "ebitda",
        "ebitdac",
        "ebitdar",
        "ebitdax",
        "ebitdare",
        "ebita",
        "ebit",
        "gaap",
        "p&l",
        "non",
        "yoy",
        "q1",
        "q2",
        "q3",
        "q4",
        "h1",
        "h2",
        "fy",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lord",
        "lady",
        "president",
        "chairman",
        "chief",
        "executive",
        "officer",
        "minister",
        "professor",
        "senator",
        "gov",
        "sen",
        "rep",
        "capt",
        "sgt",
        "gen",
        "prof",
        "judge",
        "chancellor",
        "ipo",
        "etf",
        "ev",
        "evs",
        "llm",
        "gpu",
        "gpus",
        "pc",
        "pcs",
        "it",
        "us",
        "uk",
        "eu",
        "u.s",
        "tv",
        "api",
        "arr",
        "roe",
        "roic",
        "roi",
        "capex",
        "opex",
        "covid",
        "m&a",
        "r&d",
        "esg",
        "esports",
        "usd",
        "eur",
        "gbp",
    ]
)


@dataclass(frozen=True, slots=True)
class Openers:
    """Tells names from words that bear a capital by their place or by custom."""

    words: ClauseWords
    metrics: Metrics
    lexicon: Lexicon

    def acts(self, tokens: Sequence[Token], at: int) -> bool:
        """ "Castell's profit", "Norvane posted": the word owns something or does what companies and people do."""
        word, words = tokens[at].lower, self.words
        behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        dated = at + 1 < len(tokens) and tokens[at + 1].period is not None
        if self.metrics.match([word], 0) is not None or word in words["empty_modifiers"]:
            return False
        if behind == "'s":
            return word not in words["unit_words"]
        if behind == "," and self._apposed(tokens, at + 2):
            return True
        if behind == "and" and word not in words["role_nouns"] and self._beside_name(tokens, at + 2):
            return True
        if word in words["role_nouns"]:
            return False
        if behind in ("says", "said") or self._heads_list(tokens, at):
            return True
        plain = word.endswith(("ly", "ing", "ed")) or (word.endswith("s") and not word.endswith("ss"))
        if plain or self.lexicon.is_verb(word) or word in words["no_segments"]:
            return False
        does = self.lexicon.is_verb(behind) or self.lexicon.code(behind) in ("Z", "Y", "M")
        return dated or does or (len(behind) > 4 and behind.endswith("ed"))

    def _heads_list(self, tokens: Sequence[Token], at: int) -> bool:
        """ "Spotlight, Vidr and Chirp had": capitals in a list, and then a verb."""
        step, names = at + 1, 0
        while step + 1 < len(tokens) and tokens[step].text in (",", "and"):
            if not (tokens[step + 1].text[0].isupper() and self.is_name_word(tokens, step + 1)):
                return False
            step, names = step + 2, names + 1
        return (
            names > 1
            and step < len(tokens)
            and (
                self.lexicon.is_verb(tokens[step].lower)
                or self.lexicon.code(tokens[step].lower) in ("Z", "Y", "M")
            )
        )

    def _beside_name(self, tokens: Sequence[Token], at: int) -> bool:
        """ "Telco and Vodasat cut": another capital and then a verb."""
        if at + 1 >= len(tokens) or not (tokens[at].text[0].isupper() and self.is_name_word(tokens, at)):
            return False
        verb = tokens[at + 1].lower
        return self.lexicon.is_verb(verb) or self.lexicon.code(verb) in ("Z", "Y", "M")

    def _apposed(self, tokens: Sequence[Token], at: int) -> bool:
        """ "Nimbus, the Oslo-based designer, raised", "Nimbus, based in Oslo, raised": an aside and then a verb."""
        if at + 1 >= len(tokens):
            return False
        code = self.lexicon.code(tokens[at].lower)
        placed = "E" in code and self.lexicon.code(tokens[at + 1].lower) == "P"
        placed = placed and not tokens[at - 2].lower.endswith("s")  # "Analysts, led by"
        if not (placed or code == "D" or tokens[at].lower in ("which", "who", "whose")):
            return False
        end = next((step for step in range(at, min(at + 10, len(tokens))) if tokens[step].text == ","), None)
        if end is None or end + 1 >= len(tokens):
            return False
        verb = tokens[end + 1].lower
        if verb.endswith("ing"):
            return False  # "Additionally, each segment grew, contributing to"
        return self.lexicon.is_verb(verb) or self.lexicon.code(verb) in ("Z", "Y", "M") or verb.endswith("ed")

    def is_name_word(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if token.kind != WORD or not token.text[0].isupper() or token.lower in _NEVER or "/" in token.text:
            return False
        if at == 0 and self.metrics.match([token.lower], 0) is not None:
            return False  # "Shares of Vantor": a capital by position
        return not (self.lexicon.closed(token.lower) or token.lower in self.words["delta_nouns"])
