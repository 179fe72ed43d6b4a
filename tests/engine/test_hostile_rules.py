"""Rules written to hang, crash or run code: refused with a place, or bounded and told; fuzzed from three sides.

Time is measured as this process's own, with bounds far above what is needed: a hang would miss them by hours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from factcheck.engine import budget, load_rules, run_rules
from factcheck.engine.aspects import ASPECTS
from factcheck.engine.files import rule_files
from factcheck.engine.functions import FUNCTIONS
from factcheck.engine.grammar import ExpressionError, parse_expression, parse_template
from factcheck.engine.run import RuleStats
from factcheck.errors import ConfigurationError
from factcheck.pipeline import check_texts, render
from factcheck.resources import rules_folder
from factcheck.rule import RuleSet
from tests.rules.claim_builder import Builder

HEAD = "id: my-rule\ntitle: T\nseverity: warning\nabout: Why.\nsource: [the desk]\n"
SHIPPED = [path.read_text(encoding="utf-8") for path in rule_files([rules_folder()])]
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str | bytes], RuleSet]:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))

    def loaded(text: str | bytes) -> RuleSet:
        raw = text.encode() if isinstance(text, str) else text
        (tmp_path / "my-rule.yaml").write_bytes(raw)
        return load_rules([tmp_path / "my-rule.yaml"], demand_examples=False)

    return loaded


@contextmanager
def within(seconds: float) -> Iterator[None]:
    began = process_time()
    yield
    assert process_time() - began < seconds


def claims(count: int = 200, entities: int = 1, years: int = 1) -> list[Builder]:
    found = []
    for number in range(count // 20):
        one = Builder(f"a{number:03}.md")
        for at in range(20):
            one.say(
                f"${101 + 7 * number + at}M",
                entity=f"Acme {number % entities}",
                period=str(2024 - at % years),
                details={"words": "spam " * 300},
            )
        found.append(one)
    return found


def run(rules: RuleSet, builders: list[Builder]) -> RuleStats:
    stats: dict[str, RuleStats] = {}
    listed = list(chain.from_iterable(one.claims for one in builders))
    run_rules(rules, listed, {one.path: one.article for one in builders}, stats=stats)
    return stats["my-rule"]


def finds(
    expression: str, find: str = "  a: {entity: $who, quantity: any}\n  b: {entity: $who, quantity: any}\n"
) -> str:
    return f"{HEAD}find:\n{find}when: >-\n  {expression}\nsay: x\n"


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]\n" for one, two in zip("abcdefgh", "bcdefghi", strict=True)
)
REFUSED = {
    "alias bomb": BOMB,
    "an anchor alone": HEAD + "find: &x {a: {quantity: any}}\nsay: x\n",
    "merge key": HEAD + "find:\n  a: {<<: {quantity: any}}\nsay: x\n",
    "nested flow": "a: " + "[" * 50_000 + "]" * 50_000,
    "nested mappings": "".join(" " * n + "a:\n" for n in range(300)),
    "unclosed": "a: " + "{a: " * 20_000,
    "huge": HEAD + "#" * 1_000_000,
    "many keys": HEAD + "".join(f"k{n}: 1\n" for n in range(1500)),
    "many wrong metrics": HEAD + "find:\n  a: {metric: [" + ", ".join(f"metr{n}" for n in range(3000)) + "]}\nsay: x\n",
    "many wrong names": HEAD + "find:\n  a: {quantity: any}\nwhen:\n" + "  - a.quantty == 1\n" * 1200 + "say: x\n",
    "a long word": HEAD.replace("warning", "w" * 90_000),
    "a long aspect": HEAD + "find:\n  a: {" + "x" * 90_000 + ": any}\nsay: x\n",
    "tag": HEAD + "find: !!python/object/apply:os.system ['true']\nsay: x\n",
    "own tag": HEAD + "find: !rule {a: {quantity: any}}\nsay: x\n",
    "brackets": finds("(" * 900 + "1" + ")" * 900 + " == 1"),
    "nots": finds("not " * 400 + "known(a.period)"),
    "minuses": finds("-" * 900 + "1 == 1"),
    "dots": finds("a" + ".period" * 250 + " == 1"),
    "a long sum": finds("1 == " + "1 + " * 600 + "1"),
    "nested calls": finds("abs(" * 200 + "a.quantity" + ")" * 200 + " == 1"),
    "class": finds("a.__class__ == 1"),
    "globals": finds("known.__globals__ == 1"),
    "import": finds("__import__('os') == 1"),
    "subscript": finds("a['x'] == 1"),
    "lambda": finds("(lambda: 1)() == 1"),
    "keyword": finds("same(a=1, b=2)"),
    "power": finds("9 ** 9 ** 9 == 1"),
    "format of a format": HEAD + "find:\n  a: {quantity: any}\nsay: '{a.quantity:>{a.quantity}}'\n",
    "attribute in a message": HEAD + "find:\n  a: {quantity: any}\nsay: '{a.entity.__init__.__globals__}'\n",
    "claims that share nothing": finds("known(a.period)", "".join(f"  {n}: {{quantity: any}}\n" for n in "abcdef")),
    "a shift without end": HEAD + "find:\n  a: {period: $p - 99999999999999999999 aeons}\n  b: {period: $p}\nsay: x\n",
    "null bytes": HEAD.encode() + b"\x00",
    "another encoding": HEAD.encode("utf-16"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_cannot_be_a_rule_is_refused_at_its_place_at_once(
    load: Callable[[str | bytes], RuleSet], name: str
) -> None:
    with within(20), pytest.raises(ConfigurationError) as error:
        load(REFUSED[name])
    told = str(error.value)
    assert "my-rule.yaml:" in told and len(told) < 400_000


BOUNDED = {
    "numbers without end": "compound(" * 5 + "9" * 300 + ", 100)" * 4 + ", 100) == 1",
    "a long product": "1 == " + " * ".join(["9" * 60] * 30),
    "a division by nothing": "1 / (a.quantity - a.quantity) == b.quantity / 0",
    "alike words, a hundred times": " and ".join(["similar(a.details.words, b.details.words) > 2"] * 1 + ["similar(b.details.words, a.details.words) >= 0"] * 20),
    "far years": "shift(a.period, 999999999999 years) == b.period",
    "far weeks": "known(shift(a.period, 99999999999999999999 months))",
    "a year as a weekday": "same(weekday_name(9 * 9 * 9 * 9 * 9 * 9 * 9), ordinal(99999999999999999999))",
    "a group as one": "count(a.metric) > sum(b.quantity)",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(BOUNDED))
def test_what_would_explode_is_bounded(load: Callable[[str | bytes], RuleSet], name: str) -> None:
    with within(60):
        try:
            rules = load(finds(BOUNDED[name]))
        except ConfigurationError:
            return
        run(rules, claims(100))


def test_a_rule_that_would_join_without_end_is_left_and_says_so(
    load: Callable[[str | bytes], RuleSet], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six claims that share a word alone: 200⁶ combinations."""
    monkeypatch.setattr(budget, "BASE", 300_000)
    six = "".join(f"  {name}: {{measure: $kind, quantity: any}}\n" for name in "abcdef")
    for more in ("", "unless:\n  - g: {measure: $kind, quantity: any}\n    when: g.quantity < 0\n"):
        rules = load(f"{HEAD}find:\n{six}when: a.quantity < 0\n{more}say: x\n")
        with within(30):
            stats = run(rules, claims(200))
        assert stats.cut and not stats.matches
    many = f"{HEAD}find:\n  a: {{entity: $who, quantity: any}}\nunless:\n  - b: {{entity: $who}}\n    c: {{entity: $who}}\n    d: {{entity: $who}}\n    when: d.quantity < 0\nsay: x\n"
    with within(30):
        assert run(load(many), claims(200)).cut


