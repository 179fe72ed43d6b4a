"""Whose a figure is and what it measures, where the words that tell stand apart from it; each in a sentence of our own."""

from __future__ import annotations

import pytest

from factcheck.claim import Claim
from tests.extract.reading import claims_of, labels


def one(text: str, figure: str) -> Claim:
    return claims_of(text)[figure]


@pytest.mark.parametrize(
    ("text", "figure", "metric"),
    [
        # what describes the subject is not the verb of the clause
        ("The share of parcels delivered by tram within a day fell to 61 %.", "61 %", "~parcel share"),
        ("The number of pupils taking lessons has risen to 8,140.", "8,140", "~pupil"),
        ("The number of boats that were seized after autumn raids increased by 20 %.", "20 %", "~boat"),
        ("The forecast is that yields will hit 16 million tonnes.", "16 million tonnes", "~yield"),
        (
            "Oil output in Norland rose by 4 % to reach 145 million tonnes.",
            "145 million tonnes",
            "~oil output",
        ),
        # what is put before its noun as a description
        ("The city faced $14 million in unfunded requests.", "$14 million", "~unfunded request"),
        # what grew stands behind the growth
        ("A survey of inns showed a gain of 3,100 kitchen jobs.", "3,100 kitchen jobs", "~kitchen job"),
        ("Cranes lifted 400 containers, registering a 3 % growth.", "3 %", "~container"),
        # what the words behind or before the figure name
        ("Councillors adopted it in a 4-1 vote.", "4-1", "~vote"),
        ("The Corrie blaze was 65 % contained by dusk.", "65 %", "~contained"),
        ("With recognition at 44 %, Lena Okafor would win.", "44 %", "~recognition"),
        ("A tremor of magnitude 6.2 struck the coast.", "6.2", "magnitude"),
        ("A 6.2-magnitude tremor struck the coast.", "6.2-magnitude", "magnitude"),
        ("A 6.2 magnitude tremor struck the coast.", "6.2", "magnitude"),
        ("The Corrie blaze has burned 54,000 acres.", "54,000 acres", "burned-area"),
        # what tells whom it is said of, or per what, measures nothing
        ("The salt content was 137 mg per cup of broth.", "137 mg per cup", "~salt content"),
        ("The survey showed the Larks with 14 %.", "14 %", ""),
        ("The council directs $10 million for ferries.", "$10 million", ""),
        ("Some 14,000 people remain stranded.", "14,000 people", "~people"),
        ("In all 12,000 fans came, 8,300 of whom paid.", "8,300", "~fan"),
        # what a measured thing loses is no loss
        ("Castell stock, which lost $5.61, is popular.", "$5.61", "share-price"),
    ],
)
def test_the_metric(text: str, figure: str, metric: str) -> None:
    assert one(text, figure).metric == metric


def test_what_a_firm_lost_in_a_year_is_its_net_loss() -> None:
    assert one("Castell Foods lost $5.6 million in 2024.", "$5.6 million").metric == "net-loss"


def test_an_index_that_moves_in_points_and_percent_is_one_level() -> None:
    found = claims_of("The Dow declined 68 points, or 0.4 %, to 17,850.91.")
    assert {claim.metric for claim in found.values()} == {"index-level"}


def test_a_bare_number_that_acts_counts_what_was_counted() -> None:
    found = claims_of("In all, 61 divers died of cold, 40 died of exhaustion, and 12 died of wounds.")
    assert [found[figure].metric for figure in ("61 divers", "40", "12")] == ["~diver"] * 3


def test_due_to_brings_in_why() -> None:
    assert one("Some 2,300 trees died due to drought.", "2,300 trees").scope == ()


def test_something_had_to_be_done_at_the_time_behind_it() -> None:
    claim = one("Some 4,400 guests had to wait in the hall in February 2025.", "4,400 guests")
    assert labels(claim) == {"2025-02"}


def test_where_is_the_place_right_before_it() -> None:
    claim = one(
        "Castell earned $90 million in Norway, where an extra $26 million came from ferries.", "$26 million"
    )
    assert dict(claim.scope) == {"group": "additional", "place": "norway"}


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        # who tells it, or foresees it, does not have it
        (
            "The ministry raised its forecast of Norway's corn imports to 2 million tonnes.",
            "2 million tonnes",
            "Norway",
        ),
        (
            "Norway's soy exports will reach 77 million tonnes, Sorrel Agri said.",
            "77 million tonnes",
            "Norway",
        ),
        ("A tremor of magnitude 6.2 struck, killing 14 people.", "14 people", "tremor"),
        ("A 6.2 magnitude tremor struck, killing 14 people.", "14 people", "6.2 magnitude tremor"),
        ("Exports fell 3 %, with some ports seeing declines of more than 50 %.", "50 %", "ports"),
        # a clause begins anew behind a figure and a comma
        ("Castell fell 6 % to $12, Norvane lost 3 % to $45, and Calder shed 2 % to $8.", "3 %", "Norvane"),
        ("Castell fell 6 % to $12, Norvane lost 3 % to $45, and Calder shed 2 % to $8.", "$45", "Norvane"),
        # whom the registry knows has what is "at" it; what comes from somebody is not theirs
        ("Revenue at Alibaba rose 4 %.", "4 %", "Alibaba"),
        ("The council accepted a £54m loan from the government.", "£54m", "council"),
        # what is measured in a place is that place's
        ("New registrations across Norway grew 7 %.", "7 %", "Norway"),
        # a verb before "about" and "more than"
        ("Ostara cut about 2,100 jobs.", "2,100 jobs", "Ostara"),
        ("The Larks said recently that its show drew 9,000 people.", "9,000 people", "its show"),
        ("The poll showed the Larks with 14 %.", "14 %", "Larks"),
        # the letters in brackets end nothing behind "with"
        (
            "No majority came out of it, with the Harbour Party (HP) winning 240 seats.",
            "240 seats",
            "Harbour Party",
        ),
    ],
)
def test_the_entity(text: str, figure: str, entity: str) -> None:
    assert one(text, figure).entity.name == entity


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A recent poll found that 55 % of plumbers would move.", "55 %"),
        ("Officials said it had consumed 15,000 acres.", "15,000 acres"),
    ],
)
def test_who_only_tells_of_it_has_nothing(text: str, figure: str) -> None:
    assert one(text, figure).entity.id == "article:a.md"


