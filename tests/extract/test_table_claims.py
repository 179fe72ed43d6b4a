"""Cells of tables: what their headers say of them, and nothing where the headers do not say it."""

from __future__ import annotations

import pytest

import factcheck

HTML = (
    "<html><head><title>Harbour Line in figures</title></head><body><article><h1>Harbour Line in figures</h1>"
    "<p>Harbour Line reported its results on Wednesday, and the operator said that it was pleased.</p><table>"
    "<caption>Results, &euro; million</caption><tr><th>Measure</th><th>2025</th><th>2024</th></tr>"
    "<tr><td>Freight revenue</td><td>4,600</td><td>3,413</td></tr>"
    "<tr><td>Passengers aboard (million)</td><td>12.1</td><td>11.8</td></tr></table></article></body></html>"
)
MARKDOWN = "# Lenovo in figures\n\nLenovo reported results on Thursday.\n\nTable 1: Results (in millions of US dollars)\n\n"
ROWS = (
    "| | Q1 2025/26 | Q1 2024/25 | Change |\n|---|---|---|---|\n| Revenue | 18,830 | 15,447 | 22% |\n"
    "| Operating margin | 3.1% | 2.4% | 0.7 pts |\n"
)
FIRMS = "| Company | Revenue, 2024 ($bn) |\n|---|---|\n| Alibaba | 137.3 |\n| Norvane | 12.4 |\n"


def read(text: str, path: str) -> list[tuple[str, str, str, str, str]]:
    claims = factcheck.extract(factcheck.article(text, path=path, published="2025-08-14"))
    return [
        (c.span.of(text), c.entity.name, c.metric, c.period.text, dict(c.scope).get("segment", ""))
        for c in claims
        if c.section == "table"
    ]


def test_headers_give_measure_part_and_time_and_no_cell_takes_words_of_the_next() -> None:
    assert read(HTML, "a.html") == [
        ("4,600", "Harbour Line", "revenue", "2025", "freight"),
        ("3,413", "Harbour Line", "revenue", "2024", "freight"),
    ]


def test_an_article_may_end_with_its_table_or_go_on() -> None:
    assert read(HTML, "a.html") == read(
        HTML.replace("</table>", "</table><p>The operator said so.</p>"), "a.html"
    )


def test_a_change_belongs_to_the_two_levels_before_it() -> None:
    article = factcheck.article(MARKDOWN + ROWS, path="a.md", published="2025-08-14")
    found = [claim for claim in factcheck.extract(article) if claim.section == "table"]
    assert [(c.span.of(article.text), c.metric, c.measure, c.prior, c.basis) for c in found] == [
        ("18,830", "revenue", "level", False, None),
        ("15,447", "revenue", "level", True, None),
        ("22%", "revenue", "change", False, "year-on-year"),
        ("3.1%", "operating-margin", "ratio", False, None),
        ("2.4%", "operating-margin", "ratio", True, None),
        ("0.7 pts", "operating-margin", "change", False, "year-on-year"),
    ]
    assert [dict(c.details)["frame"] for c in found[:3]] == [dict(found[2].details)["frame"]] * 3


@pytest.mark.parametrize(
    ("row", "rules"),
    [
        ("| Revenue | 18,830 | 15,447 | 22% |", []),
        ("| Revenue | 18,830 | 15,447 | +21.9% |", []),
        ("| Revenue | 18,830 | 15,447 | 12% |", ["growth-arithmetic"]),
        ("| Revenue | 15,447 | 18,830 | (18%) |", []),
        ("| Revenue | 15,447 | 18,830 | 18% |", []),
        ("| Revenue | 15,447 | 18,830 | +18% |", ["growth-arithmetic"]),
        ("| Operating margin | 3.1% | 2.4% | 1.7 pts |", ["change-in-points"]),
        ("| Operating margin | 3.1% | 2.4% | 29% |", []),
        ("| Net income | (120) | (180) | 33% |", []),
    ],
)
def test_the_change_of_a_row_is_held_against_its_levels(row: str, rules: list[str]) -> None:
    table = ROWS.partition("| Revenue")[0] + row + "\n"
    report = factcheck.check([factcheck.article(MARKDOWN + table, path="a.md", published="2025-08-14")])
    assert [finding.rule for finding in report.findings] == rules


