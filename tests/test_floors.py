"""The floor plan of docs/architecture.md, walked: imports point downward, nothing goes in a circle, files are short."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "factcheck"
LONGEST = 350

FLOORS = {
    1: """version errors span interval quantity period globs parallel records record_shapes hints cache bytecode digest months day day_names patterns precision""".split(),  # noqa: SIM905
    2: [
        "article",
        "mention",
        "claim",
        "coverage",
        "finding",
        "landmarks",
        "outline",
        "naming",
        "rule",
        "compiled",
        "resources",
        "reading",
        "vocabulary",
        "packing",
        "kept",
    ],
    3: ["sources", "config", "syntax"],
    4: ["normalise", "extract"],
    5: ["engine", "reports"],
    6: ["__init__", "pipeline"],
    7: ["cli", "__main__"],
}
FLOOR_OF = {room: floor for floor, rooms in FLOORS.items() for room in rooms}
NEIGHBOURS = {("extract", "normalise")}  # extraction resolves what it reads
SINGLE_HOME = ["pint", "rapidfuzz", "trafilatura", "rich", "currency_converter"]  # each known to one module


def module_name(file: Path) -> str:
    parts = ["factcheck", *file.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def imports(name: str, file: Path) -> set[str]:
    """Every module a file imports: at the top, inside functions, and for types only."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute here"
            base = node.module or ""
            inner = {f"{base}.{alias.name}" for alias in node.names} & FILES.keys()
            found |= inner or {base}
    return found - {name}


GRAPH = {name: imports(name, file) for name, file in FILES.items()}
OWN = {name: {one for one in targets if one in FILES} for name, targets in GRAPH.items()}


def room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def test_every_room_is_on_the_plan() -> None:
    assert {room(name) for name in FILES} <= FLOOR_OF.keys()


@pytest.mark.parametrize("name", sorted(FILES))
def test_imports_point_downward(name: str) -> None:
    here = room(name)
    for target in OWN[name]:
        there = room(target)
        if here == there or (here, there) in NEIGHBOURS:
            continue
        same_low_floor = FLOOR_OF[here] == FLOOR_OF[there] and (FLOOR_OF[here] <= 2 or FLOOR_OF[here] >= 6)
        assert FLOOR_OF[there] < FLOOR_OF[here] or same_low_floor, f"{name} must not import {target}"


def test_no_circles() -> None:
    done: set[str] = set()
    path: list[str] = []

    def visit(name: str) -> None:
        if name in done:
            return
        assert name not in path, " → ".join([*path[path.index(name) :], name])
        path.append(name)
        for target in sorted(OWN[name]):
            visit(target)
        path.pop()
        done.add(name)

    for name in sorted(OWN):
        visit(name)


@pytest.mark.parametrize("library", SINGLE_HOME)
def test_a_library_has_one_home(library: str) -> None:
    homes = [name for name, targets in GRAPH.items() if any(one.split(".")[0] == library for one in targets)]
    assert len(homes) <= 1, f"{library} is imported by {homes}"


def test_files_are_short() -> None:
    lengths = {name: len(file.read_text(encoding="utf-8").splitlines()) for name, file in FILES.items()}
    assert {name: n for name, n in lengths.items() if n > LONGEST} == {}
    assert median(lengths.values()) <= 140


def test_names_say_what_is_inside() -> None:
    vague = {"helper", "helpers", "util", "utils", "manager", "data", "process", "misc", "common"}
    assert [name for name in FILES if vague & set(name.split(".")[-1].split("_"))] == []
