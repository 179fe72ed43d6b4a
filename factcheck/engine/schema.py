"""The JSON Schema of the rule form, for editors, generated from the same tables the loader checks against."""

from __future__ import annotations

from factcheck.engine.aspects import ASPECTS
from factcheck.engine.choices import CHOICES, DETAILS, SCOPES
from factcheck.engine.read_rule import NEEDED
from factcheck.finding import SEVERITIES, VERDICTS
from factcheck.hints import Any
from factcheck.rule import PLACES

DIMENSION = (
    "^("
    + "|".join((*(f"details\\.{name}" for name in DETAILS), *(f"scope\\.{name}" for name in SCOPES)))
    + ")$"
)


def rule_schema() -> dict[str, Any]:
    """Draft 2020-12. Expressions are strings here: only the loader knows their types."""
    term = {
        "anyOf": [
            {"type": ["string", "number", "boolean"]},
            {"type": "array", "items": {"type": ["string", "number", "boolean"]}, "minItems": 1},
            {
                "type": "object",
                "required": ["not"],
                "additionalProperties": False,
                "properties": {"not": {"type": ["string", "array"]}},
            },
            {
                "type": "object",
                "required": ["like", "at-least"],
                "additionalProperties": False,
                "properties": {
                    "like": {"type": "string", "pattern": r"^\$[a-z]"},
                    "at-least": {"type": ["string", "number"]},
                },
            },
        ]
    }
    aspects: dict[str, Any] = {
        name: {"$ref": "#/$defs/term", "description": aspect.meaning} for name, aspect in ASPECTS.items()
    }
    for name, choices in CHOICES.items():
        word = {"enum": [*choices, "any", "none"]}
        variable = {"type": "string", "pattern": r"^\$"}
        inner = {"anyOf": [word, variable, {"type": "boolean"}]}
        aspects[name] = {
            "description": ASPECTS[name].meaning,
            "anyOf": [inner, {"type": "array", "items": word}, {"type": "object"}],
        }
    claim = {
        "type": "object",
        "minProperties": 1,
        "properties": aspects,
        "patternProperties": {DIMENSION: {"$ref": "#/$defs/term"}},
        "additionalProperties": False,
    }
    group = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "each": {"$ref": "#/$defs/claim"},
            "optional": {"$ref": "#/$defs/claim"},
            "by": {"anyOf": [{"enum": sorted(ASPECTS)}, {"type": "string", "pattern": DIMENSION}]},
        },
        "minProperties": 1,
    }
    texts = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    places = {"enum": list(PLACES)}
    where = {"anyOf": [places, {"type": "array", "items": places}]}
    remedy = {
        "type": "object",
        "required": ["when", "say"],
        "additionalProperties": False,
        "properties": {
            "when": {"type": "string"},
            "say": {"type": "string"},
            "severity": {"enum": list(SEVERITIES)},
            "verdict": {"enum": list(VERDICTS)},
        },
    }
    silence = {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {"where": where, "when": {"type": "string"}},
                "additionalProperties": {"$ref": "#/$defs/claim"},
            },
        ]
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A factcheck rule",
        "description": "find these claims, require this of them, else say that",
        "type": "object",
        "required": list(NEEDED),
        "additionalProperties": False,
        "$defs": {"term": term, "claim": claim, "group": group, "where": where},
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
            "title": {"type": "string"},
            "severity": {"enum": list(SEVERITIES)},
            "verdict": {"enum": list(VERDICTS)},
            "find": {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 6,
                "additionalProperties": {"anyOf": [{"$ref": "#/$defs/claim"}, {"$ref": "#/$defs/group"}]},
            },
            "where": where,
            "when": texts,
            "require": {"type": "string"},
            "unless": {"anyOf": [silence, {"type": "array", "items": silence}]},
            "reconcile": {"anyOf": [remedy, {"type": "array", "items": remedy}]},
            "say": {"type": "string"},
            "suggest": {"type": "string"},
            "undecided": {"enum": ["note", "silent"]},
            "explains": texts,
            "parameters": {"type": "object", "additionalProperties": {"type": ["string", "number"]}},
            "about": {"type": "string"},
            "source": texts,
        },
    }


def schema_text() -> str:
    import json

    return json.dumps(rule_schema(), indent=2, ensure_ascii=False) + "\n"
