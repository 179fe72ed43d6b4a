"""Where sentences end, in text as it is dropped."""

import pytest

import factcheck
from factcheck.extract.sentences import read_sentences
from factcheck.sources import read_text


def sentences(text: str) -> list[str]:
    article = read_text(text, path="drop.txt")
    return [" ".join(s.span.of(article.text).split()) for s in read_sentences(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met. It voted 7-2.", ["The council met.", "It voted 7-2."]),
        (
            "Acme Inc. said profit rose 3.5%. Dr. Ames left.",
            ["Acme Inc. said profit rose 3.5%.", "Dr. Ames left."],
        ),
        ("He moved to the U.S. in May. They stayed.", ["He moved to the U.S. in May.", "They stayed."]),
        ("Sales rose.Profit fell 2%.", ["Sales rose.", "Profit fell 2%."]),
        (
            "“We grew,” she said. “A lot.” Shares rose 4%.",
            ["“We grew,” she said.", "“A lot.”", "Shares rose 4%."],
        ),
        ("The J.P. Harlow trust gave $2m.", ["The J.P. Harlow trust gave $2m."]),
        ("Rain fell for 3 days\nand the river rose 2 m.", ["Rain fell for 3 days and the river rose 2 m."]),
        ("Why now? Because of rates.", ["Why now?", "Because of rates."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    body = "Harbour news\n\n" + text + "\n"
    assert sentences(body)[-len(expected) :] == expected


def test_bullets_and_blank_lines_end_sentences() -> None:
    found = sentences("Town budget\n\n- Rates up 4%\n- Library open 40 hours\n\nThe vote is on Monday.\n")
    assert found[-3:] == ["- Rates up 4%", "- Library open 40 hours", "The vote is on Monday."] or found[
        -3:
    ] == [
        "Rates up 4%",
        "Library open 40 hours",
        "The vote is on Monday.",
    ]


@pytest.mark.parametrize(
    "text", ["Alibaba's", "In Q2 2025 (reaching Norvane's", "Norvane's | 5", "It was Norvane's"]
)
def test_a_text_may_break_off_anywhere(text: str) -> None:
    assert isinstance(factcheck.extract(factcheck.article(text)), list)


def test_a_stop_glued_to_a_capital_behind_a_figure_ends_the_sentence() -> None:
    text = "Growth slowed to 17.5%.At the centre stands a chip. They write in .NET and like J.P.Morgan."
    assert sentences(text) == [
        "Growth slowed to 17.5%.",
        "At the centre stands a chip.",
        "They write in .NET and like J.P.Morgan.",
    ]
