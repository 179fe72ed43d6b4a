"""What kind of number a claim carries (level, change, share, …), its direction, and against what a change is measured."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from factcheck.claim import Claim, Trace
from factcheck.extract.clause_words import phrase_at
from factcheck.extract.hook import DELTA, LEVEL, Hook
from factcheck.extract.sentence_view import PlainWords, SentenceView
from factcheck.mention import QuantityMention
from factcheck.normalise.metrics import Metrics
from factcheck.quantity import Quantity
from factcheck.records import replace
from factcheck.span import Span
from factcheck.syntax.tokens import QUANTITY, WORD, Token
from factcheck.syntax.tree import Noun

_BY_KIND = {
    "streak": "streak",
    "rank": "rank",
    "duration": "duration",
    "age": "duration",
    "score": "score",
    "multiple": "ratio",
    "odds": "ratio",
}
_RELATIVE = ("percent", "percentage point", "basis point")
ANYBODY = frozenset(("person", "people"))

_COMPARABLE = ("accounting", "comparable")
_SAME_STORES = ("stores", "same")


def measure_of(mention: QuantityMention, hook: Hook, metric: str, metrics: Metrics) -> str:
    """The measure of a quantity: by its kind, by the part it plays, by what its metric can be measured in."""
    if mention.kind in _BY_KIND:
        return _BY_KIND[mention.kind]
    dimension = mention.dimension
    if hook.role == DELTA or (mention.kind == "order" and dimension == "percent"):
        return "change"
    relative = dimension in _RELATIVE or mention.kind in ("fraction", "ratio")
    if hook.shared and relative:
        return "share"
    if relative:
        if metrics.known(metric):
            if metrics.allows(metric, "percent"):
                return "share" if "share" in metric else "ratio"
            return "change" if mention.kind != "fraction" else "share"
        return "share"
    if metrics.known(metric) and metrics.kind(metric) == "index":
        return "level"
    if dimension.startswith("count:") or mention.kind == "count":
        return "count"
    counted = metrics.known(metric) and metrics.kind(metric) in ("flow", "stock", "event")
    if dimension == "number" and (hook.whole >= 0 or (counted and not metrics.allows(metric, "money:USD"))):
        return "count"
    return "level"


def direction_of(mention: QuantityMention, measure: str) -> str | None:
    """up, down, flat or None, from the words beside the figure."""
    if measure not in ("change", "streak", "ratio"):
        return None
    if mention.kind == "multiple" and any(char.isdigit() for char in mention.surface):
        return None  # "11x faster" grows nothing; "doubled" does
    if mention.change in ("up", "down"):
        return mention.change
    if measure == "change" and mention.quantity.low < 0:
        return "down"
    return None


def told_negative(view: SentenceView, hook: Hook, measure: str) -> str | None:
    """ "Negative same-store sales of 3 %", "negative growth of 2 %": down, as the phrase itself says."""
    noun = hook.meaning.noun if measure == "change" and hook.meaning is not None else None
    return "down" if noun is not None and "negative" in view.lower(noun.first, noun.last) else None


def sign_direction(
    view: SentenceView, at: int, mention: QuantityMention, hook: Hook, measure: str
) -> str | None:
    """ "Same-store sales were 2.4 %", "organic sales of 4 %": a change told as a level has its sign, and no word."""
    if measure == "change" and hook.meaning is not None and hook.meaning.grown:
        return _grown(view, at, mention, hook.meaning.noun)
    told = measure == "change" and hook.known and hook.role == LEVEL and hook.link < 0
    noun = view.noun_of(at)
    moved = noun is not None and view.preposition(noun) == "by"  # "reduced revenue written by 6 %"
    told = told and mention.dimension == "percent" and not moved
    return "up" if told and mention.quantity.low > 0 else None


def read_basis(text: str, view: SentenceView, at: int) -> tuple[str | None, Span | None]:
    """The basis words nearest behind the figure, else nearest before it, up to the next figure or semicolon."""
    said = _plain_words(text, view)
    if not said.openers:
        return None, None
    first, last = _reach(view, at)
    begin, end = bisect_left(said.tokens, first), bisect_right(said.tokens, last)
    here = bisect_right(said.tokens, at)
    lowers = said.lowers[:end]
    found: list[tuple[int, str, Span]] = []
    for step in said.openers:
        match = phrase_at(view.words.basis, lowers, step) if begin <= step < end else None
        if match is None:
            continue
        length, meaning = match
        distance = step - here if step >= here else here - step + 3
        names = lowers[step + length : step + length + 1] == ["of"]  # "from the earlier forecast of 2 %"
        if meaning == "per-year" and step != here:
            continue  # "on a year-over-year basis"
        if not names:
            found.append((distance, meaning, Span(said.spans[step][0], said.spans[step + length - 1][1])))
        begin = step + length
    if not found:
        return None, None
    _, meaning, span = min(found, key=lambda entry: (entry[0], entry[2]))
    return meaning, span


def _reach(view: SentenceView, at: int) -> tuple[int, int]:
    """The first and last token around the figure, up to semicolons and the next figure that speaks for itself."""
    first, last, tokens = at, at, view.tokens
    while first > 0 and tokens[first - 1].text != ";":
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].text != ";"
        and not (tokens[last + 1].kind == QUANTITY and _told_apart(view, at, last + 1))
    ):
        last += 1
    return first, last


def _told_apart(view: SentenceView, at: int, other: int) -> bool:
    """ "reached 8.7 % for the quarter and stands at 8.9 % year to date": the next figure has a verb or a time of its own."""
    clause = view.clause_of(other)
    apart = clause is not view.clause_of(at) and clause.kind == "and" and clause.verb is not None
    between = view.tokens[at + 1 : other]  # "up 13% in Q3 and 12% year-to-date"
    timed = len(between) > 1 and between[-1].lower == "and" and between[-2].period is not None
    behind = view.tokens[other + 1].lower if other + 1 < len(view.tokens) else ""
    timed = timed and behind not in ("in", "for", "during")  # "3 % in May and 4 % in June year on year"
    return apart or timed or _speaks_for_itself(view.tokens, other)


def _plain_words(text: str, view: SentenceView) -> PlainWords:
    """The words of the sentence, those of its times and durations included, without its figures; found once."""
    if view.plain is not None:
        return view.plain
    lowers: list[str] = []
    spans: list[tuple[int, int]] = []
    numbers: list[int] = []
    for number, token in enumerate(view.tokens):
        if token.kind == WORD and token.lower.isalnum():
            lowers.append(token.lower)
            spans.append((token.start, token.start + len(token.lower)))
            numbers.append(number)
        elif token.quantity is None or token.quantity.kind == "duration":  # "on a two-year basis"
            for piece, begin in _pieces(text, token):
                lowers.append(piece)
                spans.append((begin, begin + len(piece)))
                numbers.append(number)
    basis = view.words.basis
    openers = [step for step, lower in enumerate(lowers) if lower in basis]
    view.plain = PlainWords(lowers, spans, numbers, openers)
    return view.plain


def _pieces(text: str, token: Token) -> Iterator[tuple[str, int]]:
    """The words inside a time or beside an apostrophe, and where they begin."""
    start, lowered = token.start, text[token.start : token.end + 1].lower()
    plain = text[token.start : token.end].lower().replace("’", "'").replace("-", " ").replace("'s", " 's")
    for piece in plain.split():
        found = lowered.find(piece, start - token.start) if piece != "'s" else -1
        begin = token.start + found if found >= 0 else start
        yield piece, begin
        start = max(start, begin)


def _speaks_for_itself(tokens: Sequence[Token], at: int) -> bool:
    mention = tokens[at].quantity
    again = (
        at > 1 and tokens[at - 1].lower == "or" and tokens[at - 2].quantity is not None
    )  # "$21 million or 27 %"
    return mention is not None and mention.change in ("up", "down") and not again


def _grown(view: SentenceView, at: int, mention: QuantityMention, grown: Noun) -> str | None:
    """ "Revenue growth was 5 %", "the decline in sales was 4 %": as the noun says, whose size has no sign."""
    noun, words = view.noun_of(at), view.words
    if (
        mention.dimension != "percent"
        or mention.quantity.low <= 0
        or noun is None
        or view.preposition(noun) == "by"
    ):
        return None
    between = view.lower(grown.last + 1, at - 1)
    if not words["delta_nouns"].isdisjoint(between):
        return None  # "Growth in Asia was 3 % and the decline in Europe 2 %"
    said = [one for one in view.lower(grown.first, grown.last) if one in words["delta_nouns"]]
    if not said and grown.host is not None:  # "raised its growth guidance to a range of 11 to 13 percent"
        said = [one for one in view.lower(grown.host.first, grown.host.last) if one in words["delta_nouns"]]
    if not said or said[-1] in words["neither_nouns"]:
        return None
    return "down" if said[-1] in words["falling_nouns"] else "up"


def basis_trace(basis: str | None, span: Span | None, default: bool) -> Trace:
    if span is not None:
        return Trace("basis", "stated", span)
    return Trace(
        "basis",
        "default",
        None,
        "a yearly or quarterly result is compared with the year before" if default and basis else "",
    )


def magnitude_of(quantity: Quantity, measure: str) -> Quantity:
    """A change keeps its size; its sign is the claim's direction."""
    return quantity if measure != "change" or quantity.low >= 0 else magnitude(quantity)


