"""Attachment: which figure measures what, of whom, in which part of a comparison. Our own sentences, many domains."""

import pytest

import factcheck
from factcheck.claim import Claim

HEAD = "# Halden Foods Q3 2024 results\n\n"


def claims(text: str, head: str = HEAD) -> list[Claim]:
    return [
        c
        for c in factcheck.extract(factcheck.article(head + text + "\n", path="drop.md"))
        if c.span.start >= len(head)
    ]


def brief(claim: Claim) -> tuple[str, str, str, str | None, bool]:
    quantity = claim.quantity
    assert quantity is not None
    return quantity.text, claim.metric.removeprefix("~"), claim.measure, claim.direction, claim.prior


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Revenue rose 4% to $452.2 million, from $434.8 million.",
            [
                ("4%", "revenue", "change", "up", False),
                ("$452.2 million", "revenue", "level", None, False),
                ("$434.8 million", "revenue", "level", None, True),
            ],
        ),
        (
            "Net income was $1.28 billion, or $4.12 per diluted share.",
            [
                ("$1.28 billion", "net-income", "level", None, False),
                ("$4.12 per diluted share", "earnings-per-share", "level", None, False),
            ],
        ),
        (
            "Sales of $113.6 million compared with $99.9 million a year earlier, an increase of 14%.",
            [
                ("$113.6 million", "revenue", "level", None, False),
                ("$99.9 million", "revenue", "level", None, True),
                ("14%", "revenue", "change", "up", False),
            ],
        ),
        (
            "The group earned revenue of $1.5 billion and $135 million of adjusted EBITDA.",
            [
                ("$1.5 billion", "revenue", "level", None, False),
                ("$135 million", "ebitda", "level", None, False),
            ],
        ),
        (
            "Strong ticket demand drove box office takings to $189 million, a 66% increase from March's $113 million.",
            [
                ("$189 million", "box-office", "level", None, False),
                ("66%", "box-office", "change", "up", False),
                ("$113 million", "box-office", "level", None, True),
            ],
        ),
        (
            "The unit posted adjusted EBITDA of $13.0 million, up from $9.0 million in the second quarter or 44%.",
            [
                ("$13.0 million", "ebitda", "level", None, False),
                ("$9.0 million", "ebitda", "level", None, True),
                ("44%", "ebitda", "change", "up", False),
            ],
        ),
        (
            "Overheads climbed $94 million or 8% from the prior year, driven by $137 million in one-time items.",
            [
                ("$94 million", "overhead", "change", "up", False),
                ("8%", "overhead", "change", "up", False),
                ("$137 million", "one time item", "level", None, False),
            ],
        ),
    ],
)
def test_comparisons(text: str, expected: list[tuple[str, str, str, str | None, bool]]) -> None:
    assert [brief(claim) for claim in claims(text)] == expected


def test_a_bracket_belongs_to_the_name_before_it() -> None:
    found = claims("Halden holds 31% of the market, ahead of Birch Dairy (24%) and Orme Mills (12%).")
    assert [(c.entity.name, c.metric) for c in found] == [
        ("Halden Foods", "market-share"),
        ("Birch Dairy", "market-share"),
        ("Orme Mills", "market-share"),
    ]


def test_places_are_scopes_and_ellipsis_changes_them() -> None:
    found = claims("Sales in China fell 3% while those in Japan rose 5%.")
    assert [dict(c.scope).get("place") for c in found] == ["china", "japan"]
    assert [c.direction for c in found] == ["down", "up"]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("On an adjusted basis, earnings per share were $0.83.", ["adjusted"]),
        (
            "Non-GAAP earnings per share were $0.83 and GAAP earnings per share were $0.71.",
            ["adjusted", "gaap"],
        ),
        (
            "Earnings per share should range from $0.42 to $0.57 on a GAAP basis and from $0.72 to $0.87 on a non-GAAP basis.",
            ["gaap", "adjusted"],
        ),
    ],
)
def test_bases_of_preparation_never_mix(text: str, scopes: list[str]) -> None:
    assert [dict(c.scope).get("accounting") for c in claims(text)] == scopes


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The company expects revenue of $1.2 billion next year.", "forecast"),
        ("Revenue was $1.2 billion.", "reported"),
        ("Halden is considering the purchase of 40 ovens.", "rumoured"),
        ("A $200 million expansion plan was drawn up.", "planned"),
        ("Revenue could reach $2 billion.", "hypothetical"),
        ("A strike would cost the port $2 million a day.", "hypothetical"),
        ("A coalition needs to win 272 seats.", "hypothetical"),
        ("The chief executive said the company would cut 450 jobs.", "forecast"),
        ("The plan lifted revenue 4%.", "reported"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [c.modality for c in claims(text)][:1] == [modality]


def test_who_saw_something_happen_does_not_say_it() -> None:
    found = claims("Halden's bakery unit saw sales slip 2% to £388 million.")
    assert [c.attribution for c in found] == [None, None]


def test_an_analyst_estimate_is_not_the_companys_figure() -> None:
    found = claims("Q3 sales $510.2 million versus analysts' average estimate of $531.1 million.")
    assert [(c.attribution, c.modality, c.prior) for c in found] == [
        (None, "reported", False),
        ("analysts", "forecast", True),
    ]


def test_every_claim_quotes_its_span() -> None:
    article = factcheck.article(HEAD + "Profit fell 2% to €40.5m.\n", path="drop.md")
    for claim in factcheck.extract(article):
        assert (
            claim.quantity is None or article.text[claim.span.start : claim.span.end] == claim.quantity.text
        )
