"""Our light Markdown reader sees the blocks and words that markdown-it sees."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.sources.lines import text_lines
from factcheck.sources.markdown import read_markdown
from factcheck.sources.markdown_blocks import read_leaves

PEER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PAGE = """\
# Ferry traffic climbs

- Crossings rose **12 %** in February
- Fares stay at £4.20
  and no change is planned

The authority said [on Wednesday](https://example.org/a_(b) "a title") that `code 77` boats
made *1,899* crossings.

Setext heading
--------------

> Quoted by the master:
lazy line
> - item in a quote
>   more

1. First
2. Second

   second paragraph of two

   | no | table |
10. ten

| Route | 2025 | 2026 |
|:------|-----:|:----:|
| North | 0.9  | 1.0  |
| South \\| East | 0.8 | 0.9
after the table

```text
50 % hidden
```

    indented code 1

<div class="x">
words in html
</div>

~~~
never closed
"""


def peer_lines(text: str) -> dict[int, tuple[str, bool, bool]]:
    """Line number → (kind, quoted, in a list item), for lines that hold something."""
    found: dict[int, tuple[str, bool, bool]] = {}
    quotes = items = 0
    lines = text.split("\n")
    for token in PEER.parse(text):
        quotes += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        items += (token.type == "list_item_open") - (token.type == "list_item_close")
        kind = {
            "heading_open": f"heading{token.tag}",
            "paragraph_open": "paragraph",
            "fence": "code",
            "code_block": "code",
            "html_block": "html",
            "table_open": "table",
        }.get(token.type)
        if kind and token.map:
            for number in range(*token.map):
                if number < len(lines) and lines[number].strip(" \t>"):
                    found[number] = (kind, quotes > 0, items > 0)
    return found


def our_lines(text: str) -> dict[int, tuple[str, bool, bool]]:
    starts = text_lines(text)
    found: dict[int, tuple[str, bool, bool]] = {}
    leaves, _ = read_leaves(text)
    for leaf in leaves:
        kind = {"raw": "html", "heading": f"headingh{leaf.level}"}.get(leaf.kind, leaf.kind)
        for start, _ in leaf.lines:
            number = next(n for n, (_, end) in enumerate(starts) if start <= end)
            if text[slice(*starts[number])].strip(" \t>"):
                found[number] = (kind, leaf.quoted, leaf.item > 0)
    return found


def without_closings(
    lines: dict[int, tuple[str, bool, bool]], text: str
) -> dict[int, tuple[str, bool, bool]]:
    """Closing fences and setext underlines belong to a block for one reader and not for the other."""
    source = text.split("\n")
    return {
        number: found
        for number, found in lines.items()
        if not re.fullmatch(r"[ \t>*+\-=`~\d.)#]*", source[number])
    }


def assert_same_blocks(text: str) -> None:
    assert without_closings(our_lines(text), text) == without_closings(peer_lines(text), text)


def test_a_page_with_everything() -> None:
    assert_same_blocks(PAGE)


LINES = st.sampled_from(
    [
        "", "", "", "Plain words here", "  indented words", "# Heading", "## Sub ##", "#nothing", "===", "---", "- - -",
        "- item", "* star", "+ plus", "1. one", "2) two", "7. seven", "-", "1.", "  - nested", "   * deep", "    four",
        "      six", "\ttab", "- \ttabbed", "> quote", ">quote", "> - q item", "> # q head", ">", "> > deep", "```", "```py",
        "~~~", "````", "> ```", "| a | b |", "|---|---|", "a | b", "--- | ---", "|:-:|", "| a |", "<div>", "</div>",
        "<b>x</b> words", "<span>", "<!-- c", "c -->", "<!-- c -->", "words - dash",
        "2024. A year", "**Bold**", "+ 5 %", "_under_", "***", "a\\", "1986\\. not a list", "    - code or item",
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=12))
@example(["- item", "", "      six"])
@example(["> ```", "Plain words here"])
@example(["a | b", "--- | ---", "", "Plain words here"])
@example(["-", "", "  indented words"])
@example(["Plain words here", "| a | b |", "|---|---|", "| a |"])
def test_the_same_blocks_whatever_the_lines(lines: list[str]) -> None:
    # CommonMark 0.31, "lazy continuation": deep indents after a quoted line continue it. markdown-it sees code.
    assume(
        not (
            any(">" in line for line in lines)
            and any(a.strip() and b[:4].isspace() for a, b in pairwise(lines))
        )
    )
    assert_same_blocks("\n".join(lines))


def peer_words(text: str) -> list[str]:
    words: list[str] = []
    for token in PEER.parse(text):
        struck = address = 0
        for child in token.children or []:
            struck += (child.type == "s_open") - (child.type == "s_close")
            if child.type in ("link_open", "link_close") and child.info == "auto":
                address = child.type == "link_open"
            if child.type == "text" and not struck and not address:
                words.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                words.append(" ")
    return "".join(words).split()


@pytest.mark.parametrize(
    "text",
    [
        "The *first* and **second** and ***third*** words",
        "A [link](https://example.org/99 'title 7') and [another](<a b>) one",
        "A [ref][r] and [r][] and [r] and [not]\n\n[r]: https://example.org/5",
        "A picture ![alt 4](x.png) here",
        "Linked picture [![alt](a.png)](https://example.org) here",
        "Code `12 %` and ``a ` b`` gone, ` lone tick stays",
        r"Escaped \*stars\* and 4 \$ and \[brackets\]",
        "Auto <https://example.org/88> and <b>tags</b> and 3 < 5 and 7 > 6",
        "Struck ~~12~~ 13 boats",
        "snake_case_name and 2 * 3 and _under_ it",
        "AT&amp;T made &pound;5 &copy; &unknown; 5 & 6",
        "a comment <!-- 99 --> gone",
        "[unclosed and (parens) and ](odd",
        "Nested [a [b](c) d](e) f",
    ],
)
def test_the_same_words_of_a_paragraph(text: str) -> None:
    page = read_markdown(text)
    assert len(page.prose) == len(text)
    assert "".join(page.prose.split()) == "".join(peer_words(text))


INLINE = st.sampled_from(
    ["word", "12 %", " ", " ", "*", "**", "_", "`", "``", "[", "]", "](u)", "![", "\\*", "<b>", "</b>", "<", ">", "&amp;",
     "$5", "(", ")", "\n", "5", "a"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(INLINE, max_size=14))
def test_no_figure_is_invented_or_lost_inline(parts: list[str]) -> None:
    text = "x " + "".join(parts) + " y"
    ours = re.sub(r"\D", "", read_markdown(text).prose)
    assert ours == re.sub(r"\D", "", "".join(peer_words(text)))