def test_whom_is_positioned_is_not_who_positions() -> None:
    text = "Synergies between Castell and Norvane create a giant, positioning both for 85 % market dominance."
    assert one(text, "85 %").entity.name != "Synergies"


def test_the_largest_of_a_place_has_its_share_of_that_place() -> None:
    claim = one("Castell Cloud, already Norway's largest with a 33 % market share, is growing.", "33 %")
    assert dict(claim.scope)["place"] == "norway"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Castell's 19 % surge may have priced in some of it.", "reported"),
        ("A 19 % surge may have followed.", "hypothetical"),
        ("The 19 % surge may go on.", "hypothetical"),
    ],
)
def test_what_may_be_is_not_the_surge_that_was(text: str, modality: str) -> None:
    assert one(text, "19 %").modality == modality


def test_the_verb_is_said_once_for_figures_behind_by() -> None:
    found = claims_of("Domestic burglary rose by 3 %, robbery by 1 % and arson by 5 %.")
    assert [found[figure].metric for figure in ("3 %", "1 %", "5 %")] == ["burglaries", "robberies", "~arson"]


def test_of_two_places_none_is_chosen() -> None:
    claim = one("Registrations fell in Germany and Norway, by 3 % and 4 %.", "4 %")
    assert dict(claim.scope)["place"] == "germany and norway"
    assert claim.entity.name not in ("Germany", "Norway")


def test_what_the_budget_is_for() -> None:
    claim = one("The budget directs $10 million for ferries.", "$10 million")
    assert (claim.metric, claim.scope) == ("budget", (("purpose", "ferry"),))


def test_the_week_that_ended() -> None:
    claim = one("Jobless claims rose to 388,000 in the week that ended October 11, 2025.", "388,000")
    assert "2025-10-05/2025-10-11" in labels(claim)


def test_waiting_to_start_at_a_time() -> None:
    claim = one("There were 8,998 people waiting to start treatment in August 2025.", "8,998 people")
    assert labels(claim) == {"2025-08"}


def test_a_month_before_a_noun_dates_that_noun() -> None:
    claim = one("Plans on the November ballot include $21 million for a harbour.", "$21 million")
    assert claim.entity.name == "Plans"


def test_what_some_saw_fall_is_what_the_sentence_measured() -> None:
    claim = one("Exports fell 3 %, with some ports seeing declines of more than 50 %.", "50 %")
    assert (claim.metric, claim.modality) == ("exports", "reported")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The court awarded $7 million in damages to the government.", "$7 million"),
        ("Okafor took 53 % of votes at Sunday's local ballot.", "53 %"),
        ("The council adopted the proposed $72 million budget.", "$72 million"),
    ],
)
def test_what_narrows_nothing_down(text: str, figure: str) -> None:
    assert one(text, figure).scope == ()


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("Harlow leads at home, but globally, it holds just 4 % of the market.", "4 %", "global"),
        ("Worldwide it sold 12,000 cars in June.", "12,000 cars", "global"),
        ("Nationwide, unemployment rose to 5.1 %.", "5.1 %", "national"),
        ("The chain has 4,100 shops around the world and 300 workers in Ghent.", "300 workers", None),
        ("Global sales rose 3 %.", "3 %", "global"),
    ],
)
def test_an_adverb_says_where_a_figure_holds(text: str, figure: str, place: str | None) -> None:
    found = dict(one(text, figure).scope).get("place")
    assert found == place if place else found not in ("global", "national")


def test_a_place_behind_and_belongs_to_the_next_figure() -> None:
    found = claims_of("Sales came to $4 billion, and in Norway to $1 billion.")
    assert "place" not in dict(found["$4 billion"].scope)


def test_a_second_range_with_from_is_no_base() -> None:
    text = "Profit could range from $0.42 to $0.57 a share on a GAAP basis and from $0.72 to $0.87 on a non-GAAP basis."
    assert [claim.prior for claim in claims_of(text).values()] == [False, False]


def test_a_time_of_the_subjects_own_outweighs_the_one_the_clause_opens_with() -> None:
    text = "Without the charge of the prior year quarter, second quarter net income of $23.4 million was up 73 %."
    assert [one(text, figure).period.label for figure in ("$23.4 million", "73 %")] == [
        "2025-Q2",
        "2025-Q2",
    ]
    assert not one(text, "$23.4 million").prior


def test_a_sum_or_its_percentage_share_what_they_are_compared_with() -> None:
    text = (
        "Orders rose $7 million from the prior quarter and were up $21 million or 27 % versus the prior year."
    )
    assert one(text, "$21 million").basis == one(text, "27 %").basis == "year-on-year"
    assert one(text, "$7 million").basis == "quarter-on-quarter"
