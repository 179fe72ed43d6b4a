"""A row of totals is held against the rows it adds up, where the table shows that they are all there is."""

from __future__ import annotations

import pytest

import factcheck

HEAD = "# Votes in Port Sable\n\nThe town counted its votes on Sunday.\n\n"
VOTES = (
    "| Candidate | Votes | Postal votes | Share |\n|---|--:|--:|--:|\n| Lindgren | 4,210 | 812 | 52.6% |\n"
    "| Okafor | 2,604 | 391 | 32.6% |\n| Brandt | 1,186 | 240 | 14.8% |\n| Total | 8,000 | 1,443 | 100% |\n"
)


def rules(table: str) -> list[str]:
    article = factcheck.article(HEAD + table, path="a.md", published="2025-10-06")
    return [finding.rule for finding in factcheck.check([article]).findings]


def test_what_adds_up_is_compared_and_in_order() -> None:
    report = factcheck.check([factcheck.article(HEAD + VOTES, path="a.md", published="2025-10-06")])
    assert report.findings == ()
    assert report.articles[0].compared == 11  # all but the total of the shares


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("| 812 |", "| 821 |", ["sum-of-parts"]),
        ("| 8,000 |", "| 8,100 |", ["sum-of-parts"]),
        ("| 1,443 |", "| 1,434 |", ["sum-of-parts"]),
        ("14.8%", "18.4%", ["share-of-total"]),
    ],
)
def test_a_slip_in_one_column_is_found_since_the_others_add_up(
    right: str, wrong: str, found: list[str]
) -> None:
    assert right in VOTES
    assert rules(VOTES.replace(right, wrong)) == found


def test_the_finding_shows_the_sum() -> None:
    article = factcheck.article(
        HEAD + VOTES.replace("| 812 |", "| 821 |"), path="a.md", published="2025-10-06"
    )
    (finding,) = factcheck.check([article]).findings
    assert "1,452" in finding.message and "1,443" in finding.message
    assert [evidence.quote for evidence in finding.evidence] == ["1,443", "821", "391", "240"]


@pytest.mark.parametrize(
    "table",
    [
        # the largest of many: the total is of more than these
        "| Port | Ships |\n|---|--:|\n| Sable | 412 |\n| Merrow | 388 |\n| Total | 2,140 |\n",
        # prices do not add up, and their mean stands where totals stand
        "| Fish | Tonnes | Price |\n|---|--:|--:|\n| Cod | 41 | $3.10 |\n| Ling | 59 | $2.20 |\n| Total | 100 | $2.57 |\n",
        # two totals: the table is nested
        "| Line | Cars | Vans |\n|---|--:|--:|\n| North | 4 | 2 |\n| South | 5 | 1 |\n| Total | 9 | 3 |\n| East | 2 | 2 |\n| Total | 11 | 6 |\n",
        # rounded parts
        "| Fuel | Output | Staff |\n|---|--:|--:|\n| Gas | 3.3 | 10 |\n| Wind | 3.3 | 20 |\n| Sun | 3.3 | 30 |\n| Total | 10.0 | 60 |\n",
        # a row is missing one figure
        "| Club | Wins | Goals |\n|---|--:|--:|\n| Reds | 4 | 12 |\n| Blues | 3 | |\n| Total | 7 | 30 |\n",
    ],
)
def test_where_it_is_not_known_that_the_rows_are_all_nothing_is_said(table: str) -> None:
    assert rules(table) == []


def test_a_row_for_the_rest_says_that_nothing_is_left_out() -> None:
    table = "| Country | Visitors |\n|---|--:|\n| Norway | 4,200 |\n| Other | 1,350 |\n| Total | 5,750 |\n"
    assert rules(table) == ["sum-of-parts"]
    assert rules(table.replace("5,750", "5,550")) == []


def test_shares_that_no_column_bears_out_are_of_something_else() -> None:
    table = VOTES.replace("52.6%", "61%").replace("32.6%", "58%").replace("14.8%", "40%")
    assert rules(table) == []


def test_a_figure_behind_a_name_in_a_table_is_no_part_of_the_name() -> None:
    table = "| Port | Ships |\n|---|--:|\n| Sable | 412 |\n| Merrow | 388 |\n| Total | 800 |\n"
    article = factcheck.article(HEAD + table, path="a.md", published="2025-10-06")
    found = [claim.span.of(article.text) for claim in factcheck.extract(article) if claim.section == "table"]
    assert found == ["412", "388", "800"]
