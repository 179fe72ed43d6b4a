"""What a sixth set of calls that nobody had looked at showed: guidance, bases, parts and streaks. Sentences of our own."""

from __future__ import annotations

import pytest

import factcheck
from tests.extract.reading import CALL, claims_of, labels, scope, spoken

TICKER = "HRBL Q3 2021 results"


def wire(text: str, title: str = TICKER) -> dict[str, factcheck.Claim]:
    return claims_of(text, title=title)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("For the third quarter in a row, we are raising our guidance.", "third quarter"),
        ("Orders rose again, marking the fourth quarter in a row of growth.", "fourth quarter"),
        ("Freight fell for a second quarter running.", "second quarter"),
    ],
)
def test_a_quarter_in_a_row_is_counted_and_no_time(text: str, figure: str) -> None:
    found = {one.surface: one.kind for one in factcheck.quantities(text)}
    assert found.get(figure, "streak") == "streak"
    assert figure not in [one.surface for one in factcheck.periods(text)]


def test_a_third_quarter_that_runs_something_is_a_time() -> None:
    assert [one.surface for one in factcheck.periods("In the third quarter running costs fell.")] == [
        "third quarter"
    ]


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("Revenue of $2.9 billion represents 10.3% reported revenue growth.", "$2.9 billion", "revenue"),
        ("Our 2021 revenue forecast remains in the range of $4.9 billion to $5.1 billion.", None, "revenue"),
        ("Second-quarter highlights include revenue of $683 million.", "$683 million", "revenue"),
        ("Revenue reached a new all-time high of $226 million.", "$226 million", "revenue"),
        ("Adjusted earnings per share were a loss of $0.33.", "$0.33", "loss-per-share"),
        ("Earnings per share are now estimated to be a loss of $0.33.", "$0.33", "loss-per-share"),
        ("Adjusted after-tax income was $0.97 per diluted share.", "$0.97 per diluted share", None),
        ("On adjusted EBITDA, we are raising the range to between $765 million and $775 million.", None, "ebitda"),
        ("On the adjusted earnings per share line, we earned $3.03.", "$3.03", "earnings-per-share"),
        ("We plan to repurchase a total of $1.8 billion of our common stock.", "$1.8 billion", "share-buyback"),
        ("We are raising our 2021 earnings guidance to the range of $6.59 to $6.99 per share.", None, None),
        ("There is no change to our $1 billion capital budget.", "$1 billion", "capital-expenditure"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, figure: str | None, metric: str | None) -> None:
    found = spoken(text)
    claim = found[figure] if figure else list(found.values())[-1]
    assert claim.metric == (metric or "earnings-per-share")


def test_two_figures_of_a_result_and_what_they_moved_by() -> None:
    found = spoken(
        "Operating income of $30 million was down 3%, net income of $17.5 million or $1.49 per diluted share"
        " was down 13%, adjusted net income of $18.9 million was down 8%."
    )
    assert found["$1.49 per diluted share"].metric == "earnings-per-share"
    assert found["13%"].metric == "net-income"
    assert scope(found["8%"]) == {"accounting": "adjusted"}


@pytest.mark.parametrize(
    ("text", "figure", "wanted"),
    [
        ("Sales fell 13% organically on a year-over-year basis.", "13%", {"accounting": "organic"}),
        ("Organically, sales rose 3%.", "3%", {"accounting": "organic"}),
        ("Our reported earnings per share were $5.52.", "$5.52", {"accounting": "gaap"}),
        ("We reported earnings per share of $5.52.", "$5.52", {}),
        ("Comparable earnings per share were $0.68.", "$0.68", {"accounting": "adjusted"}),
        ("Net income per share on adjusted non-GAAP basis was $1.70.", "$1.70", {"accounting": "adjusted"}),
        ("Excluding the charge, net income was $5 million.", "$5 million", {"accounting": "adjusted"}),
        ("Excluding $4 million of costs of the strike, we lost $0.12 a share.", "$0.12 a share", {"accounting": "adjusted"}),
        ("Pension adjusted earnings per share were $3.05.", "$3.05", {"accounting": "adjusted"}),
        ("Core net operating earnings were $2.71 per share.", "$2.71 per share", {"accounting": "adjusted"}),
        ("Excluding fuel costs, revenue rose 3%.", "3%", {"without": "fuel cost"}),
        ("New vehicle revenue rose 5%.", "5%", {"segment": "new vehicle"}),
        ("Used vehicle revenue rose 9%.", "9%", {"segment": "used vehicle"}),
        ("We have lifted the total revenue on this account by 13%.", "13%", {"segment": "account"}),
        ("Combined sales in these three segments increased 19%.", "19%", {"segment": "these three"}),
        ("Hardlines, which comped 30% last year, grew again.", "30%", {"segment": "hardline"}),
        ("Our P&L highlights were total revenues of $563 million.", "$563 million", {}),
        ("In this revised scenario, we expect sales of $92 billion for the year.", "$92 billion", {}),
    ],
)  # fmt: skip
def test_of_what_a_figure_is(text: str, figure: str, wanted: dict[str, str]) -> None:
    assert scope(spoken(text)[figure]) == wanted


def test_a_result_on_another_basis_is_no_mere_thought() -> None:
    restated = spoken("Excluding special items, we would have reported a net profit of $29.9 million.")
    supposed = spoken("If prices had held, adjusted profit would have been $29.9 million.")
    assert restated["$29.9 million"].modality == "reported"
    assert supposed["$29.9 million"].modality == "hypothetical"


