"""Times that a figure is compared with, and that do not date it: "a 5 % increase over 2020", "higher than in Q2"."""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import pairwise

from factcheck.extract.hook import PRIOR, Hook, Placed
from factcheck.extract.sentence_view import SentenceView
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import PeriodExpression, shift
from factcheck.period import Period
from factcheck.syntax.tokens import PERIOD
from factcheck.syntax.tree import Clause, Noun, Verb

_COMPARING = frozenset(
    ["than", "versus", "vs", "against", "compared", "over", "above", "below", "from", "off", "since"]
)
_AS_MUCH = frozenset(["many", "much", "high", "large", "big", "low", "fast", "long", "often", "same"])
COMPARING_BASES = frozenset(["from", "than", "versus", "vs", "against", "compared", "over", "trailing"])
LIKE = frozenset(
    ["consistent", "line", "keeping", "similar", "comparable", "identical", "equal", "level", "flat", "par"]
)
EARLIER = frozenset(("previous", "prior", "earlier", "former", "initial", "original", "old", "last"))
_JOINING = frozenset(("but", "and", "though", "while"))
_DAYS = frozenset(("day", "days", "hour", "hours", "week", "weekend", "session", "minutes"))
_WHOLE = frozenset(("all", "full", "whole", "entire"))
_COMPARED_WITH = frozenset(
    ["versus", "vs", "to", "with", "against", "from", "on", "over", "than", "unlike", "after"]
)
_HELD_AGAINST = frozenset(("compared", "versus", "vs", "against", "from"))
_NOW = frozenset(
    ("is", "are", "has", "have", "will", "now", "this", "today", "latest", "current", "currently")
)
_OPEN_KINDS = frozenset(["range", "since", "by", "until"])


_OF_RESULTS = frozenset(("quarter", "half", "nine-months", "year", "fiscal-year", "fiscal-quarter", "range"))


def against_year_ago(
    view: SentenceView, at: int, reporting: Period, resolved: Callable[[PeriodMention], Period]
) -> bool:
    """ "declined 5.2 % versus Q1 2020", in the results of Q1 2021."""
    for step, _, _ in view.clause_of(at).times if reporting.is_known else ():
        mention = view.tokens[step].period
        if mention is None or mention.period.kind not in _OF_RESULTS:
            continue
        if shift(resolved(mention), years=1).meet(reporting):
            return True
    return False


def compares(view: SentenceView, step: int) -> bool:
    """ "a 5 % increase over 2020", "higher than in Q2": the period compared with, not the one reported."""
    mention = view.tokens[step].period
    assert mention is not None
    behind = view.tokens[step + 1].lower if step + 1 < len(view.tokens) else ""
    if behind in view.words["averages"]:
        return True  # "1.3 degrees above the 1991-2020 average", "87 % of its 2019 level"
    if mention.period.kind in _OPEN_KINDS:
        return False
    if _than_it_did(view, step):
        return True
    if step > 1 and view.tokens[step - 1].lower == "of" and view.tokens[step - 2].lower in _DAYS:
        return True  # "the first trading day of August": a part of it
    back = step - 1
    opener = back - 1 if back > 1 and view.tokens[back].lower == "the" else back
    on = view.tokens[opener].lower
    figure = view.tokens[opener - 1].quantity if opener > 0 and on in ("to", "on") else None
    long = mention.period.kind in ("year", "quarter", "half", "fiscal-year")
    changed = figure is not None and on == "on" and figure.change in ("up", "down")
    if figure is not None and long and ("relative" in mention.marks or changed):
        return (
            True  # "down 6 % to last year", "up 62 % on two years ago", "up £3,900 on the start of the year"
        )
    if view.tokens[back].lower == "of" and back > 2 and view.tree.tags[back - 1] == "N":
        told = view.tokens[back - 3].quantity  # "twice the share of 2019"
        if told is not None and told.kind == "multiple" and view.tree.tags[back - 2] == "D":
            return True
    if on in ("with", "to") and view.tokens[opener - 1].lower in LIKE:
        return True  # "a 9 % decline, consistent with last quarter"
    if view.tokens[back].lower in ("late", "early"):
        back -= 1  # "up 0.4 % from late Monday"
    if view.lower(max(back - 1, 0), back) in (["this", "time"], ["same", "time"]):
        back -= 2  # "lower than at this time last year"
    while back > 0 and view.tree.tags[back] in "AE" and view.tree.tags[back - 1] in "DP":
        back -= 1  # "over a strong 2020", "off the expected 2022 earnings"
    while (
        back >= 0
        and view.tree.tags[back] in "DP"
        and view.tokens[back].lower
        in ("the", "a", "an", "of", "in", "for", "at", "with", "to", "those", "that")
    ):
        if view.tokens[back].lower in ("that", "those"):
            return True
        back -= 1
    if back > 1 and view.tokens[back].lower == "as" and back < step - 1:
        return view.tokens[back - 1].lower in _AS_MUCH  # "twice as many as in October"
    return back >= 0 and view.tokens[back].lower in _COMPARING


