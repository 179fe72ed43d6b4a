"""Drops as they come: wire headers, credits, datelines, furniture of the page, and what stands under a headline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.article import Article
from factcheck.sources import read_text


def sections(article: Article) -> list[tuple[str, str]]:
    return [(s.kind, " ".join(article.shown(s.span).split())[:40]) for s in article.sections]


def shown(article: Article, kind: str) -> list[str]:
    return [" ".join(article.shown(s.span).split()) for s in article.sections if s.kind == kind]


PAGES = [
    path
    for folder in ("seeds", "tests/voices")
    for path in sorted((Path(__file__).parents[2] / folder).rglob("*"))
    if path.suffix in (".md", ".txt", ".html")
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_line_ends_and_byte_order_marks_change_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8").removeprefix("\ufeff")

    def facts(written: str) -> object:
        article = read_text(written, path.name)
        parts = [(s.kind, "".join(article.shown(s.span).split())) for s in article.sections]
        return parts, article.title, article.published, article.author, article.source

    usual = facts(text)
    for written in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text):
        assert facts(written) == usual


def test_wire_headers_and_credits() -> None:
    article = read_text(
        "HEADLINE: Steelmaker cuts 1,200 jobs\nDATE: 24 Aug 2025\nSLUG: STEEL-JOBS/1\n\n"
        "DALE, Aug 24 (Wire) - Northern Steel will cut 1,200 jobs, or 8% of its staff, it said on\nSunday.\n"
        "(Reporting by Ann Example; Editing by Bo Pattern)\n((ann.example@wire.example; +44 20 5550 1234))\n"
        "Copyright (c) 2025 Wire. Click for restrictions\n",
        "a.txt",
    )
    assert (article.title, article.published) == ("Steelmaker cuts 1,200 jobs", date(2025, 8, 24))
    assert [kind for kind, _ in sections(article)] == [
        "title", "boilerplate", "body", "boilerplate", "boilerplate", "boilerplate",
    ]  # fmt: skip
    assert shown(article, "body") == [
        "Northern Steel will cut 1,200 jobs, or 8% of its staff, it said on Sunday."
    ]
    span = article.published_span
    assert span is not None and span.of(article.text) == "24 Aug 2025"


@pytest.mark.parametrize(
    "text",
    [
        "Source: the office counts 412 ships.\nPorts: all of them.\n\nMore text.\n",
        "Sales: 12%\nCosts: 9%\n\nThe firm grew.\n",
        "Note: prices rose 5%.\n",
    ],
)
def test_prose_with_colons_is_no_header(text: str) -> None:
    article = read_text(text, "a.txt")
    assert article.title is None and article.source is None
    assert text.split()[1] in article.prose


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Westbrook, 12 February 2026 - Councillors", date(2026, 2, 12)),
        ("Port Dale, March 3, 2026 (Newswire) – Ferries", date(2026, 3, 3)),
        ("PORT DALE, Calif., Oct. 28, 2025 /Feed/ -- Orbit", date(2025, 10, 28)),
    ],
)
def test_datelines_of_towns(line: str, day: date) -> None:
    article = read_text(
        f"Tax up 2.9%\n\n{line} backed a rise of 2.9% on Thursday by 21 votes to 18.\n", "a.txt"
    )
    assert article.published == day
    assert shown(article, "body")[0].startswith(line.split()[-1])


def test_a_dash_in_a_sentence_is_no_dateline() -> None:
    text = "Westbrook, a town of 9,000 - and of 40 pubs - will get a new school in 2027, it said."
    assert shown(read_text(text, "a.txt"), "body") == [text]


def test_labels_glued_to_the_word_before() -> None:
    article = read_text(
        "Chip maker lifts forecast\nBy Ann Example, Staff WriterUpdated 9 Sept 2025, 14:05 BSTPublished 8 Sept 2025\n"
        "Orbit raised its forecast for revenue in 2025 to $4.2 billion from $3.9 billion on Monday, it said.\n",
        "a.txt",
    )
    assert article.published == date(2025, 9, 8)


@pytest.mark.parametrize("line", ["Home > Technology > Chips", "Home / Markets", "News › World › Europe"])
def test_a_trail_of_links_is_furniture(line: str) -> None:
    text = f"{line}\nRates rise to 5%\n\nThe bank raised its rate to 5% on Monday, the highest in 16 years, it said.\n"
    article = read_text(text, "a.txt")
    assert article.title == "Rates rise to 5%" and shown(article, "boilerplate") == [line]


def test_inequalities_are_no_trail() -> None:
    text = "Sales > costs in all of 2025, said the firm, which sold 40 boats at 3 ports."
    assert shown(read_text(text, "a.txt"), "body") == [text]


def test_titles_over_bylines_and_lists() -> None:
    talk = read_text(
        'Talk: "We open 40 shops"\nBy Ann Example\n\nQ: How many?\nA: Forty, after 32.\n', "a.txt"
    )
    assert (talk.title, talk.author) == ('Talk: "We open 40 shops"', "Ann Example")
    listed = read_text("5 things in the budget\n\n1. Tax stays at 20%\n2. Fuel duty rises 5p\n", "a.txt")
    assert listed.title == "5 things in the budget"
    assert shown(listed, "body") == ["Tax stays at 20%", "Fuel duty rises 5p"]


def test_capitals_alone_are_a_heading() -> None:
    article = read_text(
        "COUNCIL BACKS RISE\n\nCouncillors backed a rise of 2.9% by 21 votes to 18 on Thursday, it said.\n\n"
        "WHAT IT MEANS\n\nHomes pay £54 more.\n",
        "a.txt",
    )
    assert shown(article, "heading") == ["WHAT IT MEANS"]


def test_wrapped_lines_with_paragraphs_set_in() -> None:
    article = read_text(
        "Nurses in nine hospitals will walk out for 48 hours from 14 March after 71 per\n"
        "cent voted for it, the first strike in 12 years. The union wants 9 per cent;\n"
        "the trusts offer 4.5 per cent.\n"
        "   The last one, in 2014, led to the cancellation of 3,100 operations, the health\noffice said.\n\n"
        "- more -\n\nHOSPITALS 2-2-2\n\nTalks resume on Monday. Some 18,000 nurses are covered by them, it said.\n\n-30-\n",
        "a.txt",
    )
    bodies = shown(article, "body")
    assert len(bodies) == 3 and "9 per cent; the trusts offer 4.5 per cent." in bodies[0]
    assert shown(article, "boilerplate") == ["more -", "-30-"]


def test_an_advertisement_ends_where_the_article_goes_on() -> None:
    article = read_text(
        "<article><h1>United win 3-1</h1><p>United beat Dale 3-1 on Saturday to go second with 41 points from 23 games.</p>"
        "<p><b>ADVERTISEMENT</b></p><p>Sample has 14 goals, three more than last year.</p>"
        "<p>READ MORE: <a href=y>Dale sack coach</a></p><p>United play City on 21 February in front of 12,400.</p></article>",
        "a.html",
    )
    assert "Sample has 14 goals, three more than last year." in shown(article, "body")
    ad = read_text(
        "Orbit shares rise 4%\n\nShares of Orbit rose 4% to $31 on Monday after it raised its forecast for the year.\n\n"
        "Ad\n\nOrbit Stock: Act Now\n\nThe latest figures speak: should you sell? Get the free analysis from May 5.\n",
        "a.txt",
    )
    assert shown(ad, "boilerplate")[0] == "Ad" and len(shown(ad, "boilerplate")) == 3


PAGE = """<html><head><title>Ferry profit up 12% | The Quay</title><meta property="og:site_name" content="The Quay"></head><body>
<div class=top><a href=/>Front page</a> | <a href=/w>World</a> | <a href=/m>Markets up 3%</a></div>
<main><h1>Ferry profit up 12%</h1>
<p class="article__standfirst">Freight passed €1.1bn for the first time.</p>
<div class="meta">Posted on <a href=#>14 March 2026</a> by <span>Ann Example</span> | 14 Comments</div>
<div class="wp-caption"><img src=a><p class="wp-caption-text">A ferry with 1,200 lorries leaves port.</p></div>
<p>Harbour Line, the largest ferry operator of the northern route, said profit rose 12% to €214 million in 2025, from
€191 million a year earlier, as freight came back.</p>
<p>Revenue was €2.3 billion, up 6%. The company carried 4.2 million passengers, the same as in 2024.</p>
<ul><li><a href=/x>Rival cuts 300 jobs</a></li></ul>
<p>The board proposed a dividend of 42 cents a share, up from 40 cents, and said trading in 2026 had begun well.</p>
</main></body></html>"""


def test_html_standfirst_captions_and_links() -> None:
    article = read_text(PAGE, "a.html")
    assert shown(article, "summary") == ["Freight passed €1.1bn for the first time."]
    assert shown(article, "caption") == ["A ferry with 1,200 lorries leaves port."]
    assert (article.author, article.published) == ("Ann Example", date(2026, 3, 14))
    assert article.title == "Ferry profit up 12%" and len(shown(article, "body")) == 3
    assert "300" not in article.prose and "3%" not in article.prose


def test_a_title_is_what_the_page_shows() -> None:
    assert read_text("# Results *2025*: up **12**%\n\nSales rose.\n", "a.md").title == "Results 2025: up 12%"


def test_a_newsroom_names_its_own_furniture(tmp_path: Path) -> None:
    (tmp_path / "boilerplate.yaml").write_text("lines:\n  - the quay on your wrist\n", encoding="utf-8")
    text = "Rates rise to 5%\n\nThe Quay on your wrist\n\nThe bank raised its rate to 5% on Monday, the highest in 16 years.\n"
    assert "wrist" in read_text(text, "a.txt").prose
    article = read_text(text, "a.txt", layers=(tmp_path,))
    assert "wrist" not in article.prose and article.title == "Rates rise to 5%"
