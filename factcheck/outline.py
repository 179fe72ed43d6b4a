"""What of an article decides whether another one's claims can meet its own: short, and read without its claims.

An archive is mostly about other things. Every key here is one that some rules join by (``engine.reach`` says which),
made by the functions that the join itself uses, so that no key in common means that those rules find no match.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim, Entity
from factcheck.day import date
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.landmarks import Landmarks, landmarks
from factcheck.period import join_keys
from factcheck.records import dataclass

if TYPE_CHECKING:
    from factcheck.reading import Read

_ANOTHER = "another:"  # "a rival": nobody that the article is about
_NAMELESS = "article:"  # the subject of an article that names none: no two articles share it

# Kinds of keys: who a claim is about; what is measured; a name's beginning or end, with what is measured and when; who
# says something; a detail by name, such as the words of a quotation.
SUBJECT, TOPIC, SPELLING, SPEAKER, DETAIL = "subject", "topic", "spelling", "speaker", "detail"


@dataclass(frozen=True, slots=True)
class Outline:
    """``keys``: what its claims can be joined by, "kind|value"; the rest is for the report and for telling stories."""

    title: str | None
    published: str | None
    source: str | None
    figures: int
    claims: int
    keys: frozenset[str]
    marks: frozenset[str]
    words: frozenset[str]

    def parts(self) -> tuple[Any, ...]:
        """Plain data that an outline can be made of again."""
        return tuple(getattr(self, name) for name in self.__match_args__)

    @property
    def landmarks(self) -> Landmarks:
        day = date.fromisoformat(self.published) if self.published else None
        return Landmarks(day, self.marks, self.words)


def outline(read: Read) -> Outline:
    """The outline of what was read."""
    article, known = read.article, landmarks(read.article)
    return Outline(
        article.title,
        article.published.isoformat() if article.published else None,
        article.source,
        read.figures,
        len(read.claims),
        frozenset(key for claim in read.claims for key in claim_keys(claim)),
        known.marks,
        known.words,
    )


def claim_keys(claim: Claim) -> Iterator[str]:
    """All keys of one claim: the kind, for some kinds the measure, and the rest. Values that a join takes for equal give
    equal keys."""
    for name in subjects(claim):
        yield f"{SUBJECT}|{name}"
    yield f"{TOPIC}|{claim.measure}|{claim.metric}|{claim.scope}"
    if claim.quantity is not None:
        for end in name_ends(name_text(claim.entity)):
            for time in join_keys(claim.period):
                yield f"{SPELLING}|{claim.measure}|{claim.metric}|{end}|{_time(time)}"
    yield f"{SPEAKER}|{claim.measure}|{claim.attribution}"
    for name, value in claim.details:
        said = value if isinstance(value, str) else "#"  # numbers can be equal and look different
        yield f"{DETAIL}|{name}|{said}"


def _time(key: object) -> str:
    return "/".join(map(str, key)) if isinstance(key, tuple) else str(key)


def subjects(claim: Claim) -> tuple[Any, ...]:
    """Who a claim can be about: its entity, and for an article without one the place its figure is of."""
    name = claim.entity.id
    around, mark, inner = name.partition(
        "#"
    )  # "norvane#retailer": somebody named by what they are, in Norvane's story
    names = (name, around) if mark and not name.startswith(_ANOTHER) else (name,) if name else ()
    if inner.startswith("@"):
        return (*names, inner[1:])
    place = dict(claim.scope).get("place") if around.startswith(_NAMELESS) else None
    return (*names, place) if place else names


def name_text(value: Any) -> str:
    """What a name is compared by."""
    return str(value.name if isinstance(value, Entity) else value or "").strip()


def name_ends(name: str) -> tuple[str, ...]:
    """What a name begins and ends with: a slip of the pen spoils one of the two only."""
    text = name.casefold()
    return ("^" + text[:2], text[-2:] + "$") if text else ()
