"""What every reader owes: prose as long as the text, the text's own characters in it, sections in order."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.article import SECTIONS, Article
from factcheck.sources import read_text
from tests.linear import assert_linear

PIECES = st.sampled_from(
    [
        "Revenue rose 12 % to $4.3 billion.", "Words, and more words of prose that go on for a while here.", "# Head", "- item 5",
        "\n", "\n\n", "\r\n", "\r", " ", "\t", "> quoted", "| a | 1 |\n|---|---|\n| b | 2 |", "<p>", "</p>", "<b>26</b>%",
        "&nbsp;", "1&nbsp;899", "&amp;", "<table><tr><td>x<td>5", "AcmeACM-- Cloud", "ACM--", "---", "Published 3 March 2026",
        "By Ann Example", "Comments", "No comments yet", "Ad", "Read more here...", "\ufeff", "\u00a0", "\u2028", "“", "’s", "👍🏽",
        "İ", "[a](http://x.org/5)", "`code 7`", "<!-- 9 -->", "<script>var a = 5</script>", "LONDON, March 3, 2026 (Wire) - It rose.",
        "1. one", "2. two", "```\n5\n```", "    code 5", "Title In Capitals", "22.12.2025 - 21:51:04", "title: x", "a@b.org",
    ]
)  # fmt: skip


def assert_sound(article: Article) -> None:
    assert len(article.prose) == len(article.text)
    for ours, theirs in zip(article.prose, article.text, strict=True):
        # blank, or the very character; "&" begins a reference, whose character may stand anywhere in it
        assert ours == theirs or ours.isspace() or "&" in article.text
        assert theirs not in "\r\n" or ours.isspace()
    end = 0
    for section in article.sections:
        assert section.kind in SECTIONS
        assert end <= section.span.start < section.span.end <= len(article.text)
        end = section.span.end
        if section.kind == "boilerplate":
            assert not section.span.of(article.prose).strip()
    inside = "".join(section.span.of(article.prose) for section in article.sections)
    assert "".join(inside.split()) == "".join(article.prose.split()), "prose outside every section"
    for cell in article.cells:
        assert 0 <= cell.span.start <= cell.span.end <= len(article.text)
    if article.published_span is not None:
        assert article.published is not None
        assert str(article.published.year) in article.published_span.of(article.text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(PIECES, max_size=14),
    st.sampled_from(["a.txt", "a.md", "a.rst"]),
    st.sampled_from(["", "\n", "\n\n"]),
)
def test_offsets_survive_any_text(parts: list[str], path: str, between: str) -> None:
    assert_sound(read_text(between.join(parts), path))


@settings(max_examples=30, deadline=None)
@example(
    ["<p>", "<table><tr><td>x<td>5", *["Revenue rose 12 % to $4.3 billion."] * 3], ""
)  # one cell is no main text
@given(st.lists(PIECES, max_size=14), st.sampled_from(["", "\n"]))
def test_offsets_survive_any_html(parts: list[str], between: str) -> None:
    assert_sound(read_text(between.join(parts), "a.html"))


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    "unit",
    ["[", "](", '<a b="', "<p>a", "<!--", "*a ", "> ", "- a\n", "Ad\n", "a,\n\nb", "&#", "aA--", "Jan 1 "],
)
def test_hostile_input_takes_linear_time(path: str, unit: str) -> None:
    assert_linear(lambda text: read_text(text, path), lambda size: (unit * size)[:size], 3000)
