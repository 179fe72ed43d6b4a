"""Commands: arguments and printing only. One literal registry; a command is imported when it is called."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

# Command → (module with DESCRIPTION, add_arguments and run, one line of help)
COMMANDS = {
    "check": ("factcheck.cli.check", "compare the figures of articles and report what disagrees"),
    "claims": ("factcheck.cli.claims", "show the claims read from articles, with how each was read"),
    "entities": ("factcheck.cli.entities", "look up, check and extend the registry of names"),
    "facts": ("factcheck.cli.facts", "reference facts: addresses of filings, what files hold, rates by day"),
    "rules": ("factcheck.cli.rules", "list, explain, test and write rules"),
}
_PLAIN = ("check", "claims")  # no commands of their own inside: run at every commit, so read without argparse


def run_command(argv: Sequence[str]) -> int:
    """Run one command; returns its exit code. Usage errors leave with SystemExit(2), as argparse does."""
    if argv and argv[0] in COMMANDS:
        command = __import__(COMMANDS[argv[0]][0], fromlist=["run"])
        if argv[0] in _PLAIN:
            from factcheck.cli.options import Options

            options = Options(argv[0], command.DESCRIPTION, command.add_arguments)
            return int(command.run(options.read(argv[1:]), options))
        from argparse import ArgumentParser

        parser = ArgumentParser(prog=f"factcheck {argv[0]}", description=command.DESCRIPTION)
        command.add_arguments(parser)
        return int(command.run(parser.parse_args(argv[1:]), parser))
    top = _top_parser()
    top.parse_args(argv)  # --help and --version leave here; an unknown command is refused
    top.print_help()
    return 2


def _top_parser() -> ArgumentParser:
    from argparse import ArgumentParser

    from factcheck.version import __version__

    parser = ArgumentParser(
        prog="factcheck",
        description="Finds figures, dates, streaks and ranks that disagree. Offline, deterministic.",
    )
    parser.add_argument("--version", action="version", version=f"factcheck {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command")
    for name, (_, line) in COMMANDS.items():
        commands.add_parser(name, help=line, add_help=False)
    return parser
