"""Which articles tell one story is found through an index: the same as by looking at all pairs, without looking at them."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.engine import stories as module
from factcheck.engine.stories import one_story, stories
from factcheck.landmarks import Landmarks, landmarks
from factcheck.pipeline import article

WORDS = st.frozensets(st.sampled_from([f"name{n}" for n in range(14)]), max_size=9)
ARTICLES = st.lists(
    st.builds(Landmarks, st.sampled_from((None, date(2025, 9, 1), date(2025, 9, 20))), WORDS, WORDS),
    min_size=2,
    max_size=9,
)


@settings(max_examples=300, deadline=None)
@given(ARTICLES, st.frozensets(st.integers(0, 8)))
def test_the_index_finds_every_pair_and_no_other(listed: list[Landmarks], ours: frozenset[int]) -> None:
    known = {f"{at}.md": one for at, one in enumerate(listed)}
    every = {(a, b) for a, b in combinations(known, 2) if one_story(known[a], known[b])}
    assert sorted(stories(known)) == sorted(every)
    checked = [f"{at}.md" for at in ours]
    assert sorted(stories(known, checked)) == sorted(pair for pair in every if {*pair} & {*checked})


def test_names_that_everybody_uses_bring_nobody_together(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[object] = []

    def counted(a: Landmarks, b: Landmarks) -> bool:
        held.append((a, b))
        return one_story(a, b)

    monkeypatch.setattr(module, "one_story", counted)
    everywhere = {"brussels", "reuters"}
    known = {
        f"{at}.md": Landmarks(
            None, frozenset({*everywhere, *(f"own{at}-{n}" for n in range(4))}), frozenset()
        )
        for at in range(300)
    }
    assert list(stories(known)) == []
    assert held == []
    known["again.md"] = known["7.md"]
    assert list(stories(known)) == [("7.md", "again.md")]


def test_an_article_is_known_by_names_inside_its_sentences_and_by_figures_that_are_no_years() -> None:
    text = "On Monday, Lindqvist told Dunmere that 1,240 jobs were lost in 2024. Castamar lost 12."
    one = landmarks(article(text))
    assert one.marks == {"lindqvist", "dunmere", "1240"}
    assert one.words == {"lindqvist", "dunmere", "castamar"}
