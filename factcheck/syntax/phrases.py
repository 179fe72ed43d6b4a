"""Noun phrases and verb groups at one place of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.tokens import Token
from factcheck.syntax.tree import Noun, Verb

# Behind these a period stands for itself: "in the third quarter sales rose".
_DATING = frozenset(
    ["in", "during", "since", "by", "until", "till", "at", "through", "throughout", "after", "before", "on"]
)
_DATING_KINDS = frozenset(
    ["quarter", "half", "year", "fiscal-year", "fiscal-quarter", "nine-months", "month", "season", "range"]
)
NOT_FINITE = frozenset(["be", "been", "being", "having"])
_STANDING = frozenset(["those", "these", "this", "that", "all", "both", "some", "each", "another", "either"])
_SOFTENED = frozenset(["only", "just", "merely", "simply", "solely"])  # "not just a bet"
_WOULD_BE = frozenset(["will", "'ll", "shall"])


def read_noun(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Noun | None:
    """The noun phrase that starts at ``start``, its owners before it included; None where there is none."""
    owner: Noun | None = None
    possessive = -1
    at = start
    while True:
        noun, at = _piece(tokens, tags, at, owner is not None)
        if noun is None:
            return owner
        noun.owner, noun.possessive = owner, noun.possessive if noun.possessive >= 0 else possessive
        if at < len(tags) and tags[at] == "i" and at + 1 < len(tags) and tags[at + 1] in "NAQTEGB":
            owner, at = noun, at + 1
            continue
        if owner is not None:
            noun.first = start
        return noun


def _piece(tokens: Sequence[Token], tags: Sequence[str], start: int, owned: bool) -> tuple[Noun | None, int]:
    """A noun phrase without 's, and the token behind it."""
    size = len(tags)
    at, head, figures, times, possessive = start, -1, [], [], -1
    determined = owned
    while at < size:
        tag = tags[at]
        if tag == "T" and at == start and at + 1 < size and tags[at + 1] == "i":
            noun = Noun(at, at, at)  # "March's $113 million"
            noun.times = (at,)
            return noun, at + 1
        if tag == "N":
            head = at
        elif tag == "A":
            if head >= 0 and not _noun_follows(tags, at + 1):
                break
        elif tag == "Q":
            if head >= 0 and not determined:
                break
            if head >= 0 and not _noun_follows(tags, at + 1):
                break
            figures.append(at)
            at += 1
            if at + 2 < size and tokens[at].lower == "or" and tags[at] == tags[at + 1] == "B":
                at += 2 * _noun_follows(tags, at + 2)  # "an 8% or more increase"
            if not _goes_on(tokens, tags, at, figures[-1]):
                head = -1
                break
            if tags[at] == "." and at + 1 < size:  # "a three-year, $53 billion plan"
                at += 1
            continue
        elif tag == "T":
            if not _noun_follows(tags, at + 1) or not _dates_noun(tokens, tags, at, start):
                break
            times.append(at)
        elif tag == "J":
            if not _noun_follows(tags, at + 1):
                break
        elif tag == "D" or tag == "H":
            if head >= 0 or figures or (possessive >= 0 and tag == "H"):
                break
            determined = True
            if tag == "H":
                possessive = at
        elif tag == "O":
            if at == start:
                noun = Noun(at, at, at)
                noun.pronoun = True
                return noun, at + 1
            break
        elif tag == "B":
            if at == start or at + 1 >= size or tags[at + 1] not in "AQN" or head >= 0:
                break
        elif tag == "C" and head < 0 and at > start and _two_adjectives(tags, at):
            pass  # "100,000 current and former cashiers"
        elif tag in "EG" and determined and head < 0 and _noun_follows(tags, at + 1):
            pass
        elif tag == "." and tokens[at].text == "," and determined and head < 0 and _listed(tags, at, start):
            pass  # "a bold, three-year, $53 billion plan"
        elif tag == "." and tokens[at].text == "/" and head == at - 1 and _noun_follows(tags, at + 1):
            pass
        else:
            break
        at += 1
    end = at - 1
    if head < 0 and not figures:
        if determined and end >= start and (owned or end > start or tokens[start].lower in _STANDING):
            noun = Noun(start, end, end)  # "the latter", "its largest", "those in Europe"
            noun.pronoun, noun.possessive = end == start and not owned, possessive
            return noun, at
        if determined:
            return None, at
        return None, start if times else at
    noun = Noun(start, end, head if head >= 0 else figures[-1])
    noun.bare = head < 0
    noun.figures, noun.times, noun.possessive = tuple(figures), tuple(times), possessive
    return noun, at


