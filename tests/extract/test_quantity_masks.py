"""Where the reader of periods has been first: its spans are blank to the reader of quantities, nothing more."""

from __future__ import annotations

from factcheck.extract.quantities import read_quantities
from factcheck.mention import QuantityMention
from factcheck.span import Span


def masking(text: str, *periods: str) -> list[QuantityMention]:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in periods]
    return read_quantities(text, masked=spans)


def test_a_number_before_a_masked_year_is_not_in_inches() -> None:
    text = "Seats fell from 250 in 2019 to 100 in June 2021."
    assert [(m.value, m.unit) for m in masking(text, "2019", "June 2021")] == [(250, None), (100, None)]


def test_a_cue_is_found_across_a_masked_period() -> None:
    text = "A 26% year-on-year revenue rise followed."
    assert [m.change for m in masking(text, "year-on-year")] == ["up"]


def test_a_noun_phrase_ends_at_a_masked_period() -> None:
    text = "It sold 40 last week ships."
    assert [(m.value, m.unit) for m in masking(text, "last week")] == [(40, None)]


def test_masks_may_come_unsorted_and_touch() -> None:
    text = "In 2019 and 2020 it built 3 dams, then 12 in 2021."
    spans = [Span(45, 49), Span(3, 7), Span(12, 16)]
    assert [m.value for m in read_quantities(text, masked=spans)] == [3, 12]
