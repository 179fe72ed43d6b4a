"""Two of a kind in one sentence: each figure has its own place, owner, time and metric. Sentences of our own."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.extract.reading import claims_of, labels


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("There were 27 murders in Port Selwyn last year and 19 in Duncairn.", "19", "Duncairn"),
        ("Castell shares have risen 16% since January, while the S&P 500 has climbed 7%.", "7%", "S&P 500"),
        (
            "Kestrel Foods' revenue grew 3% in May, while that of Marlow Dairy shrank 2%.",
            "2%",
            "Marlow Dairy",
        ),
        ("Kestrel Foods' sales rose 3%, and those of rival Marlow Dairy fell 2%.", "2%", "Marlow Dairy"),
    ],
)
def test_whose(text: str, figure: str, name: str) -> None:
    assert claims_of(text)[figure].entity.name == name


def test_an_index_has_no_share_price() -> None:
    claim = claims_of("Castell shares rose 16%, while the S&P 500 climbed 7%.")["7%"]
    assert claim.metric == "index-level"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Forty people were killed and 112 injured when the bridge fell.", "112"),
        ("12 people died and 112 were hurt in the crash.", "112"),
        ("12 people died and 112 others were wounded.", "112"),
    ],
)
def test_the_injured_did_not_die(text: str, figure: str) -> None:
    assert claims_of(text)[figure].metric == "injuries"


def test_the_missing_did_not_die() -> None:
    assert claims_of("40 people were killed, and 30 are missing.")["30"].metric != "deaths"


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("Sales rose 3% in the second quarter of 2025 and 2% in the first.", "2%", "2025-Q1"),
        ("Spending will be £23.4 million next year, up from £17 million this year.", "£17 million", "2025"),
    ],
)
def test_when(text: str, figure: str, label: str) -> None:
    assert label in labels(claims_of(text)[figure])


def test_what_is_so_now_is_no_forecast() -> None:
    claim = claims_of("The minimum wage will rise to €14.60 an hour in 2027 from €12.82 now.")["€12.82"]
    assert (claim.modality, claim.period.is_known) == ("reported", False)


def test_from_and_to_are_no_range() -> None:
    claims = claims_of("Maternity deaths doubled from six to 12.")
    assert [claims[figure].quantity.low for figure in ("six", "12")] == [Fraction(6), Fraction(12)]  # type: ignore[union-attr]


def test_a_weight_is_no_rumour() -> None:
    claims = claims_of(
        "The bear, weighing 420 kilograms, was found. Castell is weighing a bid of $4 billion."
    )
    assert [claims[figure].modality for figure in ("420 kilograms", "$4 billion")] == ["reported", "rumoured"]


@pytest.mark.parametrize(
    ("text", "figure", "metric", "prior"),
    [
        ("The crowd was 87,412, compared with a capacity of 88,900.", "88,900", "capacity", False),
        ("Inflation was 3.1%, compared with a target of 2%.", "2%", "", False),
        (
            "The region has 2.4 doctors per 1,000 people, less than the national average of 3.7.",
            "3.7",
            "",
            False,
        ),
        ("Sales were $50 million, versus an average of $40 million in 2024.", "$40 million", "revenue", True),
    ],
)
def test_a_yardstick_is_of_no_earlier_time(text: str, figure: str, metric: str, prior: bool) -> None:
    claim = claims_of(text)[figure]
    assert (claim.metric, claim.prior) == (metric, prior)


def test_a_base_in_brackets_has_the_time_before_it() -> None:
    claim = claims_of("Revenue: £412m, up 4% (H1 2024: £396m).")["£396m"]
    assert claim.prior and "2024-H1" in labels(claim)


def test_the_estimate_that_was_topped_is_one() -> None:
    claim = claims_of("Earnings were $1.02 a share, topping the average analyst estimate of 98 cents.")[
        "98 cents"
    ]
    assert (claim.metric, claim.modality) == ("earnings-per-share", "forecast")
