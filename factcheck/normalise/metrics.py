"""Metrics: which words name what is measured, what kind of thing that is, and which units can measure it."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from functools import lru_cache

from factcheck.errors import ConfigurationError
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.normalise.phrases import build_table, longest, plural, starts
from factcheck.records import dataclass
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

_TIMES = ("months", "time")
KINDS = ("flow", "stock", "rate", "price", "index", "event")
_FIELDS = frozenset(
    [
        "names",
        "name",
        "kind",
        "dimensions",
        "additive",
        "higher",
        "per",
        "per_share",
        "loss",
        "counted",
        "parent",
        "source",
        "accounting",
        "comparable_of",
        "margin_of",
        "multiple_of",
    ]
)


@dataclass(frozen=True, slots=True)
class MetricInfo:
    """What is known of a metric.

    ``kind``: flow (over a period), stock (at a moment), rate, price, index, event (things that happen, counted).
    ``dimensions``: the families of units that can measure its level: money, percent, points, count, number,
    multiple, length, mass, energy, power, volume, area, temperature, time, speed, …; "mass per" for rates.
    ``per``: "share" for per-share figures; ``per_share`` the metric this becomes when given per share.
    ``additive``: parts add up to the whole. ``higher``: "better", "worse" or None.
    ``loss``: the metric of the same thing below zero. ``counted``: nouns whose count is this metric.
    """

    id: str
    name: str
    kind: str
    dimensions: tuple[str, ...]
    additive: bool = False
    higher: str | None = None
    per: str | None = None
    per_share: str | None = None
    loss: str | None = None
    parent: str | None = None
    counted: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Metrics:
    """The metric vocabulary. Words are lower case; ids that are not in it are open metrics and allow everything."""

    __slots__ = (
        "_cache",
        "_comparables",
        "_counted",
        "_lines",
        "_losses",
        "_margins",
        "_multiples",
        "_scopes",
        "_table",
    )

    def __init__(self, metrics: dict[str, Any], scopes: dict[str, Any]) -> None:
        self._table = metrics["table"]
        self._lines: dict[str, bytes] = metrics["infos"]  # folded: a check asks for a few of the many
        self._counted = metrics["counted"]
        self._multiples: dict[str, str] = metrics["multiples"]
        self._margins: dict[str, str] = metrics["margins"]
        self._comparables: dict[str, str] = metrics["comparables"]
        self._losses: frozenset[str] = metrics["losses"]
        self._scopes = scopes["table"]
        self._cache: dict[str, MetricInfo] = {}

    def match(self, words: Sequence[str], i: int) -> tuple[int, str] | None:
        """The longest metric name at lower-case word ``i``: (number of words, metric id)."""
        found = longest(self._table, words, i)
        return (found[0], found[1]) if found is not None and found[1] is not None else None

    def found(self, words: Sequence[str], i: int) -> tuple[int, str | None] | None:
        """As ``match``, with None for a phrase that only sounds like a metric: "court orders", "lost revenue"."""
        return longest(self._table, words, i)

    def starts(self, words: Sequence[str]) -> list[int]:
        """The numbers of the lower-case words with which a metric's name may begin."""
        return starts(self._table, words)

    def scope_starts(self, words: Sequence[str]) -> list[int]:
        """The numbers of the lower-case words with which a scope phrase may begin."""
        return starts(self._scopes, words)

    def match_scope(self, words: Sequence[str], i: int) -> tuple[int, tuple[str, str]] | None:
        """The longest scope phrase at lower-case word ``i``: (number of words, (dimension, value))."""
        found = longest(self._scopes, words, i)
        if found is None or found[1] is None:
            return None
        dimension, _, value = found[1].partition("=")
        return found[0], (dimension, value)

    def counted(self, noun: str) -> str | None:
        """The metric that a count of ``noun`` (singular, lower case) measures: "fatality" → "deaths"."""
        found = self._counted.get(noun)
        return found if isinstance(found, str) else None

    def multiple(self, metric: str) -> str | None:
        """The metric that a multiple of ``metric`` is: "12 times earnings" is a price-earnings ratio."""
        return self._multiples.get(metric)

    def margin(self, metric: str) -> str | None:
        """The metric that ``metric`` in percent of revenue is: "EBITDA of 19.5 %" is an EBITDA margin."""
        return self._margins.get(metric)

    def comparable(self, metric: str) -> str | None:
        """The metric that ``metric`` on a comparable basis is: "revenue on a same-store basis" is same-store sales."""
        return self._comparables.get(metric)

    def is_loss(self, metric: str) -> bool:
        """True for what a negative value of another metric is told as."""
        return metric in self._losses

    def known(self, metric: str) -> bool:
        return metric in self._lines

    def ids(self) -> list[str]:
        return sorted(self._lines)

    def info(self, metric: str) -> MetricInfo:
        """What is known of a metric; KeyError for an open one."""
        have = self._cache.get(metric)
        if have is None:
            have = self._cache[metric] = MetricInfo(metric, *marshal.loads(self._lines[metric]))
        return have

    def name(self, metric: str) -> str:
        """The metric in words, for people: the open metric "~cloud pledge" is "cloud pledge"."""
        return self.info(metric).name if metric in self._lines else metric.removeprefix("~")

    def kind(self, metric: str) -> str | None:
        return self.info(metric).kind if metric in self._lines else None

    def per_share(self, metric: str) -> str | None:
        """The per-share counterpart of a metric: itself where it is one, None where there is none."""
        if metric not in self._lines:
            return None
        info = self.info(metric)
        return metric if info.per == "share" else info.per_share

    def loss(self, metric: str) -> str | None:
        """What a negative value of a metric is told as: a net income below zero is a net loss."""
        return self.info(metric).loss if metric in self._lines else None

    def allows(self, metric: str, dimension: str) -> bool:
        """Can a level of ``metric`` be given in ``dimension`` ("money:USD", "percent", "count:user", "number", …)?

        Open metrics allow everything. A plain number may stand for money or a count whose unit was left out.
        """
        if metric not in self._lines:
            return True
        info = self.info(metric)
        allowed = info.dimensions
        family, _, per = dimension.partition(" per ")
        family = family.partition(":")[0]
        if per:
            if info.per is None and (info.kind == "price" or (info.kind == "flow" and per in _TIMES)):
                return family in allowed  # expenses "of $37 million per quarter"
            if info.per is not None:
                return family in allowed and per.rpartition(":")[2].split(" ")[-1] == info.per.split(" ")[-1]
            return f"{family} per" in allowed or (family == "length" and "speed" in allowed)
        if family in allowed or (family == "flow" and "volume per" in allowed):
            return True
        if family in ("percentage point", "basis point", "point", "points"):
            return "percent" in allowed or "points" in allowed
        if family == "fraction":
            return "percent" in allowed
        return family == "number" and ("money" in allowed or "count" in allowed)


