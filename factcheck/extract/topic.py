"""What an article is about as a whole: its main entity and the period it reports on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from factcheck.article import Article
from factcheck.claim import Entity, Trace
from factcheck.day import date
from factcheck.extract.claim_periods import as_reported, resolve_period
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.name_mentions import NameMention
from factcheck.mention import PeriodMention
from factcheck.normalise.calendars import FiscalCalendar, PeriodExpression
from factcheck.patterns import Lazy
from factcheck.period import UNKNOWN, Period
from factcheck.records import dataclass
from factcheck.span import Span
from factcheck.syntax.tokens import Token

_SHORT_KINDS = ("quarter", "half", "nine-months", "fiscal-quarter")
_LONG_KINDS = ("year", "fiscal-year")
_AGAIN = 3  # times
_HOUSE = 4  # letters of the name that parts of a company share
_BEFORE = frozenset(("after", "following"))
_PERIOD_NEXT = Lazy(r"\s(?:Q[1-4]|[1-4]Q|H[12]|FY|20\d\d)")
_TICKER = Lazy(r"[A-Z][A-Z0-9.&]{0,5}\b")


@dataclass(frozen=True, slots=True)
class Topic:
    """``entity`` is the article's main entity (id "" unless one stands out); ``reporting`` the period of its results.

    ``rivals`` are all that the article is about as much, where its title names two: each paragraph is about one of them.
    """

    entity: Entity
    entity_span: Span | None = None
    reporting: Period = UNKNOWN
    reporting_span: Span | None = None
    ticker: bool = False
    rivals: tuple[Entity, ...] = ()
    house: str = ""  # the name by which a company known by its ticker calls itself
    parts: frozenset[str] = frozenset()  # names that spell the ticker, too, and are of its parts; lower case

    @property
    def results(self) -> str:
        """Whose results of which period the article tells: "dlb 2022-Q1"; "" where it tells of none."""
        told = self.reporting.is_known and self.entity.id and not self.entity.id.startswith("article:")
        return f"{self.entity.id} {self.reporting.label}" if told else ""

    def entity_trace(self) -> Trace:
        return Trace("entity", "topic", self.entity_span, "the article's topic")

    def spelled_by(self, name: str) -> bool:
        """True where the topic is a ticker made of a name's letters: HRL and Hormel, MTB and M&T."""
        name, ticker = name.lower(), self._ticker
        if len(ticker) < 2 or name[:1] != ticker[:1] or name in self.parts:
            return False
        if len(name) > 2 and ticker.startswith(name.replace("&", "")):
            return True
        return _in_order(ticker, name)

    @property
    def _ticker(self) -> str:
        return self.entity.id.removeprefix("~") if self.entity.name.isupper() else ""

    def called(self, names: dict[str, Entity], seen: Counter[str]) -> str:
        """The one name that is told again and again and spells all of the ticker but its end: DRH is DiamondRock."""
        start = self._ticker[:-1]
        others = [one for one in names.values() if one.id != self.entity.id]
        if len(start) < 2 or any(self.spelled_by(one.name) for one in others):
            return ""
        nearly = [
            one.name
            for one in others
            if seen[one.id] >= _AGAIN and not one.known and one.name.lower().startswith(start[0])
        ]
        nearly = [
            name
            for name in nearly
            if (name.lower().startswith(start) if name.isupper() else _in_order(start, name.lower()))
        ]
        return nearly[0] if len(nearly) == 1 else ""


def _in_order(letters: str, name: str) -> bool:
    """True where a name has the letters one after the other."""
    rest = iter(name)
    return all(letter in rest for letter in letters)


def parted_names(names: Iterable[str]) -> frozenset[str]:
    """CooperVision and CooperSurgical, Evercore ISI and Evercore Wealth Management: names that begin alike are of parts."""
    found: set[str] = set()
    ordered = sorted(set(names), key=str.lower)
    for one, other in pairwise(ordered):
        shared = _shared(one.lower(), other.lower())
        if shared >= _HOUSE:
            found.update(name.lower() for name in (one, other) if name[shared : shared + 1].isupper())
    return frozenset(found)


def _shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def find_topic(
    article: Article,
    title: Sequence[NameMention],
    title_spans: Sequence[Span],
    seen: Counter[str],
    names: dict[str, Entity],
    periods: Sequence[PeriodMention],
    calendar: Callable[[str], FiscalCalendar | None],
) -> Topic:
    """The topic, from the title first, then from what the body names most often.

    ``seen`` counts entity ids over the article and ``names`` maps them to entities; ``periods`` are those that
    :func:`reporting_periods` found, in order; ``calendar`` gives the fiscal year of an entity id.
    """
    entity, span, rivals = _entity(article, title, title_spans, seen, names)
    ticker = span is not None and entity.words.isupper() and entity.id.startswith("~")
    day, year = article.published, calendar(entity.id)
    period, where = UNKNOWN, None
    for one in periods:
        found = as_reported(resolve_period(one, day, year, None, False), day)
        if where is None:
            period, where = found, one.span
            if not found.is_known:
                return Topic(entity, span, ticker=ticker, rivals=rivals)
            if _in_title(article, one.span):
                break
        elif _last_end(found) > _last_end(period):
            period, where = found, one.span
    return Topic(entity, span, period, where, ticker, rivals)


