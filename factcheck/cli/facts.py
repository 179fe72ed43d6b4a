"""``factcheck facts``: the newsroom's reference facts. Where a filing is fetched, what the files hold, what a sum was worth.

Nothing here goes to the network: ``address`` prints what a person types.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from fractions import Fraction
from pathlib import Path

from factcheck.cli.exits import CLEAN, FINDINGS, UNREADABLE
from factcheck.config import Settings, find_settings, load_settings
from factcheck.day import date
from factcheck.errors import ConfigurationError

DESCRIPTION = "Reference facts: where to fetch a filing, what the trusted files hold, and rates by day."


def add_arguments(parser: ArgumentParser) -> None:
    shared = ArgumentParser(add_help=False)
    shared.add_argument(
        "--config", type=Path, metavar="FILE", help="configuration instead of the nearest one"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    where = actions.add_parser(
        "address",
        help="the address and headers to fetch a company's SEC facts with; nothing is fetched",
        parents=[shared],
    )
    where.add_argument(
        "company", nargs="+", metavar="COMPANY", help="a name of the registry, or a CIK number"
    )
    held = actions.add_parser("list", help="what the trusted files hold", parents=[shared])
    held.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders instead of the configured ones"
    )
    rate = actions.add_parser(
        "rate", help="a sum in another currency, by the ECB's rate of a day", parents=[shared]
    )
    rate.add_argument("amount", type=_amount, metavar="AMOUNT", help="33398000000, 33,398m, “4.67 billion”")
    rate.add_argument("base", metavar="FROM", help="ISO code: CNY")
    rate.add_argument("to", metavar="TO", help="ISO code: USD")
    rate.add_argument("day", type=date.fromisoformat, metavar="DAY", help="YYYY-MM-DD")
    rate.add_argument(
        "--until", type=date.fromisoformat, metavar="DAY", help="the average up to this day as well"
    )
    rate.add_argument("--rates", type=Path, metavar="FILE", help="newer ECB exchange rates")


def run(args: Namespace, parser: ArgumentParser) -> int:
    settings = load_settings(args.config) if args.config else find_settings()
    if args.action == "address":
        return _address(" ".join(args.company), settings)
    return _list(args.paths, settings) if args.action == "list" else _rate(args, settings)


def _address(company: str, settings: Settings) -> int:
    from factcheck.extract.reference_companyfacts import how_to_fetch
    from factcheck.normalise.entities import load_registry

    number = company.upper().removeprefix("CIK").strip()
    if number.isdecimal():
        print(how_to_fetch(int(number)), end="")
        return CLEAN
    registry = load_registry(settings.vocabulary)
    key = registry.find(company)
    cik = registry.info(key).cik if key is not None else None
    if cik is None:
        raise ConfigurationError(
            f"the registry has no SEC number (cik) for “{company}”; look it up at "
            "https://www.sec.gov/search-filings/cik-lookup and give the number"
        )
    print(how_to_fetch(cik), end="")
    return CLEAN


def _list(paths: list[str], settings: Settings) -> int:
    """One line a filing or table: facts, first and last day, source."""
    from factcheck.cli.trusted import read_trusted

    reads, errors = read_trusted(paths or settings.trusted(), settings.vocabulary)
    for read in reads:
        days = sorted(r.end for claim in read.claims for r in claim.period.readings if r.end is not None)
        span = f"{days[0]} to {days[-1]}" if days else "no days"
        who = sorted({claim.entity.name for claim in read.claims})
        shown = ", ".join(who[:3]) + (f" and {len(who) - 3} more" if len(who) > 3 else "")
        print(
            f"{read.article.path}: {len(read.claims)} facts on {shown}; {span}; {read.article.source or 'no source'}"
        )
    for error in errors:
        print(error)
    if not reads and not errors:
        print("No reference facts: name files under `reference` in the configuration.")
    return UNREADABLE if errors else CLEAN


def _rate(args: Namespace, settings: Settings) -> int:
    from factcheck.normalise.currencies import NoRate, Rates

    rates = Rates(args.rates or settings.rates)
    base, to = args.base.upper(), args.to.upper()
    found = [rates.convert(args.amount, base, to, args.until or args.day)]
    if args.until is not None:
        found = [rates.convert(args.amount, base, to, args.day), *found]
        found.append(rates.convert_average(args.amount, base, to, args.day, args.until))
    for one in found:
        if isinstance(one, NoRate):
            print(f"{one.reason[:1].upper()}{one.reason[1:]}.")
        else:
            assert one.result.low is not None  # a single sum stays one
            print(f"{base} {_plain(args.amount)} = {to} {_plain(round(one.result.low, 2))}: {one.note}")
    return FINDINGS if any(isinstance(one, NoRate) for one in found) else CLEAN


def _amount(words: str) -> Fraction:
    """A sum as it is written; argparse makes a usage error of the exception."""
    from factcheck.extract.quantities import read_quantities

    found = read_quantities(f"${words}")
    if len(found) != 1 or found[0].end != len(words) + 1 or found[0].quantity.is_range:
        raise ArgumentTypeError(f"“{words}” is no sum of money: write 33398000000, 33,398m or “4.67 billion”")
    return found[0].quantity.low


def _plain(value: Fraction) -> str:
    from decimal import Decimal

    number = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{number:,f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:,f}"
