"""Metrics in a sentence: a known metric name with the words before and after it that narrow it down.

"adjusted cloud revenue in China" is the metric revenue with the scope accounting=adjusted, segment=cloud, place=china.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentence_tokens import PERIOD, QUANTITY, WORD, Token
from factcheck.normalise.metrics import Metrics
from factcheck.records import dataclass

Scope = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MetricMention:
    """A metric phrase at tokens ``first`` to ``last`` (included), its name proper from ``head`` to ``tail``.

    ``owner`` is the number of the name mention that owns it ("Castell's revenue"), -1 without; ``pronoun`` is true
    after "its" or "our". ``periods`` are the token numbers of periods inside it ("third-quarter revenue").
    """

    first: int
    head: int
    tail: int
    last: int
    id: str
    known: bool
    scope: Scope
    owner: int = -1
    pronoun: bool = False
    periods: tuple[int, ...] = ()


def read_metrics(
    tokens: Sequence[Token], names: Sequence[NameMention], metrics: Metrics, words: ClauseWords
) -> list[MetricMention]:
    """All known metrics of a sentence, left to right."""
    lowers = [token.lower if token.kind == WORD else "\0" for token in tokens]
    named = {at: number for number, name in enumerate(names) for at in range(name.first, name.last + 1)}
    found: list[MetricMention] = []
    at = 0
    while at < len(tokens):
        taken = at in named and (
            names[named[at]].entity.known
            or (names[named[at]].first != names[named[at]].last and not tokens[at].text.isupper())
        )
        match = metrics.match(lowers, at) if tokens[at].kind == WORD and not taken else None
        if match is None:
            at += 1
            continue
        length, key = match
        floor = found[-1].last + 1 if found else 0
        found.append(_phrase(tokens, lowers, at, at + length - 1, key, floor, names, named, metrics, words))
        at = found[-1].last + 1
    return found


def _phrase(
    tokens: Sequence[Token],
    lowers: Sequence[str],
    head: int,
    tail: int,
    key: str,
    floor: int,
    names: Sequence[NameMention],
    named: dict[int, int],
    metrics: Metrics,
    words: ClauseWords,
) -> MetricMention:
    before = modifiers_before(tokens, lowers, head, floor, named, metrics, words)
    scope = dict(before.scope)
    last, after = _modifiers_after(tokens, lowers, tail, names, named, metrics, words)
    for dimension, value in after:
        scope.setdefault(dimension, value)
    owner = before.owner
    if owner >= 0:
        segment = names[owner].segment
        if names[owner].place:
            scope.setdefault("place", names[owner].entity.id)
            owner = -1
        elif segment:
            scope.setdefault("segment", segment.lower())
    return MetricMention(
        before.first,
        head,
        tail,
        last,
        key,
        True,
        tuple(sorted(scope.items())),
        owner,
        before.pronoun,
        before.periods,
    )


@dataclass(frozen=True, slots=True)
class Modifiers:
    first: int
    scope: dict[str, str]
    owner: int
    pronoun: bool
    periods: tuple[int, ...]


def modifiers_before(
    tokens: Sequence[Token],
    lowers: Sequence[str],
    head: int,
    floor: int,
    named: dict[int, int],
    metrics: Metrics,
    words: ClauseWords,
) -> Modifiers:
    """What stands before a metric's name and belongs to it: scope words, a period, an owner."""
    scope: dict[str, str] = {}
    plain: list[str] = []
    periods: list[int] = []
    owner, pronoun, at, first = -1, False, head - 1, head
    while at >= floor:
        token = tokens[at]
        if token.kind == PERIOD:
            periods.append(at)
        elif token.kind == QUANTITY or token.kind != WORD:
            break
        elif at in named:
            owner = named[at]
            first = at
            break
        elif token.lower == "'s":
            if at - 1 in named:
                owner = named[at - 1]
                first = at - 1
                break
            if at >= 1 and tokens[at - 1].kind == PERIOD:  # "last year's"
                pass
            else:
                break
        elif token.lower in ("its", "our", "their", "his", "her"):
            pronoun = True
            first = at
            break
        else:
            step = _scope_ending_at(lowers, at, floor, metrics)
            if step is not None:
                start, (dimension, value) = step
                scope.setdefault(dimension, value)
                at = start
            elif (
                token.lower in words.closed
                or _is_verb_here(tokens, at, words)
                or (at and lowers[at - 1] == "to")
            ):
                break
            elif token.lower not in words["empty_modifiers"] and token.lower.isalpha():
                plain.append(token.lower)
        first = at
        at -= 1
    if plain:
        scope.setdefault("segment", " ".join(singular(word) for word in reversed(plain)))
    return Modifiers(first, scope, owner, pronoun, tuple(periods))


