"""What earnings calls taught: clauses that open with a time, guidance, bases that never mix. Sentences of our own."""

from __future__ import annotations

from datetime import date

import factcheck
from factcheck.claim import Claim
from tests.extract.reading import labels, spoken


def told(text: str) -> dict[str, Claim]:
    article = factcheck.article(text, path="a.txt", published=date(2025, 11, 27))
    found = [claim for claim in factcheck.extract(article) if claim.kind != "date"]
    return {claim.span.of(article.text): claim for claim in found}


def test_a_time_behind_and_opens_the_next_clause() -> None:
    found = spoken(
        "Net income was $31.8 million, or $0.42 per share, and in the second quarter that had been $0.37."
    )
    assert "2023-Q3" in labels(found["$31.8 million"])
    assert "2023-Q2" in labels(found["$0.37"])


def test_what_compares_with_what() -> None:
    found = spoken(
        "Revenue of $1.94 billion compares to $1.81 billion in the third quarter of 2022, an increase of 7.2 %."
    )
    assert found["$1.81 billion"].prior
    assert "2022-Q3" in labels(found["$1.81 billion"])
    assert "2023-Q3" in labels(found["7.2 %"])


def test_a_year_still_to_come_is_foreseen() -> None:
    found = spoken("For 2024 we are building the plan on capex of roughly $1.4 billion.")
    assert found["$1.4 billion"].modality == "forecast"


def test_a_base_is_a_sum_of_the_same_size() -> None:
    found = spoken("Core FFO was $104.9 million or $0.61 per share, up 8.9 % from $0.56 a year earlier.")
    frames = {figure: dict(claim.details).get("frame") for figure, claim in found.items()}
    assert found["$0.56"].prior
    assert found["$0.56"].metric == found["$0.61 per share"].metric
    assert frames["8.9 %"] is not None


def test_constant_currency_is_of_the_growth_alone() -> None:
    found = spoken("Revenue of $386.2 million grew 12.1 % constant currency, and we like it.")
    assert dict(found["12.1 %"].scope) == {"accounting": "constant-currency"}
    assert dict(found["$386.2 million"].scope) == {}


def test_cash_basis_in_both_orders() -> None:
    found = spoken("Same-store NOI on a cash basis rose 7.8 %. Cash same-store NOI rose 7.7 %.")
    assert {dict(claim.scope)["accounting"] for claim in found.values()} == {"cash"}


def test_premiums_written_are_not_premiums_earned() -> None:
    found = spoken("Net written premiums grew to $2.31 billion and net premiums earned to $2.25 billion.")
    assert found["$2.31 billion"].metric == "premiums-written"
    assert found["$2.25 billion"].metric == "premiums-earned"


def test_guidance_that_replaces_a_range() -> None:
    found = spoken(
        "We are lifting our 2023 earnings per share guidance to $3.28 to $3.36, from $3.18 to $3.30."
    )
    assert (found["$3.18 to $3.30"].prior, found["$3.28 to $3.36"].prior) == (True, False)


def test_a_quarter_looked_ahead_to_is_the_next_of_its_name() -> None:
    found = spoken(
        "We expect first-quarter deliveries of 2,250 homes.", "Harbour Homes Q4 2021 earnings call"
    )
    assert "2022-Q1" in labels(found["2,250 homes"])


def test_homes_in_backlog_and_homes_delivered() -> None:
    found = spoken("We ended the year with 5,820 homes in backlog. We delivered 3,425 homes.")
    assert [claim.metric for claim in found.values()] == ["backlog", "deliveries"]


def test_new_orders_are_counted_in_homes() -> None:
    assert spoken("Net new orders were 2,655 homes.")["2,655 homes"].metric == "orders"


def test_that_goes_on_with_the_line_before() -> None:
    text = "Net investment income was $140 million.\nIn the fourth quarter that should be $148 million to $152 million."
    assert spoken(text)["$148 million to $152 million"].metric == "net-investment-income"


def test_points_of_an_index() -> None:
    found = told("The Nikkei 225 put on 436 points, or 1.1 %, to finish at 38,790 on Friday.")
    assert {claim.metric for claim in found.values()} == {"index-level"}
    assert found["436 points"].measure == "change"


def test_what_stands_behind_on_and_a_metric() -> None:
    found = told(
        "Adjusted EBITDA at Sorrel advanced 11 % to €63 million, on sales 3 % higher at €402 million."
    )
    assert [found[figure].metric for figure in ("€63 million", "3 %", "€402 million")] == [
        "ebitda",
        "revenue",
        "revenue",
    ]


def test_a_loss_that_widened() -> None:
    found = told("The fourth-quarter loss at Pallant Airways widened to $58 million from $26 million.")
    assert {claim.metric for claim in found.values()} == {"net-loss"}


def test_how_many_more() -> None:
    found = told("Nimbus Media had 28.4 million subscribers in June, 1.9 million more than a year before.")
    assert (found["1.9 million"].metric, found["1.9 million"].measure) == ("subscribers", "change")


def test_a_loss_per_share_beside_a_loss() -> None:
    found = spoken(
        "GAAP net loss was $24.6 million, or a loss of $0.19 per share, compared with a loss of $41.9 million."
    )
    assert found["$0.19 per share"].metric == "loss-per-share"
    assert (found["$41.9 million"].metric, found["$41.9 million"].prior) == ("net-loss", True)


def test_down_to_last_year() -> None:
    found = spoken("Digital sales were down 6 % to last year, but they are up 62 % on two years ago.")
    assert "2023-Q3" in labels(found["6 %"])


def test_growth_that_recurs() -> None:
    found = spoken("Salt Harbour has now posted double-digit growth for five consecutive quarters.")
    assert found["five consecutive quarters"].metric == "~growth"


def test_notes_of_ten_years() -> None:
    assert spoken("In August we issued $300 million of 10-year notes.")["$300 million"].metric == "~note"


def test_it_was_less_a_year_before() -> None:
    found = spoken(
        "Net income per diluted share was $0.39, and it was $0.31 in the same quarter of last year."
    )
    assert found["$0.31"].prior
    assert "2022-Q3" in labels(found["$0.31"])


def test_cents_are_those_of_a_share_in_speech() -> None:
    assert spoken("NAREIT FFO was $0.58 in the quarter.")["$0.58"].metric == "ffo-per-share"
