"""Front matter: the `key: value` lines between two rules at the head of a file (YAML's `---` or TOML's `+++`), and the
header lines that wire drops carry without any rules ("HEADLINE: …", "DATE: …").

Only flat keys matter here, so it is read line by line: a YAML library would cost more than the whole check.
"""

from __future__ import annotations

from factcheck.patterns import Lazy
from factcheck.sources.dates import read_date
from factcheck.sources.pages import Meta
from factcheck.span import Span

_MAX_LINES = 200
_KEY = Lazy(r"([A-Za-z_][\w .-]{0,40}?)[ \t]{0,9}[:=](?:[ \t]+|$)")
_TITLE = ("title", "headline")
_DATE = (
    "date",
    "published",
    "published_at",
    "publishdate",
    "publish_date",
    "pubdate",
    "publication_date",
    "created",
)
_AUTHOR = ("author", "authors", "by", "byline")
_SOURCE = ("source", "publisher", "publication", "site", "site_name", "outlet", "newspaper")
_LANGUAGE = ("lang", "language", "locale")
_SAYS_LITTLE = (
    *(
        "byline",
        "category",
        "copyright",
        "credit",
        "dateline",
        "desk",
        "embargo",
        "encoding",
        "id",
        "keywords",
    ),
    *(
        "link",
        "priority",
        "section",
        "slug",
        "subject",
        "tags",
        "time",
        "topic",
        "topics",
        "url",
        "wordcount",
        "words",
    ),
)
_HEADER = frozenset([*_TITLE, *_DATE, *_AUTHOR, *_SOURCE, *_LANGUAGE, *_SAYS_LITTLE])


def read_front_matter(text: str) -> tuple[Meta, int]:
    """What the front matter says, and the offset at which the page's own text begins (0 without front matter)."""
    at = 1 if text.startswith("\ufeff") else 0
    fence = text[at : at + 3]
    if fence not in ("---", "+++"):
        return Meta(), 0
    newline = "\n" if "\n" in text else "\r"
    first_end = text.find(newline, at)
    if first_end == -1 or text[at:first_end].strip() != fence:
        return Meta(), 0
    found: dict[str, tuple[str, Span]] = {}
    key = ""
    start = first_end + 1
    for _ in range(_MAX_LINES):
        if start >= len(text):
            return Meta(), 0
        end = text.find(newline, start)
        end = len(text) if end == -1 else end
        line = text[start:end].rstrip("\r")
        if line.rstrip() == fence or (fence == "---" and line.rstrip() == "..."):
            return _meta(found), min(end + 1, len(text))
        stripped = line.strip()
        if not stripped or stripped.startswith("#") or line[0] in " \t[]{}":
            if key and stripped.startswith("- ") and key not in found:
                found[key] = _scalar(stripped[2:], start + line.index("- ") + 2)
        elif stripped.startswith("- "):
            if key and key not in found:
                found[key] = _scalar(stripped[2:], start + 2)
        else:
            match = _KEY.match(line)
            if match is None:
                return Meta(), 0  # a thematic break over ordinary text
            key = match.group(1).strip().lower().replace("-", "_").replace(" ", "_")
            value = line[match.end() :]
            if value.strip() and key not in found:
                found[key] = _scalar(value, start + match.end())
        start = end + 1
    return Meta(), 0


def read_header_lines(text: str) -> tuple[Meta, int]:
    """What lines such as "HEADLINE: Steelmaker cuts jobs" before the first blank line say, and where they end.

    All of them must be known headers, and one must give the title or the date: prose has colons, too.
    """
    found: dict[str, tuple[str, Span]] = {}
    start = 1 if text.startswith("\ufeff") else 0
    for line in text[start : start + 4000].splitlines(keepends=True)[:20]:
        if not line.strip():
            break
        match = _KEY.match(line)
        key = match.group(1).strip().lower().replace("-", "_").replace(" ", "_") if match else ""
        if match is None or key not in _HEADER or "=" in match[0]:
            return Meta(), 0
        value = line[match.end() :].rstrip()
        if value:
            found.setdefault(key, _scalar(value, start + match.end()))
        start += len(line)
    meta = _meta(found)
    return (meta, start) if meta.title or meta.published else (Meta(), 0)


def _scalar(value: str, at: int) -> tuple[str, Span]:
    """A scalar without its quotes, brackets and trailing comment, and where it stands."""
    lead = len(value) - len(value.lstrip())
    at += lead
    value = value.strip()
    if value[:1] in "\"'":
        close = value.find(value[0], 1)
        inner = value[1:close] if close != -1 else value[1:]
        return inner, Span(at + 1, at + 1 + len(inner))
    comment = value.find(" #")
    if comment != -1:
        value = value[:comment].rstrip()
    if value[:1] == "[" and value[-1:] == "]":
        inner = value[1:-1]
        return ", ".join(part.strip().strip("\"'") for part in inner.split(",")), Span(
            at + 1, at + 1 + len(inner)
        )
    return value, Span(at, at + len(value))


def _meta(found: dict[str, tuple[str, Span]]) -> Meta:
    def first(keys: tuple[str, ...]) -> tuple[str, Span] | None:
        return next((found[key] for key in keys if key in found and found[key][0]), None)

    published = span = None
    for key in _DATE:
        if key in found:
            value, where = found[key]
            dated = read_date(value)
            if dated is not None:
                published, span = dated.day, Span(where.start + dated.start, where.start + dated.end)
                break
    title, author, source, language = first(_TITLE), first(_AUTHOR), first(_SOURCE), first(_LANGUAGE)
    return Meta(
        title=title[0] if title else None,
        title_span=title[1] if title else None,
        published=published,
        published_span=span,
        author=author[0] if author else None,
        source=source[0] if source else None,
        language=language[0][:2].lower() if language else None,
    )