@lru_cache(maxsize=8)
def load_metrics(layers: tuple[Path, ...] = ()) -> Metrics:
    """The metric vocabulary with a newsroom's layers on top. Raises ConfigurationError for a faulty entry."""
    return Metrics(
        load_part("metrics", _build, layers, version="11"),
        load_part("scopes", _build_scopes, layers, version="6"),
    )


def _build(data: dict[str, Any]) -> dict[str, Any]:
    entries: list[tuple[str, str | None]] = [(str(p).lower(), None) for p in data.get("not_metrics", ())]
    infos: dict[str, tuple[Any, ...]] = {}
    counted: dict[str, str] = {}
    for key, fields in data.get("metrics", {}).items():
        problem = _problem(fields)
        if problem:
            raise ConfigurationError(f"vocabulary metrics, {key}: {problem}")
        names = [str(name).lower() for name in fields["names"]]
        entries.extend((name, key) for name in names)
        infos[key] = (
            fields.get("name") or names[0],
            fields["kind"],
            tuple(fields["dimensions"]),
            bool(fields.get("additive", False)),
            fields.get("higher"),
            fields.get("per"),
            fields.get("per_share"),
            fields.get("loss"),
            fields.get("parent"),
            tuple(fields.get("counted", ())),
            tuple(names),
        )
        for noun in fields.get("counted", ()):
            counted.setdefault(str(noun).lower(), key)
    for key, info in infos.items():
        for other in (info[6], info[7], info[8]):
            if other is not None and other not in infos:
                raise ConfigurationError(f"vocabulary metrics, {key}: there is no metric “{other}”")
    # regular plurals last, so that a name somebody wrote down wins
    entries.extend([(plural(name), meaning) for name, meaning in entries if meaning])
    return {
        "table": build_table(entries),
        "infos": {key: marshal.dumps(info) for key, info in infos.items()},
        "counted": counted,
        "multiples": _told_as(data, "multiple_of"),
        "margins": _told_as(data, "margin_of"),
        "comparables": _told_as(data, "comparable_of"),
        "losses": frozenset(info[7] for info in infos.values() if info[7] is not None),
    }


def _told_as(data: dict[str, Any], field: str) -> dict[str, str]:
    """Metric → the metric that names it in its field."""
    metrics = data.get("metrics", {}).items()
    return {str(other): key for key, fields in metrics for other in fields.get(field, ())}


def _problem(fields: Any) -> str | None:
    """What is wrong with a metric's entry, in words; None when nothing is."""
    if not isinstance(fields, dict):
        return "must be a mapping"
    unknown = sorted(set(map(str, fields)) - _FIELDS)
    if unknown:
        return f"unknown field “{unknown[0]}”; known are {', '.join(sorted(_FIELDS))}"
    if not isinstance(fields.get("names"), list) or not fields["names"]:
        return "needs “names”, a list"
    if fields.get("kind") not in KINDS:
        return f"“kind” must be one of {', '.join(KINDS)}"
    if not isinstance(fields.get("dimensions"), list) or not fields["dimensions"]:
        return "needs “dimensions”, a list such as [money]"
    return None


def _build_scopes(data: dict[str, Any]) -> dict[str, Any]:
    entries: list[tuple[str, str | None]] = [(str(p).lower(), None) for p in data.get("not_scopes", ())]
    for dimension, values in data.get("scopes", {}).items():
        for value, phrases in values.items():
            entries.extend((str(phrase).lower(), f"{dimension}={value}") for phrase in phrases)
    return {"table": build_table(entries)}
