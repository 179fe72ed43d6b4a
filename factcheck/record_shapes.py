"""Ready ``__init__`` functions of one to 24 fields, which take the names of any record's fields.

Compiling one costs 0.2 ms, and a check makes sixty record types. These were compiled with this module, so they lie in
its bytecode; other names and defaults are all that tells one record's ``__init__`` from another's.
"""

from __future__ import annotations

from types import FunctionType

from factcheck.hints import Any

MOST = 24


def init_function(names: tuple[str, ...], defaults: tuple[Any, ...], qualified: str) -> FunctionType:
    """An ``__init__`` that sets the attributes ``names``; ``defaults`` are those of the last of them."""
    if len(names) > MOST:
        return _compiled(names, defaults, qualified)
    code = _READY[len(names)].__code__
    called = dict(zip(_LETTERS, names, strict=False))
    code = code.replace(
        co_varnames=("self", *names),
        co_consts=tuple(called.get(one, one) for one in code.co_consts),
        co_name="__init__",
        co_qualname=qualified,
    )
    return FunctionType(code, {"_set": object.__setattr__}, "__init__", defaults)


def _compiled(names: tuple[str, ...], defaults: tuple[Any, ...], qualified: str) -> FunctionType:
    """The same for more fields than any record of ours has."""
    scope: dict[str, Any] = {"_set": object.__setattr__}
    lines = (f"    _set(self, {name!r}, {name})" for name in names)
    exec(f"def __init__(self, {', '.join(names)}):\n" + "\n".join(lines), scope)
    made: FunctionType = scope["__init__"]
    made.__defaults__, made.__qualname__ = defaults, qualified
    return made


_set: Any = object.__setattr__
_LETTERS = "abcdefghijklmnopqrstuvwx"


# fmt: off
# ruff: noqa: E702, E741
# mypy: disable-error-code="no-untyped-def"
def _0(self):
    pass
def _1(self, a):
    _set(self, "a", a)
def _2(self, a, b):
    _set(self, "a", a); _set(self, "b", b)
def _3(self, a, b, c):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c)
def _4(self, a, b, c, d):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d)
def _5(self, a, b, c, d, e):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
def _6(self, a, b, c, d, e, f):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f)
def _7(self, a, b, c, d, e, f, g):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g)
def _8(self, a, b, c, d, e, f, g, h):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h)
def _9(self, a, b, c, d, e, f, g, h, i):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i)
def _10(self, a, b, c, d, e, f, g, h, i, j):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
def _11(self, a, b, c, d, e, f, g, h, i, j, k):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k)
def _12(self, a, b, c, d, e, f, g, h, i, j, k, l):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l)
def _13(self, a, b, c, d, e, f, g, h, i, j, k, l, m):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m)
def _14(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n)
def _15(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
def _16(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p)
def _17(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p); _set(self, "q", q)
def _18(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p); _set(self, "q", q); _set(self, "r", r)
def _19(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p); _set(self, "q", q); _set(self, "r", r); _set(self, "s", s)
def _20(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p); _set(self, "q", q); _set(self, "r", r); _set(self, "s", s); _set(self, "t", t)
def _21(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p); _set(self, "q", q); _set(self, "r", r); _set(self, "s", s); _set(self, "t", t)
    _set(self, "u", u)
def _22(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p); _set(self, "q", q); _set(self, "r", r); _set(self, "s", s); _set(self, "t", t)
    _set(self, "u", u); _set(self, "v", v)
def _23(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p); _set(self, "q", q); _set(self, "r", r); _set(self, "s", s); _set(self, "t", t)
    _set(self, "u", u); _set(self, "v", v); _set(self, "w", w)
def _24(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x):
    _set(self, "a", a); _set(self, "b", b); _set(self, "c", c); _set(self, "d", d); _set(self, "e", e)
    _set(self, "f", f); _set(self, "g", g); _set(self, "h", h); _set(self, "i", i); _set(self, "j", j)
    _set(self, "k", k); _set(self, "l", l); _set(self, "m", m); _set(self, "n", n); _set(self, "o", o)
    _set(self, "p", p); _set(self, "q", q); _set(self, "r", r); _set(self, "s", s); _set(self, "t", t)
    _set(self, "u", u); _set(self, "v", v); _set(self, "w", w); _set(self, "x", x)
# fmt: on

_READY: dict[int, Any] = {size: globals()[f"_{size}"] for size in range(MOST + 1)}
