"""Constructions that tell whose a figure is, what it measures and when it held, each in a sentence of our own."""

from __future__ import annotations

import pytest

from factcheck.claim import Claim
from tests.extract.reading import claims_of, labels


def test_respectively_deals_figures_out_to_names() -> None:
    found = claims_of("Castell and Norvane shipped 2.1 million and 1.9 million phones respectively.")
    assert [claim.entity.name for claim in found.values()] == ["Castell", "Norvane"]


def test_respectively_deals_figures_out_to_metrics_and_times() -> None:
    found = claims_of("Revenue and net income at Castell Foods rose 4 % and 9 %, respectively, in 2024.")
    assert [found[figure].metric for figure in ("4 %", "9 %")] == ["revenue", "net-income"]
    found = claims_of(
        "Castell Foods spent $5 million and $7 million in 2023 and 2024, respectively, on vans."
    )
    assert ["2023" in labels(found["$5 million"]), "2024" in labels(found["$7 million"])] == [True, True]


def test_the_former_and_the_latter() -> None:
    text = "Castell and Norvane are closing shops; the former expects savings of $95 million, the latter $60 million."
    found = claims_of(text)
    assert found["$95 million"].entity.name == "Castell"
    assert found["$60 million"].entity.name == "Norvane"


def test_a_company_named_before_in_the_sentence() -> None:
    text = "Sales at Quarry Logistics were flat; finance chief Ada Dorsey denied that the haulier had cut 400 jobs."
    assert claims_of(text)["400 jobs"].entity.name == "Quarry Logistics"


def test_two_companies_named_before_leave_a_doubt() -> None:
    text = "Harrow Foods sued Velden Dairy, and the company cut 400 jobs."
    assert claims_of(text)["400 jobs"].entity.ambiguous


@pytest.mark.parametrize(
    ("text", "figure", "group"),
    [
        ("A rash was seen in 12 of 214 patients on the drug.", "214 patients", "drug"),
        ("Headache was reported by 3 % of those given a dummy pill.", "3 %", "dummy pill"),
        ("In the placebo group, 41 people fell ill.", "41 people", "placebo"),
    ],
)
def test_groups_of_a_study_are_kept_apart(text: str, figure: str, group: str) -> None:
    assert dict(claims_of(text)[figure].scope)["group"] == group


def test_a_base_is_dated_by_the_time_behind_it() -> None:
    found = claims_of("Waits for a hip operation rose to 62 weeks from 33 weeks in 2019.")
    assert found["33 weeks"].prior
    assert "2019" not in labels(found["62 weeks"])


def test_what_a_participle_says_belongs_to_its_figure() -> None:
    found = claims_of(
        "Temperatures in Sorrel hit 43.6 °C on Sunday, breaking the record of 42.9 °C set in 2003."
    )
    assert labels(found["42.9 °C"]) == {"2003"}


def test_a_forecast_that_a_result_is_held_against() -> None:
    found = claims_of(
        "Employers added 22,000 jobs in August, fewer than the 75,000 that economists had forecast."
    )
    assert found["75,000"].modality == "forecast"
    assert labels(found["75,000"]) == labels(found["22,000 jobs"]) == {"2025-08"}


CALL = "Harbour Line Q3 2023 earnings call"


def test_guidance_that_was_given_before() -> None:
    text = (
        "We are raising the full-year 2023 guide. We are glad of our people. We expect adjusted earnings per share "
        "to be in the range of $2.52 to $2.58, and that's up from $2.44 to $2.54 previously."
    )
    found = claims_of(text, CALL)
    for figure in ("$2.52 to $2.58", "$2.44", "$2.54"):
        assert found[figure].modality == "forecast"
        assert "2023" in labels(found[figure])
    assert [found[figure].prior for figure in ("$2.52 to $2.58", "$2.44", "$2.54")] == [False, True, True]


def test_when_somebody_told_it_is_not_when_it_holds() -> None:
    text = (
        "We are proud of our people. Turning to our guidance for 2023, we are pleased. We expect sales to grow "
        "10 % to 12 %, and that was 5 % to 7 % when we spoke to you in January."
    )
    found = claims_of(text, CALL)
    assert "2023" in labels(found["10 % to 12 %"])
    assert found["5 % to 7 %"].prior


def test_a_part_is_measured_in_what_the_part_before_it_was() -> None:
    text = (
        "We had a good year. We thank our people. In Motion, sales were up 10 % to $388 million.\n"
        "Thermal was flattish, down 1 % to $211 million, with Europe weaker. We sold our yard."
    )
    found = claims_of(text, CALL)
    assert found["$211 million"].metric == found["$388 million"].metric == "revenue"
    assert found["1 %"].direction == "down"


