"""Open metrics: where the vocabulary knows no metric, the noun phrase beside the figure is the metric."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.metric_mentions import Scope, prepositional_scope, singular
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.roles import DELTA
from factcheck.extract.sentence_tokens import QUANTITY, WORD, Token
from factcheck.records import dataclass

_SOFT_ADVERBS = frozenset(
    [
        "more",
        "fewer",
        "less",
        "off",
        "wide",
        "long",
        "tall",
        "deep",
        "apart",
        "away",
        "ahead",
        "extra",
        "altogether",
        "also",
        "now",
        "again",
        "then",
        "still",
        "already",
        "just",
        "only",
        "even",
        "currently",
        "respectively",
    ]
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """The metric found for a quantity. ``mention`` is its number in the sentence, -1 for an open noun phrase.

    ``words`` are token numbers (first, last) of the phrase; ``score`` 0..100; ``link`` is the token number of the
    quantity it was taken over from (a comparison, "or $4.12 per share"), -1 without.
    """

    id: str
    known: bool
    scope: Scope
    words: tuple[int, int]
    score: int
    why: str
    mention: int = -1
    link: int = -1
    share_of: bool = False


class OpenNouns:
    """Finds open noun phrases in one sentence. ``inside`` are the token numbers of known metrics, left alone here."""

    __slots__ = ("_inside", "_named", "names", "roles", "tokens", "words")

    def __init__(
        self,
        tokens: Sequence[Token],
        names: Sequence[NameMention],
        roles: dict[int, str],
        inside: dict[int, int],
        words: ClauseWords,
    ) -> None:
        self.tokens, self.names, self.roles, self.words = tokens, names, roles, words
        self._inside = inside
        self._named = {at for name in names for at in range(name.first, name.last + 1)}

    def right(self, at: int) -> Attachment | None:
        """ "a $200 billion cloud infrastructure pledge", "$5 billion in bonds": an open noun phrase behind the figure."""
        quantity = self.tokens[at].quantity
        assert quantity is not None
        if quantity.quantity.dimension.startswith(("count:", "streak")) or quantity.kind == "age":
            return None
        step, score, share = at + 1, 62, False
        tokens, words = self.tokens, self.words
        if step < len(tokens) and tokens[step].lower in ("in", "of", "worth"):
            ratio = quantity.quantity.dimension in ("percent", "fraction") or quantity.kind == "fraction"
            share = tokens[step].lower == "of" and ratio
            step, score = step + 1, 60
            while step < len(tokens) and tokens[step].lower in words["determiners"]:
                step += 1
        elif self.roles[at] == DELTA and quantity.kind != "multiple":
            return self._grown(at)
        while (
            step < len(tokens)
            and (tokens[step].text == "," or tokens[step].kind == QUANTITY)
            and "-" in quantity.surface
        ):
            step += 1  # "a three-year, $53 billion plan"
        scope: list[tuple[str, str]] = []
        while step in self._named and self._name_at(step).place:
            scope.append(("place", self._name_at(step).entity.id))
            step = self._name_at(step).last + 1
            step += step < len(tokens) and tokens[step].lower == "'s"
        if (
            quantity.kind == "multiple"
            and step < len(tokens)
            and tokens[step].lower.endswith(("er", "more", "less"))
        ):
            step += 1
        phrase = self._noun_phrase(step, forward=True)
        if phrase is None or (quantity.kind == "duration" and "-" not in quantity.surface):
            return None
        name = self._phrase_name(phrase)
        known = words.shares.get(name) if share else None
        last = name.rpartition(" ")
        if share and known is None and last[2] in words.shares:  # "of the hosting market"
            known = words.shares[last[2]]
            scope.append(("segment", last[0]))
        scope.extend(self._scope_behind(phrase[1]))
        return Attachment(
            known or "~" + name,
            known is not None,
            tuple(sorted(dict(scope).items())),
            phrase,
            85 if known else score,
            "is the noun behind the figure",
            share_of=share,
        )

    def _grown(self, at: int) -> Attachment | None:
        """ "a 19 % share price surge": the noun between a change and its word for growth."""
        behind_growth = self._growth_in(at)
        if behind_growth is not None:
            return behind_growth
        phrase = self._noun_phrase(at + 1, forward=True)
        if phrase is None:
            return None
        nouns = self.words["delta_nouns"]
        behind = self.tokens[phrase[1] + 1].lower if phrase[1] + 1 < len(self.tokens) else ""
        inner = phrase if behind in nouns else (phrase[0], phrase[1] - 1)
        if behind not in nouns and self.tokens[phrase[1]].lower not in nouns:
            return None
        if inner[1] < inner[0] or all(self._empty(step) for step in range(inner[0], inner[1] + 1)):
            return None
        return Attachment("~" + self._phrase_name(inner), False, (), inner, 75, "is what grew or shrank")

    def _growth_in(self, at: int) -> Attachment | None:
        """ "a 35 % increase in the number of homes delivered": the noun behind the word for growth."""
        tokens, words = self.tokens, self.words
        step = at + 1
        while step < len(tokens) and tokens[step].lower in words["delta_modifiers"]:
            step += 1
        if step + 1 >= len(tokens) or tokens[step].lower not in words["delta_nouns"]:
            return None
        if tokens[step + 1].lower not in ("in", "of"):
            return None
        step += 2
        while step < len(tokens) and tokens[step].lower in words["determiners"]:
            step += 1
        if [token.lower for token in tokens[step : step + 2]] in (
            ["number", "of"],
            ["amount", "of"],
            ["value", "of"],
        ):
            step += 2
        phrase = self._noun_phrase(step, forward=True)
        if phrase is None or all(self._empty(inner) for inner in range(phrase[0], phrase[1] + 1)):
            return None
        return Attachment("~" + self._phrase_name(phrase), False, (), phrase, 88, "is what grew or shrank")

    def _acronym(self, step: int) -> bool:
        """ "AUM", "HBR": capitals that name a measure, not anybody, unless the registry knows them."""
        token = self.tokens[step]
        return token.text.isupper() and 2 <= len(token.text) <= 5 and not self._name_at(step).entity.known

    def _empty(self, step: int) -> bool:
        lower = self.tokens[step].lower
        return lower in self.words["empty_modifiers"] or lower in self.words["delta_modifiers"]

    def _name_at(self, step: int) -> NameMention:
        return next(name for name in self.names if name.first <= step <= name.last)

    def _scope_behind(self, last: int) -> list[tuple[str, str]]:
        """ "… of the Chinese market for AI infrastructure": what narrows an open noun phrase down."""
        if last + 1 >= len(self.tokens) or self.tokens[last + 1].lower not in ("for", "in"):
            return []
        lowers = [token.lower for token in self.tokens]
        named = {
            at: number for number, name in enumerate(self.names) for at in range(name.first, name.last + 1)
        }
        return prepositional_scope(self.tokens, lowers, last + 2, self.names, named, self.words)[1]

    def left(self, at: int) -> Attachment | None:
        """The subject or object where no metric is known: "box office hit $189 million", "took the tally to 40"."""
        tokens, words = self.tokens, self.words
        quantity = tokens[at].quantity
        assert quantity is not None
        if quantity.kind in ("duration", "age"):
            return None
        step = at - 1
        while step >= 0:
            token = tokens[step]
            if token.kind == QUANTITY or token.text in ";:":
                return None
            if token.lower in words["clause_openers"] and quantity.kind != "streak":
                return None
            content = token.kind == WORD and token.lower not in words.closed and not self._verbal(token)
            if content and token.lower not in _SOFT_ADVERBS and token.lower not in words["delta_nouns"]:
                directly = tokens[step + 1].lower == "of" and at - step <= 5
                if step in self._inside or (step in self._named and not self._acronym(step)):
                    return None
                phrase = (step, step) if step in self._named else self._noun_phrase(step, forward=False)
                if phrase is None:
                    return None
                if all(self._empty(inner) for inner in range(phrase[0], phrase[1] + 1)):
                    step = phrase[0] - 1
                    continue
                score = 76 if directly else 46 if at - step <= 5 else 40
                return Attachment(
                    "~" + self._phrase_name(phrase), False, (), phrase, score, "is the clause's noun"
                )
            step -= 1
        return None

    def _verbal(self, token: Token) -> bool:
        lower, words = token.lower, self.words
        return (
            lower in words["level_verbs"]
            or lower in words["verbs"]
            or lower in words["attribution_verbs"]
            or lower.endswith(("ly", "ed"))
            or lower == "'s"
        )

    def _noun_phrase(self, start: int, forward: bool) -> tuple[int, int] | None:
        tokens, words = self.tokens, self.words
        step = start
        while 0 <= step < len(tokens):
            token = tokens[step]
            if token.text == "/" and forward and not token.spaced and self._compounds(step):
                step += 1  # "AI/cloud investment"
                continue
            if token.kind != WORD or token.lower == "'s":
                break
            if token.lower in words.closed and not self._compounds(step):
                break
            if step in self._named or self._verbal(token) or token.lower in _SOFT_ADVERBS:
                break
            step += 1 if forward else -1
        first, last = (start, step - 1) if forward else (step + 1, start)
        return (first, last) if first <= last and last - first < 6 else None

    def _compounds(self, step: int) -> bool:
        """ "one-time items": joined to the next word, a closed-class word is part of the noun."""
        return (
            step + 1 < len(self.tokens)
            and not self.tokens[step + 1].spaced
            and self.tokens[step + 1].kind == WORD
        )

    def _phrase_name(self, phrase: tuple[int, int]) -> str:
        kept = [
            singular(token.lower)
            for token in self.tokens[phrase[0] : phrase[1] + 1]
            if token.kind == WORD and token.lower not in self.words["empty_modifiers"]
        ]
        return " ".join(kept) or singular(self.tokens[phrase[1]].lower)
