"""Examples beside a rule: articles in Markdown that it must flag, and look-alikes it must not.

The page's form, which people read and ``factcheck rules test`` runs::

    # period-label

    ## flagged

    ### One quarter, two names            (a title of its own for each example)

    ```article first.md                   (one fenced block an article, its file name behind "article";
    Harlow's sales rose 26 % in Q1 2025.   published=2025-08-24 may follow the name)
    ```

    ```article second.md
    Harlow's sales rose 26 % in Q2 2025.
    ```

    error reconcilable: 26 % | 26 %        (what is expected: severity, verdict, the passages quoted)

    ## not flagged
    …

    ```reference facts.yaml                (a claims sheet of facts that the newsroom trusts)
    factcheck: claims
    …
    ```

    ## wanted                              (what the rule should flag, once the text is read well enough: such an
    …                                      example must still fail, so that nobody forgets to move it up)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from factcheck.day import date
from factcheck.errors import ConfigurationError
from factcheck.finding import SEVERITIES, VERDICTS, Finding
from factcheck.records import dataclass, field
from factcheck.rule import Rule

_FENCE = re.compile(
    r"(`{3,}|~{3,})(article|reference)[ \t]+(\S+)(?:[ \t]+published=(\d{4}-\d{2}-\d{2}))?[ \t]*\Z"
)
_EXPECTED = re.compile(r"(error|warning|note)(?:[ \t]+([a-z]+))?[ \t]*:[ \t]*(.+)\Z")
LARGEST_PAGE = 1_000_000
LEAST = 1  # examples of each kind that a rule must have; ours have three


@dataclass(slots=True)
class Example:
    """One example: its articles as (file name, text, publication date or None), and what it must give."""

    title: str
    line: int
    flagged: bool
    wanted: bool = False
    articles: list[tuple[str, str, date | None]] = field(default_factory=list)
    expected: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one example went. ``problems`` is empty when it did what its page says, else a diff, a line each."""

    rule: str
    title: str
    file: str
    line: int
    problems: tuple[str, ...] = ()
    wanted: bool = False

    @property
    def passed(self) -> bool:
        return not self.problems


Check = Callable[[Sequence[tuple[str, str, "date | None"]]], Iterable[Finding]]


def read_examples(path: Path) -> list[Example]:
    """The examples of a page. Raises ConfigurationError with file and line for a page that cannot be read."""
    try:
        if path.stat().st_size > LARGEST_PAGE:
            raise ConfigurationError(f"{path}:1: a page of examples may have {LARGEST_PAGE:,} bytes")
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise ConfigurationError(f"{path}: the rule has no examples; write this page") from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{path}:1: a page of examples must be UTF-8") from None
    found: list[Example] = []
    flagged: bool | None = None
    wanted = False
    at = 0
    while at < len(lines):
        line = lines[at]
        heading = line.strip().lower()
        if heading.startswith("## "):
            flagged = {"flagged": True, "not flagged": False, "wanted": True}.get(heading[3:].strip())
            wanted = heading[3:].strip() == "wanted"
        elif heading.startswith("### ") and flagged is not None:
            found.append(Example(line.strip()[4:], at + 1, flagged, wanted))
        elif flagged is not None and (fence := _FENCE.match(line.strip())):
            if not found or found[-1].flagged is not flagged:
                found.append(Example(f"example {len(found) + 1}", at + 1, flagged, wanted))
            at = _article(path, lines, at, fence, found[-1])
        elif flagged and found and (expected := _EXPECTED.match(line.strip())):
            found[-1].expected.append(_wanted(path, at + 1, expected))
        at += 1
    return [_sound(path, example) for example in found]


def _article(path: Path, lines: list[str], at: int, fence: re.Match[str], example: Example) -> int:
    mark, kind, name, published = fence.groups()
    if kind == "reference":
        name = f"reference/{name}"
    for end in range(at + 1, len(lines)):
        if lines[end].strip() == mark:
            text = "\n".join(lines[at + 1 : end]) + "\n"
            try:
                day = date.fromisoformat(published) if published else None
            except ValueError:
                raise ConfigurationError(f"{path}:{at + 1}: {published} is no date") from None
            example.articles.append((name, text, day))
            return end
    raise ConfigurationError(f"{path}:{at + 1}: the article {name} is not closed with {mark}")


def _wanted(path: Path, line: int, match: re.Match[str]) -> tuple[str, str, tuple[str, ...]]:
    severity, verdict, quotes = match.groups()
    if verdict and verdict not in VERDICTS:
        raise ConfigurationError(f"{path}:{line}: “{verdict}” is no verdict; use {', '.join(VERDICTS)}")
    return severity, verdict or "", tuple(quote.strip() for quote in quotes.split("|"))


