"""``factcheck entities``: what the registry knows of a name, whether it is sound, and how a name is added to it."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from factcheck.cli.exits import CLEAN, FINDINGS
from factcheck.config import find_settings, load_settings
from factcheck.errors import ConfigurationError
from factcheck.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.normalise.entities import EntityInfo

DESCRIPTION = "Look up, check and extend the registry of companies, offices, places and indices."


def add_arguments(parser: ArgumentParser) -> None:
    shared = ArgumentParser(add_help=False)
    shared.add_argument(
        "--config", type=Path, metavar="FILE", help="configuration instead of the nearest one"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = actions.add_parser("show", help="what is known of a name", parents=[shared])
    show.add_argument("name", nargs="+", metavar="NAME", help="a name, an alias, a ticker or an id")
    actions.add_parser("check", help="clashing names, unknown links, circles of parents", parents=[shared])
    new = actions.add_parser("add", help="write an entry to a file of your own vocabulary", parents=[shared])
    new.add_argument("name", nargs="+", metavar="NAME")
    new.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help="YAML file to write, or to append to"
    )
    new.add_argument("--alias", action="append", default=[], metavar="NAME")
    new.add_argument("--ticker", action="append", default=[], metavar="TICKER")
    new.add_argument("--kind", default="company")
    new.add_argument("--currency", metavar="ISO")
    new.add_argument(
        "--year-end", type=int, metavar="MONTH", choices=range(1, 13), help="month the fiscal year ends in"
    )
    new.add_argument("--source", help="where this was looked up")


def run(args: Namespace, parser: ArgumentParser) -> int:
    settings = load_settings(args.config) if args.config else find_settings()
    layers = settings.vocabulary
    if args.action == "show":
        return _show(" ".join(args.name), layers)
    if args.action == "check":
        return _check(layers)
    return _add(args, layers)


def _show(name: str, layers: tuple[Path, ...]) -> int:
    from factcheck.normalise.entities import load_registry

    registry = load_registry(layers)
    key = registry.find(name)
    if key is None:
        print(f"The registry does not know {name!r}. `factcheck entities add` writes an entry.")
        return FINDINGS
    print(entity_text(registry.info(key)))
    return CLEAN


def entity_text(info: EntityInfo) -> str:
    """An entity as lines for people."""
    rows = [
        ("id", info.id),
        ("kind", info.kind),
        ("also", ", ".join(info.aliases)),
        ("tickers", ", ".join(info.tickers)),
        ("formerly", ", ".join(info.former)),
        ("parent", info.parent or ""),
        ("segments", ", ".join(dict.fromkeys(word for _, word in info.segments))),
        ("country", info.country or ""),
        ("currency", info.currency or ""),
        ("year ends", _year(info)),
        ("source", info.source or ""),
    ]
    lines = [info.name, *(f"  {label + ':':<10} {value}" for label, value in rows if value)]
    return "\n".join(lines)


def _year(info: EntityInfo) -> str:
    from factcheck.normalise.entities import calendar_of

    if info.year is None:
        return "not known: all readings of a quarter stay open" if info.kind in ("company", "bank") else ""
    calendar = calendar_of(info.year)
    named = {"end": ", named by the year it ends in", "start": ", named by the year it starts in"}
    moved = f"; until {calendar.until} {calendar.before.words}" if calendar.before is not None else ""
    *most, last = map(str, calendar.weeks)
    weeks = f", quarters of {', '.join(most)} and {last} weeks" if len(set(calendar.weeks)) > 1 else ""
    return calendar.words + weeks + named.get(calendar.naming, "") + moved


def _check(layers: tuple[Path, ...]) -> int:
    from factcheck.normalise.entities import VERSION
    from factcheck.normalise.entity_tables import registry_problems
    from factcheck.vocabulary import load_part

    problems: list[str] = load_part("entities", registry_problems, layers, version=f"problems-{VERSION}")
    for problem in problems:
        print(problem)
    print(f"{len(problems)} to look at" if problems else "no clashes, no circles, no unknown links")
    return FINDINGS if problems else CLEAN


def _add(args: Namespace, layers: tuple[Path, ...]) -> int:
    from factcheck.normalise.entities import load_registry

    name = " ".join(args.name)
    registry = load_registry(layers)
    for one in (name, *args.alias, *args.ticker):
        owner = registry.find(one)
        if owner is not None:
            raise ConfigurationError(f"“{one}” is known already: {owner} (`factcheck entities show {owner}`)")
    key = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not key:
        raise ConfigurationError(f"“{name}” makes no id: it has no letter from a to z")
    text = _entry(key, name, args)
    file: Path = args.to
    try:
        old = file.read_text(encoding="utf-8") if file.exists() else ""
        if old and not re.search(r"^entities:\s*$", old, re.MULTILINE):
            raise ConfigurationError(f"{file}: has no line `entities:` to which an entry could be added")
        whole = re.sub(r"^entities:\s*$\n?", lambda _: "entities:\n" + text, old, count=1, flags=re.MULTILINE) if old else "entities:\n" + text  # fmt: skip
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(whole, encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be written ({error.strerror})") from error
    sys.stdout.write(text)
    return CLEAN


def _entry(key: str, name: str, args: Namespace) -> str:
    """One entry as YAML; every word in quotation marks, so that none is read as a number or a truth value."""

    def quoted(word: str) -> str:
        return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'

    fields = [f"name: {quoted(name)}", f"kind: {quoted(args.kind)}"]
    for field, words in (("aliases", args.alias), ("tickers", args.ticker)):
        if words:
            fields.append(f"{field}: [{', '.join(map(quoted, words))}]")
    if args.currency:
        fields.append(f"currency: {quoted(args.currency.upper())}")
    if args.year_end:
        source = f", source: {quoted(args.source)}" if args.source else ""
        fields.append(f"year_end: {{month: {args.year_end}{source}}}")
    elif args.source:
        fields.append(f"source: {quoted(args.source)}")
    return f"  {quoted(key)}: {{{', '.join(fields)}}}\n"
