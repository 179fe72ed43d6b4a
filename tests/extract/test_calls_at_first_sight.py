"""What calls showed at first sight, before anything was mended for them. Sentences of our own."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import claims_of, labels, scope, spoken


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("Revenue of $52 million reflects growth of 9%.", "$52 million", "revenue"),
        ("Revenue of $52 million reflects growth of 9%.", "9%", "revenue"),
        ("Adjusted EBITDA of $20 million excludes charges of $2.5 million.", "$20 million", "ebitda"),
        (
            "All this translates to fiscal 2024 earnings per share of $3.15.",
            "$3.15",
            "earnings-per-share",
        ),
        ("Our adjusted income was $61.3 million.", "$61.3 million", "net-income"),
        ("Income from continuing operations was $61.3 million.", "$61.3 million", "net-income"),
        (
            "Guidance for 2023 FFO as adjusted per share is $2.95 to $3.01.",
            "$2.95 to $3.01",
            "ffo-as-adjusted-per-share",
        ),
        ("Net patient revenue was $332 million.", "$332 million", "revenue"),
    ],
)
def test_what_is_measured(text: str, figure: str, metric: str) -> None:
    claim = spoken(text)[figure]
    assert claim.metric == metric


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("Castell says Q1 loss $0.08 million.", "$0.08 million", "net-loss"),
        ("Q2 loss $0.80 per share.", "$0.80 per share", "loss-per-share"),
    ],
)
def test_a_loss_told_without_a_verb(text: str, figure: str, metric: str) -> None:
    claim = claims_of(text)[figure]
    assert (claim.metric, claim.measure) == (metric, "level")


def test_the_fire_and_its_loss_are_no_result() -> None:
    assert claims_of("The fire caused a loss $3 million above estimates.")["$3 million"].metric == ""


def test_an_adjusted_loss_keeps_its_basis() -> None:
    assert scope(claims_of("Q4 adjusted loss of $1.24 per share.")["$1.24 per share"]) == {
        "accounting": "adjusted"
    }


def test_a_name_of_two_parts_is_one_name() -> None:
    found = claims_of("Tamar-Wyle grew revenue 5% to $3 million.", title="Plumbers")
    assert {claim.entity.name for claim in found.values()} == {"Tamar-Wyle"}
    assert {claim.entity.id for claim in found.values()} == {"~tamar wyle"}


def test_a_company_is_no_part_of_itself() -> None:
    (claim,) = claims_of("Fosco Wyle Group said sales rose 3%.", title="Pipes").values()
    assert (claim.entity.id, scope(claim)) == ("~fosco wyle", {})


@pytest.mark.parametrize(
    ("text", "figure", "low", "high"),
    [
        ("We expect net sales for the year to decline 3.5% to 3%.", "3.5% to 3%", 3, 3.5),
        ("Sees net sales down 3.5% to down 3.0%.", "3.5% to down 3.0%", 3, 3.5),
    ],
)
def test_a_fall_between_two_falls_is_a_range(text: str, figure: str, low: float, high: float) -> None:
    claim = spoken(text)[figure]
    assert claim.quantity is not None
    assert (claim.direction, float(claim.quantity.low), float(claim.quantity.high)) == ("down", low, high)
    assert "range-inverted" not in claim.marks


def test_a_fall_told_as_done_is_no_range() -> None:
    assert "5%" in claims_of("Sales fell 5% to 3%.")


@pytest.mark.parametrize(
    "text",
    [
        "Sees third quarter FFO of $2.02 - $1.70 per diluted share.",
        "Sees $7.70 to $6.59 diluted earnings per share in 2026.",
        "Castell expects earnings of $4.87 to $4.75 a share in 2026.",
    ],
)
def test_a_range_of_per_share_figures_upside_down(text: str) -> None:
    (claim,) = claims_of(text).values()
    assert claim.quantity is not None and claim.quantity.is_range
    assert "range-inverted" in claim.marks


def test_a_time_that_all_of_a_sentence_is_compared_with() -> None:
    claim = spoken("Compared to the third quarter of 2019, organic net sales grew 3%.")["3%"]
    assert (claim.basis, "2023-Q3" in labels(claim)) == (None, True)


def test_a_basis_of_two_years() -> None:
    assert spoken("On a two-year basis, organic net sales grew 3%.")["3%"].basis == "two-year"


def test_the_levels_before_a_crisis_are_no_time_of_the_claim() -> None:
    text = "We expect demand to grow 12% relative to 2022 and to surpass pre-pandemic levels in 2019."
    assert "2019" not in labels(spoken(text)["12%"])


@pytest.mark.parametrize(
    "text",
    [
        "Net sales fell 12%, against the year-ago quarter, when net sales rose 21%.",
        "Net sales fell 12%, lapping the prior year quarter when net sales increased 21%.",
    ],
)
def test_when_something_was_so(text: str) -> None:
    found = spoken(text)
    assert ("2023-Q3" in labels(found["12%"]), "2022-Q3" in labels(found["21%"])) == (True, True)


def test_the_first_quarter_of_our_fiscal_year() -> None:
    text = "In the first quarter of our fiscal year 2022, we reported sales of $229.8 million."
    assert labels(spoken(text)["$229.8 million"]) == {"FY2022-Q1"}


def test_the_quarter_of_an_outlook_is_not_the_one_reported_on() -> None:
    text = "This will result in adjusted earnings per share of $1.20 to $1.25 for the quarter."
    assert not spoken(text)["$1.20 to $1.25"].period.is_known


def test_who_would_note_a_result_supposes_nothing() -> None:
    assert spoken("I would also note that revenue was up 13%.")["13%"].modality == "reported"
    assert spoken("I would expect that revenue is up 13%.")["13%"].modality != "reported"


@pytest.mark.parametrize(
    "text",
    [
        "Negative comparable sales of 2.5% were no surprise.",
        "Qtrly negative blended same-restaurant sales of 2.5%.",
        "We had a negative same-store sales growth of 2.5%.",
    ],
)
def test_a_negative_measure_fell(text: str) -> None:
    assert spoken(text)["2.5%"].direction == "down"


def test_a_result_that_something_impacted_moved_by_it() -> None:
    claim = spoken("The gain positively impacted earnings per share by about $0.16.")["$0.16"]
    assert (claim.metric, claim.measure) == ("earnings-per-share", "change")


def test_per_share_on_the_basis_of_the_sum_before() -> None:
    text = "Non-GAAP net income was $106.6 million or $3.54 diluted earnings per share."
    assert scope(spoken(text)["$3.54"]) == {"accounting": "adjusted"}
    text = "Net income was $106.6 million or $3.54 adjusted earnings per share."
    assert scope(spoken(text)["$3.54"]) == {"accounting": "adjusted"}


def test_a_dollar_stays_american_where_america_is_named_most() -> None:
    places = "The U.S. business grew. The U.S. team grew. In Australia we hired. In Australia we built. In Australia we sold."
    text = f"{places} The U.S. rules changed. The U.S. market grew. Revenue was $5.5 million, in USD."
    assert spoken(text)["$5.5 million"].quantity.unit == "US dollar"  # type: ignore[union-attr]


def test_a_dollar_is_of_the_place_that_a_text_with_us_dollars_speaks_of() -> None:
    text = "In Australia, revenue was $5.5 million. In Australia costs were US$2 million."
    article = factcheck.article(f"# Sydney builder\n\n{text}\n", path="a.md")
    units = {c.quantity.text: c.quantity.unit for c in factcheck.extract(article) if c.quantity}
    assert units["$5.5 million"] == "Australian dollar"


def test_what_will_likely_range_between() -> None:
    text = "We believe earnings per share in 2024 will likely range between $2.50 and $2.90 per share."
    assert spoken(text)["$2.50 and $2.90 per share"].metric == "earnings-per-share"


def test_what_is_left_out_of_a_measure_is_not_told_of() -> None:
    text = "Earnings excluding fees, taxes and other items are expected to be $17 million."
    assert spoken(text)["$17 million"].metric == "net-income"


@pytest.mark.parametrize("ends", ["$60 million and $65 million", "$65 million and $60 million"])
def test_two_measures_that_one_verb_puts_between_figures(ends: str) -> None:
    text = f"Sales are expected to range between $400 million and $450 million and EBITDA between {ends}."
    found = [claim.metric for claim in spoken(text).values()]
    assert found == ["revenue", "ebitda"]
