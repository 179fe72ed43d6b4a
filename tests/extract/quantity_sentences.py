"""Sentences in many news voices, written for these tests, with every quantity that is in them.

Each entry: text, then (value or (low, high), unit, change) in order of the text. Ordinals and ranks are told apart by
kind and stand in their own tests.
"""

from __future__ import annotations

Expected = tuple[str, list[tuple[object, str | None, str]]]

EARNINGS: list[Expected] = [
    (
        "Net sales rose 4.6% to $452.2 million from $432.3 million a year earlier.",
        [(4.6, "percent", "up"), (452200000, "US dollar", "="), (432300000, "US dollar", "=")],
    ),
    (
        "Adjusted earnings were $0.83 per share versus $1.10 a share.",
        [(0.83, "US dollar per share", "="), (1.10, "US dollar per share", "=")],
    ),
    (
        "The group now expects revenue of $1.34 billion to $1.40 billion.",
        [((1340000000, 1400000000), "US dollar", "=")],
    ),
    (
        "It guided for sales of $4.3-4.5 billion, up from $3.9bn.",
        [((4300000000, 4500000000), "US dollar", "="), (3900000000, "US dollar", "=")],
    ),
    (
        "Operating margin widened by 150 basis points to 22.5 per cent.",
        [(150, "basis point", "up"), (22.5, "percent", "=")],
    ),
    (
        "Gross margin slipped 1.5 percentage points, while costs fell by a third.",
        [(1.5, "percentage point", "down"), ("1/3", None, "down")],
    ),
    (
        "Shares fell as much as 7.4% before closing down 3 percent at 128.40 euros.",
        [(7.4, "percent", "down"), (3, "percent", "down"), (128.4, "euro", "=")],
    ),
    (
        "Free cash flow was RMB33.4bn (US$4.66bn), a 12% year-on-year decline.",
        [(33400000000, "Chinese yuan", "="), (4660000000, "US dollar", "="), (12, "percent", "down")],
    ),
    ("The sample was cooled to near absolute zero.", [(0, "kelvin", "~")]),
    ("Our tolerance for this is absolute zero, the coach said.", []),
    (
        "The bank set aside Rs 500 crore and HK$3.7bn for bad loans.",
        [(5000000000, "Indian rupee", "="), (3700000000, "Hong Kong dollar", "=")],
    ),
    (
        "Profit more than doubled to £1.2m from £500k.",
        [(2, "times", "up"), (1200000, "pound sterling", "="), (500000, "pound sterling", "=")],
    ),
    (
        "The stock trades at 25x forward earnings, against 30 times for its rival.",
        [(25, "times", "="), (30, "time", "=")],
    ),
    ("Same-store sales grew between 4 and 6 per cent.", [((4, 6), "percent", "up")]),
    (
        "Cloud revenue grew by triple digits, and the unit cut 1,200 jobs.",
        [((100, 1000), "percent", "up"), (1200, "job", "=")],
    ),
    (
        "The board approved a buyback of up to $20 billion over the next three years.",
        [(20000000000, "US dollar", "<"), (3, "year", "=")],
    ),
    (
        "The dividend was raised by 12 cents to 1,899 RMB for every 10 shares.",
        [(12, "US cent", "up"), (1899, "Chinese yuan", "="), (10, "share", "=")],
    ),
    (
        "It lost C$45 million, or A$1.20 per share.",
        [(45000000, "Canadian dollar", "="), (1.2, "Australian dollar per share", "=")],
    ),
    (
        "Orders fell from 4.8 billion euros to 4.7 billion euros.",
        [(4800000000, "euro", "="), (4700000000, "euro", "=")],
    ),
    ("Unemployment fell to 3.9% from 4.1%.", [(3.9, "percent", "="), (4.1, "percent", "=")]),
    (
        "The firm paid a $1,000-a-head bonus and $15.4/hour.",
        [(1000, "US dollar per head", "="), (15.4, "US dollar per hour", "=")],
    ),
    (
        "Oil settled at $71.20 a barrel, 2.3% lower.",
        [(71.2, "US dollar per barrel", "="), (2.3, "percent", "down")],
    ),
    (
        "Brent crude dropped $1.15, or 1.6 percent, to $70.05 per barrel.",
        [(1.15, "US dollar", "down"), (1.6, "percent", "down"), (70.05, "US dollar per barrel", "=")],
    ),
    ("Analysts had forecast a loss of 3 cents a share.", [(3, "US cent per share", "=")]),
    ("Sales at the unit were flat at ¥250 billion in Japan.", [(250000000000, "Japanese yen", "=")]),
]
WIRE: list[Expected] = [
    (
        "A 5.8-magnitude quake shook the coast, 40 km south of the town, injuring at least 12 people.",
        [(5.8, "magnitude", "="), (40, "kilometre", "="), (12, "people", ">")],
    ),
    (
        "Some 3,000 residents were moved and nearly 400 homes lost power.",
        [(3000, "resident", "~"), (400, "home", "~")],
    ),
    ("More than 2.7m users signed up in six weeks.", [(2700000, "user", ">"), (6, "week", "=")]),
    (
        "About one in five children and 9 out of 10 teachers agreed.",
        [("1/5", None, "~"), ("9/10", None, "=")],
    ),
    ("The ship carried 40,000 to 50,000 tonnes of grain.", [((40000, 50000), "tonne", "=")]),
    ("Half a million people, two dozen of them children, fled.", [(500000, "people", "="), (24, None, "=")]),
    (
        "An estimated 25,000 marchers gathered; police made twenty-five arrests.",
        [(25000, "marcher", "~"), (25, "arrest", "=")],
    ),
    (
        "The plant will build 300 megawatts of capacity and store 1,200 MWh.",
        [(300, "megawatt", "="), (1200, "megawatt hour", "=")],
    ),
    ("Emissions fell to 85 g CO2e per kWh.", [(85, "gram of CO2 equivalent per kilowatt hour", "=")]),
    ("There were 12.4 cases per 100,000 people last week.", [(12.4, "case per 100,000 people", "=")]),
    ("The 32-billion-parameter model beat rivals.", [(32000000000, "parameter", "=")]),
    (
        "Two giants of the trade, a 7nm chip and a three-year plan.",
        [(2, "giant", "="), (7, "nanometre", "="), (3, "year", "=")],
    ),
    (
        "Just over 60 percent of voters, or roughly two-thirds of women, said yes.",
        [(60, "percent", "~"), ("2/3", None, "~")],
    ),
    ("Fewer than 100 seats remain, down from 250 in 2019.", [(100, "seat", "<"), (250, None, "=")]),
    (
        "A $200 billion pledge and a €10m fine followed.",
        [(200000000000, "US dollar", "="), (10000000, "euro", "=")],
    ),
    ("The fire burned 5,000 acres (2,023 hectares) by noon.", [(5000, "acre", "="), (2023, "hectare", "=")]),
    ("The two-vehicle crash closed the road for 90 minutes.", [(2, "vehicle", "="), (90, "minute", "=")]),
    ("The convoy of 11 trucks crossed; three more followed.", [(11, "truck", "="), (3, None, "=")]),
    (
        "The pipeline is 1 234 km long and carries 3.5 million barrels a day.",
        [(1234, "kilometre", "="), (3500000, "barrel per day", "=")],
    ),
    ("He walked 2 1/2 miles, then 3½ more hours.", [(2.5, "mile", "="), (3.5, "hour", "=")]),
    ("The vote passed 218-214.", [((218, 214), None, "=")]),
    ("At least 30 people, including 12 children, were treated.", [(30, "people", ">"), (12, "child", "=")]),
]
LOCAL: list[Expected] = [
    (
        "The council approved a £3.4m budget, with a 4.99% rise in council tax.",
        [(3400000, "pound sterling", "="), (4.99, "percent", "up")],
    ),
    (
        "Residential burglaries dropped 18 per cent to 1,140, police said.",
        [(18, "percent", "down"), (1140, None, "=")],
    ),
    (
        "Officers seized 15 kg of cocaine worth about £1.5 million.",
        [(15, "kilogram", "="), (1500000, "pound sterling", "~")],
    ),
    (
        "A 45-year-old man and a woman, 32, were charged with six counts of fraud.",
        [(45, "year of age", "="), (32, "year of age", "="), (6, "count", "=")],
    ),
    ("Maria Keller, 67, has lived there for four decades.", [(67, "year of age", "="), (4, "decade", "=")]),
    ("The school takes pupils aged 11 to 16.", [((11, 16), "year of age", "=")]),
    ("The bypass will cost nearly three times as much as planned.", [(3, "times", "~")]),
    (
        "Parking fees will go up by 50p to £2.30 an hour.",
        [(50, "penny", "up"), (2.3, "pound sterling per hour", "=")],
    ),
    (
        "Two thirds of the 120 respondents want a 20mph limit.",
        [("2/3", None, "="), (120, "respondent", "="), (20, "mile per hour", "=")],
    ),
    ("The 300-seat theatre sold out for nine consecutive nights.", [(300, "seat", "="), (9, "night", "=")]),
    (
        "No more than six people may meet, and each may bring one guest.",
        [(6, "people", "<"), (1, "guest", "=")],
    ),
]
SPORTS: list[Expected] = [
    ("United won 3-2 in front of 54,321 fans.", [((3, 2), None, "="), (54321, "fan", "=")]),
    (
        "She ran the 400m in 49.2 seconds and jumped 6.95 metres.",
        [(400, "metre", "="), (49.2, "second", "="), (6.95, "metre", "=")],
    ),
    (
        "He scored 31 points with 12 rebounds on 10-of-14 shooting.",
        [(31, "point", "="), (12, "rebound", "=")],
    ),
    ("It was their fifth straight win and their ninth in a row at home.", [(5, "win", "=")]),
    (
        "The champion took the final 7–6 6–4 in two hours.",
        [((7, 6), None, "="), ((6, 4), None, "="), (2, "hour", "=")],
    ),
    (
        "The 24-year-old has signed a four-year, $120 million deal.",
        [(24, "year of age", "="), (4, "year", "="), (120000000, "US dollar", "=")],
    ),
]
SCIENCE: list[Expected] = [
    (
        "The probe passed within 1.5 million km of the planet at 17.5 km/s.",
        [(1500000, "kilometre", "="), (17.5, "kilometre per second", "=")],
    ),
    (
        "Temperatures reached 41.2C (106F), 3 degrees Celsius above normal.",
        [(41.2, "degree Celsius", "="), (106, "degree Fahrenheit", "="), (3, "degree Celsius", "=")],
    ),
    (
        "The drug cut deaths by 27% among 4,500 patients over 18 months.",
        [(27, "percent", "down"), (4500, "patient", "="), (18, "month", "=")],
    ),
    ("Patients took 50 mg twice a day.", [(50, "milligram", "="), (2, "time per day", "=")]),
    (
        "The star is 11 times as massive and 4.2 light-years away.",
        [(11, "times", "="), (4.2, "light year", "=")],
    ),
    (
        "The bridge spans 1,280 metres and stands 67 m above the water.",
        [(1280, "metre", "="), (67, "metre", "=")],
    ),
    (
        "Concentrations hit 420 parts per million; pressure fell to 980 hPa.",
        [(420, "part per million", "="), (980, "hectopascal", "=")],
    ),
    ("A tenfold increase was seen, and yields rose fivefold.", [(10, "times", "up"), (5, "times", "up")]),
    (
        "Winds of 120 km/h and 50 to 70 millimetres of rain are expected.",
        [(120, "kilometre per hour", "="), ((50, 70), "millimetre", "=")],
    ),
    ("The lake holds 3.2 cubic kilometres of water.", [(3.2, "cubic kilometre", "=")]),
]
NOT_QUANTITIES: list[Expected] = [
    ("Formula 1 returns on August 24, 2025 at 6:24 pm.", []),
    ("The S&P 500 and the FTSE 100 were closed on 9/11.", []),
    ("A Boeing 737 left Gate 12 with the iPhone 15 crew.", []),
    ("COVID-19, the G7, MI300X, H100 and Qwen2.5 were discussed 24/7.", []),
    ("Call 555-0134 or +1-202-555-0134 from 9am.", []),
    ("7-Eleven opened in 1998 at 123 Main Street.", []),
    ("1. Monitor execution closely.\n2. Assess risks.\n", []),
    ("One of them said that no one knew which one it was.", []),
    ("In 2024 and 2025/26, Windows 11 shipped in version 24.2.", []),
    ("She was born in the 1980s; see page 12 and Article 50 [3].", []),
    ("The 2024 Olympics and the 2026 ambitions of Q2 2025.", []),
    ("Published 22.12.2025 at 21:51:04, updated 2025-12-23.", []),
    ("The World Trade Organization met in Room 101.", []),
]
ALL = EARNINGS + WIRE + LOCAL + SPORTS + SCIENCE + NOT_QUANTITIES
