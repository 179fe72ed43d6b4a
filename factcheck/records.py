"""``dataclass`` as the standard library has it, made ten times faster: a cold check makes some sixty of them.

The library writes and compiles six functions for each class and imports ``inspect``: half a millisecond a class. This
one compiles nothing: ``__init__`` is a ready one with other names, and the rest is shared. Type checkers see the library's own; ``replace``, ``fields`` and
``is_dataclass`` work on both. Only what this project uses: frozen, slots, order, eq, repr, field, ``__post_init__``.
"""

from __future__ import annotations

from operator import attrgetter

from factcheck.hints import TYPE_CHECKING, Any
from factcheck.record_shapes import init_function

__all__ = ["dataclass", "field", "replace"]

_MISSING: Any = object()

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:

    class _Field:
        __slots__ = ("compare", "default", "factory", "hash", "repr")

        def __init__(self, default, factory, repr, compare, hash):
            self.default, self.factory, self.repr, self.compare, self.hash = (
                default,
                factory,
                repr,
                compare,
                hash,
            )

    _PLAIN = _Field(
        _MISSING, _MISSING, True, True, True
    )  # all that have neither a default nor options share it

    def field(*, default=_MISSING, default_factory=_MISSING, repr=True, compare=True, hash=None):
        return _Field(default, default_factory, repr, compare, compare if hash is None else hash)

    _COPIED = {}  # class → what gets all values of its records, and the place of each field among them

    def replace(record, /, **changes):
        """A copy with some values changed."""
        cls = record.__class__
        names = cls.__match_args__
        if len(names) == 1:
            return cls(**changes) if changes else cls(getattr(record, names[0]))
        copied = _COPIED.get(cls)
        if copied is None:
            places = {name: place for place, name in enumerate(names)}
            copied = _COPIED[cls] = attrgetter(*names), places
        get, places = copied
        values = [*get(record)]
        for name, value in changes.items():
            if name not in places:
                raise TypeError(f"{cls.__qualname__} has no field {name!r}")
            values[places[name]] = value
        return cls(*values)

    def dataclass(cls=None, /, *, frozen=False, slots=False, order=False, eq=True, repr=True):
        def make(one):
            return _make(one, frozen, slots, order, eq, repr)

        return make if cls is None else make(cls)

    def _make(cls, frozen, slots, order, eq, repr):
        known = {}
        for base in reversed(cls.__mro__[1:]):
            known.update(getattr(base, "__record_fields__", {}))
        inherited = set(known)
        for name, kind in cls.__dict__.get("__annotations__", {}).items():  # noqa: RUF063 (inspect costs 5 ms)
            if str(kind).startswith(("ClassVar", "typing.ClassVar")):
                continue
            default = cls.__dict__.get(name, _MISSING)
            if default is _MISSING:
                known[name] = _PLAIN
            else:
                known[name] = (
                    default if isinstance(default, _Field) else _Field(default, _MISSING, True, True, True)
                )
        body = {
            name: value
            for name, value in cls.__dict__.items()
            if name not in known and name not in ("__dict__", "__weakref__")
        }
        if not slots:
            body.update({name: one.default for name, one in known.items() if one.default is not _MISSING})
        body["__init__"], scope = _init(cls, known)
        body["__record_fields__"] = known
        body["__dataclass_fields__"] = _LibraryFields()
        body["__match_args__"] = tuple(known)
        if repr and "__repr__" not in body:
            body["__repr__"] = _repr(tuple(name for name, one in known.items() if one.repr))
        if eq:
            compared = [name for name, one in known.items() if one.compare]
            key = _key(compared)
            body.setdefault("__eq__", _compared(key, "__eq__"))
            if frozen:
                hashed = [name for name, one in known.items() if one.hash]
                body.setdefault("__hash__", _hash(key if hashed == compared else _key(hashed)))
            else:
                body.setdefault("__hash__", None)
        if order:
            body.update({name: _compared(key, name) for name in ("__lt__", "__le__", "__gt__", "__ge__")})
        if frozen:
            body.setdefault("__setattr__", _refuse_set)
            body.setdefault("__delattr__", _refuse_delete)
        if slots:
            body["__slots__"] = tuple(name for name in known if name not in inherited)
            body.setdefault("__getstate__", _state)
            body.setdefault("__setstate__", _restore)
        body["__qualname__"] = cls.__qualname__
        made = type(cls)(cls.__name__, cls.__bases__, body)
        scope["_twin"] = _twin_of(made) if frozen else made
        return made

    def _twin_of(made):
        """A class of the same slots that can be written to; a record belongs to it while it is made."""
        body = {"__setattr__": object.__setattr__, "__module__": made.__module__}
        if "__slots__" in made.__dict__:
            body["__slots__"] = made.__slots__
        return type(made)(made.__name__, made.__bases__, body)

    def _init(cls, known):
        """A class's own function: called for every record, so it is straight code unless a field is made anew for each."""
        missing = [one.default is _MISSING and one.factory is _MISSING for one in known.values()]
        if sorted(missing, reverse=True) != missing:
            raise TypeError(f"{cls.__qualname__}: a field without a default follows one with a default")
        given = tuple(one.default for one, none in zip(known.values(), missing, strict=True) if not none)
        ready, scope = init_function(tuple(known), given, f"{cls.__qualname__}.__init__")
        factories = tuple((name, one.factory) for name, one in known.items() if one.factory is not _MISSING)
        after = hasattr(cls, "__post_init__")
        return (_filling(ready, factories, after) if factories or after else ready), scope

    def _filling(ready, factories, after):
        def __init__(self, *values, **named):
            ready(self, *values, **named)
            for name, make in factories:
                if getattr(self, name) is _MISSING:
                    object.__setattr__(self, name, make())
            if after:
                self.__post_init__()

        __init__.__qualname__, __init__.__wrapped__ = ready.__qualname__, ready
        return __init__

    def _key(names):
        if len(names) == 1:
            get = attrgetter(names[0])
            return lambda record: (get(record),)
        return attrgetter(*names) if names else lambda record: ()

    def _compared(key, operation):
        if operation == "__eq__":
            return lambda self, other: (
                key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented
            )

        def compare(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return getattr(key(self), operation)(key(other))

        compare.__name__ = operation
        return compare

    def _hash(key):
        return lambda self: hash(key(self))

    def _repr(names):
        def __repr__(self):
            return (
                f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"
            )

        return __repr__

    def _refuse_set(self, name, value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_delete(self, name):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _state(self):
        return [getattr(self, name) for name in self.__match_args__]

    def _restore(self, state):
        for name, value in zip(self.__match_args__, state, strict=True):
            object.__setattr__(self, name, value)

    class _LibraryFields:
        """The library's description of the fields, made when ``dataclasses.replace`` or ``fields`` asks for it."""

        def __get__(self, record, owner):
            import dataclasses

            found = {}
            for name, one in owner.__record_fields__.items():
                default = dataclasses.MISSING if one.default is _MISSING else one.default
                factory = dataclasses.MISSING if one.factory is _MISSING else one.factory
                if factory is not dataclasses.MISSING:
                    made = dataclasses.field(default_factory=factory, repr=one.repr, compare=one.compare)
                else:
                    made = dataclasses.field(default=default, repr=one.repr, compare=one.compare)
                made.name, made.type, made._field_type = name, None, dataclasses._FIELD
                found[name] = made
            return found
