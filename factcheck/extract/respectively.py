"""Deals figures out: "Samsung and Huawei shipped 2.1 million and 1.9 million respectively"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.extract.hook import Hook
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.phrase_words import place_of
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tokens import PERIOD
from factcheck.syntax.tree import Noun

_BETWEEN = frozenset([",", "and", "&", "or", "the", "in", "for", "to", "at", "by", "from", "its", "of"])
_WORD = "respectively"
_SPANS = frozenset(["periods", "quarters", "years", "months"])
_SAME = frozenset(["same", "respective", "corresponding", "these", "those"])


def deal_out(view: SentenceView, hooks: dict[int, Hook], phrases: MeasuredPhrases) -> None:
    """Gives each figure before "respectively" the name, the metric or the time that stands at its place in line."""
    if len(view.figures) < 2:
        return
    said = (
        [at for at, token in enumerate(view.tokens) if token.lower == _WORD] if _WORD in view.lowers else []
    )
    for at in said or _implied(view, hooks):
        figures = _run(view, [(step, step) for step in view.figures if step < at and step in hooks])
        if len(figures) >= 2:
            _deal(view, hooks, phrases, [step for step, _ in figures], at)


def _implied(view: SentenceView, hooks: dict[int, Hook]) -> list[int]:
    """ "Revenue and net income were $5 million and $1 million": behind the second of two figures for two subjects."""
    for one, other in pairwise(view.figures):
        if other != one + 2:
            continue
        clause = view.clause_of(one)
        subject, verb = clause.subject, clause.verb
        if view.tokens[one + 1].lower != "and" or not {one, other} <= hooks.keys():
            continue
        alike = view.tokens[one].quantity, view.tokens[other].quantity
        if (
            subject is None
            or verb is None
            or len({figure.dimension for figure in alike if figure is not None}) > 1
        ):
            continue
        spans = [(step, last) for step, (last, _) in sorted(view.metric_at.items()) if step < verb.first]
        joined = _run(view, spans)
        apart = len(joined) == 2 and "and" in view.lower(joined[0][1], joined[1][0])
        if (
            apart
            and subject.first <= joined[0][0] <= subject.last
            and one > verb.last
            and not _told_of(view, one)
        ):
            hooks[other].role = hooks[one].role  # "rose to $5 million and $4 million"
            return [other + 1]
    return []


def _told_of(view: SentenceView, at: int) -> bool:
    """True for "were between 5 % and 6 %", not for "rose to $5 million and $4 million"."""
    return view.tree.tags[at - 1] == "P" and view.tokens[at - 1].lower != "to"


def _measured(view: SentenceView) -> Iterator[tuple[int, int]]:
    """The known metrics, each with the words of its phrase before it: "product revenue and fee revenue"."""
    end = -1
    for first, (last, _) in sorted(view.metric_at.items()):
        noun = view.noun_of(first)
        yield (max(noun.first, end + 1) if noun is not None else first), last
        end = last


def _deal(
    view: SentenceView, hooks: dict[int, Hook], phrases: MeasuredPhrases, taken: Sequence[int], at: int
) -> None:
    names = _group(view, ((name.first, name.last) for name in view.names), taken, at)
    for figure, (first, last) in zip(taken, names, strict=False):
        name = view.name_at[first]
        if name.place:
            hooks[figure].place = place_of(view, name)
        else:
            hooks[figure].holder, hooks[figure].link = _named(view, first, last), -1
    metrics = _group(view, _measured(view), taken, at)
    for figure, (_, last) in zip(taken, metrics, strict=False):
        noun = view.noun_of(last)
        if noun is not None:
            _measure(hooks[figure], phrases, noun)
    _share_metric([hooks[step] for step in taken])
    times = [(step, step) for step, other in enumerate(view.tokens) if other.kind == PERIOD]
    dealt = [first for first, _ in _group(view, times, taken, at)]
    for figure, first in zip(taken, dealt, strict=False):
        hooks[figure].time = first
    if dealt:
        _again(view, hooks, at, dealt)


def _again(view: SentenceView, hooks: dict[int, Hook], start: int, dealt: Sequence[int]) -> None:
    """ "…, respectively, while dividends totalled $56 million and $113 million for the same periods"."""
    for at in range(start + 1, len(view.tokens)):
        if view.tokens[at].lower not in _SPANS or view.tokens[at - 1].lower not in _SAME:
            continue
        figures = _run(view, [(step, step) for step in view.figures if start < step < at and step in hooks])
        if len(figures) == len(dealt):
            for (figure, _), first in zip(figures, dealt, strict=True):
                hooks[figure].time = first


def _share_metric(hooks: Sequence[Hook]) -> None:
    """ "$5 million and $6 million of revenue": what the last is of, all are."""
    last = hooks[-1]
    for hook in hooks[:-1]:
        if last.known and not hook.metric and hook.role == last.role:
            hook.meaning, hook.metric, hook.known, hook.why = last.meaning, last.metric, True, last.why


def _run(view: SentenceView, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last spans with nothing but "," and "and" between them."""
    found: list[tuple[int, int]] = []
    for span in reversed(spans):
        if found and not all(
            view.tokens[step].text.lower() in _BETWEEN for step in range(span[1] + 1, found[0][0])
        ):
            break
        found.insert(0, span)
    return found


def _group(
    view: SentenceView, spans: Iterable[tuple[int, int]], figures: Sequence[int], end: int
) -> list[tuple[int, int]]:
    """As many spans in a row as there are figures, the nearest before them or behind; empty without."""
    ordered = sorted(spans)
    behind = _run(view, [span for span in ordered if figures[-1] < span[0] < end])
    if len(behind) == len(figures):
        return behind
    before = [span for span in ordered if span[1] < figures[0]]
    while before:
        run = _run(view, before)
        if len(run) == len(figures):
            return run
        before = before[: len(before) - len(run)]
    return []


def _named(view: SentenceView, first: int, last: int) -> Noun:
    noun = view.noun_of(last)
    if noun is not None and noun.head == last:
        return noun
    made = Noun(first, last, last)
    made.clause = view.clause_of(first)
    return made


def _measure(hook: Hook, phrases: MeasuredPhrases, noun: Noun) -> None:
    meaning = phrases.meaning(noun)
    if meaning.known:
        hook.meaning, hook.metric, hook.known, hook.link = meaning, meaning.id, True, -1
