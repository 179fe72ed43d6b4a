"""Finds the scope of each claim: the metric's own words, the part of a company, the basis of preparation."""

from __future__ import annotations

from factcheck.claim import Entity
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.metric_mentions import singular
from factcheck.extract.open_nouns import Attachment
from factcheck.extract.parsed import Parsed
from factcheck.extract.subjects import BRACKETED, Subject, SubjectFinder
from factcheck.normalise.metrics import Metrics


class ScopeFinder:
    __slots__ = ("metrics", "subjects", "words")

    def __init__(self, subjects: SubjectFinder, metrics: Metrics, words: ClauseWords) -> None:
        self.subjects, self.metrics, self.words = subjects, metrics, words

    def find(
        self, parsed: Parsed, at: int, attachment: Attachment | None, subject: Subject
    ) -> tuple[tuple[str, str], ...]:
        scope = dict(attachment.scope) if attachment is not None else {}
        if scope.get("share-count") == "diluted":
            del scope["share-count"]  # diluted is what "per share" means unless somebody says basic
        stated = self._stated_basis(parsed, at)
        if stated is not None:
            scope.setdefault(*stated)
        linked = parsed.claims.get(attachment.link) if attachment is not None else None
        if linked is not None and subject.trace.note != BRACKETED:
            return tuple(sorted({**dict(linked.scope), **scope}.items()))
        if "segment" not in scope:
            part = self._part(subject.entity)
            segment = (
                part or subject.segment or self.subjects.leading_segment(parsed.tokens, parsed.names, at)
            )
            segment = segment or self.subjects.segment_before(parsed.tokens, parsed.names, at)
            if segment:
                scope["segment"] = segment
        if "segment" in scope and self._part(subject.entity) is None:
            scope["segment"] = self._segment_name(scope["segment"], subject.entity)
            if scope["segment"] == subject.entity.name.lower():
                del scope["segment"]  # the owner is no part of itself
        return tuple(sorted(scope.items()))

    def _stated_basis(self, parsed: Parsed, at: int) -> tuple[str, str] | None:
        """ "On a non-GAAP basis, earnings were": holds for the sentence; behind a figure, for that figure."""
        found = []
        lowers = [token.lower or "\0" for token in parsed.tokens]
        for step in range(2, len(lowers)):
            if lowers[step - 1] in ("a", "an") and lowers[step - 2] == "on":
                match = self.metrics.match_scope(lowers, step)
                if match is not None and "basis" in lowers[step + match[0] : step + match[0] + 2]:
                    found.append((step, match[1]))
        behind = [pair for step, pair in found if step > at]
        before = [pair for step, pair in found if step < at]
        if len(found) == 1:
            return found[0][1] if before or at > found[0][0] - 8 else None
        return behind[0] if behind else before[-1] if before else None

    def _part(self, entity: Entity) -> str | None:
        if not self.subjects.is_part(entity) or self.subjects.names_topic(entity):
            return None
        return " ".join(singular(word) for word in entity.name.lower().split())

    def _segment_name(self, segment: str, entity: Entity) -> str:
        """A segment without its owner's name and without "unit": "Harlow Cloud" is the cloud segment of Harlow."""
        owner = {word.lower() for word in entity.name.split()}
        words = [
            word
            for word in segment.lower().split()
            if word not in owner and word not in self.words["unit_words"]
        ]
        return " ".join(words) or segment.lower()
