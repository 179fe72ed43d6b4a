"""Who said what, and who holds which office: what stands side by side is read, and nothing is guessed."""

from __future__ import annotations

import pytest

from factcheck.claim import Claim
from factcheck.pipeline import article, extract


def claims(text: str, kind: str) -> list[Claim]:
    return [claim for claim in extract(article(text, "a.md")) if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“We have run out of good ideas,” said Joyce Amadi.", "Joyce Amadi", "We have run out of good ideas"),
        ("“We have run out of good ideas”, council leader Joyce Amadi said.", "Joyce Amadi", "We have run out of good ideas"),
        ("“We have run out of good ideas,” Joyce Amadi, who leads the council, told reporters.", "Joyce Amadi", "We have run out of good ideas"),
        ("Joyce Amadi said: “We have run out of good ideas.”", "Joyce Amadi", "We have run out of good ideas"),
        ('"We have run out of good ideas," said council leader Joyce Amadi on Monday.', "Joyce Amadi", "We have run out of good ideas"),
        ("“We’ve run out\nof good ideas,” said Joyce Amadi.", "Joyce Amadi", "We've run out of good ideas"),
        ("“We have run out of good ideas,” said Dr Joyce Amadi.", "Joyce Amadi", "We have run out of good ideas"),
    ],
)  # fmt: skip
def test_a_quotation_has_its_speaker(text: str, speaker: str, words: str) -> None:
    (claim,) = claims(text, "quotation")
    assert (claim.attribution, dict(claim.details)["words"]) == (speaker, words)
    assert text[claim.span.start : claim.span.end].startswith("We") and claim.measure == "quotation"


@pytest.mark.parametrize(
    "text",
    [
        "“We have run out of good ideas,” he said.",  # who "he" is nobody asks
        "The “best of all harbours” plan failed, said Joyce Amadi.",  # a name in quotation marks
        "“We have run out [of ideas] … and of money,” said Joyce Amadi.",  # cut
        "“We have run out of good ideas,” a banner read. Joyce Amadi was there.",
        "“We have run out of good ideas.”\n\nJoyce Amadi said little.",
        "Joyce Amadi read the letter. “We have run out of good ideas,” it ended.",
        "“Good ideas,” said Joyce Amadi.",  # too short to tell drift from a fragment
    ],
)
def test_what_nobody_is_named_for_is_no_quotation(text: str) -> None:
    assert claims(text, "quotation") == []


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("Chief executive Miriam Stroud resigned.", "chief executive", None),
        ("Norvane's CEO Miriam Stroud resigned.", "chief executive", "~norvane"),
        ("Norvane grew. Norvane CEO Miriam Stroud resigned.", "chief executive", "~norvane"),
        ("Norvane’s chief executive, Miriam Stroud, resigned.", "chief executive", "~norvane"),
        ("The police chief, Miriam Stroud, resigned.", "police chief", None),
        ("Mayor Miriam Stroud resigned.", "mayor", None),
        ("Norvane grew. Miriam Stroud, chief executive of Norvane, resigned.", "chief executive", "~norvane"),
        ("Miriam Stroud, the mayor, resigned.", "mayor", None),
    ],
)
def test_an_office_right_before_a_name(text: str, role: str, organisation: str | None) -> None:
    (claim,) = claims(text, "role")
    details = dict(claim.details)
    assert (details["role"], details.get("organisation")) == (role, organisation)
    assert claim.entity.id == "~miriam stroud"


@pytest.mark.parametrize(
    "text",
    [
        "Former chief executive Miriam Stroud resigned.",
        "Ex-chairman Miriam Stroud resigned.",
        "The deputy mayor’s friend Miriam Stroud resigned.",
        "The chairman and Miriam Stroud resigned.",
        "Acting mayor Miriam Stroud resigned.",
        "Miriam Stroud, former chairman of Norvane, resigned.",
        "Miriam Stroud, chairman and chief executive, resigned.",
        "Miriam Stroud, the mayor's sister, resigned.",
        "Chairman Stroud resigned.",  # half a name is shared by many
    ],
)
def test_an_office_that_is_not_held(text: str) -> None:
    assert claims(text, "role") == []
