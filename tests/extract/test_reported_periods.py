"""The quarter that results are told of: over by the day of publication, and named once for the whole report."""

from __future__ import annotations

from datetime import date

import factcheck
from factcheck.claim import Claim


def claims_of(text: str, published: str) -> dict[str, Claim]:
    article = factcheck.article(text, path="a.md", published=date.fromisoformat(published))
    return {claim.span.of(article.text): claim for claim in factcheck.extract(article) if claim.quantity}


def ends(claim: Claim) -> list[str]:
    return [str(reading.end) for reading in claim.period.readings if reading.end]


def test_a_result_is_not_of_a_quarter_that_was_not_over() -> None:
    # Apple's year ends in September: its first quarter of 2018 is the last of 2017
    text = "# Apple posts Q1 2018 results\n\nRevenue was $88.3 billion in the quarter."
    assert ends(claims_of(text, "2018-02-01")["$88.3 billion"]) == ["2017-12-30"]


def test_of_a_label_without_a_year_the_season_just_past() -> None:
    text = "# Apple has a record Q1\n\nRevenue was $88.3 billion in the quarter."
    assert ends(claims_of(text, "2018-02-02")["$88.3 billion"]) == ["2017-12-30"]


def test_the_year_behind_what_the_quarter_describes() -> None:
    text = "Apple's first-quarter revenue for fiscal 2018 was $88.3 billion."
    assert ends(claims_of(text, "2018-02-01")["$88.3 billion"]) == ["2017-12-30"]


def test_what_had_been_expected_was_of_the_quarter_told_of() -> None:
    text = (
        "# Apple's first-quarter results\n\nRevenue for the quarter was $88.3 billion. Going into its first quarter, "
        "Apple had guided for revenue of $84 billion to $87 billion."
    )
    assert ends(claims_of(text, "2018-02-01")["$84 billion to $87 billion"]) == ["2017-12-30"]


def test_a_later_quarter_of_last_year_in_the_results_of_the_first() -> None:
    text = "# Castell's Q1 results\n\nRevenue rose 13 % in the quarter.\n\nRevenue had grown 12 % in Q4."
    found = claims_of(text, "2025-05-02")
    assert "2024-12-31" in ends(found["12 %"])


def test_the_quarter_before_is_not_the_one_reported_on() -> None:
    text = (
        "After a loss in its third quarter of 2024, Castell posted a profit.\n\nRevenue grew 12 % in the fourth quarter "
        "to $7.2 billion.\n\nNet income for the quarter was $139 million."
    )
    assert ends(claims_of(text, "2025-01-30")["$139 million"]) == ["2024-12-31"]


def test_the_time_of_what_a_fall_began_with() -> None:
    text = (
        "# Castell's third quarter of 2025\n\nNet income was reported as $8.7 billion, a 41 % drop from the $14.7 billion "
        "reported in the third quarter of 2024."
    )
    found = claims_of(text, "2025-10-20")
    assert found["$14.7 billion"].prior
    assert ("2024-09-30" in ends(found["41 %"]), "2025-09-30" in ends(found["41 %"])) == (False, True)


def test_the_quarter_since_which_a_level_is_the_lowest() -> None:
    text = (
        "# Castell's fourth quarter of 2018\n\nIt was the first time since the first quarter of 2017 when it posted an "
        "operating profit of $9.9 billion."
    )
    assert "2017-03-31" in ends(claims_of(text, "2019-01-08")["$9.9 billion"])


def test_a_full_year_without_its_number_is_the_last_that_was_over() -> None:
    found = claims_of("Tesco reported full-year revenue of £63.9 billion.", "2019-04-10")["£63.9 billion"]
    assert "2019-02-23" in ends(found)


def test_words_that_a_dated_article_does_not_place_hang_on_no_missing_date() -> None:
    found = claims_of("Food prices rose 0.6 %, against 0.5 % in the same period last year.", "2017-12-12")
    assert not any(claim.period.open_anchor for claim in found.values())


def test_two_things_expected_in_one_sentence() -> None:
    text = (
        "Castell expects sales to reach $243 million in 2026, up 1.6 % from 2025, and operating profit to rise 9.8 % to "
        "$58 million."
    )
    assert claims_of(text, "2025-11-01")["$58 million"].metric == "operating-income"


def test_a_fiscal_year_named_by_its_start_where_the_owners_name_would_be_a_year_old() -> None:
    text = "Toyota's revenues slumped 40.4 % in the first quarter of fiscal 2020."
    assert ends(claims_of(text, "2020-08-06")["40.4 %"]) == ["2020-06-30"]
    assert ends(claims_of(text, "2019-08-06")["40.4 %"]) == ["2019-06-30"]


def test_what_a_share_did_is_of_no_quarter() -> None:
    text = "# Castell's third-quarter results\n\nShares of Castell rallied 14 % on the news."
    assert not claims_of(text, "2018-10-16")["14 %"].period.is_known


def test_the_time_of_a_count_in_its_own_clause() -> None:
    text = "# Castell in Q3 2018\n\nThis was a step above the 5 million subscribers that the company gained in Q2 2018."
    assert "2018-06-30" in ends(claims_of(text, "2018-10-18")["5 million subscribers"])


def test_a_figure_keeps_the_year_behind_it_when_a_which_clause_tells_the_next() -> None:
    text = "Castell had sales of $1.33 billion in 2017, which rose to $1.38 billion in 2018."
    found = claims_of(text, "2019-02-01")
    assert ends(found["$1.33 billion"]) == ["2017-12-31"]
    assert "2018-12-31" in ends(found["$1.38 billion"])


def test_last_season_counts_nothing() -> None:
    assert claims_of("Brackley scored 14 goals last season.", "2025-09-01")["14 goals"].metric == "goals"
    assert (
        claims_of("Brackley's attendance last season was 14,200.", "2025-09-01")["14,200"].metric
        == "attendance"
    )
    assert (
        claims_of("Brackley had revenue of £412,000 last season.", "2025-09-01")["£412,000"].metric
        == "revenue"
    )


def test_what_a_title_foresees_is_not_the_quarter_reported() -> None:
    text = (
        "# Castell projects net sales will climb by at least 23 % in Q3\n\nCastell's net sales increased 39 % to $52.9 billion "
        "in the second quarter, compared with $38.0 billion in second quarter 2017."
    )
    found = claims_of(text, "2018-07-26")
    assert "2018-06-30" in ends(found["39 %"])
    assert ends(found["$38.0 billion"])[0] == "2017-06-30"


def test_what_a_company_offers_is_not_the_company() -> None:
    text = "# Castell's results\n\nCastell reported on Thursday. The map-drawing service's revenue rose 49 % in 2024."
    assert not claims_of(text, "2025-02-01")["49 %"].entity.id.startswith("~castell")
