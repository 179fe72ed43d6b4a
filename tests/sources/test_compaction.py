"""Readers get the words as the page shows them; what they find points at the file again."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.article import Article
from factcheck.sources import read_text
from factcheck.sources.compaction import compact, restore
from factcheck.span import Span


def quotes(text: str, path: str, *wanted: str) -> list[str]:
    article = read_text(text, path)
    short, offsets = compact(article)
    assert len(short.prose) == len(short.text)
    found: list[str] = []
    for words in wanted:
        at = short.prose.index(words)
        found.append(restore(Span(at, at + len(words)), offsets).of(text))
    return found


def test_html_words_are_whole_and_quotes_keep_their_references() -> None:
    text = (
        "<p>Ferries made <b>1&nbsp;899</b> trips, up <b>12</b>%<sup>3</sup>, to &pound;3.1&nbsp;million; <a href=x>Quay</a>&#8217;s "
        "staff took 7&#37; of R&amp;D, Cr&eacute;dit Port <!-- 9 -->$<i>4</i><!-- -->.67 billion.</p>"
    )
    assert quotes(
        text, "a.html", "1\u00a0899", "12%", "£3.1\u00a0million", "Quay’s", "7%", "R&D", "Crédit", "$4.67 billion"
    ) == [
        "1&nbsp;899", "12</b>%", "&pound;3.1&nbsp;million", "Quay</a>&#8217;s", "7&#37;", "R&amp;D", "Cr&eacute;dit",
        "$<i>4</i><!-- -->.67 billion",
    ]  # fmt: skip


def test_markdown_words_are_whole() -> None:
    text = "Up **12**% to _\\$4_.67 billion, says [Quay](http://x.example/5)'s AcmeACM--'s R&amp;D[^1]."
    assert quotes(text, "a.md", "12%", "$4.67 billion", "Quay's", "Acme's", "R&D.") == [
        "12**%", "$4_.67 billion", "Quay](http://x.example/5)'s", "AcmeACM--'s", "R&amp;D[^1].",
    ]  # fmt: skip


def test_blocks_stay_apart() -> None:
    article = read_text("<p>It rose 5<p>6 boats<br>7 ports</p>", "a.html")
    short, _ = compact(article)
    assert short.prose.split() == ["It", "rose", "5", "6", "boats", "7", "ports"]


def test_sections_cells_and_dates_move_along() -> None:
    text = "# **Flu** falls\n\nPublished *3 March* 2026\n\nIt **fell** 9 %.\n\n| **Town** | 2026 |\n|---|---|\n| `x`Quay | **5** |\n"
    article = read_text(text, "a.md")
    short, offsets = compact(article)
    assert offsets is not None
    assert [s.kind for s in short.sections] == [s.kind for s in article.sections]
    for mine, theirs in zip(short.sections, article.sections, strict=True):
        assert "".join(mine.span.of(short.prose).split()) == "".join(theirs.span.of(article.prose).split())
    assert [cell.span.of(short.prose) for cell in short.cells] == ["5"]
    assert short.title == "Flu falls"


def test_nothing_to_do_is_free() -> None:
    article = read_text("It fell 9 %.", "a.txt")
    short, offsets = compact(article)
    assert short is article and offsets is None
    found = [Span(1, 2)]
    assert restore(found, offsets) is found


@dataclass(frozen=True, slots=True)
class Found:
    span: Span
    more: tuple[tuple[str, Span], ...] = ()
    nothing: Span | None = None


def test_records_are_restored_throughout() -> None:
    article = read_text("**12** %", "a.md")
    _, offsets = compact(article)
    found = restore([Found(Span(0, 2), (("unit", Span(3, 4)),))], offsets)
    assert found == [Found(Span(2, 4), (("unit", Span(7, 8)),))]


PIECES = st.sampled_from(
    ["word", "12", " ", " ", "%", "**", "*", "[a](b 5)", "&amp;", "&nbsp;", "&pound;", "<b>", "</b>", "<!-- 7 -->", "\n", "\n\n",
     "AcmeACM--", "`x`", "~~9~~", "<p>", "<br>", "’s", "."]
)  # fmt: skip


def assert_agrees(article: Article) -> None:
    short, offsets = compact(article)
    squeezed = "".join(article.prose.split())
    assert "".join(short.prose.split()) == squeezed
    for match in re.finditer(r"\S+", short.prose):
        span = restore(Span(*match.span()), offsets)
        assert 0 <= span.start < span.end <= len(article.text)
        assert "".join(span.of(article.prose).split()) == match[0]
        if offsets is not None:
            inner = offsets.short_span(span)
            assert (inner.start, inner.end) == match.span()


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=12))
def test_there_and_back_in_markdown(parts: list[str]) -> None:
    assert_agrees(read_text("x " + "".join(parts), "a.md"))


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, max_size=12))
@example(["<br>", "&nbsp;"])
@example(["word", "’s", "<br>", "&nbsp;", "<br>", "&#8203;"])
@example(["&nbsp;", "<br>", "&nbsp;"])
def test_there_and_back_in_html(parts: list[str]) -> None:
    assert_agrees(read_text("x " + "".join(parts), "a.html"))


@pytest.mark.parametrize("path", ["a.md", "a.txt", "a.html"])
def test_gaps_are_sorted_and_blank(path: str) -> None:
    article = read_text("**a** b&amp;c [x](y) AcmeACM-- <i>d</i>e", path)
    end = 0
    for gap in article.gaps:
        assert end <= gap.start < gap.end
        assert not article.prose[gap.start : gap.end].strip()
        end = gap.end