def _than_it_did(view: SentenceView, step: int) -> bool:
    """ "more than she won in all of 2023"."""
    for back in range(step - 1, max(step - 8, 0), -1):
        token = view.tokens[back]
        if token.quantity is not None or token.text in ",;":
            return False
        if token.lower == "than":
            return view.tree.tags[back + 1] == "O"
    return False


def looks_back(view: SentenceView, chosen: PeriodMention) -> bool:
    """ "in the first quarter a year ago": the words behind the label move it back."""
    for token, behind in pairwise(view.tokens):
        if token.period is chosen and behind.period is not None:
            return behind.period.role == "compared" and chosen.role == "at"
    return False


def names_its_year(view: SentenceView, at: int, chosen: PeriodMention) -> bool:
    """ "compared to $7 million in 2024": a bare base with a time of its own, and nobody and nothing else named by it."""
    tokens, tags = view.tokens, view.tree.tags
    time = chosen.expression
    if not isinstance(time, PeriodExpression) or "relative" in chosen.marks:
        return False
    if chosen.surface.lower().startswith("last "):
        return False  # "versus 11 % last Q1"
    if not any(char.isdigit() for char in chosen.surface):
        return False
    first, last = at - 1, at + 1
    while first > 0 and tags[first] in "DB":
        first -= 1  # "compared to about $7 million"
    if tokens[first].lower in ("to", "with"):
        first -= 1
    last = _over_other_form(view, last)
    while last < len(tokens) and tags[last] in "DP":
        last += 1
    behind = tokens[last + 1].text if last + 1 < len(tokens) else "."
    stands = tokens[first].lower in ("compared", "versus", "vs", "from") and behind in (".", ",", ";", ")")
    return stands and last < len(tokens) and tokens[last].period is chosen


def is_yardstick(view: SentenceView, host: Noun, at: int) -> bool:
    """ "74.8 %, against a target of 95 %": of no earlier time, unless one stands behind it ("an average of $4 million in 2024")."""
    said = view.lower(host.first, host.head)
    if host.times or said[-1] not in view.words["yardsticks"] or not EARLIER.isdisjoint(said):
        return False  # "up from our previous target of $6.7 billion"
    return all(token.kind != PERIOD for token in view.tokens[at + 1 : at + 4])


def word_before_time(view: SentenceView, noun: Noun) -> str:
    """ "compared to third quarter 2021 of $1.55": "to", which the time stands between; "" where no time does."""
    step = noun.preposition - 1
    if noun.preposition < 2 or view.preposition(noun) != "of" or view.tokens[step].kind != PERIOD:
        return ""
    while step > 1 and view.tree.tags[step - 1] == "D":
        step -= 1
    word = view.tokens[step - 1].lower
    return word if word in COMPARING_BASES or word in ("to", "with") else ""


def _over_other_form(view: SentenceView, step: int) -> int:
    """Behind ", or $0.12 a share," and ", or 2.2 %,": a figure told in another form is of the same time."""
    tokens = view.tokens
    ahead = [token.lower for token in tokens[step : step + 4]]
    told = ahead[:2] == [",", "or"] and ahead[3:] == [","] and tokens[step + 2].quantity is not None
    return step + 4 if told else step


