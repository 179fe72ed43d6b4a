"""The two sides of a vote, seasons of sport as times, sums before tax, openings, and pages that lost a link."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

import factcheck
from tests.extract.reading import claims_of

DAY = date(2026, 10, 20)


claims = partial(claims_of, published=DAY)


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        ("Senators voted 28 to 19 to send the bill to the governor.", "28 to 19", "Senators"),
        ("The court ruled five to four that the law was void.", "five to four", "court"),
        ("The board approved the merger by a vote of 7 to 2.", "7 to 2", "board"),
        ("The upper house rejected it by 210 to 180.", "210 to 180", "upper house"),
    ],
)
def test_two_sides_of_a_vote_are_one_figure(text: str, figure: str, entity: str) -> None:
    read = claims(text)[figure]
    assert (read.measure, read.metric, read.entity.name) == ("score", "~vote", entity)


@pytest.mark.parametrize(
    "text", ["The panel passed 28 to 30 students in May.", "Grants were approved for 12 to 15 schools."]
)
def test_what_was_passed_is_no_vote(text: str) -> None:
    assert [one.measure for one in claims(text).values()] == ["count"]


def test_seasons_are_times() -> None:
    last = claims("Brandvik scored 22 goals last season.")["22 goals"]
    named = claims("Brandvik scored 22 goals in the 2025-26 season.")["22 goals"]
    assert last.period.meet(named.period)
    spring = claims("Brandvik scored 22 goals last season.", published=date(2027, 4, 2))["22 goals"]
    assert last.period.meet(spring.period)
    summer = claims("Brandvik scored 22 goals last season.", published=date(2027, 8, 2))["22 goals"]
    assert not last.period.meet(summer.period)


def test_what_is_counted_this_season_grows() -> None:
    text = "Brandvik has scored {} goals this season, the club said."
    earlier = factcheck.article(text.format(11) + "\n", path="a.txt", published=date(2026, 10, 20))
    later = factcheck.article(text.format(14) + "\n", path="b.txt", published=date(2026, 11, 20))
    assert not factcheck.check([earlier, later]).findings


@pytest.mark.parametrize("words", ["last season ticket prices", "this season of giving"])
def test_no_seasons(words: str) -> None:
    assert not factcheck.periods(f"They spoke of {words}.", published=DAY)


def test_earned_before_tax() -> None:
    read = claims("Halden Bank earned 640 million euros before tax, up from 580 million.")
    assert {one.metric for one in read.values()} == {"pretax-income"}


def test_openings_of_match_reports_leave_the_subject_alone() -> None:
    read = claims("Trailing 14-3 at half-time, the Rams scored 21 points in the third quarter.")
    assert {one.entity.name for one in read.values()} == {"Rams"}
    read = claims("In the 88th minute, Sant headed home his 12th goal in 14 games.")
    assert not read["14 games"].scope


def test_a_lost_link_lowers_the_trust() -> None:
    assert "stripped-link" in claims("Shares of rose 4% to $12.")["4%"].marks
    assert "stripped-link" in claims("Tolland accounted for 11% of's total revenues.")["11%"].marks
    assert not claims("Shares of Tolland rose 4% to $12.")["4%"].marks