def tells_of_another(reporting: Period, told: Iterable[PeriodMention]) -> bool:
    """True for a speech under "Q3 2021 earnings call" that never says "third quarter", and "fourth quarter" again and again.

    ``told`` are the times of its sentences, without those of its title.
    """
    label = reporting.label[-2:]
    if reporting.kind != "quarter" or label[:1] != "Q":
        return False
    asked = (one.expression for one in told)
    named = Counter(
        f"Q{one.index}" for one in asked if isinstance(one, PeriodExpression) and one.kind == "quarter"
    )
    return not named[label] and max(named.values(), default=0) >= _AGAIN


def _in_title(article: Article, span: Span) -> bool:
    return any(section.kind == "title" and section.span.contains(span) for section in article.sections)


def _last_end(period: Period) -> date:
    """The period that is over last, whichever of its readings is meant: the others are what it is compared with."""
    return min((reading.end for reading in period.readings if reading.end is not None), default=date.min)


def reporting_periods(tokens: Sequence[Token], title: bool, words: ClauseWords) -> list[PeriodMention]:
    """Periods a sentence presents results for: "Q3 2021 results", "earnings for the second quarter of 2024".

    In a title any quarter will do and a year beside a word for results; below it the word is always needed.
    """
    if all(token.period is None for token in tokens):
        return []
    result_words = words["result_words"]
    results = any(token.lower in result_words for token in tokens)
    kinds = (_SHORT_KINDS if title or results else ()) + (_LONG_KINDS if title and results else ())
    if (
        not title and tokens and tokens[0].lower in _BEFORE
    ):  # "After a profit in its third quarter, it posted …"
        end = next((at for at, token in enumerate(tokens) if token.text == ","), 0)
        tokens = tokens[end:]
    return [
        token.period
        for at, token in enumerate(tokens)
        if token.period is not None
        and token.period.role == "at"
        and token.period.period.kind in kinds
        and ("yearless" not in token.period.marks or title or results)
        and not (title and _foreseen(tokens, at, words))
    ]


def _foreseen(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """ "Castell projects sales will climb in Q3": the last word before the period that tells looks ahead.

    "Castell lifts full-year outlook": so does the one behind it."""
    if any(words.modality_nouns.get(token.lower) == "forecast" for token in tokens[at + 1 : at + 3]):
        return True
    for token in reversed(tokens[:at]):
        if token.lower in words["foreseeing"]:
            return True
        if token.lower in words["result_words"]:
            return False
    return False


def _entity(
    article: Article,
    title: Sequence[NameMention],
    spans: Sequence[Span],
    seen: Counter[str],
    names: dict[str, Entity],
) -> tuple[Entity, Span | None, tuple[Entity, ...]]:
    candidates = [(mention, span) for mention, span in zip(title, spans, strict=True) if not mention.place]
    if candidates:
        best, span = max(candidates, key=lambda pair: (seen[pair[0].entity.id], -pair[0].first))
        rivals = [
            m
            for m, _ in candidates
            if m.entity.id != best.entity.id and seen[m.entity.id] * 3 > seen[best.entity.id] * 2
        ]
        entity = best.entity
        if rivals:
            entity = Entity(entity.id, entity.name, entity.words, entity.known, ambiguous=True)
        return entity, span, tuple(one.entity for one in (best, *rivals)) if rivals else ()
    ticker = _ticker(article)
    if ticker is not None:
        return *ticker, ()
    ranked = [(count, key) for key, count in seen.items() if key in names]
    if ranked:
        count, key = max(ranked, key=lambda pair: (pair[0], pair[1]))
        others = [c for c, k in ranked if k != key]
        if count >= 2 and (not others or count > max(others)):
            found = names[key]
            unclear = bool(others) and max(others) * 3 > count * 2
            return Entity(found.id, found.name, found.words, found.known, ambiguous=unclear), None, ()
    return Entity(f"article:{article.path}", article.title or "the article"), None, ()


def _ticker(article: Article) -> tuple[Entity, Span] | None:
    """A title that opens with a ticker: "AAPL Q3 2021 results"."""
    section = next((s for s in article.sections if s.kind == "title"), None)
    if section is None:
        return None
    text = section.span.of(article.prose)
    lead = len(text) - len(text.lstrip(" #*"))
    match = _TICKER.match(text, lead)
    if match is None or text[lead:].isupper() or text[match.end() :].startswith("."):
        return None  # "U.S. car sales jump 6%"
    if len(match.group()) < 2 and _PERIOD_NEXT.match(text, match.end()) is None:
        return None
    start = section.span.start + match.start()
    word = match.group()
    return Entity("~" + word.lower(), word, word), Span(start, start + len(word))
