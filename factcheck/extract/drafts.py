"""A figure in the making: what the reader knows before the surroundings have been read."""

from __future__ import annotations

from fractions import Fraction

from factcheck.extract.modifiers import Marked
from factcheck.extract.scales import Side
from factcheck.precision import exact


class Draft:
    """Tokens ``first`` to ``after``; the value from ``low`` to ``high``; ``form`` as in precision.weigh."""

    __slots__ = (
        "after",
        "coarse",
        "cue",
        "dimension",
        "first",
        "form",
        "hedge",
        "high",
        "inherits",
        "kind",
        "low",
        "marks",
        "noun",
        "per",
        "side",
        "step",
        "unit",
    )

    def __init__(
        self,
        first: int,
        after: int,
        low: Fraction,
        high: Fraction,
        step: Fraction,
        coarse: Fraction,
        kind: str,
        unit: str | None = None,
        form: str = "digits",
        per: str | None = None,
        noun: tuple[int, int] | None = None,
        hedge: Marked | None = None,
        cue: tuple[str, int, int] | None = None,
        marks: set[str] | None = None,
        side: Side | None = None,
        inherits: bool = True,
        dimension: str | None = None,
    ) -> None:
        self.first = first
        self.after = after
        self.low = low
        self.high = high
        self.step = step
        self.coarse = coarse
        self.kind = kind
        self.unit = unit
        self.form = form
        self.per = per
        self.noun = noun
        self.hedge = hedge
        self.cue = cue
        self.marks: set[str] = marks if marks is not None else set()
        self.side = side
        self.inherits = inherits
        self.dimension = dimension

    @property
    def single(self) -> bool:
        """False for a range, a score and whatever else has two ends."""
        return self.low is self.high or self.low == self.high

    def rescale(self, scale: int) -> None:
        single = self.single
        self.low *= scale
        self.high = self.low if single else self.high * scale
        self.step *= scale
        self.coarse *= scale


def from_sides(first: Side, second: Side | None = None, thousands: bool = False) -> Draft:
    """One figure of a side, or a range of two; the scale of the second reaches back to a first without one.

    ``thousands``: the first number counts thousands, as in "13 to 14,000".
    """
    numeral = first.numeral
    scale = first.scale * 1000 if thousands else first.scale
    form = "fraction" if numeral.form in ("fraction", "ratio") else "digits"
    if second is None:
        value = first.value(scale)
        step = exact(numeral.step * scale, numeral.den)
        coarse = step if numeral.coarse == numeral.step else exact(numeral.coarse * scale, numeral.den)
        draft = Draft(
            first.first, first.after, value, value, step, coarse,
            first.kind, first.unit, form, marks=first.marks, side=first,
        )  # fmt: skip
        if form == "fraction" and first.unit is None:
            draft.kind = "ratio" if numeral.form == "ratio" else "fraction"
        return draft
    last = second.numeral
    if scale == 1 and second.scale > 1 and reaches_back(first, second):
        scale = second.scale
    low, high = first.value(scale), second.value(second.scale)
    step = max(Fraction(numeral.step * scale, numeral.den), Fraction(last.step * second.scale, last.den))
    coarse = max(
        Fraction(numeral.coarse * scale, numeral.den), Fraction(last.coarse * second.scale, last.den)
    )
    kind = second.kind if second.unit else first.kind
    return Draft(
        first.first, second.after, low, high, step, coarse, kind, second.unit or first.unit, form,
        marks=first.marks | second.marks, side=second,
    )  # fmt: skip


def reaches_back(first: Side, second: Side) -> bool:
    """ "$4.3-4.5 billion": the first number is small, ungrouped, and of the same kind of thing."""
    if first.scale != 1 or first.numeral.form == "fraction":
        return False
    if first.unit is not None and first.first >= first.numeral.first:
        return False  # "4 pounds to 6 million pounds": its own unit behind it makes the first complete
    if first.unit is not None and second.unit not in (None, first.unit):
        return False
    value = first.numeral.num / first.numeral.den if first.numeral.num < 10**12 else 10**12
    return value < 1000
