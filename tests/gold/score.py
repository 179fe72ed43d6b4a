"""Scores the engine's claims against the gold sentences, aspect by aspect.

    python -m tests.gold.score            # the table
    python -m tests.gold.score --misses   # and every miss
    python -m tests.gold.score company-01 # one sentence, claim by claim

A claim is *right* when its entity, metric, period and scope are right; a figure that became no claim has none right.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass

import factcheck
from factcheck.claim import Claim
from tests.gold import matching
from tests.gold.sheets import GoldClaim, GoldSentence, read_gold

CORE = ("entity", "metric", "period", "scope")
ASPECTS = (*CORE, "value", "unit", "measure", "direction", "basis", "prior", "modality", "attribution")


@dataclass(frozen=True)
class Scored:
    """One gold claim, what was read for it, and the aspects that are wrong."""

    sentence: GoldSentence
    gold: GoldClaim
    claim: Claim | None
    wrong: tuple[str, ...]

    @property
    def right(self) -> bool:
        return self.claim is not None and not set(self.wrong) & set(CORE)


def score_sentence(sentence: GoldSentence) -> list[Scored]:
    article = factcheck.article(sentence.page, path=f"{sentence.id}.txt", published=sentence.published)
    offset = article.text.index(sentence.text)
    claims = [claim for claim in factcheck.extract(article) if claim.kind != "date"]
    used: set[int] = set()
    return [_scored(sentence, gold, claims, offset, used) for gold in sentence.claims]


def _scored(
    sentence: GoldSentence, gold: GoldClaim, claims: list[Claim], offset: int, used: set[int]
) -> Scored:
    start, end = gold.start + offset, gold.end + offset
    near = [c for c in claims if c.span.start < end and start < c.span.end]
    near.sort(key=lambda c: (not matching.value_right(gold, c), c.number in used, len(_wrong(gold, c))))
    if not near:
        return Scored(sentence, gold, None, ("missing",))
    used.add(near[0].number)
    return Scored(sentence, gold, near[0], _wrong(gold, near[0]))


def _wrong(gold: GoldClaim, claim: Claim) -> tuple[str, ...]:
    right = {
        "entity": matching.entity_right(gold, claim),
        "metric": matching.metric_right(gold, claim),
        "period": matching.period_right(gold, claim),
        "scope": matching.scope_right(gold, claim),
        "value": matching.value_right(gold, claim),
        "unit": matching.unit_right(gold, claim),
        "attribution": matching.attribution_right(gold, claim),
    }
    if matching.metric_and_scope_right(gold, claim):
        right["metric"] = right["scope"] = True
    for name in ("measure", "direction", "basis", "prior", "modality"):
        right[name] = matching.plain_right(name, gold, claim)
    return tuple(name for name in ASPECTS if not right[name])


def score_all() -> list[Scored]:
    return [scored for sentence in read_gold() for scored in score_sentence(sentence)]


def share_right(results: list[Scored]) -> float:
    return sum(scored.right for scored in results) / len(results)


def render_table(results: list[Scored], misses: bool = False) -> str:
    read = [scored for scored in results if scored.claim is not None]
    lines = [
        f"{len(results)} claims in {len({s.sentence.id for s in results})} sentences; "
        f"{len(read)} read; {sum(s.right for s in results)} right ({share_right(results):.1%})"
    ]
    wrong = Counter(name for scored in read for name in scored.wrong)
    lines += [f"  {name:<12} {len(read) - wrong[name]:>4}/{len(read)}" for name in ASPECTS]
    domains: dict[str, list[Scored]] = defaultdict(list)
    for scored in results:
        domains[scored.sentence.domain].append(scored)
    lines += [
        f"  {name:<26} {share_right(part):.0%} of {len(part)}" for name, part in sorted(domains.items())
    ]
    if misses:
        lines += [_miss(scored) for scored in results if scored.wrong]
    return "\n".join(lines)


def _miss(scored: Scored) -> str:
    head = f"{'-' if scored.right else 'X'} {scored.sentence.id} “{scored.gold.quote}”"
    if scored.claim is None:
        return f"{head}: no claim"
    return f"{head}: " + "; ".join(_difference(name, scored.gold, scored.claim) for name in scored.wrong)


def _difference(name: str, gold: GoldClaim, claim: Claim) -> str:
    if name == "value":
        return f"value {claim.quantity and claim.quantity.text!r}, not {[str(v) for v in gold.value]}"
    if name == "scope":
        return f"scope {dict(claim.scope)}, not {dict(gold.scope)}"
    have: object
    if name == "entity":
        have = f"{claim.entity.name!r} ({claim.entity.words!r})"
    elif name == "period":
        have = repr(claim.period.label)
    elif name == "unit":
        have = repr(claim.quantity and claim.quantity.unit)
    else:
        have = repr(getattr(claim, name))
    want = gold.aspects[name]
    return f"{name} {have}, not {want[0]!r}" + (f" or {list(want[1:])}" if want[1:] else "")


def main(arguments: list[str]) -> None:
    names = {argument for argument in arguments if not argument.startswith("-")}
    if names:
        results = [s for sentence in read_gold() if sentence.id in names for s in score_sentence(sentence)]
        for sentence in {scored.sentence.id: scored.sentence for scored in results}.values():
            print(sentence.page)
    else:
        results = score_all()
    print(render_table(results, misses=bool(names) or "--misses" in arguments))


if __name__ == "__main__":
    main(sys.argv[1:])
