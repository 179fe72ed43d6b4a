"""One sentence on its way to claims: what the readers have found in it so far."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Claim, Entity, Trace
from factcheck.extract.metric_mentions import MetricMention
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.open_nouns import Attachment
from factcheck.extract.sentence_tokens import Token
from factcheck.extract.sentences import Sentence
from factcheck.records import dataclass


@dataclass(slots=True)
class Parsed:
    """A sentence as read so far. Numbers are token numbers; ``claims`` fills up from left to right."""

    sentence: Sentence
    tokens: Sequence[Token]
    names: Sequence[NameMention]
    metrics: Sequence[MetricMention]
    roles: dict[int, str]
    attached: dict[int, Attachment]
    inside: set[int]
    owned: dict[int, int]
    claims: dict[int, Claim]
    speaker: Entity | None = None


def taken_over(base: Claim, aspect: str) -> Trace:
    step = next((trace for trace in base.trace if trace.aspect == aspect), None)
    how = step.how if step is not None else "inherited"
    return Trace(aspect, how, step.span if step is not None else None, "as the figure before")