def test_the_shipped_rules_stay_far_below_their_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "BASE", budget.BASE // 20)
    monkeypatch.setattr(budget, "A_CLAIM", budget.A_CLAIM // 20)
    stats: dict[str, RuleStats] = {}
    builders = claims(400, entities=10, years=20)
    listed = list(chain.from_iterable(one.claims for one in builders))
    run_rules(load_rules(), listed, {one.path: one.article for one in builders}, stats=stats)
    assert [name for name, one in stats.items() if one.cut] == []


WORDS = st.sampled_from(
    [*FUNCTIONS, *ASPECTS, "a", "b", "$who", "$x", "zz", "and", "or", "not", "==", "!=", "<", ">=", "+", "-", "*", "/", "(", ")", ",", ".", "'x'", '"up"', "1", "0", "2.50", "80 percent", "1 year", "9999999999 quarters", "details", "scope", "end", "text", "{", "}", ":name", "“", "\\", "\n"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=200)))
def test_any_text_is_an_expression_or_is_told_why_not(text: str) -> None:
    for parse in (parse_expression, parse_template):
        try:
            parse(text)
        except ExpressionError as error:
            assert 0 <= error.at <= len(text) and error.message


@QUICK
@given(st.data())
def test_any_change_of_a_shipped_rule_loads_or_is_refused(
    load: Callable[[str | bytes], RuleSet], data: st.DataObject
) -> None:
    """Lines and words dropped, doubled, exchanged or replaced; whatever loads still runs."""
    text = data.draw(st.sampled_from(SHIPPED))
    for _ in range(data.draw(st.integers(1, 2))):
        cut = data.draw(st.sampled_from((" ", "\n", ",", "{", "$", ".")))
        parts = text.split(cut)
        at, other = (data.draw(st.integers(0, len(parts) - 1)) for _ in range(2))
        kind = data.draw(st.sampled_from(("drop", "double", "exchange", "replace", "insert")))
        if kind == "drop":
            del parts[at]
        elif kind == "double":
            parts.insert(at, parts[at])
        elif kind == "exchange":
            parts[at], parts[other] = parts[other], parts[at]
        elif kind == "replace":
            parts[at] = data.draw(WORDS)
        else:
            parts.insert(at, data.draw(st.text(max_size=5)))
        text = cut.join(parts)
    with within(20):
        try:
            rules = load(
                text.replace(text.partition("\nid: ")[2].partition("\n")[0], "my-rule")
                if "\nid: " in text
                else text
            )
        except ConfigurationError as error:
            assert "my-rule.yaml:" in str(error)
            return
        if rules.ids == ("my-rule",):
            event("loaded")
            run(rules, claims(40))


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_at_a_place(load: Callable[[str | bytes], RuleSet], raw: bytes) -> None:
    with pytest.raises(ConfigurationError) as error:
        load(raw)
    assert "my-rule.yaml:" in str(error.value)


