"""Full stops that a feed has left without a blank: "up 5.5 percent.comparable sales rose", "a share of $0.44.2021 guidance"."""

from __future__ import annotations

from factcheck.patterns import Lazy

# What a sentence of figures ends with, and a word or a time right behind the stop. No address goes on so.
_GLUED = Lazy(
    r"(?:\b(?:percent|pct|million|billion|shares?)|\d ?%)\.(?!(?:com|org|net|gov|edu)\b)(?=[a-z]{3,}\s)"
    r"|[$€£]\d[\d,]*\.\d\d\.(?=(?:19|20)\d\d\s|[1-4]q\d\d\s|q[1-4]\s|[a-z]{3,}\s)"
)
STOP = ";"


def find_glued_stops(prose: str) -> list[int]:
    """Where such stops are. They are painted as ``STOP``, behind which a sentence ends though no blank follows."""
    return [match.end() - 1 for match in _GLUED.finditer(prose)]
