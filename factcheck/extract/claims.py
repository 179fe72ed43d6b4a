"""From an article to its claims: read mentions, find the topic, then every sentence by itself.

Deterministic: the same article always gives the same claims, in the order of the text.
"""

from __future__ import annotations

from factcheck.article import Article
from factcheck.claim import Claim, Entity
from factcheck.extract.announced_lists import read_list_claims
from factcheck.extract.claim_details import mark_totals
from factcheck.extract.claim_measures import normalised
from factcheck.extract.clause_words import ClauseWords, clause_words
from factcheck.extract.copied import copy_details
from factcheck.extract.counted_shares import mark_counted_shares
from factcheck.extract.dates import read_date_claims, read_times_said_twice, title_span, undated_claim
from factcheck.extract.deals_and_ranks import mark_deals, mark_ranks, mark_upside_down, read_superlatives
from factcheck.extract.figure_groups import mark_groups
from factcheck.extract.figure_pairs import mark_pairs
from factcheck.extract.name_mentions import NameBook
from factcheck.extract.name_openers import Openers
from factcheck.extract.periods import read_periods
from factcheck.extract.quantities import read_quantities
from factcheck.extract.quantity_words import load_lexicon as load_quantity_words
from factcheck.extract.quoted_events import read_event_claims
from factcheck.extract.record_reach import read_record_claims
from factcheck.extract.sentence_claims import SentenceReader
from factcheck.extract.sentences import Sentence, read_sentences
from factcheck.extract.slices import mark_slices
from factcheck.extract.sports import mark_sports
from factcheck.extract.stated_year_ends import calendars_by_owner, read_year_ends
from factcheck.extract.tokens import Tokens
from factcheck.extract.topic import Topic, find_topic, parted_names, reporting_periods, tells_of_another
from factcheck.extract.unsigned_sums import in_currency
from factcheck.extract.voices import read_voice_claims
from factcheck.hints import TYPE_CHECKING, TypeVar
from factcheck.mention import PeriodMention, QuantityMention
from factcheck.normalise.calendars import FiscalCalendar
from factcheck.normalise.entities import Registry, load_registry
from factcheck.normalise.metrics import Metrics, load_metrics
from factcheck.period import UNKNOWN
from factcheck.records import dataclass, replace
from factcheck.span import Span
from factcheck.syntax.lexicon import Lexicon, load_lexicon
from factcheck.syntax.tokens import Token, read_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

M = TypeVar("M", QuantityMention, PeriodMention)
Details = tuple[tuple[str, object], ...]
_LONGEST = 250  # tokens
_LEAD_PARAGRAPHS = 6  # where an article says which period it reports on


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the readers know: entities, metrics, clause words, verb forms."""

    registry: Registry
    metrics: Metrics
    words: ClauseWords
    lexicon: Lexicon


def load_knowledge(layers: tuple[Path, ...] = ()) -> Knowledge:
    return Knowledge(load_registry(layers), load_metrics(layers), clause_words(layers), load_lexicon(layers))


def read_mentions(
    article: Article, layers: tuple[Path, ...] = ()
) -> tuple[list[QuantityMention], list[PeriodMention]]:
    """Every quantity and period of the article's prose. Durations are both."""
    tokens = Tokens(article.prose)
    periods = read_periods(article.prose, article.published, tokens)
    # Unlike the public reader, "the next three years" is a time here: it dates the claim beside it.
    masked = [m.span for m in periods if m.period.kind != "duration"]
    if article.published_span is not None:
        masked.append(article.published_span)
        masked.sort()
    words = load_quantity_words(layers)
    return read_quantities(article.prose, masked, article.cells, lexicon=words, tokens=tokens), periods


def extract_claims(article: Article, layers: tuple[Path, ...] = ()) -> list[Claim]:
    """All claims of an article, sorted by span and numbered from 0."""
    return read_claims(article, layers)[0]