def done_before(view: SentenceView, at: int) -> PeriodMention | None:
    """ "It lost $9 million, after earning $17 million in the same period last year": the time of what was before."""
    clause = view.clause_of(at)
    verb = clause.verb
    if verb is None or verb.form != "ing" or view.tokens[verb.first - 1].lower != "after":
        return None
    times = (view.tokens[step].period for step, _, _ in clause.times)
    return next((time for time in times if time is not None and time.role == "compared"), None)


def told_as_whole(view: SentenceView, chosen: PeriodMention) -> bool:
    """ "Compared with $36 million for all of last year", "in full-year 2022"."""
    step = next((step for step, token in enumerate(view.tokens) if token.period is chosen), 0)
    near = {*view.lower(max(0, step - 3), step - 1), *chosen.surface.lower().replace("-", " ").split()}
    return not near.isdisjoint(_WHOLE)


def estimated(view: SentenceView, at: int) -> bool:
    """ "Compared with estimates of $5 million"."""
    near = view.tokens[max(0, at - 8) : at + 3]
    return any(token.lower in view.words["estimate_words"] for token in near)


def base_named(view: SentenceView, at: int) -> PeriodMention | None:
    """ "11 % above the fourth quarter of 2019": the time that is named, which need not be the year before."""
    mention = time_behind(view, at, view.words["comparing"])
    stated = mention is not None and "relative" not in mention.marks and mention.role != "compared"
    return mention if stated else None


def base_behind(view: SentenceView, at: int) -> PeriodMention | None:
    """The next time behind a figure, where it is one of another year that is named and compared with."""
    compares = figured = False  # "compared to $0.27 in the first quarter of 2020"
    for token in view.tokens[at + 1 :]:
        mention = token.period
        if mention is not None:
            year = mention.expression.year if isinstance(mention.expression, PeriodExpression) else None
            return mention if (mention.role == "compared" or figured) and year is not None else None
        if token.text == ";":
            return None
        compares = compares or token.lower in _HELD_AGAINST
        figured = figured or (compares and token.quantity is not None)
    return None


def time_behind(
    view: SentenceView, at: int, comparing: Container[str] = COMPARING_BASES
) -> PeriodMention | None:
    """The time that a figure is compared with in the words behind it: "up 1.7 % from Q1"."""
    tokens, tags, step = view.tokens, view.tree.tags, _behind_growth(view, at)
    while step < len(tokens) and tags[step] in "BJU" and tokens[step].lower not in comparing:
        step += 1
    if step >= len(tokens) or tokens[step].lower not in comparing:
        return None
    for token in tokens[step + 1 : step + 5]:
        if token.period is not None or token.quantity is not None or token.text in ",;":
            return token.period
    return None


def _behind_growth(view: SentenceView, at: int) -> int:
    """The token behind "a 4% increase", "a 4% increase in revenue": the figure and the noun of growth that it describes."""
    noun = view.noun_of(at)
    if noun is None or noun.head < at or view.tokens[noun.head].lower not in view.words["delta_nouns"]:
        return at + 1
    step = noun.last + 1
    for child in view.children.get(noun, ()):
        if view.preposition(child) in ("in", "of") and child.first == step + 1 and not child.times:
            step = child.last + 1
    return step


def time_ahead(view: SentenceView, at: int) -> PeriodMention | None:
    """The time that opens its sentence and that all of it is compared with: "Compared to the third quarter of 2019, sales grew 3 %"."""
    tokens = view.tokens
    first = tokens[0].lower in ("as", "when")  # "As compared to the second quarter of 2019, …"
    if tokens[min(first, len(tokens) - 1)].lower not in ("compared", "versus", "against"):
        return None
    for token in tokens[first + 1 : min(first + 8, at)]:
        if token.period is not None or token.quantity is not None or token.text in ",;":
            return token.period
    return None


def compared_anew(view: SentenceView, at: int) -> bool:
    """ "down a point from a week earlier but up from 67 % a year ago": a base of another comparison than the change."""
    before = [step for step in view.figures if step < at]
    against = time_behind(view, before[-1]) if before else None
    if against is None:
        return False
    last = next(step for step, token in enumerate(view.tokens) if token.period is against)
    return not _JOINING.isdisjoint(view.lower(last + 1, at - 1))