@pytest.mark.parametrize(
    ("title", "text", "figure", "wanted"),
    [
        # a year's guidance, where no time is named
        (TICKER, "We are raising our earnings per share guidance to $4.07.", "$4.07", {"2021", "FY2021"}),
        ("HRBL Q4 2021 results", "We set our earnings per share guidance at $4.07.", "$4.07", {"2022", "FY2022"}),
        # in the results of a last quarter the year ahead
        ("HRBL Q4 2020 results", "We expect sales of $5 billion this year.", "$5 billion", {"2021", "FY2021"}),
        (TICKER, "We expect sales of $5 billion this year.", "$5 billion", {"2021", "FY2021"}),
        # a bare year that the sentence before names may be fiscal, too
        (TICKER, "We raise our outlook for 2021. We see revenue of $9.5 billion.", "$9.5 billion", {"2021", "FY2021"}),
        (TICKER, "We exceed our 2023 goals. We expect earnings of $7.10 for the year.", "$7.10", {"2021", "FY2021"}),
        (TICKER, "confident that we will exceed $600 million of operating income for year.", "$600 million", {"2021", "FY2021"}),
    ],
)  # fmt: skip
def test_when_an_outlook_is_for(title: str, text: str, figure: str, wanted: set[str]) -> None:
    assert labels(spoken(text, title=title)[figure]) == wanted


def test_guidance_that_was_told_last_quarter_is_not_for_it() -> None:
    text = "We increased our adjusted EBITDA guidance last quarter to $455 million to $475 million."
    assert "2023-Q2" not in labels(spoken(text, title=CALL)["$455 million to $475 million"])


def test_a_give_or_take_is_no_second_figure_of_the_measure() -> None:
    found = spoken("Our earnings per share guidance is $4.07, plus or minus $0.01.")
    assert found["$4.07"].metric == "earnings-per-share"
    assert found["$0.01"].metric == ""


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("sees net sales in the range of a 2% decline to flat", "down"),
        ("We expect net sales in the range of a 2% decline to a 1% increase.", "down"),
        ("sees q4 same-store sales change down 2%", "down"),
        ("We expect a capacity change of 2%.", None),
    ],
)
def test_ranges_of_change_and_changes_of_no_way(text: str, direction: str | None) -> None:
    claim = wire(text)["2%"]
    assert (claim.measure, claim.direction) == ("change", direction)
    assert claim.metric in ("revenue", "same-store-sales", "capacity")
    assert "segment" not in scope(claim)


def test_a_bracket_parts_no_measure_from_its_change() -> None:
    claim = wire("sees q4 capacity (asms) change versus 2019 down 10%")["10%"]
    assert (claim.metric, claim.direction) == ("capacity", "down")
    assert dict(claim.details)["against"] == "2019"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Revenue was up 5% versus 2019.", "2019"),
        ("Revenue rose 5% in January compared with 2022.", "2022"),
        ("We expect revenue to be down 5% from 2019 levels.", "2019"),
        ("Revenue rose 5% to $3 billion from $2.9 billion in 2020.", None),
        ("Revenue rose 5% in 2021.", None),
    ],
)
def test_the_year_that_a_change_is_told_against(text: str, year: str | None) -> None:
    assert dict(spoken(text)["5%"].details).get("against") == year


def test_a_loss_runs_from_the_worse_to_the_better() -> None:
    claim = wire("sees q4 net loss per share in range of $0.40 to $0.25")["$0.40 to $0.25"]
    assert claim.quantity is not None and claim.quantity.low < claim.quantity.high
    assert "range-inverted" not in claim.marks


def test_a_label_with_its_own_figure_behind_another() -> None:
    found = wire("reports q3 gaap earnings per share $3.04 q3 adjusted earnings per share $3.03")
    assert scope(found["$3.04"]) == {"accounting": "gaap"}
    assert scope(found["$3.03"]) == {"accounting": "adjusted"}


def test_parts_that_begin_with_the_companys_name_are_parts() -> None:
    text = (
        "Consolidated revenues were $787 million, with HarborVision at $561 million, up 11%, and HarborLines"
        " at $226 million. We like HarborVision and HarborLines."
    )
    found = spoken(text, title="HRB Q1 2022 earnings call")
    assert scope(found["11%"]) == {"segment": "harborvision"}
    assert scope(found["$787 million"]) == {}


def test_a_name_that_nearly_spells_the_ticker_is_the_company() -> None:
    text = (
        "We enabled Tarnrock to earn $38.9 million of adjusted EBITDA. Tarnrock did well. We like Tarnrock."
        " Our guests like Tarnrock."
    )
    assert "segment" not in scope(spoken(text, title="TRH Q3 2021 earnings call")["$38.9 million"])


def test_earnings_per_share_beside_a_total_have_no_scale() -> None:
    low = [one.quantity.low for one in factcheck.quantities("earnings of $1.23 versus $21 million")]
    alike = [one.quantity.low for one in factcheck.quantities("sales of $1.8 versus $2.1 million")]
    assert low[0] < 2 and alike[0] > 1_000_000


def test_nearly_reaches_over_an_eighth_at_most() -> None:
    def figure(text: str) -> factcheck.QuantityMention:
        return factcheck.quantities(f"Liquidity was {text}.")[0]

    nearly = figure("nearly $1.6 billion").quantity
    assert nearly.agrees(figure("$1.2 billion").quantity).name == "CONFLICT"
    assert nearly.agrees(figure("$1.58 billion").quantity).name == "AGREE"


def test_the_same_stores_on_another_basis() -> None:
    found = wire("qtrly same-store noi declined 4.5% and cash noi declined 3.5%")
    assert found["3.5%"].metric == "same-store-noi"
    assert scope(found["3.5%"]) == {"accounting": "cash"}


def test_what_grows_recurs() -> None:
    text = (
        "Strong order intake continuing revenue growth now for the third consecutive quarter adds confidence."
    )
    assert spoken(text)["third consecutive quarter"].metric == "revenue"