def _listed(tags: Sequence[str], at: int, start: int) -> bool:
    """True for a comma between describing words."""
    return at > start and tags[at - 1] == "A" and at + 1 < len(tags) and tags[at + 1] in "AQ"


def _goes_on(tokens: Sequence[Token], tags: Sequence[str], at: int, figure: int) -> bool:
    """True where a noun stands behind a figure and belongs to it: "26 % revenue growth", "$53 billion plan"."""
    if at >= len(tags):
        return False
    mention = tokens[figure].quantity
    score = mention is not None and mention.kind == "score"
    if tags[at] == "." and tokens[at].text == "," and "-" in tokens[figure].text and not score:
        return at + 1 < len(tags) and tags[at + 1] in "QNA"
    if mention is not None and mention.dimension.startswith("count:") and tags[at] != "N":
        return False
    if mention is not None and mention.kind in ("score", "streak"):
        return False
    if tokens[at].lower == "plus" and tags[at] == "B":
        return _noun_follows(tags, at)  # "a 15%-plus margin performance"
    if tags[at] == "T":  # "our 113% first-quarter combined ratio"
        dated = tokens[at].period
        dates = dated is not None and dated.period.kind in _DATING_KINDS and _noun_follows(tags, at + 1)
        return dates and not _has_its_own(tags, at + 1)
    return tags[at] in "NAJQ" and (tags[at] in "NQ" or _noun_follows(tags, at))


def _has_its_own(tags: Sequence[str], at: int) -> bool:
    """ "Q3 earnings per share $3.04 Q3 adjusted earnings per share $3.03": the next label has its own figure."""
    while at < len(tags) and tags[at] in "NAJ":
        at += 1
    return at < len(tags) and tags[at] == "Q"


def _noun_follows(tags: Sequence[str], at: int) -> bool:
    """True when describing words at ``at`` lead to a noun."""
    while at < len(tags) and (tags[at] in "AJB" or (tags[at] == "C" and _two_adjectives(tags, at))):
        at += 1
    return at < len(tags) and tags[at] == "N"


def _two_adjectives(tags: Sequence[str], at: int) -> bool:
    """True for the "and" of "current and former cashiers"."""
    return tags[at - 1] == "A" and tags[at + 1 : at + 3] == ["A", "N"]


def _dates_noun(tokens: Sequence[Token], tags: Sequence[str], at: int, start: int) -> bool:
    """True for "third-quarter revenue"; false for the time of "in the third quarter sales rose"."""
    mention = tokens[at].period
    if start and tags[start - 1] == "i":
        return True
    if mention is None:
        return False
    if mention.period.kind not in _DATING_KINDS and not mention.surface.lower().endswith("-to-date"):
        return False  # "said Tuesday profit rose"
    if start < at:
        if tokens[at].text[:1].isupper() and mention.period.kind == "month":
            return True  # "on the November ballot"
        dated = start == at - 1 and tokens[start].lower == "the" and start and tags[start - 1] == "P"
        if dated and tokens[start - 1].lower in _DATING:
            return False  # "in the quarter cash was"
        return tokens[at].text[:4].lower() != "the "
    opener = start - 2 if start > 1 and tokens[start - 1].lower == "the" else start - 1
    if opener >= 0 and tags[opener] == "P" and tokens[opener].lower in _DATING:
        return _of_growth(tokens, tags, opener, at)
    return tokens[at].text[:4].lower() != "the "


