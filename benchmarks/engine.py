"""How the engine scales: synthetic claims, 1 % planted conflicts, all shipped rules.

    python benchmarks/engine.py [claims …]      (default 1000 10000 100000)

Entities follow a Zipf-like distribution, metrics and periods a realistic mix; every planted conflict is a second
article's different value for one (entity, metric, period). Prints time, growth, memory, and planted against found.
"""

from __future__ import annotations

import random
import resource
import sys
from datetime import date
from fractions import Fraction
from time import process_time
from typing import Any

from factcheck.article import Article, Section
from factcheck.claim import Claim, Entity
from factcheck.engine import RuleStats, load_rules, run_rules
from factcheck.interval import Interval
from factcheck.normalise.desk import Desk
from factcheck.period import Period, Reading
from factcheck.quantity import Quantity
from factcheck.span import Span

METRICS: list[tuple[str, str, str, Fraction | int]] = [
    ("revenue", "US dollar", "money:USD", 10**6),
    ("net-income", "US dollar", "money:USD", 10**6),
    ("earnings-per-share", "US dollar", "money:USD", Fraction(1, 100)),
    ("market-share", "percent", "percent", Fraction(1, 10)),
    ("employees", "employee", "count:employee", 1),
    ("operating-margin", "percent", "percent", Fraction(1, 10)),
]
# Apart for each metric: one figure under two metrics is what the rules are right to be silent about.
SPREAD = {
    "revenue": (1_000, 99_000),
    "net-income": (100, 990),
    "earnings-per-share": (100, 900),
    "market-share": (100, 490),
    "employees": (1_000, 90_000),
    "operating-margin": (500, 900),
}
SYLLABLES = ["bar", "cal", "dor", "fen", "gil", "har", "jor", "kel", "lum", "mar", "nor", "os", "pel", "quin", "ras", "sel", "tor", "ul", "vant", "wes", "xer", "yar", "zem", "brin"]  # fmt: skip
CLAIMS_AN_ARTICLE = 25
TEXT = "x" * 4000


def quarters() -> list[Period]:
    found = []
    for year in range(2015, 2026):
        for number in range(4):
            start = date(year, number * 3 + 1, 1)
            end = date(year + (number == 3), (number * 3 + 3) % 12 + 1, 1).toordinal() - 1
            label = f"{year}-Q{number + 1}"
            reading = Reading(start, date.fromordinal(end), "stated", label)
            found.append(Period(label, label, "quarter", (reading,)))
    return found


def make_claims(count: int, seed: int = 7) -> tuple[list[Claim], dict[str, Article], int]:
    """(claims, articles, how many conflicts were planted)."""
    dice = random.Random(seed)
    periods = quarters()
    entities = [Entity(f"firm-{n}", _name(n), known=True) for n in range(max(20, count // 20))]
    facts: dict[tuple[str, str, str], int] = {}
    claims: list[Claim] = []
    planted: dict[tuple[str, str, str], Any] = {}
    for _number in range(count):
        entity = entities[min(len(entities) - 1, int(len(entities) * dice.random() ** 2))]
        metric, unit, dimension, step = dice.choice(METRICS)
        period = dice.choice(periods)
        key = (entity.id, metric, period.label)
        units = facts.setdefault(key, dice.randrange(*SPREAD[metric]))
        if dice.random() < 0.01 and key not in planted:
            planted[key] = (entity, metric, unit, dimension, Fraction(step), units + 7, period)
        elif key in planted:
            continue
        claims.append(_claim(len(claims), entity, metric, unit, dimension, Fraction(step), units, period))
    claims.extend(_claim(len(claims) + at, *told) for at, told in enumerate(planted.values()))
    paths = {claim.path for claim in claims}
    sections = (Section("body", Span(0, len(TEXT))),)
    return claims, {path: Article(path, TEXT, TEXT, sections) for path in paths}, len(planted)


def _name(number: int) -> str:
    """Names as unlike as those of companies: four syllables, and a number where they run out."""
    syllables = [SYLLABLES[number // len(SYLLABLES) ** place % len(SYLLABLES)] for place in (0, 1, 2)]
    again = number // len(SYLLABLES) ** 3
    return "".join((syllables[0], syllables[2], *syllables[1:])).capitalize() + (f" {again}" if again else "")


def _claim(
    at: int,
    entity: Entity,
    metric: str,
    unit: str,
    dimension: str,
    step: Fraction,
    units: int,
    period: Period,
) -> Claim:
    value = units * step
    near = Interval.around(value, step / 2)
    place = at % CLAIMS_AN_ARTICLE
    span = Span(place * 100, place * 100 + 20)
    return Claim(
        path=f"article-{at // CLAIMS_AN_ARTICLE:06d}.md",
        number=place,
        span=span,
        sentence=span,
        section="body",
        entity=entity,
        metric=metric,
        metric_words=metric,
        measure="share" if metric == "market-share" else "level",
        quantity=Quantity(value, value, unit, dimension, step, near, near),
        period=period,
        scope=(("segment", metric),) if int(entity.id[5:]) % 7 == 0 else (),
    )


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]
    rules = load_rules()
    before = 0.0
    for size in sizes:
        claims, articles, planted = make_claims(size)
        stats: dict[str, RuleStats] = {}
        began = process_time()
        findings, compared = run_rules(rules, claims, articles, stats=stats, desk=Desk())
        took = process_time() - began
        told = ("value-conflict", "digits-transposed", "currency-slip", "scale-slip")
        found = sum(finding.rule in told for finding in findings)
        cut = [name for name, cost in stats.items() if cost.cut]
        growth = f"{took / before:6.1f}×" if before else "      –"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(claims):>9,} claims  {took:8.2f} s {growth}  {peak:7.0f} MB  {len(rules)} rules  "
            f"planted {planted}, value conflicts {found}, all findings {len(findings)}, "
            f"compared {len(compared)}, left unfinished: {', '.join(cut) or 'none'}"
        )
        before = took
    slowest = sorted(stats.items(), key=lambda item: -item[1].seconds)[:8]
    print("slowest: " + ", ".join(f"{name} {cost.seconds:.2f} s" for name, cost in slowest))


if __name__ == "__main__":
    main()