def _sound(path: Path, example: Example) -> Example:
    if not example.articles:
        raise ConfigurationError(f"{path}:{example.line}: “{example.title}” has no ```article NAME block")
    if example.flagged and not example.expected:
        raise ConfigurationError(
            f"{path}:{example.line}: “{example.title}” names no finding; write “error: 26 % | 26 %” below it"
        )
    return example


def run_examples(
    rule: Rule, check: Check, examples: Sequence[Example] | None = None, least: int = LEAST
) -> list[Outcome]:
    """Run a rule's examples. ``check`` gets (file name, text, published) triples and gives all findings.

    ``least``: how many must be flagged and how many must not, for the rule to count as tested.
    """
    path = Path(rule.file).with_suffix(".md")
    listed = read_examples(path) if examples is None else examples
    outcomes = [_outcome(rule, str(path), example, check) for example in listed]
    for flagged, what in ((True, "flagged"), (False, "not flagged")):
        have = sum(example.flagged is flagged and not example.wanted for example in listed)
        if have < least:
            said = f"{have} example(s) {what}; {least} are needed"
            outcomes.append(Outcome(rule.id, what, str(path), 1, (said,)))
    return outcomes


def _outcome(rule: Rule, path: str, example: Example, check: Check) -> Outcome:
    found = [finding for finding in check(example.articles) if finding.rule == rule.id]
    problems: list[str] = []
    if not example.flagged:
        loud = [f for f in found if f.severity != SEVERITIES[-1] or rule.severity == SEVERITIES[-1]]
        problems = [f"  found: {_shown(finding)}" for finding in loud]
        return Outcome(rule.id, example.title, path, example.line, tuple(problems))
    left = list(found)
    for severity, verdict, quotes in example.expected:
        match = next((f for f in left if _is(f, severity, verdict, quotes)), None)
        if match is None:
            wanted = f"{severity} {verdict}".strip()
            problems.append(f"- expected: {wanted}: {' | '.join(quotes)}")
        else:
            left.remove(match)
    if example.wanted:
        works = () if problems or left else ("  is flagged now: move it up to “## flagged”",)
        return Outcome(rule.id, example.title, path, example.line, works, wanted=True)
    if problems or left:
        problems.extend(f"+ found: {_shown(finding)}" for finding in left)
    return Outcome(rule.id, example.title, path, example.line, tuple(problems))


def _is(finding: Finding, severity: str, verdict: str, quotes: tuple[str, ...]) -> bool:
    if finding.severity != severity or (verdict and finding.verdict != verdict):
        return False
    rest = [" ".join(evidence.quote.split()) for evidence in finding.evidence]
    for quote in quotes:
        if quote not in rest:
            return False
        rest.remove(quote)
    return True


def _shown(finding: Finding) -> str:
    quotes = " | ".join(" ".join(evidence.quote.split()) for evidence in finding.evidence)
    return f"{finding.severity} {finding.verdict}: {quotes}"


def scaffold(rule_id: str) -> Mapping[str, str]:
    """The two files of a new rule, by file name: they load, and their examples wait to be filled in."""
    return {
        f"{rule_id}.yaml": _RULE.replace("RULE-ID", rule_id),
        f"{rule_id}.md": _PAGE.replace("RULE-ID", rule_id),
    }


_RULE = """\
id: RULE-ID
title: What is wrong, in a few words
severity: warning
find:
  a: {entity: $who, metric: $what, measure: level, scope: $scope, period: $when, quantity: any}
  b: {entity: $who, metric: $what, measure: level, scope: $scope, period: $when, quantity: any}
where: other-article
require: a.quantity == b.quantity
say: "{who}: {what} for {when} is {a} here and {b} there."
about: What goes wrong, why it matters to a reader, and what to do.
source: ["Where the practice or the arithmetic comes from"]
"""
_PAGE = """\
# RULE-ID

## flagged

### The plain case

```article first.md
Harlow Foods made revenue of $4.6 billion in 2024.
```

```article second.md
Harlow Foods made revenue of $5.2 billion in 2024.
```

warning: $4.6 billion | $5.2 billion

## not flagged

### Rounded, not wrong

```article first.md
Harlow Foods made revenue of $4.62 billion in 2024.
```

```article second.md
Harlow Foods made revenue of $4.6 billion in 2024.
```
"""
