"""Cost grows with claims plus matches: counted in joins, not in seconds, on the benchmark's claims; all that is planted is found."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from factcheck.engine import RuleStats, load_rules, run_rules

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "engine.py"
TOLD = ("value-conflict", "digits-transposed", "currency-slip", "scale-slip")


@pytest.fixture(scope="module")
def benchmark() -> Any:
    spec = importlib.util.spec_from_file_location("benchmark_engine", BENCHMARK)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cost(benchmark: Any, size: int) -> tuple[int, int]:
    """Joins that were looked at, and findings that tell a planted conflict; nothing may be left unfinished."""
    claims, articles, planted = benchmark.make_claims(size)
    stats: dict[str, RuleStats] = {}
    findings, _ = run_rules(load_rules(), claims, articles, stats=stats)
    assert [name for name, one in stats.items() if one.cut] == []
    assert sum(finding.rule in TOLD for finding in findings) >= planted
    return sum(one.joins for one in stats.values()), planted


def test_joins_grow_with_the_claims(benchmark: Any) -> None:
    small, planted = cost(benchmark, 1_000)
    large, _ = cost(benchmark, 8_000)
    assert planted >= 8
    assert large < 8 * small * 1.6
