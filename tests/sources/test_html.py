"""HTML: main text without the site around it, exact offsets, metadata, character references."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.article import Article
from factcheck.sources import read_text
from factcheck.sources.html_tokens import read_tokens

PAGE = """\
<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry traffic climbs | The Quay Post</title>
<meta property="og:site_name" content="The Quay Post">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
 {"@type": "NewsArticle", "headline": "Ferry traffic climbs", "datePublished": "2026-03-04T09:30:00Z",
  "dateModified": "2026-03-06", "author": [{"@type": "Person", "name": "Ann Example"}]}]}</script>
<script>var x = "26% off"; if (1<2) {}</script>
<style>.a{width:50%}</style></head>
<body class="has-sidebar">
<nav><ul><li><a href="/">Home 1</a></li><li><a href="/b">Business 2</a></li></ul></nav>
<div class="topbar">Monday, 9 March 2026</div>
<main><article>
<h1>Harbour ferry traffic climbs to 1&nbsp;899 crossings</h1>
<p class="byline">By Ann Example<br>4 March 2026, 9.30am</p>
<ul class="summary"><li>Crossings rose 12&nbsp;% in February</li><li>Fares stay at &pound;4.20</li></ul>
<p>The harbour authority said on Wednesday that ferries made <strong>1&nbsp;899</strong> crossings in February, up 12&nbsp;% from
a year earlier, helped by the port&#8217;s new timetable and by mild weather along the southern coast.<sup>77</sup></p>
<div class="ad-slot"><p>Save 50% on your first trip! Click here.</p></div>
<p>Passenger numbers rose to 240,000, and revenue was &pound;3.1 million, the authority&rsquo;s
monthly bulletin shows. R&amp;D took <i>5</i>% of it. There were <del>23</del> 24 boats in service at the end of the month.</p>
<h2>What comes next?</h2>
<blockquote>&ldquo;We expect 2,000 crossings in March,&rdquo; said the harbour master, Jo Sample, who has run the port for years.</blockquote>
<figure><img src="x.jpg" alt="ferry 9"><figcaption>One of 24 ferries in service on the northern route this week.</figcaption></figure>
<p>The authority will publish its annual accounts on 30 April, and the town council has asked for a review of winter fares before
the next season opens in October, when the contract for the route comes up for renewal after five years.</p>
<p>Sign up for our newsletter to get 3 stories a day.</p>
<!-- 99% hidden --><p hidden>Hidden 98%</p><p style="display: none">Hidden 97%</p>
</article></main>
<aside><h3>Related</h3><p>Old ferry sold for £7m</p></aside>
<section class="comments"><h3>Comments</h3><p>Bob: I say it was 500 crossings</p></section>
<footer>© 2026 The Quay Post. 10 Harbour Street.</footer>
</body></html>
"""


def words(article: Article, kind: str) -> list[str]:
    return [
        " ".join(section.span.of(article.prose).split())
        for section in article.sections
        if section.kind == kind
    ]


@pytest.fixture(scope="module")
def page() -> Article:
    return read_text(PAGE, "a.html")


def test_only_the_article_is_prose(page: Article) -> None:
    assert words(page, "title") == ["Harbour ferry traffic climbs to 1 899 crossings"]
    assert words(page, "summary") == ["Crossings rose 12 % in February", "Fares stay at £4.20"]
    assert len(words(page, "body")) == 3
    assert words(page, "heading") == ["What comes next?"]
    assert words(page, "quotation")[0].startswith("“We expect 2,000")
    assert words(page, "caption") == ["One of 24 ferries in service on the northern route this week."]
    for gone in (
        "26%",
        "50%",
        "Home",
        "£7m",
        "500",
        "Quay",
        "99%",
        "98",
        "97",
        "23",
        "77",
        "9 March",
        "newsletter",
        "ferry 9",
    ):
        assert gone not in page.prose, gone


def test_metadata(page: Article) -> None:
    assert page.published == date(2026, 3, 4)
    assert page.published_span is not None
    assert page.published_span.of(PAGE) == "2026-03-04"
    assert (page.author, page.source, page.language) == ("Ann Example", "The Quay Post", "en")


def test_offsets_point_at_the_file(page: Article) -> None:
    for figure in ("240,000", "2,000", "£3.1 million", "24 boats"):
        at = page.prose.index(figure)
        written = page.text[at : at + len(figure)]
        assert written.endswith(figure[1:])
        assert written[0] in (figure[0], ";")  # £ stands at the end of its reference


def test_a_reference_inside_a_number_does_not_split_it(page: Article) -> None:
    at = page.text.index("1&nbsp;899")
    assert set(page.prose[at + 1 : at + 7]) == {"\u00a0"}
    assert page.prose[at] == "1"
    assert page.prose[at + 7 : at + 10] == "899"


@pytest.mark.parametrize(
    ("head", "day", "written"),
    [
        (
            '<meta property="article:published_time" content="2026-02-01T00:00:00Z">',
            date(2026, 2, 1),
            "2026-02-01",
        ),
        (
            '<meta name="date" content="1 February 2026"><meta name="pubdate" content="2026-02-02">',
            date(2026, 2, 2),
            "2026-02-02",
        ),
        ('<time datetime="2026-02-03">Tuesday</time>', date(2026, 2, 3), "2026-02-03"),
        ('<meta property="article:modified_time" content="2026-02-04">', None, ""),
        ('<script type="application/ld+json">{"datePublished": broken</script>', None, ""),
        ('<span itemprop="datePublished" content="2026-02-05"></span>', date(2026, 2, 5), "2026-02-05"),
    ],
)
def test_where_dates_come_from(head: str, day: date | None, written: str) -> None:
    text = f"<html><head>{head}</head><body><p>The county counted 1,240 cases of flu in the last week.</p></body></html>"
    article = read_text(text, "a.html")
    assert article.published == day
    if day is not None:
        assert article.published_span is not None
        assert article.published_span.of(text) == written


def test_a_fragment_too_small_for_the_library_is_read_by_structure() -> None:
    article = read_text("<h1>Flu falls</h1><p>It fell 9&#37;.<p>And <b>12</b>&thinsp;% in March.", "a.htm")
    assert words(article, "body") == ["It fell 9% .", "And 12 % in March."]


def test_a_page_whose_wrapper_is_named_like_furniture_is_not_lost() -> None:
    body = (
        "<p>The county counted 1,240 cases of flu in the last week of the month, the agency said on Friday.</p>"
        * 3
    )
    article = read_text(
        f'<body><div class="related-content">{body}</div><footer>5 High Street</footer></body>', "a.html"
    )
    assert len(words(article, "body")) == 3


def test_a_layout_table_is_prose() -> None:
    long = (
        "The county counted 1,240 cases of flu in the last week of the month, which is fewer than a week before. "
        * 4
    )
    article = read_text(f"<table><tr><td>Menu</td><td><p>{long}</p><p>{long}</p></td></tr></table>", "a.html")
    assert not article.cells
    assert len(words(article, "body")) >= 2


def test_two_breaks_part_paragraphs() -> None:
    article = read_text(
        "<div>It rose 5 % in May, the agency said.<br><br>It fell 3 % in June, the agency said.</div>",
        "a.html",
    )
    assert len(words(article, "body")) == 2


def test_tokens_of_tags_that_are_not() -> None:
    text = "a < b <1> <p class='x>y'>c</p><!-- <b> --><br/><a href=\"q>r\">d</a"
    kinds = [(token.kind, token.name or text[token.start : token.end]) for token in read_tokens(text)]
    assert kinds == [
        ("text", "a "), ("text", "<"), ("text", " b "), ("text", "<"), ("text", "1> "), ("open", "p"), ("text", "c"),
        ("close", "p"), ("comment", "<!-- <b> -->"), ("open", "br"), ("open", "a"), ("text", "d"), ("close", "a"),
    ]  # fmt: skip
