"""The phrase that has a figure behind "of": "a portfolio size for all stores of $132 million", "the repurchase of $5m of stock"."""

from __future__ import annotations

from factcheck.extract.hook import Placed
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.word_forms import singular
from factcheck.syntax.tree import Noun

_OF_MONEY = frozenset(["for", "in", "at", "from", "across", "to"])


def had_by(view: SentenceView, figure: Placed) -> Noun | None:
    """ "a portfolio size for all stores of $132 million": money belongs to the phrase as a whole, and "the highest
    rate of the year at 8.5 %" is no figure of the year."""
    host = figure.noun.host
    while host is not None and host.host is not None and not host.host.figures:
        word, first = view.preposition(host), view.tokens[host.first].lower
        grown = view.tokens[host.host.head].lower in view.words["delta_nouns"]
        paid = (
            figure.is_money and word in _OF_MONEY and not (grown and word == "from")
        )  # "an increase from our guidance of"
        timed = word == "of" and view.tokens[host.head].lower in view.words["time_nouns"]
        based = word == "on" and view.tokens[host.head].lower == "basis"
        each = per_share(view, host)
        if not (timed or paid or based or each or word == "under") or (first in ("a", "an") and not based):
            break  # "a capital ratio under the standardised approach of 13.7 %"
        host = host.host
    return host


def per_share(view: SentenceView, noun: Noun | None) -> bool:
    """ "net income attributable to common stockholders per share of $0.05": so much of it a share."""
    if noun is None or view.preposition(noun) != "per":
        return False
    return view.tokens[noun.head].lower in ("share", "unit")


def done_to(view: SentenceView, figure: Placed, host: Noun) -> str | None:
    """ "the repurchase of $7.5 billion of its common stock": the metric "stock repurchase"; None for other deeds."""
    deed = view.tokens[host.head].lower
    for child in view.children.get(figure.noun, ()):
        if view.preposition(child) != "of" or child.figures:
            continue
        found = view.metrics.match([singular(view.tokens[child.head].lower), deed], 0)
        if found is not None and found[0] == 2:
            return found[1]
    return None
