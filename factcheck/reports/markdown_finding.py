"""One finding in Markdown: the passages side by side, what they were read as, the arithmetic, the way out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from factcheck.claim import Claim
from factcheck.finding import Coverage, Evidence, Finding
from factcheck.naming import scope_name
from factcheck.reports.escape import code, prose
from factcheck.reports.text import one_line
from factcheck.reports.wording import (
    iso_day_text,
    measure_text,
    metric_text,
    period_text,
    value_text,
)

SIDE_BY_SIDE = 3  # passages that still fit next to one another
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Link = Callable[[str], str | None]
VERDICTS = {
    "contradiction": "contradiction: no reading fits both",
    "reconcilable": "reconcilable: one reading fits both",
    "suspect": "suspect: what would tell is missing",
}


def finding_lines(finding: Finding, number: int, articles: Mapping[str, Coverage], link: Link) -> list[str]:
    """The finding under a heading of its own, with an anchor that stays when others come and go."""
    lines = [
        f'<a id="{anchor(finding)}"></a>',
        "",
        f"### {number}. {prose(finding.title)}",
        "",
        prose(finding.message),
        "",
    ]
    evidence = finding.evidence
    if _one_sentence(evidence):
        lines += _sentence(finding, articles, link)
    elif 1 <= len(evidence) <= SIDE_BY_SIDE:
        lines += _columns(finding, articles, link)
    elif evidence:
        lines += _rows(finding, articles, link)
    lines += _why(finding.explanation)
    if finding.suggestion:
        lines += [f"**Suggestion:** {prose(finding.suggestion)}", ""]
    if finding.reasons:
        lines += [f"**Graded lower because** {prose('; '.join(finding.reasons))}.", ""]
    if finding.sources:
        lines += [f"**Source:** {prose('; '.join(finding.sources))}.", ""]
    return [*lines, *_trace(finding), _signature(finding), "", "---", ""]


def _why(explanation: str) -> list[str]:
    """The arithmetic and what would reconcile it; several lines become a list."""
    steps = [step for step in explanation.splitlines() if step.strip()]
    if len(steps) < 2:
        return [f"**Why:** {prose(explanation)}", ""] if steps else []
    return ["**Why:**", "", *(f"- {prose(step)}" for step in steps), ""]


def anchor(finding: Finding) -> str:
    return f"finding-{finding.fingerprint}"


def passage(one: Evidence) -> str:
    """The sentence with the figure in bold; the quotation alone when the sentence does not hold it."""
    at = one.spot
    if at is None or not at.of(one.sentence).strip():
        return f"**{prose(one.quote)}**" if one.quote.strip() else prose(one.sentence)
    return f"“{_bold(one.sentence, [(at.start, at.end)])}”"


def _bold(sentence: str, figures: Sequence[tuple[int, int]]) -> str:
    said, at = "", 0
    for start, end in figures:
        if start >= at:
            said += spaced(sentence[at:start]) + f"**{prose(sentence[start:end])}**"
            at = end
    return said + spaced(sentence[at:])


def place(one: Evidence, link: Link) -> str:
    target = link(one.path)
    file = f"[{code(one.path)}]({target})" if target else code(one.path)
    section = f", {one.claim.section}" if one.claim is not None and one.claim.section != "body" else ""
    return f"{file}, line {one.line}{section}"


def origin(one: Evidence, articles: Mapping[str, Coverage]) -> str:
    article = articles.get(one.path)
    source = one.source or (article.source if article else None)
    published = one.published or (article.published if article else None)
    return f"{prose(source)}, {iso_day_text(published)}" if source else iso_day_text(published)


def _one_sentence(evidence: tuple[Evidence, ...]) -> bool:
    first = evidence[0] if evidence else None
    return (
        first is not None
        and 1 < len(evidence) <= SIDE_BY_SIDE + 1
        and all(one.spot is not None for one in evidence)
        and all((one.path, one.sentence) == (first.path, first.sentence) for one in evidence)
    )


def _sentence(finding: Finding, articles: Mapping[str, Coverage], link: Link) -> list[str]:
    """Figures of one sentence: the sentence once, with all of them in bold, and what each was read as."""
    evidence = finding.evidence
    first = evidence[0]
    spots = sorted({(one.spot.start, one.spot.end) for one in evidence if one.spot is not None})
    said = f"“{_bold(first.sentence, spots)}”"
    lines = [f"> {said}<br>", f"> — {place(first, link)}; {origin(first, articles)}", ""]
    heads = [prose(one.spot.of(one.sentence) if one.spot else one.quote) for one in evidence]
    return lines + _meaning_table(heads, [], evidence)


def spaced(text: str) -> str:
    """Like prose, keeping one space at either end where there was one: the bold figure stands beside it."""
    lead, tail = text[:1].isspace(), text[-1:].isspace()
    inner = prose(text)
    return (" " if lead and inner else "") + inner + (" " if tail else "")


def _columns(finding: Finding, articles: Mapping[str, Coverage], link: Link) -> list[str]:
    """Passages as columns, what is known of them as rows."""
    evidence = finding.evidence
    heads = [f"Passage {_LETTERS[n]}" if len(evidence) > 1 else "Passage" for n in range(len(evidence))]
    origins: list[tuple[str, list[str]]] = [
        ("Says", [passage(one) for one in evidence]),
        ("Where", [place(one, link) for one in evidence]),
        ("Published", [origin(one, articles) for one in evidence]),
    ]
    return _meaning_table(heads, origins, evidence)


def _meaning_table(
    heads: list[str], table: list[tuple[str, list[str]]], evidence: tuple[Evidence, ...]
) -> list[str]:
    """A row for each aspect that says anything; ≠ marks those in which the passages differ."""
    lines = [f"| | {' | '.join(heads)} |", "|---|" + "---|" * len(heads)]
    lines += [f"| **{name}** | {' | '.join(cells)} |" for name, cells in table]
    for name, read, same in _MEANING:
        cells = [prose(read(one.claim, one.sentence)) if one.claim else "" for one in evidence]
        if any(cells):
            meant = {
                same(one.claim) or cell.casefold()
                for one, cell in zip(evidence, cells, strict=True)
                if one.claim
            }
            differs = " ≠" if len(meant) > 1 else ""
            shown = [cell or _UNSAID.get(name, "") for cell in cells]
            lines.append(f"| **{name}**{differs} | {' | '.join(shown)} |")
    return [*lines, ""]


def _rows(finding: Finding, articles: Mapping[str, Coverage], link: Link) -> list[str]:
    lines = ["| | Says | Where | Published | Read as |", "|---|---|---|---|---|"]
    times: dict[str, str] = {}  # a time's words → all that they can mean, told once below
    for number, one in enumerate(finding.evidence):
        read = {name: tell(one.claim, one.sentence) for name, tell, _ in _MEANING} if one.claim else {}
        if one.claim is not None and len(one.claim.period.readings) > 1 and one.claim.period.text:
            label = one_line(f"“{one.claim.period.text}”")
            times.setdefault(label, read["When"])
            read["When"] = label
        meaning = " · ".join(prose(value) for value in read.values() if value)
        lines.append(
            f"| **{_letter(number)}** | {passage(one)} | {place(one, link)} | {origin(one, articles)} | {meaning} |"
        )
    return [*lines, "", *(f"- {prose(meaning)}" for meaning in times.values()), *([""] if times else [])]


def _letter(number: int) -> str:
    return _LETTERS[number] if number < len(_LETTERS) else str(number + 1)


def _modality(claim: Claim, _text: str) -> str:
    parts = [] if claim.modality == "reported" else [claim.modality]
    if claim.attribution:
        parts.append(f"says {claim.attribution}")
    if claim.prior:
        parts.append("base of a comparison")
    return ", ".join(parts)


def _period(claim: Claim, _text: str) -> str:
    return period_text(claim.period) if claim.period.text or claim.period.readings else ""


def _measured(claim: Claim, text: str) -> str:
    """What is measured; nothing for what only stands for its article, such as a missing date."""
    if claim.measure == "date" and claim.quantity is None and not claim.period.text:
        return ""
    return f"{metric_text(claim, text)} ({measure_text(claim)})"


def _days(claim: Claim) -> Hashable:
    return frozenset((one.start, one.end) for one in claim.period.readings if one.start or one.end)


# What a passage was read as: (name of the row, the claim and its sentence in words, what makes two of them the same, where
# it is not those words).
_MEANING: tuple[tuple[str, Callable[[Claim, str], str], Callable[[Claim], Hashable]], ...] = (
    ("Who", lambda claim, _: claim.entity.name, lambda claim: claim.entity.id),
    ("What", _measured, lambda claim: None),
    ("Figure", lambda claim, _: value_text(claim), lambda claim: None),
    ("When", _period, _days),
    ("Scope", lambda claim, text: scope_name(claim, text), lambda claim: claim.scope),
    ("Said as", _modality, lambda claim: None),
)
_UNSAID = {"When": "no period stated"}


def _trace(finding: Finding) -> list[str]:
    """How each aspect was found, folded away."""
    rows = []
    for number, one in enumerate(finding.evidence):
        if one.claim is None:
            continue
        words_of = one.words or ("",) * len(one.claim.trace)
        for step, words in zip(one.claim.trace, words_of, strict=True):
            if step.how == "default" and step.span is None and not step.note:
                continue  # nothing said otherwise: not worth a row
            told = (step.aspect, step.how, words, step.note)
            rows.append(f"| {_letter(number)} | {' | '.join(map(prose, told))} |")
    if not rows:
        return []
    return [
        "<details><summary>How the passages were read</summary>",
        "",
        "| Passage | Aspect | Found | Words | Note |",
        "|---|---|---|---|---|",
        *rows,
        "",
        "</details>",
        "",
    ]


def _signature(finding: Finding) -> str:
    verdict = VERDICTS.get(finding.verdict, finding.verdict)
    return (
        f"<sub>{finding.severity} · {verdict} · rule {code(finding.rule)} · {code(finding.fingerprint)}</sub>"
    )
