"""Claims sheets pass the readers that prose passes: what those cannot read is said, and sums are told from sums."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.errors import UnreadableInput

HEAD = "factcheck: claims\nsource: {name: Quay Weekly, title: A year on the water}\nclaims:\n"
STEPS = HEAD + (
    "  - {entity: Harbour Line, metric: bonds, value: $5 billion, part_of: the steps}\n"
    "  - {entity: Harbour Line, metric: green bonds, value: $714 million, part_of: the steps}\n"
    "  - {entity: Harbour Line, metric: cash flow, value: $60.4 billion, total_of: the steps}\n"
)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("value: plenty", "4:52: claim 1, field `value`: holds no figure: “plenty”."),
        ("value: 5 %, period: soonish", "4:65: claim 1, field `period`: is no time: “soonish”."),
        ("value: 5 %, compared: soonish", "4:67: claim 1, field `compared`: is no time: “soonish”."),
    ],
)
def test_what_the_readers_cannot_read_is_an_error_with_its_place(fields: str, said: str) -> None:
    article = factcheck.article(
        f"{HEAD}  - {{entity: Harbour Line, metric: revenue, {fields}}}\n", path="s.yaml"
    )
    with pytest.raises(UnreadableInput) as caught:
        factcheck.extract(article)
    assert [str(error) for error in caught.value.errors] == [f"s.yaml:{said}"]


@pytest.mark.parametrize("measure", ["rank", "quotation"])
def test_some_measures_are_words(measure: str) -> None:
    text = f"{HEAD}  - {{entity: Harbour Line, metric: ferry operator, measure: {measure}, value: the largest}}\n"
    assert factcheck.extract(factcheck.article(text, path="s.yaml"))[0].measure == measure


def test_a_sheet_names_its_sums_and_that_it_bears_no_date() -> None:
    report = factcheck.check([factcheck.article(STEPS, path="s.yaml")])
    assert [(one.rule, one.evidence[0].quote) for one in report.findings] == [
        ("sum-falls-short", "$60.4 billion"),
        ("undated", "A year on the water"),
    ]
    assert not factcheck.check([], trusted=[factcheck.article(STEPS, path="s.yaml")]).findings
