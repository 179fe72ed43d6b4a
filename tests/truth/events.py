"""The rules of rules/events: two reports of one event, told by shared names."""

from __future__ import annotations

from datetime import date

from hypothesis import assume
from hypothesis import strategies as st

from tests.rules.claim_builder import Builder
from tests.truth.made import FIGURES, in_one_story, other, swapped, truth, two

Draw = st.DrawFn
Made = tuple[list[Builder], bool]
DAY = date(2025, 9, 1)


def reports(draw: Draw) -> tuple[Builder, Builder, bool, bool]:
    """Two articles of one day, whether they tell one story, and whether the case is to be broken."""
    a, b = two(draw, DAY)
    return a, b, in_one_story(draw, a, b), draw(st.booleans())


@truth("event-value")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    value = draw(FIGURES)
    second = other(draw, value) if broken else value
    a.say(f"{value} homes", "~home", entity="Acme", measure="count")
    b.say(f"{second} homes", "~home", entity="Acme Trust", measure="count")
    return [a, b], broken and story


@truth("event-digits")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    digits = draw(FIGURES.filter(lambda n: n // 10 % 10 not in (0, n % 10)))
    also = draw(st.booleans())
    a.say(f"{digits} homes", "~home", entity="Acme", measure="count")
    b.say(f"{swapped(digits) if broken else digits} houses", "~roof", entity="Bolt", measure="count")
    if also:
        b.say(f"{digits} homes", "~damage", entity="Castell", measure="count")
    return [a, b], broken and story and not also


@truth("event-figure")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    value, alike = draw(FIGURES), draw(st.booleans())
    near = draw(st.sampled_from((value + 40, value + 90)))
    a.say(f"{value} homes", "~home", entity="Acme", measure="count", words="the flood swept away")
    words = "swept away by the flood" if alike else "mended"
    b.say(f"{near if broken else value} homes", "~roof", entity="Bolt", measure="count", words=words)
    return [a, b], broken and alike and story


@truth("event-direction")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    rate = draw(FIGURES) / 10
    a.say(f"{rate} %", measure="change", direction="up")
    b.say(f"{rate} %", measure="change", direction="down" if broken else "up")
    return [a, b], broken and story


@truth("event-scale")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    digits = draw(st.integers(11, 98).filter(lambda n: n % 10))
    a.say(f"{digits} homes", "~home", entity="Acme", measure="count")
    b.say(f"{digits}{'k' if broken else ''} homes", "~home", entity="Bolt", measure="count")
    return [a, b], broken and story


@truth("event-streak")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    run, shared = draw(st.integers(2, 9)), draw(FIGURES)
    second = draw(st.integers(2, 9).filter(lambda n: n != run)) if broken else run
    for builder, count, who in ((a, run, "Acme"), (b, second, "Bolt")):
        builder.say(f"{count} quarter", "~growth", entity=who, measure="streak", kind="streak")
        builder.say(f"{shared / 10} %", "~share", entity=who, measure="share", with_last=True)
    return [a, b], broken and story


def _with_its_base(builder: Builder, now: str, before: str, measure: str = "share") -> None:
    builder.say(now, "~rate", entity="Acme", measure=measure)
    builder.say(before, "~rate", entity="Acme", measure=measure, prior=True, with_last=True)


def _with_its_change(builder: Builder, now: str, change: str, way: str, measure: str = "share") -> None:
    frame = {"details": {"frame": 1}}
    builder.say(now, "~part", entity="Bolt", measure=measure, **frame)
    builder.say(change, "~part", entity="Bolt", measure="change", direction=way, with_last=True, **frame)


@truth("event-growth")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    now, before = draw(
        st.lists(st.integers(201, 398).filter(lambda n: n % 10), min_size=2, max_size=2, unique=True)
    )
    rate, points = abs(100 * (now - before)) / before, abs(now - before) / 10
    share = draw(st.booleans())  # of a share only points told as percent are known to be wrong
    assume(not share or points > 0.4)  # 20.2 to 20.3 may be any rate
    wrong = draw(st.sampled_from((points, rate + 7))) if share else rate + 7
    told = f"{wrong if broken else rate:.1f} %"
    assume(told != f"{before / 10} %")  # a number that both have would make one story of two
    shape, measure = ("{} %", "share") if share else ("€{} million", "level")
    _with_its_base(a, shape.format(now / 10), shape.format(before / 10), measure)
    _with_its_change(b, shape.format(now / 10), told, "up" if now > before else "down", measure)
    return [a, b], broken and story and (not share or wrong == points)


@truth("event-points")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    now, before = draw(
        st.lists(st.integers(201, 398).filter(lambda n: n % 10), min_size=2, max_size=2, unique=True)
    )
    points = abs(now - before) / 10
    told = f"{points + (7 if broken else 0):.1f}"
    assume(told != f"{before / 10}")  # a figure that both have would make one story of two
    _with_its_base(a, f"{now / 10} %", f"{before / 10} %")
    _with_its_change(b, f"{now / 10} %", f"{told} pp", "up" if now > before else "down")
    return [a, b], broken and story


@truth("event-record")
def _(draw: Draw) -> Made:
    a, b, story, broken = reports(draw)
    since = draw(st.integers(1900, 2019))
    alike = draw(st.booleans())
    a.say(
        None,
        "~biggest rise",
        measure="date",
        details={"since": since},
        words="the river rose in Osterby town",
    )
    words = "the river rose in Osterby town" if alike else "a party won"
    b.say(None, "~biggest rise", measure="date", details={"since": since + (9 if broken else 0)}, words=words)
    return [a, b], broken and alike and story
