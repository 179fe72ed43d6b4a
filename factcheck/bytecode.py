"""The bytecode of the modules that runs need, in one file: Python opens and checks a file for each, and two hundred of
them cost as much as Python's own start.

The file holds copies of what lies in ``__pycache__``. It lies there, too, is trusted like it, and held to the same test: a
copy counts only while its source has the size and the time that it was compiled from. Any other module is imported as
ever, and at the end of the run the file is written anew with it. A folder that cannot be written, or a Python told to
write no bytecode, only costs time.

Python's way from one import to the next costs a third of what the modules' code costs. So the file also holds, in one
piece, what an import brought with it the last time: those modules are made one after the other before it asks for them.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterable

from factcheck.hints import Any

_BEGIN = "factcheck."
_HEADER = 16  # of a file in __pycache__: magic number, flags, time and size of the source, four bytes each
_LENGTH = 4  # of the index, which the file begins with
_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# ``importlib.machinery`` has these two, too, and would bring the rest of importlib.
_Spec: Any = type(__spec__)
_SourceLoader: Any = type(__spec__.loader)
_Module: Any = type(sys)
_DAMAGED = (OSError, ValueError, EOFError, TypeError)

# Where a module lies: file below the root, offset and length of its code, time and size of the source.
Entry = tuple[str, int, int, int, int]
# An import that no other asked for → offset and length of the code it brought, and the modules in the order they were made.
Brought = dict[str, tuple[int, int, list[str]]]


class _Loader(_SourceLoader):  # type: ignore[misc]
    """Loads a module as the library's loader does, but for where its code comes from."""

    def __init__(self, name: str, path: str, kept: Bytecode) -> None:
        super().__init__(name, path)
        self._kept = kept

    def exec_module(self, module: Any) -> None:
        kept, name = self._kept, module.__name__
        outer, kept.outer = kept.outer, kept.outer or name
        if not outer:
            kept.bring(name)
        try:
            super().exec_module(module)
        finally:
            kept.outer = outer
        if outer:
            kept.came.setdefault(outer, []).append(name)

    def get_code(self, fullname: str) -> Any:
        try:
            return self._kept.code(fullname)
        except _DAMAGED:
            self._kept.missing.append(fullname)
            return super().get_code(fullname)


class Bytecode:
    """What is kept, for Python to ask before it looks for a module's own file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.missing: list[str] = []
        self.outer = ""  # the import that all others now come with
        self.came: dict[str, list[str]] = {}  # with which import, in this run
        self._index: dict[str, Entry] = {}
        self._brought: Brought = {}
        self._begin = 0
        self._file = -1
        try:
            self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            length = int.from_bytes(self._read(0, _LENGTH), "little")
            version, index, brought = marshal.loads(self._read(_LENGTH, length))
        except _DAMAGED:
            return
        self._begin = _LENGTH + length
        if version == sys.hexversion:
            self._index, self._brought = index, brought

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        """How to load a module of ours that is kept and has not changed; None for any other."""
        if not name.startswith(_BEGIN):
            return None
        entry = self._index.get(name)
        if entry is None or not _is_fresh(entry):
            self.missing.append(name)
            return None
        return self._spec(name, entry)

    def _spec(self, name: str, entry: Entry) -> Any:
        file = _ROOT + entry[0]
        spec = _Spec(name, _Loader(name, file, self), origin=file)
        if file.endswith("__init__.py"):
            spec.submodule_search_locations = [os.path.dirname(file)]
        spec.has_location = True
        spec.cached = self.path
        return spec

    def bring(self, name: str) -> None:
        """Make what the import of a module brought the last time."""
        at, length, names = self._brought.get(name, (0, 0, []))
        try:
            codes = marshal.loads(self._read(self._begin + at, length)) if names else ()
        except _DAMAGED:
            return
        for one, code in zip(names, codes, strict=False):
            self._make(one, code)

    def _make(self, name: str, code: Any) -> None:
        """A module as Python's import makes it; one that cannot be made now is imported when it is asked for."""
        entry, (parent, _, last) = self._index.get(name), name.rpartition(".")
        if name in sys.modules or parent not in sys.modules or entry is None or not _is_fresh(entry):
            return
        spec = self._spec(name, entry)
        module = sys.modules[name] = _Module(name)
        module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
        module.__file__, module.__cached__ = spec.origin, spec.cached
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        try:
            exec(code, module.__dict__)
        except Exception:  # whoever asks for it meets the same
            del sys.modules[name]
            return
        setattr(sys.modules[parent], last, module)
        self.came.setdefault(self.outer, []).append(name)

    def code(self, name: str) -> Any:
        _, at, length, _, _ = self._index[name]
        return marshal.loads(self._read(self._begin + at, length))

    def _read(self, at: int, length: int) -> bytes:
        if hasattr(os, "pread"):  # processes that were forked share the file's position
            return os.pread(self._file, length, at)
        os.lseek(self._file, at, os.SEEK_SET)
        return os.read(self._file, length)

    def keep(self) -> None:
        """Write the file anew with the modules that were not in it, or that came with another import than before."""
        brought = {name: names for name, (_, _, names) in self._brought.items()}
        grown = {name for name, came in self.came.items() if not {*came} <= {*brought.get(name, ())}}
        if not (self.missing or grown) or sys.dont_write_bytecode:
            return
        from factcheck.cache import write_atomically

        for name in grown:  # what is known and did not come this time had been there before
            earlier = [one for one in brought.get(name, ()) if one not in self.came[name]]
            brought[name] = earlier + self.came[name]
        new = _pieces(self.missing)
        if new or grown:
            if self._file >= 0:
                os.close(
                    self._file
                )  # Windows replaces no file that is open; what is still imported lies beside it
                self._file = -1
            write_atomically(self.path, _joined({**_pieces(self._index), **new}, brought))


