"""What calls of a fifth set of companies showed: kinds of share, months that run to the quarter's end, plans replaced."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import claims_of, labels, scope, spoken


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("Net income was $90 million or $0.62 per diluted common share.", "$0.62 per diluted common share", "earnings-per-share"),
        ("FFO was $0.47 per fully diluted share.", "$0.47 per fully diluted share", "ffo-per-share"),
        ("Net loss was $0.13 per basic and diluted share.", "$0.13 per basic and diluted share", "loss-per-share"),
        ("Earnings were $0.62 per diluted Class A share.", "$0.62 per diluted Class A share", "earnings-per-share"),
        ("Net income was $0.62 a diluted share.", "$0.62 a diluted share", "earnings-per-share"),
        ("Net income attributable to common stockholders per share of $0.07 was a record.", "$0.07", "earnings-per-share"),
        ("Earnings per share jumped 61% to $3.72 setting records for sales and margins.", "$3.72", "earnings-per-share"),
        ("Sales rose 5% to $7 million marking the best year yet.", "$7 million", "revenue"),
        ("The common equity tier 1 ratio under Basel III standardized approach of 12.9% rose.", "12.9%", "cet1-ratio"),
        ("Net interest margin on a taxable equivalent basis of 3.2% was flat.", "3.2%", "net-interest-margin"),
        ("Our board has authorized the repurchase of up to $750 million of the company's common stock.", "$750 million", "share-buyback"),
        ("The quarter included the repurchase of $21 million of shares.", "$21 million", "share-buyback"),
        ("The purchase of $31 million of equipment was paid in cash.", "$31 million", "~purchase"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, figure: str, metric: str) -> None:
    assert spoken(text)[figure].metric == metric


def test_a_rate_goes_on_to_the_share() -> None:
    units = [
        one.unit for one in factcheck.quantities("$1.20 per fully diluted common share, $5 per basic meal")
    ]
    assert units[0] == "US dollar per share"
    assert units[1] != "US dollar per share"


@pytest.mark.parametrize(
    ("title", "text", "label"),
    [
        ("Harbour Line Q3 2023 results", "For the nine-month period, we made $3.4 billion in revenue.", "2023-9M"),
        ("Harbour Line Q3 2023 results", "Nine-month revenue rose to $1.5 billion.", "2023-9M"),
        ("Harbour Line Q3 2023 results", "In the nine months, revenue rose to $1.5 billion.", "2023-9M"),
        ("Harbour Line Q2 2023 results", "In the six-month period, revenue was $2.1 billion.", "2023-H1"),
        ("Harbour Line Q4 2023 results", "Twelve-month revenue was $4.6 billion.", "2023"),
        ("Harbour Line Q3 2023 results", "In the six-month period, revenue was $2.1 billion.", None),
        ("Harbour Line Q3 2023 results", "Trailing twelve-month revenue was $4.6 billion.", None),
        ("Harbour Line Q3 2023 results", "In the nine months since the sale, revenue was $1.1 billion.", None),
    ],
)  # fmt: skip
def test_months_that_run_to_the_end_of_what_is_reported(title: str, text: str, label: str | None) -> None:
    (claim,) = [one for one in spoken(text, title).values() if one.metric == "revenue"]
    told = labels(claim)
    assert (label in told) if label is not None else not told & {"2023-9M", "2023-H1", "2023"}


def test_months_that_are_no_result_are_durations() -> None:
    kinds = {
        one.surface: one.kind for one in factcheck.quantities("a nine-month sentence and a six-month high")
    }
    assert kinds == {"nine-month": "duration", "six-month": "duration"}


def test_a_speech_turns_to_another_time_until_it_turns_again() -> None:
    claims = claims_of(
        "Our revenue was $50 million.\n\n"
        "Moving on to our results for the six months ended June 30, 2023.\n\nRevenue was $95 million.\n\n"
        "We earned net income of $12 million, or $0.41 per diluted share, compared to $9 million, or $0.30 per diluted share, in the 2022 period.\n\n"
        "Turning to our balance sheet.\n\nOur sales were $50.0 million.\n\nWe thank our people, and we are pleased.",
        "Harbour Line Q2 2023 earnings call",
    )  # fmt: skip
    told = {text: labels(claim) for text, claim in claims.items()}
    assert told["$50 million"] == told["$50.0 million"]
    half = {"$95 million", "$12 million", "$0.41 per diluted share", "$9 million", "$0.30 per diluted share"}
    assert half < told.keys()
    assert not any(label.endswith("Q2") for text in half for label in told[text])


@pytest.mark.parametrize(
    ("text", "figure", "modality"),
    [
        ("We've increased revenue to $31.7 billion, up from our initial guide of $31.4 billion.", "$31.7 billion", "forecast"),
        ("We've increased core earnings per share to $6.45 for the year, up $0.20 from our September outlook.", "$6.45", "forecast"),
        ("We increased sales to $5 million from $4 million.", "$5 million", "reported"),
        ("Revenue rose to $5 million, up from our guidance of $4.5 million.", "$5 million", "reported"),
        ("Our outlook has been revised to $2.65 to $2.75 per share based on sales of approximately $3.75 billion.", "$3.75 billion", "forecast"),
        ("Margin was 5%, based on sales of $4 million.", "$4 million", "reported"),
        ("We are on track to deliver over $7 million of savings in fiscal 2024.", "$7 million", "forecast"),
        ("We remain on pace to open 20 stores.", "20 stores", "forecast"),
    ],
)  # fmt: skip
def test_a_plan_that_replaces_another(text: str, figure: str, modality: str) -> None:
    assert spoken(text)[figure].modality == modality


@pytest.mark.parametrize(
    ("text", "figure", "way"),
    [
        (
            "We raised full-year organic growth guidance to a range of 10 to 12 percent.",
            "10 to 12 percent",
            "up",
        ),
        ("We cut our organic decline guidance to a range of 10 to 12 percent.", "10 to 12 percent", "down"),
    ],
)
def test_the_direction_of_guidance_told_as_a_range(text: str, figure: str, way: str) -> None:
    assert spoken(text)[figure].direction == way


def test_a_figure_of_the_year_before_in_its_possessive_is_a_base() -> None:
    claim = spoken("Earnings were $0.85 per share, above prior year's $0.80 per share.")["$0.80 per share"]
    assert claim.prior
    assert "2022-Q3" in labels(claim)


def test_what_a_benefit_was_realised_in_does_not_date_guidance() -> None:
    text = "We raised our earnings per share guidance to a range of $8.55 to $8.95 to incorporate the tax benefit realized in the second quarter."
    assert "2023-Q2" not in labels(spoken(text)["$8.55 to $8.95"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Excluding these costs, we earned $0.79 per share.", {"accounting": "adjusted"}),
        ("Excluding this charge, we earned $0.79 per share.", {"accounting": "adjusted"}),
        ("Excluding these stores, sales rose 5%.", {"without": "store"}),
    ],
)
def test_without_what_was_told_before(text: str, expected: dict[str, str]) -> None:
    (claim,) = spoken(text).values()
    assert scope(claim) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Book value was $9.92 per share at September 30, 2023.", "2023-Q3"),
        ("Book value was $9.42 per share at June 30, 2023.", "2023-Q2"),
        ("Book value was $16.05 per share at September 30, 2022.", "2022-Q3"),
        ("Book value was $9.92 per share at October 15, 2023.", "2023-10-15"),
    ],
)
def test_the_last_day_of_a_quarter_is_the_quarters(text: str, label: str) -> None:
    (claim,) = spoken(text).values()
    assert label in labels(claim)


@pytest.mark.parametrize(
    ("text", "figure", "basis"),
    [
        ("Premium revenue was $6.5 billion, a 4% increase over the second quarter of 2023.", "4%", "quarter-on-quarter"),
        ("We saw a 4% increase in revenue over the second quarter.", "4%", "quarter-on-quarter"),
        ("Revenue was $6.5 billion, a 4% increase compared to the third quarter of 2019.", "4%", None),
        ("Revenue was $6.5 billion, a 4% increase over the third quarter of 2022.", "4%", "year-on-year"),
        ("As compared to the third quarter of 2019, sales growth drove a 19% increase in earnings per share.", "19%", None),
    ],
)  # fmt: skip
def test_what_a_noun_of_growth_is_told_over(text: str, figure: str, basis: str | None) -> None:
    assert spoken(text)[figure].basis == basis


@pytest.mark.parametrize(
    ("text", "figure", "metric", "expected"),
    [
        ("On the same-store basis operating revenues fell 16.1%.", "16.1%", "same-store-sales", {}),
        ("Revenue and fee revenue rose 23% and 41%, respectively.", "23%", "revenue", {}),
        ("Revenue and fee revenue rose 23% and 41%, respectively.", "41%", "revenue", {"segment": "fee"}),
        ("Revenue rose 23% to $5.8 billion, and fee revenue increased 41%.", "$5.8 billion", "revenue", {}),
        ("harbour - water & protection reported sales of $1.4 billion, up 16 percent.", "16 percent", "revenue", {"segment": "water protection"}),
        ("Constant currency sales grew 8% attributable to new shops.", "8%", "revenue", {"accounting": "constant-currency"}),
        ("Our net leverage ratio is 2.5 times trailing 12-month adjusted EBITDA.", "2.5 times", "leverage", {}),
        ("The shares trade at 12 times earnings.", "12 times", "price-earnings-ratio", {}),
    ],
)  # fmt: skip
def test_whose_part_and_on_which_basis(text: str, figure: str, metric: str, expected: dict[str, str]) -> None:
    claim = spoken(text)[figure]
    assert claim.metric == metric
    assert scope(claim) == expected


def test_a_sum_without_a_sign_is_in_the_currency_of_the_others() -> None:
    claims = claims_of(
        "We earned $1.05 per share, after $50 million of charges. Net sales of 4.2 billion were up 14%. "
        "For next year, we expect net sales of 4.4 billion to 4.6 billion. We sold 1.2 million cars.",
        "Harbour Line Q4 2023 earnings call",
    )
    assert claims["4.2 billion"].quantity.unit == "US dollar"
    assert (claims["4.4 billion to 4.6 billion"].quantity.unit, claims["4.4 billion to 4.6 billion"].modality) == ("US dollar", "forecast")  # fmt: skip
    assert claims["1.2 million cars"].quantity.unit == "car"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The R7 deal was rated.", []),
        ("The bond 2020-R6 was sold, and a loaf costs R18.50.", ["South African rand"]),
        ("A ticket costs R20 and the plan R5 million.", ["South African rand", "South African rand"]),
    ],
)
def test_a_letter_before_a_small_number_is_money_only_beside_other_sums(text: str, units: list[str]) -> None:
    assert [one.unit for one in factcheck.quantities(text) if one.unit] == units


def test_a_page_of_slides_opens_a_part() -> None:
    claims = claims_of(
        "Our sales fell 13% to $4.2 billion. We are pleased with our people. We like our work. We thank you.\n\n"
        "Slide 17 explains the variance in sales in the seating segment.\n\nSales in the quarter were $3.1 billion.",
        "Harbour Line Q3 2023 earnings call",
    )
    assert scope(claims["$4.2 billion"]) == {}
    assert scope(claims["$3.1 billion"]) == {"segment": "seating"}


def test_a_board_of_ours_behind_who_speaks_ends_no_reading() -> None:
    text = "Based on our 2023 results, which Scott will discuss shortly, our board of directors has declared a dividend of $0.26 per share."
    article = factcheck.article(text, path="a.txt")
    assert [claim.metric for claim in factcheck.extract(article) if claim.quantity] == ["dividend"]


def test_two_phrases_that_point_at_each_other_have_an_end() -> None:
    claims = spoken("For some perspective, this is 3 times what we had in the inflation cycle.")
    assert "3 times" in claims


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("q4 ffo per share $0.43.2024 ffo guidance initiated at a range of $1.83 to $1.93 per share.", {"$0.43": ("ffo-per-share", "2023-Q4"), "$1.83 to $1.93 per share": ("ffo-per-share", "2024")}),
        ("qtrly comparable sales in u.s. rose 5.4 percent.comparable sales for q4 rose 6.2 percent.", {"5.4 percent": ("same-store-sales", "2023-Q4"), "6.2 percent": ("same-store-sales", "2023-Q4")}),
        ("qtrly adjusted earnings per share $0.62.4q23 premiums earned up 15.1%.", {"$0.62": ("earnings-per-share", "2023-Q4"), "15.1%": ("premiums-earned", "2023-Q4")}),
    ],
)  # fmt: skip
def test_sentences_glued_by_a_stop_are_two(text: str, figures: dict[str, tuple[str, str]]) -> None:
    claims = claims_of(text, "HBL Q4 2023 results")
    for words, (metric, label) in figures.items():
        assert claims[words].metric == metric
        assert label in labels(claims[words])


def test_the_stop_of_an_address_ends_nothing() -> None:
    article = factcheck.article("The page percent.com tells of 5% growth in sales.", path="a.txt")
    assert ";" not in article.prose


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Comp sales were up 6.2% from last year with U.S. comps of positive 5.4%.", "5.4%", {"place": "united-states"}),
        ("Circulation revenue fell 12.8% compared to the prior year on an organic basis.", "12.8%", {"accounting": "organic", "segment": "circulation"}),
    ],
)  # fmt: skip
def test_the_scope_of_a_figure_behind_another(text: str, figure: str, expected: dict[str, str]) -> None:
    assert scope(spoken(text)[figure]) == expected


def test_a_call_that_tells_of_another_quarter_than_its_title_is_of_no_known_one() -> None:
    said = "In the fourth quarter our sales were good. Our fourth quarter was long. We end our fourth quarter well. "
    claims = claims_of(f"{said}We earned $0.87 per share.", "Harbour Line Q3 2023 earnings call")
    assert not claims["$0.87 per share"].period.is_known
    right = claims_of(f"{said}We earned $0.87 per share.", "Harbour Line Q4 2023 earnings call")
    assert "2023-Q4" in labels(right["$0.87 per share"])


def test_a_list_with_something_taken_away_is_no_sum() -> None:
    parts = "$148 million of cash flow, {}$56 million of debt repaid"
    whole = "The change of $92 million was comprised of " + parts
    added = claims_of(f"{whole.format('')} and $10 million of fees.")
    netted = claims_of(f"{whole.format('offset by ')} and $10 million of fees.")
    assert any(name == "addend" for name, _ in added["$148 million"].details)
    assert not any(name == "addend" for one in netted.values() for name, _ in one.details)


def test_the_figure_a_new_plan_replaces_is_an_earlier_plan() -> None:
    claims = spoken("We now expect earnings per share of $8.40, up from $8.20 previously.")
    assert "earlier-plan" in claims["$8.20"].marks
    kept = spoken("Earnings per share were $8.40, up from $8.20 previously.")
    assert "earlier-plan" not in kept["$8.20"].marks


@pytest.mark.parametrize(
    "name", ["norvane energy", "west pharmaceutical services", "central pacific financial"]
)
def test_a_name_in_small_letters_before_earnings_per_share_is_no_part(name: str) -> None:
    claims = claims_of(f"{name} q4 earnings per share $0.55.", "AXB Q4 2019 results")
    assert scope(claims["$0.55"]) == {}


def test_what_stands_behind_a_name_in_small_letters_is_kept() -> None:
    kept = claims_of("norvane energy ongoing q4 earnings per share $0.55.", "AXB Q4 2019 results")
    assert scope(kept["$0.55"]) == {"segment": "ongoing"}


def test_a_speaker_who_says_what_will_be_reviewed_comes_to_that_part() -> None:
    claims = spoken(
        "Revenue was $4.1 billion.\n\nNow I'll review our segment performance, beginning with Diagnostics.\n\n"
        "Revenue was $2.6 billion.\n\nNow I'll review the performance of Drug Development.\n\n"
        "Revenue was $1.5 billion.\n\nI'll discuss this in more detail later.\n\nRevenue was $1.6 billion.\n"
    )
    parts = {figure: scope(claim).get("segment") for figure, claim in claims.items()}
    assert parts["$4.1 billion"] is None
    assert parts["$2.6 billion"] == "diagnostic"
    assert parts["$1.5 billion"] == parts["$1.6 billion"] == "drug development"


def test_a_part_of_a_part_is_no_addend() -> None:
    claims = claims_of(
        "The budget of $9 million consists of $6 million for roads, of which $4 million goes to Ashby."
    )
    assert not any(name == "addend" for one in claims.values() for name, _ in one.details)
