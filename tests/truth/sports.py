"""The rules of rules/sports: matches whose score, margin and stages are drawn here, and then made wrong."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from tests.rules.claim_builder import Builder
from tests.truth.made import truth

Draw = st.DrawFn
Made = tuple[list[Builder], bool]


def say_score(a: Builder, first: int, second: int, **details: object) -> None:
    ends = {"first": first, "second": second, "more": max(first, second), "fewer": min(first, second)}
    a.say(f"{first}", "~score", words=f"{second} against", measure="score", details={**ends, **details})


@truth("score-margin")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    fewer, margin = draw(st.integers(0, 120)), draw(st.integers(1, 40))
    say_score(a, fewer + margin, fewer, match=1)
    told = draw(st.integers(1, 60).filter(lambda n: n != margin)) if broken else margin
    a.say(f"{told} point", "~point", measure="count", details={"margin-of": 1})
    return [a], broken


@truth("score-at-stage")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    fewer, margin = draw(st.integers(0, 120)), draw(st.integers(0, 40))
    say_score(a, fewer + margin, fewer, match=1)
    more = draw(st.integers(0, fewer + margin))
    less = draw(st.integers(0, min(more, fewer)))
    if broken:
        over = draw(st.integers(1, 20))
        more, less = draw(
            st.sampled_from(((fewer + margin + over, less), (fewer + margin + over, fewer + over)))
        )
    say_score(a, more, less, **{"stage-of": 1})
    return [a], broken


@truth("score-winner")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    fewer, margin = draw(st.integers(0, 120)), draw(st.integers(1, 40))
    ends = (fewer, fewer + margin) if broken else (fewer + margin, fewer)
    say_score(a, *ends, match=1, outcome="won")
    return [a], broken


@truth("score-draw")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    score, margin = draw(st.integers(0, 60)), draw(st.integers(1, 9))
    say_score(a, score, score + margin if broken else score, match=1, outcome="drew")
    return [a], broken


PERIOD = st.tuples(st.integers(0, 40), st.integers(0, 40))


@truth("score-periods")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    parts = draw(st.lists(PERIOD, min_size=2, max_size=5))
    sums = sum(one for one, _ in parts), sum(other for _, other in parts)
    won = sum(one > other for one, other in parts), sum(other > one for one, other in parts)
    first, second = sums
    if broken:
        first += draw(st.integers(1, 9))
        assume({first, second} not in (set(sums), set(won)))
    elif draw(st.booleans()):
        first, second = draw(st.sampled_from((sums[::-1], won, won[::-1])))
    totals = dict(zip(("sumfirst", "sumsecond", "wonfirst", "wonsecond"), (*sums, *won), strict=True))
    say_score(a, first, second, match=1, **totals)
    return [a], broken


@truth("score-sets")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    fewer = draw(st.integers(0, 2))
    won, odd = (fewer, draw(st.integers(0, 1))) if broken else (draw(st.integers(fewer + 1, 3)), 0)
    say_score(a, 6, 4, outcome="won", setsfirst=won, setssecond=fewer, oddsets=odd)
    return [a], broken


@truth("aggregate")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    score = st.tuples(st.integers(0, 9), st.integers(0, 9))
    final, first = draw(score), draw(score)
    ways = {
        (max(pair), min(pair))
        for pair in (
            (final[0] + first[0], final[1] + first[1]),
            (final[0] + first[1], final[1] + first[0]),
        )
    }
    both = (
        draw(score.filter(lambda pair: pair[0] >= pair[1] and pair not in ways))
        if broken
        else draw(st.sampled_from(sorted(ways)))
    )
    say_score(a, *final, match=1)
    say_score(a, *first, **{"first-leg": 1})
    say_score(a, *both, aggregate=1)
    return [a], broken


def say_record(a: Builder, **record: int) -> None:
    for role, (number, noun) in {
        name: (number, name.removesuffix("s") if name != "losses" else "loss")
        for name, number in record.items()
    }.items():
        a.say(
            f"{number} {noun}",
            f"~{noun}",
            measure="count",
            with_last=bool(a.claims),
            details={f"record-{role}": 1},
        )


@truth("record-games")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    wins, draws, losses = (draw(st.integers(1, 40)) for _ in range(3))
    games = wins + draws + losses
    if broken:
        games = draw(st.integers(1, 150).filter(lambda n: n != wins + draws + losses))
    say_record(a, wins=wins, draws=draws, losses=losses, games=games)
    return [a], broken


@truth("record-points")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    wins, draws = draw(st.integers(1, 40)), draw(st.integers(1, 20))
    right = (3 * wins + draws, 2 * wins + draws)
    points = (
        draw(st.integers(1, 150).filter(lambda n: n not in right)) if broken else draw(st.sampled_from(right))
    )
    say_record(a, wins=wins, draws=draws, points=points)
    return [a], broken


@truth("line-score")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    together = draw(st.integers(0, 150))
    total = together + draw(st.integers(1, 9)) if broken else together
    a.say(f"{total}", "~final", section="table", measure="level", details={"linesum": together})
    return [a], broken


@truth("time-gap")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    gap, step = draw(st.integers(1, 90)), draw(st.sampled_from((1, 10, 100)))
    far = draw(st.integers(step + 1, 3000)) if broken else draw(st.integers(0, step))
    a.say(f"{gap} second", "~gap", measure="duration", details={"timegap": 100 * gap + far, "timestep": step})
    return [a], broken


@truth("average-speed")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    speed, minutes = draw(st.integers(31, 59).filter(lambda n: n % 10 != 0)), draw(st.integers(60, 400))
    told = draw(st.integers(speed * 107 // 100 + 2, speed * 2)) if broken else speed
    a.say(
        f"{told}.0 kilometre per hour",
        "~speed",
        measure="level",
        details={"metres": speed * 1000 * minutes // 60, "seconds": 60 * minutes},
    )
    return [a], broken


@truth("average-pace")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    kilometres, pace = draw(st.integers(3, 50)), draw(st.integers(140, 400))
    told = pace + draw(st.integers(2, 60)) * draw(st.sampled_from((-1, 1))) if broken else pace
    a.say(
        f"{kilometres}",
        "~distance",
        measure="level",
        length="kilometre",
        details={"metres": 1000 * kilometres, "seconds": kilometres * pace, "pace": told},
    )
    return [a], broken


@truth("cricket-margin")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    given = draw(st.integers(1, 200))
    told = draw(st.integers(1, 200).filter(lambda n: n != given)) if broken else given
    a.say(f"{told} run", "~run", measure="count", details={"bytotals": given})
    return [a], broken
