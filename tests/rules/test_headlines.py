"""Headlines over one body: what they may make of its figures, and what is a slip."""

from __future__ import annotations

import pytest

from factcheck.finding import Finding
from factcheck.pipeline import article, check

BODIES = {
    "budget": """Marlow's city council adopted a budget of $212.6 million for 2026/27 on Tuesday, $9.8 million more than this year.

Property tax rises by 3.5 percent; the owner of a home worth $300,000 will pay $57 more a year. Police get $48 million, schools $71.4 million and roads $22 million.

Councillors voted 8-3. The mayor, Ruth Adeyemi, said the city had to repair 62 miles of road.""",
    "storm": """Storm Frieda cut power to 64,000 households along the coast on Sunday night. By noon on Monday 15,000 were still without.

Gusts of 143 kilometres an hour were measured at Skarvik lighthouse, the most in November since 1999. A woman of 71 died when a tree fell on her car.

Ferries will not sail before Wednesday. Insurers put the damage at 80 million crowns.""",
    "dam": """The reservoir behind Keddle dam is only 34 percent full, the water board said on Tuesday, the lowest level for September since records began in 1961. A year ago it held 71 percent.

From 1 October households in 17 towns must save water: 95 litres a day for each person, instead of 140 now. Farmers get half of their usual share.

The board is drilling eight wells at a cost of $12.6 million.""",
    "airport": """Velmora airport handled 18.7 million passengers in 2025, 4 percent more than the year before and almost as many as in 2019, when there were 19.2 million.

Flights numbered 141,000. The operator expects 19.5 million passengers in 2026 and wants to hire 450 people.

Revenue rose 8 percent to 612 million euros; profit was 94 million euros, against 81 million.""",
    "teachers": """Schools in Ardenne lack 1,340 teachers at the start of the term, the teachers' union said on Monday after asking 412 head teachers. A year ago it was 1,120.

Mathematics is worst off, with 290 vacant posts. One school in five has merged classes.

The education ministry puts the number of vacant posts at 870 and points to 560 newly trained teachers who start in November.""",
    "bakery": """Oatfield Bakeries said on Thursday it would close 14 of its 86 shops by the end of June, with the loss of 210 jobs.

The chain, which employs 1,900 people, made a loss of £4.2 million last year on sales of £61 million. A year earlier it had earned £1.1 million.

"Flour costs a third more than it did, and our customers have no third more to spend," chief executive Mara Linde said.""",
}
SOUND = [
    ("budget", "Marlow adopts $212.6 million budget"),
    ("budget", "Marlow's budget grows by nearly $10 million"),
    ("budget", "Marlow homeowners to pay $57 more"),
    ("budget", "Marlow council passes budget 8-3"),
    ("budget", "Marlow budget tops $200 million"),
    ("budget", "Property tax up 3.5% in Marlow"),
    ("budget", "A third of Marlow's budget goes to schools"),
    ("budget", "Police and schools get $119.4 million in Marlow"),
    ("storm", "Storm Frieda cuts power to 64,000 homes"),
    ("storm", "15,000 still without power after storm"),
    ("storm", "Storm Frieda: power back for 49,000 households"),
    ("storm", "Woman, 71, killed as storm batters coast"),
    ("storm", "Gusts of nearly 145 km/h as Frieda hits coast"),
    ("storm", "Frieda brings 89 mph gusts"),
    ("dam", "Reservoir two-thirds empty"),
    ("dam", "Keddle dam a third full"),
    ("dam", "Water to be rationed in 17 towns"),
    ("dam", "Households must do with less than 100 litres"),
    ("dam", "Keddle reservoir lowest in six decades"),
    ("dam", "Reservoir down 37 points in a year"),
    ("dam", "Eight new wells for $13 million"),
    ("airport", "Velmora airport counts 18.7 million passengers"),
    ("airport", "Velmora passes 18 million passengers"),
    ("airport", "Velmora expects 19.5 million passengers this year"),
    ("airport", "Velmora airport still half a million short of 2019"),
    ("airport", "Velmora airport earns 13 million euros more"),
    ("airport", "Velmora to hire 450"),
    ("airport", "Velmora airport's profit up 16%"),
    ("teachers", "Ardenne's schools short of more than 1,300 teachers"),
    ("teachers", "Union and ministry disagree: 1,340 or 870 teachers missing"),
    ("teachers", "220 more teachers missing than a year ago"),
    ("teachers", "A fifth of schools merge classes"),
    ("teachers", "20% of Ardenne's schools merge classes"),
    ("teachers", "Teacher gap grows by a fifth"),
    ("bakery", "Oatfield to close 14 shops, cut 210 jobs"),
    ("bakery", "Oatfield to shut one in six shops"),
    ("bakery", "Oatfield shrinks to 72 shops"),
    ("bakery", "Bakery chain cuts more than 200 jobs after £4.2m loss"),
    ("bakery", "Oatfield closures hit a tenth of staff"),
    ("bakery", "Oatfield slips from £1.1m profit to £4.2m loss"),
]
SLIPS = [
    ("budget", "Marlow adopts $221.6 million budget", "221.6"),
    ("budget", "Property tax to rise by 5.3 percent in Marlow", "5.3"),
    ("budget", "Marlow homeowners to pay $75 more a year", "75"),
    ("storm", "Storm Frieda cuts power to 46,000 households", "46,000"),
    ("storm", "Gusts of 134 kilometres an hour at Skarvik", "134"),
    ("dam", "Reservoir behind Keddle dam only 43 percent full", "43"),
    ("dam", "Households must save water in 71 towns", "71"),
    ("dam", "Households may use 59 litres a day each", "59"),
    ("dam", "Water board drills six wells", "six"),
    ("dam", "Wells will cost water board $16.2 million", "16.2"),
    ("airport", "Velmora airport handles 17.8 million passengers in 2025", "17.8"),
    ("airport", "Velmora airport wants to hire 540 people", "540"),
    ("airport", "Velmora airport's profit rises to 104 million euros", "104"),
    ("airport", "Velmora airport expects 21.5 million passengers in 2026", "21.5"),
    ("teachers", "Ardenne's schools lack 1,430 teachers", "1,430"),
    ("teachers", "Ministry: only 780 teachers missing", "780"),
    ("bakery", "Oatfield to close 41 shops, cut 210 jobs", "41"),
    ("bakery", "Oatfield to close 14 shops, cut 120 jobs", "120"),
    ("bakery", "Oatfield makes £2.4m loss", "2.4"),
]
MISSED = [
    ("budget", "Marlow to repair 82 miles of road"),
    ("storm", "Storm damage put at 90 million crowns"),
    ("storm", "Woman, 17, killed as storm batters coast"),
    ("teachers", "Schools lack 390 mathematics teachers"),
    ("teachers", "One school in four has merged classes"),
    ("bakery", "Bakery chain to cut 310 jobs"),
]


def found(body: str, headline: str) -> list[Finding]:
    """What is said of the headline's figures."""
    text = f"# {headline}\n\n{BODIES[body]}"
    report = check([article(text, "a.md")])
    within = len(headline) + 2
    return [
        one
        for one in report.findings
        if len(one.evidence) > 1 and any(e.start < within for e in one.evidence)
    ]


@pytest.mark.parametrize(("body", "headline"), SOUND)
def test_a_headline_rounds_adds_and_compares(body: str, headline: str) -> None:
    assert found(body, headline) == []


@pytest.mark.parametrize(("body", "headline", "figure"), SLIPS)
def test_a_slip_is_found(body: str, headline: str, figure: str) -> None:
    told = [
        one.quote
        for finding in found(body, headline)
        for one in finding.evidence
        if one.start < len(headline)
    ]
    assert any(figure in quote for quote in told)


@pytest.mark.parametrize(("body", "headline"), MISSED)
def test_what_is_missed_so_far_moves_up_when_it_is_found(body: str, headline: str) -> None:
    assert found(body, headline) == []
