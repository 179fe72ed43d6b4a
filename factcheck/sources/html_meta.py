"""What an HTML page says about itself: meta tags, JSON-LD, <time>."""

from __future__ import annotations

from html import unescape

from factcheck.hints import Any
from factcheck.sources.dates import Dated, read_date
from factcheck.sources.html_tokens import Token
from factcheck.sources.pages import Meta
from factcheck.span import Span

_DATES = (  # in the order of trust
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published_time",
    "publication_date",
    "publishdate",
    "pubdate",
    "publish-date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
)
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "title")
_AUTHORS = ("author", "article:author", "parsely-author", "byl", "dc.creator", "citation_author")
_SOURCES = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher")
_ARTICLE_TYPES = ("article", "report", "posting", "webpage", "creativework")
_DEEPEST = 6


def read_meta(text: str, tokens: list[Token]) -> Meta:
    """The metadata of a page. JSON-LD is asked first for the date, meta tags next, then the first <time>."""
    named: dict[str, tuple[str, Span]] = {}
    linked: list[tuple[dict[str, Any], Span]] = []
    title = language = None
    time: tuple[Dated, int] | None = None
    json_next = False
    for token in tokens:
        if token.kind == "raw":
            if token.name == "title" and title is None:
                title = _clean(text[token.start : token.end])
            elif json_next:
                span = Span(token.start, token.end)
                linked.extend((item, span) for item in _json_items(span.of(text)))
            continue
        json_next = False
        if token.kind != "open":
            continue
        if token.name == "script":
            json_next = "ld+json" in (token.attribute(text, "type") or "").lower()
        elif token.name == "html":
            language = token.attribute(text, "lang") or token.attribute(text, "xml:lang")
        elif token.name == "meta" or token.attribute_span("itemprop"):
            key = (
                token.attribute(text, "property")
                or token.attribute(text, "name")
                or token.attribute(text, "itemprop")
            )
            span_of = token.attribute_span("content") or token.attribute_span("datetime")
            if key and span_of and text[slice(*span_of)].strip():
                named.setdefault(key.strip().lower(), (_clean(text[slice(*span_of)]), Span(*span_of)))
        if token.name == "time" and time is None:
            span_of = token.attribute_span("datetime")
            if span_of and (dated := read_date(text[slice(*span_of)])):
                time = dated, span_of[0]
    return _assembled(text, named, linked, title, language, time)


def _assembled(
    text: str,
    named: dict[str, tuple[str, Span]],
    linked: list[tuple[dict[str, Any], Span]],
    title: str | None,
    language: str | None,
    time: tuple[Dated, int] | None,
) -> Meta:
    published, span = None, None
    item, where = next(((item, where) for item, where in linked if item.get("datePublished")), ({}, None))
    stamp = str(item.get("datePublished") or "")
    if where is not None and (dated := read_date(stamp)):
        at = text.find(stamp, where.start, where.end)
        published = dated.day
        span = Span(at + dated.start, at + dated.end) if at != -1 else where
    for key in _DATES:
        if published is None and key in named and (dated := read_date(named[key][0])):
            at = named[key][1].start
            published, span = dated.day, Span(at + dated.start, at + dated.end)
    if published is None and time is not None:
        dated, at = time
        published, span = dated.day, Span(at + dated.start, at + dated.end)
    first = {key: value for key, (value, _) in named.items()}
    headline = _text_of(item.get("headline")) or next((first[key] for key in _TITLES if first.get(key)), None)
    author = _text_of(item.get("author")) or next(
        (first[key] for key in _AUTHORS if first.get(key) and "://" not in first[key]), None
    )
    source = next((first[key] for key in _SOURCES if first.get(key) and "://" not in first[key]), None)
    source = source or _text_of(item.get("publisher"))
    return Meta(
        title=_without_site(headline or title, source),
        published=published,
        published_span=span,
        author=author,
        source=source,
        language=language[:2].lower() if language else None,
    )


def _without_site(title: str | None, source: str | None) -> str | None:
    """A title without the site's name behind it: "Ferries run late | The Quay Post"."""
    if title and source and title.endswith(source):
        shorter = title[: -len(source)].rstrip()
        if shorter[-1:] in "|-–—:·":
            return shorter.rstrip(" |-–—:·") or title
    return title


def _json_items(raw: str) -> list[dict[str, Any]]:
    """The objects of a JSON-LD script, articles first. Not valid JSON: none."""
    import json

    try:
        data = json.loads(raw.strip().removeprefix("<!--").removesuffix("-->"))
    except (ValueError, RecursionError):
        return []
    items: list[dict[str, Any]] = []

    def gather(node: object, depth: int) -> None:
        if isinstance(node, dict):
            items.append(node)
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                if depth < _DEEPEST:
                    gather(node.get(key), depth + 1)
        elif isinstance(node, list) and depth < _DEEPEST:
            for part in node[:100]:
                gather(part, depth + 1)

    gather(data, 0)
    return sorted(items, key=lambda item: not _is_article(item))


def _is_article(item: dict[str, Any]) -> bool:
    kinds = str(item.get("@type") or "").lower()
    return any(kind in kinds for kind in _ARTICLE_TYPES)


def _text_of(node: object) -> str | None:
    if isinstance(node, str):
        return _clean(node) or None
    if isinstance(node, dict):
        return _text_of(node.get("name"))
    if isinstance(node, list):
        names = [name for part in node[:10] if (name := _text_of(part))]
        return ", ".join(names) or None
    return None


def _clean(value: str) -> str:
    return " ".join(unescape(value).split())
