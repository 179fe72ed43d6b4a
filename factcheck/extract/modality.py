"""How a claim is meant (reported, forecast, planned, …), and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Trace
from factcheck.extract.clause_words import ClauseWords, phrase_at
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentence_tokens import QUANTITY, WORD, Token
from factcheck.span import Span

# When several words colour one clause, the first of these decides.
_ORDER = ("rumoured", "negated", "forecast", "target", "planned", "hypothetical")
# Modalities of what has not happened yet.
AHEAD = ("forecast", "target", "planned", "hypothetical")
_FORESEE = frozenset(("predicts", "predicted", "forecasts", "forecast", "expects", "estimates", "projects"))
_SPLITTERS = frozenset(("while", "whereas", "but", "although", "though"))


def read_modality(tokens: Sequence[Token], at: int, words: ClauseWords) -> tuple[str, Trace]:
    """The modality of the quantity at token ``at``, from the words of its clause."""
    first, last = clause_of(tokens, at)
    lowers = [token.lower or "\0" for token in tokens]
    found: dict[str, int] = {}
    step = first
    while step <= last:
        match = phrase_at(words.modality, lowers, step) if tokens[step].kind == WORD else None
        if match is None:
            step += 1
            continue
        meaning = match[1]
        near = step < at or step - at <= 4
        if near and not _spent(tokens, step, at, meaning):
            found.setdefault(meaning, step)
        step += match[0]
    for meaning in _ORDER:
        if meaning in found:
            where = tokens[found[meaning]]
            return meaning, Trace("modality", "stated", where.span, f"“{where.text}”")
    planned = _planned_noun(tokens, at, words)
    if planned is not None:
        return "planned", Trace("modality", "stated", planned.span, f"a “{planned.text}” is not yet done")
    return "reported", Trace("modality", "default")


def _spent(tokens: Sequence[Token], step: int, at: int, meaning: str) -> bool:
    """Words that look like a modality and are not: "May 3", "not only", "better than expected", "which may" after."""
    token = tokens[step]
    if meaning in ("planned", "target") and step and not token.lower.endswith(("ed", "ing")):
        before_it = tokens[step - 1]
        if before_it.kind != WORD or before_it.lower in (
            "the",
            "a",
            "an",
            "its",
            "their",
            "our",
            "this",
            "'s",
            "of",
            "s",
        ):
            return True  # a noun: "the plan prioritises"
    if token.lower == "may" and token.text[0].isupper() and step > 0:
        return True
    if (
        token.lower == "not"
        and step + 1 < len(tokens)
        and tokens[step + 1].lower in ("only", "just", "including")
    ):
        return True
    if meaning == "negated" and at - step > 6:
        return True
    before = tokens[step - 1].lower if step else ""
    if before in ("than", "as") and meaning == "forecast":
        return True
    return meaning == "forecast" and token.lower == "see" and before in ("can", "you", "to")


def _planned_noun(tokens: Sequence[Token], at: int, words: ClauseWords) -> Token | None:
    for token in tokens[at + 1 : at + 6]:
        if token.kind != WORD:
            return None
        if token.lower in words["planned_nouns"]:
            return token
        if token.lower in words.closed:
            return None
    return None


def clause_of(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Token numbers of the first and last token of the clause around ``at``: up to ; or a contrast word."""
    first = at
    while first > 0 and not _edge(tokens, first - 1):
        first -= 1
    last = at
    while last + 1 < len(tokens) and not _edge(tokens, last + 1):
        last += 1
    return first, last


def _edge(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.text == ";" or (token.kind == WORD and token.lower in _SPLITTERS)


def read_attribution(
    tokens: Sequence[Token], names: Sequence[NameMention], words: ClauseWords
) -> tuple[str | None, Trace | None]:
    """Who says so: "according to IDC", "the IDC prediction", "…, said Ms Lee". The article itself: (None, None)."""
    named = {at: name for name in names for at in range(name.first, name.last + 1)}
    for at, token in enumerate(tokens):
        if token.lower == "according" and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
            return _speaker(tokens, named, at + 2)
        if token.kind != WORD:
            continue
        that = at + 1 < len(tokens) and tokens[at + 1].lower == "that"
        if token.lower in words["speech_verbs"] or (
            that and token.lower in words["attribution_verbs"] | _FORESEE
        ):
            name = named.get(at - 1) or named.get(at + 1) or _before_role(tokens, named, at)
            if name is not None and not name.place:
                return name.entity.name, Trace(
                    "attribution", "stated", _span(tokens, name), f"“{token.text}”"
                )
        elif (
            token.lower in ("prediction", "forecast", "estimate", "estimates", "data", "survey", "report")
            and at - 1 in named
        ):
            name = named[at - 1]
            if not name.place and not any(t.kind == QUANTITY for t in tokens[name.first : at]):
                return name.entity.name, Trace(
                    "attribution", "stated", _span(tokens, name), f"“{token.text}”"
                )
    return None, None


def _before_role(tokens: Sequence[Token], named: dict[int, NameMention], at: int) -> NameMention | None:
    """ "Carl Menzies, the council's spokesman, said": the name before the apposition."""
    if at < 3 or tokens[at - 1].text != ",":
        return None
    for step in range(at - 2, max(0, at - 14), -1):
        if tokens[step].text == "," and step - 1 in named:
            return named[step - 1]
        if tokens[step].kind == QUANTITY or tokens[step].text == ";":
            return None
    return None


def _speaker(
    tokens: Sequence[Token], named: dict[int, NameMention], at: int
) -> tuple[str | None, Trace | None]:
    end = at
    while end < len(tokens) and end - at < 8 and tokens[end].kind == WORD:
        if end in named:
            name = named[end]
            return name.entity.name, Trace("attribution", "stated", _span(tokens, name), "“according to”")
        end += 1
    if end == at:
        return None, None
    words = " ".join(token.text for token in tokens[at:end])
    return words, Trace(
        "attribution", "stated", tokens[at].span.cover(tokens[end - 1].span), "“according to”"
    )


def _span(tokens: Sequence[Token], name: NameMention) -> Span:
    return tokens[name.first].span.cover(tokens[name.last].span)
