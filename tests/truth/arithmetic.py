"""The rules of rules/arithmetic: sums, shares and growth whose right result is worked out here, and then made wrong."""

from __future__ import annotations

from datetime import date

from hypothesis import assume
from hypothesis import strategies as st

from tests.rules.claim_builder import Builder
from tests.truth.made import FIGURES, quarter_label, subject, truth, two

Draw = st.DrawFn
Made = tuple[list[Builder], bool]
LEVELS = st.integers(1001, 9998).filter(lambda n: n % 10 != 0)
FRAME = {"details": {"frame": 1}}


def figure(number: int, tail: str = "M") -> str:
    """A sum in millions whose digits are all written, zeros at its end included."""
    return f"${number}.0{tail}"


def off(draw: Draw, right: int, least: float = 0.05) -> int:
    """A number that rounding cannot bring near the right one."""
    far = max(2, int(right * least) + 2)
    return draw(
        st.one_of(
            st.integers(right + far, right + 9 * far), st.integers(max(1, right // 3), max(1, right - far))
        )
    )


@truth("growth-arithmetic")
def _(draw: Draw) -> Made:
    a, who, broken = Builder("a.md"), subject(draw), draw(st.booleans())
    before, permille = draw(LEVELS), draw(st.integers(60, 900))
    way = draw(st.sampled_from(("up", "down")))
    now = before * (1000 + (permille if way == "up" else -permille)) / 1000
    stated = off(draw, permille, 0.1) if broken else permille
    a.say(f"${now:.2f}M", period="2025", **FRAME, **who)
    a.say(f"${before}.00M", period="2024", prior=True, with_last=True, **FRAME, **who)
    a.say(
        f"{stated / 10:.1f} %",
        measure="change",
        direction=way,
        period="2025",
        basis="year-on-year",
        with_last=True,
        **FRAME,
        **who,
    )
    return [a], broken


def _between(draw: Draw, apart: int, basis: str) -> Made:
    a, b = two(draw)
    who, broken, at = subject(draw), draw(st.booleans()), draw(st.integers(8, 90))
    before, permille = draw(LEVELS), draw(st.integers(60, 900))
    now = before * (1000 + permille) / 1000
    stated = off(draw, permille, 0.1) if broken else permille
    label, base = (quarter_label(at), quarter_label(at - apart))
    a.say(f"${now:.2f}M", period=label, **who)
    b.say(f"${before}.00M", period=base, **who)
    b.say(f"{stated / 10:.1f} %", measure="change", direction="up", period=label, basis=basis, **who)
    return [a, b], broken


@truth("growth-between-years")
def _(draw: Draw) -> Made:
    return _between(draw, 4, "year-on-year")


@truth("growth-between-quarters")
def _(draw: Draw) -> Made:
    return _between(draw, 1, "quarter-on-quarter")


@truth("change-in-points")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    before, change = draw(st.integers(200, 700)), draw(st.integers(11, 199))
    way = draw(st.sampled_from(("up", "down")))
    now = before + (change if way == "up" else -change)
    stated = off(draw, change) if broken else change
    more = {"metric": "operating-margin", **FRAME}
    a.say(f"{now / 10:.1f} %", measure="ratio", **more)
    a.say(f"{before / 10:.1f} %", measure="ratio", prior=True, with_last=True, **more)
    a.say(f"{stated / 10:.1f} pp", measure="change", direction=way, with_last=True, **more)
    return [a], broken


@truth("compound-growth")
def _(draw: Draw) -> Made:
    a, broken, years = Builder("a.md"), draw(st.booleans()), draw(st.integers(2, 8))
    first, rate = draw(LEVELS), draw(st.integers(20, 300))
    last = first * (1 + rate / 1000) ** years
    stated = off(draw, rate, 0.25) if broken else rate
    more = {"metric": "~market", **FRAME}
    a.say(f"${last:.0f}.0M", period=str(2015 + years), **more)
    a.say(f"${first}.0M", period="2015", prior=True, with_last=True, **more)
    a.say(f"{stated / 10:.1f} %", measure="change", basis="per-year", direction="up", with_last=True, **more)
    return [a], broken


@truth("share-of-total")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    whole, share = draw(LEVELS), draw(st.integers(51, 990))
    part = round(whole * share / 1000)
    assume(part > 60)
    a.say(f"{share / 10:.1f} %", "~budget", measure="share", details={"of": 1})
    a.say(f"${whole}M", "~budget", with_last=True, details={"whole": 1})
    a.say(f"${off(draw, part) if broken else part}.0M", "~schools", with_last=True, details={"part": 1})
    near = abs(part - whole * share / 1000)
    return [a], broken or near > whole * 0.0005 + 0.05 + share / 2000


@truth("shares-exceed-whole")
def _(draw: Draw) -> Made:
    a = Builder("a.md")
    shares = draw(st.lists(st.integers(2, 60), min_size=2, max_size=6))
    for at, share in enumerate(shares):
        a.say(f"{share}.0 %", "market-share", measure="share", entity=f"Firm {at}", period="2025")
    return [a], sum(shares) > 100


def _group(draw: Draw, whole: str, part: str, broken: bool, right: int, parts: list[int]) -> list[Builder]:
    a = Builder("a.md")
    a.say(figure(right), "~total", details={whole: 1})
    for at, number in enumerate(parts):
        a.say(figure(number), "~part", details={part: 1}, entity=f"Part {at}")
    return [a]


@truth("sum-of-parts")
def _(draw: Draw) -> Made:
    parts, broken = draw(st.lists(LEVELS, min_size=2, max_size=5)), draw(st.booleans())
    whole = off(draw, sum(parts)) if broken else sum(parts)
    return _group(draw, "sum", "addend", broken, whole, parts), broken


@truth("sum-falls-short")
def _(draw: Draw) -> Made:
    parts, broken = draw(st.lists(LEVELS, min_size=2, max_size=4)), draw(st.booleans())
    total = sum(parts)
    whole = (
        draw(st.integers(total * 2 + 10, total * 20))
        if broken
        else draw(st.integers(total // 2, total * 2 - 10))
    )
    return _group(draw, "total", "part", broken, whole, parts), broken


@truth("parts-exceed-whole")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    parts = draw(st.lists(LEVELS, min_size=2, max_size=4))
    total = sum(parts)
    whole = draw(st.integers(total // 4, total - 10)) if broken else draw(st.integers(total, total * 3))
    a.say(figure(whole), period="2025")
    for at, number in enumerate(parts):
        a.say(figure(number), period="2025", scope={"segment": f"part {at}"})
    return [a], broken


@truth("multiple")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    base, times = draw(LEVELS), draw(st.integers(2, 9))
    stated = draw(st.integers(2, 12).filter(lambda n: n not in (times, times - 1))) if broken else times
    more = {"metric": "~visitor", **FRAME}
    a.say(f"{base * times} visitors", measure="count", **more)
    a.say(f"{base} visitors", measure="count", prior=True, with_last=True, **more)
    a.say(f"{stated}.0x", measure="ratio", kind="multiple", direction="up", with_last=True, **more)
    return [a], broken


@truth("missing-base")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    details = {} if broken else {"base": "the old engine"}
    a.say(f"{draw(st.integers(2, 40))}x", "~inferencing", measure="ratio", kind="multiple", details=details)
    return [a], broken


@truth("rate-times-time")
def _(draw: Draw) -> Made:
    a, broken, years = Builder("a.md"), draw(st.booleans()), draw(st.integers(2, 9))
    yearly = draw(LEVELS)
    total = off(draw, yearly * years, 0.4) if broken else yearly * years
    a.say(figure(total), "investment", details={"rate-total": 1})
    a.say(figure(yearly), "investment", with_last=True, details={"rate-yearly": 1})
    a.say(f"{years}.0 year", "investment", measure="duration", with_last=True, details={"rate-time": 1})
    return [a], broken


@truth("per-unit")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    each, shares = draw(FIGURES), draw(LEVELS)
    right = each * shares // 100
    profit = (
        draw(st.integers(right * 13 // 10 + 9, right * 5 + 9))
        if broken
        else draw(st.integers(right * 9 // 10 + 1, right * 11 // 10))
    )
    a.say(f"${each / 100:.2f}", "earnings-per-share", period="2025")
    a.say(f"{shares}.0M shares", "shares-outstanding", measure="count", period="2025")
    a.say(figure(profit), "net-income", period="2025")
    return [a], broken


@truth("market-value")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    each, shares = draw(FIGURES), draw(LEVELS)
    right = each * shares // 100
    value = (
        draw(st.integers(right * 14 // 10 + 9, right * 9 + 9))
        if broken
        else draw(st.integers(right * 9 // 10 + 1, right * 11 // 10))
    )
    a.say(f"${each / 100:.2f}", "share-price", period="2025-06-30")
    a.say(f"{shares}.0M shares", "shares-outstanding", measure="count", period="2025-06-30")
    a.say(figure(value), "market-capitalisation", period="2025-06-30")
    return [a], broken


@truth("average")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    mean, number = draw(FIGURES), draw(st.integers(3, 99).filter(lambda n: n % 10))
    a.say(f"${mean * number}.00", "~fine", details={"average-total": 1})
    a.say(f"{number} drivers", "~driver", measure="count", with_last=True, details={"average-number": 1})
    a.say(f"${off(draw, mean) if broken else mean}.00", "~fine", with_last=True, details={"average-mean": 1})
    return [a], broken


@truth("average-of-list")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    items = draw(st.lists(LEVELS, min_size=3, max_size=6))
    mean = sum(items) // len(items)
    items[-1] += mean * len(items) - sum(items)
    assume(items[-1] > 60)
    for number in items:
        a.say(figure(number), "~bid", with_last=bool(a.claims), details={"average-item": 1})
    a.say(figure(off(draw, mean) if broken else mean), "~bid", with_last=True, details={"average-of": 1})
    return [a], broken


@truth("slices-exceed-whole")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    first, second = draw(st.integers(20, 60)), draw(st.integers(1, 40))
    third = (
        100 - first - second + draw(st.integers(2, 30))
        if broken
        else draw(st.integers(0, 100 - first - second))
    )
    assume(third > 0)
    for number in (first, second, third):
        a.say(f"{number}.0 %", "~answer", measure="share", with_last=bool(a.claims), details={"slice": 1})
    return [a], broken


@truth("price-times-number")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    number, price = draw(LEVELS), draw(FIGURES)
    right = number * price
    a.say(f"{number} tickets", "~ticket", measure="count", details={"price-number": 1})
    a.say(f"${price}.00", "~price", with_last=True, details={"price-each": 1})
    a.say(f"${off(draw, right) if broken else right}.00", "~sum", with_last=True, details={"price-total": 1})
    return [a], broken


@truth("grim")
def _(draw: Draw) -> Made:
    a, people, percent = Builder("a.md"), draw(st.integers(3, 60)), draw(st.integers(1, 99))
    possible = any(abs(100 * some / people - percent) <= 0.5 for some in range(people + 1))
    a.say(f"{percent} %", "~patient", measure="share", details={"sample": 1})
    a.say(f"{people} patients", "~patient", measure="count", with_last=True, details={"sample-size": 1})
    return [a], not possible


@truth("count-of-list")
def _(draw: Draw) -> Made:
    a, announced, listed = Builder("a.md"), draw(st.integers(2, 9)), draw(st.integers(2, 9))
    a.say(f"{announced} pillars", "~pillar", measure="list", details={"items": listed})
    return [a], announced != listed


@truth("unit-pair")
def _(draw: Draw) -> Made:
    a, broken, miles = Builder("a.md"), draw(st.booleans()), draw(FIGURES)
    right = round(miles * 1.609344)
    a.say(f"{miles} mile", "~distance", details={"pair": 1, "place": "first"}, length="mile")
    said = off(draw, right, 0.12) if broken else right
    a.say(
        f"{said}.0 km",
        "~distance",
        details={"pair": 1, "place": "second"},
        with_last=True,
        length="kilometre",
    )
    return [a], broken


@truth("currency-pair")
def _(draw: Draw) -> Made:
    """By the shipped rates a euro was between 1.03 and 1.13 dollars through 2024."""
    a, broken, euros = Builder("a.md", date(2025, 2, 3)), draw(st.booleans()), draw(FIGURES)
    a.say(f"€{euros}M", period="2024", details={"pair": 1, "place": "first"})
    dollars = round(euros * (1.5 if broken else 1.0824))
    a.say(f"${dollars}.0M", period="2024", details={"pair": 1, "place": "second"}, with_last=True)
    return [a], broken


@truth("no-rate")
def _(draw: Draw) -> Made:
    """The rates begin in 1999; before, nothing can be held against them."""
    broken = draw(st.booleans())
    year = draw(st.integers(1990, 1997) if broken else st.integers(2001, 2024))
    a = Builder("a.md", date(year + 1, 2, 3))
    a.say(f"€{draw(FIGURES)}M", period=str(year), details={"pair": 1, "place": "first"})
    a.say(f"${draw(FIGURES)}M", period=str(year), details={"pair": 1, "place": "second"}, with_last=True)
    return [a], broken


@truth("counted-share")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    whole = draw(st.integers(3, 400))
    part = draw(st.integers((whole + 2) // 3, whole))
    permille = round(1000 * part / whole)
    stated = off(draw, permille, 0.03) if broken else permille
    a.say(
        f"{stated / 10:.1f} %",
        "~shot",
        measure="share",
        details={"numerator": part, "denominator": whole},
    )
    return [a], broken


@truth("profit-beyond-revenue")
def _(draw: Draw) -> Made:
    """A profit of some tenths of revenue, or of two hundred times as much."""
    a, who, broken = Builder("a.md"), subject(draw), draw(st.booleans())
    revenue, tenths = draw(LEVELS), draw(st.integers(1, 90))
    profit = draw(st.sampled_from(("operating-income", "net-income", "ebitda")))
    more = {"modality": "reported", "period": "2025", **who}
    a.say(figure(revenue), **more)
    a.say(f"${revenue * tenths * (200 if broken else 1) / 10:.1f}M", **{**more, "metric": profit})
    return [a], broken
