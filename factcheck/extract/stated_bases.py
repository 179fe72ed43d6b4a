"""On which basis a figure is told, where the sentence says so apart: "On a non-GAAP basis, earnings were"."""

from __future__ import annotations

from factcheck.claim import Claim
from factcheck.extract.hook import Hook
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Clause

Pair = tuple[str, str]
_ANEW = frozenset(("and", "but", "while", "whereas"))


def stated_bases(view: SentenceView, at: int, hook: Hook) -> list[Pair]:
    """The scopes (dimension, value) that hold for the figure at token ``at``, the one nearest to it first."""
    stated = _stated(view, at, hook)
    return [] if stated is None else [stated, *_beside_basis(view, stated), *_ahead(view, at, stated)]


def settled(scope: dict[str, str]) -> tuple[Pair, ...]:
    """The scope in order; "as reported" only ends what the figure would have gone on with."""
    if scope.get("accounting") == "as-reported":
        del scope["accounting"]
    return tuple(sorted(scope.items()))


def basis_of_sum(view: SentenceView, at: int, hook: Hook, claims: dict[int, Claim]) -> list[Pair]:
    """ "non-GAAP net income was $107 million or $3.54 diluted earnings per share": on the basis of the sum before."""
    noun = view.noun_of(at)
    step = (noun.first if noun is not None else at) - 1
    if step < 1 or view.tokens[step].lower != "or":
        return []
    before = max((one for one in claims if one < at), default=-1)
    if before < 0:
        return []
    of_share = view.metrics.per_share(claims[before].metric) == hook.metric != claims[before].metric
    return [pair for pair in claims[before].scope if of_share and pair[0] in ("accounting", "operations")]


def of_same_stores(view: SentenceView, at: int, hook: Hook, claims: dict[int, Claim]) -> bool:
    """ "Same-store NOI fell 4.5 % and cash NOI 3.5 %": the second is of the same stores, on another basis."""
    alike = view.metrics.comparable(hook.metric) if hook.known else None
    clause = view.clause_of(at)
    before = max((step for step in claims if step < clause.first), default=-1)
    return alike is not None and clause.kind == "and" and before >= 0 and claims[before].metric == alike


def _stated(view: SentenceView, at: int, hook: Hook) -> Pair | None:
    """ "On a non-GAAP basis, earnings were": holds for the sentence; behind a figure, for that figure."""
    found = [
        (step, pair)
        for step, (_, pair) in view.scope_at.items()
        if view.tree.tags[step] == "J"
        and (step == at + 1 or step - 1 not in view.figures)
        and not _of_another_measure(view, step, hook)
    ]  # "Revenue of $386 million grew 12.1 % constant currency": the growth is
    if at + 2 in view.scope_at and view.tokens[at + 1].text == "(":
        return view.scope_at[at + 2][1]  # "earnings of $1.98 per share (non-GAAP)"
    around: set[int] = set()
    clause: Clause | None = view.clause_of(at)
    while clause is not None:
        around.add(clause.number)
        clause = clause.parent
    noun = view.noun_of(at)
    for part in view.parts.get(noun, ()) if noun is not None else ():
        if part.verb is not None and part.verb.lemma == "compare":
            around.add(part.number)  # "rose 5 % compared to the prior year on an organic basis"
    found = [one for one in found if one[0] <= 3 or _told_in(view, one[0]).number in around]
    before = [pair for step, pair in found if step < at]
    behind = [pair for step, pair in found if step > at and not (before and _starts_anew(view, at, step))]
    if len(found) == 1:
        return found[0][1] if before or at > found[0][0] - 8 else None
    return behind[0] if behind else before[-1] if before else None


def _starts_anew(view: SentenceView, at: int, step: int) -> bool:
    """ "On a reported basis, revenue grew 3 %, and on a constant-currency basis 5 %": of what comes behind it."""
    between = view.lower(at + 1, step - 1)
    return any(word in _ANEW and between[n - 1] == "," for n, word in enumerate(between) if n)


def _told_in(view: SentenceView, step: int) -> Clause:
    """The clause of a basis: the next one where it opens that, "we earned $5 million, excluding items, profit was $6 million"."""
    first = view.scope_at[step][0] + 2
    if (
        step > 0
        and first < len(view.tokens)
        and view.tokens[step - 1].text == view.tokens[first - 1].text == ","
    ):
        for clause in view.tree.clauses:
            if clause.first == first and clause.kind == "and" and clause.connector < 0:
                return clause
    return view.clause_of(step)


def _beside_basis(view: SentenceView, stated: Pair) -> list[Pair]:
    """ "on a GAAP basis from continuing operations": what stands right behind a stated basis says more of it."""
    tags = view.tree.tags
    step = next(
        (at for at, (_, pair) in view.scope_at.items() if pair == stated and tags[at] == "J"), len(tags)
    )
    found: list[Pair] = []
    while step < len(tags) and tags[step] == "J":
        if step in view.scope_at:
            found.append(view.scope_at[step][1])
        step += 1
    return found[1:]


def _ahead(view: SentenceView, at: int, stated: Pair) -> list[Pair]:
    """ "and excluding one-time items, loss from continuing operations was": another basis that the clause opens with."""
    clause = view.clause_of(at)
    verb = clause.verb.first if clause.verb is not None else -1
    opening = (
        pair
        for step, (_, pair) in view.scope_at.items()
        if clause.first <= step < min(at, verb) and view.tree.tags[step] == "J" and step <= clause.first + 2
    )
    return [pair for pair in opening if pair[0] != stated[0]]


def _of_another_measure(view: SentenceView, step: int, hook: Hook) -> bool:
    """ "revenue of $2bn, and earnings from continuing operations": of the earnings alone."""
    meaning, opens = hook.meaning, view.tokens[step - 1].lower in ("from", "on", "in", "at")
    before = step - 1 - opens
    if meaning is None or step < 2 or meaning.first <= before <= meaning.last:
        return False
    return any(first <= before <= last for first, (last, _) in view.metric_at.items())
