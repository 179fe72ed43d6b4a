"""The rules of rules/values."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.rules.claim_builder import Builder
from tests.truth.made import (
    FIGURES,
    METRICS,
    YEARS,
    in_one_story,
    other,
    quarter_label,
    subject,
    swapped,
    truth,
    two,
)

Draw = st.DrawFn
Made = tuple[list[Builder], bool]
UP_DOWN = st.sampled_from(("up", "down"))


@truth("value-conflict")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, metric, period = subject(draw), draw(st.sampled_from(METRICS)), str(draw(YEARS))
    value, broken = draw(FIGURES), draw(st.booleans())
    a.say(f"${value}M", metric, period=period, **who)
    said = (
        f"${other(draw, value)}M" if broken else draw(st.sampled_from((f"${value}M", f"${value / 1000}bn")))
    )
    b.say(said, metric, period=period, **who)
    if draw(st.booleans()):  # and something of another year
        b.say(f"${draw(FIGURES)}M", metric, period="1999", **who)
    return [a, b], broken


@truth("scale-slip")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, digits, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    one, far = draw(st.sampled_from((("k", "M"), ("M", "bn"), ("k", "bn"), ("bn", "tn"))))
    period = str(draw(YEARS))
    a.say(f"${digits}{one}", period=period, **who)
    b.say(f"${digits}{far if broken else one}", period=period, **who)
    return [a, b], broken


@truth("digits-transposed")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, period = subject(draw), str(draw(YEARS))
    digits = draw(FIGURES.filter(lambda n: n // 10 % 10 not in (0, n % 10)))
    broken = draw(st.booleans())
    turned = swapped(digits)
    a.say(f"${digits / 100:.2f}bn", period=period, **who)
    b.say(f"${(turned if broken else other(draw, turned)) / 100:.2f}bn", period=period, **who)
    said = [claim.quantity.low for claim in (*a.claims, *b.claims)]  # type: ignore[union-attr]
    one, two_ = (f"{int(n / 10**7):03}" for n in said)
    wrong = [at for at in range(3) if one[at] != two_[at]]
    neighbours = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(one) == sorted(two_)
    return [a, b], neighbours


@truth("direction")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, rate, broken = subject(draw), draw(FIGURES) / 10, draw(st.booleans())
    more = {"measure": "change", "basis": "year-on-year", "period": str(draw(YEARS)), **who}
    a.say(f"{rate} %", direction="up", **more)
    b.say(f"{rate} %", direction="down" if broken else "up", **more)
    return [a, b], broken


@truth("direction-of-change")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, broken = subject(draw), draw(st.booleans())
    more = {
        "measure": "change",
        "basis": "year-on-year",
        "period": quarter_label(draw(st.integers(0, 99))),
        **who,
    }
    a.say(f"{draw(FIGURES) / 10} %", direction="up", **more)
    b.say(f"{draw(FIGURES) / 10} %", direction="down" if broken else "up", **more)
    return [a, b], broken


@truth("change-beside-level")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, level, rate = subject(draw), draw(FIGURES), draw(FIGURES)
    broken, way = draw(st.booleans()), draw(UP_DOWN)
    wrong = other(draw, rate, FIGURES.filter(lambda n: abs(n - rate) > 1))
    period = str(draw(YEARS))
    for builder, said in ((a, rate), (b, wrong if broken else rate)):
        builder.say(f"${level}M", period=period, details={"frame": 1}, **who)
        builder.say(
            f"{said / 10} %", measure="change", direction=way, basis="year-on-year", period=period, with_last=True,
            details={"frame": 1}, **who,
        )  # fmt: skip
    return [a, b], broken


def _top_and_body(draw: Draw, section: str) -> Made:
    a = Builder("a.md")
    who, value, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    metric, period = draw(st.sampled_from(METRICS)), str(draw(YEARS))
    a.say(f"${value}M", metric, section=section, period=draw(st.sampled_from((None, period))), **who)
    a.say(f"${other(draw, value) if broken else value}M", metric, period=period, **who)
    return [a], broken


@truth("headline-against-body")
def _(draw: Draw) -> Made:
    return _top_and_body(draw, "title")


@truth("headline-digits")
def _(draw: Draw) -> Made:
    a = Builder("a.md")
    digits = draw(FIGURES.filter(lambda n: n // 10 % 10 != n % 10))
    slip, alike, also = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    below = draw(st.sampled_from((swapped(digits), digits + 100 if digits < 898 else digits - 100)))
    a.say(f"{digits} homes", "", words="the storm took the roofs of", section="title", measure="count")
    words = "roofs were blown off" if alike else "the town has"
    a.say(f"{below if slip else digits}", "", words=words, measure="count", entity="Bolt")
    if also:
        a.say(f"{digits} sheds", "", words="and as many", measure="count")
    return [a], slip and alike and not also


@truth("headline-figure")
def _(draw: Draw) -> Made:
    a = Builder("a.md")
    value, slip, alike, sum_ = draw(FIGURES), draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    said = {"measure": "count", "entity": "Acme"}
    a.say(f"{value + 40} homes", "", words="the storm tore roofs off", section="title", **said)
    words = "a storm that tore off the roofs of" if alike else "the town has"
    a.say(f"{value if slip else value + 40} homes", "", words=words, measure="count", entity="Bolt")
    if sum_:
        a.say("40 sheds", "", words="and besides", **said)
    return [a], slip and alike and not sum_


@truth("summary-against-body")
def _(draw: Draw) -> Made:
    return _top_and_body(draw, "summary")


@truth("modality")
def _(draw: Draw) -> Made:
    day = date(2025, 9, 1)
    a, b = Builder("a.md", day), Builder("b.md", day + timedelta(days=draw(st.integers(0, 40))))
    who, figure, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    a.say(f"${figure}M", "investment", period="2025", **who)
    kind = draw(st.sampled_from(("planned", "rumoured", "target", "hypothetical"))) if broken else "reported"
    b.say(f"${figure}M", "investment", period="2025", modality=kind, **who)
    return [a, b], broken


@truth("per-share")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, digits, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    who["scope"] = {}
    a.say(f"${digits / 100:.2f}M", "net-income", period="2025", **who)
    each = digits if broken else other(draw, digits)
    b.say(f"${each / 100:.2f}", "earnings-per-share", period="2025", **who)
    return [a, b], broken


@truth("points-or-percent")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, digits, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    more = {"measure": "change", "direction": draw(UP_DOWN), "period": str(draw(YEARS)), **who}
    a.say(f"{digits / 10} %", "market-share", **more)
    b.say(f"{digits / 10 if broken else other(draw, digits) / 10} pp", "market-share", **more)
    return [a, b], broken


@truth("range-ends")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, broken = subject(draw), draw(st.booleans())
    low, high = sorted(draw(st.lists(FIGURES, min_size=2, max_size=2, unique=True)))
    more = {"modality": "forecast", "period": "2026", **who}
    a.say(f"${low}-{high}M", **more)
    third = other(draw, low, FIGURES.filter(lambda n: n < high))
    b.say(f"${third if broken else low}-{high}M", **more)
    return [a, b], broken


@truth("range-end-scale")
def _(draw: Draw) -> Made:
    """Two ranges of one comparison; broken, the first begins at a hundredth."""
    a, _ = two(draw)
    who, broken = subject(draw), draw(st.booleans())
    low = draw(st.integers(2, 9))
    more = {"modality": "forecast", "details": {"frame": 1}, **who}
    a.say(f"${low if broken else low * 100}-{low * 100 + 7}M", prior=True, **more)
    a.say(f"${low * 100 + 3}-{low * 100 + 9}M", with_last=True, **more)
    return [a], broken


@truth("range-of-two-scales")
def _(draw: Draw) -> Made:
    a, _ = two(draw)
    who, broken = subject(draw), draw(st.booleans())
    low = draw(st.integers(101, 499).filter(lambda n: n % 10))
    high = low + draw(st.integers(1, low // 3))
    a.say(f"${low}-{high * (1000 if broken else 1)}M", modality="forecast", period="2026", **who)
    return [a], broken


@truth("copied-sentence")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    value, broken = draw(FIGURES), draw(st.booleans())
    copied = {"details": {"copy": "0f"}, "measure": "level"}
    a.say(f"${value}M", "~grant", **copied)
    b.say(f"${other(draw, value) if broken else value}M", "~sum", **copied)
    return [a, b], broken


@truth("copied-figure")
def _(draw: Draw) -> Made:
    a, b = two(draw, date(2025, 5, 6))
    value, broken = draw(FIGURES), draw(st.booleans())
    copied = {"details": {"copy-alone": "0f"}, "measure": "level"}
    a.say(f"${value}M", "~grant", **copied)
    b.say(f"${other(draw, value) if broken else value}M", "~sum", **copied)
    return [a, b], broken


@truth("copied-direction")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    value, broken = draw(FIGURES), draw(st.booleans())
    copied = {"details": {"copy-way": "0f"}, "measure": "change"}
    a.say(f"{value} %", "~grant", direction="up", **copied)
    b.say(f"{value} %", "~sum", direction="down" if broken else "up", **copied)
    return [a, b], broken


@truth("limits-differ")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, limit, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    more = {"modality": "forecast", "period": "2026", **who}
    moved = other(draw, limit)
    a.say(f">${limit}M", "~buyback", **more)
    b.say(f">${moved if broken else limit}M", "~buyback", **more)
    near = 100 * abs(moved - limit) <= 66 * max(moved, limit)  # further apart, they are limits of two things
    return [a, b], broken and near


@truth("figure-of-no-basis")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, period, broken = {"entity": subject(draw)["entity"]}, str(draw(YEARS)), draw(st.booleans())
    plain, adjusted, third = draw(
        st.lists(st.integers(401, 499).filter(lambda n: n % 10), min_size=3, max_size=3, unique=True)
    )
    said = third if broken else draw(st.sampled_from((plain, adjusted)))
    a.say(f"${said}M", "net-income", period=period, **who)
    b.say(f"${plain}M", "net-income", period=period, scope={"accounting": "gaap"}, **who)
    b.say(f"${adjusted}M", "net-income", period=period, scope={"accounting": "adjusted"}, **who)
    return [a, b], broken


@truth("figure-against-gaap")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, period, broken = {"entity": subject(draw)["entity"]}, str(draw(YEARS)), draw(st.booleans())
    plain, third = draw(
        st.lists(st.integers(401, 499).filter(lambda n: n % 10), min_size=2, max_size=2, unique=True)
    )
    shared = {"results": "acme 2026"}
    a.say(f"${third if broken else plain}M", "net-income", period=period, details=shared, **who)
    b.say(f"${plain}M", "net-income", period=period, scope={"accounting": "gaap"}, details=shared, **who)
    return [a, b], broken


@truth("figure-against-continuing")
def _(draw: Draw) -> Made:
    """What was given up makes a difference of a few percent; broken, the figures lie a sixth apart."""
    a, b = two(draw)
    who, period, broken = {"entity": subject(draw)["entity"]}, str(draw(YEARS)), draw(st.booleans())
    part, given_up = draw(st.integers(401, 499)), draw(st.integers(1, 20))
    shared = {"results": "acme 2026"}
    a.say(f"${part + (80 if broken else given_up)}M", "net-income", period=period, details=shared, **who)
    scope = {"operations": "continuing"}
    b.say(f"${part}M", "net-income", period=period, scope=scope, details=shared, **who)
    return [a, b], broken


@truth("plan-conflict")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, broken = subject(draw), draw(st.booleans())
    planned = draw(st.integers(401, 499))
    foreseen = draw(st.integers(601, 699)) if broken else planned
    more = {"period": "2026", "details": {"results": "acme 2025-Q4"}, **who}
    a.say(f"${planned}M", "capital-expenditure", modality="planned", **more)
    b.say(f"${foreseen}M", "capital-expenditure", modality="forecast", **more)
    return [a, b], broken


@truth("change-base")
def _(draw: Draw) -> Made:
    a, b = two(draw, date(2025, 5, 6))
    who, percent, broken = subject(draw), draw(st.integers(11, 89)), draw(st.booleans())
    more = {"measure": "change", "direction": draw(UP_DOWN), "period": "2021", **who}
    a.say(f"{percent} %", details={"against": "2019"}, **more)
    b.say(f"{percent} %", details={"against": "2020" if broken else "2019"}, **more)
    return [a, b], broken


@truth("profit-or-loss")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, figure, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    gain, loss = draw(st.sampled_from((("net-income", "net-loss"), ("operating-income", "operating-loss"))))
    year = draw(YEARS)
    later = draw(st.booleans())
    a.say(f"${figure}M", gain, period=str(year), **who)
    b.say(f"${figure if broken else other(draw, figure)}M", loss, period=str(year + later), **who)
    return [a, b], broken and not later


@truth("range-inverted")
def _(draw: Draw) -> Made:
    a, broken = Builder("a.md"), draw(st.booleans())
    a.say(f"${draw(FIGURES)}M", marks=frozenset(("range-inverted",) if broken else ()))
    return [a], broken


def _ranked(draw: Draw, what: str) -> dict[str, object]:
    return {"measure": "rank", "scope": {"market": what}, "period": str(draw(YEARS))}


@truth("rank")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    place = st.integers(1, 9)
    more, one = _ranked(draw, "cloud"), draw(place)
    second = draw(place)
    a.say(str(one), **more)
    b.say(str(second), **more)
    return [a, b], one != second


@truth("rank-holder")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    place = st.integers(1, 9)
    more, one = _ranked(draw, "cloud"), draw(place)
    second = draw(place)
    a.say(str(one), entity="Acme", **more)
    b.say(str(second), entity="Bolt", **more)
    return [a, b], one == second


@truth("scope-mismatch")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    figure = draw(FIGURES) / 10
    places = st.sampled_from(("china", "world", "europe"))
    one, second = draw(places), draw(places)
    a.say(f"{figure} %", "market-share", measure="share", scope={"place": one})
    b.say(f"{figure} %", "market-share", measure="share", scope={"place": second})
    return [a, b], one != second


@truth("stake")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, figure, broken = subject(draw), draw(FIGURES), draw(st.booleans())
    deals = (
        draw(st.permutations(("bought", "sold")))
        if broken
        else [draw(st.sampled_from(("bought", "sold")))] * 2
    )
    for builder, deal in zip((a, b), deals, strict=True):
        builder.say(f"${figure}M", "stake", details={"deal": deal}, **who)
    return [a, b], broken


@truth("subject-mismatch")
def _(draw: Draw) -> Made:
    a = Builder("a.md")
    figure, broken = draw(FIGURES) / 10, draw(st.booleans())
    metrics = ("market-share", "operating-margin") if broken else ("market-share", "market-share")
    a.say(f"{figure} %", metrics[0], measure="share", section=draw(st.sampled_from(("title", "summary"))))
    a.say(f"{figure} %", metrics[1], measure="share")
    return [a], broken


@truth("year-ago-value")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, quarter, broken = subject(draw), draw(st.integers(4, 99)), draw(st.booleans())
    now, ago = draw(st.lists(FIGURES, min_size=2, max_size=2, unique=True))
    a.say(f"${ago if broken else now}M", period=quarter_label(quarter), **who)
    b.say(f"${now}M", period=quarter_label(quarter), **who)
    b.say(f"${ago}M", period=quarter_label(quarter - 4), prior=True, **who)
    return [a, b], broken


@truth("currency-slip")
def _(draw: Draw) -> Made:
    """The shipped rates give the yuan about seven to the dollar in every month of 2024."""
    a, b = two(draw)
    figure, broken = draw(FIGURES), draw(st.booleans())
    a.say(f"${figure}M", period="2024")
    b.say(f"${round(figure * 7.195) if broken else figure * 3}.0M", period="2024")
    return [a, b], broken


@truth("scale-in-story")
def _(draw: Draw) -> Made:
    a, b = two(draw, date(2025, 9, 1))
    digits, broken = draw(FIGURES), draw(st.booleans())
    story = in_one_story(draw, a, b)
    a.say(f"${digits}M", "savings", entity="Acme")
    b.say(f"${digits}{'bn' if broken else 'M'}", "~cut", entity="Bolt")
    return [a, b], broken and story


@truth("unit-in-story")
def _(draw: Draw) -> Made:
    a, b = two(draw, date(2025, 9, 1))
    digits, broken = draw(FIGURES), draw(st.booleans())
    story = in_one_story(draw, a, b)
    a.say(f"{digits} x", "~road", entity="Acme", length="kilometre")
    b.say(f"{digits} x", "~way", entity="Bolt", length="mile" if broken else "kilometre")
    return [a, b], broken and story


@truth("figure-of-another")
def _(draw: Draw) -> Made:
    a, b = two(draw, date(2025, 9, 1))
    one, second = draw(st.lists(FIGURES, min_size=2, max_size=2, unique=True))
    broken, story = draw(st.booleans()), in_one_story(draw, a, b)
    more = {"measure": "count", "period": "2025"}
    b.say(f"41,{one} cars", "deliveries", entity="Acme", **more)
    b.say(f"41,{second} cars", "deliveries", entity="Bolt", **more)
    a.say(f"41,{second if broken else one} cars", "deliveries", entity="Acme", **more)
    return [a, b], broken and story


@truth("direction-beside-level")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, level, rate, broken = subject(draw), draw(FIGURES), draw(FIGURES), draw(st.booleans())
    for builder, way in ((a, "up"), (b, "down" if broken else "up")):
        builder.say(f"${level}M", **who)
        builder.say(f"{rate / 10} %", measure="change", direction=way, with_last=True, **who)
    return [a, b], broken


@truth("direction-of-levels")
def _(draw: Draw) -> Made:
    a = Builder("a.md")
    one, second = draw(st.lists(FIGURES, min_size=2, max_size=2, unique=True))
    way = draw(UP_DOWN)
    frame = {"details": {"frame": 1}}
    a.say(f"${one}M", words=f"{way} from", **frame)
    a.say(f"${second}M", words="was", prior=True, with_last=True, **frame)
    return [a], (one > second) is (way == "down")


@truth("direction-of-move")
def _(draw: Draw) -> Made:
    a = Builder("a.md")
    one, second = draw(st.lists(FIGURES, min_size=2, max_size=2, unique=True))
    way = draw(UP_DOWN)
    a.say(f"${one}M", words="went to", details={"frame": 1, "moved": way})
    a.say(f"${second}M", prior=True, with_last=True, details={"frame": 1})
    return [a], (one > second) is (way == "down")


@truth("move-beside-move")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who, level, broken = subject(draw) | {"period": "2025-Q2"}, draw(FIGURES), draw(st.booleans())
    a.say(f"${level}M", details={"moved": "up"}, **who)
    b.say(f"${level}M", details={"moved": "down" if broken else "up"}, **who)
    return [a, b], broken


@truth("move-against-base")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    who = subject(draw) | {"period": "2025-Q2"}
    one, second = draw(st.lists(FIGURES, min_size=2, max_size=2, unique=True))
    way = draw(UP_DOWN)
    a.say(f"${one}M", details={"moved": way}, **who)
    b.say(f"${one}M", details={"frame": 1}, **who)
    b.say(f"${second}M", prior=True, with_last=True, details={"frame": 1}, **(who | {"period": "2024-Q2"}))
    return [a, b], (one > second) is (way == "down")


@truth("same-words")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    one, second, alike = draw(FIGURES), draw(FIGURES), draw(st.booleans())
    words = "the mine had gone without an injury for days in a row, the crew of the shaft told us, namely"
    a.say(f"{one} days", "", words=words, measure="count")
    b.say(f"{second} days", "", words=words if alike else "a wholly different thing lasted", measure="count")
    return [a, b], alike and one != second


@truth("same-words-untimed")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    one, second, alike = draw(FIGURES), draw(FIGURES), draw(st.booleans())
    words = "the harbour has an agreement to sell its old park of offices in the northern town for"
    a.say(f"${one}M", "~sale price", words=words)
    b.say(f"${second}M", "~sale price", words=words if alike else "a wholly different thing went for")
    return [a, b], alike and one != second


RESULTS = {"results": "~acme 2025-Q2"}
HARBOUR = "the shortfall of moorings at our northern piers for small boats came to"


@truth("figure-not-in-source")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    one = draw(st.integers(411, 448).filter(lambda n: n % 10 != 0))
    second = draw(st.sampled_from((one, one + 100)))
    alike = draw(st.booleans())
    a.say(f"${one}M", "~shortfall", words=HARBOUR, details=RESULTS)
    words = HARBOUR if alike else "a wholly different charge for paint and brushes rose to"
    b.say(f"${second}M", "~shortfall", words=words, details=RESULTS)
    return [a, b], alike and one != second


@truth("scale-in-results")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    digits, alike, scale = draw(FIGURES), draw(st.booleans()), draw(st.sampled_from(("M", "bn")))
    a.say(f"${digits}M", "~shortfall", words=HARBOUR, details=RESULTS)
    words = HARBOUR if alike else "a wholly different charge for paint and brushes rose to"
    b.say(f"${digits}{scale}", "~charge", words=words, details=RESULTS)
    return [a, b], alike and scale == "bn"


@truth("direction-in-results")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    digits, alike, way = draw(FIGURES), draw(st.booleans()), draw(UP_DOWN)
    words = "the number of moorings at our northern piers for small boats went"
    change = {"measure": "change", "details": RESULTS}
    a.say(f"{digits / 10} %", "~mooring", words=words, direction="up", **change)
    words = words if alike else "the price of paint and brushes went"
    b.say(f"{digits / 10} %", "~pier", words=words, direction=way, **change)
    return [a, b], alike and way == "down"
