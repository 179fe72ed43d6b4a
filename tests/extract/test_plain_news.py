"""Ordinary sentences of news: what is told beside, before or behind a figure gives it its place, time, measure and meaning."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims_of, labels, scope


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("GDP rose 0.4% in the second quarter after a 0.1% fall in the first.", {"0.4%": "2025-Q2", "0.1%": "2025-Q1"}),
        ("The share of coal fell from 27% to 11.6% between 2000 and 2024.", {"27%": "2000", "11.6%": "2024"}),
        ("Between 2000 and 2024 the number of farms fell from 2,100 to 1,900.", {"2,100": "2000", "1,900": "2024"}),
        ("The town grew 12% between 2010 and 2020, to 43,000 people.", {"12%": "2010/2020", "43,000 people": "2020"}),
        ("The number of banks is 61, down from 66 in 2024 and 69 in 2023.", {"66": "2024", "69": "2023"}),
        ("The toll was 61, up from 58 on Tuesday and 12 on Monday.", {"58": "2025-11-25", "12": "2025-11-24"}),
        ("Approvals for house purchase rose to 64,200 in June from 63,300 the previous month.", {"63,300": "2025-05"}),
        ("Sales were £18.4 million in the first half (2024: £17.1 million).", {"£18.4 million": "2025-H1", "£17.1 million": "2024-H1"}),
        ("A flat that cost £210,000 in 2015 now sells for £340,000.", {"£210,000": "2015", "£340,000": ""}),
        ("Debt, which peaked at $3.4 billion in 2022, now stands at $2.2 billion.", {"$3.4 billion": "2022", "$2.2 billion": ""}),
        ("Reservoirs are at 58% of capacity, 17 points lower than at this time last year.", {"58%": "", "17 points": ""}),
        ("July was mild, 1.3 degrees above the 1991-2020 average.", {"1.3 degrees": "2025-07"}),
        ("Velo Group aims to lift its operating margin to 15% by 2027 from 11.6% last year.", {"11.6%": "2024"}),
        ("The stock closed at $48.15 on Friday, up 2.6% on the day and 19% since January.", {"2.6%": "2025-11-21"}),
        ("Only 61% of trains ran on time in June, against a target of 85%.", {"61%": "2025-06", "85%": "2025-06"}),
    ],
)  # fmt: skip
def test_each_figure_has_its_own_time(text: str, periods: dict[str, str]) -> None:
    claims = claims_of(text)
    told = {figure: "|".join(sorted(labels(claims[figure]) - {"FY" + want, "FY2025-H1", "FY2024-H1"})) for figure, want in periods.items()}  # fmt: skip
    assert told == periods


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kestrel's sales rose 5% in Europe and 7% in Asia.", {"5%": "europe", "7%": "asia"}),
        ("Castellan said sales fell 4% in Europe, and in Japan 2%.", {"4%": "europe", "2%": "japan"}),
        ("In Europe sales rose 4%, in Asia 2%, Brightmoor said.", {"4%": "europe", "2%": "asia"}),
    ],
)
def test_a_place_said_anew_holds_for_its_own_figure(text: str, places: dict[str, str]) -> None:
    claims = claims_of(text)
    assert {figure: scope(claims[figure])["place"] for figure in places} == places
    assert len({claims[figure].entity.id for figure in places}) == 1


def test_figures_of_two_places_are_of_those_places() -> None:
    claims = claims_of("Sales rose 5% in Germany and 7% in France.")
    assert [claims[figure].entity.id.partition("#@")[2] for figure in ("5%", "7%")] == ["germany", "france"]


@pytest.mark.parametrize(
    ("text", "figure", "modality"),
    [
        ("Revenue was $840 million, beating the $820 million consensus.", "$820 million", "forecast"),
        (
            "Retail sales fell 0.6% in June, against economists' forecasts for a 0.2% rise.",
            "0.2%",
            "forecast",
        ),
        (
            "Employers added 73,000 jobs, fewer than the 110,000 forecast by economists.",
            "110,000",
            "forecast",
        ),
        ("Only 61% of trains ran on time, against a target of 85%.", "85%", "target"),
        ("Holloway Stores plans to open 45 shops this year and close 12.", "12", "planned"),
        ("Prosecutors are seeking 18 years in prison for Daley.", "18 years", "target"),
        ("Unions demand a 7% pay rise.", "7%", "target"),
        ("Revenue of $45 million rose 4%.", "$45 million", "reported"),
    ],
)
def test_what_is_wanted_or_foreseen_is_no_fact(text: str, figure: str, modality: str) -> None:
    assert claims_of(text)[figure].modality == modality


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Revenue rose to $820 million (previously $790 million).", "$790 million"),
        ("Unemployment was 4.2% (4.1% previously).", "4.1%"),
        ("Profit rose 4% relative to $45 million in 2020.", "$45 million"),
    ],
)
def test_what_was_before_is_a_base(text: str, figure: str) -> None:
    assert claims_of(text)[figure].prior


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        ("Altura, based in Denver, reported revenue of $310 million.", "$310 million", "~altura"),
        ("Insurer Maplecross reported revenue of $480 million.", "$480 million", "~maplecross"),
        ("Mayor Teresa Coyle won 54% of the vote.", "54%", "~teresa coyle"),
        ("Shares in Quillon Networks fell 11.3% on Thursday.", "11.3%", "~quillon networks"),
        ("Operating profit at Sundqvist, a maker of lifts, dropped by a fifth.", "a fifth", "~sundqvist"),
    ],
)
def test_who_is_meant(text: str, figure: str, entity: str) -> None:
    assert claims_of(text)[figure].entity.id == entity


def test_many_who_are_led_are_no_name() -> None:
    assert (
        claims_of("Analysts, led by Dana Holt, expected revenue to rise 4%.")["4%"].entity.id != "~analysts"
    )


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("The crash left 12 dead.", "12", "deaths"),
        ("A fight left three injured.", "three", "injuries"),
        ("The plan cut costs by 22% compared with 2023.", "22%", "~cost"),
        ("Obesity among adults dropped to 37.0% from a peak of 39.9% in 2022.", "39.9%", "~obesity"),
        ("Sales resulted in revenue exceeding $5 million.", "$5 million", "revenue"),
        ("Harlow's share of the electric van market slipped to 14%.", "14%", "market-share"),
        ("The bridge is 18 months behind schedule and $400 million over budget.", "$400 million", ""),
        ("Demand was up 12% relative to 2020.", "12%", "~demand"),
        ("Total assets under management were $612 billion.", "$612 billion", "assets-under-management"),
    ],
)
def test_what_is_measured(text: str, figure: str, metric: str) -> None:
    assert claims_of(text)[figure].metric == metric


def test_a_stake_in_a_company_is_in_no_place() -> None:
    claim = claims_of("Carrow Partners sold a 25% stake in Windle Water.")["25%"]
    assert scope(claim) == {"target": "~windle water"}


def test_growth_of_an_economy_has_no_basis_unless_somebody_says() -> None:
    assert claims_of("The economy grew 0.4% in the second quarter.")["0.4%"].basis is None
    assert (
        claims_of("The economy grew 1.4% in the second quarter from a year earlier.")["1.4%"].basis
        == "year-on-year"
    )


def test_a_month_named_behind_is_what_the_change_is_measured_against() -> None:
    claims = claims_of("House prices were 3.9% higher than a year ago in June but 0.2% lower than in May.")
    assert [claims[figure].basis for figure in ("3.9%", "0.2%")] == ["year-on-year", "month-on-month"]