def _is_verb_here(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """ "q2 refrigerated foods sales": behind a period or at the start, a word in -ed describes."""
    token = tokens[at]
    opens = at == 0 or tokens[at - 1].kind == PERIOD
    describes = (
        opens and token.lower.endswith("ed") and token.lower not in words["verbs"] | words["level_verbs"]
    )
    return not describes and _is_verb(token, words)


def _is_verb(token: Token, words: ClauseWords) -> bool:
    lower = token.lower
    if lower in words["empty_modifiers"] or not token.spaced:
        return False  # "AI-related": the second half of a compound is no verb
    return (
        lower in words["level_verbs"]
        or lower in words["verbs"]
        or lower in words["attribution_verbs"]
        or (token.text[0].islower() and lower.endswith("ed") and len(lower) > 4)
        or (lower.endswith("ly") and len(lower) > 4)
    )


def _scope_ending_at(
    lowers: Sequence[str], at: int, floor: int, metrics: Metrics
) -> tuple[int, tuple[str, str]] | None:
    """A scope qualifier of up to three words whose last word is ``at``: (its first word, its meaning)."""
    for start in range(max(floor, at - 2), at + 1):
        match = metrics.match_scope(lowers, start)
        if match is not None and start + match[0] - 1 == at:
            return start, match[1]
    return None


def _modifiers_after(
    tokens: Sequence[Token],
    lowers: Sequence[str],
    tail: int,
    names: Sequence[NameMention],
    named: dict[int, int],
    metrics: Metrics,
    words: ClauseWords,
) -> tuple[int, list[tuple[str, str]]]:
    """Scope behind a metric's name: "from continuing operations", "in China", "from cloud services"."""
    scope: list[tuple[str, str]] = []
    last = tail
    while last + 1 < len(tokens):
        match = metrics.match_scope(lowers, last + 1) if tokens[last + 1].kind == WORD else None
        if match is None and last + 2 < len(tokens) and lowers[last + 1] in ("on", "from", "for", "in"):
            inner = metrics.match_scope(lowers, last + 2)
            match = (inner[0] + 1, inner[1]) if inner is not None else None
        if match is not None:
            last += match[0]
            scope.append(match[1])
            continue
        if lowers[last + 1] in ("generated", "derived", "earned") and lowers[last + 2 : last + 3] == ["from"]:
            last += 1
        if lowers[last + 1] not in ("in", "from", "of", "at", "for", "across"):
            break
        end, pairs = prepositional_scope(tokens, lowers, last + 2, names, named, words)
        if not pairs:
            break
        scope.extend(pairs)
        last = end
    return last, scope


def prepositional_scope(
    tokens: Sequence[Token],
    lowers: Sequence[str],
    at: int,
    names: Sequence[NameMention],
    named: dict[int, int],
    words: ClauseWords,
) -> tuple[int, list[tuple[str, str]]]:
    """The noun phrase behind a preposition, as a place or segment or both: "China's cloud services".

    Returns the last token and the pairs; no pairs where the phrase is something else.
    """
    while at < len(tokens) and lowers[at] in words["determiners"]:
        at += 1
    start = at
    pairs: list[tuple[str, str]] = []
    kept: list[str] = []
    while at < len(tokens) and tokens[at].kind == WORD:
        if at in named:
            name = names[named[at]]
            if name.place and not kept and not pairs:
                pairs.append(("place", name.entity.id))
            elif name.segment is not None:
                kept.extend(name.segment.lower().split())
            elif kept:
                kept.extend(token.lower for token in tokens[name.first : name.last + 1])
            else:
                return start, []
            at = name.last + 1
            continue
        if lowers[at] == "'s" and pairs and not kept:
            at += 1
            continue
        if lowers[at] in words.closed or _is_verb(tokens[at], words):
            break
        if lowers[at] not in words["empty_modifiers"]:
            kept.append(singular(lowers[at]))
        at += 1
    if at - start > 7:
        return start, []
    if kept and len(kept) <= 5:
        pairs.append(("segment", " ".join(kept)))
    return at - 1, pairs


def singular(word: str) -> str:
    """A plain singular for comparing forms: "services" → "service". Not meant to be shown."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]
