"""From the registry's YAML to look-up tables, and what is wrong with a registry. Runs only when a file has changed."""

from __future__ import annotations

import marshal
from collections.abc import Iterator

from factcheck.day import date
from factcheck.day_names import WEEKDAYS
from factcheck.errors import ConfigurationError
from factcheck.hints import Any
from factcheck.normalise.phrases import build_table

_FIELDS = frozenset(
    [
        "name",
        "kind",
        "aliases",
        "tickers",
        "former",
        "parent",
        "segments",
        "country",
        "currency",
        "cik",
        "year_end",
        "source",
        "demonyms",
        "common",
    ]
)
_YEAR_FIELDS = frozenset(["month", "rule", "weekday", "day", "weeks", "naming", "source", "before"])
_BEFORE_FIELDS = frozenset(["month", "rule", "weekday", "day", "until"])
# Words around a name that tell whether a name is meant; see not_names.yaml.
AROUND = ("does", "leads", "not_before", "no_first_name")
_RULES = ("last-day", "last-weekday", "nearest-weekday", "day")
_COMPANIES = ("company", "bank")


def entries(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """All (id, fields) of the registry, groups' defaults filled in."""
    for group in data.get("groups", {}).values():
        defaults = group.get("defaults", {})
        for key, fields in group.get("entities", {}).items():
            yield str(key), {**defaults, **_mapping(key, fields)}
    for key, fields in data.get("entities", {}).items():
        yield str(key), _mapping(key, fields)


def _mapping(key: object, fields: Any) -> dict[str, Any]:
    if isinstance(fields, str):
        return {"name": fields}
    if not isinstance(fields, dict):
        raise ConfigurationError(f"vocabulary entities, {key}: must be a name or a mapping")
    return fields


def merged(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Entities by id. A newsroom's entry lies over ours: lists are joined, single values replaced."""
    found: dict[str, dict[str, Any]] = {}
    for key, fields in entries(data):
        have = found.setdefault(key, {})
        for name, value in fields.items():
            old = have.get(name)
            have[name] = [*old, *value] if isinstance(old, list) and isinstance(value, list) else value
    return found


def build_registry(data: dict[str, Any]) -> dict[str, Any]:
    """Plain data for ``Registry``: a phrase table and the lines, each marshalled."""
    lines = merged(data)
    names: list[tuple[str, str | None]] = [(str(stop), None) for stop in data.get("not_names", ())]
    surnames = frozenset(map(str, data.get("surnames", ())))
    words = frozenset(map(str, data.get("not_tickers", ())))
    infos: dict[str, tuple[Any, ...]] = {}
    weak: list[tuple[str, str | None]] = []
    every: list[tuple[str, str | None]] = []  # also those that are words: "LOW Q2 2021 results" is of Lowe's
    for key, fields in lines.items():
        kind = fields.get("kind", "company")
        problem = entry_problem(fields)
        if problem:
            raise ConfigurationError(f"vocabulary entities, {key}: {problem}")
        name = str(fields.get("name", key))
        own = [name, *map(str, fields.get("aliases", ())), *map(str, fields.get("former", ()))]
        common = set(map(str, fields.get("common", ())))
        mark = "+" if kind in _COMPANIES else ""
        for alias in own:
            sign = "?" if alias in common else "^" + mark if alias in surnames else mark
            names.append((alias, sign + key))
        weak.extend((str(demonym), key) for demonym in fields.get("demonyms", ()))
        tickers = tuple(map(str, fields.get("tickers", ())))
        for ticker in filter(str.isalpha, tickers):
            every.append((ticker, key))
            if len(ticker) > 2 and ticker not in words:
                weak.append((ticker, "$" + key))
        segments = _segments(key, common, fields, names, infos)
        infos[key] = (name, kind, tuple(own[1:]), tickers, tuple(map(str, fields.get("former", ()))), fields.get("parent"), segments, fields.get("country"), fields.get("currency"), _year(fields.get("year_end")), _source(fields), None, fields.get("cik"))  # fmt: skip
    for key, fields in lines.items():
        link = fields.get("parent")
        if link is not None and link not in infos:
            raise ConfigurationError(f"vocabulary entities, {key}: there is no entity “{link}”")
    around = {name: frozenset(map(str, data.get("around", {}).get(name, ()))) for name in AROUND}
    table = build_table(_shared([*names, *_alone(weak)]))
    lines_folded = {key: marshal.dumps(info) for key, info in infos.items()}
    return {"table": table, "infos": lines_folded, "around": around, "tickers": dict(_alone(every))}


def _shared(names: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """A segment's name that several companies use means one of them: "~dell/infrastructure|castell/infrastructure"."""
    owners: dict[str, list[str]] = {}
    for name, meaning in names:
        if meaning is not None and "/" in meaning and meaning[0] != "?":
            owners.setdefault(name, []).append(meaning)
    shared = {name: "~" + "|".join(sorted(set(keys))) for name, keys in owners.items() if len(set(keys)) > 1}
    return [(name, shared.get(name, meaning)) for name, meaning in names]


def _alone(names: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Without the tickers that several companies have on different exchanges."""
    owners: dict[str, set[str | None]] = {}
    for name, meaning in names:
        owners.setdefault(name, set()).add(meaning)
    return [(name, meaning) for name, meaning in names if len(owners[name]) == 1]


def _segments(
    key: str,
    common: set[str],
    fields: dict[str, Any],
    names: list[tuple[str, str | None]],
    infos: dict[str, tuple[Any, ...]],
) -> tuple[tuple[str, str], ...]:
    """A company's segments: entities of their own where a proper name is known everywhere, else names inside it."""
    local: list[tuple[str, str]] = []
    for segment, known in (fields.get("segments") or {}).items():
        word = str(segment).replace("-", " ")
        proper = [str(name) for name in (known or {}).get("names", ())]
        inside = [str(name) for name in (known or {}).get("local", ())]
        local.extend((" ".join(n.lower().replace("-", " ").split()), word) for n in (word, *proper, *inside))
        if proper:
            names.extend((name, ("?" if name in common else "") + f"{key}/{segment}") for name in proper)
            since = known.get("since")
            infos[f"{key}/{segment}"] = (word, "segment", tuple(proper), (), (), key, (), None, None, None, None, str(since) if since else None, None)  # fmt: skip
    return tuple(dict.fromkeys(local))


def _year(fields: Any) -> tuple[Any, ...] | None:
    """(month, rule, weekday 0-6, day, naming, weeks, before): ``before`` begins the same and ends with its last day."""
    if not fields:
        return None
    weeks = tuple(fields["weeks"]) if fields.get("weeks") else None
    rule = (*_rule(fields), str(fields.get("naming", "unknown")), weeks)
    earlier = fields.get("before")
    return (*rule, (*_rule(earlier), str(earlier["until"])) if earlier else None)


def _rule(fields: Any) -> tuple[int, str, int | None, int | None]:
    weekday = fields.get("weekday")
    number = WEEKDAYS.index(str(weekday).lower()) if weekday is not None else None
    return int(fields["month"]), str(fields.get("rule", "last-day")), number, fields.get("day")


def _source(fields: dict[str, Any]) -> str | None:
    year = fields.get("year_end") or {}
    said = fields.get("source") or year.get("source")
    return str(said) if said is not None else None


def entry_problem(fields: dict[str, Any]) -> str | None:
    """What is wrong with one entry, in words; None when nothing is."""
    unknown = sorted(set(map(str, fields)) - _FIELDS)
    if unknown:
        return f"unknown field “{unknown[0]}”; known are {', '.join(sorted(_FIELDS))}"
    if not isinstance(fields.get("cik", 1), int):
        return "“cik” is the number by which the SEC knows a company"
    year = fields.get("year_end")
    return year_problem(year) if year is not None else None


def year_problem(year: Any) -> str | None:
    """What is wrong with a year end, in words; None when nothing is."""
    if not isinstance(year, dict) or not set(year) <= _YEAR_FIELDS:
        return f"“year_end” has the fields {', '.join(sorted(_YEAR_FIELDS))}"
    if year.get("naming", "unknown") not in ("end", "start", "unknown"):
        return "“naming” of a fiscal year is end or start"
    earlier = year.get("before")
    if earlier is not None:
        if not isinstance(earlier, dict) or not {"month", "until"} <= set(earlier) <= _BEFORE_FIELDS:
            return "“before” of a year end needs month and until, the last day of the last year that ended so"
        try:
            date.fromisoformat(str(earlier["until"]))
        except ValueError:
            return f"“until” is a day such as 2018-12-31, not “{earlier['until']}”"
    return _rule_problem(year) or (_rule_problem(earlier) if earlier is not None else None)


def _are_weeks(weeks: object) -> bool:
    return (
        isinstance(weeks, list)
        and len(weeks) == 4
        and all(isinstance(one, int) and one > 0 for one in weeks)
        and sum(weeks) == 52
    )


def _rule_problem(year: dict[str, Any]) -> str | None:
    month, day = year.get("month"), year.get("day")
    if not isinstance(month, int) or not 1 <= month <= 12:
        return "“year_end” needs a month from 1 to 12"
    if year.get("rule", "last-day") not in _RULES:
        return f"“rule” of a year end is one of {', '.join(_RULES)}"
    if "weekday" in str(year.get("rule", "")) and str(year.get("weekday", "")).lower() not in WEEKDAYS:
        return "a year end on a weekday needs “weekday: saturday” or another day's name"
    weeks = year.get("weeks")
    if weeks is not None and not _are_weeks(weeks):
        return "“weeks” are those of the four quarters, 52 in all: [12, 12, 12, 16]"
    if weeks is not None and "weekday" not in str(year.get("rule", "")):
        return "quarters of “weeks” belong to a year that ends on a weekday"
    if (year.get("rule") == "day") is not isinstance(day, int) or not 1 <= (day or 1) <= 31:
        return "a year end on a day of the month needs “rule: day” and “day: 20”"
    return None


def registry_problems(data: dict[str, Any]) -> list[str]:
    """What a desk should look at in a registry: clashing names, unknown links, circles of parents. Sorted.

    One ticker on two countries' exchanges, and a segment's name that several companies use, are no faults: the reader
    takes neither for one of them.
    """
    lines = merged(data)
    owners: dict[str, set[str]] = {}
    problems: list[str] = []
    for key, fields in lines.items():
        fault = entry_problem(fields)
        if fault:
            problems.append(f"{key}: {fault}")
        for name in (fields.get("name", key), *fields.get("aliases", ()), *fields.get("former", ())):
            owners.setdefault(" ".join(str(name).split()), set()).add(key)
        if fields.get("cik") is not None:
            owners.setdefault(f"CIK {fields['cik']}", set()).add(key)
        for ticker in fields.get("tickers", ()):
            owners.setdefault(f"ticker {ticker} of {fields.get('country')}", set()).add(key)
        for segment, known in (fields.get("segments") or {}).items():
            for name in (known or {}).get("names", ()):
                owners.setdefault(str(name), set()).add(f"{key}/{segment}")
        for link in ("parent", "country"):
            if fields.get(link) is not None and fields[link] not in lines:
                problems.append(f"{key}: its {link} “{fields[link]}” is not in the registry")
        seen, parent = {key}, fields.get("parent")
        while parent in lines and parent not in seen:
            seen.add(str(parent))
            parent = lines[str(parent)].get("parent")
        if parent in seen:
            problems.append(f"{key}: its parents form a circle")
    for name, keys in owners.items():
        if len(keys) > 1 and not all("/" in key for key in keys):
            problems.append(f"“{name}” is claimed by {', '.join(sorted(keys))}")
    return sorted(problems)
