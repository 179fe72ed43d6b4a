"""Names by form."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.normalise.names import name_key, one_letter_apart, same_name, similar, strip_legal_suffix

NAMES = st.text(alphabet="abcdefgAB .&'’é", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Alibaba Group Holding Ltd.", "Alibaba"),
        ("Norvane Corp.", "Norvane"),
        ("Brindle & Co", "Brindle"),
        ("The Orlo Company", "Orlo"),
        ("Castell S.p.A.", "Castell"),
        ("General Co", "General Co"),
        ("Group", "Group"),
        ("Harlow Foods", "Harlow Foods"),
    ],
)
def test_legal_forms_go(name: str, plain: str) -> None:
    assert strip_legal_suffix(name) == plain


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("Alibaba Group Holding Ltd.", "Alibaba", True),
        ("Norvane Corp.", "Norvane Corporation", True),
        ("International Monetary Fund", "IMF", True),
        ("Norvane", "Norvane Energy", False),
        ("Norvane", "Norvan", False),
        ("North Sea Ferries", "nsf", False),
    ],
)
def test_same_name(a: str, b: str, answer: bool) -> None:
    assert same_name(a, b) is answer
    assert same_name(b, a) is answer


def test_similar_and_one_letter_apart() -> None:
    assert similar("Xpeng", "XPeng") == 100
    assert 80 <= similar("Norvane", "Norvan") < 100
    assert similar("Norvane", "Castell") < 50
    assert one_letter_apart("Thomson", "Thompson")
    assert one_letter_apart("Brian", "Brain")
    assert not one_letter_apart("Brian", "Brian")


@given(NAMES, NAMES)
def test_similarity_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert similar(a, b) == similar(b, a)
    assert 0 <= similar(a, b) <= 100
    assert same_name(a, b) == same_name(b, a)


@given(NAMES)
def test_stripping_is_idempotent(name: str) -> None:
    once = strip_legal_suffix(name)
    assert strip_legal_suffix(once) == once
    assert name_key(once) == name_key(name)


def test_rapidfuzz_loads_only_when_spellings_are_compared() -> None:
    code = "import sys, factcheck.normalise.names as n; n.same_name('a b', 'c'); sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
