"""Losses: the result of somebody, the base that an income is compared with, or what was lost in all."""

from __future__ import annotations

from factcheck.extract.continuations import Continuations
from factcheck.extract.hook import LEVEL, PRIOR, Hook, Placed
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
        return hook
    if continuations.phrases.is_result(host, figure):
        return Hook.named(role, "net-loss", True, "is what was lost")  # "posted a loss of $131 million"
    return Hook.named(LEVEL, "~loss", False, "is what was lost")  # "put losses at 640 million crowns"
