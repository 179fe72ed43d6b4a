"""Metrics and scopes: the longest name wins, near names never merge, and units that cannot fit are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ConfigurationError
from factcheck.normalise.metrics import KINDS, load_metrics

METRICS = load_metrics()


def found(words: str) -> str | None:
    match = METRICS.match(words.lower().replace("-", " ").split(), 0)
    return match[1] if match else None


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        ("net income per diluted share of", "earnings-per-share"),
        ("EPS came to", "earnings-per-share"),
        ("loss per share narrowed", "loss-per-share"),
        ("diluted earnings per share", "earnings-per-share"),
        ("earnings rose", "net-income"),
        ("net profits fell", "net-income"),
        ("net loss widened", "net-loss"),
        ("operating profit", "operating-income"),
        ("income from operations", "operating-income"),
        ("EBITDA margin", "ebitda-margin"),
        ("ebita", "ebita"),
        ("gross margin", "gross-margin"),
        ("gross profit", "gross-profit"),
        ("same-store sales", "same-store-sales"),
        ("net sales", "revenue"),
        ("turnover", "revenue"),
        ("net interest income", "net-interest-income"),
        ("free cash flow", "free-cash-flow"),
        ("cash flow from operating activities", "operating-cash-flow"),
        ("cash reserves", "cash"),
        ("capex", "capital-expenditure"),
        ("share buyback", "share-buyback"),
        ("market value", "market-capitalisation"),
        ("price-to-earnings ratio", "price-earnings-ratio"),
        ("core inflation", "core-inflation"),
        ("unemployment rate", "unemployment-rate"),
        ("gross domestic product", "gdp"),
        ("margin of error", "margin-of-error"),
        ("death toll", "deaths"),
        ("homicides", "homicides"),
        ("vaccine efficacy", "efficacy"),
        ("rainfall", "rainfall"),
        ("greenhouse gas emissions", "emissions"),
        ("house prices", "house-price"),
        ("home sales", "home-sales"),
        ("monthly active users", "monthly-active-users"),
        ("attendance", "attendance"),
        ("mortgage rates", "mortgage-rate"),
    ],
)
def test_names(words: str, metric: str) -> None:
    assert found(words) == metric


@pytest.mark.parametrize(
    "words",
    ["earnings call", "sales force", "stock market", "interest rate cut", "percentage points", "approval of"],
)
def test_what_only_looks_like_a_metric(words: str) -> None:
    assert found(words) is None


def test_signs_and_apostrophes_do_not_hide_a_name() -> None:
    for words in (["p", "/", "e", "ratio"], ["p", "\0", "e", "ratio"], ["p/e", "ratio"]):
        assert METRICS.match(words, 0) == (len(words), "price-earnings-ratio")
    for words in (["shareholders", "\0", "equity"], ["shareholders", "equity"], ["shareholders'", "equity"]):
        assert METRICS.match(words, 0) == (len(words), "equity")


def test_two_metrics_never_share_a_name() -> None:
    for a, b in (("operating income", "net income"), ("gross margin", "gross profit"), ("cash", "cash flow")):
        assert found(a) != found(b)


@pytest.mark.parametrize(
    ("metric", "dimension", "answer"),
    [
        ("gross-margin", "money:USD", False),
        ("gross-margin", "percent", True),
        ("revenue", "money:USD", True),
        ("revenue", "percent", False),
        ("revenue", "money:USD per share", False),
        ("earnings-per-share", "money:USD per share", True),
        ("users", "count:user", True),
        ("users", "money:EUR", False),
        ("temperature", "temperature", True),
        ("rainfall", "length", True),
        ("oil-output", "flow", True),
        ("inflation", "fraction", True),
        ("~cloud pledge", "money:USD", True),
    ],
)
def test_units_that_fit(metric: str, dimension: str, answer: bool) -> None:
    assert METRICS.allows(metric, dimension) is answer


def test_per_share() -> None:
    assert METRICS.per_share("net-income") == "earnings-per-share"
    assert METRICS.per_share("earnings-per-share") == "earnings-per-share"
    assert METRICS.per_share("inflation") is None
    assert METRICS.per_share("~pledge") is None


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("adjusted", ("accounting", "adjusted")),
        ("non gaap", ("accounting", "adjusted")),
        ("gaap", ("accounting", "gaap")),
        ("in constant currency", ("accounting", "constant-currency")),
        ("organic", ("accounting", "organic")),
        ("from continuing operations", ("operations", "continuing")),
        ("diluted", ("share-count", "diluted")),
        ("real estate", None),
        ("organic food", None),
    ],
)
def test_scopes(words: str, scope: tuple[str, str] | None) -> None:
    match = METRICS.match_scope(words.split(), 0)
    assert (match[1] if match else None) == scope


def test_every_metric_is_well_formed_and_found_by_its_own_names() -> None:
    for key in METRICS.ids():
        info = METRICS.info(key)
        assert info.kind in KINDS
        assert info.dimensions
        for name in info.names:
            match = METRICS.match(name.replace("-", " ").replace("'", "").replace(",", "").split(), 0)
            assert match is not None and match[1] == key, name


@given(
    st.lists(
        st.sampled_from(
            ["net", "income", "per", "share", "operating", "of", "the", "sales", "call", "\x00", "margin"]
        ),
        max_size=8,
    )
)
def test_a_match_lies_inside_the_words(words: list[str]) -> None:
    for at in range(len(words)):
        match = METRICS.match(words, at)
        if match is not None:
            assert 1 <= match[0] <= len(words) - at
            assert METRICS.known(match[1])


def test_a_newsroom_adds_names_and_metrics(tmp_path: Path) -> None:
    (tmp_path / "metrics.yaml").write_text(
        "metrics:\n  revenue: {names: [takings]}\n"
        "  ferry-crossings: {kind: event, dimensions: [count], names: [ferry crossings]}\n",
        encoding="utf-8",
    )
    metrics = load_metrics((tmp_path,))
    assert metrics.match(["takings"], 0) == (1, "revenue")
    assert metrics.match(["ferry", "crossings"], 0) == (2, "ferry-crossings")
    assert metrics.match(["net", "sales"], 0) == (2, "revenue")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{kind: flow, dimensions: [money], names: [x], colour: red}", "colour"),
        ("{kind: flood, dimensions: [money], names: [x]}", "kind"),
        ("{kind: flow, dimensions: [money], names: []}", "names"),
        ("{kind: flow, dimensions: [money], names: [x], per_share: nothing}", "nothing"),
    ],
)
def test_a_faulty_entry_is_refused(tmp_path: Path, entry: str, said: str) -> None:
    (tmp_path / "metrics.yaml").write_text(f"metrics:\n  odd: {entry}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=said):
        load_metrics((tmp_path,))
