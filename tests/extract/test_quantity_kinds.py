"""Kinds, hedges, cues, intervals, ranks, streaks, masks, currencies and tables."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.article import Cell
from factcheck.extract.quantities import read_quantities
from factcheck.mention import QuantityMention
from factcheck.span import Span


def only(text: str, **options: object) -> QuantityMention:
    mentions = read_quantities(text, **options)  # type: ignore[arg-type]
    assert len(mentions) == 1, [m.surface for m in mentions]
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("It was the eighth consecutive quarter of growth.", "streak", 8, "quarter"),
        ("Sales rose for a third straight month.", "streak", 3, "month"),
        ("It has grown for nine consecutive quarters.", "streak", 9, "quarter"),
        ("They have four wins in a row.", "streak", 4, "win"),
        ("Hopes rose after a 12th straight defeat.", "streak", 12, "defeat"),
        ("It is the second-largest port in the country.", "rank", 2, None),
        ("The town is the third most expensive in the land.", "rank", 3, None),
        ("She is ranked fourth.", "rank", 4, None),
        ("The No. 2 seed withdrew.", "rank", 2, None),
        ("Their 21st album is out.", "ordinal", 21, None),
        ("A 45-year-old was held.", "age", 45, "year of age"),
        ("A six-month-old was found.", "age", 6, "month of age"),
        ("They drew 2-2 and the match ended.", "score", (2, 2), None),
        ("Output tripled.", "multiple", 3, "times"),
        ("It stayed three days.", "duration", 3, "day"),
        ("About one in five agreed.", "ratio", "1/5", None),
        ("The stake is worth half the total.", "fraction", "1/2", None),
        ("Growth hit triple-digit percentage rates.", "order", (100, 1000), "percent"),
    ],
)
def test_kinds(text: str, kind: str, value: object, unit: str | None) -> None:
    mention = only(text)
    wanted = tuple(Fraction(v) for v in value) if isinstance(value, tuple) else Fraction(str(value))
    if kind == "score":
        assert (mention.quantity.low, mention.quantity.high) == wanted
    else:
        assert mention.value == wanted
    assert (mention.kind, mention.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("text", "change", "hedge"),
    [
        ("about 40 ships", "~", "about"),
        ("nearly 40 ships", "~", "nearly"),
        ("just over 40 ships", "~", "just over"),
        ("more than 40 ships", ">", "more than"),
        ("at least 40 ships", ">", "at least"),
        ("as many as 40 ships", "<", "as many as"),
        ("no more than 40 ships", "<", "no more than"),
        ("up to 40 ships", "<", "up to"),
        ("fewer than 40 ships", "<", "fewer than"),
        ("40 ships or more", ">", "or more"),
        ("an estimated 40 ships", "~", "an estimated"),
        ("40 ships", "=", None),
    ],
)
def test_hedges(text: str, change: str, hedge: str | None) -> None:
    sentence = f"There were {text} in the bay."
    mention = only(sentence)
    assert mention.change == change
    assert (mention.hedge.of(sentence) if mention.hedge else None) == hedge
    assert mention.quantity.hedged is (hedge is not None)


@pytest.mark.parametrize(
    ("text", "change", "cue"),
    [
        ("Sales rose 26%.", "up", "rose"),
        ("Sales were up 26%.", "up", "up"),
        ("Sales saw a 26% rise.", "up", "rise"),
        ("It was a 26% year-on-year jump.", "up", "jump"),
        ("Sales were 26% lower.", "down", "lower"),
        ("That is an increase of 26%.", "up", "increase"),
        ("A decline in volume of 26% followed.", "down", "decline"),
        ("Sales fell by 26%.", "down", "fell"),
        ("It cut its spending by about 26%.", "down", "cut"),
        ("The rate was at 26%.", "=", None),
        ("The rate rose to 26%.", "=", None),
        ("The rate is down from 26%.", "=", None),
    ],
)
def test_direction_cues(text: str, change: str, cue: str | None) -> None:
    mention = only(text)
    span = mention.cue
    assert mention.change == change
    assert (span.of(text) if span else None) == cue


def test_strict_and_loose_follow_the_written_digits() -> None:
    precise = only("It was worth $4.67 billion.")
    assert (precise.strict.low, precise.strict.high) == (4665000000, 4675000000)
    round_ = only("It was worth $300 million.")
    assert (round_.strict.low, round_.strict.high) == (299500000, 300500000)
    assert (round_.loose.low, round_.loose.high) == (250000000, 350000000)
    people = only("It has 5 million developers.")
    assert (people.loose.low, people.loose.high) == (4500000, 5500000)
    trailing = only("The rate was 4.50%.")
    assert trailing.quantity.step == Fraction(1, 100)


def test_hedges_bound_the_interval() -> None:
    more = only("It drew more than 500 fans.").strict
    assert (more.low, more.high, more.low_open) == (500, None, True)
    about = only("It gained about 55%.").strict
    assert (about.low, about.high) == (45, 65)
    third = only("It holds roughly one-third of it.").strict
    assert third.holds(Fraction(33, 100)) and not third.holds(Fraction(40, 100))
    faster = only("It is 11x faster.").strict
    assert faster.holds(11) and faster.holds(12) and not faster.holds(13)


def test_masked_spans_hold_no_quantity() -> None:
    text = "In the first 9 months of last year it sold 12 ships."
    assert [m.surface for m in read_quantities(text, masked=[Span(3, 34)])] == ["12 ships"]


def test_a_dollar_is_what_the_caller_or_the_text_says() -> None:
    assert only("It cost $5.").unit == "US dollar"
    assert "ambiguous-currency" in only("It cost $5.").marks
    assert only("It cost $5.", currency_hint="AUD").unit == "Australian dollar"
    assert only("All sums are in Canadian dollars. It cost $5.").unit == "Canadian dollar"
    assert only("In Shanghai, China, it cost ¥5.").unit == "Chinese yuan"
    assert "ambiguous-currency" not in only("It cost US$5.").marks


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("RMB1,899", 1899, "Chinese yuan"), ("1,899 RMB", 1899, "Chinese yuan"), ("US$4.3bn", 4300000000, "US dollar"),
        ("HK$3.7bn", 3700000000, "Hong Kong dollar"), ("€1.2m", 1200000, "euro"), ("£500k", 500000, "pound sterling"),
        ("Rs 500 crore", 5000000000, "Indian rupee"), ("128.40 euros", "128.4", "euro"), ("85 cents", 85, "US cent"),
        ("45p", 45, "penny"), ("CHF 20 million", 20000000, "Swiss franc"), ("5 billion Swedish kronor", 5000000000, "Swedish krona"),
        ("S$12", 12, "Singapore dollar"), ("NT$3 trillion", 3000000000000, "Taiwan dollar"), ("₹1,23,456", 123456, "Indian rupee"),
        ("2.5 trillion won", 2500000000000, "South Korean won"), ("R$40", 40, "Brazilian real"), ("$53B", 53000000000, "US dollar"),
        ("300 mln roubles", 300000000, "Russian rouble"), ("AED 15m", 15000000, "UAE dirham"), ("10 000 dollars", 10000, "US dollar"),
        ("€1.234.567,89", "1234567.89", "euro"), ("$10 trn", 10000000000000, "US dollar"), ("$2-3bn", (2000000000, 3000000000), "US dollar"),
    ],
)  # fmt: skip
def test_money(text: str, value: object, unit: str) -> None:
    mention = only(f"The bill came to {text}, he said.")
    wanted = tuple(Fraction(v) for v in value) if isinstance(value, tuple) else Fraction(str(value))
    assert (mention.value, mention.unit) == (wanted, unit)
    assert mention.quantity.dimension.startswith("money:")


def cell(text: str, words: str, *headers: str, caption: str = "") -> Cell:
    at = text.index(words)
    return Cell(Span(at, at + len(words)), 1, 1, headers, caption)


def test_tables_take_units_and_scales_from_headers() -> None:
    text = "| Revenue | 4,670 | (1,250) |\n| EPS | 2.35 | 26% |\n| Staff | 12,000 |"
    caption = "in millions of dollars, except per share"
    cells = [
        cell(text, " 4,670 ", "2025", "Revenue", caption=caption),
        cell(text, " (1,250) ", "2024", "Revenue", caption=caption),
        cell(text, " 2.35 ", "2025", "Earnings per share", caption=caption),
        cell(text, " 26% ", "Change", "Earnings per share", caption=caption),
    ]
    mentions = read_quantities(text, cells=cells)
    assert [(m.value, m.unit) for m in mentions][:4] == [
        (4670000000, "US dollar"), (-1250000000, "US dollar"), (Fraction("2.35"), "US dollar"), (26, "percent"),
    ]  # fmt: skip
    assert mentions[0].headers == ("2025", "Revenue") and "from-table" in mentions[0].marks


def test_a_header_of_its_own_beats_the_caption() -> None:
    text = "| Cloud | 33.4 | 12 |"
    cells = [
        cell(text, " 33.4 ", "RMB billion", "Cloud", caption="$ millions"),
        cell(text, " 12 ", "Growth (%)", "Cloud", caption="$ millions"),
    ]
    assert [(m.value, m.unit) for m in read_quantities(text, cells=cells)] == [
        (33400000000, "Chinese yuan"), (12, "percent"),
    ]  # fmt: skip


def test_dirt_does_not_hide_figures() -> None:
    text = "AlibabaBABA-- rose 5\u00a0% to “$120\u202fbillion”—its ‘largest’ in 3\u2009weeks."
    assert [(m.value, m.unit) for m in read_quantities(text)] == [
        (5, "percent"), (120000000000, "US dollar"), (3, "week"),
    ]  # fmt: skip
