"""Words in quotation marks with who said them, and people with the offices they hold: claims that carry no figure.

Only what stands side by side is read: “…,” said council leader Joyce Amadi; Chief executive Miriam Stroud. Who "he" is
nobody asks here. Words: rules/vocabulary/voices.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from factcheck.article import Article
from factcheck.claim import Claim, Entity, Trace
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.patterns import Lazy
from factcheck.span import Span
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

# (sentence, section, [(where a name begins, whose it is)])
Named = Sequence[tuple[Span, str, Sequence[tuple[int, Entity]]]]

_QUOTE = Lazy(r"[“\"„«](?P<words>[^“”\"„«»]{20,600}?)[”\"“»]")
_FEWEST_WORDS = 5
_REACH = 90  # characters from the quotation to its speaker
_OFFICE_REACH = 40
_OWNING = ("", "'s", "’s", "'", "’")  # what may stand between an organisation and its office
_CUT = ("[", "…", "...", "(")  # words left out or put in: no two papers cut alike
_APPOSITION = r"(?:,[^,“”\"]{1,60},)?"


class _Voices:
    __slots__ = (
        "after",
        "before",
        "behind",
        "between",
        "endings",
        "holds",
        "names",
        "offices",
        "openings",
        "said",
        "titles",
    )

    def __init__(self, data: dict[str, Any]) -> None:
        said, honour = _any(data["said"]), _any(data["honours"])
        words = r"(?:\s+[a-z][\w'’-]*){0,4}"
        # between the quotation and the name, and between the name and the verb
        self.before = Lazy(rf"[,\s]*(?:{said}){words}\s+(?:(?:{honour})\s+)?\Z", re.IGNORECASE)
        self.between = Lazy(rf"[,\s]*(?:[a-z][\w'’-]*\s+){{0,4}}(?:(?:{honour})\s+)?\Z")
        self.after = Lazy(rf"\s*{_APPOSITION}\s*(?:{said})\b", re.IGNORECASE)
        self.said = Lazy(
            rf"\s*{_APPOSITION}\s*(?:{said})(?:\s+[a-z][\w'’-]*){{0,3}}\s*[:,]?\s*\Z", re.IGNORECASE
        )
        self.names = {alias: name for name, aliases in data["offices"].items() for alias in aliases}
        office = _any(self.names)
        names = [*self.names, *data["honours"]]
        self.openings = {name.lower().split()[0] for name in self.names}
        self.endings = tuple({name.lower().split()[-1] for name in names})  # of all that "offices" matches
        self.titles = Lazy(rf"(?P<office>{office})\s+(?=[A-Z])", re.IGNORECASE)
        self.offices = Lazy(rf"(?P<office>\b(?:{office}))\s+(?:(?:{honour})\s+)?\Z", re.IGNORECASE)
        self.behind = Lazy(
            rf",\s+(?:the\s+|its\s+|their\s+)?(?P<office>{office})(?=\s*[,.;:)]|\s+(?:of|at|for)\s)"
            r"(?P<of>\s+(?:of|at|for)\s+(?:the\s+)?)?",
            re.IGNORECASE,
        )
        self.holds = Lazy(rf"\b(?:{_any(data['not_holding'])})[\s-]*\Z", re.IGNORECASE)


def _any(words: Any) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@lru_cache(maxsize=4)
def _voices(layers: tuple[Path, ...]) -> _Voices:
    return _Voices(load_part("voices", lambda data: data, layers))


def read_voice_claims(article: Article, named: Named, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """Claims of measure "quotation" with their speaker, and claims with the details "role" and "organisation"."""
    voices = _voices(layers)
    names = sorted((start, entity.id, entity) for _, _, found in named for start, entity in found)
    starts = [start for start, _, _ in names]
    sentences = [span.start for span, _, _ in named]
    claims = []
    for match in _QUOTE.finditer(article.prose):
        span = _trimmed(article.prose, Span(*match.span("words")))
        at = bisect_right(sentences, span.start) - 1
        if at < 0 or not _is_speech(span.of(article.prose)):
            continue
        speaker = _speaker(article.prose, match.start(), match.end(), names, starts, voices)
        if speaker is not None:
            claims.append(_quotation(article, span, named[at], speaker))
    for sentence, section, found in named:
        for number, (start, entity) in enumerate(found):
            earlier = found[number - 1] if number else None
            later = found[number + 1] if number + 1 < len(found) else None
            office = _office_before(article.prose, sentence, start, entity, earlier, voices)
            office = office or _office_behind(article.prose, sentence, start, entity, later, voices)
            if office is not None:
                claims.append(_held(article, sentence, section, office, voices))
    return claims


def _trimmed(prose: str, span: Span) -> Span:
    """The words without the blanks and the comma that close them."""
    start, end = span.start, span.end
    while end > start and prose[end - 1] in " \t\r\n\xa0,.;":
        end -= 1
    while start < end and prose[start] in " \t\r\n\xa0":
        start += 1
    return Span(start, end)


def _is_speech(words: str) -> bool:
    return (
        len(words.split()) >= _FEWEST_WORDS and not any(cut in words for cut in _CUT) and "\n\n" not in words
    )


def _speaker(
    prose: str,
    opened: int,
    closed: int,
    names: Sequence[tuple[int, str, Entity]],
    starts: Sequence[int],
    voices: _Voices,
) -> Entity | None:
    """The name behind the quotation with its verb on either side, else the name before it."""
    for at in range(bisect_left(starts, closed), bisect_right(starts, closed + _REACH)):
        start, entity = names[at][0], names[at][2]
        gap, end = prose[closed:start], _name_end(prose, start, entity)
        if "\n\n" in gap or any(mark in gap for mark in '“"”'):
            return None
        if voices.before.match(gap):
            return entity
        if voices.between.match(gap) and voices.after.match(prose, end, min(len(prose), end + _REACH)):
            return entity
        break
    at = bisect_left(starts, opened) - 1
    if at < 0 or opened - starts[at] > _REACH:
        return None
    start, entity = names[at][0], names[at][2]
    gap = prose[_name_end(prose, start, entity) : opened]
    return entity if "\n\n" not in gap and voices.said.match(gap) else None


def _name_end(prose: str, start: int, entity: Entity) -> int:
    """Where the name that begins here ends, by the words the entity was named with."""
    for words in (entity.words, entity.name):
        if words and prose.startswith(words, start):
            return start + len(words)
    end = start
    while end < len(prose) and (prose[end].isalnum() or prose[end] in "-'’"):
        end += 1
    return end


def _quotation(article: Article, span: Span, place: tuple[Span, str, Any], speaker: Entity) -> Claim:
    sentence, section, _ = place
    said = " ".join(span.of(article.prose).replace("’", "'").split())
    return Claim(
        path=article.path,
        span=span,
        sentence=sentence if sentence.contains(span) else span,
        section=section,
        entity=speaker,
        metric="~quotation",
        measure="quotation",
        kind="quotation",
        attribution=speaker.name,
        details=(("words", said),),
        trace=(Trace("entity", "stated", span, "who said it"),),
    )


# Whose office, where it stands, and the organisation's id.
Office = tuple[Entity, Span, str]


def _office_before(
    prose: str,
    sentence: Span,
    start: int,
    entity: Entity,
    earlier: tuple[int, Entity] | None,
    voices: _Voices,
) -> Office | None:
    """ "Chief executive Miriam Stroud", "Norvane's chief executive, Miriam Stroud": the office right before a name."""
    opening = prose[start : start + _OFFICE_REACH].split(None, 1)[0].lower()
    title = voices.titles.match(prose, start) if opening in voices.openings else None
    if title is not None:  # "Mayor Lena Okafor" was taken for one name
        name = prose[title.end() : _name_end(prose, start, entity)]
        entity = Entity("~" + " ".join(name.lower().split()), name, name)
        found: tuple[int, int] | None = title.span("office")
    else:
        found = _before(prose, max(sentence.start, start - _OFFICE_REACH), start, voices)
    if found is None or " " not in entity.name.strip():
        return None
    span = Span(*found)
    left = prose[max(sentence.start, span.start - _OFFICE_REACH) : span.start]
    if voices.holds.search(left) or left.rstrip().endswith((" and", "&")):
        return None
    owner = ""
    if earlier is not None and prose[_name_end(prose, *earlier) : span.start].strip() in _OWNING:
        owner = earlier[1].id
    return entity, span, owner


def _office_behind(
    prose: str, sentence: Span, start: int, entity: Entity, later: tuple[int, Entity] | None, voices: _Voices
) -> Office | None:
    """ "Miriam Stroud, chief executive of Norvane": the office right behind a name."""
    match = voices.behind.match(prose, _name_end(prose, start, entity), sentence.end)
    if match is None or " " not in entity.name.strip():
        return None
    owner = later[1].id if later is not None and match["of"] and later[0] == match.end() else ""
    return entity, Span(*match.span("office")), owner


def _held(article: Article, sentence: Span, section: str, office: Office, voices: _Voices) -> Claim:
    entity, span, owner = office
    role = voices.names[" ".join(span.of(article.prose).lower().split())]
    return Claim(
        path=article.path,
        span=span,
        sentence=sentence,
        section=section,
        entity=entity,
        metric="~office",
        measure="level",
        kind="role",
        details=(*((("organisation", owner),) if owner else ()), ("role", role)),
        trace=(Trace("entity", "stated", span, "who holds the office"),),
    )


def _before(prose: str, floor: int, start: int, voices: _Voices) -> tuple[int, int] | None:
    """Where the office stands that ends right before a name, with a comma between or without."""
    before = prose[floor:start]
    if not before.rstrip().rstrip(",").rstrip().lower().endswith(voices.endings):
        return None  # told at a glance, since the pattern tries every office at every word
    match = voices.offices.search(before[:-2] + " " if before.endswith(", ") else before)
    return None if match is None else (floor + match.start("office"), floor + match.end("office"))
