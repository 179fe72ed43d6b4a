"""Our dataclasses behave as the library's do, in everything this project uses."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import records


def family(dataclass: Any, field: Any) -> dict[str, Any]:
    """The same classes by one decorator or the other."""

    @dataclass(frozen=True, slots=True, order=True)
    class Point:
        """A doc."""

        kind: ClassVar[str] = "point"
        x: int
        y: int = 0

        @property
        def sum(self) -> int:
            return self.x + self.y

    @dataclass(frozen=True, slots=True)
    class Named:
        name: str
        notes: list[str] = field(default_factory=list, repr=False, compare=False)
        size: int = 1

        def __post_init__(self) -> None:
            object.__setattr__(self, "size", self.size + 1)

    @dataclass(slots=True)
    class Loose:
        one: Any = None

    return {"Point": Point, "Named": Named, "Loose": Loose}


THEIRS = family(dataclasses.dataclass, dataclasses.field)
OURS = family(records.dataclass, records.field)


@given(st.integers(), st.integers(), st.integers(), st.integers())
def test_equality_order_hash_and_text(a: int, b: int, c: int, d: int) -> None:
    for ours, theirs in ((OURS["Point"], THEIRS["Point"]),):
        left, right, lib_left, lib_right = ours(a, b), ours(c, d), theirs(a, b), theirs(c, d)
        assert (left == right, left < right, left >= right) == (
            lib_left == lib_right,
            lib_left < lib_right,
            lib_left >= lib_right,
        )
        assert hash(left) == hash(ours(a, b)) and hash(left) == hash(lib_left)
        assert repr(left) == repr(lib_left)
        assert left != lib_left and left.sum == a + b


@pytest.mark.parametrize("made", [OURS, THEIRS])
def test_the_same_surface(made: dict[str, Any]) -> None:
    point, named, loose = made["Point"], made["Named"], made["Loose"]
    assert point(1) == point(x=1, y=0) and point.__match_args__ == ("x", "y") and point.kind == "point"
    assert point.__doc__ == "A doc." and not hasattr(point(1), "__dict__")
    first, second = named("a"), named("a")
    assert first.notes is not second.notes and first == second and first.size == 2
    assert repr(first).endswith("Named(name='a', size=2)")
    assert dataclasses.replace(point(1, 2), y=5) == point(1, 5) == records.replace(point(1, 2), y=5)
    assert [one.name for one in dataclasses.fields(named)] == ["name", "notes", "size"]
    assert dataclasses.is_dataclass(point) and dataclasses.asdict(point(1, 2)) == {"x": 1, "y": 2}
    assert copy.deepcopy(point(1, 2)) == point(1, 2) and copy.copy(first) == first
    for change in (lambda: setattr(point(1), "x", 2), lambda: delattr(point(1), "x")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    box = loose()
    box.one = 3
    assert box == loose(3)
    with pytest.raises(TypeError, match="unhashable"):
        hash(box)
    with pytest.raises(TypeError, match=r"Point\.__init__\(\) missing 1 required positional argument: 'x'"):
        point()


@records.dataclass(frozen=True, slots=True)
class Travelling:
    what: str
    also: tuple[int, ...] = ()


def test_records_travel_between_processes() -> None:
    one = Travelling("x", (1, 2))
    assert pickle.loads(pickle.dumps(one)) == one


@given(st.integers(0, 30), st.integers(0, 30), st.booleans())
def test_init_of_any_size(size: int, defaults: int, frozen: bool) -> None:
    """Ready functions and compiled ones take what the library's take, in any order, by place and by name."""
    names = [f"field_{number}" for number in range(size)]
    ready = {name: 100 + at for at, name in enumerate(names) if at >= size - defaults}
    made = []
    for decorate in (records.dataclass, dataclasses.dataclass):
        body = {"__annotations__": dict.fromkeys(names, "int"), **ready}
        made.append(decorate(frozen=frozen, slots=True)(type("Made", (), body)))
    values = list(range(size))
    ours, theirs = (
        kind(*values[: size // 2], **dict(list(zip(names, values, strict=True))[size // 2 :]))
        for kind in made
    )
    assert dataclasses.astuple(ours) == dataclasses.astuple(theirs) == tuple(values)
    least = values[: max(0, size - defaults)]
    assert dataclasses.astuple(made[0](*least)) == dataclasses.astuple(made[1](*least))
    assert str(inspect.signature(made[0])) == str(inspect.signature(made[1])).replace(": 'int'", "").replace(
        " -> None", ""
    ).replace(" = ", "=")
    assert made[0].__init__.__qualname__ == "Made.__init__"
    for wrong in ((*values, 1), (*least[:-1],) if least else (*values, 2)):
        with pytest.raises(TypeError, match="__init__"):
            made[0](*wrong)


def test_a_field_without_a_default_cannot_follow_one_with_a_default() -> None:
    body = {"__annotations__": {"one": "int", "two": "int"}, "one": 1}
    with pytest.raises(TypeError, match="follows one with a default"):
        records.dataclass(type("Made", (), body))
