"""Which metric a quantity measures, by ranked evidence: every candidate has a score and a reason in words.

Not the nearest word wins but the strongest construction: "$135 million of adjusted EBITDA" outranks a subject, a
subject outranks what was said before, and nothing at all is better than a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.metric_mentions import MetricMention, Scope, singular
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.open_nouns import Attachment, OpenNouns
from factcheck.extract.roles import DELTA, LEVEL, PRIOR
from factcheck.extract.sentence_tokens import PERIOD, PUNCTUATION, QUANTITY, WORD, Token
from factcheck.normalise.metrics import Metrics
from factcheck.records import replace

_NOT_PER_SHARE = 10_000  # no figure per share is as large as this


class Attacher:
    """Attaches the quantities of one sentence, left to right."""

    __slots__ = (
        "_done",
        "_inside",
        "_open",
        "metrics",
        "names",
        "roles",
        "tokens",
        "vocabulary",
        "words",
    )

    def __init__(
        self,
        tokens: Sequence[Token],
        metrics: Sequence[MetricMention],
        names: Sequence[NameMention],
        roles: dict[int, str],
        vocabulary: Metrics,
        words: ClauseWords,
    ) -> None:
        self.tokens, self.metrics, self.names, self.roles = tokens, metrics, names, roles
        self.vocabulary, self.words = vocabulary, words
        self._inside = {at: number for number, m in enumerate(metrics) for at in range(m.first, m.last + 1)}
        self._done: dict[int, Attachment] = {}
        self._open = OpenNouns(tokens, names, roles, self._inside, words)

    def attach(self) -> dict[int, Attachment]:
        """Token number of each quantity → its metric. Quantities that measure nothing nameable are left out."""
        for at in self.roles:
            candidates = [
                c
                for c in map(self._as_written(at), self._candidates(at))
                if c is not None and self._fits(c, at)
            ]
            if candidates:
                self._done[at] = max(candidates, key=lambda c: (c.score, -c.words[0]))
        return self._done

    def _candidates(self, at: int) -> list[Attachment | None]:
        return [
            self._right(at),
            self._left(at),
            self._chain(at),
            self._counted(at),
            self._ahead(at),
            self._open.right(at),
            self._open.left(at),
        ]

    def _as_written(self, at: int) -> Callable[[Attachment | None], Attachment | None]:
        """ "non-GAAP earnings of $0.32 per share" are earnings per share."""
        if not self._per_share(at):
            return lambda candidate: candidate

        def per_share(candidate: Attachment | None) -> Attachment | None:
            if candidate is None or not candidate.known:
                return candidate
            metric = self.vocabulary.per_share(candidate.id)
            return replace(candidate, id=metric) if metric is not None else candidate

        return per_share

    def _fits(self, candidate: Attachment, at: int) -> bool:
        quantity = self.tokens[at].quantity
        assert quantity is not None
        dimension = quantity.quantity.dimension
        if not candidate.known or self.roles[at] == DELTA or candidate.share_of:
            return True
        if quantity.kind in ("streak", "rank", "multiple", "order", "ordinal"):
            return True
        if dimension in ("percent", "percentage point", "basis point"):
            return True  # a percentage of revenue that is no share of it is its growth
        if (
            self.vocabulary.per_share(candidate.id) == candidate.id
            and quantity.quantity.low >= _NOT_PER_SHARE
        ):
            return False  # "earnings and earnings per share were $814 million or $0.41"
        if (
            quantity.kind == "number"
            and not quantity.surface[:1].isdigit()
            and not self.vocabulary.allows(candidate.id, "count")
        ):
            return False  # "two" is not two dollars
        return self.vocabulary.allows(candidate.id, dimension)

    def _of(self, number: int, score: int, why: str, share_of: bool = False) -> Attachment:
        m = self.metrics[number]
        return Attachment(m.id, m.known, m.scope, (m.first, m.last), score, why, number, share_of=share_of)

    def _right(self, at: int) -> Attachment | None:
        """ "26 % revenue growth", "$135 million of adjusted EBITDA", "a 26 % increase in cloud revenue"."""
        tokens, words = self.tokens, self.words
        step, grew = at + 1, False
        while step < len(tokens):
            token = tokens[step]
            number = self._inside.get(step)
            if number is not None and self.metrics[number].head >= step:
                return self._of(number, 97 if step == at + 1 else 92, "stands right behind the figure")
            if token.kind == PERIOD:
                step += 1
                continue
            if token.kind != WORD:
                return None
            if token.lower in words["delta_nouns"]:
                grew = True
            elif token.lower in ("on", "over") and self._spans_years(step):
                step += 1
            elif token.lower in ("of", "in", "for", "on", "to") and (
                grew or token.lower in ("of", "in", "on")
            ):
                return self._behind_preposition(at, step, grew)
            elif token.lower not in words["delta_modifiers"]:
                return None
            step += 1
        return None

    def _spans_years(self, step: int) -> bool:
        """The middle of "year on year", "quarter over quarter"."""
        beside = self.tokens[step - 1 : step + 2 : 2]
        return len(beside) == 2 and beside[0].lower == beside[1].lower and beside[0].lower != ""

    def _behind_preposition(self, at: int, step: int, grew: bool) -> Attachment | None:
        tokens, words = self.tokens, self.words
        quantity = tokens[at].quantity
        assert quantity is not None
        preposition = tokens[step].lower
        look = step + 1
        while look < len(tokens) and (
            tokens[look].lower in words["determiners"]
            or (tokens[look].kind == PERIOD and preposition == "of")
        ):
            look += 1
        number = self._inside.get(look)
        if number is None and look + 1 < len(tokens) and tokens[look + 1].lower == "'s":
            number = self._inside.get(look + 2)
        if number is None:
            return None
        ratio = quantity.quantity.dimension == "percent" or quantity.kind in ("fraction", "ratio")
        if ratio and not grew and preposition == "of":
            return self._of(number, 88, "is the whole of which the figure is a part", share_of=True)
        if ratio and not grew and preposition in ("in", "on") and quantity.change in ("up", "down"):
            return self._of(number, 45, "stands behind the figure")
        if preposition in ("for", "to", "on") and not grew:
            return None
        return self._of(
            number, 95 if grew or preposition == "of" else 91, f"follows “{preposition}” behind the figure"
        )

    def _left(self, at: int) -> Attachment | None:
        """ "revenue of $5m", "revenue rose 4 %", "Q3 revenue $526m": the last metric before the figure."""
        tokens, words = self.tokens, self.words
        cost, step, crossed = 0, at - 1, False
        while step >= 0:
            if step in self._inside:
                number = self._inside[step]
                if self._bound_elsewhere(number, at):
                    step = self.metrics[number].first - 1
                    cost += 20
                    continue
                base = 90 if not crossed else 72
                found = self._of(number, max(base - cost, 30), "is what the figure's clause speaks of")
                if self._fits(self._as_written(at)(found) or found, at):
                    return found
                step = self.metrics[number].first - 1
                cost += 5
                continue
            token = tokens[step]
            if token.kind == QUANTITY:
                crossed = True
                cost += 4
            elif token.kind == PUNCTUATION:
                if token.text == ";":
                    return None
                cost += 3 if token.text in ",—–" else 1
            elif token.kind == WORD:
                if token.lower in words["clause_openers"]:
                    cost += 12
                elif token.lower not in words.closed and token.lower not in words["level_verbs"]:
                    cost += 2
            step -= 1
        return None

    def _bound_elsewhere(self, number: int, at: int) -> bool:
        """True when a metric already stands behind another figure ("$135 million of adjusted EBITDA, and $4m")."""
        for other, done in self._done.items():
            if (
                done.mention == number
                and other < at
                and self.metrics[number].first > other
                and done.score >= 91
            ):
                quantity = self.tokens[at].quantity
                return self.roles[at] == LEVEL and quantity is not None and quantity.kind != "streak"
        return False

    def _chain(self, at: int) -> Attachment | None:
        """Taken over from the figure before: "to $452m, from $441m", "or 8 %", "(29 %) and Azure (22 %)"."""
        before = [other for other in self._done if other < at]
        if not before:
            return None
        last = self._alike(before, at)
        between = self.tokens[last + 1 : at]
        previous = self._done[last]
        if any(self._inside.get(step, previous.mention) != previous.mention for step in range(last + 1, at)):
            return None
        if any(token.text == ";" for token in between):
            return None
        role, quantity = self.roles[at], self.tokens[at].quantity
        before_quantity = self.tokens[last].quantity
        assert quantity is not None and before_quantity is not None
        joined = role in (PRIOR, DELTA) or quantity.quantity.dimension == before_quantity.quantity.dimension
        reached = (
            self.roles[last] == DELTA
            and (previous.known or (between[-1:] and between[-1].lower == "to"))
            and (not previous.known or self.vocabulary.allows(previous.id, quantity.quantity.dimension))
        )
        per_share = self._per_share(at)
        if not (joined or per_share or reached):
            return None
        bracket = self.tokens[at - 1].text == "(" or any(name.last == at - 1 for name in self.names)
        score = (84 if role != LEVEL or per_share or bracket or reached else 58) - min(len(between), 20)
        metric = self.vocabulary.per_share(previous.id) if per_share else previous.id
        if metric is None:
            return None
        return Attachment(
            metric,
            previous.known,
            self._elsewhere(last, at, previous.scope),
            previous.words,
            score,
            "continues the figure before",
            previous.mention,
            last,
            previous.share_of and role == LEVEL,
        )

    def _elsewhere(self, last: int, at: int, scope: Scope) -> Scope:
        """ "sales in China fell 3 % while those in Europe rose 5 %": another place replaces the one before."""
        for name in self.names:
            if (
                name.place
                and last < name.first < at
                and self.tokens[name.first - 1].lower in ("in", "for", "across")
            ):
                return tuple(sorted({**dict(scope), "place": name.entity.id}.items()))
        return scope

    def _alike(self, before: list[int], at: int) -> int:
        """The figure to continue: the last one, or the last total where a total follows a per-share figure."""
        if self.roles[at] == PRIOR and not self._per_share(at):
            totals = [other for other in before if not self._per_share(other) and self.roles[other] != DELTA]
            if totals and self._per_share(max(before)):
                return max(totals)
        return max(before)

    def _per_share(self, at: int) -> bool:
        quantity = self.tokens[at].quantity
        assert quantity is not None
        if (quantity.unit or "").endswith("per share"):
            return True
        near = [token.lower for token in self.tokens[at + 1 : at + 5]]
        per = "per" in near or "per" in quantity.surface.split()
        return "share" in near and (per or near[0] == "a")

    def _ahead(self, at: int) -> Attachment | None:
        """ "For nine consecutive quarters, revenue has grown": a streak may stand before what it is of."""
        mention = self.tokens[at].quantity
        if mention is None or mention.kind != "streak":
            return None
        number = next((n for n, m in enumerate(self.metrics) if m.first > at), None)
        return self._of(number, 50, "is the first metric behind the streak") if number is not None else None

    def _counted(self, at: int) -> Attachment | None:
        """ "54,000 open-source models", "372nd consecutive quarterly dividend": the counted noun is the metric."""
        mention = self.tokens[at].quantity
        assert mention is not None
        if mention.kind == "streak" and mention.noun is not None:
            offset = mention.noun.start - mention.start
            noun = mention.surface[offset : offset + mention.noun.end - mention.noun.start].lower().split()
            kept = [singular(word) for word in noun if word not in self.words["empty_modifiers"]]
            if kept == [mention.unit]:
                return None  # "nine consecutive quarters": quarters of what, the clause says
            return (
                Attachment("~" + " ".join(kept), False, (), (at, at), 80, "is what recurs") if kept else None
            )
        if not mention.quantity.dimension.startswith("count:") or not mention.unit:
            return None
        known = self.vocabulary.counted(mention.unit.lower())
        name = known or "~" + mention.unit.lower()
        return Attachment(name, known is not None, (), (at, at), 80, "is what is counted")
