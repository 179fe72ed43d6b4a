"""The Markdown report: complete, deterministic, and proof against what articles contain."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample_report import DECEMBER, FULL, JUNE, finding, report

import factcheck
from factcheck.period import UNKNOWN
from factcheck.reports.escape import code, prose
from factcheck.reports.markdown import no_link
from factcheck.reports.markdown_finding import passage
from factcheck.reports.pages import page_names, render_pages, write_pages
from factcheck.span import Span

PAGE = factcheck.render(FULL)


def html(markdown: str) -> str:
    return MarkdownIt("commonmark").enable("table").render(markdown)


def words(markdown: str) -> str:
    """What a reader sees."""
    import html as entities

    return " ".join(entities.unescape(re.sub(r"<[^>]+>", " ", html(markdown))).split())


def test_both_passages_stand_side_by_side_with_the_figure_in_bold() -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith("| **Says**"))
    assert row.count("**26%**") == 2
    assert "Harbour Line's freight revenue rose" in row and "than" in row


@pytest.mark.parametrize(
    "part",
    [
        "1 error",
        "1 note",
        "9 figures seen · 8 claims read · 2 compared",
        "Coast Wire, June 30, 2025",
        "no date",
        "january–March 2025 (calendar) or April–June 2025 (fiscal, named by start year)".replace("j", "J", 1),
        "Why: Both can mean April–June 2025.",
        "Suggestion: the quarter ended June 30, 2025",
        "Graded lower because the entity of B is inherited",
        "broken.md , line 3: this file is not text.",
        "What was not compared",
        'period-label = "off"',
        "from the heading",
    ],
)
def test_the_report_says(part: str) -> None:
    assert part in words(PAGE)


def test_no_findings_never_reads_as_all_checked() -> None:
    page = words(factcheck.render(report()))
    assert "Nothing found in 2 articles" in page
    assert "Nothing is said about the other 6" in page


def test_worst_first_and_numbered_through() -> None:
    page = factcheck.render(report(finding("note", fingerprint="1"), finding("error", fingerprint="2")))
    assert page.index("## Errors") < page.index("### 1.") < page.index("## Notes") < page.index("### 2.")


def test_the_right_one_of_two_equal_figures_is_bold() -> None:
    sentence = "Sales rose 26% and freight revenue 26% in all."
    one = finding().evidence[0]
    at = sentence.rindex("26%")
    assert one.claim is not None
    claim = replace(one.claim, span=Span(at, at + 3), sentence=Span(0, len(sentence)))
    shown = passage(replace(one, sentence=sentence, quote="26%", spot=claim.span, claim=claim))
    assert shown == "“Sales rose 26% and freight revenue **26%** in all.”"


def test_figures_of_one_sentence_share_it() -> None:
    sentence = "Sales rose 26% to a record, and costs 26%."
    one = finding().evidence[0]
    assert one.claim is not None
    whole = Span(0, len(sentence))
    evidence = tuple(
        replace(
            one,
            sentence=sentence,
            spot=Span(at, at + 3),
            claim=replace(one.claim, span=Span(at, at + 3), sentence=whole),
        )
        for at in (sentence.rindex("26%"), sentence.index("26%"))
    )
    page = factcheck.render(report(replace(finding(), evidence=evidence)))
    assert page.count("“Sales rose") == 1
    assert "> “Sales rose **26%** to a record, and costs **26%**.”<br>" in page
    assert factcheck.render(report(replace(finding(), evidence=evidence)), "text").count("Sales rose") == 1


def test_many_passages_become_rows() -> None:
    one, other = finding().evidence
    page = factcheck.render(report(replace(finding(), evidence=(one, other) * 3)))
    assert all(f"| **{letter}** | “" in page for letter in "ABCDEF")


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"]), max_size=60
)


@example("0)")
@example("1. May was dry")
@example("- 4 %")
@given(texts.filter(str.strip))
def test_article_text_shows_as_written_and_marks_nothing_up(text: str) -> None:
    rendered = html(f"> {prose(text)}\n")
    inner = rendered.removeprefix("<blockquote>\n").removesuffix("</blockquote>\n").strip()
    inner = inner.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    import html as entities

    assert entities.unescape(inner).split() == text.split()


@given(texts)
def test_a_table_keeps_its_columns_whatever_a_cell_holds(text: str) -> None:
    rendered = html(f"| a | b |\n|---|---|\n| {prose(text)} | {code(text or 'x')} |\n")
    assert rendered.count("<td>") == 2


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![](http://x.y/z)", "`</details>`"]
)
def test_hostile_text_stays_text(hostile: str) -> None:
    one = finding()
    page = html(factcheck.render(report(replace(one, title=hostile, message=hostile, explanation=hostile))))
    assert "<script" not in page and "href" not in page and "<img" not in page


def test_one_page_an_article_and_an_index() -> None:
    pages = render_pages(FULL, no_link)
    assert list(pages) == ["index.md", "december.md", "june.md"]
    assert f"june.md#finding-{finding().fingerprint}" in pages["index.md"]
    assert f'<a id="finding-{finding().fingerprint}"></a>' in pages["june.md"]
    assert JUNE.split(",")[0].split("26%")[0] in pages["december.md"]
    assert DECEMBER.split("*")[0] in pages["june.md"]


def test_a_single_article_gets_a_single_page() -> None:
    whole = report(finding())
    assert list(render_pages(replace(whole, articles=whole.articles[1:]), no_link)) == ["june.md"]


def test_page_names_never_collide() -> None:
    paths = ["a/x.md", "b/x.md", "x.yaml", "index.md", "a-x-md.md", "A/X.md"]
    articles = [factcheck.Coverage(path, None, None, 0, 0, 0) for path in paths]
    names = page_names(articles)
    assert len({name.lower() for name in names.values()} | {"index.md"}) == len(paths) + 1


def test_links_lead_from_the_page_to_the_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("june.md", "december.md"):
        Path(name).write_text("x")
    first = write_pages(FULL, Path("out/today"))
    assert first == Path("out/today/index.md")
    assert "(../../june.md)" in Path("out/today/december.md").read_text()


def test_the_same_report_gives_the_same_bytes() -> None:
    again = report(*FULL.findings, errors=FULL.errors)
    assert factcheck.render(again) == PAGE
    assert render_pages(again, no_link) == render_pages(FULL, no_link)


def test_evidence_without_a_claim_is_shown_too() -> None:
    one, other = finding().evidence
    page = factcheck.render(report(replace(finding(), evidence=(replace(one, claim=None), other))))
    assert "**26%**" in page


def test_markup_does_not_shift_the_words_that_were_read() -> None:
    texts = {
        "a.html": "<html><body><article><p>Port&nbsp;Ferro&#8217;s <b>revenue</b> was <i>$4.3</i>&nbsp;billion in "
        "<b>2024</b>, the operator said.</p></article></body></html>",
        "b.md": "**Port Ferro's** [revenue](x.md) was *$4.6* billion in **2024**, the operator said.\n",
    }
    report = factcheck.check([factcheck.article(text, path=path) for path, text in texts.items()])
    page = factcheck.render(report)
    assert page.count("| metric | stated | revenue |") == 2
    assert page.count("| period | stated | 2024 |") == 2
    assert "was **\\$4.3 billion** in 2024, the operator said.”" in page
    assert "was **\\$4.6 billion** in 2024, the operator said.”" in page


def test_readings_shared_by_many_passages_are_told_once_and_an_unstated_time_says_so() -> None:
    one, other = finding().evidence
    assert one.claim is not None and other.claim is not None
    many = factcheck.render(report(replace(finding(), evidence=(one, other, one, other))))
    assert many.count("January–March 2025 (calendar)") == 1
    timeless = replace(other, claim=replace(other.claim, period=UNKNOWN))
    assert "no period stated" in factcheck.render(report(replace(finding(), evidence=(one, timeless))))
