"""Words beside a number that decide how it is read: each with a sentence where the same words decide otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

import factcheck

CASES: list[tuple[str, list[tuple[object, str | None]]]] = [
    # once, twice, and a single one
    ("He was stabbed twice in the chest.", [(2, "time")]),
    ("The pool is cleaned twice a week.", [(2, "time per week")]),
    ("The bill failed twice this year.", [(2, "time")]),
    ("Prices are twice this year's budget.", [(2, "times")]),
    ("It sold twice as many cars.", [(2, "times")]),
    ("Voters may think twice about it.", []),
    ("They held the seat by a single vote.", [(1, "vote")]),
    ("They took a step away from a single supplier, without a single complaint.", []),
    ("A single mother spoke first about the single market.", []),
    # part of how many
    ("One farm in eight has a well.", [("1/8", None)]),
    ("She scored one goal in six games.", [(1, "goal"), (6, "game")]),
    # what is counted stands behind a measure, and names hold numbers
    ("They put up seven 30-metre masts.", [(7, "mast"), (30, "metre")]),
    ("The block has 24 three-bedroom flats.", [(24, "flat"), (3, "bedroom")]),
    ("The army lost 12 Tiger 3B tanks and 40 K-7s.", [(12, "Tiger 3B tank"), (40, "K-7")]),
    ("An airline bought 30 Boeing 737 jets.", [(30, "Boeing 737 jet")]),
    ("The navy wants 60 B-220neo drones.", [(60, "B-220neo drone")]),
    ("It beats at 4e14 s-1.", [(400000000000000, "per second")]),
    ("He was charged under section 12A and rule 4.15.", []),
    ("A fuse of 12A blew at a rate of 4.15.", [(12, "ampere"), ("4.15", None)]),
    # rates behind what is counted, and of a symbol
    ("She drinks six cups of tea a day.", [(6, "cup per day")]),
    ("Plums cost Rs 60-70 a kg.", [((60, 70), "Indian rupee per kilogram")]),
    ("The lake warms by 0.2C a decade.", [("0.2", "degree Celsius per decade")]),
    ("The shaft goes 1,500m into the hill.", [(1500, "metre")]),
    ("The fund put 1,500m people into work.", [(1500000000, "people")]),
    ("It was dry in nine of the past 12 years.", [(9, "year"), (12, "year")]),
    ("The motion fell by 41 votes to 38 after a row.", [(41, "vote"), (38, "vote")]),
    (
        "Their sons Tom, 12, Ned, 9 and Max, 4 were safe.",
        [(12, "year of age"), (9, "year of age"), (4, "year of age")],
    ),
    ("It won 2 million, not the 3 million analysts had expected.", [(2000000, None), (3000000, None)]),
    ("The bank polled the 30 analysts who had left.", [(30, "analyst")]),
    (
        "A 16-ball 30 was filmed with a 48MP camera at 60fps.",
        [(16, "ball"), (30, None), (48, "megapixel"), (60, "frame per second")],
    ),
    ("Some 30 MP candidates came.", [(30, "MP candidate")]),
    ("Costs fell in the 12 months to May 2024.", [(12, "month")]),
    ("A coat costs CAN$80, or AUS$90.", [(80, "Canadian dollar"), (90, "Australian dollar")]),
    # names that are numbered, and what is spoken of in millions
    ("Phase 3 trials of 40 patients with type 2 diabetes ended.", [(40, "patient")]),
    ("Some 3 trials ended in a type of 12 tests.", [(3, "trial"), (12, "test")]),
    ("The number out of work fell from 2.7m in May to 2.6m in June.", [(2700000, None), (2600000, None)]),
    ("The lake rose from 2.7m in May to 2.6m in June.", [("2.7", "metre"), ("2.6", "metre")]),
    ("She made 20 of her team-high 31 points.", [(20, "point"), (31, "point")]),
    ("It hauls 4,000 pounds (1,814 kg) of coal.", [(4000, "pound-mass"), (1814, "kilogram")]),
    ("The chef, 44, left; the figure, 44, stayed.", [(44, "year of age"), (44, None)]),
    ("The stock bagged 2 cents to 91 cents.", [(2, "US cent"), (91, "US cent")]),
    ("Stamps went for 20 to 90 cents.", [((20, 90), "US cent")]),
    # a height, a load, a share of those asked, a multiple of what is usual
    ("At 1.88m she is tall; at 1.88m people it is a city.", [("1.88", "metre"), (1880000, "people")]),
    ("The truck tows 9,000 pounds.", [(9000, "pound-mass")]),
    ("The club paid 9,000 pounds.", [(9000, "pound sterling")]),
    ("Some rent, and a quarter own a flat.", [("1/4", None)]),
    ("The fine was four times actual losses.", [(4, "times")]),
    ("He was fined four times last year.", [(4, "time")]),
    # what is left out
    ("The bank lost 4,000 customers and now has 1.2 million.", [(4000, "customer"), (1200000, "customer")]),
    (
        "The bank lost 4,000 customers and now has 1.2 million in debt.",
        [(4000, "customer"), (1200000, "customer")],
    ),
    ("The bank lost 4,000 customers and has 12 branches.", [(4000, "customer"), (12, "branch")]),
    # sport and weight
    ("The forward went 7-for-12 in the second half.", [(7, None), (12, None)]),
    ("The team flew a 4-for-me sign.", []),
    ("She won the match 5.5–2.5.", [((5.5, 2.5), None)]),
    ("Growth of 2.5–3.5 percent is likely.", [((2.5, 3.5), "percent")]),
    ("The boxer weighed 11st 7lb.", [("23/2", "stone")]),
    ("It was the 11th fight and her 21st win.", [(11, None), (21, None)]),
    ("Chasing 288, the side was out for 190.", [(288, None), (190, None)]),
    ("He made 45 from 60 balls.", [(45, None), (60, "ball")]),
    ("The rate rose to 6 from 4 percent.", [(6, "percent"), (4, "percent")]),
    ("The mate came on move 23.", []),
    ("They move 23 crates a day.", [(23, "crate per day")]),
    # temperatures with a blank behind the minus
    ("It fell to - 20 degrees at night.", [(-20, "degree")]),
    ("The day was warm - 20 degrees by noon.", [(20, "degree")]),
    ("They live on less than a dollar a day.", [(1, "US dollar per day")]),
    ("The bank was sold for a euro.", [(1, "euro")]),
    (
        "A dollar store pays 34 cents for a dollar bill, or 70 rupees a dollar.",
        [(34, "US cent"), (70, "rupee")],
    ),
    # what is no number, and what a number counts
    ("Turn to slide eight and pages two and three.", []),
    ("They sell 4K TVs and 4K of steel.", [(4000, None)]),
    ("It adopts a zero trust model.", []),
    ("It was so in '21, '22 and '23.", []),
    ("The ratio is 1.42 excluding pass-throughs.", [("1.42", None)]),
    ("The plant adds 500 net megawatts.", [(500, "megawatt")]),
    ("They offer 500 net seats.", [(500, "net seat")]),
    ("Returns over a three-, five-, and 10-year stretch.", [(3, "year"), (5, "year"), (10, "year")]),
    ("Volumes grew by 3 times.", [(3, "times")]),
    ("He fell 3 times.", [(3, "time")]),
    ("Debt stood at a ratio of four times.", [(4, "times")]),
    ("Staff has gone from 600 to 1,100.", [(600, None), (1100, None)]),
    # pounds of weight, votes, nothing, and what the figure before lends
    ("The 245-pound tackle left.", [(245, "pound-mass")]),
    ("She found a five-pound note.", [(5, "pound sterling")]),
    ("A twenty pound bag of rice fell.", [(20, "pound-mass")]),
    ("The plan passed 219-212.", [((219, 212), None)]),
    ("The city of 8.4 million spends $38 billion.", [(8400000, None), (38000000000, "US dollar")]),
    ("The payout was nil.", [(0, None)]),
    ("The fixture ended one-nil.", []),
    ("Sales rose to 3.4 million euros from 2.9 million.", [(3400000, "euro"), (2900000, "euro")]),
    (
        "Sales rose to 3.4 million euros from 2.9 million customers.",
        [(3400000, "euro"), (2900000, "customer")],
    ),
    ("A 20-something bought it.", []),
    ("Deaths fell from 4.2 per 1,000 to 2.8 per 1,000.", [("4.2", "per 1,000"), ("2.8", "per 1,000")]),
    ("Cases rose to 12 per 100,000 people.", [(12, "per 100,000 people")]),
    ("Some 95 of every 100 parcels come on time.", [("19/20", None)]),
    ('He bought a 65" screen and a pen 10 " long.', [(65, "inch"), (10, "inch")]),
    ('She said "there are 65" and left.', [(65, None)]),
    # headlines
    ("Profit Jumps as Retailer Cuts 2,000 Jobs", [(2000, "job")]),
    ("World's 10 Richest Men Doubled Fortunes, Report Says", [(10, "man"), (2, "times")]),
    ("1 in 5 Adults Skips Meals, Survey of 2,004 Finds", [("1/5", None), (2004, None)]),
    ("The report names 12 Democrats and 4 Windows devices.", [(12, "Democrat"), (4, "Windows device")]),
    # three homes in four
    ("Three homes in four have a cellar.", [("3/4", None)]),
    ("They had three wins in four.", [(3, "win"), (4, None)]),
    ("It opened three shops in four towns.", [(3, "shop"), (4, "town")]),
    ("It runs at up to 2Gbps.", [(2, "gigabit per second")]),
    ("She shot a second-round 67.", [(67, None)]),
    ("It left one officer injured and one inmate locked up.", [(1, "officer"), (1, "inmate")]),
    ("He was 94 and had been ill.", [(94, "year of age")]),
    ("It was the tenth annual drop in a row.", [(10, "annual drop")]),
    ("They spend half as much.", [("1/2", "times")]),
    ("They spend half of it.", [("1/2", None)]),
    # spoken prices, signs set apart, units in brackets
    ("It costs 15 dollars 50.", [("31/2", "US dollar")]),
    ("It cost 15 dollars 50 years ago.", [(15, "US dollar"), (50, "year")]),
    ("Sales fell to hk $ 10.05 billion.", [(10050000000, "Hong Kong dollar")]),
    ("They charge a $ 5 fee.", [(5, "US dollar")]),
    ("Its weight is 20 (kg).", [(20, "kilogram")]),
    ("He ran 20 (kilometres are long) laps.", [(20, None)]),
    # metres or millions
    ("A draught of 13.2m left no room.", [("66/5", "metre")]),
    ("The plan for 13.2m homes failed.", [(13200000, "home")]),
    # per what
    ("Rates are $900 per 40-foot container.", [(900, "US dollar per 40-foot container")]),
    ("There were 12 cases per 100,000 people.", [(12, "case per 100,000 people")]),
    # as much as
    ("The whale weighs as much as 30 elephants.", [(30, "elephant")]),
    # ages of several
    ("Two brothers, 29 and 33, were held.", [(2, "brother"), (29, "year of age"), (33, "year of age")]),
    ("Two rooms, 29 and 33, were empty.", [(2, "room"), (29, None), (33, None)]),
    ("He owns 40 kilos of gold.", [(40, "kilogram")]),
]


def number(value: object) -> object:
    return tuple(map(Fraction, value)) if isinstance(value, tuple) else Fraction(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_neighbours_decide(text: str, wanted: list[tuple[object, str | None]]) -> None:
    found = [(mention.value, mention.unit) for mention in factcheck.quantities(text)]
    assert found == [(number(value), unit) for value, unit in wanted]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The whale weighs as much as 30 elephants.", "="),
        ("It could cost as much as 30 dollars.", "<"),
        ("It carried 60 kg over 3 miles.", "="),
        ("It ran over 3 miles.", ">"),
        ("Teen Charged Over £2m Robbery", "="),
        ("The wind was below the minimum of 20 knots.", "="),
        ("They demand a minimum of 20 knots.", ">"),
        ("The rate crept up to 44 percent.", "="),
        ("The rate may be up to 44 percent.", "<"),
        ("The ship is 22 percent over budget.", "up"),
        ("Output grew 0.4% q/q and 2.1% y/y.", "up"),
        ("Output was 4 percent ahead of forecasts.", "up"),
        ("Output was 4 percent behind forecasts.", "down"),
        ("Copper ended up 12 cents, or about 0.4%.", "up"),
        ("He ended up 3 miles from home.", "="),
        ("They raised earnings per share by 9 percent.", "up"),
        ("The fund lent 22 percent over ten days.", "="),
        ("Arrivals were 6 percent short of 2019.", "down"),
    ],
)
def test_neighbours_decide_the_bound(text: str, change: str) -> None:
    assert factcheck.quantities(text)[-1].change == change
