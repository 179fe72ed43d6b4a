"""The rules of rules/periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from factcheck.period import Period, Reading
from tests.rules.claim_builder import Builder, quarter
from tests.truth.made import FIGURES, in_one_story, quarter_label, subject, truth, two

Draw = st.DrawFn
Made = tuple[list[Builder], bool]
DAYS = st.dates(date(2001, 1, 1), date(2025, 12, 31))
QUARTERS = st.integers(4, 100)


def anchored(start: date, end: date, text: str, kind: str) -> Period:
    return Period(text, f"{start}", kind, (Reading(start, end, "anchored", f"{start}"),))


@truth("period-label")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, figure = subject(draw), draw(FIGURES)
    first, second = draw(QUARTERS), draw(QUARTERS)
    a.say(f"${figure}M", period=quarter_label(first), **who)
    b.say(f"${figure}M", period=quarter_label(second), **who)
    return [a, b], first != second


@truth("base-of-itself")
def _(draw: Draw) -> Made:
    a = Builder("a.md")
    one, second, at, slip = draw(FIGURES), draw(FIGURES), draw(QUARTERS), draw(st.booleans())
    a.say(f"${one}M", period=quarter_label(at), details={"frame": 1})
    dated = {"dated": "as itself"} if slip else {}
    before = {"prior": True, "with_last": True, "details": {"frame": 1, **dated}}
    a.say(f"${second}M", period=quarter_label(at - 4), **before)
    return [a], slip and one != second


@truth("copied-time")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    figure, first, second = draw(FIGURES), draw(QUARTERS), draw(QUARTERS)
    second = draw(st.sampled_from((first, second)))  # the base, or the time that the figure has
    base, other = draw(QUARTERS), draw(QUARTERS)
    other = draw(st.sampled_from((base, other)))
    for builder, name, time, before in ((a, "~grant", first, base), (b, "~sum", second, other)):
        times = f"{quarter_label(time)} and {quarter_label(before)}"
        told = {"copy-when": "0f", "times": times, "timewords": times}
        builder.say(f"${figure}M", name, measure="level", period=quarter_label(time), details=told)
    return [a, b], first != second or base != other


@truth("streak-start")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, at, count = subject(draw), draw(QUARTERS), draw(st.integers(2, 20))
    later, wrong = draw(st.integers(0, 12)), draw(st.sampled_from((0, 0, -2, -1, 1, 2)))
    wrong = 0 if count + later + wrong < 1 else wrong
    more = {"measure": "streak", "direction": "up", **who}
    a.say(f"{count} quarter", period=quarter_label(at), **more)
    b.say(f"{count + later + wrong} quarter", period=quarter_label(at + later), **more)
    return [a, b], wrong != 0


@truth("weekday-of-date")
def _(draw: Draw) -> Made:
    a, day, stated = Builder("a.md"), draw(DAYS), draw(st.integers(0, 6))
    a.say(None, "date", measure="date", period=str(day), details={"weekday": stated})
    return [a], day.weekday() != stated


@truth("impossible-date")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    a.say("31", "date", measure="date", marks=frozenset(("impossible-date",) if broken else ()))
    return [a], broken


@truth("undated")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    a.say(None, "date", measure="date", marks=frozenset(("undated",) if broken else ()))
    return [a], broken


@truth("period-not-over")
def _(draw: Draw) -> Made:
    at, days = draw(QUARTERS), draw(st.integers(-80, 80))
    period = quarter(quarter_label(at))
    end = period.readings[0].end
    assert end is not None
    a = Builder("a.md", end + timedelta(days=days))
    a.say(f"{draw(FIGURES) / 10} %", measure="change", direction="up", period=period, **subject(draw))
    return [a], days < 0


@truth("tense-of-date")
def _(draw: Draw) -> Made:
    at, days = draw(QUARTERS), draw(st.integers(-80, 180))
    period = quarter(quarter_label(at))
    end = period.readings[0].end
    assert end is not None
    a = Builder("a.md", end + timedelta(days=days))
    modality = draw(st.sampled_from(("planned", "forecast", "target")))
    a.say(f"${draw(FIGURES)}M", period=period, modality=modality, **subject(draw))
    return [a], days > 100 if modality == "forecast" else days >= 0


@truth("relative-date")
def _(draw: Draw) -> Made:
    """Yesterday, beside a date: right if it is the day before."""
    day, off = draw(DAYS), draw(st.sampled_from((0, 0, -3, -2, -1, 1, 2, 3)))
    a = Builder("a.md", day)
    yesterday = day - timedelta(days=1)
    told = anchored(yesterday, yesterday, "yesterday", "day")
    a.say(
        None,
        "date",
        measure="date",
        period=str(yesterday + timedelta(days=off)),
        marks=frozenset(("dated-twice",)),
    )
    a.claims[0] = replace(a.claims[0], compared=told)
    return [a], off != 0


@truth("relative-label")
def _(draw: Draw) -> Made:
    """Last month's figure, and the same figure under a named month."""
    month, off = draw(st.integers(0, 200)), draw(st.sampled_from((0, 0, -2, -1, 1, 2)))

    def label(at: int) -> str:
        return f"{2005 + at // 12}-{at % 12 + 1:02}"

    a, b = two(draw)
    meant = quarter(label(month)).readings[0]
    assert meant.start is not None and meant.end is not None
    a.published = meant.end + timedelta(days=draw(st.integers(1, 28)))
    b.published = a.published + timedelta(days=60)
    who, figure = subject(draw), draw(FIGURES)
    a.say(f"${figure}M", period=anchored(meant.start, meant.end, "last month", "month"), **who)
    b.say(f"${figure}M", period=label(month + off), **who)
    return [a, b], off != 0


