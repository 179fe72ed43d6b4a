"""BLAKE2 without the rest of ``hashlib``, which loads OpenSSL: 7 ms at every start for one function."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython may keep it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
