"""Figures of what came on top of something: "another 12 people were killed", "an additional $11 million of revenue"."""

from __future__ import annotations

from factcheck.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claim import Claim
    from factcheck.extract.scope_finder import Scope
    from factcheck.extract.sentence_view import SentenceView

_REACH = 3  # tokens: "an additional approximately $11 million"
_OF_WHOLES = ("level", "count")
_ADDITIONAL = "additional"


def apart(view: SentenceView, at: int, measure: str, scope: Scope, claims: dict[int, Claim]) -> Scope:
    """The scope with what an addition is: nothing of the whole, so it agrees and disagrees with no figure of that.

    ``claims`` are those before it in the sentence."""
    if measure not in _OF_WHOLES:
        return scope
    if not _within(view, at):
        if view.lowers.isdisjoint(view.words["adding"]):
            return scope
        if not (_is_added(view, at) or _is_other_form(view, at, claims)):
            return scope
    return tuple(sorted({"group": _ADDITIONAL, **dict(scope)}.items()))


def _within(view: SentenceView, at: int) -> bool:
    """ "12 more people", "120 additional jobs"."""
    mention = view.tokens[at].quantity
    inner = mention.surface.lower().split()[1:-1] if mention is not None else ()
    return not view.words["adding_within"].isdisjoint(inner)


def _is_added(view: SentenceView, at: int) -> bool:
    behind = [token.lower for token in view.tokens[at + 1 : at + 3]]
    if behind[:1] == ["of"] and behind[-1] in view.words["adding"]:
        return True  # "$11 million of additional revenue"
    for step in range(at - 1, max(at - 1 - _REACH, -1), -1):
        if view.tokens[step].lower in view.words["adding"]:
            return True
        if view.tree.tags[step] not in "DB":
            return False
    return False


def _is_other_form(view: SentenceView, at: int, claims: dict[int, Claim]) -> bool:
    """ "Another $11 million of income, or $0.14 per share"."""
    before = max(claims, default=None)
    return (
        before is not None
        and view.tokens[at - 1].lower == "or"
        and ("group", _ADDITIONAL) in claims[before].scope
    )
