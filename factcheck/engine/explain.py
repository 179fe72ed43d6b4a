"""A rule in prose, as ``factcheck rules explain`` prints it: what it finds, asks, and is silent about, and its switches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.engine.grammar import POWER
from factcheck.rule import Expression, Pattern, Rule, RuleSet, Template, Term

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
_PLACES = {
    "same-article": "in one article",
    "other-article": "in different articles",
    "same-section": "in one section",
    "other-section": "in different sections",
    "same-paragraph": "in one paragraph",
    "other-paragraph": "in different paragraphs",
    "same-sentence": "in one sentence",
    "other-sentence": "in different sentences",
    "same-week": "in articles that appeared within a week or so of one another",
    "same-story": "in two or more articles that tell one story, by the names and figures they share",
    "summary-and-body": "one in the title or summary, the other below it",
}


def explanation(rule: Rule, rules: RuleSet | None = None) -> str:
    """The rule as a page of Markdown. ``rules``: those in use, to say which of them tell its cases in its place."""
    sources = ["Sources:", "", *(f"- {one}" for one in rule.source), ""] if rule.source else []
    lines = [
        *(f"# {rule.id}: {rule.title}", "", rule.about.strip(), ""),
        *(f"Pack {rule.pack} · severity {rule.severity} · verdict {rule.verdict} · {rule.file}", ""),
        *("## What it does", "", *_sentences(rule), *_neighbours(rule, rules), ""),
        *sources,
        *_switches(rule),
    ]
    page = Path(rule.file).with_suffix(".md")
    if page.is_file():
        title, _, examples = page.read_text(encoding="utf-8").strip().partition("\n")
        examples = examples.strip() if title.startswith("# ") else f"{title}\n{examples}"
        lines += ["Examples, run by `factcheck rules test`:", "", examples, ""]
    return "\n".join(lines)


def _sentences(rule: Rule) -> Iterator[str]:
    """One bullet for each part of the rule."""
    many = _NUMBERS[len(rule.patterns)]
    places = "".join(f", {_PLACES[place]}" for place in rule.where)
    yield f"- It finds {many} claim{'s' * (len(rule.patterns) > 1)}{places}:"
    yield from (f"  - {_claim(pattern)}" for pattern in rule.patterns)
    if rule.when:
        yield "- It looks at them only if all of this holds:"
        yield from (f"  - `{shown(condition)}`" for condition in rule.when)
    if rule.require is not None:
        yield f"- It requires `{shown(rule.require)}`."
    else:
        yield "- Wherever it finds them, it says so."
    if rule.require is not None and rule.undecided == "silent":
        yield "- Where rounded figures leave that open, it says nothing; otherwise that would be a note."
    if rule.unless:
        yield "- It is silent if any of this holds:"
    for silence in rule.unless:
        found = " and ".join(_claim(pattern) for pattern in silence.patterns)
        condition = f"`{shown(silence.when)}`" if silence.when is not None else ""
        yield "  - " + (f"there is {found}" + f", and {condition}" * bool(condition) if found else condition)
    for remedy in rule.reconcile:
        grade = f"{remedy.severity or rule.severity} ({remedy.verdict})"
        yield f"- If `{shown(remedy.when)}`, its grade is {grade}: “{_text(remedy.say)}”"
    yield f"- It says: “{_text(rule.say)}”"
    if rule.suggest:
        yield f"- It proposes: “{_text(rule.suggest)}”"
    for name, value in rule.parameters:
        yield f"- `{name}` is {shown(value)}."


def _claim(pattern: Pattern) -> str:
    asked = ", ".join(_term(term) for term in pattern.terms)
    kind = {"each": "all claims", "optional": "perhaps a claim"}.get(pattern.kind, "a claim")
    by = f", one for each {pattern.by}" if pattern.by else ""
    return f"`{pattern.name}`, {kind} with {asked}{by}"


def _term(term: Term) -> str:
    words = " or ".join(map(str, term.values))
    moved = f" {'-' if term.months < 0 else '+'} {abs(term.months)} months" if term.months else ""
    moved += f" {'-' if term.number < 0 else '+'} {abs(term.number)}" if term.number else ""
    if term.loose:
        return f"{term.aspect} ${term.variable}{moved} where both state one"
    return {
        "in": f"{term.aspect} {words}",
        "not-in": f"{term.aspect} other than {words}",
        "any": f"any {term.aspect}",
        "none": f"no {term.aspect}",
        "var": f"{term.aspect} ${term.variable}{moved}",
        "not-var": f"{term.aspect} other than ${term.variable}",
        "like": f"{term.aspect} like ${term.variable}, as far as {_likeness(term)}",
    }[term.op]


def _likeness(term: Term) -> str:
    """The parameter that says how like, or the number itself."""
    if term.op != "like":
        return ""
    above, below, *name = term.values
    return name[0] if name else f"{above * 100 / below:g} percent"


def _neighbours(rule: Rule, rules: RuleSet | None) -> Iterator[str]:
    if rule.explains:
        yield f"- On the same passages it takes the place of {_listed(rule.explains)}."
    others = [one.id for one in rules or () if rule.id in one.explains]
    if others:
        yield f"- On the same passages {_listed(others)} may tell it in its place."


def _listed(names: Iterable[str]) -> str:
    *most, last = [f"`{name}`" for name in names]
    return f"{', '.join(most)} and {last}" if most else last


def _switches(rule: Rule) -> Iterator[str]:
    yield from (
        "How to suppress it, or grade it otherwise, in pyproject.toml (in factcheck.toml, `[rules]`):",
        "",
    )
    yield from ("```toml", "[tool.factcheck.rules]", f'{rule.id} = "off"  # or "error", "warning", "note"')
    yield f'# {rule.pack} = "off"  # the whole pack'
    if rule.parameters:
        yield from ("", "[tool.factcheck.parameters]")
        yield from (f'{rule.id}.{name} = "{shown(value)}"' for name, value in rule.parameters)
    yield from ("```", "")


def _text(template: Template) -> str:
    return "".join(piece if isinstance(piece, str) else _hole(*piece) for piece in template)


def _hole(node: Expression, form: str) -> str:
    return "{" + shown(node) + f":{form}" * bool(form) + "}"


def shown(node: Expression, power: int = 0) -> str:
    """An expression as a rule writes it, with no more brackets than it needs."""
    kind = node[0]
    if kind in ("num", "amount"):
        value = node[1] / node[2]
        number = str(int(value)) if value == int(value) else repr(value)
        plural = "" if kind == "num" or node[3] == "percent" or value == 1 else "s"
        return number if kind == "num" else f"{number} {node[3]}{plural}"
    if kind == "text":
        return f'"{node[1]}"'
    if kind == "name":
        return str(node[1])
    if kind == "get":
        return f"{shown(node[1], 9)}.{node[2]}"
    if kind == "call":
        return f"{node[1]}({', '.join(shown(argument) for argument in node[2])})"
    if kind in ("not", "neg"):
        return ("not " if kind == "not" else "-") + shown(node[1], 3 if kind == "not" else 6)
    own = POWER[node[1]]
    text = f"{shown(node[2], own)} {node[1]} {shown(node[3], own + 1)}"
    return f"({text})" if own < power else text
