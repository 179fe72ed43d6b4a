"""What a report says of each article: how many figures it shows, became claims, and could be compared."""

from __future__ import annotations

from factcheck.finding import Coverage
from factcheck.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.kept import Shelved
    from factcheck.reading import Read


def coverage(one: Read, compared: int, context: bool) -> Coverage:
    article = one.article
    return Coverage(
        path=article.path,
        title=article.title,
        published=article.published.isoformat() if article.published else None,
        figures=one.figures,
        claims=len(one.claims),
        compared=compared,
        source=article.source,
        context=context,
    )


def coverage_aside(one: Shelved) -> Coverage:
    """Of an article of the archive that nothing could be compared with."""
    known = one.outline
    return Coverage(
        path=one.path,
        title=known.title,
        published=known.published,
        figures=known.figures,
        claims=known.claims,
        compared=0,
        source=known.source,
        context=True,
    )