def segment(claim: Claim) -> str | None:
    return dict(claim.scope).get("segment")


def test_a_speech_tells_of_the_part_it_has_turned_to() -> None:
    text = (
        "We had a good year. We thank our people. We grew.\nTurning to Specialty Glass.\nSales were $518 million.\n"
        "Fourth-quarter net income was $92 million, down 4 % year over year.\n"
        "Finally, moving on to our Drug Packaging business.\nFourth-quarter net income was $49 million.\n"
        "Consolidated net income was $540 million.\nSales were $3.7 billion.\n"
    )
    found = claims_of(text, CALL)
    assert [segment(found[figure]) for figure in ("$518 million", "$92 million", "4 %")] == [
        "specialty glass"
    ] * 3
    assert segment(found["$49 million"]) == "drug packaging"
    assert [segment(found[figure]) for figure in ("$540 million", "$3.7 billion")] == [None, None]


def test_a_speech_that_turns_to_no_part() -> None:
    opening = "We had a good year. We thank our people. We grew.\nTurning to Specialty Glass.\nSales were $518 million.\n"
    for turn in ("Turning to cash flow.", "Moving to Slide 11.", "Turning now to our outlook for the year."):
        found = claims_of(f"{opening}{turn}\nSales were $3.7 billion.\n", CALL)
        assert segment(found["$3.7 billion"]) is None, turn


def test_adjusted_results_are_the_companys() -> None:
    text = (
        "We had a good year. We thank our people. We grew.\nIn Appliances, sales rose 9 % to $240 million.\n"
        "Adjusted operating income was $734 million.\n"
    )
    found = claims_of(text, CALL)
    assert segment(found["$240 million"]) == "appliance"
    assert segment(found["$734 million"]) is None


def test_the_segment_of_its_owner() -> None:
    text = "We are proud. We thank you. We grew. Operating income of our Mill Services segment of $79.3 million rose 18 %."
    claim = claims_of(text, CALL)["$79.3 million"]
    assert (claim.metric, segment(claim)) == ("operating-income", "mill service")


def test_segments_of_one_name_in_two_countries() -> None:
    text = (
        "We are proud. We thank you. We grew. Our U.S. Building Services segment had growth in operating income of 13.9 %. "
        "Our U.K. Building Services segment had growth in operating income of 31.7 %."
    )
    found = claims_of(text, CALL)
    places = [dict(found[figure].scope).get("place") for figure in ("13.9 %", "31.7 %")]
    assert places == ["united-states", "united-kingdom"]


def test_this_segment_is_not_the_company() -> None:
    text = "We are proud. We thank you. We grew. Leaving out what we bought, this segment's revenues increased 17.2 %."
    claim = claims_of(text, CALL)["17.2 %"]
    assert (segment(claim), claim.entity.ambiguous) == ("segment", True)


def test_the_base_of_a_comparison_may_be_judged() -> None:
    text = "We are proud. We thank you.\nSales were down 5 % year over year versus a strong Q4 in 2020."
    assert "2020" not in " ".join(labels(claims_of(text, CALL)["5 %"]))


def test_what_recurs_in_a_streak() -> None:
    text = "That makes it six straight quarters of share gains at Castell Foods."
    assert claims_of(text)["six straight quarters"].metric == "~share"


def test_a_plan_for_a_known_metric_is_the_metric_planned() -> None:
    claim = claims_of("Castell Foods is holding its capex plan at $390 million.")["$390 million"]
    assert (claim.metric, claim.modality) == ("capital-expenditure", "planned")


def test_a_share_of_the_company_is_no_growth() -> None:
    text = "In automotive, revenue was $214 million, that's up 12 %, and it's now 44 % of the company. We are glad. We thank you."
    found = claims_of(text, CALL)
    assert found["44 %"].measure == "share"
    assert (found["12 %"].measure, dict(found["12 %"].scope)["segment"]) == ("change", "automotive")


def test_crude_by_its_name() -> None:
    found = claims_of(
        "Brent crude for January delivery fell $2.10, or 3.1 %, to settle at $65.62 a barrel on Tuesday."
    )
    assert {claim.entity.id for claim in found.values()} == {"brent"}
    assert {next(iter(labels(claim))) for claim in found.values()} == {"2025-11-25"}


