"""Which period of its sentence a claim is for: the one in its own phrase, behind it, in its clause, in those around.

A period that belongs to the base of a comparison ("from $441m a year earlier", "than in 2023") dates only that.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.compared_times import base_times, compares, done_before
from factcheck.extract.hook import DELTA, PRIOR, Hook
from factcheck.extract.modality_signs import is_now
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.times_of_telling import of_telling
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression
from factcheck.records import replace
from factcheck.syntax.tokens import PERIOD
from factcheck.syntax.tree import Clause, Noun

_OPENING = 2  # tokens before the first word of an opening: "And now turning"
NO_PERIOD = ("duration", "unknown")
_AROUND = frozenset(["part", "inf", "that", "bracket", "rel", "and", "sub"])


def choose_time(
    view: SentenceView,
    at: int,
    hook: Hook,
    hooks: dict[int, Hook],
    ahead: bool,
    but: PeriodMention | None = None,
) -> PeriodMention | None:
    """The period mention of the sentence that dates the figure at token ``at``, or None; never the one ``but``."""
    if not view.dated:
        return None
    claimed = base_times(view, hooks)
    if hook.role == PRIOR:
        mine = view.noun_of(at)  # "$7 million, or 2.2 %, for the fourth quarter of 2013"
        beside = mine.joined if mine is not None else None
        alike = {at, *(beside.figures if beside is not None and beside.bare else ())}
        own = [step for step, figure in claimed.items() if figure in alike]
        own.sort(key=lambda step: claimed[step] != at)  # "from 66 in 2024 and 69 in 2023"
        return view.tokens[own[0]].period if own else None
    told = _time_told_of(view, at) or done_before(view, at)
    if told is not None or is_now(view, at):
        return told
    sized = (
        hook.metric[:1] == "~" and hook.why == f"is a {hook.metric[1:]}"
    )  # "built in 1972 and 86 metres high"
    for step in _right_behind(view, at) if sized else _candidates(view, at, hook):
        mention = view.tokens[step].period
        if mention is None or mention is but or step in claimed or not _dates(mention):
            continue
        if compares(view, step):
            continue
        if of_telling(view, step, at):
            continue
        to_date = isinstance(mention.expression, PeriodExpression) and mention.expression.kind == "to-date"
        to_date = to_date and view.metrics.kind(hook.metric) not in ("price", "stock", "index")
        since = mention.period.kind == "since" and not to_date  # not "our year-to-date earnings"
        if since and hook.role != DELTA and not _done_since(view, step, at):
            continue  # "its highest since July"
        if since and any(at < other < step for other in view.figures):
            continue  # "up 2.6 % on the day and 19 % since January": of the second alone
        return mention
    if ahead:  # an outlook's only period may stand anywhere in its sentence
        found = [
            step
            for step, token in enumerate(view.tokens)
            if token.period is not None
            and token.period is not but
            and step not in claimed
            and _dates(token.period)
            and not compares(view, step)
            and not of_telling(view, step, at)
            and _related(view, step, at)
            and not _of_aside_figure(view, step, at)
        ]
        opens = bool(found) and all(view.clause_of(step).first == 0 for step in found)
        if len(found) == 1 or opens:  # "Looking to the rest of 2024, during the fourth quarter, we expect"
            last = view.tokens[found[-1]].period
            return last if last is not None and last.period.kind != "since" else None
    return None


def _time_told_of(view: SentenceView, at: int) -> PeriodMention | None:
    """ "the lowest since the first quarter of 2017 when it posted 9.9 trillion won": that quarter."""
    clause = view.clause_of(at)
    before = clause.connector - 1
    if before > 0 and view.tokens[before].text == ",":
        before -= 1  # "from the year-ago quarter, when sales rose 21 %"
    if clause.kind != "sub" or before < 0 or view.tokens[clause.connector].lower != "when":
        return None
    mention = view.tokens[before].period
    if mention is None or mention.period.kind != "since":
        timed = mention is not None and mention.period.kind not in NO_PERIOD and mention.role != "duration"
        return mention if timed else None
    inner = mention.expression.base if isinstance(mention.expression, PeriodExpression) else None
    if inner is None:
        return None
    return replace(mention, expression=inner, period=replace(mention.period, kind=inner.kind))


def _dates(mention: PeriodMention) -> bool:
    return mention.period.kind not in NO_PERIOD and mention.role not in ("duration", "compared")


def _done_since(view: SentenceView, step: int, at: int) -> bool:
    """ "has given £650,000 since 2019", "2.1 million doses given since September": counted up from then on."""
    clause = view.clause_of(step)
    verb = clause.verb
    if verb is None or not (verb.last < step and (view.clause_of(at) is clause or clause.kind == "part")):
        return False
    host = next((one for time, _, one in clause.times if time == step), None)
    if host is not None and not host.figures:
        return False  # "has given her biggest speech since 2019"
    perfect = any(
        view.tokens[one].lower in ("has", "have", "had") for one in range(verb.first, verb.last + 1)
    )
    if clause.kind == "part":
        return verb.form in ("participle", "open") and clause.antecedent is view.noun_of(at)
    moved = (
        view.lexicon.does(verb.lemma, "move") or verb.figure >= 0
    )  # "have halved since January to 118,000"
    return perfect and verb.lemma != "be" and not moved


def _of_aside_figure(view: SentenceView, step: int, at: int) -> bool:
    """ "…, which is on top of our 12.6 % growth in the fourth quarter of last year": the time of that figure."""
    clause = view.clause_of(step)
    aside = clause.kind == "rel" and clause is not view.clause_of(at)
    return aside and any(view.clause_of(other) is clause for other in view.figures)


def _related(view: SentenceView, step: int, at: int) -> bool:
    """False for a time in another aside: "its goal of tripling output by 2025 … a market projected to grow at 55 %"."""
    clause, mine = view.clause_of(step), view.clause_of(at)
    if mine.parent is not None and step > mine.last and _before_verb(mine, mine.parent):
        return False  # "The landscape, estimated at $3 million, went for $10 million on Friday"
    if clause.kind not in ("part", "rel") or clause is mine or clause.parent is mine:
        return True
    if clause.first == 0 and clause.parent is not None and clause.parent.number == 0:
        return True  # "Looking at the fourth quarter, we expect prices to be"
    around: Clause | None = mine
    while around is not None:
        if around is clause:
            return True
        around = around.parent
    return False


def _candidates(view: SentenceView, at: int, hook: Hook) -> Iterator[int]:
    """Period tokens, the likeliest first."""
    if hook.time >= 0:
        yield hook.time
    noun = view.noun_of(at)
    for phrase in (noun, hook.meaning.noun if hook.meaning is not None else None):
        while phrase is not None:
            yield from phrase.times
            if phrase.owner is not None:
                yield from phrase.owner.times
            if phrase is noun:
                yield from _right_behind(view, at)  # "sales of $5m in 2024, which rose to $6m in 2025"
            for part in (
                view.parts.get(phrase, ()) if phrase.figures else ()
            ):  # "the record of 42.9 °C set in 2003"
                own = any(one.figures for one in part.nouns)  # ", which annualizes to $0.84 for the year"
                if part.kind == "part" or (part.kind == "rel" and not own):
                    yield from (step for step, _, _ in part.times)
                    yield from _done_by(view, part)
            phrase = phrase.host
    clause = view.clause_of(at)
    if clause.subject is not None and clause.verb is not None and clause.verb.lemma == "be":
        yield from clause.subject.times  # "Its Q4 numbers were 494,989 cars"
    if noun is not None and not noun.bare and hook.role == DELTA:  # "a 10 % rise in full-year profit"
        yield from (step for child in view.children.get(noun, ()) for step in child.times)
    if noun is not None and not noun.bare:  # "after a 0.2 % drop in March"
        yield from (step for step, _, host in clause.times if host is noun)
    seen: set[int] = set()
    around: Clause | None = clause
    while around is not None:
        if around is not clause and _before_verb(clause, around):
            yield from _leading(view, around)
        else:
            yield from _of_clause(view, around, at, hook)
        seen.add(around.number)
        if around.kind not in _AROUND or (
            around.kind == "rel" and around.verb is not None and around.verb.form == "finite"
        ):
            break
        around = around.parent
    yield from _shown(view, clause)
    for other in view.tree.clauses:
        if _turns_to(view, other):  # "Turning to the full year 2014, we reported sales of $60 million"
            yield from (step for step, _, _ in other.times)
        earlier = other.number < clause.number or other.first < clause.first
        if (
            other.number not in seen
            and earlier
            and other.kind in ("main", "and", "say")
            and clause.kind != "rel"
        ):
            yield from _leading(view, other)


def _shown(view: SentenceView, clause: Clause) -> Iterator[int]:
    """ "Slide nine covers our year-to-date performance and shows 5 % growth": of the time of what it covers."""
    while clause.parent is not None and clause.kind in ("rel", "part", "that"):
        clause = clause.parent
    verb, subject = clause.verb, clause.subject
    if verb is None or verb.lemma not in view.words["showing_verbs"]:
        return
    for other in view.tree.clauses[: clause.number] if clause.kind == "and" else ():
        yield from (step for noun in other.nouns if other.subject is subject for step in noun.times)
    if subject is not None:
        yield from subject.times


def _turns_to(view: SentenceView, clause: Clause) -> bool:
    """True for what opens a sentence and says what it will be about: "Now turning to", "Looking at"."""
    opens = clause.kind == "part" and clause.verb is not None and clause.first <= _OPENING
    return (
        opens
        and clause.verb is not None
        and view.tokens[clause.verb.first].lower in view.words["turning_verbs"]
    )


def _before_verb(aside: Clause, around: Clause) -> bool:
    """True for what is said of the subject between commas, before the verb says what it did and when."""
    told = aside.kind == "part" and aside.antecedent is not None and aside.antecedent is around.subject
    return told and around.verb is not None and aside.last < around.verb.first


def is_aside(view: SentenceView, at: int) -> bool:
    """ "(H1 2024: $6.1 million), while profit fell", "A flat that cost £210,000 in 2015 now sells for": its time is its own."""
    clause = view.clause_of(at)
    verb = clause.parent.verb if clause.kind == "rel" and clause.parent is not None else None
    return clause.kind == "bracket" or (verb is not None and clause.last < verb.first)


def _done_by(view: SentenceView, part: Clause) -> Iterator[int]:
    """ "people waiting to start treatment at the end of May": the time of what describes the figure, to its end."""
    for other in view.tree.clauses:
        if other.parent is part and other.kind == "inf":
            yield from (step for step, _, host in other.times if host is None or not host.figures)


def _right_behind(view: SentenceView, at: int) -> Iterator[int]:
    """ "$5m in 2024": the next period with only small words between."""
    step = at + 1
    while step < len(view.tokens) and view.tree.tags[step] in "DPJB":
        step += 1
    if not view.words["grounds"].isdisjoint(view.lower(at + 1, step - 1)):
        return  # "to $87 million on the back of the third-quarter upside"
    if step < len(view.tokens) and view.tokens[step].kind == PERIOD and not _of_event_before(view, step):
        yield step


def _of_event_before(view: SentenceView, step: int) -> bool:
    """ "gave up 4.8 % after Friday's rally": the day of what came before."""
    owns = step + 1 < len(view.tokens) and view.tree.tags[step + 1] == "i"
    return owns and view.tokens[step].text.lower().startswith(("after ", "before "))


def _of_clause(view: SentenceView, clause: Clause, at: int, hook: Hook) -> Iterator[int]:
    """The clause's periods: those after the figure first come first, then those before, nearest first."""
    measured = hook.meaning.noun if hook.meaning is not None else None
    behind: list[tuple[bool, int, int]] = []
    before: list[tuple[bool, int, int]] = []
    for step, _, host in clause.times:
        if host is not None and host is not measured and _describes(view, step, host, at):
            continue
        between = any(min(at, step) < other < max(at, step) for other in view.figures)
        if between and step > at and clause.kind == "part" and _in_next_item(view, at, step):
            continue
        if step > at and _gives_reason(view, at, step):
            continue
        (behind if step > at else before).append((between, abs(step - at), step))
    for _, _, step in sorted(behind + before):
        yield step
    for noun in clause.nouns:  # "On a trailing 12-month basis, EBITDA was $50 million"
        if view.preposition(noun) == "on" and view.tokens[noun.head].lower == "basis":
            yield from noun.times
    for noun in clause.nouns:  # "took 51 % in Sunday's run-off"
        if noun.owner is not None and view.preposition(noun) in ("in", "at", "during") and not noun.figures:
            yield from noun.owner.times
    for other in view.tree.clauses:  # "fell $2.10 …, to settle at $65.62 on Tuesday"
        if other.parent is clause and other.kind == "inf" and _comes_to(view, other):
            yield from (step for step, _, host in other.times if host is None)
    subject = clause.subject
    timed = subject is not None and view.tokens[subject.head].lower in view.words["timed_nouns"]
    timed = timed or hook.meaning is None  # "August's gain was revised to 149,000"
    if (
        subject is not None and timed and subject is not measured
    ):  # "The town's 2026-27 budget sets aside $7.4 million"
        yield from subject.times
        if subject.owner is not None:
            yield from subject.owner.times