def normalised(claim: Claim, metrics: Metrics) -> Claim:
    """The claim in the terms of all others of its metric: losses without a sign, counts in what the metric counts."""
    if claim.quantity is None:
        return claim
    alike = _COMPARABLE in claim.scope or _SAME_STORES in claim.scope
    comparable = metrics.comparable(claim.metric) if alike else None
    if comparable is not None:
        scope = tuple(pair for pair in claim.scope if pair not in (_COMPARABLE, _SAME_STORES))
        claim = replace(claim, metric=comparable, scope=scope)
    elif (
        _COMPARABLE in claim.scope and metrics.loss(claim.metric) is not None
    ):  # "comparable earnings per share"
        rest = (pair for pair in claim.scope if pair != _COMPARABLE)
        claim = replace(claim, scope=tuple(sorted([*rest, ("accounting", "adjusted")])))
    return _counted(claim, metrics) if claim.measure == "count" else _as_loss(claim, metrics)


def _counted(claim: Claim, metrics: Metrics) -> Claim:
    """ "The toll rose to 83", "85 deaths", "85 people died" count one thing; "three children" of them another."""
    quantity = claim.quantity
    if quantity is None or not metrics.known(claim.metric):
        return claim
    noun = quantity.dimension.removeprefix("count:")
    if noun != "number" and noun not in ANYBODY and metrics.counted(noun) != claim.metric:
        return claim
    return replace(claim, quantity=replace(quantity, dimension=f"count:{claim.metric}"))


