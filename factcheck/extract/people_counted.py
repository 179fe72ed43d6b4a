"""What a verb says of people that are counted: "killed 12 people", "12 people died", "left 12 people dead"."""

from __future__ import annotations

from factcheck.extract.claim_measures import ANYBODY
from factcheck.extract.hook import Hook, Placed
from factcheck.extract.roles import Roles
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Verb


def told_of_people(view: SentenceView, roles: Roles, figure: Placed, acted_on: bool) -> Hook | None:
    """The hook of a count of people by the verb that says what became of them; ``acted_on``: they are its object."""
    if (figure.mention.unit or "").lower() not in ANYBODY:
        return None
    noun = figure.noun
    acting = [
        (part.verb, 0) for part in view.parts.get(noun, ()) if part.kind == "part"
    ]  # "12 people killed"
    if acted_on:
        acting.insert(0, (figure.clause.verb, noun.last + 1))
    elif figure.clause.subject is noun and roles.first_object(figure.clause) is None:
        acting.insert(0, (figure.clause.verb, 0))
    for verb, after in acting:
        metric = _named(view, verb, after or verb.last + 1) if verb is not None else None
        if verb is not None and metric is not None:
            known = view.metrics.known(metric)
            name = metric if known else "~" + metric
            return Hook.named(roles.role(figure), name, known, f"is what “{verb.lemma}” says")
    return None


def _named(view: SentenceView, verb: Verb, after: int) -> str | None:
    """The metric that a verb names, with the word at token ``after``: "are dead"."""
    word = view.tokens[after].lower if after < len(view.tokens) else ""
    own = view.lexicon.own_metric
    return own(f"{verb.lemma} {word}", "count") or own(verb.lemma, "count")