def aspect(term: str) -> str:
    return term.partition(":")[0]


BOTH = st.lists(
    st.sampled_from(["entity: $who", "metric: $what", "period: $when", "quantity: $x", "scope: $s", "measure: $kind", "article: $here", "sentence: $there", "details.frame: $f", "details.words: $w", "digits: $d"]),
    min_size=1, max_size=4, unique_by=aspect,
)  # fmt: skip
ONE = st.lists(
    st.sampled_from(["quantity: any", "direction: [up, down]", "period: none", "period: any", "scope.place: any", "section: title", "period: $when - 1 year", "entity: {like: $who, at-least: 60 percent}", "attribution: {not: $kind}", "measure: [level, change]", "scope: {not: $s}", "modality: reported"]),
    max_size=3, unique_by=aspect,
)  # fmt: skip
CONDITIONS = st.sampled_from(
    ["a.quantity == b.quantity", "apart(a.quantity, b.quantity) > 10 percent", "meet(a.period, b.period)", "similar(a.details.words, b.details.words) >= 0.5", "a.quantity / b.quantity - 1 > 2", "signed(a, a.quantity) < 0 percent", "years_between(a.period, b.period) > 1", "same_streak(a, b)", "same_money(a, b)", "weekday(a.period) == 1", "not known(b.scope) or clashes(a.scope, b.scope)", "is_over(a.period, b.published)", "grim(a.quantity, b.quantity)", "shift(a.period, 1 year) == b.period", "streak_at(a, b)", "compound(a.quantity, years(b.period)) == 2", "in_unit_of(a.quantity, b.quantity) > a.quantity", "digits(a.quantity) == digits(b.quantity)", "a.period.end.year > 2020"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(BOTH, ONE, ONE, st.lists(CONDITIONS, max_size=3), CONDITIONS, st.sampled_from(("", "each", "optional")), st.sampled_from(("", "other-article", "same-article")))  # fmt: skip
def test_rules_put_together_at_random_load_and_run_or_are_refused(
    load: Callable[[str | bytes], RuleSet], both: list[str], one: list[str], two: list[str], when: list[str], require: str, kind: str, where: str
) -> None:  # fmt: skip
    taken = {aspect(term) for term in both}
    first, second = (
        "{" + ", ".join([*both, *(term for term in more if aspect(term) not in taken)]) + "}"
        for more in (one, two)
    )
    lines = [
        f"find:\n  a: {first}\n  b: {f'{{{kind}: {second}}}' if kind else second}",
        *(f"where: {word}" for word in [where] if word),
        "when:" * bool(when) + "".join(f'\n  - "{condition}"' for condition in when),
        f'require: "{require}"\nsay: "{{a}} {{b}}"\n',
    ]
    try:
        rules = load(HEAD + "\n".join(line for line in lines if line))
    except ConfigurationError as error:
        assert "my-rule.yaml:" in str(error)
        return
    event("loaded")
    run(rules, claims(40, entities=2))


def test_a_check_that_left_something_says_so_in_every_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "BASE", 10)
    monkeypatch.setattr(budget, "A_CLAIM", 0)
    texts = [
        ("a.md", "Harlow's revenue was $5.1 million in 2024.\n", None),
        ("b.md", "Harlow's revenue was $6.3 million in 2024.\n", None),
    ]
    report = check_texts(texts, load_rules())
    assert "value-conflict" in report.unfinished
    assert "Too much to compare all of it for" in render(report, "text")
    assert "**Not all was compared**" in render(report, "markdown") and '"unfinished": [\n' in render(
        report, "json"
    )
    monkeypatch.undo()
    assert check_texts(texts, load_rules()).unfinished == ()
