"""What is left out of an archive changes no report: the same with all of it unpacked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import pipeline
from factcheck.engine import load_rules
from factcheck.engine.examples import read_examples
from factcheck.engine.reach import from_shelves, reach
from factcheck.kept import shelve
from factcheck.pipeline import check_read, choose_rules, render
from factcheck.reading import Read
from factcheck.records import replace
from factcheck.rule import Pattern, Rule, RuleSet, Term, Unless

ROOT = Path(__file__).resolve().parent.parent.parent
RULES = load_rules()


@lru_cache(maxsize=1)
def examples() -> list[list[Read]]:
    """The articles of each example that has several, with paths of their own."""
    found = []
    for rule in RULES:
        for number, example in enumerate(read_examples(Path(rule.file).with_suffix(".md"))):
            articles = [one for one in example.articles if not one[0].startswith("reference/")]
            if len(articles) > 1:
                found.append(
                    [
                        read(f"{rule.id}-{number}/{name}", text.encode(), str(day or ""))
                        for name, text, day in articles
                    ]
                )
    return found


def read(path: str, data: bytes, published: str = "") -> Read:
    article = pipeline.article(data.decode(), path, published or None)
    return pipeline._read_claims(article, ())


@lru_cache(maxsize=1)
def others() -> list[Read]:
    files = [*(ROOT / "tests" / "voices").rglob("*.*"), *(ROOT / "seeds").glob("*.*")]
    texts = [file for file in sorted(files) if file.suffix in (".md", ".txt", ".html")]
    return [read(str(file.relative_to(ROOT)), file.read_bytes()) for file in texts]


def same(checked: list[Read], archive: list[Read]) -> int:
    """How many were left out."""
    shelved = [shelve(one) for one in archive]
    pruned = check_read(checked, (), RULES, shelved=shelved)
    full = check_read(checked, archive, RULES)
    assert render(pruned, "json") == render(full, "json")
    assert pruned == full
    return len(from_shelves(RULES, checked, shelved)[1])


def test_every_shipped_rule_is_bounded() -> None:
    assert reach(RULES).bounded
    assert reach(choose_rules()).bounded


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_each_example_as_archive_and_drop(rule: str) -> None:
    listed = [one for one in examples() if one[0].article.path.startswith(f"{rule}-")]
    background = others()[:8]
    for articles in listed:
        for drop in articles:
            same([drop], [one for one in (*articles, *background) if one is not drop])


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_random_archives(data: st.DataObject) -> None:
    pool = [one for articles in examples() for one in articles] + others()
    chosen = data.draw(
        st.lists(st.integers(0, len(pool) - 1), min_size=2, max_size=25, unique=True), label="articles"
    )
    drops = data.draw(st.integers(1, 2), label="drops")
    same([pool[at] for at in chosen[:drops]], [pool[at] for at in chosen[drops:]])


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_random_archives_about_few_subjects(data: st.DataObject) -> None:
    """Claims of many examples, dealt anew to articles: they share subjects, metrics and speakers in all ways."""
    pool = [articles[0] for articles in examples()]
    entities = sorted({claim.entity for one in pool for claim in one.claims}, key=repr)
    few = data.draw(st.lists(st.sampled_from(entities), min_size=1, max_size=4), label="subjects")
    articles = []
    for at in data.draw(
        st.lists(st.integers(0, len(pool) - 1), min_size=2, max_size=12, unique=True), label="of"
    ):
        one = pool[at]
        claims = [
            replace(claim, entity=data.draw(st.sampled_from([claim.entity, *few]))) for claim in one.claims
        ]
        articles.append(replace(one, claims=tuple(claims)))
    same(articles[:1], articles[1:])


def test_what_has_nothing_in_common_is_left_out() -> None:
    drop = read("new.md", b"Harbour Line's freight revenue rose 26% to $4.3 billion in 2024.\n")
    far = read("far.md", b"Norvane Foods hired 310 people in 2019.\n")
    near = read("near.md", b"Harbour Line's freight revenue rose 21% to $4.3 billion in 2024.\n")
    assert same([drop], [far, near]) == 1


def test_a_name_like_another_is_looked_for_in_its_own_time_alone() -> None:
    told = "%s's freight revenue rose to $4.31 billion in %d.\n"
    drop = read("new.md", (told % ("Harbour Line", 2024)).encode())
    then = read("then.md", (told % ("Harbour Lane", 2019)).encode())
    slip = read("slip.md", (told % ("Harbour Lane", 2024)).encode())
    assert same([drop], [then, slip]) == 1
    assert [one.rule for one in check_read([drop], [slip], RULES).findings] == ["name-spelling"]


def pattern(name: str, *terms: tuple[str, str]) -> Pattern:
    return Pattern(name, tuple(Term(aspect, "var", variable=variable) for aspect, variable in terms))


def rule(*patterns: Pattern, unless: tuple[Unless, ...] = ()) -> RuleSet:
    one: Rule = replace(next(iter(RULES)), patterns=patterns, where=(), unless=unless)
    return RuleSet((one,))


def test_a_rule_that_joins_by_a_figure_alone_looks_everywhere() -> None:
    assert not reach(rule(pattern("a", ("quantity", "x")), pattern("b", ("quantity", "x")))).bounded


def test_a_chain_of_different_links_looks_everywhere() -> None:
    first = pattern("a", ("entity", "who"))
    second = pattern("b", ("entity", "who"), ("entity", "whom"))
    third = pattern("c", ("entity", "whom"))
    assert reach(rule(first, second)).bounded
    assert not reach(rule(first, second, third)).bounded


def test_what_silences_is_reached_too() -> None:
    both = pattern("a", ("entity", "who"), ("metric", "what")), pattern("b", ("entity", "who"))
    by_figure = Unless((pattern("c", ("metric", "what")),))
    by_name = Unless((pattern("c", ("entity", "who")),))
    assert reach(rule(*both, unless=(by_name,))).bounded
    assert not reach(rule(*both, unless=(by_figure,))).bounded
