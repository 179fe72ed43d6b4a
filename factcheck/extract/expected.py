"""Figures that somebody foresaw: "beating the $1.18 analysts had expected", "Economists had expected 2.6 %"."""

from __future__ import annotations

from factcheck.extract.continuations import Continuations
from factcheck.extract.hook import EXPECTED, LEVEL, Hook, Placed
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.roles import Roles
from factcheck.extract.sentence_view import SentenceView


def expected_by(view: SentenceView, figure: Placed) -> bool:
    """True where the words behind the figure say who foresaw it."""
    noun, tokens = figure.noun, view.tokens
    for part in view.parts.get(noun, ()):
        if (
            part.kind == "rel"
            and part.connector >= 0
            and tokens[part.connector].lower in view.lexicon.foreseers
        ):
            return True  # "the $1.18 analysts had expected"
    behind = noun.last + 1
    while behind < len(tokens) and tokens[behind].lower in ("had", "have"):
        behind += 1
    between = view.lower(figure.at + 1, noun.head - 1)
    opens = figure.clause.kind == "sub" and figure.clause.subject is noun  # behind "than", as it has a verb
    if noun.bare or behind >= len(tokens) or (noun.preposition < 0 and not opens):
        return False
    if any(word not in view.words["delta_nouns"] for word in between):
        return False
    told = tokens[noun.first].lower == "the" and tokens[noun.head].lower in view.words["role_nouns"]
    lemma = view.lexicon.lemma(tokens[behind].lower)
    foresaw = view.lexicon.does(lemma, "forecast") or lemma in view.words["expecting"]
    return told and foresaw and view.tree.tags[behind] in "VEFWK"


def foreseen(
    figure: Placed, roles: Roles, phrases: MeasuredPhrases, continuations: Continuations
) -> Hook | None:
    """What was foreseen is what was measured before, in this sentence or the one before it."""
    view, like = roles.view, roles.last_like(figure)
    last = max(roles.done, default=-1)
    before = view.tokens[last].quantity if last >= 0 else None
    of_share = before is not None and before.dimension.endswith("per share")
    if of_share and figure.is_money and not figure.dimension.endswith("per share"):
        hook = continuations.go_on(figure, last, EXPECTED, LEVEL)  # "$1.24 a share, beating the $1.18"
        hook.metric = view.metrics.per_share(hook.metric) or hook.metric
        return hook
    if like >= 0:
        return continuations.go_on(figure, like, EXPECTED, LEVEL)
    carried = phrases.carried
    if carried is None or not phrases.fits(carried, figure.mention) or carried.holder is None:
        return None
    return Hook(LEVEL, phrases.pointing(figure.noun, carried), EXPECTED)
