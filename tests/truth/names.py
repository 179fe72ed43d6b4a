"""The rules of rules/names-and-quotes."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tests.rules.claim_builder import Builder
from tests.truth.made import FIGURES, truth, two

Draw = st.DrawFn
Made = tuple[list[Builder], bool]
WORDS = (
    "harbour",
    "council",
    "budget",
    "ferry",
    "winter",
    "engine",
    "school",
    "river",
    "market",
    "bridge",
    "forest",
    "winner",
)


def quoted(speaker: str, words: str) -> dict[str, object]:
    return {"measure": "quotation", "attribution": speaker, "details": {"words": words}}


def sentence(draw: Draw) -> list[str]:
    return draw(st.lists(st.sampled_from(WORDS), min_size=8, max_size=12))


@truth("quote-drift")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    words = sentence(draw)
    kind = draw(st.sampled_from(("same", "drift", "another")))
    at = draw(st.integers(0, len(words) - 1))
    spoken = {"same": words, "drift": [*words[:at], "never", *words[at + 1 :]], "another": ["quite"] * 9}[
        kind
    ]
    a.say(None, "quotation", **quoted("Mara Lind", " ".join(words)))
    b.say(None, "quotation", **quoted("Mara Lind", " ".join(spoken)))
    return [a, b], kind == "drift"


@truth("quote-mouth")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    words, broken = sentence(draw), draw(st.booleans())
    a.say(None, "quotation", **quoted("Mara Lind", " ".join(words)))
    b.say(None, "quotation", **quoted("Jo Falk" if broken else "Mara Lind", " ".join(words)))
    return [a, b], broken


@truth("name-spelling")
def _(draw: Draw) -> Made:
    """A letter lost or doubled inside a longer name."""
    a, b = two(draw)
    name = draw(st.sampled_from(("Halvorsen", "Brindlewood", "Castellane", "Norvaneport")))
    kind = draw(st.sampled_from(("same", "slip", "another")))
    at = draw(st.integers(2, len(name) - 3))
    told = {"same": name, "slip": name[:at] + name[at] + name[at:], "another": "Quill Logistics"}[kind]
    more = {"period": "2025", "measure": "count"}
    figure = f"41,{draw(FIGURES)}"
    a.say(figure, entity=name, **more)
    b.say(figure, entity=told, **more)
    return [a, b], kind == "slip"


@truth("role")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    roles = ("chief executive", "chairman", "head coach")
    one, second = draw(st.sampled_from(roles)), draw(st.sampled_from(roles))
    for builder, role in ((a, one), (b, second)):
        builder.say(None, "~role", entity="Mara Lind", details={"role": role, "organisation": "Norvane"})
    return [a, b], one != second


@truth("age")
def _(draw: Draw) -> Made:
    a, b = two(draw)
    first, later = draw(st.integers(2001, 2020)), draw(st.integers(0, 9))
    age, wrong = draw(st.integers(20, 60)), draw(st.integers(-6, 6))
    a.published, b.published = date(first, 6, 1), date(first + later, 6, 1)
    a.say(f"{age} year of age", "~age", entity="Mara Lind", measure="duration")
    b.say(f"{age + later + wrong} year of age", "~age", entity="Mara Lind", measure="duration")
    # years of age are whole, so one year either way is no conflict, and neither is what the rounding of zeros allows
    said = [claim.quantity for builder in (a, b) for claim in builder.claims]
    gap = abs(later + wrong)
    slack = sum((q.strict.high - q.low for q in said if q is not None and q.strict.high is not None), 0)
    return [a, b], gap - slack > later + 1
