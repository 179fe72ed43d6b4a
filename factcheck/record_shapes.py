"""Ready ``__init__`` functions of one to 24 fields, which take the names of any record's fields.

Compiling one costs 0.2 ms, and a check makes sixty record types. These were compiled with this module, so they lie in
its bytecode; other names and defaults are all that tells one record's ``__init__`` from another's.

A frozen record is open while it is made: it belongs to a twin of its class, of the same slots, that can be written to.
Plain assignments to the twin take a third of the time that going around the frozen class's refusal takes.
"""

from __future__ import annotations

from types import FunctionType

from factcheck.hints import Any

MOST = 24


def init_function(
    names: tuple[str, ...], defaults: tuple[Any, ...], qualified: str
) -> tuple[FunctionType, dict[str, Any]]:
    """An ``__init__`` that sets the attributes ``names``; ``defaults`` are those of the last of them.

    With its globals, in which ``_twin`` must be set: the class that the record belongs to while it is made.
    """
    scope: dict[str, Any] = {"_become": _become}
    if len(names) > MOST:
        return _compiled(names, defaults, qualified, scope), scope
    code = _READY[len(names)].__code__
    called = dict(zip(_LETTERS, names, strict=False))
    code = code.replace(
        co_varnames=("self", *names, "_kind"),
        co_names=tuple(called.get(one, one) for one in code.co_names),
        co_name="__init__",
        co_qualname=qualified,
    )
    return FunctionType(code, scope, "__init__", defaults), scope


def _compiled(
    names: tuple[str, ...], defaults: tuple[Any, ...], qualified: str, scope: dict[str, Any]
) -> FunctionType:
    """The same for more fields than any record of ours has."""
    lines = [f"    self.{name} = {name}" for name in names]
    lines = ["    _kind = self.__class__", "    _become(self, _twin)", *lines, "    self.__class__ = _kind"]
    exec(f"def __init__(self, {', '.join(names)}):\n" + "\n".join(lines), scope)
    made: FunctionType = scope.pop("__init__")
    made.__defaults__, made.__qualname__ = defaults, qualified
    return made


_become: Any = object.__dict__["__class__"].__set__  # what ``self.__class__ = …`` does, past a refusal
_twin: Any = None  # each record's own stands in the globals of its ``__init__``
_LETTERS = "abcdefghijklmnopqrstuvwx"


# fmt: off
# ruff: noqa: E702, E741
# mypy: disable-error-code="no-untyped-def"
def _0(self):
    _kind = self.__class__; _become(self, _twin)
    self.__class__ = _kind
def _1(self, a):
    _kind = self.__class__; _become(self, _twin)
    self.a = a
    self.__class__ = _kind
def _2(self, a, b):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b
    self.__class__ = _kind
def _3(self, a, b, c):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c
    self.__class__ = _kind
def _4(self, a, b, c, d):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d
    self.__class__ = _kind
def _5(self, a, b, c, d, e):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e
    self.__class__ = _kind
def _6(self, a, b, c, d, e, f):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.__class__ = _kind
def _7(self, a, b, c, d, e, f, g):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g
    self.__class__ = _kind
def _8(self, a, b, c, d, e, f, g, h):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h
    self.__class__ = _kind
def _9(self, a, b, c, d, e, f, g, h, i):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i
    self.__class__ = _kind
def _10(self, a, b, c, d, e, f, g, h, i, j):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j
    self.__class__ = _kind
def _11(self, a, b, c, d, e, f, g, h, i, j, k):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k
    self.__class__ = _kind
def _12(self, a, b, c, d, e, f, g, h, i, j, k, l):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.__class__ = _kind
def _13(self, a, b, c, d, e, f, g, h, i, j, k, l, m):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m
    self.__class__ = _kind
def _14(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n
    self.__class__ = _kind
def _15(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o
    self.__class__ = _kind
def _16(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p
    self.__class__ = _kind
def _17(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p; self.q = q
    self.__class__ = _kind
def _18(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r
    self.__class__ = _kind
def _19(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r
    self.s = s
    self.__class__ = _kind
def _20(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r
    self.s = s; self.t = t
    self.__class__ = _kind
def _21(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r
    self.s = s; self.t = t; self.u = u
    self.__class__ = _kind
def _22(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r
    self.s = s; self.t = t; self.u = u; self.v = v
    self.__class__ = _kind
def _23(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r
    self.s = s; self.t = t; self.u = u; self.v = v; self.w = w
    self.__class__ = _kind
def _24(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x):
    _kind = self.__class__; _become(self, _twin)
    self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f
    self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l
    self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r
    self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x
    self.__class__ = _kind
# fmt: on

_READY: dict[int, Any] = {size: globals()[f"_{size}"] for size in range(MOST + 1)}
