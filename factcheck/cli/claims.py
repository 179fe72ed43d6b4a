"""``factcheck claims``: what was read from articles, and how."""

from __future__ import annotations

import sys

from factcheck.cli.exits import CLEAN, UNREADABLE
from factcheck.cli.inputs import read_inputs
from factcheck.cli.options import Options, Values
from factcheck.config import find_settings, load_settings
from factcheck.reports.claims import CLAIM_FORMATS, render_claims

DESCRIPTION = (
    "Show the claims read from articles: who, what, how much, when, on what scope, and how each was found."
)


def add_arguments(options: Options) -> None:
    options.add_argument(
        "paths", nargs="+", metavar="PATH", help="article, claims sheet or folder; - is standard input"
    )
    options.add_argument(
        "--format", choices=CLAIM_FORMATS, default="text", help="text (default), json, jsonl or csv"
    )
    options.add_argument(
        "--explain", action="store_true", help="each claim under its sentence, with the words behind it"
    )
    options.add_argument("--config", metavar="FILE", help="configuration to use instead of the nearest one")
    options.add_argument(
        "--stdin-filename", metavar="NAME", help="name and format of what standard input holds"
    )
    options.add_argument(
        "--no-cache", dest="cache", action="store_false", help="read every file anew, and keep nothing"
    )


def run(args: Values, options: Options) -> int:
    if args.explain and args.format != "text":
        options.error("--explain is text; the other formats always hold the trace")
    settings = load_settings(args.config) if args.config else find_settings()
    inputs = read_inputs(args.paths, settings, stdin_filename=args.stdin_filename, cache=args.cache)
    sys.stdout.write(render_claims(inputs.checked, inputs.errors, "explain" if args.explain else args.format))
    if args.format != "json":
        for error in inputs.errors:
            print(error, file=sys.stderr)
    return UNREADABLE if inputs.errors else CLEAN
