"""``factcheck check``: compare articles, write the report, say by the exit code what came of it."""

from __future__ import annotations

import sys

from factcheck.cli.exits import FAIL_LEVELS, exit_code
from factcheck.cli.inputs import read_inputs
from factcheck.cli.options import Options, Values
from factcheck.config import Settings, find_settings, load_settings
from factcheck.errors import ConfigurationError
from factcheck.finding import Report
from factcheck.hints import TYPE_CHECKING
from factcheck.pipeline import check_read, choose_rules
from factcheck.reports import FORMATS, render

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = (
    "Compare the figures of articles with one another and with an archive, and report what disagrees."
)
_SUFFIXES = {".md": "markdown", ".json": "json", ".txt": "text"}
_ENDINGS = {format: ending for ending, format in _SUFFIXES.items()}


def add_arguments(options: Options) -> None:
    options.add_argument(
        "paths", nargs="+", metavar="PATH", help="article, claims sheet or folder; - is standard input"
    )
    options.add_argument(
        "--against", nargs="+", action="extend", default=[], metavar="PATH", help="context to compare with"
    )
    options.add_argument("--format", choices=sorted(FORMATS), help="text (default), markdown or json")
    target = options.add_mutually_exclusive_group()
    target.add_argument("--output", metavar="FILE", help="write the report there, not to standard output")
    target.add_argument(
        "--report-dir", metavar="DIR", help="write one Markdown page an article, and an index"
    )
    options.add_argument(
        "--fail-level", choices=FAIL_LEVELS, help="lowest severity with exit code 1 (default: error)"
    )
    options.add_argument(
        "--rules", nargs="+", action="extend", default=[], metavar="DIR", help="further rules"
    )
    options.add_argument(
        "--rates", metavar="FILE", help="newer ECB exchange rates (eurofxref-hist.zip or .csv)"
    )
    options.add_argument("--config", metavar="FILE", help="configuration to use instead of the nearest one")
    options.add_argument(
        "--force-exclude",
        action="store_true",
        help="include and exclude hold for named files too, and YAML must be a claims sheet",
    )
    options.add_argument(
        "--stdin-filename", metavar="NAME", help="name and format of what standard input holds"
    )
    options.add_argument(
        "--no-cache", dest="cache", action="store_false", help="read every file anew, and keep nothing"
    )
    options.add_argument(
        "--stats", action="store_true", help="on standard error: what each rule compared, and its time"
    )


def run(args: Values, options: Options) -> int:
    settings = load_settings(args.config) if args.config else find_settings()
    rules = choose_rules(settings, args.rules)  # a bad rule is refused before any article is read
    against = args.against or settings.archive()
    inputs = read_inputs(args.paths, settings, against, args.stdin_filename, args.force_exclude, args.cache)
    if settings.reference:
        from factcheck.cli.trusted import read_trusted

        facts, errors = read_trusted(settings.trusted(), settings.vocabulary, inputs.checked, inputs.kept)
        inputs.context += facts
        inputs.errors += errors
    stats: dict[str, object] | None = {} if args.stats else None
    report = check_read(
        inputs.checked,
        inputs.context,
        rules,
        shelved=inputs.shelved,
        errors=inputs.errors,
        stats=stats,
        layers=settings.vocabulary,
        rates=_rates(args, settings),
    )
    _write(report, args)
    if stats is not None:
        from factcheck.cli.stats import stats_text

        print(stats_text(stats), file=sys.stderr)
    return exit_code(report, args.fail_level or settings.fail_level)


def _rates(args: Values, settings: Settings) -> Path | None:
    if not args.rates:
        return settings.rates
    from pathlib import Path

    return Path(args.rates)


def _write(report: Report, args: Values) -> None:
    if args.output is None and args.report_dir is None:
        format = args.format or "text"
        sys.stdout.write(render(report, format))
        if format != "text":  # the text report shows them itself
            _say_errors(report)
        return
    target = args.output or args.report_dir
    try:
        target = _write_files(report, args)
    except OSError as error:
        raise ConfigurationError(f"{target}: cannot be written: {error.strerror or error}") from error
    from factcheck.reports.text import summary

    _say_errors(report)
    print(f"{summary(report)}\nReport: {target}")


def _write_files(report: Report, args: Values) -> Path:
    """Write what --output or --report-dir asks for; returns the file to open first."""
    from pathlib import Path

    folder = Path(args.report_dir or "")
    if args.report_dir is not None and args.format in (None, "markdown"):
        from factcheck.reports.pages import write_pages

        return write_pages(report, folder)
    ending = Path(args.output or "").suffix
    format = args.format or _SUFFIXES.get(ending, "text")
    target = Path(args.output) if args.output else folder / f"report{_ENDINGS[format]}"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(render(report, format), encoding="utf-8", newline="\n")
    return target


def _say_errors(report: Report) -> None:
    for error in report.errors:
        print(error, file=sys.stderr)
