"""Signs that a figure is what another is compared with, which its own place in the sentence gives away."""

from __future__ import annotations

from factcheck.extract.hook import Placed
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Clause, Noun


def multiplied(view: SentenceView, figure: Placed) -> bool:
    """ "more than double the $564 million of the year before", "triple the prior-year level of $0.53"."""
    tokens, at, host = view.tokens, figure.at, figure.noun.host
    before = at - 1 - (at > 1 and view.tree.tags[at - 1] == "D")
    first = host.first if figure.word == "of" and host is not None and not host.bare else before
    multiple = tokens[max(first, 0)].quantity
    return multiple is not None and multiple.kind == "multiple" and first < at


def led_past_comparison(view: SentenceView, noun: Noun, clause: Clause) -> bool:
    """ "declined 80 basis points compared to the prior year to 42.6 %": where it led, and no base."""
    verb = clause.verb
    if verb is None or verb.lemma != "compare" or noun.preposition <= verb.last + 1:
        return False
    behind = view.tokens[verb.last + 1 : noun.preposition]
    return behind[0].lower in ("to", "with") and any(token.period is not None for token in behind)


def dated_behind(view: SentenceView, figure: Placed) -> bool:
    """ "down from 66 in 2024 and 69 in 2023": each with its own time."""
    behind = view.tokens[figure.at + 1 : figure.at + 3]
    return figure.noun.bare and not figure.word and any(one.period is not None for one in behind)


def shares_change(view: SentenceView, at: int) -> bool:
    """ "a $2.2 million or 8 % increase", "sales of $231.7 million, $5.1 million or 2.3 % higher than": the sum moved, too.

    Not "revenue was $5 million, or 3 % higher than": that is where it stands.
    """
    tokens, opens = view.tokens, view.tokens[at - 1].lower if at else ""
    apposed = at > 1 and tokens[at - 1].text == "," and tokens[at - 2].quantity is not None
    if not (opens in ("a", "an") or apposed) or at + 3 >= len(tokens) or tokens[at + 1].lower != "or":
        return False
    percent = tokens[at + 2].quantity
    moves = view.words["delta_nouns"] | view.words["comparing"]
    return percent is not None and percent.dimension == "percent" and tokens[at + 3].lower in moves
