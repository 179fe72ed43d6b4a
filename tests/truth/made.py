"""How claims with known truth are made: each rule has a strategy that builds claims which break it, or only look like it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from tests.rules.claim_builder import Builder

# Draws builders and says whether they break the rule.
Truth = Callable[[st.DrawFn], tuple[list[Builder], bool]]
TRUTHS: dict[str, Truth] = {}

NAMES = ("Acme", "Harlow", "Norvane", "Castell", "Brindle")
METRICS = ("revenue", "net-income", "operating-income", "capital-expenditure")
YEARS = st.integers(2001, 2025)
FIGURES = st.integers(101, 998).filter(lambda n: n % 10 != 0)  # three digits that are all written


def truth(rule: str) -> Callable[[Truth], Truth]:
    def register(made: Truth) -> Truth:
        assert rule not in TRUTHS
        TRUTHS[rule] = made
        return made

    return register


def two(draw: st.DrawFn, published: date | None = None) -> tuple[Builder, Builder]:
    """Two articles, named so that either may come first."""
    names = draw(st.sampled_from((("a.md", "b.md"), ("b.md", "a.md"))))
    return Builder(names[0], published), Builder(names[1], published)


def subject(draw: st.DrawFn) -> dict[str, object]:
    """Who, and of which part: the same for all claims of a case."""
    scope = draw(
        st.sampled_from(
            ({}, {"segment": "cloud"}, {"place": "china"}, {"segment": "cloud", "place": "china"})
        )
    )
    return {"entity": draw(st.sampled_from(NAMES)), "scope": scope}


def quarter_label(number: int) -> str:
    """Quarters counted from the first of 2000."""
    return f"{2000 + number // 4}-Q{number % 4 + 1}"


def other(draw: st.DrawFn, than: int, figures: st.SearchStrategy[int] = FIGURES) -> int:
    return draw(figures.filter(lambda n: n != than))


def in_one_story(draw: st.DrawFn, *builders: Builder) -> bool:
    """Names in the articles' text that make them one story, or two."""
    story = draw(st.booleans())
    for number, builder in enumerate(builders):
        where = "Castamar" if story or not number else "Norland"
        names = f"seen in {where} by Lindqvist" + (" of Dunmere" if story or not number else " in Tarnfell")
        builder.say(None, "~note", words=names)
    return story


def swapped(digits: int) -> int:
    """The last two digits exchanged."""
    return digits // 100 * 100 + digits % 10 * 10 + digits // 10 % 10