def _as_loss(claim: Claim, metrics: Metrics) -> Claim:
    """A result below zero as a loss: an income of −$14 million is a net loss of $14 million."""
    quantity = claim.quantity
    if quantity is None or quantity.high >= 0 or claim.measure != "level":
        return claim
    loss = metrics.loss(claim.metric)
    return claim if loss is None else replace(claim, metric=loss, quantity=magnitude(quantity))


def magnitude(quantity: Quantity) -> Quantity:
    """A negative quantity without its sign."""
    return replace(
        quantity, low=-quantity.high, high=-quantity.low, strict=-quantity.strict, loose=-quantity.loose
    )


_WAYS = {
    "higher": "up",
    "more": "up",
    "above": "up",
    "ahead": "up",
    "lower": "down",
    "fewer": "down",
    "less": "down",
    "below": "down",
}


def moved_to(view: SentenceView, at: int, hook: Hook) -> str | None:
    """ "Profit fell to $3m from $5m": which way the verb says that the level went; None where none says so."""
    noun, verb = view.noun_of(at), view.clause_of(at).verb
    if hook.role != LEVEL or not hook.known or noun is None or verb is None or view.preposition(noun) != "to":
        return None
    lower, words = view.tokens[verb.head].lower, view.words
    if lower in words["up_verbs"] and verb.lemma != "improve":
        return "up"  # a rate that is better when lower improves to 4 % from 5 %
    return "down" if lower in words["down_verbs"] else None


def carried_direction(
    view: SentenceView, at: int, measure: str, metric: str, linked: Claim | None, claims: dict[int, Claim]
) -> str | None:
    """The direction that the verb says, or the figure before: "up from $7 million, or 44 %"."""
    if measure != "change":
        return None
    words, tokens = view.words, view.tokens
    step = at + 1
    while step < len(tokens) and view.tree.tags[step] in "BJ":
        step += 1
    behind = tokens[step].lower if step < len(tokens) else ""
    if behind in _WAYS:
        return _WAYS[behind]
    verb = view.clause_of(at).verb
    if verb is not None:
        lower = tokens[verb.head].lower
        if lower in words["up_verbs"] or verb.lemma in ("up", "higher"):
            return "up"
        if lower in words["down_verbs"] or verb.lemma in ("down", "lower"):
            return "down"
    if linked is not None and linked.direction is not None:
        return linked.direction
    alike = {
        c.direction for c in claims.values() if c.metric == metric and c.measure == "change" and c.direction
    }
    return alike.pop() if len(alike) == 1 else None
