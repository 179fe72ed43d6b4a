"""What a check reports: findings with their evidence, and how much could be compared."""

from __future__ import annotations

from factcheck.claim import Claim
from factcheck.errors import InputError
from factcheck.records import dataclass
from factcheck.span import Span

SEVERITIES = ("error", "warning", "note")
VERDICTS = ("contradiction", "reconcilable", "suspect")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage a finding stands on. ``quote`` equals ``article.text[start:end]``; line and column are 1-based.

    ``sentence`` is the whole sentence around it, for people to read; ``role`` the rule's name for it ("a", "now").
    ``source`` and ``published`` (ISO date) are those of the article, where known. Markup is left out of ``sentence``, so
    ``spot`` says where the figure stands in it, and ``words`` are what each step of the claim's trace read, as shown.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    sentence: str
    role: str
    claim: Claim | None = None
    source: str | None = None
    published: str | None = None
    spot: Span | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement, with all its evidence. It says that figures disagree, not which article is wrong.

    ``explanation`` shows the arithmetic and what would reconcile the passages; ``suggestion`` a proposed
    correction or ""; ``reasons`` why the severity was lowered; ``fingerprint`` does not depend on line numbers.
    ``sources`` name what came from outside the articles: a rate with its day, a registry line, a filing and concept.
    """

    rule: str
    title: str
    severity: str
    verdict: str
    message: str
    explanation: str
    suggestion: str
    fingerprint: str
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """One article's share in a check: figures seen, claims typed from them, and claims that could be compared."""

    path: str
    title: str | None
    published: str | None
    figures: int
    claims: int
    compared: int
    source: str | None = None
    context: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check, in a fixed order: the same input always gives the same bytes.

    ``unfinished`` are the rules that had too much to compare and left some of it.
    """

    articles: tuple[Coverage, ...]
    findings: tuple[Finding, ...]
    errors: tuple[InputError, ...] = ()
    rules: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