def base_times(view: SentenceView, hooks: dict[int, Hook]) -> dict[int, int]:
    """Token number of a period → that of the base figure it dates: "from $441m for the third quarter of 2020"."""
    claimed: dict[int, int] = {}
    for at, hook in hooks.items():
        if hook.role != PRIOR:
            continue
        noun = view.noun_of(at)
        if noun is not None and noun.times:
            claimed.update(dict.fromkeys(noun.times, at))
        if noun is not None and noun.bare and noun.owner is not None and noun.owner.times:
            claimed.update(dict.fromkeys(noun.owner.times, at))  # "above last quarter's $40 million"
            continue
        if at > 1 and view.tokens[at - 1].text == ":" and view.tokens[at - 2].kind == PERIOD:
            claimed[at - 2] = at  # "(H1 2024: £396m)"
            continue
        start = _over_other_form(view, at + 1)
        for step in range(start, min(start + 8, len(view.tokens))):
            token = view.tokens[step]
            describes = view.clause_of(step).kind == "part"  # "the £1.42 billion booked in 2023"
            if (
                token.quantity is not None
                or token.text in ";)"
                or _goes_on(view, step)
                or (view.tree.tags[step] in "VFEMZ" and not describes)
            ):
                break
            if token.kind == PERIOD:
                claimed.setdefault(step, at)
                break
        else:
            continue
        if at in claimed.values():
            continue
        clause = view.clause_of(at)
        for step, _, _ in clause.times:
            mention = view.tokens[step].period
            if step < at and mention is not None and mention.role == "compared":
                claimed[step] = at  # "A year earlier it was €750 million"
        start = noun.preposition if noun is not None and noun.preposition >= 0 else at
        start -= noun is not None and word_before_time(view, noun) != ""
        for step in range(start, at):
            if view.tokens[step].kind == PERIOD:
                claimed[step] = at
    return claimed


def _goes_on(view: SentenceView, step: int) -> bool:
    """ "to 7.8 % from 6.4 %, and for 2027 to 3 %": what follows is of the next figure."""
    behind = view.tokens[step + 1].lower if step + 1 < len(view.tokens) else ""
    return view.tokens[step].text == "," and behind in ("and", "but", "while")


def dated_back(view: SentenceView, clause: Clause, verb: Verb) -> bool:
    """ "A year earlier it was €750 million": the clause opens with the time that is compared with, or goes on from one."""
    opening = [
        view.tokens[step].period
        for step, _, _ in clause.times
        if step < verb.first and view.tokens[step - 1].lower not in _COMPARED_WITH
    ]  # not "Versus Q1 2014, net sales were down 10.5 %", "From a year earlier, exports rose"
    subject = clause.subject
    own = [view.tokens[step].period for step in (subject.times if subject is not None else ())]
    if any(period is not None and period.role != "compared" for period in own):
        return False  # "Without the charge of a year earlier, second-quarter profit was $23 million"
    if any(period is not None and period.role == "compared" for period in opening):
        return True
    if subject is None or subject.preposition >= 0 or verb.lemma != "be":
        return False
    if subject.times and subject.times[0] == subject.first:
        return True  # "A year earlier net sales were $5 million", not "the increase from a year earlier"
    return clause.kind == "and" and not clause.times and _goes_back(view, clause)


def _goes_back(view: SentenceView, clause: Clause) -> bool:
    """ "A year earlier sales were $5 million and profit was $1 million": the second clause is of that time, too."""
    first = view.tree.clauses[clause.number - 1] if clause.number else None
    if first is None or first.verb is None or first.verb.lemma != "be" or first.kind not in ("main", "and"):
        return False
    said = {token.lower for token in view.tokens[clause.first : clause.last + 1]}
    return said.isdisjoint(_NOW) and dated_back(view, first, first.verb)


def goes_back(view: SentenceView, figure: Placed) -> bool:
    """True for what a second clause tells of the time before that the first one opens with."""
    clause, verb = figure.clause, figure.clause.verb
    return clause.kind == "and" and verb is not None and not figure.word and dated_back(view, clause, verb)