def _gives_reason(view: SentenceView, at: int, step: int) -> bool:
    """ "fell to $55 million, due in part to a large sale in the fourth quarter of 2024": when that was."""
    grounds = view.words["grounds"]  # "on the back of strong demand in the third quarter"
    if any(
        view.tokens[one].lower in grounds and view.tokens[one + 1].lower == "of" for one in range(at, step)
    ):
        return True
    commas = [one for one in range(at + 1, step) if view.tokens[one].text == ","]
    return bool(commas) and not view.words["reasons"].isdisjoint(view.lower(commas[0] + 1, commas[0] + 2))


def _in_next_item(view: SentenceView, at: int, step: int) -> bool:
    """ "driven by sales growth of 2 %, the purchase of 103 diners on 11 October, and": of that item of the list alone."""
    return any(
        view.tokens[one].text == "," and view.tree.tags[one + 1] == "D" for one in range(at + 1, step - 1)
    )


def _describes(view: SentenceView, step: int, host: Noun, at: int) -> bool:
    """ "its highest level since July", "the target set in 2019": the period belongs to that phrase alone."""
    if host.figures and host.first > at and view.preposition(host) in ("after", "from", "than", "before"):
        return True  # "rose 2.4 % after a 2.9 % increase in July"
    if host.first <= at <= host.last or host.apposes is None:
        return False
    return host.first > at


def _comes_to(view: SentenceView, clause: Clause) -> bool:
    """ "to settle at", "to reach": the outcome of what the clause around tells."""
    does, verb = view.lexicon.does, clause.verb
    return verb is not None and (does(verb.lemma, "ends") or does(verb.lemma, "measure"))


def _leading(view: SentenceView, clause: Clause) -> Iterator[int]:
    """The period an earlier clause opens with: "In 2024, revenue rose 4 % and …"."""
    start = clause.verb.first if clause.verb is not None else clause.last + 1
    for step, _, host in clause.times:
        if step < start and host is None:
            yield step
