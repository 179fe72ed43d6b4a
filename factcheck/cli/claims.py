"""``factcheck claims``: what was read from articles, and how."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from factcheck.cli.exits import CLEAN, UNREADABLE
from factcheck.cli.inputs import read_inputs
from factcheck.config import find_settings, load_settings
from factcheck.reports.claims import CLAIM_FORMATS, render_claims

DESCRIPTION = (
    "Show the claims read from articles: who, what, how much, when, on what scope, and how each was found."
)


def add_arguments(parser: ArgumentParser) -> None:
    from pathlib import Path

    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="article, claims sheet or folder; - is standard input"
    )
    parser.add_argument(
        "--format", choices=CLAIM_FORMATS, default="text", help="text (default), json, jsonl or csv"
    )
    parser.add_argument(
        "--explain", action="store_true", help="each claim under its sentence, with the words behind it"
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="configuration to use instead of the nearest one"
    )
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="name and format of what standard input holds"
    )


def run(args: Namespace, parser: ArgumentParser) -> int:
    if args.explain and args.format != "text":
        parser.error("--explain is text; the other formats always hold the trace")
    settings = load_settings(args.config) if args.config else find_settings()
    inputs = read_inputs(args.paths, settings, stdin_filename=args.stdin_filename)
    sys.stdout.write(render_claims(inputs.checked, inputs.errors, "explain" if args.explain else args.format))
    if args.format != "json":
        for error in inputs.errors:
            print(error, file=sys.stderr)
    return UNREADABLE if inputs.errors else CLEAN
