"""What managers of other companies say in other words: bases, margins, lists of periods."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import labels, scope, spoken


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("We paid fees of $42 million in Q3 compared to $36 million last year.", "$36 million", "2022-Q3"),
        (
            "Profit was $52.3 million in the 2023 quarter versus $47.9 million in 2022.",
            "$52.3 million",
            "2023-Q3",
        ),
        (
            "Profit was $52.3 million in the 2023 quarter versus $47.9 million in 2022.",
            "$47.9 million",
            "2022-Q3",
        ),
        ("Paint sales showed a 9% decline consistent with last quarter.", "9%", "2023-Q3"),
        ("Total company revenues grew 11% to $3.56 billion today.", "$3.56 billion", "2023-Q3"),
        (
            "Looking at the fourth quarter, we now expect prices to be in a range of $555,000 to $565,000.",
            "$555,000 to $565,000",
            "2023-Q4",
        ),
        (
            "Sales rose, helped by same-restaurant sales of 2.4%, the purchase of 103 diners on October 11th, and growth.",
            "2.4%",
            "2023-Q3",
        ),
        (
            "We now expect 2024 capex of $11 billion, down from a prior view of $12 billion.",
            "$12 billion",
            "2024",
        ),
        ("In Q3 we spent $4.2 billion, and in all of 2022 we spent $20 billion.", "$20 billion", "2022"),
    ],
)
def test_time_of_a_figure_or_of_its_base(text: str, figure: str, label: str) -> None:
    assert label in labels(spoken(text)[figure])


def test_a_year_is_no_base_of_a_quarter_where_it_is_four_times_as_much() -> None:
    claims = spoken("Revenue was $42 million in Q3 compared to $160 million last year.")
    assert labels(claims["$160 million"]) == {"2022", "FY2022"}


@pytest.mark.parametrize(
    ("text", "figure", "metric", "measure"),
    [
        ("Adjusted EBITDA of 23.2% exceeded our plans.", "23.2%", "ebitda-margin", "ratio"),
        ("EBITDA was 18.4% versus 17.9% last year.", "17.9%", "ebitda-margin", "ratio"),
        ("EBITDA was 70 basis points higher than last year.", "70 basis points", "ebitda-margin", "change"),
        ("EBITDA of 12% year on year was fine.", "12%", "ebitda", "change"),
        ("EBITDA growth of 12% was strong.", "12%", "ebitda", "change"),
        ("Same-store sales were 2.4%.", "2.4%", "same-store-sales", "change"),
        ("We returned total capital of $138 million.", "$138 million", "capital-returned", "level"),
        ("We used $552 million of cash for our share repurchase program.", "$552 million", "share-buyback", "level"),
        ("Our backlog was 12,089 homes with a value of $7.7 billion.", "$7.7 billion", "backlog", "level"),
        ("Net new orders were 2,655 homes worth $1.2 billion.", "$1.2 billion", "orders", "level"),
        ("Loads hauled via truck in the 2023 third quarter increased 11%.", "11%", "~load", "change"),
        ("A dividend of $5 a share was approved at our meeting on Monday, which is a 4% increase.", "4%", "dividend", "change"),
        ("Pump revenue grew 26%, with U.S. growth of 23% and international growth of 35%.", "35%", "revenue", "change"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, figure: str, metric: str, measure: str) -> None:
    claim = spoken(text)[figure]
    assert (claim.metric, claim.measure) == (metric, measure)


@pytest.mark.parametrize(
    ("text", "figure", "direction"),
    [
        ("Same-store sales were 2.4%.", "2.4%", "up"),
        ("Same-store sales of negative 3% were in line.", "negative 3%", "down"),
        ("We expect our organic revenue to be 4%.", "4%", "up"),
    ],
)
def test_a_change_told_as_a_level_has_its_sign(text: str, figure: str, direction: str) -> None:
    assert spoken(text)[figure].direction == direction


def test_an_increase_over_results_has_them_as_its_base() -> None:
    text = "We earned net income of $18 million, which is a 13% increase over our results of last year of $16 million."
    claim = spoken(text)["$16 million"]
    assert claim.prior and claim.measure == "level" and "2022-Q3" in labels(claim)


def test_the_board_is_no_part_of_the_company() -> None:
    assert (
        scope(spoken("Our board of directors approved a dividend of $0.20 per share.")["$0.20 per share"])
        == {}
    )


def test_what_helped_a_margin_does_not_own_it() -> None:
    claim = spoken("Higher balances helped net interest margin, which expanded to 3.5%.")["3.5%"]
    assert (claim.entity.id, scope(claim)) == (spoken("Revenue was $5 million.")["$5 million"].entity.id, {})


def test_periods_are_dealt_out_again() -> None:
    claims = spoken(
        "Cash flow from operations totaled $388 million and $812 million for the third quarter and first nine months of"
        " 2023, respectively, while dividends were $56 million and $113 million for those same periods."
    )
    assert "2023-Q3" in labels(claims["$56 million"])
    assert "2023-9M" in labels(claims["$113 million"])


def test_both_exceeded_is_a_verb() -> None:
    text = "Operating margin of 16% and gross margin of 30% both exceeded our hopes, driven by the savings we are making."
    assert spoken(text)["16%"].modality == "reported"


def test_a_headline_in_capitals_has_its_percent() -> None:
    assert [mention.unit for mention in factcheck.quantities("REVENUE UP 26 PERCENT")] == ["percent"]


@pytest.mark.parametrize(
    "turn", ["Now for the tools group.", "And finally, the tools group.", "Let me turn to the tools group."]
)
def test_a_few_words_turn_to_a_part(turn: str) -> None:
    claims = spoken(
        f"{turn} Sales of $500 million included an organic decrease of 3.1%. The operating margin was 21.6%."
    )
    assert {figure: scope(claim).get("segment") for figure, claim in claims.items()} == {
        "$500 million": "tool",
        "3.1%": "tool",
        "21.6%": "tool",
    }


def test_a_dividend_approved_on_monday_is_of_the_quarter() -> None:
    assert "2023-Q3" in labels(
        spoken("Our board approved a dividend of $0.20 per share on Monday.")["$0.20 per share"]
    )


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("norvane energy q3 earnings per share $1.15.", None),
        ("s&t bancorp q3 earnings per share $1.15.", None),
        ("ongoing q3 earnings per share $1.15.", "ongoing"),
        ("tools group q3 revenue $1.15 million.", "tool"),
    ],
)
def test_who_earns_per_share_is_no_part(text: str, segment: str | None) -> None:
    article = factcheck.article(f"# NRV Q3 2023 results\n\n{text}\n", path="call.md")
    claim = next(claim for claim in factcheck.extract(article) if claim.quantity is not None)
    assert scope(claim).get("segment") == segment


def test_wire_lines_say_qtrly_of_the_quarter() -> None:
    article = factcheck.article(
        "# NRV Q3 2023 results\n\nqtrly video customers up 294,000.\n", path="call.md"
    )
    claim = next(claim for claim in factcheck.extract(article) if claim.quantity is not None)
    assert "2023-Q3" in labels(claim)


def test_our_board_of_directors_is_the_company() -> None:
    claims = spoken("Our Board of Directors approved a dividend of $0.20 per share at our meeting on Monday.")
    assert scope(claims["$0.20 per share"]) == {}


@pytest.mark.parametrize(
    ("text", "figure", "metric", "prior"),
    [
        (
            "Gross margin declined 80 basis points compared to the prior year to 42.6%.",
            "42.6%",
            "gross-margin",
            False,
        ),
        (
            "Profit was $7 million or 47.5% of sales compared with $5 million or 55.3% in 2022.",
            "55.3%",
            "net-income",
            True,
        ),
        ("Our 113.3% third quarter combined ratio was 2 points higher.", "113.3%", "combined-ratio", False),
        (
            "We continue to expect an 8% or more increase in operating income.",
            "8%",
            "operating-income",
            False,
        ),
        ("Revenue rose 8%, which exceeded our prior guidance range of 5 to 7%.", "5 to 7%", "revenue", True),
    ],
)
def test_what_a_figure_is_to_the_one_beside_it(text: str, figure: str, metric: str, prior: bool) -> None:
    claim = spoken(text)[figure]
    assert (claim.metric, claim.prior) == (metric, prior)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "We give the following full year 2024 guidance. For the year, we expect a rise. We expect revenue of $5 million.",
            "2024",
        ),
        (
            "We expect growth at a higher rate in 2024 than we had in 2023. We expect revenue of $5 million.",
            "2024",
        ),
        (
            "We expect 2024 to be better. Our guidance includes a Q4 charge of $9 million. We expect revenue of $5 million.",
            "2024",
        ),
    ],
)
def test_what_the_outlook_is_for(text: str, label: str) -> None:
    assert label in labels(spoken(text)["$5 million"])


def test_the_part_that_acts_stays_with_earnings_of_a_kind() -> None:
    claim = spoken("Our nonutility businesses added economic earnings of $37 million.")["$37 million"]
    assert scope(claim)["segment"] == "nonutility economic"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("q3 u.s. same-store sales growth 6.7 percent.", "united-states"),
        ("sales in north america rose 6.7 percent.", "north-america"),
        ("turkey sales rose 6.7 percent.", None),
    ],
)
def test_wire_lines_name_countries_in_small_letters(text: str, place: str | None) -> None:
    article = factcheck.article(f"# NRV Q3 2023 results\n\n{text}\n", path="call.md")
    claim = next(claim for claim in factcheck.extract(article) if claim.quantity is not None)
    assert scope(claim).get("place") == place
