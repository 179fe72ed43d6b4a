"""What a speaker's sentence opens with names the measure or the time, with a comma behind it or without."""

from __future__ import annotations

import pytest

from tests.extract.reading import spoken


@pytest.mark.parametrize(
    ("text", "figure", "metric", "period"),
    [
        ("For the full year free cash flow was $1.34 billion.", "$1.34 billion", "free-cash-flow", "2023"),
        (
            "For the full year GAAP net income was $279 million and revenue was $3 billion.",
            "$279 million",
            "net-income",
            "2023",
        ),
        (
            "In our vegetable product line net sales were $35 million.",
            "$35 million",
            "revenue",
            "2023-Q3",
        ),
        (
            "Finally, for operating margin, we expect 12% to 14% in Q4.",
            "12% to 14%",
            "operating-margin",
            "2023-Q4",
        ),
        ("With respect to cash we had $2.7 billion at quarter end.", "$2.7 billion", "cash", "2023-Q3"),
        ("On organic sales, we now anticipate growth of 5% to 7%.", "5% to 7%", "revenue", ""),
        ("Moving on, our tax rate for the quarter was 16%.", "16%", "tax-rate", "2023-Q3"),
        (
            "Turning now to community count, our third quarter average of 205 decreased 14%.",
            "14%",
            "community-count",
            "2023-Q3",
        ),
        ("In trucks, we grew 16% year over year.", "16%", "revenue", "2023-Q3"),
        (
            "We are reaffirming our operating margin guidance to remain at approximately 16%.",
            "16%",
            "operating-margin",
            "",
        ),
        (
            "We reported annual recurring revenue growth of 131%, reaching $237 million.",
            "$237 million",
            "arr",
            "2023-Q3",
        ),
        (
            "Sales achieved a new third quarter record totaling $1.55 billion.",
            "$1.55 billion",
            "revenue",
            "2023-Q3",
        ),
        (
            "This puts us at $1.5 billion of year-to-date free cash flow.",
            "$1.5 billion",
            "free-cash-flow",
            "",
        ),
        ("On our second-quarter call, we expected sales of $5 billion.", "$5 billion", "revenue", ""),
    ],
)
def test_what_the_opening_names(text: str, figure: str, metric: str, period: str) -> None:
    claim = spoken(text)[figure]
    assert claim.metric == metric
    assert not period or period in {reading.label for reading in claim.period.readings}


def test_a_call_on_which_something_was_told_does_not_date_it() -> None:
    claim = spoken("On our second-quarter call, we expected sales of $5 billion.")["$5 billion"]
    assert "2023-Q2" not in {reading.label for reading in claim.period.readings}


def test_somebody_who_stands_somewhere_is_no_missing_comma() -> None:
    found = spoken("In our yard were 23 trucks. In the lead was Tolland with 42%.")
    assert found["23 trucks"].metric == "~truck" and found["42%"].metric != "yard"
