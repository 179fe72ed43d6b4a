"""Table cells know their headers and their caption, in Markdown and in HTML."""

from __future__ import annotations

import pytest

from factcheck.sources import read_text

MARKDOWN = """\
Results by segment (in millions of dollars):

| $ | Q1 2026 | Q1 2025 |
|---|--------:|--------:|
| **Revenue:** | | |
| Ferries | 412 | 380 |
| Ports | 98 | 101 |
| Margin | 12.5 % | 11.9 % |
"""
HTML = """\
<article><p>Harbour Lines reported for the first quarter, and its ferries did well in every month of it.</p>
<table><caption>Results by segment (in millions of dollars)</caption>
<tr><th rowspan=1></th><th colspan=2>First quarter</th></tr>
<tr><th>Segment<th>2026<th>2025</tr>
<tr><td>Ferries<td>412<td>380
<tr><td>Ports<td>98<td>101
</table></article>
"""


def cells(text: str, path: str) -> dict[str, tuple[tuple[str, ...], str]]:
    article = read_text(text, path)
    return {cell.span.of(article.text): (cell.headers, cell.caption) for cell in article.cells}


def test_markdown_cells() -> None:
    found = cells(MARKDOWN, "a.md")
    caption = "Results by segment (in millions of dollars) $"
    assert found["412"] == (("Revenue", "Ferries", "Q1 2026"), caption)
    assert found["11.9 %"] == (("Revenue", "Margin", "Q1 2025"), caption)
    assert len(found) == 6


def test_html_cells_with_two_header_rows_and_open_tags() -> None:
    found = cells(HTML, "a.html")
    caption = "Results by segment (in millions of dollars)"
    assert found["412"] == (("Ferries", "First quarter", "2026"), caption)
    assert found["101"] == (("Ports", "First quarter", "2025"), caption)
    assert len(found) == 4


def test_tables_are_sections_of_their_own() -> None:
    for text, path in ((MARKDOWN, "a.md"), (HTML, "a.html")):
        article = read_text(text, path)
        assert [section.kind for section in article.sections].count("table") == 1
        assert [section.kind for section in article.sections].count("caption") == 1
        table = next(section for section in article.sections if section.kind == "table")
        assert all(table.span.contains(cell.span) for cell in article.cells)
        assert "|" not in article.prose


@pytest.mark.parametrize("first", ["| Year | Boats |", "| Boats | Year |"])
def test_a_first_column_of_years_names_the_rows(first: str) -> None:
    found = cells(f"{first}\n|---|---|\n| 2024 | 18 |\n| 2025 | 24 |\n", "a.md")
    assert found["24"][0] == ("2025", first.strip("| ").split(" | ")[1])


def test_a_table_of_figures_alone_has_column_headers_only() -> None:
    found = cells("| Boats | Crew |\n|---|---|\n| 18 | 240 |\n| 24 | 310 |\n", "a.md")
    assert found["18"][0] == ("Boats",)
    assert found["310"][0] == ("Crew",)


TEXT = """\
Harbour Lines reported for the first quarter on Friday, and its ferries did well in every month of it.

Results by segment (in millions of dollars)
                      Q1 2026     Q1 2025
Revenue:
Ferries               $ 412       380
Ports                    98       (101)
Margin               12.5 %       11.9 %

The company has 24 boats.  It bought two of them  in March.
It sold one.
"""


def test_columns_of_plain_text_are_a_table() -> None:
    found = cells(TEXT, "a.txt")
    caption = "Results by segment (in millions of dollars)"
    assert found["$ 412"] == (("Revenue", "Ferries", "Q1 2026"), caption)
    assert found["(101)"] == (("Revenue", "Ports", "Q1 2025"), caption)
    assert len(found) == 6
    kinds = [section.kind for section in read_text(TEXT, "a.txt").sections]
    assert kinds == ["body", "table", "body"]


def test_tabs_part_columns() -> None:
    found = cells("Town\t2025\t2026\nQuayside\t18\t24\nMidvale\t7\t9\n", "a.txt")
    assert found["24"][0] == ("Quayside", "2026")


@pytest.mark.parametrize(
    "text",
    [
        "It rose in May.  It fell in June.\nIt rose in July.  It fell in August.\n",
        "By Ann Example   3 March 2026\nQuayside\n",
        "Rovers 3   Town 1\nCity 2   United 2\n",
    ],
)
def test_prose_with_wide_gaps_is_no_table(text: str) -> None:
    assert not read_text(text, "a.txt").cells
