"""Rules that could never find anything, or say what nobody can mean, are refused with their place and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.test_loading import folder, refused

__all__ = ["folder"]

RULE = """\
id: my-rule
title: Two values
severity: warning
find:
  a: {entity: $who, metric: revenue, measure: level, period: $when, quantity: any}
  b: {entity: $who, metric: revenue, measure: level, period: $when, quantity: any}
where: other-article
when: known(a.scope)
require: a.quantity == b.quantity
say: "{who}: {a} and {b}."
about: Why it matters.
source: [the desk]
"""


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("known(a.scope)", "one_of(a.measure, 'share')", ":8:7:", "can never be true"),
        ("known(a.scope)", "same(a.measure, 'share')", ":8:7:", "can never be true"),
        ("known(a.scope)", "not one_of(a.measure, 'level', 'count')", ":8:7:", "can never be true"),
        ("known(a.scope)", "2 > 3", ":8:7:", "can never be true"),
        ("known(a.scope)", "1 year > 2", ":8:14:", "cannot be compared"),
        ("known(a.scope)", "one_of(a.measure, 'levl')", ":8:7:", "did you mean “level”?"),
        ("known(a.scope)", "one_of(a.period.kind, 'quartr')", ":8:7:", "did you mean “quarter”?"),
        ("known(a.scope)", "known(a.details.wekday)", ":8:23:", "did you mean “weekday”?"),
        ("known(a.scope)", "known(a.scope.plce)", ":8:21:", "did you mean “place”?"),
        ("a.quantity == b.quantity", "a.quantity == a.quantity", ":9:10:", "can never find anything"),
        ("a.quantity == b.quantity", "same(a.measure, a.measure)", ":9:10:", "can never find anything"),
        ("where: other-article", "where: [other-article, same-section]", ":6:6:", "can never match"),
        ("where: other-article", "where: [other-sentence, same-sentence]", ":6:6:", "can never match"),
        ("measure: level, period: $when, quantity: any}\n  b", "measure: share, dimension: money, period: $when, quantity: any}\n  b", ":5:", "a share is never money"),
        ("measure: level, period: $when, quantity: any}\n  b", "measure: level, dimension: percent, period: $when, quantity: any}\n  b", ":5:", "revenue is never percent"),
        ("period: $when, quantity: any}\n  b", "period: $when, details.wekday: any}\n  b", ":5:", "did you mean “details.weekday”?"),
        ("period: $when, quantity: any}\n  b", "period: $when, scope.sgment: any}\n  b", ":5:", "did you mean “scope.segment”?"),
        ("period: $when, quantity: any}\n  b", "period: $when, marks: undatd}\n  b", ":5:", "did you mean “undated”?"),
        ("say:", "parameters: {tolerance: 2 percent}\nsay:", ":10:", "never used"),
        ("say:", "parameters: {a: 2 percent}\nsay:", ":10:", "name of a claim in this rule"),
        ("known(a.scope)", "known(a.scope)\nunless: same(a.entity, a.entity)", ":9:9:", "every finding is silenced"),
        ("entity: $who, metric: revenue, measure: level, period: $when, quantity: any}\nw", "entity: {like: $who}, metric: revenue, measure: level, period: $when, quantity: any}\nw", ":6:", "at-least"),
        ("entity: $who, metric: revenue, measure: level, period: $when, quantity: any}\nw", "entity: {like: $who, at-least: 300 percent}, metric: revenue, measure: level, period: $when, quantity: any}\nw", ":6:", "between 50 and 100 percent"),
    ],
)  # fmt: skip
def test_what_can_never_match_is_refused(folder: Path, old: str, new: str, place: str, said: str) -> None:
    message = refused(folder, RULE.replace(old, new, 1))
    assert f"my-rule.yaml{place}" in message and said in message and "^" in message


def test_one_article_never_holds_claims_of_another(folder: Path) -> None:
    inside = RULE.replace("measure: level,", "measure: level, article: $here,")
    assert "claims of one article never stand in another article" in refused(folder, inside)
    alone = "\n".join(line for line in RULE.splitlines() if not line.startswith(("  b:", "require:")))
    alone = alone.replace("$who", "any").replace("$when", "any").replace("{who}: {a} and {b}", "{a}")
    assert "needs two claims" in refused(folder, alone + "\n")


def test_a_dimension_follows_from_the_metric_and_the_measure(folder: Path) -> None:
    share = RULE.replace("metric: revenue, measure: level, period: $when, quantity: any}\nw", "metric: revenue, measure: share, period: $when, quantity: any}\nw")  # fmt: skip
    assert "money cannot be compared with percent" in refused(folder, share)
    added = RULE.replace("a.quantity == b.quantity", "a.quantity + 5 percent == b.quantity")
    assert "percent cannot be added to money" in refused(folder, added) or "money cannot be" in refused(
        folder, added
    )


def test_a_newsrooms_own_metrics_are_known(folder: Path, tmp_path: Path) -> None:
    from factcheck.engine import load_rules

    text = RULE.replace("revenue", "parking-fines")
    assert "“parking-fines” is no metric" in refused(folder, text)
    layer = tmp_path / "words"
    layer.mkdir()
    (layer / "metrics.yaml").write_text(
        "metrics:\n  parking-fines: {kind: flow, dimensions: [money], additive: true, higher: null, names: [parking fines]}\n",
        encoding="utf-8",
    )
    assert load_rules([folder.parent], layers=[layer]).ids == ("my-rule",)