def test_cents_a_share_are_not_millions() -> None:
    found = claims_of(
        "Net income was $36.2 million, or $0.58 per diluted share, versus $31.9 million a year earlier."
    )
    quantity = found["$0.58 per diluted share"].quantity
    assert quantity is not None
    assert float(quantity.low) == 0.58


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        ("Like-for-like sales at Bellmere's pub arm were 2.7 % ahead last year.", "2.7 %", "Bellmere"),
        ("Marlow Biotech (MLBT) shares cratered 38 % premarket.", "38 %", "Marlow Biotech"),
        ("Reservoirs serving the capital are 38 % full.", "38 %", "Reservoirs"),
        ("Tamsin says 70 % of users have left.", "70 %", "Tamsin"),
        ("The jab was 87 % effective, a study found.", "87 %", "jab"),
        (
            "Copper hit a high as Corvel cut its 2025 output forecast to 1.34 million tonnes.",
            "1.34 million tonnes",
            "Corvel",
        ),
        ("“We ran 119 kilometres,” said Fenton manager Ilse Bakker.", "119 kilometres", "Fenton"),
        ("Hilda Kray, who owns 340 hectares near Dolna, is a widow.", "340 hectares", "Hilda Kray"),
    ],
)
def test_whose_figure_it_is(text: str, figure: str, entity: str) -> None:
    assert claims_of(text)[figure].entity.name == entity


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("Copper hit $11,200 a tonne on Friday.", "$11,200 a tonne", "~price"),
        ("Fraud cost pensioners £1.1bn last year.", "£1.1bn", "~cost"),
        ("Officers found 640 kilos of cannabis, worth €3.2m, in a lorry.", "€3.2m", "~value"),
        ("A 29-year-old man was fined £480.", "29-year-old", "~age"),
        ("Its larger rival Nexa Devices took in €9.6 billion.", "€9.6 billion", "revenue"),
        ("Malaria killed 597,000 people, three-quarters of them children.", "three-quarters", "deaths"),
        ("The union put losses at 640 million crowns.", "640 million crowns", "~loss"),
        ("Mirova's central bank targets inflation of 2 % and has kept rates steady.", "2 %", "inflation"),
        ("Coral cover has halved since 1985, the institute's survey of 87 sites found.", "87 sites", "~site"),
    ],
)
def test_what_it_measures(text: str, figure: str, metric: str) -> None:
    assert claims_of(text)[figure].metric == metric


def test_what_economists_had_expected_is_of_the_figure_before() -> None:
    text = "Consumer prices in Mirova rose 2.4 % in August. Economists had expected 2.6 %."
    found = claims_of(text)
    assert (found["2.6 %"].metric, found["2.6 %"].modality) == (found["2.4 %"].metric, "forecast")
    assert labels(found["2.6 %"]) == {"2025-08"}


def test_the_base_of_a_rise_has_its_own_month() -> None:
    found = claims_of("Prices in Mirova rose 2.4 % from a year earlier after a 2.9 % increase in July.")
    assert "2025-07" not in labels(found["2.4 %"])


def test_the_month_of_the_first_result_holds_for_those_that_state_none() -> None:
    text = "Unemployment in Mirova was 4.1 % in September.\n\nYouth unemployment was 11.3 %."
    assert labels(claims_of(text)["11.3 %"]) == {"2025-09"}


def test_shares_among_shares() -> None:
    text = "Harrow Solar shares slid 12.6 % on Thursday. Rival Sunvale Energy fell 3.8 %, while Brightfield gained 1.2 %."
    assert {claim.metric for claim in claims_of(text).values()} == {"share-price"}


def test_what_patients_were_seen_within_is_no_forecast() -> None:
    text = "Half of patients at Kelby Infirmary were seen within four hours last month."
    assert claims_of(text)["four hours"].modality == "reported"


def test_a_year_looked_ahead_to_from_a_finished_one_is_the_next() -> None:
    text = "Castell sees FY revenue of $1.65 billion."
    assert labels(claims_of(text, "Castell Q4 2024 results")["$1.65 billion"]) == {"FY2025"}
    assert labels(claims_of(text, "Castell Q3 2024 results")["$1.65 billion"]) == {"FY2024"}


def test_growth_off_a_base_is_growth_of_that_base() -> None:
    found = claims_of(
        "Castell Power expects to grow 6 % to 8 % off the expected 2024 adjusted earnings per share."
    )
    assert found["6 % to 8 %"].metric == "earnings-per-share"


def test_what_is_reported_is_no_result_among_expectations() -> None:
    text = "Our expectations for full year 2025 are reported revenue growth of 14 % to 17 %. We are glad. We thank you."
    claim = claims_of(text, "Castell Q1 2025 earnings call")["14 % to 17 %"]
    assert (claim.modality, "2025" in labels(claim)) == ("forecast", True)


