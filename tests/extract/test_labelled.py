"""Sentences labelled before the reader had seen them: each is read as labelled, or is marked as not read so yet."""

from __future__ import annotations

from collections import Counter

import pytest

import factcheck
from tests.extract.labelled import FILES, Label, read_entries

ENTRIES = [entry for name in FILES for entry in read_entries(name)]
_ASIDE = ("ordinal", "rank")  # places in an order; they have tests of their own


def found(text: str) -> list[Label]:
    return [(m.value, m.unit, m.change) for m in factcheck.quantities(text) if m.kind not in _ASIDE]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "labels", "missing"), [entry[1:] for entry in ENTRIES], ids=[entry[1][:45] for entry in ENTRIES]
)
def test_reads_a_sentence_as_it_was_labelled(text: str, labels: list[Label], missing: str) -> None:
    read = found(text)
    if not missing:
        assert read == labels
    else:
        assert read != labels, "it is read now: take its line with ? away"
        if missing == "change":
            assert [one[:2] for one in read] == [one[:2] for one in labels]


def test_nearly_all_of_them_are_read() -> None:
    """Values and units over all sentences, as sets of pairs: a slip in one reader shows here."""
    right = labelled = given = 0
    for _, text, labels, _ in ENTRIES:
        wanted = Counter(one[:2] for one in labels)
        read = Counter(one[:2] for one in found(text))
        right += sum((wanted & read).values())
        labelled += len(labels)
        given += sum(read.values())
    assert 2 * right / (labelled + given) > 0.96
