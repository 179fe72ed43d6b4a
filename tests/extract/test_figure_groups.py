"""Figures of one sentence that arithmetic ties, deals, ranks, and ranges upside down: marked where the words say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claim import Claim
from factcheck.pipeline import article, extract

NAMES = ("average-total", "average-number", "average-mean", "average-item", "average-of", "sample", "sample-size", "whole", "part", "of", "rate-total", "rate-yearly", "rate-time", "price-number", "price-each", "price-total", "deal", "by")  # fmt: skip


def read(text: str) -> list[Claim]:
    return extract(article(text, "a.md"))


def marks(text: str) -> dict[str, list[str]]:
    """Detail → the figures that have it."""
    found: dict[str, list[str]] = {}
    for claim in read(text):
        for name, _ in claim.details:
            if name in NAMES:
                found.setdefault(name, []).append(text[claim.span.start : claim.span.end])
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund has scored 18 goals in 24 games, an average of 0.57 a game.", {"average-total": ["18 goals"], "average-number": ["24 games"], "average-mean": ["0.57"]}),
        ("The 210 homes have 630 rooms, an average of four rooms each.", {"average-total": ["630 rooms"], "average-number": ["210 homes"], "average-mean": ["four rooms"]}),
        ("The court fined 48 drivers £9,312 in all, an average of £214 a driver.", {"average-total": ["£9,312"], "average-number": ["48 drivers"], "average-mean": ["£214 a driver"]}),
        ("Rain was 41 mm, 63 mm and 52 mm, an average of 68 mm.", {"average-item": ["41 mm", "63 mm", "52 mm"], "average-of": ["68 mm"]}),
        ("Of 20 patients, 47 % had a headache.", {"sample-size": ["20 patients"], "sample": ["47 %"]}),
        ("In a survey of 12 councillors, 55 % were against.", {"sample-size": ["12 councillors"], "sample": ["55 %"]}),
        ("Of the 2,418 children, 314, or 13 %, had asthma.", {"whole": ["2,418 children"], "part": ["314"], "of": ["13 %"]}),
        ("Harlow spent 58 % of its $212 billion budget, or $123 billion.", {"whole": ["$212 billion"], "part": ["$123 billion"], "of": ["58 %"]}),
        ("It will spend €53 billion over three years, or €12 billion a year.", {"rate-total": ["€53 billion"], "rate-yearly": ["€12 billion a year"], "rate-time": ["three years"]}),
        ("The club sold 412 tickets at $255 each for a total of $131,000.", {"price-number": ["412 tickets"], "price-each": ["$255"], "price-total": ["$131,000"]}),
        ("Tarn Capital acquired a stake of 25 % in Rovers.", {"deal": ["25 %"]}),
        ("Garrow is the second-largest city in Norland.", {"by": ["second-largest"]}),
        ("Garrow is the largest city in Norland.", {"by": ["largest"]}),
    ],
)  # fmt: skip
def test_figures_that_are_tied(text: str, expected: dict[str, list[str]]) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lund has scored 18 goals in 24 games; on average players of his age score less.",
        "Three schools spent $2 million and $3 million, above an average of $5 million in the county.",
        "Of 20 patients, 12 were women, and 47 % of them smoked.",  # 47 % of the twelve
        "The price rose 5 % in a year, or so the ministry says, from $40 to $42.",
        "It will spend €53 billion over three years, of which €12 billion in 2025.",
        "The club sold 412 tickets at $255 each and owes the bank $131,000.",
        "The museum sold 4,100 tickets to 900 groups.",
        "Garrow is one of the largest cities in Norland.",
    ],
)
def test_figures_that_only_stand_together(text: str) -> None:
    found = marks(text)
    tied = {name for name in found if name not in ("deal", "sample-size", "sample")}
    assert tied == set()


def test_a_percentage_of_a_part_is_none_of_the_whole_sample() -> None:
    assert "sample" not in marks("Of 20 patients, 12 were women, and 47 % of them smoked.")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Castell expects earnings of $4.87 to $4.75 a share in 2026.", "$4.87 to $4.75 a share"),
        ("Forecasters expect between 80 and 30 mm of rain.", "between 80 and 30 mm"),
        ("The plan would save 6-4 % of the energy.", "6-4 %"),
    ],
)
def test_a_range_upside_down_is_one_figure(text: str, quote: str) -> None:
    (claim,) = (one for one in read(text) if "range-inverted" in one.marks)
    assert text[claim.span.start : claim.span.end] == quote


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell from $4.87 million to $4.75 million.",
        "Sales fell to $4.75 million from $4.87 million.",
        "Castell expects earnings of $4.75 to $4.87 a share.",
        "Northfield won 3-2 on Saturday.",
        "The court split 6-3 over the law.",
        "Odds shortened from 8-1 to 5-1 on Friday.",
        "Castell cut its forecast from $4.87 to $4.75 a share.",
    ],
)
def test_what_is_no_range_upside_down(text: str) -> None:
    assert all("range-inverted" not in claim.marks for claim in read(text))


def test_a_bare_yes_in_a_newsrooms_words_is_told(tmp_path: Path) -> None:
    """YAML reads it as true; the page must not be blamed for it."""
    from factcheck.errors import ConfigurationError
    from factcheck.extract.figure_groups import group_words

    (tmp_path / "groups.yaml").write_text("votes: [on, ballots]\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"votes: True is no word; put it in quotation marks"):
        group_words((tmp_path,))
