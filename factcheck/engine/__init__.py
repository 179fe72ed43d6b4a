"""The rules engine: YAML rules read, type-checked, planned as joins, and run over claims."""

from __future__ import annotations

from factcheck.engine.load import load_rules
from factcheck.engine.run import RuleStats, run_rules

__all__ = ["RuleStats", "load_rules", "run_rules"]
