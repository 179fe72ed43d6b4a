"""What kind of number a claim carries (level, change, share, …), its direction, and against what a change is measured."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Trace
from factcheck.extract.clause_words import ClauseWords, phrase_at
from factcheck.extract.open_nouns import Attachment
from factcheck.extract.roles import DELTA
from factcheck.extract.sentence_tokens import QUANTITY, Token
from factcheck.mention import QuantityMention
from factcheck.normalise.metrics import Metrics
from factcheck.span import Span

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
_FLAT = frozenset(("flat", "unchanged", "steady", "stable"))


def measure_of(
    mention: QuantityMention, role: str, attachment: Attachment | None, metrics: Metrics, grew: bool
) -> str:
    """The measure of a quantity. ``grew``: a word for growth stands beside a bare percentage."""
    if mention.kind in _BY_KIND:
        return _BY_KIND[mention.kind]
    dimension = mention.quantity.dimension
    if role == DELTA:
        return "change"
    if mention.kind == "order" and dimension == "percent":
        return "change"
    if attachment is not None and attachment.share_of:
        return "share"
    if dimension in _RELATIVE or mention.kind in ("fraction", "ratio"):
        if attachment is not None and attachment.known:
            if metrics.allows(attachment.id, "percent"):
                return "share" if "share" in attachment.id else "ratio"
            return "change" if mention.kind != "fraction" else "share"
        return "change" if grew else "share"
    if dimension.startswith("count:") or mention.kind == "count":
        return "count"
    return "level"


def grew_beside(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """True where a word for growth stands near the figure with no other figure between."""
    for step in (1, -1):
        look = at + step
        while 0 <= look < len(tokens) and abs(look - at) <= 6 and tokens[look].kind != QUANTITY:
            if step < 0 and tokens[look].lower in words["growing"]:
                return True
            if tokens[look].lower in words["delta_nouns"] or tokens[look].text in ";.":
                return tokens[look].text not in ";."
            look += step
    return False


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


def read_basis(
    text: str, tokens: Sequence[Token], at: int, words: ClauseWords
) -> tuple[str | None, Span | None]:
    """The basis words nearest behind the figure, else nearest before it, up to the next figure or semicolon."""
    lowers, spans = _plain_words(text, tokens, at)
    here = next((number for number, (start, _) in enumerate(spans) if start >= tokens[at].end), len(spans))
    found: list[tuple[int, str, Span]] = []
    step = 0
    while step < len(lowers):
        match = phrase_at(words.basis, lowers, step) if lowers[step] in words.basis else None
        if match is None:
            step += 1
            continue
        length, meaning = match
        distance = step - here if step >= here else here - step + 3
        if not (meaning == "per-year" and step != here):
            found.append((distance, meaning, Span(spans[step][0], spans[step + length - 1][1])))
        step += length
    if not found:
        return None, None
    _, meaning, span = min(found, key=lambda entry: (entry[0], entry[2]))
    return meaning, span


def _plain_words(text: str, tokens: Sequence[Token], at: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The words around the figure, those inside period mentions included, up to the neighbouring figures."""
    first, last = at, at
    while first > 0 and tokens[first - 1].text != ";":
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].text != ";"
        and not (tokens[last + 1].kind == QUANTITY and _speaks_for_itself(tokens, last + 1))
    ):
        last += 1
    lowers: list[str] = []
    spans: list[tuple[int, int]] = []
    for token in tokens[first : last + 1]:
        if token.kind == QUANTITY:
            continue
        start, lowered = token.start, text[token.start : token.end + 1].lower()
        for piece in (
            text[token.start : token.end]
            .lower()
            .replace("’", "'")
            .replace("-", " ")
            .replace("'s", " 's")
            .split()
        ):
            found = lowered.find(piece, start - token.start) if piece != "'s" else -1
            begin = token.start + found if found >= 0 else start
            lowers.append(piece)
            spans.append((begin, max(begin + len(piece), begin)))
            start = max(start, begin)
    return lowers, spans


def _speaks_for_itself(tokens: Sequence[Token], at: int) -> bool:
    mention = tokens[at].quantity
    return mention is not None and mention.change in ("up", "down")


def basis_trace(basis: str | None, span: Span | None, default: bool) -> Trace:
    if span is not None:
        return Trace("basis", "stated", span)
    return Trace(
        "basis",
        "default",
        None,
        "a yearly or quarterly result is compared with the year before" if default and basis else "",
    )