def test_growth_of_another_kind_is_not_held_against_the_levels() -> None:
    table = ROWS.replace("Change", "Organic growth").replace("22%", "14%")
    article = factcheck.article(MARKDOWN + table, path="a.md", published="2025-08-14")
    assert factcheck.check([article]).findings == ()
    assert [c.measure for c in factcheck.extract(article) if c.section == "table"] == [
        "level",
        "level",
        "ratio",
        "ratio",
    ]


def test_rows_of_companies_are_theirs_and_unknown_names_nobodys() -> None:
    assert read("# Chinese sales\n\nSome firms sell more.\n\n" + FIRMS, "a.md") == [
        ("137.3", "Alibaba", "revenue", "2024", "")
    ]


@pytest.mark.parametrize("cells", ["4,600", "4,910"])
def test_a_table_and_its_text_are_compared(cells: str) -> None:
    text = HTML.replace("4,600", cells).replace(
        "was pleased.", "was pleased. Harbour Line's freight revenue was €4.6 billion in 2025."
    )
    report = factcheck.check([factcheck.article(text, path="a.html", published="2026-02-01")])
    assert [one.rule for one in report.findings] == ([] if cells == "4,600" else ["value-conflict"])


def test_wide_tables_are_read_in_time_linear_in_their_cells() -> None:
    rows = "".join(
        f"| Revenue | {' | '.join(str(3000 + n * 7 + m) for m in range(20))} |\n" for n in range(400)
    )
    head = f"| | {' | '.join(str(2000 + n) for n in range(20))} |\n|{'---|' * 21}\n"
    assert len(read(f"# Harbour Line\n\nHarbour Line reported.\n\n{head}{rows}", "a.md")) == 8000


RELEASE = (
    "<html><head><title>Norvane reports second quarter results</title></head><body><article>"
    "<h1>Norvane reports second quarter results</h1><p>Norvane said revenue rose 12% to $560 million in the three months "
    "ended June 30, 2025, and net income was $56 million.</p>"
    "<table><caption>Income statement (in millions, except per share)</caption>"
    '<tr><th></th><th colspan="2">Three months ended June 30,</th><th colspan="2">Six months ended June 30,</th></tr>'
    "<tr><th></th><th>2025</th><th>2024</th><th>2025</th><th>2024</th></tr>"
    "<tr><td>Revenue</td><td>$560</td><td>$500</td><td>$1,080</td><td>$980</td></tr>"
    "<tr><td>Net income</td><td>56</td><td>44</td><td>101</td><td>81</td></tr>"
    "<tr><td>Diluted EPS</td><td>$0.56</td><td>$0.44</td><td>$1.01</td><td>$0.81</td></tr></table></article></body></html>"
)


def test_a_release_with_two_rows_of_headers_and_the_currency_in_its_first_row() -> None:
    article = factcheck.article(RELEASE, path="a.html", published="2025-08-01")
    table = [c for c in factcheck.extract(article) if c.section == "table"]
    assert len(table) == 12
    said = {(c.metric, str(c.period.readings[0].label)): c.quantity for c in table}
    income = said["net-income", "2024-01-01/2024-06-30"]
    assert income is not None and (income.low, income.dimension) == (81_000_000, "money:USD")
    share = said["earnings-per-share", "2025-04-01/2025-06-30"]
    assert share is not None and str(share.low) == "14/25"
    assert factcheck.check([article]).findings == ()


def test_a_slip_between_the_text_of_a_release_and_its_table() -> None:
    article = factcheck.article(
        RELEASE.replace("$560</td>", "$597</td>"), path="a.html", published="2025-08-01"
    )
    (finding,) = factcheck.check([article]).findings
    assert finding.rule == "value-conflict" and finding.message.endswith(
        "$560 million here, $597 million there."
    )


def test_brackets_are_a_loss_of_results_and_a_habit_of_costs() -> None:
    rows = "| | 2025 |\n|---|---|\n| Cost of sales | (802) |\n| Income tax expense | (5) |\n| Net income | (14.2) |\n"
    article = factcheck.article(MARKDOWN + rows, path="a.md", published="2026-02-14")
    found = [claim for claim in factcheck.extract(article) if claim.section == "table"]
    assert [(c.metric, c.quantity.low) for c in found if c.quantity is not None] == [
        ("cost-of-sales", 802_000_000),
        ("net-loss", 14_200_000),
    ]
