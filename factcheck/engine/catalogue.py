"""The catalogue of rules as Markdown, and the tables of aspects and functions: generated, so that they stay true."""

from __future__ import annotations

import re

from factcheck.engine.aspects import ASPECTS
from factcheck.engine.choices import DETAILS, MARKS, SCOPES
from factcheck.engine.functions import FUNCTIONS
from factcheck.engine.grammar import FORMATS
from factcheck.engine.match import ARTICLE_FACTS
from factcheck.rule import Rule, RuleSet


def catalogue(rules: RuleSet) -> str:
    """Every rule by pack, with what it is about and where that comes from."""
    lines = ["# The rules", "", "Generated from the rule files; do not edit.", ""]
    packs: dict[str, list[Rule]] = {}
    for rule in rules:
        packs.setdefault(rule.pack, []).append(rule)
    lines += [
        f"- **{pack}**: {', '.join(f'[{rule.id}](#{rule.id})' for rule in packs[pack])}"
        for pack in sorted(packs)
    ]
    for pack in sorted(packs):
        lines += ["", f"## {pack}"]
        for rule in packs[pack]:
            lines += [
                "",
                f"### {rule.id}",
                "",
                f"{rule.title}. *{rule.severity}, {rule.verdict}*",
                "",
                rule.about,
            ]
            lines += ["", *(f"- Source: {one}" for one in rule.source)]
    return "\n".join(lines) + "\n"


def function_table() -> str:
    rows = ["| function | gives | meaning |", "|---|---|---|"]
    for name, function in sorted(FUNCTIONS.items()):
        takes = ", ".join(kind.replace("*", ", …") for kind in function.takes)
        takes = re.sub(r", (\w+)\?", r"[, \1]", takes)
        rows.append(f"| `{name}({takes})` | {function.gives} | {function.meaning} |")
    return "\n".join(rows) + "\n"


def aspect_table() -> str:
    rows = ["| aspect | type | meaning |", "|---|---|---|"]
    rows += [f"| `{name}` | {aspect.type} | {aspect.meaning} |" for name, aspect in sorted(ASPECTS.items())]
    rows += [
        f"| `{name}` | {kind} | of the article; in expressions only: `a.{name}` |"
        for name, kind in sorted(ARTICLE_FACTS.items())
    ]
    return "\n".join(rows) + "\n"


def detail_table() -> str:
    rows = ["| detail | type | meaning |", "|---|---|---|"]
    rows += [
        f"| `details.{name}` | {'number' if kind == 'quantity' else kind} | {meaning} |"
        for name, (kind, meaning) in sorted(DETAILS.items())
    ]
    return "\n".join(rows) + "\n"


def scope_table() -> str:
    rows = ["| scope | meaning |", "|---|---|"]
    return (
        "\n".join([*rows, *(f"| `scope.{name}` | {meaning} |" for name, meaning in sorted(SCOPES.items()))])
        + "\n"
    )


def mark_table() -> str:
    rows = ["| mark | meaning |", "|---|---|"]
    return (
        "\n".join([*rows, *(f"| `{name}` | {meaning} |" for name, meaning in sorted(MARKS.items()))]) + "\n"
    )


def format_table() -> str:
    rows = ["| format | of | shows |", "|---|---|---|"]
    rows += [
        f"| `{name}` | {', '.join(kind for kind in takes if kind not in ('number', 'list')) or 'anything'} | {meaning} |"
        for name, (takes, meaning) in FORMATS.items()
    ]
    return "\n".join(rows) + "\n"