@truth("duration")
def _(draw: Draw) -> Made:
    first, years = draw(st.integers(1990, 2020)), draw(st.integers(2, 20))
    stated = draw(st.integers(2, 24).filter(lambda n: n % 10 != 0))
    a = Builder("a.md")
    a.say(f"{stated} year", "~plan", measure="duration", years=(first, first + years))
    return [a], stated not in (years, years + 1)


@truth("open-anchor")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    period = Period("recent", "", "relative", (), True) if broken else quarter("2025")
    for _ in range(draw(st.integers(1, 3))):
        a.say(f"${draw(FIGURES)}M", period=period)
    return [a], broken


@truth("weekday-across")
def _(draw: Draw) -> Made:
    """A yearless date can be of two years; the other article says of which."""
    a, b = two(draw)
    story = in_one_story(draw, a, b)
    day = date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 300)))
    stated = draw(st.integers(0, 6))
    more = {"measure": "date", "period": day.isoformat()}
    a.say(None, "~date", marks=frozenset(("yearless",)), details={"weekday": stated}, **more)
    b.say(None, "~date", **more)
    return [a, b], story and stated != day.weekday()


@truth("record-reach")
def _(draw: Draw) -> Made:
    """The biggest rise in so many years, and since a year: a year more or less is the months'."""
    day, years = draw(DAYS), draw(st.integers(3, 90))
    off = draw(st.sampled_from((0, 0, -1, 1, -2, 2, 7)))
    a = Builder("a.md", day)
    a.say(None, "~biggest rise", measure="date", details={"years": years, "recordwords": "one"})
    since = {"since": day.year - years + off, "recordwords": "other"}
    a.say(None, "~biggest rise", measure="date", details=since)
    return [a], abs(off) > 1


@truth("time-in-results")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    digits, alike = draw(FIGURES), draw(st.booleans())
    year, other = draw(st.integers(2021, 2025)), draw(st.integers(2021, 2025))
    words = "the shortfall of moorings at our northern piers for small boats will come to"
    told = {"details": {"results": "~acme 2025-Q2"}}
    a.say(f"${digits}M", "~shortfall", words=words, period=str(year), **told)
    words = words if alike else "a wholly different charge for paint and brushes rises to"
    b.say(f"${digits}M", "~mooring", words=words, period=str(other), **told)
    return [a, b], alike and year != other
