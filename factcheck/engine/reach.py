"""Which articles of an archive can matter to what is checked: so that the others need not be unpacked and indexed.

A finding has a claim of a checked article. All its other claims, and those that silence it, are either in that article,
or their article shares a key with it that the rule joins by, or tells its story. Where that cannot be shown from a
rule's form alone, nothing is left out. Everything here may let in too much, and must never leave out what matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from factcheck.engine.stories import stories
from factcheck.hints import TYPE_CHECKING
from factcheck.landmarks import Landmarks
from factcheck.outline import DETAIL, SPEAKER, SPELLING, SUBJECT, TOPIC, Outline, outline
from factcheck.records import dataclass
from factcheck.rule import Pattern, Rule

if TYPE_CHECKING:
    from factcheck.kept import Shelved
    from factcheck.reading import Read

STORY = "story"
_INSIDE = ("same-article", "same-sentence", "same-section", "same-paragraph", "summary-and-body")
_PLACES = ("article", "sentence")  # aspects that only claims of one article share


@dataclass(frozen=True, slots=True)
class Reach:
    """``kinds``: how keys begin of which an article must share one with a checked one, if it does not tell its story.

    ``bounded`` is false if some rule may find its claims anywhere.
    """

    kinds: frozenset[str]
    bounded: bool


def reach(rules: Iterable[Rule]) -> Reach:
    """How far these rules look."""
    kinds: set[str] = set()
    for rule in rules:
        for further in ((), *(clause.patterns for clause in rule.unless)):
            found = _kinds(rule, further)
            if found is None:
                return Reach(frozenset(), False)
            kinds |= found
    return Reach(frozenset(kinds), True)


def near(
    rules: Iterable[Rule], checked: Mapping[str, Outline], others: Mapping[str, Outline]
) -> frozenset[str]:
    """The paths of those ``others`` that can matter to the checked articles."""
    far = reach(rules)
    if not far.bounded:
        return frozenset(others)
    begin = tuple(far.kinds)
    ours = {key for one in checked.values() for key in one.keys if key.startswith(begin)}
    found = {path for path, one in others.items() if not ours.isdisjoint(one.keys)}
    if STORY in far.kinds:
        known: dict[str, Landmarks] = {
            path: one.landmarks for path, one in (*others.items(), *checked.items())
        }
        found.update(path for pair in stories(known, checked) for path in pair if path in others)
    return frozenset(found)


def from_shelves(
    rules: Iterable[Rule], checked: Sequence[Read], shelved: Sequence[Shelved]
) -> tuple[list[Read], list[Shelved]]:
    """What can matter to the checked articles, unpacked, and the rest."""
    wanted = near(
        rules,
        {one.article.path: outline(one) for one in checked},
        {one.path: one.outline for one in shelved},
    )
    return (
        [one.read() for one in shelved if one.path in wanted],
        [one for one in shelved if one.path not in wanted],
    )


def _kinds(rule: Rule, further: tuple[Pattern, ...]) -> set[str] | None:
    """How the articles of one match hang together; None if they need not.

    Any claim that is found alone may be the checked one, so each must be linked to every other claim directly.
    """
    patterns = (*rule.patterns, *further)
    main = len(rule.patterns)
    inside = any(place in _INSIDE for place in rule.where)
    firsts = [at for at, one in enumerate(rule.patterns) if one.kind == "one"]
    if not firsts:  # the claims of the one group share all that it binds
        group = patterns[0]
        within = inside or any(_shared(group, group, place) for place in _PLACES)
        return set() if within else _any_of([next(_links(group, group), None)])
    home = _homes(patterns, main if inside else 0, main)
    certain = [at for at, one in enumerate(patterns) if one.kind == "one"]  # found in every match
    found: list[str | None] = []
    for one, other in product(firsts, range(len(patterns))):
        if home[one] == home[other]:
            continue
        ours = [at for at in firsts if home[at] == home[one]]
        theirs = [at for at in certain if home[at] == home[other]] + [other]
        if "same-story" in rule.where and any(at < main for at in theirs):
            found.append(STORY)
        else:
            links = (link for a, b in product(ours, theirs) for link in _links(patterns[a], patterns[b]))
            found.append(next(links, None))
    return _any_of(found)


def _any_of(kinds: Iterable[str | None]) -> set[str] | None:
    """All the kinds; None if one is missing."""
    known = list(kinds)
    return None if None in known else {kind for kind in known if kind is not None}


def _homes(patterns: tuple[Pattern, ...], within: int, main: int) -> list[int]:
    """A number for each pattern, the ``main`` ones before those of an unless-clause; with one number, one article."""
    home = [0 if at < within else at for at in range(len(patterns))]
    for _ in patterns:  # as often as it can take to carry a number from end to end
        for one, other in product(range(len(patterns)), repeat=2):
            bound = one < main or patterns[other].kind == "one"  # what a group alone says binds nobody else
            if (
                bound
                and patterns[one].kind == "one"
                and any(_shared(patterns[one], patterns[other], place) for place in _PLACES)
            ):
                home[one] = home[other] = min(home[one], home[other])
    return home


def _links(one: Pattern, other: Pattern) -> Iterator[str]:
    """How the keys begin that two claims share if they fit these patterns, the rarest first."""
    if _shared(one, other, "entity"):
        yield f"{SUBJECT}|"
    for term in one.terms:
        prefix, _, name = term.aspect.partition(".")
        if prefix == "details" and _shared(one, other, term.aspect):
            yield f"{DETAIL}|{name}|"
    measure = _measure(one)
    if _shared(one, other, "measure"):
        begin = ""
    elif measure and measure == _measure(other):
        begin = f"{measure[0]}|"
    else:
        return
    alike = _shared(one, other, "metric")
    timed = _shared(one, other, "quantity") and _shared(one, other, "period")
    if alike and timed and (_is_like(one, other) or _is_like(other, one)):
        yield f"{SPELLING}|{begin}"
    if _shared(one, other, "attribution"):
        yield f"{SPEAKER}|{begin}"
    if alike and _shared(one, other, "scope"):
        yield f"{TOPIC}|{begin}"


def _variables(pattern: Pattern, aspect: str, op: str = "var") -> set[str]:
    """The variables that a pattern's claims have a value of for an aspect, neither moved nor left open."""
    return {
        term.variable
        for term in pattern.terms
        if (term.aspect, term.op) == (aspect, op) and not (term.loose or term.months or term.number)
    }


def _shared(one: Pattern, other: Pattern, aspect: str) -> set[str]:
    return _variables(one, aspect) & _variables(other, aspect)


def _is_like(one: Pattern, other: Pattern) -> bool:
    """Whether the second's entity must be like the first's, and like no other's."""
    return bool(_variables(one, "entity") & _variables(other, "entity", "like"))


def _measure(pattern: Pattern) -> tuple[object, ...]:
    """The one measure that a pattern's claims have; () if there may be several."""
    found = [term.values for term in pattern.terms if (term.aspect, term.op) == ("measure", "in")]
    return found[0] if len(found) == 1 and len(found[0]) == 1 else ()