def read_claims(article: Article, layers: tuple[Path, ...] = ()) -> tuple[list[Claim], int]:
    """The claims of an article, and how many figures its prose shows outside names, dates and boilerplate."""
    if article.sheet_claims is not None:
        from factcheck.extract.sheet_claims import claims_of_sheet

        return claims_of_sheet(article, layers), len(article.sheet_claims)
    whole, offsets = article, None
    if article.gaps:
        from factcheck.sources.compaction import compact

        article, offsets = compact(whole)
    title = title_span(whole)
    if offsets is not None and title is not None:
        title = offsets.short_span(title)
    knowledge = load_knowledge(layers)
    quantities, periods = read_mentions(article, layers)
    sentences = read_sentences(article)
    year_ends = read_year_ends(article.prose, (sentence.span for sentence in sentences), layers)
    periods = [one for one in periods if not any(said.span.contains(one.span) for said in year_ends)]
    tokenised = _tokenise(article, sentences, quantities, periods)
    openers = Openers(knowledge.words, knowledge.metrics, knowledge.lexicon)
    book = NameBook(knowledge.registry, knowledge.words, knowledge.metrics, openers, article.published)
    book.learn(
        (tokens for sentence, tokens in tokenised if sentence.section not in ("title", "heading")),
        (tokens for sentence, tokens in tokenised if sentence.section == "title"),
    )
    topic, names = _topic(article, tokenised, book)
    named = [
        (sentence.span, sentence.section, [(tokens[name.first].start, name.entity) for name in found])
        for (sentence, tokens), found in zip(tokenised, names, strict=True)
    ]
    registry = knowledge.registry.stating(calendars_by_owner(year_ends, named, topic.entity))
    speech = _own_words(tokenised)
    if speech and tells_of_another(topic.reporting, _told(tokenised)):
        topic = replace(topic, reporting=UNKNOWN, reporting_span=None)
    own_words = topic.ticker or speech
    reader = SentenceReader(
        article, topic, own_words, knowledge.metrics, knowledge.words, registry, knowledge.lexicon
    )
    claims: list[Claim] = []
    for (sentence, tokens), found in zip(tokenised, names, strict=True):
        claims.extend(reader.read(sentence, tokens, found))
    claims = [claim for claim in claims if claim.section != "table"]  # its figures are read cell by cell
    if article.cells:
        from factcheck.extract.table_claims import read_table_claims

        claims.extend(read_table_claims(article, quantities, topic, registry, knowledge.metrics))
    claims = [normalised(claim, knowledge.metrics) for claim in claims]
    claims = in_currency(claims, knowledge.metrics, article.prose)
    claims = mark_totals(claims, tokenised, knowledge.words)
    claims.extend(read_date_claims(article, sentences, periods, topic))
    claims.extend(read_times_said_twice(article, sentences, periods, topic))
    claims.extend(read_event_claims(article, named, periods, topic.entity, layers))
    claims.extend(read_voice_claims(article, named, layers))
    claims.extend(read_superlatives(article, named, layers))
    claims.extend(read_record_claims(article, sentences, topic.entity, layers))
    claims.extend(undated_claim(article, title, topic.entity, len(quantities), sentences))
    claims.extend(read_list_claims(article, tokenised, topic))
    claims.sort(key=lambda claim: (claim.span.start, claim.span.end, claim.measure))
    claims = mark_pairs(claims, article.prose, layers)
    claims = mark_groups(claims, article.prose, layers)
    claims = mark_slices(claims, article.prose, layers)
    claims = mark_counted_shares(claims, article.prose)
    claims = mark_sports(claims, article.prose, article.published, layers)
    claims = mark_deals(claims, article.prose, layers)
    claims = mark_upside_down(claims, article.prose, knowledge.metrics, layers)
    claims = mark_ranks(claims, layers)
    # articles that share them are of one occasion, whatever day they bear
    occasion = [("results", topic.results)] if topic.results else []
    if speech:
        occasion.append(("speech", "yes"))
    copies = copy_details(claims, article.prose, periods)
    numbered = [
        replace(claim, number=number, details=_with(claim.details, [*occasion, *copies.get(number, ())]))
        for number, claim in enumerate(claims)
    ]
    if offsets is not None:
        from factcheck.sources.compaction import restore

        numbered = restore(numbered, offsets)
    return numbered, _figures(article, quantities)


def _with(details: Details, further: list[tuple[str, str]]) -> Details:
    return tuple(sorted([*details, *further])) if further else details


def _figures(article: Article, quantities: list[QuantityMention]) -> int:
    """How many figures stand outside boilerplate. Both lists are in the order of the text."""
    blank = [section.span for section in article.sections if section.kind == "boilerplate"]
    shown = at = 0
    for mention in quantities:
        while at < len(blank) and blank[at].end < mention.end:
            at += 1
        shown += at == len(blank) or not blank[at].start <= mention.start
    return shown


def _told(tokenised: list[tuple[Sentence, list[Token]]]) -> Iterator[PeriodMention]:
    """The times below the title."""
    for sentence, tokens in tokenised:
        if sentence.section != "title":
            yield from (token.period for token in tokens if token.period is not None)


