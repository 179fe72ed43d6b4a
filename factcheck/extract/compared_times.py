"""Times that a figure is compared with, and that do not date it: "a 5 % increase over 2020", "higher than in Q2"."""

from __future__ import annotations

from factcheck.extract.sentence_view import SentenceView

_COMPARING = frozenset(
    ["than", "versus", "vs", "against", "compared", "over", "above", "below", "from", "off", "since"]
)
_AS_MUCH = frozenset(["many", "much", "high", "large", "big", "low", "fast", "long", "often", "same"])
_LIKE = frozenset(
    ["consistent", "line", "similar", "comparable", "identical", "equal", "level", "flat", "par"]
)
_OPEN_KINDS = frozenset(["range", "since", "by", "until"])


def compares(view: SentenceView, step: int) -> bool:
    """ "a 5 % increase over 2020", "higher than in Q2": the period compared with, not the one reported."""
    mention = view.tokens[step].period
    assert mention is not None
    if mention.period.kind in _OPEN_KINDS:
        return False
    back = step - 1
    opener = back - 1 if back > 1 and view.tokens[back].lower == "the" else back
    on = view.tokens[opener].lower
    figure = view.tokens[opener - 1].quantity if opener > 0 and on in ("to", "on") else None
    long = mention.period.kind in ("year", "quarter", "half", "fiscal-year")
    changed = figure is not None and on == "on" and figure.change in ("up", "down")
    if figure is not None and long and ("relative" in mention.marks or changed):
        return (
            True  # "down 6 % to last year", "up 62 % on two years ago", "up £3,900 on the start of the year"
        )
    if view.tokens[back].lower == "of" and back > 2 and view.tree.tags[back - 1] == "N":
        told = view.tokens[back - 3].quantity  # "twice the share of 2019"
        if told is not None and told.kind == "multiple" and view.tree.tags[back - 2] == "D":
            return True
    if on in ("with", "to") and view.tokens[opener - 1].lower in _LIKE:
        return True  # "a 9 % decline, consistent with last quarter"
    if view.tokens[back].lower in ("late", "early"):
        back -= 1  # "up 0.4 % from late Monday"
    while back > 0 and view.tree.tags[back] in "AE" and view.tree.tags[back - 1] in "DP":
        back -= 1  # "over a strong 2020", "off the expected 2022 earnings"
    while (
        back >= 0
        and view.tree.tags[back] in "DP"
        and view.tokens[back].lower
        in ("the", "a", "an", "of", "in", "for", "at", "with", "to", "those", "that")
    ):
        if view.tokens[back].lower in ("that", "those"):
            return True
        back -= 1
    if back > 1 and view.tokens[back].lower == "as" and back < step - 1:
        return view.tokens[back - 1].lower in _AS_MUCH  # "twice as many as in October"
    return back >= 0 and view.tokens[back].lower in _COMPARING
