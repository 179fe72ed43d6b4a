"""The rules of the published formats, as far as a file can break them: what our test files must obey too.

xBRL-JSON 1.0 (REC 2021-10-13), sections 3 and 4: documentInfo with documentType, namespaces and taxonomy; facts by id, each with
value (text or null) and dimensions; decimals an integer, absent for exact values and never without a unit; concept and
entity are qualified names whose prefix is declared; periods are ISO 8601 date-times, instants or two joined by "/"; the
unit is numerators joined by "*", over denominators behind "/". EDGAR companyfacts: cik, entityName, facts by taxonomy and
concept with label, description and units; each fact with end, val, accn, fy, fp, form, filed, and start for durations.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_QNAME = r"[A-Za-z_][\w.-]*:[\w.-]+"
_MOMENT = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}"
_PERIOD = re.compile(rf"{_MOMENT}(?:/{_MOMENT})?\Z")
_UNIT = re.compile(rf"{_QNAME}(?:\*{_QNAME})*(?:/{_QNAME}(?:\*{_QNAME})*)?\Z")
_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}\Z")
_FISCAL_PERIODS = ("FY", "Q1", "Q2", "Q3", "Q4")


def xbrl_json_faults(data: dict[str, Any]) -> list[str]:
    faults = []
    info = data.get("documentInfo", {})
    if info.get("documentType") != "https://xbrl.org/2021/xbrl-json":
        faults.append("documentType")
    if not isinstance(info.get("taxonomy"), list) or not info["taxonomy"]:
        faults.append("taxonomy")
    prefixes = set(info.get("namespaces", {}))
    for key, fact in data.get("facts", {}).items():
        dimensions = fact.get("dimensions", {})
        if set(fact) - {"value", "decimals", "dimensions", "links"} or "value" not in fact:
            faults.append(f"{key}: members")
        if not (fact["value"] is None or isinstance(fact["value"], str)):
            faults.append(f"{key}: a value is text or null")
        if "decimals" in fact and (not isinstance(fact["decimals"], int) or "unit" not in dimensions):
            faults.append(f"{key}: decimals")
        if not re.fullmatch(_QNAME, dimensions.get("concept", "")):
            faults.append(f"{key}: concept")
        if not _PERIOD.match(dimensions.get("period", "")):
            faults.append(f"{key}: period")
        if "unit" in dimensions and (
            not _UNIT.match(dimensions["unit"]) or dimensions["unit"] == "xbrli:pure"
        ):
            faults.append(f"{key}: unit")
        named = [
            name
            for name in (*dimensions, *dimensions.values())
            if re.fullmatch(_QNAME, name) and "/" not in name
        ]
        faults.extend(f"{key}: {name}" for name in named if name.partition(":")[0] not in prefixes)
    return faults


def companyfacts_faults(data: dict[str, Any]) -> list[str]:
    faults = [name for name in ("cik", "entityName", "facts") if name not in data]
    for prefix, concepts in data.get("facts", {}).items():
        for concept, entry in concepts.items():
            where = f"{prefix}:{concept}"
            if set(entry) != {"label", "description", "units"}:
                faults.append(f"{where}: members")
            for facts in entry["units"].values():
                faults.extend(f"{where}: {fault}" for fact in facts for fault in _fact_faults(fact))
    return faults


def _fact_faults(fact: dict[str, Any]) -> list[str]:
    faults = []
    if (
        not {"end", "val", "accn", "fy", "fp", "form", "filed"}
        <= set(fact)
        <= {*("start", "end", "val", "accn", "fy", "fp", "form", "filed", "frame")}
    ):
        return ["members"]
    if not _ACCESSION.match(fact["accn"]):
        faults.append("accn")
    if fact["fp"] not in _FISCAL_PERIODS:
        faults.append("fp")
    if isinstance(fact["val"], str) or not isinstance(fact["fy"], int):
        faults.append("val and fy are numbers")
    days = [date.fromisoformat(fact[name]) for name in ("start", "end", "filed") if name in fact]
    if days != sorted(days):
        faults.append("start, end and filed follow one another")
    return faults