def _of_growth(tokens: Sequence[Token], tags: Sequence[str], opener: int, at: int) -> bool:
    """ "a 10 % rise in full-year profit": a phrase whose noun the figure describes, and no verb comes behind the next."""
    step = at + 1
    while step < len(tags) and tags[step] in "NA":
        step += 1
    ends = step >= len(tags) or tags[step] in ".PCQ"
    told = "".join(tags[max(opener - 2, 0) : opener])  # "a 10 % rise in", "$2 billion in"
    return ends and tokens[opener].lower == "in" and (told[-1:] == "Q" or told == "QN")


def read_verb(tokens: Sequence[Token], tags: Sequence[str], start: int, lexicon: Lexicon) -> Verb:
    """The verb group that starts at ``start``: "has risen", "is expected to fall", "did not grow", "was up"."""
    size = len(tags)
    at, head, chain, form, pending = start, -1, [], "", ""
    negated = passive = ahead = False
    modal = ""
    be = False
    while at < size:
        tag, lower = tags[at], tokens[at].lower
        if tag in "MZYX":
            if head >= 0:
                break
            form = form or (
                "finite" if lower not in NOT_FINITE else "ing" if lower.endswith("ing") else "finite"
            )
            if tag == "M":
                ahead = ahead or lower in _WOULD_BE
                modal = modal or ("" if lower in _WOULD_BE else lower)
            be = tag == "Z"
            pending = lower
            must = _infinitive(tokens, tags, at + 1) if tag == "Y" else -1
            if must >= 0:  # "had to wait"
                at = must
                continue
        elif tag == "n":
            negated = negated or tokens[min(at + 1, size - 1)].lower not in _SOFTENED
        elif tag in "VFWEKG":
            if head >= 0:
                break
            head = at
            if not form:
                form = {"E": "open", "K": "participle", "G": "ing"}.get(tag, "finite")
            passive = be and tag in "EK"
            follow = _infinitive(tokens, tags, at + 1)
            if follow < 0:
                break
            chain.append(lexicon.lemma(lower))
            at, head = follow, -1
            be = False
            continue
        elif tag == "P" and lower == "to" and at == start:
            form, ahead = "infinitive", True
        elif tag == "U":
            if be and head < 0:
                head = at
            break
        elif tag == "A" and be and head < 0 and _infinitive(tokens, tags, at + 1) >= 0:
            chain.append(lower)
            at = _infinitive(tokens, tags, at + 1)
            be = False
            continue
        elif tag == "B" and _verb_follows(tokens, tags, at + 1):
            pass
        else:
            break
        at += 1
    if head < 0:
        head = at - 1
        lemma = "be" if be or pending in ("be", "been", "being") else lexicon.lemma(tokens[head].lower)
        if tags[head] in "YX":
            lemma = "have" if tags[head] == "Y" else "do"
        last = head
    else:
        lemma, last = lexicon.lemma(tokens[head].lower or tokens[head].text.lower()), head
        if tags[head] == "U":
            lemma = tokens[head].lower
    verb = Verb(start, last, head, lemma, form or "finite")
    verb.chain, verb.negated, verb.passive = tuple(chain), negated, passive
    verb.ahead, verb.modal = ahead, modal
    verb.figure = head if tokens[head].quantity is not None else -1
    return verb


def _infinitive(tokens: Sequence[Token], tags: Sequence[str], at: int) -> int:
    """Where "to grow" continues at ``at`` (over adverbs): the token of its verb, or -1."""
    while at < len(tags) and tags[at] == "B":
        at += 1
    if at + 1 >= len(tags) or tags[at] != "P" or tokens[at].lower != "to":
        return -1
    at += 1
    while at < len(tags) and tags[at] in "Bn":
        at += 1
    if at < len(tags) and (tags[at] == "W" or (tags[at] in "ZY" and tokens[at].lower in ("be", "have"))):
        return at
    return -1


def _verb_follows(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    while at < len(tags) and tags[at] in "Bn":
        at += 1
    return at < len(tags) and tags[at] in "VFWEKGZYXM"
