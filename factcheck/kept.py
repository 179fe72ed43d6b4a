"""What was read from an article, kept on disk: a file that has not changed is not read again.

An entry's name is a digest of the file's path and bytes, of this package's code, the libraries and the vocabulary, so
an entry can never be out of date: whatever changes gives another name. Entries are written atomically and bounded in number; a
folder that cannot be read or written only costs time. ``docs/configuration.md`` says what is stored and where.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
import zlib
from collections.abc import Sequence

from factcheck.cache import cache_folder, write_atomically
from factcheck.compiled import file_signature
from factcheck.digest import blake2b
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.packing import pack, unpack
from factcheck.records import dataclass
from factcheck.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.outline import Outline
    from factcheck.reading import Read

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
# Folders of the package that take no part in reading; all others do, and their code belongs to every entry.
PASSED_OVER = frozenset(["cli", "engine", "reports", "_rules", "__pycache__"])
_SHELVES = 64  # folders that the entries are spread over
_PER_SHELF = 512  # entries; with the usual 6 KB each, 200 MB in all
_DAY = 86_400
# An entry is a checksum of the rest, the length of its outline, the outline, and what was read, compressed.
_SUM, _LENGTH = 4, 4
_DAMAGED = (OSError, ValueError, EOFError, TypeError, LookupError, zlib.error)


@dataclass(frozen=True, slots=True)
class Shelved:
    """What was read from an article, still packed, with its outline: most of an archive is never unpacked."""

    path: str
    parts: tuple[Any, ...]
    packed: bytes

    @property
    def outline(self) -> Outline:
        from factcheck.outline import Outline

        return Outline(*self.parts)

    def read(self) -> Read:
        """The article with its claims."""
        found: Read = unpack(marshal.loads(zlib.decompress(self.packed)))
        return found


def shelve(read: Read) -> Shelved:
    """What was read, packed. TypeError or ValueError for something that cannot be."""
    from factcheck.outline import outline

    packed = zlib.compress(marshal.dumps(pack(read)), 1)
    return Shelved(read.article.path, outline(read).parts(), packed)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where entries lie and what their names begin with: the digest of everything but the article itself."""

    folder: str
    basis: bytes

    def name(self, path: str, data: bytes) -> str:
        """The file of the entry for a path and its bytes."""
        digest = blake2b(self.basis, digest_size=20)
        digest.update(path.encode("utf-8", "surrogateescape") + b"\0" + data)
        name = digest.hexdigest()
        return os.path.join(self.folder, f"{int(name[:2], 16) % _SHELVES:02x}", f"read-{name}.bin")

    def find(self, path: str, data: bytes) -> Read | None:
        """What was read from these bytes at this path in an earlier run, or None."""
        found = self.find_shelved(path, data)
        try:
            return None if found is None else found.read()
        except _DAMAGED:
            return None

    def find_shelved(self, path: str, data: bytes) -> Shelved | None:
        """The same with its claims still packed."""
        name = self.name(path, data)
        try:
            with open(name, "rb") as file:
                content = file.read()
                if time.time() - os.fstat(file.fileno()).st_mtime > _DAY:
                    os.utime(name)  # in use: entries go in the order of this
            begin = _SUM + _LENGTH
            if zlib.crc32(content[_SUM:]) != int.from_bytes(content[:_SUM], "little"):
                return None
            end = begin + int.from_bytes(content[_SUM:begin], "little")
            return Shelved(path, marshal.loads(content[begin:end]), content[end:])
        except _DAMAGED:
            return None

    def keep(self, path: str, data: bytes, read: Read) -> None:
        """Keep what was read; something that cannot be kept is left out."""
        try:
            shelved = shelve(read)
            head = marshal.dumps(shelved.parts)
        except (TypeError, ValueError):
            return
        content = len(head).to_bytes(_LENGTH, "little") + head + shelved.packed
        check = zlib.crc32(content).to_bytes(_SUM, "little")
        write_atomically(self.name(path, data), check + content, keep=_PER_SHELF)


def find_kept(layers: Sequence[Path] = ()) -> Kept | None:
    """The entries for this code and this vocabulary; None while one of their files is only just written."""
    from factcheck.resources import rules_path

    files = _files(_PACKAGE, ".py")
    for folder in (os.path.join(rules_path(), "vocabulary"), *map(str, layers)):
        files += _files(folder, ".yaml")
    signature = file_signature(files)
    if signature is None:
        return None
    begin = f"{__version__}:{sys.version_info[:2]}:{marshal.version}:{_libraries()}".encode()
    return Kept(
        os.path.join(cache_folder(), "read"), blake2b(begin + b"\0" + signature, digest_size=20).digest()
    )


def _libraries() -> str:
    """When packages were last installed or removed: another release of a library may read otherwise."""
    found: list[str] = []
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")):
            try:
                found.append(f"{folder}:{os.stat(folder).st_mtime_ns}")
            except OSError:
                continue
    return "|".join(found)


def _files(folder: str, ending: str) -> list[str]:
    found: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(ending):
                    found.append(entry.path)
                elif entry.is_dir() and entry.name not in PASSED_OVER:
                    found.extend(_files(entry.path, ending))
    except OSError:
        pass  # whoever reads the vocabulary says what is wrong with it
    return sorted(found)
