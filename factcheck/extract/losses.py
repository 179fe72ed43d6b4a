"""Losses: the result of somebody, the base that an income is compared with, or what was lost in all."""

from __future__ import annotations

from factcheck.extract.continuations import Continuations
from factcheck.extract.hook import LEVEL, PRIOR, Hook, Placed
from factcheck.extract.measured_phrases import FEW, MeasuredPhrases
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Noun


def loss_of(figure: Placed, host: Noun, role: str, continuations: Continuations) -> Hook | None:
    """ "net loss was $24.6 million, or a loss of $0.19 per share, compared with a loss of $41.9 million"."""
    view, roles = continuations.view, continuations.roles
    if view.tokens[host.head].lower not in ("loss", "losses"):
        return None
    last = roles.last_like(figure) if role == PRIOR else max(roles.done, default=-1)
    if last >= 0 and roles.done[last].known and (role == PRIOR or figure.dimension.endswith("per share")):
        hook = continuations.go_on(figure, last, "is the loss beside it", role)
        hook.metric = view.metrics.loss(hook.metric) or hook.metric  # "net income of $5m after a loss of $3m"
        if figure.is_money and abs(figure.mention.quantity.low) < FEW:
            hook.metric = view.metrics.per_share(hook.metric) or hook.metric  # "up from a loss of $4.01"
        return hook
    if continuations.phrases.is_result(host, figure):
        return Hook.named(role, "net-loss", True, "is what was lost")  # "posted a loss of $131 million"
    told_of = _negative(figure, host, continuations) if role == LEVEL else None
    if told_of is not None:
        return told_of
    if role == PRIOR and last >= 0 and roles.done[last].metric and not roles.done[last].known:
        return Hook.named(
            role, "~loss", False, "is what was lost"
        )  # "underwriting income of $20 million, against a loss"
    if role == PRIOR:  # "lost $12 million, against a loss of $31 million", "up from a loss of $4.01"
        few = abs(figure.mention.quantity.low) < FEW
        return Hook.named(role, "loss-per-share" if few else "net-loss", True, "is what was lost")
    return Hook.named(LEVEL, "~loss", False, "is what was lost")  # "put losses at 640 million crowns"


def _negative(figure: Placed, host: Noun, continuations: Continuations) -> Hook | None:
    """ "Earnings per share are estimated to be a loss in the range of $0.25 to $0.40": a loss per share."""
    view, clause = continuations.view, figure.clause
    subject = clause.about()
    if subject is None or host.preposition >= 0 or clause.verb is None or clause.verb.lemma != "be":
        return None
    meaning = continuations.phrases.meaning(subject)
    loss = view.metrics.loss(meaning.id) if meaning.known else None
    if loss is None:
        return None
    hook = Hook(LEVEL, meaning, "is the loss that it was")
    hook.metric = loss
    return hook


def loss_before(figure: Placed, noun: Noun, phrases: MeasuredPhrases) -> Hook | None:
    """ "says Q1 loss $8 million", "Q2 loss $0.80 a share": what is told without a verb."""
    if not phrases.is_loss(noun) or not figure.is_money or noun.last != figure.at - 1:
        return None
    each = figure.dimension.endswith("per share") or abs(figure.mention.quantity.low) < FEW
    hook = Hook(LEVEL, phrases.meaning(noun), "is what was lost")
    hook.metric, hook.known = "loss-per-share" if each else "net-loss", True
    return hook


def lost_in_all(figure: Placed, view: SentenceView, phrases: MeasuredPhrases) -> tuple[str, bool]:
    """The metric of "lost": a net loss in "Harbour Line lost $12 million in the quarter", not in "to fraud", "in value"."""
    subject, told = figure.clause.subject, view.children.get(figure.noun, ())
    whole = all(one.bare or one.times or phrases.has_figure(one) for one in told)
    if subject is None or not whole or abs(figure.mention.quantity.low) < FEW:
        return "~loss", False
    name = view.head_name(subject)
    company = view.tokens[subject.head].lower in view.words["company_nouns"]
    firm = name is not None and name.kind not in ("person", "index") and not name.place
    return ("net-loss", True) if company or firm else ("~loss", False)
