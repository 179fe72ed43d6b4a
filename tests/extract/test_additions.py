"""What came on top of something, and who is told of beside the topic: neither is a figure of the whole."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims_of, scope, spoken


@pytest.mark.parametrize(
    ("text", "figure", "added"),
    [
        ("Another 12 people were killed by the flood.", "12 people", True),
        ("The plant brought an additional $11 million of revenue.", "$11 million", True),
        ("The plant is another $11 million of FFO or $0.14 per share.", "$0.14 per share", True),
        ("The flood killed 12 more people on Monday.", "12 more people", True),
        ("The deal brings $11 million of additional revenue.", "$11 million", True),
        ("The plant brought $11 million of revenue.", "$11 million", False),
        ("An additional plant brought $11 million of revenue.", "$11 million", False),
        ("Another plant had 12 people killed.", "12 people", False),
        ("Sales rose by another $11 million.", "$11 million", False),
    ],
)
def test_what_came_on_top_is_no_figure_of_the_whole(text: str, figure: str, added: bool) -> None:
    assert (scope(spoken(text)[figure]).get("group") == "additional") == added


@pytest.mark.parametrize("role", ["Rival", "Competitor", "Larger rival", "Chipmaker"])
def test_a_role_that_opens_a_sentence_is_no_part_of_the_name(role: str) -> None:
    claims = claims_of(f"{role} Orrin earned $1.1 billion.", "Five things to know about Quell")
    assert claims["$1.1 billion"].entity.name == "Orrin"