def _pieces(names: Iterable[str]) -> dict[str, tuple[Entry, bytes]]:
    found = {name: _piece(name) for name in sorted(names)}
    return {name: piece for name, piece in found.items() if piece}


def _piece(name: str) -> tuple[Entry, bytes] | None:
    """A module's entry and code as they are now, from ``__pycache__``; None for one that is not there."""
    from importlib.util import cache_from_source

    base = os.path.join(_ROOT, *name.split("."))
    for file in (f"{base}.py", os.path.join(base, "__init__.py")):
        try:
            with open(cache_from_source(file), "rb") as kept:
                content = kept.read()
        except OSError:
            continue
        flags, time, size = (int.from_bytes(content[at : at + 4], "little") for at in (4, 8, 12))
        entry = (file[len(_ROOT) :], 0, len(content) - _HEADER, time, size)
        return (entry, content[_HEADER:]) if not flags and _is_fresh(entry) else None
    return None


def _is_fresh(entry: Entry) -> bool:
    file, _, _, time, size = entry
    try:
        said = os.stat(_ROOT + file)
    except OSError:
        return False
    return int(said.st_mtime) & 0xFFFFFFFF == time and said.st_size & 0xFFFFFFFF == size


def _joined(pieces: dict[str, tuple[Entry, bytes]], brought: dict[str, list[str]]) -> bytes:
    """The file: the length of the index, the index, and all code in a row, which offsets are counted in."""
    index: dict[str, Entry] = {}
    together: Brought = {}
    row: list[bytes] = []
    at = 0
    for name, ((file, _, length, time, size), code) in pieces.items():
        index[name] = (file, at, length, time, size)
        row.append(code)
        at += length
    for name, came in brought.items():
        names = [one for one in came if one in pieces]
        row.append(marshal.dumps([marshal.loads(pieces[one][1]) for one in names]))
        together[name] = (at, len(row[-1]), names)
        at += len(row[-1])
    head = marshal.dumps((sys.hexversion, index, together))
    return len(head).to_bytes(_LENGTH, "little") + head + b"".join(row)


def use_kept_bytecode() -> Bytecode | None:
    """Load our modules from the file from now on; None where there can be none."""
    cached = __spec__.cached
    if cached is None or _SourceLoader.__name__ != "SourceFileLoader":  # in an archive, or frozen
        return None
    folder, name = os.path.split(cached)
    kept = Bytecode(os.path.join(folder, name.replace("bytecode", "all-modules", 1)))
    sys.meta_path.insert(0, kept)
    return kept