def _own_words(tokenised: list[tuple[Sentence, list[Token]]]) -> bool:
    """True for a speech or call: every fifth sentence says "we" or "our" outside quotation marks."""
    speaking = 0
    for _, tokens in tokenised:
        lowers = {token.lower for token in tokens}
        speaking += ("we" in lowers or "our" in lowers) and lowers.isdisjoint('“”"')
    return speaking * 5 > len(tokenised) and speaking > 2


def _tokenise(
    article: Article,
    sentences: list[Sentence],
    quantities: list[QuantityMention],
    periods: list[PeriodMention],
) -> list[tuple[Sentence, list[Token]]]:
    tokenised: list[tuple[Sentence, list[Token]]] = []
    q = p = 0
    for sentence in sentences:
        q = _skip(quantities, q, sentence.span)
        p = _skip(periods, p, sentence.span)
        inside_q = _inside(quantities, q, sentence.span)
        inside_p = _inside(periods, p, sentence.span)
        tokenised.extend(_bounded(sentence, read_tokens(article.prose, sentence.span, inside_q, inside_p)))
    return tokenised


def _bounded(sentence: Sentence, tokens: list[Token]) -> list[tuple[Sentence, list[Token]]]:
    """A sentence, in pieces if it is longer than any sentence: what is read of one grows with its square."""
    if len(tokens) <= _LONGEST:
        return [(sentence, tokens)]
    pieces = [tokens[at : at + _LONGEST] for at in range(0, len(tokens), _LONGEST)]
    return [(replace(sentence, span=Span(piece[0].start, piece[-1].end)), piece) for piece in pieces]


def _skip(mentions: list[QuantityMention] | list[PeriodMention], at: int, span: Span) -> int:
    while at < len(mentions) and mentions[at].start < span.start:
        at += 1
    return at


def _inside(mentions: list[M], at: int, span: Span) -> list[M]:
    found: list[M] = []
    while at < len(mentions) and mentions[at].end <= span.end:
        found.append(mentions[at])
        at += 1
    return found


def _topic(
    article: Article, tokenised: list[tuple[Sentence, list[Token]]], book: NameBook
) -> tuple[Topic, list[list]]:  # type: ignore[type-arg]
    names = []
    entities: dict[str, Entity] = {}
    title_names, title_spans = [], []
    reporting: list[PeriodMention] = []
    for sentence, tokens in tokenised:
        found = book.read(tokens, title_case=sentence.section in ("title", "heading"))
        names.append(found)
        for name in found:
            if not name.place:
                entities.setdefault(name.entity.id, name.entity)
            if sentence.section == "title" and not name.place:
                title_names.append(name)
                title_spans.append(tokens[name.first].span.cover(tokens[name.last].span))
        if sentence.section in ("title", "heading") or sentence.paragraph <= _LEAD_PARAGRAPHS:
            reporting.extend(reporting_periods(tokens, sentence.section == "title", book.words))
    registry = book.registry

    def calendar(entity: str) -> FiscalCalendar | None:
        """The fiscal year of an entity, or of whom a ticker stands for that names one."""
        known = _of_ticker(article, registry, entity[1:].upper()) if entity.startswith("~") else None
        return registry.calendar(known or entity)

    topic = find_topic(article, title_names, title_spans, book.seen, entities, reporting, calendar)
    if topic.entity.name in book.people:  # a person has what is said of them, not every figure of the article
        topic = replace(topic, entity=Entity(f"article:{article.path}", article.title or "the article"))
    known = _of_ticker(article, registry, topic.entity.name) if topic.ticker else None
    if topic.ticker:
        house = book.houses.most_common(1)[0][0] if book.houses else ""
        if not house and known is None:
            house = topic.called(entities, book.seen)
        parts = parted_names(filter(topic.spelled_by, book.open_names.values()))
        topic = replace(topic, house=house, parts=parts)
    words = topic.entity.words
    if topic.ticker and known is None and topic.entity.id != f"~{words.lower()}":
        topic = replace(
            topic, entity=Entity(f"~{words.lower()}", words, words)
        )  # REX is no long name's short form
    if known is not None:
        info = registry.info(known)
        topic = replace(topic, entity=Entity(info.id, info.name, topic.entity.words, known=True))
    return topic, names


def _of_ticker(article: Article, registry: Registry, ticker: str) -> str | None:
    """Whom a ticker stands for. Markets share them: one that reports in no dollars, and is not named, is another."""
    key = registry.of_ticker(ticker)
    if key is None:
        return None
    info = registry.info(key)
    foreign = info.currency not in (None, "USD")
    return None if foreign and not any(name in article.prose for name in (info.name, *info.aliases)) else key