def test_a_figure_per_share_is_compared_with_one_that_does_not_say_so() -> None:
    text = "Earnings rose to $0.92 per share this year compared with $0.66 in the first quarter a year ago."
    assert claims_of(text)["$0.66"].metric == "earnings-per-share"


def test_capitals_are_no_last_names() -> None:
    text = "Prices at Peak Hollow OSB are firm. OSB revenue rose 30 %."
    assert claims_of(text)["30 %"].entity.name != "Peak Hollow OSB"


def test_an_article_about_two_is_about_one_of_them_in_each_paragraph() -> None:
    title = "Why Castell’s cars and Norvane’s chips both matter to investors now"
    text = (
        "Castell and Norvane grow. Norvane sells chips. Castell sells cars.\n\n"
        "Castell wants drivers. Castell trains them. The $300 million investment in Harrow Motors shows it.\n\n"
        "Norvane builds plants. Norvane has patents. Castell has none."
    )
    assert claims_of(text, title)["$300 million"].entity.name == "Castell"


def test_what_the_figure_leaves_out() -> None:
    text = "Orlo's revenue was $52 million. The figure, which excludes one-off items, was $38 million a year before."
    assert dict(claims_of(text)["$38 million"].scope) == {"accounting": "adjusted"}


def test_respectively_deals_figures_out_to_places() -> None:
    found = claims_of(
        "Orlo Foods had sales in China and Europe of $3 million and $5 million, respectively, in 2024."
    )
    assert [dict(found[figure].scope)["place"] for figure in ("$3 million", "$5 million")] == [
        "china",
        "europe",
    ]


def test_a_revised_figure_is_of_what_it_revises() -> None:
    text = "The economy of Mirova: gross domestic product grew 0.4 % in 2024, up from an earlier estimate of 0.2 %."
    found = claims_of(text)
    assert (found["0.2 %"].metric, found["0.2 %"].prior, found["0.2 %"].modality) == ("gdp", True, "forecast")
    assert labels(found["0.2 %"]) >= {"2024"}


def test_what_might_be_received_is_no_figure_of_before() -> None:
    text = "Orlo will pay the $5 million fine. If Orlo wins, it would receive $9 million."
    claim = claims_of(text)["$9 million"]
    assert (claim.metric, claim.modality) == ("", "hypothetical")


def test_imports_beside_exports_are_of_the_same_country() -> None:
    text = (
        "Exports from Veldor climbed 9.1 % to $38.4 billion in May 2025 and imports 4.0 % to $36.9 billion."
    )
    assert {claim.entity.name for claim in claims_of(text).values()} == {"Veldor"}


def test_while_sets_two_apart() -> None:
    found = claims_of("Gold slipped for a third straight week, while the euro was little changed at $1.1642.")
    assert found["$1.1642"].entity.name != "Gold"


def test_of_whom_the_rate_is_told_now() -> None:
    text = "In 2025, 21.4 % of pupils in Mirova were absent. In secondary schools the rate reached 25.8 %."
    assert dict(claims_of(text)["25.8 %"].scope).get("group") == "secondary school"


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        ("The quake struck 32 km south of the town.", "32 km", "~distance"),
        ("A blast 40 miles north-west of Osterby killed three people.", "40 miles", "~distance"),
        ("The ship sank 80 nautical miles off Cape Ferrin.", "80 nautical miles", "~distance"),
        ("The village lies 12 km from the border.", "12 km", "~distance"),
        ("The river dropped 3 cm from last week's peak.", "3 cm", "~river"),
        ("Two brothers were fined £1,200 apiece.", "£1,200", "fine"),
    ],
)
def test_where_something_is_and_what_each_one_got(text: str, figure: str, metric: str) -> None:
    assert claims_of(text)[figure].metric == metric


@pytest.mark.parametrize(
    "text",
    [
        "For 2023 through 2025, Castell expects to grow roughly 6% to 8% per year off the expected 2022 adjusted earnings per share.",
        "Adjusted earnings per share should grow 6% to 8% from 2022 levels for 2023 through 2025, Castell said.",
    ],
)
def test_the_year_that_growth_starts_from_does_not_date_it(text: str) -> None:
    read = claims_of(text)["6% to 8%"]
    assert (read.metric, read.measure, read.direction) == ("earnings-per-share", "change", "up")
    assert labels(read) == {"2023/2025"}


def test_a_year_before_a_unit_of_time_is_no_count_of_it() -> None:
    assert list(claims_of("Sales rose 6% over the strong 2020 quarter.")) == ["6%"]
    assert labels(claims_of("We believe our 2022 year-end count will be up about 20%.")["20%"]) == {
        "2022-END"
    }
    assert claims_of("Castell expects sales to grow 6% a year from 2022.")["6%"].basis == "per-year"
