"""What the tests of this folder share: the claims of a sentence or a page of our own, and ways to look at one."""

from __future__ import annotations

from datetime import date

import factcheck
from factcheck.claim import Claim

CALL = "Harbour Line Q3 2023 earnings call"
SPOKEN = "We are glad of our people. We like our work. {} We thank you."


def claims_of(text: str, title: str = "", *, published: date = date(2025, 11, 27)) -> dict[str, Claim]:
    """The figures below the title, by their words."""
    page = f"# {title}\n\n{text}\n" if title else f"{text}\n"
    article = factcheck.article(page, path="a.md", published=published)
    found = [c for c in factcheck.extract(article) if c.quantity and not (title and c.section == "title")]
    return {claim.span.of(article.text): claim for claim in found}


def labels(claim: Claim) -> set[str]:
    return {reading.label for reading in claim.period.readings}


def scope(claim: Claim) -> dict[str, str]:
    return dict(claim.scope)


def spoken(text: str, title: str = CALL) -> dict[str, Claim]:
    """The figures of an earnings call in a company's own words, by their words."""
    article = factcheck.article(f"# {title}\n\n{SPOKEN.format(text)}\n", path="call.md")
    found = [claim for claim in factcheck.extract(article) if claim.kind != "date"]
    return {claim.span.of(article.text): claim for claim in found}
