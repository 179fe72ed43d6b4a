"""``factcheck rules``: what the rules are, why, whether they still do what their examples say, and how to begin one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from factcheck.cli.exits import CLEAN, FINDINGS
from factcheck.config import Settings, find_settings, load_settings, nearest
from factcheck.errors import ConfigurationError
from factcheck.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.finding import Finding
    from factcheck.rule import Rule, RuleSet

DESCRIPTION = (
    "List and explain rules, run their examples, begin a new one, print the JSON Schema of the form."
)


def add_arguments(parser: ArgumentParser) -> None:
    shared = ArgumentParser(add_help=False)
    shared.add_argument(
        "--rules", nargs="+", action="extend", default=[], type=Path, metavar="DIR", help="further rules"
    )
    shared.add_argument(
        "--config", type=Path, metavar="FILE", help="configuration to use instead of the nearest one"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def action(name: str, line: str) -> ArgumentParser:
        return actions.add_parser(name, help=line, description=line, parents=[shared])

    action("list", "every rule in use, one a line").add_argument(
        "--format", choices=("text", "json"), default="text"
    )
    action("explain", "what a rule looks for, with examples and its source").add_argument(
        "rule", metavar="ID"
    )
    action("test", "run the examples beside the rules").add_argument(
        "target",
        nargs="?",
        metavar="PATH|ID",
        help="a rule file, a folder of rules or a rule's id (default: all)",
    )
    new = action("new", "write a rule and its page of examples, to begin with")
    new.add_argument("rule", metavar="ID")
    new.add_argument(
        "--folder", type=Path, metavar="DIR", help="where to (default: the first rule folder configured)"
    )
    action("schema", "the JSON Schema of the rule form, for editors")


def run(args: Namespace, parser: ArgumentParser) -> int:
    settings = load_settings(args.config) if args.config else find_settings()
    return _ACTIONS[args.action](args, settings)


def _list(args: Namespace, settings: Settings) -> int:
    rules = _rules(args, settings)
    if args.format == "json":
        import json

        rows = [
            {
                "id": one.id,
                "title": one.title,
                "pack": one.pack,
                "severity": one.severity,
                "verdict": one.verdict,
            }
            for one in rules
        ]
        print(json.dumps({"version": 1, "rules": rows}, ensure_ascii=False, indent=2))
        return CLEAN
    width = max((len(one.id) for one in rules), default=0)
    pack = ""
    for one in sorted(rules, key=lambda one: (one.pack, one.id)):
        if one.pack != pack:
            pack = one.pack
            print(f"{pack}:")
        print(f"  {one.id:<{width}}  {one.severity:<7}  {one.title}")
    return CLEAN


def _explain(args: Namespace, settings: Settings) -> int:
    from factcheck.engine.explain import explanation

    rules = _rules(args, settings)
    rule = rules.get(args.rule)
    if rule is None:
        raise ConfigurationError(f"there is no rule {args.rule!r} in use{nearest(args.rule, rules.ids)}")
    sys.stdout.write(explanation(rule, rules))
    return CLEAN


def _rules(args: Namespace, settings: Settings, demand_examples: bool = True) -> RuleSet:
    from factcheck.pipeline import choose_rules

    rules: RuleSet = choose_rules(settings, args.rules, demand_examples)
    return rules


def _test(args: Namespace, settings: Settings) -> int:
    from factcheck.engine.examples import run_examples

    chosen, rules = _targets(args, settings)
    failed = ran = wanted = 0
    for rule in chosen:
        try:
            outcomes = run_examples(rule, lambda articles: _findings(articles, rules))
        except ConfigurationError as error:  # a page that is missing or cannot be read fails its rule alone
            print(error)
            failed, ran = failed + 1, ran + 1
            continue
        for outcome in outcomes:
            ran += 1
            wanted += outcome.wanted
            if not outcome.passed:
                failed += 1
                print(
                    f"{outcome.file}:{outcome.line}: {outcome.rule}: {outcome.title}",
                    *outcome.problems,
                    sep="\n",
                )
    said = f"{failed:,} failed" if failed else "all as their pages say"
    later = f"; {wanted:,} are wanted and not found yet" if wanted else ""
    rules_said = f"{len(chosen):,} rule{'s' * (len(chosen) != 1)}"
    examples_said = f"{ran:,} example{'s' * (ran != 1)}"
    print(f"{rules_said}, {examples_said}: {said}{later}")
    return FINDINGS if failed else CLEAN


def _targets(args: Namespace, settings: Settings) -> tuple[Sequence[Rule], RuleSet]:
    """The rules to test, and the set they run in: a path's own rules, one of those in use, or all in use."""
    if args.target is not None and Path(args.target).exists():
        from factcheck.engine import load_rules

        rules = load_rules([Path(args.target)], layers=settings.vocabulary, demand_examples=False)
        return rules.rules, rules
    rules = _rules(
        args, settings, demand_examples=False
    )  # a rule without examples is told of, and fails alone
    if args.target is None:
        return rules.rules, rules
    one = rules.get(args.target)
    if one is None:
        raise ConfigurationError(f"there is no rule or path {args.target!r}{nearest(args.target, rules.ids)}")
    return (one,), rules


def _findings(articles: Sequence[tuple[str, str, date | None]], rules: RuleSet) -> tuple[Finding, ...]:
    from factcheck.pipeline import check_texts

    return check_texts(articles, rules).findings


def _new(args: Namespace, settings: Settings) -> int:
    from factcheck.engine.examples import scaffold
    from factcheck.engine.read_rule import is_id

    if not is_id(args.rule):
        raise ConfigurationError(
            f"“{args.rule}” is no id for a rule: small letters, digits and single hyphens"
        )
    taken = _rules(args, settings, demand_examples=False).get(args.rule)
    if taken is not None:
        raise ConfigurationError(f"there is a rule “{args.rule}” already: {taken.file}")
    folder = args.folder or next(iter(settings.rule_folders), None)
    if folder is None:
        raise ConfigurationError(
            "say where the rule is to stand: --folder DIR, or rule-folders in the configuration"
        )
    files = {folder / name: text for name, text in scaffold(args.rule).items()}
    there = [file for file in files if file.exists()]
    if there:
        raise ConfigurationError(f"{there[0]}: is there already")
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        file.write_text(text, encoding="utf-8", newline="\n")
        print(file)
    return CLEAN


def _schema(args: Namespace, settings: Settings) -> int:
    from factcheck.engine.schema import schema_text

    print(schema_text().rstrip("\n"))
    return CLEAN


_ACTIONS = {"list": _list, "explain": _explain, "test": _test, "new": _new, "schema": _schema}
